//! What of a file the book holds already.

use std::collections::{BTreeMap, HashMap};

use super::super::draft::Draft;
use super::super::statement::{self, Statement};
use crate::model::{AidEntry, AidId, Dataset, SourceId, Stage};

/// Where an entry stood in the file.
type Spot = (Option<String>, u64);

/// The entries of the book, to be used up one by one.
pub(super) struct Here {
    /// From this very file, by where they stood.
    places: BTreeMap<Spot, Vec<Stood>>,
    /// From elsewhere, by what they say; the next to be used is the last.
    elsewhere: HashMap<Statement, Vec<AidId>>,
}

struct Stood {
    key: Option<String>,
    stage: Stage,
    id: AidId,
}

impl Here {
    /// The entries of a book; `source` is the file, where it is one of the book's sources already.
    pub(super) fn of(dataset: &Dataset, source: Option<&SourceId>) -> Self {
        let mut places: BTreeMap<Spot, Vec<Stood>> = BTreeMap::new();
        let mut elsewhere: HashMap<Statement, Vec<AidId>> = HashMap::new();
        for entry in dataset.aid.values().rev() {
            if let Some((spot, key)) = place_in(entry, source) {
                places.entry(spot).or_default().push(Stood {
                    key,
                    stage: entry.stage,
                    id: entry.id.clone(),
                });
            } else {
                let says = elsewhere.entry(statement::of_entry(entry));
                says.or_default().push(entry.id.clone());
            }
        }
        Self { places, elsewhere }
    }

    /// The entry that came from the place of this draft. A row can have made several, one a stage;
    /// and an entry may have been given another stage since.
    pub(super) fn at_place(&mut self, draft: &Draft) -> Option<AidId> {
        if self.places.is_empty() {
            return None;
        }
        let spot = (draft.place.sheet.clone(), draft.place.row);
        let stood = self.places.get_mut(&spot)?;
        let same_key = |stood: &Stood| stood.key == draft.place.key;
        let exact = stood
            .iter()
            .rposition(|stood| same_key(stood) && stood.stage == draft.stage);
        let at = exact.or_else(|| stood.iter().rposition(same_key))?;
        Some(stood.remove(at).id)
    }

    /// An entry from elsewhere that says this.
    pub(super) fn says(&mut self, statement: Statement) -> Option<AidId> {
        self.elsewhere.get_mut(&statement)?.pop()
    }
}

fn place_in(entry: &AidEntry, source: Option<&SourceId>) -> Option<(Spot, Option<String>)> {
    let origin = entry.origin.as_deref()?;
    let is_of_it = source == Some(&origin.file);
    is_of_it.then(|| ((origin.sheet.clone(), origin.row), origin.key.clone()))
}
