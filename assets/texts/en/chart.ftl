chart-kind-ranked = Ranked
chart-kind-gdp = % of GDP
chart-kind-bullet = Promised and arrived
chart-kind-time = Over time
chart-title-ranked = Aid { $stage }: { $who }
chart-title-gdp = Aid { $stage } in % of GDP: { $who }
chart-title-bullet = Promised, and { $stage } of it: { $who }
chart-title-time = Aid { $stage } over time: { $who }
chart-unit-gdp = % of GDP
chart-all-parties = all parties
chart-one-party = only the selected party
chart-all-years = all years
chart-as-known = as known on { $date }
chart-total = total { $total }
chart-as-chart = chart
chart-as-table = table
chart-copy = Copy the table
chart-empty = Nothing is recorded at this stage for this choice. Choose another stage, type or year.
chart-undisclosed = n/d
chart-note-undisclosed = { $count ->
    [one] { $shown } entry names no sum
   *[other] { $shown } entries name no sum
}
chart-note-not-converted = { $count ->
    [one] { $shown } sum not converted: no rate
   *[other] { $shown } sums not converted: no rate
}
chart-note-nothing = { $count ->
    [one] nothing recorded for { $shown } party
   *[other] nothing recorded for { $shown } parties
}
chart-note-time = line: packages cumulated by day of announcement; diamonds: running totals, never added to it
chart-promised = promised { $sum }
chart-ratio = { $ratio } of the promise
chart-gdp-of = GDP { $gdp } ({ $year })
chart-more = and { $more } more
chart-of-promise = of { $sum }
chart-column-name = Name
chart-column-promised = Promised
chart-column-basis = Basis
chart-column-ratio = Of it
chart-note-without-gdp = { $count ->
    [one] no GDP known for { $shown } party
   *[other] no GDP known for { $shown } parties
}
chart-source = { $count ->
    [one] figures from { $shown } document
   *[other] figures from { $shown } documents
}
chart-sign-promised = outline: promised, solid: arrived
chart-sign-open = fading end: at least
chart-sign-estimate = hatched: estimate
chart-sign-range = light: between bounds
chart-kind-type = By type
chart-kind-instrument = By instrument
chart-kind-head = Per head
chart-kind-year = By year
chart-kind-month = By month
chart-kind-multiples = Party by party
chart-kind-share = Share of the whole
chart-kind-spread = Figures that disagree
chart-kind-promises = Promises by year
chart-title-type = Aid { $stage } by type: { $who }
chart-title-instrument = Aid { $stage } by instrument: { $who }
chart-title-head = Aid { $stage } per head: { $who }
chart-title-year = Aid { $stage } by year: { $who }
chart-title-month = Aid { $stage } by month of announcement: { $who }
chart-title-multiples = Aid { $stage } over time, one scale for all: { $who }
chart-title-share = Shares of aid { $stage }: { $who }
chart-title-spread = Figures that disagree, { $stage }: { $who }
chart-title-promises = Promised year by year: { $who }
chart-some-parties = { $count ->
    [one] { $shown } party
   *[other] { $shown } parties
}
chart-unit-head = { $currency } per head
chart-unit-whole = % of the sum of all low bounds
chart-prices = current prices, { $rates }
chart-not-itemised = not itemised
chart-not-split = not split
chart-partial = not over yet on the day as known
chart-preferred = the figure that sums use
chart-not-preferred = another figure, in no sum
chart-gap = { $sum } of it reported, not itemised
chart-people-of = { $people } people ({ $year })
chart-note-without-people = { $count ->
    [one] no population known for { $shown } party
   *[other] no population known for { $shown } parties
}
chart-note-attributed = the EU’s aid is attributed to its members
chart-note-left-out = { $count ->
    [one] { $shown } more row has no room here
   *[other] { $shown } more rows have no room here
}
chart-note-running-totals = { $count ->
    [one] { $shown } running total stands in no column
   *[other] { $shown } running totals stand in no column
}
chart-note-thinned = { $count ->
    [one] { $shown } day between is not drawn
   *[other] { $shown } days between are not drawn
}
chart-sign-preferred = filled: the figure that sums use; each row has its own scale
chart-sign-up-to = outline: up to
chart-sign-partial = pale: not over yet
chart-sign-not-itemised = “not itemised”: in the party’s total, in none of its parts
chart-sign-not-split = “not split”: sums over several years
chart-sign-parts-exceed = side by side in an outline: parts that overlap and are not added; the outline is their own total
chart-sign-goes-on = →: no end is named
chart-sign-gap = dashed: reported, not itemised
chart-source-more = and { $shown } more
chart-found-ranked = Most known as { $stage }: { $name }, { $value }
chart-found-one = { $name }: { $value } { $stage }
chart-found-gdp = Most known as { $stage } for its size: { $name }, { $value } of GDP
chart-found-head = Most known as { $stage } per head: { $name }, { $value }
chart-found-share = Largest part of all known as { $stage }: { $name }, { $value }
chart-found-time = { $value } { $stage } in itemised packages by { $date }: { $who }
chart-found-when = Most known as { $stage } in { $name }: { $value }, { $who }
chart-found-bullet = Furthest along, as far as known: { $name }, { $ratio } of its promise { $stage }
chart-found-spread = { $name }: figures from { $low } to { $high }
chart-found-promises = Promises run to { $year }: { $who }
chart-alt = Chart “{ $kind }”: { $what }. { $count ->
    [one] { $shown } mark
   *[other] { $shown } marks
}.
chart-alt-last = Last: { $mark }.
chart-as-both = both
chart-legend-tip = Let this part stand out, or all again
chart-order-value = by size
chart-order-name = by name
chart-order-gap = by gap
chart-order-share = by share
chart-in-the-list = those in the country list
chart-in-the-list-tip = What the list is narrowed to, the chart shows
chart-chosen-parties = Chosen parties
chart-listed-parties = { $count ->
    [one] { $shown } party in the list
   *[other] { $shown } parties in the list
}
chart-slider = As known on
chart-slider-signed = { $date }: signed by { $parties }
chart-note-gdp = GDP of { $years }, { $vintage }
chart-note-people = population of { $years }
chart-copied-low = { $column }, at least
chart-copied-high = { $column }, at most
chart-note-without-day = { $count ->
    [one] { $shown } entry without a day stands on the first of its year or month
   *[other] { $shown } entries without a day stand on the first of their year or month
}
