//! Every record of the book with a few words, to be found by them.

use crate::edit::{AnyRecord, Key, Kind};
use crate::model::{Dataset, Party, PartyId};
use crate::text::{Lang, Texts, dates, words};
use crate::views::fold;

/// A record with a few words.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RecordRow {
    /// Where it is.
    pub key: Key,
    /// Whose it is.
    pub party: Option<PartyId>,
    /// What it is, in a few words.
    pub words: String,
    haystack: String,
}

impl RecordRow {
    /// The row of one record, if it is there.
    pub fn of(book: &Dataset, key: &Key, texts: Texts) -> Option<Self> {
        let record = AnyRecord::of(book, key)?;
        Some(row(book, key.clone(), &record, texts))
    }
}

/// Every record of the book, in the order of kinds and ids; the header last.
#[derive(Clone, Debug, Default)]
pub struct RecordIndex {
    rows: Vec<RecordRow>,
}

impl RecordIndex {
    /// The records of a book, told in a language.
    pub fn of(book: &Dataset, lang: Lang) -> Self {
        let texts = Texts::new(lang);
        let keys = Kind::ALL
            .iter()
            .flat_map(|kind| AnyRecord::keys(book, *kind));
        Self {
            rows: keys
                .filter_map(|key| RecordRow::of(book, &key, texts))
                .collect(),
        }
    }

    /// The record of that key.
    pub fn row(&self, key: &Key) -> Option<&RecordRow> {
        self.rows.iter().find(|row| row.key == *key)
    }

    /// The records of these kinds that hold every word of the search, in any case and spelling.
    /// Those whose id begins with it come first, then those of `near`.
    pub fn find(&self, kinds: &[Kind], search: &str, near: Option<&PartyId>) -> Vec<&RecordRow> {
        let wanted = fold(search);
        let words: Vec<&str> = wanted.split_whitespace().collect();
        let whole = wanted.trim();
        let code = near.map(|id| format!("{}-", id.as_str().to_lowercase()));
        let mut found: Vec<(u8, &RecordRow)> = self
            .rows
            .iter()
            .filter(|row| kinds.contains(&row.key.kind))
            .filter(|row| words.iter().all(|word| row.haystack.contains(word)))
            .map(|row| {
                let id = row.key.id.to_lowercase();
                // A source belongs to nobody: its id says on whose page it was made.
                let is_near = row.party.as_ref().is_some_and(|party| Some(party) == near)
                    || code.as_ref().is_some_and(|code| id.starts_with(code));
                let rank = if !whole.is_empty() && id.starts_with(whole) {
                    0
                } else if is_near {
                    1
                } else {
                    2
                };
                (rank, row)
            })
            .collect();
        found.sort_by_key(|(rank, _)| *rank);
        found.into_iter().map(|(_, row)| row).collect()
    }
}

fn row(book: &Dataset, key: Key, record: &AnyRecord, texts: Texts) -> RecordRow {
    let named = |id: &PartyId| match book.parties.get(id) {
        Some(party) => words::name(&party.name, texts).to_owned(),
        None => id.to_string(),
    };
    let (party, words, more) = match record {
        AnyRecord::Party(party) => {
            let name = words::name(&party.name, texts).to_owned();
            (Some(party.id.clone()), name, party.iso3.clone())
        }
        AnyRecord::Agreement(agreement) => {
            let day = dates::day(agreement.signed, texts);
            let words = format!("{}, {day} · {}", named(&agreement.party), agreement.title);
            (Some(agreement.party.clone()), words, String::new())
        }
        AnyRecord::Commitment(commitment) => {
            let agreement = book.agreements.get(&commitment.agreement);
            let party = agreement.map(|agreement| agreement.party.clone());
            let area = words::area(commitment.area, texts);
            (party, commitment.summary.clone(), area)
        }
        AnyRecord::Aid(entry) => {
            let date = entry.date.map(|date| dates::date(date, texts));
            let more = date.unwrap_or_default();
            (Some(entry.party.clone()), entry.summary.clone(), more)
        }
        AnyRecord::Source(source) => {
            let words = match source.publisher.as_str() {
                "" => source.title.clone(),
                publisher => format!("{} · {publisher}", source.title),
            };
            (None, words, source.url.clone())
        }
        AnyRecord::Gdp(series) => {
            let words = format!("{} · {}", named(&series.country), series.vintage);
            (Some(series.country.clone()), words, String::new())
        }
        AnyRecord::Population(series) => {
            let words = format!("{} · {}", named(&series.country), series.vintage);
            (Some(series.country.clone()), words, String::new())
        }
        AnyRecord::Fx(series) => (None, series.currency.to_string(), String::new()),
        AnyRecord::EuShares(shares) => (None, shares.title.clone(), shares.vintage.clone()),
        AnyRecord::Header(header) => (None, header.title.clone(), String::new()),
    };
    let kind = crate::text::fields::kind(key.kind.key(), texts);
    let whose = party.as_ref().and_then(|id| book.parties.get(id));
    let both = whose.map(|Party { name, .. }| format!("{} {}", name.en, name.uk));
    let both = both.unwrap_or_default();
    let haystack = fold(&format!("{} {kind} {words} {both} {more}", key.id));
    RecordRow {
        key,
        party,
        words,
        haystack,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::Session;

    #[test]
    fn records_are_found_by_id_words_and_party_in_any_spelling() {
        let session = Session::sample();
        let index = RecordIndex::of(session.dataset(), Lang::En);
        let all = Kind::ALL;
        let first = |search: &str| {
            index
                .find(all, search, None)
                .first()
                .map(|row| row.key.id.as_str())
        };
        assert_eq!(first("lt-2024-c01"), Some("lt-2024-c01"));
        assert_eq!(first("LT-2024-C01"), Some("lt-2024-c01"));
        for search in [
            "lithuania security cooperation",
            "ЛИТВА security",
            "литв cooperation",
        ] {
            let found = index.find(&[Kind::Agreement], search, None);
            assert_eq!(found.len(), 1, "{search}");
            assert_eq!(found[0].key.id, "lt-2024");
        }
        assert!(index.find(all, "qqqq", None).is_empty());
        let parties = index.find(&[Kind::Party], "", None);
        assert_eq!(parties.len(), session.dataset().parties.len());
    }

    #[test]
    fn what_is_near_comes_first() {
        let session = Session::sample();
        let index = RecordIndex::of(session.dataset(), Lang::En);
        let near = PartyId::new("LT").unwrap();
        let sources = index.find(&[Kind::Source], "", Some(&near));
        assert!(
            sources[0].key.id.starts_with("lt-"),
            "{}",
            sources[0].key.id
        );
        let all = index.find(&[Kind::Source], "", None);
        assert_eq!(sources.len(), all.len());
    }
}
