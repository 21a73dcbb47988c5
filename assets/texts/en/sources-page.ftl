# The page of all sources.
page-sources = Sources
page-sources-tip = Show every source and what hangs on it.
