//! What the columns hold, and what holds for every row.

use eframe::egui::{self, Label, RichText, ScrollArea, TextEdit, Ui, vec2};

use crate::exchange::import::columns::{Constants, Why};
use crate::exchange::import::fields::Field;
use crate::exchange::import::sums::Mark;
use crate::exchange::import::told;
use crate::exchange::import::when::DayMonth;
use crate::model::{AidType, Currency, Instrument, Stage};
use crate::text::{Texts, words};
use crate::ui::Theme;
use crate::ui::importing::Looked;
use crate::ui::theme::{HALF, strong};
use crate::ui::widgets::{chip, tell};

use super::settings::{many_under, shortened};

/// Width of a column's heading and first cells.
const SAMPLE: f32 = 400.0;
/// Width of what a column holds.
const CHOICE: f32 = 230.0;
/// Height of the list of columns.
const LIST: f32 = 160.0;

/// What each column holds, and what holds for every row.
pub(super) fn columns_ui(ui: &mut Ui, texts: Texts, theme: &Theme, looked: &mut Looked) {
    ui.add_space(HALF);
    ui.label(strong(texts.get("importer-columns")));
    ScrollArea::vertical()
        .id_salt("columns")
        .max_height(LIST)
        .show(ui, |ui| {
            for at in 0..looked.setup.mapping.columns.len() {
                column_ui(ui, texts, theme, looked, at);
            }
        });
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = HALF;
        ui.label(theme.small(texts.get("importer-for-all")));
        constants_ui(ui, texts, theme, &mut looked.setup.mapping.constants);
    });
}

fn column_ui(ui: &mut Ui, texts: Texts, theme: &Theme, looked: &mut Looked, at: usize) {
    let heading = &looked.setup.heading;
    let before = heading
        .as_ref()
        .map_or(0, |heading| heading.first + heading.rows);
    let cells = looked.rows.iter().skip(before).map(|row| row.cell(at));
    let cells = cells.filter(|cell| !cell.is_blank()).take(4);
    let cells: Vec<String> = cells.map(|cell| shortened(&cell.raw(), 40)).collect();
    let cells = cells.join(" · ");
    let Some(column) = looked.setup.mapping.columns.get(at) else {
        return;
    };
    let name = if column.name.is_empty() {
        texts.with(
            "importer-column",
            &[("number", (at + 1).to_string().into())],
        )
    } else {
        column.name.clone()
    };
    // Columns in which nothing stands and that nothing names are no columns.
    if column.name.is_empty() && cells.is_empty() && column.field.is_none() {
        return;
    }
    let (why, confidence) = (column.why, column.confidence);
    ui.horizontal(|ui| {
        let left = egui::Layout::left_to_right(egui::Align::Center);
        ui.allocate_ui_with_layout(vec2(SAMPLE, 22.0), left, |ui| {
            ui.set_width(SAMPLE);
            ui.add(Label::new(RichText::new(shortened(&name, 60))).truncate())
                .on_hover_text(&name);
            ui.add(Label::new(theme.small(&cells)).truncate())
                .on_hover_text(&cells);
        });
        ui.allocate_ui_with_layout(vec2(CHOICE, 22.0), left, |ui| {
            ui.set_width(CHOICE);
            choice_ui(ui, texts, theme, looked, at, &name);
        });
        if matches!(why, Why::Chosen | Why::Nothing) {
            return;
        }
        let args = [
            ("sure", confidence.to_string().into()),
            ("why", told::why(why, texts).into()),
        ];
        let why = texts.with("importer-sure", &args);
        ui.label(theme.small(why));
    });
}

fn field_name(field: Option<Field>, texts: Texts) -> String {
    field.map_or_else(
        || texts.get("importer-holds-nothing"),
        |field| told::field(field, texts),
    )
}

fn choice_ui(ui: &mut Ui, texts: Texts, theme: &Theme, looked: &mut Looked, at: usize, name: &str) {
    let mapping = &mut looked.setup.mapping;
    let now = mapping.columns.get(at).and_then(|column| column.field);
    let field = field_name(now, texts);
    let opener = chip::menu_chip_ui(ui, theme, &field, now.is_some());
    opener.widget_info(|| {
        let args = [("column", name.into()), ("field", field.as_str().into())];
        let label = texts.with("importer-column-holds", &args);
        egui::WidgetInfo::labeled(egui::Role::Button, true, label)
    });
    let mut chosen = None;
    many_under(&opener).show(|ui| {
        ScrollArea::vertical().max_height(300.0).show(ui, |ui| {
            for field in std::iter::once(None).chain(Field::ALL.iter().copied().map(Some)) {
                if ui.radio(field == now, field_name(field, texts)).clicked() {
                    chosen = Some(field);
                }
            }
        });
    });
    if let Some(field) = chosen.filter(|field| *field != now) {
        mapping.choose(at, field);
    }
}

