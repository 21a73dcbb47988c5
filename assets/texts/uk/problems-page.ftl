# Сторінка проблем: усе, що знайшли перевірки.
page-problems = Проблеми
page-problems-tip = Показати все, що в наборі даних хибне чи сумнівне.
page-party = Сторона
page-party-tip = Показати сторінку однієї сторони.
problems-column-severity = Вага
problems-column-check = Перевірка
problems-column-record = Запис
problems-column-party = Сторона
problems-column-field = Поле
problems-column-problem = Проблема
problems-column-hint = Що робити
problems-column-rule = Правило
problems-column-accepted = Прийнято, бо
problems-copy = Копіювати як таблицю
problems-choose-all = Вибрати всі
problems-choose-none = Зняти вибір
problems-choose = Вибрати { $problem }
problems-accept = Прийняти…
problems-accept-chosen = Прийняти { $count }…
problems-unaccept = Скасувати
problems-fix = Виправити
problems-fix-all = Виправити безпечне
problems-fix-all-tip = Виконує одним кроком усі виправлення, що нічого не втрачають і нічого не вигадують.
problems-why-none-safe = Тут ніщо не можна виправити, поки не погляне людина.
problems-why-read-only = Цей документ не можна змінити на місці: збережіть копію, щоб редагувати.
problems-go-tip = Перейти до запису
problems-dataset = Набір даних
problems-all-parties = Усі сторони
problems-all-checks = Усі перевірки
problems-accepted-chip = Прийняті { $count }
problems-none = Проблем немає
problems-none-but-accepted = Прийняті не показано.
problems-none-here = Жодна проблема не підходить
problems-show-all = Показати всі проблеми

# Діалог, що питає про причину.
accept-title = { $count ->
    [one] Прийняти { $shown } проблему
    [few] Прийняти { $shown } проблеми
   *[many] Прийняти { $shown } проблем
}
accept-more = і ще { $count }
accept-reason = Причина
accept-reason-tip = Причина зберігається у файлі й показується разом із проблемою.
accept-do = Прийняти
accept-why-not = Спершу напишіть чому.

# Що роблять виправлення.
fix-trim-text = Прибрати пробіли
fix-cut-link = Розірвати посилання на { $target }
fix-drop-repeat = Вилучити повтор
fix-sort-statuses = Розташувати стани за часом
fix-forget-acceptance = Забути, що { $check } прийнято
fix-swap-days = Поміняти дні місцями
fix-swap-period = Поміняти місцями початок і кінець
fix-mark-unverified = Позначити твердження неперевіреним
fix-say-restates = Вказати, що повторює { $target }
fix-say-counted-in = Вказати, що рахується в { $target }
fix-remove-source = Вилучити джерело
fix-merge-source = Посилатися на { $target }, а це вилучити
