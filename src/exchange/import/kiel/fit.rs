//! Which contract a table fulfils: found by its headings, with the drift that releases have.

use super::contract::{Column, Contract, Need, Role, Scale, Shape};
use super::contracts::CONTRACTS;
use crate::exchange::table::{Cell, Row};
use crate::model::Currency;

/// In how many rows the headings are looked for.
pub(super) const HEAD: usize = 50;

/// How a table stands to a contract.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fit {
    /// The contract.
    pub contract: &'static Contract,
    /// The number of the row with the headings.
    pub heading: u64,
    /// The number of the last row that belongs to the headings: a row of units may follow.
    pub last_heading: u64,
    /// The columns that were found, with what stands in them.
    pub columns: Vec<(Role, usize)>,
    /// Every heading as it stands, trimmed.
    pub names: Vec<String>,
    /// What is missing, by the name that the contract gives first.
    pub missing: Vec<&'static str>,
    /// Headings that the contract forbids: with them the file is of another one.
    pub against: Vec<String>,
    /// The unit that stands above a column, where one does.
    pub units: Vec<Option<(Currency, Scale)>>,
}

impl Fit {
    /// Whether the table has every column that the contract needs and none that it forbids.
    pub fn is_whole(&self) -> bool {
        self.missing.is_empty() && self.against.is_empty()
    }

    /// The column of a role.
    pub fn column(&self, role: Role) -> Option<usize> {
        let found = self.columns.iter().find(|(known, _)| *known == role);
        found.map(|(_, column)| *column)
    }

    /// The heading of a role's column as it stands there.
    pub fn name(&self, role: Role) -> &str {
        let name = self.column(role).and_then(|column| self.names.get(column));
        name.map_or("", String::as_str)
    }

    /// How many of its headings no other table has by chance: long names of several words.
    pub fn distinctive(&self) -> usize {
        let names = self.columns.iter();
        let names = names.filter_map(|(_, column)| self.names.get(*column));
        let is_long = |name: &&String| {
            let parts = name.split(|c: char| c == '_' || c.is_whitespace());
            name.chars().count() >= 12 && parts.filter(|part| !part.is_empty()).count() > 2
        };
        names.filter(is_long).count()
    }

    /// Headings of which the contract knows nothing.
    pub fn extra(&self) -> Vec<&str> {
        let known = |at: usize| self.columns.iter().any(|(_, column)| *column == at);
        let names = self.names.iter().enumerate();
        names
            .filter(|(at, name)| !name.is_empty() && !known(*at))
            .map(|(_, name)| name.as_str())
            .collect()
    }

    /// In what a column's sums are.
    pub fn unit(&self, column: usize) -> (Currency, Scale) {
        let unit = self.units.get(column).copied().flatten();
        unit.unwrap_or((Currency::EUR, self.contract.scale))
    }
}

/// A heading for comparing: small letters, white space (also the no-break kind) made one, none at the
/// ends.
pub(super) fn plain(heading: &str) -> String {
    let words: Vec<&str> = heading.split_whitespace().collect();
    words.join(" ").to_lowercase()
}

/// How the first rows of a table stand to every contract that they have a column of: the best first.
/// `sheet` is the sheet's name, empty where there is none.
pub fn fits(sheet: &str, head: &[Row]) -> Vec<Fit> {
    let sheet = plain(sheet);
    let mut fits: Vec<Fit> = CONTRACTS
        .iter()
        .filter_map(|contract| best_row(contract, head))
        .collect();
    // Stable: of two that fit alike, the one that stands first in the list is taken.
    fits.sort_by_key(|fit| {
        let by_name = !fit.contract.sheet.is_empty() && sheet.contains(fit.contract.sheet);
        let musts = fit.contract.musts().count().max(1);
        let lacks = fit.missing.len().saturating_add(fit.against.len());
        let found = musts.saturating_sub(lacks);
        let share = found.saturating_mul(1000) / musts;
        let whole = fit.is_whole();
        std::cmp::Reverse((whole, if whole { 1000 } else { share }, by_name))
    });
    fits
}

