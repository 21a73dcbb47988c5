//! The menu bar, made from the list of verbs.

use eframe::egui::{self, Align, Button, Layout, MenuBar, RichText, TextStyle, Ui, Widget as _};

use crate::edit::words;
use crate::session::Session;
use crate::text::{Lang, Texts};

use super::action::{Action, Allows, Menu, Verb};
use super::icons;
use super::place::Trail;
use super::prefs::{Prefs, ThemeChoice};
use super::recent::RecentFile;
use super::theme::{HALF, Theme, UNIT};
use super::ways::ways_ui;
use super::widgets::chip;
use super::words::fitting;

/// How wide the name of an item may be, in points.
const LONGEST: f32 = 400.0;

/// What the menus show beside the verbs.
pub(super) struct MenuState<'a> {
    /// What can be done now.
    pub(super) allows: Allows,
    /// What is switched on.
    pub(super) prefs: &'a Prefs,
    /// The document: its history names what can be undone.
    pub(super) session: &'a Session,
    /// The files used lately.
    pub(super) recent: &'a [RecentFile],
    /// The places seen; the page shown is that of the last.
    pub(super) trail: &'a Trail,
}

/// Which part of the menus is in view.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Shown {
    /// The menu from which the files used lately are reached.
    Recent,
    /// None, or another.
    Other,
}

impl MenuState<'_> {
    /// What a verb is called now: undoing and redoing name their step.
    fn name(&self, verb: Verb, texts: Texts) -> String {
        let (history, dataset) = (self.session.history(), self.session.dataset());
        let step = match verb {
            Verb::Undo => history.next_undo(),
            Verb::Redo => history.next_redo(),
            _ => None,
        };
        match step {
            Some(step) if verb == Verb::Undo => words::undo_named(&step.label, dataset, texts),
            Some(step) => words::redo_named(&step.label, dataset, texts),
            None => texts.get(verb.text_id()),
        }
    }
}

/// The menu bar; beside it the way back and forward and the pages, on its right the dock's switch.
pub(super) fn menu_bar_ui(
    ui: &mut Ui,
    texts: Texts,
    theme: &Theme,
    state: &MenuState<'_>,
    actions: &mut Vec<Action>,
) -> Shown {
    let mut shown = Shown::Other;
    MenuBar::new().ui(ui, |ui| {
        for menu in Menu::ALL {
            let opened = ui.menu_button(texts.get(menu.text_id()), |ui| {
                ui.set_min_width(260.0);
                for verb in Verb::ALL.iter().filter(|verb| verb.menu() == *menu) {
                    if *verb == Verb::ClearRecent {
                        recent_ui(ui, texts, theme, state, actions);
                        continue;
                    }
                    if verb.begins_group() {
                        ui.separator();
                    }
                    if item_ui(ui, texts, theme, state, *verb).clicked() {
                        actions.push(Action::Do(*verb));
                        ui.close();
                    }
                }
            });
            if *menu == Menu::File && opened.inner.is_some() {
                shown = Shown::Recent;
            }
        }
        pages_ui(ui, texts, theme, state, actions);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = HALF;
            if quick_ui(ui, texts, theme, state, Verb::ToggleDock).clicked() {
                actions.push(Action::Do(Verb::ToggleDock));
            }
        });
    });
    shown
}

/// The files used lately, in a menu of their own. Those that are gone are grey and say so.
fn recent_ui(
    ui: &mut Ui,
    texts: Texts,
    theme: &Theme,
    state: &MenuState<'_>,
    actions: &mut Vec<Action>,
) {
    let name = texts.get("menu-open-recent");
    let icon = RichText::new(icons::CLOCK).color(theme.text_weak);
    let opened = ui
        .add_enabled_ui(!state.recent.is_empty(), |ui| {
            ui.menu_button((icon, RichText::new(&name)), |ui| {
                ui.set_min_width(260.0);
                for file in state.recent {
                    if recent_file_ui(ui, texts, theme, state, file).clicked() {
                        actions.push(Action::OpenFile(file.path.clone()));
                        ui.close();
                    }
                }
                ui.separator();
                if item_ui(ui, texts, theme, state, Verb::ClearRecent).clicked() {
                    actions.push(Action::Do(Verb::ClearRecent));
                    ui.close();
                }
            })
        })
        .inner;
    let enabled = !state.recent.is_empty();
    opened
        .response
        .widget_info(|| egui::WidgetInfo::labeled(egui::Role::MenuItem, enabled, &name));
    opened
        .response
        .on_disabled_hover_text(texts.get("menu-why-no-recent"));
}

