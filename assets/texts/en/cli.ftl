# The command line: headings of its tables, and what it says on standard error.

cli-column-id = Id
cli-column-party = Party
cli-column-signed = Signed
cli-column-type = Type
cli-column-year = Year
cli-column-month = Month
cli-column-date = Date
cli-column-stage = Stage
cli-column-amount = Amount
# The amount as the source reports it.
cli-column-original = As reported
cli-column-ratio = Of it
cli-column-fulfilment = Fulfilled
# The stage that the fulfilment is of.
cli-column-of-stage = of stage
cli-column-problems = Problems
cli-column-basis = Rests on
# Which part of a row: an aid type, an instrument.
cli-column-part = Part
cli-column-when = When
cli-column-commitment = Commitment
cli-column-what = What
cli-column-summary = Summary
cli-column-title = Title
cli-column-publisher = Publisher
cli-column-link = Link
cli-row-total = All together
cli-row-all = all of them
cli-promised = promised
cli-arrived = arrived
cli-money = Money
cli-records = Commitments and aid
cli-sources = Sources
cli-signed = signed { $date }
cli-review = review by { $date }
cli-expires = ends { $date }
cli-of-the-promise = Of the promise: { $ratio }
cli-nothing-promised = { $asked }: nothing is promised and nothing arrived
# The bundled dataset, where a file's name would stand.
cli-sample-name = bundled dataset

cli-check-errors =
    { $count ->
        [one] { $number } error
       *[other] { $number } errors
    }
cli-check-warnings =
    { $count ->
        [one] { $number } warning
       *[other] { $number } warnings
    }
cli-check-notes =
    { $count ->
        [one] { $number } note
       *[other] { $number } notes
    }

cli-check-fixed = { $record }: fixed: { $what } [{ $check }]
cli-check-fixed-dataset = fixed: { $what } [{ $check }]
cli-check-accepted = { $record }: accepted [{ $check }]
cli-check-unaccepted = { $record }: accepted no longer [{ $check }]
cli-check-nothing-done = Nothing was to be done; the file is as it was.
cli-check-no-problem = There is no problem { $check } with { $record }.
cli-check-not-accepted = No problem { $check } with { $record } was accepted.
cli-check-no-problem-hint = pledgebook check lists the problems, each with its record and its id in brackets.
cli-check-no-reason = A problem is accepted with a reason: say why.
cli-check-stdin = Standard input cannot be changed: name a file.

cli-newer-schema = The file has schema { $schema }, newer than this program knows: it is read as far as it can be.
cli-comments =
    { $count ->
        [one] The file has { $number } comment, first on line { $line }; the canonical text has none.
       *[other] The file has { $number } comments, first on line { $line }; the canonical text has none.
    }
cli-fmt-differs = { $file } is not canonical
cli-fmt-written = { $file } is now canonical
cli-fmt-comments = { $file } is not changed: its comments would be lost. Add --drop-comments to agree.
cli-fmt-damaged = { $file } is not changed: the parts that could not be read would be lost.
cli-fmt-newer = { $file } is not changed: a newer version of the program made it.
cli-fmt-sample = The bundled dataset cannot be written: name a file.
cli-fmt-stdin = Standard input cannot be written back: leave out --write.

cli-unknown-party = there is no party “{ $id }”
cli-unknown-party-hint = See pledgebook list for the ids, such as LT or EU.
cli-unknown-id = there is neither a party nor a record “{ $id }”
cli-unknown-id-hint = Ids look like LT, lt-2024, lt-2024-c01, lt-a03, lt-s01.
cli-unknown-number = “{ $id }” is neither a record with an amount nor a total
cli-unknown-number-hint = Write an id such as lt-a03, or a total such as pledged:LT:2024 or fulfilment:LT:2024.
cli-no-amount = { $id } names no amount
cli-no-amount-hint = See pledgebook show { $id }.
cli-fulfilment-of-whom = fulfilment of whom? Write fulfilment:LT:2024
cli-unknown-vintage = there is no GDP edition “{ $name }”
cli-unknown-key = there is no key “{ $name }” for the EU’s money
cli-one-of = There is: { $names }.
cli-compare-how-many = Two to four parties can be read side by side: --compare GB,LT
cli-no-ron = { $command } has no RON form
cli-no-ron-hint = Use --format table, csv or json; RON is for records: list and show.

