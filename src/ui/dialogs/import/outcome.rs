//! What becomes of each row, what a person should look at, and what is to be decided.

use eframe::egui::{self, Label, RichText, ScrollArea, Ui, UiBuilder, vec2};

use crate::edit::{Key, Kind};
use crate::exchange::import::fields::Field;
use crate::exchange::import::merge::{Differing, Merge};
use crate::exchange::import::plan::{Outcome, Summary};
use crate::exchange::import::{Choices, Draft, Likely, Place, told};
use crate::exchange::records::RowTrouble;
use crate::model::{Dataset, PartyId};
use crate::text::{Lang, Texts, dates, fields, numbers, words};
use crate::ui::Theme;
use crate::ui::dialogs::paste::amount_told;
use crate::ui::importing::{Dry, Looked, Seen, Sort};
use crate::ui::theme::{HALF, strong};
use crate::ui::widgets::table::{Column, Table, TableState};
use crate::ui::widgets::{chip, popup};

use super::settings::shortened;

/// Height of all that stands above and below the list of rows.
const REST: f32 = 520.0;
/// The list is so high at least, and at most.
const LIST: std::ops::RangeInclusive<f32> = 120.0..=340.0;
/// Height of a row: two lines.
const ROW: f32 = 40.0;
/// Height of a row of one line.
const LINE: f32 = 24.0;

/// What of the outcome is shown.
#[derive(Clone, Debug, Default)]
pub(super) struct Shown {
    /// Only rows of this sort.
    only: Option<Sort>,
    /// The sums instead of the rows.
    sums: bool,
    table: TableState,
}

/// What is to be decided: parties that are not in the book, rows that are likely here.
pub(super) fn choices_ui(
    ui: &mut Ui,
    texts: Texts,
    theme: &Theme,
    looked: &Looked,
    choices: &mut Choices,
    differing: &mut Differing,
) {
    match &looked.dry {
        Dry::Plan(seen) => {
            ui.add_space(HALF);
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing.x = HALF;
                parties_ui(ui, texts, theme, &seen.summary, choices);
                if seen.summary.likely > 0 {
                    likely_ui(ui, texts, theme, seen.summary.likely, choices);
                }
            });
        }
        Dry::Merge(merge, _) if !merge.differing.is_empty() => {
            let count = merge.differing.len();
            let args = [
                ("count", count.into()),
                ("shown", numbers::count(count as u64, texts).into()),
            ];
            ui.horizontal_wrapped(|ui| {
                ui.label(texts.with("importer-differing", &args));
                let ways = [
                    (Differing::Keep, texts.get("importer-differing-keep")),
                    (Differing::Replace, texts.get("importer-differing-replace")),
                ];
                for (way, name) in ways {
                    ui.radio_value(differing, way, name);
                }
            });
        }
        Dry::Merge(..) | Dry::Refused(_) => {}
    }
}

fn parties_ui(ui: &mut Ui, texts: Texts, theme: &Theme, summary: &Summary, choices: &mut Choices) {
    let new = &summary.new_parties;
    if new.is_empty() && choices.left_out.is_empty() {
        return;
    }
    let count = numbers::count(new.len() as u64, texts);
    let text = texts.with(
        "importer-new-parties",
        &[("count", new.len().into()), ("shown", count.into())],
    );
    let opener = chip::menu_chip_ui(ui, theme, &text, true);
    let opener = opener.on_hover_text(texts.get("importer-new-parties-tip"));
    popup::under(&opener).show(|ui| {
        ScrollArea::vertical().max_height(300.0).show(ui, |ui| {
            for state in new {
                let Ok(id) = PartyId::new(state.id) else {
                    continue;
                };
                let mut taken = true;
                let name = match texts.lang() {
                    Lang::En => state.en,
                    Lang::Uk => state.uk,
                };
                if ui.checkbox(&mut taken, name).clicked() {
                    choices.left_out.insert(id);
                }
            }
            let left: Vec<PartyId> = choices.left_out.iter().cloned().collect();
            for id in left {
                let mut taken = false;
                if ui.checkbox(&mut taken, id.as_str()).clicked() {
                    choices.left_out.remove(&id);
                }
            }
        });
    });
}