fn recent_file_ui(
    ui: &mut Ui,
    texts: Texts,
    theme: &Theme,
    state: &MenuState<'_>,
    file: &RecentFile,
) -> egui::Response {
    let (name, folder) = file.words();
    let why = file.why_not().map(|why| texts.get(why));
    let enabled = why.is_none() && state.allows.files;
    let font = TextStyle::Button.resolve(ui.style());
    // The end of a folder's name tells more than its beginning, but it is the beginning that fits.
    let beside = why.clone().unwrap_or_else(|| folder.clone());
    let beside = fitting(ui, &beside, &font, LONGEST / 2.0);
    let shown = fitting(ui, &name, &font, LONGEST / 2.0);
    let response = ui
        .add_enabled_ui(enabled, |ui| {
            let beside = RichText::new(beside).color(theme.text_weak);
            Button::new(shown).shortcut_text(beside).ui(ui)
        })
        .inner;
    let told = format!("{name}, {}", why.unwrap_or(folder));
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::MenuItem, enabled, &told));
    let path = file.path.display().to_string();
    response.on_hover_text(&path).on_disabled_hover_text(path)
}

/// The way back and forward, and the pages as chips; the one shown is chosen.
fn pages_ui(
    ui: &mut Ui,
    texts: Texts,
    theme: &Theme,
    state: &MenuState<'_>,
    actions: &mut Vec<Action>,
) {
    ui.add_space(UNIT);
    ways_ui(ui, texts, theme, state, actions);
    ui.add_space(UNIT);
    ui.spacing_mut().item_spacing.x = HALF;
    let pages = Verb::ALL
        .iter()
        .filter_map(|verb| Some((*verb, verb.page()?)));
    for (verb, page) in pages {
        let name = texts.get(verb.text_id());
        let chip = chip::chip_ui(ui, theme, &name, state.trail.here().page == page);
        let keys = verb.shortcut_text(ui.ctx());
        let tip = format!("{} {keys}", texts.get(verb.tip_id()));
        if chip.on_hover_text(tip).clicked() {
            actions.push(Action::Do(verb));
        }
    }
}

/// One verb as an icon, with its words and keys under the pointer.
fn quick_ui(
    ui: &mut Ui,
    texts: Texts,
    theme: &Theme,
    state: &MenuState<'_>,
    verb: Verb,
) -> egui::Response {
    let why = verb.why_disabled(state.allows);
    let name = texts.get(verb.text_id());
    let keys = verb.shortcut_text(ui.ctx());
    ui.add_enabled_ui(why.is_none(), |ui| {
        let icon = RichText::new(verb.icon()).color(theme.text_weak);
        let response = Button::new(icon).frame_when_inactive(false).ui(ui);
        response
            .widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, why.is_none(), &name));
        let response = response.on_hover_text(format!("{name} {keys}"));
        match why {
            Some(why) => response.on_disabled_hover_text(texts.get(why)),
            None => response,
        }
    })
    .inner
}

fn item_ui(
    ui: &mut Ui,
    texts: Texts,
    theme: &Theme,
    state: &MenuState<'_>,
    verb: Verb,
) -> egui::Response {
    let why = verb.why_disabled(state.allows);
    let name = state.name(verb, texts);
    let chosen = is_on(verb, state, texts.lang());
    let icon = if chosen { icons::CHECK } else { verb.icon() };
    let color = if chosen {
        theme.accent
    } else {
        theme.text_weak
    };
    let keys = RichText::new(verb.shortcut_text(ui.ctx())).color(theme.text_weak);
    let response = ui
        .add_enabled_ui(why.is_none(), |ui| {
            let font = TextStyle::Button.resolve(ui.style());
            let shown = fitting(ui, &name, &font, LONGEST);
            Button::new((RichText::new(icon).color(color), RichText::new(shown)))
                .shortcut_text(keys)
                .ui(ui)
        })
        .inner;
    response.widget_info(|| {
        egui::WidgetInfo::selected(egui::Role::MenuItem, why.is_none(), chosen, &name)
    });
    match why {
        Some(why) => response.on_disabled_hover_text(texts.get(why)),
        // What was cut off of a step's name is told with what the verb does.
        None => response.on_hover_ui(|ui| {
            if name != texts.get(verb.text_id()) {
                ui.label(&name);
            }
            ui.label(theme.weak(texts.get(verb.tip_id())));
        }),
    }
}

/// Whether what a verb switches on is on.
fn is_on(verb: Verb, state: &MenuState<'_>, lang: Lang) -> bool {
    let prefs = state.prefs;
    match verb {
        _ if verb.page().is_some() => verb.page() == Some(state.trail.here().page),
        Verb::ThemeSystem => prefs.theme == ThemeChoice::System,
        Verb::ThemeLight => prefs.theme == ThemeChoice::Light,
        Verb::ThemeDark => prefs.theme == ThemeChoice::Dark,
        Verb::LanguageEnglish => lang == Lang::En,
        Verb::LanguageUkrainian => lang == Lang::Uk,
        Verb::ToggleDock => prefs.panes.dock_shown,
        Verb::ToggleChart => prefs.panes.chart_shown,
        _ => false,
    }
}
