# Посилання на місця: ФАЙЛ#місце.
link-title = Перейти за посиланням
link-field = Посилання
link-hint = Наприклад, #party/LT, #sources, #explain/pledged:LT:2024 або файл із місцем: book.ron#dates
link-go = Перейти
# $name: the file's name.
link-other-file = Посилання веде до іншого файлу: { $name }
link-open-file = Відкрити той файл

# What of a link was not understood. $pages: the names of the pages.
link-unread-page = Сторінки «{ $name }» немає: посилання називає одну з { $pages }.
link-unread-part = Після сторінки «{ $part }» нічого не означає.
link-unread-value = { $name } не може бути «{ $value }».
link-unread-hint = Посилання пишуть як ФАЙЛ#місце, наприклад book.ron#party/LT чи book.ron#dates.
# $what: a party, a record or a number that the link names.
link-not-here = «{ $what }» немає в цьому документі.
