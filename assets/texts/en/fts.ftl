# Flows of OCHA's Financial Tracking Service: why a file is not read, and what to look at.

fts-missing = This is no table of FTS flows: it lacks the columns { $columns }.
fts-missing-hint = Choose the sheet that lists flows, or map the columns by hand.
fts-summary = This file sums FTS flows up ({ $found }) and holds no flow. Requirements and totals are not aid entries; taken in, they would count the same money several times.
fts-summary-hint = Get the flows themselves: “fts_incoming_funding_ukr.csv” on HDX, or the answer of api.hpc.tools/v1/public/fts/flow without “groupby”.
fts-not-an-answer = This JSON is no answer of the FTS interface: it has no “data.flows”.
fts-refused = The file holds an error of the FTS interface instead of flows: { $status }.
fts-refused-hint = Ask the interface again and save its answer.
fts-json = Line { $line }, column { $column }: this is no JSON ({ $why }).
fts-json-hint = The file may have been cut short: save the answer again.
fts-too-large = An answer of the FTS interface is not larger than { $limit } MiB.
fts-cancelled = Reading was cancelled; nothing has changed.
fts-cancelled-hint = Start the import again when you want it.
fts-io = The file could not be read to its end: { $why }.
fts-io-hint = Copy the file to this computer and try again.

# What a person should look at. $what tells how many flows, and how many US dollars.
fts-doubt-shared = For several countries or years together; left out, as FTS leaves them out of a country's total: { $what }
fts-doubt-passed-on = Handed on within the country or out of it; it came in already and is not counted again: { $what }
fts-doubt-emptied = Flows of zero, whose money stands in other flows: { $what }
fts-doubt-corrections = Amounts below zero, which correct other flows; left out: { $what }
fts-doubt-misfit = The original amount does not fit the US dollars at the row's own rate; the dollars are taken: { $what }
fts-doubt-carried-over = Carried over from an earlier year, by FTS no new money: { $what }
fts-doubt-page = The file is one page of the answer: flows here / in all: { $what }
