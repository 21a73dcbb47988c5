//! What people do before the window, told as stories.

mod assumptions;
mod files;
mod list;
mod shell;
