# Що може піти не так із файлами і що з цим робити.

report-error = помилка
report-cause = система каже: { $cause }
report-hint = що робити: { $hint }
report-in-record = { $message } (запис { $record })

open-missing = файла { $file } немає
open-missing-hint = Перевірте назву й папку: файл могли перемістити чи перейменувати.
open-folder = { $file } — це папка, а не файл
open-folder-hint = Оберіть файл у ній, наприклад такий, що закінчується на «.ron».
open-permission = { $file } не дозволено читати
open-permission-hint = Попросіть дозволу у власника або скопіюйте файл до власної папки.
open-too-large = { $file } має { $size } МіБ; читається щонайбільше { $limit } МіБ
open-too-large-hint = Перевірте, чи це той файл: вбудований набір даних має трохи більше одного.
open-changing = { $file } змінюється під час читання
open-changing-hint = Зачекайте, доки програма закінчить його писати, і відкрийте знову.
open-io = { $file } не вдається прочитати

read-empty = файл порожній
read-empty-hint = Якщо в ньому мав бути набір даних, шукайте резервну копію: у порожньому файлі нема чого відновлювати.
read-not-utf8 = це не текст UTF-8
read-not-utf8-hint = Збережіть файл у кодуванні UTF-8 у програмі, що його створила.
read-not-ron = це не RON: очікувано { $expected }
read-not-ron-hint = Набір даних Pledgebook — це файл RON, що починається з «(» і «schema: 1».
read-something-else = це файл RON, але не набір даних Pledgebook
read-something-else-field = це файл RON, але не набір даних Pledgebook: він починається з «{ $field }»
read-something-else-hint = Набір даних починається з «schema: 1» і має розділи, як-от «parties» та «aid».
read-unknown-schema = схеми { $schema } не існує
read-unknown-schema-hint = Перша схема — 1: виправте число на початку файла.

damage-ends-early = файл обривається посеред цього
damage-ends-early-hint = Шукайте цілу або резервну копію; усе, що стоїть вище, прочитано.
damage-expected = тут очікувано { $what }
damage-syntax = це не вдається прочитати: { $said }
damage-syntax-hint = Порівняйте з прочитаним записом того самого роду.
damage-unknown-field = поле «{ $field }» невідоме
damage-unknown-field-hint = Виправте його назву або вилучіть його. Тут відомі: { $known }.
damage-missing-field = бракує поля «{ $field }»
damage-missing-field-hint = Додайте його: воно є в кожного запису цього роду.
damage-repeated-field = поле «{ $field }» стоїть двічі
damage-repeated-field-hint = Вилучіть одне з двох.
damage-unknown-word = «{ $word }» тут стояти не може
damage-unknown-word-hint = Може бути: { $known }.
damage-repeated-id = цей ідентифікатор уже має запис у рядку { $line }
damage-repeated-id-hint = Дайте одному з двох інший ідентифікатор або вилучіть його. Прочитано перший.

value-currency = «{ $value }» — не валюта
value-currency-hint = Напишіть код ISO 4217, наприклад EUR, USD або SEK.
value-negative = сума { $value } від’ємна
value-negative-hint = Запишіть обіцяне чи надане додатною сумою.
value-sum = «{ $value }» — не сума грошей
value-sum-hint = Запишіть її так: «80 000 000 EUR».
value-too-large = { $value } перевищує квадрильйон (10¹⁵)
value-too-large-hint = Перевірте кількість нулів: таких великих сум у цій галузі немає.
value-range = «{ $value }» — не проміжок сум
value-range-hint = Запишіть його так: «100 000 – 150 000 EUR», спершу менше.
value-share = «{ $value }» — не частка від 0 до 100 %
value-share-hint = Запишіть її так: «0.25 %» або «at least 0.25 %».
value-year = рік { $value } поза межами 1990–2100
value-year-hint = Шукайте зайву або пропущену цифру.
value-date = «{ $value }» — не дата
value-date-hint = Запишіть РРРР, РРРР-ММ або РРРР-ММ-ДД, день календаря.
value-id = «{ $value }» — не ідентифікатор
value-id-hint = Ідентифікатор складається з літер, цифр, «-», «_» і «.» та має щонайменше один знак.
value-other = такого значення бути не може: { $value }

save-failed = { $file } не збережено; він такий, як був
save-unsure = { $file } записано, але система не підтверджує, що він надійно на диску
save-changed = { $file } змінила інша програма після того, як його було прочитано; його не перезаписано
save-gone = { $file } вилучила чи перейменувала інша програма після того, як його було прочитано; нічого не записано
save-appeared = тепер є файл { $file }, створений іншою програмою; його не перезаписано
save-hint-changed = Погляньте, що там тепер, а тоді прочитайте його знову або збережіть копію під іншою назвою.
save-hint-permission = Файл лише для читання: збережіть копію під іншою назвою або дозвольте записувати до нього.
save-hint-beside = У цій папці не можна створити новий файл, а в старий запис не ведеться, бо збій зіпсував би його: збережіть копію у власній папці.
save-hint-replace = Папка не дає замінити файл новим: збережіть копію у власній папці.
save-hint-kept = Новий текст не втрачено: він цілий у { $kept }.
save-hint-locked = Файл тримає інша програма — можливо, редактор, хмарний клієнт чи антивірус: закрийте його там і збережіть ще раз.
save-hint-network = Мережевий диск не відповідає: збережіть знову, коли він повернеться, або збережіть копію на цьому комп’ютері.
save-hint-special = Це пристрій або канал: оберіть іншу назву.
save-hint-name = Система не приймає цієї назви — можливо, вона задовга: оберіть іншу.
save-hint-full = Диск переповнений: звільніть місце або збережіть копію на іншому диску.
save-hint-folder = Це папка: оберіть назву для файла в ній.
save-hint-missing = Папки немає — можливо, від’єднано диск: збережіть копію деінде.
save-hint-elsewhere = Спробуйте ще раз або збережіть копію деінде.
save-hint-sync-folder = Збережіть ще раз; якщо не допоможе, збережіть копію на іншому диску.
save-unread = { $count ->
    [one] { $shown } частину файла не вдалося прочитати, і її буде пропущено
    [few] { $shown } частини файла не вдалося прочитати, і їх буде пропущено
   *[many] { $shown } частин файла не вдалося прочитати, і їх буде пропущено
}
save-unread-hint = Спершу виправте їх у файлі або погодьтеся їх пропустити.

backup-failed = резервної копії не створено: { $file }; самого документа це не стосується
backup-no-note = резервну копію створено, але не записано, чия вона: { $file }
backup-not-pruned = резервну копію, яка вже не потрібна, не вдалося вилучити: { $file }
backup-unread = резервну копію { $file } не вдається прочитати
backup-damaged = резервна копія { $file } не така, якою була створена
backup-hint-room = Перевірте, чи є місце на диску і чи можна записувати до цієї папки.
backup-hint-remove = Вилучіть її самі або залиште: наступне збереження спробує ще раз.
backup-hint-another = Оберіть іншу резервну копію.

# Pictures of charts. $width, $height: in points.
picture-size = Зображення розміром { $width } × { $height } пунктів неможливо намалювати
picture-size-hint = Виберіть менший розмір або менше пікселів на пункт.
# Told by readers of PDF beside the file within.
picture-attached = Що показує цей рисунок — щоб відкрити у Pledgebook
picture-not-made = Не вдалося зробити зображення
# $file: the picture's file.
figure-unread = зображення { $file } не вдалося прочитати
figure-no-picture = { $file } — не SVG, не PNG і не PDF
figure-ours-hint = Виберіть зображення, яке записав Pledgebook.
figure-no-view = { $file } не містить подання, яке показує
figure-no-view-hint = Його зробила або перезаписала без подання інша програма: виберіть файл, який записав Pledgebook.
figure-damaged = { $file } пошкоджено
figure-damaged-hint = Візьміть зображення ще раз звідти, звідки воно.
figure-newer = { $file } записала новіша версія Pledgebook, { $version }
figure-newer-hint = Відкрийте його цією версією або новішою.
