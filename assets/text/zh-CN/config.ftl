# Settings.

arg-config = 设置文件；不写就用环境变量 YIDI_CONFIG 或用户设置目录里的 yidi/config.toml
arg-lang = 语言：zh（中文）、en（英文）；不写就看设置文件，再看环境变量 LC_ALL、LC_MESSAGES、LANG
arg-counter = 窗口模式：闲置几分钟后清屏，不留草稿
arg-retention = 案例保留天数，默认 365
arg-city = 默认参保地：名称、拼音、首字母或区划代码
# $path (String)
# $detail (String)
config-unreadable = 读不了设置文件 { $path }：{ $detail }
# $place (String)
# $setting (String)
# $what (String)
config-mistake = { $place }：{ $setting } { $what }；这一项未采用，其余照用
config-line = 这一行
# $key (String)
config-unknown-key = 没有设置「{ $key }」
# $key (String)
# $near (String)
config-unknown-key-near = 没有设置「{ $key }」，是不是 { $near }？
# $words (String)
config-word = 要写其中之一：{ $words }
config-text = 要写引号里的文字
config-yes-or-no = 要写 true 或 false
# $name (String)
config-place = 没有叫「{ $name }」的地方，或不止一个；可写区划代码
# $detail (String)
config-syntax = 看不懂：{ $detail }
# $count (Number)
config-more = 设置还有 { $count } 处错误没有列出
