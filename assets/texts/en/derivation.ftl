# The tree under a number, line by line. What a line comes to stands beside it, after a colon.

derivation-all-parties = All parties
# What a commitment promised ($commitment: its id, $stage: its stage).
derivation-promised = Promised by { $commitment } · { $stage }
# What arrived towards a commitment.
derivation-towards = Towards { $commitment } · { $stage }
# The sum of entries that were picked in a table.
derivation-chosen =
    { $entries ->
        [one] { $number } chosen entry
       *[other] { $number } chosen entries
    }
derivation-basis = Rests on: { $basis }
derivation-candidate = Not chosen: { $basis }; { $behind } less (reported, not itemised here)
derivation-candidate-same = Not chosen: { $basis }; the same at least
derivation-excluded = Not in the sum: { $record } — { $reason }
derivation-as-reported = As the source reports it
derivation-undisclosed = No sum is named: counted, not summed
derivation-gdp = { $percent } × GDP of { $country } in { $year } ({ $gdp }, { $vintage }, { $status })
derivation-gdp-carried = carried on to { $year }, an assumption
derivation-no-gdp = There is no GDP of { $country } for { $year }: the share is not known
# $rate: units of a currency for one euro.
derivation-rate = 1 EUR = { $rate } { $currency }
derivation-converted = { $sum } at { $rates } (mean of { $period }; { $source })
derivation-no-rate = There is no rate of { $currency } for { $period }: listed, not converted
derivation-no-rate-no-time = There is no rate of { $currency }, as no time is known: listed, not converted
derivation-share-fulfils = { $percent } of it fulfils { $commitment }
derivation-share-eu = { $percent } of the EU’s sum, by the key { $key }
derivation-share-split =
    { $years ->
        [one] Split evenly over { $number } year: an assumption
       *[other] Split evenly over { $number } years: an assumption
    }
derivation-read-as-years = The text does not name all its years: { $from }–{ $to } is our reading
derivation-not-itemised = Of which its recorded parts leave not itemised
derivation-preferred = Preferred figure: { $reason }
derivation-preferred-later = The preferred figure was not known by the cut-off; this one counts
derivation-preferred-figure = Preferred figure, later
derivation-other-figure = Another figure
derivation-other-figure-why = Another figure, not preferred: { $reason }
derivation-adds-up =
    { $figures ->
        [one] The { $number } figure above adds up to the sum, to the cent
       *[other] The { $number } figures above add up to the sum, to the cent
    }
derivation-read-as-year = The text names no time: { $year }, the year of the announcement, is our reading

# Where an imported entry stood in its file ($text: what stands in the cell).
derivation-origin = From { $file }, row { $row }
derivation-origin-sheet = From { $file }, sheet “{ $sheet }”, row { $row }
derivation-origin-key = there called { $key }
derivation-origin-amount = amount there: “{ $text }”
derivation-origin-date = date there: “{ $text }”
