//! `chart -o`: the chart as a picture.

use std::path::Path;

use super::Outcome;
use super::context::Context;
use crate::report::Report;
use crate::views::ChartRequest;

/// Writes the chart asked for as a picture.
pub(super) fn picture(context: &Context, _request: &ChartRequest, output: &Path) -> Outcome {
    let file = output.display().to_string();
    let message = context
        .texts
        .with("cli-chart-no-picture", &[("file", file.into())]);
    Err(Box::new(Report::usage(message, None)))
}
