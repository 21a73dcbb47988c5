# Files of tables that are read: CSV, workbooks, JSON. What can be wrong with one, and what to do.

table-missing = there is no such file
table-missing-hint = Check name and folder: the file may have been moved or renamed.
table-folder = this is a folder, not a file
table-not-a-file = this is no regular file
table-folder-hint = Choose a file: CSV, XLSX, ODS, JSON.
table-permission = this file must not be read
table-permission-hint = Ask its owner for permission, or copy it into a folder of your own.
table-io = reading the file failed: { $cause }
table-io-hint = Check that the disk or network drive is still there, and try again.
table-cancelled = reading was cancelled
table-cancelled-hint = Nothing was changed.
table-changed = the file was changed while it was read
table-changed-hint = Wait until the other program has written it, and open it again.
table-empty = nothing stands in this file
table-empty-hint = Check that it was exported or downloaded to its end.
table-too-large = it has { $size } MiB; at most { $limit } MiB of this kind can be read
table-too-large-hint = Save the sheet as CSV: it can be of any size.

# What a file is instead of a table.
table-is-pdf = this is a PDF, not a table
table-is-pdf-hint = Look for the figures as CSV or workbook where the PDF came from, or copy its table into a spreadsheet and save that.
table-is-picture = this is a picture, not a table
table-is-picture-hint = Look for the figures as CSV or workbook where the picture came from.
table-is-web-page = this is a web page, even if its name says otherwise
table-is-web-page-hint = Download the file itself, or open the page in a spreadsheet and save it as XLSX or CSV.
table-is-document = this is a text document, not a table
table-is-slides = these are slides, not a table
table-is-document-hint = Copy its table into a spreadsheet and save that as XLSX or CSV.
table-is-xlsb = this is a binary Excel workbook (.xlsb), which is not read
table-is-numbers = this is a workbook of Apple Numbers, which is not read
table-is-workbook-hint = Save it as XLSX or CSV in its own program.
table-is-archive = this is an archive with something else in it
table-is-archive-hint = Unpack it and choose the file inside.
table-is-database = this is a database, not a table
table-is-columns = this is a file of columns (Parquet, Arrow), which is not read
table-is-program = this is a program, not a table
table-is-binary = this is no text and no workbook
table-is-csv-hint = Export the table as CSV or XLSX from the program that made the file.

# Its form.
table-protected = this workbook is protected by a password
table-protected-hint = Open it in a spreadsheet with the password and save it without one.
table-broken = the workbook is broken or was cut off: { $cause }
table-broken-part = the workbook is broken at its part { $part }: { $cause }
table-broken-hint = Download or copy the file again. If that does not help, open it in a spreadsheet and save it anew.
table-bomb = the part { $part } swells from { $packed } MiB to more than { $unpacked } MiB: no honest workbook does that
table-no-part = the workbook lacks its part { $part }
table-doctype = the XML defines things of its own (DOCTYPE at byte { $byte }), which can be made to do harm
table-doctype-part = the part { $part } defines things of its own (DOCTYPE at byte { $byte }), which can be made to do harm
table-unsound-hint = Do not open this file elsewhere either; ask whoever sent it for another.
table-xml = the part { $part } is no sound XML at byte { $byte }: { $cause }
table-json = this is no sound JSON at line { $line }, column { $column }: { $cause }
table-json-hint = Correct it there, or export the file again.
table-no-table = this JSON has no list of rows
table-no-table-hint = A table is a list of objects or a list of lists. Download the data rather than their description.
table-xls = this old workbook (.xls) cannot be read: { $cause }
table-xls-hint = Open it in a spreadsheet and save it as XLSX.
table-nul = a zero byte stands in line { $line } (byte { $byte }): this is no plain text
table-nul-hint = Save the file as CSV in UTF-8 in the program that made it, or choose the encoding by hand.

# At a cell or row.
table-at-row = row { $row }
table-at-cell = row { $row }, column { $column }
table-at-sheet-row = sheet “{ $sheet }”, row { $row }
table-at-sheet-cell = sheet “{ $sheet }”, row { $row }, column { $column }
table-huge-cell = { $place }: more than { $limit } MiB stand in one cell
table-huge-cell-line = { $place }: more than { $limit } MiB stand in the cell that begins in line { $line }
table-huge-part = the part { $part } holds a piece of more than { $limit } MiB at byte { $byte }
table-huge-cell-hint = Shorten that cell in a spreadsheet and save the file anew.
table-open-quote = { $place }: the quote opened in line { $line } is not closed where it should be
table-open-quote-hint = Close the quote in that line, double it (“""”) where it is part of the text, or choose another delimiter or quote.
table-too-many-columns = { $place }: more than { $limit } cells stand in it
table-too-many-columns-hint = Choose another delimiter: no table is that wide.
table-no-such-cell = sheet “{ $sheet }”: no cell can stand at { $cell }
table-repeats = { $place }: filled cells are repeated more than { $limit } times
table-repeats-hint = Delete the rows and columns beyond the table in a spreadsheet and save the file anew.
table-no-sheets = the workbook has no sheet with rows
table-no-such-sheet = there is no sheet { $number }
table-no-such-sheet-hint = Choose one of the sheets that the file has.
table-no-rows = a file of this kind has no rows of its own
table-no-rows-hint = Leave sheet, headings and columns out: the program knows how to read it.

# What is to be known of a file that can be read.
table-note-decoded = The text is not UTF-8; it was read as { $encoding }.
table-note-not-decoded = Some bytes are no text in { $encoding }; “�” stands for them. Choose another encoding if words look wrong.
table-note-hidden-sheets = Hidden sheets: { $names }.
table-note-hidden = Hidden in a spreadsheet, read here like others: rows { $rows }, columns { $columns }.
table-note-no-results =
    { $count ->
        [one] { $shown } formula of { $formulas } has no stored result and counts as missing.
       *[other] { $shown } formulas of { $formulas } have no stored result and count as missing.
    } Open the file in a spreadsheet and save it to have the results.
table-note-empty-results =
    { $count ->
        [one] { $shown } formula of { $formulas } has an empty text as its result: nothing stands there.
       *[other] { $shown } formulas of { $formulas } have an empty text as their result: nothing stands there.
    }
table-note-merged =
    { $count ->
        [one] { $shown } area of merged cells: what stands in it counts for its first cell only.
       *[other] { $shown } areas of merged cells: what stands in them counts for their first cells only.
    }
table-note-mistakes =
    { $count ->
        [one] { $shown } formula ends in a mistake, such as #NAME?.
       *[other] { $shown } formulas end in a mistake, such as #NAME?.
    }
table-note-ragged =
    { $count ->
        [one] { $shown } row has not { $usual } cells as most have: { $rows }.
       *[other] { $shown } rows have not { $usual } cells as most have, the first: { $rows }.
    }
# One of those rows.
table-note-ragged-row = row { $row } has { $cells }
table-note-bare-quotes =
    { $count ->
        [one] In { $shown } cell a quote stands where none should, in line { $line }; it is kept as it stands.
       *[other] In { $shown } cells quotes stand where none should, first in line { $line }; they are kept as they stand.
    }
table-note-one-column = With “{ $sign }” between cells every row is a single cell: choose another delimiter.
table-sign-tab = tab
table-sign-space = space
