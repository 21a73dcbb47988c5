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
