//! Flows as a table: as HDX serves them (with a row of HXL tags under the headings until 2026), and
//! tables with like headings, such as “Source org.” and “Amount (US$)”.

use super::FtsError;
use super::flow::{Flow, Intake};
use crate::exchange::import::recipient::Recipient;
use crate::exchange::import::{Skip, Told};
use crate::exchange::table::{Cell, Row};

/// The columns of a flow, each as HDX names it and as else it is seen, letters and digits only.
const COLUMNS: &[(&str, &[&str])] = &[
    ("id", &["id", "flowid"]),
    ("refCode", &["refcode", "referencecode"]),
    (
        "srcOrganization",
        &["srcorganization", "sourceorg", "sourceorganization"],
    ),
    (
        "destLocations",
        &[
            "destlocations",
            "destlocation",
            "destinationlocation",
            "destinationlocations",
        ],
    ),
    (
        "destOrganization",
        &[
            "destorganization",
            "destinationorg",
            "destinationorganization",
        ],
    ),
    ("destPlan", &["destplan", "destinationplan"]),
    (
        "destGlobalClusters",
        &[
            "destglobalclusters",
            "destinationglobalcluster",
            "destinationglobalclusters",
        ],
    ),
    ("status", &["status", "flowstatus"]),
    ("boundary", &["boundary"]),
    ("onBoundary", &["onboundary"]),
    ("flowType", &["flowtype"]),
    ("contributionType", &["contributiontype"]),
    ("method", &["method", "aidmodality"]),
    ("amountUSD", &["amountusd", "amountus"]),
    ("originalAmount", &["originalamount"]),
    ("originalCurrency", &["originalcurrency"]),
    ("exchangeRate", &["exchangerate"]),
    ("date", &["date", "flowdate"]),
    ("decisionDate", &["decisiondate"]),
    ("firstReportedDate", &["firstreporteddate", "firstreported"]),
    (
        "destUsageYearStart",
        &["destusageyearstart", "destinationusageyear"],
    ),
    ("destUsageYearEnd", &["destusageyearend"]),
    ("description", &["description"]),
    ("keywords", &["keywords"]),
    ("newMoney", &["newmoney"]),
];

/// Without these a row says of no flow what it is.
const NEEDED: &[&str] = &["srcOrganization", "destLocations", "status", "amountUSD"];

/// Reads the rows under a heading, one by one.
pub struct TableReader {
    columns: Vec<(&'static str, usize)>,
    intake: Intake,
}

/// The columns that flows need and these headings lack, as HDX names them: none where it is a table
/// of flows.
#[must_use]
pub fn missing(names: &[String]) -> Vec<&'static str> {
    let found = found(names);
    let is_missing = |needed: &&&'static str| !found.iter().any(|(name, _)| name == *needed);
    NEEDED.iter().filter(is_missing).copied().collect()
}

fn found(names: &[String]) -> Vec<(&'static str, usize)> {
    let plain: Vec<String> = names.iter().map(|name| letters(name)).collect();
    let place = |seen: &[&str]| {
        let mut names = plain.iter();
        names.position(|name| seen.contains(&name.as_str()))
    };
    let columns = COLUMNS.iter();
    columns
        .filter_map(|(name, seen)| Some((*name, place(seen)?)))
        .collect()
}

fn letters(name: &str) -> String {
    let letters = name.chars().filter(|c| c.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

impl TableReader {
    /// A reader for a table with these headings, one for each column.
    ///
    /// # Errors
    /// When columns are missing, or the table sums flows up (requirements and percentages).
    pub fn new(names: &[String], recipient: Recipient) -> Result<Self, FtsError> {
        let columns = missing(names);
        if !columns.is_empty() {
            let sums = ["requirements", "funding", "percentFunded"];
            let holds = |sum: &&str| names.iter().any(|name| letters(name) == letters(sum));
            let found: Vec<String> = sums
                .iter()
                .filter(|s| holds(s))
                .map(|s| (*s).to_owned())
                .collect();
            if found.len() > 1 {
                return Err(FtsError::Summary { found });
            }
            return Err(FtsError::Missing { columns });
        }
        Ok(Self {
            columns: found(names),
            intake: Intake::new(recipient),
        })
    }

    /// Takes in the next row under the headings.
    pub fn row(&mut self, row: &Row) {
        if row.cells.iter().all(Cell::is_blank) {
            return self.intake.skip(row.number, Skip::Blank);
        }
        let text = |name: &str| {
            let column = self.columns.iter().find(|(known, _)| *known == name);
            column.map_or_else(String::new, |(_, at)| row.cell(*at).raw().trim().to_owned())
        };
        // HXL tags: `#value+funding+total+usd`.
        if text("amountUSD").starts_with('#') || text("srcOrganization").starts_with('#') {
            return self.intake.skip(row.number, Skip::Heading);
        }
        let listed = |name: &str| -> Vec<String> {
            let listed = text(name);
            let places = listed.split([',', ';']).map(str::trim);
            let places = places.filter(|place| !place.is_empty());
            places.map(str::to_owned).collect()
        };
        let named = |name: &str| -> Vec<String> {
            Some(text(name))
                .filter(|n| !n.is_empty())
                .into_iter()
                .collect()
        };
        let flow = Flow {
            row: row.number,
            id: text("id"),
            ref_code: text("refCode"),
            donors: named("srcOrganization"),
            recipients: listed("destLocations"),
            receivers: named("destOrganization"),
            plan: text("destPlan"),
            clusters: text("destGlobalClusters"),
            status: text("status"),
            boundary: text("boundary"),
            on_boundary: text("onBoundary"),
            kind: text("flowType"),
            contribution: text("contributionType"),
            method: text("method"),
            amount_usd: text("amountUSD"),
            original_amount: text("originalAmount"),
            original_currency: text("originalCurrency"),
            exchange_rate: text("exchangeRate"),
            date: text("date"),
            decision_date: text("decisionDate"),
            first_reported: text("firstReportedDate"),
            usage_years: [listed("destUsageYearStart"), listed("destUsageYearEnd")].concat(),
            description: text("description"),
            keywords: text("keywords"),
            carried_over: text("newMoney").eq_ignore_ascii_case("false"),
        };
        self.intake.flow(&flow);
    }

    /// All that the rows told.
    #[must_use]
    pub fn finish(self) -> Told {
        self.intake.finish()
    }
}
