//! Why nothing goes out.

/// Why nothing goes out. No file is touched then.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum ExportError {
    /// The user no longer wants it.
    #[error("cancelled")]
    Cancelled,
    /// A workbook holds so many rows and no more.
    #[error("{rows} rows of {table} are more than a workbook holds")]
    TooManyRows {
        /// The table.
        table: String,
        /// How many rows it has.
        rows: usize,
    },
    /// A workbook holds so many columns and no more.
    #[error("{columns} columns of {table} are more than a workbook holds")]
    TooManyColumns {
        /// The table.
        table: String,
        /// How many columns it has.
        columns: usize,
    },
    /// A cell of a workbook holds so many characters and no more.
    #[error("{table}, row {row}, {column}: {characters} characters are more than a cell holds")]
    LongText {
        /// The table.
        table: String,
        /// The row from one, headings counted.
        row: usize,
        /// The column.
        column: String,
        /// How long the text is.
        characters: usize,
    },
    /// The format holds one table, and the place has several.
    #[error("one of {} tables is to be chosen", .0.len())]
    WhichTable(Vec<String>),
    /// There is no such table there.
    #[error("there is no table {name:?}, only {}", known.join(", "))]
    NoTable {
        /// What was asked for.
        name: String,
        /// What there is.
        known: Vec<String>,
    },
    /// There is no such party in the book.
    #[error("there is no party {0:?}")]
    NoParty(String),
    /// The place or its settings are not understood: what of them.
    #[error("{0:?} is not understood")]
    Place(String),
    /// What is shown there has no rows that are records.
    #[error("{0} has no records")]
    NoRecords(String),
    /// The workbook or archive could not be put together.
    #[error("not made: {0}")]
    Make(String),
}
