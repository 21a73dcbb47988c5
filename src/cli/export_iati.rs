//! `export iati`: the book's money as activities of IATI 2.03.

use std::path::PathBuf;

use clap::Args;
use jiff::Timestamp;

use super::args::Typed;
use super::context::Context;
use super::{Done, Outcome, counted};
use crate::exchange::export::iati::{self, Reporter};
use crate::report::Report;
use crate::store::disk::RealDisk;
use crate::store::save::{Expected, save_bytes};
use crate::task::TaskLine;
use crate::text::Texts;

/// Who hands the money on as IATI, and where to.
#[derive(Args, Debug)]
pub(super) struct ExportIati {
    /// Write it to this file; without it to standard output
    #[arg(short, long, value_name = "FILE")]
    pub(super) output: Option<PathBuf>,
    /// Your organization's identifier in IATI, such as GB-COH-1234567
    #[arg(long, value_name = "ID")]
    pub(super) reporting_org: Option<String>,
    /// The code of its type in IATI
    #[arg(
        long,
        value_name = "CODE",
        default_value = "90",
        requires = "reporting_org"
    )]
    pub(super) reporting_type: String,
    /// Its name
    #[arg(long, value_name = "NAME", requires = "reporting_org")]
    pub(super) reporting_name: Option<String>,
}

/// Runs `export iati`. What is not in the file is told beside it.
pub(super) fn run(
    typed: &Typed,
    asked: &ExportIati,
    now: fn() -> Timestamp,
    texts: Texts,
) -> Outcome {
    let reporter = reporter(asked, texts)?;
    let context = Context::new(&typed.common, typed.file.as_deref(), texts)?;
    counted(&context, |context| {
        let line = TaskLine::default();
        let written = iati::iati(&context.ledger, &reporter, Some(now()), texts, &line);
        let written = written.map_err(|error| Box::new(Report::of_iati_export(&error, texts)))?;
        let args = [
            ("activities", written.activities.to_string().into()),
            ("transactions", written.transactions.to_string().into()),
        ];
        let mut words = vec![texts.with("iati-out-done", &args)];
        let reasons = written.left_out.iter();
        words.extend(reasons.map(|(why, count)| why.told(*count, texts)));
        if asked.reporting_org.is_none() {
            words.push(texts.get("iati-out-no-reporter"));
        }
        let Some(path) = &asked.output else {
            let data = String::from_utf8_lossy(&written.xml).into_owned();
            return Ok(Done {
                words,
                ..Done::fine(data)
            });
        };
        save_bytes(path, &written.xml, Expected::Anything, &RealDisk)
            .map_err(|error| Box::new(Report::of_save(&error.into(), texts)))?;
        Ok(Done {
            words,
            ..Done::fine(String::new())
        })
    })
}

fn reporter(asked: &ExportIati, texts: Texts) -> Result<Reporter, Box<Report>> {
    let Some(reference) = &asked.reporting_org else {
        return Ok(Reporter::default());
    };
    let name = asked.reporting_name.as_deref().unwrap_or(reference);
    let reporter = Reporter::new(reference, &asked.reporting_type, name);
    reporter.map_err(|error| Box::new(Report::of_reporter(&error, texts)))
}
