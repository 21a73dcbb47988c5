//! What is promised for each year, until the promises end.

use crate::ledger::{Ledger, Span};
use crate::model::{AidType, Party};

use super::mark::{ChartMark, When};
use super::order::{Line, Rank};
use super::rows::commitments;

/// A row a party: what its commitments with money promise for each year, then what they promise over
/// several years together and is not split (R5). A promise has the stage that its text has; where one
/// party promises at two stages, both have a mark, and are never added (R1). A year whose GDP is not
/// known is n/d, or what the assumption makes of it (R6). Ranked by the greatest year.
pub(super) fn promises(ledger: &Ledger, aid_type: Option<AidType>, party: &Party) -> Option<Line> {
    let years = ledger.years_of(&party.id);
    let spans = years
        .into_iter()
        .map(|year| (When::Year(year), Span::Year(year)))
        .chain([(When::NotSplit, Span::NotSplit)]);
    let name = (party.id.clone(), party.name.clone());
    let mut marks = Vec::new();
    for (when, span) in spans {
        let commitments = commitments(ledger, party, aid_type, span);
        if commitments.is_empty() {
            continue;
        }
        for total in ledger.promised(&party.id, &commitments, span) {
            marks.push(ChartMark {
                party: Some(name.clone()),
                when: Some(when),
                ..ChartMark::new(&total)
            });
        }
    }
    flag_the_open_end(ledger, &mut marks);
    let rank = marks.iter().map(|mark| Rank::of(&mark.value)).max()?;
    Some(Line {
        party: name,
        rank,
        marks,
        row: None,
    })
}

/// The last year, and what is not split, go on where a promise in them names no end.
fn flag_the_open_end(ledger: &Ledger, marks: &mut [ChartMark]) {
    let years = marks.iter().filter_map(|mark| mark.when);
    let last = years.filter(|when| *when != When::NotSplit).max();
    for mark in marks {
        let ends_the_row = mark.when == last || mark.when == Some(When::NotSplit);
        let tree = mark.derivation.made();
        let records = tree.map(|tree| tree.records()).unwrap_or_default();
        mark.goes_on = ends_the_row && records.iter().any(|id| ledger.goes_on(id));
    }
}
