# The field's terms: one message for each answer and each figure.

scheme-employee = Employee insurance
scheme-resident = Resident insurance

status-active = Active employee
status-retired = Retired employee
status-adult = Adult resident
status-child = Child or student resident
status-senior = Senior resident (60+)
status-open = Status not known
status-open-employee = Employee (active or retired)
status-open-resident = Resident (age not known)

care-inpatient = Inpatient
care-outpatient = Outpatient
care-chronic = Chronic

tier-three = Tier 3 hospital
tier-two = Tier 2 hospital
tier-one = Tier 1 hospital
tier-primary = Primary (community)
tier-open = Tier not known

route-local = Local
route-in-province = In-province
route-long-term = Long-term (filed)
route-referral = Referral (filed)
route-emergency = Emergency (as filed)
route-temporary = Temporary (filed)
route-unfiled = Unfiled
planned-long-term = Long-term (to be filed)
planned-referral = Referral (to be filed)
planned-temporary = Temporary (to be filed)

reason-other = Other temporary trip
reason-referral = Referral
reason-emergency = Emergency rescue
reason-long-term = Long-term resident
reason-resettled = Retired and resettled
reason-posted = Posted for work

filed-yes = Filed already
filed-planned = Not yet, will file
filed-no = Not filed, and will not be
filed-unknown = Not known

grade-verified = verified by the agency
grade-official = official text, a copy
grade-corroborated = two sources agree
grade-reported = one source
grade-community = community data
grade-told = told by you
grade-assumed = assumed range
# What a weak grade is the grade of.
basis-of = { $grade } for { $items }
basis-unsplit = { $basis }; bill not split
and-others = { $items } and others

item-deductible = Deductible
item-deductibles-ceiling = Ceiling of a year's deductibles
item-rate = Rate
item-cap = Pooled fund cap
item-supplement-rate = Supplement rate
item-supplement-cap = Supplement cap
item-catastrophic-deductible = Catastrophic deductible
item-catastrophic-rate = Catastrophic rate
item-catastrophic-cap = Catastrophic cap
item-catastrophic-base = Catastrophic base
item-aid-deductible = Medical aid deductible
item-aid-rate = Medical aid rate
item-aid-cap = Medical aid cap
item-away = Away rule
item-uncovered-share = Uncovered share of the bill

level-area = { $place }
level-nation = Nation

phase-before-leaving = Before leaving
phase-on-admission = On admission
phase-before-discharge = Before discharge
phase-after-discharge = After discharge
phase-on-visit = At the visit
phase-before-settlement = Before settlement
phase-after-settlement = After settlement

channel-national-app = national app (国家医保服务平台)
channel-national-mini-program = mini-program (国家异地就医备案)
channel-state-council = mini-program (国务院客户端)
channel-province-entry = { $entries }
channel-province-entry-unknown = insured province's own app or mini-program
channel-window = window of the insured area
channel-hotline = hotline { $number }
channel-hospital = hospital's insurance office (医保办)

range = { $low } to { $high }
# Where something unknown may still move an amount.
# The end of a cap that may be none at all.
no-limit = no limit
at-least = at least { $amount }
at-most = at most { $amount }
about-open = { $amount }, may be less or more
range-or-more = { $amount } or more
range-or-less = { $amount } or less
yuan = { $amount } yuan
percent = { $percent }%
# How a day is written in a sentence, as strftime has it.
date-form = %-d %b %Y
whole-province = whole province, or not sure where
list-separator = ,{" "}
alternative = {" "}or{" "}

value-times = { $factor } times the deductible in the insured area
value-bill-share = { $share } of the whole bill, at least { $least } and at most { $most } yuan
value-one-of = { $values } (sources differ)
value-none = none
band-up-to = { $pays } up to { $to } yuan
band-above = { $pays } above
away-same = as in the insured area
away-cut = rate cut by { $points } points
away-times = { $share } of the usual rate
away-not-covered = not covered
away-first = first self-pay { $share }, then { $change }
counts-both = deductible and first self-pay both count
counts-deductible = the deductible counts, first self-pay does not
counts-first-self-pay = first self-pay counts, the deductible does not
counts-neither = neither deductible nor first self-pay counts
figure-line = { $holder }: { $item } { $value } ({ $grade })
with-note = { $name } ({ $note })