# What --help tells.
cli-help-usage = Usage
cli-help-commands = Commands
cli-help-options = Options
cli-help-arguments = Arguments
cli-help-help = Tell how it is used
cli-help-version = Tell the version
cli-help-about = A ledger of the security agreements signed with Ukraine, and of the aid that followed.
cli-help-about-long = Without a command the window opens, on FILE or on the last file. With no FILE, the commands read the dataset that comes with the program. Data goes to standard output, words to standard error. Exit codes: 0 fine, 1 problems found or differing, 2 wrong use, 3 trouble with a file.
cli-help-check = Tell what is wrong or doubtful in a dataset
cli-help-list = List the parties with their agreements and totals
cli-help-show = Show a party with everything about it, or one record
cli-help-total = Add up what is known of one stage
cli-help-matrix = Show who promised what how strongly, by party and area
cli-help-explain = Print the tree under a number, down to the phrase and the link
cli-help-explain-long = A number is the id of a commitment or an aid entry, or a total: pledged, pledged:LT, pledged:LT:2024:military, fulfilment:LT:2024; or the same words apart: pledged LT 2024.
cli-help-fulfilment = Tell how much of what was promised has arrived
cli-help-fmt = Write a dataset in its canonical form
cli-help-edit = Change a document by a script, a line each, and save it
cli-help-edit-long = { script-orders-hint } Values are typed as people write them; fields are named as in the file. “#” begins a line for people. Each line that was followed is told on standard output once it is safe on the disk. A line that cannot be followed ends the run, and what no “save” before it wrote is dropped. What is cut off by force is kept: pledgebook recover tells it.
cli-help-edit-file = The document
cli-help-script = The script; without it, or as “-”, standard input
cli-help-dry-run = Follow the script without saving anything
cli-edit-no-journal = warning: the changes are not protected until they are saved: { $cause }
cli-help-window-file = The file that the window opens
cli-help-read-file = The dataset; “-” is standard input
cli-help-dataset = The dataset to read; “-” is standard input; without it the bundled dataset
cli-help-format = How the data is written: table, csv, json or ron
cli-help-lang = Language of the words: en or uk; without it PLEDGEBOOK_LANG, then the system’s
cli-help-as-of = Count only what was known on that day: 2024-06-27, 2024-06 or 2024
cli-help-currency = Currency that sums are shown in (ISO 4217)
cli-help-gdp-vintage = Edition of the GDP that shares are worked out of
cli-help-fx = Exchange rates: year, month or fixed:YEAR (1990–2100)
cli-help-split-lumps = Split one sum over several years evenly in views by year
cli-help-carry-gdp = Carry the last GDP on to years that have none yet
cli-help-attribute-eu = Attribute the EU’s aid to its members by this key of the dataset
cli-help-strict = End with 1 for warnings too, not only for errors
cli-help-fix = Do every fix that loses nothing and invents nothing, and write the file
cli-help-accept = Accept a problem with a reason, and write the file; can be given again
cli-help-unaccept = Accept a problem no longer, and write the file; can be given again
cli-help-check-drop-comments = With --fix, --accept, --unaccept: agree that comments in the file are dropped
cli-help-show-id = A party or the id of a record: LT, lt-2024, lt-2024-c01, lt-a03, lt-s01
cli-help-stage = The stage: pledged, committed, allocated, delivered or unclear
cli-help-by = A row for each party, type, year or month
cli-help-parties = Only this party; can be given again
cli-help-type = Only this type of aid: military, financial, humanitarian or mixed
cli-help-year = Only for this year (1990–2100)
cli-help-order = The order of the parties: date, name or similarity
cli-help-compare = Read two to four parties side by side instead: GB,LT
cli-help-numbers = Ids or totals
cli-help-fulfilment-id = A party or the id of a commitment; without it every party
cli-help-fulfilment-year = For this year (1990–2100); without it over all time
cli-help-chart = The numbers of a chart, or the chart as a picture
cli-help-chart-kind = What it shows: ranked, by-type, by-instrument, gdp, per-head, fulfilment, over-time, by-year, by-month, multiples, share, spread or promises
cli-help-chart-order = How rows follow each other: value or name; of fulfilment also gap or share
cli-help-chart-output = Write a picture to this file: .svg, .png or .pdf
cli-help-output = Name the file that is to be written
cli-help-chart-from = Show again what this picture shows, instead of saying what
cli-help-chart-size = How large the picture is: column, page, slide, square, or WIDTHxHEIGHT in points (300–4000)
cli-help-chart-scale = How many pixels a point of a .png is wide: 1, 2 or 4; without it 2
cli-help-chart-dark = A picture on dark ground
cli-help-chart-title = The picture’s title; without it the finding, proposed from the data
cli-help-chart-note = A note under the picture, before the program’s own
cli-chart-no-kind = { $file }: the ending tells no kind of picture
cli-chart-no-pixels = { $file }: only a .png has a scale
# $title: the dataset's title; $file: the name of its file, or the next text.
cli-chart-other-dataset = note: the picture was made of another state of the data (“{ $title }”, { $file }); the numbers are now those of what is open
cli-chart-bundled = bundled with the program
cli-help-write = Write it back into the file
cli-help-fmt-check = Write nothing; end with 1 where it would change
cli-help-drop-comments = With --write: agree that comments in the file are dropped

