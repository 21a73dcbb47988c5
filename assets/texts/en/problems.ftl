# The problems that the checks find: a message and what to do about it.

problem-reference-dangling = Refers to { $target }, which is not in the dataset.
problem-reference-dangling-hint = Correct the id, or add the record it names.
problem-link-circle = Is inside itself by way of { $target }.
problem-link-circle-hint = Cut one of the links part_of, counted_in, same_as or supersedes.
problem-fulfils-other-party = Fulfils { $target }, a commitment of another party ({ $party }).
problem-fulfils-other-party-hint = An entry can only fulfil commitments of its own party.
problem-same-as-other-party = Restates { $target }, a sum of another party ({ $party }).
problem-same-as-other-party-hint = If another party carries the money, use counted_in.
problem-fulfils-shares-over = Its shares in commitments add up to { $percent } %.
problem-fulfils-shares-over-hint = Shares that are set by hand should not exceed 100 % together.
problem-supersedes-later = Replaces { $target }, which is dated later.
problem-supersedes-later-hint = A later pledge replaces an earlier one: look at both dates.
problem-supersedes-nothing = Replaces { $target }, but does not state its time, so that both count.
problem-supersedes-nothing-hint = State all the years of the earlier sum, or split the earlier sum by year.
problem-supersedes-beyond = Replaces the whole of { $target }, though it does not state all its years.
problem-supersedes-beyond-hint = See whether the earlier sum still stands for the other years.
problem-parts-exceed-whole = Its parts ({ $ids }) add up to { $parts }, more than its own { $whole }.
problem-parts-exceed-whole-hint = Look at the amounts, or at which of the parts are really inside.
problem-source-missing = Names no source.
problem-source-missing-hint = Add the source, or mark the statement as unverified.
problem-phrase-missing = Has a source but no phrase to find the passage by.
problem-phrase-missing-hint = Add at most twelve words, verbatim.
problem-phrase-long =
    { $words ->
        [one] Its phrase has { $words } word.
       *[other] Its phrase has { $words } words.
    }
problem-phrase-long-hint = Shorten it to at most twelve words.
problem-date-missing = Has no date of announcement or report.
problem-date-missing-hint = Add the date: without it the cut-off cannot be applied properly.
problem-counted-on-missing = A running total without the day it was counted on.
problem-counted-on-missing-hint = Add as_counted_on, so that later packages can be told from earlier ones.
problem-counted-before-begin = Was counted before the time it covers begins.
problem-counted-before-begin-hint = Look at since and as_counted_on.
problem-counted-after-report = Was counted on a day after it was reported.
problem-counted-after-report-hint = Look at as_counted_on and date.
problem-delivered-before-pledge = Delivered before { $target }, the whole it is part of, was announced.
problem-delivered-before-pledge-hint = Look at both dates, or at the link.
problem-fulfilment-over = For { $year }, what is { $stage } comes to { $percent } % of the promise.
problem-fulfilment-over-all = In all, what is { $stage } comes to { $percent } % of the promise.
problem-fulfilment-over-hint = Good news, or an entry that fulfils less than it says.
problem-figures-disagree = The figure of { $source } is { $percent } % away from the preferred one.
problem-figures-disagree-unsourced = Another figure is { $percent } % away from the preferred one.
problem-figures-disagree-hint = See whether the reason for the preferred figure still holds.
problem-duplicate-entry = Equals { $target } in party, stage, type, amount and date.
problem-duplicate-entry-hint = If it is the same money, say same_as; if not, tell them apart in the summary.
problem-rate-missing = There is no exchange rate of { $currency } for its time: listed as not converted.
problem-rate-missing-hint = Add the rate, or choose a fixed year’s rates.
problem-gdp-missing = There is no GDP of { $party } for { $year } yet: its share is n/d.
problem-gdp-missing-hint = Add the GDP, or let the last known one be carried on.
problem-term-expired = Its term ended on { $date }.
problem-term-expired-hint = See whether it was extended.
problem-source-unused = Nothing cites this source.
problem-source-unused-hint = Cite it, or remove it.
problem-source-undated = The source has no date of publication.
problem-source-undated-hint = Add the date if it can be found.
problem-party-without-agreement = The party has no agreement.
problem-party-without-agreement-hint = Add the agreement, or remove the party.
problem-cutoff-missing = The dataset does not say up to which day facts were gathered.
problem-cutoff-missing-hint = Add cutoff to its header.
severity-error = Error
severity-warning = Warning
severity-note = Note
problem-accepted = Accepted: { $reason }
