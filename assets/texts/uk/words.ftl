# Назви того, що знає облік.

stage-pledged = обіцяно
stage-committed = зобов’язано
stage-allocated = виділено
stage-delivered = надано
stage-unclear = неясно

aid-type-military = військова
aid-type-financial = фінансова
aid-type-humanitarian = гуманітарна
aid-type-mixed = змішана

area-military-assistance = Військова допомога
area-land = Сухопутні війська
area-air = Повітряні сили та ППО
area-sea = Море
area-space = Космос
area-cyber = Кіберсфера
area-training = Навчання військових
area-intelligence = Розвідка
area-defence-industry = Оборонна промисловість
area-interoperability = Сумісність із НАТО
area-demining = Розмінування
area-hybrid-threats = Гібридні загрози
area-nuclear-risks = Ядерні ризики
area-critical-infrastructure = Критична інфраструктура
area-energy = Енергетика
area-information-security = Інформаційна безпека
area-organised-crime = Організована злочинність
area-consultation = Консультації в разі нового нападу
area-eu-membership = Членство в ЄС
area-nato-membership = Членство в НАТО
area-reforms = Реформи
area-peace-formula = Формула миру
area-accountability = Притягнення до відповідальності
area-sanctions = Санкції
area-compensation = Відшкодування збитків
area-humanitarian = Гуманітарна допомога
area-reconstruction = Відбудова
area-macro-financial = Макрофінансова підтримка
area-term-and-review = Строк дії та перегляд

area-group-defence = Оборона
area-group-resilience = Стійкість
area-group-path = Шлях до ЄС і НАТО
area-group-justice = Справедливість і відновлення
area-group-term = Строк дії

wording-shall = зобов’язується
wording-will = надасть
wording-intends = має намір
wording-seeks = прагне
wording-may = може
wording-reaffirms = підтверджує

strength-weak = слабке
strength-middle = середнє
strength-strong = сильне

commitment-status-not-started = не розпочато
commitment-status-under-way = виконується
commitment-status-fulfilled = виконано
commitment-status-overdue = прострочено
commitment-status-broken = порушено
commitment-status-cannot-be-told = не можна сказати

agreement-kind-agreement = угода
agreement-kind-joint-commitments = спільні безпекові зобов’язання
agreement-kind-memorandum = меморандум
agreement-kind-accord = домовленість

instrument-unknown = форму не вказано
instrument-grant = грант
instrument-loan = позика
instrument-guarantee = гарантія
instrument-stock = майно із запасів
instrument-purchase = майно, куплене для цього

source-kind-agreement-text = текст угоди
source-kind-government = уряд або установа
source-kind-press = преса
source-kind-think-tank = аналітичний центр
source-kind-statistics = статистика

vilnius-g7-signatory = підписала Вільнюську декларацію як член Групи семи
vilnius-joined = приєдналася до Вільнюської декларації

lumps-whole = багаторічні суми цілі
lumps-split = багаторічні суми поділено порівну

future-gdp-undisclosed = майбутній ВВП невідомий
future-gdp-carried = останній ВВП перенесено вперед

gdp-status-actual = звітний
gdp-status-estimate = оцінка

rule-name-r1 = Стадії не змішуються
rule-name-r2 = Межі додаються, пропуски — ні
rule-name-r3 = Частина — у своєму цілому
rule-name-r4 = Наростаючі підсумки не додаються
rule-name-r5 = Багаторічні суми лишаються цілими
rule-name-r6 = Частки ВВП
rule-name-r7 = Перерахунок
rule-name-r8 = Гроші ЄС — один раз
rule-name-r9 = Виконання
rule-name-r10 = Одна обрана цифра
rule-name-r11 = Дата відсікання — всюди
rule-name-r12 = Підсумки можна відтворити
rule-name-r13 = Пізніше заступає раніше

rule-r1 = Сума має одну стадію: обіцяне ніколи не додається до наданого.
rule-r2 = Нижні межі додаються, верхні теж, відкрита лишається відкритою; нерозкрите рахується поштучно, а не сумою.
rule-r3 = Частини не додаються поруч із цілим, яке вже є в сумі; решта цілого не розписана.
rule-r4 = Найкраща відома сума — більша з двох: пакети або наростаючий підсумок із пакетами після нього.
rule-r5 = Одна сума на кілька років не належить жодному окремому року, якщо не припустити поділу.
rule-r6 = Частка, помножена на ВВП того календарного року за названим випуском даних.
rule-r7 = Початкові суми зберігаються й перераховуються за середніми курсами; без курсу суму показано, а не відкинуто.
rule-r8 = ЄС — окрема сторона; гроші, що їх несе інший запис, рахуються лише там.
rule-r9 = Те, що виконує зобов’язання, за стадіями, відносно обіцяного.
rule-r10 = У суми входить обрана цифра; решту показано поруч.
rule-r11 = Оголошене після дати відсікання не рахується.
rule-r12 = Кожен підсумок дорівнює сумі листків під ним, до цента.
rule-r13 = Пізніша обіцянка того самого заступає ранішу; повтор рахується один раз.

aid-type-all = усі види

fx-rule-year = середньорічні курси
fx-rule-month = середньомісячні курси
fx-rule-fixed = середні курси { $year } року

basis-nothing = нічого не записано
basis-packages = пакети
basis-per-party = кожна сторона на власній основі
basis-running-total = наростаючий підсумок { $record }
basis-running-total-on = наростаючий підсумок { $record } станом на { $date }
basis-and-after =
    { $packages ->
        [one] { $base } і { $number } пакет після нього
        [few] { $base } і { $number } пакети після нього
       *[many] { $base } і { $number } пакетів після нього
    }

reason-part-of = частина { $record }, поруч із яким її не додають
reason-inside-commitment = входить в обіцянку { $record }, яку виконує
reason-same-as = повторює { $record }, поруч із яким його не додають
reason-counted-in = ці гроші несе { $record }
reason-superseded-by = заступлено пізнішим { $record }
reason-covered = у межах часу, який охоплює наростаючий підсумок { $record }
reason-running-total = наростаючий підсумок, який ніколи не додається
reason-joint = містить гроші кількох сторін разом
reason-after-cutoff = оголошено { $date }, після дати відсікання
reason-not-split = одна сума на кілька років, не поділена
reason-attributed = розподілено між членами ЄС
