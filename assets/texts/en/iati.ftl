# Activities of the International Aid Transparency Initiative: why a file is not read, what to look at.

iati-not = This is XML, but no IATI activities: it begins with <{ $root }>.
iati-nothing = No XML element stands in this file.
iati-not-hint = Get the publisher's activity file from the IATI Registry or d-portal: it begins with <iati-activities>.
iati-organisations = This is an IATI file about organizations: it holds budgets, and no transactions.
iati-organisations-hint = Get the activity file of the same publisher.
iati-version = IATI version { $version } is not read: its codes mean other things.
iati-version-hint = Get the file in version 2.01, 2.02 or 2.03; the IATI Datastore hands out 2.03.
iati-broken = Line { $line }: this is no well-formed XML ({ $why }).
iati-broken-hint = Download the file again, or tell the publisher; nothing has changed.
iati-cut-short = The file ends in the middle, in line { $line }.
iati-cut-short-hint = Download it again: it was cut short.
iati-document-type = Line { $line }: the file declares a document type, by which it could pull in other files or grow without end. Such files are not read.
iati-document-type-hint = IATI has no document type: remove the line that begins with <!DOCTYPE if you trust the file.
iati-entity = Line { $line }: the entity &{ $name }; is not known in IATI.
iati-encoding = Line { $line }: the bytes are no text in { $encoding }, which the file declares.
iati-encoding-hint = Save the file as UTF-8, or correct encoding="…" in its first line.
iati-too-long = Line { $line }: a tag or text is longer than anything in IATI.
iati-too-deep = Line { $line }: elements are nested deeper than anything in IATI.

# What a person should look at. $what tells how many transactions, or which activities.
iati-doubt-silent = Activities without a transaction; nothing is taken from them: { $what }
iati-doubt-other-side = Incoming funds and commitments, which the giver reports as well; not counted: { $what }
iati-doubt-no-aid = Interest, repayments and equity, which are no aid; not counted: { $what }
iati-doubt-funding = The giver is told only by who funds the activity; look whether the funder reports the same money itself: { $what }
iati-doubt-shared = For several countries; Ukraine's share is taken by the activity's per cent, as about so much: { $what }
iati-doubt-unknown-share = For several countries, and Ukraine's share is not told; left out: { $what }
iati-doubt-incoming-pledge = Pledges as their receiver reports them; look whether the giver reports them too: { $what }
iati-doubt-corrections = Values below zero, which correct other transactions; left out: { $what }

# Written as IATI: what a value does not say by itself.
iati-out-about = about
iati-out-at-least = at least
iati-out-year = for { $year }
iati-out-date = known as { $date }

# Records that are not in a file of IATI. $shown: $count as formatted text.
iati-out-running-total = { $count ->
    [one] { $shown } running total is a statement of a sum, no flow: left out.
   *[other] { $shown } running totals are statements of a sum, no flows: left out.
}
iati-out-stage = { $count ->
    [one] { $shown } allocated or unclear entry is left out: IATI has no code for it.
   *[other] { $shown } allocated or unclear entries are left out: IATI has no code for them.
}
iati-out-counted-elsewhere = { $count ->
    [one] { $shown } record is left out, as its money counts in another one.
   *[other] { $shown } records are left out, as their money counts in others.
}
iati-out-undisclosed = { $count ->
    [one] { $shown } record discloses no sum: left out.
   *[other] { $shown } records disclose no sum: left out.
}
iati-out-up-to = { $count ->
    [one] { $shown } record names only an upper end (“up to”): left out.
   *[other] { $shown } records name only an upper end (“up to”): left out.
}
iati-out-gdp-share = { $count ->
    [one] { $shown } promise of a share of GDP is left out.
   *[other] { $shown } promises of a share of GDP are left out.
}
iati-out-joint = { $count ->
    [one] { $shown } entry holds the money of several parties together: left out.
   *[other] { $shown } entries hold the money of several parties together: left out.
}
iati-out-after-cutoff = { $count ->
    [one] { $shown } record was announced after the day as known: left out.
   *[other] { $shown } records were announced after the day as known: left out.
}
iati-out-undated = { $count ->
    [one] { $shown } record has no date: left out.
   *[other] { $shown } records have no date: left out.
}

# Why there is no file of IATI.
iati-out-nothing = Nothing in this book can be told in IATI; no file was written.
iati-out-nothing-hint = It holds no money that was pledged, committed or delivered.
iati-out-cancelled = Writing was cancelled; no file was written.
iati-out-cancelled-hint = Start the export again when you want it.
iati-out-io = The file could not be made: { $why }.

# The command line.
cli-help-export-iati = The money that counts, as activities of IATI 2.03: what was pledged, committed and delivered, each sum once
cli-help-export-iati-org = Your organization's identifier in IATI, such as GB-COH-1234567; without it the file can be looked at, not published
cli-help-export-iati-type = The code of its type in IATI (10 government, 21 international NGO, 22 national NGO, 80 research, 90 other); 90 without it
cli-help-export-iati-name = Its name; without it the identifier
# $activities, $transactions: numbers.
iati-out-done = Activities: { $activities }. Transactions: { $transactions }.
iati-out-no-reporter = The file names no reporting organization of the IATI Registry; give yours by --reporting-org before you publish it.
iati-out-bad-reporter = “{ $text }” is no identifier of an organization.
iati-out-bad-reporter-hint = Write the register's code, a hyphen and the number there, without spaces and / & | ?: GB-COH-1234567.
# The hint lists the codes there are.
iati-out-bad-type = “{ $text }” is no type of organization in IATI; the codes are these.
