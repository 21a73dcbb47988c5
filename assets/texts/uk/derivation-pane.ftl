derivation-pane-title = Виведення
derivation-pane-empty = Натисніть на будь-яке число, щоб побачити, звідки воно.
derivation-pane-copy = Скопіювати як текст
