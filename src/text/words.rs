//! The names of what the ledger knows: stages, types, areas, rules, assumptions, bases, reasons.

use super::{Texts, dates};
use crate::ledger::{Basis, FutureGdp, FxRule, Lumps, Reason, Rule};
use crate::model::{
    AgreementKind, AidType, Area, AreaGroup, GdpStatus, Instrument, Name, SourceKind, Stage,
    Status, Strength, Vilnius, Wording,
};

/// A name in the language of the texts.
pub fn name(name: &Name, texts: Texts) -> &str {
    match texts.lang() {
        super::Lang::En => &name.en,
        super::Lang::Uk => &name.uk,
    }
}

/// A stage: `pledged`.
pub fn stage(of: Stage, texts: Texts) -> String {
    texts.get(stage_id(of))
}

fn stage_id(of: Stage) -> &'static str {
    match of {
        Stage::Pledged => "stage-pledged",
        Stage::Committed => "stage-committed",
        Stage::Allocated => "stage-allocated",
        Stage::Delivered => "stage-delivered",
        Stage::Unclear => "stage-unclear",
    }
}

/// A type of aid: `military`.
pub fn aid_type(of: AidType, texts: Texts) -> String {
    texts.get(aid_type_id(of))
}

fn aid_type_id(of: AidType) -> &'static str {
    match of {
        AidType::Military => "aid-type-military",
        AidType::Financial => "aid-type-financial",
        AidType::Humanitarian => "aid-type-humanitarian",
        AidType::Mixed => "aid-type-mixed",
    }
}

/// What a commitment is about.
pub fn area(of: Area, texts: Texts) -> String {
    texts.get(area_id(of))
}

fn area_id(of: Area) -> &'static str {
    match of {
        Area::MilitaryAssistance => "area-military-assistance",
        Area::Land => "area-land",
        Area::Air => "area-air",
        Area::Sea => "area-sea",
        Area::Space => "area-space",
        Area::Cyber => "area-cyber",
        Area::Training => "area-training",
        Area::Intelligence => "area-intelligence",
        Area::DefenceIndustry => "area-defence-industry",
        Area::Interoperability => "area-interoperability",
        Area::Demining => "area-demining",
        Area::HybridThreats => "area-hybrid-threats",
        Area::NuclearRisks => "area-nuclear-risks",
        Area::CriticalInfrastructure => "area-critical-infrastructure",
        Area::Energy => "area-energy",
        Area::InformationSecurity => "area-information-security",
        Area::OrganisedCrime => "area-organised-crime",
        Area::ConsultationOnFutureAttack => "area-consultation",
        Area::EuMembership => "area-eu-membership",
        Area::NatoMembership => "area-nato-membership",
        Area::Reforms => "area-reforms",
        Area::PeaceFormula => "area-peace-formula",
        Area::Accountability => "area-accountability",
        Area::Sanctions => "area-sanctions",
        Area::Compensation => "area-compensation",
        Area::Humanitarian => "area-humanitarian",
        Area::Reconstruction => "area-reconstruction",
        Area::MacroFinancial => "area-macro-financial",
        Area::TermAndReview => "area-term-and-review",
    }
}

/// A group of areas.
pub fn area_group(of: AreaGroup, texts: Texts) -> String {
    texts.get(area_group_id(of))
}

fn area_group_id(of: AreaGroup) -> &'static str {
    match of {
        AreaGroup::Defence => "area-group-defence",
        AreaGroup::Resilience => "area-group-resilience",
        AreaGroup::Path => "area-group-path",
        AreaGroup::JusticeAndRecovery => "area-group-justice",
        AreaGroup::Term => "area-group-term",
    }
}

/// How strongly a promise is worded: `shall`.
pub fn wording(of: Wording, texts: Texts) -> String {
    texts.get(wording_id(of))
}

fn wording_id(of: Wording) -> &'static str {
    match of {
        Wording::Shall => "wording-shall",
        Wording::Will => "wording-will",
        Wording::Intends => "wording-intends",
        Wording::Seeks => "wording-seeks",
        Wording::May => "wording-may",
        Wording::Reaffirms => "wording-reaffirms",
    }
}

/// The strength of a wording.
pub fn strength(of: Strength, texts: Texts) -> String {
    texts.get(strength_id(of))
}

fn strength_id(of: Strength) -> &'static str {
    match of {
        Strength::Weak => "strength-weak",
        Strength::Middle => "strength-middle",
        Strength::Strong => "strength-strong",
    }
}

/// How far a commitment got.
pub fn status(of: Status, texts: Texts) -> String {
    texts.get(status_id(of))
}

