# The hand-out, and what is said when it is made.

handout-title = 异地就医办事单
handout-notes = 备注
handout-todo = 要办的事
handout-cost = 要花多少
handout-saving = 先备案能省多少
handout-sure = 有多准，为什么
# $grade (String)
handout-grade = 依据最弱的一项：{ $grade }。数字因此只供参考。
handout-exact = 算进去的规定和账单都是确定的数，所以没有区间。
handout-sources = 出处
handout-parted = ；
# $title (String)
# $date (String)
handout-source = { $title }（{ $date }）
# $gathered (String)
# $day (String)
handout-dates = 数据截至 { $gathered }；打印于 { $day }
# $name (String)
handout-service = 扫码到{ $name }（官方网站）
# $name (String)
handout-address = { $name }（官方网站）：
handout-list-code = 扫码带走要办的事

box-call = 先打电话
# $number (String)
# $place (String)
box-hotline = { $number }（{ $place }医保热线）
box-next = 下一个日子
# $day (String)
# $task (String)
box-by = { $day } 前：{ $task }
box-you-pay = 自己要付
# $amount (String)
box-about = 约 { $amount }
# $amount (String)
box-saves-up-to = 最多约 { $amount }

print-title = 办事单
print-format = 形式
print-place = 存到
print-edition = 版式
edition-usual = 普通
edition-large = 大字
edition-bilingual = 中英对照
print-note = 备注
print-note-hint = 备注会印在单子上；不写就没有任何个人信息
print-pdf = PDF 文件
print-html = 网页
print-text = 纯文字
print-markdown = Markdown
# $path (String)
print-exists = 已经有 { $path }。再按 Enter 覆盖它，或改个名字
# $path (String)
print-saved = 已存到 { $path }
qr-title = 用手机扫
qr-on-paper = 这种显示方式画不出二维码；印出来的办事单上有
qr-none = 数据里没有官方服务的网址
key-print = 办事单
key-qr = 二维码
key-print-format = 换形式
key-print-field = 下一格

# $path (String)
save-exists = 已经有 { $path }，没有动它；要覆盖就加 --force，或换个名字
# $path (String)
save-no-folder = 没有 { $path } 所在的文件夹；先建好，或换个地方
# $path (String)
save-no-plain-file = { $path } 是管道或设备，不是文件；写到标准输出用 -
# $path (String)
save-folder = { $path } 是文件夹；请写出文件名
# $path (String)
save-denied = 不能写 { $path }：没有权限；换个文件夹
# $path (String)
save-full = 写不下 { $path }：磁盘满了，没有留下半个文件
# $path (String)
# $fault (String)
save-failed = 写不了 { $path }：{ $fault }
save-no-name = 没有写文件名
# $characters (String)
handout-no-glyph = 这台电脑上没有字体能印这些字：{ $characters }。改掉它们，或用网页、纯文字
# $fault (String)
handout-broken = 做不出办事单：{ $fault }
# $names (String)
handout-format-unknown = 看不出要哪种形式；--format 可以是 { $names }
handout-not-on-terminal = PDF 不能显示在终端里；用 --output 文件名.pdf

cmd-handout = 做一张带回家的办事单（文字、Markdown、网页、PDF）
arg-format = 形式：text、md、html、pdf（不写就看 --output 的后缀）
arg-out = 存到哪个文件；- 或不写是标准输出
arg-force = 已有同名文件也覆盖
arg-note = 印在单子上的备注
arg-edition = 办事单版式：usual（普通，11 磅）、large（大字，16 磅）、bilingual（中英对照，给窗口看）

arg-print = 打印办事单的命令，如 lp（给它的是 PDF）；"" 不打印；Windows 上 "shell" 由系统打印
print-printer = 打印机
# $command (String)
print-offer = 本机有打印命令「{ $command }」。以后 Ctrl-P 就直接打印吗？y 打印（记在设置里），n 只存文件
print-going = 正在打印……
print-done = 已交给打印机
# $why (String)
print-not-remembered = 设置写不进去（{ $why }），只在这次运行中有效
# $command (String)
printer-missing = 没有「{ $command }」这个打印或打开文件的命令；在设置里改 print，或存成文件
# $command (String)
# $said (String)
printer-refused = 「{ $command }」没有接受：{ $said }
# $command (String)
printer-hangs = 「{ $command }」太久没有结束，已停掉；看看打印机，或存成文件
nothing-to-show = 还没有存过办事单：按 Ctrl-P
copy-done = 已送到剪贴板；粘贴不出来就是终端不支持，按 Ctrl-P 存成文件
# $key (String)
copy-again = 下一位也能粘贴出来：再按一次 { $key } 才复制
copy-none = 这个控制台没有剪贴板：按 Ctrl-P 存成文件
key-take-printer = 打印
key-leave-printer = 只存文件
key-show-file = 打开文件
key-copy = 复制估算
key-copy-list = 复制清单
