//! What the columns hold, what stands in all rows, and what is asked.

use eframe::egui::{self, Label, Popup, RichText, ScrollArea, TextEdit, Ui, vec2};

use crate::edit::paste::{self, Column, Mapped, Question, Setup, Why};
use crate::edit::{Key, Kind, Leaf, Path};
use crate::model::{Amount, Dataset};
use crate::text::{Texts, dates, fields, numbers};
use crate::ui::theme::{HALF, UNIT, strong};
use crate::ui::widgets::tell;
use crate::ui::widgets::{chip, popup};
use crate::ui::{Theme, desk};

use super::Loaded;

/// Width of a column's heading and first cells.
const SAMPLE: f32 = 320.0;
/// Width of what a column holds.
const CHOICE: f32 = 210.0;
/// Height of the list of columns.
const LIST: f32 = 176.0;

/// What each row becomes, what each column holds, what stands in all rows.
pub(super) fn columns_ui(
    ui: &mut Ui,
    texts: Texts,
    theme: &Theme,
    dataset: &Dataset,
    loaded: &mut Loaded,
) {
    let setup = &mut loaded.setup;
    ui.horizontal(|ui| {
        kind_ui(ui, texts, theme, dataset, setup);
        let mut headings = setup.mapping.headings;
        if ui
            .checkbox(&mut headings, texts.get("paste-headings"))
            .clicked()
        {
            setup.mapping = paste::propose_under(dataset, &setup.sheet, setup.kind, headings);
        }
    });
    ui.add_space(HALF);
    ui.label(strong(texts.get("paste-columns")));
    ScrollArea::vertical()
        .id_salt("columns")
        .max_height(LIST)
        .show(ui, |ui| {
            for index in 0..setup.sheet.width() {
                column_ui(ui, texts, theme, setup, index);
            }
        });
    for_all_ui(ui, texts, theme, setup);
}

fn kind_ui(ui: &mut Ui, texts: Texts, theme: &Theme, dataset: &Dataset, setup: &mut Setup) {
    let name = fields::kind(setup.kind.key(), texts);
    let name = texts.with("paste-kind", &[("kind", name.into())]);
    let opener = chip::menu_chip_ui(ui, theme, &name, false);
    popup::under(&opener).show(|ui| {
        for &kind in paste::KINDS {
            let name = fields::kind(kind.key(), texts);
            if ui.radio(setup.kind == kind, name).clicked() && setup.kind != kind {
                setup.kind = kind;
                setup.mapping = paste::propose(dataset, &setup.sheet, kind);
                setup.for_all.clear();
                setup.answers.clear();
            }
        }
    });
}

/// A column's heading, or its number.
pub(super) fn heading(setup: &Setup, column: Option<usize>, texts: Texts) -> String {
    let Some(column) = column else {
        return texts.get("paste-for-all");
    };
    let heading = setup.sheet.cell(0, column);
    if setup.mapping.headings && !heading.is_empty() {
        heading.to_owned()
    } else {
        let number = (column + 1).to_string();
        texts.with("paste-column", &[("number", number.into())])
    }
}

fn column_ui(ui: &mut Ui, texts: Texts, theme: &Theme, setup: &mut Setup, index: usize) {
    let heading = heading(setup, Some(index), texts);
    let cells = setup.sheet.column(index, setup.mapping.first_row());
    let cells: Vec<&str> = cells.filter(|cell| !cell.is_empty()).take(4).collect();
    let cells = cells.join(" · ").replace('\n', " ");
    ui.horizontal(|ui| {
        let sample = egui::Layout::left_to_right(egui::Align::Center);
        ui.allocate_ui_with_layout(vec2(SAMPLE, 22.0), sample, |ui| {
            ui.set_width(SAMPLE);
            ui.add(Label::new(RichText::new(&heading)).truncate());
            ui.add(Label::new(theme.small(&cells)).truncate())
                .on_hover_text(&cells);
        });
        ui.allocate_ui_with_layout(vec2(CHOICE, 22.0), sample, |ui| {
            ui.set_width(CHOICE);
            choice_ui(ui, texts, theme, setup, index, &heading);
        });
        let Some(mapped) = setup.mapping.columns.get_mut(index) else {
            return;
        };
        let is_amount =
            matches!(&mapped.column, Column::Field(path) if path.last_field() == Some("amount"));
        if is_amount {
            unit_ui(ui, texts, mapped);
        }
        match mapped.why {
            Why::Chosen => {}
            Why::Heading => {
                ui.label(theme.small(texts.get("paste-why-heading")));
            }
            Why::Cells(read, of) => {
                let args = [
                    ("read", read.to_string().into()),
                    ("of", of.to_string().into()),
                ];
                ui.label(theme.small(texts.with("paste-why-cells", &args)));
            }
        }
    });
}

