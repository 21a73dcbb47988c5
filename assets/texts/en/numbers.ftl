# Numbers, sums and times. The spaces between a number and its unit are narrow and do not break (U+202F).
# $sign: the currency's sign, or its code with a space after it.

number-units = { $sign }{ $number }
number-millions = { $sign }{ $number } m
number-billions = { $sign }{ $number } bn
# No sum is named (“not disclosed”).
number-undisclosed = n/d
# After a sum that rests on an estimate.
number-estimate = est.
number-not-converted = { $number } not converted
number-of-gdp = { $percent } of GDP

date-day = { $day } { $month } { $year }
date-month = { $month } { $year }
# Months as they stand between day and year.
date-month-01 = Jan
date-month-02 = Feb
date-month-03 = Mar
date-month-04 = Apr
date-month-05 = May
date-month-06 = Jun
date-month-07 = Jul
date-month-08 = Aug
date-month-09 = Sep
date-month-10 = Oct
date-month-11 = Nov
date-month-12 = Dec
# Months alone, before a year.
date-month-alone-01 = January
date-month-alone-02 = February
date-month-alone-03 = March
date-month-alone-04 = April
date-month-alone-05 = May
date-month-alone-06 = June
date-month-alone-07 = July
date-month-alone-08 = August
date-month-alone-09 = September
date-month-alone-10 = October
date-month-alone-11 = November
date-month-alone-12 = December

date-span = { $from } – { $to }
date-from = from { $from }
date-to = to { $to }
date-until = until { $to }
date-all-time = all time
date-not-split = not split by year
date-announced = announced { $span }
date-days-left =
    { $days ->
        [one] { $number } day left
       *[other] { $number } days left
    }
date-days-past =
    { $days ->
        [one] ended { $number } day ago
       *[other] ended { $number } days ago
    }

period-unstated = no time stated
period-yearly = each year
period-yearly-span = each year { $from }–{ $to }
period-yearly-from = each year from { $from }
period-yearly-to = each year to { $to }
# One sum over the whole time.
period-lump = { $span } together
