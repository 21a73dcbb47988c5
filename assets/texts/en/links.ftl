# Links to places: FILE#place.
link-title = Go to link
link-field = Link
link-hint = Such as #party/LT, #sources, #explain/pledged:LT:2024, or a file with a place: book.ron#dates
link-go = Go
# $name: the file's name.
link-other-file = The link is of another file: { $name }
link-open-file = Open that file

# What of a link was not understood. $pages: the names of the pages.
link-unread-page = There is no page “{ $name }”: a link names one of { $pages }.
link-unread-part = Behind the page, “{ $part }” means nothing.
link-unread-value = { $name } cannot be “{ $value }”.
link-unread-hint = A link is written FILE#place, such as book.ron#party/LT or book.ron#dates.
# $what: a party, a record or a number that the link names.
link-not-here = “{ $what }” is not in this document.
