//! What comes in from and goes out into other programs' files. Pictures, tables and briefs are made
//! from the same views that the window shows, and tell in themselves where their numbers come from;
//! files of the field are read row by row, looked at as a whole, and taken in as one step.

pub mod export;
pub mod import;
pub mod picture;
pub mod records;
pub mod table;
