//! The page of problems.

use std::sync::Arc;

use crate::edit::Key;
use crate::exchange::export::table::{Column, Kind, Table, Value};
use crate::ledger::{Ledger, check};
use crate::text::{Texts, problem};
use crate::views::{ProblemFilter, ProblemIndex};

use super::{Made, word};

/// The page.
pub(super) fn made(ledger: &Arc<Ledger>, filter: &ProblemFilter, texts: Texts) -> Made {
    let index = ProblemIndex::new(ledger, &Arc::new(check(ledger)));
    let list = index.list(filter);
    let dataset = ledger.dataset();
    let columns = vec![
        Column::new(
            "severity",
            texts.get("problems-column-severity"),
            Kind::Word,
        ),
        Column::new("check", texts.get("problems-column-check"), Kind::Word),
        Column::new("record", texts.get("problems-column-record"), Kind::Text),
        Column::new("party", texts.get("problems-column-party"), Kind::Word),
        Column::new("field", texts.get("problems-column-field"), Kind::Text),
        Column::new("message", texts.get("problems-column-problem"), Kind::Prose),
        Column::new("hint", texts.get("problems-column-hint"), Kind::Prose),
        Column::new("rule", texts.get("problems-column-rule"), Kind::Text),
        Column::new(
            "accepted",
            texts.get("problems-column-accepted"),
            Kind::Prose,
        ),
    ];
    let (mut rows, mut records) = (Vec::new(), Vec::new());
    for (found, party) in list.rows.iter().filter_map(|place| index.at(*place)) {
        records.extend(Key::find(dataset, &found.record));
        rows.push(vec![
            word(
                found.severity.key(),
                problem::severity(found.severity, texts),
            ),
            word(found.check, problem::name(found.check, texts)),
            Value::text(&found.record),
            party.map_or(Value::Nothing, |id| super::party(dataset, id, texts)),
            Value::text(&found.field),
            Value::Text(problem::message(found, texts)),
            Value::Text(problem::hint(found, texts)),
            Value::maybe(found.rule.map(crate::ledger::Rule::id)),
            Value::maybe(found.accepted.as_deref()),
        ]);
    }
    let sources = super::sources::cited_by(dataset, &records);
    Made {
        tables: vec![Table::of(
            "problems",
            texts.get("page-problems"),
            columns,
            rows,
        )],
        records,
        sources,
        notes: Vec::new(),
    }
}
