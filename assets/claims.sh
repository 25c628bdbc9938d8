# A table of cases to try things on. Sourced by the scripts that do.
# shellcheck shell=bash

# So many rows as CSV: a quoted note with a comma and a line break in one of a
# thousand, and a wrong answer in one of ten thousand.
claims() {
    awk -v rows="$1" 'BEGIN {
        print "id,from,to,status,tier,total,own-expense,prepay,over-limit,note"
        split("鞍山 沈阳 大连 广州 杭州 成都 西安 武汉", from); split("北京 上海 天津 重庆", to)
        split("active retired adult senior", status)
        for (row = 1; row <= rows; row++) {
            note = row % 1000 ? "" : "\"two lines,\nand a comma\""
            total = row % 10000 == 7 ? "much" : 1000 + row * 37 % 300000
            printf "%018d,%s,%s,%s,%d,%s,%d,%d,0,%s\n", row, from[row % 8 + 1], to[row % 4 + 1],
                status[row % 4 + 1], row % 3 + 1, total, row % 900, row % 500, note
        }
    }'
}
