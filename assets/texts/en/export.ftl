# What is exported: headings of tables, notes beside them, troubles.

export-amount-form = form
export-amount-value = value
export-amount-value-to = value up to
export-amount-currency = currency
export-amount-period = kind of time
export-amount-from = from
export-amount-to = to

# A part of a column of sums: “Amount: at least”.
# $column: the column; $part: one of the parts below.
export-part = { $column }: { $part }
export-part-low = at least
export-part-high = at most
export-part-open = open above
export-part-about = approximate numbers
export-part-undisclosed = not disclosed (n/d)
export-part-not-converted = without a rate
export-part-estimate = estimate
export-part-stage = stage
