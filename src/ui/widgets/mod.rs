//! Small pieces that panes share.

pub mod bar;
pub mod button;
pub mod chip;
pub mod number;
pub mod popup;
pub mod table;
pub mod tell;
pub mod timeline;
pub mod walk;
