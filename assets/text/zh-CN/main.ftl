app-name = yidi
hello = 你好 { $name }
