# Rows of our own tables that are left out.
records-trouble-sheet-column = { $sheet }, рядок { $row }, { $column }: { $why }
records-trouble-sheet = { $sheet }, рядок { $row }: { $why }
records-trouble-column = рядок { $row }, { $column }: { $why }
records-trouble = рядок { $row }: { $why }
records-wrong-number = «{ $text }» – не число.
records-wrong-whole = «{ $text }» – не ціле число.
records-wrong-date = «{ $text }» – не дата: пишіть 2024, 2024-06 або 2024-06-27.
records-wrong-flag = «{ $text }» – ні true, ні false.
records-wrong-mistake = Формула каже { $text }: виправте її або поставте значення.
records-wrong-twice = Ідентифікатор «{ $text }» уже стоїть в іншому рядку.
records-wrong-beyond = «{ $text }» стоїть за останнім стовпцем: у рядку забагато клітинок.
records-wrong-refused = Відхилено: { $text }
records-wrong-word = «{ $text }» – жодне з { $all }.
records-wrong-owner = Належить до «{ $id }», а такого запису в таблиці { $kind } немає.
records-left-out =
    { $count ->
        [one] { $shown } рядок не внесено:
        [few] { $shown } рядки не внесено:
       *[many] { $shown } рядків не внесено:
    }
