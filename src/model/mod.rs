//! Values only: what a party, an agreement, a commitment, an aid entry, a source and a reference
//! series *are*. No I/O, no clock, no locale, no floating-point money, no egui.
//!
//! Invariants held by the types themselves, so that a bad value never enters a dataset:
//! ids are non-empty words, money is not negative and has an ISO 4217 currency, a share of GDP
//! lies in 0–100 %, a year in 1990–2100, a date is a day of the calendar to the precision that is
//! known. What spans several records (dangling links, circles) is checked in [`mod@crate::ledger::check`].

#![deny(clippy::float_arithmetic)]

pub mod agreement;
pub mod aid;
pub mod amount;
pub mod cite;
pub mod commitment;
pub mod dataset;
pub mod date;
pub mod id;
pub mod money;
pub mod party;
pub mod period;
pub mod reference;
pub mod source;

pub use agreement::{Agreement, AgreementKind, ContextFact, Signatories};
pub use aid::{AidEntry, AidType, Fulfils, Instrument, Origin, OtherFigure, Record, Stage};
pub use amount::{Amount, AmountForm, GdpShare, MoneyRange, Percent, ShareBound};
pub use cite::{Citation, Figure, NoteOn, Notes, Phrase, Voice};
pub use commitment::{
    Area, AreaGroup, Commitment, Quantity, QuantityForm, Status, StatusEntry, Strength, Wording,
};
pub use dataset::{AcceptedProblem, Dataset, Header, MoneyRecord};
pub use date::{DateError, DaySpan, PartialDate, Year};
pub use id::{AgreementId, AidId, CommitmentId, IdError, MoneyId, PartyId, SeriesId, SourceId};
pub use money::{Currency, Money, MoneyError};
pub use party::{Name, Party, PartyKind, Vilnius};
pub use period::Period;
pub use reference::{
    EuShares, FxRate, FxSeries, GdpSeries, GdpStatus, GdpValue, PopulationSeries, Reference,
};
pub use source::{Archived, Source, SourceKind};
