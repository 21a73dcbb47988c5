//! The menu bar, made from the list of verbs.

use eframe::egui::{self, Align, Button, Layout, MenuBar, RichText, TextStyle, Ui, Widget as _};

use crate::edit::words;
use crate::session::Session;
use crate::text::{Lang, Texts};

use super::action::{Action, Allows, Menu, Verb};
use super::icons;
use super::place::Page;
use super::prefs::{Prefs, ThemeChoice};
use super::theme::{HALF, Theme, UNIT};
use super::widgets::{button, chip};
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
    /// The page shown.
    pub(super) page: Page,
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

/// The menu bar; on its right the way back and forward, and the dock's switch.
pub(super) fn menu_bar_ui(
    ui: &mut Ui,
    texts: Texts,
    theme: &Theme,
    state: &MenuState<'_>,
    actions: &mut Vec<Action>,
) {
    MenuBar::new().ui(ui, |ui| {
        for menu in Menu::ALL {
            ui.menu_button(texts.get(menu.text_id()), |ui| {
                ui.set_min_width(260.0);
                for verb in Verb::ALL.iter().filter(|verb| verb.menu() == *menu) {
                    if verb.begins_group() {
                        ui.separator();
                    }
                    if item_ui(ui, texts, theme, state, *verb).clicked() {
                        actions.push(Action::Do(*verb));
                        ui.close();
                    }
                }
            });
        }
        pages_ui(ui, texts, theme, state, actions);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = HALF;
            for verb in [Verb::ToggleDock, Verb::Forward, Verb::Back] {
                if quick_ui(ui, texts, theme, state, verb).clicked() {
                    actions.push(Action::Do(verb));
                }
            }
        });
    });
}

/// The pages as chips; the one shown is chosen.
fn pages_ui(
    ui: &mut Ui,
    texts: Texts,
    theme: &Theme,
    state: &MenuState<'_>,
    actions: &mut Vec<Action>,
) {
    ui.add_space(UNIT * 2.0);
    ui.spacing_mut().item_spacing.x = HALF;
    let pages = Verb::ALL
        .iter()
        .filter_map(|verb| Some((*verb, verb.page()?)));
    for (verb, page) in pages {
        let name = texts.get(verb.text_id());
        let chip = chip::chip_ui(ui, theme, &name, state.page == page);
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
        let response = button::icon_ui(ui, theme, verb.icon(), &name);
        let response = response.on_hover_text(keys);
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
        Verb::PartyPage | Verb::ProblemsPage => verb.page() == Some(state.page),
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
