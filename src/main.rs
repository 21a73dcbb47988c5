//! Pledgebook: without a command the window, otherwise the command line.

use std::process::ExitCode;

fn main() -> ExitCode {
    pledgebook::cli::run(std::env::args_os())
}
