# Why a file of figures cannot be read, and how the keeper puts it right.

# $found (String)
# $belongs (String)
misread-full-width = 「{ $found }」是全角符号，这里要用半角的 { $belongs }（切换到英文输入法再打）
misread-full-width-blank = 这里有一个全角空格，换成半角空格
# $open (String)
# $close (String)
misread-never-closed = 这个 { $open } 没有配对的 { $close }；在它管的内容后面补上 { $close }
# $open (String)
# $close (String)
# $line (Number)
# $found (String)
misread-closed-by = 第 { $line } 行的 { $open } 要用 { $close } 收尾，这里却是 { $found }；补上 { $close } 或改正
# $close (String)
misread-never-opened = 多了一个 { $close }，前面没有与它配对的；删掉
misread-text-never-ends = 这段文字缺后面的引号 "；在文字末尾补上
misread-no-comma = 这后面缺一个逗号（或右括号）；每一项之间要用半角逗号隔开
misread-no-colon = 名称后面缺半角冒号，如 tiers: [Three]
misread-ends = 文件没写完就结束了；看看最后是否缺括号
misread-goes-on = 最后一个括号后面还有多余的内容；删掉
# $found (String)
misread-stray = 这里不该有「{ $found }」
misread-stray-percent = 百分数不写 %，85% 写成 85
misread-backslash = 文字里的反斜杠 \ 要写两个 \\，或改用 /
misread-remark-never-ends = 注释 /* 没有用 */ 收尾
# $found (String)
# $known (String)
misread-unknown = 不认识「{ $found }」，这里可以写：{ $known }
# $found (String)
# $near (String)
# $known (String)
misread-unknown-near = 不认识「{ $found }」，是不是 { $near }？这里可以写：{ $known }
# $name (String)
misread-missing = 缺 { $name }，补上 { $name }: …
# $name (String)
misread-twice = { $name } 写了两次；删掉一个
# $found (String)
# $wanted (String)
misread-not-a = 「{ $found }」不对，这里要写：{ $wanted }
# $wanted (String)
misread-not-this = 这里要写：{ $wanted }
written-amount = 0 到 99999999.99 的金额（元），最多两位小数，只写数字，不加引号、逗号和「万」，如 800
written-percent = 0 到 100 的百分数，最多两位小数，只写数字，不加引号和 %，如 85
written-factor = 0 到 100 的倍数，如 2.5
written-range = 范围，如 (80, 85)，小的在前
written-day = 日期，如 "2026-07-01"，或年份，如 "2026"，要加引号
written-text = 文字，前后加半角引号 "
written-list = 列表，用方括号括起来，如 [Three]
written-map = 用花括号括起来的内容：{"{"} … {"}"}
written-entry = 用圆括号括起来的内容：( … )
written-truth = true（是）或 false（否）
written-number = 整数
written-name = 英文名称，如 Employee、Three
written-address = 以 https:// 开头的短网址
misread-range-turned = 范围要小的在前：(低, 高)
# $code (String)
misread-unknown-place = { $code } 不是这里能写的统筹区或省的区划代码；用 yidi policy show 加地名查代码
misread-to-and-not-to = to 和 not_to 只能写一个
misread-trips-elsewhere = trips 只用在 routes: [InProvince] 时
misread-trips-inside = trips 要写同样的出行在省外会走的路线：LongTerm 到 Unfiled
misread-returns-elsewhere = returns_home 只能与 routes: [LongTerm] 一起用
misread-is-and-one-of = is 和 one_of 只能写一个
misread-says-nothing = 没有写数字；加上 is: …，如 is: Rate(85)
misread-one-of-one = one_of 里只有一个值；改用 is: …
misread-one-of-mixed = one_of 里的几个值要是同一种规定
misread-least-above-most = DeductibleShare 的 least 大于 most；改正其中一个
misread-then-without-deductible = then 只用于 Deductible（起付线）
misread-per-without-count = per 只用于 Deductible（起付线）或分段比例
# $id (String)
misread-no-source = { $id } 没有写来源；在它或它那一组里加上 sources: ["…"]
# $id (String)
misread-no-grade = { $id } 没有写等级；在它或它那一组里加上 grade: Reported 这样的等级
# $found (String)
# $expected (String)
misread-code-not-of-file = code 写的 { $found } 与文件名不符，应为 { $expected }
# $id (String)
misread-no-figure = 没有编号为 { $id } 的数字；用 yidi policy show 加地名看编号
misread-verified-by = by 要写明是谁核实的
# $line (Number)
fault-line = 第 { $line } 行
fault-elsewhere = 已有数据
unusual-low-rate = 比例低于 10%，很可能写错了单位：72% 要写 72，不是 0.72；核对
unusual-high-deductible = 起付线高于 20000 元，很少见；核对单位（元）
unusual-low-cap = 全年封顶线低于 10000 元，很少见；核对单位（元，不是万元）
# $count (Number)
overlay-more = （另有 { $count } 处，用 yidi policy check 看全部）
key-overlays = 经办机构的数字
overlays-title = 经办机构的数字（补充数据）
overlays-none = 没有补充数据，用的全是内置数据。用 yidi policy install 装上经办机构的文件。
# $count (Number)
overlays-wrong = 有 { $count } 个补充文件有误，整个未采用；按 Ctrl-L 看全部原因
# $file (String)
overlay-left-aside = { $file } 有误，整个文件未采用：
# $names (String)
laid-over-of = 已加上补充数据：{ $names }
# $name (String)
# $date (String)
laid-named = { $name }（{ $date }）
# $whose (String)
# $file (String)
# $figures (Number)
laid-file = { $whose }，{ $file }，{ $figures } 条数字
# $whose (String)
# $removed (Number)
laid-removed = { $whose }，删除 { $removed } 条
# $whose (String)
# $verified (Number)
laid-verified = { $whose }，核实 { $verified } 条
# $file (String)
figure-overlay = 来自补充文件 { $file }