fn likely_ui(ui: &mut Ui, texts: Texts, theme: &Theme, count: usize, choices: &mut Choices) {
    let args = [
        ("count", count.into()),
        ("shown", numbers::count(count as u64, texts).into()),
    ];
    ui.label(texts.with("importer-likely", &args));
    let ways = [
        (
            Likely::Voice,
            texts.get("importer-likely-voice"),
            texts.get("importer-likely-voice-tip"),
        ),
        (
            Likely::LeaveOut,
            texts.get("importer-likely-out"),
            texts.get("importer-likely-out-tip"),
        ),
        (
            Likely::New,
            texts.get("importer-likely-new"),
            texts.get("importer-likely-new-tip"),
        ),
    ];
    for (way, name, tip) in ways {
        let chip = chip::chip_ui(ui, theme, &name, choices.likely == way);
        if chip.on_hover_text(tip).clicked() {
            choices.likely = way;
        }
    }
}

/// What becomes of the file.
pub(super) fn outcome_ui(
    ui: &mut Ui,
    texts: Texts,
    theme: &Theme,
    looked: &Looked,
    dataset: &Dataset,
    shown: &mut Shown,
) {
    match &looked.dry {
        Dry::Refused(_) => {}
        Dry::Merge(merge, troubles) => {
            ui.add_space(HALF);
            merge_ui(ui, texts, theme, merge);
            troubles_ui(ui, texts, theme, troubles);
        }
        Dry::Plan(seen) => {
            ui.add_space(HALF);
            doubts_ui(ui, texts, theme, &seen.summary);
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing.x = HALF;
                ui.label(strong(texts.get("importer-rows")));
                sorts_ui(ui, texts, theme, seen, shown);
            });
            if shown.sums {
                sums_ui(ui, texts, theme, seen, dataset, &mut shown.table);
            } else {
                rows_ui(ui, texts, theme, seen, shown.only, &mut shown.table);
            }
        }
    }
}

/// Records that come in as they are: how many of which kind, and what stays out.
fn merge_ui(ui: &mut Ui, texts: Texts, theme: &Theme, merge: &Merge) {
    let mut kinds: Vec<(Kind, usize)> = Vec::new();
    for key in &merge.added {
        match kinds.iter_mut().find(|(kind, _)| *kind == key.kind) {
            Some((_, count)) => *count += 1,
            None => kinds.push((key.kind, 1)),
        }
    }
    let shown = |number: usize| numbers::count(number as u64, texts);
    ui.label(strong(texts.get("importer-records-new")));
    for (kind, count) in kinds {
        let name = fields::kind(kind.key(), texts);
        ui.label(format!("{name}: {}", shown(count)));
    }
    if merge.same > 0 {
        ui.label(texts.with(
            "importer-records-same",
            &[("count", shown(merge.same).into())],
        ));
    }
    let told = |keys: &[Key]| {
        let ids: Vec<&str> = keys.iter().take(12).map(|key| key.id.as_str()).collect();
        let more = if keys.len() > ids.len() { " …" } else { "" };
        format!("{}{more}", ids.join(", "))
    };
    if !merge.differing.is_empty() {
        let args = [("ids", told(&merge.differing).into())];
        ui.label(RichText::new(texts.with("importer-records-differ", &args)).color(theme.warning));
    }
    if !merge.taken.is_empty() {
        let args = [("ids", told(&merge.taken).into())];
        ui.label(RichText::new(texts.with("importer-records-taken", &args)).color(theme.error));
    }
}

