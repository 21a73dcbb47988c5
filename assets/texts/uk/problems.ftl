# Проблеми, які знаходять перевірки: повідомлення і що з ними робити.

problem-reference-dangling = Посилається на { $target }, якого немає в наборі даних.
problem-reference-dangling-hint = Виправте ідентифікатор або додайте запис, який він називає.
problem-link-circle = Міститься сам у собі через { $target }.
problem-link-circle-hint = Розірвіть одне з посилань part_of, counted_in, same_as або supersedes.
problem-fulfils-other-party = Виконує { $target } — зобов’язання іншої сторони ({ $party }).
problem-fulfils-other-party-hint = Запис може виконувати лише зобов’язання своєї сторони.
problem-same-as-other-party = Повторює { $target } — суму іншої сторони ({ $party }).
problem-same-as-other-party-hint = Якщо ці гроші рахує інша сторона, вкажіть counted_in.
problem-fulfils-shares-over = Його частки в зобов’язаннях разом дають { $percent } %.
problem-fulfils-shares-over-hint = Задані вручну частки разом не мають перевищувати 100 %.
problem-supersedes-later = Заміняє { $target }, датований пізніше.
problem-supersedes-later-hint = Пізніша обіцянка заміняє ранішу: перевірте обидві дати.
problem-supersedes-nothing = Заміняє { $target }, але не називає його часу, тож рахуються обидва.
problem-supersedes-nothing-hint = Назвіть усі роки ранішої суми або розбийте її за роками.
problem-supersedes-beyond = Заміняє { $target } повністю, хоча називає не всі його роки.
problem-supersedes-beyond-hint = Перевірте, чи раніша сума досі чинна для решти років.
problem-parts-exceed-whole = Його частини ({ $ids }) разом дають { $parts } — більше, ніж він сам: { $whole }.
problem-parts-exceed-whole-hint = Перевірте суми або те, які з частин справді входять до цілого.
problem-source-missing = Не називає джерела.
problem-source-missing-hint = Додайте джерело або позначте твердження неперевіреним.
problem-phrase-missing = Має джерело, але не має цитати, за якою знайти місце.
problem-phrase-missing-hint = Додайте щонайбільше дванадцять слів дослівно.
problem-phrase-long =
    { $words ->
        [one] Його цитата має { $words } слово.
        [few] Його цитата має { $words } слова.
       *[many] Його цитата має { $words } слів.
    }
problem-phrase-long-hint = Скоротіть її щонайбільше до дванадцяти слів.
problem-date-missing = Не має дати оголошення чи звіту.
problem-date-missing-hint = Додайте дату: без неї не можна правильно застосувати дату зрізу.
problem-counted-on-missing = Накопичений підсумок без дня, на який його пораховано.
problem-counted-on-missing-hint = Додайте as_counted_on, щоб відрізнити пізніші пакети від раніших.
problem-counted-before-begin = Порахований раніше, ніж починається його період.
problem-counted-before-begin-hint = Перевірте since і as_counted_on.
problem-counted-after-report = Порахований на день, пізніший за дату звіту.
problem-counted-after-report-hint = Перевірте as_counted_on і date.
problem-delivered-before-pledge = Передано раніше, ніж оголошено ціле { $target }, частиною якого він є.
problem-delivered-before-pledge-hint = Перевірте обидві дати або посилання.
problem-fulfilment-over = За { $year } рік сума на стадії «{ $stage }» становить { $percent } % обіцянки.
problem-fulfilment-over-all = Загалом сума на стадії «{ $stage }» становить { $percent } % обіцянки.
problem-fulfilment-over-hint = Добра новина або запис, що виконує менше, ніж зазначено.
problem-figures-disagree = Показник джерела { $source } відрізняється від обраного на { $percent } %.
problem-figures-disagree-unsourced = Інший показник відрізняється від обраного на { $percent } %.
problem-figures-disagree-hint = Перевірте, чи причина вибору досі чинна.
problem-duplicate-entry = Збігається з { $target } за стороною, стадією, видом, сумою та датою.
problem-duplicate-entry-hint = Якщо це ті самі гроші, вкажіть same_as; якщо ні, розрізніть їх в описі.
problem-rate-missing = Немає курсу { $currency } за його період: показано як не перераховане.
problem-rate-missing-hint = Додайте курс або оберіть курси певного року.
problem-gdp-missing = ВВП ({ $party }) за { $year } рік ще немає: частка не визначена.
problem-gdp-missing-hint = Додайте ВВП або продовжіть останній відомий.
problem-term-expired = Його строк закінчився { $date }.
problem-term-expired-hint = Перевірте, чи його продовжено.
problem-source-unused = На це джерело ніщо не посилається.
problem-source-unused-hint = Пошліться на нього або вилучіть його.
problem-source-undated = Джерело не має дати публікації.
problem-source-undated-hint = Додайте дату, якщо її можна знайти.
problem-party-without-agreement = Сторона не має угоди.
problem-party-without-agreement-hint = Додайте угоду або вилучіть сторону.
problem-cutoff-missing = Набір даних не каже, до якого дня зібрано факти.
problem-cutoff-missing-hint = Додайте cutoff до його заголовка.
severity-error = Помилка
severity-warning = Застереження
severity-note = Примітка
problem-accepted = Прийнято: { $reason }
