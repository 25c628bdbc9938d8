# One line at a time: for screen readers, plain terminals and pipes.

arg-plain = One question a line: no cursor movement, no colour; for screen readers, plain terminals and pipes
plain-keys = One question a line; Enter sends it. Enter alone takes what is in [brackets]; < goes back, ? explains, ! means none or not known; Ctrl-C leaves.
plain-heading = { $step }: { $question }
plain-option = { $number } { $name }
plain-prompt = { $label }:
plain-prompt-usual = { $label } [{ $usual }]:
plain-taken = { $field }: { $answer }
plain-place = { $name } ({ $spot })
plain-number = Number
plain-check = Please check
plain-not-meant = if another place is meant, type < and then its full name
plain-needed = This one needs an answer
plain-several = "{ $typed }" may be:
plain-more-places = and { $count } more not listed: type more of the name
plain-near = Did you mean:
plain-no-option = There is no option "{ $typed }"; type a number or a name:
plain-no-row = There is no row "{ $typed }"; type the number before it
plain-first = This is the first question; Ctrl-C leaves
plain-more-or-not = There is more that may stay empty: parts of the bill, days of the stay, age, sums of this year. Filling it in narrows the result. Fill it in now?
plain-more = more that may stay empty
plain-more-list = What may stay empty. Type a number to fill one in; Enter alone goes on
plain-day-hint = like 2026-11-20; may stay empty
plain-option-help = type the number before it, or the name
plain-row-help = type a number to change that row
plain-menu = What next?
plain-menu-explain = How a line is computed
plain-menu-compare = Compare by route and hospital tier
plain-menu-grounds = Figures and sources
plain-menu-print = Write the hand-out to a file
plain-menu-save = Save to the case book
plain-menu-change = Change an answer
plain-menu-again = Show the result again
plain-path = Which file? End its name in .pdf, .html, .txt or .md
plain-path-ending = The form is not clear: end the file's name in .pdf, .html, .txt or .md
plain-overwrite = { $path } is there already. Overwrite it?
plain-save-hint = The note may stay empty: Enter saves

plain-line-too-long = This line is too long and was not taken; at most { $count } bytes
plain-line-not-text = This line is no UTF-8 text and was not taken
plain-line-unseen = This line has invisible characters (arrow keys do nothing here) and was not taken; type it again
plain-ended = The input ends here; answers are missing:
plain-counter = Counter mode: no draft is kept, and an idle case is dropped. What the terminal shows already is not erased
plain-idle = Without input this case is dropped in { $seconds } seconds; Enter goes on
plain-idle-over = Idle for too long: this case was dropped

key-suspend = Suspend (fg comes back)
