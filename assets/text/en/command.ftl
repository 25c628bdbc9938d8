# The command line.

cmd-about = Care away from the insured area in China: what to file, what you will pay (offline)
cmd-estimate = Estimate the personal burden
cmd-checklist = List what to file, bring and do
cmd-policy = Show and check the policy data
cmd-policy-check = Check the policy data; exit code 2 where there is an error
arg-from = Insured area: name, pinyin, initials or division code
arg-to = Care area: name, pinyin, initials or division code
arg-scheme = Scheme: employee, resident
arg-status = Status: active, retired (employees); adult, senior (60+), child (residents)
arg-tier = Hospital tier: 3, 2, 1, 0 (primary)
arg-reason = Reason for going: other, referral, emergency, long-term, resettled, posted
arg-filed = Is the trip filed: yes, planned (not yet, will file), no, unknown
arg-date = Settlement date (discharge), such as 2026-11-22; left out: today
arg-admitted = Date of admission, such as 2026-11-20
arg-networked = Does the hospital settle directly: yes, no, unknown
arg-also = What else is so, several joined by commas: { $words }
arg-json = Print JSON, for programs
arg-dir = Data folder (with nation.ron and province/) or overlay folder; left out: the embedded data
arg-data = Overlay folder: the agency's own figures, laid over the embedded data
arg-ascii = Draw with ASCII alone, for consoles and old terminals
arg-help = Show this help
arg-version = Show the version
help-usage = Usage
help-commands = Commands
help-options = Options

cli-unknown-argument = unknown argument { $argument }
cli-unknown-argument-near = unknown argument { $argument }, did you mean { $near }?
cli-value-missing = { $argument } needs a value
cli-repeated = { $argument } can be given only once
cli-place-for-command = "{ $place }" is a place, not a command: for a whole case in one line begin with estimate, checklist or compare
cli-unknown-command = there is no command { $command }
cli-before-command = { $option } does nothing before a command: write it after (yidi { $command } --help shows what it takes)
cli-unknown-command-near = there is no command { $command }, did you mean { $near }?
cli-other = the arguments are wrong: { $detail }
cli-try-help = --help shows every option
error-line = error: { $message }
no-terminal = The wizard needs an interactive terminal. For the command line see: yidi estimate --help

check-clean =
    The data is clean ({ $count ->
        [one] 1 file
       *[other] { $count } files
    } checked)
check-summary =
    { $errors ->
        [one] 1 error
       *[other] { $errors } errors
    }, { $warnings ->
        [one] 1 warning
       *[other] { $warnings } warnings
    }
severity-error = error
severity-warning = warning
fault-unreadable = the file cannot be read: { $detail }
fault-unknown-source = no source is called { $name }; add it to the sources of this file or of nation.ron
fault-also-in = the file { $file } of your own figures has it too, in force from another day: from its day on the later one holds; take away the file you do not want with yidi policy uninstall
fault-also-in-replaces = the file { $file } of your own figures has it too; this one is used now; take away the file you do not want with yidi policy uninstall
fault-same = the same thing from the same day as the figure of { $place }; delete one or change its selectors
fault-clash = fits together with { $place } ({ $with }) and neither is narrower; add a figure with the selectors of both
fault-remark-names-another = the remark has another source give { $number } where one exact number stands; make it a range, or say in the Chinese remark which one is followed here and why
fault-above-ceiling = cuts more than the national ceilings allow (referral, emergency 10 points; temporary 20 points; long-term none)
fault-dir = cannot read the data folder { $place }
fault-file-name = the name of the file must begin with the province's six-digit division code, such as 210000-liaoning.ron

