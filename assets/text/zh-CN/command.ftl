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
arg-filed = 备案了吗：yes、no、unknown
arg-total = 总费用，如 50000 或 5万
arg-own-expense = 其中自费；不写就是不知道
arg-prepay = 其中乙类先行自付；不写就是不知道
arg-over-limit = 其中超限价；不写就是不知道
arg-date = 结算日期，如 2026-11-22；不写就是今天
arg-json = 输出 JSON，供程序使用
arg-dir = 数据目录（内有 nation.ron 和 province/）；不写就检查内置数据
arg-ascii = 只用 ASCII 画线，适合控制台和老终端
arg-help = 显示帮助
arg-version = 显示版本
help-usage = 用法
help-commands = 命令
help-options = 选项

# $argument (String)
cli-unknown-argument = 不认识的参数 { $argument }
# $argument (String)
# $near (String)
cli-unknown-argument-near = 不认识的参数 { $argument }，是不是 { $near }？
# $argument (String)
cli-value-missing = { $argument } 后面要有一个值
# $argument (String)
cli-repeated = { $argument } 只能写一次
# $command (String)
cli-unknown-command = 没有命令 { $command }
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
# $line (Number)
fault-same = 与第 { $line } 行的数字管的是同一件事、同一天开始；删掉一条或改它的条件
# $with (String)
# $line (Number)
fault-clash = 与第 { $line } 行（{ $with }）都适用而谁也不更具体；补一条同时满足两者条件的数字
fault-bands = 分段要从小到大，只有最后一段可以没有上限
fault-above-ceiling = 降幅超过全国上限（转诊、急诊 10 个百分点，临时外出 20 个百分点，长期异地不降）
# $place (String)
fault-dir = 读不到数据目录 { $place }
fault-file-name = 文件名要以六位省级区划代码开头，如 210000-liaoning.ron
