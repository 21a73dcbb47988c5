//! Totals: one stage each (R1), the best known of their candidates (R4).

use std::sync::Arc;

use crate::model::{AidType, CommitmentId, Currency, Dataset, MoneyId, PartyId, Stage};

use super::assumptions::Assumptions;
use super::bounds::Bounds;
use super::derivation::{Basis, Derivation, Span};

mod sealed {
    pub trait Sealed {}
}

/// A stage as a type, so that a [`Total`] carries it and no sum can cross stages (R1).
pub trait StageTag: sealed::Sealed + Clone {
    /// The stage.
    const STAGE: Stage;
}

macro_rules! stages {
    ($($name:ident)*) => {
        $(
            #[doc = concat!("The stage *", stringify!($name), "* as a type.")]
            #[derive(Clone, PartialEq, Eq, Debug)]
            pub struct $name;
            impl sealed::Sealed for $name {}
            impl StageTag for $name {
                const STAGE: Stage = Stage::$name;
            }
        )*

        /// A total whose stage is known only when the program runs. There is no way from here, or
        /// anywhere, to add two of them that differ in stage.
        #[derive(Clone, PartialEq, Eq, Debug)]
        pub enum StagedTotal {
            $(
                #[doc = concat!("Of the stage *", stringify!($name), "*.")]
                $name(Total<$name>),
            )*
        }

        impl StagedTotal {
            pub(in crate::ledger) fn of(stage: Stage, derivation: Arc<Derivation>) -> Self {
                match stage {
                    $(Stage::$name => Self::$name(Total::new(derivation)),)*
                }
            }

            /// Its stage.
            pub fn stage(&self) -> Stage {
                match self {
                    $(Self::$name(_) => Stage::$name,)*
                }
            }

            /// The tree under it.
            pub fn derivation(&self) -> &Arc<Derivation> {
                match self {
                    $(Self::$name(total) => &total.derivation,)*
                }
            }
        }
    };
}

stages! { Pledged Committed Allocated Delivered Unclear }

impl StagedTotal {
    /// What it comes to, in [`Self::unit`].
    pub fn bounds(&self) -> &Bounds {
        &self.derivation().bounds
    }

    /// The currency that it is shown in.
    pub fn unit(&self) -> Currency {
        self.derivation().unit
    }

    /// What it rests on (R4).
    pub fn basis(&self) -> &Basis {
        &self.derivation().basis
    }
}

/// A sum of one stage, with the tree under it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Total<S: StageTag> {
    derivation: Arc<Derivation>,
    stage: std::marker::PhantomData<S>,
}

impl<S: StageTag> Total<S> {
    fn new(derivation: Arc<Derivation>) -> Self {
        Self {
            derivation,
            stage: std::marker::PhantomData,
        }
    }

    /// The tree under it.
    pub fn derivation(&self) -> &Arc<Derivation> {
        &self.derivation
    }

    /// What it comes to.
    pub fn bounds(&self) -> &Bounds {
        &self.derivation.bounds
    }
}

/// What sum is asked for.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Query {
    /// Of which stage. There is no query over several (R1).
    pub stage: Stage,
    /// Of which parties; none: all.
    pub parties: Option<Vec<PartyId>>,
    /// Of which aid type; none: all.
    pub aid_type: Option<AidType>,
    /// For what time.
    pub span: Span,
}

impl Query {
    /// Everything of one stage.
    pub fn all(stage: Stage) -> Self {
        Self {
            stage,
            parties: None,
            aid_type: None,
            span: Span::All,
        }
    }

    /// The same for one party.
    #[must_use]
    pub fn of(self, party: &PartyId) -> Self {
        Self {
            parties: Some(vec![party.clone()]),
            ..self
        }
    }

    /// The same for another span.
    #[must_use]
    pub fn over(self, span: Span) -> Self {
        Self { span, ..self }
    }

    /// The same for one aid type.
    #[must_use]
    pub fn typed(self, aid_type: Option<AidType>) -> Self {
        Self { aid_type, ..self }
    }
}

/// A dataset made ready for counting under given assumptions. Made once per revision and
/// assumptions, then asked many times; it never changes.
#[derive(Debug)]
pub struct Ledger {
    dataset: Arc<Dataset>,
    assumptions: Assumptions,
}

impl Ledger {
    /// Makes a dataset ready.
    pub fn new(dataset: Arc<Dataset>, assumptions: Assumptions) -> Self {
        Self {
            dataset,
            assumptions,
        }
    }

    /// The dataset that is counted.
    pub fn dataset(&self) -> &Arc<Dataset> {
        &self.dataset
    }

    /// The settings it is counted under.
    pub fn assumptions(&self) -> &Assumptions {
        &self.assumptions
    }

    /// The sum asked for. Over several parties it is the sum of theirs, each on its own basis.
    pub fn total(&self, query: &Query) -> StagedTotal {
        todo!("{query:?}")
    }

    /// What one record comes to by itself (all its years), at its own stage. None where there is no
    /// such record or it names no amount.
    pub fn record(&self, id: &MoneyId) -> Option<StagedTotal> {
        todo!("{id:?}")
    }

    /// The years for which anything of a party's money is dated, in order.
    pub fn years_of(&self, party: &PartyId) -> Vec<crate::model::Year> {
        todo!("{party:?}")
    }
}

/// What was promised for a year, and how much of it arrived (R9).
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fulfilment {
    /// Whose promise.
    pub party: PartyId,
    /// Which commitments.
    pub commitments: Vec<CommitmentId>,
    /// For what time.
    pub span: Span,
    /// What they promise: a total for each stage that they have (mostly one, *pledged*); never added
    /// to each other (R1).
    pub promised: Vec<StagedTotal>,
    /// What fulfils them: a total for each stage for which anything is recorded, with the ratio to
    /// the promise where the promise has one stage and a sum.
    pub arrived: Vec<(StagedTotal, Option<super::bounds::Ratio>)>,
}

impl Ledger {
    /// How much of what these commitments of one party promise for a year (or over all) arrived.
    pub fn fulfilment(
        &self,
        party: &PartyId,
        commitments: &[CommitmentId],
        span: Span,
    ) -> Fulfilment {
        todo!("{party:?} {commitments:?} {span:?}")
    }

    /// The commitments of a party that name money for a span (undisclosed sums included).
    pub fn money_commitments(&self, party: &PartyId, span: Span) -> Vec<CommitmentId> {
        todo!("{party:?} {span:?}")
    }
}
