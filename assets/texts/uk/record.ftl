dock-derivation = Виведення
dock-record = Запис
dock-history = Історія

record-empty = Відкрийте запис, щоб прочитати чи змінити його весь.
record-gone = Такого запису більше немає: { $record }.
record-edit = Редагувати: { $record }
record-show = Показати на сторінці
record-choose = Оберіть…
record-none = не сказано
record-usual = звичайно
record-search-hint = Пошук
record-find-hint = Код, слова, сторона
record-find-nothing = Таких слів немає ніде.
record-link-missing = { $id } · такого запису немає
record-open-linked = Відкрити { $id }
record-open-address = Відкрити адресу
record-phrase-words = слів: { $count } з { $most }

record-add = Додати: { $what }
record-add-short = Додати
record-remove = Вилучити: { $what }
record-move-up = Пересунути вище: { $what }
record-move-down = Пересунути нижче: { $what }
record-rename = Про щось інше
record-key-year = Рік
record-key-month = Місяць
record-key-country = Країна або союз
record-key-about = Про що
record-new-item = Нове: { $what }

record-new = Новий запис: { $kind }
record-new-tip = Що треба знати, щоб запис міг бути. Решту можна дописати згодом.
record-make = Додати
record-make-forget = Відкинути
record-make-lacks = Ще треба: { $fields }

record-read-as = = { $value }
record-read-as-nothing = нічого: поле буде порожнім
record-which = Що мається на увазі?
record-draft = Ще не прийнято. У документі: { $value }.
record-draft-forget = Відкинути текст
record-homeless = Набрано в полі «{ $field }», якого більше немає: { $text }
record-required = Поле «{ $field }» не може бути порожнім.
record-key-taken = Запис { $key } тут уже є.
record-fixed = Поле «{ $field }» не можна змінити.
record-refused = Запис цього не приймає: { $why }
record-form-exact = точно
record-form-about = близько
record-form-up-to = до
record-form-at-least = щонайменше
record-form-range = від і до
record-form-undisclosed = не розголошено

status-unfinished = { $count ->
    [one] { $shown } незавершений текст
    [few] { $shown } незавершені тексти
   *[many] { $shown } незавершених текстів
}
status-unfinished-tip = Набрано, але ще не прийнято до документа. Показує перший.

delete-title = Вилучити { $what }?
delete-links = { $count ->
    [one] Сюди веде { $shown } посилання:
    [few] Сюди ведуть { $shown } посилання:
   *[many] Сюди ведуть { $shown } посилань:
}
delete-also = { $count ->
    [one] { $shown } запис без цього не може бути, тож теж зникне:
    [few] { $shown } записи без цього не можуть бути, тож теж зникнуть:
   *[many] { $shown } записів без цього не можуть бути, тож теж зникнуть:
}
delete-more = { $count ->
    [one] і ще { $shown }
    [few] і ще { $shown }
   *[many] і ще { $shown }
}
delete-target = Нехай ведуть до
delete-target-none = Жодного іншого запису
delete-move = Перевести на { $id } і вилучити
delete-cut = Прибрати посилання і вилучити
delete-cut-also = Вилучити все
