# Зведення: одна сторона або кілька поруч, як документ; і сайт усіх сторін.

# $party: її назва.
brief-title = { $party }: що обіцяно Україні й що надійшло
# $parties: назви через кому.
brief-title-several = { $parties }: що обіцяно Україні, поруч
# Для каталогів і пошуку.
brief-about = Безпекові зобов’язання перед Україною та допомога за ними, із джерелами: { $parties }
brief-sums-in = суми в { $currency }

brief-agreement = Угода
brief-agreements = Угоди
brief-agreements-table = Угоди поруч
brief-fact-document = Документ
brief-fact-signed = Підписано
brief-fact-for-ukraine = За Україну
brief-fact-for-partner = За партнера
brief-fact-in-force = Чинність
brief-fact-nature = Правова природа
brief-fact-term = Строк
brief-fact-review = Перегляд
brief-fact-notice = Попередження про вихід
brief-fact-member = Членство
brief-fact-vilnius = Вільнюська декларація
brief-since = з { $date }
brief-not-known = невідомо
brief-not-said = не сказано
brief-eu-since = ЄС (з { $date })
brief-nato-since = НАТО (з { $date })
# $shown: $count як текст.
brief-years = { $count ->
    [one] { $shown } рік
    [few] { $shown } роки
    [many] { $shown } років
   *[other] { $shown } року
}
# $left: скільки днів лишилося, словами; $date: з якого дня дивитися.
brief-left-on = { $left } станом на { $date }

brief-money-note = Стадії стоять поруч і ніколи не додаються. «н/д»: суму не названо; «–»: нічого не записано, а це не нуль; «≈»: близько; «≥»: щонайменше; «≤»: до. Числа в дужках ведуть до джерел кожного показника в сумі.
brief-money-years = Гроші за роками, на які вони призначені
brief-money-all-time = За весь час: найкраще відома сума кожної стадії
brief-money-promises = Кожна грошова обіцянка за всі її роки
brief-money-table = Гроші поруч
# $ratio: 41 %.
brief-of-the-promise = { $ratio } обіцяного
# $sum: частина суми, що виконує обіцянку.
brief-of-it = з них { $sum }
brief-last-promise = Остання обіцянка на рік
# $year: рік ВВП, на який ділять.
brief-gdp-of = ВВП за { $year }

brief-charts = Діаграми
brief-no-commitments = Жодного зобов’язання не записано.
brief-column-wording = Формулювання
brief-column-status = Стан
brief-column-area = Сфера
brief-column-fact = Факт
brief-commitments-table = Зобов’язання поруч, за сферами
brief-matrix = Зобов’язання за сферами
brief-matrix-table = Найсильніше формулювання в кожній сфері
brief-matrix-note = У дужках: скільки зобов’язань. «не внесено»: самого тексту угоди для набору даних не читали, тож про те, чого в ньому немає, нічого не сказано.
brief-aid-table = Записи про допомогу, найновіші спершу
brief-aid-note = Кожна сума стоїть на стадії, яку називає джерело. Записи не слід додавати: одні є частинами інших, інші — підсумками на певний день.
# Слова самого джерела про стадію суми.
brief-as-reported = за словами джерела: { $words }
# $date: день, від якого рахують.
brief-dates-table = Перегляди, завершення та обіцяні роки, що минають, станом на { $date }
brief-column-away = Коли
brief-that-day = того дня

brief-counted = Як це пораховано
brief-assume-cutoff = Станом на
brief-assume-currency = Суми в
brief-assume-rates = Обмінні курси
brief-assume-gdp = ВВП
brief-assume-future = ВВП майбутніх років
brief-assume-lumps = Суми на кілька років
brief-assume-eu = Гроші ЄС
brief-eu-by-key = віднесено до держав-членів за ключем «{ $key }»
brief-rules = Правила
brief-dataset = Набір даних
brief-dataset-title = Назва
brief-dataset-about = Про що
brief-dataset-licence = Ліцензія
brief-dataset-file = Файл
brief-dataset-hash = SHA-256
brief-program = Програма

brief-no-sources = Жодного джерела не названо.
brief-read-on = прочитано { $date }
# Перед ідентифікаторами записів, що спираються на місця в джерелі.
brief-passages = місця:
# Слова джерела.
brief-quoted = «{ $words }»
brief-skip = Перейти до змісту
brief-contents = Зміст
brief-site-pages = Інші сторінки

# Командний рядок.
cli-help-brief = Записати одну сторону або кілька поруч як документ для читання і друку
cli-help-brief-parties = Від однієї до восьми сторін: LT або GB LT
cli-help-brief-output = Записати в цей файл: .html або .pdf
cli-help-site = Записати всі сторони як невеликий вебсайт обома мовами
cli-help-site-output = Записати в цю теку: порожню, ще не створену або таку, де вже є такий сайт
cli-brief-no-kind = { $file }: із закінчення не видно, який це вид зведення
# $shown: $count як текст.
cli-site-written = { $count ->
    [one] { $shown } сторінку записано в { $folder }
    [few] { $shown } сторінки записано в { $folder }
    [many] { $shown } сторінок записано в { $folder }
   *[other] { $shown } сторінки записано в { $folder }
}

# Що йде не так.
brief-how-many = У зведенні може бути від однієї до { $most } сторін, а не { $count }.
brief-how-many-hint = Виберіть не більше ніж { $most } сторін; для всіх запишіть сайт.
brief-unknown = Немає сторони «{ $party }».
brief-unknown-hint = Виберіть сторону зі списку.
brief-cancelled = Скасовано; нічого не записано.
brief-cancelled-hint = Почніть знову, коли захочете.
brief-not-made = Зведення не вдалося скласти.
brief-not-made-hint = Спробуйте інший формат; якщо й він не вдасться, у програмі є вада, про яку її автори хотіли б знати.
brief-not-ours = У «{ $folder }» є «{ $file }», що не належить до записаного тут раніше сайту.
brief-not-ours-hint = Виберіть порожню теку: те, що поклали в теку інші, ніколи не вилучається і не перезаписується.
brief-folder = «{ $path }» не вдалося прочитати або записати.
brief-folder-hint = Перевірте, чи можна писати в теку і чи є місце на диску. Те, що було раніше, лишилося як було, хіба що сторінки вже ставали на місце: повторний запис це завершить.

# Унизу сторінки.
brief-page = сторінка { $page } з { $pages }

# Сайт.
brief-site-all = Усі сторони
brief-column-ends = Закінчується
brief-index-table = Усі сторони: найкраще відома сума кожної стадії за весь час
brief-index-note = Стадії стоять поруч і ніколи не додаються. «Виконано»: частина останньої обіцянки на рік, про яку відомо, що вона надійшла, на найдальшій стадії. Кожна сума веде на сторінку, де названо її джерела.

# Вікно.
menu-export-brief = Зведення…
menu-export-brief-tip = Записати одну сторону або кілька поруч як документ для читання і друку
brief-dialog-title = Зведення
brief-dialog-parties = Одна сторона або до { $most } поруч, у порядку вибору
brief-dialog-nobody = Виберіть принаймні одну сторону.
# $parties: назви вибраних.
brief-dialog-full = { $parties } – більше місця немає
brief-dialog-language = Мова
brief-dialog-pdf = PDF
brief-dialog-html = HTML (одна сторінка)
brief-file-kind = Зведення
brief-trouble = Зведення не записано
notice-brief-saved = Зведення збережено: { $path }
# $percent: скільки вже зроблено.
status-brief = Складання зведення… { $percent } %
