# What is wrong with an answer, and what would be right.

trouble-at = { $field }: { $trouble }
trouble-missing = not answered yet
amount-empty = give an amount, such as 50000 or 50k
amount-not-a-number = not understood as an amount. Write 50000, 50,000.00, 50k or 5w (50,000)
amount-negative = an amount cannot be negative
amount-too-large = too large, at most 99,999,999.99 yuan
amount-too-fine = at most two decimals (fen)
amount-other-unit = the unit stands in the column's name or above the table: write the bare number here
amount-grouping = commas go every three digits, such as 50,000
parts-above-total = own expense, prepay and over-limit come to { $parts } yuan, more than the total of { $total } yuan
status-not-of-scheme = { $scheme } has no "{ $status }". Employee: active, retired; resident: adult, senior, child
age-not-of-status = "{ $status }" goes with an age from { $least } to { $most }: put right the age or the status
place-unknown = no place is called "{ $typed }"
place-unknown-near = no place is called "{ $typed }". Did you mean: { $names }
place-ambiguous = "{ $typed }" is more than one place: { $names }. Give the full name or the division code
word-unknown = "{ $typed }" is not known, it can be: { $choices }
word-unknown-near = "{ $typed }" is not known, did you mean "{ $near }"? It can be: { $choices }
date-wrong = a date is written like 2026-11-22, 11-22 or yesterday, and must be a real day

no-rate = No rate was found for this case, so it cannot be estimated. Ask the insured area.
no-rate-before = The rates at hand begin on { $date }; an earlier date cannot be estimated
data-broken = The data is wrong: { $detail }
data-clash = The data is wrong, two rules contradict each other: { $detail }

number-wrong = must be a whole number from { $least } to { $most }
kind-missing = chronic care needs a disease; where it is not listed or not known, choose "Another, or not known"
percent-wrong = must be a percentage from 0 to 100, such as 10 or 8.5%
share-or-percent = could be { $share }% or { $percent }%: write the percentage, "{ $share }%" (or { $share }) or "{ $percent }%"
tier-or-code = "{ $typed }" could be { $tier } or code { $code } of the interface (tier 3): write "{ $tier }" or "{ $code }", in a cell set to text
contradicted = "{ $typed }" and "{ $other }" in the other column do not say the same; correct one of them
rate-too-low = A rate is a percentage: seven tenths is 70, not 7 or 0.7; nothing paid is 0
rate-missing = with a class-B cost, give the class-B prepay rate as well, such as 10
class-b-missing = with a class-B prepay rate, give the class-B cost as well
prepay-twice = the prepay is given as an amount; give either the amount or class-B cost x rate
dates-out-of-order = admitted { $admitted } is after discharged { $discharged }; correct one of them
place-outside = "{ $typed }" is abroad or in Hong Kong, Macao or Taiwan: the basic insurance pays nothing there, so there is nothing to work out. Ask a commercial insurer, or 12393 of the insured area
place-counted = { $name } is counted as { $place }
place-asked = "{ $typed }" is more than one place: choose with the arrow keys
file-no-plain = it is a pipe or a device, no plain file; - stands for standard input
file-folder = it is a folder
file-too-large = it is larger than { $most } MiB
file-not-text = it is no text in UTF-8
file-not-there = it is not there
file-denied = it must not be read
disk-full = the disk is full
disk-denied = it must not be written
