//! The contracts: one for each layout of the Kiel Institute's Ukraine Support Tracker and of tables that
//! others derive from it. A new release needs a line here and no code.
//!
//! | release | main sheet | what is committed | what is allocated |
//! |---|---|---|---|
//! | 7–17 | no stage named | the total in euro, on a package's first row | – |
//! | 18–20 | `Type of donation` | the total in euro of every row that has one, allocations too | the redistributed euro of allocation rows |
//! | 21–29 | `measure` | `tot_activity_value_EUR` of every row | `tot_sub_activity_value_EUR_redistr` of allocation rows |

use super::contract::{Column, Contract, Need, Role, Scale, Shape, Why};
use crate::model::AidType::{Financial, Humanitarian, Military, Mixed};
use crate::model::Stage::{Allocated, Committed, Delivered};
use Need::{May, Must, Never};

const fn column(need: Need, role: Role, names: &'static [&'static str]) -> Column {
    Column {
        role,
        names,
        need,
        after: None,
    }
}

const fn must(role: Role, names: &'static [&'static str]) -> Column {
    column(Must, role, names)
}

const fn may(role: Role, names: &'static [&'static str]) -> Column {
    column(May, role, names)
}

const fn never(names: &'static [&'static str]) -> Column {
    column(Never, Role::Known, names)
}

const DONOR: &[&str] = &["Countries", "donor", "Country", "donors"];
const DATE: &[&str] = &["Announcement Date", "announcement_date"];
const GENERAL: &[&str] = &["Type of Aid General", "aid_type_general"];
const SPECIFIC: &[&str] = &["Type of Aid Specific", "aid_type_specific"];
const WORDS: &[&str] = &["Explanation", "explanation"];
const CURRENCY: &[&str] = &["Original Currency", "reporting_currency"];
const GIVEN: &[&str] = &["Monetary Value as Given by Source", "source_reported_value"];
const ITEM: Column = Column {
    role: Role::Item,
    names: &["Items", "Item", "item"],
    need: May,
    after: Some(Role::Given),
};
const UNITS: &[&str] = &["No. of Units", "item_numb", "item_number", "item_units"];
const ESTIMATE: &[&str] = &[
    "Value committed (own estimate, in USD)",
    "item_value_estimate_USD",
];
const CARRIES: &[&str] = &[
    "Total_value_dummy (1 is first row in the package)",
    "Total_value_dummy",
];
const LINK: &[&str] = &["Source of Aid 1", "source_of_aid_1", "source_1", "source1"];
const INITIATIVE: &[&str] = &["International Initiative", "international_initiative"];
const EARMARKED: &[&str] = &["Earmarked year", "earmarked_year"];
const MEASURE: &[&str] = &["measure", "Type of donation"];
const ALLOCATED: &[&str] = &[
    "tot_sub_activity_value_EUR_redistr",
    "Allocated Total in EUR (redistributed)",
];

/// Releases 7 to 17: everything is committed, no stage is named.
const MAIN_7: Contract = Contract {
    id: "kiel-main-r07",
    releases: (7, 17),
    sheet: "main data",
    original: true,
    shape: Shape::Main,
    scale: Scale::One,
    columns: &[
        must(Role::Id, &["ID"]),
        must(Role::Donor, DONOR),
        must(Role::Date, DATE),
        must(Role::General, GENERAL),
        must(Role::TotalEur, &["Converted Value in EUR"]),
        may(Role::Specific, SPECIFIC),
        may(Role::Words, WORDS),
        may(Role::Currency, CURRENCY),
        may(Role::Given, GIVEN),
        ITEM,
        may(Role::Units, UNITS),
        may(Role::EstimateUsd, ESTIMATE),
        may(Role::Carries, CARRIES),
        may(Role::Total, &["Total"]),
        may(
            Role::DeliveredEur,
            &["Total monetary value delivered in EUR"],
        ),
        may(Role::Link, LINK),
        may(Role::Initiative, INITIATIVE),
        may(Role::Earmarked, EARMARKED),
        never(MEASURE),
        never(ALLOCATED),
    ],
};

