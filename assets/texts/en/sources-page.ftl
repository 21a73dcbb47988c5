# The page of all sources.
page-sources = Sources
page-sources-tip = Show every source, and what hangs on it.
# $shown: $count as formatted text.
sources-count = { $count ->
    [one] { $shown } source
   *[other] { $shown } sources
}
sources-count-of = { $shown } of { $of } sources
# $date: the cut-off.
sources-later = { $count ->
    [one] · { $shown } published after { $date } is left out
   *[other] · { $shown } published after { $date } are left out
}
sources-records = { $count ->
    [one] { $shown } record
   *[other] { $shown } records
}
sources-search = Search sources
sources-unused = Unused
sources-unused-tip = Nothing in the book cites it.
sources-undated = Undated
sources-undated-tip = It does not say when it was published.
sources-unarchived = No copy
sources-unarchived-tip = No copy of it is kept with the dataset.
sources-copy-kept = A copy is kept
sources-all-kinds = All kinds
sources-all-languages = All languages
sources-by-publisher = By publisher
sources-oldest = Oldest first
sources-open-all = Open all groups
sources-close-all = Close all groups
sources-no-publisher = No publisher named
sources-no-day = no date
# Records cite it, but none that was known by the cut-off.
sources-not-known-yet = later records
sources-open-tip = Show the form of the source
sources-copy = Copy as a table
sources-none = No source yet
sources-none-hint = A source says where a statement was read; records name theirs.
sources-none-here = No source matches
sources-show-all = Show all sources
sources-column-id = Id
sources-column-title = Source
sources-column-publisher = Publisher
sources-column-published = Published
sources-column-read-on = Read on
sources-column-language = Language
sources-column-kind = Kind
sources-column-address = Address
sources-column-copy = Copy
sources-column-cited = Cited by
sources-column-records = Records
# Below the day of publication.
sources-read-on = read { $date }
