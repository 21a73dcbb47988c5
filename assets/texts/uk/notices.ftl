notice-last-file-missing = Файлу { $path } більше немає; це зразок.
notice-saved = Збережено як { $path }.
notice-saved-one-name = Збережено як { $path }. Цей файл має на диску й інші назви (жорсткі посилання): під ними лишився старий текст.
notice-copy-saved = Копія у { $path }.
notice-no-backup = Збережено, але попередню версію не вдалося залишити: { $why }
notice-when-saved = Документ саме зберігається; після цього буде виконано.
notice-restored = Документ тепер такий, яким був { $when }. Цю зміну можна скасувати.
notice-not-over-itself = Попередня версія не записується поверх відкритого файлу: поверніть її або оберіть іншу назву.
notice-reloaded = Перечитано з диска.
# $why: what failed.
notice-not-protected = Доки не збережете, зміни не захищено від збою: { $why }
notice-protected-again = Зміни знову захищено від збою.
notice-nothing-left = Нічого незбереженого не лишилося.
notice-left-unread = Можливо, щось лишилося незбереженим: { $why }
notice-copied = Скопійовано.
notice-link-copied = Посилання скопійовано.
notice-settings-not-read = Деякі налаштування мають звичні значення: { $why }
notice-settings-not-written = Не вдалося зберегти налаштування: { $why }
notice-cancelled = Скасовано.
notice-work-lost = Робота скінчилася без результату; документ лишився, як був.
notice-pasted =
    { $count ->
        [one] Вставлено { $shown } рядок.
        [few] Вставлено { $shown } рядки.
       *[many] Вставлено { $shown } рядків.
    }
notice-no-rows = У буфері обміну немає рядків із клітинками.
notice-dismiss = Прибрати
notice-read-only = Цей документ не можна змінити на місці: збережіть копію для редагування.
notice-not-changed = Нічого не змінено: { $why }
notice-removed = Вилучено: { $what }. Скасування поверне.
notice-fixed = { $count ->
    [one] Виправлено { $shown } проблему.
    [few] Виправлено { $shown } проблеми.
   *[many] Виправлено { $shown } проблем.
}
notice-not-fixed = Так це вже не виправити.
