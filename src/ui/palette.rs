//! The command palette: every verb, and the files used lately, in one list, found by name.

use eframe::egui::{
    self, Align2, Area, Button, Frame, Id, Key, Modifiers, Order, RichText, ScrollArea, TextEdit,
    TextStyle, Widget as _, vec2,
};

use crate::text::Texts;
use crate::ui::widgets::tell;

use super::action::{Action, Allows, Verb};
use super::icons;
use super::recent::RecentFile;
use super::theme::Theme;
use super::words::fitting;

/// Something that can be chosen.
#[derive(Clone, PartialEq, Eq, Debug)]
enum Entry {
    Verb(Verb),
    /// Open this file.
    File(RecentFile),
}

impl Entry {
    fn name(&self, texts: Texts) -> String {
        match self {
            Self::Verb(verb) => texts.get(verb.text_id()),
            Self::File(file) => {
                let (name, folder) = file.words();
                let args = [("name", name.into()), ("folder", folder.into())];
                texts.with("menu-palette-open-recent", &args)
            }
        }
    }

    fn icon(&self) -> &'static str {
        match self {
            Self::Verb(verb) => verb.icon(),
            Self::File(_) => icons::CLOCK,
        }
    }

    fn why_disabled(&self, allows: Allows) -> Option<&'static str> {
        match self {
            Self::Verb(verb) => verb.why_disabled(allows),
            Self::File(_) if !allows.files => Some("menu-why-busy"),
            Self::File(file) => file.why_not(),
        }
    }

    fn action(&self) -> Action {
        match self {
            Self::Verb(verb) => Action::Do(*verb),
            Self::File(file) => Action::OpenFile(file.path.clone()),
        }
    }
}

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
        recent: &[RecentFile],
        actions: &mut Vec<Action>,
    ) -> Stays {
        if !self.was_shown {
            actions.push(Action::CheckRecent);
        }
        let found = found(texts, &self.search, recent);
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
                taken = found.get(self.chosen).cloned();
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
                        for (index, entry) in found.iter().enumerate() {
                            let chosen = index == self.chosen;
                            if row_ui(ui, texts, theme, allows, entry, chosen).clicked() {
                                taken = Some(entry.clone());
                            }
                        }
                    });
                });
            });
        if area.response.clicked_elsewhere() && self.was_shown {
            stays = Stays::Closed;
        }
        self.was_shown = true;
        if let Some(entry) = taken
            && entry.why_disabled(allows).is_none()
        {
            actions.push(entry.action());
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
        tell::typed(&response, egui::Role::SearchInput, &hint, &self.search);
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
    entry: &Entry,
    chosen: bool,
) -> egui::Response {
    let why = entry.why_disabled(allows);
    let name = entry.name(texts);
    let beside = match entry {
        Entry::Verb(verb) => verb.shortcut_text(ui.ctx()),
        Entry::File(file) => file.why_not().map(|why| texts.get(why)).unwrap_or_default(),
    };
    let response = ui
        .add_enabled_ui(why.is_none(), |ui| {
            let icon = RichText::new(entry.icon()).color(theme.text_weak);
            let font = TextStyle::Button.resolve(ui.style());
            let shown = fitting(ui, &name, &font, 340.0);
            Button::selectable(chosen, (icon, RichText::new(shown).color(theme.text)))
                .shortcut_text(RichText::new(beside).color(theme.text_weak))
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
        None => match entry {
            Entry::Verb(verb) => response.on_hover_text(texts.get(verb.tip_id())),
            Entry::File(file) => response.on_hover_text(file.path.display().to_string()),
        },
    }
}

/// The verbs and files whose names hold every word of the search, in the order of the menus; those that
/// begin with it first.
fn found(texts: Texts, search: &str, recent: &[RecentFile]) -> Vec<Entry> {
    let wanted = search.to_lowercase();
    let words: Vec<&str> = wanted.split_whitespace().collect();
    let verbs = Verb::ALL.iter().filter(|verb| **verb != Verb::Palette);
    let files = recent.iter().cloned().map(Entry::File);
    let mut all: Vec<(bool, Entry)> = verbs
        .map(|verb| Entry::Verb(*verb))
        .chain(files)
        .filter_map(|entry| {
            let name = entry.name(texts).to_lowercase();
            let has_all = words.iter().all(|word| name.contains(word));
            has_all.then(|| (!name.starts_with(wanted.trim()), entry))
        })
        .collect();
    all.sort_by_key(|(later, _)| *later);
    all.into_iter().map(|(_, entry)| entry).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;
    use crate::ui::recent::Found;

    #[test]
    fn verbs_are_found_by_their_words_in_both_languages() {
        let dark = [Entry::Verb(Verb::ThemeDark)];
        assert_eq!(found(Texts::new(Lang::En), "theme dark", &[]), dark);
        assert_eq!(found(Texts::new(Lang::Uk), "темна тема", &[]), dark);
        assert_eq!(found(Texts::new(Lang::En), "qqq", &[]), []);
        let all = found(Texts::new(Lang::En), "", &[]);
        assert_eq!(all.len(), Verb::ALL.len() - 1);
    }

    #[test]
    fn files_used_lately_are_found_by_name_and_by_folder() {
        let file = RecentFile {
            path: "/data/угоди/book.ron".into(),
            found: Found::Missing,
        };
        let recent = [file.clone()];
        let entry = Entry::File(file);
        for search in ["book.ron", "угоди recent", "open recent"] {
            let entries = found(Texts::new(Lang::En), search, &recent);
            assert!(entries.contains(&entry), "{search}");
        }
        let allows = Allows {
            files: true,
            ..Allows::default()
        };
        assert_eq!(entry.why_disabled(allows), Some("recent-missing"));
    }
}
