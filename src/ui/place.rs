//! Where the reader is: which party, which pane has the centre, which number is explained, which
//! record is open. Data, so that back and forward are a list of places.

use std::sync::Arc;

use crate::edit::Key;
use crate::ledger::Derivation;
use crate::model::PartyId;

/// What has the centre of the window.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, serde::Serialize, serde::Deserialize)]
pub enum Pane {
    /// The detail above the chart.
    #[default]
    Both,
    /// The detail alone.
    Detail,
    /// The chart alone.
    Chart,
}

/// What the centre of the window is about.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Page {
    /// One party, with the chart.
    #[default]
    Party,
    /// Every commitment, by party and area.
    Commitments,
    /// Every aid entry.
    Ledger,
    /// Days that come: reviews, ends, promised years that close.
    Dates,
    /// Every source, with what hangs on it.
    Sources,
    /// What is wrong or doubtful in the dataset.
    Problems,
}

impl Page {
    /// Every page, in order.
    pub const ALL: [Self; 6] = [
        Self::Party,
        Self::Commitments,
        Self::Ledger,
        Self::Dates,
        Self::Sources,
        Self::Problems,
    ];
}

/// What the dock at the right shows.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Dock {
    /// The tree under a number.
    #[default]
    Derivation,
    /// The form of a record.
    Record,
    /// What was done to the document.
    History,
}

impl Dock {
    /// Every tab, in order.
    pub const ALL: [Self; 3] = [Self::Derivation, Self::Record, Self::History];
}

/// Where the reader is.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Place {
    /// What the centre is about.
    pub page: Page,
    /// The party shown.
    pub party: Option<PartyId>,
    /// What has the centre.
    pub pane: Pane,
    /// The tree of the number that is explained.
    pub derivation: Option<Arc<Derivation>>,
    /// The record (a commitment, an aid entry, a source) that is to be brought into view.
    pub record: Option<String>,
    /// What the dock shows.
    pub dock: Dock,
    /// The record whose form the dock shows; one without an id is not made yet.
    pub form: Option<Key>,
    /// What its page was set to when it was left.
    pub query: String,
}

/// The places that were seen, with the one that is shown now.
#[derive(Clone, Debug, Default)]
pub struct Trail {
    here: Place,
    before: Vec<Place>,
    after: Vec<Place>,
}

/// How many places are kept to go back to.
const KEPT: usize = 200;

impl Trail {
    /// A trail that begins here.
    pub fn at(here: Place) -> Self {
        Self {
            here,
            before: Vec::new(),
            after: Vec::new(),
        }
    }

    /// The place shown.
    pub fn here(&self) -> &Place {
        &self.here
    }

    /// Goes to a place; what lay ahead is forgotten. Going to where one is changes nothing.
    pub fn go(&mut self, place: Place) {
        if place == self.here {
            return;
        }
        self.before.push(std::mem::replace(&mut self.here, place));
        if self.before.len() > KEPT {
            self.before.remove(0);
        }
        self.after.clear();
    }

    /// Changes the place shown without a step to go back to.
    pub fn correct(&mut self, change: impl FnOnce(&mut Place)) {
        change(&mut self.here);
    }

    /// Forgets which numbers were explained, everywhere: they are counted otherwise now.
    pub fn forget_derivations(&mut self) {
        let all = self.before.iter_mut().chain(&mut self.after);
        for place in all.chain([&mut self.here]) {
            place.derivation = None;
        }
        // Places that differed only in the number explained are one place now.
        self.before.dedup();
        self.after.dedup();
        self.before.pop_if(|last| *last == self.here);
        self.after.pop_if(|next| *next == self.here);
    }

    /// One step back, if there is one.
    pub fn back(&mut self) {
        if let Some(place) = self.before.pop() {
            self.after.push(std::mem::replace(&mut self.here, place));
        }
    }

    /// One step forward, if there is one.
    pub fn forward(&mut self) {
        if let Some(place) = self.after.pop() {
            self.before.push(std::mem::replace(&mut self.here, place));
        }
    }

    /// The places before, the last one first.
    pub fn before(&self) -> impl Iterator<Item = &Place> {
        self.before.iter().rev()
    }

    /// The places after, the next one first.
    pub fn after(&self) -> impl Iterator<Item = &Place> {
        self.after.iter().rev()
    }

    /// Whether there is a place before.
    pub fn has_before(&self) -> bool {
        !self.before.is_empty()
    }

    /// Whether there is a place after.
    pub fn has_after(&self) -> bool {
        !self.after.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::{Basis, Bounds, Span, Step};
    use crate::model::{Currency, Stage};

    fn of(id: &str) -> Place {
        Place {
            party: Some(PartyId::new(id).unwrap()),
            ..Place::default()
        }
    }

    #[test]
    fn back_and_forward_walk_over_the_places_seen() {
        let mut trail = Trail::at(of("DK"));
        trail.go(of("LT"));
        trail.go(of("LT"));
        trail.go(of("EE"));
        trail.back();
        assert_eq!(trail.here(), &of("LT"));
        trail.back();
        assert_eq!(trail.here(), &of("DK"));
        assert!(!trail.has_before());
        trail.forward();
        assert_eq!(trail.here(), &of("LT"));
        trail.go(of("LV"));
        assert!(!trail.has_after());
    }

    #[test]
    fn places_that_differed_only_in_what_was_explained_become_one() {
        let mut trail = Trail::at(of("DK"));
        trail.go(of("LT"));
        trail.go(Place {
            derivation: Some(Arc::new(nothing())),
            ..of("LT")
        });
        trail.forget_derivations();
        assert_eq!(trail.here(), &of("LT"));
        trail.back();
        assert_eq!(trail.here(), &of("DK"));
        assert!(!trail.has_before());
    }

    fn nothing() -> Derivation {
        Derivation {
            step: Step::AllParties {
                stage: Stage::Pledged,
                aid_type: None,
                instrument: None,
                span: Span::All,
            },
            bounds: Bounds::NOTHING,
            unit: Currency::EUR,
            basis: Basis::Nothing,
            children: Vec::new(),
            excluded: Vec::new(),
            candidates: Vec::new(),
        }
    }
}
