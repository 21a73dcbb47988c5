# What is asked and told about files: leaving a document, changes by others, earlier versions.

# $day: a day; $time: a time of day.
file-moment = { $day }, { $time }
# $shown: $count as formatted text.
file-size-bytes = { $count ->
    [one] { $shown } byte
   *[other] { $shown } bytes
}
file-size-kb = { $shown } kB
file-size-mb = { $shown } MB

# Files used lately that cannot be opened.
recent-missing = missing
recent-unreachable = cannot be reached

# Before a document is left with something unsaved. $name: the file's name or the document's title.
leave-title = Save the changes to { $name }?
# The same where nothing was changed, but the file is gone.
leave-title-gone = Write { $name } again?
# The same where only a field is unfinished.
leave-title-drafts = Leave { $name }?
# $shown: $count as formatted text.
leave-changes = { $count ->
    [one] { $shown } change is not in the file.
   *[other] { $shown } changes are not in the file.
}
leave-drafts = { $count ->
    [one] { $shown } field holds a text that is no value yet; it would be lost.
   *[other] { $shown } fields hold a text that is no value yet; they would be lost.
}
leave-gone = The file itself is not there any more: what you see is in no file.
leave-save = Save
leave-drop = Don’t save
leave-anyway = Leave without it

# Before the open file is read again with something unsaved.
revert-title = Read { $name } again?
revert-lost = Reading the file again drops this. It cannot be undone.
revert-drop = { $count ->
    [one] Drop { $shown } change
   *[other] Drop { $shown } changes
}
revert-again = Read it again

# Another program changed or removed the file. Shown when it is noticed, and when it is to be saved.
banner-changed = Another program changed this file. You see it as it was before.
banner-changed-both = Another program changed this file, and so did you. Nothing is lost yet.
banner-gone = The file is not there any more: another program removed or renamed it.
banner-not-now = Not now
# $since: day and time.
banner-other-window-since = This file is also open in another window, since { $since }. What one saves, the other is told.
banner-other-window = This file is also open in another window. What one saves, the other is told.
outside-changed-title = { $name } was changed by another program
outside-changed = It is not the file any more that you opened, so it was not written over. Your changes are still here.
outside-gone-title = { $name } is not there any more
outside-gone = Another program removed or renamed it, so nothing was written. Your document is still here.
outside-look = Look at the differences
outside-reload = Read the file again
outside-save-copy = Save mine as a copy…
outside-save-as = Save as…
outside-write-again = Write it again
outside-replace = Replace their version

# What differs.
differences-title = Differences in { $name }
# $shown: $count as formatted text.
differences-both = { $count ->
    [one] Changed on both sides: { $shown } record
   *[other] Changed on both sides: { $shown } records
}
differences-there = { $count ->
    [one] Changed in the file: { $shown } record
   *[other] Changed in the file: { $shown } records
}
differences-here = { $count ->
    [one] Changed by you: { $shown } record
   *[other] Changed by you: { $shown } records
}
differences-version = { $count ->
    [one] What is otherwise in that version: { $shown } record
   *[other] What is otherwise in that version: { $shown } records
}
differences-same = { $what } — the same on both sides
differences-here-and-there = by you { $here }; in the file { $there }
differences-none = Nothing differs: both hold the same records.
differences-no-dataset = What is in the file now is no dataset: it cannot be read, only replaced or kept.
differences-unread = { $count ->
    [one] { $shown } part of the file cannot be read and is not compared.
   *[other] { $shown } parts of the file cannot be read and are not compared.
}
differences-replace-kept = If you replace their version, it is kept among the backups.
# A record by its name and id.
difference-record = { $name } ({ $id })
difference-added = added
difference-removed = removed
# $fields: names of fields, with commas.
difference-changed = changed: { $fields }
# $shown: $count as formatted text.
difference-changed-more = { $count ->
    [one] changed: { $fields } and { $shown } more field
   *[other] changed: { $fields } and { $shown } more fields
}

# Earlier versions. $name: the file's name.
backups-title = Earlier versions of { $name }
backups-reading = Looking for them…
backups-none = There are none yet: one is kept at each save.
backups-same = as now
# $shown: $count as formatted text.
backups-differs = { $count ->
    [one] { $shown } record differs
   *[other] { $shown } records differ
}
backups-unreadable = cannot be read
backups-look = Look
backups-restore = Restore
backups-save-as = Save as…
# The same for a screen reader. $when: day and time.
backups-look-name = Look at the version of { $when }
backups-restore-name = Restore the version of { $when }
backups-save-as-name = Save the version of { $when } as a file
backups-keep-saves = Saves kept
backups-keep-days = Days of which the last version is kept
backups-version-title = The version of { $when }