/// The rows of our own tables that are left out.
fn troubles_ui(ui: &mut Ui, texts: Texts, theme: &Theme, troubles: &[RowTrouble]) {
    if troubles.is_empty() {
        return;
    }
    let count = troubles.len();
    let shown = numbers::count(count as u64, texts);
    let args = [("count", count.into()), ("shown", shown.into())];
    ui.label(strong(texts.with("importer-records-out", &args)).color(theme.error));
    let row = ui.text_style_height(&egui::TextStyle::Body);
    ScrollArea::vertical()
        .id_salt("troubles")
        .max_height(200.0)
        .show_rows(ui, row, count, |ui, rows| {
            for trouble in troubles.get(rows).unwrap_or_default() {
                ui.add(Label::new(told::trouble(trouble, texts)).truncate());
            }
        });
}

fn doubts_ui(ui: &mut Ui, texts: Texts, theme: &Theme, summary: &Summary) {
    let shown = |number: usize| numbers::count(number as u64, texts);
    let args = [
        ("entries", summary.entries.into()),
        ("shown", shown(summary.entries).into()),
        ("rows", numbers::count(summary.rows, texts).into()),
    ];
    ui.label(texts.with("importer-entries", &args));
    if summary.doubts.is_empty() {
        return;
    }
    ui.label(strong(texts.get("importer-doubts")).color(theme.warning));
    ScrollArea::vertical()
        .id_salt("doubts")
        .max_height(76.0)
        .show(ui, |ui| {
            for doubt in &summary.doubts {
                ui.label(told::doubt(doubt, texts));
            }
        });
}

fn sorts_ui(ui: &mut Ui, texts: Texts, theme: &Theme, seen: &Seen, now: &mut Shown) {
    for sort in std::iter::once(None).chain(Sort::ALL.map(Some)) {
        let count = seen.rows(sort).len();
        let args = [("count", numbers::count(count as u64, texts).into())];
        let text = match sort {
            None => texts.with("importer-show-all", &args),
            Some(Sort::New) => texts.with("importer-show-new", &args),
            Some(Sort::Voice) => texts.with("importer-show-likely", &args),
            Some(Sort::Trouble) => texts.with("importer-show-trouble", &args),
            Some(Sort::Out) => texts.with("importer-show-out", &args),
        };
        let shown = count > 0 || sort.is_none();
        let chosen = !now.sums && now.only == sort;
        if shown && chip::chip_ui(ui, theme, &text, chosen).clicked() {
            *now = Shown {
                only: sort,
                ..Shown::default()
            };
        }
    }
    if chip::chip_ui(ui, theme, &texts.get("importer-sums"), now.sums).clicked() {
        *now = Shown {
            sums: true,
            ..Shown::default()
        };
    }
}

/// The entries by party, stage, type and currency.
fn sums_ui(
    ui: &mut Ui,
    texts: Texts,
    theme: &Theme,
    seen: &Seen,
    dataset: &Dataset,
    state: &mut TableState,
) {
    let groups: Vec<_> = seen.summary.groups.iter().collect();
    let name = texts.get("importer-sums");
    let columns = [
        Column::words(told::field(Field::Party, texts), 1.2),
        Column::words(told::field(Field::Stage, texts), 1.0),
        Column::words(told::field(Field::Type, texts), 1.0),
        Column::numbers(texts.get("importer-sums-entries"), 0.6),
        Column::numbers(texts.get("importer-sums-sum"), 1.6),
    ];
    let table = Table {
        name: &name,
        columns: &columns,
        rows: groups.len(),
        theme: Theme::of(ui.ctx().theme()),
    };
    let mut inner = list_ui(ui);
    table.ui(
        &mut inner,
        state,
        |_| LINE,
        |cells, index| {
            let Some((group, counted)) = groups.get(index) else {
                return;
            };
            cells.overline(theme);
            let sum = group.currency.map_or_else(String::new, |unit| {
                numbers::bounds_exact(&counted.bounds(), unit, texts)
            });
            let texts_of = [
                told::giver(&group.party, dataset, texts),
                words::stage(group.stage, texts),
                words::aid_type(group.aid_type, texts),
                numbers::count(counted.entries as u64, texts),
                sum,
            ];
            for text in texts_of {
                cells.cell(|ui| {
                    ui.add(Label::new(&text).truncate()).on_hover_text(&text);
                });
            }
        },
    );
}

