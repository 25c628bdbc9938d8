# The questions of the wizard.

app-name = yidi
step-of = Step { $number } of { $count }
result-title = Result

step-insured = Insured area
step-care-place = Care area
step-status = Scheme and status
step-tier = Hospital tier
step-trip = Trip and bill
step-check = Check

ask-insured = Where are you insured?
ask-care-place = Where will you be treated?
ask-status = Which insurance do you have?
ask-tier = Which tier is the hospital?
ask-trip = The trip and the bill
ask-check = Check your answers; a number changes its row

first-what = What care elsewhere costs you and what to file: an estimate.
first-locked = Offline. Cleared a while after you leave, or at once with F5.
first-offline = Offline. Unfinished answers wait for next time (not at a counter); Ctrl-C or F5 drops them.
pick-place = More than one place, or none exactly: go to one with ↓, then Enter
place-prompt = Find
place-hint = Type a name, pinyin, initials or division code: as, anshan, 210300
place-none = Nothing found for "{ $typed }". Provinces, cities, districts and counties are found by name, pinyin or code (of a development zone or street take the city); or press Esc and choose from the provinces.
place-near = Did you mean (↓ goes to a row, Enter takes it):
list-position = { $number } / { $count }
goes-on-below = PgDn for more
province-areas =
    { $count ->
        [one] 1 pooling area
       *[other] { $count } pooling areas
    }
province-single = one pooling area

tier-hint-three = Large hospitals: look for 三级 or 三甲 on its site, the plaque at its door or the medical record
tier-hint-two = Most county hospitals, county hospitals of Chinese medicine
tier-hint-one = Some town hospitals and small specialist hospitals
tier-hint-primary = Community health centres, township health centres, village clinics
tier-hint-open = Every tier is worked out; the result is a range that narrows once you know the hospital

status-hint-active = Employee insurance is paid every month, by the employer or by yourself
status-hint-retired = Retired, with the retirement benefits of employee insurance
status-hint-adult = Adults under 60 in the resident insurance
status-hint-child = Pupils, children and university students in the resident insurance
status-hint-senior = In the resident insurance, 60 or older
status-hint-open = Every status that may be meant is worked out; the result is a range

field-insured = Insured area
field-care-place = Care area
field-scheme = Scheme
field-status = Scheme and status
field-tier = Hospital tier
field-reason = Reason for going
field-filed = Filed
field-total = Total bill
field-own-expense = Own expense in it
field-prepay = Class-B prepay in it
field-over-limit = Over-limit in it
field-class-b = Class-B cost instead
field-class-b-rate = Class-B prepay rate
field-admitted = Date of admission
field-networked = Settles directly
field-date = Settlement date
more-open = Less
more-closed = More: bill, dates, age, year so far (may stay empty)

total-hint = Such as 50000, 50k, 5w (50,000) or 50k-80k; empty if not known: the checklist and what you pay of several bills
bill-unknown = not known
understood-as = understood as { $amount } yuan
understood-day = understood as { $day }
not-given = not given
unknown-is-range = { $meaning }; leave empty if not known: the result is then a range
hint-own-expense = outside the catalogue and all yours (自费 on the list)
hint-prepay = what you pay first of class-B items (先行自付 on the list)
hint-class-b = what all class-B items cost; with the prepay rate it stands for the prepay
hint-over-limit = above the price limits of the insurance (超限价 on the list)
hint-reason = With a referral form: referral. You live there: long-term. Not sure: other
hint-filed = Filing (备案) registers that you are treated elsewhere; the checklist says how. Not yet, will file: the result begins with what it saves
hint-networked = There you pay only your own part at discharge; look it up before you go
hint-year-to-date = counted this year before this stay; empty for the first stay: none
date-hint = Such as 11-22, 2026-11-22, yesterday; left empty: today
today = today

instead-of-chinese = This console cannot show Chinese, so English is used; --lang zh forces Chinese
leave-title = Leave?
leave-body = Your answers will not be saved.
begin-again = Press F5 again to clear everything and begin a new case; your answers will not be saved
leave-again = Press Ctrl-C again to leave; your answers will not be saved
new-case-done = Cleared: a new case begins
too-small = The window is too small: now { $width }x{ $height }, at least 60x20. Enlarge it or use a smaller font.

help-title = Keys that work here
card-phone = Telephone { $phone }
card-own = It has rules of its own
card-not-own = No rules of its own were found: those of the province or the nation stand in
card-stay = An employee's stay in a tier 3 hospital of another province:
key-calendar = Calendar
key-meanings = Words
key-pin = Pin to compare
key-take-bill = Take this bill
key-larger-bill = Larger bill
key-smaller-bill = Smaller bill
find-hint = Type what to look for
find-none = Not found

