# The express line: what was read, what was assumed, what is doubtful.

arg-line = 一行写完，如：鞍山 北京 职工 三级 5万 未备案。可用汉字、拼音、首字母；和选项同时写时以选项为准
express-chip = { $field }（{ $words }）
express-understood = 已看懂：{ $chips }
assumed-status = 只写了「{ $word }」，按{ $status }计算
assumed-place = 「{ $word }」按{ $place }计算；同样首字母的还有：{ $others }
assumed-reading = 「{ $word }」当作{ $field }；也可能是{ $other }，不对就写全称
doubt-surplus = 「{ $word }」是第三个地方；只要写参保地和就医地
doubt-twice = { $field }写了不同的：{ $words }。只留一个
doubt-fields = 「{ $word }」可能是：{ $fields }。请写明，如 已备案、未备案、联网、未联网
doubt-no-amount = { $field }：「{ $word }」旁边没有数，如 5000、2万、10%
doubt-no-day = { $field }：「{ $word }」旁边没有日期，如 2026-11-22
doubt-number = 看不出「{ $word }」是什么。金额写 500元 或 5万，年龄写 65岁，医院等级写 三级
stranger-district = 没有收录「{ $word }」。只收录到市（地区、州、盟），区县请写所在的市
stranger = 看不懂「{ $word }」
stranger-near = 看不懂「{ $word }」，是不是「{ $near }」？

express-title = 一行录入：写完按 Enter
express-hint = 如：鞍山 北京 职工 三级 5万 未备案；或 as bj zg 3 5w。先写参保地，再写就医地；只写要改的也可以，如 退休 二级
express-answer = { $field }  { $answer }
express-missing = 接着会问：{ $fields }
express-again = 还有没看懂的。改正它，或再按 Enter 不管它
