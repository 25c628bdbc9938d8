# What the words of the field mean: one plain sentence each.

words-title = 这些词是什么意思
# $amount (String)
words-here = 在这一例里：{ $amount }
# $best (String)
# $worst (String)
words-here-ends = 在这一例里：最好 { $best }，最差 { $worst }
words-sheet = 词语
# $name (String)
# $means (String)
words-said = { $name }：{ $means }

word-total-means = 这次看病医院开出的全部费用，还没有报销。
word-own-expense-means = 医保目录以外的药和项目，一分不报，全部自己付。
word-prepay-means = 目录里的乙类药品和项目，先由自己付一部分，剩下的才进报销。
word-over-limit-means = 超过医保限价的部分，例如超标准的材料费、床位费，自己付。
word-uncovered-means = 自费、乙类先行自付、超限价合在一起；账单没有细分时按常见的占比估一个范围。
word-eligible-means = 总费用减去不能报的部分，起付线和报销比例都从它算起。
word-first-self-pay-means = 有的地方，在异地看病先由自己付范围内费用的一成左右，剩下的再按比例报。
word-deductible-means = 报销的门槛：每次住院（有的地方每年）先自己付满这个数，超过的才开始报。
word-fund-means = 参保人共同的那份医保基金；起付线以上、封顶线以下，由它按比例付。
word-rate = 支付比例
word-rate-means = 过了起付线以后，范围内的钱统筹基金付几成。
word-co-payment-means = 统筹基金按比例付了以后，剩下归自己付的那几成。
word-cap = 封顶线
word-cap-means = 统筹基金一年最多付到这个数，再多它就不付了。
word-above-cap-means = 封顶线用完以后的费用；有大额补助的，由它接着付一部分。
word-supplement-means = 职工医保封顶线以上的部分，由大额医疗费用补助接着按比例付。
word-catastrophic-means = 一年里自己付的合规费用超过大病保险的起付标准，超过的部分再报一次，不用另外交钱。
word-compliant = 合规自付
word-compliant-means = 自己付的钱里属于医保范围内的那部分；大病保险和医疗救助只看它，自费的不算。
word-aid-means = 低保、特困等困难人员，前面几层付完以后，由医疗救助再付一部分。
word-personal-means = 各项基金都付完以后，归自己付的全部，包括自费的。
word-account-means = 职工医保卡里的余额，可以拿来付自己负担的部分。
word-cash-means = 个人负担里，扣掉个人账户以后要另外掏的钱。
word-filing = 备案
word-filing-means = 去外地看病，在参保地登记一下；登记了才能直接结算，一般也报得多些。
word-long-term = 长期异地
word-long-term-means = 在外地安置、长住或常驻的人备的案；一次办好长期有效，待遇一般和在参保地一样。
word-referral = 转诊
word-referral-means = 由参保地的医院开单转去外地；比自己去报得多些。
word-emergency = 急诊抢救
word-emergency-means = 在外地突发急病抢救，不用先备案，按已备案算。
word-direct = 直接结算
word-direct-means = 出院时只付归自己的部分，基金付的那部分由医院去结。
word-by-hand = 手工报销
word-by-hand-means = 先全额付清，再带票据、清单和病历回参保地报。
word-networked = 联网医院
word-networked-means = 连上全国异地结算平台的定点医院，只有在那里才能直接结算。
word-pooling-area = 统筹区
word-pooling-area-means = 一起收钱、一起付钱的地方，多数是一个市；报多少由它定。
word-insured-area = 参保地
word-insured-area-means = 交医保的地方；报多少按它的规定，不按看病的地方。
word-catalogue = 医保目录
word-catalogue-means = 能报的药品、项目和材料的名单；在外地看病用就医地的目录。甲类全进报销，乙类先付一部分，目录外（丙类）全自费。
word-tier = 医院等级
word-tier-means = 三级最高，一级和基层最低；等级低的，起付线一般低、报得一般多。
word-range = 区间
word-range-means = 有些数还不知道，就按最好、最差各算一遍，真实的数在两者之间。
word-grade = 依据
word-grade-means = 一个数有多可靠：官方原文最好，其次是两处一致、只见一处，最后是估计的范围。
word-hotline = 12393
word-hotline-means = 医保服务热线；打给外地的，前面加那里的区号。
