# The page of days that come.
page-dates = Dates
page-dates-tip = Show reviews, ends and promised years that close.
