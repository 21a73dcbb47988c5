//! Files of the Kiel Institute's tracker: what their rows come to in a ledger, held against the sums that
//! the publisher states itself. Made-up files of each layout always run; the real ones where the folder
//! that holds them is named.

mod made_up;
mod real;

use std::collections::BTreeMap;
use std::error::Error;
use std::sync::Arc;

use pledgebook::exchange::import::kiel::{self, Found, KielError, Wish};
use pledgebook::exchange::import::parties;
use pledgebook::exchange::import::{Skip, Told};
use pledgebook::exchange::table::{self, Opened};
use pledgebook::ledger::{Assumptions, Ledger, Query};
use pledgebook::model::{AidEntry, AidId, AidType, Citation, Dataset, Figure, PartyId, Stage};
use pledgebook::task::TaskLine;
use rust_decimal::Decimal;

type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// A file as its bytes.
fn opened(name: &str, bytes: Vec<u8>) -> Result<Opened> {
    Ok(table::open_bytes(name, bytes, &TaskLine::default())?)
}

/// The sheet that comes first, read.
fn told(opened: &Opened, wish: &Wish) -> std::result::Result<Told, KielError> {
    let line = TaskLine::default();
    match kiel::find(opened, &line)?.first() {
        Some(found) => kiel::read(opened, found, wish, &line),
        None => Ok(Told::default()),
    }
}

/// The layout that comes first.
fn found(opened: &Opened) -> Result<Found> {
    let all = kiel::find(opened, &TaskLine::default())?;
    Ok(all.into_iter().next().ok_or("no layout comes near")?)
}

/// The drafts as a ledger of their own, in euro.
fn ledger(told: &Told) -> Result<Ledger> {
    let mut book = Dataset::default();
    let ids: Vec<AidId> = (0..told.drafts.len())
        .map(|at| AidId::new(&format!("xx-a{at:05}")))
        .collect::<std::result::Result<_, _>>()?;
    for (draft, id) in told.drafts.iter().zip(&ids) {
        let named = parties::named(&draft.party).ok_or(draft.party.clone())?;
        let party = named.state.party().ok_or("no party")?;
        let entry = AidEntry {
            id: id.clone(),
            party: party.id.clone(),
            record: draft.record,
            stage: draft.stage,
            aid_type: draft.aid_type,
            instrument: draft.instrument,
            summary: draft.summary.clone(),
            figure: Figure {
                amount: draft.amount,
                as_reported: None,
                cite: Citation::default(),
                date: None,
            },
            other_figures: Vec::new(),
            preferred_because: None,
            period_as_written: None,
            date: draft.date,
            part_of: draft.part_of.and_then(|at| ids.get(at)).map(Into::into),
            fulfils: Vec::new(),
            counted_in: None,
            same_as: None,
            supersedes: Vec::new(),
            joint: false,
            quantity: draft.quantity.clone(),
            origin: None,
            notes: draft.notes.clone(),
        };
        book.parties.insert(party.id.clone(), party);
        book.aid.insert(id.clone(), entry);
    }
    let assumptions = Assumptions::of(&book);
    Ok(Ledger::new(Arc::new(book), assumptions))
}

/// What a party comes to at a stage, in euro; of one type or of all.
fn total(ledger: &Ledger, party: &str, stage: Stage, aid_type: Option<AidType>) -> Result<Decimal> {
    let query = Query::all(stage).of(&PartyId::new(party)?).typed(aid_type);
    Ok(ledger.total(&query).bounds().low)
}

/// The whole word of a reason for leaving a row out.
fn word(why: &Skip) -> &'static str {
    match why {
        Skip::Blank => "blank",
        Skip::Heading => "heading",
        Skip::Total => "sums up others",
        Skip::NoParty => "no giver",
        Skip::UnknownParty(_) => "unknown giver",
        Skip::UnknownStage(_) => "unknown stage",
        Skip::UnknownType(_) => "unknown type",
        Skip::BadAmount(_) => "no amount (negative)",
        Skip::BadDate(_) => "no date",
        Skip::NothingSaid => "nothing said",
        Skip::CountedIn(_) => "counted in another row",
        Skip::NotCounted => "not counted",
        _ => "other",
    }
}

/// Rows in, entries out by stage, rows left out by reason: a line of the table of files.
fn counts(told: &Told) -> String {
    let mut stages: BTreeMap<&str, usize> = BTreeMap::new();
    for draft in &told.drafts {
        *stages.entry(draft.stage.key()).or_default() += 1;
    }
    let mut reasons: BTreeMap<&str, usize> = BTreeMap::new();
    for skipped in &told.skipped {
        *reasons.entry(word(&skipped.why)).or_default() += 1;
    }
    let list = |counts: BTreeMap<&str, usize>| {
        let words: Vec<String> = counts.iter().map(|(k, n)| format!("{n} {k}")).collect();
        words.join(", ")
    };
    format!(
        "{} rows → {} entries ({}); left out {} ({})",
        told.rows,
        told.drafts.len(),
        list(stages),
        told.skipped.len(),
        list(reasons)
    )
}