/// Releases 18 to 20: `Type of donation`.
const MAIN_18: Contract = Contract {
    id: "kiel-main-r18",
    releases: (18, 20),
    sheet: "main data",
    original: true,
    shape: Shape::Main,
    scale: Scale::One,
    columns: &[
        must(Role::Id, &["ID"]),
        must(Role::Donor, DONOR),
        must(Role::Date, DATE),
        must(Role::General, GENERAL),
        must(Role::Measure, &["Type of donation"]),
        must(Role::TotalEur, &["Converted Value in EUR"]),
        must(
            Role::AllocatedEur,
            &["Allocated Total in EUR (redistributed)"],
        ),
        may(Role::AllocatedRawEur, &["Allocated Total in EUR"]),
        may(Role::AllocatedOwn, &["Allocated Total"]),
        may(Role::SubId, &["Allocation ID"]),
        may(Role::Specific, SPECIFIC),
        may(Role::Words, WORDS),
        may(Role::Currency, CURRENCY),
        may(Role::Given, GIVEN),
        ITEM,
        may(Role::Units, UNITS),
        may(Role::EstimateUsd, ESTIMATE),
        may(Role::Carries, CARRIES),
        may(Role::Total, &["Total"]),
        may(
            Role::DeliveredEur,
            &["Total monetary value delivered in EUR"],
        ),
        may(Role::Link, LINK),
        may(Role::Initiative, INITIATIVE),
        may(Role::Earmarked, EARMARKED),
    ],
};

/// Releases 21 to 29: `measure`, names in small letters.
const MAIN_21: Contract = Contract {
    id: "kiel-main-r21",
    releases: (21, 29),
    sheet: "main data",
    original: true,
    shape: Shape::Main,
    scale: Scale::One,
    columns: &[
        must(Role::Donor, DONOR),
        must(Role::Date, DATE),
        must(Role::General, GENERAL),
        must(Role::Measure, &["measure"]),
        must(Role::TotalEur, &["tot_activity_value_EUR"]),
        must(Role::AllocatedEur, &["tot_sub_activity_value_EUR_redistr"]),
        may(Role::AllocatedRawEur, &["tot_sub_activity_value_EUR"]),
        may(Role::AllocatedOwn, &["tot_sub_activity_value"]),
        may(Role::Id, &["activity_id", "ID", "aid_id"]),
        may(Role::SubId, &["sub_activity_id"]),
        may(Role::Specific, SPECIFIC),
        may(Role::Words, WORDS),
        may(Role::Currency, CURRENCY),
        may(Role::Given, GIVEN),
        ITEM,
        may(Role::Units, UNITS),
        may(Role::EstimateUsd, ESTIMATE),
        may(Role::Carries, CARRIES),
        may(Role::Total, &["tot_activity_value"]),
        may(Role::DeliveredEur, &["tot_value_deliv_EUR"]),
        may(Role::Link, LINK),
        may(Role::Initiative, INITIATIVE),
        may(Role::Earmarked, EARMARKED),
    ],
};

/// Rows of the main sheet as a Norwegian page derives them: no ids, no words.
const ACTIVITIES: Contract = Contract {
    id: "kiel-activities",
    releases: (21, 29),
    sheet: "",
    original: false,
    shape: Shape::Main,
    scale: Scale::One,
    columns: &[
        must(Role::Donor, &["giver"]),
        must(Role::Date, &["dato"]),
        must(Role::General, &["kategori"]),
        must(Role::Measure, &["maal"]),
        must(Role::TotalEur, &["verdi_eur_activity"]),
        must(Role::AllocatedEur, &["verdi_eur_redistr"]),
        may(Role::AllocatedRawEur, &["verdi_eur"]),
    ],
};

/// The same of an earlier form: only what is allocated, before it was redistributed.
const ACTIVITIES_EARLY: Contract = Contract {
    id: "kiel-activities-early",
    releases: (21, 29),
    sheet: "",
    original: false,
    shape: Shape::Main,
    scale: Scale::One,
    columns: &[
        must(Role::Donor, &["giver"]),
        must(Role::Date, &["dato"]),
        must(Role::General, &["kategori"]),
        must(Role::Measure, &["maal"]),
        must(Role::AllocatedEur, &["verdi_eur"]),
        never(&["verdi_eur_redistr", "verdi_eur_activity"]),
    ],
};

/// Sums of a month by giver, type and measure, as the same page derives them.
const SERIES: Contract = Contract {
    id: "kiel-months-by-type",
    releases: (21, 29),
    sheet: "",
    original: false,
    shape: Shape::Main,
    scale: Scale::One,
    columns: &[
        must(Role::Donor, &["land"]),
        must(Role::Year, &["aar"]),
        must(Role::Month, &["maaned"]),
        must(Role::General, &["kategori"]),
        must(Role::Measure, &["maal"]),
        must(Role::AllocatedEur, &["sum_eur"]),
    ],
};

/// `Country Summary` of releases 7 to 17: commitments only.
const SUMMARY_7: Contract = Contract {
    id: "kiel-summary-r07",
    releases: (7, 17),
    sheet: "country summary",
    original: true,
    shape: Shape::Summary,
    scale: Scale::Billion,
    columns: &[
        must(Role::Donor, &["Country"]),
        must(Role::Sum(Committed, Financial), &["Financial commitments"]),
        must(
            Role::Sum(Committed, Humanitarian),
            &["Humanitarian commitments"],
        ),
        must(Role::Sum(Committed, Military), &["Military commitments"]),
        may(
            Role::Sum(Committed, Mixed),
            &["Total bilateral commitments"],
        ),
        may(Role::WithUnion, &["Total bilateral and EU assistance"]),
        may(Role::Gdp, &["GDP (2021)"]),
        never(&["Financial allocations"]),
    ],
};

