//! Pledgebook.

fn main() {}
