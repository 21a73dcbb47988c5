# Що експортується: заголовки таблиць, примітки до них, негаразди.

export-amount-form = форма
export-amount-value = значення
export-amount-value-to = значення до
export-amount-currency = валюта
export-amount-period = вид часу
export-amount-from = від
export-amount-to = до

# Частина стовпця сум: «Сума: щонайменше».
# $column: стовпець; $part: одна з частин нижче.
export-part = { $column }: { $part }
export-part-low = щонайменше
export-part-high = щонайбільше
export-part-open = без верхньої межі
export-part-about = приблизних чисел
export-part-undisclosed = не розкрито (н/д)
export-part-not-converted = без курсу
export-part-estimate = оцінка
export-part-stage = стадія

# Назви того, що показано.
export-title-parties = Сторони
export-title-agreements = Угоди

# Заголовки стовпців.
# Що рядок додає до суми під таблицею за правилами підрахунку.
export-column-counts = Входить до суми
export-column-strength = Сила
export-column-with = Член
export-column-arrived = Надійшло на виконання обіцянки
export-column-known = Усе відоме
export-column-preferred = Обраний
export-column-whole = Увесь рядок
export-column-divisor = Поділено на
export-column-divisor-year = За рік
export-column-partial = Час не минув
export-column-goes-on = Без кінцевого строку

# $stage: обіцяно, надано …
export-total = Сума показаних рядків, що додаються ({ $stage })

# Відомості поруч із числами: «Валюта: EUR».
export-fact = { $name }: { $value }
export-fact-shown = Показано
export-fact-place = Місце
export-fact-dataset = Набір даних
export-fact-licence = Ліцензія
export-fact-file = Файл
export-fact-hash = SHA-256 набору даних
export-fact-cutoff = Як відомо на
export-fact-currency = Валюта
export-fact-rates = Курси валют
export-fact-gdp = Випуск даних ВВП
export-fact-future-gdp = ВВП майбутніх років
export-fact-lumps = Одна сума на кілька років
export-fact-eu = Кошти ЄС розподілено за
export-fact-program = Створено програмою
export-no-cutoff = усе, що є в наборі даних
export-eu-party = нічим: ЄС — окрема сторона
export-sources = Джерела:
export-sheet-notes = Примітки
export-sheet-sources = Джерела
export-note = Примітка
export-note-bounds = Суми наведено в цілих одиницях. Порожньо — нічого не записано, і це не нуль. «Щонайменше» без «щонайбільше» — верхньої межі немає. У стовпці «не розкрито (н/д)» полічено записи, що не називають суми.
export-note-formulas = Сума під таблицею — це формула за стовпцем над нею, де стоїть те, що кожен рядок додає за правилами підрахунку: стадії не змішуються, частини входять до цілого, накопичені підсумки не додаються до пакетів.
export-note-several-stages = Рядки належать до кількох стадій, а їх ніколи не додають; якщо показати стовпець стадій, сума буде для кожної.
# $date: день.
export-note-today = Дні полічено від { $date }.
export-note-later = { $count ->
    [one] { $shown } запис, відомий лише після дати зрізу, пропущено.
    [few] { $shown } записи, відомі лише після дати зрізу, пропущено.
   *[many] { $shown } записів, відомих лише після дати зрізу, пропущено.
}
export-note-left-out = { $count ->
    [one] { $shown } рядок нічого не додає до суми: частина поруч із цілим, накопичений підсумок або кошти, пораховані деінде.
    [few] { $shown } рядки нічого не додають до суми: частини поруч із цілим, накопичені підсумки або кошти, пораховані деінде.
   *[many] { $shown } рядків нічого не додають до суми: частини поруч із цілим, накопичені підсумки або кошти, пораховані деінде.
}
export-note-digits = { $count ->
    [one] { $shown } сума має понад 15 цифр; решту електронна таблиця округлює. У CSV і JSON вона повна.
    [few] { $shown } суми мають понад 15 цифр; решту електронна таблиця округлює. У CSV і JSON вони повні.
   *[many] { $shown } сум мають понад 15 цифр; решту електронна таблиця округлює. У CSV і JSON вони повні.
}

# Командний рядок.
cli-help-export = Записати те, що показує місце, або весь набір даних для інших програм
cli-help-export-csv = Як значення, розділені комами, з примітками поруч або згори
cli-help-export-xlsx = Як книга Excel з аркушами приміток і джерел та сумами-формулами
cli-help-export-json = Як JSON
cli-help-export-ron = Як менший набір даних: записи, що їх показує місце, і все, що їм потрібно
cli-help-export-package = Увесь набір даних як пакет (Frictionless): zip із таблицями CSV та їхньою схемою
cli-help-export-place = Місце, як його називають посилання: ledger?stage=delivered, party/LT, chart?kind=ranked, commitments, dates, sources, problems; list — сторони; records — увесь набір даних, як він зберігається, records/aid — один вид. Без цього — журнал
cli-help-export-output = Записати до цього файлу; без цього — до стандартного виводу
cli-help-export-package-output = Записати до цього файлу: .zip
cli-help-export-table = Котра таблиця, якщо місце має їх кілька
cli-help-export-labels = Заголовки та слова, як їх називають машини (ids) або читають люди (words)
cli-help-export-notes = Де стоять примітки: beside (у ФАЙЛ.notes.txt), above — над рядками, або none. Без цього — поруч із файлом, а в стандартному виводі ніде
cli-help-export-bom = Почати з позначки, за якою Excel упізнає UTF-8

