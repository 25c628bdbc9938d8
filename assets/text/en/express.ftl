# The express line: what was read, what was assumed, what is doubtful.

arg-line = The whole case in one line, such as: anshan beijing employee tier3 50k unfiled. English, Chinese, pinyin or initials; options beside it win
express-chip = { $field } ({ $words })
express-understood = Understood: { $chips }
assumed-status = "{ $word }" alone is taken as: { $status }
assumed-place = "{ $word }" is taken as { $place }; the same letters also stand for: { $others }
assumed-reading = "{ $word }" is taken as: { $field }; it might be: { $other }. If so, write it in full
assumed-filed = Nothing is said of filing, so it is taken as planned; add filed, unfiled or not-sure where that is not so
doubt-surplus = "{ $word }" is a third place; only insured area and care area are needed
doubt-twice = { $field } is given in different ways: { $words }. Keep one
doubt-fields = "{ $word }" may mean: { $fields }. Say which, such as filed, unfiled, networked, not-networked
doubt-no-amount = { $field }: no number beside "{ $word }", such as 5000, 20k or 10%
doubt-no-day = { $field }: no day beside "{ $word }", such as 2026-11-22
express-too-long = The line is longer than { $most } characters: nothing of it was read. A case takes some fifty
doubt-number = What "{ $word }" is cannot be told. Write an amount as 500yuan or 50k, an age as age 65, a tier as tier3
stranger-district = "{ $word }" is no division (development zones are none); give its city
stranger = "{ $word }" is not understood
stranger-near = "{ $word }" is not understood, did you mean "{ $near }"?

express-title = Express line: type it, then Enter
express-hint = Such as: anshan beijing employee tier3 50k unfiled; or as bj zg 3 5w. First the insured area, then the care area; what is to change alone will do, such as: retired tier2
express-answer = { $field }  { $answer }
express-missing = To be asked: { $fields }
express-again = Not everything was understood. Correct it, or press Enter again to leave it