/// The row in which most columns of a contract stand.
fn best_row(contract: &'static Contract, head: &[Row]) -> Option<Fit> {
    let mut best: Option<Fit> = None;
    for (at, row) in head.iter().take(HEAD).enumerate() {
        let fit = fit_of(contract, row);
        let found = fit.columns.len();
        let better = best.as_ref().is_none_or(|best| found > best.columns.len());
        if found > 0 && better {
            best = Some(with_units(fit, head.get(at.saturating_add(1))));
        }
    }
    best
}

fn fit_of(contract: &'static Contract, row: &Row) -> Fit {
    let names: Vec<String> = row.cells.iter().map(heading_of).collect();
    let plain_names: Vec<String> = names.iter().map(|name| plain(name)).collect();
    let mut fit = Fit {
        contract,
        heading: row.number,
        last_heading: row.number,
        columns: Vec::new(),
        units: vec![None; names.len()],
        names,
        missing: Vec::new(),
        against: Vec::new(),
    };
    for column in contract.columns {
        let free = |at: usize| !fit.columns.iter().any(|(_, taken)| *taken == at);
        let found = position(column, &plain_names, &fit.columns, free);
        match (found, column.need) {
            (Some(at), Need::Never) => {
                let name = fit.names.get(at).cloned().unwrap_or_default();
                fit.against.push(name);
            }
            (Some(at), _) => fit.columns.push((column.role, at)),
            (None, Need::Must) => {
                fit.missing
                    .push(column.names.first().copied().unwrap_or_default());
            }
            (None, _) => {}
        }
    }
    if contract.shape == Shape::Cumulated {
        givers(&mut fit);
    }
    fit
}

/// Text only: a number or a day is no heading.
fn heading_of(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => text.trim().to_owned(),
        _ => String::new(),
    }
}

/// Where a column stands: by one of its names, else behind the column that it follows, else by a name
/// with a slip of the pen in it.
fn position(
    column: &Column,
    names: &[String],
    taken: &[(Role, usize)],
    free: impl Fn(usize) -> bool,
) -> Option<usize> {
    let by_name = column.names.iter().find_map(|wanted| {
        let wanted = plain(wanted);
        (0..names.len()).find(|at| free(*at) && names.get(*at) == Some(&wanted))
    });
    let behind = || {
        let (_, at) = taken.iter().find(|(role, _)| Some(*role) == column.after)?;
        let next = at.saturating_add(1);
        let empty = names.get(next).is_some_and(String::is_empty);
        (empty && free(next)).then_some(next)
    };
    let nearly = || {
        if column.need != Need::Must {
            return None;
        }
        column.names.iter().find_map(|wanted| {
            let wanted = plain(wanted);
            let near = |name: &String| is_slip_of(name, &wanted);
            (0..names.len()).find(|at| free(*at) && names.get(*at).is_some_and(near))
        })
    };
    by_name.or_else(behind).or_else(nearly)
}

/// Whether a long name differs from another by one letter too many, too few or wrong.
fn is_slip_of(name: &str, wanted: &str) -> bool {
    let (name, wanted): (Vec<char>, Vec<char>) = (name.chars().collect(), wanted.chars().collect());
    if wanted.len() < 10 || name.len().abs_diff(wanted.len()) > 1 || name == wanted {
        return false;
    }
    let digits = |text: &[char]| text.iter().filter(|c| c.is_numeric()).count();
    let same = name.iter().zip(&wanted).take_while(|(a, b)| a == b).count();
    let (rest, other) = (name.get(same..), wanted.get(same..));
    let (Some(rest), Some(other)) = (rest, other) else {
        return false;
    };
    let tail = rest.iter().rev().zip(other.iter().rev());
    let tail = tail.take_while(|(a, b)| a == b).count();
    let longest = rest.len().max(other.len());
    // A number is no slip: `Source of Aid 2` is another column than `Source of Aid 1`.
    tail.saturating_add(1) >= longest && digits(&name) == 0 && digits(&wanted) == 0
}

/// Of a table with a giver in each column: they are columns of sums; fewer than ten make it another
/// table.
fn givers(fit: &mut Fit) {
    const FEWEST: usize = 10;
    let month = fit.column(Role::Date);
    let named = fit.names.iter().enumerate();
    let named = named.filter(|(at, name)| Some(*at) != month && is_name(name));
    if named.count() < FEWEST {
        fit.missing.push("Australia, Austria, Belgium, …");
    }
}

