# The result.

tab-cost = Cost
tab-list = Checklist

you-pay = Personal burden
reliability = Basis: { $grade }
best-case = Best
worst-case = Worst

line-total = Total
line-own-expense = Own expense
line-prepay = Class-B prepay
line-over-limit = Over-limit
line-uncovered = Uncovered (not split)
line-eligible = Eligible cost
line-first-self-pay = First self-pay (away)
line-deductible = Deductible
line-fund = Pooled fund pays
line-co-payment = Co-payment
line-above-cap = Above the cap
line-supplement = Supplement pays
line-catastrophic = Catastrophic pays
line-aid = Medical aid pays
line-personal = Personal burden
line-account = of it, account
line-cash = of it, cash

bar-fund = Fund
bar-supplement = Supplement
bar-catastrophic = Catastrophic
bar-aid = Aid
bar-you = You

spread-title = Why it is a range
spread-line = { $cause }: once known, the worst end falls by up to { $amount } yuan
cause-area = Which city it is
cause-route = Which route it is (filed or not, within the province or not)
cause-circumstance = Whether, in these circumstances, it is paid or due at all
cause-status = Which status the person has
cause-tier = Which tier the hospital is of

unknown-title = Without a basis, not counted
unknown-items = { $items }: no rule was found, counted as none
unknown-begins = { $item }: the rule at hand begins on { $date }, not counted

note-counted-as-filed = Both places are in one alliance: an unfiled trip counts as filed and is computed so (unconfirmed: ask the insured area first)
note-best-run = The best end is that of: { $area }
note-worst-run = The worst end is that of: { $area }

disclaimer = This is an estimate; the agency of the insured area decides.
ask-hotline = If in doubt, call { $hotline } first.
closing = { $disclaimer } { $ask }

sources-title = Sources used
checklist-papers = Bring: { $items }
checklist-channels = Where: { $items }
checklist-say = Say: "{ $text }"
checklist-in-chinese = In Chinese: { $text }
checklist-say-in-chinese = In Chinese: 「{ $text }」
checklist-why = Why: { $text } ({ $who })
said-by = { $grade }: { $publisher }
said-by-several = { $grade }: { $publisher } and others, { $count } in all
grade-reported-by-several = published sources
checklist-note = Note: { $text }
checklist-disputed = Others say: { $text }
checklist-by = By: { $due }
checklist-by-unknown = By: no common rule is known, the earliest seen is the safe one: { $due }
checklist-by-seen = By: no common rule is known, the earliest seen is the safe one: { $due }; seen elsewhere: { $seen }
checklist-late = Past the deadline! { $text }
checklist-late-safe = Past the safe day! { $text }
limit-leaving = before leaving
limit-settlement = before the discharge settlement
limit-settlement-visit = before the settlement
limit-days =
    within { $count ->
        [one] 1 day
       *[other] { $count } days
    } of { $event }
limit-working-days =
    within { $count ->
        [one] 1 working day
       *[other] { $count } working days
    } of { $event }
limit-next-year =
    by { $day } { $month ->
        [1] Jan
        [2] Feb
        [3] Mar
        [4] Apr
        [5] May
        [6] Jun
        [7] Jul
        [8] Aug
        [9] Sep
        [10] Oct
        [11] Nov
       *[12] Dec
    } of the next year
event-admission = admission
event-discharge = discharge
event-visit = the visit
event-filing = filing
event-hand-in = handing in all papers
due-left =
    { $rule } ({ $date }, { $days ->
        [one] 1 day
       *[other] { $days } days
    } left)
due-today = { $rule } ({ $date }, today)
due-past =
    { $rule } ({ $date }, { $days ->
        [one] 1 day
       *[other] { $days } days
    } over)
due-on = { $rule } ({ $date })
due-over = { $rule } ({ $date }, over)
due-beyond-notices = { $due } (no notice of the public holidays of { $year } is known here, only weekends are left out)
progress-left = { $count } to do
progress-done = all done
checklist-title = Checklist
checklist-count =
    { $count ->
        [one] 1 item
       *[other] { $count } items
    }

about = about { $amount } yuan
change-none = The same as before
change-more = { $amount } yuan more than before
change-less = { $amount } yuan less than before
change-ends = Against before: { $best } yuan at the least, { $worst } yuan at the most
change-from-to = { $name }: { $before } → { $after }
took-back = Taken back: { $what }
did-again = Done again: { $what }
sentence-and = { $first }; { $second }
head-day = settled { $day }
head-hardship = in hardship
pair-title = Beside the pinned case
pair-pinned = Pinned
pair-first = First
pair-second = Second
pair-now = Now
pair-change = Difference
pair-same = the answers are the same
pair-pinned-said = Pinned: { $first }. Change something and see both under Compare; p again lets go
pair-released = The pinned case is let go
tab-curve = Curve
curve-title = What you pay as the bill grows
curve-at = A bill of { $total } yuan: you pay { $amount } yuan
curve-unfiled = unfiled { $amount } yuan
curve-filed = filed { $amount } yuan
curve-band = You pay, from least to most
curve-is-unfiled = least and most when unfiled
curve-is-filed = least and most when filed
curve-line = { $line } least and most, anything between is possible
curve-line-unfiled = { $main }; { $dotted } unfiled
curve-line-filed = { $main }; { $dotted } filed
turn-deductible = the deductible is paid, the pooled fund begins
turn-slice = another rate
turn-cap = the cap of the pooled fund
turn-catastrophic = the catastrophic insurance begins
turn-aid = medical aid begins
mark-perhaps = from { $from }, perhaps never
mark-line = { $number } { $turn }: { $at }
ten-thousands = { $count }0,000
timeline-title = Dates
timeline-today = the last day is today: { $task }
timeline-left =
    { $days ->
        [one] 1 day left
       *[other] { $days } days left
    }: { $task }
