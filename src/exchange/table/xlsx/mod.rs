//! Workbooks of Excel's form since 2007, Office Open XML in either of its two dialects.

mod book;
mod sheet;
mod strings;
mod styles;

pub(super) use book::Book;
pub(super) use sheet::SheetRows;
