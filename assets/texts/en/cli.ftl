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
cli-no-ron = { $command } has no RON form
cli-no-ron-hint = Use --format table, csv or json; RON is for records: list and show.