cmd-policy-install = 装上一个经办机构的数字文件（先检查，整个装上或完全不装）
cmd-policy-uninstall = 拿掉一个装上的文件
cmd-policy-installed = 列出装上的文件：谁的、哪天的、多少条数字
arg-install = 要装的文件，如 U 盘上的 /media/usb/yingkou.ron
arg-install-force = 装上的同名文件更新也照样替换
arg-uninstall = 文件名，或文件里写的名称
install-no-folder = 找不到用户的数据目录；用 --data 目录 指定装在哪里
# $file (String)
install-form = { $file } 是填报表，不是数字文件：先 yidi policy import { $file }，再装上它写出的 .ron 文件
# $whose (String)
install-done = 已装上：{ $whose }
# $whose (String)
# $old (String)
install-replaced = 已装上：{ $whose }；替换了 { $old }
# $path (String)
install-where = 文件放在 { $path }；向导第一屏会写明用了谁的数字
# $path (String)
# $led (String)
install-link = { $path } 原是指向 { $led } 的链接：新文件换下了链接，链接指向的文件没有动
# $path (String)
install-folder = 目录 { $path }
# $file (String)
# $why (String)
install-unread = 读不了 { $file }：{ $why }
# $file (String)
install-wrong = { $file } 有误，没有装上，原来的数字没有变：
# $file (String)
install-breaks = 这样一来 { $file } 就不能用了，所以没有改动：
# $there (String)
# $new (String)
install-older = 装上的同名文件是 { $there } 的，比这个（{ $new }）新；确实要换回旧的就加 --force
# $path (String)
uninstall-done = 已拿掉 { $path }
# $name (String)
uninstall-nothing = 没有装过补充文件，没有「{ $name }」可以拿掉
# $name (String)
# $names (String)
uninstall-several = 「{ $name }」装了不止一个文件：{ $names }；写出要拿掉的文件名
# $name (String)
# $names (String)
uninstall-unknown = 没有装过「{ $name }」；装上的有：{ $names }

slot-title = 依据文件
slot-publisher = 发布单位
slot-number = 文号
slot-date = 文件日期
slot-from = 执行日期
slot-verified-by = 核实人
slot-verified-on = 核实日期
slot-hint-title = 必填：文件名称；没有文件就写「窗口答复」「12393 答复」等
slot-hint-publisher = 必填：谁发布的，如 市医疗保障局
slot-hint-number = 有文号就写，如 营医保发〔2026〕1号
slot-hint-date = 文件上的日期：2026、2026-07 或 2026-07-01
slot-hint-from = 从哪天起执行：2026 或 2026-07-01；不清楚就空着
slot-hint-verified-by = 经办机构核实过就写单位或人；不写就算「单一来源」
slot-hint-verified-on = 哪天核实的；空着就是今天
slot-hint-deductible = 元；第二次、第三次起不同就用 / 隔开：800/400/200；按年一次写「1500 按年」；没有起付线写「无」
slot-hint-rate = 百分数：85；分段写「30000以下85；40000以下90；以上95」（大额补助从封顶线以上起算，大病保险从起付标准以上起算）；没有就写「无」
slot-hint-amount = 元：200000 或 20万；没有就写「无」
slot-hint-away = 「同本地」「降10」（个百分点）「乘90%」「先自付20%」「先自付20%，再降20」「不报」
cell-none = 无
cell-separator = ；
# $value (String)
cell-year = { $value } 按年
# $to (String)
# $pays (String)
cell-slice = { $to }以下{ $pays }
# $pays (String)
cell-above = 以上{ $pays }
cell-same = 同本地
# $points (String)
cell-cut = 降{ $points }
# $share (String)
cell-times = 乘{ $share }%
# $share (String)
cell-first = 先自付{ $share }%
# $share (String)
# $points (String)
cell-first-cut = 先自付{ $share }%，再降{ $points }
cell-not-covered = 不报
# $level (String)
# $grade (String)
rule-from = { $level }，{ $grade }
cell-wrong-percent = 要写 0 到 100 的百分数，如 85；分段写「30000以下85；以上90」
cell-rough = 要写确定的数，或从多少到多少（800-1000），不写「约」「左右」
cell-part-of-one = 小于 1 的比例很可能是写成了小数：85% 写 85，不写 0.85
cell-turned = 范围要小的在前，如 80-85
cell-wrong-slices = 分段看不懂：从小到大写，最后一段写「以上」，如 30000以下85；40000以下90；以上95
cell-wrong-away = 看不懂这个异地规则；可以写：同本地、降10、乘90%、先自付20%、先自付20%，再降20、不报
cell-not-none = 支付比例不能写「无」；不清楚就空着，一分不付写 0
form-future = 日期还没到，写实际核实的日子
form-source-date = 日期要写成 2026、2026-07 或 2026-07-01
form-checked-by-nobody = 写了核实日期，还要写是谁核实的
own-file-made = 这个文件由 yidi 写成：yidi policy edit 在屏幕上改，yidi policy import 从表格读入。
own-file-use = 装到另一台电脑：yidi policy install 文件名
own-file-kept = 原有的特殊规定，与上面的数字交叉的地方照旧：

