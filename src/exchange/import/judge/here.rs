//! What of a file the book holds already.

use std::collections::{BTreeMap, HashMap};

use super::super::draft::Draft;
use super::super::statement::{self, Statement};
use crate::model::{AidEntry, AidId, Dataset, Origin, SourceId, Stage};

/// Where an entry stood in the file.
type Spot = (Option<String>, u64);

/// The entries of the book, to be used up one by one.
pub(super) struct Here {
    /// From this very file, by where they stood.
    places: BTreeMap<Spot, Vec<Stood>>,
    /// From elsewhere, by what they say; the next to be used is the last.
    elsewhere: HashMap<Statement, Vec<AidId>>,
    /// Another column of the same rows is read this time.
    other_column: bool,
}

struct Stood {
    key: Option<String>,
    amount: Option<String>,
    stage: Stage,
    id: AidId,
}

impl Here {
    /// The entries of a book; `source` is the file, where it is one of the book's sources already.
    pub(super) fn of(dataset: &Dataset, source: Option<&SourceId>) -> Self {
        let mut places: BTreeMap<Spot, Vec<Stood>> = BTreeMap::new();
        let mut elsewhere: HashMap<Statement, Vec<AidId>> = HashMap::new();
        for entry in dataset.aid.values().rev() {
            if let Some((spot, origin)) = place_in(entry, source) {
                places.entry(spot).or_default().push(Stood {
                    key: origin.key.clone(),
                    amount: origin.amount.clone(),
                    stage: entry.stage,
                    id: entry.id.clone(),
                });
            } else {
                let says = elsewhere.entry(statement::of_entry(entry));
                says.or_default().push(entry.id.clone());
            }
        }
        Self {
            places,
            elsewhere,
            other_column: false,
        }
    }

    /// Looks whether these drafts are other sums of rows that the book has already: another column of
    /// the same table, such as what was delivered beside what was committed. Then a row is here only
    /// with its stage and its sum; else an entry may have been given another stage since.
    pub(super) fn look(&mut self, drafts: &[Draft]) {
        if self.places.is_empty() {
            return;
        }
        let (mut same, mut other) = (0_usize, 0_usize);
        for draft in drafts {
            let Some(stood) = self.places.get(&spot(draft)) else {
                continue;
            };
            let mut stood = stood.iter().filter(|stood| stood.key == draft.place.key);
            if stood.clone().next().is_none() {
                continue;
            }
            if stood.clone().any(|stood| is_it(stood, draft)) {
                same += 1;
            } else if stood.all(|stood| stood.amount != draft.place.amount) {
                other += 1;
            }
        }
        self.other_column = other > same;
    }

    /// The entry that came from the place of this draft. A row can have made several, one a stage.
    pub(super) fn at_place(&mut self, draft: &Draft) -> Option<AidId> {
        if self.places.is_empty() {
            return None;
        }
        let other_column = self.other_column;
        let stood = self.places.get_mut(&spot(draft))?;
        let exact = stood.iter().rposition(|stood| is_it(stood, draft));
        let edited = || {
            let same =
                |stood: &Stood| stood.key == draft.place.key && stood.amount == draft.place.amount;
            stood.iter().rposition(same).filter(|_| !other_column)
        };
        let at = exact.or_else(edited)?;
        Some(stood.remove(at).id)
    }

    /// An entry from elsewhere that says this.
    pub(super) fn says(&mut self, statement: Statement) -> Option<AidId> {
        self.elsewhere.get_mut(&statement)?.pop()
    }
}

fn place_in<'a>(entry: &'a AidEntry, source: Option<&SourceId>) -> Option<(Spot, &'a Origin)> {
    let origin = entry.origin.as_deref()?;
    let is_of_it = source == Some(&origin.file);
    is_of_it.then(|| ((origin.sheet.clone(), origin.row), origin))
}

fn spot(draft: &Draft) -> Spot {
    (draft.place.sheet.clone(), draft.place.row)
}

fn is_it(stood: &Stood, draft: &Draft) -> bool {
    stood.key == draft.place.key && stood.amount == draft.place.amount && stood.stage == draft.stage
}
