# The dock at the right of the window: its tabs.
dock-derivation = Derivation
dock-record = Record
dock-history = History

# The form of a record.
record-empty = Open a record to read or change all of it.
record-gone = There is no { $record } any more.
record-edit = Edit { $record }
record-show = Show on the page
record-choose = Choose…
# Nothing stands in a field.
record-none = not said
# The one of several that is meant where nothing is said.
record-usual = usual
record-search-hint = Search
record-find-hint = Id, words, party
record-find-nothing = Nothing has these words.
# $id: the id that a link names.
record-link-missing = { $id } · no such record
record-open-linked = Open { $id }
record-open-address = Open the address
# $count of at most $most words.
record-phrase-words = { $count }/{ $most } words

# Lists, tables, groups. $what: a status, a source…
record-add = Add: { $what }
record-add-short = Add
record-remove = Take out: { $what }
record-move-up = Move up: { $what }
record-move-down = Move down: { $what }
record-rename = About something else
record-key-year = Year
record-key-month = Month
record-key-country = Country or union
record-key-about = About
record-new-item = New: { $what }

# A record that is not there yet. $kind: aid entry, source…
record-new = New { $kind }
record-new-tip = What must be known before there can be one. All else can be filled in afterwards.
record-make = Add
record-make-forget = Throw away
# $fields: names of fields, with commas.
record-make-lacks = Still needed: { $fields }

# What is typed, before it counts.
record-read-as = = { $value }
record-read-as-nothing = nothing: the field is emptied
record-which = What is meant?
record-draft = Not taken over yet. In the document: { $value }.
record-draft-forget = Throw the text away
record-homeless = Typed into { $field }, which is not there any more: { $text }
record-required = { $field } must not be empty.
record-key-taken = There is an entry { $key } already.
record-fixed = { $field } cannot be changed.
record-refused = The record does not take this: { $why }
record-form-exact = exact
record-form-about = about
record-form-up-to = up to
record-form-at-least = at least
record-form-range = range
record-form-undisclosed = not disclosed

# Texts that are typed and are no change yet.
# $shown: $count as formatted text.
status-unfinished = { $count ->
    [one] { $shown } unfinished text
   *[other] { $shown } unfinished texts
}
status-unfinished-tip = Typed, and not taken over into the document yet. Shows the first.

# Before a record goes that others refer to. $what: source lt-s01; 3 sources.
delete-title = Delete { $what }?
# $shown: $count as formatted text.
delete-links = { $count ->
    [one] { $shown } link leads there:
   *[other] { $shown } links lead there:
}
delete-also = { $count ->
    [one] { $shown } record cannot be without it, and would go too:
   *[other] { $shown } records cannot be without it, and would go too:
}
delete-more = { $count ->
    [one] and { $shown } more
   *[other] and { $shown } more
}
delete-target = Let them lead to
delete-target-none = No other record
delete-move = Move to { $id } and delete
delete-cut = Cut the links and delete
delete-cut-also = Delete all of them