fault-unused-source = no figure names the source { $name }; delete it, or name it where it is used
fault-stale-source = nobody has checked the source { $name } for too long; check it and update its checked
fault-checked-in-the-future = checked of the source { $name } is in the future; write the day on which it was checked
fault-checked-before-written = the date of the source { $name } is after its checked; correct one of them
fault-source-date = the date of the source { $name } must be like 2025, 2025-07 or 2025-07-01
fault-alliance-province = { $code } of an alliance is no province's division code; see data/areas.ron
fault-too-many = more than { $most } figures of this kind for one place cannot be checked side by side; remove what ended long ago
fault-unreachable = no case can ever use this figure; its selectors contradict each other, or narrower figures cover all of it
fault-status-not-of-scheme = the status is not of the scheme: employees are Active, Retired; residents Adult, Senior, Child
fault-kind-without-chronic-care = diseases are only for care: Chronic; delete diseases or change care
fault-away-at-home = there is no away rule for care in the insured area; take Local out of routes
fault-fine-away = an away rule takes no fine selectors (age, hospital class, contribution class, year of retirement); write a range and say why
fault-ends-before-it-begins = until is before from; correct one of them
fault-no-bands = there is no slice; write at least one, such as (pays: 85)
fault-bands-do-not-rise = to must rise from slice to slice
fault-endless-band = only the last slice may go without to
fault-last-band-ends = the last slice has a to, so nothing is paid beyond; take it away if that is not meant
fault-later-admission-dearer = then: a later stay has a higher deductible than the one before; check
fault-tier-order = the lower tier is dearer (see { $place }): a higher deductible or a lower rate; check
fault-retired-worse = the retired are worse off than the active (see { $place }); check
fault-empty-text = a text is empty; write it in Chinese and in English
fault-no-english = a text has no English, so the Chinese is shown; write (zh: "...", en: "...")
fault-control-character = a text has characters that are not seen, turn others or pile up (control, direction, zero-width); delete them

item-same-id = the id is that of the item in line { $line }; change one
item-never-shown = no case can show this item; do the conditions of its when contradict each other?
item-note-never-shown = no case can show this text: { $text }; check its when
item-without-papers = a filing or claim needs papers (what to bring)
item-without-channels = a filing or claim needs channels (where to do it)
item-unknown-paper = no paper is called { $name }; add it to papers
item-unused-paper = no item names the paper { $name }; delete it, or name it where it is used
item-unknown-item = { $name } in replaces is no other item's id
item-no-source = no source is named; add sources
item-no-way-out = there is a deadline but nothing for when it is over; add if_late
item-no-deadline = if_late without a deadline; add by, or delete if_late
item-past-by-construction = it shows only after the discharge and its deadline is before it, so it is always past; change by or stages

option-problem = { $option }: { $problem }

overlay-set-aside = The overlay is wrong, the whole file was left aside: { $detail }

arg-care = Care: inpatient (default), outpatient, chronic
arg-disease = Chronic disease: hypertension, diabetes, cancer, dialysis, transplant, copd, rheumatoid-arthritis, coronary-disease, hepatitis, spondylitis
arg-age = Age in full years
arg-admission = Which stay of this year, 1 by default
arg-retired-in = Year of retirement
option-rule = A rule you were told: { $name }
arg-rule = A local rule you were told, such as deductible=800, rate=75, cut=10, cap=300000; may be given several times
arg-hospital-class = Hospital class: province-level, city-level, district-level, grade-a, grade-b, traditional, specialist, village-clinic
arg-contribution-class = Contribution class: first, second, third
arg-hardship = In hardship: destitute, on subsistence allowance, or back in poverty
option-amount = { $name }, such as 50000 or 50k; left out: none
option-unknown = { $name }; left out: not known

check-without-own =
    Note: { $count ->
        [one] 1 pooling area has
       *[other] { $count } pooling areas have
    } no figures of their own and take the province's or the nation's

cmd-compare = Compare by route and tier, and what filing saves
cmd-licences = Print the licences of everything in the program
cmd-schema = Print the JSON schema of a form
arg-other = Another case, by what is other about it: -- tier2, or -- Shanghai 80k; both side by side with the difference of every line
arg-ics = Write the deadlines as a calendar file (.ics), which the calendars of phones and computers take; - is standard output
arg-explain = Write out how every line is computed
arg-mouse = Take clicks and the wheel (the terminal then cannot select text)
arg-theme = Colours, those for the ground of the terminal unless given: dark, light, contrast, none
theme-unknown = there is no theme "{ $name }", it can be: { $names }

help-examples = Examples
help-more = --help shows all options and examples
version-line = yidi { $version } (data { $day })

cmd-completions = Print a completion script (bash, zsh, fish, powershell, elvish)
arg-shell = Which shell: bash, zsh, fish, powershell, elvish
cmd-picture = Draw the screen after some keys (SVG), for documents
arg-keys = The keys one after the other; yidi help contract tells how they are written
arg-size = Columns by rows, like 80x24
size-wrong = "{ $size }" is no size: write columns by rows like 80x24, from 60x20 to 300x100
cmd-man = Print the manual page (man)
arg-command = Of which command, such as estimate or policy check; of yidi as a whole where none is named
man-name = NAME
man-description = DESCRIPTION
man-version = VERSION

