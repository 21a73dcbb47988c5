# Назви полів, того, що в них обирають, і видів записів. Назва починається з великої літери;
# усередині речення програма пише її з малої.

field-about = Про що файл
field-accepted = Прийняті проблеми
field-accepted-item = Прийнята проблема
field-agreement = Угода
field-agreement-kind = Вид документа
field-aid-type = Вид допомоги
field-also-in = Те саме сказано в
field-also-in-item = Ще одне джерело
field-amount = Сума
field-archived = Архівна копія
field-archived-path = Де лежить
field-area = Сфера
field-as-counted-on = Пораховано станом на
field-as-reported = Дієслово джерела
field-check = Перевірка
field-cite = Підстава
field-commitment = Зобов’язання
field-conflicts = Де джерела розходяться
field-conflicts-item = Розбіжність
field-context = Сказано при цьому про всі угоди
field-context-item = Факт про всі угоди
field-counted-in = Пораховано в
field-country = Країна або союз
field-currency = Валюта
field-cutoff = Дата зрізу даних
field-date = Дата
field-days = Скільки днів у середньому
field-declaration-date = Дата декларації
field-eu-since = У ЄС із
field-eur = ВВП у євро
field-eur-method = Як обчислено в євро
field-euro-since = Євро з
field-figure = Показник
field-figure-date = Дата показника
field-first-day = Перший день середнього
field-fulfils = Виконує
field-g7 = У Групі семи
field-gdp-status = Звіт чи оцінка
field-gdp-value = ВВП
field-id = Код
field-in-force = Чинна з
field-instrument = Форма допомоги
field-iso3 = Код із трьох літер
field-joint = Разом з іншими сторонами
field-language = Мова
field-last-day = Останній день середнього
field-legally-binding = Юридично обов’язкова
field-licence = Ліцензія
field-locator = Місце в тексті
field-months = Середні за місяць
field-months-item = Місяць
field-name = Назва
field-name-en = Назва англійською
field-name-uk = Назва українською
field-nato-since = У НАТО з
field-not-found = Шукали, але не знайшли
field-not-found-item = Не знайдено
field-note = Нотатка
field-notes = Нотатки
field-notice-months = Попередження, місяців
field-official = Офіційна адреса
field-origin = Імпортовано з
field-origin-amount = Сума, як вона там стояла
field-origin-date = Дата, як вона там стояла
field-origin-file = Файл
field-origin-key = Як там названо
field-origin-link = Названо там джерелом
field-origin-row = Рядок
field-origin-sheet = Аркуш
field-other-figures = Інші показники
field-other-figures-item = Інший показник
field-part-of = Входить до
field-parties = Названі сторони
field-parties-item = Сторона
field-party = Сторона
field-party-kind = Держава чи союз
field-per-eur = Одиниць за євро
field-period-as-written = Час, як написано
field-phrase = Цитата
field-place = Місце підписання
field-preferred-because = Чому цей показник
field-published = Опубліковано
field-publisher = Видавець
field-quantity = Техніка й майно
field-quantity-by = До якого року
field-quantity-form = Наскільки точно
field-quantity-unit = Чого
field-quantity-value = Скільки
field-read-from = Прочитано за адресою
field-read-on = Прочитано
field-reason = Причина
field-record = Пакет чи накопичений підсумок
field-record-accepted = Запис
field-review-years = Перегляд через, років
field-said-on = Сказано
field-schema = Версія форми файлу
field-sha256 = Контрольна сума (SHA-256)
field-share = Частка
field-shares = Частки членів
field-signatories = Підписали
field-signatories-partner = Від партнера підписав
field-signatories-ukraine = Від України підписав
field-signed = Підписано
field-since = Пораховано від
field-source = Джерело
field-source-kind = Вид джерела
field-sources = Джерела
field-sources-item = Джерело
field-stage = Стадія
field-status = Стан із часом
field-status-date = Станом на
field-status-item = Стан
field-status-reached = Як далеко дійшло
field-summary = Зміст
field-supersedes = Заміняє
field-same-as = Повторює
field-term-years = Строк дії, років
field-title = Назва
field-url = Адреса
field-usd = ВВП у доларах США
field-verified = Цитату прочитано в джерелі
field-vilnius = Вільнюська декларація
field-vintage = Випуск
field-why-not-preferred = Чому не обрано
field-wording = Формулювання
field-years = Роки
field-years-item = Рік

# Елемент списку ($number від 1), рядок таблиці ($key: рік, країна).
field-numbered = { $name } { $number }
field-keyed = { $name } { $key }
field-note-on = Нотатка: { $about }
# Від зовнішнього до внутрішнього.
field-inside = { $outer } › { $inner }

