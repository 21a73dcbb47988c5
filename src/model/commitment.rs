//! Commitments: one promise in an agreement each.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::aid::{AidType, OtherFigure, Stage};
use super::amount::Amount;
use super::cite::{Citation, Notes};
use super::date::{PartialDate, Year};
use super::id::{AgreementId, CommitmentId, MoneyId};

macro_rules! areas {
    ($($(#[$doc:meta])* $variant:ident $group:ident $key:literal,)*) => {
        /// What a commitment is about.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Area { $($(#[$doc])* $variant,)* }

        impl Area {
            /// Every area, in the order in which they are shown.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The group it belongs to.
            #[must_use]
            pub fn group(self) -> AreaGroup {
                match self { $(Self::$variant => AreaGroup::$group,)* }
            }

            /// Its name in the file and on the command line.
            #[must_use]
            pub fn key(self) -> &'static str {
                match self { $(Self::$variant => $key,)* }
            }
        }
    };
}

/// The four groups of areas, and the clauses on term and review.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum AreaGroup {
    /// Military assistance, the five domains, training, intelligence, industry.
    Defence,
    /// Hybrid and nuclear risks, infrastructure, energy, information, crime, consultation.
    Resilience,
    /// EU and NATO membership, reforms, Peace Formula.
    Path,
    /// Accountability, sanctions, compensation, humanitarian aid, reconstruction, finance.
    JusticeAndRecovery,
    /// Term and review.
    Term,
}

areas! {
    /// Military assistance at large.
    MilitaryAssistance Defence "military_assistance",
    /// Equipment on land.
    Land Defence "land",
    /// In the air.
    Air Defence "air",
    /// At sea.
    Sea Defence "sea",
    /// In space.
    Space Defence "space",
    /// In cyberspace.
    Cyber Defence "cyber",
    /// Training.
    Training Defence "training",
    /// Intelligence.
    Intelligence Defence "intelligence",
    /// Defence industry.
    DefenceIndustry Defence "defence_industry",
    /// Working together with NATO forces.
    Interoperability Defence "interoperability",
    /// Mine clearance.
    Demining Defence "demining",
    /// Hybrid threats.
    HybridThreats Resilience "hybrid_threats",
    /// Nuclear, biological, chemical risks.
    NuclearRisks Resilience "nuclear_risks",
    /// Critical infrastructure.
    CriticalInfrastructure Resilience "critical_infrastructure",
    /// Energy.
    Energy Resilience "energy",
    /// Information security.
    InformationSecurity Resilience "information_security",
    /// Organised crime.
    OrganisedCrime Resilience "organised_crime",
    /// Consultation on a future attack.
    ConsultationOnFutureAttack Resilience "consultation_on_future_attack",
    /// EU membership.
    EuMembership Path "eu_membership",
    /// NATO membership.
    NatoMembership Path "nato_membership",
    /// Reforms.
    Reforms Path "reforms",
    /// The Peace Formula.
    PeaceFormula Path "peace_formula",
    /// Justice for crimes committed.
    Accountability JusticeAndRecovery "accountability",
    /// Sanctions.
    Sanctions JusticeAndRecovery "sanctions",
    /// Compensation for damage.
    Compensation JusticeAndRecovery "compensation",
    /// Humanitarian aid.
    Humanitarian JusticeAndRecovery "humanitarian",
    /// Reconstruction.
    Reconstruction JusticeAndRecovery "reconstruction",
    /// Macro-financial aid.
    MacroFinancial JusticeAndRecovery "macro_financial",
    /// Term and review of the agreement.
    TermAndReview Term "term_and_review",
}

/// The force of the verb.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each is the verb itself")]
pub enum Wording {
    Shall,
    Will,
    Intends,
    Seeks,
    May,
    Reaffirms,
}

/// How strongly a wording binds, in four steps of which the lowest (“none”) is the absence of a commitment.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Strength {
    /// May, reaffirms.
    Weak,
    /// Seeks, intends.
    Middle,
    /// Will, shall.
    Strong,
}

impl Wording {
    /// Every wording, strongest first.
    pub const ALL: &'static [Self] = &[
        Self::Shall,
        Self::Will,
        Self::Intends,
        Self::Seeks,
        Self::May,
        Self::Reaffirms,
    ];

    /// How strongly it binds.
    #[must_use]
    pub fn strength(self) -> Strength {
        match self {
            Self::Shall | Self::Will => Strength::Strong,
            Self::Intends | Self::Seeks => Strength::Middle,
            Self::May | Self::Reaffirms => Strength::Weak,
        }
    }
}

/// How far a commitment got.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each is the word itself")]
pub enum Status {
    NotStarted,
    UnderWay,
    Fulfilled,
    Overdue,
    Broken,
    CannotBeTold,
}

impl Status {
    /// Every status.
    pub const ALL: &'static [Self] = &[
        Self::NotStarted,
        Self::UnderWay,
        Self::Fulfilled,
        Self::Overdue,
        Self::Broken,
        Self::CannotBeTold,
    ];
}

/// A status on a day, with its evidence.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StatusEntry {
    /// How far it got.
    pub status: Status,
    /// On which day.
    pub date: PartialDate,
    /// What happened, in our words.
    pub summary: String,
    /// Who says so.
    #[serde(default)]
    pub cite: Citation,
}

/// How exact a count of goods is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each is the word itself")]
pub enum QuantityForm {
    #[default]
    Exact,
    About,
    UpTo,
    AtLeast,
}

/// Goods counted, not money.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Quantity {
    /// How many.
    pub value: Decimal,
    /// Of what: “F-16 aircraft”.
    pub unit: String,
    /// How exact the count is.
    #[serde(default, skip_serializing_if = "is_exact")]
    pub form: QuantityForm,
    /// By which year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<Year>,
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde hands over a reference"
)]
fn is_exact(form: &QuantityForm) -> bool {
    *form == QuantityForm::Exact
}

/// One promise in an agreement.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Commitment {
    /// `lt-2024-c01`.
    pub id: CommitmentId,
    /// The agreement it stands in.
    pub agreement: AgreementId,
    /// What it is about.
    pub area: Area,
    /// In our own words.
    pub summary: String,
    /// The force of the verb.
    pub wording: Wording,
    /// By the text's verb: mostly pledged.
    pub stage: Stage,
    /// Part, article, paragraph.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub locator: Option<String>,
    /// Who says so.
    #[serde(default)]
    pub cite: Citation,
    /// What kind of aid, where it is aid.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub aid_type: Option<AidType>,
    /// The money, or none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Amount>,
    /// What other sources say of the same sum.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub other_figures: Vec<OtherFigure>,
    /// Why the commitment's own amount is preferred to those.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub preferred_because: Option<String>,
    /// Goods promised.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quantity: Option<Quantity>,
    /// The whole it is inside (R3).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part_of: Option<MoneyId>,
    /// The record of which it restates the sum (R13).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub same_as: Option<MoneyId>,
    /// Earlier pledges for the same thing that it replaces for the years it states (R13).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub supersedes: Vec<MoneyId>,
    /// How far it got, over time.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub status: Vec<StatusEntry>,
    /// Remarks.
    #[serde(default, skip_serializing_if = "Notes::is_empty")]
    pub notes: Notes,
}
