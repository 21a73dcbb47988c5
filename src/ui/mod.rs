//! The window. Input becomes [`Action`]s; they change the session or the view; panes paint what
//! the [`views`](crate::views) give. Painting never changes the document.

pub mod action;
pub mod app;
pub mod chooser;
pub mod desk;
pub mod dialogs;
pub mod edit;
pub mod exporting;
pub mod icons;
pub mod importing;
pub mod notices;
pub mod pane;
pub mod panes;
pub mod place;
pub mod prefs;
pub mod theme;
pub mod widgets;
pub mod words;

pub mod ending;
pub mod files;
pub mod leave;
pub mod links;
pub mod outside;
pub mod recent;

mod apply;
mod backups;
mod banner;
mod briefs;
mod change;
mod dock;
mod figures;
mod finder;
mod keys;
mod menu;
mod over;
mod palette;
mod problems;
mod recover;
mod run;
mod shell;
mod ways;
mod work;

pub use action::{Action, Verb};
pub use app::{App, First, Setup};
pub use ending::Ending;
pub use links::Linked;
pub use pane::{PaneCtx, PaneHost};
pub use place::{Dock, Page, Pane, Place};
pub use problems::ProblemAsk;
pub use run::{StartError, run};
pub use theme::Theme;
