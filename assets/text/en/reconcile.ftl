# The settlement slip beside the estimate.

cmd-reconcile = 核对结算单：与估算逐项对照，找出差异的原因
arg-slip = 结算单文件（JSON，国家接口字段名），- 为标准输入
arg-slip-field = 结算单上的{ $name }
slip-funds = 基金支付总额
slip-rate = 统筹支付比例
slip-cash = 现金支付
slip-expected-best = 估算（最好）
slip-expected-worst = 估算（最差）
slip-actual = 结算单
slip-difference = 相差
slip-lines-title = 逐项对照（元）
slip-wrong = 结算单的{ $name } { $detail }
slip-rate-wrong = 要写 0.85 或 85 这样的比例
slip-not-json = 结算单不是 JSON：{ $detail }
slip-empty = 结算单里没有一个认识的字段，如 medfee_sumamt、hifp_pay、psn_part_amt
slip-missing = 用 --slip 给出结算单文件，或用 --slip-hifp_pay 这样的选项给出数字
slip-unreadable = 读不了结算单 { $path }：{ $detail }

slip-adds-up = 结算单各项加得拢
slip-does-not-add-up = 结算单加不拢：{ $what }，一边是 { $whole } 元，另一边是 { $sum } 元。先请医院或经办机构核对
slip-unchecked = 数字不全，没法核对结算单加得拢否
identity-bill = 总费用 = 符合范围 + 先行自付 + 超限价 + 全自费
identity-payers = 总费用 = 基金支付 + 个人负担
identity-funds = 基金支付 = 统筹 + 大额 + 大病 + 救助
identity-person = 个人负担 = 个人账户 + 现金
slip-taken-unknown = { $field }按结算单 { $actual } 元
slip-taken = { $field }是 { $actual } 元，不是 { $assumed } 元
slip-other-funds = 另有其他基金支付 { $amount } 元（如公务员补助、工伤、生育等），不在估算之内
slip-effective-rate = 按结算单倒推，统筹支付了起付线以上的 { $rate }%

verdict-as-expected = 结算单与估算一致，分毫不差
verdict-in-range = 结算单在估算的范围之内
verdict-explained = 差异的原因
verdict-explained-several = 差异的原因，以下任何一条都说得通，最可能的在前
verdict-unexplained = 没有哪一处单独的不同能说明这张结算单，可能有几处不同。请拿结算单向参保地询问
slip-route = 是按「{ $route }」结算的

change-bill = 费用构成与填的不同，其余一致
like-route = 按「{ $route }」结算
like-admission = 按今年第 { $number } 次住院
like-tier = 按{ $tier }
like-status = 按{ $status }
like-hardship = 按困难人员
like-no-hardship = 不按困难人员
like-hospital = 按{ $class }
like-contribution = 按{ $class }
like-care = 按{ $care }
like-date = 按 { $date } 的规定
change-no-deductible = 没有扣起付线
change-only = 只有「{ $item }」{ $like }，其余一致
change-nothing-earlier = 今年此前的累计没有计入
change-fund-used = 统筹封顶线用完了：此前今年统筹已付 { $amount } 元（由结算单倒推）
change-deductible-paid = 年度起付线此前已付 { $amount } 元（由结算单倒推）
change-burden-borne = 此前今年合规自付累计 { $amount } 元（由结算单倒推）
change-deductible = 起付线是 { $amount } 元（由结算单倒推）
change-rate = 支付比例是 { $rate }%（由结算单倒推）
change-uncovered = 不能报的部分共 { $amount } 元（由结算单倒推）
