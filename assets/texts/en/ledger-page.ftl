# The page of all aid entries.
page-ledger = Ledger
page-ledger-tip = Show every aid entry in one table.