/// What is read behind each sum of a column.
fn unit_ui(ui: &mut Ui, texts: Texts, mapped: &mut Mapped) {
    let label = texts.get("paste-unit");
    let field = TextEdit::singleline(&mut mapped.unit)
        .desired_width(72.0)
        .hint_text(texts.get("paste-unit-hint"));
    let response = ui.add(field).on_hover_text(&label);
    tell::typed(&response, egui::Role::TextInput, &label, &mapped.unit);
}

fn choice_ui(
    ui: &mut Ui,
    texts: Texts,
    theme: &Theme,
    setup: &mut Setup,
    index: usize,
    heading: &str,
) {
    let kind = setup.kind;
    let Some(mapped) = setup.mapping.columns.get(index) else {
        return;
    };
    let now = mapped.column.clone();
    let name = paste::name(kind, &now, texts);
    let opener = chip::menu_chip_ui(ui, theme, &name, now != Column::Nothing);
    opener.widget_info(|| {
        let args = [("column", heading.into()), ("field", name.as_str().into())];
        egui::WidgetInfo::labeled(
            egui::Role::Button,
            true,
            texts.with("paste-column-holds", &args),
        )
    });
    let mut chosen = None;
    many_under(&opener).show(|ui| {
        ScrollArea::vertical().max_height(280.0).show(ui, |ui| {
            for column in std::iter::once(Column::Nothing).chain(paste::offered(kind)) {
                let name = paste::name(kind, &column, texts);
                if ui.radio(column == now, name).clicked() {
                    chosen = Some(column);
                }
            }
        });
    });
    let Some(column) = chosen.filter(|chosen| *chosen != now) else {
        return;
    };
    // A field is given by one column.
    for mapped in &mut setup.mapping.columns {
        if mapped.column == column {
            mapped.column = Column::Nothing;
            mapped.why = Why::Chosen;
        }
    }
    if let Some(mapped) = setup.mapping.columns.get_mut(index) {
        mapped.column = column;
        mapped.why = Why::Chosen;
        mapped.unit.clear();
    }
}

fn many_under(opener: &egui::Response) -> Popup<'_> {
    popup::under(opener).close_behavior(egui::PopupCloseBehavior::CloseOnClick)
}

/// What stands in every row that does not say.
fn for_all_ui(ui: &mut Ui, texts: Texts, theme: &Theme, setup: &mut Setup) {
    let kind = setup.kind;
    let asked = paste::for_all(kind, &setup.mapping);
    if asked.is_empty() {
        return;
    }
    ui.add_space(HALF);
    ui.label(strong(texts.get("paste-for-all")));
    ui.horizontal_wrapped(|ui| {
        for path in asked {
            let name = fields::path(kind.key(), &path.to_string(), texts);
            match paste::leaf(kind, &path) {
                Some(Leaf::Choice(words)) => {
                    choose_for_all_ui(ui, texts, theme, setup, &path, &name, words);
                }
                _ => type_for_all_ui(ui, theme, setup, &path, &name),
            }
        }
    });
}

