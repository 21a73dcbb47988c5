//! The window's frame: menu, strip, banner, list, centre, dock, status line.

use eframe::egui::{
    self, Align, Align2, Area, CentralPanel, Frame, Id, Layout, Margin, Order, Panel, RichText,
    ScrollArea, Sense, Stroke, Ui, UiBuilder, Widget as _, vec2,
};

use crate::report::{FilePlace, Report};
use crate::session::ReadOnly;
use crate::text::{Texts, files};

use super::action::{Action, Verb};
use super::app::App;
use super::menu::{MenuState, Shown, menu_bar_ui};
use super::place::{Page, Pane};
use super::prefs::PaneSizes;
use super::problems::ProblemAsk;
use super::theme::{HALF, Theme, UNIT};
use super::widgets::button;
use super::work::Work;
use super::{icons, words};

/// A panel's ground, with so much room inside.
pub(super) fn ground(theme: &Theme, margin: Margin) -> Frame {
    Frame::new().fill(theme.side).inner_margin(margin)
}

/// The list is so wide at least.
const NARROWEST_LIST: f32 = 220.0;
/// The dock is so wide at least.
pub(super) const NARROWEST_DOCK: f32 = 220.0;
/// The centre keeps so much of the width, for as long as list and dock can give way.
const CENTRE: f32 = 400.0;

/// How wide the list and the dock may be, so that what stands between them can be read.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Sides {
    /// Most for the list.
    list: f32,
    /// Most for the dock.
    pub(super) dock: f32,
    /// Whether they are narrower than the reader has made them. What they are then is not
    /// remembered: in a wider window they are as before.
    pub(super) narrow: bool,
}

impl Sides {
    fn of(whole: f32, panes: &PaneSizes) -> Self {
        let (dock, least) = if panes.dock_shown {
            (panes.dock, NARROWEST_DOCK)
        } else {
            (0.0, 0.0)
        };
        if panes.list + dock + CENTRE <= whole {
            return Self {
                list: (whole - CENTRE - least).clamp(NARROWEST_LIST, 520.0),
                dock: (whole - CENTRE - panes.list).clamp(NARROWEST_DOCK, 640.0),
                narrow: false,
            };
        }
        let list = (whole - CENTRE - least).clamp(NARROWEST_LIST, panes.list.max(NARROWEST_LIST));
        Self {
            list,
            dock: (whole - CENTRE - list).clamp(NARROWEST_DOCK, 640.0),
            narrow: true,
        }
    }
}

impl App {
    /// Paints the whole window.
    pub(super) fn shell_ui(&mut self, ui: &mut Ui) {
        let theme = self.host.theme;
        let here = self.trail.here().clone();
        Panel::top("menu")
            .frame(ground(theme, Margin::symmetric(8, 2)))
            .show(ui, |ui| self.menu_ui(ui));
        Panel::top("assumptions")
            .frame(ground(theme, Margin::symmetric(12, 5)))
            .show(ui, |ui| {
                let mut lent = self.host.lend(&here);
                self.panes.strip.ui(ui, &mut lent);
            });
        self.banners_ui(ui);
        if !self.session.damage().is_empty() {
            Panel::top("damage")
                .frame(ground(theme, Margin::symmetric(12, 6)))
                .show(ui, |ui| self.damage_ui(ui));
        }
        Panel::bottom("status")
            .frame(ground(theme, Margin::symmetric(12, 3)))
            .show(ui, |ui| self.status_ui(ui));
        let sides = Sides::of(ui.available_width(), &self.prefs.panes);
        let list = Panel::left(if sides.narrow {
            "parties-narrow"
        } else {
            "parties"
        })
        .frame(ground(
            theme,
            Margin {
                left: 12,
                right: 8,
                top: 8,
                bottom: 0,
            },
        ))
        .default_size(self.prefs.panes.list.min(sides.list))
        .size_range(NARROWEST_LIST..=sides.list)
        .show(ui, |ui| {
            let mut lent = self.host.lend(&here);
            self.panes.parties.ui(ui, &mut lent);
        });
        if !sides.narrow {
            self.prefs.panes.list = list.response.rect.width();
        }
        self.dock_ui(ui, &here, sides);
        self.centre_ui(ui);
    }

