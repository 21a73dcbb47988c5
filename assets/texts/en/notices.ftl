# Short messages in the status line.
notice-last-file-missing = { $path } is not there any more; this is the sample.
notice-saved = Saved as { $path }.
notice-saved-one-name = Saved as { $path }. This file has other names on the disk (hard links): they keep the old text.
notice-copy-saved = A copy is in { $path }.
notice-no-backup = Saved, but no earlier version could be kept: { $why }
notice-when-saved = The document is being saved; then this is done.
# $when: day and time.
notice-restored = The document is as it was on { $when }. Undo takes this back.
notice-not-over-itself = An earlier version is not written over the open file: restore it, or choose another name.
notice-reloaded = Read again from disk.
# $why: what failed.
notice-not-protected = Until you save, changes are not protected against a crash: { $why }
notice-protected-again = Changes are protected against a crash again.
notice-nothing-left = Nothing was left unsaved.
notice-left-unread = Something may have been left unsaved: { $why }
notice-copied = Copied.
notice-link-copied = Link copied.
notice-settings-not-read = Some settings have their usual values: { $why }
notice-settings-not-written = The settings could not be kept: { $why }
notice-cancelled = Cancelled.
notice-work-lost = The work ended without a result; the document is as it was.
notice-pasted =
    { $count ->
        [one] { $shown } row pasted.
       *[other] { $shown } rows pasted.
    }
notice-no-rows = What is on the clipboard is no rows of cells.
notice-dismiss = Dismiss
notice-read-only = This document cannot be changed where it is: save a copy to edit.
notice-not-changed = Nothing was changed: { $why }
notice-removed = { $what } was deleted. Undo brings it back.
notice-fixed = { $count ->
    [one] { $shown } problem was fixed.
   *[other] { $shown } problems were fixed.
}
notice-not-fixed = This cannot be fixed so any more.
