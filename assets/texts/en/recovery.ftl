# What was left unsaved when the program ended without a word (a crash, a power cut).
# $name: the file's name or the document's title.
recovery-title = { $name } was not saved
# $when: a day and a time of day.
recovery-when = It was changed last on { $when }; then the program ended before it was saved.
recovery-as-it-was = The file is as it was. Apply brings the document back as you left it, with its history; save it then.
recovery-never-saved = It was in no file yet. Apply brings it back as you left it.
recovery-changed = Another program changed the file since. Apply puts your changes onto it as one step that can be undone.
recovery-gone = The file is not there any more: it was moved, renamed or deleted. Apply brings the document back as you left it, to be saved where you like.
recovery-unreadable = The file that is there now cannot be read whole. Apply brings the document back as you left it, to be saved under another name.
# $shown: $count as formatted text.
recovery-done = { $count ->
    [one] { $shown } change is not saved
   *[other] { $shown } changes are not saved
}
recovery-taken-back = { $count ->
    [one] { $shown } saved change was taken back
   *[other] { $shown } saved changes were taken back
}
recovery-hidden = { $count ->
    [one] { $shown } earlier one is not listed
   *[other] { $shown } earlier ones are not listed
}
recovery-earlier = There were more changes before these, which are too long ago to be listed. They are all there.
recovery-typed = Typed, and not yet a value
# $field: a field; $record: a record; $text: what was typed.
recovery-typed-text = { $record }, { $field }: “{ $text }”
recovery-lost = { $count ->
    [one] { $shown } later change cannot be read: the note of it is damaged.
   *[other] { $shown } later changes cannot be read: the notes of them are damaged.
}
recovery-conflicts = { $count ->
    [one] { $shown } record was changed by you and in the file. Choose which stays.
   *[other] { $shown } records were changed by you and in the file. Choose which stay.
}
recovery-all-mine = All mine
recovery-all-theirs = All the file’s
# $what: what was done to the record: “changed: amount, date”.
recovery-mine = Mine – { $what }
recovery-theirs = The file’s – { $what }
recovery-choose-first = Choose first for each record which stays.
recovery-more = { $count ->
    [one] { $shown } more document was not saved; it follows.
   *[other] { $shown } more documents were not saved; they follow.
}
recovery-apply = Apply
recovery-save-copy = Save as a copy…
recovery-throw-away = Throw away
recovery-later = Later
dialog-recovered-title = Save what was not saved as a copy
dialog-trouble-recover = What was not saved could not be brought back

# Why something about it failed. $file: a file of the program's own.
journal-unread = { $file } cannot be read
journal-failed = { $file } cannot be written
journal-damaged = the unsaved changes in { $file } are damaged
journal-newer = the unsaved changes in { $file } were kept by a newer version of the program
journal-lost = the changes cannot be kept
journal-hint-later = Nothing is lost: try again later.
journal-hint-save = Make room on the disk, or save the document more often.
journal-hint-discard = They cannot be brought back: pledgebook recover KEY --discard removes them.
journal-hint-newer = Open the document with that version.
recovery-not-applied = the unsaved changes do not fit onto the file as it is now
recovery-hint-copy = Save them as a copy.
