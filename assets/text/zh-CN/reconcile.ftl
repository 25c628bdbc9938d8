# The settlement slip beside the estimate.

cmd-reconcile = 核对结算单：与估算逐项对照，找出差异的原因
arg-slip = 结算单文件（JSON、XML、表格或工作簿），- 为标准输入
# $name (String)
arg-slip-field = 结算单上的{ $name }
slip-funds = 基金支付总额
slip-rate = 统筹支付比例
slip-cash = 现金支付
slip-civil-servants = 公务员医疗补助
slip-enterprise = 企业补充医疗保险
slip-disabled = 伤残人员医疗保障
slip-others = 其他基金
slip-hospital = 医院负担
slip-mutual = 账户共济支付
slip-expected-best = 估算（最好）
slip-expected-worst = 估算（最差）
slip-actual = 结算单
slip-difference = 相差
slip-expected = 估算
slip-title = 核对结算单
slip-hint = 照结算单填，有几项填几项；也可以把结算单的 JSON 整个粘贴进来。Enter 核对
slip-type-something = 还没有填数字：照结算单至少填一项
key-slip = 核对结算单
key-check-slip = 核对
slip-lines-title = 逐项对照（元）
# $name (String)
# $detail (String)
slip-wrong = 结算单的{ $name } { $detail }
slip-rate-wrong = 要写 0.85 或 85 这样的比例
# $detail (String)
slip-not-json = 结算单不是 JSON：{ $detail }
slip-empty = 结算单里没有一个认识的字段，如 medfee_sumamt、hifp_pay、psn_part_amt
slip-missing = 用 --slip 给出结算单文件，或用 --slip-hifp_pay 这样的选项给出数字
# $path (String)
# $detail (String)
slip-unreadable = 读不了结算单 { $path }：{ $detail }

slip-adds-up = 结算单各项加起来对得上
# $what (String)
# $whole (String)
# $sum (String)
slip-does-not-add-up = 结算单加不拢：{ $what }，一边是 { $whole } 元，另一边是 { $sum } 元。先请医院或经办机构核对
slip-unchecked = 数字不全，没法核对结算单各项加起来对不对
# $amount (String)
slip-unpaid = 总费用里有 { $amount } 元，这张单子上没有写由谁支付
identity-bill = 总费用 = 符合范围 + 先行自付 + 超限价 + 全自费
identity-payers = 总费用 = 基金支付 + 个人负担
identity-funds = 基金支付 = 统筹 + 大额 + 大病 + 救助
identity-person = 个人负担 = 个人账户 + 现金
# $field (String)
# $actual (String)
slip-taken-unknown = { $field }按结算单 { $actual } 元
# $field (String)
# $actual (String)
# $assumed (String)
slip-taken = { $field }是 { $actual } 元，不是 { $assumed } 元
# $amount (String)
slip-other-funds = 另有其他基金支付 { $amount } 元（如公务员补助、工伤、生育等），不在估算之内
# $rate (String)
slip-own-rate = 结算单上写的统筹支付比例是 { $rate }%
# $rate (String)
slip-effective-rate = 按结算单倒推，统筹支付了起付线以上的 { $rate }%

verdict-as-expected = 结算单与估算一致，分毫不差
verdict-in-range = 结算单在估算的范围之内
verdict-explained = 差异的原因
verdict-explained-several = 差异的原因，以下任何一条都说得通，最可能的在前
verdict-unexplained = 没有哪一处单独的不同能说明这张结算单，可能有几处不同。请拿结算单向参保地询问
# $route (String)
slip-route = 是按「{ $route }」结算的

