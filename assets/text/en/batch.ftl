# A whole table at once.

cmd-batch = Estimate a whole table: reads CSV, writes both settlements of each row, lowest and highest
arg-batch-file = CSV file or workbook, - for standard input; columns are named like options, or in Chinese
arg-batch-out = File to save to, a workbook where it ends in .xlsx; - or none for standard output
arg-jobs = How many threads; all cores where it is left out
arg-jsonl = Write JSON Lines, one object a line
arg-batch-date = Settlement date of rows without one, such as 2026-11-22; today where it is left out
arg-encoding = Encoding of the input: utf-8 or gb18030; recognised where it is left out

batch-error = row { $row }, { $message }
batch-separator = {"; "}
batch-too-long = this row is longer than { $limit } MiB and was not read; is a quotation mark not closed, or a line end lost?
batch-open-quote = a quotation mark is opened and not closed; close it, or see whether the file was cut off
batch-encoding = some bytes are no text in this encoding; save the file as UTF-8, or add --encoding gb18030
batch-zero = has zero bytes (NUL); remove them
batch-width = has { $count } cells where the header has { $expected }; look at commas and quotation marks

batch-empty = the input is empty: its first line names the columns
batch-no-header = the first line cannot be read as names of columns: it is too long, or a quotation mark is not closed
batch-too-many-columns = the header has more than { $most } columns; leave out those that are empty
batch-workbook = this is an Excel workbook, no text; save it in Excel as "CSV UTF-8" and use that
batch-twice = two columns are { $field }: "{ $one }" and "{ $other }"; remove or rename one
batch-compared = { $field } is read from column "{ $read }", where that is blank from "{ $aside }"; a row in which the two differ is an error
batch-class-b-kept = Kept, not computed with: { $names }. A prepay is computed where both the class-B amount and its rate have a column; where the prepay itself is given, that counts
batch-scaled = Column "{ $name }" is read in { $unit }: 1 is { $yuan } yuan
batch-unit = The unit of "{ $name }" cannot be read: { $unit }. Convert to yuan, or write 万元, 千元, 百元, 元, 角 or 分 (10k, k, yuan, fen)
batch-missing = columns are missing: { $names }
batch-column = { $name } ({ $key })
batch-unread = columns that are not known are kept and not counted: { $names }
batch-unread-near = { $name } (did you mean { $near }?)
batch-input = { $path } cannot be read: { $fault }
batch-no-input = name a CSV file or a workbook, or - for standard input
batch-jobs-wrong = --jobs takes a whole number from 1 to 1024, not "{ $typed }"
batch-encoding-wrong = --encoding takes utf-8 or gb18030, not "{ $typed }"

batch-summary = Rows: { $rows } ({ $good } estimated, { $bad } with mistakes); { $seconds } seconds, { $speed } rows a second
batch-count = { $kind }, rows: { $count }
batch-kind-answer = { $name } is wrong
batch-kind-width = wrong number of cells
batch-kind-too-long = row too long
batch-kind-open-quote = quotation mark not closed
batch-kind-encoding = wrong encoding
batch-kind-zero = zero bytes
batch-kind-no-rate = no rate applies
batch-kind-data = the data is at fault
batch-progress = { $bar }{ $rows } rows, { $speed } rows a second{ $left }

batch-above = the header is row { $row }; the { $count } above it are left out
batch-aside = { $field } is read from "{ $read }"; "{ $aside }" is kept and not counted
batch-assumed = Rows that name only the scheme: { $count }; employees are counted as in work, residents as adults, by age where it is given
batch-total = this row adds others up, it is no case; left out
batch-header-again = the header once more; left out
batch-kind-total = row of totals
batch-kind-header-again = header once more

arg-sheet = Which sheet of a workbook: its name or number; without it the one with most names of columns
arg-headers = What the added columns are called: key (for programs, usual), zh or en
batch-headers-wrong = --headers takes key, zh or en, not "{ $typed }"
batch-jsonl-workbook = --jsonl does not go into a workbook: name a .jsonl with --output, or leave --jsonl out
batch-sheet = Settled
batch-sheets = a sheet has { $most } rows at most: the result is in { $count } sheets
batch-head-low = { $name }, low
batch-head-high = { $name }, high
batch-head-national = Interface: { $name }
batch-head-grade = Grade of the figures
batch-head-open = May lie outside the range
batch-head-date = Settlement date used
batch-head-error = Error
workbook-sheet = the sheet "{ $name }" is read; for another add --sheet: { $others }
workbook-damaged = { $path } is no workbook that can be read: { $detail }
workbook-locked = { $path } has a password; take it off in the spreadsheet program first
workbook-bomb = { $path } unpacks to far more than it is and was not read; save it anew in a spreadsheet program
workbook-no-sheet = { $path } has no such sheet; it has: { $names }

# Rows of one person.
arg-by = These columns (between commas) name a person, whose rows are settled in order of discharge, counters carried
arg-sorted = The rows of a person stand together and in order already: nothing is sorted
batch-by-wrong = “{ $name }” in --by is no column of the table; there are: { $names }
batch-out-of-order = discharged on { $date }, before { $last } in the row above of the same person; sort the table, or leave --sorted out
batch-kind-order = a person's days run backwards
batch-no-room = sorting needs room for temporary files in { $folder }: { $fault }; the environment variable TMPDIR names another place
batch-sorting = { $bar }sorting: { $rows } rows, { $speed } rows a second
help-table = The table
arg-header = The table has no header: take this one, a file's first line or the line itself
arg-no-header = Write no header, for parts that are put together
arg-columns = Add only these columns, parted by commas, such as personal,fund,grade (error is always there)
arg-part = Settle only part I of N parts of a file, cut between rows; all parts in order are the whole
batch-part-wrong = --part must be a part and how many there are, such as 3/8, not "{ $typed }"
batch-part-file = --part needs a file: a pipe cannot be read twice
batch-no-header-workbook = a workbook has a header: name a .csv with --output, or leave --no-header out
batch-columns-jsonl = --columns is for tables: leave it or --jsonl out
batch-column-unknown = there is no column "{ $name }" to be added; yidi help batch lists them
batch-column-unknown-near = there is no column "{ $name }" to be added, did you mean { $near }?
batch-header-wrong = --header: { $given } is neither a file nor a line with names of columns
batch-left = , about { $time } left
