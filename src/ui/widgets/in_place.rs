//! Values that are edited where they stand: a double click, a click with the other button, or F2 on
//! their row opens the editor of the form as a popup at that place.

use eframe::egui::text::{CCursor, CCursorRange};
use eframe::egui::{
    Button, Id, Key as Press, Modifiers, Popup, PopupCloseBehavior, Rect, Response, RichText,
    TextEdit, Ui, UiBuilder, Widget as _, pos2, vec2,
};

use crate::edit::{Key, Leaf, Need, Path, Shape, field};
use crate::text::fields;
use crate::ui::desk::{self, InPlace, Spot};
use crate::ui::panes::record::read_only_ui;
use crate::ui::widgets::field::{Field, Standing};
use crate::ui::{Action, PaneCtx, icons};

use super::pick::Pick;

/// Width of the popup.
const WIDTH: f32 = 380.0;
/// Room at the right of a row for its pencil.
const PENCIL: f32 = 24.0;

/// A row of a record, with the pencil that opens its form at the right. `fill` paints the row; the
/// values in it that can be edited are told by [`value`] and [`hidden`].
pub fn row_ui(
    ui: &mut Ui,
    ctx: &mut PaneCtx<'_>,
    key: &Key,
    under_pointer: bool,
    fill: impl FnOnce(&mut Ui, &mut PaneCtx<'_>),
) {
    let top = ui.cursor().top();
    let right = ui.max_rect().right();
    let outer = std::mem::take(&mut ctx.desk.row);
    ui.scope(|ui| {
        ui.set_max_width((ui.available_width() - PENCIL).max(80.0));
        fill(ui, ctx);
    });
    let place = Rect::from_min_size(pos2(right - PENCIL + 2.0, top - 2.0), vec2(20.0, 20.0));
    let pencil = pencil_ui(ui, ctx, key, place, under_pointer);
    let own = std::mem::replace(&mut ctx.desk.row, outer);
    steps(ui, ctx, &own, &pencil);
    // A value that is not shown in the row is edited at the pencil.
    let open = ctx
        .desk
        .in_place
        .clone()
        .filter(|open| open.spot.key == *key);
    if let Some(open) = open.filter(|open| ctx.desk.hidden.contains(&open.spot)) {
        popup_ui(ui, ctx, &open, &pencil);
    }
    ctx.desk.hidden.clear();
}

fn pencil_ui(
    ui: &mut Ui,
    ctx: &mut PaneCtx<'_>,
    key: &Key,
    place: Rect,
    under_pointer: bool,
) -> Response {
    let (texts, theme) = (ctx.texts, ctx.theme);
    let is_left = ctx.desk.is_left(key);
    let id = ui.make_persistent_id(("pencil", key));
    let focused = ui.memory(|memory| memory.has_focus(id));
    let color = if is_left {
        theme.accent
    } else if under_pointer || focused {
        theme.text_weak
    } else {
        eframe::egui::Color32::TRANSPARENT
    };
    let builder = UiBuilder::new().id_salt(("pencil", key)).max_rect(place);
    let mut own = ui.new_child(builder);
    own.spacing_mut().button_padding = vec2(3.0, 1.0);
    own.spacing_mut().interact_size = vec2(20.0, 20.0);
    let icon = RichText::new(icons::EDIT).color(color);
    let response = Button::new(icon).frame_when_inactive(false).ui(&mut own);
    let name = texts.with("record-edit", &[("record", desk::named(key, texts).into())]);
    let response = super::button::named(response, &name);
    if response.has_focus() {
        ctx.desk.focused_row = Some(key.clone());
        if !ui.clip_rect().contains_rect(response.rect) {
            response.scroll_to_me(None);
        }
    }
    if response.clicked() {
        ctx.act(Action::OpenRecord(key.clone(), None));
    }
    if ctx
        .desk
        .wanted_row
        .take_if(|wanted| wanted == key)
        .is_some()
    {
        response.request_focus();
    }
    response
}

/// F2 opens the first value of the row with the focus; Tab goes from one value to the next.
fn steps(ui: &Ui, ctx: &mut PaneCtx<'_>, own: &[Spot], pencil: &Response) {
    let f2 =
        pencil.has_focus() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Press::F2));
    if f2 && let Some(first) = own.first() {
        ctx.desk.in_place = Some(InPlace::new(first));
        ui.ctx().request_repaint();
    }
    let here = ctx
        .desk
        .in_place
        .as_ref()
        .and_then(|open| own.iter().position(|spot| *spot == open.spot));
    if let Some(here) = here
        && let Some(step) = ctx.desk.step.take()
    {
        let next = here.checked_add_signed(step).and_then(|next| own.get(next));
        ctx.desk.in_place = next.map(InPlace::new);
        if next.is_none() {
            ctx.desk.wanted_row = Some(own[here].key.clone());
        }
        ui.ctx().request_repaint();
    }
}

/// A value of a row, painted already, that can be edited where it stands.
pub fn value(ui: &mut Ui, ctx: &mut PaneCtx<'_>, key: &Key, path: &str, shown: &Response) {
    let Ok(path) = path.parse::<Path>() else {
        return;
    };
    let spot = Spot {
        key: key.clone(),
        path,
    };
    if shown.double_clicked() || shown.secondary_clicked() {
        ctx.desk.in_place = Some(InPlace::new(&spot));
    }
    let open = ctx.desk.in_place.clone().filter(|open| open.spot == spot);
    if let Some(open) = open {
        popup_ui(ui, ctx, &open, shown);
    }
    ctx.desk.row.push(spot);
}

