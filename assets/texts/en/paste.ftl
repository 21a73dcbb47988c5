# Rows from a spreadsheet.

paste-column-nothing = Leave out
paste-column-currency = Currency of the amount
paste-column-time = Year of the amount

# Why a row is not taken, and what to do.
paste-wrong-no-party = There is no party “{ $text }”. Write a name or code as the list has it.
paste-wrong-no-agreement-so = There is no agreement “{ $text }”. Write its id or its party.
paste-wrong-no-agreement = { $party } has no agreement. Add one first.
paste-wrong-no-commitment = There is no commitment “{ $text }”. Write its id, such as lt-2024-c01.
paste-wrong-no-money = There is no commitment or aid entry “{ $text }”. Write its id, such as lt-a03.
paste-wrong-no-source = There is no source “{ $text }”. Write its id, address or title, or add it first.
paste-wrong-several = “{ $text }” is the name of several: { $ids }. Write the id.
paste-wrong-no-word = “{ $text }” cannot stand here. It can be: { $names }.
paste-wrong-missing = “{ $field }” must not be empty.
paste-wrong-refused = It is no record that the book takes: { $why }

# The dialog.
paste-title = Paste rows
paste-field = Rows from a spreadsheet
paste-field-hint = Copy rows in a spreadsheet and paste them here.
paste-refused-empty = Nothing is written there.
paste-refused-rows = These are { $count } rows. Paste at most { $most } at once.
paste-refused-columns = These are { $count } columns. Paste at most { $most } at once.
# What each row becomes ($kind: aid entry).
paste-kind = Each row: { $kind }
paste-headings = The first row holds headings
paste-columns = What the columns hold
paste-column = Column { $number }
# A column and what it holds, for a screen reader.
paste-column-holds = { $column }: { $field }
paste-why-heading = by its heading
paste-why-cells = { $read } of { $of } cells can be read so
paste-unit = Read behind each sum
paste-unit-hint = mln EUR
paste-for-all = For all rows that do not say
paste-not-chosen = not chosen
paste-for-all-is = { $field }: { $value }
paste-questions = Which is meant?
# $text: a cell, $column: its column, $cells: how many cells ask the same.
paste-question =
    { $cells ->
        [one] “{ $text }” in “{ $column }”
       *[other] “{ $text }” in “{ $column }”, and alike in { $shown } cells
    }
paste-preview = What becomes of the rows
paste-show-all = all { $count }
paste-show-new = new { $count }
paste-show-same = known already { $count }
paste-show-asks = to be answered { $count }
paste-show-wrong = cannot be read { $count }
paste-take = Take
paste-row = Row { $number }
paste-record = Record
paste-same-as = Says what { $id } says already.
paste-same-as-row = Says what row { $number } says.
paste-asks = Waits for the answer above.
# $column: which column, $why: why its cell is not taken.
paste-at = { $column }: { $why }
paste-go =
    { $count ->
        [one] Paste { $shown } row
       *[other] Paste { $shown } rows
    }
paste-nothing = No row is ticked.
paste-left =
    { $count ->
        [one] { $shown } row is pasted. What is left says why.
       *[other] { $shown } rows are pasted. What is left says why.
    }
