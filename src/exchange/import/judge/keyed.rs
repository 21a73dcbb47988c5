//! Entries of the book that a later copy of a file tells again: what the file itself calls them is the
//! same, whatever has become of the sum and the day.

use std::collections::HashMap;

use super::super::draft::Draft;
use super::super::file::FileFacts;
use crate::model::{AidEntry, AidId, Dataset, PartyId, Record, SourceId, Stage};

type Called<'a> = (&'a str, &'a str, Stage);

/// The entries of a book by what their files call them.
pub(super) struct Keyed<'a> {
    /// None: several of one file have the name, so that it tells of none which it is.
    by_name: HashMap<Called<'a>, Option<&'a AidEntry>>,
}

impl<'a> Keyed<'a> {
    /// The entries that come from other files of the same publisher; `source` is the file itself, where
    /// it is in the book.
    pub(super) fn of(dataset: &'a Dataset, file: &FileFacts, source: Option<&SourceId>) -> Self {
        let mut by_name: HashMap<Called<'a>, Option<&AidEntry>> = HashMap::new();
        for entry in dataset.aid.values().filter(|entry| entry.same_as.is_none()) {
            let Some(origin) = entry.origin.as_deref() else {
                continue;
            };
            let Some(key) = origin.key.as_deref().filter(|key| is_name(key)) else {
                continue;
            };
            let publisher = dataset
                .sources
                .get(&origin.file)
                .map(|of| of.publisher.as_str());
            if Some(&origin.file) == source || publisher != Some(file.about.publisher.as_str()) {
                continue;
            }
            by_name
                .entry((entry.party.as_str(), key, entry.stage))
                .and_modify(|known| *known = None)
                .or_insert(Some(entry));
        }
        Self { by_name }
    }

    /// For each draft, by its number, the entry that it tells again; `party` says whose a draft is. What
    /// several drafts are called tells of none which it is.
    pub(super) fn find<'d>(
        &self,
        drafts: &'d [Draft],
        among: &[usize],
        party: impl Fn(usize) -> Option<&'d PartyId>,
    ) -> HashMap<usize, AidId> {
        if self.by_name.is_empty() {
            return HashMap::new();
        }
        let mut called: HashMap<Called<'_>, Option<usize>> = HashMap::new();
        for (at, draft) in drafts.iter().enumerate() {
            if let (Some(key), Some(party)) = (draft.place.key.as_deref(), party(at)) {
                called
                    .entry((party.as_str(), key, draft.stage))
                    .and_modify(|known| *known = None)
                    .or_insert(Some(at));
            }
        }
        let mut found = HashMap::new();
        for at in among {
            let (Some(draft), Some(party)) = (drafts.get(*at), party(*at)) else {
                continue;
            };
            let Some(key) = draft.place.key.as_deref() else {
                continue;
            };
            let name = (party.as_str(), key, draft.stage);
            let alone = called.get(&name).copied().flatten() == Some(*at);
            let entry = self.by_name.get(&name).copied().flatten();
            let entry = entry.filter(|entry| alone && is_same(entry, draft, key));
            found.extend(entry.map(|entry| (*at, entry.id.clone())));
        }
        found
    }
}

/// Whether a key names a record: one that counts within an activity (`XM-1#2`) names a place in a file.
fn is_name(key: &str) -> bool {
    !key.is_empty() && !key.contains('#')
}

fn is_same(entry: &AidEntry, draft: &Draft, key: &str) -> bool {
    let is_total = |record: Record| matches!(record, Record::RunningTotal { .. });
    if is_total(entry.record) != is_total(draft.record) {
        return false;
    }
    // Any two files have a row 1: a bare small number needs the same day beside it.
    let is_counted = key.len() < 5 && key.bytes().all(|byte| byte.is_ascii_digit());
    let same_day = entry.date.is_some() && entry.date == draft.date;
    !is_counted || same_day
}
