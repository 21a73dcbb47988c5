# The dialog in which a file of the field is looked at before it comes in.
menu-import = Імпортувати…
menu-import-tip = Внести записи з файлу CSV, Excel, OpenDocument, JSON, Кільського інституту, FTS чи IATI в документ
importer-choose = Імпортувати файл
importer-file-kind = Таблиці та дані
importer-title = Імпорт: { $name }
importer-taking = Записи вносяться…
# $rows: how many, as it is shown.
importer-reading = Прочитано рядків: { $rows }
importer-stop = Зупинити
importer-take =
    { $count ->
        [one] Імпортувати { $shown } запис
        [few] Імпортувати { $shown } записи
       *[many] Імпортувати { $shown } записів
    }
importer-take-records =
    { $count ->
        [one] Імпортувати { $shown } запис
        [few] Імпортувати { $shown } записи
       *[many] Імпортувати { $shown } записів
    }
importer-nothing = Вносити нема чого.
# $remedy: a sentence.
importer-remedy = Що зробити: { $remedy }
# $sure: per cent, $why: by its heading.
importer-sure = { $sure } % · { $why }
importer-any-recipient = Для будь-якого отримувача
importer-running-totals = Суми як наростні підсумки
importer-running-totals-tip = Те, що файл лише підсумовує, вноситься як заява про наростний підсумок, який ніколи не додають до пакетів.
importer-sheet = Аркуш: { $name }
importer-sheet-hidden = { $name } (прихований)
importer-layout = Читати як: { $name }
importer-layout-sure = { $name } (певність { $sure } %)
importer-layout-lacks = { $name } – бракує: { $missing }
importer-no-heading = Без заголовків
importer-heading = Заголовки в рядку { $row }
importer-heading-two = Заголовки в рядках { $row } і { $below }
importer-heading-row = { $row }: { $cells }
importer-two-headings = Рядок нижче належить до них
importer-columns = Стовпці
importer-column = Стовпець { $number }
importer-column-holds = «{ $column }» містить: { $field }
importer-holds-nothing = не використано
importer-for-all = Де рядок не каже:
importer-for-all-is = { $field }: { $value }
importer-as-told = як у файлі
importer-scale-ones = цілі одиниці
importer-scale-thousands = тисячі
importer-scale-millions = мільйони
importer-scale-billions = мільярди
importer-day-first = спершу день
importer-month-first = спершу місяць
importer-mark = десятковий знак
importer-mark-comma = кома
importer-mark-point = крапка
importer-new-parties =
    { $count ->
        [one] { $shown } нова сторона
        [few] { $shown } нові сторони
       *[many] { $shown } нових сторін
    }
importer-new-parties-tip = Надавачі, яких у документі немає. Вони стають сторонами без угоди; з кого знято позначку, того не вносять.
importer-likely =
    { $count ->
        [one] { $shown } рядок, мабуть, тут уже є:
        [few] { $shown } рядки, мабуть, тут уже є:
       *[many] { $shown } рядків, мабуть, тут уже є:
    }
importer-likely-voice = ще один голос
importer-likely-voice-tip = Вноситься як повторення тієї самої суми: показано, але пораховано один раз.
importer-likely-out = не вносити
importer-likely-out-tip = З нього не вноситься нічого.
importer-likely-new = нові гроші
importer-likely-new-tip = Вноситься як окремі гроші й додається.
importer-differing =
    { $count ->
        [one] { $shown } запис відрізняється від того, що має той самий ідентифікатор:
        [few] { $shown } записи відрізняються від тих, що мають ті самі ідентифікатори:
       *[many] { $shown } записів відрізняються від тих, що мають ті самі ідентифікатори:
    }
importer-differing-keep = лишити наші
importer-differing-replace = взяти їхні
importer-records-new = Нові
importer-records-same = Слово в слово ті самі: { $count }
importer-records-differ = Відрізняються: { $ids }
importer-records-taken = Не можуть увійти, бо ідентифікатор належить запису іншого роду: { $ids }
importer-entries =
    { $entries ->
        [one] { $shown } запис; рядків прочитано: { $rows }.
        [few] { $shown } записи; рядків прочитано: { $rows }.
       *[many] { $shown } записів; рядків прочитано: { $rows }.
    }
importer-doubts = Спершу погляньте на це
importer-rows = Що стане з кожним рядком
importer-row = Рядок
importer-becomes = Що з нього стане
importer-show-all = Усі { $count }
importer-show-new = Нові { $count }
importer-show-likely = Ще один голос { $count }
importer-show-trouble = Не читаються { $count }
importer-show-out = Не вносяться { $count }
importer-stands = Там стоїть: { $raw }
importer-voice-of = Ще один голос до { $id }, пораховано один раз.
notice-imported =
    { $count ->
        [one] З { $file } імпортовано { $shown } запис.
        [few] З { $file } імпортовано { $shown } записи.
       *[many] З { $file } імпортовано { $shown } записів.
    }
importer-profile = Профіль «{ $name }»
importer-look = Переглянути
importer-records-out =
    { $count ->
        [one] { $shown } рядок не внесено:
        [few] { $shown } рядки не внесено:
       *[many] { $shown } рядків не внесено:
    }
importer-keep = Зберегти як профіль
importer-keep-tip = Файли з такими самими заголовками далі читаються так самі, тут і в командному рядку.
importer-keep-name = Назва профілю
notice-profile-kept = Збережено як { $path }.
notice-no-profile-name = Назва профілю складається з літер, цифр і дефісів.
importer-sums = У сумах
importer-sums-entries = Записів
importer-sums-sum = Сума
