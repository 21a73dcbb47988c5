# Назви кроків історії. Назви країн не відмінюються: вони стоять після двокрапки.
# $form: «name» в історії, «undo» та «redo» в меню. $what: який запис або записи.

change-added = { $form ->
    [undo] Скасувати додавання: { $what }
    [redo] Повторити додавання: { $what }
   *[name] додавання: { $what }
}
change-duplicated = { $form ->
    [undo] Скасувати копіювання: { $what }
    [redo] Повторити копіювання: { $what }
   *[name] копіювання: { $what }
}
change-changed = { $form ->
    [undo] Скасувати зміну: { $what }
    [redo] Повторити зміну: { $what }
   *[name] зміна: { $what }
}
change-removed = { $form ->
    [undo] Скасувати вилучення: { $what }
    [redo] Повторити вилучення: { $what }
   *[name] вилучення: { $what }
}
change-pasted = { $form ->
    [undo] Скасувати вставлення: { $what }
    [redo] Повторити вставлення: { $what }
   *[name] вставлення: { $what }
}
change-imported = { $form ->
    [undo] Скасувати імпорт із { $file }: { $what }
    [redo] Повторити імпорт із { $file }: { $what }
   *[name] імпорт із { $file }: { $what }
}
change-accepted = { $form ->
    [undo] Скасувати прийняття проблеми: { $what }
    [redo] Повторити прийняття проблеми: { $what }
   *[name] прийняття проблеми: { $what }
}
change-unaccepted = { $form ->
    [undo] Скасувати відкликання прийняття: { $what }
    [redo] Повторити відкликання прийняття: { $what }
   *[name] відкликання прийняття: { $what }
}
change-fixed = { $form ->
    [undo] Скасувати виправлення: { $what }
    [redo] Повторити виправлення: { $what }
   *[name] виправлення: { $what }
}
change-recovered = { $form ->
    [undo] Скасувати відновлення: { $what }
    [redo] Повторити відновлення: { $what }
   *[name] відновлення: { $what }
}
change-restored = { $form ->
    [undo] Скасувати повернення до ранішої версії
    [redo] Повторити повернення до ранішої версії
   *[name] повернення до ранішої версії
}
# Яке поле ($step: одне з наведеного вище).
change-of-field = { $step } — { $field }
# Що лишилося незбереженим, коли програма завершилася.
change-what-unsaved = те, чого не було збережено

# Чиє воно ($party: назва; друге — для англійських назв на s).
change-owner = { $party },
change-owner-s = { $party },
change-what-entry = { $owner } { $noun }
change-what-entry-year = { $owner } { $noun } { $year } року
change-what-agreement = { $owner } угода
change-what-commitment = { $owner } зобов’язання { $id }
change-what-gdp = ВВП, { $party }
change-what-population = населення, { $party }
# Запис, який не належить нікому: джерело lt-s01.
change-what-other = { $kind } { $id }

# Запис про допомогу за його стадією.
change-noun-pledged = обіцянка
change-noun-committed = зобов’язання
change-noun-allocated = виділення
change-noun-delivered = надання
change-noun-unclear = неясний запис
