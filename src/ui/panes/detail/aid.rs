//! Aid entries, latest first.

use eframe::egui::{self, Align, Layout, RichText, Ui};

use crate::edit::Key;
use crate::model::{Instrument, Record};
use crate::text::{dates, words};
use crate::ui::PaneCtx;
use crate::ui::widgets::in_place;
use crate::ui::widgets::number::number_ui;
use crate::views::{AidRow, PartyDetail};

use super::select::Rows;
use super::{
    indented_ui, notes_ui, original_ui, phrase_ui, problems_ui, record_link_ui, small_value_ui,
    summary_ui,
};

/// The most letters of a source's own words for a stage that stand beside it.
const SHORT: usize = 44;

/// Width of the day.
const DATE: f32 = 84.0;

pub(super) fn aid_ui(
    ui: &mut Ui,
    ctx: &mut PaneCtx<'_>,
    detail: &PartyDetail,
    rows: &mut Rows<'_>,
) {
    if detail.aid.is_empty() {
        ui.label(ctx.theme.weak(ctx.texts.get("detail-no-aid")));
    }
    for (index, row) in detail.aid.iter().enumerate() {
        rows.row_ui(ui, ctx, index, |ui, ctx, key| row_ui(ui, ctx, key, row));
    }
}

/// A source's own words between marks, where they do not stand between some already.
fn quoted(words: &str) -> String {
    if words.starts_with(['“', '"', '«', '„', '‘', '\'']) {
        words.to_owned()
    } else {
        format!("“{words}”")
    }
}

fn kind(ctx: &PaneCtx<'_>, row: &AidRow) -> String {
    let texts = ctx.texts;
    match row.entry.record {
        Record::Package => texts.get("detail-package"),
        Record::RunningTotal {
            as_counted_on: Some(day),
            ..
        } => texts.with(
            "detail-running-total-to",
            &[("date", dates::date(day, texts).into())],
        ),
        Record::RunningTotal { .. } => texts.get("detail-running-total"),
    }
}

fn row_ui(ui: &mut Ui, ctx: &mut PaneCtx<'_>, key: &Key, row: &AidRow) {
    let (texts, theme) = (ctx.texts, ctx.theme);
    let entry = &row.entry;
    ui.horizontal_top(|ui| {
        let day = entry.date.map_or_else(
            || texts.get("detail-undated"),
            |date| dates::date(date, texts),
        );
        ui.allocate_ui_with_layout(
            egui::vec2(DATE, 18.0),
            Layout::left_to_right(Align::Min),
            |ui| {
                ui.set_min_width(DATE);
                let shown = ui.label(theme.small(day));
                in_place::value(ui, ctx, key, "date", &shown);
            },
        );
        let shown = summary_ui(ui, &entry.summary, row.money.is_some());
        in_place::value(ui, ctx, key, "summary", &shown);
        if let Some(total) = &row.money {
            ui.with_layout(Layout::top_down(Align::Max), |ui| {
                let number = number_ui(ui, ctx, total, entry.id.as_str());
                let original = original_ui(ui, ctx, &entry.figure.amount, total);
                let shown = original.unwrap_or(number);
                in_place::value(ui, ctx, key, "figure.amount", &shown);
            });
        }
    });
    indented_ui(ui, DATE + 8.0, |ui| {
        let (dot, painter) = ui.allocate_painter(egui::vec2(8.0, 12.0), egui::Sense::HOVER);
        painter.circle_filled(dot.rect.center(), 3.5, theme.aid(entry.aid_type));
        kinds_ui(ui, ctx, key, row);
        relations_ui(ui, ctx, row);
        if let Some(phrase) = &entry.figure.cite.phrase {
            let shown = phrase_ui(ui, ctx, &phrase.0, row.link.as_deref());
            in_place::value(ui, ctx, key, "figure.cite.phrase", &shown);
        }
        if !entry.figure.cite.verified {
            ui.label(
                RichText::new(texts.get("detail-unverified"))
                    .small()
                    .color(theme.warning),
            );
        }
        notes_ui(ui, ctx, &entry.notes);
    });
    if !row.problems.is_empty() {
        indented_ui(ui, DATE + 8.0, |ui| {
            ui.vertical(|ui| problems_ui(ui, ctx, &row.problems));
        });
    }
}

/// Type, instrument, record, stage with the source's own verb, time as written.
fn kinds_ui(ui: &mut Ui, ctx: &mut PaneCtx<'_>, key: &Key, row: &AidRow) {
    let texts = ctx.texts;
    let entry = &row.entry;
    let aid_type = words::aid_type(entry.aid_type, texts);
    small_value_ui(ui, ctx, key, "aid_type", &aid_type);
    if entry.instrument != Instrument::Unknown {
        let instrument = format!("· {}", words::instrument(entry.instrument, texts));
        small_value_ui(ui, ctx, key, "instrument", &instrument);
    }
    let record = format!("· {}", kind(ctx, row));
    let counted_on = match entry.record {
        Record::Package => "record",
        Record::RunningTotal { .. } => "record.as_counted_on",
    };
    small_value_ui(ui, ctx, key, counted_on, &record);
    let stage = format!("· {}", words::stage(entry.stage, texts));
    small_value_ui(ui, ctx, key, "stage", &stage);
    // The source's own words for the stage; long ones are told under the pointer.
    let verb = entry.figure.as_reported.as_deref().unwrap_or_default();
    if !verb.is_empty() {
        let is_long = verb.chars().count() > SHORT;
        let words = if is_long {
            "(…)".to_owned()
        } else {
            format!("({})", quoted(verb))
        };
        let shown = ui.label(ctx.theme.small(words));
        in_place::value(ui, ctx, key, "figure.as_reported", &shown);
        if is_long {
            shown.on_hover_text(verb);
        }
    }
    if let Some(period) = &entry.period_as_written {
        small_value_ui(ui, ctx, key, "period_as_written", &format!("· {period}"));
    }
}

fn relations_ui(ui: &mut Ui, ctx: &mut PaneCtx<'_>, row: &AidRow) {
    let (texts, theme) = (ctx.texts, ctx.theme);
    let entry = &row.entry;
    let one = |target: Option<&crate::model::MoneyId>| {
        target
            .map(ToString::to_string)
            .into_iter()
            .collect::<Vec<_>>()
    };
    let related = [
        (texts.get("detail-part-of"), one(entry.part_of.as_ref())),
        (
            texts.get("detail-counted-in"),
            one(entry.counted_in.as_ref()),
        ),
        (texts.get("detail-same-as"), one(entry.same_as.as_ref())),
        (
            texts.get("detail-supersedes"),
            entry.supersedes.iter().map(ToString::to_string).collect(),
        ),
        (
            texts.get("detail-fulfils"),
            entry
                .fulfils
                .iter()
                .map(|f| f.commitment.to_string())
                .collect(),
        ),
    ];
    for (text, targets) in related
        .into_iter()
        .filter(|(_, targets)| !targets.is_empty())
    {
        ui.label(theme.small(format!("· {text}")));
        for target in targets {
            record_link_ui(ui, ctx, &target);
        }
    }
    if entry.joint {
        ui.label(theme.small(format!("· {}", texts.get("detail-joint"))));
    }
}
