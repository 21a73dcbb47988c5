# Сторінка всіх записів допомоги.
page-ledger = Реєстр
page-ledger-tip = Показати всі записи допомоги в одній таблиці.

# $shown: $count, записане текстом.
ledger-count = { $count ->
    [one] { $shown } запис
    [few] { $shown } записи
   *[many] { $shown } записів
}
# $all: $count, записане текстом; $shown: скільки з них показано.
ledger-count-of = { $count ->
    [one] { $shown } з { $all } запису
    [few] { $shown } з { $all } записів
   *[many] { $shown } з { $all } записів
}
ledger-find = Знайти в таблиці
ledger-find-clear = Очистити пошук
ledger-copy = Копіювати
ledger-copy-tip = Обрані рядки або всі показані як таблицю для електронного аркуша (у таблиці — Ctrl+C)
ledger-copy-with = Копіювати із заголовками
ledger-copy-without = Копіювати лише рядки
ledger-copied-low = { $column }: щонайменше
ledger-copied-high = { $column }: щонайбільше
ledger-listed = Сторони зі списку ({ $count })
ledger-listed-tip = Лише сторони, які зараз показує список ліворуч.
ledger-beyond = { $count ->
    [one] { $shown } запис після { $date } не показано
    [few] { $shown } записи після { $date } не показано
   *[many] { $shown } записів після { $date } не показано
}
ledger-beyond-tip = Оголошені після дати відсікання: їх не показано й не пораховано (R11).
# Для читача екрана: прибирає фільтр. $what: стадія: передано.
ledger-widen = Прибрати фільтр: { $what }
ledger-show-all = Показати все
ledger-none-here = Жоден запис не підходить
ledger-none-show-all = Показати всі записи
ledger-empty = Записів допомоги немає
ledger-empty-hint = Створіть запис тут або вставте рядки з електронної таблиці.
ledger-empty-beyond = Усі записи оголошено після дати відсікання

# Стовпці.
ledger-column-party = Сторона
ledger-column-id = Код
ledger-column-announced = Оголошено
ledger-column-amount = Сума
ledger-column-stage = Стадія
ledger-column-type = Вид
ledger-column-summary = Зміст
ledger-column-record = Запис
ledger-column-original = Як у джерелі
ledger-column-instrument = Форма
ledger-column-verb = Дієслово джерела
ledger-column-period = Період
ledger-column-part-of = Частина
ledger-column-counted-in = Пораховано в
ledger-column-fulfils = Виконує
ledger-column-source = Джерело
ledger-columns = Стовпці
ledger-columns-tip = Показати, сховати, пересунути чи закріпити стовпці
ledger-columns-usual = Як звичайно
ledger-frozen = Закріплених стовпців: { $count }
ledger-frozen-more = Закріпити ще один стовпець
ledger-frozen-fewer = Закріпити на один стовпець менше
ledger-column-up = Пересунути вгору: { $column }
ledger-column-down = Пересунути вниз: { $column }
ledger-column-wider = Зробити ширшим: { $column }
ledger-column-narrower = Зробити вужчим: { $column }
ledger-date-not-own = Запис не має власної дати: це дата його цифри, день підрахунку або день публікації джерела.

# Фільтри стовпців.
ledger-narrow = Фільтр: { $column }
ledger-narrow-words = Слова в стовпці «{ $column }»
ledger-narrow-from = від
ledger-narrow-to = до
ledger-narrow-days-tip = Дні, місяці або роки: 2024, березень 2024
ledger-narrow-amount-tip = Суми в { $currency }, що можуть лежати в цих межах: 35 млн, 1,2 млрд
ledger-narrow-which = Це можна зрозуміти по-різному: напишіть інакше.
ledger-narrow-clear = Прибрати фільтр
ledger-given-gdp = частка ВВП
ledger-given-none = суму не названо

# Скільки становлять рядки. $shown: $count, записане текстом.
ledger-sum-all = { $count ->
    [one] Показано { $shown }
    [few] Показано { $shown }
   *[many] Показано { $shown }
}
ledger-sum-chosen = { $count ->
    [one] Обрано { $shown }
    [few] Обрано { $shown }
   *[many] Обрано { $shown }
}
ledger-sum-hint = Клацання обирає рядок; Shift і Ctrl — кілька, Ctrl+A — усі. Enter відкриває запис.
ledger-sum-several = { $count ->
    [one] Суми немає: стадії не змішуються. Оберіть одну вгорі.
    [few] Суми немає: тут { $shown } стадії, а вони не змішуються. Оберіть одну вгорі.
   *[many] Суми немає: тут { $shown } стадій, а вони не змішуються. Оберіть одну вгорі.
}
# $what: 3 накопичені підсумки, 2 інші.
ledger-sum-not-added = не додано: { $what }
ledger-sum-running = { $count ->
    [one] { $shown } накопичений підсумок
    [few] { $shown } накопичені підсумки
   *[many] { $shown } накопичених підсумків
}
ledger-sum-left-out = { $count ->
    [one] { $shown } пораховано деінде
    [few] { $shown } пораховано деінде
   *[many] { $shown } пораховано деінде
}
ledger-sum-reasons = Кожен із причиною названо у виведенні.
