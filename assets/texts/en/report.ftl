# What can go wrong with files, and what to do about it.

report-error = error
report-cause = the system says: { $cause }
report-hint = what to do: { $hint }
report-in-record = { $message } (record { $record })

open-missing = { $file } does not exist
open-missing-hint = Look at the name and the folder; the file may have been moved or renamed.
open-folder = { $file } is a folder, not a file
open-folder-hint = Choose a file in it, such as one that ends in “.ron”.
open-permission = { $file } may not be read
open-permission-hint = Ask its owner for permission, or copy it to a folder of your own.
open-too-large = { $file } has { $size } MiB; at most { $limit } MiB are read
open-too-large-hint = See whether this is the right file: the bundled dataset has little more than one.
open-changing = { $file } changes while it is read
open-changing-hint = Wait until the program that writes it is done, then open it again.
open-io = { $file } cannot be read

read-empty = the file is empty
read-empty-hint = If it should hold a dataset, look for a backup; an empty file has nothing to recover.
read-not-utf8 = this is not UTF-8 text
read-not-utf8-hint = Save the file as UTF-8 in the program that made it.
read-not-ron = this is not RON: expected { $expected }
read-not-ron-hint = A dataset of Pledgebook is a RON file that begins with “(” and “schema: 1”.
read-something-else = the file is RON, but not a dataset of Pledgebook
read-something-else-field = the file is RON, but not a dataset of Pledgebook: it begins with “{ $field }”
read-something-else-hint = A dataset begins with “schema: 1” and has sections such as “parties” and “aid”.
read-unknown-schema = there is no schema { $schema }
read-unknown-schema-hint = The first schema is 1: correct the number at the top of the file.

damage-ends-early = the file ends in the middle of this
damage-ends-early-hint = Look for a whole copy or a backup; what stands before was read.
damage-expected = expected { $what } here
damage-syntax = this cannot be read: { $said }
damage-syntax-hint = Compare it with a record of the same kind that was read.
damage-unknown-field = the field “{ $field }” is unknown
damage-unknown-field-hint = Correct its name or remove it. Known here: { $known }.
damage-missing-field = the field “{ $field }” is missing
damage-missing-field-hint = Add it: every record of this kind has it.
damage-repeated-field = the field “{ $field }” stands twice
damage-repeated-field-hint = Remove one of the two.
damage-unknown-word = “{ $word }” may not stand here
damage-unknown-word-hint = It can be: { $known }.
damage-repeated-id = this id is taken by the record on line { $line }
damage-repeated-id-hint = Give one of the two another id, or remove it. The first was read.

value-currency = “{ $value }” is no currency
value-currency-hint = Write the code of ISO 4217, such as EUR, USD or SEK.
value-negative = the sum { $value } is negative
value-negative-hint = Write what was promised or given as a positive sum.
value-sum = “{ $value }” is no sum of money
value-sum-hint = Write it like “80 000 000 EUR”.
value-too-large = { $value } is beyond a quadrillion (10¹⁵)
value-too-large-hint = Look at its zeros: no sum of the field is as large.
value-range = “{ $value }” is no range of money
value-range-hint = Write it like “100 000 – 150 000 EUR”, the lower end first.
value-share = “{ $value }” is no share between 0 and 100 %
value-share-hint = Write it like “0.25 %” or “at least 0.25 %”.
value-year = the year { $value } lies outside 1990–2100
value-year-hint = Look for a digit too many or too few.
value-date = “{ $value }” is no date
value-date-hint = Write YYYY, YYYY-MM or YYYY-MM-DD, a day of the calendar.
value-id = “{ $value }” is no id
value-id-hint = Ids have letters, digits, “-”, “_” and “.”, and at least one of them.
value-other = this value cannot be: { $value }

save-failed = { $file } was not saved; it is as it was before
save-unsure = { $file } is written, but the system does not confirm that it is safe on the disk
save-changed = { $file } was changed by another program since it was read; it was not written over
save-gone = { $file } was removed or renamed by another program since it was read; nothing was written
save-appeared = there is a file { $file } now, made by another program; it was not written over
save-hint-changed = Look at what is there now, then read it again, or save a copy under another name.
save-hint-permission = The file is read-only: save a copy under another name, or allow writing to it.
save-hint-beside = No new file may be made in this folder, and the old one is never written into, as a crash would tear it: save a copy in a folder of your own.
save-hint-replace = The folder does not let a file be replaced by a new one: save a copy in a folder of your own.
save-hint-kept = The new text is not lost: it stands whole in { $kept }.
save-hint-locked = Another program holds the file, perhaps an editor, a cloud client or a virus scanner: close it there, then save again.
save-hint-network = The network drive does not answer: save again when it is back, or save a copy on this computer.
save-hint-special = This is a device or a pipe: choose another name.
save-hint-name = The system does not take this name, perhaps it is too long: choose another one.
save-hint-full = The disk is full: make room, or save a copy on another disk.
save-hint-folder = This is a folder: choose a name for a file in it.
save-hint-missing = The folder is not there, perhaps a drive was removed: save a copy elsewhere.
save-hint-elsewhere = Try again, or save a copy elsewhere.
save-hint-sync-folder = Save again; if it stays so, save a copy on another disk.
save-unread = { $count ->
    [one] { $shown } part of the file could not be read and would be left out
   *[other] { $shown } parts of the file could not be read and would be left out
}
save-unread-hint = Mend them in the file first, or agree to leave them out.

backup-failed = no backup could be stored: { $file }; the document itself is not concerned
backup-no-note = a backup was stored, but not whose it is: { $file }
backup-not-pruned = a backup that is no longer needed could not be removed: { $file }
backup-unread = the backup { $file } cannot be read
backup-damaged = the backup { $file } is not what was once stored
backup-hint-room = See whether there is room on the disk and whether that folder may be written to.
backup-hint-remove = Remove it yourself, or leave it: the next save tries again.
backup-hint-another = Choose another backup.

# Pictures of charts. $width, $height: in points.
picture-size = A picture of { $width } × { $height } points cannot be drawn
picture-size-hint = Choose a smaller size, or fewer pixels to the point.
# Told by readers of PDF beside the file within.
picture-attached = What this figure shows, for Pledgebook to open
picture-not-made = The picture could not be made
# $file: the picture's file.
figure-unread = the picture { $file } cannot be read
figure-no-picture = { $file } is neither SVG nor PNG nor PDF
figure-ours-hint = Choose a picture that Pledgebook wrote.
figure-no-view = { $file } does not hold the view that it shows
figure-no-view-hint = Another program made it, or wrote it again without it: choose the file that Pledgebook wrote.
figure-damaged = { $file } is damaged
figure-damaged-hint = Take the picture from where it came from once more.
figure-newer = { $file } was written by a later version of Pledgebook, { $version }
figure-newer-hint = Open it with that version or a later one.
