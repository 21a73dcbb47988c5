//! Small pieces that panes share.

pub mod bar;
pub mod button;
pub mod chip;
pub mod cite;
pub mod empty;
pub mod field;
pub mod grid;
pub mod head;
pub mod in_place;
pub mod number;
pub mod pick;
pub mod popup;
pub mod problem;
pub mod promise;
pub mod table;
pub mod tell;
pub mod timeline;
pub mod walk;
