# One line at a time: for screen readers, plain terminals and pipes.

arg-plain = 一行一问：不移动光标、不用颜色，适合读屏软件、老终端和管道
plain-keys = 一行一问，按 Enter 确定。直接按 Enter 取方括号里的；输入 < 回上一步，? 看说明，! 表示没有或不知道；Ctrl-C 离开。
plain-no-orders = 这个终端画不了整屏（不认控制序列），所以改为一行一问。在 Windows 上请改用 Windows 终端，或在窗口属性里取消「使用旧版控制台」
# $step (String) - which step of how many
# $question (String)
plain-heading = { $step }：{ $question }
# $number (String)
# $name (String)
plain-option = { $number } { $name }
# $label (String)
plain-prompt = { $label }：
# $label (String)
# $usual (String) - what Enter takes
plain-prompt-usual = { $label } [{ $usual }]：
# $field (String)
# $answer (String)
plain-taken = { $field }：{ $answer }
# $name (String)
# $spot (String) - province and division code
plain-place = { $name }（{ $spot }）
plain-number = 编号
plain-check = 请核对
plain-not-meant = 不是这里就输入 <，再写全名
plain-needed = 这一项要回答
# $typed (String)
plain-several = 「{ $typed }」可能是：
# $count (Number)
plain-more-places = 还有 { $count } 个没有列出，请多写几个字
plain-near = 是不是：
# $typed (String)
plain-no-option = 没有「{ $typed }」这个选项，可以写编号或名字：
# $typed (String)
plain-no-row = 没有「{ $typed }」这一行，请写前面的编号
plain-first = 这是第一个问题，前面没有了；要离开请按 Ctrl-C
plain-more-or-not = 还有可以不填的：账单明细、入出院日期、年龄、本年累计等，填了结果更准。现在要填吗？
plain-more = 更多可以不填的
plain-more-list = 可以不填的。写编号填一项，直接按 Enter 继续
day-hint = 如 11-20、2026-11-20、昨天，可以空着
plain-option-help = 写前面的编号，或名字、拼音、首字母
plain-row-help = 写编号修改那一行
plain-menu = 接下来做什么？
plain-menu-explain = 某一行是怎么算的
plain-menu-compare = 按去向和医院等级对比
plain-menu-grounds = 依据和出处
plain-menu-print = 办事单存成文件
plain-menu-save = 保存到案例簿
plain-menu-change = 改一个答案
plain-menu-again = 再看一遍结果
plain-path = 存成哪个文件？文件名结尾写 .pdf、.html、.txt 或 .md
plain-path-ending = 看不出要哪种形式；文件名结尾写 .pdf、.html、.txt 或 .md
# $path (String)
plain-overwrite = 已经有 { $path }。要覆盖它吗？
plain-save-hint = 备注可以空着，直接按 Enter 保存

# $count (Number)
plain-line-too-long = 这一行太长，没有采用；最多 { $count } 个字节
plain-line-not-text = 这一行不是 UTF-8、GB18030 或 UTF-16 编码的文字，没有采用
plain-line-unseen = 这一行里有看不见的字符（方向键等在这里不起作用），没有采用，请重写
plain-ended = 输入到这里结束了，还缺答案：
# $field (String)
plain-ended-refused = 输入到此为止，「{ $field }」的回答没看懂：没有替你填
# $lines (Number)
plain-no-answers = 有 { $lines } 行不是回答，不再往下读。一个案例十来行就够
plain-ended-unwritten = 输入到此为止：办事单没有写出来
# $answers (String)
plain-as-usual = 输入到此为止，其余按常规：{ $answers }
# $typed (String)
plain-place-none = 没有找到「{ $typed }」。可以写省、市、区县的名字、拼音或代码（开发区、街道写所在的市）。
plain-counter = 窗口模式：不留草稿，闲置后这一例作废。终端里已显示的字不会擦掉
# $seconds (Number)
plain-idle = 再过 { $seconds } 秒没有输入，这一例就作废；直接按 Enter 继续
plain-idle-over = 闲置太久，这一例已作废

# On the screen.
key-suspend = 挂起，输入 fg 回来
