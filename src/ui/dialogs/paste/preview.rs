//! What becomes of each row.

use eframe::egui::{self, Checkbox, Label, RichText, Ui, UiBuilder, Widget as _, vec2};

use crate::edit::AnyRecord;
use crate::edit::paste::{self, Planned, Setup, Verdict};
use crate::model::{Dataset, PartyId};
use crate::text::{Texts, dates, words};
use crate::ui::Theme;
use crate::ui::theme::{HALF, strong};
use crate::ui::widgets::chip;
use crate::ui::widgets::table::{Column, Table};

use super::columns::{amount_told, heading, same};
use super::{Loaded, Sort};

/// Height of all that stands above and below the list of rows.
const REST: f32 = 568.0;
/// The list is so high at least, and at most.
const LIST: std::ops::RangeInclusive<f32> = 120.0..=340.0;
/// Height of a row: two lines.
const ROW: f32 = 42.0;

/// What becomes of each row, with a tick before what will be taken.
pub(super) fn preview_ui(
    ui: &mut Ui,
    texts: Texts,
    theme: &Theme,
    dataset: &Dataset,
    loaded: &mut Loaded,
) {
    ui.add_space(HALF);
    ui.horizontal(|ui| {
        ui.label(strong(texts.get("paste-preview")));
        sorts_ui(ui, texts, theme, loaded);
    });
    let rows: Vec<usize> = (0..loaded.plan.rows.len())
        .filter(|row| {
            let row = loaded.plan.rows.get(*row);
            row.is_some_and(|row| loaded.only.is_none_or(|only| only == Sort::of(row)))
        })
        .collect();
    let name = texts.get("paste-preview");
    let columns = [
        Column::words(texts.get("paste-take"), 0.0).points(96.0),
        Column::words(texts.get("paste-record"), 1.0),
    ];
    let table = Table {
        name: &name,
        columns: &columns,
        rows: rows.len(),
        theme: Theme::of(ui.ctx().theme()),
    };
    let mut state = loaded.table.clone();
    let mut toggled = None;
    let high = (ui.ctx().content_rect().height() - REST).clamp(*LIST.start(), *LIST.end());
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), high), egui::Sense::empty());
    let mut inner = ui.new_child(UiBuilder::new().max_rect(rect));
    let walked = table.ui(
        &mut inner,
        &mut state,
        |_| ROW,
        |cells, index| {
            let Some(row) = rows.get(index).and_then(|row| loaded.plan.rows.get(*row)) else {
                return;
            };
            cells.overline(theme);
            cells.cell(|ui| {
                if tick_ui(ui, texts, loaded, row) {
                    toggled = Some(index);
                }
            });
            cells.lines(|ui| lines_ui(ui, texts, theme, dataset, &loaded.setup, row));
        },
    );
    loaded.table = state;
    let toggled = toggled.or(walked.chosen);
    let row = toggled.and_then(|index| rows.get(index));
    if let Some(row) = row.and_then(|row| loaded.plan.rows.get(*row))
        && row.record.is_some()
    {
        let ticked = loaded.is_ticked(row);
        loaded.said.insert(row.number, !ticked);
    }
}

/// How many rows there are of each sort; a click shows only these.
fn sorts_ui(ui: &mut Ui, texts: Texts, theme: &Theme, loaded: &mut Loaded) {
    let count = |sort: Option<Sort>| {
        let rows = loaded.plan.rows.iter();
        rows.filter(|row| sort.is_none_or(|sort| sort == Sort::of(row)))
            .count()
    };
    let mut chosen = loaded.only;
    for sort in std::iter::once(None).chain(Sort::ALL.map(Some)) {
        let count = count(sort);
        let args = [("count", count.to_string().into())];
        let text = match sort {
            None => texts.with("paste-show-all", &args),
            Some(Sort::New) => texts.with("paste-show-new", &args),
            Some(Sort::Same) => texts.with("paste-show-same", &args),
            Some(Sort::Asks) => texts.with("paste-show-asks", &args),
            Some(Sort::Wrong) => texts.with("paste-show-wrong", &args),
        };
        let shown = count > 0 || sort.is_none();
        if shown && chip::chip_ui(ui, theme, &text, loaded.only == sort).clicked() {
            chosen = sort;
        }
    }
    loaded.only = chosen;
}

