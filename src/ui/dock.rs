//! The panel on the right: what the reader has beside the page. One tab at a time; which one is
//! part of the place, so that back and forward know it.

use eframe::egui::{Margin, Panel, Role, Ui, WidgetInfo};

use crate::text::Texts;

use super::app::App;
use super::place::{Dock, Place};
use super::shell::{NARROWEST_DOCK, Sides, confined_ui, ground};
use super::theme::HALF;
use super::widgets::chip;

/// The name of a tab.
fn name(tab: Dock, texts: Texts) -> String {
    texts.get(match tab {
        Dock::Derivation => "dock-derivation",
        Dock::Record => "dock-record",
        Dock::History => "dock-history",
    })
}

impl App {
    /// Paints the dock, where it is shown.
    pub(super) fn dock_ui(&mut self, ui: &mut Ui, here: &Place, sides: Sides) {
        let theme = self.host.theme;
        let mut shown = self.prefs.panes.dock_shown;
        let dock = Panel::right(if sides.narrow { "dock-narrow" } else { "dock" })
            .frame(ground(theme, Margin::symmetric(12, 8)))
            .default_size(self.prefs.panes.dock.min(sides.dock))
            .size_range(NARROWEST_DOCK..=sides.dock)
            .drag_to_open(false)
            .show_collapsible(ui, &mut shown, |ui| {
                self.dock_tabs_ui(ui, here);
                let mut lent = self.host.lend(here);
                confined_ui(ui, |ui| match here.dock {
                    Dock::Derivation => self.panes.derivation.ui(ui, &mut lent),
                    Dock::Record => self.panes.record.ui(ui, &mut lent),
                    Dock::History => self.panes.history.ui(ui, &mut lent, &self.session),
                });
            });
        if let Some(panel) = dock
            && shown == self.prefs.panes.dock_shown
            && !sides.narrow
        {
            self.prefs.panes.dock = panel.response.rect.width();
        }
        self.prefs.panes.dock_shown = shown;
    }

    fn dock_tabs_ui(&mut self, ui: &mut Ui, here: &Place) {
        let (texts, theme) = (self.texts(), self.host.theme);
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            for tab in Dock::ALL {
                let (chosen, name) = (here.dock == tab, name(tab, texts));
                let chip = chip::chip_ui(ui, theme, &name, chosen);
                chip.widget_info(|| WidgetInfo::selected(Role::Tab, true, chosen, &name));
                if chip.clicked() {
                    self.show_dock(tab);
                }
            }
        });
        ui.add_space(HALF);
    }

    /// Shows a tab of the dock, or hides the dock where the tab is shown.
    pub(super) fn toggle_dock(&mut self, tab: Dock) {
        if self.prefs.panes.dock_shown && self.trail.here().dock == tab {
            self.prefs.panes.dock_shown = false;
        } else {
            self.show_dock(tab);
        }
    }

    /// Shows a tab of the dock, as a step to go back from.
    pub(super) fn show_dock(&mut self, tab: Dock) {
        let here = self.trail.here();
        self.trail.go(Place {
            dock: tab,
            ..here.clone()
        });
        self.prefs.panes.dock_shown = true;
    }
}