examples-wizard =
    yidi                                     the wizard
    yidi --plain                             one question a line, for screen readers and pipes
    yidi estimate as bj zg 3 5w              Anshan to Beijing, employee, tier 3, 50,000 yuan
    yidi --city Anshan --counter 5           at a counter: the usual area, cleared after 5 idle minutes
    yidi estimate --help                     all options of a command
    yidi help tour                           a page of the guide; yidi help names them all
examples-estimate =
    yidi estimate Anshan Beijing employee tier 3 50k unfiled
    yidi estimate as bj zg 3 5w --explain
    yidi estimate --from Anshan --to Beijing --status retired --tier 3 --total 30000 --own-expense 0 --prepay 0 --over-limit 0 --json
examples-compare =
    yidi compare Anshan Beijing employee tier 3 50k
    yidi compare Anshan Beijing active tier 3 50k -- tier2
    yidi compare Anshan Beijing retired tier 3 30k referral --json --output compare.json
cmd-curve = What is paid as the bill grows: a curve, or a file (.svg, .csv)
examples-curve =
    yidi curve Anshan Beijing active tier 3 50k
    yidi curve Anshan Beijing active tier 3 50k --output curve.svg
    yidi curve Anshan Beijing active tier 3 50k --output curve.csv
examples-checklist =
    yidi checklist Anshan Beijing employee referral
    yidi checklist Anshan Beijing employee --admitted 2026-11-02 --date 2026-11-20
    yidi checklist Anshan Beijing employee --date 2026-11-20 --ics dates.ics
examples-handout =
    yidi handout Anshan Beijing active tier 3 50k --output sheet.pdf
    yidi handout as bj zg 3 5w --format text
examples-reconcile =
    yidi reconcile Anshan Beijing employee tier 3 filed --slip slip.json
    yidi reconcile Anshan Beijing employee tier 3 --slip-medfee_sumamt 30000 --slip-hifp_pay 20510
examples-cases =
    yidi cases list as 50k
    yidi cases show 12
    yidi cases export --output all.json
    yidi cases delete --older-than 365
examples-policy =
    yidi policy show Anshan --scheme resident
    yidi policy coverage
    yidi policy check DIR
    yidi policy diff DIR_A DIR_B
examples-completions =
    yidi completions bash --output ~/.local/share/bash-completion/completions/yidi
    yidi completions fish --output ~/.config/fish/completions/yidi.fish
examples-man =
    yidi man | man -l -
    yidi man policy check --output yidi-policy-check.1
examples-help =
    yidi help
    yidi help tour
    yidi help batch --output batch.txt
    yidi help policy check

cmd-help = Print a page of the guide, or the help of a command
arg-topic = Which page: { $topics }; or a command
help-topics = The guide, by yidi help TOPIC
help-unknown = the guide has no page { $topic }, and there is no such command
help-unknown-near = the guide has no page { $topic }, did you mean { $near }?
help-topics-are = it has the pages { $topics }; yidi help lists the commands
guide-see = {" "}(yidi help { $topic })

at-work = at work, { $seconds } seconds so far ...
cmd-where = Print where settings, own figures and the case book are
where-program = Program
where-settings = Settings
where-data = Own figures
where-cases = Case book
where-not-there = { $path } (not there)
where-no-home = - (no home folder)
help-arguments = Arguments
help-case = The case
help-bill = The bill
help-year = What was counted this year
help-slip = The settlement slip
arg-quiet = Say nothing on standard error but what is wrong
arg-verbose = Say where settings, own figures and the case book are

man-synopsis = SYNOPSIS
man-exit-status = EXIT STATUS
man-exit-0 = Fine.
man-exit-1 = The program failed.
man-exit-2 = The request was wrong: nothing was done.
man-exit-3 = All was done but for some rows of a table, which say themselves what is wrong.
man-environment = ENVIRONMENT
man-env-config = The settings file; --config wins.
man-env-data = The folder of own figures; --data wins.
man-env-cases = The case book; --cases wins.
man-env-lang = The language, where neither --lang nor the settings name one.
man-env-accessible = Anything but 0: one question a line.
man-env-no-color = Set: no colours.
man-env-tz = The time zone by which today is told; China's where none is known.
man-files = FILES
man-see-also = SEE ALSO
man-guide = yidi help TOPIC prints the guide: tour, counter, keeper, batch, contract, terminals, speed, glossary.

arg-locked = Locked desk, for the public: no key leaves the questions or shows another's case (counts as --counter 5 where none is named)
locked-needs-a-screen = A locked desk needs the screen: one question a line can be left. Leave out --plain or --locked, or take another terminal
desk-counter = counter
desk-locked = public desk
arg-form = Which form: { $forms }; left out: estimate
