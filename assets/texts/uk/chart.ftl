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
chart-sign-open = згасання: щонайменше
chart-sign-estimate = штрихування: оцінка
chart-sign-range = світле: між межами
chart-kind-type = За видами
chart-kind-instrument = За формою
chart-kind-head = На особу
chart-kind-year = За роками
chart-kind-month = За місяцями
chart-kind-multiples = Сторона за стороною
chart-kind-share = Частка від цілого
chart-kind-spread = Розбіжні цифри
chart-kind-promises = Обіцянки за роками
chart-title-type = Допомога, { $stage }, за видами: { $who }
chart-title-instrument = Допомога, { $stage }, за формою: { $who }
chart-title-head = Допомога, { $stage }, на особу: { $who }
chart-title-year = Допомога, { $stage }, за роками: { $who }
chart-title-month = Допомога, { $stage }, за місяцем оголошення: { $who }
chart-title-multiples = Допомога, { $stage }, у часі, в одному масштабі: { $who }
chart-title-share = Частки допомоги, { $stage }: { $who }
chart-title-spread = Розбіжні цифри, { $stage }: { $who }
chart-title-promises = Обіцяно рік за роком: { $who }
chart-some-parties = { $count ->
    [one] { $shown } сторона
    [few] { $shown } сторони
   *[many] { $shown } сторін
}
chart-unit-head = { $currency } на особу
chart-unit-whole = % від суми всіх нижніх меж
chart-prices = поточні ціни, { $rates }
chart-not-itemised = не розписано
chart-not-split = не поділено
chart-partial = на день, станом на який відомо, ще не скінчилося
chart-preferred = цифра, яку беруть суми
chart-not-preferred = інша цифра, у жодній сумі
chart-gap = з них { $sum } повідомлено, не розписано
chart-people-of = населення { $people } ({ $year })
chart-note-without-people = { $count ->
    [one] населення { $shown } сторони невідоме
    [few] населення { $shown } сторін невідоме
   *[many] населення { $shown } сторін невідоме
}
chart-note-attributed = допомогу ЄС віднесено до його членів
chart-note-left-out = { $count ->
    [one] ще { $shown } рядок тут не вмістився
    [few] ще { $shown } рядки тут не вмістилися
   *[many] ще { $shown } рядків тут не вмістилися
}
chart-note-running-totals = { $count ->
    [one] { $shown } накопичений підсумок не стоїть у жодному стовпці
    [few] { $shown } накопичені підсумки не стоять у жодному стовпці
   *[many] { $shown } накопичених підсумків не стоять у жодному стовпці
}
chart-note-thinned = { $count ->
    [one] { $shown } день між ними не зображено
    [few] { $shown } дні між ними не зображено
   *[many] { $shown } днів між ними не зображено
}
chart-sign-preferred = заповнена: цифра, яку беруть суми; кожен рядок має свій масштаб
chart-sign-up-to = контур: до
chart-sign-partial = бліде: ще не скінчилося
chart-sign-not-itemised = «не розписано»: у підсумку сторони, але в жодній його частині
chart-sign-not-split = «не поділено»: суми на кілька років
chart-sign-parts-exceed = поруч у контурі: частини, що перекриваються і не додаються; контур — їхній власний підсумок
chart-sign-goes-on = →: кінця не названо
chart-sign-gap = пунктир: повідомлено, не розписано
chart-source-more = і ще { $shown }
chart-found-ranked = Найбільше з відомого, { $stage }: { $name }, { $value }
chart-found-one = { $name }: { $stage } { $value }
chart-found-gdp = Найбільше з відомого відносно розміру, { $stage }: { $name }, { $value } ВВП
chart-found-head = Найбільше з відомого на особу, { $stage }: { $name }, { $value }
chart-found-share = Найбільша частка всього відомого, { $stage }: { $name }, { $value }
chart-found-time = До { $date } { $stage } { $value } окремими пакетами: { $who }
chart-found-when = Найбільше з відомого, { $stage }, { $name }: { $value }, { $who }
chart-found-bullet = Найдалі з відомого: { $name }, { $stage } { $ratio } обіцяного
chart-found-spread = { $name }: цифри від { $low } до { $high }
chart-found-promises = Обіцянки сягають { $year } року: { $who }
chart-alt = Діаграма «{ $kind }»: { $what }. { $count ->
    [one] { $shown } позначка
    [few] { $shown } позначки
   *[many] { $shown } позначок
}.
chart-alt-last = Остання: { $mark }.
chart-as-both = обидві
chart-legend-tip = Виділити цю частину або показати всі
chart-order-value = за розміром
chart-order-name = за назвою
chart-order-gap = за розривом
chart-order-share = за часткою
chart-in-the-list = ті, що у списку країн
chart-in-the-list-tip = Діаграма показує те, до чого звужено список
chart-chosen-parties = Обрані сторони
chart-listed-parties = { $count ->
    [one] { $shown } сторона зі списку
    [few] { $shown } сторони зі списку
   *[many] { $shown } сторін зі списку
}
chart-slider = Станом на
chart-slider-signed = { $date }: підписали: { $parties }
chart-note-gdp = ВВП за { $years }, { $vintage }
chart-note-people = населення за { $years }
chart-copied-low = { $column }, щонайменше
chart-copied-high = { $column }, щонайбільше
chart-note-without-day = { $count ->
    [one] { $shown } запис без дня стоїть на першому дні свого року чи місяця
    [few] { $shown } записи без дня стоять на першому дні свого року чи місяця
   *[many] { $shown } записів без дня стоять на першому дні свого року чи місяця
}