fn status_id(of: Status) -> &'static str {
    match of {
        Status::NotStarted => "commitment-status-not-started",
        Status::UnderWay => "commitment-status-under-way",
        Status::Fulfilled => "commitment-status-fulfilled",
        Status::Overdue => "commitment-status-overdue",
        Status::Broken => "commitment-status-broken",
        Status::CannotBeTold => "commitment-status-cannot-be-told",
    }
}

/// What a document is called.
pub fn agreement_kind(of: AgreementKind, texts: Texts) -> String {
    texts.get(agreement_kind_id(of))
}

fn agreement_kind_id(of: AgreementKind) -> &'static str {
    match of {
        AgreementKind::Agreement => "agreement-kind-agreement",
        AgreementKind::JointCommitments => "agreement-kind-joint-commitments",
        AgreementKind::Memorandum => "agreement-kind-memorandum",
        AgreementKind::Accord => "agreement-kind-accord",
    }
}

/// In what shape aid comes.
pub fn instrument(of: Instrument, texts: Texts) -> String {
    texts.get(instrument_id(of))
}

fn instrument_id(of: Instrument) -> &'static str {
    match of {
        Instrument::Unknown => "instrument-unknown",
        Instrument::Grant => "instrument-grant",
        Instrument::Loan => "instrument-loan",
        Instrument::Guarantee => "instrument-guarantee",
        Instrument::InKindStock => "instrument-stock",
        Instrument::InKindPurchase => "instrument-purchase",
    }
}

/// What kind of source.
pub fn source_kind(of: SourceKind, texts: Texts) -> String {
    texts.get(source_kind_id(of))
}

fn source_kind_id(of: SourceKind) -> &'static str {
    match of {
        SourceKind::AgreementText => "source-kind-agreement-text",
        SourceKind::Government => "source-kind-government",
        SourceKind::Press => "source-kind-press",
        SourceKind::ThinkTank => "source-kind-think-tank",
        SourceKind::Statistics => "source-kind-statistics",
    }
}

/// How a party stands to the Vilnius declaration.
pub fn vilnius(of: Vilnius, texts: Texts) -> String {
    texts.get(vilnius_id(of))
}

fn vilnius_id(of: Vilnius) -> &'static str {
    match of {
        Vilnius::G7Signatory => "vilnius-g7-signatory",
        Vilnius::Joined => "vilnius-joined",
    }
}

/// What becomes of lump sums in views by year.
pub fn lumps(of: Lumps, texts: Texts) -> String {
    texts.get(lumps_id(of))
}

fn lumps_id(of: Lumps) -> &'static str {
    match of {
        Lumps::Whole => "lumps-whole",
        Lumps::SplitEvenly => "lumps-split",
    }
}

/// What a share of an unknown GDP is worth.
pub fn future_gdp(of: FutureGdp, texts: Texts) -> String {
    texts.get(future_gdp_id(of))
}

fn future_gdp_id(of: FutureGdp) -> &'static str {
    match of {
        FutureGdp::Undisclosed => "future-gdp-undisclosed",
        FutureGdp::CarryLast => "future-gdp-carried",
    }
}

/// Whether a GDP is reported or estimated.
pub fn gdp_status(of: GdpStatus, texts: Texts) -> String {
    texts.get(gdp_status_id(of))
}

fn gdp_status_id(of: GdpStatus) -> &'static str {
    match of {
        GdpStatus::Actual => "gdp-status-actual",
        GdpStatus::Estimate => "gdp-status-estimate",
    }
}

/// The short name of a rule.
pub fn rule_name(of: Rule, texts: Texts) -> String {
    texts.get(rule_name_id(of))
}

fn rule_name_id(of: Rule) -> &'static str {
    match of {
        Rule::R1 => "rule-name-r1",
        Rule::R2 => "rule-name-r2",
        Rule::R3 => "rule-name-r3",
        Rule::R4 => "rule-name-r4",
        Rule::R5 => "rule-name-r5",
        Rule::R6 => "rule-name-r6",
        Rule::R7 => "rule-name-r7",
        Rule::R8 => "rule-name-r8",
        Rule::R9 => "rule-name-r9",
        Rule::R10 => "rule-name-r10",
        Rule::R11 => "rule-name-r11",
        Rule::R12 => "rule-name-r12",
        Rule::R13 => "rule-name-r13",
    }
}

/// What a rule says, in one sentence.
pub fn rule(of: Rule, texts: Texts) -> String {
    texts.get(rule_id(of))
}

