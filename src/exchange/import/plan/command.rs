//! The one command that imports: the file as a source, new parties, the entries.

use std::sync::Arc;

use super::super::draft::{Draft, Skip};
use super::super::judge::Giver;
use super::{Fate, Plan};
use crate::edit::ids::AidIds;
use crate::edit::{AnyRecord, Change, Command, Deed, Key, Kind, Label};
use crate::model::{
    AidEntry, AidId, Citation, Dataset, Figure, MoneyId, NoteOn, Origin, OtherFigure, SourceId,
};

/// The command that does what is planned, in one step; none where nothing is imported. The dataset is
/// the one that the plan was made for.
///
/// A plan that nobody else holds is used up, so that a large file is not in memory twice.
#[must_use]
pub fn command(plan: Plan, dataset: &Dataset) -> Option<Command> {
    if plan.is_empty() {
        return None;
    }
    let new_parties = plan.new_parties();
    let Plan {
        file,
        told,
        givers,
        fates,
        ..
    } = plan;
    let mut changes = Vec::with_capacity(fates.len() + new_parties.len() + 1);
    let source = if let Some(known) = file.known(dataset) {
        known.clone()
    } else {
        let source = file.source(dataset)?;
        let id = source.id.clone();
        changes.push(Change::put(source));
        id
    };
    for state in new_parties {
        changes.push(Change::put(state.party()?));
    }
    let ids = ids(&fates, &givers, dataset);
    let first = fates
        .iter()
        .zip(&ids)
        .find(|(fate, _)| !matches!(fate, Fate::Out(_)));
    let key = Key::new(Kind::Aid, first?.1.as_ref()?);
    let told = Arc::try_unwrap(told).unwrap_or_else(|shared| (*shared).clone());
    let mut made = 0;
    for ((draft, fate), id) in told.drafts.into_iter().zip(fates).zip(&ids) {
        let (giver, same_as) = match fate {
            Fate::New(giver) => (giver, None),
            Fate::Voice(giver, same) => (giver, Some(MoneyId::from(&same))),
            Fate::Out(_) => continue,
        };
        let (Some(giver), Some(id)) = (givers.get(giver), id) else {
            continue;
        };
        let whole = draft.part_of.and_then(|whole| ids.get(whole)?.clone());
        let mut entry = entry(draft, id.clone(), giver, &source);
        entry.part_of = whole.as_ref().map(MoneyId::from);
        entry.same_as = same_as;
        changes.push(Change::Put(Box::new(AnyRecord::Aid(entry))));
        made += 1;
    }
    let label = Label {
        file: Some(file.name),
        ..Label::new(Deed::Imported, key).counting(made)
    };
    Some(Command {
        label,
        changes,
        group: None,
    })
}

/// The id of each draft: a new one, that of the entry that it is already, or none.
fn ids(fates: &[Fate], givers: &[Giver], dataset: &Dataset) -> Vec<Option<AidId>> {
    let mut fresh = AidIds::of(dataset);
    let id = |fate: &Fate| match fate {
        Fate::New(giver) | Fate::Voice(giver, _) => {
            let giver = givers.get(*giver)?;
            AidId::new(&fresh.next(&giver.party)).ok()
        }
        Fate::Out(Skip::AlreadyHere(id) | Skip::LikelyHere(id)) => AidId::new(id).ok(),
        Fate::Out(_) => None,
    };
    fates.iter().map(id).collect()
}

fn entry(draft: Draft, id: AidId, giver: &Giver, source: &SourceId) -> AidEntry {
    let cite = Citation {
        source: Some(source.clone()),
        ..Citation::default()
    };
    let origin = Origin {
        file: source.clone(),
        sheet: draft.place.sheet,
        row: draft.place.row,
        key: draft.place.key,
        amount: draft.place.amount,
        date: draft.place.date,
        link: draft.place.link,
    };
    let others = draft.others.into_iter().map(|(amount, why)| OtherFigure {
        figure: Figure {
            amount,
            as_reported: None,
            cite: cite.clone(),
            date: draft.date,
        },
        why_not_preferred: Some(why),
    });
    let mut notes = draft.notes;
    if let Some(institution) = giver.institution {
        let says = format!("Given by: {institution}.");
        match notes.get_mut(&NoteOn::General) {
            Some(note) if note.contains(institution) => {}
            Some(note) => *note = format!("{says} {note}"),
            None => {
                notes.insert(NoteOn::General, says);
            }
        }
    }
    AidEntry {
        id,
        party: giver.party.clone(),
        record: draft.record,
        stage: draft.stage,
        aid_type: draft.aid_type,
        instrument: draft.instrument,
        summary: draft.summary,
        other_figures: others.collect(),
        figure: Figure {
            amount: draft.amount,
            as_reported: draft.as_reported,
            cite,
            date: None,
        },
        preferred_because: None,
        period_as_written: None,
        date: draft.date,
        part_of: None,
        fulfils: Vec::new(),
        counted_in: None,
        same_as: None,
        supersedes: Vec::new(),
        joint: false,
        quantity: draft.quantity,
        origin: Some(Box::new(origin)),
        notes,
    }
}
