notice-last-file-missing = Файлу { $path } більше немає; це зразок.
notice-saved = Збережено як { $path }.
notice-reloaded = Перечитано з диска.
notice-copied = Скопійовано.
notice-settings-not-read = Деякі налаштування мають звичні значення: { $why }
notice-settings-not-written = Не вдалося зберегти налаштування: { $why }
notice-cancelled = Скасовано.
notice-work-lost = Робота скінчилася без результату; документ лишився, як був.
notice-dismiss = Прибрати
notice-read-only = Цей документ не можна змінити на місці: збережіть копію для редагування.
notice-not-changed = Нічого не змінено: { $why }
notice-fixed = { $count ->
    [one] Виправлено { $shown } проблему.
    [few] Виправлено { $shown } проблеми.
   *[many] Виправлено { $shown } проблем.
}
notice-not-fixed = Так це вже не виправити.
