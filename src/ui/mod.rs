//! The window. Input becomes [`Action`]s; they change the session or the view;
//! panes paint what the [`views`](crate::views) give. Painting never changes the document.

pub mod action;
pub mod icons;
pub mod pane;
pub mod panes;
pub mod place;
pub mod theme;
pub mod widgets;

pub use action::{Action, Verb};
pub use pane::{PaneCtx, PaneHost};
pub use place::{Pane, Place};
pub use theme::Theme;
