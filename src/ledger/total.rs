//! R1: a total has one stage, as a type. Pledged and delivered cannot be added: there is no such
//! function, and [`StagedTotal`] (a stage known only at run time) has no addition at all.

use std::sync::Arc;

use rust_decimal::Decimal;

use crate::model::{AidType, Currency, Instrument, PartyId, Stage};

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

    /// How its parts (sums of one type or instrument each) stand to it, by their low bounds. They are
    /// each the best known of their own (R4), so they need not come to what it is. A part of another
    /// stage is no part (R1).
    pub fn itemised(&self, parts: &[Self]) -> Itemised {
        let of_stage = parts.iter().filter(|part| part.stage() == self.stage());
        let parts = Bounds::sum(of_stage.map(|part| *part.bounds())).low;
        let own = self.bounds().low;
        Itemised {
            rest: own.saturating_sub(parts).max(Decimal::ZERO),
            over: parts.saturating_sub(own).max(Decimal::ZERO),
        }
    }
}

/// How the parts of a total stand to it, by their low bounds, in its unit; at most one is not zero.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Itemised {
    /// In the total, but in none of its parts: “reported, not itemised”.
    pub rest: Decimal,
    /// By how much the parts together are more than the total.
    pub over: Decimal,
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
    /// Of which instrument; none: all.
    pub instrument: Option<Instrument>,
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
            instrument: None,
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

    /// The same for one instrument.
    #[must_use]
    pub fn by(self, instrument: Option<Instrument>) -> Self {
        Self { instrument, ..self }
    }
}
