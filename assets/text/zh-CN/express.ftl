# The express line: what was read, what was assumed, what is doubtful.

arg-line = 一行写完，如：鞍山 北京 职工 三级 5万 未备案。可用汉字、拼音、首字母；和选项同时写时以选项为准
# $field (String)
# $words (String)
express-chip = { $field }（{ $words }）
# $chips (String)
express-understood = 已看懂：{ $chips }
# $word (String)
# $status (String)
assumed-status = 只写了「{ $word }」，按{ $status }计算
# $word (String)
# $place (String)
# $others (String)
assumed-place = 「{ $word }」按{ $place }计算；同样首字母的还有：{ $others }
# $word (String)
# $field (String)
# $other (String)
assumed-reading = 「{ $word }」当作{ $field }；也可能是{ $other }，不对就写全称
assumed-filed = 没写备案，按会去备案计算；不是的话加上「已备案」或「未备案」，不确定就加上「不确定」
# $word (String)
doubt-surplus = 「{ $word }」是第三个地方；只要写参保地和就医地
# $field (String)
# $words (String)
doubt-twice = { $field }写了不同的：{ $words }。只留一个
# $word (String)
# $fields (String)
doubt-fields = 「{ $word }」可能是：{ $fields }。请写明，如 已备案、未备案、联网、未联网
# $field (String)
# $word (String)
doubt-no-amount = { $field }：「{ $word }」旁边没有数，如 5000、2万、10%
# $field (String)
# $word (String)
doubt-no-day = { $field }：「{ $word }」旁边没有日期，如 2026-11-22
# $most (Number)
express-too-long = 这一行超过 { $most } 个字符，没有读取。写一个案例五十来个字就够
# $word (String)
doubt-number = 看不出「{ $word }」是什么。金额写 500元 或 5万，年龄写 65岁，医院等级写 三级
# $word (String)
stranger-district = 区划里没有「{ $word }」（开发区、高新区不在区划里），请写所在的市
# $word (String)
stranger = 看不懂「{ $word }」
# $word (String)
# $near (String)
stranger-near = 看不懂「{ $word }」，是不是「{ $near }」？

express-title = 一行录入：写完按 Enter
express-hint = 如：鞍山 北京 职工 三级 5万 未备案；或 as bj zg 3 5w。先写参保地，再写就医地；只写要改的也可以，如 退休 二级
# $field (String)
# $answer (String)
express-answer = { $field }  { $answer }
# $fields (String)
express-missing = 接着会问：{ $fields }
express-again = 还有没看懂的。改正它，或再按 Enter 不管它
