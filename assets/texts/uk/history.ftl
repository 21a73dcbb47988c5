# Історія документа: перелік станів, найновіший угорі.

history-name = Що зроблено
history-empty = Ще нічого не змінено.
# Стан перед першим кроком.
history-begin = Перед першим кроком
history-begin-opened = Як було відкрито
history-now = зараз
history-saved = збережено
history-undone = скасовано
history-tip = Клацніть, щоб документ став таким, як після цього кроку.
