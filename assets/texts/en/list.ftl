# The country list.
list-name = Parties
list-search = Search parties
list-clear-search = Clear the search
list-no-parties = This file holds no party.
list-nothing-matches = No party matches “{ $search }”.
list-nothing-has-all = No party has all that is chosen.
list-show-all = Show all parties

# Properties to narrow by. The first four are chips and must be short.
list-facet-eu = EU
list-facet-nato = NATO
list-facet-g7 = G7
list-facet-money = Sums
list-more = More
# $count: how many properties of the menu are chosen.
list-more-chosen = More: { $count }
list-group-party = Party
list-group-signed = Signed in
list-group-status = A commitment is
list-group-defence = Defence
list-group-resilience = Resilience
list-group-path = Path
list-group-justice = Justice and recovery
list-group-term = Term

list-sort-name = By name
list-sort-signed = By day of signing
list-sort-measure = By amount
list-sort-problems = By problems
list-measure-stage = Stage
list-measure-type = Type of aid
# Head of the column with the share of the promise that arrived.
list-fulfilled = fulfilled

# A row in one sentence, for screen readers and under the pointer.
list-row-signed = signed { $date }
list-row-measure = { $stage } { $amount }
list-row-nothing = { $stage }: nothing recorded
# $span: for which time the promise is. $stage: how far the money got.
list-row-fulfilled = { $percent } of the promise for { $span }: { $stage }
list-row-nothing-arrived = nothing recorded towards the promise
# $shown: $count as formatted text.
list-problems = { $count ->
    [one] { $shown } problem
   *[other] { $shown } problems
}
list-problems-tip = show them
