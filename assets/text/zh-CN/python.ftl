# What the Python module says.

# $kind (String)
python-no-table = { $kind } 不是能读的表：给 pandas、Polars、DuckDB、pyarrow 的表，或一批批的 pyarrow.RecordBatch
# $name (String)
# $kind (String)
# $right (String)
python-column-kind = 「{ $name }」列的类型 { $kind } 读不了：先转成{ $right }
python-right-words = 文本
python-right-number = 整数、decimal 或文本
python-right-day = 日期或文本
# $name (String)
# $zone (String)
python-zone = 「{ $name }」列的时区 { $zone } 不认识：先转成日期
# $typed (String)
python-threads = threads 要写 1 到 1024 的整数，不能是 { $typed }
# $typed (String)
python-lang = lang 可以写 zh、en，不能是「{ $typed }」
# $name (String)
# $names (String)
python-by = by 里的「{ $name }」不是表里的列；表里有：{ $names }
python-sorted = sorted 要和 by 一起写：by 是认人的列
python-used = 结果是一条流，只能取一次，已经取走了；要反复用，先收成表：pyarrow.table(yidi.settle(…))
# $number (Number)
python-other-columns = 第 { $number } 批的列和第一批不同；各批的列名和类型要一样
# $fault (String)
python-broken = 这里算不下去，是 yidi 的错，请报告：{ $fault }
