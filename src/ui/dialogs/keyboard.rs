//! All keys, from the list of verbs.

use eframe::egui::{Grid, ScrollArea, Ui};

use crate::text::Texts;
use crate::ui::Theme;
use crate::ui::action::{Menu, Verb};
use crate::ui::theme::{UNIT, strong, title};
use crate::ui::widgets::button;

use super::{Answer, buttons_ui};

/// The keys of the country list, which are no verbs: the words of the key, the words of what it does.
fn list_keys(texts: Texts) -> [(String, String); 4] {
    [
        ("↑ ↓".to_owned(), texts.get("menu-keyboard-list-move")),
        ("Home End".to_owned(), texts.get("menu-keyboard-list-jump")),
        (
            "Page Up Page Down".to_owned(),
            texts.get("menu-keyboard-list-page"),
        ),
        (
            texts.get("menu-keyboard-list-type-keys"),
            texts.get("menu-keyboard-list-type"),
        ),
    ]
}

/// The keys of a page's rows, while the mark of one has the focus.
fn row_keys(texts: Texts) -> [(&'static str, String); 4] {
    [
        ("↑ ↓", texts.get("menu-keyboard-rows-move")),
        ("Space   Shift+↑ ↓", texts.get("menu-keyboard-rows-choose")),
        ("Ctrl+A   Esc", texts.get("menu-keyboard-rows-all")),
        ("Ctrl+C   Ctrl+V", texts.get("menu-keyboard-rows-copy")),
    ]
}

/// The keys of the line of time.
fn time_keys(texts: Texts) -> [(&'static str, String); 3] {
    [
        ("↑ ↓ ← →   Enter", texts.get("menu-keyboard-time-walk")),
        ("Shift+← →", texts.get("menu-keyboard-time-move")),
        ("+   −   0", texts.get("menu-keyboard-time-scale")),
    ]
}

pub(super) fn ui(ui: &mut Ui, texts: Texts, theme: &Theme) -> Answer {
    ui.label(title(texts.get("menu-keyboard")));
    ui.add_space(UNIT);
    ScrollArea::vertical()
        .max_height(440.0)
        .auto_shrink([false, true])
        .show(ui, |ui| {
            Grid::new("keys")
                .num_columns(2)
                .min_col_width(200.0)
                .spacing([UNIT * 3.0, 3.0])
                .show(ui, |ui| {
                    for menu in Menu::ALL {
                        ui.label(strong(texts.get(menu.text_id())));
                        ui.end_row();
                        for verb in Verb::ALL.iter().filter(|verb| verb.menu() == *menu) {
                            let keys: Vec<String> = verb
                                .shortcuts(ui.ctx().os())
                                .iter()
                                .map(|keys| ui.ctx().format_shortcut(keys))
                                .collect();
                            if !keys.is_empty() {
                                ui.label(texts.get(verb.text_id()));
                                ui.label(theme.weak(keys.join("   ")));
                                ui.end_row();
                            }
                        }
                    }
                    ui.label(strong(texts.get("menu-keyboard-list")));
                    ui.end_row();
                    for (keys, what) in list_keys(texts) {
                        ui.label(what);
                        ui.label(theme.weak(keys));
                        ui.end_row();
                    }
                    ui.label(strong(texts.get("menu-keyboard-rows")));
                    ui.end_row();
                    for (keys, what) in row_keys(texts) {
                        ui.label(what);
                        ui.label(theme.weak(keys));
                        ui.end_row();
                    }
                    ui.label(strong(texts.get("menu-keyboard-time")));
                    ui.end_row();
                    for (keys, what) in time_keys(texts) {
                        ui.label(what);
                        ui.label(theme.weak(keys));
                        ui.end_row();
                    }
                });
        });
    let close = buttons_ui(ui, |ui| {
        button::primary_ui(ui, theme, texts.get("dialog-close")).clicked()
    });
    if close { Answer::Close } else { Answer::None }
}
