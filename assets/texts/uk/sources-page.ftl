# Сторінка всіх джерел.
page-sources = Джерела
page-sources-tip = Показати кожне джерело й те, що на ньому тримається.
# $shown: $count as formatted text.
sources-count = { $count ->
    [one] { $shown } джерело
    [few] { $shown } джерела
    [many] { $shown } джерел
   *[other] { $shown } джерела
}
sources-count-of = { $shown } з { $of } джерел
# $date: the cut-off.
sources-later = { $count ->
    [one] · { $shown } опубліковане після { $date } не показано
    [few] · { $shown } опубліковані після { $date } не показано
    [many] · { $shown } опублікованих після { $date } не показано
   *[other] · { $shown } опублікованого після { $date } не показано
}
sources-records = { $count ->
    [one] { $shown } запис
    [few] { $shown } записи
    [many] { $shown } записів
   *[other] { $shown } запису
}
sources-search = Пошук джерел
sources-unused = Не вжито
sources-unused-tip = Ніщо в книзі на нього не посилається.
sources-undated = Без дати
sources-undated-tip = Не сказано, коли його опубліковано.
sources-unarchived = Без копії
sources-unarchived-tip = Копії при наборі даних не збережено.
sources-copy-kept = Копію збережено
sources-all-kinds = Усі види
sources-all-languages = Усі мови
sources-by-publisher = За видавцем
sources-oldest = Найдавніші спершу
sources-open-all = Розгорнути всі групи
sources-close-all = Згорнути всі групи
sources-no-publisher = Видавця не названо
sources-no-day = без дати
# Records cite it, but none that was known by the cut-off.
sources-not-known-yet = пізніші записи
sources-open-tip = Показати форму джерела
sources-copy = Копіювати як таблицю
sources-none = Джерел ще немає
sources-none-hint = Джерело каже, де прочитано твердження; записи називають свої.
sources-none-here = Жодне джерело не підходить
sources-show-all = Показати всі джерела
sources-column-id = Ідентифікатор
sources-column-title = Джерело
sources-column-publisher = Видавець
sources-column-published = Опубліковано
sources-column-read-on = Прочитано
sources-column-language = Мова
sources-column-kind = Вид
sources-column-address = Адреса
sources-column-copy = Копія
sources-column-cited = На нього спираються
sources-column-records = Записи
# Below the day of publication.
sources-read-on = прочитано { $date }
