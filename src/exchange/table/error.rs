//! What can be wrong with a file of tables, and what is told of one that can be read.

use std::io;

/// What a file is that holds no table for us.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Stranger {
    /// A PDF.
    Pdf,
    /// A picture: PNG, JPEG, GIF, TIFF, WebP, SVG.
    Picture,
    /// A web page, also where its name says that it is a workbook.
    WebPage,
    /// A text document: Word, LibreOffice Writer, RTF.
    Document,
    /// Slides.
    Slides,
    /// A binary workbook of Excel, `.xlsb`.
    Xlsb,
    /// A workbook of Apple Numbers.
    Numbers,
    /// An archive in which something else lies: zip, gzip, 7z, RAR, tar.
    Archive,
    /// A database file.
    Database,
    /// A file of the columnar kind: Parquet, Arrow.
    Columns,
    /// A program.
    Program,
    /// Bytes that are no text.
    Binary,
}

/// Why a file, or a sheet of it, cannot be read.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum TableError {
    /// There is no such file.
    #[error("no such file")]
    Missing,
    /// It is a folder.
    #[error("a folder")]
    Folder,
    /// It is no regular file: a device, a pipe.
    #[error("not a regular file")]
    NotAFile,
    /// It must not be read.
    #[error("it must not be read")]
    Permission,
    /// The system fails at reading.
    #[error("reading failed: {cause}")]
    Io {
        /// What the system says.
        cause: String,
    },
    /// The person no longer wants it.
    #[error("cancelled")]
    Cancelled,
    /// It was changed between opening and reading.
    #[error("changed while it was read")]
    Changed,
    /// Nothing stands in it.
    #[error("nothing stands in it")]
    Empty,
    /// It is larger than can be held.
    #[error("{bytes} bytes are more than {limit}")]
    TooLarge {
        /// Its size in bytes.
        bytes: u64,
        /// The most bytes that can be.
        limit: u64,
    },
    /// It is something else.
    #[error("not a table: {0:?}")]
    NotATable(Stranger),
    /// It is read by a password only.
    #[error("protected by a password")]
    Protected,
    /// The archive that a workbook is cannot be unpacked.
    #[error("broken archive at {part:?}: {cause}")]
    BrokenArchive {
        /// The part, where it is one.
        part: Option<String>,
        /// What is wrong.
        cause: String,
    },
    /// A part unpacks to far more than is sound.
    #[error("{part} unpacks to more than {unpacked} bytes, of {packed}")]
    Bomb {
        /// The part.
        part: String,
        /// How many bytes were read of it.
        packed: u64,
        /// How many bytes came of that before reading was stopped.
        unpacked: u64,
    },
    /// A part that a workbook must have is missing.
    #[error("no part {part}")]
    NoPart {
        /// Its name.
        part: String,
    },
    /// Its XML defines things of its own, which can be made to fill the memory or to reach for other
    /// files.
    #[error("a document type in {part:?} at byte {byte}")]
    Doctype {
        /// The part; none where the file itself is XML.
        part: Option<String>,
        /// Where, in bytes of the unpacked part.
        byte: u64,
    },
    /// Its XML is not well formed.
    #[error("{part} at byte {byte}: {cause}")]
    Xml {
        /// The part.
        part: String,
        /// Where, in bytes of the unpacked part.
        byte: u64,
        /// What is wrong.
        cause: String,
    },
    /// A byte zero stands in a text.
    #[error("a zero byte in line {line}, byte {byte}")]
    Nul {
        /// The line from 1.
        line: u64,
        /// The byte of the file from 0.
        byte: u64,
    },
    /// More stands in a cell, or in a row, than can be held.
    #[error("row {row}, column {column} holds more than {limit} bytes")]
    HugeCell {
        /// The sheet, where the file has sheets.
        sheet: Option<String>,
        /// The row from 1.
        row: u64,
        /// The column from 1.
        column: usize,
        /// In a text file: the line from 1 in which the cell begins.
        line: Option<u64>,
        /// The most bytes that can be.
        limit: usize,
    },
    /// A piece of a part, outside of any cell or in one not known yet, is larger than a cell can be.
    #[error("{part} at byte {byte} holds a piece of more than {limit} bytes")]
    HugePart {
        /// The part.
        part: String,
        /// Where, in bytes of the unpacked part.
        byte: u64,
        /// The most bytes that can be.
        limit: usize,
    },
    /// A quote is opened and never closed.
    #[error("a quote opened in line {line} is never closed")]
    OpenQuote {
        /// The line from 1 in which it is opened.
        line: u64,
        /// The row from 1.
        row: u64,
        /// The column from 1.
        column: usize,
    },
    /// A row has more cells than a workbook could hold.
    #[error("row {row} has more than {limit} columns", limit = super::MOST_COLUMNS)]
    TooManyColumns {
        /// The sheet, where the file has sheets.
        sheet: Option<String>,
        /// The row from 1.
        row: u64,
    },
    /// A cell says that it stands where no cell can stand.
    #[error("no cell can stand at {cell}")]
    NoSuchCell {
        /// The sheet.
        sheet: String,
        /// What it says.
        cell: String,
    },
    /// Filled cells are repeated without measure.
    #[error("row {row} is repeated without measure")]
    Repeats {
        /// The sheet.
        sheet: String,
        /// The row from 1.
        row: u64,
    },
    /// The workbook has no sheet with rows.
    #[error("no sheets")]
    NoSheets,
    /// There is no such sheet.
    #[error("no sheet {number}")]
    NoSuchSheet {
        /// Its index from 0.
        number: usize,
    },
    /// Rows are asked of a format that has none.
    #[error("this format has no rows")]
    NoRows,
    /// It is no JSON.
    #[error("line {line}, column {column}: {cause}")]
    Json {
        /// The line from 1.
        line: u64,
        /// The column from 1.
        column: u64,
        /// What is wrong.
        cause: String,
    },
    /// There is no list of rows in the JSON.
    #[error("no list of rows")]
    NoTable,
    /// An old binary workbook that cannot be read.
    #[error("not readable as an old workbook: {cause}")]
    Xls {
        /// What is wrong.
        cause: String,
    },
}

