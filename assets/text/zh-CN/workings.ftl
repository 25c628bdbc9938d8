# How a line of the settlement came about.

# $item (String)
what-figure = 规定的{ $item }
# $field (String)
what-answer = 填写的{ $field }
what-class-b = 填写的乙类费用
what-known-parts = 已知不能报的部分
what-reimbursable = 可报销的费用
what-illness = 同一次病转出医院已付的起付线
what-from-slice = 该段起的费用
what-used-up = 封顶线用完时的费用
# $sum (String)
work-negative = { $sum }，不足 0，按 0 计
# $amount (String)
# $what (String)
work-earlier = 分段从 { $amount }（{ $what }）之后接着算
# $what (String)
# $amount (String)
work-counted-from = 超过{ $what } { $amount } 的部分才付
# $after (String)
# $rate (String)
work-rate-after = { $after }（平时 { $rate }）
# $edges (String)
# $sum (String)
work-slice = { $edges } 这一段：{ $sum }
# $what (String)
# $amount (String)
work-at-least = 不低于{ $what } { $amount }
# $limit (String)
# $used (String)
work-less-used = { $limit } - 今年已用 { $used }
# $what (String)
# $limit (String)
work-below = 没有超过{ $what } { $limit }
# $what (String)
# $limit (String)
work-at-most = 最多付到{ $what } { $limit }
# $since (String)
# $grade (String)
figure-since = { $since }；依据：{ $grade }
workings-title = 怎么算的
# $end (String)
workings-title-of = 怎么算的（{ $end }）
note-tilt = 困难人员：大病保险起付标准减半、比例加 5 个百分点、不封顶（当地另有规定的除外）
