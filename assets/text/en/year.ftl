# A patient's year: stays and visits one after the other.

cmd-year = A patient's year: stay after stay, each with what the earlier ones left of deductibles, caps and lines
arg-year-file = A list, one stay a line: express lines, CSV, a workbook or JSON Lines; - or nothing is standard input
arg-more = Expect so many more like the last one
examples-year =
    printf 'anshan beijing employee tier3 50k discharged 2026-03-01\n30k discharged 2026-06-10\noutpatient 8x 2600' | yidi year
    yidi year stays.csv --more 6
    yidi year stays.jsonl --json --output year.json
    yidi year stays.csv --output year.pdf
year-empty = There is no stay in the list; write one a line, such as: anshan beijing employee tier3 50k
year-no-input = Name a file with the list, or use - to read one stay a line from standard input
year-more-mistakes = ({ $count } more mistakes)
year-too-long = the list is too long: at most { $most } stays and visits (36x counts as 36)
year-more-wrong = --more takes a whole number from 1 to { $most }, not “{ $typed }”
year-times-wrong = how often is a whole number from 1 to { $most }, not “{ $typed }”
year-no-object = no JSON object: { $fault }
year-no-key = “{ $name }” is not known; use the names of the options, and line, times, paid

year-of = { $year }  { $place }  { $status }
year-total = { $name }  { $amount } yuan
year-limits = How far the limits of the year are used (# used, + perhaps used)
year-used = { $bar } { $name }  { $used } / { $limit }
year-deductibles = deductibles so far
year-burden = compliant burden / catastrophic deductible
year-of-care = { $name } ({ $care })
year-paid = settled
year-forecast = expected
year-crossed = with this one: { $limits }
year-perhaps = perhaps { $crossed }
crossed-deductible = the year's deductibles are paid in full
crossed-cap = the pooled fund has come to its cap
crossed-supplement = the supplement has come to its cap
crossed-line = the catastrophic deductible is passed
crossed-catastrophic = the catastrophic insurance has come to its cap
crossed-aid = medical aid has come to its yearly limit
year-filing = Filing every trip instead of none saves { $amount } yuan over the year.
year-tiers = With every stay in hospitals of one tier, the person pays over the year:
year-note = In order of discharge; the best year follows on the best, the worst on the worst. Everything counts anew from 1 January.

# The year on the screen.
key-next-stay = Next stay
key-year = The year
key-print-year = Sheet of the year
key-open-stay = Open it
key-once-more = Once more
key-once-less = Once less
key-earlier = Earlier
key-later-stay = Later
year-sum = { $year } together  bills { $total }  the person pays { $personal } yuan
plain-next-stay = Stay { $number }: same person and places, the earlier ones are carried. Its bill is asked now; the rest can be changed after the result
plain-stays = Which stay? Type its number; -2 takes out the second
next-stay-begun = Stay { $number }: same person and places; type its bill and days. The earlier ones are carried. a shows the year.

# The sheet of a year.
arg-year-format = As a sheet: text, md, html, pdf (left out: by the ending of --output; without either a list as text)
year-sheet = A year of care: what it costs
year-stays = Stay by stay
year-all = All