/// Whether a heading can be the name of a giver: words, no figures, no signs of a machine.
pub(super) fn is_name(heading: &str) -> bool {
    let first = heading.chars().next();
    first.is_some_and(char::is_uppercase) && !heading.contains(|c: char| c == '_' || c.is_numeric())
}

/// Takes in a row of units below the headings: one in which no giver stands and units do.
fn with_units(mut fit: Fit, below: Option<&Row>) -> Fit {
    let Some(below) = below else {
        return fit;
    };
    let donor = fit.column(Role::Donor);
    if donor.is_none_or(|at| !below.cell(at).is_blank()) {
        return fit;
    }
    let units: Vec<Option<(Currency, Scale)>> = (0..fit.names.len())
        .map(|at| unit_of(&below.cell(at).raw()))
        .collect();
    if units.iter().any(Option::is_some) {
        fit.units = units;
        fit.last_heading = below.number;
    }
    fit
}

/// `€ billion`, `US$ million`.
fn unit_of(text: &str) -> Option<(Currency, Scale)> {
    let text = plain(text);
    let scale = if text.contains("billion") || text.ends_with(" bn") {
        Scale::Billion
    } else if text.contains("million") {
        Scale::Million
    } else {
        return None;
    };
    if text.contains('€') || text.contains("eur") {
        Some((Currency::EUR, scale))
    } else if text.contains('$') || text.contains("usd") {
        Some((Currency::USD, scale))
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(number: u64, names: &[&str]) -> Row {
        let cells = names.iter().map(|name| Cell::Text((*name).to_owned()));
        Row {
            number,
            cells: cells.collect(),
        }
    }

    #[test]
    fn a_release_is_known_by_its_headings_whatever_their_case_and_blanks() {
        let seven = row(
            1,
            &[
                "ID",
                "countries",
                "Announcement  Date",
                "Type of Aid General ",
                "Monetary Value as Given by Source",
                "",
                "Total ",
                "Converted Value in\u{a0}EUR",
            ],
        );
        let fits = fits("Bilateral assistance, MAIN DATA", &[seven]);
        let best = fits.first().unwrap();
        assert_eq!(best.contract.id, "kiel-main-r07");
        assert!(best.is_whole());
        assert_eq!(
            best.column(Role::Item),
            Some(5),
            "the column without heading"
        );
    }

    #[test]
    fn a_sheet_that_names_stages_is_never_read_as_one_that_does_not() {
        let drifted = row(
            1,
            &[
                "ID",
                "Countries",
                "Announcement Date",
                "Type of Aid General",
                "Type of donation",
                "Converted Value in EUR",
            ],
        );
        let fits = fits("", &[drifted]);
        assert!(fits.iter().all(|fit| !fit.is_whole()));
        let nearest = fits.first().unwrap();
        assert_eq!(nearest.contract.id, "kiel-main-r18");
        assert_eq!(
            nearest.missing,
            ["Allocated Total in EUR (redistributed)"],
            "what is missing is told by name"
        );
    }

    #[test]
    fn a_slip_in_a_long_heading_is_forgiven_and_a_number_is_not() {
        assert!(is_slip_of("anouncement date", "announcement date"));
        assert!(is_slip_of(
            "convertad value in eur",
            "converted value in eur"
        ));
        assert!(!is_slip_of("source of aid 2", "source of aid 1"));
        assert!(!is_slip_of("total", "totals"));
    }

    #[test]
    fn units_below_the_headings_belong_to_them() {
        let head = [
            row(7, &["", ""]),
            row(
                8,
                &[
                    "Country",
                    "Financial commitments",
                    "Humanitarian commitments",
                    "Military commitments",
                ],
            ),
            row(9, &["", "$ billion", "US$ billion", "% GDP"]),
        ];
        let fits = fits("Country Summary ($)", &head);
        let best = fits.first().unwrap();
        assert_eq!((best.heading, best.last_heading), (8, 9));
        assert_eq!(best.unit(1), (Currency::USD, Scale::Billion));
        assert_eq!(best.unit(3), (Currency::EUR, Scale::Billion));
    }
}
