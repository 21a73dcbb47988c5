# The page of days that come.
page-dates = Dates
page-dates-tip = Show reviews, ends and promised years that close.
dates-kind-review = Review
dates-kind-end = End
dates-kind-year = Year closes
dates-kind-last-year = Last year closes
dates-when-coming = Coming
dates-when-coming-tip = Only today and what comes.
dates-when-past = Past
dates-when-past-tip = Only days gone by, with what is overdue among them.
dates-when-overdue = Overdue
dates-when-overdue-tip = Only promises whose day is past and of which less is known to have arrived than was promised.
dates-all-parties = All parties
dates-copy = Copy as a table
# $date: the cut-off.
dates-known-on = as known on { $date }
dates-column-date = Date
dates-column-days = Days left
dates-column-when = Stands
dates-column-kind = What
dates-column-party = Party
dates-column-record = Record
dates-column-words = What it is about
dates-column-promised = Promised
dates-column-promised-tip = What is promised for that time, and how much of it has arrived by the furthest stage
dates-column-arrived = Arrived
dates-column-notice = Notice, months
dates-today = today
# $number: $days as formatted text.
dates-in-days = { $days ->
    [one] in { $number } day
   *[other] in { $number } days
}
dates-days-ago = { $days ->
    [one] { $number } day ago
   *[other] { $number } days ago
}
dates-promised = promised: { $sum }
dates-arrived = { $ratio } arrived
dates-nothing-arrived = nothing known
dates-overdue-told = The day is past, and less than was promised is known to have arrived.
# $number: $months as formatted text.
dates-notice = { $months ->
    [one] { $number } month’s notice to leave
   *[other] { $number } months’ notice to leave
}
dates-go-tip = Go to the record
dates-none = No day is set
dates-none-hint = Agreements with a term or a review, and promises for a year, stand here.
dates-none-here = No day matches
dates-show-all = Show all days

# The line of time above the table.
dates-axis-name = Line of time
dates-axis-today = today, { $date }
dates-axis-in = Closer
dates-axis-out = Farther
dates-axis-all = All of the time
# $shown: $count as formatted text.
dates-and-more = { $count ->
    [one] and { $shown } more
   *[other] and { $shown } more
}
