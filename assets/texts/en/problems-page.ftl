# The page of problems: all that the checks found.
page-problems = Problems
page-problems-tip = Show all that is wrong or doubtful in the dataset.
page-party = Party
page-party-tip = Show the page of one party.
problems-column-severity = Severity
problems-column-check = Check
problems-column-record = Record
problems-column-party = Party
problems-column-field = Field
problems-column-problem = Problem
problems-column-hint = What to do
problems-column-rule = Rule
problems-column-accepted = Accepted because
problems-copy = Copy as a table
problems-choose-all = Select all
problems-choose-none = Select none
# For a screen reader. $problem: record and message.
problems-choose = Select { $problem }
problems-accept = Accept…
problems-accept-chosen = Accept { $count }…
problems-unaccept = Undo acceptance
problems-fix = Fix
problems-fix-all = Fix what is safe
problems-fix-all-tip = Does every fix among these that loses nothing and invents nothing, as one step.
problems-why-none-safe = Nothing here can be fixed without a person looking at it.
problems-why-read-only = This document cannot be changed where it is: save a copy to edit.
problems-go-tip = Go to the record
# In the place of a record's id: what the file says of itself.
problems-dataset = Dataset
problems-all-parties = All parties
problems-all-checks = All checks
problems-accepted-chip = Accepted { $count }
problems-none = No problems
problems-none-but-accepted = Those that were accepted are not shown.
problems-none-here = No problem matches
problems-show-all = Show all problems

# The dialog that asks for the reason.
# $shown: $count as formatted text.
accept-title = { $count ->
    [one] Accept a problem
   *[other] Accept { $shown } problems
}
accept-more = and { $count } more
accept-reason = Reason
accept-reason-tip = The reason is saved in the file, and shown with the problem.
accept-do = Accept
accept-why-not = Say why first.

# What fixes do.
fix-trim-text = Take the spaces away
fix-cut-link = Cut the link to { $target }
fix-drop-repeat = Take the repetition out
fix-sort-statuses = Put the statuses in order of time
fix-forget-acceptance = Forget that { $check } was accepted
fix-swap-days = Swap the two days
fix-swap-period = Swap beginning and end
fix-mark-unverified = Mark the statement as unverified
fix-say-restates = Say that it restates { $target }
fix-say-counted-in = Say that it is counted in { $target }
fix-remove-source = Remove the source
fix-merge-source = Cite { $target } instead and remove this one
