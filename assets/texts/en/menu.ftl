# The menus, the command palette and the keyboard help. Titles are short; tips are one sentence.
menu-file = File
menu-edit = Edit
menu-record = Record
menu-view = View
menu-help = Help

menu-new = New
menu-new-tip = Begin a book with nothing in it.
menu-open = Open…
menu-open-tip = Open a dataset file (*.ron).
menu-open-recent = Open recent
menu-clear-recent = Clear recent files
menu-clear-recent-tip = Forget the files used lately.
menu-open-sample = Open the sample
menu-open-sample-tip = Open the dataset that comes with the program.
menu-save = Save
menu-save-tip = Write the document to its file.
menu-save-as = Save as…
menu-save-as-tip = Write the document to a file that you can edit.
menu-save-copy = Save a copy…
menu-save-copy-tip = Write a copy to another file; this one stays open.
menu-revert = Revert
menu-revert-tip = Read the file again from disk, without what is not saved.
menu-backups = Backups…
menu-backups-tip = Look at earlier versions of the file, and bring one back.
menu-recover = Unsaved changes from before…
menu-recover-tip = Look for changes that were not saved when the program ended unexpectedly.
menu-quit = Quit
menu-quit-tip = Close the program.

menu-undo = Undo
menu-undo-tip = Take the last change back.
menu-redo = Redo
menu-redo-tip = Do the change again that was taken back.

menu-paste-rows = Paste rows…
menu-paste-rows-tip = Make records of rows that were copied in a spreadsheet.
menu-copy-derivation = Copy derivation
menu-copy-derivation-tip = Copy the tree under the shown number as text.
menu-focus-search = Search parties
menu-focus-search-tip = Put the cursor into the search field of the list.
menu-clear-filter = Show all parties
menu-clear-filter-tip = Clear the search and the properties chosen.
menu-reset-assumptions = Reset assumptions
menu-reset-assumptions-tip = Count again under the dataset's own settings.

menu-new-aid = New aid entry…
menu-new-aid-tip = Begin an aid entry: money or goods that a source reports.
menu-new-commitment = New commitment…
menu-new-commitment-tip = Begin a promise of an agreement.
menu-new-agreement = New agreement…
menu-new-agreement-tip = Begin a signed document.
menu-new-source = New source…
menu-new-source-tip = Begin a source.
menu-new-party = New party…
menu-new-party-tip = Begin a state or union.
menu-new-gdp = New GDP series…
menu-new-gdp-tip = Begin the GDP of a country, year by year.
menu-new-rates = New exchange rates…
menu-new-rates-tip = Begin the rates of a currency.
menu-new-population = New population series…
menu-new-population-tip = Begin the population of a country, year by year.
menu-new-shares = New key of EU shares…
menu-new-shares-tip = Begin a key by which the EU’s money is shared.
menu-find-record = Find record…
menu-find-record-tip = Open any record by its id, words or party.
menu-edit-record = Edit record
menu-edit-record-tip = Show all of the record in a form: the one whose row has the focus, else the party.
menu-duplicate-record = Duplicate record
menu-duplicate-record-tip = Make a copy of the record under an id of its own.
menu-delete-record = Delete record…
menu-delete-record-tip = Take the record out; where others refer to it, you are asked first.

menu-back = Back
menu-back-tip = Return to the place before.
menu-forward = Forward
menu-forward-tip = Go to the place after.
menu-previous-party = Previous party
menu-previous-party-tip = Show the party above in the list.
menu-next-party = Next party
menu-next-party-tip = Show the party below in the list.
menu-toggle-dock = Side panel
menu-toggle-dock-tip = Show or hide the panel with derivations and records.
menu-toggle-history = History
menu-toggle-history-tip = Show or hide what was done, to go back to any step.
menu-toggle-chart = Chart
menu-toggle-chart-tip = Show or hide the aid chart.
menu-wide-chart = Chart in the whole centre
menu-wide-chart-tip = Give the centre of the window to the chart, or take it back.
menu-zoom-in = Larger
menu-zoom-in-tip = Show everything larger.
menu-zoom-out = Smaller
menu-zoom-out-tip = Show everything smaller.
menu-zoom-reset = Actual size
menu-zoom-reset-tip = Show everything at its own size.
menu-theme-system = Theme: as the system
menu-theme-system-tip = Light or dark, as the system is.
menu-theme-light = Theme: light
menu-theme-light-tip = Dark text on a light ground.
menu-theme-dark = Theme: dark
menu-theme-dark-tip = Light text on a dark ground.
# The name of a language stays in that language.
menu-language-english = English
menu-language-english-tip = Show the program in English.
menu-language-ukrainian = Українська
menu-language-ukrainian-tip = Show the program in Ukrainian.

menu-palette = All commands…
menu-palette-tip = Find a command by its name.
menu-keyboard = Keyboard
menu-keyboard-tip = Show all keys.
menu-about = About Pledgebook
menu-about-tip = Version, and the licences of what is in the program.

# Why something cannot be done now.
menu-why-busy = A file is being read or written.
menu-why-no-file = The document is in no file yet.
menu-why-no-backups = There is no folder to keep backups in.
menu-why-no-recent = No other file was used lately.
menu-why-nothing-to-save = Everything is saved.
menu-why-nothing-to-undo = There is no change to take back.
menu-why-nothing-to-redo = There is no change to do again.
menu-why-read-only = The document cannot be changed where it is: save a copy to edit.
menu-why-no-record = No record is open.
menu-why-no-back = There is no place before.
menu-why-no-forward = There is no place after.
menu-why-no-derivation = No number is explained: click one.
menu-why-not-narrowed = All parties are shown.
menu-why-not-assumed = No assumption was changed.

# The command palette.
menu-palette-search = Find a command
# A file used lately. $name: its name; $folder: where it lies.
menu-palette-open-recent = Open recent: { $name } — { $folder }
menu-palette-nothing = No command has this name.
# The keyboard help.
menu-keyboard-list = In the country list
menu-keyboard-list-move = Move
menu-keyboard-list-jump = First, last
menu-keyboard-list-page = A page up, a page down
menu-keyboard-list-type = Jump to a name
menu-keyboard-list-type-keys = type its first letters
menu-keyboard-rows = In the rows of a page
menu-keyboard-rows-move = From mark to mark
menu-keyboard-rows-choose = Choose the row, the rows on the way
menu-keyboard-rows-all = All rows, none
menu-keyboard-rows-copy = Copy the chosen rows, paste rows
