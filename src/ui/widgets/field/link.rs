//! Links to other records: found as one types, by id, words or party.

use eframe::egui::{Key as Press, Response, RichText, Ui};
use serde_json::Value;

use crate::edit::{AnyRecord, Key, Kind, LinkTo, Need};
use crate::ui::desk::RecordIndex;
use crate::ui::widgets::button;
use crate::ui::widgets::pick::{self, Offer, Pick, Picked};
use crate::ui::{Action, PaneCtx, icons};

use super::choice::opener;
use super::{Chosen, Field};

/// Width of an open list of records.
pub const LIST: f32 = 440.0;
/// Width of the button that opens the linked record.
const OPEN: f32 = 32.0;

/// The record that a link leads to, to be picked from a list.
pub(super) fn link_ui(
    ui: &mut Ui,
    ctx: &mut PaneCtx<'_>,
    field: &Field<'_>,
    to: LinkTo,
) -> Response {
    let (texts, theme) = (ctx.texts, ctx.theme);
    let name = field.name(ctx);
    let held = field.held(ctx);
    let target = held.as_deref().and_then(|id| target(ctx, to, id));
    let row = target.as_ref().and_then(|key| ctx.desk.record(key));
    let words = row.map(|row| row.words.clone());
    let shown = match (&held, words) {
        (Some(id), Some(words)) => RichText::new(format!("{id} · {words}")).color(theme.text),
        (Some(id), None) => {
            let args = [("id", id.as_str().into())];
            RichText::new(texts.with("record-link-missing", &args)).color(theme.error)
        }
        (None, _) if field.need == Need::Required => {
            RichText::new(texts.get("record-choose")).color(theme.text_faint)
        }
        (None, _) => RichText::new(texts.get("record-none")).color(theme.text_faint),
    };
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        let room = ui.available_width();
        let width = if target.is_some() { room - OPEN } else { room };
        let opener = ui
            .scope(|ui| {
                ui.set_max_width(width);
                opener(ui, ctx, &name, shown)
            })
            .inner;
        if let Some(key) = target {
            ui.spacing_mut().button_padding.x = 6.0;
            let open = texts.with("record-open-linked", &[("id", key.id.as_str().into())]);
            if button::icon_ui(ui, theme, icons::FORWARD, &open).clicked() {
                ctx.act(Action::OpenRecord(key, None));
            }
        }
        let may_be_none = field.need == Need::Optional && held.is_some();
        let picked = picked_ui(ctx, &opener, &name, to, held.as_deref(), may_be_none);
        match picked {
            Chosen::Nothing => {}
            Chosen::None => field.choose(ctx, None),
            Chosen::This(id) => field.choose(ctx, Some(Value::from(id))),
        }
        opener
    })
    .inner
}

/// Where a link leads; none: nowhere in this book.
fn target(ctx: &PaneCtx<'_>, to: LinkTo, id: &str) -> Option<Key> {
    let mut keys = to.kinds().iter().map(|kind| Key::new(*kind, id));
    keys.find(|key| AnyRecord::is_in(ctx.desk.book(), key))
}

/// The open list under a field.
pub fn picked_ui(
    ctx: &mut PaneCtx<'_>,
    opener: &Response,
    name: &str,
    to: LinkTo,
    held: Option<&str>,
    may_be_none: bool,
) -> Chosen {
    let (texts, theme) = (ctx.texts, ctx.theme);
    let near = ctx.desk.party().cloned();
    let is_open = ctx
        .desk
        .pick
        .as_ref()
        .is_some_and(|(id, _)| *id == opener.id);
    let down = opener
        .ctx
        .input(|input| input.key_pressed(Press::ArrowDown));
    if !(is_open || opener.clicked() || opener.has_focus() && down) {
        return Chosen::Nothing;
    }
    let records = ctx.desk.records();
    let mut ids: Vec<Option<String>> = Vec::new();
    let picked = pick::under(opener, &mut ctx.desk.pick, LIST, |ui, pick| {
        let hint = texts.get("record-find-hint");
        let none = may_be_none.then(|| texts.get("record-none"));
        let (offers, found) = offers(&records, to.kinds(), pick, near.as_ref(), held, none);
        ids = found;
        let picked = pick.ui(ui, theme, name, Some(&hint), &offers);
        if offers.is_empty() {
            ui.label(theme.weak(texts.get("record-find-nothing")));
        }
        picked
    });
    match picked {
        Picked::This(index) => match ids.get(index).cloned() {
            Some(Some(id)) => Chosen::This(id),
            Some(None) => Chosen::None,
            None => Chosen::Nothing,
        },
        Picked::Nothing => Chosen::Nothing,
    }
}

/// The records that can be picked, each with its id; first that it is none, where it may be.
pub fn offers(
    records: &RecordIndex,
    kinds: &[Kind],
    pick: &Pick,
    near: Option<&crate::model::PartyId>,
    held: Option<&str>,
    none: Option<String>,
) -> (Vec<Offer>, Vec<Option<String>>) {
    let mut offers = Vec::new();
    let mut ids = Vec::new();
    if let (Some(words), true) = (none, pick.search.is_empty()) {
        offers.push(Offer {
            words,
            ..Offer::default()
        });
        ids.push(None);
    }
    for row in records.find(kinds, &pick.search, near) {
        offers.push(Offer {
            head: row.key.id.clone(),
            words: row.words.clone(),
            tail: String::new(),
            chosen: held == Some(row.key.id.as_str()),
        });
        ids.push(Some(row.key.id.clone()));
    }
    (offers, ids)
}
