# Importing files of the field.

# Why a file is not imported, and what to do.
import-no-sheet = The file has no sheet “{ $name }”.
import-no-sheet-remedy = Name a sheet as the file has it, or give its number from 1.
import-no-row = The sheet has no row { $row }.
import-no-row-remedy = Give the number of the row with the headings as a spreadsheet shows it.
import-no-results = The figures of this sheet are formulas, and the file keeps no results of them ({ $cells } in its first rows). They are missing, not zero.
import-no-results-remedy = Open the file in a spreadsheet and save it again, which stores the results, or copy the cells and paste them as values.
# $fields: amount, giver.
import-unmapped = It is not known which column holds: { $fields }.
import-unmapped-remedy = Say which column it is, or what holds for every row.
import-misfit = The file does not fit the layout { $layout }.
import-misfit-missing = The file does not fit the layout { $layout }. It lacks: { $missing }.
import-misfit-remedy = Choose another layout, or say by hand what the columns hold.
import-view = The file is an exported page of a book: its rows show sums that were counted, not the records behind them.
import-view-remedy = Export what comes back as the same dataset, and import that: “export csv records/aid” or “export package”.
import-records = The file holds records, which are merged one by one.
import-records-remedy = Open it as a book, or merge it into one.
import-unsure = It is not clear enough what the columns hold ({ $confidence } % sure).
import-unsure-remedy = Look at it with --dry-run, and say what the columns hold with --map, or agree with --profile columns.

# Why a row becomes no entry ($text: what stands there, or an id or a row).
import-skip-blank = nothing stands in it
import-skip-heading = it repeats the headings
import-skip-total = it sums up other rows
import-skip-no-party = it does not say who gives
import-skip-party-left-out = “{ $text }” is left out
import-skip-unknown-party = “{ $text }” is no state or union that is known
import-skip-other-recipient = it is for “{ $text }”
import-skip-unknown-stage = “{ $text }” is no stage that is known
import-skip-unknown-type = “{ $text }” is no type of aid that is known: set a type for such rows
import-skip-bad-amount = “{ $text }” is no amount
import-skip-negative = “{ $text }” takes something back, and no entry can do that
import-skip-surplus = it has more cells than there are headings, from “{ $text }” on: a sign that parts cells may stand in one without quotes
import-skip-other-heading = it stands under the other headings of row { $text }: import it with --header-row { $text }
import-skip-bad-currency = the currency of “{ $text }” cannot be told
import-skip-bad-date = “{ $text }” is no date
import-skip-nothing-said = it names no amount, no goods and nothing in words
import-skip-counted-in = its money stands in row { $text }
import-skip-not-counted = other rows tell it already
import-skip-malformed = it is malformed: { $text }
import-skip-already-here = it is in the book already: { $text }
import-skip-likely-here = it is likely in the book already: { $text }

# The same as kinds of reasons, for a list with counts.
import-reason-blank = blank
import-reason-heading = headings again
import-reason-total = totals
import-reason-no-party = giver not named
import-reason-party-left-out = giver left out by choice
import-reason-unknown-party = giver not known
import-reason-other-recipient = for others than Ukraine
import-reason-unknown-stage = stage not known
import-reason-unknown-type = type of aid not known
import-reason-bad-amount = amount cannot be read
import-reason-negative = sums below zero
import-reason-surplus = more cells than headings
import-reason-other-heading = under other headings
import-reason-bad-currency = currency cannot be told
import-reason-bad-date = date cannot be read
import-reason-nothing-said = no amount, goods or words
import-reason-counted-in = counted in another row
import-reason-not-counted = told by other rows
import-reason-malformed = malformed
import-reason-already-here = in the book already
import-reason-likely-here = likely in the book already

