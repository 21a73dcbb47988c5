# Рядки з електронної таблиці.

paste-column-nothing = Пропустити
paste-column-currency = Валюта суми
paste-column-time = Рік суми

# Чому рядок не взято і що робити.
paste-wrong-no-party = Немає сторони «{ $text }». Напишіть назву або код, як у списку.
paste-wrong-no-agreement-so = Немає угоди «{ $text }». Напишіть її код або її сторону.
paste-wrong-no-agreement = { $party } не має угоди. Спершу додайте її.
paste-wrong-no-commitment = Немає зобов’язання «{ $text }». Напишіть його код, наприклад lt-2024-c01.
paste-wrong-no-money = Немає ні зобов’язання, ні запису про допомогу «{ $text }». Напишіть код, наприклад lt-a03.
paste-wrong-no-source = Немає джерела «{ $text }». Напишіть його код, адресу чи назву або спершу додайте його.
paste-wrong-several = «{ $text }» — назва кількох: { $ids }. Напишіть код.
paste-wrong-no-word = «{ $text }» тут стояти не може. Може бути: { $names }.
paste-wrong-missing = Поле «{ $field }» не може бути порожнім.
paste-wrong-refused = Такого запису книга не приймає: { $why }

# Вікно.
paste-title = Вставити рядки
paste-field = Рядки з електронної таблиці
paste-field-hint = Скопіюйте рядки в електронній таблиці та вставте їх сюди.
paste-refused-empty = Там нічого не написано.
paste-refused-rows = Це { $count } рядків. За один раз можна вставити щонайбільше { $most }.
paste-refused-columns = Це { $count } стовпців. За один раз можна вставити щонайбільше { $most }.
# Чим стає кожен рядок ($kind: запис про допомогу).
paste-kind = Кожен рядок: { $kind }
paste-headings = Перший рядок — заголовки
paste-columns = Що у стовпцях
paste-column = Стовпець { $number }
# Стовпець і що в ньому, для читача з екрана.
paste-column-holds = { $column }: { $field }
paste-why-heading = за заголовком
paste-why-cells = так читаються { $read } з { $of } клітинок
paste-unit = Читати після кожної суми
paste-unit-hint = млн EUR
paste-for-all = Для всіх рядків, де цього не сказано
paste-not-chosen = не обрано
paste-for-all-is = { $field }: { $value }
paste-questions = Що мається на увазі?
# $text: клітинка, $column: її стовпець, $cells: скільки клітинок питають те саме.
paste-question =
    { $cells ->
        [one] «{ $text }» у «{ $column }»; таких клітинок { $shown }
        [few] «{ $text }» у «{ $column }»; таких клітинок { $shown }
       *[many] «{ $text }» у «{ $column }»; таких клітинок { $shown }
    }
paste-preview = Що стане з рядками
paste-show-all = усі { $count }
paste-show-new = нові { $count }
paste-show-same = уже відомі { $count }
paste-show-asks = чекають відповіді { $count }
paste-show-wrong = не прочитано { $count }
paste-take = Взяти
paste-row = Рядок { $number }
paste-record = Запис
paste-same-as = Каже те, що вже каже { $id }.
paste-same-as-row = Каже те, що й рядок { $number }.
paste-asks = Чекає відповіді вище.
# $column: який стовпець, $why: чому його клітинку не взято.
paste-at = { $column }: { $why }
paste-go =
    { $count ->
        [one] Вставити { $shown } рядок
        [few] Вставити { $shown } рядки
       *[many] Вставити { $shown } рядків
    }
paste-nothing = Жодного рядка не позначено.
paste-left =
    { $count ->
        [one] Вставлено { $shown } рядок. Решта каже, чому лишилася.
        [few] Вставлено { $shown } рядки. Решта каже, чому лишилася.
       *[many] Вставлено { $shown } рядків. Решта каже, чому лишилася.
    }
