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
# Яка частина рядка: вид допомоги, форма.
cli-column-part = Частина
cli-column-when = Коли
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

cli-check-fixed = { $record }: виправлено: { $what } [{ $check }]
cli-check-fixed-dataset = виправлено: { $what } [{ $check }]
cli-check-accepted = { $record }: прийнято [{ $check }]
cli-check-unaccepted = { $record }: більше не прийнято [{ $check }]
cli-check-nothing-done = Робити було нічого; файл не змінено.
cli-check-no-problem = Немає проблеми { $check } із { $record }.
cli-check-not-accepted = Проблему { $check } із { $record } ніхто не прийняв.
cli-check-no-problem-hint = pledgebook check показує проблеми, кожну з її записом та ідентифікатором у дужках.
cli-check-no-reason = Проблему приймають із причиною: напишіть чому.
cli-check-stdin = Стандартний ввід не можна змінити: назвіть файл.

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
cli-compare-how-many = Поруч можна читати від двох до чотирьох сторін: --compare GB,LT
cli-no-ron = { $command } не має вигляду RON
cli-no-ron-hint = Візьміть --format table, csv або json; RON — для записів: list і show.

# Що каже --help.
cli-help-usage = Використання
cli-help-commands = Команди
cli-help-options = Параметри
cli-help-arguments = Аргументи
cli-help-help = Сказати, як цим користуватися
cli-help-version = Сказати версію
cli-help-about = Облік безпекових угод, підписаних з Україною, і допомоги, що надійшла слідом.
cli-help-about-long = Без команди відкривається вікно — з файлом FILE або з останнім файлом. Якщо FILE не вказано, команди читають набір даних, що постачається з програмою. Дані йдуть у стандартний вивід, слова — у стандартну помилку. Коди завершення: 0 — усе гаразд, 1 — є проблеми або відмінності, 2 — неправильний виклик, 3 — біда з файлом.
cli-help-check = Сказати, що в наборі даних хибне або сумнівне
cli-help-list = Перелічити сторони з угодами та підсумками
cli-help-show = Показати сторону з усім, що її стосується, або один запис
cli-help-total = Скласти, що відомо про одну стадію
cli-help-matrix = Показати, хто що обіцяв і наскільки сильно, за сторонами і сферами
cli-help-explain = Надрукувати дерево під числом — аж до фрази й посилання
cli-help-explain-long = Число — це код зобов’язання чи запису про допомогу або підсумок: pledged, pledged:LT, pledged:LT:2024:military, fulfilment:LT:2024; або ті самі слова окремо: pledged LT 2024.
cli-help-fulfilment = Сказати, скільки з обіцяного надійшло
cli-help-fmt = Записати набір даних у канонічному вигляді
cli-help-edit = Змінити документ за сценарієм, по рядку на зміну, і зберегти його
cli-help-edit-long = { script-orders-hint } Значення пишуть так, як пишуть люди; поля називаються так, як у файлі. Рядок із «#» на початку призначено людям. Кожен виконаний рядок з’являється у стандартному виводі, щойно зміну записано на диск. Рядок, який не можна виконати, завершує роботу, і незбережене відкидається. Перерване силоміць не втрачено: його покаже pledgebook recover.
cli-help-edit-file = Документ
cli-help-script = Сценарій; без нього або з «-» — стандартний ввід
cli-help-dry-run = Виконати сценарій, нічого не зберігаючи
cli-edit-no-journal = попередження: зміни не захищено, доки їх не збережено: { $cause }
cli-help-window-file = Файл, який відкриє вікно
cli-help-read-file = Набір даних; «-» — стандартний ввід
cli-help-dataset = Набір даних, який читати; «-» — стандартний ввід; без нього — вбудований набір
cli-help-format = Як записати дані: table, csv, json або ron
cli-help-lang = Мова слів: en або uk; без неї — PLEDGEBOOK_LANG, далі мова системи
cli-help-as-of = Рахувати лише відоме на той день: 2024-06-27, 2024-06 або 2024
cli-help-currency = Валюта, у якій показувати суми (ISO 4217)
cli-help-gdp-vintage = Випуск даних про ВВП, за яким рахувати частки
cli-help-fx = Курси валют: year, month або fixed:РІК
cli-help-split-lumps = Ділити суму за кілька років порівну там, де рахують за роками
cli-help-carry-gdp = Переносити останній ВВП на роки, для яких його ще немає
cli-help-attribute-eu = Розподілити допомогу ЄС між членами за цим ключем набору даних
cli-help-strict = Завершити з кодом 1 і через застереження, а не лише через помилки
cli-help-fix = Виконати всі виправлення, що нічого не втрачають і не вигадують, і записати файл
cli-help-accept = Прийняти проблему з причиною і записати файл; можна повторити
cli-help-unaccept = Більше не приймати проблему і записати файл; можна повторити
cli-help-check-drop-comments = З --fix, --accept, --unaccept: погодитися, що коментарі у файлі зникнуть
cli-help-show-id = Сторона або код запису: LT, lt-2024, lt-2024-c01, lt-a03, lt-s01
cli-help-stage = Стадія: pledged, committed, allocated, delivered або unclear
cli-help-by = Рядок на кожну сторону (party), вид (type), рік (year) або місяць (month)
cli-help-parties = Лише ця сторона; можна вказати кілька разів
cli-help-type = Лише цей вид допомоги: military, financial, humanitarian або mixed
cli-help-year = Лише за цей рік (1990–2100)
cli-help-order = Порядок сторін: date, name або similarity
cli-help-compare = Натомість читати від двох до чотирьох сторін поруч: GB,LT
cli-help-numbers = Коди або підсумки
cli-help-fulfilment-id = Сторона або код зобов’язання; без неї — усі сторони
cli-help-fulfilment-year = За цей рік (1990–2100); без нього — за весь час
cli-help-chart = Числа діаграми або діаграма як зображення
cli-help-chart-kind = Що показати: ranked, by-type, by-instrument, gdp, per-head, fulfilment, over-time, by-year, by-month, multiples, share, spread або promises
cli-help-chart-order = Порядок рядків: value або name; для fulfilment також gap або share
cli-help-chart-output = Записати зображення в цей файл: .svg, .png або .pdf
cli-help-output = Назвіть файл, який треба записати
cli-help-chart-from = Показати знову те, що показує це зображення, замість вказувати що
cli-help-chart-size = Розмір зображення: column, page, slide, square або ШИРИНАxВИСОТА в пунктах (300–4000)
cli-help-chart-scale = Скільки пікселів завширшки пункт у .png: 1, 2 або 4; без цього 2
cli-help-chart-dark = Зображення на темному тлі
cli-help-chart-title = Заголовок зображення; без нього — висновок, запропонований за даними
cli-help-chart-note = Примітка під зображенням, перед власною приміткою програми
cli-chart-no-kind = { $file }: закінчення не вказує на вид зображення
cli-chart-no-pixels = { $file }: масштаб має лише .png
# $title: the dataset's title; $file: the name of its file, or the next text.
cli-chart-other-dataset = примітка: зображення зроблено з іншого стану даних («{ $title }», { $file }); числа тепер — з того, що відкрито
cli-chart-bundled = вбудовано у програму
cli-help-write = Записати назад у файл
cli-help-fmt-check = Нічого не писати; завершити з кодом 1, якщо щось змінилося б
cli-help-drop-comments = Разом із --write: згода на те, що коментарі у файлі зникнуть

