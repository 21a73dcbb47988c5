//! Drafts are judged against the book: whose they are, what is here already, what is likely here.
//!
//! **Nothing is imported twice.** A row is here already when the book holds an entry from this very
//! place of this very file (by its hash), or an entry that says the same word for word from somewhere
//! else; entries are used up one by one, so that of three equal rows of which the book has two, one is
//! new. Rows of one file that say the same stand for themselves: they are kept, and counted.
//!
//! **Likely the same** is an entry of the same party and stage that another file of the same publisher calls
//! by the same key; or one of the same party, stage and type whose sum is within 1 % after conversion and
//! whose days are at most ten apart. It is told, and by default taken in as another voice
//! of the same sum (R13, `same_as`), so that it counts once.

mod here;
mod keyed;
mod likely;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use self::here::Here;
use self::keyed::Keyed;
use self::likely::Likeness;
use super::Cancelled;
use super::draft::{Doubt, Draft, Skip, Told};
use super::file::FileFacts;
use super::parties::{Parties, State, Whose};
use super::plan::{Fate, Plan};
use super::statement;
use crate::model::{AidId, Dataset, PartyId, SourceId};
use crate::task::TaskLine;

/// What becomes of a row that is likely the same as an entry of the book.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub enum Likely {
    /// It is taken in as another voice of the same sum: told, and counted once.
    #[default]
    Voice,
    /// It is left out.
    LeaveOut,
    /// It is taken in as money of its own.
    New,
}

/// What a person decided.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Choices {
    /// Whose a spelling is, where it was said by hand: the spelling as it stands, the id of a party or
    /// of a state of ISO 3166.
    pub parties: BTreeMap<String, PartyId>,
    /// Whose rows are left out.
    pub left_out: BTreeSet<PartyId>,
    /// What becomes of rows that are likely here.
    pub likely: Likely,
    /// What becomes of single ones of them, by the number of the draft.
    pub likely_of: BTreeMap<usize, Likely>,
}

/// Who gives, by a spelling.
#[derive(Clone, Debug)]
pub(super) struct Giver {
    pub(super) party: PartyId,
    /// To be made, where the book does not have it.
    pub(super) new: Option<&'static State>,
    /// Which institution of the Union was named.
    pub(super) institution: Option<&'static str>,
}

/// Judges what a layout made of a file against a book. The book is not changed.
///
/// # Errors
/// When it was cancelled.
pub fn judge(
    dataset: &Dataset,
    file: &FileFacts,
    told: Arc<Told>,
    choices: &Choices,
    line: &TaskLine,
) -> Result<Plan, Cancelled> {
    let mut givers = Givers {
        parties: Parties::of(dataset),
        choices,
        found: Vec::new(),
        by_spelling: BTreeMap::new(),
    };
    let source = file.known(dataset).cloned();
    let mut here = Here::of(dataset, source.as_ref());
    here.look(&told.drafts);
    let whose: Vec<Option<usize>> = told
        .drafts
        .iter()
        .map(|draft| givers.of(&draft.party))
        .collect();
    let mut fates: Vec<Option<Fate>> = Vec::with_capacity(told.drafts.len());
    let mut statements = Vec::with_capacity(told.drafts.len());
    // First what stands at its very place, so that it is not used up by a row that only says the same.
    for (at, draft) in told.drafts.iter().enumerate() {
        asked(line, at)?;
        let giver = whose
            .get(at)
            .copied()
            .flatten()
            .and_then(|at| givers.found.get(at));
        let out = match giver {
            None => Some(no_giver(draft)),
            Some(giver) if choices.left_out.contains(&giver.party) => {
                Some(Skip::PartyLeftOut(draft.party.clone()))
            }
            Some(_) => here.at_place(draft).as_ref().map(already),
        };
        let party = giver.map_or("", |giver| giver.party.as_str());
        statements.push(statement::of_draft(draft, party));
        fates.push(out.map(Fate::Out));
    }
    let mut unknown: Vec<usize> = Vec::new();
    for (at, fate) in fates
        .iter_mut()
        .enumerate()
        .filter(|(_, fate)| fate.is_none())
    {
        asked(line, at)?;
        let statement = statements.get(at).copied();
        match statement.and_then(|statement| here.says(statement)) {
            Some(id) => *fate = Some(Fate::Out(already(&id))),
            None => unknown.push(at),
        }
    }
    let repeats = repeats(&statements, &fates);
    let likely = liken(
        (dataset, file, source.as_ref()),
        (&told.drafts, &unknown),
        (&givers, &whose),
        &mut fates,
        line,
    )?;
    let mut doubts = told.doubts.clone();
    if repeats > 0 {
        doubts.push(Doubt::Repeats { rows: repeats });
    }
    doubts.extend(other_release(dataset, file, source.as_ref()));
    let fates = fates
        .into_iter()
        .map(|fate| fate.unwrap_or(Fate::Out(Skip::NotCounted)));
    Ok(Plan::new(
        file.clone(),
        told,
        givers.found,
        fates.collect(),
        likely,
        doubts,
    ))
}

