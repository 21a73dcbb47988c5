//! Picking one of many: a list under a search field, walked by the arrow keys, and the field that
//! opens it.

use eframe::egui::{
    self, Align, Atom, AtomExt as _, Button, EventFilter, Id, Key, Layout, Modifiers, Popup,
    PopupCloseBehavior, Response, RichText, Role, ScrollArea, Sense, Stroke, StrokeKind, TextEdit,
    Ui, UiBuilder, Widget as _, WidgetInfo, vec2,
};

use crate::ui::{Theme, icons};

/// One that can be picked.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Offer {
    /// What stands before it, small: an id.
    pub head: String,
    /// Its words.
    pub words: String,
    /// What stands behind it, small.
    pub tail: String,
    /// Whether it is the one that stands there now.
    pub chosen: bool,
}

impl Offer {
    fn name(&self) -> String {
        let parts = [&self.head, &self.words, &self.tail];
        let parts: Vec<&str> = parts.into_iter().map(String::as_str).collect();
        let filled: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        filled.join(" · ")
    }
}

/// What came of a frame.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Picked {
    /// Nothing yet.
    Nothing,
    /// The one at this place of the offers.
    This(usize),
}

/// A list that is open to pick from.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Pick {
    /// What is searched for.
    pub search: String,
    /// The place stood on; none: where the chosen one is.
    at: Option<usize>,
    /// How far the list is scrolled, in points.
    scrolled: f32,
    shown: bool,
}

/// Room kept for what stands before an offer.
const HEAD: f32 = 96.0;
/// Height of an offer.
const HIGH: f32 = 24.0;
/// Height of the list.
const LIST: f32 = 264.0;
/// So many can be seen at a glance, and need no search field.
pub const FEW: usize = 9;

impl Pick {
    /// Paints the search field, where `search` names one, and the list. While it is open, the arrow
    /// keys and Enter are its own.
    pub fn ui(
        &mut self,
        ui: &mut Ui,
        theme: &Theme,
        name: &str,
        search: Option<&str>,
        offers: &[Offer],
    ) -> Picked {
        let last = offers.len().saturating_sub(1);
        let chosen = offers.iter().position(|offer| offer.chosen);
        let before = self.at;
        let here = self.at.or(chosen).unwrap_or(0).min(last);
        let (to, enter) = ui.input_mut(|input| {
            let mut pressed = |key| input.consume_key(Modifiers::NONE, key);
            let ways = [
                (Key::ArrowDown, here + 1),
                (Key::ArrowUp, here.saturating_sub(1)),
                (Key::PageDown, here + 8),
                (Key::PageUp, here.saturating_sub(8)),
            ];
            let way = ways.into_iter().find(|(key, _)| pressed(*key));
            (way.map(|(_, to)| to.min(last)), pressed(Key::Enter))
        });
        self.at = to.or(self.at);
        let here = self.at.or(chosen).unwrap_or(0).min(last);
        match search {
            Some(hint) => {
                self.search_ui(ui, hint);
                ui.add_space(2.0);
            }
            None => hearing_ui(ui, name),
        }
        let moved = self.at != before || !self.shown;
        // The key that opened the list picks nothing.
        let enter = enter && self.shown;
        self.shown = true;
        let clicked = list_ui(ui, theme, name, offers, here, &mut self.scrolled, moved);
        if enter && !offers.is_empty() {
            return Picked::This(here);
        }
        clicked.map_or(Picked::Nothing, Picked::This)
    }

    fn search_ui(&mut self, ui: &mut Ui, hint: &str) {
        let before = self.search.clone();
        let response = TextEdit::singleline(&mut self.search)
            .hint_text(hint)
            .desired_width(f32::INFINITY)
            .ui(ui);
        let value = self.search.clone();
        response.widget_info(|| {
            let mut info = WidgetInfo::labeled(Role::SearchInput, true, hint);
            info.current_text_value = Some(value.clone());
            info
        });
        if !response.has_focus() {
            response.request_focus();
        }
        if before != self.search {
            self.at = Some(0);
        }
    }
}

/// Something that has the focus while a list without a search field is open.
fn hearing_ui(ui: &mut Ui, name: &str) {
    let (_, response) = ui.allocate_exact_size(vec2(0.0, 0.0), Sense::FOCUSABLE);
    response.widget_info(|| WidgetInfo::labeled(Role::ComboBox, true, name));
    if !response.has_focus() {
        response.request_focus();
    }
    hear_arrows(ui, response.id);
}

