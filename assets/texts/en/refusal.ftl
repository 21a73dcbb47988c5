# Why a change cannot be made. $kind: a kind of record in lower case; $field: a field's name.
refusal-no-record = There is no { $kind } “{ $id }”.
refusal-taken = The id “{ $id }” is taken by another record ({ $kind }).
refusal-header-stays = What the file says of itself cannot be taken out.
refusal-no-field = There is no field { $path } in this record ({ $kind }). Fields: { $known }.
refusal-required = “{ $field }” must not be empty.
refusal-fixed = “{ $field }” cannot be changed.
refusal-refused = “{ $field }” cannot be that: { $why }.
refusal-key-taken = There is an entry “{ $key }” already.

# Lines of a script that cannot be followed.
script-at-line = line { $line }: { $message }
script-quotes = A quotation mark is not closed.
script-quotes-hint = A text with spaces stands between two quotation marks: "in our words".
script-order = “{ $word }” is no order.
script-orders-hint = Orders: set ID FIELD VALUE · clear ID FIELD · append ID LIST VALUE · add KIND FIELD=VALUE … · duplicate ID · remove ID … [cut | to ID] · accept CHECK RECORD REASON · undo · redo · save.
script-missing = “{ $order }” needs { $what }.
script-record = There is no record “{ $id }”.
script-record-hint = Ids look like LT, lt-2024, lt-2024-c01, lt-a03, lt-s01; pledgebook list and pledgebook show tell them.
script-kind = “{ $kind }” is no kind of record.
script-kind-hint = Kinds: party, agreement, commitment, aid, source, gdp, fx, population, eu_shares.
script-pair = “{ $word }” is not FIELD=VALUE.
script-pair-hint = Put the whole word between quotation marks where the value has spaces: "summary=Air defence".
script-path = “{ $path }” is no field.
script-path-hint = Fields are named as in the file: summary, figure.amount, fulfils[0].share, notes[general].
script-several = “{ $path }” holds several values: name one of them.
script-no-list = “{ $path }” is no list.
script-no-list-hint = One value is changed by set; append adds to lists such as fulfils, status, sources, other_figures.
script-ambiguous = “{ $text }” can be read in several ways: { $meanings }
script-ambiguous-hint = Write the one that is meant.
script-unread = “{ $text }” cannot stand in { $path }.
script-linked = Links that lead to it: { $links }. Records that cannot be without it: { $needing }.
script-linked-hint = “remove ID cut” cuts the links and takes those records out too; “remove ID to OTHER” lets them lead to another record.
script-field-hint = Nothing was changed by this line.

# A document that cannot be changed by a script.
edit-read-only = { $file } cannot be changed: { $why }
edit-read-only-hint = Save a copy with the window, or mend what pledgebook check tells.
edit-comments = { $file } has comments that a save would drop
edit-comments-hint = Take them out, or write the file with “pledgebook fmt --write --drop-comments” first.
edit-unsaved = { $file } has changes that were not saved
edit-unsaved-hint = “pledgebook recover” tells them; apply them or throw them away first.
script-not-opened = the script { $file } cannot be read
