# The dialog before what a page shows goes out as a file.
menu-export-data = Експортувати дані…
menu-export-data-tip = Записати те, що показує сторінка, або весь набір даних для інших програм
exporter-title = Експорт даних
exporter-file-kind = Дані
exporter-kind = Як що
exporter-xlsx = Excel
exporter-book = Менший набір даних
exporter-package = Пакет даних
exporter-records = Усі записи (Excel)
exporter-what = Що
exporter-whole = Увесь набір даних, кожен його запис.
# $rows: how many, as it is shown.
exporter-rows =
    { $tables ->
        [one] Рядків: { $rows }, точно як показано.
        [few] { $tables } таблиці, рядків: { $rows }, точно як показано.
       *[many] { $tables } таблиць, рядків: { $rows }, точно як показано.
    }
exporter-table = Яка таблиця
exporter-table-rows = { $title } ({ $rows })
exporter-notes = Назва, припущення, джерела
exporter-notes-beside = у файлі поруч
exporter-notes-above = над рядками
exporter-notes-none = не писати
exporter-bom = Для Excel (позначка порядку байтів)
exporter-labels = Заголовки й слова
exporter-labels-words = як їх читають люди
exporter-labels-ids = як їх називають машини
exporter-csv-tip = Значення через кому в UTF-8. Десяткові дроби з крапкою, дні як 2024-06-27; текст, схожий на формулу, знешкоджено.
exporter-xlsx-tip = Книга зі справжніми числами й датами, сумами як формулами та аркушами приміток і джерел.
exporter-json-tip = Суми такі, як їх дає командний рядок; десяткові дроби текстом.
exporter-book-tip = Окремий набір даних, що знову відкривається: показані записи й усе, що їм потрібно.
exporter-package-tip = Архів zip із таблицею для кожного роду записів, їх описом, довідником полів, ліцензією та способом цитування (Frictionless Data Package).
exporter-records-tip = Книга з аркушем для кожного роду записів, яку можна знову імпортувати.
exporter-save = Зберегти…
exporter-no-records = Ніщо з показаного не є записом.
exporter-trouble = Файл не записано.
notice-exported = Записано у { $path }.
status-exporting = Запис…
exporter-iati-tip = Діяльності з грошима, які можна передати в IATI; чого не можна, те пораховано у файлі приміток поруч. Щоб оприлюднити під ідентифікатором вашої організації, скористайтеся командним рядком.
