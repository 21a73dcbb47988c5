# Імпорт файлів.

# Чому файл не імпортовано, і що робити.
import-no-sheet = У файлі немає аркуша «{ $name }».
import-no-sheet-remedy = Назвіть аркуш так, як він зветься у файлі, або вкажіть його номер від 1.
import-no-row = На аркуші немає рядка { $row }.
import-no-row-remedy = Вкажіть номер рядка із заголовками, як його показує електронна таблиця.
import-no-results = Цифри цього аркуша – формули, а їх результатів у файлі немає ({ $cells } у перших рядках). Їх бракує, вони не нуль.
import-no-results-remedy = Відкрийте файл у табличній програмі й збережіть ще раз, щоб результати записалися, або вставте клітинки як значення.
# $fields: сума, надавач.
import-unmapped = Невідомо, у якому стовпці: { $fields }.
import-unmapped-remedy = Вкажіть стовпець або те, що чинне для всіх рядків.
import-misfit = Файл не відповідає структурі { $layout }.
import-misfit-missing = Файл не відповідає структурі { $layout }. Бракує: { $missing }.
import-misfit-remedy = Оберіть іншу структуру або вкажіть вручну, що містять стовпці.
import-view = Файл — це експортована сторінка книги: у його рядках пораховані суми, а не записи, з яких вони складаються.
import-view-remedy = Експортуйте те, що повертається тим самим набором даних, і імпортуйте його: «export csv records/aid» або «export package».
import-records = Файл містить записи, які об’єднують по одному.
import-records-remedy = Відкрийте його як книгу або об’єднайте з книгою.
import-unsure = Недостатньо зрозуміло, що містять стовпці (впевненість { $confidence } %).
import-unsure-remedy = Перегляньте з --dry-run і вкажіть, що містять стовпці, через --map, або погодьтеся через --profile columns.

# Чому рядок не стає записом ($text: що там стоїть, ідентифікатор або рядок).
import-skip-blank = у ньому нічого немає
import-skip-heading = він повторює заголовки
import-skip-total = він підсумовує інші рядки
import-skip-no-party = не сказано, хто надає
import-skip-party-left-out = «{ $text }» пропущено
import-skip-unknown-party = «{ $text }» — невідома держава чи союз
import-skip-other-recipient = це для «{ $text }»
import-skip-unknown-stage = «{ $text }» — невідома стадія
import-skip-unknown-type = «{ $text }» — невідомий вид допомоги: вкажіть вид для таких рядків
import-skip-bad-amount = «{ $text }» — не сума
import-skip-negative = «{ $text }» щось забирає назад, а запис цього не може
import-skip-surplus = у ньому більше клітинок, ніж заголовків, починаючи з «{ $text }»: знак, що розділяє клітинки, міг стояти в одній із них без лапок
import-skip-other-heading = він стоїть під іншими заголовками в рядку { $text }: імпортуйте з --header-row { $text }
import-skip-bad-currency = валюту для «{ $text }» не визначити
import-skip-bad-date = «{ $text }» — не дата
import-skip-nothing-said = немає ні суми, ні товарів, ні слів
import-skip-counted-in = ці гроші стоять у рядку { $text }
import-skip-not-counted = про це вже кажуть інші рядки
import-skip-malformed = він зіпсований: { $text }
import-skip-already-here = це вже є в книзі: { $text }
import-skip-likely-here = це, ймовірно, вже є в книзі: { $text }

# Те саме як види причин, для списку з кількістю.
import-reason-blank = порожні
import-reason-heading = повторені заголовки
import-reason-total = підсумки
import-reason-no-party = надавача не названо
import-reason-party-left-out = надавача пропущено за вибором
import-reason-unknown-party = невідомий надавач
import-reason-other-recipient = не для України
import-reason-unknown-stage = невідома стадія
import-reason-unknown-type = невідомий вид допомоги
import-reason-bad-amount = суму не прочитати
import-reason-negative = суми, менші за нуль
import-reason-surplus = більше клітинок, ніж заголовків
import-reason-other-heading = під іншими заголовками
import-reason-bad-currency = валюту не визначити
import-reason-bad-date = дату не прочитати
import-reason-nothing-said = немає суми, товарів чи слів
import-reason-counted-in = враховано в іншому рядку
import-reason-not-counted = про це кажуть інші рядки
import-reason-malformed = зіпсовані
import-reason-already-here = уже є в книзі
import-reason-likely-here = ймовірно, уже є в книзі

