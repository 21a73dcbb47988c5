# The page of all aid entries.
page-ledger = Ledger
page-ledger-tip = Show every aid entry in one table.

# $shown: $count as formatted text.
ledger-count = { $count ->
    [one] { $shown } entry
   *[other] { $shown } entries
}
# $all: $count as formatted text; $shown: how many of them are shown.
ledger-count-of = { $count ->
    [one] { $shown } of { $all } entry
   *[other] { $shown } of { $all } entries
}
ledger-find = Find in the table
ledger-find-clear = Clear the search
ledger-copy = Copy
ledger-copy-tip = The selected rows, or all that are shown, as a table for a sheet (Ctrl+C in the table)
ledger-copy-with = Copy with headers
ledger-copy-without = Copy rows only
ledger-copied-low = { $column }: at least
ledger-copied-high = { $column }: at most
ledger-listed = Parties in the list ({ $count })
ledger-listed-tip = Keeps to the parties that the list at the left shows now.
ledger-beyond = { $count ->
    [one] { $shown } entry after { $date } is not shown
   *[other] { $shown } entries after { $date } are not shown
}
ledger-beyond-tip = Announced after the cut-off: neither shown nor counted (R11).
# For a screen reader: takes a filter back. $what: stage: delivered.
ledger-widen = Take the filter away: { $what }
ledger-show-all = Show all
ledger-none-here = No entry matches
ledger-none-show-all = Show all entries
ledger-empty = No aid entry is recorded
ledger-empty-hint = Begin one here, or paste rows from a spreadsheet.
ledger-empty-beyond = Every entry was announced after the cut-off

# Columns.
ledger-column-party = Party
ledger-column-id = Id
ledger-column-announced = Announced
ledger-column-amount = Amount
ledger-column-stage = Stage
ledger-column-type = Type
ledger-column-summary = Summary
ledger-column-record = Record
ledger-column-original = As reported
ledger-column-instrument = Shape
ledger-column-verb = The source’s verb
ledger-column-period = Period
ledger-column-part-of = Part of
ledger-column-counted-in = Counted in
ledger-column-fulfils = Fulfils
ledger-column-source = Source
ledger-columns = Columns
ledger-columns-tip = Show, hide, move and freeze columns
ledger-columns-usual = As usual
ledger-frozen = Columns that stay in view: { $count }
ledger-frozen-more = Keep one more column in view
ledger-frozen-fewer = Keep one column fewer in view
ledger-column-up = Move { $column } up
ledger-column-down = Move { $column } down
ledger-column-wider = Make { $column } wider
ledger-column-narrower = Make { $column } narrower
ledger-date-not-own = The entry names no date of its own: this is its figure’s, the day of its count, or the day its source was published.

# Filters of columns.
ledger-narrow = Filter { $column }
ledger-narrow-words = Words in: { $column }
ledger-narrow-from = from
ledger-narrow-to = to
ledger-narrow-days-tip = Days, months or years: 2024, March 2024
ledger-narrow-amount-tip = Sums in { $currency } that may lie between: 35m, 1.2 bn
ledger-narrow-which = This can mean several things: write it in another way.
ledger-narrow-clear = Take the filter away
ledger-given-gdp = share of GDP
ledger-given-none = no sum named

# What rows come to. $shown: $count as formatted text.
ledger-sum-all = { $count ->
    [one] { $shown } shown
   *[other] { $shown } shown
}
ledger-sum-chosen = { $count ->
    [one] { $shown } selected
   *[other] { $shown } selected
}
ledger-sum-hint = Click selects a row; Shift and Ctrl select several, Ctrl+A all. Enter opens the record.
ledger-sum-several = { $count ->
    [one] No sum: stages never mix. Choose one above.
   *[other] No sum: these are of { $shown } stages, which never mix. Choose one above.
}
# $what: 3 running totals, 2 others.
ledger-sum-not-added = not added: { $what }
ledger-sum-running = { $count ->
    [one] { $shown } running total
   *[other] { $shown } running totals
}
ledger-sum-left-out = { $count ->
    [one] { $shown } counted elsewhere
   *[other] { $shown } counted elsewhere
}
ledger-sum-reasons = The derivation names each with its reason.
