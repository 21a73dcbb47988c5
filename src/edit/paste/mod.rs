//! Rows from a spreadsheet become records: the cells are split, each column is given a field, each
//! cell is read as if it were typed there. Nothing is guessed and nothing dropped: a row that cannot
//! become a record keeps its reason, a cell with several meanings is a question, asked once for all
//! cells of the column that ask the same.

mod cells;
mod columns;
mod copied;
mod plan;
mod sheet;
mod words;

pub use cells::{Choices, Read, Wrong};
pub use columns::{
    Column, KINDS, Mapped, Mapping, Why, leaf, name, offered, propose, propose_under, proposed_kind,
};
pub use copied::copied;
pub use plan::{Plan, Planned, Question, QuestionKey, Setup, Verdict, command, for_all, plan};
pub use sheet::{Sheet, SheetError, looks_like_rows};
pub use words::told;
