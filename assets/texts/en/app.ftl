app-name = Pledgebook
# The window's title. $name: the file's name or the dataset's title.
app-title = Pledgebook — { $name }
# The same for the dataset that comes with the program.
app-title-sample = Pledgebook — { $name } (sample)
app-file-kind = Pledgebook dataset
# A name suggested for a copy of the sample.
app-copy-name = security-agreements.ron
# A name suggested for a copy of a file. $name: the file's, without its extension.
app-copy-of = { $name } (copy).ron
# The title of a book that was just begun.
app-new-title = Untitled

# The status line.
status-sample = Sample
status-read-only-sample = The sample is read-only
status-read-only-damaged = Read-only: parts could not be read
status-read-only-newer = Read-only: made by a newer version
status-read-only-permission = Read-only: the file may not be written
status-save-copy = Save a copy to edit
status-no-problems = No problems
status-problems-tip = What is wrong or doubtful in the dataset, accepted ones left out.
# $records: how many records, as text.
status-records = { $records } records
status-choosing = Waiting for a file to be chosen…
status-opening = Opening…
status-saving = Saving…
status-counting = Counting…
status-comparing = Comparing…
status-cancel = Cancel
# What is not in the file. $shown: $count as formatted text.
status-changes = { $count ->
    [one] { $shown } change
   *[other] { $shown } changes
}
status-changes-since = Not in the file yet; it was saved at { $time }.
status-changes-tip = Not in the file yet.
status-changes-no-file = The document is in no file yet.
status-saved-at = Saved at { $time }

# The banner of a file of which parts could not be read.
# $shown: $count as formatted text.
banner-damaged = { $count ->
    [one] { $shown } part of this file could not be read. It is open read-only, so that nothing is lost.
   *[other] { $shown } parts of this file could not be read. It is open read-only, so that nothing is lost.
}
banner-show = Show them
banner-hide = Hide them
banner-line = Line { $line }
banner-line-record = Line { $line }, { $record }
# A file dragged over the window.
drop-here = Drop a dataset file to open it

# Dialogs.
dialog-close = Close
dialog-cancel = Cancel
dialog-copy = Copy text
dialog-open = Open
dialog-save = Save
dialog-replace = Replace
dialog-open-title = Open a file
dialog-open-path = Path of the file
dialog-save-title = Save as
dialog-copy-title = Save a copy
dialog-version-title = Save this version as
dialog-save-path = Path to write to
dialog-save-stands = There is a file with this name already.
# Before a save that would drop something.
dialog-loses-title = Something would be lost
dialog-loses-comments = Somebody wrote comments into this file by hand. They cannot be kept when the program writes it.
# $shown: $count as formatted text.
dialog-loses-unread = { $count ->
    [one] { $shown } part of the file could not be read and would not be in the copy. The file itself stays as it is.
   *[other] { $shown } parts of the file could not be read and would not be in the copy. The file itself stays as it is.
}
dialog-loses-save = Save all the same
dialog-trouble-open = The file could not be opened
dialog-trouble-save = The file could not be saved
dialog-trouble-look = The file could not be read to compare it
dialog-trouble-version = This version cannot be read
dialog-trouble-kept = The document that was open is as it was.
dialog-trouble-place = Line { $line }, column { $column }

# About the program.
about-version = Version { $version }
about-what = A ledger of the security agreements that Ukraine has signed with its partners and of the aid that followed: what was promised, what arrived, who says so.
about-data = The bundled dataset is under CC BY 4.0; the reference series keep the licences of their sources.

# Why the window cannot be opened. Shown on the terminal.
start-no-display = There is no display to open a window on.
start-no-display-hint = Start it in a graphical session, or set DISPLAY or WAYLAND_DISPLAY. The command line works without a display: pledgebook --help
start-no-gpu = There is no graphics driver to paint with.
start-no-gpu-hint = Install a Vulkan or OpenGL driver; software ones do (on Debian and Ubuntu: mesa-vulkan-drivers, libgl1-mesa-dri). The command line works without: pledgebook --help
start-window = The window could not be opened: { $why }
