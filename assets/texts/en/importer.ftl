# The dialog in which a file of the field is looked at before it comes in.
menu-import = Import…
menu-import-tip = Take the entries of a CSV, Excel, OpenDocument, JSON, Kiel, FTS or IATI file into the document
importer-choose = Import a file
importer-file-kind = Tables and data
importer-title = Import { $name }
importer-taking = The entries are taken in…
# $rows: how many, as it is shown.
importer-reading = { $rows } rows read
importer-stop = Stop
importer-take =
    { $count ->
        [one] Import { $shown } entry
       *[other] Import { $shown } entries
    }
importer-take-records =
    { $count ->
        [one] Import { $shown } record
       *[other] Import { $shown } records
    }
importer-nothing = There is nothing to take in.
# $remedy: a sentence.
importer-remedy = What to do: { $remedy }
# $sure: per cent, $why: by its heading.
importer-sure = { $sure } % · { $why }
importer-any-recipient = For any recipient
importer-running-totals = Sums as running totals
importer-running-totals-tip = What the file only sums up comes in as a statement of a running total, which is never added to packages.
importer-sheet = Sheet: { $name }
importer-sheet-hidden = { $name } (hidden)
importer-layout = Read as: { $name }
importer-layout-sure = { $name } ({ $sure } % sure)
importer-layout-lacks = { $name } – lacks: { $missing }
importer-no-heading = No headings
importer-heading = Headings in row { $row }
importer-heading-two = Headings in rows { $row } and { $below }
importer-heading-row = { $row }: { $cells }
importer-two-headings = The row below belongs to them
importer-columns = Columns
importer-column = Column { $number }
importer-column-holds = “{ $column }” holds: { $field }
importer-holds-nothing = not used
importer-for-all = Where a row does not say:
importer-for-all-is = { $field }: { $value }
importer-as-told = as it stands
importer-scale-ones = whole units
importer-scale-thousands = thousands
importer-scale-millions = millions
importer-scale-billions = billions
importer-day-first = day first
importer-month-first = month first
importer-mark = decimal mark
importer-mark-comma = comma
importer-mark-point = point
importer-new-parties =
    { $count ->
        [one] { $shown } new party
       *[other] { $shown } new parties
    }
importer-new-parties-tip = Givers that the document does not have. They become parties without an agreement; one that is unticked is left out.
importer-likely =
    { $count ->
        [one] { $shown } row is likely here already:
       *[other] { $shown } rows are likely here already:
    }
importer-likely-voice = another voice
importer-likely-voice-tip = It is taken in as a restatement of the same sum: told, and counted once.
importer-likely-out = leave out
importer-likely-out-tip = Nothing is taken in of it.
importer-likely-new = new money
importer-likely-new-tip = It is taken in as money of its own and added.
importer-differing =
    { $count ->
        [one] { $shown } record differs from the one of the same id:
       *[other] { $shown } records differ from those of the same ids:
    }
importer-differing-keep = keep ours
importer-differing-replace = take theirs
importer-records-new = New
importer-records-same = Word for word the same: { $count }
importer-records-differ = Differ: { $ids }
importer-records-taken = Cannot come in, as the id belongs to another kind of record: { $ids }
importer-entries =
    { $entries ->
        [one] { $shown } entry from { $rows } rows.
       *[other] { $shown } entries from { $rows } rows.
    }
importer-doubts = Look at this first
importer-rows = What becomes of each row
importer-row = Row
importer-becomes = What becomes of it
importer-show-all = All { $count }
importer-show-new = New { $count }
importer-show-likely = Another voice { $count }
importer-show-trouble = Cannot be read { $count }
importer-show-out = Left out { $count }
importer-stands = It stands there as: { $raw }
importer-voice-of = Another voice of { $id }, counted once.
notice-imported =
    { $count ->
        [one] { $shown } record imported from { $file }.
       *[other] { $shown } records imported from { $file }.
    }
importer-profile = Profile “{ $name }”
importer-look = Look at it
importer-records-out =
    { $count ->
        [one] { $shown } row is left out:
       *[other] { $shown } rows are left out:
    }
importer-keep = Keep as profile
importer-keep-tip = Files with the same headings are then read in the same way by themselves, here and on the command line.
importer-keep-name = Name of the profile
notice-profile-kept = Kept as { $path }.
notice-no-profile-name = A profile’s name has letters, digits and hyphens.
importer-sums = In sums
importer-sums-entries = Entries
importer-sums-sum = Sum
