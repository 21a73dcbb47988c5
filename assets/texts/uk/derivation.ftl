# Дерево під числом, рядок за рядком. Значення рядка стоїть поруч, після двокрапки.

derivation-all-parties = Усі сторони
# Що обіцяло зобов’язання ($commitment: його код, $stage: стадія).
derivation-promised = Обіцяно в { $commitment } · { $stage }
# Що надійшло на виконання зобов’язання.
derivation-towards = На виконання { $commitment } · { $stage }
# Сума записів, обраних у таблиці.
derivation-chosen =
    { $entries ->
        [one] { $number } обраний запис
        [few] { $number } обрані записи
       *[many] { $number } обраних записів
    }
derivation-basis = Основа: { $basis }
derivation-candidate = Не обрано: { $basis }; на { $behind } менше (повідомлено, тут не розписано)
derivation-candidate-same = Не обрано: { $basis }; щонайменше стільки ж
derivation-excluded = Не входить у суму: { $record } — { $reason }
derivation-as-reported = Як повідомляє джерело
derivation-undisclosed = Суми не названо: враховано поштучно, не додано
derivation-gdp = { $percent } × ВВП, { $country }, { $year } ({ $gdp }, { $vintage }, { $status })
derivation-gdp-carried = перенесено на { $year } рік, це припущення
derivation-no-gdp = ВВП за { $year } рік немає ({ $country }): частка невідома
# $rate: одиниць валюти за один євро.
derivation-rate = 1 EUR = { $rate } { $currency }
derivation-converted = { $sum } за курсом { $rates } (середній за { $period }; { $source })
derivation-no-rate = Немає курсу { $currency } за { $period }: показано, не перераховано
derivation-no-rate-no-time = Немає курсу { $currency }, бо час невідомий: показано, не перераховано
derivation-share-fulfils = { $percent } цього виконує { $commitment }
derivation-share-eu = { $percent } суми ЄС, за ключем { $key }
derivation-share-split =
    { $years ->
        [one] Поділено порівну на { $number } рік: це припущення
        [few] Поділено порівну на { $number } роки: це припущення
       *[many] Поділено порівну на { $number } років: це припущення
    }
derivation-read-as-years = Текст називає не всі роки: { $from }–{ $to } — наше прочитання
derivation-not-itemised = З цього записані частини лишають нерозписаним
derivation-preferred = Обрана цифра: { $reason }
derivation-preferred-later = На дату відсікання обраної цифри ще не знали; рахується ця
derivation-preferred-figure = Обрана цифра, пізніша
derivation-other-figure = Інша цифра
derivation-other-figure-why = Інша цифра, не обрана: { $reason }
derivation-adds-up =
    { $figures ->
        [one] { $number } цифра вище складає всю суму, до цента
        [few] { $number } цифри вище складають усю суму, до цента
       *[many] { $number } цифр вище складають усю суму, до цента
    }
derivation-read-as-year = Текст не називає часу: { $year }, рік оголошення, — наше прочитання

# Де імпортований запис стояв у файлі ($text: що стоїть у клітинці).
derivation-origin = З { $file }, рядок { $row }
derivation-origin-sheet = З { $file }, аркуш «{ $sheet }», рядок { $row }
derivation-origin-key = там зветься { $key }
derivation-origin-amount = сума там: «{ $text }»
derivation-origin-date = дата там: «{ $text }»
