//! The window's words for values: what `text` does not say because only the window needs it.

use eframe::egui::{FontId, Ui};
use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::ledger::{Bounds, Fulfilment, Ratio};
use crate::model::{AidType, Area, Currency, Stage, Status};
use crate::text::{Lang, Texts};
use crate::views::{Facet, Measure, PartyRow};

use super::Theme;
use super::theme::strong;

/// A text cut so that it fits into `width`, with an ellipsis where it was cut.
pub fn fitting(ui: &Ui, text: &str, font: &FontId, width: f32) -> String {
    let wide = |text: &str| {
        ui.ctx().fonts_mut(|fonts| {
            fonts
                .layout_no_wrap(text.to_owned(), font.clone(), Theme::LIGHT.text)
                .size()
                .x
        })
    };
    if wide(text) <= width {
        return text.to_owned();
    }
    let mut kept: Vec<char> = text.chars().collect();
    while kept.pop().is_some() {
        let cut: String = kept.iter().collect::<String>().trim_end().to_owned() + "…";
        if wide(&cut) <= width {
            return cut;
        }
    }
    String::new()
}

/// A property of parties.
pub fn facet(texts: Texts, facet: Facet) -> String {
    match facet {
        Facet::Eu => texts.get("list-facet-eu"),
        Facet::Nato => texts.get("list-facet-nato"),
        Facet::G7 => texts.get("list-facet-g7"),
        Facet::HasMoney => texts.get("list-facet-money"),
        Facet::Signed(year) => year.to_string(),
        Facet::Area(its) => area(texts, its),
        Facet::Status(its) => status(texts, its),
    }
}

/// What bars show: the stage, and the type where it is one.
pub fn measure(texts: Texts, measure: Measure) -> String {
    let stage_words = stage(texts, measure.stage);
    match measure.aid_type {
        None => stage_words,
        Some(aid_type) => format!("{stage_words}, {}", aid_type_or_all(texts, Some(aid_type))),
    }
}

/// How much of what a party promised arrived: the stage that it is told of, and the ratio. The
/// furthest stage with a ratio; *unclear* only where there is no other.
fn told(fulfilment: &Fulfilment) -> Option<(Stage, Ratio)> {
    let of = |stage| {
        fulfilment
            .arrived
            .iter()
            .find(|(total, ratio)| total.stage() == stage && ratio.is_some())
            .and_then(|(total, ratio)| ratio.map(|ratio| (total.stage(), ratio)))
    };
    [
        Stage::Delivered,
        Stage::Allocated,
        Stage::Committed,
        Stage::Unclear,
    ]
    .into_iter()
    .find_map(of)
}

/// The fulfilment of a row as it stands in the list, and whether its stage is clear.
pub fn row_percent(texts: Texts, row: &PartyRow) -> (String, bool) {
    match &row.fulfilment {
        None => (String::new(), true),
        Some(fulfilment) => match told(fulfilment) {
            None => ("–".to_owned(), false),
            Some((stage, ratio)) => (ratio_short(texts, &ratio), stage != Stage::Unclear),
        },
    }
}

/// A row of the list in one sentence, for the accessibility tree.
pub fn party_row(texts: Texts, row: &PartyRow) -> String {
    let name = match texts.lang() {
        Lang::En => &row.name.en,
        Lang::Uk => &row.name.uk,
    };
    let mut parts = vec![name.clone()];
    if let Some(signed) = row.signed {
        parts.push(texts.with("list-row-signed", &[("date", date(texts, signed).into())]));
    }
    parts.push(row_measure(texts, row));
    if let Some(text) = row_fulfilment(texts, row) {
        parts.push(text);
    }
    if row.problems > 0 {
        parts.push(problems(texts, row.problems));
    }
    parts.join(", ")
}

fn row_measure(texts: Texts, row: &PartyRow) -> String {
    let bounds = row.measure.bounds();
    let stage_words = stage(texts, row.measure.stage());
    if bounds.is_nothing() {
        texts.with("list-row-nothing", &[("stage", stage_words.into())])
    } else {
        let amount = money(texts, bounds, row.measure.unit());
        texts.with(
            "list-row-measure",
            &[("stage", stage_words.into()), ("amount", amount.into())],
        )
    }
}

fn row_fulfilment(texts: Texts, row: &PartyRow) -> Option<String> {
    let fulfilment = row.fulfilment.as_ref()?;
    Some(match told(fulfilment) {
        None => texts.get("list-row-nothing-arrived"),
        Some((its, ratio)) => texts.with(
            "list-row-fulfilled",
            &[
                ("percent", ratio_short(texts, &ratio).into()),
                ("stage", stage(texts, its).to_lowercase().into()),
            ],
        ),
    })
}

/// So many problems.
pub fn problems(texts: Texts, count: usize) -> String {
    texts.with(
        "list-problems",
        &[("count", count.into()), ("shown", count.to_string().into())],
    )
}

/// What a row says under the pointer.
pub fn row_tooltip_ui(ui: &mut Ui, texts: Texts, theme: &Theme, row: &PartyRow) {
    let name = match texts.lang() {
        Lang::En => &row.name.en,
        Lang::Uk => &row.name.uk,
    };
    ui.label(strong(name));
    if let Some(signed) = row.signed {
        ui.label(texts.with("list-row-signed", &[("date", date(texts, signed).into())]));
    }
    ui.label(row_measure(texts, row));
    if let Some(text) = row_fulfilment(texts, row) {
        ui.label(text);
    }
    if row.problems > 0 {
        ui.colored_label(theme.warning, problems(texts, row.problems));
    }
}

// SHIM: replaced by text::* when it lands.
pub fn date(_: Texts, date: Date) -> String {
    date.to_string()
}
pub fn money(_: Texts, bounds: &Bounds, unit: Currency) -> String {
    format!("{} {}", bounds.low, unit.code())
}
pub fn ratio_short(_: Texts, ratio: &Ratio) -> String {
    format!("{} %", (ratio.low * Decimal::ONE_HUNDRED).round())
}
pub fn stage(_: Texts, stage: Stage) -> String {
    stage.key().to_owned()
}
pub fn aid_type_or_all(_: Texts, t: Option<AidType>) -> String {
    t.map_or("all", |t| t.key()).to_owned()
}
pub fn area(_: Texts, area: Area) -> String {
    area.key().to_owned()
}
pub fn status(_: Texts, status: Status) -> String {
    format!("{status:?}")
}
pub fn derivation(_: Texts, tree: &crate::ledger::Derivation, _: &crate::ledger::Ledger) -> String {
    tree.bounds.low.to_string()
}
