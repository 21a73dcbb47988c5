//! What the matrix says: to a screen reader, under the pointer, and on the clipboard.

use eframe::egui::Ui;

use crate::model::{Area, PartyId, Strength};
use crate::text::{Texts, dates, numbers, words};
use crate::ui::PaneCtx;
use crate::ui::theme::strong;
use crate::ui::widgets::table::tsv;
use crate::views::{
    Coding, CommitmentRow, Matrix, MatrixCell, MatrixColumn, MatrixRow, Promise, Reading,
};

/// How many commitments a tip names.
const NAMED: usize = 4;

/// So many commitments.
pub(super) fn commitments(texts: Texts, count: usize) -> String {
    let args = [("count", count.into()), ("shown", count.to_string().into())];
    texts.with("matrix-commitments", &args)
}

/// So many areas.
fn areas(texts: Texts, count: usize) -> String {
    let args = [("count", count.into()), ("shown", count.to_string().into())];
    texts.with("matrix-in-areas", &args)
}

/// A row in one sentence.
pub(super) fn row(ctx: &PaneCtx<'_>, row: &MatrixRow) -> String {
    let mut parts = vec![ctx.name(&row.name).to_owned()];
    if let Some(signed) = row.signed {
        let date = dates::day(signed, ctx.texts);
        parts.push(ctx.texts.with("matrix-signed", &[("date", date.into())]));
    }
    match why_not_coded(ctx.texts, row.coding) {
        Some(why) if row.areas() == 0 => parts.push(why),
        _ => parts.push(areas(ctx.texts, row.areas())),
    }
    parts.join(", ")
}

pub(super) fn row_tip_ui(ui: &mut Ui, ctx: &PaneCtx<'_>, row: &MatrixRow) {
    ui.label(strong(ctx.name(&row.name)));
    let agreements = row.agreements.iter();
    for agreement in agreements.filter_map(|id| ctx.ledger.dataset().agreements.get(id)) {
        ui.label(&agreement.title);
        let date = dates::day(agreement.signed, ctx.texts);
        let signed = ctx.texts.with("matrix-signed", &[("date", date.into())]);
        ui.label(ctx.theme.weak(signed));
    }
    if row.commitments() > 0 {
        let told = [
            commitments(ctx.texts, row.commitments()),
            areas(ctx.texts, row.areas()),
        ];
        ui.label(ctx.theme.weak(told.join(", ")));
    }
    if let Some(why) = why_not_coded(ctx.texts, row.coding) {
        ui.colored_label(ctx.theme.warning, why);
    }
    ui.label(ctx.theme.small(ctx.texts.get("matrix-row-tip")));
}

/// Why an area of a party may be called neither full nor empty; none: its text was read.
pub(super) fn why_not_coded(texts: Texts, coding: Coding) -> Option<String> {
    Some(match coding {
        Coding::NoAgreement => texts.get("matrix-no-agreement"),
        Coding::NoCommitments => texts.get("matrix-no-commitments"),
        Coding::FromReports => texts.get("matrix-from-reports"),
        Coding::FromText => return None,
    })
}

/// A column in one sentence.
pub(super) fn column(ctx: &PaneCtx<'_>, column: &MatrixColumn) -> String {
    let count = column.parties();
    let args = [("count", count.into()), ("shown", count.to_string().into())];
    let parties = ctx.texts.with("matrix-of-parties", &args);
    format!("{}, {parties}", words::area(column.area, ctx.texts))
}

pub(super) fn column_tip_ui(ui: &mut Ui, ctx: &PaneCtx<'_>, column: &MatrixColumn, sorted: bool) {
    ui.label(strong(words::area(column.area, ctx.texts)));
    ui.label(
        ctx.theme
            .weak(words::area_group(column.area.group(), ctx.texts)),
    );
    for (promise, count) in Promise::ALL.into_iter().zip(column.counts) {
        if count > 0 {
            ui.label(format!("{count} · {}", ctx.texts.get(promise.text_id())));
        }
    }
    let tip = if sorted {
        ctx.texts.get("matrix-sorted-tip")
    } else {
        ctx.texts.get("matrix-sort-tip")
    };
    ui.label(ctx.theme.small(tip));
}

/// A cell in one sentence.
pub(super) fn cell(ctx: &PaneCtx<'_>, row: &MatrixRow, area: Area, cell: &MatrixCell) -> String {
    let args = [
        ("party", ctx.name(&row.name).into()),
        ("area", words::area(area, ctx.texts).into()),
        ("promise", ctx.texts.get(cell.promise.text_id()).into()),
    ];
    let told = ctx.texts.with("matrix-cell", &args);
    if cell.commitments.is_empty() {
        told
    } else {
        format!("{told}, {}", commitments(ctx.texts, cell.commitments.len()))
    }
}