field-tip-accepted = Проблеми, які хтось розглянув і прийняв, із причиною.
field-tip-also-in = Інші джерела, які кажуть те саме.
field-tip-amount = Як пише джерело: €35 млн, до 3 млрд EUR, 0,25 % ВВП щороку 2024–2033.
field-tip-as-counted-on = Останній день, який охоплює накопичений підсумок.
field-tip-as-reported = Власне дієслово джерела: «сягнула», «виділено».
field-tip-aid-date = Коли про це оголошено або повідомлено.
field-tip-conflicts = Словами: у чому джерела розходяться.
field-tip-counted-in = Запис, який несе ці гроші: їх пораховано там, а не тут.
field-tip-currency = Валюта, у якій рахують її ВВП.
field-tip-cutoff = День, до якого зібрано факти.
field-tip-days = Скільки днів у середньому; порожньо, якщо курс випливає з інших рядів.
field-tip-declaration-date = День декларації, якої стосується факт.
field-tip-figure-date = Коли записано показник, якщо це інший день, ніж у самого запису.
field-tip-fulfils = Зобов’язання, які він виконує, і якою своєю часткою.
field-tip-id = Створюється один раз і не змінюється, щоб посилання трималися.
field-tip-iso3 = ISO 3166 alpha-3 або EUU.
field-tip-joint = Містить гроші кількох сторін разом і не входить у суму жодної з них.
field-tip-legally-binding = Порожньо, якщо текст мовчить і ніхто уповноважений цього не сказав.
field-tip-locator = Частина, стаття, пункт.
field-tip-not-found = Словами: чого шукали й не знайшли.
field-tip-notice-months = За скільки місяців попереджають про вихід; порожньо, якщо текст не каже.
field-tip-official = Друга, офіційна адреса.
field-tip-origin = Де запис стояв у файлі, з якого його імпортовано. Лишається, коли запис виправляють.
field-tip-other-figures = Що інші джерела кажуть про ту саму суму: їх показано, але не додано.
field-tip-part-of = Ціле, усередині якого він є: поруч із ним його не додають.
field-tip-period-as-written = Час словами самого джерела.
field-tip-phrase = Щонайбільше дванадцять слів, дослівно, мовою джерела: досить, щоб знайти місце.
field-tip-preferred-because = Чому обрано цей показник, а не інші.
field-tip-quantity = Полічене майно, а не гроші.
field-tip-read-from = Адреса прочитаної копії, якщо вона інша.
field-tip-record = Пакет — це потік: стільки, тоді. Накопичений підсумок — це твердження: стільки від того часу, пораховано на певний день.
field-tip-review-years = Через скільки років щонайпізніше перегляд; порожньо, якщо текст такого часу не встановлює.
field-tip-same-as = Запис, суму якого він повторює: сума рахується один раз.
field-tip-share = Яка частка запису йде на виконання зобов’язання, у відсотках.
field-tip-shares = Частина кожного члена від одиниці.
field-tip-since = Перший день, який охоплює накопичений підсумок; якщо джерело не каже, це 24 лютого 2022 року.
field-tip-stage = Як далеко дійшли гроші, за дієсловом самого джерела. Стадії не змішуються.
field-tip-summary = Нашими власними словами.
field-tip-supersedes = Раніші обіцянки того самого, які він заміняє на названі роки.
field-tip-term-years = Від дня підписання; порожньо, якщо текст не встановлює строку.
field-tip-verified = Чи прочитано цитату в збереженій копії цього джерела.
field-tip-vintage = Який випуск якої бази даних.
field-tip-wording = Сила дієслова в тексті.

field-yes = так
field-no = ні

choice-state = держава
choice-union = союз держав
choice-exact = точно
choice-about = близько
choice-up-to = до
choice-at-least = щонайменше
choice-package = пакет
choice-running-total = накопичений підсумок
choice-note-general = загалом
choice-note-term = строк дії
choice-note-period = період

kind-party = сторона
kind-agreement = угода
kind-commitment = зобов’язання
kind-aid = запис про допомогу
kind-source = джерело
kind-gdp = ряд ВВП
kind-fx = ряд курсів
kind-population = ряд населення
kind-eu-shares = ключ для грошей ЄС
kind-header = відомості про файл

kind-count-party = { $count ->
    [one] { $shown } сторона
    [few] { $shown } сторони
   *[many] { $shown } сторін
}
kind-count-agreement = { $count ->
    [one] { $shown } угода
    [few] { $shown } угоди
   *[many] { $shown } угод
}
kind-count-commitment = { $count ->
    [one] { $shown } зобов’язання
    [few] { $shown } зобов’язання
   *[many] { $shown } зобов’язань
}
kind-count-aid = { $count ->
    [one] { $shown } запис про допомогу
    [few] { $shown } записи про допомогу
   *[many] { $shown } записів про допомогу
}
kind-count-source = { $count ->
    [one] { $shown } джерело
    [few] { $shown } джерела
   *[many] { $shown } джерел
}
kind-count-gdp = { $count ->
    [one] { $shown } ряд ВВП
    [few] { $shown } ряди ВВП
   *[many] { $shown } рядів ВВП
}
kind-count-fx = { $count ->
    [one] { $shown } ряд курсів
    [few] { $shown } ряди курсів
   *[many] { $shown } рядів курсів
}
kind-count-population = { $count ->
    [one] { $shown } ряд населення
    [few] { $shown } ряди населення
   *[many] { $shown } рядів населення
}
kind-count-eu-shares = { $count ->
    [one] { $shown } ключ для грошей ЄС
    [few] { $shown } ключі для грошей ЄС
   *[many] { $shown } ключів для грошей ЄС
}
kind-count-record = { $count ->
    [one] { $shown } запис
    [few] { $shown } записи
   *[many] { $shown } записів
}
