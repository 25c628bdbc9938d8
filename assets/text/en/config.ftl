# Settings.

arg-config = Settings file; left out: the environment's YIDI_CONFIG or yidi/config.toml in the user's settings folder
arg-lang = Language: zh (Chinese) or en (English); left out: the settings file, then LC_ALL, LC_MESSAGES, LANG
arg-counter = Counter mode: clear the screen after so many idle minutes, keep no draft
arg-retention = Days a case is kept, 365 by default
arg-city = Usual insured area: name, pinyin, initials or division code
config-unreadable = Cannot read the settings file { $path }: { $detail }
config-mistake = { $place }: { $setting }: { $what }; this one does not count, the others do
config-line = this line
config-unknown-key = there is no setting "{ $key }"
config-unknown-key-near = there is no setting "{ $key }", did you mean { $near }?
config-word = must be one of: { $words }
config-text = must be a text in quotation marks
config-yes-or-no = must be true or false
config-place = no place, or more than one, is called "{ $name }"; a division code will do
config-syntax = not understood: { $detail }
config-more = { $count } more mistakes of the settings are not listed
