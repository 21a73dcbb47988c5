# The page of commitments: parties by areas.
page-commitments = Commitments
page-commitments-tip = Show what was promised, by party and area.