/// The room for a list of rows.
fn list_ui(ui: &mut Ui) -> Ui {
    let high = (ui.ctx().content_rect().height() - REST).clamp(*LIST.start(), *LIST.end());
    let size = vec2(ui.available_width(), high);
    let (rect, _) = ui.allocate_exact_size(size, egui::Sense::empty());
    ui.new_child(UiBuilder::new().max_rect(rect))
}

fn rows_ui(
    ui: &mut Ui,
    texts: Texts,
    theme: &Theme,
    seen: &Seen,
    only: Option<Sort>,
    state: &mut TableState,
) {
    let rows = seen.rows(only);
    let name = texts.get("importer-rows");
    let columns = [
        Column::words(texts.get("importer-row"), 0.0).points(84.0),
        Column::words(texts.get("importer-becomes"), 1.0),
    ];
    let table = Table {
        name: &name,
        columns: &columns,
        rows: rows.len(),
        theme: Theme::of(ui.ctx().theme()),
    };
    let mut inner = list_ui(ui);
    table.ui(
        &mut inner,
        state,
        |_| ROW,
        |cells, index| {
            let Some(at) = rows.get(index) else {
                return;
            };
            let Some((place, draft, outcome)) = seen.at(*at) else {
                return;
            };
            cells.overline(theme);
            let number = row_told(place);
            cells.cell(|ui| {
                ui.label(theme.small(&number));
            });
            cells.lines(|ui| lines_ui(ui, texts, theme, place, draft, &outcome));
        },
    );
}

fn row_told(place: &Place) -> String {
    match (&place.key, place.row) {
        (Some(key), 0) => key.clone(),
        (_, row) => row.to_string(),
    }
}

fn lines_ui(
    ui: &mut Ui,
    texts: Texts,
    theme: &Theme,
    place: &Place,
    draft: Option<&Draft>,
    outcome: &Outcome<'_>,
) {
    let first = if let Some(draft) = draft {
        draft_told(draft, texts)
    } else {
        let raw = [&place.key, &place.date, &place.amount];
        let raw: Vec<&str> = raw.into_iter().flatten().map(String::as_str).collect();
        raw.join(" · ")
    };
    let first = shortened(&first, 400);
    if !first.is_empty() {
        ui.add(Label::new(&first).truncate()).on_hover_text(&first);
    }
    let (second, color) = match outcome {
        Outcome::New(_) => {
            let raw = [&place.amount, &place.date].into_iter().flatten();
            let raw: Vec<String> = raw.map(|text| shortened(text, 60)).collect();
            (
                texts.with("importer-stands", &[("raw", raw.join(" · ").into())]),
                theme.text_weak,
            )
        }
        Outcome::Voice(_, id) => {
            let text = texts.with("importer-voice-of", &[("id", id.to_string().into())]);
            (text, theme.warning)
        }
        Outcome::Skipped(why) if why.is_trouble() => (told::skip(why, texts), theme.error),
        Outcome::Skipped(why) => (told::skip(why, texts), theme.text_weak),
    };
    ui.add(Label::new(RichText::new(&second).small().color(color)).truncate())
        .on_hover_text(&second);
}

fn draft_told(draft: &Draft, texts: Texts) -> String {
    let date = draft.date.map(|date| dates::date(date, texts));
    let parts = [
        draft.party.clone(),
        words::stage(draft.stage, texts),
        words::aid_type(draft.aid_type, texts),
        amount_told(&draft.amount, texts),
        date.unwrap_or_default(),
        draft.summary.clone(),
    ];
    let filled: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    filled.join(" · ").replace('\n', " ")
}
