# Сторінка дат, що надходять.
page-dates = Дати
page-dates-tip = Показати перегляди, завершення й обіцяні роки, що спливають.
dates-kind-review = Перегляд
dates-kind-end = Завершення
dates-kind-year = Рік спливає
dates-kind-last-year = Останній рік
dates-when-coming = Попереду
dates-when-coming-tip = Лише сьогодні й те, що попереду.
dates-when-past = Минуло
dates-when-past-tip = Лише дні, що минули, разом із простроченими.
dates-when-overdue = Прострочено
dates-when-overdue-tip = Лише обіцянки, день яких минув, а відомо про надходження меншого, ніж обіцяно.
dates-all-parties = Усі сторони
dates-copy = Копіювати як таблицю
# $date: the cut-off.
dates-known-on = за даними на { $date }
dates-column-date = Дата
dates-column-days = Лишилося днів
dates-column-when = Стан
dates-column-kind = Що
dates-column-party = Сторона
dates-column-record = Запис
dates-column-words = Про що
dates-column-promised = Обіцяно
dates-column-promised-tip = Що обіцяно на той час і скільки з того надійшло за найдальшою стадією
dates-column-arrived = Надійшло
dates-column-notice = Попередження, місяців
dates-today = сьогодні
# $number: $days as formatted text.
dates-in-days = { $days ->
    [one] за { $number } день
    [few] за { $number } дні
    [many] за { $number } днів
   *[other] за { $number } дня
}
dates-days-ago = { $days ->
    [one] { $number } день тому
    [few] { $number } дні тому
    [many] { $number } днів тому
   *[other] { $number } дня тому
}
dates-promised = обіцяно: { $sum }
dates-arrived = надійшло { $ratio }
dates-nothing-arrived = нічого не відомо
dates-overdue-told = День минув, а відомо про надходження меншого, ніж обіцяно.
# $number: $months as formatted text.
dates-notice = { $months ->
    [one] вихід: за { $number } місяць
    [few] вихід: за { $number } місяці
    [many] вихід: за { $number } місяців
   *[other] вихід: за { $number } місяця
}
dates-go-tip = Перейти до запису
dates-none = Жодного дня не визначено
dates-none-hint = Тут стоять угоди зі строком чи переглядом та обіцянки на рік.
dates-none-here = Жоден день не підходить
dates-show-all = Показати всі дні

# The line of time above the table.
dates-axis-name = Лінія часу
dates-axis-today = сьогодні, { $date }
dates-axis-in = Ближче
dates-axis-out = Далі
dates-axis-all = Увесь час
# $shown: $count as formatted text.
dates-and-more = { $count ->
    [one] та ще { $shown }
    [few] та ще { $shown }
    [many] та ще { $shown }
   *[other] та ще { $shown }
}
