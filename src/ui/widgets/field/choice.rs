//! Choices and flags.

use eframe::egui::{Checkbox, Response, RichText, Ui, Widget as _};
use serde_json::Value;

use crate::edit::{Need, Variant};
use crate::text::fields;
use crate::ui::PaneCtx;
use crate::ui::desk::Spot;
use crate::ui::widgets::pick::{self, FEW, Offer, Picked};

use super::{Chosen, Field};

/// Least width of an open list.
const LIST: f32 = 220.0;

/// What can be chosen, and what choosing it means.
struct Choice {
    word: Option<String>,
    offer: Offer,
}

/// One of a closed list of words.
pub(super) fn choice_ui(
    ui: &mut Ui,
    ctx: &mut PaneCtx<'_>,
    field: &Field<'_>,
    words: &[&str],
) -> Response {
    let texts = ctx.texts;
    let path = field.spot.path.to_string();
    let named = |word: &str| fields::choice(&path, word, texts);
    let options: Vec<(String, String)> = words
        .iter()
        .map(|word| ((*word).to_owned(), named(word)))
        .collect();
    let (response, chosen) = one_of_ui(ui, ctx, field, &options);
    match chosen {
        Chosen::Nothing => {}
        Chosen::None => field.choose(ctx, None),
        Chosen::This(word) => field.choose(ctx, Some(Value::from(word))),
    }
    response
}

/// Yes or no; where nothing need be said, that too.
pub(super) fn flag_ui(ui: &mut Ui, ctx: &mut PaneCtx<'_>, field: &Field<'_>) -> Response {
    let texts = ctx.texts;
    let name = field.name(ctx);
    let is_made = ctx.desk.making(field.spot).is_some();
    if let (Need::Defaults(usual), false) = (field.need, is_made) {
        let stands = field.value.and_then(Value::as_bool);
        let mut on = stands.unwrap_or(usual == "true");
        let shown = RichText::new(fields::flag(on, texts)).color(ctx.theme.text_weak);
        let enabled = ctx.desk.read_only().is_none();
        let response = ui
            .add_enabled_ui(enabled, |ui| Checkbox::new(&mut on, shown).ui(ui))
            .inner;
        response.widget_info(|| {
            eframe::egui::WidgetInfo::selected(eframe::egui::Role::CheckBox, enabled, on, &name)
        });
        if response.changed() {
            field.choose(ctx, Some(Value::from(on)));
        }
        return response;
    }
    let options = [("yes", true), ("no", false)];
    let options: Vec<(String, String)> = options
        .iter()
        .map(|(word, flag)| ((*word).to_owned(), fields::flag(*flag, texts)))
        .collect();
    let (response, chosen) = one_of_ui(ui, ctx, field, &options);
    match chosen {
        Chosen::Nothing => {}
        Chosen::None => field.choose(ctx, None),
        Chosen::This(word) => field.choose(ctx, Some(Value::from(word == "yes"))),
    }
    response
}

/// A field with the list of what can be chosen in it.
fn one_of_ui(
    ui: &mut Ui,
    ctx: &mut PaneCtx<'_>,
    field: &Field<'_>,
    options: &[(String, String)],
) -> (Response, Chosen) {
    let (texts, theme) = (ctx.texts, ctx.theme);
    let name = field.name(ctx);
    let held = field.held(ctx);
    let named = |word: &str| {
        let found = options.iter().find(|(own, _)| own == word);
        found.map_or_else(|| word.to_owned(), |(_, words)| words.clone())
    };
    let usual = match field.need {
        Need::Defaults(word) => Some(word),
        _ => None,
    };
    let shown = match (&held, usual) {
        (Some(word), _) => RichText::new(named(word)).color(theme.text),
        (None, Some(usual)) => RichText::new(named(usual)).color(theme.text_weak),
        (None, None) if field.need == Need::Required => {
            RichText::new(texts.get("record-choose")).color(theme.text_faint)
        }
        (None, None) => RichText::new(texts.get("record-none")).color(theme.text_faint),
    };
    let mut all: Vec<Choice> = Vec::new();
    if field.need == Need::Optional {
        all.push(Choice {
            word: None,
            offer: Offer {
                words: texts.get("record-none"),
                chosen: held.is_none(),
                ..Offer::default()
            },
        });
    }
    for (word, words) in options {
        let is_usual = usual == Some(word.as_str());
        let tail = if is_usual {
            texts.get("record-usual")
        } else {
            String::new()
        };
        let chosen = held.as_deref().or(usual) == Some(word.as_str());
        all.push(Choice {
            word: Some(word.clone()),
            offer: Offer {
                head: String::new(),
                words: words.clone(),
                tail,
                chosen,
            },
        });
    }
    let opener = opener(ui, ctx, &name, shown);
    let width = opener.rect.width().max(LIST);
    let hint = (all.len() > FEW).then(|| texts.get("record-search-hint"));
    let mut found: Vec<usize> = Vec::new();
    let picked = pick::under(&opener, &mut ctx.desk.pick, width, |ui, pick| {
        let wanted = crate::views::fold(&pick.search);
        found = all
            .iter()
            .enumerate()
            .filter(|(_, option)| crate::views::fold(&option.offer.words).contains(wanted.trim()))
            .map(|(index, _)| index)
            .collect();
        let offers: Vec<Offer> = found
            .iter()
            .map(|index| all[*index].offer.clone())
            .collect();
        pick.ui(ui, theme, &name, hint.as_deref(), &offers)
    });
    let chosen = match picked {
        Picked::This(index) => match found.get(index).map(|index| all[*index].word.clone()) {
            Some(Some(word)) => Chosen::This(word),
            Some(None) => Chosen::None,
            None => Chosen::Nothing,
        },
        Picked::Nothing => Chosen::Nothing,
    };
    (opener, chosen)
}

/// The field that opens a list; where the document cannot be changed, it opens nothing.
pub(super) fn opener(ui: &mut Ui, ctx: &PaneCtx<'_>, name: &str, shown: RichText) -> Response {
    let width = ui.available_width();
    let enabled = ctx.desk.read_only().is_none();
    ui.add_enabled_ui(enabled, |ui| {
        pick::opener_ui(ui, ctx.theme, name, shown, width)
    })
    .inner
}

/// Which of several things something is: a package, or a running total. What was chosen, if anything.
pub fn variant_ui(
    ui: &mut Ui,
    ctx: &mut PaneCtx<'_>,
    spot: &Spot,
    variants: &[Variant],
    now: Option<&str>,
) -> (Response, Option<String>) {
    let texts = ctx.texts;
    let options: Vec<(String, String)> = variants
        .iter()
        .map(|variant| {
            let words = fields::choice(&spot.path.to_string(), variant.name, texts);
            (variant.name.to_owned(), words)
        })
        .collect();
    let value = now.map(Value::from);
    let field = Field {
        spot,
        leaf: crate::edit::Leaf::Text,
        need: Need::Required,
        value: value.as_ref(),
        standing: super::Standing::Form,
    };
    let (response, chosen) = one_of_ui(ui, ctx, &field, &options);
    let name = match chosen {
        Chosen::This(name) => Some(name),
        Chosen::Nothing | Chosen::None => None,
    };
    (response, name)
}
