# Briefs: one party, or several beside each other, as a paper; and the site of all parties.

# $party: its name.
brief-title = { $party }: what was promised to Ukraine and what arrived
# $parties: their names, commas between.
brief-title-several = { $parties }: what was promised to Ukraine, side by side
# For catalogues and search.
brief-about = Security commitments to Ukraine and the aid that followed, with sources: { $parties }
brief-sums-in = sums in { $currency }

brief-agreement = Agreement
brief-agreements = Agreements
brief-agreements-table = Agreements side by side
brief-fact-document = Document
brief-fact-signed = Signed
brief-fact-for-ukraine = For Ukraine
brief-fact-for-partner = For the partner
brief-fact-in-force = In force
brief-fact-nature = Legal nature
brief-fact-term = Term
brief-fact-review = Review
brief-fact-notice = Notice to leave
brief-fact-member = Membership
brief-fact-vilnius = Vilnius declaration
brief-since = since { $date }
brief-not-known = not known
brief-not-said = not said
brief-eu-since = EU (since { $date })
brief-nato-since = NATO (since { $date })
# $shown: $count as formatted text.
brief-years = { $count ->
    [one] { $shown } year
   *[other] { $shown } years
}
# $left: how many days are left, in words; $date: seen from which day.
brief-left-on = { $left } on { $date }

brief-money-note = Stages stand beside each other and are never added. “n/d”: no sum is named; “–”: nothing is recorded, which is not zero; “≈”: about; “≥”: at least; “≤”: up to. Numbers in brackets lead to the sources of every figure in a sum.
brief-money-years = Money by the year that it is for
brief-money-all-time = All time: the best known sum of each stage
brief-money-promises = Each promise of money over all its years
brief-money-table = Money side by side
# $ratio: 41 %.
brief-of-the-promise = { $ratio } of the promise
# $sum: the part of a sum that fulfils a promise.
brief-of-it = of it { $sum }
brief-last-promise = The last promise for a year
# $year: the year of the GDP that is divided by.
brief-gdp-of = GDP of { $year }

brief-charts = Charts
brief-no-commitments = No commitment is recorded.
brief-column-wording = Wording
brief-column-status = Status
brief-column-area = Area
brief-column-fact = Fact
brief-commitments-table = Commitments side by side, area by area
brief-matrix = Commitments by area
brief-matrix-table = The strongest wording in each area
brief-matrix-note = In brackets: how many commitments. “not coded”: the agreement’s own text was not read for the dataset, so that nothing is said about what it leaves out.
brief-aid-table = Aid entries, latest first
brief-aid-note = Each sum stands at the stage that its source names. The entries are not to be added up: some are parts of others, or totals to a day.
# The source's own words for the stage of a sum.
brief-as-reported = as reported: { $words }
# $date: the day that is counted from.
brief-dates-table = Reviews, ends and promised years that close, seen from { $date }
brief-column-away = Away
brief-that-day = that day

brief-counted = How this was counted
brief-assume-cutoff = As known on
brief-assume-currency = Sums in
brief-assume-rates = Exchange rates
brief-assume-gdp = GDP
brief-assume-future = GDP of years to come
brief-assume-lumps = Sums over several years
brief-assume-eu = Money of the EU
brief-eu-by-key = attributed to the members by the key “{ $key }”
brief-rules = Rules
brief-dataset = Dataset
brief-dataset-title = Title
brief-dataset-about = About
brief-dataset-licence = Licence
brief-dataset-file = File
brief-dataset-hash = SHA-256
brief-program = Program

brief-no-sources = No source is named.
brief-read-on = read on { $date }
# Before the ids of the records that rest on passages of a source.
brief-passages = passages:
# The words of a source.
brief-quoted = “{ $words }”
brief-skip = Skip to the contents
brief-contents = Contents
brief-site-pages = Other pages

# The command line.
cli-help-brief = Write one party, or several side by side, as a paper for reading and print
cli-help-brief-parties = One to eight parties: LT, or GB LT
cli-help-brief-output = Write to this file: .html or .pdf
cli-help-site = Write all parties as a small web site in both languages
cli-help-site-output = Write to this folder: one that is empty, not there yet, or holds such a site
cli-brief-no-kind = { $file }: the ending tells no kind of brief
# $shown: $count as formatted text.
cli-site-written = { $count ->
    [one] { $shown } page written to { $folder }
   *[other] { $shown } pages written to { $folder }
}

# What goes wrong.
brief-how-many = A brief is of one to { $most } parties, not of { $count }.
brief-how-many-hint = Choose up to { $most } parties; for all of them write a site.
brief-unknown = There is no party “{ $party }”.
brief-unknown-hint = Choose a party of the list.
brief-cancelled = Cancelled; nothing was written.
brief-cancelled-hint = Ask for it again when you like.
brief-not-made = The brief could not be made.
brief-not-made-hint = Try the other format; if that fails too, the program has a fault that its makers would like to know.
brief-not-ours = “{ $folder }” holds “{ $file }”, which is not part of a site that was written here before.
brief-not-ours-hint = Choose an empty folder: what others put into a folder is never removed or written over.
brief-folder = “{ $path }” could not be read or written.
brief-folder-hint = Look whether the folder can be written to and whether the disk has room. What was there before is as it was, unless pages were already being put in place: writing again finishes it.

# At the foot of a page.
brief-page = page { $page } of { $pages }

# The site.
brief-site-all = All parties
brief-column-ends = Ends
brief-index-table = All parties: the best known sum of each stage over all time
brief-index-note = Stages stand beside each other and are never added. “Fulfilled”: the part of the last promise for a year that is known to have arrived, at the stage that got furthest. Each sum leads to the page that tells its sources.

# The window.
menu-export-brief = Brief…
menu-export-brief-tip = Write one party, or several side by side, as a paper for reading and print
brief-dialog-title = Brief
brief-dialog-parties = One party, or up to { $most } side by side in the order chosen
brief-dialog-nobody = Choose at least one party.
# $parties: the names of those chosen.
brief-dialog-full = { $parties } – no more have room
brief-dialog-language = Language
brief-dialog-pdf = PDF
brief-dialog-html = HTML (one page)
brief-file-kind = Brief
brief-trouble = The brief was not written
notice-brief-saved = Brief saved: { $path }
# $percent: how far it is.
status-brief = Writing the brief… { $percent } %
