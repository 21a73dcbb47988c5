# Що питають і кажуть про файли: як полишають документ, що змінили інші, попередні версії.

file-moment = { $day }, { $time }
file-size-bytes = { $count ->
    [one] { $shown } байт
    [few] { $shown } байти
    [many] { $shown } байтів
   *[other] { $shown } байта
}
file-size-kb = { $shown } кБ
file-size-mb = { $shown } МБ

recent-missing = немає
recent-unreachable = недоступний

leave-title = Зберегти зміни в { $name }?
leave-title-gone = Записати { $name } знову?
leave-title-drafts = Полишити { $name }?
leave-changes = { $count ->
    [one] { $shown } зміни немає у файлі.
    [few] { $shown } змін немає у файлі.
    [many] { $shown } змін немає у файлі.
   *[other] { $shown } змін немає у файлі.
}
leave-drafts = { $count ->
    [one] У { $shown } полі є текст, що ще не став значенням; його буде втрачено.
    [few] У { $shown } полях є тексти, що ще не стали значеннями; їх буде втрачено.
    [many] У { $shown } полях є тексти, що ще не стали значеннями; їх буде втрачено.
   *[other] У { $shown } полях є тексти, що ще не стали значеннями; їх буде втрачено.
}
leave-gone = Самого файлу більше немає: того, що ви бачите, немає в жодному файлі.
leave-save = Зберегти
leave-drop = Не зберігати
leave-anyway = Полишити без нього

revert-title = Прочитати { $name } ще раз?
revert-lost = Якщо прочитати файл ще раз, це буде відкинуто. Скасувати цього не можна.
revert-drop = { $count ->
    [one] Відкинути { $shown } зміну
    [few] Відкинути { $shown } зміни
    [many] Відкинути { $shown } змін
   *[other] Відкинути { $shown } зміни
}
revert-again = Прочитати ще раз

banner-changed = Цей файл змінила інша програма. Ви бачите його таким, яким він був доти.
banner-changed-both = Цей файл змінила інша програма, і ви теж. Ще нічого не втрачено.
banner-gone = Файлу більше немає: інша програма вилучила його або перейменувала.
banner-not-now = Не зараз
banner-other-window-since = Цей файл відкрито й в іншому вікні, з { $since }. Про збережене в одному буде сказано в другому.
banner-other-window = Цей файл відкрито й в іншому вікні. Про збережене в одному буде сказано в другому.
outside-changed-title = { $name } змінила інша програма
outside-changed = Це вже не той файл, який ви відкрили, тож його не перезаписано. Ваші зміни лишилися тут.
outside-gone-title = { $name } більше немає
outside-gone = Інша програма вилучила його або перейменувала, тож нічого не записано. Ваш документ лишився тут.
outside-look = Переглянути відмінності
outside-reload = Прочитати файл знову
outside-save-copy = Зберегти мою як копію…
outside-save-as = Зберегти як…
outside-write-again = Записати знову
outside-replace = Замінити їхню версію

differences-title = Відмінності в { $name }
differences-both = { $count ->
    [one] Змінено з обох боків: { $shown } запис
    [few] Змінено з обох боків: { $shown } записи
    [many] Змінено з обох боків: { $shown } записів
   *[other] Змінено з обох боків: { $shown } запису
}
differences-there = { $count ->
    [one] Змінено у файлі: { $shown } запис
    [few] Змінено у файлі: { $shown } записи
    [many] Змінено у файлі: { $shown } записів
   *[other] Змінено у файлі: { $shown } запису
}
differences-here = { $count ->
    [one] Змінили ви: { $shown } запис
    [few] Змінили ви: { $shown } записи
    [many] Змінили ви: { $shown } записів
   *[other] Змінили ви: { $shown } запису
}
differences-version = { $count ->
    [one] Що в тій версії інакше: { $shown } запис
    [few] Що в тій версії інакше: { $shown } записи
    [many] Що в тій версії інакше: { $shown } записів
   *[other] Що в тій версії інакше: { $shown } запису
}
differences-same = { $what } — однаково з обох боків
differences-here-and-there = у вас { $here }; у файлі { $there }
differences-none = Відмінностей немає: записи ті самі.
differences-no-dataset = Те, що тепер у файлі, — не набір даних: його не можна прочитати, лише замінити чи залишити.
differences-unread = { $count ->
    [one] { $shown } частину файлу не вдається прочитати, її не порівняно.
    [few] { $shown } частини файлу не вдається прочитати, їх не порівняно.
    [many] { $shown } частин файлу не вдається прочитати, їх не порівняно.
   *[other] { $shown } частини файлу не вдається прочитати, їх не порівняно.
}
differences-replace-kept = Якщо ви заміните їхню версію, вона лишиться серед резервних копій.
difference-record = { $name } ({ $id })
difference-added = додано
difference-removed = вилучено
difference-changed = змінено: { $fields }
difference-changed-more = { $count ->
    [one] змінено: { $fields } та ще { $shown } поле
    [few] змінено: { $fields } та ще { $shown } поля
    [many] змінено: { $fields } та ще { $shown } полів
   *[other] змінено: { $fields } та ще { $shown } поля
}

backups-title = Попередні версії { $name }
backups-reading = Пошук…
backups-none = Їх ще немає: версію буде залишено під час кожного збереження.
backups-same = як тепер
backups-differs = { $count ->
    [one] інакший { $shown } запис
    [few] інакші { $shown } записи
    [many] інакших { $shown } записів
   *[other] інакші { $shown } запису
}
backups-unreadable = не вдається прочитати
backups-look = Переглянути
backups-restore = Повернути
backups-save-as = Зберегти як…
backups-look-name = Переглянути версію: { $when }
backups-restore-name = Повернути версію: { $when }
backups-save-as-name = Зберегти як файл версію: { $when }
backups-keep-saves = Скільки збережень тримати
backups-keep-days = За скільки днів тримати останню версію
backups-version-title = Версія: { $when }
