//! The editor of one value: what is typed is read back before it counts, what is chosen is picked
//! from a list. The same in a form and where a value stands.

mod choice;
mod link;
mod text;

use eframe::egui::{Response, Ui};
use serde_json::Value;

use crate::edit::{Leaf, Need, Part, Path};
use crate::text::{Texts, fields};
use crate::ui::PaneCtx;
use crate::ui::desk::{self, Spot};

pub use choice::variant_ui;
pub use link::{LIST, offers, picked_ui};

/// Where an editor stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Standing {
    /// In a form: Tab goes to the next field of it.
    Form,
    /// Where its value stands: Tab goes to the next value of the row.
    Row,
}

/// What was chosen in a frame.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Chosen {
    /// Nothing yet.
    Nothing,
    /// That none stands there.
    None,
    /// This word or id.
    This(String),
}

/// A value that can be edited.
#[derive(Clone, Copy, Debug)]
pub struct Field<'a> {
    /// Which.
    pub spot: &'a Spot,
    /// What may stand there.
    pub leaf: Leaf,
    /// Whether something must.
    pub need: Need,
    /// What stands there.
    pub value: Option<&'a Value>,
    /// Where the editor stands.
    pub standing: Standing,
}

/// What the row of a field is called in a form.
pub fn row_name(spot: &Spot, texts: Texts) -> String {
    let (kind, path) = (spot.key.kind.key(), spot.path.to_string());
    if desk::is_key(&spot.path) {
        return key_name(&spot.path, texts);
    }
    match spot.path.parts().last() {
        Some(Part::At(_)) => fields::item(kind, &path, texts),
        _ => fields::name(kind, &path, texts),
    }
}

/// What the key of an entry is called.
fn key_name(path: &Path, texts: Texts) -> String {
    texts.get(match path.last_field() {
        Some("years") => "record-key-year",
        Some("months") => "record-key-month",
        Some("shares") => "record-key-country",
        _ => "record-key-about",
    })
}

impl Field<'_> {
    /// Its name for a screen reader, with where it is in the record.
    pub fn name(&self, ctx: &PaneCtx<'_>) -> String {
        let texts = ctx.texts;
        let path = &self.spot.path;
        let kind = self.spot.key.kind.key();
        let parts = path.parts();
        let made = parts.iter().position(
            |part| matches!(part, Part::At(place) if place == desk::NEW || place == "key"),
        );
        let Some(made) = made else {
            return fields::path(kind, &path.to_string(), texts);
        };
        // Of something that is being made nothing can be told but what it is.
        let holder = desk::joined(&Path::default(), &parts[..made]);
        let item = fields::small(&fields::item(kind, &holder.to_string(), texts));
        let item = texts.with("record-new-item", &[("what", item.into())]);
        if parts.len() == made + 1 && !desk::is_key(path) {
            return item;
        }
        let inner = fields::small(&row_name(self.spot, texts));
        texts.with(
            "field-inside",
            &[("outer", item.into()), ("inner", inner.into())],
        )
    }

    /// Paints the editor of the value, as wide as there is room.
    pub fn ui(&self, ui: &mut Ui, ctx: &mut PaneCtx<'_>) -> Response {
        match self.leaf {
            Leaf::Choice(words) => choice::choice_ui(ui, ctx, self, words),
            Leaf::Flag => choice::flag_ui(ui, ctx, self),
            Leaf::Link(to) => link::link_ui(ui, ctx, self, to),
            Leaf::Id => text::fixed_ui(ui, ctx, self),
            _ => text::text_ui(ui, ctx, self),
        }
    }

    /// The text that stands there: of something that is being made, what was chosen for it.
    fn held(&self, ctx: &PaneCtx<'_>) -> Option<String> {
        let draft = ctx.desk.drafts().get(self.spot);
        match (draft, self.value) {
            (Some(draft), _) => Some(draft.text.clone()).filter(|text| !text.is_empty()),
            (None, Some(value)) => Some(crate::edit::typed::text_in(
                self.leaf,
                value,
                ctx.texts.lang(),
            )),
            (None, None) => None,
        }
    }

    /// A value was chosen.
    fn choose(&self, ctx: &mut PaneCtx<'_>, value: Option<Value>) {
        if ctx.desk.making(self.spot).is_some() {
            let text = match (&value, self.leaf) {
                (Some(Value::String(word)), _) => word.clone(),
                (Some(value), leaf) => crate::edit::typed::text_of(leaf, value),
                (None, _) => String::new(),
            };
            ctx.desk.hold(self.spot, text);
        } else if let Some(edit) = ctx.desk.send(self.spot, value) {
            ctx.act(edit);
        }
    }
}