# На що варто глянути.
import-doubt-day-month = У «{ $column }» першим прочитано { $first ->
    [day] день
   *[month] місяць
}: лише так можна прочитати { $deciding } дат, і так, і так — { $open }.
import-doubt-scale = «{ $column }» прочитано як { $unit ->
    [none] цілі одиниці
   *[other] { $unit }
}, але найбільше число там { $greatest }. Чи той це масштаб?
import-doubt-mark = У «{ $column }» десятковим знаком прочитано { $mark ->
    [comma] кому
   *[point] крапку
}: лише так можна прочитати { $deciding } чисел, і так, і так — { $open }.
import-doubt-repeats = { $rows ->
    [one] { $rows } рядок каже те саме, що інший. Він стоїть сам за себе, його збережено.
    [few] { $rows } рядки кажуть те саме, що інші. Вони стоять самі за себе, їх збережено.
   *[other] { $rows } рядків кажуть те саме, що інші. Вони стоять самі за себе, їх збережено.
}
import-doubt-no-results = { $cells ->
    [one] { $cells } формула не має збереженого у файлі результату: він відсутній, а не нуль.
    [few] { $cells } формули не мають збереженого у файлі результату: він відсутній, а не нуль.
   *[other] { $cells } формул не мають збереженого у файлі результату: він відсутній, а не нуль.
}
import-doubt-no-stage = Ніщо не каже, як далеко зайшли гроші: { $count ->
    [one] { $what } запис має
    [few] { $what } записи мають
   *[other] { $what } записів мають
} стадію «неясно». Вкажіть стадію, якщо знаєте.
import-doubt-no-type = Ніщо не каже, якого виду допомога: { $count ->
    [one] { $what } запис має
    [few] { $what } записи мають
   *[other] { $what } записів мають
} вид «змішана». Вкажіть вид, якщо знаєте.
import-doubt-other-release = У книзі вже є інший випуск цього трекера ({ $what }). Два випуски додаються всюди, де розповідають про один пакет різними словами: краще імпортувати в нову книгу або спершу вилучити старіший.
import-doubt-other-sheets = Прочитано лише один аркуш. Такі самі заголовки мають: { $what }. Імпортуйте файл ще раз для кожного з них, назвавши аркуш.
import-doubt-other-sums = У таблиці є й інші суми, яких не прочитано: { $what }. Щоб узяти їх, імпортуйте її ще раз з іншим стовпцем суми та з його стадією.
import-doubt-currency = «{ $what }» називає свою валюту, а стовпець валют поруч — інші. Узято валюту із заголовка.

# Що містить стовпець.
import-field-party = надавач
import-field-recipient = отримувач
import-field-date = дата
import-field-year = роки, на які гроші
import-field-stage = стадія
import-field-type = вид допомоги
import-field-instrument = інструмент
import-field-amount = сума
import-field-currency = валюта
import-field-scale = масштаб
import-field-summary = зміст
import-field-key = ключ
import-field-link = посилання
import-field-quantity = кількість
import-field-item = товари
import-field-note = примітка

import-why-heading = за заголовком
import-why-cells = так можна прочитати { $read } із { $of } клітинок
import-why-both = за заголовком, і так можна прочитати { $read } із { $of } клітинок
import-why-chosen = обрано
import-why-nothing = ніщо не вказує

import-layout-columns = таблиця, за стовпцями
import-layout-kiel = Кільський інститут, { $contract }
import-layout-fts = Служба фінансового відстеження (FTS)
import-layout-iati = діяльності IATI
import-layout-own = записи Pledgebook

