# Кілька рядків разом.

# Позначка перед рядком.
several-choose = Обрати { $id }
several-choose-tip = Shift бере всі рядки між ними, Ctrl+A — усі, Esc — жодного.
# $what: 3 записи про допомогу
several-chosen = Обрано: { $what }
several-change = Змінити…
several-duplicate = Дублювати
several-delete = Вилучити…
several-copy = Копіювати
several-clear = Не обирати нічого

several-title = Змінити: { $what }
several-field = Поле
several-field-hint = Знайти поле
several-value = Нове значення
several-emptied = Поле стане порожнім.
several-required = Це поле не може бути порожнім.
several-which = Що мається на увазі?
several-preview = Що зміниться
# Значення до і після.
several-from-to = { $before } → { $after }
several-same = як є: { $value }
several-nothing = –
several-go =
    { $count ->
        [one] Змінити { $shown } запис
        [few] Змінити { $shown } записи
       *[many] Змінити { $shown } записів
    }
several-no-change = Нічого не зміниться.
