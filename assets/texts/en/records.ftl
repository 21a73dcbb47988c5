# Rows of our own tables that are left out.
records-trouble-sheet-column = { $sheet }, row { $row }, { $column }: { $why }
records-trouble-sheet = { $sheet }, row { $row }: { $why }
records-trouble-column = row { $row }, { $column }: { $why }
records-trouble = row { $row }: { $why }
records-wrong-number = “{ $text }” is no number.
records-wrong-whole = “{ $text }” is no whole number.
records-wrong-date = “{ $text }” is no date: write 2024, 2024-06 or 2024-06-27.
records-wrong-flag = “{ $text }” is neither true nor false.
records-wrong-mistake = The formula says { $text }: mend it, or put its value there.
records-wrong-twice = The id “{ $text }” stands in another row already.
records-wrong-beyond = “{ $text }” stands beyond the last column: the row has too many cells.
records-wrong-refused = It is refused: { $text }
records-wrong-word = “{ $text }” is none of { $all }.
records-wrong-owner = It belongs to “{ $id }”, and there is no such record in the table { $kind }.
records-left-out =
    { $count ->
        [one] { $shown } row is left out:
       *[other] { $shown } rows are left out:
    }
