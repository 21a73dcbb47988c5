//! The command palette: every verb in one list, found by its name.

use eframe::egui::{
    self, Align2, Area, Button, Frame, Id, Key, Modifiers, Order, RichText, ScrollArea, TextEdit,
    Widget as _, vec2,
};

use crate::text::Texts;

use super::action::{Action, Allows, Verb};
use super::theme::Theme;

/// The open palette.
#[derive(Debug, Default)]
pub(super) struct Palette {
    search: String,
    chosen: usize,
    was_shown: bool,
}

/// Whether the palette stays open.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Stays {
    Open,
    Closed,
}

impl Palette {
    /// Paints it over the window.
    pub(super) fn ui(
        &mut self,
        ctx: &egui::Context,
        texts: Texts,
        theme: &Theme,
        allows: Allows,
        actions: &mut Vec<Action>,
    ) -> Stays {
        let found = found(texts, &self.search);
        let mut stays = Stays::Open;
        let mut taken = None;
        ctx.input_mut(|input| {
            if input.consume_key(Modifiers::NONE, Key::Escape) {
                stays = Stays::Closed;
            }
            let down = input.count_and_consume_key(Modifiers::NONE, Key::ArrowDown);
            let up = input.count_and_consume_key(Modifiers::NONE, Key::ArrowUp);
            self.chosen = (self.chosen + down)
                .saturating_sub(up)
                .min(found.len().saturating_sub(1));
            if input.consume_key(Modifiers::NONE, Key::Enter) {
                taken = found.get(self.chosen).copied();
            }
        });
        let area = Area::new(Id::unique("palette"))
            .order(Order::Foreground)
            .anchor(Align2::CENTER_TOP, vec2(0.0, 72.0))
            .show(ctx, |ui| {
                Frame::popup(ui.style()).show(ui, |ui| {
                    ui.set_width(480.0);
                    self.search_ui(ui, texts);
                    ui.separator();
                    if found.is_empty() {
                        ui.label(theme.weak(texts.get("menu-palette-nothing")));
                    }
                    ScrollArea::vertical().max_height(360.0).show(ui, |ui| {
                        for (index, verb) in found.iter().enumerate() {
                            let chosen = index == self.chosen;
                            if row_ui(ui, texts, theme, allows, *verb, chosen).clicked() {
                                taken = Some(*verb);
                            }
                        }
                    });
                });
            });
        if area.response.clicked_elsewhere() && self.was_shown {
            stays = Stays::Closed;
        }
        self.was_shown = true;
        if let Some(verb) = taken
            && verb.why_disabled(allows).is_none()
        {
            actions.push(Action::Do(verb));
            stays = Stays::Closed;
        }
        stays
    }

    fn search_ui(&mut self, ui: &mut egui::Ui, texts: Texts) {
        let hint = texts.get("menu-palette-search");
        let before = self.search.clone();
        let response = TextEdit::singleline(&mut self.search)
            .hint_text(&hint)
            .desired_width(f32::INFINITY)
            .ui(ui);
        let value = self.search.clone();
        response.widget_info(|| {
            let mut info = egui::WidgetInfo::labeled(egui::Role::SearchInput, true, &hint);
            info.current_text_value = Some(value.clone());
            info
        });
        if !response.has_focus() {
            response.request_focus();
        }
        if before != self.search {
            self.chosen = 0;
        }
    }
}

fn row_ui(
    ui: &mut egui::Ui,
    texts: Texts,
    theme: &Theme,
    allows: Allows,
    verb: Verb,
    chosen: bool,
) -> egui::Response {
    let why = verb.why_disabled(allows);
    let name = texts.get(verb.text_id());
    let response = ui
        .add_enabled_ui(why.is_none(), |ui| {
            let icon = RichText::new(verb.icon()).color(theme.text_weak);
            Button::selectable(chosen, (icon, RichText::new(&name).color(theme.text)))
                .shortcut_text(RichText::new(verb.shortcut_text(ui.ctx())).color(theme.text_weak))
                .min_size(vec2(ui.available_width(), 26.0))
                .ui(ui)
        })
        .inner;
    response.widget_info(|| {
        egui::WidgetInfo::selected(egui::Role::ListBoxOption, why.is_none(), chosen, &name)
    });
    if chosen && !ui.clip_rect().contains_rect(response.rect) {
        response.scroll_to_me(None);
    }
    match why {
        Some(why) => response.on_disabled_hover_text(texts.get(why)),
        None => response.on_hover_text(texts.get(verb.tip_id())),
    }
}

/// The verbs whose names hold every word of the search, in the order of the menus; those that
/// begin with it first.
fn found(texts: Texts, search: &str) -> Vec<Verb> {
    let wanted = search.to_lowercase();
    let words: Vec<&str> = wanted.split_whitespace().collect();
    let mut all: Vec<(bool, Verb)> = Verb::ALL
        .iter()
        .filter(|verb| **verb != Verb::Palette)
        .filter_map(|verb| {
            let name = texts.get(verb.text_id()).to_lowercase();
            let has_all = words.iter().all(|word| name.contains(word));
            has_all.then(|| (!name.starts_with(wanted.trim()), *verb))
        })
        .collect();
    all.sort_by_key(|(later, _)| *later);
    all.into_iter().map(|(_, verb)| verb).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;

    #[test]
    fn verbs_are_found_by_their_words_in_both_languages() {
        assert_eq!(found(Texts::new(Lang::En), "theme dark"), [Verb::ThemeDark]);
        assert_eq!(found(Texts::new(Lang::Uk), "темна тема"), [Verb::ThemeDark]);
        assert_eq!(found(Texts::new(Lang::En), "qqq"), []);
        let all = found(Texts::new(Lang::En), "");
        assert_eq!(all.len(), Verb::ALL.len() - 1);
    }
}
