# Що експортується: заголовки таблиць, примітки до них, негаразди.

export-amount-form = форма
export-amount-value = значення
export-amount-value-to = значення до
export-amount-currency = валюта
export-amount-period = вид часу
export-amount-from = від
export-amount-to = до

# Частина стовпця сум: «Сума: щонайменше».
# $column: стовпець; $part: одна з частин нижче.
export-part = { $column }: { $part }
export-part-low = щонайменше
export-part-high = щонайбільше
export-part-open = без верхньої межі
export-part-about = приблизних чисел
export-part-undisclosed = не розкрито (н/д)
export-part-not-converted = без курсу
export-part-estimate = оцінка
export-part-stage = стадія
