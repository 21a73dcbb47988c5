//! R1: a total has one stage, as a type. Pledged and delivered cannot be added: there is no such
//! function, and [`StagedTotal`] (a stage known only at run time) has no addition at all.

use std::sync::Arc;

use crate::model::{AidType, Currency, PartyId, Stage};

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
