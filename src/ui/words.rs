//! The window's words for values: what `text` does not say because only the window needs it.

use eframe::egui::{FontId, Ui};

use crate::ledger::{Fulfilment, Ratio};
use crate::model::Stage;
use crate::text::{Texts, dates, numbers, words};
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
        Facet::Area(its) => words::area(its, texts),
        Facet::Status(its) => words::status(its, texts),
    }
}

/// What bars show: the stage, and the type where it is one.
pub fn measure(texts: Texts, measure: Measure) -> String {
    let stage_words = words::stage(measure.stage, texts);
    match measure.aid_type {
        None => stage_words,
        Some(aid_type) => format!("{stage_words}, {}", words::aid_type(aid_type, texts)),
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
            Some((stage, ratio)) => {
                // The column is narrow; that it is an estimate stands under the pointer.
                let narrow = Ratio {
                    estimate: false,
                    ..ratio
                };
                (numbers::ratio(&narrow, texts), stage != Stage::Unclear)
            }
        },
    }
}

/// A row of the list in one sentence, for the accessibility tree.
pub fn party_row(texts: Texts, row: &PartyRow) -> String {
    let name = words::name(&row.name, texts);
    let mut parts = vec![name.to_owned()];
    if let Some(signed) = row.signed {
        parts.push(texts.with(
            "list-row-signed",
            &[("date", dates::day(signed, texts).into())],
        ));
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
    let stage_words = words::stage(row.measure.stage(), texts);
    if bounds.is_nothing() {
        texts.with("list-row-nothing", &[("stage", stage_words.into())])
    } else {
        let amount = numbers::bounds_short(bounds, row.measure.unit(), texts);
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
                ("percent", numbers::ratio(&ratio, texts).into()),
                ("span", dates::span(fulfilment.span, texts).into()),
                ("stage", words::stage(its, texts).to_lowercase().into()),
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
    let name = words::name(&row.name, texts);
    ui.label(strong(name));
    if let Some(signed) = row.signed {
        ui.label(texts.with(
            "list-row-signed",
            &[("date", dates::day(signed, texts).into())],
        ));
    }
    ui.label(row_measure(texts, row));
    if let Some(text) = row_fulfilment(texts, row) {
        ui.label(text);
    }
    if row.problems > 0 {
        ui.colored_label(theme.warning, problems(texts, row.problems));
    }
}
