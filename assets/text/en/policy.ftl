# The commands about policy data: what holds, sources, coverage, differences.

cmd-policy-show = Show every rule that holds in a place on a day
cmd-policy-sources = List the sources; with an id: all about it and the figures that use it
cmd-policy-coverage = Show which rules are known where, how well and how many
cmd-policy-calibrate = Leave out each known area in turn and see whether the ranges hold its own rules
calibrate-title = Each area with rules is left out in turn, the same cases are settled on the nation's ranges and on other places' rules, and compared with its own:
calibrate-bill = Bill (yuan)
calibrate-cases = Cases in which the area's own rules give one number
calibrate-full = Full range holds
calibrate-likely = Likely range holds
calibrate-width = Likely range, of the full one (median)
calibrate-ranges = Where the area's own rules are a range: all of it held
arg-markdown-table = A table in Markdown
cmd-policy-diff = Compare two data folders: added, removed, changed
arg-area = Insured area: name, pinyin, initials or division code; a province's name shows the province
arg-only-scheme = Only one scheme: employee, resident
arg-day = Which day, such as 2026-11-22; left out: today
arg-source = Id of the source, such as GD; left out: all of them
arg-old-dir = Data folder; alone it is compared with the embedded data
arg-new-dir = Data folder to compare with the first
cli-argument-missing = { $argument } is missing
cli-command-missing = a command must follow: { $commands }

disease-hypertension = Hypertension
disease-diabetes = Diabetes
disease-cancer = Cancer: radio- or chemotherapy
disease-dialysis = Dialysis for uraemia
disease-transplant = Anti-rejection after transplant
disease-copd = COPD
disease-rheumatoid-arthritis = Rheumatoid arthritis
disease-coronary-disease = Coronary disease
disease-hepatitis = Viral hepatitis
disease-spondylitis = Ankylosing spondylitis
disease-other = Another, or not known

hospital-province-level = Province level
hospital-city-level = City level
hospital-district-level = District level
hospital-grade-a = Grade A
hospital-grade-b = Grade B or lower
hospital-traditional = Chinese medicine
hospital-specialist = Specialist
hospital-village-clinic = Village clinic

contribution-first = First class
contribution-second = Second class
contribution-third = Third class

to-one-of = to { $places }
to-all-but = to anywhere but { $places }
back-home = back home while filed elsewhere
hardship-only = in hardship (destitute, subsistence allowance, back in poverty)
hardship-others = not in hardship
ages-between = age { $from } to { $to }
ages-from = age { $from } and over
ages-to = age { $to } and under
retired-between = retired { $from } to { $to }
retired-from = retired in { $from } or later
retired-to = retired in { $to } or earlier
for-anyone = in any case
for-separator = ;{" "}
scheme-any = Both schemes
care-any = any care

value-per-year = { $value } (per year)
value-then = { $value }, { $later }
then-one = stay { $number }: { $amount }
then-rest = from stay { $number } on: { $amount }

since-date = since { $date }
since-unknown = start not known
since-until = { $since }, until { $until }

source-dated = { $title } ({ $publisher }, { $date }, checked { $checked })
source-undated = { $title } ({ $publisher }, undated, checked { $checked })
source-translated = { $title } [{ $original }]
source-named = { $name }: { $about }

show-title = Rules of { $place } ({ $code }) on { $date }
show-order = From near to far: where a near level has a rule, the far ones are not looked at; within a level the narrower selectors win.
level-own = { $place } (own)
level-province = { $place } (province)
level-empty = no figures of its own
group-title = { $scheme } - { $care }
figure-for = { $value }: { $whom }
figure-says = { $since }, { $grade }, sources { $sources }
figure-remark = Note: { $remark }
figure-verified = verified by { $by } on { $on }
figure-overruled = not used: { $id } is nearer
show-areas = These places of the province have rules of their own: { $names }
show-sources = Sources

sources-count =
    { $count ->
        [one] 1 source
       *[other] { $count } sources
    }. Only figures are counted; checklist items and filing entries use sources as well.
source-cited =
    { $source }: { $count ->
        [one] 1 figure
       *[other] { $count } figures
    }
source-number = Document number: { $number }
source-url = Address: { $url }
source-file = Stands in: { $file }
source-figures = Figures that use it ({ $count })
source-unknown = There is no source "{ $typed }". yidi policy sources lists them all
source-unknown-near = There is no source "{ $typed }". Did you mean: { $names }

coverage-title = Which rules are known where ({ $date })
coverage-legend = A: the area's own; P: the province's; N: the nation's; -: none. With * only for some cases, the rest from a farther level.
reach-own = A
reach-province = P
reach-nation = N
reach-unknown = -
reach-partly = { $reach }*
coverage-alike = Alike everywhere ({ $reach }): { $items }
coverage-province = { $place } (province)
coverage-others = All others
coverage-holders = With figures of their own: { $areas } pooling areas, { $provinces } provinces
coverage-stays = Of { $all } pooling areas, { $stay } have deductible and rate of a stay of their own or of their province in at least one scheme, { $three } for tier 3 hospitals
coverage-trips = Of { $all } pooling areas, { $away } have a rule of their own or of their province for care in another province, { $trip } one beyond long-term residence
coverage-figures = { $count } figures: { $areas } of pooling areas, { $provinces } of provinces, { $nation } of the nation
coverage-grade = { $grade }: { $count }, { $share }
coverage-head-province = Province
coverage-head-areas = Areas with figures of their own
coverage-head-figures = Figures
arg-markdown = A table by province, in Markdown
coverage-sources = { $count } sources

diff-embedded = embedded data
diff-title = { $old } → { $new }
diff-summary = { $added } added, { $removed } removed, { $changed } changed
diff-none = No figure changed
diff-added = Added
diff-removed = Removed
diff-changed = Changed
diff-aspect = { $aspect }: { $old } → { $new }
aspect-value = number
aspect-until = until
aspect-grade = grade
aspect-sources = sources
aspect-remark = remark
aspect-nothing = none
diff-twice = { $id } stands there twice, so it cannot be compared; run yidi policy check first
source-full-numbered = { $name } { $number } { $full }
source-full-named = { $name } { $full }

# Heads of narrow columns: a word takes four cells at most, or is broken.
column-deductible = Ded.
column-deductibles-ceiling = Ded. max
column-rate = Rate
column-cap = Cap
column-supplement-rate = Sup. rate
column-supplement-cap = Sup. cap
column-catastrophic-deductible = Cat. ded.
column-catastrophic-rate = Cat. rate
column-catastrophic-cap = Cat. cap
column-catastrophic-base = Cat. base
column-aid-deductible = Aid ded.
column-aid-rate = Aid rate
column-aid-cap = Aid cap
column-away = Away rule
column-uncovered-share = Unc. share
