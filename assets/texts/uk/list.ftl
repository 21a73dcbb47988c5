list-name = Сторони
list-search = Шукати сторони
list-clear-search = Очистити пошук
list-no-parties = У цьому файлі немає жодної сторони.
list-nothing-matches = Жодна сторона не відповідає «{ $search }».
list-nothing-has-all = Жодна сторона не має всього вибраного.
list-show-all = Показати всі сторони

list-facet-eu = ЄС
list-facet-nato = НАТО
list-facet-g7 = G7
list-facet-money = Суми
list-more = Ще
list-more-chosen = Ще: { $count }
list-group-party = Сторона
list-group-signed = Підписано у
list-group-status = Стан зобов’язання
list-group-defence = Оборона
list-group-resilience = Стійкість
list-group-path = Шлях
list-group-justice = Справедливість і відновлення
list-group-term = Строк

list-sort-name = За назвою
list-sort-signed = За днем підписання
list-sort-measure = За сумою
list-sort-problems = За проблемами
list-measure-stage = Стадія
list-measure-type = Вид допомоги
list-fulfilled = виконано

list-row-signed = підписано { $date }
list-row-measure = { $stage } { $amount }
list-row-nothing = { $stage }: нічого не записано
list-row-fulfilled = { $percent } обіцяного на { $span }: { $stage }
list-row-nothing-arrived = на виконання обіцянки нічого не записано
list-problems = { $count ->
    [one] { $shown } проблема
    [few] { $shown } проблеми
    [many] { $shown } проблем
   *[other] { $shown } проблем
}
list-problems-tip = показати їх