import-likely-voice = інший голос про ту саму суму, враховано раз
import-likely-leave-out = пропущено
import-likely-new = окремі гроші

import-place = рядок { $row }
import-place-sheet = аркуш «{ $sheet }», рядок { $row }

# Збережений профіль ($file: його шлях).
import-bad-profile = Профіль { $file } не прочитати (рядок { $line }, стовпець { $column }).
import-bad-profile-hint = Виправте його або вилучіть файл і збережіть профіль знову.

# Командний рядок.
cli-import-about-file = { $file }: { $layout }
cli-import-about-sheet = { $file }, аркуш «{ $sheet }»: { $layout }
cli-import-profile = за профілем «{ $name }»
cli-import-columns = Стовпці
cli-import-column = Стовпець
cli-import-holds = Містить
cli-import-sure = Впевненість
cli-import-why = Чому
cli-import-nothing-held = –
cli-import-entries = { $entries ->
    [one] { $entries } запис із { $rows } рядків
    [few] { $entries } записи з { $rows } рядків
   *[other] { $entries } записів із { $rows } рядків
}
cli-import-party = Сторона
cli-import-stage = Стадія
cli-import-type = Вид
cli-import-currency = Валюта
cli-import-count = Записи
cli-import-sum = Сума
cli-import-left-out = Пропущено
cli-import-rows = Рядки
cli-import-first = Перший
cli-import-texts = Що там стоїть
cli-import-new-parties = Нові сторони: { $names }
cli-import-voices = { $count ->
    [one] { $count } із них, ймовірно, уже є в книзі й стане іншим голосом про ту саму суму, врахованим раз.
    [few] { $count } із них, ймовірно, уже є в книзі й стануть іншими голосами про ті самі суми, врахованими раз.
   *[other] { $count } із них, ймовірно, уже є в книзі й стануть іншими голосами про ті самі суми, врахованими раз.
}
cli-import-likely = { $count ->
    [one] { $count } рядок, ймовірно, уже є в книзі: { $ids }
    [few] { $count } рядки, ймовірно, уже є в книзі: { $ids }
   *[other] { $count } рядків, ймовірно, уже є в книзі: { $ids }
}
cli-import-doubt = Гляньте: { $doubt }
cli-import-done = { $file }: { $entries ->
    [one] імпортовано { $entries } запис
    [few] імпортовано { $entries } записи
   *[other] імпортовано { $entries } записів
}, { $left ->
    [one] пропущено { $left } рядок
    [few] пропущено { $left } рядки
   *[other] пропущено { $left } рядків
}.
cli-import-report-hint = --report ФАЙЛ записує для кожного рядка, що з ним стається.
cli-import-nothing = Нічого не імпортовано: книга лишається, як була.
cli-import-merged = { $file }: нових записів { $added }, таких самих { $same }, інших під тим самим ідентифікатором { $differing }.
cli-import-differing = Лишено, як у книзі (--replace бере інші): { $ids }
cli-import-replaced = Замінено: { $ids }
cli-import-taken = Не взято, бо ідентифікатор має запис іншого виду: { $ids }
cli-import-saved-profile = Профіль «{ $name }» збережено як { $file }.
cli-import-no-folder = Система не має місця для профілів. Вкажіть PLEDGEBOOK_CONFIG_DIR.
cli-import-no-profile = Немає профілю «{ $name }».
cli-import-bad-name = «{ $name }» — не назва профілю: вживайте літери, цифри й дефіси.
cli-import-not-saved = Профіль не зберегти.
cli-import-bad-map = «{ $text }» — не відповідність: пишіть ПОЛЕ=СТОВПЕЦЬ, як-от party=giver.
cli-import-bad-field = Немає поля «{ $text }».
cli-import-no-column = Таблиця не має стовпця «{ $text }».
cli-import-bad-set = «{ $text }» не задати: пишіть ПОЛЕ=ЗНАЧЕННЯ, як-от stage=committed.
cli-import-bad-party = «{ $text }» — не сторона: пишіть НАПИСАННЯ=ІДЕНТИФІКАТОР, як-от «Exampleland=LT».
cli-import-unknown-party = «{ $text }» — не сторона книги, не держава й не відомий союз.
cli-import-bad-delimiter = «{ $text }» — не знак між клітинками: напишіть один знак або tab.
cli-import-bad-encoding = Немає кодування «{ $text }».
cli-import-into-missing = Немає книги { $file }, до якої імпортувати.
cli-import-into-missing-hint = Без --into створюється нова книга; -o називає її файл.
cli-import-there = { $file } вже є.
cli-import-there-hint = Імпортуйте до нього через --into або назвіть інший файл.
cli-import-cancelled = Скасовано: нічого не змінено.
cli-import-new-book = Імпортовано з { $file }

