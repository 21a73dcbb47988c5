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
