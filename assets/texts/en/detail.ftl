detail-empty = Choose a party in the list
detail-no-parties = This book is empty
detail-no-parties-hint = Begin with a party, or paste rows from a spreadsheet.
detail-signed = signed { $date }, { $place }
detail-no-agreement = No agreement is known as of this cut-off.
detail-signatories = Signed for Ukraine by { $ukraine }; for the partner by { $partner }
detail-in-force = in force since { $date }
detail-in-force-unknown = entry into force not known
detail-binding-yes = legally binding
detail-binding-no = not legally binding
detail-binding-not-said = legal nature not said
detail-notice = { $count ->
    [one] { $shown } month’s notice
   *[other] { $shown } months’ notice
}
detail-no-term = The text sets no term.
detail-signed-on = signed { $date }
detail-expires-on = expires { $date }
detail-review-by = review by { $date }
detail-none-set = none set
detail-timeline-told = Signed { $signed }, review { $review }, expires { $expires }, { $left }
detail-tab-money = Money
detail-tab-commitments = Commitments
detail-tab-aid = Aid
detail-tab-sources = Sources
detail-tab-conflicts = Conflicts
detail-no-money = Nothing is recorded in money.
detail-year = Year
detail-year-tip = The year that the money is for
detail-promised = promised
detail-promised-tip = What the agreement’s commitments name for the year
detail-all-pledges = all pledges
detail-pledged-tip = The agreement’s commitments and the pledges made beside them
detail-stage-tip = The best known sum of this stage: packages, or a running total and what came after it. Below it: how much of the promise is fulfilled by what entries say fulfils it
detail-not-split = not split
detail-not-split-tip = Sums over several years, or without any time: they stand in no single year
detail-all-time = all time
detail-all-time-tip = Not the sum of the rows: the best known sum over all time
detail-promised-what = promised { $year }
detail-ratio-what = { $ratio } of the promise for { $year }: { $stage }
detail-open-derivation = Click: where the number comes from
detail-part-of = part of
detail-same-as = restates
detail-counted-in = counted in
detail-supersedes = replaces
detail-fulfils = fulfils
detail-joint = with other parties together
detail-unverified = not verified
detail-no-aid = No aid entry is recorded.
detail-package = package
detail-running-total = running total
detail-running-total-to = running total to { $date }
detail-undated = undated
detail-cited-by = { $count ->
    [0] cited by nothing
    [one] cited by { $shown } record:
   *[other] cited by { $shown } records:
}
detail-read-from = read from another copy
detail-official = official address
detail-conflicts-heading = Where sources disagree
detail-no-conflicts = No disagreement is recorded.
detail-other-figures = Figures that were not preferred
detail-preferred-because = preferred: { $why }
detail-not-preferred = not preferred: { $why }
detail-not-found-heading = Looked for in vain
# A number's name for a screen reader ($number: the number, $what: what of and when).
detail-number-name = { $number } { $what }, open derivation
detail-money-table = Money by year: { $party }
# Several years for which a promise names no sum.
detail-run = no sum named
detail-unfold-tip = Show the years one by one
detail-money-note = Below a sum: the part of the promise that entries say it fulfils; grey where nobody says how far the money got.
detail-context = Told with it of all agreements
detail-problems-heading = To be looked at
