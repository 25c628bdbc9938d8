# What is wrong with an answer, and what would be right.

# $field (String)
# $trouble (String)
trouble-at = { $field }：{ $trouble }
trouble-missing = 还没有填
amount-empty = 请填金额，如 50000 或 5万
amount-not-a-number = 看不懂这个金额。可以写 50000、50,000.00、5万、五万二
amount-negative = 金额不能是负数
amount-too-large = 金额太大，最多 99,999,999.99 元
amount-too-fine = 最多两位小数（精确到分）
amount-other-unit = 单位已写在列名或表头上方，这里只写数字
amount-grouping = 逗号位置不对，应每三位一个，如 50,000
# $parts (String)
# $total (String)
parts-above-total = 自费、先行自付、超限价合计 { $parts } 元，超过总费用 { $total } 元
# $status (String)
# $scheme (String)
status-not-of-scheme = { $scheme }没有「{ $status }」。职工：active、retired；居民：adult、senior、child
# $status (String)
# $least (Number)
# $most (Number)
age-not-of-status = 「{ $status }」的年龄应在 { $least } 到 { $most } 岁之间，请改正年龄或身份
# $typed (String)
place-unknown = 没有叫「{ $typed }」的地方
# $typed (String)
# $names (String)
place-unknown-near = 没有叫「{ $typed }」的地方。是不是：{ $names }
# $typed (String)
# $names (String)
place-ambiguous = 「{ $typed }」不止一个地方：{ $names }。请写全名或区划代码
# $typed (String)
# $choices (String)
word-unknown = 不认识「{ $typed }」，可以写：{ $choices }
# $typed (String)
# $near (String)
# $choices (String)
word-unknown-near = 不认识「{ $typed }」，是不是「{ $near }」？可以写：{ $choices }
date-wrong = 日期要写成 2026-11-22、11-22 或「昨天」这样，并且是真实的日子

no-rate = 没有找到适用的支付比例，无法估算。请向参保地询问。
# $date (String)
no-rate-before = 手头的支付比例从 { $date } 起才有，早于它的日期无法估算
# $detail (String)
data-broken = 数据有误：{ $detail }
# $detail (String)
data-clash = 数据有误，两条规定互相矛盾：{ $detail }

# $least (Number)
# $most (Number)
number-wrong = 要写 { $least } 到 { $most } 之间的整数
kind-missing = 门诊慢特病要选一个病种；没有列出的或说不清的，选「其他病种或不清楚」
percent-wrong = 要写 0 到 100 之间的百分数，如 10 或 8.5%
# $share (String)
# $percent (String)
share-or-percent = 看不出是 { $share }% 还是 { $percent }%：要写百分数，写「{ $share }%」（或 { $share }）或「{ $percent }%」
# $typed (String)
# $tier (String)
# $code (String)
tier-or-code = 「{ $typed }」看不出是{ $tier }，还是接口代码 { $code }（三级）：写「{ $tier }」或「{ $code }」，数字格子先设成文本
# $typed (String)
# $other (String)
contradicted = 「{ $typed }」和另一列的「{ $other }」说的不一样；改对一列
rate-too-low = 报销比例写百分数：七成写 70 或「七成」，不写 7 或 0.7；不报写 0
rate-missing = 填了乙类费用，还要填先行自付比例，如 10
class-b-missing = 填了先行自付比例，还要填乙类费用
prepay-twice = 先行自付已经写了金额，金额和「乙类费用 × 比例」只写一种
# $admitted (String)
# $discharged (String)
dates-out-of-order = 入院 { $admitted } 晚于出院 { $discharged }，请改正其中一个
place-outside = 「{ $typed }」在境外或港澳台：基本医保不报那里的费用，这里算不出。可问商业保险，或回参保地后问 12393
place-counted = { $name }不单独算，按{ $place }算
place-asked = 「{ $typed }」不止一个地方，请用 ↑↓ 选
file-no-plain = 是管道或设备，不是普通文件；从标准输入读用 -
file-folder = 是文件夹
# $most (Number)
file-too-large = 超过 { $most } MiB
file-not-text = 不是 UTF-8 文本
file-not-there = 不存在
file-denied = 没有权限读取
system-denied = 没有权限
system-no-folder = 路径中间有一段不是文件夹
system-not-empty = 文件夹不是空的
system-exists = 已经存在
system-full = 磁盘满了
system-quota = 超出了磁盘配额
system-too-large = 超出了系统允许的文件大小
system-read-only = 所在的磁盘只读
system-name = 文件名太长，或有不能用的字
system-data = 内容读不懂
system-cut = 内容不完整
system-closed = 对方已经关闭
system-interrupted = 被打断
system-late = 等得太久
system-busy = 正被占用
system-memory = 内存不够
system-stream = 不是能来回读的文件
system-stale = 网络文件夹已断开
system-unsupported = 系统不支持
system-device = 磁盘或线路出错
system-circle = 链接绕成了圈
system-too-many = 打开的文件太多
# $said (String)
system-other = 系统报错：{ $said }
# $fault (String)
system-failed = 读写出错：{ $fault }