/// `Country Summary (€)` and `($)` of the later releases, and the same as the table of a text file.
const SUMMARY_18: Contract = Contract {
    id: "kiel-summary-r18",
    releases: (18, 29),
    sheet: "country summary",
    original: true,
    shape: Shape::Summary,
    scale: Scale::Billion,
    columns: &[
        must(Role::Donor, &["Country", "land"]),
        must(
            Role::Sum(Allocated, Financial),
            &["Financial allocations", "financial_allocation"],
        ),
        must(
            Role::Sum(Allocated, Humanitarian),
            &["Humanitarian allocations", "humanitarian_allocation"],
        ),
        must(
            Role::Sum(Allocated, Military),
            &["Military allocations", "military_allocation"],
        ),
        must(
            Role::Sum(Allocated, Mixed),
            &["Total bilateral allocations", "total_allocation"],
        ),
        must(
            Role::Sum(Committed, Financial),
            &["Financial commitments", "financial_commitment"],
        ),
        must(
            Role::Sum(Committed, Humanitarian),
            &["Humanitarian commitments", "humanitarian_commitment"],
        ),
        must(
            Role::Sum(Committed, Military),
            &["Military commitments", "military_commitment"],
        ),
        must(
            Role::Sum(Committed, Mixed),
            &["Total bilateral commitments", "total_commitment"],
        ),
        may(Role::WithUnion, &["total_allocation_inkl_eu"]),
        may(Role::WithUnion, &["total_commitment_inkl_eu"]),
        may(Role::Gdp, &["GDP (2021)"]),
    ],
};

/// What is allocated by giver, in the data of a web page (JSON); billions by its own word at the top.
const BY_COUNTRY: Contract = Contract {
    id: "kiel-by-country",
    releases: (21, 29),
    sheet: "",
    original: false,
    shape: Shape::Summary,
    scale: Scale::Billion,
    columns: &[
        must(Role::Donor, &["country"]),
        must(Role::Known, &["euMember"]),
        must(Role::Sum(Allocated, Financial), &["financial"]),
        must(Role::Sum(Allocated, Humanitarian), &["humanitarian"]),
        must(Role::Sum(Allocated, Military), &["military"]),
        must(Role::Sum(Allocated, Mixed), &["total"]),
    ],
};

/// The web data of the Kiel Institute itself: a giver's month.
const EXPLORER: Contract = Contract {
    id: "kiel-data-explorer",
    releases: (28, 29),
    sheet: "",
    original: true,
    shape: Shape::Months,
    scale: Scale::Billion,
    columns: &[
        must(Role::Donor, &["country"]),
        must(Role::Iso, &["iso"]),
        must(Role::Year, &["year"]),
        must(Role::Month, &["month"]),
        must(Role::Sum(Allocated, Financial), &["financial"]),
        must(Role::Sum(Allocated, Humanitarian), &["humanitarian"]),
        must(Role::Sum(Allocated, Military), &["military"]),
        must(Role::Sum(Committed, Mixed), &["commitments"]),
        may(Role::Sum(Allocated, Mixed), &["total"]),
        may(Role::Known, &["to_be_allocated"]),
        may(Role::Gdp, &["gdp"]),
        may(Role::Gdp, &["pct_gdp"]),
    ],
};

/// Budget support paid out, by month, as the Norwegian page derives it.
const DISBURSED: Contract = Contract {
    id: "kiel-disbursements",
    releases: (21, 29),
    sheet: "",
    original: false,
    shape: Shape::Months,
    scale: Scale::Billion,
    columns: &[
        must(Role::Donor, &["giver"]),
        must(Role::Year, &["aar"]),
        must(Role::Month, &["maaned"]),
        must(Role::Sum(Delivered, Financial), &["verdi_eur_mrd"]),
        never(&["maal"]),
    ],
};

/// A month a row, a giver a column, in EUR million, all that was known by then.
const CUMULATED: Contract = Contract {
    id: "kiel-cumulated",
    releases: (21, 29),
    sheet: "",
    original: false,
    shape: Shape::Cumulated,
    scale: Scale::Million,
    columns: &[must(Role::Date, &["Month", "year_month"])],
};

