derivation-pane-title = Виведення
derivation-pane-empty = Натисніть на будь-яке число, щоб побачити, звідки воно.
derivation-pane-copy = Скопіювати як текст
derivation-pane-left-out = { $count ->
    [one] { $shown } запис не входить до суми
    [few] { $shown } записи не входять до суми
   *[many] { $shown } записів не входять до суми
}
derivation-pane-fold = Згорнути
derivation-pane-unfold = Розгорнути
derivation-pane-open-source = Відкрити джерело
