//! Money by year: what was promised, the best known sum of each stage, and how much of the promise
//! each of them makes up.

use eframe::egui::{Align, Label, Layout, Ui};

use crate::ledger::StagedTotal;
use crate::model::{PartyId, Stage};
use crate::text::words;
use crate::ui::PaneCtx;
use crate::ui::theme::{ROW, strong, strong_font};
use crate::ui::widgets::button;
use crate::ui::widgets::number::{number_ui, ratio_ui};
use crate::ui::widgets::table::{Column, Row, Table, TableState};
use crate::views::{MoneyRow, PartyDetail};

/// The stages of what arrived, in the order in which the table shows them.
const ARRIVED: [Stage; 4] = [
    Stage::Committed,
    Stage::Allocated,
    Stage::Delivered,
    Stage::Unclear,
];

/// Height of a number in a row.
const NUMBER: f32 = 19.0;
/// Height of what stands small below it.
const BELOW: f32 = 14.0;

/// So many years without a number are told in one row.
const RUN: usize = 3;

/// What the table keeps between frames.
#[derive(Default)]
pub(super) struct Money {
    table: TableState,
    /// Whose years without a number are shown one by one.
    unfolded: Option<PartyId>,
}

/// A row of the table.
enum Shown<'a> {
    /// A year, or what is not split.
    Year(&'a MoneyRow),
    /// Years in a row for which only a promise without a number is recorded.
    Run(&'a MoneyRow, &'a MoneyRow),
    /// All time.
    All,
}

/// Whether nothing with a number is recorded for the year.
fn has_no_number(row: &MoneyRow) -> bool {
    let mut all = row.stages.iter().chain(&row.fulfilment.promised);
    row.year.is_some() && all.all(|total| !total.bounds().has_number())
}

fn rows(detail: &PartyDetail, folded: bool) -> Vec<Shown<'_>> {
    let mut rows = Vec::new();
    let groups = detail
        .money
        .chunk_by(|a, b| has_no_number(a) && has_no_number(b));
    for group in groups {
        match group {
            [first, .., last] if folded && group.len() >= RUN => {
                rows.push(Shown::Run(first, last));
            }
            _ => rows.extend(group.iter().map(Shown::Year)),
        }
    }
    rows.push(Shown::All);
    rows
}

fn of_stage(totals: &[StagedTotal], stage: Stage) -> Option<&StagedTotal> {
    totals.iter().find(|total| total.stage() == stage)
}

/// Whether more is pledged than the agreement's commitments, so that both are to be told.
fn pledged_apart(detail: &PartyDetail) -> bool {
    detail.money.iter().any(|row| {
        let pledged = of_stage(&row.stages, Stage::Pledged).map(StagedTotal::bounds);
        let promised = of_stage(&row.fulfilment.promised, Stage::Pledged).map(StagedTotal::bounds);
        pledged.is_some_and(|pledged| !pledged.is_nothing() && Some(pledged) != promised)
    })
}

/// Whether the agreement's commitments stand at other stages than *pledged*, which is then told.
fn told_by_stage(row: &MoneyRow) -> bool {
    let mut promised = row.fulfilment.promised.iter();
    promised.any(|total| total.stage() != Stage::Pledged)
}

fn has_ratio(row: &MoneyRow) -> bool {
    row.fulfilment
        .arrived
        .iter()
        .any(|(_, ratio)| ratio.is_some())
}

fn height(row: &MoneyRow) -> f32 {
    let below = if told_by_stage(row) { BELOW } else { 0.0 };
    let promised = row.fulfilment.promised.iter().map(|_| NUMBER + below);
    let arrived = if has_ratio(row) {
        NUMBER + BELOW
    } else {
        NUMBER
    };
    (promised.sum::<f32>().max(arrived) + 5.0).max(ROW)
}

/// As wide as the longest name of a row needs.
fn years_width(ui: &Ui, ctx: &PaneCtx<'_>) -> f32 {
    let texts = ctx.texts;
    let names = [
        "2026–2033".to_owned(),
        texts.get("detail-not-split"),
        texts.get("detail-all-time"),
    ];
    let color = ctx.theme.text;
    let wide = |name: String| {
        ui.painter()
            .layout_no_wrap(name, strong_font(), color)
            .size()
            .x
    };
    names.map(wide).into_iter().fold(0.0, f32::max) + 2.0
}

fn columns(ui: &Ui, ctx: &PaneCtx<'_>, apart: bool) -> Vec<Column> {
    let texts = ctx.texts;
    let stage = |stage: Stage, share: f32| {
        Column::numbers(words::stage(stage, texts), share).tip(texts.get("detail-stage-tip"))
    };
    let mut columns = vec![
        Column::words(texts.get("detail-year"), 0.0)
            .points(years_width(ui, ctx))
            .tip(texts.get("detail-year-tip")),
        Column::numbers(texts.get("detail-promised"), if apart { 1.05 } else { 1.3 })
            .tip(texts.get("detail-promised-tip")),
    ];
    if apart {
        let all = Column::numbers(texts.get("detail-all-pledges"), 1.4);
        columns.push(all.tip(texts.get("detail-pledged-tip")));
    }
    columns.extend(ARRIVED.map(|of| stage(of, 1.0)));
    columns
}

