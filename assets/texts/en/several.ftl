# Several rows at once.

# A mark before a row.
several-choose = Choose { $id }
several-choose-tip = Shift takes all rows between, Ctrl+A all of them, Esc none.
# $what: 3 aid entries
several-chosen = { $what } chosen
several-change = Change…
several-duplicate = Duplicate
several-delete = Delete…
several-copy = Copy
several-clear = Choose nothing

several-title = Change { $what }
several-field = Field
several-field-hint = Find a field
several-value = New value
several-emptied = The field will be empty.
several-required = This field must not be empty.
several-which = Which is meant?
several-preview = What changes
# A value before and after.
several-from-to = { $before } → { $after }
several-same = as it is: { $value }
several-nothing = –
several-go =
    { $count ->
        [one] Change { $shown } record
       *[other] Change { $shown } records
    }
several-no-change = Nothing would change.
