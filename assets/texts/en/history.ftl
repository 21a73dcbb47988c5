# The history of the document: a list of states, newest on top.

history-name = What was done
history-empty = Nothing was changed yet.
# The state before the first step.
history-begin = Before the first step
history-begin-opened = As it was opened
history-now = now
history-saved = saved
history-undone = undone
history-tip = Click to make the document as it was after this step.
