# Short messages in the status line.
notice-last-file-missing = { $path } is not there any more; this is the sample.
notice-saved = Saved as { $path }.
notice-reloaded = Read again from disk.
notice-copied = Copied.
notice-settings-not-read = Some settings have their usual values: { $why }
notice-settings-not-written = The settings could not be kept: { $why }
notice-cancelled = Cancelled.
notice-work-lost = The work ended without a result; the document is as it was.
notice-dismiss = Dismiss
notice-read-only = This document cannot be changed where it is: save a copy to edit.
notice-not-changed = Nothing was changed: { $why }
notice-fixed = { $count ->
    [one] { $shown } problem was fixed.
   *[other] { $shown } problems were fixed.
}
notice-not-fixed = This cannot be fixed so any more.
