# The names of the steps of the history.
# $form: "name" in the history, "undo" and "redo" on the menu. $what: which record or records.

change-added = { $form ->
    [undo] Undo addition of { $what }
    [redo] Redo addition of { $what }
   *[name] addition of { $what }
}
change-duplicated = { $form ->
    [undo] Undo copy: { $what }
    [redo] Redo copy: { $what }
   *[name] copy: { $what }
}
change-changed = { $form ->
    [undo] Undo change of { $what }
    [redo] Redo change of { $what }
   *[name] change of { $what }
}
change-removed = { $form ->
    [undo] Undo removal of { $what }
    [redo] Redo removal of { $what }
   *[name] removal of { $what }
}
change-pasted = { $form ->
    [undo] Undo paste of { $what }
    [redo] Redo paste of { $what }
   *[name] paste of { $what }
}
change-imported = { $form ->
    [undo] Undo import of { $file }: { $what }
    [redo] Redo import of { $file }: { $what }
   *[name] import of { $file }: { $what }
}
change-accepted = { $form ->
    [undo] Undo acceptance of a problem: { $what }
    [redo] Redo acceptance of a problem: { $what }
   *[name] acceptance of a problem: { $what }
}
change-unaccepted = { $form ->
    [undo] Undo withdrawal of an acceptance: { $what }
    [redo] Redo withdrawal of an acceptance: { $what }
   *[name] withdrawal of an acceptance: { $what }
}
change-fixed = { $form ->
    [undo] Undo fix of { $what }
    [redo] Redo fix of { $what }
   *[name] fix of { $what }
}
change-recovered = { $form ->
    [undo] Undo recovery of { $what }
    [redo] Redo recovery of { $what }
   *[name] recovery of { $what }
}
change-restored = { $form ->
    [undo] Undo return to an earlier version
    [redo] Redo return to an earlier version
   *[name] return to an earlier version
}
# Which field of it ($step: one of the above).
change-of-field = { $step }: { $field }
# What was left unsaved before the program ended.
change-what-unsaved = what was not saved

# Whose it is ($party: a name; the second for names that end in s).
change-owner = { $party }’s
change-owner-s = { $party }’
change-what-entry = { $owner } { $noun }
change-what-entry-year = { $owner } { $year } { $noun }
change-what-agreement = { $owner } agreement
change-what-commitment = { $owner } commitment { $id }
change-what-gdp = GDP of { $party }
change-what-population = population of { $party }
# A record that belongs to nobody: source lt-s01.
change-what-other = { $kind } { $id }

# An aid entry by its stage.
change-noun-pledged = pledge
change-noun-committed = commitment
change-noun-allocated = allocation
change-noun-delivered = delivery
change-noun-unclear = unclear entry
