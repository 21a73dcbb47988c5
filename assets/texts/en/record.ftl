# The dock at the right of the window: its tabs.
dock-derivation = Derivation
dock-record = Record
dock-history = History

# The form of a record.
record-empty = Open a record to read or change all of it.
