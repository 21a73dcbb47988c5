notice-last-file-missing = Файлу { $path } більше немає; це зразок.
notice-saved = Збережено як { $path }.
notice-reloaded = Перечитано з диска.
notice-copied = Скопійовано.
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