    fn centre_ui(&mut self, ui: &mut Ui) {
        let theme = self.host.theme;
        let here = self.trail.here().clone();
        let frame = Frame::new()
            .fill(theme.surface)
            .inner_margin(Margin::symmetric(16, 8));
        if here.page != Page::Party {
            CentralPanel::default().frame(frame).show(ui, |ui| {
                let mut lent = self.host.lend(&here);
                confined_ui(ui, |ui| self.panes.page_ui(here.page, ui, &mut lent));
            });
            return;
        }
        if here.pane == Pane::Both && self.prefs.panes.chart_shown {
            // The detail keeps at least a third of the height, also after the window was made smaller.
            let most = (ui.available_height() * 0.66).max(160.0);
            let chart = Panel::bottom("chart")
                .resizable(true)
                .frame(frame)
                .default_size(self.chart_height(ui.available_height()))
                .size_range(120.0..=most)
                .show(ui, |ui| {
                    let mut lent = self.host.lend(&here);
                    confined_ui(ui, |ui| self.panes.chart.ui(ui, &mut lent));
                });
            self.prefs.panes.chart = chart.response.rect.height();
        }
        CentralPanel::default().frame(frame).show(ui, |ui| {
            let mut lent = self.host.lend(&here);
            match here.pane {
                Pane::Chart => self.panes.chart.ui(ui, &mut lent),
                Pane::Both | Pane::Detail => self.panes.detail.ui(ui, &mut lent),
            }
        });
    }

    /// The chart's height as it was left; as long as nobody changed it, more where there is more.
    fn chart_height(&self, room: f32) -> f32 {
        let (kept, usual) = (self.prefs.panes.chart, PaneSizes::default().chart);
        if (kept - usual).abs() < 0.5 {
            (room * 0.42).max(usual)
        } else {
            kept
        }
    }

    fn menu_ui(&mut self, ui: &mut Ui) {
        let state = MenuState {
            allows: self.allows(),
            prefs: &self.prefs,
            session: &self.session,
            recent: &self.recent_files(),
            trail: &self.trail,
        };
        let (texts, theme) = (self.host.texts, self.host.theme);
        let shown = menu_bar_ui(ui, texts, theme, &state, &mut self.host.actions);
        if shown == Shown::Recent && !self.recent.was_shown {
            self.act(Action::CheckRecent);
        }
        self.recent.was_shown = shown == Shown::Recent;
    }

    fn damage_ui(&mut self, ui: &mut Ui) {
        let (texts, theme) = (self.texts(), self.host.theme);
        let damage = self.session.damage();
        ui.horizontal_wrapped(|ui| {
            ui.label(RichText::new(icons::WARNING).color(theme.warning));
            let args = [
                ("count", damage.len().into()),
                ("shown", damage.len().to_string().into()),
            ];
            ui.label(texts.with("banner-damaged", &args));
            let (id, next) = if self.damage_listed {
                ("banner-hide", false)
            } else {
                ("banner-show", true)
            };
            let text = match id {
                "banner-hide" => texts.get("banner-hide"),
                _ => texts.get("banner-show"),
            };
            if button::link_ui(ui, text).clicked() {
                self.damage_listed = next;
            }
        });
        if self.damage_listed {
            ScrollArea::vertical().max_height(160.0).show(ui, |ui| {
                let path = self.session.path().unwrap_or(std::path::Path::new(""));
                for part in self.session.damage() {
                    let report = Report::of_damage(part, path, self.session.text(), texts);
                    part_ui(ui, texts, theme, &report);
                }
            });
        }
    }

