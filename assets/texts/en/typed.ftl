# Why a typed text could not be read, and what to write instead.
# $text: what was typed, or the part of it that is meant.

typed-empty = Nothing is written here yet.
typed-too-long = This is longer than { $limit } characters. Write the value alone; remarks belong in the notes.
typed-no-number = There is no number in it. Write a sum such as “35 mln EUR”, or “n/d” where none is disclosed.
typed-bad-number = “{ $text }” is no number. Write the digits out, or a scale word: “1.5 bn”, “1 500 000”.
typed-negative = A sum cannot be below zero. Write what was promised or given as a positive sum.
typed-unknown-word = The word “{ $text }” is not understood here. Leave it out, or write it another way.
typed-unknown-currency = “{ $text }” is no known currency. Write the code of ISO 4217, such as EUR, USD or SEK.
typed-no-currency = The currency is missing. Write it after the sum, such as “35 mln EUR”.
typed-two-currencies = Two currencies are written for one sum. Keep the one in which the source tells it.
typed-two-bounds = The sum is bound in two ways. Keep one: “about”, “up to”, “at least”, or a range.
typed-upside-down = It ends before it begins. Write the lower or earlier end first.
typed-out-of-range = “{ $text }” is too large or has too many digits to be kept. Look at its zeros and its scale.
typed-percent-out-of-range = “{ $text }” lies outside 0–100 %. Look at the decimal mark.
typed-share-range = A share of GDP cannot be a range. Write “at least” or “up to” with one of its ends.
typed-only-time = This is a time without a sum. Write the sum too, such as “35 mln EUR in 2024”.
typed-yearly-by-years = A sum that comes again each year runs by whole years. Write the years alone, such as “each year 2024–2028”.
typed-each-and-together = It says both that the sum comes each year and that it is the whole. Keep one of the two.
typed-left-over = “{ $text }” does not fit in with the rest. Write one sum and one time, such as “35 mln EUR in 2024”.
typed-no-date = “{ $text }” is no date. Write it like “2024-06-27”, “27 June 2024”, “June 2024” or “2024”.
typed-no-such-day = There is no day “{ $text }” in the calendar. Look at the day and the month.
typed-two-digit-year = The year in “{ $text }” has only two digits. Write all four.
typed-no-year = “{ $text }” lacks the year. Write it too, such as “27 June 2024”.
typed-year-out-of-range = The year { $text } lies outside 1990–2100. Look for a digit too many or too few.
typed-not-a-day = “{ $text }” is no whole day, and one is needed. Write the day too, such as “2024-06-27”.
typed-not-a-year = “{ $text }” is no year. Write its four digits, such as “2024”.