/// While it has the focus, the arrow keys do not lead away from it.
fn hear_arrows(ui: &Ui, id: Id) {
    let filter = EventFilter {
        vertical_arrows: true,
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
}

fn list_ui(
    ui: &mut Ui,
    theme: &Theme,
    name: &str,
    offers: &[Offer],
    here: usize,
    scrolled: &mut f32,
    moved: bool,
) -> Option<usize> {
    let mut clicked = None;
    let builder = UiBuilder::new()
        .id_salt("offers")
        .accessibility_role(Role::ListBox)
        .accessibility_label(name);
    ui.scope_builder(builder, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.spacing_mut().interact_size.y = HIGH;
        let high = (f32_of(offers.len()) * HIGH).min(LIST);
        let mut area = ScrollArea::vertical()
            .max_height(LIST)
            .min_scrolled_height(high)
            .auto_shrink([false, true]);
        if moved {
            let top = f32_of(here) * HIGH;
            let offset = scrolled.clamp((top + HIGH - LIST).max(0.0), top.max(0.0));
            area = area.vertical_scroll_offset(offset);
        }
        let shown = area.show_rows(ui, HIGH, offers.len(), |ui, range| {
            for index in range {
                if let Some(offer) = offers.get(index)
                    && offer_ui(ui, theme, offer, index == here).clicked()
                {
                    clicked = Some(index);
                }
            }
        });
        *scrolled = shown.state.clamped_offset().y;
    });
    clicked
}

#[expect(
    clippy::cast_precision_loss,
    reason = "a place in a list of some thousands"
)]
fn f32_of(place: usize) -> f32 {
    place as f32
}

fn offer_ui(ui: &mut Ui, theme: &Theme, offer: &Offer, here: bool) -> Response {
    let mark = if offer.chosen { icons::CHECK } else { "" };
    let size = vec2(ui.available_width(), HIGH);
    let (rect, response) = ui.allocate_exact_size(size, Sense::CLICK);
    let name = offer.name();
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, here, &name));
    if ui.is_rect_visible(rect) {
        let fill = if here {
            theme.chosen
        } else if response.hovered() {
            theme.hover
        } else {
            egui::Color32::TRANSPARENT
        };
        ui.painter().rect_filled(rect, 3.0, fill);
        let inner = rect.shrink2(vec2(6.0, 0.0));
        let builder = UiBuilder::new()
            .max_rect(inner)
            .layout(Layout::left_to_right(Align::Center));
        let mut line = ui.new_child(builder);
        line.spacing_mut().item_spacing.x = 6.0;
        let label = |text: RichText| egui::Label::new(text).selectable(false).truncate();
        if !offer.head.is_empty() {
            let cell = vec2(HEAD, HIGH);
            line.allocate_ui_with_layout(cell, Layout::left_to_right(Align::Center), |ui| {
                ui.set_min_width(HEAD);
                ui.add(label(theme.small(&offer.head)));
            });
        }
        line.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if !mark.is_empty() {
                ui.add(label(RichText::new(mark).color(theme.accent)));
            }
            if !offer.tail.is_empty() {
                ui.add(label(theme.small(&offer.tail)));
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.add(label(RichText::new(&offer.words).color(theme.text)));
            });
        });
    }
    if offer.words.chars().count() > 40 {
        response.on_hover_text(&offer.words)
    } else {
        response
    }
}

/// A field that looks like one to type into and opens a list: what stands there, and a caret.
pub fn opener_ui(ui: &mut Ui, theme: &Theme, name: &str, shown: RichText, width: f32) -> Response {
    let value = shown.text().to_owned();
    let caret = RichText::new(icons::CARET_DOWN)
        .small()
        .color(theme.text_faint);
    let words = Atom::from(shown).atom_shrink(true);
    let response = Button::new(words)
        .right_text(caret)
        .truncate()
        .fill(theme.surface)
        .stroke(Stroke::new(1.0, theme.line_strong))
        .min_size(vec2(width, HIGH))
        .ui(ui);
    if response.has_focus() {
        let ring = Stroke::new(1.5, theme.accent);
        ui.painter()
            .rect_stroke(response.rect, 4.0, ring, StrokeKind::Inside);
        hear_arrows(ui, response.id);
    }
    let enabled = response.enabled();
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::ComboBox, enabled, name);
        info.current_text_value = Some(value.clone());
        info
    });
    response
}

/// A list under what opens it. `open` holds the one list that is open, by its opener.
pub fn under(
    opener: &Response,
    open: &mut Option<(Id, Pick)>,
    width: f32,
    fill: impl FnOnce(&mut Ui, &mut Pick) -> Picked,
) -> Picked {
    let id = opener.id;
    let is_open = |open: &Option<(Id, Pick)>| open.as_ref().is_some_and(|(own, _)| *own == id);
    let down = opener.has_focus()
        && opener
            .ctx
            .input_mut(|input| input.consume_key(Modifiers::NONE, Key::ArrowDown));
    if opener.clicked() && is_open(open) {
        *open = None;
    } else if opener.clicked() || down && !is_open(open) {
        *open = Some((id, Pick::default()));
    }
    let Some((_, pick)) = open.as_mut().filter(|(own, _)| *own == id) else {
        return Picked::Nothing;
    };
    let mut stays = true;
    let shown = Popup::from_response(opener)
        .layout(Layout::top_down_justified(Align::Min))
        .gap(2.0)
        .width(width)
        .open_bool(&mut stays)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .show(|ui| {
            ui.set_width(width);
            fill(ui, pick)
        });
    let picked = shown.map_or(Picked::Nothing, |shown| shown.inner);
    if picked != Picked::Nothing || !stays {
        *open = None;
        opener.request_focus();
    }
    picked
}
