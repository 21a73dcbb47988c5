//! A data package (Frictionless, tabular): a zip with every kind of record as a table of CSV, a
//! description of each column with its type and constraints, and what a reader needs beside: a
//! read-me, a codebook, the licence, how to cite. The same dataset gives the same bytes.

mod papers;
mod schema;

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};
use std::sync::Arc;

use sha2::{Digest as _, Sha256};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::exchange::picture::DatasetMark;
use crate::exchange::records;
use crate::model::Dataset;
use crate::task::TaskLine;
use crate::text::Texts;

use super::error::ExportError;
use super::flat::Labels;
use super::table::Table;

/// The name by which readers know the archive for a data package.
pub const DESCRIPTION: &str = "datapackage.json";

/// A table with its file.
struct Part {
    table: Table,
    path: String,
    bytes: Vec<u8>,
    sha256: String,
}

/// The package of a dataset.
///
/// # Errors
/// When it was cancelled.
pub fn write(
    dataset: &Arc<Dataset>,
    mark: &DatasetMark,
    texts: Texts,
    line: &TaskLine,
) -> Result<Vec<u8>, ExportError> {
    let tables = records::tables(dataset, texts, line).ok_or(ExportError::Cancelled)?;
    let mut parts = Vec::with_capacity(tables.len());
    for table in tables {
        let bytes = super::csv::write(&table, Labels::Ids, texts, line)?;
        parts.push(Part {
            path: format!("data/{}.csv", table.name),
            sha256: hex(&Sha256::digest(&bytes)),
            table,
            bytes,
        });
    }
    let description = schema::package(dataset, &parts, texts, line)?;
    let mut description = serde_json::to_string_pretty(&description).unwrap_or_default();
    description.push('\n');
    let papers = papers::Papers {
        dataset,
        mark,
        parts: &parts,
        texts,
    };
    let mut files: Vec<(&str, Vec<u8>)> = vec![
        (DESCRIPTION, description.into_bytes()),
        ("README.md", papers.readme().into_bytes()),
        ("codebook.md", papers.codebook().into_bytes()),
        ("LICENSE.md", papers.licence().into_bytes()),
        ("CITATION.cff", papers.citation().into_bytes()),
    ];
    files.extend(
        parts
            .iter()
            .map(|part| (part.path.as_str(), part.bytes.clone())),
    );
    zipped(&files, line)
}

fn hex(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(2 * bytes.len());
    for byte in bytes {
        // Writing to a string cannot fail.
        let _ = write!(out, "{byte:02x}");
    }
    out
}

/// So many bytes are packed between two looks at whether it was cancelled.
const STRETCH: usize = 1 << 16;

fn zipped(files: &[(&str, Vec<u8>)], line: &TaskLine) -> Result<Vec<u8>, ExportError> {
    let make = |error: &dyn std::fmt::Display| ExportError::Make(error.to_string());
    // The first day that an archive can name, so that the same dataset gives the same bytes.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, bytes) in files {
        zip.start_file(*path, options)
            .map_err(|error| make(&error))?;
        for stretch in bytes.chunks(STRETCH) {
            if line.is_cancelled() {
                return Err(ExportError::Cancelled);
            }
            zip.write_all(stretch).map_err(|error| make(&error))?;
        }
    }
    let done = zip.finish().map_err(|error| make(&error))?;
    Ok(done.into_inner())
}
