//! How a file is read: its sheet, the layout, where the headings stand, whose aid is taken in.

use eframe::egui::{Label, Popup, PopupCloseBehavior, Response, ScrollArea, Ui};

use crate::exchange::import::layout::{self, Candidate, Layout};
use crate::exchange::import::recipient::Recipient;
use crate::exchange::import::told;
use crate::exchange::table::{self, Heading};
use crate::text::{Texts, numbers};
use crate::ui::Theme;
use crate::ui::importing::Looked;
use crate::ui::theme::HALF;
use crate::ui::widgets::{chip, popup};

/// The highest row that is offered for headings, in how many are looked at.
const HEADING_ROWS: usize = 15;

pub(super) fn many_under(opener: &Response) -> Popup<'_> {
    popup::under(opener).close_behavior(PopupCloseBehavior::CloseOnClick)
}

/// What the file is, and how it is read. Another sheet, where one was asked for.
pub(super) fn settings_ui(
    ui: &mut Ui,
    texts: Texts,
    theme: &Theme,
    looked: &mut Looked,
) -> Option<usize> {
    let mut sheet = None;
    let notes = looked.opened.notes().iter();
    let notes: Vec<String> = notes.map(|note| table::noted(note, texts)).collect();
    let notes = notes.join(" ");
    if !notes.is_empty() {
        ui.add(Label::new(theme.small(&notes)).truncate())
            .on_hover_text(&notes);
    }
    ui.add_space(HALF);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = HALF;
        sheet = sheet_ui(ui, texts, theme, looked);
        layout_ui(ui, texts, theme, looked);
        if looked.setup.layout == Layout::Columns {
            heading_ui(ui, texts, theme, looked);
        }
        if !matches!(looked.setup.layout, Layout::Own | Layout::Kiel(_)) {
            let mut any = looked.setup.recipient == Recipient::Any;
            if ui
                .checkbox(&mut any, texts.get("importer-any-recipient"))
                .clicked()
            {
                looked.setup.recipient = if any {
                    Recipient::Any
                } else {
                    Recipient::Ukraine
                };
            }
        }
        if matches!(looked.setup.layout, Layout::Kiel(_)) {
            let totals = &mut looked.setup.running_totals;
            let response = ui.checkbox(totals, texts.get("importer-running-totals"));
            response.on_hover_text(texts.get("importer-running-totals-tip"));
        }
    });
    sheet
}

fn sheet_ui(ui: &mut Ui, texts: Texts, theme: &Theme, looked: &Looked) -> Option<usize> {
    let sheets = looked.opened.sheets();
    if sheets.len() < 2 {
        return None;
    }
    let name = |at: usize| {
        let info = sheets.get(at);
        let name = info.and_then(|info| info.name.clone());
        let name = name.unwrap_or_else(|| (at + 1).to_string());
        if info.is_some_and(|info| info.hidden) {
            texts.with("importer-sheet-hidden", &[("name", name.into())])
        } else {
            name
        }
    };
    let now = looked.setup.sheet;
    let text = texts.with("importer-sheet", &[("name", name(now).into())]);
    let opener = chip::menu_chip_ui(ui, theme, &text, true);
    let mut chosen = None;
    many_under(&opener).show(|ui| {
        ScrollArea::vertical().max_height(320.0).show(ui, |ui| {
            for at in 0..sheets.len() {
                if ui.radio(at == now, name(at)).clicked() && at != now {
                    chosen = Some(at);
                }
            }
        });
    });
    chosen
}

fn layout_ui(ui: &mut Ui, texts: Texts, theme: &Theme, looked: &mut Looked) {
    let name = told::layout(&looked.setup.layout, texts);
    let text = texts.with("importer-layout", &[("name", name.into())]);
    let opener = chip::menu_chip_ui(ui, theme, &text, true);
    let mut chosen = None;
    many_under(&opener).show(|ui| {
        for candidate in &looked.candidates {
            let Candidate {
                setup,
                confidence,
                missing,
                profile,
            } = candidate;
            if setup.sheet != looked.setup.sheet {
                continue;
            }
            let name = match profile {
                Some(name) => texts.with("importer-profile", &[("name", name.as_str().into())]),
                None => told::layout(&setup.layout, texts),
            };
            if missing.is_empty() || setup.layout == Layout::Columns {
                let sure = numbers::count(u64::from(*confidence), texts);
                let args = [("name", name.into()), ("sure", sure.into())];
                let text = texts.with("importer-layout-sure", &args);
                if ui.radio(*setup == looked.setup, text).clicked() {
                    chosen = Some(setup.clone());
                }
            } else {
                let missing = missing.join(", ");
                let args = [("name", name.into()), ("missing", missing.into())];
                ui.label(theme.small(texts.with("importer-layout-lacks", &args)));
            }
        }
    });
    if let Some(setup) = chosen {
        looked.setup = setup;
    }
}

/// In which row the headings stand, with the first cells of each row.
fn heading_ui(ui: &mut Ui, texts: Texts, theme: &Theme, looked: &mut Looked) {
    let now = looked
        .setup
        .heading
        .as_ref()
        .map(|heading| (heading.first, heading.rows));
    let row = |at: usize| looked.rows.get(at).map_or(0, |row| row.number).to_string();
    let text = match now {
        None => texts.get("importer-no-heading"),
        Some((first, 1)) => texts.with("importer-heading", &[("row", row(first).into())]),
        Some((first, _)) => {
            let args = [("row", row(first).into()), ("below", row(first + 1).into())];
            texts.with("importer-heading-two", &args)
        }
    };
    let opener = chip::menu_chip_ui(ui, theme, &text, true);
    let mut chosen = None;
    popup::under(&opener).show(|ui| {
        ui.set_max_width(520.0);
        if ui
            .radio(now.is_none(), texts.get("importer-no-heading"))
            .clicked()
        {
            chosen = Some(None);
        }
        for (at, row) in looked.rows.iter().enumerate().take(HEADING_ROWS) {
            let cells = row.cells.iter().filter(|cell| !cell.is_blank()).take(6);
            let cells: Vec<String> = cells.map(|cell| shortened(&cell.raw(), 24)).collect();
            let args = [
                ("row", row.number.to_string().into()),
                ("cells", cells.join(" · ").into()),
            ];
            let text = texts.with("importer-heading-row", &args);
            if ui.radio(now.is_some_and(|now| now.0 == at), text).clicked() {
                chosen = Some(Heading::at(&looked.rows, at, 1));
            }
        }
        if let Some((first, rows)) = now {
            let mut two = rows > 1;
            if ui
                .checkbox(&mut two, texts.get("importer-two-headings"))
                .clicked()
            {
                chosen = Some(Heading::at(&looked.rows, first, if two { 2 } else { 1 }));
            }
        }
    });
    if let Some(heading) = chosen {
        let before = &looked.setup;
        let mut setup = layout::mapped(&looked.opened, before.sheet, heading, &looked.rows);
        setup.recipient = before.recipient;
        setup.mapping.constants = before.mapping.constants.clone();
        looked.setup = setup;
    }
}

/// The beginning of a text.
pub(super) fn shortened(text: &str, longest: usize) -> String {
    let text = text.replace('\n', " ");
    match text.char_indices().nth(longest) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text,
    }
}
