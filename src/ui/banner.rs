//! Banners over the centre: another program changed the open file, another window has it open. Calm:
//! they ask for nothing at once, and can be put away.

use eframe::egui::{Frame, Margin, Panel, RichText, Ui};

use crate::store::presence::{Holder, Other};
use crate::text::files;

use super::action::Action;
use super::app::App;
use super::dialogs::OutsideChoice;
use super::icons;
use super::outside::Elsewhere;
use super::widgets::button;

impl App {
    /// Paints the banners that there are.
    pub(super) fn banners_ui(&mut self, ui: &mut Ui) {
        let frame = Frame::new()
            .fill(self.host.theme.side)
            .inner_margin(Margin::symmetric(12, 6));
        if let Some(elsewhere) = self.elsewhere()
            && !self.attached.hidden
        {
            Panel::top("elsewhere")
                .frame(frame)
                .show(ui, |ui| self.elsewhere_ui(ui, elsewhere));
        }
        if let Other::Window(holder) = self.other_window() {
            Panel::top("other-window")
                .frame(frame)
                .show(ui, |ui| self.other_window_ui(ui, holder));
        }
    }

    fn elsewhere_ui(&mut self, ui: &mut Ui, elsewhere: Elsewhere) {
        let (texts, theme) = (self.texts(), self.host.theme);
        let modified = self.session.is_modified();
        let (text, choices): (String, &[(&str, OutsideChoice)]) = match (elsewhere, modified) {
            (Elsewhere::Changed(_), false) => (
                texts.get("banner-changed"),
                &[
                    ("outside-reload", OutsideChoice::Reload),
                    ("outside-look", OutsideChoice::Look),
                ],
            ),
            (Elsewhere::Changed(_), true) => (
                texts.get("banner-changed-both"),
                &[
                    ("outside-look", OutsideChoice::Look),
                    ("outside-reload", OutsideChoice::Reload),
                    ("outside-save-copy", OutsideChoice::SaveCopy),
                ],
            ),
            (Elsewhere::Gone, _) => (
                texts.get("banner-gone"),
                &[
                    ("outside-write-again", OutsideChoice::WriteAgain),
                    ("outside-save-as", OutsideChoice::SaveAs),
                ],
            ),
        };
        let enabled = self.work.is_none() && !self.is_comparing() && !self.is_saving();
        ui.horizontal_wrapped(|ui| {
            ui.label(RichText::new(icons::WARNING).color(theme.warning));
            ui.label(text);
            ui.add_enabled_ui(enabled, |ui| {
                for (id, choice) in choices {
                    let link = button::link_ui(ui, texts.get(id));
                    if link
                        .on_disabled_hover_text(texts.get("menu-why-busy"))
                        .clicked()
                    {
                        self.act(Action::Outside(*choice));
                    }
                }
            });
            if button::link_ui(ui, texts.get("banner-not-now")).clicked() {
                self.act(Action::Outside(OutsideChoice::Hide));
            }
        });
    }

    fn other_window_ui(&self, ui: &mut Ui, holder: Option<Holder>) {
        let (texts, theme) = (self.texts(), self.host.theme);
        let since = holder.map(|holder| {
            let zone = self.now().time_zone().clone();
            files::moment(holder.since.to_zoned_datetime(zone).datetime(), texts)
        });
        let text = match since {
            Some(since) => texts.with("banner-other-window-since", &[("since", since.into())]),
            None => texts.get("banner-other-window"),
        };
        ui.horizontal_wrapped(|ui| {
            ui.label(RichText::new(icons::OTHERS).color(theme.text_weak));
            ui.label(text);
        });
    }
}