sheet-label = 项目
sheet-fill = 填写
sheet-now = 现在的规定
sheet-from = 出自
sheet-how = 怎么填（不清楚的空着，照现在的规定）
sheet-area = 统筹区
sheet-hint-area = 不要改；要填别的统筹区，用 yidi policy template 另出一份
sheet-unknown = 不知道
# $at (String)
# $what (String)
sheet-mistake = { $at }：{ $what }
# $at (String)
# $label (String)
sheet-place = { $at }「{ $label }」
# $label (String)
sheet-unknown-label = 不认识项目「{ $label }」；「项目」一列不要改
sheet-no-label = 这一行填了内容，「项目」却是空的；从模板补上
# $typed (String)
sheet-unknown-area = 「{ $typed }」不是统筹区；写区划代码或全名，如 210800 营口市
sheet-no-area = 前面没有「统筹区」一行，不知道是哪里的规定；从模板补上
# $typed (String)
sheet-area-twice = 「{ $typed }」出现了两次；删掉一份
# $label (String)
sheet-row-twice = 「{ $label }」填了两次；删掉一行
sheet-nothing = 一条规定也没有填；至少填一项
# $severity (String)
# $what (String)
form-finding = { $severity }：{ $what }
# $place (String)
usual-publisher = { $place }医疗保障局
cmd-policy-template = 出一份填报表（Excel 或 CSV）：一个统筹区，或全省每个统筹区一张
cmd-policy-import = 读入填好的填报表，写成数字文件；有误就指出是哪一格
cmd-policy-edit = 在屏幕上填一个统筹区的规定，边填边试算（--plain 逐行问）
arg-template-area = 统筹区；写省名就是全省
arg-edit-area = 统筹区：名称、拼音、首字母或区划代码
arg-import-form = 填好的填报表：.xlsx、.xls、.ods 或 .csv
arg-import-output = 写到哪个文件；不写就放在填报表旁边，同名 .ron
# $file (String)
import-wrong = { $file } 有误，没有写文件：
# $areas (Number)
# $rules (Number)
# $path (String)
import-done = 读入 { $areas } 个统筹区、{ $rules } 条规定，写到 { $path }
# $path (String)
import-next = 装上：yidi policy install { $path }
# $place (String)
form-title = { $place }的规定（空着的照现在的规定）
# $value (String)
# $from (String)
form-now = 现在 { $value }（{ $from }）
# $to (String)
# $status (String)
# $tier (String)
form-stay = 试算 去{ $to }，{ $status }，{ $tier }，5 万元全部可报：个人
# $stay (String)
# $before (String)
# $after (String)
form-tried = { $stay } { $before } → { $after }
# $stay (String)
# $after (String)
form-tried-same = { $stay } { $after }
form-leave-again = 填的还没有保存；再按一次 Esc 就不保存离开，Ctrl-S 保存
form-lines-keys = 直接回车=不改，-=清空，?=怎么填，.=跳到来源（再按一次到保存），q=不保存离开
# $slot (String)
# $now (String)
# $typed (String)
form-lines-ask = { $slot }  { $now }  填的是：[{ $typed }]
# $path (String)
form-lines-save = 没有错误。写到 { $path } 吗？（y/n）
key-rules = 填本地规定
edit-title-none = 先选一个统筹区作参保地，再填它的规定
# $place (String)
edit-province = { $place } 是一个省；规定按统筹区填，全省用 yidi policy template
# $file (String)
# $ids (String)
edit-more-than-form = { $file } 里有填报表放不下的数字（{ $ids }），会丢；请直接改这个文件，或把它改名后再填
# $file (String)
edit-wrong-file = { $file } 有误，打不开；先用 yidi policy check 看，改正或删掉
# $path (String)
edit-done = 已写到 { $path }；装到另一台电脑：yidi policy install 这个文件
edit-left = 没有保存
edit-ended = 输入提前结束，没有保存
edit-refused = 有错误，没有保存
# $place (String)
form-offer = 今后{ $place }都这样算？已填上告诉您的规定：Ctrl-S 写下，Esc 不写
# $date (String)
form-told-source = { $date } 电话或窗口问到的规定
told-keep = 今后都这样算：Ctrl-R