/// The tick before a row; whether it was clicked.
fn tick_ui(ui: &mut Ui, texts: Texts, loaded: &Loaded, row: &Planned) -> bool {
    let mut ticked = loaded.is_ticked(row);
    let number = row.number.to_string();
    let name = texts.with("paste-row", &[("number", number.into())]);
    let enabled = row.record.is_some();
    ui.add_enabled_ui(enabled, |ui| {
        Checkbox::new(&mut ticked, RichText::new(name).small()).ui(ui)
    })
    .inner
    .clicked()
}

fn lines_ui(
    ui: &mut Ui,
    texts: Texts,
    theme: &Theme,
    dataset: &Dataset,
    setup: &Setup,
    row: &Planned,
) {
    let first = match &row.record {
        Some(record) => record_told(record, dataset, texts),
        None => cells_told(setup, row),
    };
    ui.add(Label::new(&first).truncate()).on_hover_text(&first);
    let (second, color) = match &row.verdict {
        Verdict::New => return,
        Verdict::SameAs(key) => (same(key, texts), theme.warning),
        Verdict::SameAsRow(number) => {
            let number = number.to_string();
            let text = texts.with("paste-same-as-row", &[("number", number.into())]);
            (text, theme.warning)
        }
        Verdict::Asks => (texts.get("paste-asks"), theme.warning),
        Verdict::Wrong(all) => {
            let told = all.iter().map(|(column, wrong)| {
                let why = paste::told(wrong, setup.kind, texts);
                if column.is_none() {
                    return why;
                }
                let column = heading(setup, *column, texts);
                texts.with(
                    "paste-at",
                    &[("column", column.into()), ("why", why.into())],
                )
            });
            (told.collect::<Vec<_>>().join(" "), theme.error)
        }
    };
    ui.add(Label::new(RichText::new(&second).small().color(color)).truncate())
        .on_hover_text(&second);
}

/// The cells of a row that is no record.
fn cells_told(setup: &Setup, row: &Planned) -> String {
    let at = (0..setup.sheet.len()).find(|at| setup.sheet.number(*at) == row.number);
    let cells = (0..setup.sheet.width()).map(|column| setup.sheet.cell(at.unwrap_or(0), column));
    let cells: Vec<&str> = cells.filter(|cell| !cell.is_empty()).collect();
    cells.join(" · ").replace('\n', " ")
}

/// A record in one line.
fn record_told(record: &AnyRecord, dataset: &Dataset, texts: Texts) -> String {
    let whose = |id: &PartyId| match dataset.parties.get(id) {
        Some(party) => words::name(&party.name, texts).to_owned(),
        None => id.to_string(),
    };
    let parts = match record {
        AnyRecord::Aid(entry) => vec![
            whose(&entry.party),
            words::stage(entry.stage, texts),
            words::aid_type(entry.aid_type, texts),
            amount_told(&entry.figure.amount, texts),
            entry
                .date
                .map(|date| dates::date(date, texts))
                .unwrap_or_default(),
            entry.summary.clone(),
        ],
        AnyRecord::Commitment(commitment) => vec![
            commitment.agreement.to_string(),
            words::area(commitment.area, texts),
            words::wording(commitment.wording, texts),
            commitment
                .amount
                .as_ref()
                .map(|amount| amount_told(amount, texts))
                .unwrap_or_default(),
            commitment.summary.clone(),
        ],
        AnyRecord::Source(source) => vec![
            source.title.clone(),
            source.publisher.clone(),
            source.url.clone(),
        ],
        _ => Vec::new(),
    };
    let filled = parts.into_iter().filter(|part| !part.is_empty());
    let filled: Vec<String> = filled.collect();
    filled.join(" · ").replace('\n', " ")
}
