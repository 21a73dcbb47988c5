derivation-pane-title = Derivation
derivation-pane-empty = Click any number to see where it comes from.
derivation-pane-copy = Copy as text
derivation-pane-left-out = { $count ->
    [one] { $shown } record not in the sum
   *[other] { $shown } records not in the sum
}
derivation-pane-fold = Fold
derivation-pane-unfold = Unfold
derivation-pane-open-source = Open the source
