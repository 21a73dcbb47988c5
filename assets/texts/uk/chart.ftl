chart-kind-ranked = За розміром
chart-kind-gdp = % ВВП
chart-kind-bullet = Обіцяно й отримано
chart-kind-time = У часі
chart-title-ranked = Допомога, { $stage }: { $who }
chart-title-gdp = Допомога, { $stage }, у % ВВП: { $who }
chart-title-bullet = Обіцяно, і з того { $stage }: { $who }
chart-title-time = Допомога, { $stage }, у часі: { $who }
chart-unit-gdp = % ВВП
chart-all-parties = усі сторони
chart-one-party = лише обрана сторона
chart-all-years = усі роки
chart-as-known = станом на { $date }
chart-total = разом { $total }
chart-as-chart = діаграма
chart-as-table = таблиця
chart-copy = Скопіювати таблицю
chart-empty = На цій стадії для цього вибору нічого не записано. Оберіть іншу стадію, вид або рік.
chart-undisclosed = н/д
chart-note-undisclosed = { $count ->
    [one] { $shown } запис не називає суми
    [few] { $shown } записи не називають суми
   *[many] { $shown } записів не називають суми
}
chart-note-not-converted = { $count ->
    [one] { $shown } суму не перераховано: немає курсу
    [few] { $shown } суми не перераховано: немає курсу
   *[many] { $shown } сум не перераховано: немає курсу
}
chart-note-nothing = { $count ->
    [one] для { $shown } сторони нічого не записано
    [few] для { $shown } сторін нічого не записано
   *[many] для { $shown } сторін нічого не записано
}
chart-note-time = лінія: пакети наростанням за днем оголошення; ромби: накопичені підсумки, які до неї не додаються
chart-promised = обіцяно { $sum }
chart-ratio = { $ratio } обіцяного
chart-gdp-of = ВВП { $gdp } ({ $year })
chart-more = і ще { $more }
chart-of-promise = з { $sum }
chart-column-name = Назва
chart-column-promised = Обіцяно
chart-column-basis = Підстава
chart-column-ratio = З того
chart-note-without-gdp = { $count ->
    [one] для { $shown } сторони ВВП невідомий
    [few] для { $shown } сторін ВВП невідомий
   *[many] для { $shown } сторін ВВП невідомий
}
chart-source = { $count ->
    [one] дані з { $shown } документа
    [few] дані з { $shown } документів
   *[many] дані з { $shown } документів
}
chart-sign-promised = контур: обіцяно, заливка: отримано
chart-sign-open = згасання на кінці: щонайменше стільки
chart-sign-estimate = штрихування: оцінка
chart-sign-range = світла частина: між межами
