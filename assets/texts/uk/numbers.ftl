# Числа, суми й час. Між числом та одиницею — вузький нерозривний пробіл (U+202F).
# $sign: знак валюти або її код.

number-units = { $number } { $sign }
number-millions = { $number } млн { $sign }
number-billions = { $number } млрд { $sign }
# Суми не названо («не розкрито»).
number-undisclosed = н/д
# Після суми, що спирається на оцінку.
number-estimate = оц.
number-not-converted = { $number } не перераховано
number-of-gdp = { $percent } ВВП

date-day = { $day } { $month } { $year }
date-month = { $month } { $year }
# Місяці, як вони стоять між днем і роком.
date-month-01 = січ.
date-month-02 = лют.
date-month-03 = бер.
date-month-04 = квіт.
date-month-05 = трав.
date-month-06 = черв.
date-month-07 = лип.
date-month-08 = серп.
date-month-09 = вер.
date-month-10 = жовт.
date-month-11 = лист.
date-month-12 = груд.
# Місяці без дня, перед роком.
date-month-alone-01 = січень
date-month-alone-02 = лютий
date-month-alone-03 = березень
date-month-alone-04 = квітень
date-month-alone-05 = травень
date-month-alone-06 = червень
date-month-alone-07 = липень
date-month-alone-08 = серпень
date-month-alone-09 = вересень
date-month-alone-10 = жовтень
date-month-alone-11 = листопад
date-month-alone-12 = грудень

date-span = { $from } – { $to }
date-from = від { $from }
date-to = до { $to }
date-until = до { $to }
date-all-time = за весь час
date-not-split = не поділено за роками
date-announced = оголошено { $span }
date-days-left =
    { $days ->
        [one] лишився { $number } день
        [few] лишилося { $number } дні
       *[many] лишилося { $number } днів
    }
date-days-past =
    { $days ->
        [one] скінчилося { $number } день тому
        [few] скінчилося { $number } дні тому
       *[many] скінчилося { $number } днів тому
    }

period-unstated = часу не названо
period-yearly = щороку
period-yearly-span = щороку { $from }–{ $to }
period-yearly-from = щороку від { $from }
period-yearly-to = щороку до { $to }
# Одна сума на весь час.
period-lump = { $span } разом
