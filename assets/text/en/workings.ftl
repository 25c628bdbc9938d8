# How a line of the settlement came about.

what-figure = { $item } (rule)
what-answer = { $field } (given)
what-class-b = Class-B cost (given)
what-known-parts = Known uncovered parts
what-reimbursable = Reimbursable cost
what-illness = Deductible paid at the hospital before, same illness
what-from-slice = Cost from this slice on
what-used-up = Cost at which the cap is used up
work-negative = { $sum }, below 0: counts as 0
work-earlier = Slices go on from { $amount } ({ $what })
work-counted-from = Paid only above { $what } { $amount }
work-rate-after = { $after } (usually { $rate })
work-slice = Slice { $edges }: { $sum }
work-at-least = At least: { $what } { $amount }
work-less-used = { $limit } - used this year { $used }
work-below = Not above: { $what } { $limit }
work-at-most = At most: { $what } { $limit }
figure-since = { $since }; basis: { $grade }
workings-title = How it is computed
workings-title-of = How it is computed ({ $end })
note-tilt = In hardship: the catastrophic deductible is halved, its rate gains 5 points and has no cap (unless the area has its own rule)