    fn status_ui(&mut self, ui: &mut Ui) {
        let (texts, theme) = (self.texts(), self.host.theme);
        ui.horizontal(|ui| {
            let name = if self.session.is_sample() {
                texts.get("status-sample")
            } else {
                self.document_name()
            };
            let full = self.session.path().map(|path| path.display().to_string());
            let label = ui.label(name);
            if let Some(full) = full {
                label.on_hover_text(full);
            }
            self.changes_ui(ui);
            if let Some(why) = self.session.read_only() {
                ui.label(RichText::new(icons::READ_ONLY).color(theme.text_weak));
                ui.label(theme.weak(texts.get(read_only_id(why))));
                let busy = self.work.is_some();
                ui.add_enabled_ui(!busy, |ui| {
                    if button::link_ui(ui, texts.get("status-save-copy")).clicked() {
                        self.act(Action::Do(Verb::SaveAs));
                    }
                });
            }
            self.work_ui(ui);
            self.unfinished_ui(ui);
            self.notices.ui(ui, texts, theme);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let records = self.session.dataset().len().to_string();
                let records = texts.with("status-records", &[("records", records.into())]);
                ui.label(theme.weak(records));
                ui.label(theme.weak("·"));
                let (text, color) = if self.open_problems == 0 {
                    (texts.get("status-no-problems"), theme.text_weak)
                } else {
                    (words::problems(texts, self.open_problems), theme.warning)
                };
                let link = egui::Link::new(RichText::new(text).color(color)).ui(ui);
                let link = link.on_hover_text(texts.get("status-problems-tip"));
                if link.clicked() {
                    self.act(ProblemAsk::List(None));
                }
            });
        });
    }

    /// How many changes are not in the file, or when it was saved.
    fn changes_ui(&self, ui: &mut Ui) {
        let (texts, theme) = (self.texts(), self.host.theme);
        let saved = self.saved_at().map(|at| files::time(at.time()));
        if self.session.is_modified() {
            let changes = self.session.changes();
            let args = [
                ("count", changes.into()),
                ("shown", changes.to_string().into()),
            ];
            ui.label(theme.weak("·"));
            let label = ui.label(texts.with("status-changes", &args));
            label.on_hover_text(match (saved, self.session.path()) {
                (Some(time), _) => texts.with("status-changes-since", &[("time", time.into())]),
                (None, Some(_)) => texts.get("status-changes-tip"),
                (None, None) => texts.get("status-changes-no-file"),
            });
        } else if let Some(time) = saved {
            ui.label(theme.weak("·"));
            ui.label(theme.weak(texts.with("status-saved-at", &[("time", time.into())])));
        }
    }

    /// How many texts were left unfinished; a click goes to the first.
    fn unfinished_ui(&mut self, ui: &mut Ui) {
        let unfinished = self.host.desk.unfinished();
        let Some(first) = unfinished.first() else {
            return;
        };
        let texts = self.texts();
        let args = [
            ("count", unfinished.len().into()),
            ("shown", unfinished.len().to_string().into()),
        ];
        let text = texts.with("status-unfinished", &args);
        ui.label(RichText::new(icons::EDIT).color(self.host.theme.accent));
        let link = button::link_ui(ui, text).on_hover_text(texts.get("status-unfinished-tip"));
        if link.clicked() {
            let (key, path) = (first.key.clone(), first.path.clone());
            self.act(Action::OpenRecord(key, Some(path)));
        }
    }

    fn work_ui(&self, ui: &mut Ui) {
        let (texts, theme) = (self.texts(), self.host.theme);
        let text = match &self.work {
            _ if self.is_saving() => texts.get("status-saving"),
            None if self.is_comparing() => texts.get("status-comparing"),
            None => return,
            Some(Work::Choosing(..)) => texts.get("status-choosing"),
            Some(Work::Opening(..) | Work::Reading(_)) => texts.get("status-opening"),
            Some(Work::Counting(_)) => texts.get("status-counting"),
            Some(Work::Drawing(_)) => texts.get("status-drawing"),
            Some(Work::Exporting(_)) => texts.get("status-exporting"),
            Some(Work::Briefing(task)) => {
                let percent = task.percent().to_string();
                texts.with("status-brief", &[("percent", percent.into())])
            }
        };
        ui.label(RichText::new(icons::CLOCK).color(theme.text_weak));
        ui.label(theme.weak(text));
        let cancels: Option<&dyn Fn()> = match &self.work {
            Some(Work::Opening(task, _)) => Some(&|| task.cancel()),
            Some(Work::Briefing(task)) => Some(&|| task.cancel()),
            Some(Work::Exporting(task)) => Some(&|| task.cancel()),
            _ => None,
        };
        if let Some(cancel) = cancels
            && button::link_ui(ui, texts.get("status-cancel")).clicked()
        {
            cancel();
        }
        // What is done by and by is looked at again, although nothing else happens.
        if matches!(self.work, Some(Work::Briefing(_))) {
            ui.request_repaint_after(AGAIN);
        }
    }
}