fn rule_id(of: Rule) -> &'static str {
    match of {
        Rule::R1 => "rule-r1",
        Rule::R2 => "rule-r2",
        Rule::R3 => "rule-r3",
        Rule::R4 => "rule-r4",
        Rule::R5 => "rule-r5",
        Rule::R6 => "rule-r6",
        Rule::R7 => "rule-r7",
        Rule::R8 => "rule-r8",
        Rule::R9 => "rule-r9",
        Rule::R10 => "rule-r10",
        Rule::R11 => "rule-r11",
        Rule::R12 => "rule-r12",
        Rule::R13 => "rule-r13",
    }
}

/// Every type of aid together, or one: what a sum over types is of.
pub fn aid_type_or_all(of: Option<AidType>, texts: Texts) -> String {
    of.map_or_else(|| texts.get("aid-type-all"), |of| aid_type(of, texts))
}

/// Which exchange rate sums are converted at.
pub fn fx_rule(of: FxRule, texts: Texts) -> String {
    match of {
        FxRule::YearAverage => texts.get("fx-rule-year"),
        FxRule::MonthAverage => texts.get("fx-rule-month"),
        FxRule::FixedYear(year) => {
            texts.with("fx-rule-fixed", &[("year", year.to_string().into())])
        }
    }
}

/// What a sum rests on (R4).
pub fn basis(of: &Basis, texts: Texts) -> String {
    match of {
        Basis::Nothing => texts.get("basis-nothing"),
        Basis::Packages => texts.get("basis-packages"),
        Basis::PerParty => texts.get("basis-per-party"),
        Basis::RunningTotal {
            record,
            as_counted_on,
            packages_after,
        } => {
            let record = record.as_str();
            let base = match as_counted_on {
                None => texts.with("basis-running-total", &[("record", record.into())]),
                Some(day) => texts.with(
                    "basis-running-total-on",
                    &[
                        ("record", record.into()),
                        ("date", dates::date(*day, texts).into()),
                    ],
                ),
            };
            if *packages_after == 0 {
                return base;
            }
            let after = super::numbers::count(u64::from(*packages_after), texts);
            texts.with(
                "basis-and-after",
                &[
                    ("base", base.into()),
                    ("packages", (*packages_after).into()),
                    ("number", after.into()),
                ],
            )
        }
    }
}

/// Why a record is not in a sum.
pub fn reason(of: &Reason, texts: Texts) -> String {
    match of {
        Reason::PartOf(whole) => texts.with("reason-part-of", &[("record", whole.as_str().into())]),
        Reason::InsideCommitment(whole) => texts.with(
            "reason-inside-commitment",
            &[("record", whole.as_str().into())],
        ),
        Reason::SameAs(other) => texts.with("reason-same-as", &[("record", other.as_str().into())]),
        Reason::CountedIn(other) => {
            texts.with("reason-counted-in", &[("record", other.as_str().into())])
        }
        Reason::SupersededBy(later) => {
            texts.with("reason-superseded-by", &[("record", later.as_str().into())])
        }
        Reason::Covered(total) => {
            texts.with("reason-covered", &[("record", total.as_str().into())])
        }
        Reason::RunningTotal => texts.get("reason-running-total"),
        Reason::Joint => texts.get("reason-joint"),
        Reason::AfterCutoff(date) => texts.with(
            "reason-after-cutoff",
            &[("date", dates::date(*date, texts).into())],
        ),
        Reason::NotSplit => texts.get("reason-not-split"),
        Reason::Attributed => texts.get("reason-attributed"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::Rule;
    use crate::model::MoneyId;
    use crate::text::Lang;

    #[test]
    fn a_basis_names_its_running_total_its_day_and_what_came_after() {
        let of = |packages_after| Basis::RunningTotal {
            record: MoneyId::new("lt-a02").unwrap(),
            as_counted_on: "2024-06-27".parse().ok(),
            packages_after,
        };
        let said = |n, lang| basis(&of(n), Texts::new(lang)).replace('\u{202f}', " ");
        assert_eq!(
            said(0, Lang::En),
            "running total lt-a02 as counted on 27 Jun 2024"
        );
        assert_eq!(
            said(1, Lang::En),
            "running total lt-a02 as counted on 27 Jun 2024 and 1 package after it"
        );
        assert_eq!(
            said(3, Lang::Uk),
            "наростаючий підсумок lt-a02 станом на 27 черв. 2024 і 3 пакети після нього"
        );
    }

    #[test]
    fn a_rule_has_a_name_and_says_what_it_does() {
        for lang in Lang::ALL {
            let texts = Texts::new(*lang);
            assert_ne!(rule(Rule::R4, texts), rule_name(Rule::R4, texts));
            assert!(rule(Rule::R4, texts).ends_with('.'));
        }
    }
}
