derivation-pane-title = Derivation
derivation-pane-empty = Click any number to see where it comes from.
derivation-pane-copy = Copy as text
