# The command line.

cmd-about = 异地就医向导：要备什么案、自己要付多少钱（离线）
cmd-estimate = 估算个人负担
cmd-checklist = 列出备案与就医清单
cmd-policy = 查看和检查政策数据
cmd-policy-check = 检查政策数据，有错误时退出码为 2
arg-from = 参保地：名称、拼音、首字母或区划代码
arg-to = 就医地：名称、拼音、首字母或区划代码
arg-scheme = 险种：employee（职工）、resident（居民）
arg-status = 身份：active（在职）、retired（退休）、adult（成年）、senior（60 岁及以上）、child（学生儿童）
arg-tier = 医院等级：3、2、1、0（基层）
arg-reason = 外出原因：other、referral、emergency、long-term、resettled、posted
arg-filed = 备案了吗：yes（已备案）、planned（会去备案）、no、unknown
arg-date = 出院结算日期，如 2026-11-22；不写就按今天
arg-admitted = 入院日期，如 2026-11-20
arg-networked = 医院能直接结算吗：yes、no、unknown
# $words (String)
arg-also = 还有什么情况（可用逗号写几个）：{ $words }
arg-json = 输出 JSON，供程序使用
arg-dir = 数据目录（内有 nation.ron 和 province/）或补充目录；不写就检查内置数据
arg-data = 本机构的补充数据目录，覆盖内置数据
arg-ascii = 只用 ASCII 画线，适合控制台和老终端
arg-help = 显示帮助
arg-version = 显示版本
help-usage = 用法
help-commands = 命令
help-options = 选项
help-examples = 例子
help-more = 用 --help 看全部选项和例子
# $version (String)
# $day (String) - when the policy data was gathered
version-line = yidi { $version } (数据 { $day })

cmd-completions = 输出命令行补全脚本（bash、zsh、fish、powershell、elvish）
arg-shell = 哪种外壳：bash、zsh、fish、powershell、elvish
cmd-picture = 画出按过一些键之后的屏幕（SVG），供文档使用
arg-keys = 依次按的键，写法见 yidi help contract
arg-size = 多少列乘多少行，如 80x24
# $size (String)
size-wrong = 看不懂大小「{ $size }」：要写 80x24 这样的列数乘行数，60x20 到 300x100
cmd-man = 输出手册页（man）
arg-command = 哪个命令的手册页，如 estimate、policy check；不写就是总的
man-name = 名称
man-description = 说明
man-version = 版本

examples-wizard =
    yidi                                     打开向导
    yidi --plain                             一行一问，适合读屏软件和管道
    yidi estimate as bj zg 3 5w              鞍山到北京，在职职工，三级医院，5 万
    yidi --city 鞍山 --counter 5             窗口用：默认参保地，闲置 5 分钟清屏
    yidi estimate --help                     一个命令的全部选项
    yidi help tour                           指南的一页；yidi help 列出各页
examples-estimate =
    yidi estimate 鞍山 北京 职工 三级 5万 未备案
    yidi estimate as bj zg 3 5w --explain
    yidi estimate --from 鞍山 --to 北京 --status retired --tier 3 --total 30000 --own-expense 0 --prepay 0 --over-limit 0 --json
examples-compare =
    yidi compare 鞍山 北京 职工 三级 5万
    yidi compare 鞍山 北京 职工在职 三级 5万 -- 二级
    yidi compare 鞍山 北京 退休 三甲 3万 转诊 --json --output compare.json
cmd-curve = 账单越大自己付多少：画成曲线，或存成 .svg、.csv
examples-curve =
    yidi curve 鞍山 北京 职工在职 三级 5万
    yidi curve 鞍山 北京 职工在职 三级 5万 --output curve.svg
    yidi curve 鞍山 北京 职工在职 三级 5万 --output curve.csv
examples-checklist =
    yidi checklist 鞍山 北京 职工 转诊
    yidi checklist 鞍山 北京 职工 --admitted 2026-11-02 --date 2026-11-20
    yidi checklist 鞍山 北京 职工 --date 2026-11-20 --ics dates.ics
