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
chart-sign-open = fading end: at least so much
chart-sign-estimate = hatched: estimate
chart-sign-range = light part: between the bounds
