# What is exported: headings of tables, notes beside them, troubles.

export-amount-form = form
export-amount-value = value
export-amount-value-to = value up to
export-amount-currency = currency
export-amount-period = kind of time
export-amount-from = from
export-amount-to = to

# A part of a column of sums: “Amount: at least”.
# $column: the column; $part: one of the parts below.
export-part = { $column }: { $part }
export-part-low = at least
export-part-high = at most
export-part-open = open above
export-part-about = approximate numbers
export-part-undisclosed = not disclosed (n/d)
export-part-not-converted = without a rate
export-part-estimate = estimate
export-part-stage = stage

# Titles of what is shown.
export-title-parties = Parties
export-title-agreements = Agreements

# Headings of columns.
# What the row adds to the sum below the table, by the rules of counting.
export-column-counts = Counts in the sum
export-column-strength = Strength
export-column-with = Member of
export-column-arrived = Arrived towards the promise
export-column-known = All that is known
export-column-preferred = Preferred
export-column-whole = Whole row
export-column-divisor = Divided by
export-column-divisor-year = Of the year
export-column-partial = Time not over
export-column-goes-on = Names no end

# $stage: pledged, delivered …
export-total = Sum of the rows shown that add ({ $stage })

# Facts beside the numbers: “Currency: EUR”.
export-fact = { $name }: { $value }
export-fact-shown = Shown
export-fact-place = Place
export-fact-dataset = Dataset
export-fact-licence = Licence
export-fact-file = File
export-fact-hash = SHA-256 of the dataset
export-fact-cutoff = As known on
export-fact-currency = Currency
export-fact-rates = Exchange rates
export-fact-gdp = Edition of the GDP
export-fact-future-gdp = GDP of years to come
export-fact-lumps = One sum over several years
export-fact-eu = Money of the EU attributed by
export-fact-program = Made by
export-no-cutoff = all that the dataset holds
export-eu-party = nothing: the EU is a party of its own
export-sources = Sources:
export-sheet-notes = Notes
export-sheet-sources = Sources
export-note = Note
export-note-bounds = Sums are in whole units. Blank: nothing is recorded, which is not zero. “At least” without “at most”: open above. Under “not disclosed (n/d)” entries are counted that name no sum.
export-note-formulas = A sum below a table is a formula over the column that it stands under, where each row holds what it adds by the rules of counting: stages never mix, parts are inside their wholes, running totals are not added to packages.
export-note-several-stages = The rows are of several stages, which are never added; with the column of stages shown there is a sum for each.
# $date: the day.
export-note-today = Days are counted from { $date }.
export-note-later = { $count ->
    [one] { $shown } record known only after the cut-off is left out.
   *[other] { $shown } records known only after the cut-off are left out.
}
export-note-left-out = { $count ->
    [one] { $shown } row adds nothing to the sum: a part beside its whole, a running total, or money counted elsewhere.
   *[other] { $shown } rows add nothing to the sum: parts beside their wholes, running totals, or money counted elsewhere.
}
export-note-digits = { $count ->
    [one] { $shown } sum has more than 15 digits; a workbook rounds the rest. CSV and JSON hold it in full.
   *[other] { $shown } sums have more than 15 digits; a workbook rounds the rest. CSV and JSON hold them in full.
}

# The command line.
cli-help-export = Write what a place shows, or a whole dataset, for other programs
cli-help-export-csv = As comma-separated values, with notes beside or above
cli-help-export-xlsx = As an Excel workbook, with sheets of notes and sources, and sums as formulas
cli-help-export-json = As JSON
cli-help-export-ron = As a smaller dataset: the records that the place shows, and all that they need
cli-help-export-package = The whole dataset as a data package (Frictionless): a zip of CSV tables with their schema
cli-help-export-place = The place, as links name it: ledger?stage=delivered, party/LT, chart?kind=ranked, commitments, dates, sources, problems; list for the parties; records for the whole dataset as it is stored, records/aid for one kind. Without it the ledger
cli-help-export-output = Write it to this file; without it to standard output
cli-help-export-package-output = Write it to this file: .zip
cli-help-export-table = Which table, where the place has several
cli-help-export-labels = Headings and words as machines name them (ids), or as people read them (words)
cli-help-export-notes = Where the notes stand: beside (in FILE.notes.txt), above the rows, or none. Without it beside a file, and nowhere on standard output
cli-help-export-bom = Begin with the mark by which Excel knows UTF-8

