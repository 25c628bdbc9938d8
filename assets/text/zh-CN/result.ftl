# The result.

tab-cost = 费用
tab-list = 清单

you-pay = 个人负担
# $grade (String)
reliability = 依据：{ $grade }
best-case = 最好情况
worst-case = 最差情况

line-total = 总费用
line-own-expense = 自费
line-prepay = 乙类先行自付
line-over-limit = 超限价自付
line-uncovered = 不能报的部分（未细分）
line-eligible = 符合报销范围
line-first-self-pay = 先自付（异地）
line-deductible = 起付线
line-fund = 统筹基金支付
line-co-payment = 按比例自付
line-above-cap = 超过封顶线
line-supplement = 大额补助支付
line-catastrophic = 大病保险支付
line-aid = 医疗救助支付
line-personal = 个人负担
line-account = 其中个人账户
line-cash = 其中现金

bar-fund = 统筹
bar-supplement = 大额
bar-catastrophic = 大病
bar-aid = 救助
bar-you = 个人

spread-title = 为什么是一个区间
# $cause (String)
# $amount (String)
spread-line = { $cause }：弄清楚后，最高的一端最多可降 { $amount } 元
cause-area = 不清楚是哪个市
cause-route = 不确定走哪种去向（如备案与否、是否算省内）
cause-circumstance = 特殊情况下付不付、收不收
cause-status = 参保人的身份（险种、在职还是退休）
cause-tier = 医院是几级

unknown-title = 没有依据、未计入
# $items (String)
unknown-items = { $items }：没有找到规定，按没有处理
# $item (String)
# $date (String)
unknown-begins = { $item }：手头规定从 { $date } 起才有，未计入

note-counted-as-filed = 两地在同一区域，未备案也视同备案，按已备案计算（未经证实，请先问参保地）
# $area (String)
note-best-run = 最低的一端按{ $area }
# $area (String)
note-worst-run = 最高的一端按{ $area }

disclaimer = 本结果是估算，以参保地经办机构的结算为准。
# $hotline (String)
ask-hotline = 拿不准先打 { $hotline }
# $disclaimer (String)
# $ask (String)
closing = { $disclaimer }{ $ask }

sources-title = 用到的依据
# $items (String)
checklist-papers = 带：{ $items }
# $items (String)
checklist-channels = 在：{ $items }
# $text (String)
checklist-say = 可以这样说：「{ $text }」
# $text (String)
checklist-in-chinese = 中文：{ $text }
# $text (String)
checklist-say-in-chinese = 中文：「{ $text }」
# $text (String)
# $who (String)
checklist-why = 因为：{ $text }（{ $who }）
# $grade (String)
# $publisher (String)
said-by = { $grade }：{ $publisher }
# $grade (String)
# $publisher (String)
# $count (Number)
said-by-several = { $grade }：{ $publisher } 等 { $count } 处
grade-reported-by-several = 公开资料
# $text (String)
checklist-note = 注意：{ $text }
# $text (String)
checklist-disputed = 另有说法：{ $text }
# $due (String)
checklist-by = 最迟：{ $due }
# $due (String)
checklist-by-unknown = 期限：没有统一规定，按见过的最早要求最稳妥：{ $due }
# $due (String)
# $seen (String)
checklist-by-seen = 期限：没有统一规定，按见过的最早要求最稳妥：{ $due }；别处见过：{ $seen }
# $text (String)
checklist-late = 已过期限！{ $text }
# $text (String)
checklist-late-safe = 已过稳妥日期！{ $text }
limit-leaving = 出发之前
limit-settlement = 出院结算之前
limit-settlement-visit = 结算之前
# $event (String)
# $count (Number)
limit-days = { $event }后 { $count } 天内
# $event (String)
# $count (Number)
limit-working-days = { $event }后 { $count } 个工作日内
# $month (Number)
# $day (Number)
limit-next-year = 次年 { $month } 月 { $day } 日前
event-admission = 入院
event-discharge = 出院
event-visit = 就诊
event-filing = 备案
event-hand-in = 交齐材料
# $rule (String)
# $date (String)
# $days (Number)
due-left = { $rule }（{ $date }，还有 { $days } 天）
# $rule (String)
# $date (String)
due-today = { $rule }（{ $date }，就是今天）
# $rule (String)
# $date (String)
# $days (Number)
due-past = { $rule }（{ $date }，已过 { $days } 天）
# $rule (String)
# $date (String)
due-on = { $rule }（{ $date }）
# $rule (String)
# $date (String)
due-over = { $rule }（{ $date }，已过）
# $due (String)
# $year (String)
due-beyond-notices = { $due }（没有 { $year } 年的放假安排，只扣了周末）
# $count (Number)
progress-left = 还差 { $count } 项
progress-done = 全部办完
checklist-title = 备案与就医清单
# $count (Number)
checklist-count = 共 { $count } 件事

