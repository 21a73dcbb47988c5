# Сторінка зобов’язань: сторони за сферами.
page-commitments = Зобов’язання
page-commitments-tip = Показати, що обіцяно, за сторонами і сферами.
# Матриця, для програми екранного доступу.
matrix-name = Зобов’язання за сторонами і сферами
matrix-promise-strong = надасть або зобов’язується
matrix-promise-middle = прагне або має намір
matrix-promise-weak = може або підтверджує
# Текст угоди прочитано, і в ньому нічого немає щодо цієї сфери.
matrix-promise-none = немає
# Невідомо: угоди немає або її текст не прочитано.
matrix-promise-not-coded = не внесено
matrix-by-date = За датою підписання
matrix-by-name = За назвою
matrix-by-similarity = За подібністю
matrix-similarity-tip = Сторони, що обіцяють подібне, стоять поруч. Відстань між двома — середня різниця сили у сферах, внесених для обох: немає, може, прагне, надасть.
matrix-by-area = За сферою: { $area }
matrix-sort-tip = Натисніть, щоб спершу стояли ті, хто обіцяє тут найбільше
matrix-sorted-tip = Натисніть, щоб знову впорядкувати за датою підписання
matrix-areas-alike = Подібні сфери разом
matrix-areas-alike-tip = У межах кожної групи сфери, щодо яких обіцяють подібно, стоять поруч.
matrix-narrowed = У списку { $shown } з { $of }
matrix-show-all = Показати всі сторони
# $shown: $count як відформатований текст.
matrix-later =
    { $count ->
        [one] { $shown } сторона підписала після { $date }, її тут немає
        [few] { $shown } сторони підписали після { $date }, їх тут немає
        [many] { $shown } сторін підписали після { $date }, їх тут немає
       *[other] { $shown } сторони підписали після { $date }, їх тут немає
    }
# Над назвами сторін і над кількістю сфер. Коротко.
matrix-parties = сторони
matrix-areas = сфер
# Для програми екранного доступу: що в клітинці.
matrix-cell = { $party }, { $area }: { $promise }
matrix-commitments =
    { $count ->
        [one] { $shown } зобов’язання
        [few] { $shown } зобов’язання
        [many] { $shown } зобов’язань
       *[other] { $shown } зобов’язання
    }
matrix-in-areas =
    { $count ->
        [one] у { $shown } сфері
        [few] у { $shown } сферах
        [many] у { $shown } сферах
       *[other] у { $shown } сфери
    }
matrix-of-parties =
    { $count ->
        [one] { $shown } сторона
        [few] { $shown } сторони
        [many] { $shown } сторін
       *[other] { $shown } сторони
    }
matrix-signed = підписано { $date }
matrix-more = і ще { $count }
matrix-row-tip = Натисніть, щоб перейти на її сторінку; Ctrl+натискання або позначка — читати поруч з іншими
matrix-choose = Читати поруч: { $party }
matrix-choose-none = Зняти позначки
matrix-read = Читати поруч
matrix-read-chosen = Читати поруч: { $count }
matrix-read-why = Спершу позначте від двох до чотирьох сторін.
matrix-copy = Копіювати матрицю як таблицю
matrix-close = Прибрати
matrix-to-party = На сторінці сторони
matrix-open-record = Відкрити форму цього запису
matrix-choose-cell = Натисніть на клітинку, щоб прочитати, що за нею стоїть. Позначте від двох до чотирьох сторін, щоб читати їх поруч.
matrix-nothing-there = Текст угоди прочитано: зобов’язань у цій сфері в ньому немає.
matrix-no-agreement = Її угоди немає в цьому наборі даних.
matrix-no-commitments = Зобов’язань з її угоди немає в цьому наборі даних.
matrix-from-reports = Внесено з повідомлень, а не з тексту: де нічого не знайдено, нічого не можна сказати.
matrix-empty = Сторін ще немає
matrix-empty-hint = Для матриці потрібні сторони, їхні угоди та зобов’язання.
matrix-empty-narrowed = Тут немає жодної зі сторін, показаних у списку
matrix-empty-cutoff = До { $date } нічого не було підписано

# Поруч.
matrix-side = Поруч
matrix-back = Назад до матриці
matrix-copy-side = Копіювати як таблицю
matrix-rows-made = Сфери із зобов’язаннями
matrix-rows-differing = Де вони різняться
matrix-rows-all = Усі сфери
matrix-side-add = Додати сторону
matrix-side-take-out = Прибрати: { $party }
# Біля назви сфери.
matrix-side-only = лише { $party }
matrix-side-lacking = немає: { $parties }
matrix-side-same = Ніхто з них не має того, чого бракує іншим.
matrix-side-later = Станом на обраний день підписали менш як двоє з них.

# Стовпці того, що копіюється.
matrix-column-id = Ід.
matrix-column-party = Сторона
matrix-column-signed = Підписано
matrix-column-areas = Сфер
matrix-column-commitments = Зобов’язань
matrix-column-group = Група
matrix-column-area = Сфера
matrix-column-total = Сторін із зобов’язаннями

# Короткі назви для вузьких стовпців; повна — під вказівником.
matrix-area-military-assistance = Військова допомога
matrix-area-land = Суходіл
matrix-area-air = Повітря і ППО
matrix-area-training = Навчання
matrix-area-defence-industry = Оборонпром
matrix-area-critical-infrastructure = Інфраструктура
matrix-area-information-security = Інформбезпека
matrix-area-organised-crime = Оргзлочинність
matrix-area-consultation = Консультації
matrix-area-accountability = Відповідальність
matrix-area-compensation = Відшкодування
matrix-area-humanitarian = Гуманітарна
matrix-area-macro-financial = Макрофінансова
matrix-area-term-and-review = Строк і перегляд
matrix-group-path = Шлях
matrix-group-justice = Справедливість
