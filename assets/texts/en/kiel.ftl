### Files of the Kiel Institute’s Ukraine Support Tracker: what to look at, and why one is not taken in.

# $what: numbers of rows.
kiel-no-euro = No value in euro is stored in these rows; the amount in its own currency was taken: { $what }
# $what: the name of the layout.
kiel-no-stage = The file does not say how far the money got ({ $what }). It is taken in at the stage “unclear”; say the stage (--set stage=…) if you know it.
# $what: how many rows.
kiel-sums-up = This table sums up others (rows: { $what }), so nothing of it becomes an entry. Take in the table with the single rows, or take the sums in as running totals (--running-totals), which are never added to anything.
# $what: numbers of rows.
kiel-types-differ = In these rows the sum of all types is not the sum of the types beside it; the types were taken: { $what }
# $what: how many sums.
kiel-agrees = Sums of the publisher’s own summary that the rows come to: { $what }
# $what: a giver, a stage, a type, the publisher’s sum and ours.
kiel-differs = The publisher’s summary and the rows differ: { $what }
# $what: numbers of rows.
kiel-negative = These rows take something back (a negative sum). No entry can do that, so they are left out and the sums are greater by as much: { $what }
# $what: numbers of rows and what stands there.
kiel-dates = These dates cannot be read, so the entries of the rows have none; their text is kept: { $what }
# $what: numbers of rows.
kiel-dates-late = These rows are dated long after the last exact day of the sheet, probably by a slip, so their entries have no date; its text is kept: { $what }
# $what: numbers of rows.
kiel-not-counted = The publisher does not count these packages among its commitments, so neither do the entries: { $what }
# $what: the name of the sheet.
kiel-other-sheet = The publisher counts the rows of another sheet; what stands in “{ $what }” is in none of its sums of aid.

## Why a file is not taken in, and what to do.

# $layout: the name of the layout. $from, $to: releases. $missing: names of columns.
kiel-columns = This comes nearest to the layout { $layout } (releases { $from } to { $to }), but these columns are missing: { $missing }
# $layout: the name of the layout. $against: names of columns.
kiel-against = This looks like the layout { $layout }, but has columns of another release, which it would read wrongly: { $against }
# $extra: names of columns.
kiel-columns-remedy = Map the columns by hand. Columns that the layout does not know: { $extra }
kiel-columns-remedy-plain = Map the columns by hand, or take the file as the Kiel Institute publishes it.
kiel-why-world = This table sums up all givers together and names none, so nothing of it can become an entry.
kiel-why-world-remedy = Take in a table whose rows name the giver (data_explorer.csv, or the main sheet of the workbook); this one is good for checking its sums.
kiel-why-release = This table only says of which release the other files are.
kiel-why-release-remedy = Take in data_explorer.csv of the same release.
kiel-why-union = This table spreads the money of the European Union over its members. Taken in beside the Union’s own rows it would count that money twice.
kiel-why-union-remedy = Take in the Union’s rows; to see them by member, choose the attribution to members among the assumptions.
# $falls, $steps: how many.
kiel-not-cumulated = The sums of the givers should grow from month to month, but fall in { $falls } of { $steps } steps: this is no table of all that was known by each month.
kiel-not-cumulated-remedy = Map the columns by hand, one giver at a time.
kiel-cancelled = Called off: nothing was taken in.
kiel-cancelled-remedy = Start it again when you like.