examples-handout =
    yidi handout 鞍山 北京 职工在职 三级 5万 --output sheet.pdf
    yidi handout as bj zg 3 5w --format text
examples-reconcile =
    yidi reconcile 鞍山 北京 职工 三级 已备案 --slip slip.json
    yidi reconcile 鞍山 北京 职工 三级 --slip-medfee_sumamt 30000 --slip-hifp_pay 20510
examples-cases =
    yidi cases list as 5万
    yidi cases show 12
    yidi cases export --output all.json
    yidi cases delete --older-than 365
examples-policy =
    yidi policy show 鞍山 --scheme resident
    yidi policy coverage
    yidi policy check DIR
    yidi policy diff DIR_A DIR_B
examples-completions =
    yidi completions bash --output ~/.local/share/bash-completion/completions/yidi
    yidi completions fish --output ~/.config/fish/completions/yidi.fish
examples-man =
    yidi man | man -l -
    yidi man policy check --output yidi-policy-check.1

# $argument (String)
cli-unknown-argument = 不认识的参数 { $argument }
# $argument (String)
# $near (String)
cli-unknown-argument-near = 不认识的参数 { $argument }，是不是 { $near }？
# $argument (String)
cli-value-missing = { $argument } 后面要有一个值
# $argument (String)
cli-repeated = { $argument } 只能写一次
# $place (String)
cli-place-for-command = 「{ $place }」是地名，不是命令：一行写完时前面要加 estimate、checklist 或 compare
# $command (String)
cli-unknown-command = 没有命令 { $command }
# $option (String)
# $command (String)
cli-before-command = { $option } 写在命令前面不起作用：写在后面（yidi { $command } --help 看它认识哪些选项）
# $command (String)
# $near (String)
cli-unknown-command-near = 没有命令 { $command }，是不是 { $near }？
# $detail (String)
cli-other = 参数有误：{ $detail }
cli-try-help = 用 --help 看全部用法
# $message (String)
error-line = 错误：{ $message }
no-terminal = 向导需要一个交互式终端。用 yidi estimate --help 看命令行用法

# $count (Number)
check-clean = 数据没有问题（检查了 { $count } 个文件）
# $errors (Number)
# $warnings (Number)
check-summary = { $errors } 个错误，{ $warnings } 个警告
severity-error = 错误
severity-warning = 警告
# $detail (String)
fault-unreadable = 文件读不了：{ $detail }
# $name (String)
fault-unknown-source = 没有名为 { $name } 的来源；在本文件或 nation.ron 的 sources 里补上
# $file (String)
fault-also-in = 补充文件 { $file } 里也有这一条，开始执行的日期不同：后开始的那条从那天起生效；不要的那个文件用 yidi policy uninstall 拿掉
# $file (String)
fault-also-in-replaces = 补充文件 { $file } 里也有这一条，现在用的是这一条；不要的那个文件用 yidi policy uninstall 拿掉
# $place (String)
fault-same = 与{ $place }的数字管的是同一件事、同一天开始；删掉一条或改它的条件
# $with (String)
# $place (String)
fault-clash = 与{ $place }（{ $with }）都适用而谁也不更具体；补一条同时满足两者条件的数字
# $number (String)
fault-remark-names-another = 说明里另一份资料给了别的数（{ $number }），数字却写成确定的一个；改成范围，或写明为什么取这一个（「此处按……」）
fault-above-ceiling = 降幅超过全国上限（转诊、急诊 10 个百分点，临时外出 20 个百分点，长期异地不降）
# $place (String)
fault-dir = 读不到数据目录 { $place }
fault-file-name = 文件名要以六位省级区划代码开头，如 210000-liaoning.ron

