# The hand-out, and what is said when it is made.

handout-title = Care away from the insured area: what to do
handout-notes = Notes
handout-todo = What to do
handout-cost = What it costs
handout-saving = What filing first saves
handout-sure = How sure this is, and why
handout-grade = Weakest basis used: { $grade }. So the numbers are a guide only.
handout-exact = Every rule and amount used is a fixed number, so there is no range.
handout-sources = Sources
handout-source = { $title } ({ $date })
handout-parted = ;{" "}
handout-dates = Data up to { $gathered }; printed { $day }
handout-service = Scan for the { $name } (official site)
handout-address = { $name } (official site):{" "}

print-title = Hand-out
print-format = Form
print-place = Save as
print-note = Note
print-note-hint = The note is printed on the sheet; without one nothing on it is personal
print-pdf = PDF
print-html = Web page
print-text = Text
print-markdown = Markdown
print-exists = { $path } is there already. Enter again writes over it; or take another name
print-saved = Saved as { $path }
qr-title = Scan with a phone
qr-on-paper = A code cannot be drawn in this display; the printed hand-out has one
qr-none = The data has no address of an official service
key-print = Hand-out
key-qr = QR code
key-print-format = Form
key-print-field = Next field

save-exists = { $path } is there already and was left alone; add --force to write over it, or take another name
save-no-folder = The folder of { $path } is not there; make it, or take another
save-no-plain-file = { $path } is a pipe or a device, no file; - stands for standard output
save-folder = { $path } is a folder; give a file name
save-denied = { $path } must not be written: no permission; take another folder
save-full = { $path } does not fit: the disk is full, no half file was left
save-failed = Cannot write { $path }: { $fault }
save-no-name = No file name was given
handout-no-glyph = No font of this machine can print: { $characters }. Change them, or take the web page or plain text
handout-broken = The hand-out cannot be made: { $fault }
handout-format-unknown = Which form is wanted? --format can be { $names }
handout-not-on-terminal = A PDF cannot be shown in a terminal; use --output NAME.pdf

cmd-handout = Make the sheet to take home (text, Markdown, web page, PDF)
arg-format = Form: text, md, html, pdf (left out: by the ending of --output)
arg-out = File to write; - or left out: standard output
arg-force = Write over a file of that name
arg-note = A note to be printed on the sheet
