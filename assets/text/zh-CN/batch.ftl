# A whole table at once.

cmd-batch = 成批估算：读 CSV，逐行写出最低和最高两份结算
arg-batch-file = CSV 或工作簿，- 是标准输入；列名同命令行选项，也可用中文
arg-batch-out = 存到哪个文件，.xlsx 就是工作簿；- 或不写是标准输出
arg-jobs = 用几个线程；不写就用全部核心
arg-jsonl = 输出 JSON Lines，一行一个对象
arg-batch-date = 没有写日期的行按哪天结算，如 2026-11-22；不写就按今天
arg-encoding = 输入的编码：utf-8 或 gb18030；不写就自动识别

# $row (Number)
# $message (String)
batch-error = 第 { $row } 行，{ $message }
batch-separator = ；
# $limit (Number)
batch-too-long = 这一行超过 { $limit } MiB，没有读；是不是引号没有闭合，或换行丢了
batch-open-quote = 引号打开后没有闭合；补上引号，或检查文件是否被截断
batch-encoding = 有字节不是文字，编码不对；另存为 UTF-8，或加 --encoding gb18030
batch-zero = 含有零字节（NUL）；删掉它
# $count (Number)
# $expected (Number)
batch-width = 有 { $count } 个单元格，表头有 { $expected } 个；检查逗号和引号

batch-empty = 输入是空的：第一行要写列名
# $path (String)
# $row (Number)
# $most (Number)
batch-header-too-long = { $path }:{ $row }：表头超过 { $most } MiB，没有再读
# $path (String)
# $row (Number)
batch-header-open-quote = { $path }:{ $row }：表头里有引号没有闭合
# $path (String)
# $row (Number)
# $most (Number)
batch-endless = { $path }:{ $row }：这一行超过 { $most } MiB 还没有结束，不是表格，没有再读
# $most (Number)
batch-too-many-columns = 表头超过 { $most } 列；删掉空列再试
batch-workbook = 这是 Excel 工作簿，不是文本；在 Excel 里另存为「CSV UTF-8」再用
# $field (String)
# $one (String)
# $other (String)
batch-twice = 两列都是{ $field }：「{ $one }」和「{ $other }」；去掉一列或改名
# $field (String)
# $read (String)
# $aside (String)
batch-compared = { $field }取「{ $read }」列，空着的取「{ $aside }」列；两列说的不一样的行算有错
# $names (String)
batch-class-b-kept = 「{ $names }」原样保留，不参与计算：要算先行自付，乙类费用和先行自付比例两列都要有；已写先行自付的行以它为准
# $name (String)
# $unit (String)
# $yuan (String)
batch-scaled = 「{ $name }」列的金额按{ $unit }读：1 是 { $yuan } 元
# $name (String)
# $unit (String)
batch-unit = 「{ $name }」的单位「{ $unit }」读不了；换算成元，或写万元、千元、百元、元、角、分
# $names (String)
batch-missing = 缺少必需的列：{ $names }
# $name (String)
# $key (String)
batch-column = { $name }（{ $key }）
# $names (String)
batch-unread = 不认识的列原样保留，不参与计算：{ $names }
# $name (String)
# $near (String)
batch-unread-near = { $name }（是不是 { $near }？）
# $path (String)
# $fault (String)
batch-input = 读不了 { $path }：{ $fault }
batch-no-input = 要给一个 CSV 文件或工作簿，或用 - 读标准输入
# $typed (String)
batch-jobs-wrong = --jobs 要写 1 到 1024 的整数，不能是「{ $typed }」
# $typed (String)
batch-encoding-wrong = --encoding 可以写 utf-8、gb18030，不能是「{ $typed }」

# $rows (String)
# $good (String)
# $bad (String)
# $seconds (String)
# $speed (String)
batch-summary = 共 { $rows } 行：{ $good } 行算出，{ $bad } 行有错；用时 { $seconds } 秒，每秒 { $speed } 行
# $kind (String)
# $count (String)
batch-count = { $kind }：{ $count } 行
# $name (String)
batch-kind-answer = { $name }有误
batch-kind-width = 单元格个数不对
batch-kind-too-long = 行太长
batch-kind-open-quote = 引号没有闭合
batch-kind-encoding = 编码不对
batch-kind-zero = 含有零字节
batch-kind-no-rate = 没有适用的支付比例
batch-kind-data = 数据有误
# $bar (String)
# $rows (String)
# $speed (String)
# $left (String)
batch-progress = { $bar }{ $rows } 行，每秒 { $speed } 行{ $left }

# $row (String)
# $count (String)
batch-above = 表头在第 { $row } 行，上面的 { $count } 行跳过
# $field (String)
# $read (String)
# $aside (String)
batch-aside = { $field }取「{ $read }」列；「{ $aside }」列原样保留，不参与计算
# $count (String)
batch-assumed = 有 { $count } 行只写了险种：职工按在职算，居民按成年算，写了年龄的按年龄
batch-total = 这是合计行，不是病例；不算
batch-header-again = 表头又出现了一次；不算
batch-kind-total = 合计行
batch-kind-header-again = 重复的表头

