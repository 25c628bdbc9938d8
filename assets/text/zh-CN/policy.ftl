# The commands about policy data: what holds, sources, coverage, differences.

cmd-policy-show = 查看一个地方某一天的全部规定
cmd-policy-sources = 列出来源；写上编号就看它的详情和用到它的数字
cmd-policy-coverage = 各地各项规定的有无、等级和数量
cmd-policy-calibrate = 逐个拿掉已知地区，看区间是否装得下它自己的规定
calibrate-title = 逐个拿掉有规定的地区，同一情况改用全国区间和别处的规定来算，再同它自己的规定相比：
calibrate-bill = 账单（元）
calibrate-cases = 自己的规定算得出一个数的情况
calibrate-full = 完整区间装得下
calibrate-likely = 「多数」区间装得下
calibrate-width = 「多数」区间与完整区间的宽度之比（中位数）
calibrate-ranges = 自己的规定本身是区间的：整段装得下
arg-markdown-table = Markdown 表格
cmd-policy-diff = 比较两份数据：新增、删除、改动
arg-area = 参保地：名称、拼音、首字母或区划代码；写省名就看全省
arg-only-scheme = 只看一个险种：employee（职工）、resident（居民）
arg-day = 看哪一天，如 2026-11-22；不写就是今天
arg-source = 来源的编号，如 GD；不写就列出全部
arg-old-dir = 数据目录；只写一个目录时，拿内置数据与它比较
arg-new-dir = 与前一个目录比较的数据目录
# $argument (String)
cli-argument-missing = 还缺 { $argument }
# $commands (String)
cli-command-missing = 后面要写一个命令：{ $commands }

disease-hypertension = 高血压
disease-diabetes = 糖尿病
disease-cancer = 恶性肿瘤门诊放化疗
disease-dialysis = 尿毒症透析
disease-transplant = 器官移植术后抗排异
disease-copd = 慢性阻塞性肺疾病
disease-rheumatoid-arthritis = 类风湿关节炎
disease-coronary-disease = 冠心病
disease-hepatitis = 病毒性肝炎
disease-spondylitis = 强直性脊柱炎
disease-other = 其他病种或不清楚

hospital-province-level = 省属、部属医院
hospital-city-level = 市属医院
hospital-district-level = 区县属医院
hospital-grade-a = 甲等医院
hospital-grade-b = 乙等及以下医院
hospital-traditional = 中医院
hospital-specialist = 专科医院
hospital-village-clinic = 村卫生室

contribution-first = 缴费一档
contribution-second = 缴费二档
contribution-third = 缴费三档

# $places (String)
to-one-of = 去{ $places }
# $places (String)
to-all-but = 去{ $places }以外的地方
back-home = 备案期间回参保地
hardship-only = 困难人员（特困、低保、返贫致贫）
hardship-others = 困难人员以外
# $from (String)
# $to (String)
ages-between = { $from } 至 { $to } 岁
# $from (String)
ages-from = { $from } 岁及以上
# $to (String)
ages-to = { $to } 岁及以下
# $from (String)
# $to (String)
retired-between = { $from } 至 { $to } 年退休
# $from (String)
retired-from = { $from } 年及以后退休
# $to (String)
retired-to = { $to } 年及以前退休
for-anyone = 不分情形
for-separator = ；
scheme-any = 职工和居民
care-any = 不分就医类型

# $value (String)
value-per-year = { $value }（按年累计）
# $value (String)
# $later (String)
value-then = { $value }，{ $later }
# $number (Number)
# $amount (String)
then-one = 第 { $number } 次 { $amount }
# $number (Number)
# $amount (String)
then-rest = 第 { $number } 次起 { $amount }

# $date (String)
since-date = { $date } 起
since-unknown = 起始不详
# $since (String)
# $until (String)
since-until = { $since }，{ $until } 止

# $title (String)
# $publisher (String)
# $date (String)
# $checked (String)
source-dated = { $title }（{ $publisher }，{ $date }，{ $checked } 核对）
# $title (String)
# $publisher (String)
# $checked (String)
source-undated = { $title }（{ $publisher }，日期不详，{ $checked } 核对）
# $title (String)
# $original (String)
source-translated = { $title } [{ $original }]
# $name (String)
# $about (String)
source-named = { $name }：{ $about }

