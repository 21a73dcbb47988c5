app-name = Pledgebook
app-title = Pledgebook — { $name }
app-title-sample = Pledgebook — { $name } (зразок)
app-file-kind = Набір даних Pledgebook
app-copy-name = bezpekovi-uhody.ron
app-copy-of = { $name } (копія).ron
app-new-title = Без назви

status-sample = Зразок
status-read-only-sample = Зразок лише для читання
status-read-only-damaged = Лише для читання: дещо не вдалося прочитати
status-read-only-newer = Лише для читання: записано новішою версією
status-read-only-permission = Лише для читання: файл не можна записувати
status-save-copy = Зберегти копію, щоб змінювати
status-no-problems = Проблем немає
status-problems-tip = Що в наборі даних хибне чи сумнівне, крім прийнятого.
status-records = Записів: { $records }
status-choosing = Очікування вибору файлу…
status-opening = Відкриття…
status-saving = Збереження…
status-counting = Підрахунок…
status-comparing = Порівняння…
status-cancel = Скасувати
status-changes = { $count ->
    [one] { $shown } зміна
    [few] { $shown } зміни
    [many] { $shown } змін
   *[other] { $shown } зміни
}
status-changes-since = Ще не у файлі; востаннє збережено о { $time }.
status-changes-tip = Ще не у файлі.
status-changes-no-file = Документа ще немає в жодному файлі.
status-saved-at = Збережено о { $time }

banner-damaged = { $count ->
    [one] { $shown } частину цього файлу не вдалося прочитати. Його відкрито лише для читання, щоб нічого не втратити.
    [few] { $shown } частини цього файлу не вдалося прочитати. Його відкрито лише для читання, щоб нічого не втратити.
    [many] { $shown } частин цього файлу не вдалося прочитати. Його відкрито лише для читання, щоб нічого не втратити.
   *[other] { $shown } частин цього файлу не вдалося прочитати. Його відкрито лише для читання, щоб нічого не втратити.
}
banner-show = Показати їх
banner-hide = Сховати їх
banner-line = Рядок { $line }
banner-line-record = Рядок { $line }, { $record }
drop-here = Відпустіть файл із набором даних, щоб відкрити його

dialog-close = Закрити
dialog-cancel = Скасувати
dialog-copy = Копіювати текст
dialog-open = Відкрити
dialog-save = Зберегти
dialog-replace = Замінити
dialog-open-title = Відкрити файл
dialog-open-path = Шлях до файлу
dialog-save-title = Зберегти як
dialog-copy-title = Зберегти копію
dialog-version-title = Зберегти цю версію як
dialog-save-path = Куди записати
dialog-save-stands = Файл із такою назвою вже є.
dialog-loses-title = Дещо буде втрачено
dialog-loses-comments = У цей файл хтось вписав коментарі вручну. Коли його записує програма, їх не вдасться зберегти.
dialog-loses-unread = { $count ->
    [one] { $shown } частину файлу не вдалося прочитати, і в копії її не буде. Сам файл лишиться, як є.
    [few] { $shown } частини файлу не вдалося прочитати, і в копії їх не буде. Сам файл лишиться, як є.
    [many] { $shown } частин файлу не вдалося прочитати, і в копії їх не буде. Сам файл лишиться, як є.
   *[other] { $shown } частин файлу не вдалося прочитати, і в копії їх не буде. Сам файл лишиться, як є.
}
dialog-loses-save = Усе одно зберегти
dialog-trouble-open = Не вдалося відкрити файл
dialog-trouble-save = Не вдалося зберегти файл
dialog-trouble-look = Не вдалося прочитати файл для порівняння
dialog-trouble-version = Цю версію не вдається прочитати
dialog-trouble-kept = Документ, що був відкритий, лишився, як був.
dialog-trouble-place = Рядок { $line }, стовпець { $column }

about-version = Версія { $version }
about-what = Книга безпекових угод, які Україна підписала з партнерами, і допомоги, що надійшла за ними: що обіцяно, що надано, хто про це каже.
about-data = Доданий набір даних — за ліцензією CC BY 4.0; довідкові ряди мають ліцензії своїх джерел.

start-no-display = Немає екрана, на якому відкрити вікно.
start-no-display-hint = Запустіть програму у графічному сеансі або задайте DISPLAY чи WAYLAND_DISPLAY. Командний рядок працює без екрана: pledgebook --help
start-no-gpu = Немає графічного драйвера, щоб малювати.
start-no-gpu-hint = Установіть драйвер Vulkan або OpenGL; програмні теж годяться (у Debian та Ubuntu: mesa-vulkan-drivers, libgl1-mesa-dri). Командний рядок працює без них: pledgebook --help
start-window = Не вдалося відкрити вікно: { $why }