# $name (String)
fault-unused-source = 来源 { $name } 没有数字用到；删掉，或写到用它的数字上
# $name (String)
fault-stale-source = 来源 { $name } 太久没有复核；核对后更新 checked
# $name (String)
fault-checked-in-the-future = 来源 { $name } 的 checked 在将来；写实际复核的日子
# $name (String)
fault-checked-before-written = 来源 { $name } 的日期晚于 checked；改正其中一个
# $name (String)
fault-source-date = 来源 { $name } 的 date 要写成 2025、2025-07 或 2025-07-01
# $code (String)
fault-alliance-province = 区域里的 { $code } 不是省级区划代码；见 data/areas.ron
# $most (Number)
fault-too-many = 同一地方这类数字超过 { $most } 条，无法逐对核对；删掉早已失效的
fault-unreachable = 没有任何情况会用到这个数字；检查条件是否互相矛盾，或被更具体的数字完全盖住
fault-status-not-of-scheme = 身份不属于这个险种：职工是 Active、Retired，居民是 Adult、Senior、Child
fault-kind-without-chronic-care = 病种只用于 care: Chronic；删掉 diseases 或改 care
fault-away-at-home = 参保地就医没有异地规则；从 routes 里去掉 Local
fault-fine-away = 异地规则不能带细条件（年龄、医院类别、档次、退休年份）；改为区间并写明
fault-ends-before-it-begins = until 早于 from；改正其中一个
fault-no-bands = 分段里一段也没有；至少写一段，如 (pays: 85)
fault-bands-do-not-rise = 各段的 to 要从小到大
fault-endless-band = 只有最后一段可以不写 to
fault-last-band-ends = 最后一段写了 to，超出部分就一分不付；不是这个意思就去掉
fault-later-admission-dearer = then 里后一次住院的起付线比前一次高；核对
# $place (String)
fault-tier-order = 低等级医院比高等级更贵（与{ $place }相比）：起付线更高或比例更低；核对
# $place (String)
fault-retired-worse = 退休的待遇比在职差（与{ $place }相比）；核对
fault-empty-text = 有文字是空的；中英文都要写
fault-no-english = 有文字没有英文，英文界面会显示中文；写成 (zh: "…", en: "…")
fault-control-character = 文字里有看不见、改变方向或堆叠的字符（控制符、方向符、零宽字符等）；删掉

# $line (Number)
item-same-id = 编号与第 { $line } 行的事项相同；改掉一个
item-never-shown = 没有任何情况会出现这一项；检查 when 里的条件是否互相矛盾
# $text (String)
item-note-never-shown = 没有任何情况会出现这句话：{ $text }；检查它的 when
item-without-papers = 备案和报销事项要写 papers（带什么）
item-without-channels = 备案和报销事项要写 channels（在哪办）
# $name (String)
item-unknown-paper = 没有名为 { $name } 的材料；在 papers 里补上
# $name (String)
item-unused-paper = 材料 { $name } 没有事项用到；删掉，或写到用它的事项上
# $name (String)
item-unknown-item = replaces 里的 { $name } 不是别的事项的编号
item-no-source = 没有写来源；加上 sources
item-no-way-out = 有期限而没写过期后怎么办；加上 if_late
item-no-deadline = 写了 if_late 而没有期限；加上 by，或删掉 if_late
item-past-by-construction = 出院后才出现，期限却在出院前，一出现就过期；改 by，或改 stages

# $option (String)
# $problem (String)
option-problem = { $option } { $problem }

# $detail (String)
overlay-set-aside = 补充数据有误，整个文件未采用：{ $detail }

arg-care = 就医类型：inpatient（住院，默认）、outpatient（普通门诊）、chronic（门诊慢特病）
arg-disease = 慢特病病种：hypertension、diabetes、cancer、dialysis、transplant、copd、rheumatoid-arthritis、coronary-disease、hepatitis、spondylitis，也可写中文
arg-age = 年龄（周岁）
arg-admission = 今年第几次住院，默认 1
arg-retired-in = 退休年份
# $name (String)
option-rule = 打听到的规定：{ $name }
arg-rule = 打听到的当地规定，例如 deductible=800、rate=75、cut=10、cap=30万；可以写多个
arg-hospital-class = 医院类别：province-level、city-level、district-level、grade-a、grade-b、traditional、specialist、village-clinic
arg-contribution-class = 缴费档次：first（一档）、second（二档）、third（三档）
arg-hardship = 特困、低保或返贫致贫
# $name (String)
option-amount = { $name }，如 50000 或 5万；不写就是没有
# $name (String)
option-unknown = { $name }；不写就是不知道