arg-sheet = 工作簿里用哪张工作表：名称或第几张；不写就取列名最全的一张
arg-headers = 新增各列的列名：key（程序用的，缺省）、zh 或 en
# $typed (String)
batch-headers-wrong = --headers 可以写 key、zh、en，不能是「{ $typed }」
batch-jsonl-workbook = --jsonl 写不进工作簿：--output 换成 .jsonl，或去掉 --jsonl
batch-sheet = 结算
# $count (Number)
# $most (String)
batch-sheets = 一张工作表最多 { $most } 行，结果分在 { $count } 张里
# $name (String)
batch-head-low = { $name }·最低
# $name (String)
batch-head-high = { $name }·最高
# $name (String)
batch-head-national = 接口·{ $name }
batch-head-grade = 依据等级
batch-head-open = 可能超出区间
batch-head-date = 所用结算日期
batch-head-error = 错误
# $name (String)
# $others (String)
workbook-sheet = 用的是工作表「{ $name }」；要用别的加 --sheet：{ $others }
# $path (String)
# $detail (String)
workbook-damaged = { $path } 不是能读的工作簿：{ $detail }
# $path (String)
workbook-locked = { $path } 有密码；先在表格软件里去掉密码
# $path (String)
workbook-bomb = { $path } 解开后比它自己大得多，没有读；在表格软件里另存一份再试
# $path (String)
# $names (String)
workbook-no-sheet = { $path } 里没有这张工作表；有的是：{ $names }

# Rows of one person.
arg-by = 按这些列认人（逗号分开），同一人的各行按出院日期接着算，起付线、封顶线、大病累计自动带入
arg-sorted = 同一人的行已在一起、按日期排好，不再排序
# $name (String)
# $names (String)
batch-by-wrong = --by 里的「{ $name }」不是表里的列；表里有：{ $names }
# $date (String)
# $last (String)
batch-out-of-order = 出院 { $date } 早于同一人上一行的 { $last }；先排好序，或不写 --sorted
batch-formula = 公式没有结果：在表格软件里打开、保存一次再试
batch-other-header = 这又是一个表头，列的次序和第一个不同；不算
batch-kind-other-header = 次序不同的表头
# $row (String)
batch-other-header-told = 第 { $row } 行是另一个表头，列的次序不同：它下面的行仍按第一个表头读，结果不能用；把两张表分开再算
# $fault (String)
batch-refund = { $fault }；是退费的话，和它冲掉的那行一起去掉
# $row (Number)
batch-after-refund = 第 { $row } 行是这个人的退费，年度累计不准了；把退费和它冲掉的那行一起去掉再算
batch-kind-after-refund = 前面有同一人的退费
# $count (String)
# $row (String)
batch-repeated = 有 { $count } 行和同一人的上一行日期、金额完全一样（最早是第 { $row } 行），都算作另一次就医；重复的话去掉再算
batch-markup = 这是网页或 XML 表格改了后缀名，不是文本表格，也不是工作簿；用表格软件打开，另存为 .xlsx 或「CSV UTF-8」
batch-kind-order = 同一人的日期倒了
# $folder (String)
# $fault (String)
batch-no-room = 排序要在 { $folder } 存临时文件，没有成功：{ $fault }；可用环境变量 TMPDIR 换一个地方
# $bar (String)
# $rows (String)
# $speed (String)
batch-sorting = { $bar }正在排序：{ $rows } 行，每秒 { $speed } 行
help-table = 表格
arg-header = 表里没有表头：用这个，写文件名（取它的第一行）或直接写这一行
arg-no-header = 不写表头，便于把几份拼在一起
arg-columns = 只添这几列，用逗号隔开，如 personal,fund,grade（error 总有）
arg-part = 把文件按行分成 N 份，只算第 I 份；各份按次序拼起来就是整份
# $typed (String)
batch-part-wrong = --part 要写第几份和共几份，如 3/8，不能是「{ $typed }」
batch-part-file = --part 要给文件：管道不能读两遍
batch-no-header-workbook = 工作簿总有表头：--output 换成 .csv，或去掉 --no-header
batch-columns-jsonl = --columns 只用于表格：去掉它，或去掉 --jsonl
# $name (String)
batch-column-unknown = 没有可添的列「{ $name }」；yidi help batch 列出全部
# $name (String)
# $near (String)
batch-column-unknown-near = 没有可添的列「{ $name }」，是不是 { $near }？
# $given (String)
batch-header-wrong = --header：{ $given } 不是文件，也不是写着列名的一行
# $time (String)
batch-left = ，约剩 { $time }