change-bill = 费用构成与填的不同，其余一致
# $route (String)
like-route = 按「{ $route }」结算
# $number (Number)
like-admission = 按今年第 { $number } 次住院
# $tier (String)
like-tier = 按{ $tier }
# $status (String)
like-status = 按{ $status }
like-hardship = 按困难人员
like-no-hardship = 不按困难人员
# $class (String)
like-hospital = 按{ $class }
# $class (String)
like-contribution = 按{ $class }
# $care (String)
like-care = 按{ $care }
# $date (String)
like-date = 按 { $date } 的规定
change-no-deductible = 没有扣起付线
# $item (String)
# $like (String)
change-only = 只有「{ $item }」{ $like }，其余一致
change-nothing-earlier = 今年此前的累计没有计入
# $amount (String)
change-fund-used = 统筹封顶线用完了：此前今年统筹已付 { $amount } 元（由结算单倒推）
# $amount (String)
change-deductible-paid = 年度起付线此前已付 { $amount } 元（由结算单倒推）
# $amount (String)
change-burden-borne = 此前今年合规自付累计 { $amount } 元（由结算单倒推）
# $amount (String)
change-deductible = 起付线是 { $amount } 元（由结算单倒推）
# $rate (String)
change-rate = 支付比例是 { $rate }%（由结算单倒推）
# $amount (String)
change-uncovered = 不能报的部分共 { $amount } 元（由结算单倒推）

slip-refund = 这是一张退费单：金额都是退回去的，按原来的那次结算核对
# $field (String)
# $answer (String)
slip-said = { $field } { $answer }
# $answers (String)
slip-answers-taken = 没有填的按结算单：{ $answers }
# $answers (String)
slip-answers-differ = 结算单上写的与填的不同，按填的核对；结算单写的是：{ $answers }
# $names (String)
slip-unread = 结算单上这几项没有读：{ $names }
# $part (String)
# $amount (String)
# $whole (String)
# $most (String)
slip-oversized = 结算单有错：{ $part } { $amount } 元，比{ $whole } { $most } 元还大
# $amount (String)
slip-adds-up-rounded = 结算单各项加起来对得上，只有 { $amount } 元的四舍五入
slip-account-in-funds = 这张单子的基金支付总额里含个人账户，减去后加起来对得上
slip-account-beside = 这张单子的个人负担不含个人账户，另加后加起来对得上
slip-is-request = 这是医院发给医保的请求，还没有基金和个人的支付金额，没有可核对的；要用医保返回的那一份（output）
slip-is-cancellation = 这是撤销结算的报文：那次结算已经退回，没有可核对的；要用原来那次结算的返回
slip-is-totals = 这是几次结算加起来的汇总（对账、清算或合计），不是一个人一次的结算单；要用每一次结算的返回
slip-is-void = 这条结算已经作废（有效标志为 0），没有可核对的；要用有效的那一次结算的返回
# $sum (String)
# $plain (String)
slip-no-total = 结算单上没有总费用。写着的基金和个人支付合计 { $sum } 元；总费用就是它的话，加 --slip-medfee_sumamt { $plain }
slip-no-total-open = 结算单上没有总费用，也算不出来：加 --slip-medfee_sumamt 或 --total
# $names (String)
slip-aside = 报文里另有金额、没有当作结算单的：{ $names }
slip-is-items = 这是费用明细清单，不是结算单；要用结算的返回（setlinfo）
# $message (String)
slip-refused = 医保没有结算，返回的是：{ $message }
# $place (Number)
# $all (Number)
slip-of-several = 第 { $place } 张结算单，共 { $all } 张
# $count (Number)
slip-left-out = 还有 { $count } 张没有核对；分开再来
# $all (Number)
slip-first-of-several = 粘贴的内容里有 { $all } 张结算单，取第一张
# $verdict (String)
# $count (Number)
verdict-of = { $verdict }（核对了 { $count } 项）
# $amount (String)
verdict-as-expected-rounded = 结算单与估算一致，最多差 { $amount } 元的四舍五入
verdict-not-compared = 没有核对：结算单上没有基金或个人支付的金额，或总费用是零
verdict-unsound = 不下结论：结算单本身的数字互相矛盾，先请医院或经办机构核对改正
change-and = ，同时
# $rate (String)
change-supplement-rate = 大额补助按 { $rate }% 支付（由结算单倒推）
