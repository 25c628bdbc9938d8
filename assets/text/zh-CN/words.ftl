# The field's terms: one message for each answer and each figure.

scheme-employee = 职工医保
scheme-resident = 居民医保

status-active = 职工在职
status-retired = 职工退休
status-adult = 居民成年
status-child = 居民学生儿童
status-senior = 居民 60 岁及以上
status-open = 身份不清楚
status-open-employee = 职工（在职或退休）
status-open-resident = 居民（年龄段不清楚）

care-inpatient = 住院
care-outpatient = 普通门诊
care-chronic = 门诊慢特病

tier-three = 三级医院
tier-two = 二级医院
tier-one = 一级医院
tier-primary = 基层（社区、乡镇）
tier-open = 医院等级不清楚

route-local = 参保地就医
route-in-province = 省内异地
route-long-term = 长期异地（已备案）
route-referral = 异地转诊（已备案）
route-emergency = 急诊抢救（视同备案）
route-temporary = 临时外出（已备案）
route-unfiled = 未备案
planned-long-term = 长期异地（会备案）
planned-referral = 异地转诊（会备案）
planned-temporary = 临时外出（会备案）

reason-other = 其他临时外出
reason-referral = 异地转诊
reason-emergency = 急诊抢救
reason-long-term = 异地长期居住
reason-resettled = 异地安置退休
reason-posted = 常驻异地工作

filed-yes = 已备案
filed-planned = 还没有，会去备案
filed-no = 没有备案，也不备
filed-unknown = 不知道

grade-verified = 经办机构已核实
grade-official = 官方原文（副本）
grade-corroborated = 两个来源一致
grade-reported = 单一来源
grade-community = 社区数据
grade-told = 您告诉的
grade-assumed = 估计区间
# What a weak grade is the grade of.
basis-of = { $items }为{ $grade }
basis-unsplit = { $basis }；账单未拆分
and-others = { $items }等

item-deductible = 起付线
item-deductibles-ceiling = 全年起付线合计上限
item-rate = 支付比例
item-cap = 统筹封顶线
item-supplement-rate = 大额补助比例
item-supplement-cap = 大额补助封顶线
item-catastrophic-deductible = 大病保险起付标准
item-catastrophic-rate = 大病保险支付比例
item-catastrophic-cap = 大病保险封顶线
item-catastrophic-base = 大病保险计算口径
item-aid-deductible = 医疗救助起付标准
item-aid-rate = 医疗救助比例
item-aid-cap = 医疗救助封顶线
item-away = 异地支付规则
item-uncovered-share = 账单里不能报的部分

level-area = { $place }
level-nation = 全国

phase-before-leaving = 出发前
phase-on-admission = 入院时
phase-before-discharge = 出院前
phase-after-discharge = 出院后
phase-on-visit = 就诊时
phase-before-settlement = 结算前
phase-after-settlement = 结算后

channel-national-app = 国家医保服务平台 APP
channel-national-mini-program = 国家异地就医备案小程序
channel-state-council = 国务院客户端小程序
# $entries (String) - names of the province's own entries
channel-province-entry = 参保省的{ $entries }
channel-province-entry-unknown = 参保省自己的医保 APP 或小程序
channel-window = 参保地医保窗口
# $number (String)
channel-hotline = 参保地医保热线 { $number }
channel-hospital = 医院医保办

# $low (String)
# $high (String)
range = { $low } ～ { $high }
# Where something unknown may still move an amount.
# The end of a cap that may be none at all.
no-limit = 不封顶
at-least = 至少 { $amount }
at-most = 至多 { $amount }
about-open = { $amount }，可能更少或更多
range-or-more = { $amount } 或更多
range-or-less = { $amount } 或更少
# $amount (String) - with thousands separators
yuan = { $amount } 元
# $percent (String)
percent = { $percent }%
# How a day is written in a sentence, as strftime has it.
date-form = %Y-%m-%d
whole-province = 全省，或不清楚在哪个市
list-separator = 、
alternative = 或

# $factor (String)
value-times = 参保地起付线的 { $factor } 倍
# $share (String)
# $least (String)
# $most (String)
value-bill-share = 总费用的 { $share }，最低 { $least } 元，最高 { $most } 元
# $values (String)
value-one-of = { $values }（说法不一）
value-none = 没有
# $to (String)
# $pays (String)
band-up-to = { $to } 元以下 { $pays }
# $pays (String)
band-above = 以上 { $pays }
away-same = 与参保地相同
# $points (String)
away-cut = 比例降 { $points } 个百分点
# $share (String)
away-times = 比例按平时的 { $share } 计
away-not-covered = 不予支付
# $share (String)
# $change (String)
away-first = 先自付 { $share }，再{ $change }
counts-both = 起付线和先自付都计入
counts-deductible = 起付线计入，先自付不计入
counts-first-self-pay = 先自付计入，起付线不计入
counts-neither = 起付线和先自付都不计入
# $holder (String)
# $item (String)
# $value (String)
# $grade (String)
figure-line = { $holder } { $item } { $value }（{ $grade }）
# $name (String)
# $note (String)
with-note = { $name }（{ $note }）
