# Чому зміну не можна зробити. $kind: вид запису з малої літери; $field: назва поля.
refusal-no-record = Немає запису «{ $id }» ({ $kind }).
refusal-taken = Ідентифікатор «{ $id }» уже має інший запис ({ $kind }).
refusal-header-stays = Відомості файлу про себе вилучити не можна.
refusal-no-field = У цьому записі ({ $kind }) немає поля { $path }. Поля: { $known }.
refusal-required = «{ $field }» не може бути порожнім.
refusal-fixed = «{ $field }» не можна змінити.
refusal-refused = «{ $field }» не може бути таким: { $why }.
refusal-key-taken = Рядок «{ $key }» уже є.

# Рядки сценарію, які не можна виконати.
script-at-line = рядок { $line }: { $message }
script-quotes = Лапки не закрито.
script-quotes-hint = Текст із пробілами пишуть у лапках: "своїми словами".
script-order = «{ $word }» не є наказом.
script-orders-hint = Накази: set ID FIELD VALUE · clear ID FIELD · append ID LIST VALUE · add KIND FIELD=VALUE … · duplicate ID · remove ID … [cut | to ID] · accept CHECK RECORD REASON · undo · redo · save.
script-missing = Для «{ $order }» потрібно { $what }.
script-record = Немає запису «{ $id }».
script-record-hint = Ідентифікатори мають вигляд LT, lt-2024, lt-2024-c01, lt-a03, lt-s01; їх показують pledgebook list і pledgebook show.
script-kind = «{ $kind }» не є видом запису.
script-kind-hint = Види: party, agreement, commitment, aid, source, gdp, fx, population, eu_shares.
script-pair = «{ $word }» не має вигляду FIELD=VALUE.
script-pair-hint = Якщо значення має пробіли, візьміть усе слово в лапки: "summary=Протиповітряна оборона".
script-path = «{ $path }» не є полем.
script-path-hint = Поля називаються так, як у файлі: summary, figure.amount, fulfils[0].share, notes[general].
script-several = «{ $path }» містить кілька значень: назвіть одне з них.
script-no-list = «{ $path }» не є списком.
script-no-list-hint = Одне значення змінює set; append додає до списків, як-от fulfils, status, sources, other_figures.
script-ambiguous = «{ $text }» можна прочитати по-різному: { $meanings }
script-ambiguous-hint = Напишіть те, що мається на увазі.
script-unread = «{ $text }» не може стояти в полі { $path }.
script-linked = Посилань на цей запис: { $links }. Записів, які без нього неможливі: { $needing }.
script-linked-hint = «remove ID cut» прибирає посилання і вилучає ті записи; «remove ID to OTHER» переводить їх на інший запис.
script-field-hint = Цей рядок нічого не змінив.

# Документ, який сценарій змінити не може.
edit-read-only = { $file } не можна змінити: { $why }
edit-read-only-hint = Збережіть копію у вікні або виправте те, на що вказує pledgebook check.
edit-comments = { $file } містить коментарі, які збереження прибере
edit-comments-hint = Приберіть їх або спершу запишіть файл: «pledgebook fmt --write --drop-comments».
edit-unsaved = { $file } має незбережені зміни
edit-unsaved-hint = Їх показує «pledgebook recover»; спершу застосуйте або відкиньте їх.
script-not-opened = сценарій { $file } не вдалося прочитати
