# The questions of the wizard.

app-name = 异地
# $number (Number)
# $count (Number)
step-of = 第 { $number } 步 / 共 { $count } 步
result-title = 结果

step-insured = 参保地
step-care-place = 就医地
step-status = 险种与身份
step-tier = 医院等级
step-trip = 行程与费用
step-check = 核对

ask-insured = 在哪里参保？
ask-care-place = 去哪里就医？
ask-status = 参加的是哪种医保？
ask-tier = 去几级医院？
ask-trip = 这次行程和费用
ask-check = 请核对，数字键可以修改

first-what = 算一算异地就医自己要付多少、先办什么、带什么；只是估算。
first-locked = 不联网。走开一会儿就清空，按 F5 马上清空。
first-offline = 不联网。没填完的留到下次（窗口模式不留）；Ctrl-C 离开或 F5 就不留。
pick-place = 不止一个地方，或没有完全对上：按 ↓ 选一个，再按 Enter
place-prompt = 查找
place-hint = 输入汉字、拼音、首字母或区划代码，如 as、anshan、210300
# $typed (String)
place-none = 没有找到「{ $typed }」。可以写省、市、区县的名字、拼音或代码（开发区、街道写所在的市）；也可以按 Esc 清空后从省份里选。
place-near = 是不是（按 ↓ 移到一行，再按 Enter）：
# $number (Number)
# $count (Number)
list-position = { $number } / { $count }
goes-on-below = PgDn 看下面
# $count (Number)
province-areas = { $count } 个统筹区
province-single = 全市一个统筹区

tier-hint-three = 看医院官网、墙上的等级牌或病历封面：名字里有「三甲」「三级」的就是
tier-hint-two = 多数区县人民医院、县中医院
tier-hint-one = 部分镇街医院和专科小医院
tier-hint-primary = 社区卫生服务中心（站）、乡镇卫生院、村卫生室
tier-hint-open = 把各等级各算一遍，结果是一个区间；问一声医院是几级就能缩小

status-hint-active = 单位或本人按月交职工医保，还没退休
status-hint-retired = 已办退休，享受职工医保退休待遇
status-hint-adult = 交城乡居民医保的成年人（不满 60 岁）
status-hint-child = 交居民医保的学生、儿童，包括大学生
status-hint-senior = 交居民医保、年满 60 岁
status-hint-open = 把可能的身份各算一遍，结果是一个区间

field-insured = 参保地
field-care-place = 就医地
field-scheme = 险种
field-status = 险种与身份
field-tier = 医院等级
field-reason = 外出原因
field-filed = 备案了吗
field-total = 总费用
field-own-expense = 其中自费
field-prepay = 其中乙类先行自付
field-over-limit = 其中超限价
field-class-b = 乙类费用（代替上行）
field-class-b-rate = 乙类先行自付比例
field-admitted = 入院日期
field-networked = 医院能直接结算
field-date = 出院结算日期
more-open = 收起更多
more-closed = 更多：账单明细、入出院日期、年龄、本年累计等（可以不填）

total-hint = 可以写 50000、5万、5-8万、约5万；不知道就空着：先看清单，再看几个金额各要付多少
bill-unknown = 不知道
# $amount (String)
understood-as = 识别为 { $amount } 元
# $day (String)
understood-day = 识别为 { $day }
not-given = 未提供
# $meaning (String)
unknown-is-range = { $meaning }；不知道就空着，结果会给出区间
hint-own-expense = 目录外、全部自己付的，清单上写「自费」或「丙类」
hint-prepay = 乙类里先由自己付的那部分，清单上写「先行自付」或「乙类自付」
hint-class-b = 乙类项目一共多少钱；填了它和先行自付比例，就不用填先行自付
hint-over-limit = 超过医保限价的部分，清单上写「超限价」
hint-reason = 有转诊手续选异地转诊；长住外地选异地长期居住；拿不准选其他
hint-filed = 备案就是登记要去外地看病，怎么办见结果里的清单；还没办、准备办的，结果里先说能省多少
hint-networked = 能直接结算的医院，出院时只付自己的部分；去之前可在国家医保服务平台查
hint-year-to-date = 今年这次之前已经累计的；今年头一次就空着，按没有算
date-hint = 如 11-22、2026-11-22、昨天，空着就按今天结算
today = 今天

instead-of-chinese = 此处显示不了中文，先用英文；--lang zh 仍用中文
leave-title = 要离开吗？
leave-body = 已填的内容不会保存。
begin-again = 再按一次 F5 清空，开始新的一例；已填的内容不会保存
leave-again = 再按一次 Ctrl-C 离开，已填的内容不会保存
new-case-done = 已清空，开始新的一例
# $width (Number)
# $height (Number)
too-small = 窗口太小：现在 { $width }×{ $height }，至少要 60×20。请放大窗口或调小字号。

help-title = 这里可以用的按键
# $phone (String)
card-phone = 医保电话 { $phone }
card-own = 有自己的规定
card-not-own = 没有查到自己的规定，用省里或全国的
card-stay = 在职职工去外省三级医院住院：
key-calendar = 存日历
key-meanings = 词义
key-pin = 钉住，和改过的并排比
key-take-bill = 就按这个总费用
key-larger-bill = 账单大些
key-smaller-bill = 账单小些
find-hint = 输入要找的字
find-none = 没有找到

