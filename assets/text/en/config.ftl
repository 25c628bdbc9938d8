# Settings.

arg-config = 设置文件；不写就用环境变量 YIDI_CONFIG 或用户设置目录里的 yidi/config.toml
arg-lang = 语言：zh-CN
arg-counter = 窗口模式：闲置几分钟后清屏，不留草稿
arg-retention = 案例保留天数，默认 365
arg-city = 默认参保地：名称、拼音、首字母或区划代码
config-unreadable = 读不了设置文件 { $path }：{ $detail }
config-mistake = { $place }：{ $setting } { $what }；这一项未采用，其余照用
config-line = 这一行
config-unknown-key = 没有设置「{ $key }」
config-unknown-key-near = 没有设置「{ $key }」，是不是 { $near }？
config-word = 要写其中之一：{ $words }
config-text = 要写引号里的文字
config-yes-or-no = 要写 true 或 false
config-place = 没有叫「{ $name }」的地方，或不止一个；可写区划代码
config-syntax = 看不懂：{ $detail }
