//! `export brief` and `export site`: parties as papers, and all of them as a web site.

use std::path::Path;

use jiff::civil::Date;

use super::context::Context;
use super::{Done, Outcome};
use crate::exchange::brief::{self, BriefFormat, BriefRequest};
use crate::exchange::picture::DatasetMark;
use crate::report::Report;
use crate::store::disk::RealDisk;
use crate::store::save::{Expected, save_bytes};
use crate::task::TaskLine;

/// Runs `export brief`. A file that is there is replaced, whole or not at all.
pub(super) fn brief(context: &Context, parties: &[String], output: &Path, today: Date) -> Outcome {
    let texts = context.texts;
    let Some(format) = BriefFormat::of_path(output) else {
        let file = output.display().to_string();
        let message = texts.with("cli-brief-no-kind", &[("file", file.into())]);
        let hint = texts.get("cli-help-brief-output");
        return Err(Box::new(Report::usage(message, Some(hint))));
    };
    let mut ids = Vec::new();
    // `GB,LT` is understood as `GB LT`.
    for typed in parties.iter().flat_map(|typed| typed.split(',')) {
        let id = context.known_party(typed.trim())?;
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    let request = BriefRequest {
        parties: ids,
        lang: texts.lang(),
        mark: mark(context),
        today,
    };
    let bytes = brief::export(&context.ledger, &request, format, &TaskLine::default())
        .map_err(|error| Box::new(Report::of_brief(&error, texts)))?;
    save_bytes(output, &bytes, Expected::Anything, &RealDisk)
        .map_err(|error| Box::new(Report::of_save(&error.into(), texts)))?;
    Ok(Done::fine(String::new()))
}

/// The dataset that is open, as papers tell it.
fn mark(context: &Context) -> DatasetMark {
    let session = &context.session;
    let name = session.path().and_then(Path::file_name);
    DatasetMark::of(
        session.dataset(),
        session.dataset_hash().to_string(),
        name.map(|name| name.to_string_lossy().into_owned()),
    )
}

/// Runs `export site`. The folder is empty, or holds a site that was written before.
pub(super) fn site(context: &Context, output: &Path, today: Date) -> Outcome {
    let texts = context.texts;
    let line = TaskLine::default();
    let request = BriefRequest {
        parties: Vec::new(),
        lang: texts.lang(),
        mark: mark(context),
        today,
    };
    let written = brief::write_site(&context.ledger, &request, output, &line);
    let pages = written.map_err(|error| Box::new(Report::of_brief(&error, texts)))?;
    let args = [
        ("count", pages.into()),
        ("shown", pages.to_string().into()),
        ("folder", output.display().to_string().into()),
    ];
    Ok(Done {
        words: vec![texts.with("cli-site-written", &args)],
        ..Done::fine(String::new())
    })
}
