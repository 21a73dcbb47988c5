//! A plan counted and summed up.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::super::draft::{Doubt, Place, Skip};
use super::super::parties::State;
use super::{Fate, Outcome, Plan};
use crate::ledger::Bounds;
use crate::model::{AidType, AmountForm, Currency, PartyId, Stage};

/// What entries are counted together: those of one party, stage, type and currency.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Group {
    /// Whose.
    pub party: PartyId,
    /// At which stage: stages are never added (R1).
    pub stage: Stage,
    /// Of what type.
    pub aid_type: AidType,
    /// In which currency; none: undisclosed without one, or a share of GDP.
    pub currency: Option<Currency>,
}

/// How many entries, and how much they name.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Counted {
    /// How many entries.
    pub entries: usize,
    /// How many of them restate an entry of the book: they are counted once there, and not summed here.
    pub voices: usize,
    /// How many of them are parts of another entry of the file: their money is in that one (R3).
    pub parts: usize,
    /// How many name no sum.
    pub undisclosed: usize,
    /// The sum of the low bounds, in whole units of the currency.
    pub low: Decimal,
    /// The sum of the high bounds; none where one is open.
    pub high: Option<Decimal>,
}

impl Counted {
    /// The sum as bounds: parts, restatements and undisclosed ones are no numbers of their own.
    #[must_use]
    pub fn bounds(&self) -> Bounds {
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let silent = self.undisclosed + self.voices + self.parts;
        Bounds {
            low: self.low,
            high: self.high,
            undisclosed: count(self.undisclosed),
            numbers: count(self.entries.saturating_sub(silent)),
            ..Bounds::NOTHING
        }
    }

    /// Both together; only of one currency and stage.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            entries: self.entries + other.entries,
            voices: self.voices + other.voices,
            parts: self.parts + other.parts,
            undisclosed: self.undisclosed + other.undisclosed,
            low: self.low.saturating_add(other.low),
            high: match (self.high, other.high) {
                (Some(a), Some(b)) => a.checked_add(b),
                _ => None,
            },
        }
    }
}

/// Why rows were left out, and how many.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Reason {
    /// One of the reasons, as an example of its kind.
    pub why: Skip,
    /// How many rows.
    pub rows: usize,
    /// Where the first of them stand.
    pub first: Vec<Place>,
    /// The texts that stand in such rows, each with how many; at most a hundred of them.
    pub texts: BTreeMap<String, usize>,
}

/// A plan counted and summed up.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Summary {
    /// How many rows were read, headings not counted.
    pub rows: u64,
    /// How many entries are made.
    pub entries: usize,
    /// Of them, how many restate an entry of the book.
    pub voices: usize,
    /// The entries by party, stage, type and currency.
    pub groups: BTreeMap<Group, Counted>,
    /// The states that become parties.
    pub new_parties: Vec<&'static State>,
    /// How many rows are likely the same as an entry of the book.
    pub likely: usize,
    /// Why rows were left out, by the kind of reason.
    pub reasons: BTreeMap<&'static str, Reason>,
    /// What a person should look at.
    pub doubts: Vec<Doubt>,
}

/// How many places, and how many texts, are named for one reason.
const EXAMPLES: (usize, usize) = (3, 100);

impl Summary {
    /// Whether rows were left out that somebody should look at.
    #[must_use]
    pub fn has_trouble(&self) -> bool {
        self.reasons.values().any(|reason| reason.why.is_trouble())
    }

    fn left_out(&mut self, why: &Skip, place: &Place) {
        let (places, texts) = EXAMPLES;
        let reason = self.reasons.entry(why.key()).or_insert_with(|| Reason {
            why: why.clone(),
            rows: 0,
            first: Vec::new(),
            texts: BTreeMap::new(),
        });
        reason.rows += 1;
        if reason.first.len() < places {
            reason.first.push(place.clone());
        }
        let text = why.detail();
        if !text.is_empty() && (reason.texts.len() < texts || reason.texts.contains_key(&text)) {
            *reason.texts.entry(text).or_default() += 1;
        }
    }
}

impl Plan {
    /// The plan counted and summed up.
    #[must_use]
    pub fn summary(&self) -> Summary {
        let mut summary = Summary {
            rows: self.told.rows,
            new_parties: self.new_parties(),
            likely: self.likely.len(),
            doubts: self.doubts.clone(),
            ..Summary::default()
        };
        for row in self.rows() {
            let (party, voice) = match row.outcome {
                Outcome::New(party) => (party, false),
                Outcome::Voice(party, _) => (party, true),
                Outcome::Skipped(why) => {
                    summary.left_out(why, row.place);
                    continue;
                }
            };
            let Some(draft) = row.draft else { continue };
            summary.entries += 1;
            summary.voices += usize::from(voice);
            let group = Group {
                party: party.clone(),
                stage: draft.stage,
                aid_type: draft.aid_type,
                currency: draft.amount.form.currency(),
            };
            // A part of another stage than its whole counts in its own (R3).
            let of_stage = |whole| self.draft(whole).is_some_and(|w| w.stage == draft.stage);
            let is_part = draft
                .part_of
                .is_some_and(|whole| self.is_told(whole) && of_stage(whole));
            let counted = one(&draft.amount.form, voice, is_part);
            let known = summary.groups.entry(group).or_insert(Counted {
                high: Some(Decimal::ZERO),
                ..Counted::default()
            });
            *known = known.and(counted);
        }
        summary
    }

    /// Whether a whole is in the book or comes into it, so that its parts are not summed beside it.
    fn is_told(&self, draft: usize) -> bool {
        match self.fates.get(draft) {
            Some(Fate::Out(why)) => matches!(why, Skip::AlreadyHere(_) | Skip::LikelyHere(_)),
            Some(_) => true,
            None => false,
        }
    }
}

/// One entry with what it names. R2: bounds add, blanks do not.
fn one(form: &AmountForm, voice: bool, is_part: bool) -> Counted {
    let bounds = match form {
        AmountForm::Exact(sum) | AmountForm::About(sum) => Some((sum.value(), Some(sum.value()))),
        AmountForm::UpTo(sum) => Some((Decimal::ZERO, Some(sum.value()))),
        AmountForm::AtLeast(sum) => Some((sum.value(), None)),
        AmountForm::Range(range) => Some((range.low().value(), Some(range.high().value()))),
        AmountForm::GdpShare(_) | AmountForm::Undisclosed(_) => None,
    };
    let (low, high) = bounds
        .filter(|_| !voice && !is_part)
        .unwrap_or((Decimal::ZERO, Some(Decimal::ZERO)));
    Counted {
        entries: 1,
        voices: usize::from(voice),
        parts: usize::from(is_part),
        undisclosed: usize::from(form.is_undisclosed()),
        low,
        high,
    }
}