# Wrong use. $argument: as it is typed, such as --stage.
cli-wrong-unknown = { $argument } is not known here
cli-wrong-near = Did you mean { $argument }?
cli-wrong-no-value = { $argument } needs a value
cli-wrong-value = “{ $value }” cannot stand for { $argument }
cli-wrong-missing = { $argument } is missing
cli-wrong-conflict = { $argument } cannot be used together with { $other }
cli-wrong-other = what was typed cannot be understood { $argument }
cli-wrong-hint = pledgebook --help tells the commands and options, pledgebook COMMAND --help those of a command.
cli-missing-command = If a command was meant: pledgebook --help tells which there are.
cli-not-written = error: standard output could not be written: { $cause }
cli-no-rate = There is no exchange rate of { $currency } in the dataset: sums in other currencies are listed as not converted.

# The assumptions under numbers, in a line.
cli-under-gdp = GDP: { $vintage }
cli-under-eu-key = EU money by the key { $key }
cli-under-cutoff = as known on { $date }
cli-under-no-cutoff = all that is known

# `recover`: what was not saved when the program ended unexpectedly. $document: its key or path as typed.
cli-help-recover = Look at what was not saved when the program ended unexpectedly, and bring it back
cli-help-recover-document = The document: its key in the list, or its path
cli-help-recover-list = List what is not saved of it
cli-help-recover-apply = Write it into the document, where that is as it was
cli-help-recover-output = Write the document with it to this new file
cli-help-recover-discard = Never offer it again
cli-help-recover-drop-comments = With --apply: agree that comments in the file are dropped
cli-column-key = Key
cli-column-document = Document
cli-column-kind = Kind
cli-column-path = Path
cli-column-changed-at = Changed last
cli-column-changes = Changes
cli-column-typed = Typed
cli-column-file = The file
# What became of the file since.
cli-file-never-saved = never saved
cli-file-as-it-was = as it was
cli-file-changed = changed since
cli-file-gone = gone
cli-file-unreadable = cannot be read
cli-recover-hint = See pledgebook recover KEY --list, then --apply, --output FILE or --discard.
cli-recover-damaged-hint = It cannot be brought back; pledgebook recover { $key } --discard removes it.
cli-recover-no-folder = The system tells no folder where the program could keep changes: set PLEDGEBOOK_CONFIG_DIR.
cli-recover-unknown = nothing of “{ $document }” is left unsaved
cli-recover-unknown-hint = See pledgebook recover for the list. A document that is open in a window is not in it.
cli-recover-several = several windows had “{ $document }” open
# What kind of change it is.
cli-recover-done = changed
cli-recover-taken-back = taken back
cli-recover-typed = typed
cli-recover-conflict = changed twice
cli-recover-changed = “{ $document }” was changed since by another program
cli-recover-gone = “{ $document }” is not there any more
cli-recover-unreadable = “{ $document }” cannot be read whole
cli-recover-never-saved = “{ $document }” was never in a file
cli-recover-output-hint = Write it to another file with --output FILE, or open the window.
cli-recover-comments = “{ $document }” has comments, which would be dropped
cli-recover-comments-hint = Add --drop-comments to agree, or write to another file with --output FILE.
cli-recover-stands = there is a file { $file } already
cli-recover-stands-hint = Choose another name: nothing is written over.
cli-recover-written = { $file } holds all that was not saved.
cli-recover-typed-left-out = This was typed and is no value yet; it is in no file:
cli-recover-discarded = “{ $document }” is not offered again.

# dates and sources.
cli-column-days = Days left
cli-column-stands = Stands
cli-column-record = Record
cli-column-promised = Promised
cli-column-about = About
cli-column-published = Published
cli-column-read-on = Read on
cli-column-language = Language
cli-column-cited-by = Cited by
cli-help-dates = List reviews, ends and promised years that close, with the days left
cli-help-dates-party = Only those of this party
cli-help-dates-what = Only this: review, end, year or last_year
cli-help-dates-past = Days gone by too
cli-help-dates-overdue = Only promises whose day is past and of which less is known to have arrived than was promised
cli-help-dates-today = Count the days from that day; without it from today
cli-help-sources = List every source with what hangs on it, by publisher
cli-help-sources-search = Only those with these words in title, publisher, address or id
cli-help-sources-unused = Only those that nothing cites
cli-help-sources-undated = Only those that do not say when they were published
cli-help-sources-unarchived = Only those of which no copy is kept
cli-help-sources-kind = Only this kind: agreement_text, government, press, think_tank or statistics
cli-help-sources-language = Only this language, such as en or uk
cli-help-sources-oldest = The oldest first, instead of by publisher