# Неправильне використання. $argument: як набрано, наприклад --stage.
cli-wrong-unknown = { $argument } тут невідоме
cli-wrong-near = Можливо, { $argument }?
cli-wrong-no-value = { $argument } потребує значення
cli-wrong-value = «{ $value }» не може стояти за { $argument }
cli-wrong-missing = бракує { $argument }
cli-wrong-conflict = { $argument } не поєднується з { $other }
cli-wrong-other = набране не вдалося зрозуміти { $argument }
cli-wrong-hint = pledgebook --help розповість про команди й параметри, pledgebook COMMAND --help — про параметри команди.
cli-missing-command = Якщо це мала бути команда: pledgebook --help скаже, які є.
cli-not-written = помилка: не вдалося записати в стандартний вивід: { $cause }
cli-no-rate = У наборі даних немає курсу { $currency }: суми в інших валютах показано як не перераховані.

cli-under-gdp = ВВП: { $vintage }
cli-under-eu-key = гроші ЄС за ключем { $key }
cli-under-cutoff = як відомо на { $date }
cli-under-no-cutoff = усе, що відомо

# `recover`: незбережене після раптового завершення. $document: its key or path as typed.
cli-help-recover = Переглянути, що не збережено, коли програма раптово завершилася, і повернути це
cli-help-recover-document = Документ: його ключ зі списку або шлях
cli-help-recover-list = Перелічити, що в ньому не збережено
cli-help-recover-apply = Записати це в документ, якщо він такий, яким і був
cli-help-recover-output = Записати документ разом із цим у новий файл
cli-help-recover-discard = Більше цього не пропонувати
cli-help-recover-drop-comments = Разом із --apply: згода на те, що коментарі у файлі зникнуть
cli-column-key = Ключ
cli-column-document = Документ
cli-column-kind = Вид
cli-column-path = Шлях
cli-column-changed-at = Востаннє змінено
cli-column-changes = Змін
cli-column-typed = Набрано
cli-column-file = Файл
# What became of the file since.
cli-file-never-saved = не збережено ніколи
cli-file-as-it-was = такий, як був
cli-file-changed = відтоді змінено
cli-file-gone = немає
cli-file-unreadable = не читається
cli-recover-hint = Див. pledgebook recover КЛЮЧ --list, потім --apply, --output ФАЙЛ або --discard.
cli-recover-damaged-hint = Повернути це не вдасться; pledgebook recover { $key } --discard його вилучить.
cli-recover-no-folder = Система не каже, де програмі тримати зміни: задайте PLEDGEBOOK_CONFIG_DIR.
cli-recover-unknown = від «{ $document }» нічого незбереженого не лишилося
cli-recover-unknown-hint = Перелік покаже pledgebook recover. Документа, відкритого у вікні, в ньому немає.
cli-recover-several = «{ $document }» було відкрито в кількох вікнах
# What kind of change it is.
cli-recover-done = змінено
cli-recover-taken-back = скасовано
cli-recover-typed = набрано
cli-recover-conflict = змінено двічі
cli-recover-changed = «{ $document }» відтоді змінила інша програма
cli-recover-gone = «{ $document }» уже немає
cli-recover-unreadable = «{ $document }» не вдається прочитати цілком
cli-recover-never-saved = «{ $document }» ще не було в жодному файлі
cli-recover-output-hint = Запишіть в інший файл: --output ФАЙЛ, або відкрийте вікно.
cli-recover-comments = у «{ $document }» є коментарі, які зникли б
cli-recover-comments-hint = Додайте --drop-comments, якщо згодні, або запишіть в інший файл: --output ФАЙЛ.
cli-recover-stands = файл { $file } уже є
cli-recover-stands-hint = Виберіть іншу назву: поверх нічого не записується.
cli-recover-written = У { $file } є все, чого не було збережено.
cli-recover-typed-left-out = Це було набрано, але ще не є значенням; у файлі його немає:
cli-recover-discarded = «{ $document }» більше не пропонуватиметься.