timeline-past =
    { $days ->
        [one] 1 day over
       *[other] { $days } days over
    }, still do it: { $task }
timeline-seen = the latest seen elsewhere: { $task }
calendar-name = Care away
calendar-late = Past its day, still do it: { $task }
calendar-none = No deadline has a day yet: give the days of admission and discharge first
calendar-rule = By: { $rule }
calendar-title = The deadlines as a calendar file (.ics), which the calendars of phones and computers take

elsewhere-likely = The area's own rule is not known. Under the rules of others most fall within { $likely } ({ $count } areas without the lowest and the highest tenth). These are other places' rules, not yours.
elsewhere-likely-away = The area's own rule for care away is not known. Under the away rules of others most fall within { $likely } ({ $count } areas without the lowest and the highest tenth). These are other places' rules, not yours.
elsewhere-near = Same province: { $areas }
headline = { $label }  { $amount } (basis: { $grade })

note-far-date = { $date } lies far from the rules in the data: those used are known from { $from } to { $to }, and may have been others on that day
note-far-date-after = { $date } lies far from the rules in the data: those used were last checked on { $to }, and may have been others on that day
note-no-own-rate = No rate of { $area } for { $care } is in the data: what follows is the national range, a guide only
note-out-of-order = By the rules of { $area } "{ $dearer }" costs more than "{ $cheaper }", against the usual order; the source of the rules is followed
warning = Note: { $remark }
circumstance-not-counted = { $name } (not counted in the sum): { $says }
circumstance-counted = { $name } (counted in the sum): { $says }
circumstance-known = { $name }: { $says }
circumstance-unfiled = { $name } (counted in the sum, as not filed): { $says }
circumstance-to-file = { $name } (counted as filed for this place before the settlement): { $says }
circumstance-unchanged = { $name }: the sum of this visit stays the same
route-range = { $route }: { $amount } yuan

compare-by-route = By route (personal burden, yuan)
compare-by-tier = By hospital tier (personal burden, yuan)
compare-cheapest = cheapest
filing-saves = Filing saves { $amount } yuan

tab-compare = Compare
tab-grounds = Sources
grounds-head = Rules used; weakest basis: { $grade }
grounds-line = { $item }  { $value } ({ $grade })
grounds-for = For: { $whom }; { $since }
says = Source: { $source }
stale = not checked for too long: confirm it first
verified-by = verified by { $by } on { $day }
nothing-unknown = none
grounds-note = Where sources disagree, the figure's note says which one is followed
end-working = { $end }: { $sum }
would-change = Changes with: { $names }
nothing-behind = The amount as given
narrow-by = Answer these to narrow the range: { $names }
settled-on = Computed by the rules of { $day }
filing-saves-up-to = Filing saves up to { $amount } yuan: what is cut filed and what is cut unfiled are known as ranges only; many areas pay less when unfiled, so file first
filing-saves-if-paid = If the insurance pays, filing saves up to { $amount } yuan; if it does not, filing makes no difference
filing-saves-not-seen = By the rules that were found, filed or not comes to the same
filing-is-another = The ordinary filing of trips does not apply here
filing-saves-nothing = Filed or not, the personal burden is the same
filing-saves-unclear = By the rules found it comes to the same, filed or not; many areas pay less when unfiled, so file first
nothing-to-file = Care within the province: no cross-province filing
nothing-to-file-at-home = Care in the insured area: no filing
counted-as-filed-anyway = Such a trip counts as filed: filing changes nothing
compare-now = now
compare-cheapest-now = cheapest, now
compare-note = { $solid } paid at least, { $light } not certain. Where ranges overlap none is called cheapest.
no-bill = The bill is not known yet, so here is what several bills would cost you
cause-bill = How much the bill is
cause-year = What the earlier cases of the year left
ladder-total = If the bill is
ladder-personal = you pay
ladder-then = Once the bill is known, --total gives the one result; what to do: yidi checklist

told-rule = { $rule } { $value }
told-cut = { $points } points less
told-used = Settled on the rules you told: { $rules }
told-beside = What you told of { $rule }, { $value }, is not used: a better source says { $better }. If they differ, call and check
told-agrees = The { $rule } you told, { $value }, is what was found as well

ask-as = I am insured in { $insured }, { $status }, { $routes }, to { $care_place }, { $tier }, { $visit }
ask-whom = Call { $hotline } and say: “{ $who }”
ask-rule-deductible = What is the deductible of this stay, in yuan?
ask-rule-rate = What rate does the pooled fund pay on this trip, with the cut away from home taken off?
ask-rule-rate-home = What rate does the pooled fund pay this time?
ask-rule-cut = How many points less than at home?
ask-rule-cap = How much does the pooled fund pay in a year at most?
ask-rule-supplement-rate = What does the supplement pay above the cap?
ask-rule-supplement-cap = How much does the supplement pay in a year at most?
ask-rule-catastrophic-deductible = From what burden on does the catastrophic insurance pay?
ask-rule-catastrophic-rate = What rate does the catastrophic insurance pay?
ask-rule-catastrophic-cap = How much does the catastrophic insurance pay in a year at most?
ask-blank = { $question } ______
rule-unknown = “{ $typed }” is no rule: write NAME=NUMBER, for example deductible=800 or rate=75; the names are: { $names }
rule-unknown-near = “{ $typed }” is no rule; did you mean { $near }? Write NAME=NUMBER; the names are: { $names }
ask-by-phone = Call { $hotline } and ask: { $questions }
slip-learn = Enter again keeps the rules that the slip shows with this case ({ $rules })
