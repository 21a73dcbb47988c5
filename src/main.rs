//! Pledgebook: without a command the window, otherwise the command line.

use std::path::PathBuf;
use std::process::ExitCode;

use pledgebook::report::Report;
use pledgebook::text::Texts;
use pledgebook::{cli, ui};

fn main() -> ExitCode {
    cli::run(std::env::args_os(), &window)
}

fn window(file: Option<PathBuf>, place: Option<String>, texts: Texts) -> Result<(), Box<Report>> {
    ui::run(file, place).map_err(|error| {
        let (message, hint) = error.explained(texts);
        Box::new(Report::usage(message, hint))
    })
}