key-continue = 继续
key-show-result = 看结果
key-back = 上一步
key-leave = 离开
key-close-province = 回到省份
key-clear = 清空
key-move = 移动
key-page = 翻页
key-edge = 首尾
key-pick = 直接选
key-change = 修改该行
key-next-field = 下一项
key-previous-field = 上一项
key-option = 换选项
key-more = 展开或收起
key-edit = 修改
key-next-view = 视图
key-view = 直接看
key-new-case = 新的一例
key-language = English
key-help = 帮助
key-theme = 换主题（颜色）
key-quit = 退出
key-next-found = 下一处
key-previous-found = 上一处
key-stay = 留下

key-filter = 输入汉字、拼音、首字母或区划代码查找

field-care = 就医类型
field-disease = 慢特病病种
field-age = 年龄（周岁）
field-hardship = 特困、低保或返贫致贫
field-account = 个人账户余额
field-admission = 今年第几次住院
field-ytd-deductible = 今年已付起付线
field-ytd-eligible = 今年此前符合范围
field-ytd-fund = 今年统筹已付
field-ytd-supplement = 今年大额已付
field-ytd-burden = 今年合规自付累计
field-ytd-catastrophic = 今年大病已付
field-ytd-aid = 今年救助已付
field-hospital = 医院类别
field-contribution = 缴费档次
field-retired-in = 退休年份
field-rule-deductible = 当地起付线
field-rule-rate = 这次报百分之几
field-rule-cut = 异地比例降几个点
field-rule-cap = 当地统筹封顶线
field-rule-supplement-rate = 当地大额支付比例
field-rule-supplement-cap = 当地大额封顶线
field-rule-catastrophic-deductible = 当地大病起付标准
field-rule-catastrophic-rate = 当地大病支付比例
field-rule-catastrophic-cap = 当地大病封顶线
hint-rule = 打当地 12393 问到的、墙上公示的、上次结算单上的；问不到就空着
hint-rule-rate = 这次去看病最后按百分之几报，异地降的已经算在里面；另外填了降几个点，这里就填降之前的
hint-rule-cut = 比在本地看病低几个百分点；不降填 0
ask-uncovered = 不能报的合计
hint-uncovered = 自费、先行自付、超限价加起来一共多少；都能报填 0；不知道就空着
may-stay-empty = 可以空着
empty-is-none = 空着就按没有计算
yes = 是
no = 否

key-explain = 怎么算的
key-make-case = 换成这一种
key-details = 看出处
key-tick = 打勾
key-route = 去向
key-unknowns = 不清楚的
key-tier = 等级
key-status = 身份
key-total = 改总费用
key-raise = 加一成
key-lower = 减一成
key-hardship = 困难人员（是或否）
key-date = 改出院结算日期
key-take = 确定
key-do = 执行
key-close = 关闭
key-undo = 撤销
key-redo = 恢复
key-express = 一行录入
key-palette = 全部操作
key-previous-view = 上一个视图

ask-route = 去向
# $name (String)
show-view = 看{ $name }
# $field (String)
change-field = 改{ $field }
palette-prompt = 找操作
palette-hint = 输入汉字、拼音、首字母或英文
palette-none = 没有这样的操作
# $names (String)
no-longer-asked = 改了以后不再计入：{ $names }
nothing-to-undo = 没有可以撤销或恢复的了
nothing-to-settle = 没有您填一下就能弄清楚的了

key-save = 保存
key-cases = 案例簿
key-reopen = 打开
key-later = 以后再说
key-delete = 删除
cases-prompt = 案例簿
cases-hint = 输入地名、拼音、金额、日期或备注里的字查找
cases-delete-again = 再按一次 Del 删除，内容从文件中抹去
save-note = 备注
save-hint = 可以空着；按 Enter 保存
nothing-to-save = 还没有可以保存的
# $number (String)
case-saved = 已保存到案例簿，编号 { $number }
# $number (String)
case-saved-over = 已保存，编号 { $number }。另一个窗口刚改过它的回答，现在以这里的为准
# $number (String)
case-opened = 已打开案例 { $number }
# $number (String)
# $amount (String)
# $data (String)
case-changed = 案例 { $number }：当时个人负担 { $amount } 元（数据截至 { $data }），今天不同
# $number (String)
case-deleted = 案例 { $number } 已删除
offer-resume = 上次有一例没有填完
# $places (String)
offer-resume-body = { $places }。要接着填吗？以后再说的话，草稿留着，下次再问。
# $places (String)
offer-resume-keys = { $places }。按 Enter 接着填，按 Esc 以后再说，按大写 D 删掉这份草稿。
offer-expire = 有过期的案例
# $count (Number)
# $days (Number)
# $today (String)
offer-expire-body = 按今天 { $today } 算，有 { $count } 个案例已超过 { $days } 天没有改动。按 Enter 或 Esc 以后再说，什么也不删；按大写 D 删除这 { $count } 个案例，内容会从文件中抹去，找不回来。如果今天不是这一天，就是时钟不对，请不要删除。
# $seconds (Number)
countdown = { $seconds } 秒后清空屏幕，按任意键继续
