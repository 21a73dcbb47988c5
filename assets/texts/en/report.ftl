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
save-hint-permission = The file or its folder is read-only: save a copy in a folder of your own.
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