# dates and sources.
cli-column-days = Лишилося днів
cli-column-stands = Стан
cli-column-record = Запис
cli-column-promised = Обіцяно
cli-column-about = Про що
cli-column-published = Опубліковано
cli-column-read-on = Прочитано
cli-column-language = Мова
cli-column-cited-by = Записів
cli-help-dates = Перелічити перегляди, завершення та обіцяні роки, що спливають, і скільки днів лишилося
cli-help-dates-party = Лише для цієї сторони
cli-help-dates-what = Лише це: review, end, year чи last_year
cli-help-dates-past = І дні, що минули
cli-help-dates-overdue = Лише обіцянки, день яких минув, а відомо про надходження меншого, ніж обіцяно
cli-help-dates-today = Рахувати дні від цього дня; без цього — від сьогодні
cli-help-sources = Перелічити всі джерела та що на них тримається, за видавцем
cli-help-sources-search = Лише ті, що мають ці слова в назві, видавці, адресі чи ідентифікаторі
cli-help-sources-unused = Лише ті, на які ніщо не посилається
cli-help-sources-undated = Лише ті, де не сказано, коли їх опубліковано
cli-help-sources-unarchived = Лише ті, копії яких не збережено
cli-help-sources-kind = Лише цей вид: agreement_text, government, press, think_tank чи statistics
cli-help-sources-language = Лише ця мова, наприклад en чи uk
cli-help-sources-oldest = Найдавніші спершу, а не за видавцем
