detail-empty = Оберіть сторону в списку
detail-no-parties = Ця книга порожня
detail-no-parties-hint = Почніть зі сторони або вставте рядки з електронної таблиці.
detail-signed = підписано { $date }, { $place }
detail-no-agreement = На цю дату зрізу угоди ще немає.
detail-signatories = Від України: { $ukraine }; від партнера: { $partner }
detail-in-force = чинна з { $date }
detail-in-force-unknown = набуття чинності невідоме
detail-binding-yes = юридично обов’язкова
detail-binding-no = юридично не обов’язкова
detail-binding-not-said = правову природу не вказано
detail-notice = { $count ->
    [one] попередження за { $shown } місяць
    [few] попередження за { $shown } місяці
   *[many] попередження за { $shown } місяців
}
detail-no-term = Текст не встановлює строку.
detail-signed-on = підписано { $date }
detail-expires-on = діє до { $date }
detail-review-by = перегляд до { $date }
detail-none-set = не встановлено
detail-timeline-told = Підписано { $signed }, перегляд: { $review }, діє до { $expires }, { $left }
detail-tab-money = Гроші
detail-tab-commitments = Зобов’язання
detail-tab-aid = Допомога
detail-tab-sources = Джерела
detail-tab-conflicts = Розбіжності
detail-no-money = Грошових записів немає.
detail-year = Рік
detail-year-tip = Рік, на який призначено гроші
detail-promised = за угодою
detail-promised-tip = Що називають на цей рік зобов’язання угоди
detail-all-pledges = усі обіцянки
detail-pledged-tip = Зобов’язання угоди та обіцянки, дані поза нею
detail-stage-tip = Найкраще відома сума цієї стадії: пакети або накопичений підсумок і те, що було після нього. Під нею — яка частка обіцяного виконана тим, що за записами її виконує
detail-not-split = не розділено
detail-not-split-tip = Суми на кілька років або без часу: вони не належать жодному року
detail-all-time = увесь час
detail-all-time-tip = Не сума рядків, а найкраще відома сума за весь час
detail-promised-what = обіцяно за угодою { $year }
detail-ratio-what = { $ratio } обіцяного на { $year }: { $stage }
detail-open-derivation = Натисніть: звідки це число
detail-part-of = частина
detail-same-as = повторює
detail-counted-in = пораховано в
detail-supersedes = заміняє
detail-fulfils = виконує
detail-joint = разом з іншими сторонами
detail-unverified = не перевірено
detail-no-aid = Записів про допомогу немає.
detail-package = пакет
detail-running-total = накопичений підсумок
detail-running-total-to = накопичений підсумок на { $date }
detail-undated = без дати
detail-cited-by = { $count ->
    [0] ніхто не посилається
    [one] посилається { $shown } запис:
    [few] посилаються { $shown } записи:
   *[many] посилаються { $shown } записів:
}
detail-read-from = прочитано з іншої копії
detail-official = офіційна адреса
detail-conflicts-heading = Де джерела розходяться
detail-no-conflicts = Розбіжностей не записано.
detail-other-figures = Показники, яких не обрано
detail-preferred-because = обрано: { $why }
detail-not-preferred = не обрано: { $why }
detail-not-found-heading = Шукали, але не знайшли
# Назва числа для читача з екрана ($number: число, $what: чого й коли).
detail-number-name = { $number } { $what }, показати виведення
detail-money-table = Гроші за роками: { $party }
# Кілька років, на які обіцянка не називає суми.
detail-run = суму не названо
detail-unfold-tip = Показати роки по одному
detail-money-note = Під сумою — частка обіцяного, яку вона за записами виконує; сірим, де ніхто не каже, як далеко дійшли гроші.
detail-context = Сказано при цьому про всі угоди
detail-problems-heading = На що варто зважити
