dock-derivation = Виведення
dock-record = Запис

record-empty = Відкрийте запис, щоб прочитати чи змінити його весь.