pub(super) fn cell_tip_ui(ui: &mut Ui, ctx: &PaneCtx<'_>, cell: &MatrixCell) {
    ui.label(ctx.theme.weak(ctx.texts.get(cell.promise.text_id())));
    let all = &ctx.ledger.dataset().commitments;
    for commitment in cell
        .commitments
        .iter()
        .take(NAMED)
        .filter_map(|id| all.get(id))
    {
        let wording = words::wording(commitment.wording, ctx.texts);
        ui.label(format!("{wording}: {}", commitment.summary));
    }
    let more = cell.commitments.len().saturating_sub(NAMED);
    if more > 0 {
        let args = [("count", more.to_string().into())];
        ui.label(ctx.theme.weak(ctx.texts.with("matrix-more", &args)));
    }
}

/// The matrix as tab-separated text: words, no signs.
pub(super) fn matrix_tsv(texts: Texts, matrix: &Matrix) -> String {
    let mut head = vec![
        texts.get("matrix-column-id"),
        texts.get("matrix-column-party"),
        texts.get("matrix-column-signed"),
    ];
    head.extend(matrix.columns.iter().map(|c| words::area(c.area, texts)));
    head.push(texts.get("matrix-column-areas"));
    head.push(texts.get("matrix-column-commitments"));
    let row = |row: &MatrixRow| {
        let mut cells = vec![
            row.party.to_string(),
            words::name(&row.name, texts).to_owned(),
            row.signed.map(|day| day.to_string()).unwrap_or_default(),
        ];
        let own = row.cells.iter();
        cells.extend(own.map(|cell| texts.get(cell.promise.text_id())));
        cells.push(row.areas().to_string());
        cells.push(row.commitments().to_string());
        cells
    };
    let mut total = vec![
        String::new(),
        texts.get("matrix-column-total"),
        String::new(),
    ];
    total.extend(matrix.columns.iter().map(|c| c.parties().to_string()));
    let rows = matrix.rows.iter().map(row);
    tsv(std::iter::once(head).chain(rows).chain([total]))
}

/// What stands side by side as tab-separated text: a row an area, a column a party.
pub(super) fn reading_tsv(texts: Texts, reading: &Reading, areas: &[Area]) -> String {
    let mut head = vec![
        texts.get("matrix-column-group"),
        texts.get("matrix-column-area"),
    ];
    let columns = reading.columns.iter();
    head.extend(columns.map(|column| words::name(&column.name, texts).to_owned()));
    let rows = reading.rows.iter().filter(|row| areas.contains(&row.area));
    let rows = rows.map(|row| {
        let mut cells = vec![
            words::area_group(row.area.group(), texts),
            words::area(row.area, texts),
        ];
        cells.extend(row.cells.iter().map(|cell| {
            if cell.rows.is_empty() {
                return texts.get(cell.promise.text_id());
            }
            let told: Vec<String> = cell.rows.iter().map(|row| in_a_line(texts, row)).collect();
            told.join(" | ")
        }));
        cells
    });
    tsv(std::iter::once(head).chain(rows))
}

/// A commitment in a line: wording, summary, money, place in the text, id.
fn in_a_line(texts: Texts, row: &CommitmentRow) -> String {
    let of = &row.commitment;
    let mut parts = vec![format!(
        "{}: {}",
        words::wording(of.wording, texts),
        of.summary
    )];
    if let Some(amount) = &of.amount {
        let period = dates::period(&amount.period, texts);
        parts.push(format!(
            "{}, {period}",
            numbers::form_exact(&amount.form, texts)
        ));
    }
    let place = of.locator.iter().cloned().chain([of.id.to_string()]);
    parts.push(format!("({})", place.collect::<Vec<_>>().join("; ")));
    parts.join(" ")
}

/// The names of parties, one after the other.
pub(super) fn names(ctx: &PaneCtx<'_>, parties: &[&PartyId]) -> String {
    let all = &ctx.ledger.dataset().parties;
    let names = parties.iter().map(|id| match all.get(*id) {
        Some(party) => ctx.name(&party.name).to_owned(),
        None => id.to_string(),
    });
    names.collect::<Vec<_>>().join(", ")
}

/// How strong the wording of one commitment is, as the matrix counts it.
pub(super) fn promise_of(row: &CommitmentRow) -> Promise {
    let strength: Strength = row.commitment.wording.strength();
    Promise::Of(strength)
}