# $count (Number)
check-without-own = 提示：{ $count } 个统筹区没有自己的数字，用全省或全国的

cmd-compare = 按去向和医院等级比较，备案能省多少
cmd-licences = 输出程序所含各部分的许可证
cmd-schema = 输出一种 JSON 格式的 JSON Schema
arg-other = 另一种情况：只写不同的，如 -- 二级，或 -- 上海 三级 8万；两种并排，逐行相差多少
arg-ics = 把期限存成日历文件（.ics），手机和电脑的日历都能导入；写 - 就输出到屏幕
arg-explain = 逐行写出怎么算的
arg-mouse = 可以用鼠标点选和滚动（此时终端不能用鼠标选字）
arg-theme = 配色，不写就随终端底色：dark（深色底）、light（浅色底）、contrast（高对比）、none（不用颜色）
# $name (String)
# $names (String)
theme-unknown = 没有配色「{ $name }」，可以写：{ $names }

examples-help =
    yidi help
    yidi help tour
    yidi help batch --output batch.txt
    yidi help policy check

cmd-help = 输出指南的一页，或一个命令的帮助
# $topics (String)
arg-topic = 哪一页：{ $topics }；也可以写命令
help-topics = 指南，用 yidi help 主题 查看
# $topic (String)
help-unknown = 指南里没有 { $topic } 这一页，也没有这个命令
# $topic (String)
# $near (String)
help-unknown-near = 指南里没有 { $topic } 这一页，是不是 { $near }？
# $topics (String)
help-topics-are = 有这些页：{ $topics }；用 yidi help 看全部命令
# $topic (String)
guide-see = （yidi help { $topic }）

# $seconds (Number)
at-work = 正在算，已用 { $seconds } 秒……
cmd-where = 列出设置、自有数据和案例簿各在哪里
where-program = 程序
where-settings = 设置
where-data = 自有数据
where-cases = 案例簿
# $path (String)
where-not-there = { $path }（没有）
where-no-home = -（没有用户目录）
help-arguments = 参数
help-case = 案情
help-bill = 费用
help-year = 今年已计入的
help-slip = 结算单
arg-quiet = 标准错误里只说出错的事
arg-verbose = 说明设置、自有数据和案例簿在哪里

man-synopsis = 用法
man-exit-status = 退出码
man-exit-0 = 正常。
man-exit-1 = 程序故障。
man-exit-2 = 请求有误，什么也没做。
man-exit-3 = 表里有几行算不了（各行自己写明原因），其余都已算出。
man-environment = 环境变量
man-env-config = 设置文件；写了 --config 以它为准。
man-env-data = 自有数据的文件夹；写了 --data 以它为准。
man-env-cases = 案例簿；写了 --cases 以它为准。
man-env-lang = 语言，在没有写 --lang、设置里也没有时用。
man-env-accessible = 不是 0 就一行一问。
man-env-no-color = 有设置就不用颜色。
man-env-tz = 「今天」所按的时区；不知道时区就按北京时间。
man-files = 文件
man-see-also = 另见
man-guide = yidi help 主题 显示指南：tour、counter、keeper、batch、contract、terminals、speed、glossary。

arg-locked = 锁定，给群众自己用：按什么键都退不出去，也看不到别人的案例（没写 --counter 就按 5 分钟）
locked-needs-a-screen = 锁定要用整屏：一行一问可以退出。去掉 --plain 或 --locked，或换一个终端
desk-counter = 窗口模式
desk-locked = 自助
# $forms (String)
arg-form = 哪一种格式：{ $forms }；不写就是 estimate
