//! What the page says of a day, for the table, the line of time, a screen reader and the clipboard.

use crate::ledger::Bounds;
use crate::model::{Quantity, QuantityForm};
use crate::text::{Texts, dates, numbers, words};
use crate::ui::PaneCtx;
use crate::ui::widgets::table::tsv;
use crate::views::{DateRow, Standing};

use super::Page;

/// How far away a day is: `in 12 days`, `today`, `12 days ago`.
pub(super) fn distance(days: i32, texts: Texts) -> String {
    let many = days.unsigned_abs();
    let args = [
        ("days", many.into()),
        ("number", numbers::count(u64::from(many), texts).into()),
    ];
    match days {
        0 => texts.get("dates-today"),
        1.. => texts.with("dates-in-days", &args),
        _ => texts.with("dates-days-ago", &args),
    }
}

/// What is promised by that day; empty where it is no promise.
pub(super) fn promised(row: &DateRow, texts: Texts) -> String {
    let sums = row.fulfilment.iter().flat_map(|of| &of.promised);
    let sums = sums.map(|total| numbers::bounds_short(total.bounds(), total.unit(), texts));
    let goods = row.goods.iter().map(|goods| quantity(goods, texts));
    sums.chain(goods).collect::<Vec<String>>().join(" · ")
}

/// Goods counted: `≈ 24 F-16 aircraft`.
fn quantity(goods: &Quantity, texts: Texts) -> String {
    let sign = match goods.form {
        QuantityForm::Exact => "",
        QuantityForm::About => "≈ ",
        QuantityForm::UpTo => "≤ ",
        QuantityForm::AtLeast => "≥ ",
    };
    format!(
        "{sign}{} {}",
        numbers::number(goods.value, texts),
        goods.unit
    )
}

/// How much of it has arrived.
pub(super) fn arrived(row: &DateRow, texts: Texts) -> String {
    let named = |bounds: &Bounds| bounds.has_number();
    let of = row.fulfilment.as_ref();
    match row.arrived() {
        Some(ratio) => numbers::ratio(&ratio, texts),
        None if of.is_some_and(|of| of.promised.iter().any(|t| named(t.bounds()))) => {
            texts.get("dates-nothing-arrived")
        }
        None => String::new(),
    }
}

/// A day in sentences, the first of which names it.
pub(super) fn told(row: &DateRow, ctx: &PaneCtx<'_>) -> Vec<String> {
    let texts = ctx.texts;
    let mut lines = vec![
        format!("{} · {}", ctx.name(&row.name), row.kind.told(texts)),
        format!(
            "{} · {}",
            dates::day(row.date, texts),
            distance(row.days, texts)
        ),
        format!("{} · {}", row.record, row.words),
    ];
    let sum = promised(row, texts);
    if !sum.is_empty() {
        lines.push(texts.with("dates-promised", &[("sum", sum.into())]));
    }
    lines.extend(arrivals(row, texts));
    if row.when == Standing::Overdue {
        lines.push(texts.get("dates-overdue-told"));
    }
    if let Some(months) = row.notice_months {
        lines.push(notice(months, texts));
    }
    lines
}

/// What arrived, a sentence a stage.
fn arrivals(row: &DateRow, texts: Texts) -> Vec<String> {
    let arrived = row.fulfilment.iter().flat_map(|of| &of.arrived);
    arrived
        .map(|(total, ratio)| {
            let stage = words::stage(total.stage(), texts);
            let sum = numbers::bounds_short(total.bounds(), total.unit(), texts);
            match ratio {
                Some(ratio) => format!("{stage}: {sum} · {}", numbers::ratio(ratio, texts)),
                None => format!("{stage}: {sum}"),
            }
        })
        .collect()
}

/// With how much notice an agreement is left before its end.
pub(super) fn notice(months: u8, texts: Texts) -> String {
    let args = [
        ("months", u32::from(months).into()),
        ("number", months.to_string().into()),
    ];
    texts.with("dates-notice", &args)
}

/// The table as tab-separated text.
pub(super) fn copied(page: &Page<'_>, ctx: &PaneCtx<'_>) -> String {
    let texts = ctx.texts;
    let header = [
        "dates-column-date",
        "dates-column-days",
        "dates-column-when",
        "dates-column-kind",
        "dates-column-party",
        "dates-column-record",
        "dates-column-words",
        "dates-column-promised",
        "dates-column-arrived",
        "dates-column-notice",
    ];
    let rows = page
        .list
        .rows
        .iter()
        .filter_map(|place| page.index.at(*place));
    let rows = rows.map(|row| {
        vec![
            row.date.to_string(),
            row.days.to_string(),
            row.when.told(texts),
            row.kind.told(texts),
            ctx.name(&row.name).to_owned(),
            row.record.clone(),
            row.words.clone(),
            promised(row, texts),
            arrived(row, texts),
            row.notice_months.map(|m| m.to_string()).unwrap_or_default(),
        ]
    });
    let header = header.iter().map(|id| texts.get(id)).collect();
    tsv(std::iter::once(header).chain(rows))
}
