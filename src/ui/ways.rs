//! The way back and forward in the menu bar: two buttons, and the last places by name.

use eframe::egui::{self, Button, Popup, Response, RichText, TextStyle, Ui, Widget as _};

use crate::text::Texts;

use super::action::{Action, Verb};
use super::icons;
use super::links::place_name;
use super::menu::MenuState;
use super::place::{Place, Trail};
use super::theme::Theme;
use super::words::fitting;

/// So many places are offered in either direction.
const OFFERED: usize = 12;
/// How wide the name of a place may be, in points.
const LONGEST: f32 = 340.0;

/// The buttons. A click with the other button of the mouse, or a long touch, offers the places.
pub(super) fn ways_ui(
    ui: &mut Ui,
    texts: Texts,
    theme: &Theme,
    state: &MenuState<'_>,
    actions: &mut Vec<Action>,
) {
    ui.spacing_mut().item_spacing.x = 0.0;
    for verb in [Verb::Back, Verb::Forward] {
        let response = way_ui(ui, texts, theme, state, verb);
        if response.clicked() {
            actions.push(Action::Do(verb));
        }
        Popup::context_menu(&response).show(|ui| {
            places_ui(ui, texts, theme, state, actions);
        });
    }
    let any = state.trail.has_before() || state.trail.has_after();
    let name = texts.get("menu-places");
    let opener = ui
        .add_enabled_ui(any, |ui| {
            let icon = RichText::new(icons::CARET_DOWN)
                .small()
                .color(theme.text_weak);
            ui.spacing_mut().button_padding.x = 3.0;
            ui.menu_button(icon, |ui| places_ui(ui, texts, theme, state, actions))
        })
        .inner
        .response;
    opener.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, any, &name));
    opener
        .on_hover_text(texts.get("menu-places-tip"))
        .on_disabled_hover_text(texts.get("menu-places-why-none"));
}

/// One of the two: its words, its keys and where it leads are told under the pointer.
fn way_ui(ui: &mut Ui, texts: Texts, theme: &Theme, state: &MenuState<'_>, verb: Verb) -> Response {
    let why = verb.why_disabled(state.allows);
    let name = texts.get(verb.text_id());
    let keys = verb.shortcut_text(ui.ctx());
    let to = match verb {
        Verb::Back => state.trail.before().next(),
        _ => state.trail.after().next(),
    };
    let response = ui.add_enabled_ui(why.is_none(), |ui| {
        let icon = RichText::new(verb.icon()).color(theme.text_weak);
        let button = Button::new(icon).frame_when_inactive(false).ui(ui);
        button.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, why.is_none(), &name));
        button
    });
    let response = response.inner.on_hover_ui(|ui| {
        ui.label(format!("{name} {keys}"));
        if let Some(place) = to {
            ui.label(theme.weak(place_name(place, state.session.dataset(), texts)));
        }
    });
    match why {
        Some(why) => response.on_disabled_hover_text(texts.get(why)),
        None => response,
    }
}

/// How many steps away each place is, the farthest ahead first; what is shown between them is 0.
fn offered(trail: &Trail) -> Vec<(isize, &Place)> {
    let steps = |count: usize| isize::try_from(count).unwrap_or(isize::MAX);
    let after = trail.after().take(OFFERED).enumerate();
    let mut all: Vec<(isize, &Place)> = after.map(|(at, place)| (steps(at + 1), place)).collect();
    all.reverse();
    all.push((0, trail.here()));
    let before = trail.before().take(OFFERED).enumerate();
    all.extend(before.map(|(at, place)| (-steps(at + 1), place)));
    all
}

fn places_ui(
    ui: &mut Ui,
    texts: Texts,
    theme: &Theme,
    state: &MenuState<'_>,
    actions: &mut Vec<Action>,
) {
    ui.set_min_width(240.0);
    let font = TextStyle::Button.resolve(ui.style());
    for (steps, place) in offered(state.trail) {
        let name = place_name(place, state.session.dataset(), texts);
        let here = steps == 0;
        let icon = match steps {
            0 => icons::CHECK,
            1.. => icons::FORWARD,
            _ => icons::BACK,
        };
        let color = if here { theme.accent } else { theme.text_weak };
        let icon = RichText::new(icon).color(color);
        let shown = fitting(ui, &name, &font, LONGEST);
        let response = Button::new((icon, RichText::new(shown))).ui(ui);
        response
            .widget_info(|| egui::WidgetInfo::selected(egui::Role::MenuItem, true, here, &name));
        if response.clicked() {
            actions.push(Action::Travel(steps));
            ui.close();
        }
    }
}