# What a person should look at.
import-doubt-day-month = In “{ $column }” { $first ->
    [day] the day
   *[month] the month
} is read first: dates that can only be read so: { $deciding }, either way: { $open }.
import-doubt-scale = “{ $column }” is read as { $unit ->
    [none] whole units
   *[other] { $unit }
}, but its greatest number is { $greatest }. Is that the scale?
import-doubt-mark = In “{ $column }” { $mark ->
    [comma] a comma
   *[point] a point
} is read as the decimal mark: numbers that can only be read so: { $deciding }, either way: { $open }.
import-doubt-repeats = { $rows ->
    [one] { $rows } row says what another row says. It stands for itself and is kept.
   *[other] { $rows } rows say what other rows say. They stand for themselves and are kept.
}
import-doubt-no-results = { $cells ->
    [one] { $cells } formula has no result stored in the file: it is missing, not zero.
   *[other] { $cells } formulas have no result stored in the file: they are missing, not zero.
}
import-doubt-no-stage = Nothing says how far the money got: { $count ->
    [one] { $what } entry is
   *[other] { $what } entries are
} “unclear”. Set a stage if you know it.
import-doubt-no-type = Nothing says of what type the aid is: { $count ->
    [one] { $what } entry is
   *[other] { $what } entries are
} “mixed”. Set a type if you know it.
import-doubt-other-release = Another release of this tracker is in the book already ({ $what }). Two releases add up wherever they tell of one package in different words: better import into a new book, or take the older one out first.
import-doubt-other-sheets = Only one sheet is read. These have the same headings: { $what }. Import the file again for each of them, with its sheet named.
import-doubt-other-sums = The table holds other sums too, which are not read: { $what }. Import it again with another column as the amount, and with its stage, to take them in.
import-doubt-currency = “{ $what }” names its currency, but a column of currencies beside it names others. The one of the heading is taken.

# What a column holds.
import-field-party = giver
import-field-recipient = recipient
import-field-date = date
import-field-year = years of the money
import-field-stage = stage
import-field-type = type of aid
import-field-instrument = instrument
import-field-amount = amount
import-field-currency = currency
import-field-scale = scale
import-field-summary = summary
import-field-key = key
import-field-link = link
import-field-quantity = quantity
import-field-item = goods
import-field-note = remark

import-why-heading = by its heading
import-why-cells = { $read } of { $of } cells can be read so
import-why-both = by its heading, and { $read } of { $of } cells can be read so
import-why-chosen = chosen
import-why-nothing = nothing tells

import-layout-columns = a table, by its columns
import-layout-kiel = Kiel Institute, { $contract }
import-layout-fts = Financial Tracking Service
import-layout-iati = IATI activities
import-layout-own = records of Pledgebook

import-likely-voice = another voice of the same sum, counted once
import-likely-leave-out = left out
import-likely-new = money of its own

import-place = row { $row }
import-place-sheet = sheet “{ $sheet }”, row { $row }

# A profile that was kept ($file: its path).
import-bad-profile = The profile { $file } cannot be read (line { $line }, column { $column }).
import-bad-profile-hint = Mend it, or delete the file and save the profile again.

# The command line.
cli-import-about-file = { $file }: { $layout }
cli-import-about-sheet = { $file }, sheet “{ $sheet }”: { $layout }
cli-import-profile = by the profile “{ $name }”
cli-import-columns = Columns
cli-import-column = Column
cli-import-holds = Holds
cli-import-sure = Sure
cli-import-why = Why
cli-import-nothing-held = –
cli-import-entries = { $entries ->
    [one] { $entries } entry of { $rows } rows
   *[other] { $entries } entries of { $rows } rows
}
cli-import-party = Party
cli-import-stage = Stage
cli-import-type = Type
cli-import-currency = Currency
cli-import-count = Entries
cli-import-sum = Sum
cli-import-left-out = Left out
cli-import-rows = Rows
cli-import-first = First
cli-import-texts = What stands there
cli-import-new-parties = New parties: { $names }
cli-import-voices = { $count ->
    [one] { $count } of them is likely in the book already and comes in as another voice of the same sum, counted once.
   *[other] { $count } of them are likely in the book already and come in as other voices of the same sums, counted once.
}
cli-import-likely = { $count ->
    [one] { $count } row is likely in the book already: { $ids }
   *[other] { $count } rows are likely in the book already: { $ids }
}
cli-import-doubt = Look at this: { $doubt }
cli-import-done = { $file }: { $entries ->
    [one] { $entries } entry is imported
   *[other] { $entries } entries are imported
}, { $left ->
    [one] { $left } row is left out
   *[other] { $left } rows are left out
}.
cli-import-report-hint = --report FILE writes for each row what becomes of it.
cli-import-nothing = Nothing is imported: the book stays as it is.
cli-import-merged = { $file }: new records: { $added }, the same: { $same }, otherwise under the same id: { $differing }.
cli-import-differing = Left as they are in the book (--replace takes the others): { $ids }
cli-import-replaced = Replaced: { $ids }
cli-import-taken = Not taken in, because another kind of record has the id: { $ids }
cli-import-saved-profile = The profile “{ $name }” is kept as { $file }.
cli-import-no-folder = The system has no place for profiles. Set PLEDGEBOOK_CONFIG_DIR.
cli-import-no-profile = There is no profile “{ $name }”.
cli-import-bad-name = “{ $name }” is no name for a profile: use letters, digits and hyphens.
cli-import-not-saved = The profile cannot be kept.
cli-import-bad-map = “{ $text }” is no mapping: write FIELD=COLUMN, such as party=giver.
cli-import-bad-field = There is no field “{ $text }”.
cli-import-no-column = The table has no column “{ $text }”.
cli-import-bad-set = “{ $text }” cannot be set: write FIELD=VALUE, such as stage=committed.
cli-import-bad-party = “{ $text }” is no party: write SPELLING=ID, such as “Exampleland=LT”.
cli-import-unknown-party = “{ $text }” is no party of the book, no state and no union that is known.
cli-import-bad-delimiter = “{ $text }” is no sign between cells: write one character, or tab.
cli-import-bad-encoding = There is no encoding “{ $text }”.
cli-import-into-missing = There is no book { $file } to import into.
cli-import-into-missing-hint = Without --into a new book is made; -o names its file.
cli-import-there = { $file } is there already.
cli-import-there-hint = Import into it with --into, or name another file.
cli-import-cancelled = Called off: nothing is changed.
cli-import-new-book = Imported from { $file }