# Why nothing is exported, and what to do.
export-cancelled = The export was cancelled. Nothing was written.
# $table: a table; $shown: how many.
export-too-many-rows = The table “{ $table }” has { $shown } rows; a workbook holds 1,048,576.
export-too-many-columns = The table “{ $table }” has { $shown } columns; a workbook holds 16,384.
export-too-large-hint = Export it as CSV, or narrow the page.
# $table: a table; $row, $column: where; $shown: how many.
export-long-text = { $table }, row { $row }, “{ $column }”: the text has { $shown } characters; a cell of a workbook holds 32,767.
export-long-text-hint = Export it as CSV or as a data package.
export-which-table = The place has several tables, and CSV holds one.
# $tables: names.
export-which-table-hint = Add --table with one of { $tables }, or export as xlsx or json.
# $name: what was typed.
export-no-table = There is no table “{ $name }” at this place.
export-no-table-hint = It has { $tables }.
export-no-party = There is no party “{ $name }” in this dataset.
export-no-party-hint = `pledgebook list` tells the parties.
export-place = “{ $place }” is no place that can be exported.
export-place-hint = Copy the link of a page in the window, or write ledger, party/LT, commitments, dates, sources, problems, chart?kind=ranked, list, records or records/aid.
export-no-records = “{ $place }” shows no records of the dataset.
export-not-made = The file could not be put together.
export-to-file = A file of the kind { $kind } is not for a terminal.
export-to-file-hint = Say where it is to be written: -o FILE.

# What the columns of an amount hold.
export-amount-form-tip = What the words around the number mean: “nearly” is about, “over” is at_least, “will support” is undisclosed
export-amount-value-tip = In whole units of the currency, not in millions; the lower end of a range; of a share of GDP the per cent
export-amount-value-to-tip = The upper end of a range, in whole units of the currency
export-amount-currency-tip = A share of GDP has none: it is of the party’s GDP
export-amount-period-tip = year: one year; yearly: the sum again in each year; lump: one sum over the whole span. Blank: the source names no time
export-amount-from-tip = The year, or the first year or day; blank: open, or not named
export-amount-to-tip = The last year or day; blank: open, or not named

# Papers of a data package, in Markdown.
# $date: a day.
export-package-cutoff = Facts were gathered up to { $date }.
# $hash: hexadecimal digits.
export-package-hash = SHA-256 of the dataset in its canonical form: { $hash }
export-package-how = Every table is CSV (RFC 4180) in UTF-8, described in `datapackage.json`; `codebook.md` tells what each column means. Names of columns are paths into a record: `figure.amount.value`, `fulfils[0].commitment`. Blank says that nothing is recorded, never zero. Dates are written as ISO 8601 does, to the precision known: `2024`, `2024-06`, `2024-06-27`, or a span of days: `2022-03-04/2022-03-11`, `../2022-03-10`. A text that a spreadsheet would run as a formula (it begins with =, +, -, @, a tab or a line break) has an apostrophe in front, and one that is there but empty is an apostrophe alone. Stages (pledged, committed, allocated, delivered, unclear) must never be added to each other; nor parts beside their whole (`part_of`), nor running totals to packages. Pledgebook reads the package back as the same dataset.
# $path: a file; $title: what it holds; $rows: how many.
export-package-table = `{ $path }`: { $title } ({ $rows } rows)
export-codebook = Codebook
export-codebook-about = What stands in each column. Sums are in whole units of their currency.
export-codebook-column = Column
export-codebook-meaning = Meaning
export-codebook-values = Values
export-codebook-always = Always there
export-values-number = a decimal number with a point
export-values-date = YYYY, YYYY-MM, YYYY-MM-DD or a span of days
export-values-percent = 0–100, per cent
export-values-count = a whole number
# $kinds: kinds of records.
export-values-link = the id of a record: { $kinds }
export-values-text = text
# $licence: a licence.
export-licence = The dataset is under { $licence }.
export-licence-none = The dataset names no licence.
export-licence-credits = Reference series keep the terms of their sources, which are to be credited:
export-citation-message = If you use this dataset, please cite it, and the sources of the records that you use.
# $title: the title of the dataset.
export-citation-by = Contributors to { $title }
