//! What goes out: exactly the rows, columns and order that a view shows, under its assumptions, as
//! CSV, as a workbook, as JSON, as a smaller book, or as a data package.

pub mod iati;
