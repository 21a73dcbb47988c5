# The names of fields, of what can be chosen in them, and of kinds of records. A name begins with a
# capital letter; inside a sentence the program writes it small.

field-about = About
field-accepted = Accepted problems
field-accepted-item = Accepted problem
field-agreement = Agreement
field-agreement-kind = Kind of document
field-aid-type = Type of aid
field-also-in = Also said in
field-also-in-item = Further source
field-amount = Amount
field-archived = Archived copy
field-archived-path = Where it lies
field-area = Area
field-as-counted-on = As counted on
field-as-reported = The source’s verb
field-check = Check
field-cite = Citation
field-commitment = Commitment
field-conflicts = Where sources disagree
field-conflicts-item = Disagreement
field-context = Told with it of all agreements
field-context-item = Fact about all agreements
field-counted-in = Counted in
field-country = Country or union
field-currency = Currency
field-cutoff = Cut-off of the data
field-date = Date
field-days = Days in the mean
field-declaration-date = Date of the declaration
field-eu-since = In the EU since
field-eur = GDP in euros
field-eur-method = How the euros were worked out
field-euro-since = Euro since
field-figure = Figure
field-figure-date = Date of the figure
field-first-day = First day of the mean
field-fulfils = Fulfils
field-g7 = In the G7
field-gdp-status = Reported or estimate
field-gdp-value = GDP
field-id = Id
field-in-force = In force since
field-instrument = Shape of the aid
field-iso3 = Code of three letters
field-joint = Together with other parties
field-language = Language
field-last-day = Last day of the mean
field-legally-binding = Legally binding
field-licence = Licence
field-locator = Place in the text
field-months = Means of months
field-months-item = Month
field-name = Name
field-name-en = Name in English
field-name-uk = Name in Ukrainian
field-nato-since = In NATO since
field-not-found = Looked for in vain
field-not-found-item = Looked for in vain
field-note = Note
field-notes = Notes
field-notice-months = Months of notice
field-official = Official address
field-origin = Imported from
field-origin-amount = Amount as it stood there
field-origin-date = Date as it stood there
field-origin-file = File
field-origin-key = Called there
field-origin-link = Source named there
field-origin-row = Row
field-origin-sheet = Sheet
field-other-figures = Other figures
field-other-figures-item = Other figure
field-part-of = Part of
field-parties = Parties named
field-parties-item = Party
field-party = Party
field-party-kind = State or union
field-per-eur = Units for one euro
field-period-as-written = Time as written
field-phrase = Phrase
field-place = Place of signing
field-preferred-because = Why this figure
field-published = Published
field-publisher = Publisher
field-quantity = Goods
field-quantity-by = By which year
field-quantity-form = How exact
field-quantity-unit = Of what
field-quantity-value = How many
field-read-from = Read from
field-read-on = Read on
field-reason = Reason
field-record = Package or running total
field-record-accepted = Record
field-review-years = Review after, years
field-said-on = Said on
field-schema = Version of the file’s form
field-sha256 = Checksum (SHA-256)
field-share = Share
field-shares = Shares of the members
field-signatories = Signed by
field-signatories-partner = Signed for the partner by
field-signatories-ukraine = Signed for Ukraine by
field-signed = Signed
field-since = Counted since
field-source = Source
field-source-kind = Kind of source
field-sources = Sources
field-sources-item = Source
field-stage = Stage
field-status = Status over time
field-status-date = As of
field-status-item = Status
field-status-reached = How far it got
field-summary = Summary
field-supersedes = Replaces
field-same-as = Restates
field-term-years = Term in years
field-title = Title
field-url = Address
field-usd = GDP in US dollars
field-verified = Phrase read in the source
field-vilnius = Vilnius declaration
field-vintage = Edition
field-why-not-preferred = Why not preferred
field-wording = Wording
field-years = Years
field-years-item = Year

# An item of a list ($number from 1), an entry of a table ($key: a year, a country).
field-numbered = { $name } { $number }
field-keyed = { $name } { $key }
field-note-on = Note: { $about }
# From the outer to the inner.
field-inside = { $outer } › { $inner }

