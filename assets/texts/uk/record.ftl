dock-derivation = Виведення
dock-record = Запис
dock-history = Історія

record-empty = Відкрийте запис, щоб прочитати чи змінити його весь.
