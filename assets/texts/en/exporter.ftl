# The dialog before what a page shows goes out as a file.
menu-export-data = Export data…
menu-export-data-tip = Write what the page shows, or the whole dataset, for other programs
exporter-title = Export data
exporter-file-kind = Data
exporter-kind = As
exporter-xlsx = Excel
exporter-book = Smaller dataset
exporter-package = Data package
exporter-records = All records (Excel)
exporter-what = What
exporter-whole = The whole dataset, every record of it.
# $rows: how many, as it is shown.
exporter-rows =
    { $tables ->
        [one] { $rows } rows, exactly as they are shown.
       *[other] { $tables } tables, { $rows } rows, exactly as they are shown.
    }
exporter-table = Which table
exporter-table-rows = { $title } ({ $rows })
exporter-notes = Title, assumptions, sources
exporter-notes-beside = in a file beside it
exporter-notes-above = above the rows
exporter-notes-none = leave out
exporter-bom = For Excel (byte order mark)
exporter-labels = Headings and words
exporter-labels-words = as people read them
exporter-labels-ids = as machines name them
exporter-csv-tip = Comma-separated values in UTF-8. Decimals have a point, days are written 2024-06-27; text that looks like a formula is made harmless.
exporter-xlsx-tip = A workbook with real numbers and days, sums as formulas, and sheets of notes and sources.
exporter-json-tip = The amounts as the command line gives them, decimals as text.
exporter-book-tip = A dataset of its own that opens again: the records shown and all that they need.
exporter-package-tip = A zip with a table for each kind of record, their description, a codebook, the licence and how to cite it (Frictionless Data Package).
exporter-records-tip = A workbook with a sheet for each kind of record, which can be imported again.
exporter-save = Save…
exporter-no-records = Nothing that is shown is a record.
exporter-trouble = The file was not written.
notice-exported = Written to { $path }.
status-exporting = Writing…
exporter-iati-tip = Activities with the money that can be told in IATI; what cannot is counted in a file of notes beside it. To publish it under your organization’s identifier, use the command line.