key-continue = Next
key-show-result = Result
key-back = Back
key-leave = Leave
key-close-province = Provinces
key-clear = Clear
key-move = Move
key-page = Page
key-edge = First, last
key-pick = Pick
key-change = Change row
key-next-field = Next field
key-previous-field = Previous field
key-option = Option
key-more = Open or close
key-edit = Edit
key-next-view = View
key-view = Show a view
key-new-case = New case
key-language = 中文 (Chinese)
key-help = Help
key-theme = Theme (colours)
key-quit = Quit
key-next-found = Next match
key-previous-found = Previous match
key-stay = Stay

key-filter = find by name, initials or code

field-care = Care
field-disease = Chronic disease
field-age = Age
field-hardship = In hardship
field-account = Account balance
field-admission = Stay no. this year
field-ytd-deductible = Deductible so far
field-ytd-eligible = Eligible so far
field-ytd-fund = Fund paid so far
field-ytd-supplement = Supplement so far
field-ytd-burden = Burden so far
field-ytd-catastrophic = Catastrophic so far
field-ytd-aid = Medical aid so far
field-hospital = Hospital class
field-contribution = Contribution class
field-retired-in = Year of retirement
field-rule-deductible = Local deductible
field-rule-rate = Local rate for this trip
field-rule-cut = Points off the rate away
field-rule-cap = Local cap of the pooled fund
field-rule-supplement-rate = Local supplement rate
field-rule-supplement-cap = Local supplement cap
field-rule-catastrophic-deductible = Local catastrophic deductible
field-rule-catastrophic-rate = Local catastrophic rate
field-rule-catastrophic-cap = Local catastrophic cap
hint-rule = As the hotline 12393, a notice or an earlier slip says; leave it empty if nobody knows
hint-rule-rate = What is paid on this trip in the end, with what is cut away from home taken off; if you give the cut as well, the rate before it
hint-rule-cut = How many points less than at home; 0 for none
ask-uncovered = Not covered, all together
hint-uncovered = Own expense, prepay and over-limit added up; 0 if all of it is covered; leave it empty if nobody knows
may-stay-empty = may stay empty
empty-is-none = left empty: none
yes = Yes
no = No

key-explain = Explain
key-make-case = Take it
key-details = Details
key-tick = Tick
key-route = Route
key-unknowns = Unknowns
key-tier = Tier
key-status = Status
key-total = Change the total
key-raise = A tenth more
key-lower = A tenth less
key-hardship = Hardship, yes or no
key-date = Settlement date
key-take = OK
key-do = Do it
key-close = Close
key-undo = Undo
key-redo = Redo
key-express = Express line
key-palette = All actions
key-previous-view = Previous view

ask-route = Route
show-view = Show: { $name }
change-field = Change: { $field }
palette-prompt = Do
palette-hint = Type English, Chinese, pinyin or initials
palette-none = There is no such action
no-longer-asked = With this change no longer counted: { $names }
nothing-to-undo = Nothing to undo or redo
nothing-to-settle = Nothing is left that an answer of yours would settle

key-save = Save
key-cases = Case book
key-reopen = Open
key-later = Later
key-delete = Delete
cases-prompt = Case book
cases-hint = Find by place, pinyin, amount, day or a word of the note
cases-delete-again = Del again deletes it; the content is wiped from the file
save-note = Note
save-hint = May stay empty; Enter saves
nothing-to-save = Nothing to save yet
case-saved = Saved in the case book as no. { $number }
case-saved-over = Saved as no. { $number }. Another session had changed its answers meanwhile: yours stand now
case-opened = Case { $number } is open
case-changed = Case { $number }: personal burden was { $amount } yuan (data up to { $data }), today it differs
case-deleted = Case { $number } is deleted
offer-resume = A case was left unfinished
offer-resume-body = { $places }. Go on with it? Later keeps the draft and asks again next time.
offer-resume-keys = { $places }. Enter goes on with it, Esc leaves it for later, capital D deletes it.
offer-expire = Old cases
offer-expire-body =
    { $count ->
        [one] 1 case was
       *[other] { $count } cases were
    } last changed over { $days } days before today ({ $today }). Enter or Esc leaves everything as it is; capital D deletes { $count ->
        [one] the case
       *[other] all { $count }
    } for good. If today is another day, the clock is wrong: delete nothing.
countdown =
    The screen is cleared in { $seconds ->
        [one] 1 second
       *[other] { $seconds } seconds
    }; any key goes on