# Чому нічого не експортовано і що робити.
export-cancelled = Експорт скасовано. Нічого не записано.
# $table: таблиця; $shown: скільки.
export-too-many-rows = Таблиця «{ $table }» має { $shown } рядків, а книга вміщує 1 048 576.
export-too-many-columns = Таблиця «{ $table }» має { $shown } стовпців, а книга вміщує 16 384.
export-too-large-hint = Експортуйте її як CSV або звузьте сторінку.
# $table: таблиця; $row, $column: де; $shown: скільки.
export-long-text = { $table }, рядок { $row }, «{ $column }»: текст має { $shown } знаків, а клітинка книги вміщує 32 767.
export-long-text-hint = Експортуйте як CSV або як пакет даних.
export-which-table = Місце має кілька таблиць, а CSV вміщує одну.
# $tables: назви.
export-which-table-hint = Додайте --table з однією з назв { $tables } або експортуйте як xlsx чи json.
# $name: що введено.
export-no-table = На цьому місці немає таблиці «{ $name }».
export-no-table-hint = Там є { $tables }.
export-no-party = У цьому наборі даних немає сторони «{ $name }».
export-no-party-hint = Сторони називає `pledgebook list`.
export-place = «{ $place }» — не місце, яке можна експортувати.
export-place-hint = Скопіюйте посилання на сторінку у вікні або напишіть ledger, party/LT, commitments, dates, sources, problems, chart?kind=ranked, list, records чи records/aid.
export-no-records = «{ $place }» не показує записів набору даних.
export-not-made = Файл не вдалося скласти.
export-to-file = Файл виду { $kind } не для термінала.
export-to-file-hint = Скажіть, куди його записати: -o ФАЙЛ.

# Що стоїть у стовпцях суми.
export-amount-form-tip = Що означають слова довкола числа: «майже» — about, «понад» — at_least, «підтримає» — undisclosed
export-amount-value-tip = У цілих одиницях валюти, не в мільйонах; нижня межа діапазону; для частки ВВП — відсотки
export-amount-value-to-tip = Верхня межа діапазону в цілих одиницях валюти
export-amount-currency-tip = Частка ВВП її не має: вона від ВВП сторони
export-amount-period-tip = year: один рік; yearly: та сама сума щороку; lump: одна сума на весь проміжок. Порожньо — джерело не називає часу
export-amount-from-tip = Рік або перший рік чи день; порожньо — відкрито або не названо
export-amount-to-tip = Останній рік чи день; порожньо — відкрито або не названо

# Супровідні файли пакета даних у Markdown.
# $date: день.
export-package-cutoff = Відомості зібрано до { $date }.
# $hash: шістнадцяткові цифри.
export-package-hash = SHA-256 набору даних у канонічній формі: { $hash }
export-package-how = Кожна таблиця — CSV (RFC 4180) в UTF-8, описана в `datapackage.json`; що означає кожен стовпець, каже `codebook.md`. Назви стовпців — це шляхи в записі: `figure.amount.value`, `fulfils[0].commitment`. Порожньо означає, що нічого не записано, і ніколи не нуль. Дати записано за ISO 8601 з відомою точністю: `2024`, `2024-06`, `2024-06-27` або проміжок днів: `2022-03-04/2022-03-11`, `../2022-03-10`. Текст, який електронна таблиця виконала б як формулу (він починається з =, +, -, @, табуляції чи нового рядка), має попереду апостроф, а наявний, але порожній текст — це сам апостроф. Стадії (pledged, committed, allocated, delivered, unclear) ніколи не додають одну до одної, як і частини поруч із цілим (`part_of`) чи накопичені підсумки до пакетів. Pledgebook читає пакет назад як той самий набір даних.
# $path: файл; $title: що в ньому; $rows: скільки.
export-package-table = `{ $path }`: { $title } (рядків: { $rows })
export-codebook = Опис стовпців
export-codebook-about = Що стоїть у кожному стовпці. Суми наведено в цілих одиницях їхньої валюти.
export-codebook-column = Стовпець
export-codebook-meaning = Значення
export-codebook-values = Що може стояти
export-codebook-always = Є завжди
export-values-number = десяткове число з крапкою
export-values-date = YYYY, YYYY-MM, YYYY-MM-DD або проміжок днів
export-values-percent = 0–100, відсотки
export-values-count = ціле число
# $kinds: види записів.
export-values-link = ідентифікатор запису: { $kinds }
export-values-text = текст
# $licence: ліцензія.
export-licence = Набір даних поширюється за ліцензією { $licence }.
export-licence-none = Набір даних не називає ліцензії.
export-licence-credits = Довідкові ряди зберігають умови своїх джерел, які слід зазначати:
export-citation-message = Якщо ви використовуєте цей набір даних, зазначте його та джерела використаних записів.
# $title: назва набору даних.
export-citation-by = Дописувачі набору даних «{ $title }»