/// What becomes of the drafts that the book does not have: they are held against what is likely the same,
/// first by what their file calls them. Tells which are likely here.
fn liken(
    (dataset, file, source): (&Dataset, &FileFacts, Option<&SourceId>),
    (drafts, unknown): (&[Draft], &[usize]),
    (givers, whose): (&Givers<'_>, &[Option<usize>]),
    fates: &mut [Option<Fate>],
    line: &TaskLine,
) -> Result<Vec<(usize, AidId)>, Cancelled> {
    let party = |at: usize| {
        let giver = whose.get(at).copied().flatten()?;
        givers.found.get(giver).map(|giver| &giver.party)
    };
    let mut likeness = Likeness::of(dataset, source);
    let called = Keyed::of(dataset, file, source).find(drafts, unknown, party);
    if !called.is_empty() {
        likeness.use_up(&called.values().collect());
    }
    let mut likely = Vec::new();
    for at in unknown.iter().copied() {
        asked(line, at)?;
        let (Some(draft), Some(giver)) = (drafts.get(at), whose.get(at).copied().flatten()) else {
            continue;
        };
        let alike = || likeness.find(draft, party(at)?);
        let same = called.get(&at).cloned().or_else(alike);
        let choice = givers.choices.likely_of.get(&at).copied();
        let fate = match (&same, choice.unwrap_or(givers.choices.likely)) {
            (Some(id), Likely::Voice) => Fate::Voice(giver, id.clone()),
            (Some(id), Likely::LeaveOut) => Fate::Out(Skip::LikelyHere(id.to_string())),
            (Some(_), Likely::New) | (None, _) => Fate::New(giver),
        };
        likely.extend(same.map(|id| (at, id)));
        if let Some(slot) = fates.get_mut(at) {
            *slot = Some(fate);
        }
    }
    Ok(likely)
}

/// Another release of the same tracker in the book: what both tell of one package can stand in both.
fn other_release(dataset: &Dataset, file: &FileFacts, source: Option<&SourceId>) -> Option<Doubt> {
    let tracker = "Ukraine Support Tracker: ";
    if !file.about.title.starts_with(tracker) {
        return None;
    }
    let origins = dataset
        .aid
        .values()
        .filter_map(|entry| entry.origin.as_deref());
    let mut others: Vec<&SourceId> = origins
        .map(|origin| &origin.file)
        .filter(|id| Some(*id) != source)
        .collect();
    others.dedup();
    let mut named = others.into_iter().filter_map(|id| dataset.sources.get(id));
    let other = named.find(|other| other.title.starts_with(tracker))?;
    Some(Doubt::Told {
        id: "import-doubt-other-release",
        what: other.title.trim_start_matches(tracker).to_owned(),
    })
}

fn already(id: &AidId) -> Skip {
    Skip::AlreadyHere(id.to_string())
}

fn no_giver(draft: &Draft) -> Skip {
    if draft.party.trim().is_empty() {
        Skip::NoParty
    } else {
        Skip::UnknownParty(draft.party.clone())
    }
}

/// Asks now and then whether it is still wanted.
fn asked(line: &TaskLine, at: usize) -> Result<(), Cancelled> {
    if at.is_multiple_of(1024) && line.is_cancelled() {
        return Err(Cancelled);
    }
    Ok(())
}

/// How many drafts say what another one of the file says.
fn repeats(statements: &[statement::Statement], fates: &[Option<Fate>]) -> usize {
    let kept = statements.iter().zip(fates);
    // What has no giver says nothing.
    let told = kept.filter(|(_, fate)| {
        !matches!(fate, Some(Fate::Out(Skip::NoParty | Skip::UnknownParty(_))))
    });
    let mut all: Vec<statement::Statement> = told.map(|(statement, _)| *statement).collect();
    let count = all.len();
    all.sort_unstable();
    all.dedup();
    count - all.len()
}

struct Givers<'a> {
    parties: Parties,
    choices: &'a Choices,
    found: Vec<Giver>,
    by_spelling: BTreeMap<String, Option<usize>>,
}

impl Givers<'_> {
    fn of(&mut self, spelling: &str) -> Option<usize> {
        if let Some(known) = self.by_spelling.get(spelling) {
            return *known;
        }
        let chosen = self.choices.parties.get(spelling);
        let text = chosen.map_or(spelling, PartyId::as_str);
        let giver = match self.parties.find(text) {
            Whose::Party(party, institution) => Some(Giver {
                party,
                new: None,
                institution,
            }),
            Whose::New(state, institution) => PartyId::new(state.id).ok().map(|party| Giver {
                party,
                new: Some(state),
                institution,
            }),
            Whose::Unknown => None,
        };
        let at = giver.map(|giver| {
            self.found.push(giver);
            self.found.len() - 1
        });
        self.by_spelling.insert(spelling.to_owned(), at);
        at
    }
}