impl TableError {
    pub(super) fn of_io(error: &io::Error) -> Self {
        if let Some(inner) = error
            .get_ref()
            .and_then(|inner| inner.downcast_ref::<Self>())
        {
            return inner.clone();
        }
        match error.kind() {
            io::ErrorKind::NotFound => Self::Missing,
            io::ErrorKind::PermissionDenied => Self::Permission,
            io::ErrorKind::IsADirectory => Self::Folder,
            _ => Self::Io {
                cause: error.to_string(),
            },
        }
    }

    /// As a reader's error, to be had back by [`Self::of_io`].
    pub(super) fn into_io(self) -> io::Error {
        io::Error::other(self)
    }

    /// The same, with the cell at which it was met.
    pub(super) fn at_cell(self, at: &str, number: u64, place: usize) -> Self {
        match self {
            Self::HugePart { limit, .. } => Self::HugeCell {
                sheet: Some(at.to_owned()),
                row: number,
                column: place,
                line: None,
                limit,
            },
            other => other,
        }
    }
}

/// What a person should know of a file that can be read.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum TableNote {
    /// The text is not UTF-8, and was read in this encoding.
    Decoded {
        /// Its name.
        encoding: &'static str,
    },
    /// Some of the bytes are no text in the encoding; `�` stands for them.
    NotDecoded {
        /// The encoding.
        encoding: &'static str,
    },
    /// There are sheets that a spreadsheet does not show.
    HiddenSheets {
        /// Their names.
        names: Vec<String>,
    },
    /// There are rows or columns that a spreadsheet does not show; they are read as others are.
    Hidden {
        /// How many rows.
        rows: u64,
        /// How many columns.
        columns: u64,
    },
    /// Formulas of which the file keeps no result.
    NoResults {
        /// How many cells.
        cells: u64,
        /// How many formulas there are at all.
        formulas: u64,
    },
    /// Formulas whose result is an empty text: nothing stands there.
    EmptyResults {
        /// How many cells.
        cells: u64,
        /// How many formulas there are at all.
        formulas: u64,
    },
    /// Cells are merged: what stands in them stands in the first.
    Merged {
        /// How many areas.
        areas: u64,
    },
    /// Formulas that end in a mistake such as `#NAME?`.
    Mistakes {
        /// How many cells.
        cells: u64,
    },
    /// Rows have more or fewer cells than the first.
    Ragged {
        /// How many cells the first row has.
        usual: usize,
        /// How many rows have another number.
        rows: u64,
        /// The first of them: the row, and how many cells it has.
        first: Vec<(u64, usize)>,
    },
    /// Quotes stand where the form does not allow them: inside of a cell, or with text behind a
    /// closing one. They are kept as they stand.
    BareQuotes {
        /// How many cells.
        cells: u64,
        /// The line of the first, from 1.
        line: u64,
    },
    /// With this delimiter every row is a single cell.
    OneColumn {
        /// The delimiter.
        delimiter: char,
    },
}
