# Командний рядок: заголовки таблиць і те, що він каже у стандартну помилку.

cli-column-id = Код
cli-column-party = Сторона
cli-column-signed = Підписано
cli-column-type = Вид
cli-column-year = Рік
cli-column-month = Місяць
cli-column-date = Дата
cli-column-stage = Стадія
cli-column-amount = Сума
# Сума, як повідомляє джерело.
cli-column-original = За джерелом
cli-column-ratio = З обіцяного
cli-column-fulfilment = Виконано
# Стадія, якої стосується виконання.
cli-column-of-stage = на стадії
cli-column-problems = Проблеми
cli-column-basis = Основа
cli-column-commitment = Зобов’язання
cli-column-what = Що
cli-column-summary = Зміст
cli-column-title = Назва
cli-column-publisher = Видавець
cli-column-link = Посилання
cli-row-total = Усе разом
cli-row-all = усі
cli-promised = обіцяно
cli-arrived = надійшло
cli-money = Гроші
cli-records = Зобов’язання й допомога
cli-sources = Джерела
cli-signed = підписано { $date }
cli-review = перегляд до { $date }
cli-expires = діє до { $date }
cli-of-the-promise = З обіцяного: { $ratio }
cli-nothing-promised = { $asked }: нічого не обіцяно й нічого не надійшло
# Вбудований набір даних, де мала б стояти назва файлу.
cli-sample-name = вбудований набір даних

cli-check-errors =
    { $count ->
        [one] { $number } помилка
        [few] { $number } помилки
       *[many] { $number } помилок
    }
cli-check-warnings =
    { $count ->
        [one] { $number } застереження
        [few] { $number } застереження
       *[many] { $number } застережень
    }
cli-check-notes =
    { $count ->
        [one] { $number } примітка
        [few] { $number } примітки
       *[many] { $number } приміток
    }

cli-newer-schema = Файл має схему { $schema }, новішу, ніж знає ця програма: прочитано, що вдалося.
cli-comments =
    { $count ->
        [one] У файлі { $number } коментар, перший у рядку { $line }; у канонічному тексті їх немає.
        [few] У файлі { $number } коментарі, перший у рядку { $line }; у канонічному тексті їх немає.
       *[many] У файлі { $number } коментарів, перший у рядку { $line }; у канонічному тексті їх немає.
    }
cli-fmt-differs = { $file } не в канонічному вигляді
cli-fmt-written = { $file } тепер у канонічному вигляді
cli-fmt-comments = { $file } не змінено: зникли б коментарі. Додайте --drop-comments, якщо згодні.
cli-fmt-damaged = { $file } не змінено: зникли б частини, які не вдалося прочитати.
cli-fmt-newer = { $file } не змінено: його створила новіша версія програми.
cli-fmt-sample = Вбудований набір даних не можна записати: назвіть файл.
cli-fmt-stdin = У стандартний ввід не можна записати: приберіть --write.

cli-unknown-party = немає сторони «{ $id }»
cli-unknown-party-hint = Коди показує pledgebook list, наприклад LT або EU.
cli-unknown-id = немає ні сторони, ні запису «{ $id }»
cli-unknown-id-hint = Коди мають вигляд LT, lt-2024, lt-2024-c01, lt-a03, lt-s01.
cli-unknown-number = «{ $id }» — ні запис із сумою, ні підсумок
cli-unknown-number-hint = Напишіть код, наприклад lt-a03, або підсумок: pledged:LT:2024, fulfilment:LT:2024.
cli-no-amount = { $id } не називає суми
cli-no-amount-hint = Дивіться pledgebook show { $id }.
cli-fulfilment-of-whom = чиє виконання? Напишіть fulfilment:LT:2024
cli-unknown-vintage = немає випуску ВВП «{ $name }»
cli-unknown-key = немає ключа «{ $name }» для грошей ЄС
cli-one-of = Є: { $names }.
cli-no-ron = { $command } не має вигляду RON
cli-no-ron-hint = Візьміть --format table, csv або json; RON — для записів: list і show.