/// How often it is looked how far work is.
const AGAIN: std::time::Duration = std::time::Duration::from_millis(150);

/// Gives a pane the whole room that is left and no more: what is larger is cut off, and does not
/// push the border of its panel further out with each frame.
pub(super) fn confined_ui(ui: &mut Ui, add: impl FnOnce(&mut Ui)) {
    let room = ui.available_rect_before_wrap();
    let mut inner = ui.new_child(UiBuilder::new().max_rect(room));
    inner.set_clip_rect(room.expand(UNIT).intersect(ui.clip_rect()));
    add(&mut inner);
    ui.allocate_rect(room, Sense::empty());
}

/// One part of a file that could not be read: line, record, what is wrong and what to do.
fn part_ui(ui: &mut Ui, texts: Texts, theme: &Theme, report: &Report) {
    ui.horizontal_wrapped(|ui| {
        if let Some(FilePlace { line, record, .. }) = &report.place {
            let line = line.to_string();
            let text = match record {
                Some(record) => texts.with(
                    "banner-line-record",
                    &[("line", line.into()), ("record", record.into())],
                ),
                None => texts.with("banner-line", &[("line", line.into())]),
            };
            ui.label(theme.weak(text));
        }
        ui.label(&report.message);
        for hint in &report.hints {
            ui.label(theme.weak(hint));
        }
    });
}

pub(super) fn read_only_id(why: ReadOnly) -> &'static str {
    match why {
        ReadOnly::Sample => "status-read-only-sample",
        ReadOnly::Damaged => "status-read-only-damaged",
        ReadOnly::NewerSchema(_) => "status-read-only-newer",
        ReadOnly::Permission => "status-read-only-permission",
    }
}

/// Says over the whole window that a dragged file can be dropped.
pub(super) fn drop_hint_ui(ctx: &egui::Context, texts: Texts, theme: &Theme) {
    Area::new(Id::unique("drop"))
        .order(Order::Foreground)
        .anchor(Align2::CENTER_CENTER, vec2(0.0, 0.0))
        .show(ctx, |ui| {
            Frame::popup(ui.style())
                .stroke(Stroke::new(2.0, theme.accent))
                .inner_margin(UNIT * 3.0)
                .show(ui, |ui| {
                    ui.spacing_mut().item_spacing.x = HALF;
                    ui.label(texts.get("drop-here"));
                });
        });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn list_and_dock_leave_room_for_the_page() {
        let panes = PaneSizes::default();
        for whole in [840.0, 900.0, 1000.0, 1280.0, 1920.0] {
            let sides = Sides::of(whole, &panes);
            let list = panes.list.min(sides.list);
            assert!(sides.list >= NARROWEST_LIST && sides.dock >= NARROWEST_DOCK);
            let dock = panes.dock.min(sides.dock);
            assert!(whole - list - dock >= CENTRE, "{whole}: {sides:?}");
            assert_eq!(sides.narrow, whole < 1024.0);
        }
    }
}