fn choose_for_all_ui(
    ui: &mut Ui,
    texts: Texts,
    theme: &Theme,
    setup: &mut Setup,
    path: &Path,
    name: &str,
    words: &[&str],
) {
    let field = path.to_string();
    let now = setup.for_all.get(path).cloned();
    let value = match &now {
        Some(word) => fields::choice(&field, word, texts),
        None => texts.get("paste-not-chosen"),
    };
    let args = [("field", name.into()), ("value", value.into())];
    let text = texts.with("paste-for-all-is", &args);
    let opener = chip::menu_chip_ui(ui, theme, &text, now.is_some());
    many_under(&opener).show(|ui| {
        ScrollArea::vertical().max_height(280.0).show(ui, |ui| {
            for word in words {
                let chosen = now.as_deref() == Some(*word);
                if ui
                    .radio(chosen, fields::choice(&field, word, texts))
                    .clicked()
                {
                    setup.for_all.insert(path.clone(), (*word).to_owned());
                }
            }
        });
    });
}

fn type_for_all_ui(ui: &mut Ui, theme: &Theme, setup: &mut Setup, path: &Path, name: &str) {
    let mut text = setup.for_all.get(path).cloned().unwrap_or_default();
    // What is pasted on a party's page is that party's, until something else is typed.
    let hint = match (&setup.party, path.last_field()) {
        (Some(party), Some("party" | "agreement")) => party.to_string(),
        _ => String::new(),
    };
    ui.label(theme.small(name));
    let field = TextEdit::singleline(&mut text)
        .desired_width(110.0)
        .hint_text(hint);
    let response = ui.add(field);
    tell::typed(&response, egui::Role::TextInput, name, &text);
    if response.changed() {
        if text.trim().is_empty() {
            setup.for_all.remove(path);
        } else {
            setup.for_all.insert(path.clone(), text);
        }
    }
}

/// What cells can mean, asked once for all that ask the same.
pub(super) fn questions_ui(
    ui: &mut Ui,
    texts: Texts,
    theme: &Theme,
    dataset: &Dataset,
    loaded: &mut Loaded,
) {
    if loaded.plan.questions.is_empty() {
        return;
    }
    ui.add_space(HALF);
    ui.label(strong(texts.get("paste-questions")).color(theme.warning));
    ScrollArea::vertical()
        .id_salt("questions")
        .max_height(88.0)
        .show(ui, |ui| {
            for question in &loaded.plan.questions {
                question_ui(ui, texts, dataset, &mut loaded.setup, question);
            }
        });
}

fn question_ui(
    ui: &mut Ui,
    texts: Texts,
    dataset: &Dataset,
    setup: &mut Setup,
    question: &Question,
) {
    let column = heading(setup, question.key.column, texts);
    let shown = numbers::count(question.cells as u64, texts);
    let args = [
        ("cells", question.cells.into()),
        ("shown", shown.into()),
        ("text", question.text.as_str().into()),
        ("column", column.into()),
    ];
    let asked = texts.with("paste-question", &args);
    ui.horizontal_wrapped(|ui| {
        ui.label(asked);
        for (index, meaning) in question.meanings.iter().enumerate() {
            let chosen = setup.answers.get(&question.key) == Some(&index);
            if ui
                .radio(
                    chosen,
                    told(question.leaf, &Path::default(), meaning, dataset, texts),
                )
                .clicked()
            {
                setup.answers.insert(question.key.clone(), index);
            }
            ui.add_space(UNIT);
        }
    });
}

/// A value as a person reads it, with every digit; `path` is where it stands.
pub(in crate::ui::dialogs) fn told(
    leaf: Leaf,
    path: &Path,
    value: &serde_json::Value,
    dataset: &Dataset,
    texts: Texts,
) -> String {
    let read = desk::reading(leaf, path, Some(value), dataset, texts);
    read.unwrap_or_else(|| desk::value(leaf, path, value, dataset, texts))
}

/// An amount with its period.
pub(in crate::ui::dialogs) fn amount_told(amount: &Amount, texts: Texts) -> String {
    let form = numbers::form_exact(&amount.form, texts);
    if amount.period.is_unstated() {
        return form;
    }
    format!("{form} · {}", dates::period(&amount.period, texts))
}

/// The record that a row says again.
pub(super) fn same(key: &Key, texts: Texts) -> String {
    let id = match key.kind {
        Kind::Header => String::new(),
        _ => key.id.clone(),
    };
    texts.with("paste-same-as", &[("id", id.into())])
}
