# The settlement slip beside the estimate.

cmd-reconcile = Lay a settlement slip beside the estimate and find what explains the difference
arg-slip = Slip file (JSON, XML, a table or a workbook), - for standard input
arg-slip-field = { $name } on the slip
slip-funds = All funds pay
slip-rate = Pooled fund rate
slip-cash = Paid in cash
slip-civil-servants = Subsidy of civil servants
slip-enterprise = Employer's supplementary insurance
slip-disabled = Fund of the disabled
slip-others = Other funds
slip-hospital = Borne by the hospital
slip-mutual = From family accounts
slip-expected-best = Estimate, best
slip-expected-worst = Estimate, worst
slip-actual = Slip
slip-difference = Difference
slip-expected = Estimate
slip-title = The settlement slip
slip-hint = Type the numbers of the slip, as many as it has; its JSON can be pasted as a whole. Enter checks them
slip-type-something = Nothing typed yet: type at least one number of the slip
key-slip = Real slip
key-check-slip = Check
slip-lines-title = Line by line (yuan)
slip-wrong = { $name } of the slip: { $detail }
slip-rate-wrong = must be a share such as 0.85 or 85
slip-not-json = The slip is not JSON: { $detail }
slip-empty = The slip has none of the known fields, such as medfee_sumamt, hifp_pay, psn_part_amt
slip-missing = Name a slip file with --slip, or give numbers with options such as --slip-hifp_pay
slip-unreadable = Cannot read the slip { $path }: { $detail }

slip-adds-up = The slip adds up
slip-does-not-add-up = The slip does not add up: { $what }; one side is { $whole } yuan, the other { $sum } yuan. Have the hospital or the agency check it first
slip-unchecked = Too few numbers to see whether the slip adds up
slip-unpaid = Of the total, { $amount } yuan are paid by nobody on this slip
identity-bill = total = eligible + prepay + over-limit + own expense
identity-payers = total = funds + personal burden
identity-funds = funds = pooled + supplement + catastrophic + aid
identity-person = personal burden = account + cash
slip-taken-unknown = { $field } taken from the slip: { $actual } yuan
slip-taken = { $field } is { $actual } yuan, not { $assumed } yuan
slip-other-funds = Other funds pay { $amount } yuan (such as civil servants', work injury, maternity); the estimate leaves them out
slip-own-rate = The slip itself names a pooled fund rate of { $rate }%
slip-effective-rate = Worked back from the slip, the pooled fund paid { $rate }% of what lies above the deductible

verdict-as-expected = The slip is as estimated, to the fen
verdict-in-range = The slip lies within the estimate
verdict-explained = What explains the difference
verdict-explained-several = What explains the difference: any one of these, the likeliest first
verdict-unexplained = No single difference explains this slip; there may be several. Ask the insured area, slip in hand
slip-route = It was settled as: { $route }

change-bill = The bill is split in another way than given, all else is the same
like-route = settled as: { $route }
like-admission = counted as stay no. { $number } of the year
like-tier = counted as: { $tier }
like-status = counted as: { $status }
like-hardship = counted as in hardship
like-no-hardship = counted as not in hardship
like-hospital = counted as: { $class }
like-contribution = counted as: { $class }
like-care = counted as: { $care }
like-date = by the rules of { $date }
change-no-deductible = no deductible was taken
change-only = only "{ $item }" { $like }, all else is the same
change-nothing-earlier = nothing earlier of the year was counted
change-fund-used = the pooled fund's cap was used up: it had paid { $amount } yuan earlier this year (worked back from the slip)
change-deductible-paid = { $amount } yuan of the annual deductible had been paid (worked back from the slip)
change-burden-borne = { $amount } yuan of compliant burden had been borne this year (worked back from the slip)
change-deductible = the deductible is { $amount } yuan (worked back from the slip)
change-rate = the rate is { $rate }% (worked back from the slip)
change-uncovered = the uncovered parts are { $amount } yuan (worked back from the slip)

slip-refund = This is a refund: its amounts give money back; the settlement that was taken back is compared
slip-said = { $field } { $answer }
slip-answers-taken = Taken from the slip, as it was left open: { $answers }
slip-answers-differ = The slip says other than the case, which stands: { $answers }
slip-unread = What was not read of the slip: { $names }
slip-oversized = The slip is wrong: { $part } of { $amount } yuan is more than { $whole } of { $most } yuan
slip-adds-up-rounded = The slip adds up, but for { $amount } yuan of rounding
slip-account-in-funds = The sum of all funds of this slip includes the personal account; it adds up without it
slip-account-beside = The personal burden of this slip leaves the personal account out; it adds up with it
slip-is-request = This is what the hospital asked for: nobody has paid yet, there is nothing to compare; take what came back (output)
slip-is-cancellation = This takes a settlement back: there is nothing to compare; take the answer to the settlement itself
slip-is-totals = These are sums over several settlements (clearing, statements or a total row), not one person's slip; take the answer to each settlement
slip-is-void = This settlement does not hold any more (its flag says invalid): there is nothing to compare; take the one that holds
slip-no-total = The slip has no total. What funds and person pay on it comes to { $sum } yuan; if that is the total, add --slip-medfee_sumamt { $plain }
slip-no-total-open = The slip has no total, and none can be worked out: add --slip-medfee_sumamt or --total
slip-aside = With amounts as well, and not taken for a slip: { $names }
slip-is-items = This is a list of items of a bill, no settlement slip; take the answer to the settlement (setlinfo)
slip-refused = Nothing was settled, the answer is: { $message }
slip-of-several = Slip { $place } of { $all }
slip-left-out = { $count } more slips were not compared; split them up
slip-first-of-several = { $all } slips were pasted; the first is taken
verdict-of = { $verdict } ({ $count } lines compared)
verdict-as-expected-rounded = The slip is as estimated, but for { $amount } yuan of rounding at most
verdict-not-compared = Nothing was compared: the slip names nothing that a fund or the person paid, or a total of nothing
verdict-unsound = No conclusion: numbers of the slip itself contradict each other; have the hospital or the agency check and correct them first
change-and = , and{" "}
change-supplement-rate = the layer above the cap pays { $rate }% (worked back from the slip)
