//! Made-up files of each layout.
