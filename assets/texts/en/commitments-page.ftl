# The page of commitments: parties by areas.
page-commitments = Commitments
page-commitments-tip = Show what was promised, by party and area.
# The matrix, for a screen reader.
matrix-name = Commitments by party and area
matrix-promise-strong = will or shall
matrix-promise-middle = seeks or intends
matrix-promise-weak = may or reaffirms
# The text of the agreement was read, and has nothing in that area.
matrix-promise-none = none
# Nobody says: there is no agreement, or its text was not read.
matrix-promise-not-coded = not coded
matrix-by-date = By date signed
matrix-by-name = By name
matrix-by-similarity = By similarity
matrix-similarity-tip = Parties that promise alike stand beside each other. Two are apart by the mean step of strength over the areas coded for both: none, may, seeks, will.
matrix-by-area = By { $area }
matrix-sort-tip = Click to put those who promise most here first
matrix-sorted-tip = Click to order by date signed again
matrix-areas-alike = Like areas together
matrix-areas-alike-tip = Inside each group, areas that are promised alike stand beside each other.
matrix-narrowed = The list shows { $shown } of { $of }
matrix-show-all = Show all parties
# $shown: $count as formatted text.
matrix-later =
    { $count ->
        [one] { $shown } party signed after { $date } and is not here
       *[other] { $shown } parties signed after { $date } and are not here
    }
# Over the column of names, and over the count of areas of each party. Short.
matrix-parties = parties
matrix-areas = areas
# For a screen reader: what a cell holds.
matrix-cell = { $party }, { $area }: { $promise }
matrix-commitments =
    { $count ->
        [one] { $shown } commitment
       *[other] { $shown } commitments
    }
matrix-in-areas =
    { $count ->
        [one] in { $shown } area
       *[other] in { $shown } areas
    }
matrix-of-parties =
    { $count ->
        [one] { $shown } party
       *[other] { $shown } parties
    }
matrix-signed = signed { $date }
matrix-more = and { $count } more
matrix-row-tip = Click to go to its page; Ctrl+click or the box to read it side by side
matrix-choose = Read { $party } side by side
matrix-choose-none = Choose none
matrix-read = Read side by side
matrix-read-chosen = Read { $count } side by side
matrix-read-why = Tick two to four parties first.
matrix-copy = Copy the matrix as a table
matrix-close = Put away
matrix-to-party = On the party’s page
matrix-open-record = Open the form of this record
matrix-choose-cell = Click a cell to read what stands behind it. Tick two to four parties to read them side by side.
matrix-nothing-there = The agreement’s text was read and holds no commitment in this area.
matrix-no-agreement = It has no agreement in this dataset.
matrix-no-commitments = Its agreement has no commitments in this dataset.
matrix-from-reports = It was coded from reports, not from the text: where nothing is found, nothing can be said.
matrix-empty = There are no parties yet
matrix-empty-hint = A matrix needs parties, their agreements and commitments.
matrix-empty-narrowed = None of the parties that the list shows is here
matrix-empty-cutoff = Nothing was signed by { $date }

# Side by side.
matrix-side = Side by side
matrix-back = Back to the matrix
matrix-copy-side = Copy as a table
matrix-rows-made = Areas with commitments
matrix-rows-differing = Where they differ
matrix-rows-all = All areas
matrix-side-add = Add a party
matrix-side-take-out = Take { $party } out
# Beside the name of an area.
matrix-side-only = only { $party }
matrix-side-lacking = lacking: { $parties }
matrix-side-same = Nobody here has what another lacks.
matrix-side-later = Fewer than two of them had signed by the cut-off day.

# Columns of what is copied.
matrix-column-id = Id
matrix-column-party = Party
matrix-column-signed = Signed
matrix-column-areas = Areas
matrix-column-commitments = Commitments
matrix-column-group = Group
matrix-column-area = Area
matrix-column-total = Parties with commitments

# Short names for narrow columns; the whole name stands under the pointer.
matrix-area-military-assistance = Military aid
matrix-area-land = Land
matrix-area-air = Air and air defence
matrix-area-training = Training
matrix-area-defence-industry = Defence industry
matrix-area-critical-infrastructure = Infrastructure
matrix-area-information-security = Information
matrix-area-organised-crime = Organised crime
matrix-area-consultation = Consultation
matrix-area-accountability = Accountability
matrix-area-compensation = Compensation
matrix-area-humanitarian = Humanitarian aid
matrix-area-macro-financial = Macro-financial
matrix-area-term-and-review = Term and review
matrix-group-path = Path
matrix-group-justice = Justice
