//! What the codes of the standard mean for the ledger.

use crate::model::{Instrument, Stage};

/// What a transaction is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Meaning {
    /// Money promised or given.
    Flow(Stage),
    /// A guarantee: committed, and no money moves unless it is called.
    Guarantee,
    /// The receiver's account of what the giver tells as well.
    OtherSide,
    /// Money that flows back, or buys a share: interest, repayments, equity.
    NoAid,
}

/// The transaction type of a code, with its name in the standard; none for a code that it lacks.
///
/// A *reimbursement* (7) is by the standard “a type of disbursement”, so it is delivered. An *incoming
/// pledge* (13) is pledged: unlike incoming funds and commitments, which the giver reports as well,
/// it mostly is the only word there is of it.
pub(super) fn transaction_type(code: &str) -> Option<(Meaning, &'static str)> {
    Some(match code {
        "1" => (Meaning::OtherSide, "Incoming Funds"),
        "2" => (Meaning::Flow(Stage::Committed), "Outgoing Commitment"),
        "3" => (Meaning::Flow(Stage::Delivered), "Disbursement"),
        "4" => (Meaning::Flow(Stage::Delivered), "Expenditure"),
        "5" => (Meaning::NoAid, "Interest Payment"),
        "6" => (Meaning::NoAid, "Loan Repayment"),
        "7" => (Meaning::Flow(Stage::Delivered), "Reimbursement"),
        "8" => (Meaning::NoAid, "Purchase of Equity"),
        "9" => (Meaning::NoAid, "Sale of Equity"),
        "10" => (Meaning::Guarantee, "Credit Guarantee"),
        "11" => (Meaning::OtherSide, "Incoming Commitment"),
        "12" => (Meaning::Flow(Stage::Pledged), "Outgoing Pledge"),
        "13" => (Meaning::Flow(Stage::Pledged), "Incoming Pledge"),
        _ => return None,
    })
}

/// The instrument of a finance type of the OECD's creditor reporting: standard grants; debt
/// instruments and export credits; guarantees. Subsidies, subscriptions, equity, hybrids and
/// actions on debt are none of ours.
pub(super) fn instrument(finance_type: &str) -> Instrument {
    match finance_type {
        "110" | "111" => Instrument::Grant,
        "410" | "411" | "412" | "413" | "414" | "421" | "422" | "423" | "424" | "425" | "431"
        | "451" | "452" | "453" => Instrument::Loan,
        "1100" => Instrument::Guarantee,
        _ => Instrument::Unknown,
    }
}

/// Whether a sector code of the OECD (five digits, or three of its category) is humanitarian: 720
/// emergency response, 730 reconstruction relief, 740 disaster preparedness.
pub(super) fn is_humanitarian(sector: &str) -> bool {
    ["720", "730", "740"]
        .iter()
        .any(|category| sector.starts_with(category))
}

/// Whether a vocabulary is the OECD's: its five-digit codes (also where none is named), or their
/// categories.
pub(super) fn is_of_oecd(vocabulary: &str) -> bool {
    matches!(vocabulary, "" | "1" | "2")
}

/// The vocabulary of the reporting organization's own sectors, in which we write the kind of aid.
pub(super) const OWN_VOCABULARY: &str = "99";
