# The case book.

cmd-cases = 案例簿：查找、查看、导出、导入、删除保存的案例
cmd-cases-list = 列出案例；可写地名、拼音、首字母、日期、金额、备注里的字来查找
cmd-cases-show = 查看一个案例：当时的估算和今天的并列
cmd-cases-export = 导出案例（JSON；--csv 为表格）
cmd-cases-import = 导入案例（JSON）；重复导入不会重复
cmd-cases-delete = 删除案例，内容从文件中抹去
cmd-cases-vacuum = 整理案例簿文件，归还删除后的空间
arg-cases = 案例簿文件；不写就用环境变量 YIDI_CASES 或用户数据目录里的
arg-search = 要找的字，可写几个
arg-case = 案例编号
arg-cases-named = 案例编号；不写就是全部
arg-csv = 输出表格（CSV，带 UTF-8 标记，电子表格可直接打开）
arg-output = 写到文件，不写就输出到屏幕
arg-import = 要导入的文件，- 为标准输入
arg-older-than = 只删最后改动已满多少天的
arg-yes = 不再询问

# $number (String)
# $places (String)
# $who (String)
cases-head = #{ $number }  { $places }  { $who }
# $changed (String)
# $amount (String)
cases-detail = { $changed }  总费用 { $amount }
# $amount (String)
cases-paid = 个人负担 { $amount }
# $count (Number)
cases-ticked = 已办 { $count } 项
# $note (String)
cases-note = 备注：{ $note }
cases-none = 没有案例
# $count (Number)
cases-count = 共 { $count } 个案例
cases-unfinished = 没有填完
cases-open = ？
# $created (String)
# $changed (String)
cases-dates = 保存于 { $created }，最后改动 { $changed }
# $amount (String)
# $data (String)
# $grade (String)
cases-then = 当时：个人负担 { $amount }（数据截至 { $data }，依据：{ $grade }）
# $amount (String)
# $data (String)
cases-now = 今天：个人负担 { $amount }（数据截至 { $data }）
cases-same = 与当时相同
cases-differs = 与当时不同：规定、数据或计算的日期变了
# $key (String)
# $value (String)
cases-unread = 这一项看不懂，未采用：{ $key } = { $value }
# $added (Number)
# $updated (Number)
# $unchanged (Number)
cases-imported = 新增 { $added } 个，更新 { $updated } 个，{ $unchanged } 个已有
# $count (Number)
cases-delete-ask = 将删除 { $count } 个案例，不能恢复。输入 y 确认：
cases-delete-unsure = 没有确认，什么也没删；不询问就加 --yes
# $count (Number)
cases-deleted = 已删除 { $count } 个案例
cases-delete-what = 写出案例编号，或 --older-than 天数
# $days (String)
cases-days-wrong = 天数要写 0 到 36500 之间的整数，不是「{ $days }」
cases-vacuumed = 案例簿已整理
# $count (Number)
# $days (Number)
cases-due = 有 { $count } 个案例已超过保留期 { $days } 天，可用 yidi cases delete --older-than { $days } 删除
# $name (String)
cases-no-such-named = 没有案例「{ $name }」；用 yidi cases list 看编号
# $path (String)
# $detail (String)
cases-input = 读不了 { $path }：{ $detail }

# What is wrong with the case book itself.
cases-no-folder = 找不到用户数据目录；用 --cases 或 YIDI_CASES 指定案例簿文件
# $path (String)
# $detail (String)
cases-no-access = 打不开案例簿 { $path }：{ $detail }。检查目录是否可写，或用 --cases 指定别的文件
cases-locked = 案例簿正被另一个窗口占用，没有写入；稍等再试
cases-full = 磁盘已满，没有写入；腾出空间再试
cases-read-only = 案例簿只读，没有写入；检查文件和目录的权限
cases-damaged = 案例簿已损坏；重新打开时会另存旧文件并新建一本
cases-replaced = 案例簿在使用中被移走或换掉了，没有写入；请重新启动程序
# $path (String)
cases-moved = 案例簿今后只存在本机：已从 { $path } 移来
# $code (String)
cases-disk = 磁盘读写失败，没有写入（SQLite { $code }）
# $path (String)
cases-foreign = { $path } 不是案例簿，未动它；换一个文件名
# $version (Number)
cases-newer = 案例簿是更新的版本（{ $version }）建的，这个程序看不懂；请升级程序
cases-no-such = 没有这个案例，可能已被删除
# $detail (String)
cases-import-wrong = 导入的文件有误，什么也没导入：{ $detail }
# $detail (String)
cases-other = 案例簿出错：{ $detail }
# $path (String)
cases-set-aside = 案例簿已损坏。旧文件原样另存为 { $path }，已新建一本；旧文件可交技术人员恢复
# $version (Number)
cases-opened-newer = 案例簿是更新的版本（{ $version }）建的，只能查看，不能保存；请升级程序
cases-opened-read-only = 案例簿只读：可以查看，不能保存
cases-sheet = 病例
