# How a line of the settlement came about.

what-figure = 规定的{ $item }
what-answer = 填写的{ $field }
what-class-b = 填写的乙类费用
what-known-parts = 已知不能报的部分
what-reimbursable = 可报销的费用
what-from-slice = 该段起的费用
what-used-up = 封顶线用完时的费用
work-negative = { $sum }，不足 0，按 0 计
work-earlier = 分段从 { $amount }（{ $what }）之后接着算
work-counted-from = 超过{ $what } { $amount } 的部分才付
work-rate-after = { $after }（平时 { $rate }）
work-slice = { $edges } 这一段：{ $sum }
work-at-least = 不低于{ $what } { $amount }
work-less-used = { $limit } - 今年已用 { $used }
work-below = 没有超过{ $what } { $limit }
work-at-most = 最多付到{ $what } { $limit }
figure-since = { $since }；依据：{ $grade }
workings-title = 怎么算的
workings-title-of = 怎么算的（{ $end }）
note-tilt = 困难人员：大病保险起付标准减半、比例加 5 个百分点、不封顶（当地另有规定的除外）
