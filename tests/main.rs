//! The one test binary.
mod laws;
