//! The names in the heads: whole where there is room, short where columns are narrow.

use crate::model::{Area, AreaGroup};
use crate::text::{Texts, words};

/// An area's name for a narrow column.
pub(super) fn short_area(area: Area, texts: Texts) -> String {
    match short_area_id(area) {
        "" => words::area(area, texts),
        id => texts.get(id),
    }
}

fn short_area_id(area: Area) -> &'static str {
    match area {
        Area::MilitaryAssistance => "matrix-area-military-assistance",
        Area::Land => "matrix-area-land",
        Area::Air => "matrix-area-air",
        Area::Training => "matrix-area-training",
        Area::DefenceIndustry => "matrix-area-defence-industry",
        Area::CriticalInfrastructure => "matrix-area-critical-infrastructure",
        Area::InformationSecurity => "matrix-area-information-security",
        Area::OrganisedCrime => "matrix-area-organised-crime",
        Area::ConsultationOnFutureAttack => "matrix-area-consultation",
        Area::Accountability => "matrix-area-accountability",
        Area::Compensation => "matrix-area-compensation",
        Area::Humanitarian => "matrix-area-humanitarian",
        Area::MacroFinancial => "matrix-area-macro-financial",
        Area::TermAndReview => "matrix-area-term-and-review",
        _ => "",
    }
}

/// A group's name over its columns.
pub(super) fn short_group(group: AreaGroup, texts: Texts) -> String {
    match group {
        AreaGroup::Path => texts.get("matrix-group-path"),
        AreaGroup::JusticeAndRecovery => texts.get("matrix-group-justice"),
        _ => words::area_group(group, texts),
    }
}
