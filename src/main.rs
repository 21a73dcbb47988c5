//! Pledgebook.

use std::process::ExitCode;

fn main() -> ExitCode {
    match pledgebook::ui::run(std::env::args_os().nth(1).map(Into::into)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::from(3),
    }
}