/// Heavy weapons by giver, of the Kiel Institute's web data.
const WEAPONS: Contract = Contract {
    id: "kiel-weapons",
    releases: (28, 29),
    sheet: "",
    original: true,
    shape: Shape::Weapons,
    scale: Scale::One,
    columns: &[
        must(Role::Donor, &["donor"]),
        must(Role::Category, &["category"]),
        must(Role::Units, &["number_of_weapons"]),
        must(Role::TotalEur, &["monetary_value_eur"]),
        may(Role::Words, &["weapons_list"]),
    ],
};

const fn no_entries(id: &'static str, why: Why, columns: &'static [Column]) -> Contract {
    Contract {
        id,
        releases: (7, 29),
        sheet: "",
        original: true,
        shape: Shape::NoEntries(why),
        scale: Scale::Billion,
        columns,
    }
}

/// All givers together, by month.
const WORLD: Contract = no_entries(
    "kiel-total-allocations",
    Why::World,
    &[
        must(Role::Year, &["year"]),
        must(Role::Month, &["month"]),
        must(Role::Sum(Allocated, Mixed), &["total_allocations"]),
        must(Role::Sum(Allocated, Military), &["military"]),
        must(Role::Sum(Allocated, Financial), &["financial"]),
        must(Role::Sum(Allocated, Humanitarian), &["humanitarian"]),
    ],
);

/// All givers together, by month, in the data of a web page.
const WORLD_WEB: Contract = no_entries(
    "kiel-by-month",
    Why::World,
    &[
        must(Role::Date, &["date"]),
        must(Role::Sum(Allocated, Military), &["military"]),
        must(Role::Sum(Allocated, Financial), &["financial"]),
        must(Role::Sum(Allocated, Humanitarian), &["humanitarian"]),
        must(Role::Sum(Allocated, Mixed), &["total"]),
    ],
);

/// From stock or bought, all givers together.
const PROCUREMENT: Contract = no_entries(
    "kiel-procurement",
    Why::World,
    &[
        must(Role::Year, &["year"]),
        must(Role::Month, &["month"]),
        must(Role::Known, &["stockpile"]),
        must(Role::Known, &["procurement"]),
        must(Role::Known, &["unspecified"]),
        may(Role::Known, &["nato_purl"]),
    ],
);

/// Which release the web data is of.
const RELEASE: Contract = no_entries(
    "kiel-release",
    Why::Release,
    &[
        must(Role::Known, &["release"]),
        must(Role::Known, &["period"]),
        must(Role::Known, &["label"]),
    ],
);

/// The members' shares in the Union's money, of the web data.
const UNION_SHARES: Contract = no_entries(
    "kiel-union-shares",
    Why::Union,
    &[
        must(Role::Donor, &["country"]),
        must(Role::Known, &["bilateral_pct_gdp"]),
        must(Role::Known, &["eu_share_pct_gdp"]),
        must(Role::Known, &["eu_share_bn"]),
    ],
);

/// The same as sheets of the workbooks.
const UNION_SHEET: Contract = no_entries(
    "kiel-union-shares-sheet",
    Why::Union,
    &[
        must(Role::Donor, &["Country"]),
        must(
            Role::Known,
            &[
                "Country Share on total EU budget",
                "Share of GNI",
                "Country Capital Share",
            ],
        ),
        must(
            Role::Known,
            &[
                "Share of EU Aid in billion EUR",
                "Share of EPF Aid (billion EUR)",
                "Share of EIB Aid in billion EUR",
                "Share of EU Committed aid (€ billion)",
            ],
        ),
    ],
);

/// Every contract. Of those that a file fulfils, the first is taken.
pub const CONTRACTS: &[Contract] = &[
    MAIN_21,
    MAIN_18,
    MAIN_7,
    ACTIVITIES,
    ACTIVITIES_EARLY,
    SERIES,
    EXPLORER,
    DISBURSED,
    CUMULATED,
    WEAPONS,
    SUMMARY_18,
    SUMMARY_7,
    BY_COUNTRY,
    WORLD,
    WORLD_WEB,
    PROCUREMENT,
    RELEASE,
    UNION_SHARES,
    UNION_SHEET,
];

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_contract_has_a_name_of_its_own_and_says_whose_money_it_is_or_why_not() {
        let ids: BTreeSet<&str> = CONTRACTS.iter().map(|c| c.id).collect();
        assert_eq!(ids.len(), CONTRACTS.len());
        for contract in CONTRACTS {
            assert!(contract.musts().count() > 0, "{}", contract.id);
            assert!(contract.releases.0 <= contract.releases.1);
            let gives = contract.musts().any(|c| c.role == Role::Donor);
            let whole = matches!(contract.shape, Shape::NoEntries(_) | Shape::Cumulated);
            assert!(gives || whole, "{} names no giver", contract.id);
        }
    }
}
