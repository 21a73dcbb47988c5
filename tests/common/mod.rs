//! What stories share: a user before the window, a single pane before the user, pictures.

pub(crate) mod generate;
pub(crate) mod picture;
pub(crate) mod slow;
pub(crate) mod user;

use std::cell::Cell;
use std::sync::Arc;

use eframe::egui;
use egui_kittest::Harness;
use jiff::civil::{Date, date};
use jiff::tz::{Offset, TimeZone};
use jiff::{SignedDuration, ZonedDateTime};
use pledgebook::ledger::Ledger;
use pledgebook::ui::{PaneCtx, PaneHost, Place, Theme};

/// The day it is in every story.
pub(crate) const TODAY: Date = date(2026, 3, 1);

thread_local! {
    static PASSED: Cell<SignedDuration> = const { Cell::new(SignedDuration::ZERO) };
}

/// The moment it is in every story: half past two in the afternoon, and a little later with each
/// thing that the user does.
pub(crate) fn now() -> ZonedDateTime {
    let zone = TimeZone::fixed(Offset::constant(2));
    let moment = TODAY.at(14, 30, 0, 0).to_zoned_datetime(zone).unwrap();
    &moment + PASSED.get()
}

/// The user does something, which takes a moment.
pub(crate) fn a_moment_passes() {
    PASSED.set(PASSED.get() + SignedDuration::from_millis(10));
}

/// One pane alone, over a ledger, at a place.
pub(crate) struct Alone<P> {
    /// The pane.
    pub(crate) pane: P,
    /// What it is lent.
    pub(crate) host: PaneHost,
    /// Where the reader is.
    pub(crate) place: Place,
}

/// A window of `size` with one pane in it. `paint` is the pane's own `ui`.
#[expect(
    clippy::needless_pass_by_value,
    reason = "a story makes its ledger where it opens the pane"
)]
pub(crate) fn alone<'a, P: 'a>(
    pane: P,
    ledger: Arc<Ledger>,
    place: Place,
    size: egui::Vec2,
    theme: egui::Theme,
    paint: impl Fn(&mut P, &mut egui::Ui, &mut PaneCtx<'_>) + 'a,
) -> Harness<'a, Alone<P>> {
    let mut host = PaneHost::new(&ledger, TODAY);
    host.theme = Theme::of(theme);
    Harness::builder()
        .with_size(size)
        .with_theme(theme)
        .with_options(picture::options())
        .with_context_setup(pledgebook::ui::theme::install)
        .build_ui_state(
            move |ui, alone: &mut Alone<P>| {
                let Alone { pane, host, place } = alone;
                paint(pane, ui, &mut host.lend(place));
            },
            Alone { pane, host, place },
        )
}