field-tip-accepted = Problems that somebody looked at and accepted, with the reason.
field-tip-also-in = Further sources that say the same.
field-tip-amount = As the source writes it: €35m, up to 3bn EUR, 0.25% GDP per year 2024–2033.
field-tip-as-counted-on = The last day that the running total counts.
field-tip-as-reported = The source’s own verb: “has reached”, “allocated”.
field-tip-aid-date = When it was announced or reported.
field-tip-conflicts = In words: where sources disagree.
field-tip-counted-in = The record that carries this money: it counts there, not here.
field-tip-currency = The currency in which its GDP is counted.
field-tip-cutoff = The day up to which facts were gathered.
field-tip-days = How many days are in the mean; empty where other series imply the rate.
field-tip-declaration-date = The day of the declaration that the fact refers to.
field-tip-figure-date = When the figure was recorded, where that is another day than the record’s own.
field-tip-fulfils = The commitments that it fulfils, and with which share of it.
field-tip-id = Made once and never changed, so that links stay.
field-tip-iso3 = ISO 3166 alpha-3, or EUU.
field-tip-joint = It holds the money of several parties together and stands in no party’s sum.
field-tip-legally-binding = Empty where the text is silent and nobody with standing said so.
field-tip-locator = Part, article, paragraph.
field-tip-not-found = In words: what was looked for in vain.
field-tip-notice-months = How many months’ notice ends it; empty where the text does not say.
field-tip-official = A second, official address.
field-tip-origin = Where the entry stood in the file it was imported from. It stays when the entry is corrected.
field-tip-other-figures = What other sources say of the same sum; it is told, not summed.
field-tip-part-of = The whole that it is inside: it is not added beside it.
field-tip-period-as-written = The time in the source’s own words.
field-tip-phrase = At most twelve words, verbatim, in the source’s language: enough to find the passage.
field-tip-preferred-because = Why this figure is preferred to the others.
field-tip-quantity = Goods counted, not money.
field-tip-read-from = The address of the copy that was read, where it is another.
field-tip-record = A package is a flow: so much, then. A running total is a statement: so much since then, as counted on a day.
field-tip-review-years = After how many years it is reviewed at the latest; empty where the text sets no such time.
field-tip-same-as = The record whose sum it restates: the sum counts once.
field-tip-share = How much of the entry counts towards the commitment, in per cent.
field-tip-shares = Each member’s part of one.
field-tip-since = The first day that the running total counts; where the source does not say, 24 February 2022 is meant.
field-tip-stage = How far the money got, by the source’s own verb. Stages never mix.
field-tip-summary = In our own words.
field-tip-supersedes = Earlier pledges for the same thing that it replaces for the years it states.
field-tip-term-years = Counted from the day of signing; empty where the text sets no term.
field-tip-verified = Whether the phrase was read in a stored copy of that source.
field-tip-vintage = Which edition of which database.
field-tip-wording = The force of the verb in the text.

field-yes = yes
field-no = no

choice-state = state
choice-union = union of states
choice-exact = exactly
choice-about = about
choice-up-to = up to
choice-at-least = at least
choice-package = package
choice-running-total = running total
choice-note-general = in general
choice-note-term = term
choice-note-period = period

kind-party = party
kind-agreement = agreement
kind-commitment = commitment
kind-aid = aid entry
kind-source = source
kind-gdp = series of GDP
kind-fx = series of exchange rates
kind-population = series of population
kind-eu-shares = key for the EU’s money
kind-header = facts about the file

kind-count-party = { $count ->
    [one] { $shown } party
   *[other] { $shown } parties
}
kind-count-agreement = { $count ->
    [one] { $shown } agreement
   *[other] { $shown } agreements
}
kind-count-commitment = { $count ->
    [one] { $shown } commitment
   *[other] { $shown } commitments
}
kind-count-aid = { $count ->
    [one] { $shown } aid entry
   *[other] { $shown } aid entries
}
kind-count-source = { $count ->
    [one] { $shown } source
   *[other] { $shown } sources
}
kind-count-gdp = { $count ->
    [one] { $shown } series of GDP
   *[other] { $shown } series of GDP
}
kind-count-fx = { $count ->
    [one] { $shown } series of exchange rates
   *[other] { $shown } series of exchange rates
}
kind-count-population = { $count ->
    [one] { $shown } series of population
   *[other] { $shown } series of population
}
kind-count-eu-shares = { $count ->
    [one] { $shown } key for the EU’s money
   *[other] { $shown } keys for the EU’s money
}
kind-count-record = { $count ->
    [one] { $shown } record
   *[other] { $shown } records
}
