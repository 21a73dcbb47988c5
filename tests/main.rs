//! The one test binary.

mod common;
mod laws;
mod stories;