/// What holds for the rows that do not say.
fn constants_ui(ui: &mut Ui, texts: Texts, theme: &Theme, constants: &mut Constants) {
    let Constants {
        stage,
        aid_type,
        instrument,
        currency,
        scale,
        order,
        mark,
        ..
    } = constants;
    let stages = Stage::ALL.iter().map(|of| (*of, words::stage(*of, texts)));
    one_of_ui(
        ui,
        texts,
        theme,
        &told::field(Field::Stage, texts),
        stage,
        stages,
    );
    let types = AidType::ALL
        .iter()
        .map(|of| (*of, words::aid_type(*of, texts)));
    one_of_ui(
        ui,
        texts,
        theme,
        &told::field(Field::Type, texts),
        aid_type,
        types,
    );
    let all = Instrument::ALL
        .iter()
        .map(|of| (*of, words::instrument(*of, texts)));
    let name = told::field(Field::Instrument, texts);
    one_of_ui(ui, texts, theme, &name, instrument, all);
    currency_ui(ui, texts, theme, currency);
    let scales = [
        (0, texts.get("importer-scale-ones")),
        (3, texts.get("importer-scale-thousands")),
        (6, texts.get("importer-scale-millions")),
        (9, texts.get("importer-scale-billions")),
    ];
    one_of_ui(
        ui,
        texts,
        theme,
        &told::field(Field::Scale, texts),
        scale,
        scales,
    );
    let orders = [
        (DayMonth::DayFirst, texts.get("importer-day-first")),
        (DayMonth::MonthFirst, texts.get("importer-month-first")),
    ];
    one_of_ui(
        ui,
        texts,
        theme,
        &told::field(Field::Date, texts),
        order,
        orders,
    );
    let marks = [
        (Mark::Comma, texts.get("importer-mark-comma")),
        (Mark::Point, texts.get("importer-mark-point")),
    ];
    one_of_ui(ui, texts, theme, &texts.get("importer-mark"), mark, marks);
}

fn one_of_ui<T: Copy + PartialEq>(
    ui: &mut Ui,
    texts: Texts,
    theme: &Theme,
    name: &str,
    value: &mut Option<T>,
    all: impl IntoIterator<Item = (T, String)>,
) {
    let all: Vec<(T, String)> = all.into_iter().collect();
    let now = all.iter().find(|(of, _)| Some(*of) == *value);
    let shown = now.map_or_else(|| texts.get("importer-as-told"), |(_, name)| name.clone());
    let args = [("field", name.into()), ("value", shown.into())];
    let text = texts.with("importer-for-all-is", &args);
    let opener = chip::menu_chip_ui(ui, theme, &text, value.is_some());
    many_under(&opener).show(|ui| {
        if ui
            .radio(value.is_none(), texts.get("importer-as-told"))
            .clicked()
        {
            *value = None;
        }
        for (of, name) in all {
            if ui.radio(*value == Some(of), name).clicked() {
                *value = Some(of);
            }
        }
    });
}

fn currency_ui(ui: &mut Ui, texts: Texts, theme: &Theme, currency: &mut Option<Currency>) {
    let name = told::field(Field::Currency, texts);
    ui.label(theme.small(&name));
    let id = ui.scope_id().with("currency");
    let stored = ui.data(|data| data.get_temp::<String>(id));
    let shown = currency.map(|of| of.code().to_owned()).unwrap_or_default();
    let mut text = stored.unwrap_or(shown);
    let field = TextEdit::singleline(&mut text)
        .desired_width(48.0)
        .hint_text("EUR");
    let response = ui.add(field);
    tell::typed(&response, egui::Role::TextInput, &name, &text);
    if response.changed() {
        let code = text.trim().to_ascii_uppercase();
        match Currency::new(&code) {
            Ok(of) => *currency = Some(of),
            Err(_) if code.is_empty() => *currency = None,
            Err(_) => {}
        }
        ui.data_mut(|data| data.insert_temp(id, text));
    } else if !response.has_focus() {
        ui.data_mut(|data| data.remove::<String>(id));
    }
}
