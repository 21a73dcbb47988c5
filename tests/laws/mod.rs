//! What users may count on in the numbers: the rules of counting by tables and by properties.

pub(crate) mod book;
pub(crate) mod edit;
pub(crate) mod properties;

mod bundle;
mod chosen;
mod difference;
mod forms;
mod import;
mod journal;
mod link;
mod links;
mod names;
mod paste;
mod records;
pub(crate) mod round_trip;
mod rules;
mod rules_from_r8;
mod script;
mod settings;
mod tables;
mod typed;
mod typed_fields;