impl Money {
    pub(super) fn ui(&mut self, ui: &mut Ui, ctx: &mut PaneCtx<'_>, detail: &PartyDetail) {
        let texts = ctx.texts;
        if detail.money.is_empty() {
            ui.label(ctx.theme.weak(texts.get("detail-no-money")));
            return;
        }
        let folded = self.unfolded.as_ref() != Some(&detail.party.id);
        let rows = rows(detail, folded);
        let apart = pledged_apart(detail);
        let columns = columns(ui, ctx, apart);
        let args = [("party", ctx.name(detail.name()).into())];
        let name = texts.with("detail-money-table", &args);
        let table = Table {
            name: &name,
            columns: &columns,
            rows: rows.len(),
            theme: ctx.theme,
        };
        let mut unfold = false;
        let by_stage = detail.money.iter().any(told_by_stage);
        let high = |index: usize| match rows.get(index) {
            Some(Shown::Year(row)) => height(row),
            Some(Shown::All) if by_stage => NUMBER + BELOW + 5.0,
            _ => ROW,
        };
        table.ui(ui, &mut self.table, high, |line, index| {
            match rows.get(index) {
                Some(Shown::Year(row)) => year_ui(line, ctx, row, apart),
                Some(Shown::Run(first, last)) => unfold |= run_ui(line, ctx, first, last),
                Some(Shown::All) => all_time_ui(line, ctx, detail, apart, by_stage),
                None => {}
            }
        });
        if detail.money.iter().any(has_ratio) {
            ui.add_space(6.0);
            ui.add(Label::new(ctx.theme.small(texts.get("detail-money-note"))).wrap());
        }
        if unfold {
            self.unfolded = Some(detail.party.id.clone());
        }
    }
}

fn year_ui(line: &mut Row<'_>, ctx: &mut PaneCtx<'_>, row: &MoneyRow, apart: bool) {
    let texts = ctx.texts;
    let name = row
        .year
        .map_or_else(|| texts.get("detail-not-split"), |year| year.to_string());
    line.lines(|ui| {
        let label = ui.label(strong(&name));
        if row.year.is_none() {
            label.on_hover_text(texts.get("detail-not-split-tip"));
        }
    });
    line.lines(|ui| {
        for total in &row.fulfilment.promised {
            let what = match total.stage() {
                Stage::Pledged => {
                    texts.with("detail-promised-what", &[("year", name.as_str().into())])
                }
                stage => told(ctx, stage, &name),
            };
            number_ui(ui, ctx, total, &what);
            if told_by_stage(row) {
                let stage = words::stage(total.stage(), texts);
                ui.label(ctx.theme.small(stage));
            }
        }
        if row.fulfilment.promised.is_empty() {
            ui.label(ctx.theme.weak("–").color(ctx.theme.text_faint));
        }
    });
    if apart {
        stage_ui(line, ctx, &row.stages, Stage::Pledged, &name);
    }
    for stage in ARRIVED {
        line.lines(|ui| {
            let Some(total) = of_stage(&row.stages, stage) else {
                return;
            };
            let what = told(ctx, stage, &name);
            number_ui(ui, ctx, total, &what);
            let mut arrived = row.fulfilment.arrived.iter();
            let Some((part, Some(ratio))) = arrived.find(|(part, _)| part.stage() == stage) else {
                return;
            };
            ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
                ratio_ui(ui, ctx, part, ratio, &name);
                // Where only a part of what is known fulfils the promise, that part is told too.
                if part.bounds() != total.bounds() {
                    let sum = crate::text::numbers::bounds_short(part.bounds(), part.unit(), texts);
                    ui.label(ctx.theme.small(sum));
                }
            });
        });
    }
}

fn told(ctx: &PaneCtx<'_>, stage: Stage, when: &str) -> String {
    format!("{} {when}", words::stage(stage, ctx.texts).to_lowercase())
}

fn stage_ui(
    line: &mut Row<'_>,
    ctx: &mut PaneCtx<'_>,
    totals: &[StagedTotal],
    stage: Stage,
    when: &str,
) {
    line.lines(|ui| {
        if let Some(total) = of_stage(totals, stage) {
            let what = told(ctx, stage, when);
            number_ui(ui, ctx, total, &what);
        }
    });
}

/// Years for which only a promise without a number is recorded. True: they are to be shown one by one.
fn run_ui(line: &mut Row<'_>, ctx: &mut PaneCtx<'_>, first: &MoneyRow, last: &MoneyRow) -> bool {
    let texts = ctx.texts;
    let year = |row: &MoneyRow| row.year.map_or_else(String::new, |year| year.to_string());
    let mut asked = false;
    line.lines(|ui| {
        let years = format!("{}–{}", year(first), year(last));
        let tip = texts.get("detail-unfold-tip");
        asked = button::link_ui(ui, years).on_hover_text(tip).clicked();
    });
    line.lines(|ui| {
        ui.label(
            ctx.theme
                .weak(texts.get("detail-run"))
                .color(ctx.theme.text_faint),
        );
    });
    asked
}

fn all_time_ui(
    line: &mut Row<'_>,
    ctx: &mut PaneCtx<'_>,
    detail: &PartyDetail,
    apart: bool,
    by_stage: bool,
) {
    let texts = ctx.texts;
    line.overline(ctx.theme);
    let when = texts.get("detail-all-time");
    line.lines(|ui| {
        ui.label(ctx.theme.weak(&when))
            .on_hover_text(texts.get("detail-all-time-tip"));
    });
    if apart {
        line.lines(|_| {});
    }
    line.lines(|ui| {
        if let Some(total) = of_stage(&detail.all_time, Stage::Pledged) {
            let what = told(ctx, Stage::Pledged, &when);
            number_ui(ui, ctx, total, &what);
            if by_stage && !apart {
                let stage = words::stage(Stage::Pledged, texts);
                ui.label(ctx.theme.small(stage));
            }
        }
    });
    for stage in ARRIVED {
        stage_ui(line, ctx, &detail.all_time, stage, &when);
    }
}