# $amount (String)
about = 约 { $amount } 元
change-none = 和刚才一样
# $amount (String)
change-more = 比刚才多付 { $amount } 元
# $amount (String)
change-less = 比刚才少付 { $amount } 元
# $best (String)
# $worst (String)
change-ends = 和刚才比：最少的一端 { $best } 元，最多的一端 { $worst } 元
# $name (String)
# $before (String)
# $after (String)
change-from-to = { $name }：{ $before } → { $after }
# $what (String)
took-back = 撤销了 { $what }
# $what (String)
did-again = 恢复了 { $what }
# $first (String)
# $second (String)
sentence-and = { $first }；{ $second }
# $day (String)
head-day = 结算 { $day }
head-hardship = 困难人员
pair-title = 和钉住的比
pair-pinned = 钉住的
pair-first = 第一种
pair-second = 第二种
pair-now = 现在
pair-change = 相差
pair-same = 回答都一样
# $first (String)
pair-pinned-said = 钉住了：{ $first }。改一改，对比里并排看；再按 p 放开
pair-released = 放开了钉住的
tab-curve = 曲线
curve-title = 账单越大，自己付多少
# $total (String)
# $amount (String)
curve-at = 总费用 { $total } 元：个人负担 { $amount } 元
# $amount (String)
curve-unfiled = 不备案 { $amount } 元
# $amount (String)
curve-filed = 备案 { $amount } 元
curve-band = 个人负担，最少到最多
curve-is-unfiled = 不备案时的最少、最多
curve-is-filed = 备案时的最少、最多
# $line (String)
curve-line = { $line } 最少和最多，中间都有可能
# $main (String)
# $dotted (String)
curve-line-unfiled = { $main }；{ $dotted } 不备案
# $main (String)
# $dotted (String)
curve-line-filed = { $main }；{ $dotted } 备案
turn-deductible = 过了起付线，统筹基金开始付
turn-slice = 换一档支付比例
turn-cap = 到统筹封顶线
turn-catastrophic = 大病保险开始付
turn-aid = 医疗救助开始付
# $from (String)
mark-perhaps = 最早 { $from }，也可能到不了
# $number (String)
# $turn (String)
# $at (String)
mark-line = { $number } { $turn }：{ $at }
# $count (String)
ten-thousands = { $count }万
timeline-title = 日程
# $task (String)
timeline-today = 今天是最后一天：{ $task }
# $days (Number)
# $task (String)
timeline-left = 还有 { $days } 天：{ $task }
# $days (Number)
# $task (String)
timeline-past = 已过 { $days } 天，仍要办：{ $task }
# $task (String)
timeline-seen = 别处见过的最晚：{ $task }
calendar-name = 异地就医
# $task (String)
calendar-late = 已过期，仍要办：{ $task }
calendar-none = 还没有带日期的期限：填上入院日期、出院结算日期再导出
# $rule (String)
calendar-rule = 期限：{ $rule }
calendar-title = 把期限存成日历文件（.ics），手机和电脑的日历都能导入

# $likely (String) from … to … yuan
# $count (String)
elsewhere-likely = 本地规定未查到。按别处的规定算，多数在 { $likely }（{ $count } 个地区，去掉最低、最高各一成）；这是别处的规定，不是本地的。
# $likely (String) from … to … yuan
# $count (String)
elsewhere-likely-away = 本地的异地规定未查到。按别处的异地规定算，多数在 { $likely }（{ $count } 个地区，去掉最低、最高各一成）；这是别处的规定，不是本地的。
# $areas (String)
elsewhere-near = 同省：{ $areas }
# $label (String)
# $amount (String)
# $grade (String)
headline = { $label }  { $amount }（依据：{ $grade }）

# $date (String)
# $from (String)
# $to (String)
note-far-date = { $date } 离收录的规定很远：所用的规定只知道 { $from } 到 { $to } 的，那时的规定可能不同
# $date (String)
# $to (String)
note-far-date-after = { $date } 离收录的规定很远：所用的规定只核对到 { $to }，那时的规定可能不同
# $area (String)
# $care (String)
note-no-own-rate = 没有收录{ $area }的{ $care }支付比例，下面用的是全国区间，只能参考
# $area (String)
# $dearer (String)
# $cheaper (String)
note-out-of-order = 按{ $area }的规定，「{ $dearer }」比「{ $cheaper }」花得多，和通常的顺序相反；以规定的来源为准
# $remark (String)
warning = 注意：{ $remark }
# $name (String)
# $says (String)
circumstance-not-counted = { $name }（没有算进金额）：{ $says }
# $name (String)
# $says (String)
circumstance-counted = { $name }（已经算进金额）：{ $says }
# $name (String)
# $says (String)
circumstance-known = { $name }：{ $says }
# $name (String)
# $says (String)
circumstance-unfiled = { $name }（已经算进金额，按没备案算）：{ $says }
# $name (String)
# $says (String)
circumstance-to-file = { $name }（按结算前给这里备好案算）：{ $says }
# $name (String)
circumstance-unchanged = { $name }：这次的金额不因此而变
# $route (String)
# $amount (String)
route-range = { $route }：{ $amount } 元

