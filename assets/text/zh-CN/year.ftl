# A patient's year: stays and visits one after the other.

cmd-year = 一个病人的一年：多次住院、门诊逐次接着算，起付线、封顶线、大病累计自动带入
arg-year-file = 每行一次的清单：快捷行、CSV、工作簿或 JSON Lines；- 或不写是标准输入
arg-more = 再预计几次，与最后一次相同
examples-year =
    printf '鞍山 北京 职工 三级 5万 3月1日出院\n3万 6月10日出院\n门诊 8次 2600 9月1日' | yidi year
    yidi year stays.csv --more 6
    yidi year stays.jsonl --json --output year.json
    yidi year stays.csv --output year.pdf
year-empty = 清单里没有一次就医；每行写一次，如：鞍山 北京 职工 三级 5万
year-no-input = 要给一个清单文件，或用 - 从标准输入每行读一次就医
# $count (Number)
year-more-mistakes = （另有 { $count } 处有误）
# $most (Number)
year-too-long = 清单太长：最多 { $most } 次就医（写着 36x 的算 36 次）
# $typed (String)
# $most (Number)
year-more-wrong = --more 要写 1 到 { $most } 的整数，不能是「{ $typed }」
# $typed (String)
# $most (Number)
year-times-wrong = 次数要写 1 到 { $most } 的整数，不能是「{ $typed }」
# $fault (String)
year-no-object = 不是 JSON 对象：{ $fault }
# $name (String)
year-no-key = 不认识「{ $name }」；可以用命令行选项的名字，以及 line、times、paid

# $year (String)
# $place (String)
# $status (String)
year-of = { $year } 年  { $place }  { $status }
# $name (String)
# $amount (String)
year-total = { $name }  { $amount } 元
year-limits = 年度累计到哪里了（# 已用，+ 可能已用）
# $bar (String)
# $name (String)
# $used (String)
# $limit (String)
year-used = { $bar } { $name }  { $used } / { $limit }
year-deductibles = 起付线累计
year-burden = 合规自付累计 / 大病起付线
# $name (String)
# $care (String)
year-of-care = { $name }（{ $care }）
year-paid = 已结算
year-forecast = 预计
# $limits (String)
year-crossed = 到这一次：{ $limits }
# $crossed (String)
year-perhaps = 可能{ $crossed }
crossed-deductible = 全年起付线已付满
crossed-cap = 统筹基金到封顶线
crossed-supplement = 大额补助到封顶线
crossed-line = 过了大病起付线
crossed-catastrophic = 大病保险到封顶线
crossed-aid = 医疗救助到年度限额
# $amount (String)
year-filing = 每次都先备案，全年比都不备案少付 { $amount } 元。
year-tiers = 住院都改在同一级医院，全年个人负担：
year-note = 按出院日期先后接着算，最好的一年接最好的一年，最差的接最差的；次年 1 月 1 日重新累计。

# The year on the screen.
key-next-stay = 下次住院
key-year = 全年
key-print-year = 全年费用单
key-open-stay = 看这一次
key-once-more = 再来一次
key-once-less = 少一次
key-earlier = 往前移
key-later-stay = 往后移
# The year, one question a line.
# $number (Number)
plain-next-stay = 第 { $number } 次：人和地点不变，前几次已经带入；再问这一次的费用，其余可在结果后改
plain-stays = 看哪一次？写编号；-2 是去掉第 2 次
# $year (String)
# $total (String)
# $personal (String)
year-sum = { $year } 年合计  总费用 { $total }  个人负担 { $personal } 元
# $number (Number)
next-stay-begun = 第 { $number } 次：人和地点不变，填这一次的费用和日期；前几次已经带入。a 看全年。

# The sheet of a year.
arg-year-format = 做成一张单子：text、md、html、pdf（不写就看 --output 的后缀，都没有就是文字清单）
year-sheet = 一年就医费用单
year-stays = 一次一行
year-all = 合计
