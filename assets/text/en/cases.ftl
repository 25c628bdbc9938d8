# The case book.

cmd-cases = The case book: find, show, export, import and delete saved cases
cmd-cases-list = List the cases; search by place, pinyin, initials, day, amount or a word of the note
cmd-cases-show = Show a case: the estimate of then beside today's
cmd-cases-export = Export cases (JSON; --csv for a table)
cmd-cases-import = Import cases (JSON); importing twice is importing once
cmd-cases-delete = Delete cases; the content is wiped from the file
cmd-cases-vacuum = Tidy the case book's file and give back the room
arg-cases = Case book file; left out: the environment's YIDI_CASES or the one in the user's data folder
arg-search = Words to look for, one or more
arg-case = Number of the case
arg-cases-named = Numbers of cases; left out: all
arg-csv = Write a table (CSV with a UTF-8 mark, opens in spreadsheets)
arg-output = Write to this file; left out: to the screen
arg-import = File to import, - for standard input
arg-older-than = Only cases last changed at least so many days ago
arg-yes = Do not ask

cases-head = #{ $number }  { $places }  { $who }
cases-detail = { $changed }  total { $amount }
cases-paid = personal burden { $amount }
cases-ticked = { $count } done
cases-note = Note: { $note }
cases-none = No case
cases-count =
    { $count ->
        [one] 1 case
       *[other] { $count } cases
    }
cases-unfinished = unfinished
cases-open = ?
cases-dates = Saved { $created }, last changed { $changed }
cases-then = Then: personal burden { $amount } (data up to { $data }, basis: { $grade })
cases-now = Today: personal burden { $amount } (data up to { $data })
cases-same = The same as then
cases-differs = Not the same as then: a rule, the data or the date of settlement changed
cases-unread = Not understood, left out: { $key } = { $value }
cases-imported = { $added } added, { $updated } updated, { $unchanged } already there
cases-delete-ask =
    { $count ->
        [one] 1 case will be deleted for good. Type y to confirm:
       *[other] { $count } cases will be deleted for good. Type y to confirm:
    }
cases-delete-unsure = Not confirmed, nothing was deleted; add --yes not to be asked
cases-deleted =
    { $count ->
        [one] 1 case deleted
       *[other] { $count } cases deleted
    }
cases-delete-what = Name the cases by number, or give --older-than DAYS
cases-days-wrong = Days must be a whole number from 0 to 36500, not "{ $days }"
cases-vacuumed = The case book is tidy
cases-due =
    { $count ->
        [one] 1 case is
       *[other] { $count } cases are
    } older than the { $days } days they are kept; delete with: yidi cases delete --older-than { $days }
cases-no-such-named = There is no case "{ $name }"; yidi cases list shows the numbers
cases-input = Cannot read { $path }: { $detail }

# What is wrong with the case book itself.
cases-no-folder = No data folder of the user was found; name a case book with --cases or YIDI_CASES
cases-no-access = Cannot open the case book { $path }: { $detail }. Check that the folder can be written, or name another file with --cases
cases-locked = The case book is in use by another window, nothing was written; try again in a moment
cases-full = The disk is full, nothing was written; make room and try again
cases-read-only = The case book is read-only, nothing was written; check the rights of file and folder
cases-damaged = The case book is damaged; when opened again the old file is set aside and a new one begun
cases-replaced = The case book was moved or replaced while it was open, nothing was written; start the program again
cases-moved = The case book stays on this machine from now on: it was moved here from { $path }
cases-disk = The disk failed, nothing was written (SQLite { $code })
cases-foreign = { $path } is no case book and was left alone; take another name
cases-newer = A newer version ({ $version }) made the case book; this program cannot read it: upgrade it
cases-no-such = There is no such case, perhaps it was deleted
cases-import-wrong = The file is wrong, nothing was imported: { $detail }
cases-other = The case book failed: { $detail }
cases-set-aside = The case book was damaged. The old file is kept as { $path }, a new one was begun; a technician may restore the old one
cases-opened-newer = A newer version ({ $version }) made the case book: look, but do not save; upgrade the program
cases-opened-read-only = The case book is read-only: cases can be looked at, not saved
cases-sheet = Cases