# $place (String)
# $code (String)
# $date (String)
show-title = { $place }（{ $code }）在 { $date } 的规定
show-order = 由近到远：近的一级有规定，就不看远的一级；同一级里条件更细的优先。
# $place (String)
level-own = { $place }（本地）
# $place (String)
level-province = { $place }（省级）
level-empty = 没有自己的数字
# $scheme (String)
# $care (String)
group-title = { $scheme } · { $care }
# $value (String)
# $whom (String)
figure-for = { $value }：{ $whom }
# $since (String)
# $grade (String)
# $sources (String)
figure-says = { $since }，{ $grade }，来源 { $sources }
# $remark (String)
figure-remark = 注意：{ $remark }
# $by (String)
# $on (String)
figure-verified = { $by }于 { $on } 核实
# $id (String)
figure-overruled = 用不到：近一级已有 { $id }
# $names (String)
show-areas = 省内这些地方另有自己的规定：{ $names }
show-sources = 来源

# $count (Number)
sources-count = 共 { $count } 个来源。只数用到它的数字；清单和备案入口也会用到来源，不计在内。
# $source (String)
# $count (Number)
source-cited = { $source }：{ $count } 条数字
# $number (String)
source-number = 文号：{ $number }
# $url (String)
source-url = 网址：{ $url }
# $file (String)
source-file = 登记在：{ $file }
# $count (Number)
source-figures = 用到它的数字（{ $count } 条）
# $typed (String)
source-unknown = 没有编号为「{ $typed }」的来源。用 yidi policy sources 看全部
# $typed (String)
# $names (String)
source-unknown-near = 没有编号为「{ $typed }」的来源。是不是：{ $names }

# $date (String)
coverage-title = 各地规定的有无（{ $date }）
coverage-legend = 本：本地有；省：用全省的；国：用全国的；-：没有。带 * 的只管一部分情形，其余看远一级。
reach-own = 本
reach-province = 省
reach-nation = 国
reach-unknown = -
# $reach (String)
reach-partly = { $reach }*
# $reach (String)
# $items (String)
coverage-alike = 各地一样（{ $reach }）：{ $items }
# $place (String)
coverage-province = { $place }省级
coverage-others = 其他各地
# $areas (Number)
# $provinces (Number)
coverage-holders = 有自己数字的：{ $areas } 个统筹区，{ $provinces } 个省级
# $all (Number)
# $stay (Number)
# $three (Number)
coverage-stays = { $all } 个统筹区中，{ $stay } 个至少一个险种的住院起付线和支付比例有本地或全省的规定，三级医院的 { $three } 个
# $all (Number)
# $away (Number)
# $trip (Number)
coverage-trips = { $all } 个统筹区中，{ $away } 个有本地或全省的跨省异地规则，长期异地以外的 { $trip } 个
# $count (Number)
# $areas (Number)
# $provinces (Number)
# $nation (Number)
coverage-figures = 数字 { $count } 条：统筹区 { $areas } 条，省级 { $provinces } 条，全国 { $nation } 条
# $grade (String)
# $count (Number)
# $share (String)
coverage-grade = { $grade }：{ $count } 条，{ $share }
coverage-head-province = 省份
coverage-head-areas = 有自己数字的统筹区
coverage-head-figures = 数字
arg-markdown = 按省列表，Markdown 格式
# $count (Number)
coverage-sources = 来源 { $count } 个

diff-embedded = 内置数据
# $old (String)
# $new (String)
diff-title = { $old } → { $new }
# $added (Number)
# $removed (Number)
# $changed (Number)
diff-summary = 新增 { $added } 条，删除 { $removed } 条，改动 { $changed } 条
diff-none = 数字没有变化
diff-added = 新增
diff-removed = 删除
diff-changed = 改动
# $aspect (String)
# $old (String)
# $new (String)
diff-aspect = { $aspect }：{ $old } → { $new }
aspect-value = 数字
aspect-until = 止期
aspect-grade = 等级
aspect-sources = 来源
aspect-remark = 备注
aspect-nothing = 无
# $id (String)
diff-twice = { $id } 出现了两次，无法比较；先用 yidi policy check 检查
# $name (String)
# $number (String)
# $full (String)
source-full-numbered = { $name } { $number } { $full }
# $name (String)
# $full (String)
source-full-named = { $name } { $full }

# Heads of narrow columns: a word takes four cells at most, or is broken.
column-deductible = 起付线
column-deductibles-ceiling = 起付合计
column-rate = 支付比例
column-cap = 统筹封顶线
column-supplement-rate = 大额补助比例
column-supplement-cap = 大额补助封顶线
column-catastrophic-deductible = 大病保险起付标准
column-catastrophic-rate = 大病保险支付比例
column-catastrophic-cap = 大病保险封顶线
column-catastrophic-base = 大病保险计算口径
column-aid-deductible = 医疗救助起付标准
column-aid-rate = 医疗救助比例
column-aid-cap = 医疗救助封顶线
column-away = 异地支付规则
column-uncovered-share = 账单里不能报的部分