compare-by-route = 按去向（个人负担，元）
compare-by-tier = 按医院等级（个人负担，元）
compare-cheapest = 最省
# $amount (String)
filing-saves = 备案能省 { $amount } 元

tab-compare = 对比
tab-grounds = 依据
# $grade (String)
grounds-head = 用到的规定，最弱的依据：{ $grade }
# $item (String)
# $value (String)
# $grade (String)
grounds-line = { $item }  { $value }（{ $grade }）
# $whom (String)
# $since (String)
grounds-for = 适用：{ $whom }；{ $since }
# $source (String)
says = 出处：{ $source }
stale = 太久没有复核，请先确认
# $by (String)
# $day (String)
verified-by = { $by } 于 { $day } 核实
nothing-unknown = 没有
grounds-note = 来源说法不一时，采用哪一种写在该条的「注意」里
# $end (String)
# $sum (String)
end-working = { $end }：{ $sum }
# $names (String)
would-change = 随这些而变：{ $names }
nothing-behind = 按填写的金额
# $names (String)
narrow-by = 填上可以缩小区间：{ $names }
# $day (String)
settled-on = 按 { $day } 的规定计算
# $amount (String)
filing-saves-up-to = 备案最多能省 { $amount } 元：备案和不备案各降多少都只知道范围；很多地方不备案报得更少，先备案更稳妥
# $amount (String)
filing-saves-if-paid = 医保付的话，备案最多能省 { $amount } 元；不付就没有区别
filing-saves-not-seen = 按查到的规定，备不备案算出来一样
filing-is-another = 不走普通的异地就医备案
filing-saves-nothing = 备案与否，个人负担一样
filing-saves-unclear = 按查到的规定，备不备案算出来一样；很多地方不备案报得更少，先备案更稳妥
nothing-to-file = 不出省就医，没有跨省备案
nothing-to-file-at-home = 在参保地就医，不用备案
counted-as-filed-anyway = 这样去视同已备案，备不备案一样
compare-now = 现在
compare-cheapest-now = 最省，现在
# $solid (String)
# $light (String)
compare-note = { $solid } 至少要付，{ $light } 还不确定。区间有重叠时不标最省。
no-bill = 还不知道总费用，先按几个金额各算一遍
cause-bill = 总费用是多少
cause-year = 今年之前几次花了多少
ladder-total = 如果总费用是
ladder-personal = 自己付
ladder-then = 知道了总费用，用 --total 写上，结果就只剩一个；要办的事见 yidi checklist

# 打听到的规定
# $rule (String)
# $value (String)
told-rule = { $rule } { $value }
# $points (String)
told-cut = 降 { $points } 个百分点
# $rules (String)
told-used = 按您告诉的规定算：{ $rules }
# $rule (String)
# $value (String)
# $better (String)
told-beside = 您告诉的{ $rule } { $value } 没有用上：已有更可靠的依据，{ $better }。两者不同请打电话核实
# $rule (String)
# $value (String)
told-agrees = 您告诉的{ $rule } { $value } 与查到的一致

# 该问的话
# $insured (String)
# $status (String)
# $routes (String)
# $care_place (String)
# $tier (String)
# $visit (String)
ask-as = 我在{ $insured }参保，{ $status }，{ $routes }，去{ $care_place }，{ $tier }，{ $visit }
# $hotline (String)
# $who (String)
ask-whom = 打 { $hotline } 这样问：「{ $who }。」
ask-rule-deductible = 这次起付线是多少元？
ask-rule-rate = 这次统筹基金报百分之几？异地少报的算进去了吗？
ask-rule-rate-home = 这次统筹基金报百分之几？
ask-rule-cut = 比在本地看病少报几个百分点？
ask-rule-cap = 统筹基金一年最多付多少元？
ask-rule-supplement-rate = 超过封顶线的部分，大额补助报百分之几？
ask-rule-supplement-cap = 大额补助一年最多付多少元？
ask-rule-catastrophic-deductible = 大病保险自付满多少元以后开始报？
ask-rule-catastrophic-rate = 大病保险报百分之几？
ask-rule-catastrophic-cap = 大病保险一年最多付多少元？
# $question (String)
ask-blank = { $question } ＿＿＿＿＿＿
# $typed (String)
# $names (String)
rule-unknown = 看不懂这条规定「{ $typed }」：写成 名称=数字，例如 deductible=800、rate=75；名称有：{ $names }
# $typed (String)
# $near (String)
# $names (String)
rule-unknown-near = 看不懂这条规定「{ $typed }」，是不是 { $near }？写成 名称=数字；名称有：{ $names }
# $hotline (String)
# $questions (String)
ask-by-phone = 打 { $hotline } 问：{ $questions }
# $rules (String)
slip-learn = 再按 Enter：把单子上看出来的规定记到这一例里（{ $rules }）