/// A value of a row that is not shown in it: it comes after those that are.
pub fn hidden(ctx: &mut PaneCtx<'_>, key: &Key, path: &str) {
    if let Ok(path) = path.parse::<Path>() {
        let spot = Spot {
            key: key.clone(),
            path,
        };
        ctx.desk.hidden.push(spot.clone());
        ctx.desk.row.push(spot);
    }
}

/// The editor of a value, at the place of the value.
fn popup_ui(ui: &mut Ui, ctx: &mut PaneCtx<'_>, open: &InPlace, at: &Response) {
    let spot = &open.spot;
    let Some(holds) = ctx.desk.slot(spot) else {
        ctx.desk.in_place = None;
        return;
    };
    let Shape::Leaf(leaf) = holds.shape else {
        // What is more than one value is edited in the form.
        ctx.desk.in_place = None;
        ctx.act(Action::OpenRecord(
            spot.key.clone(),
            Some(spot.path.clone()),
        ));
        return;
    };
    if ctx.desk.making(spot).is_some() {
        ctx.desk.in_place = None;
        ctx.act(Action::OpenRecord(
            spot.key.clone(),
            Some(spot.path.clone()),
        ));
        return;
    }
    let was_picking = ctx.desk.pick.is_some();
    let escape = ui.input(|input| input.key_pressed(Press::Escape));
    let tab = step_asked(ui);
    let popup = Popup::new(
        Id::unique(("in place", &spot.key, &spot.path)),
        ui.ctx().clone(),
        at,
        ui.layer_id(),
    )
    .open(true)
    .gap(2.0)
    .close_behavior(PopupCloseBehavior::IgnoreClicks);
    let shown = popup.show(|ui| {
        ui.set_width(WIDTH);
        let editing = editor_ui(ui, ctx, open, leaf, holds.need);
        if editing == Editing::Begun
            && let Some(own) = &mut ctx.desk.in_place
        {
            own.begun = true;
        }
        editing
    });
    let Some(shown) = shown else {
        return;
    };
    let elsewhere = shown.response.clicked_elsewhere() && open.begun && !was_picking;
    let done = shown.inner == Editing::Done;
    if tab.is_some() && ctx.desk.pick.is_none() {
        ctx.desk.step = tab;
    } else if done || elsewhere || escape && !was_picking {
        ctx.desk.in_place = None;
        if !elsewhere {
            ctx.desk.wanted_row = Some(spot.key.clone());
        }
        ui.ctx().request_repaint();
    }
}

/// How many values on Tab asks to go, taken away from the text field; none: it was not pressed.
fn step_asked(ui: &Ui) -> Option<isize> {
    let ways = [(Modifiers::SHIFT, -1), (Modifiers::NONE, 1)];
    ui.input_mut(|input| {
        let mut ways = ways.into_iter();
        let way = ways.find(|(modifiers, _)| input.consume_key(*modifiers, Press::Tab));
        way.map(|(_, step)| step)
    })
}

/// Whether editing goes on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Editing {
    /// It has begun now.
    Begun,
    Open,
    Done,
}

fn editor_ui(
    ui: &mut Ui,
    ctx: &mut PaneCtx<'_>,
    open: &InPlace,
    leaf: Leaf,
    need: Need,
) -> Editing {
    let spot = &open.spot;
    let tree = ctx.desk.tree(&spot.key);
    let value = field::value(&tree, &spot.path);
    let name = fields::path(spot.key.kind.key(), &spot.path.to_string(), ctx.texts);
    ui.label(ctx.theme.small(name));
    if let Some(why) = ctx.desk.read_only() {
        read_only_ui(ui, ctx, why);
    }
    let editor = Field {
        spot,
        leaf,
        need,
        value,
        standing: Standing::Row,
    };
    let response = editor.ui(ui, ctx);
    let is_list =
        matches!(leaf, Leaf::Choice(_) | Leaf::Link(_)) || leaf == Leaf::Flag && is_listed(need);
    if ctx.desk.read_only().is_some() {
        return Editing::Begun;
    }
    if !open.begun {
        // While the popup measures itself nothing in it can have the focus.
        ui.ctx().request_repaint();
        if !response.has_focus() {
            response.request_focus();
            return Editing::Open;
        }
        if is_list {
            ctx.desk.pick = Some((response.id, Pick::default()));
        } else if !matches!(leaf, Leaf::Text | Leaf::LongText | Leaf::Phrase) {
            select_all(ui, ctx, &response, spot);
        }
        return Editing::Begun;
    }
    let is_open = if is_list {
        ctx.desk
            .pick
            .as_ref()
            .is_some_and(|(id, _)| *id == response.id)
    } else if leaf == Leaf::Flag {
        !response.changed()
    } else {
        // A text that does not count yet keeps its field open.
        let draft = ctx.desk.drafts().get(spot);
        response.has_focus() || draft.is_some_and(desk::Draft::is_open)
    };
    if is_open {
        Editing::Open
    } else {
        Editing::Done
    }
}

/// A sum or a date is mostly typed anew.
fn select_all(ui: &Ui, ctx: &PaneCtx<'_>, response: &Response, spot: &Spot) {
    let text = match ctx.desk.drafts().get(spot) {
        Some(draft) => draft.text.chars().count(),
        // More than there can be: the end.
        None => usize::MAX,
    };
    if let Some(mut state) = TextEdit::load_state(ui.ctx(), response.id) {
        let all = CCursorRange::two(CCursor::new(0), CCursor::new(text));
        state.cursor.set_char_range(Some(all));
        TextEdit::store_state(ui.ctx(), response.id, state);
    }
}

/// Whether yes or no is picked from a list: where neither need be said.
fn is_listed(need: Need) -> bool {
    !matches!(need, Need::Defaults(_))
}