cli-help-import = Take the entries of a file into a new book, or into one that is there
cli-help-import-long = CSV, Excel, OpenDocument, JSON, releases of the Kiel Institute’s tracker, FTS and IATI are read row by row; records of Pledgebook are merged one by one. How the file is read is found by its headings; --dry-run shows what would become of the rows. Nothing comes in twice, and an import is one step. It ends with 1 where rows were left out because something in them could not be read.
cli-help-import-source = The file that is imported; “-” is standard input
cli-help-import-profile = Read it by this profile, or this layout
cli-help-import-dry-run = Show what would become of it, and change nothing
cli-help-import-into = Import into this book, in one step
cli-help-import-output = Write the new book to this file instead of standard output
cli-help-import-sheet = The sheet: its name, or its number from 1
cli-help-import-header-row = The row with the headings; 0: there are none
cli-help-import-map = Say which column holds what: party=giver, amount=C, date=#1; can be given again
cli-help-import-set = Say what holds for every row: stage=committed, scale=million; can be given again
cli-help-import-party = Say whose a spelling is: Exampleland=LT; can be given again
cli-help-import-leave-out = Leave out the rows of this party; can be given again
cli-help-import-likely = What becomes of rows that are likely in the book already: voice, leave-out or new
cli-help-import-any-recipient = Take in rows for others than Ukraine too
cli-help-import-running-totals = Take in the sums of a summary as running totals
cli-help-import-delimiter = What stands between the cells of a text file: one sign, or tab
cli-help-import-encoding = The encoding of a text file: utf-8, windows-1251
cli-help-import-report = Write what becomes of each row to this CSV file
cli-help-import-save-profile = Keep how it was read under this name
cli-help-import-replace = Records that have the id of one that says otherwise take its place
cli-help-import-drop-comments = With --into: agree that comments in the book are dropped
cli-import-by-hand = By hand: --map party=COLUMN --map amount=COLUMN --set party=LT --set stage=committed --currency EUR; --header-row and --sheet say where the table is.

# A row of a table of our own that is left out ($why: what is wrong; $place: sheet and row).
import-record-trouble = Left out: { $place }: { $why }
import-record-trouble-in = Left out: { $place }, column “{ $column }”: { $why }
import-record-unknown = No record has a place for “{ $heading }” { $sheet ->
    [none] { "" }
   *[other] ({ $sheet })
}: what stands under it is passed over.
import-record-number = “{ $text }” is no such number
import-record-flag = “{ $text }” is neither true nor false
import-record-mistake = the formula says { $text }
import-record-word = “{ $text }” cannot stand here; it can be: { $words }
import-record-refused = the book does not take it: { $text }
import-record-twice = “{ $text }” stands in another row already
import-record-no-owner = there is no record “{ $text }” that it belongs to
import-record-beyond = “{ $text }” stands beyond the last column