cli-help-import = Узяти записи з файлу до нової книги або до наявної
cli-help-import-long = CSV, Excel, OpenDocument, JSON, випуски Кільського інституту, FTS та IATI читаються рядок за рядком; записи Pledgebook об’єднуються по одному. Як читати файл, видно з його заголовків; --dry-run показує, що стало б із рядками. Ніщо не потрапляє двічі, а імпорт — це один крок. Код завершення 1, якщо рядки пропущено, бо щось у них не прочитати.
cli-help-import-source = Файл, який імпортують; «-» — стандартний ввід
cli-help-import-profile = Читати за цим профілем або цією структурою
cli-help-import-dry-run = Показати, що з нього стало б, і нічого не змінювати
cli-help-import-into = Імпортувати до цієї книги, одним кроком
cli-help-import-output = Записати нову книгу до цього файлу замість стандартного виводу
cli-help-import-sheet = Аркуш: його назва або номер від 1
cli-help-import-header-row = Рядок із заголовками; 0: їх немає
cli-help-import-map = Сказати, що в якому стовпці: party=giver, amount=C, date=#1; можна повторювати
cli-help-import-set = Сказати, що чинне для всіх рядків: stage=committed, scale=million; можна повторювати
cli-help-import-party = Сказати, чиє це написання: Exampleland=LT; можна повторювати
cli-help-import-leave-out = Пропустити рядки цієї сторони; можна повторювати
cli-help-import-likely = Що робити з рядками, які, ймовірно, вже є в книзі: voice, leave-out або new
cli-help-import-any-recipient = Брати й рядки не для України
cli-help-import-running-totals = Узяти суми зведення як накопичені підсумки
cli-help-import-delimiter = Що стоїть між клітинками текстового файлу: один знак або tab
cli-help-import-encoding = Кодування текстового файлу: utf-8, windows-1251
cli-help-import-report = Записати, що стало з кожним рядком, до цього файлу CSV
cli-help-import-save-profile = Зберегти спосіб читання під цією назвою
cli-help-import-replace = Записи з ідентифікатором того, що каже інше, стають на його місце
cli-help-import-drop-comments = Із --into: погодитися, що коментарі в книзі зникнуть
cli-import-by-hand = Вручну: --map party=СТОВПЕЦЬ --map amount=СТОВПЕЦЬ --set party=LT --set stage=committed --currency EUR; --header-row і --sheet кажуть, де таблиця.

# Рядок нашої таблиці, який пропущено ($why: що не так; $place: аркуш і рядок).
import-record-trouble = Пропущено: { $place }: { $why }
import-record-trouble-in = Пропущено: { $place }, стовпець «{ $column }»: { $why }
import-record-unknown = Жоден запис не має місця для «{ $heading }» { $sheet ->
    [none] { "" }
   *[other] ({ $sheet })
}: те, що під ним, оминуто.
import-record-number = «{ $text }» — не таке число
import-record-flag = «{ $text }» — ні так, ні ні
import-record-mistake = формула каже { $text }
import-record-word = «{ $text }» тут не може стояти; може: { $words }
import-record-refused = книга цього не бере: { $text }
import-record-twice = «{ $text }» вже стоїть в іншому рядку
import-record-no-owner = немає запису «{ $text }», якому це належить
import-record-beyond = «{ $text }» стоїть за останнім стовпцем
