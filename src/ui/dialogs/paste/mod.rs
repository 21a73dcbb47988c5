//! Rows from a spreadsheet, before they become records: what the columns hold, what is asked, what
//! becomes of each row. What cannot be taken stays in the dialog with its reason.

mod columns;
mod preview;

pub(super) use columns::{amount_told, told};

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use eframe::egui::{self, Event, TextEdit, Ui, Widget as _};

use crate::edit::paste::{self, Plan, Planned, Setup, Sheet, SheetError, Verdict};
use crate::model::{Dataset, PartyId};
use crate::text::{Texts, numbers};
use crate::ui::Theme;
use crate::ui::theme::{HALF, UNIT, title};
use crate::ui::widgets::button;
use crate::ui::widgets::table::TableState;
use crate::ui::widgets::tell;

use super::{Answer, buttons_ui};

/// Rows from a spreadsheet, before they become records.
#[derive(Debug)]
pub struct PasteDialog {
    dataset: Arc<Dataset>,
    /// Whose page is open.
    party: Option<PartyId>,
    /// What is typed or pasted into the field, where the clipboard gave nothing.
    typed: String,
    refused: Option<SheetError>,
    loaded: Option<Loaded>,
    /// How many rows were pasted so far.
    pasted: usize,
    was_shown: bool,
}

/// Rows, and what is to become of them.
#[derive(Debug)]
struct Loaded {
    setup: Setup,
    plan: Plan,
    /// Rows that were ticked or unticked by hand, by their numbers.
    said: BTreeMap<usize, bool>,
    only: Option<Sort>,
    table: TableState,
}

/// A sort of rows, by what becomes of them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Sort {
    New,
    Same,
    Asks,
    Wrong,
}

impl Sort {
    const ALL: [Self; 4] = [Self::New, Self::Same, Self::Asks, Self::Wrong];

    fn of(row: &Planned) -> Self {
        match row.verdict {
            Verdict::New => Self::New,
            Verdict::SameAs(_) | Verdict::SameAsRow(_) => Self::Same,
            Verdict::Asks => Self::Asks,
            Verdict::Wrong(_) => Self::Wrong,
        }
    }
}

impl Loaded {
    fn new(dataset: &Dataset, sheet: Sheet, party: Option<PartyId>, texts: Texts) -> Self {
        let kind = paste::proposed_kind(&sheet);
        let mapping = paste::propose(dataset, &sheet, kind);
        let setup = Setup {
            sheet: Arc::new(sheet),
            kind,
            mapping,
            for_all: BTreeMap::new(),
            answers: BTreeMap::new(),
            party,
            lang: texts.lang(),
        };
        let plan = paste::plan(dataset, &setup);
        Self {
            setup,
            plan,
            said: BTreeMap::new(),
            only: None,
            table: TableState::default(),
        }
    }

    /// Whether a row is to become a record.
    fn is_ticked(&self, row: &Planned) -> bool {
        let by_itself = row.verdict == Verdict::New;
        row.record.is_some() && self.said.get(&row.number).copied().unwrap_or(by_itself)
    }

    /// The rows that are to become records, by their numbers.
    fn ticked(&self) -> BTreeSet<usize> {
        let rows = self.plan.rows.iter().filter(|row| self.is_ticked(row));
        rows.map(|row| row.number).collect()
    }
}

impl PasteDialog {
    /// A dialog that waits for rows, to become records of a dataset; `party` is whose page is open.
    pub fn new(dataset: Arc<Dataset>, party: Option<PartyId>) -> Self {
        Self {
            dataset,
            party,
            typed: String::new(),
            refused: None,
            loaded: None,
            pasted: 0,
            was_shown: false,
        }
    }

    /// Takes rows in.
    pub fn load(&mut self, text: &str, texts: Texts) {
        match Sheet::read(text) {
            Ok(sheet) => {
                let party = self.party.clone();
                self.loaded = Some(Loaded::new(&self.dataset, sheet, party, texts));
                self.refused = None;
            }
            Err(error) => self.refused = Some(error),
        }
    }

    /// The ticked rows are records of the dataset now. Whether any rows are left.
    pub fn done(&mut self, dataset: &Arc<Dataset>) -> bool {
        self.dataset = Arc::clone(dataset);
        let Some(loaded) = &mut self.loaded else {
            return false;
        };
        let ticked = loaded.ticked();
        self.pasted += ticked.len();
        Arc::make_mut(&mut loaded.setup.sheet).leave_out(&ticked);
        loaded.said.clear();
        loaded.only = None;
        loaded.plan = paste::plan(dataset, &loaded.setup);
        !loaded.plan.rows.is_empty()
    }

    /// How many rows were pasted so far.
    pub fn pasted(&self) -> usize {
        self.pasted
    }

    pub(super) fn ui(&mut self, ui: &mut Ui, texts: Texts, theme: &Theme) -> Answer {
        ui.label(title(texts.get("paste-title")));
        ui.add_space(HALF);
        let Some(loaded) = &mut self.loaded else {
            self.field_ui(ui, texts, theme);
            return buttons_ui(ui, |ui| closes_ui(ui, texts, theme, "dialog-cancel"));
        };
        if self.pasted > 0 {
            let text = texts.with("paste-left", &counted(self.pasted, texts));
            ui.label(theme.weak(text));
        }
        let before = loaded.setup.clone();
        columns::columns_ui(ui, texts, theme, &self.dataset, loaded);
        columns::questions_ui(ui, texts, theme, &self.dataset, loaded);
        if loaded.setup != before {
            loaded.plan = paste::plan(&self.dataset, &loaded.setup);
        }
        preview::preview_ui(ui, texts, theme, &self.dataset, loaded);
        let ticked = loaded.ticked();
        let close = if self.pasted > 0 {
            "dialog-close"
        } else {
            "dialog-cancel"
        };
        buttons_ui(ui, |ui| {
            let text = texts.with("paste-go", &counted(ticked.len(), texts));
            let go = ui.add_enabled_ui(!ticked.is_empty(), |ui| {
                let go = button::primary_ui(ui, theme, text);
                go.on_disabled_hover_text(texts.get("paste-nothing"))
            });
            if go.inner.clicked() {
                let party = loaded.setup.party.as_ref();
                return match paste::command(&self.dataset, &loaded.plan, &ticked, party) {
                    Ok(command) => Answer::Paste(Box::new(command)),
                    Err(error) => {
                        // Each of these records was made before, to be shown.
                        tracing::error!(%error, "rows not pasted");
                        Answer::None
                    }
                };
            }
            closes_ui(ui, texts, theme, close)
        })
    }

    /// A field to paste into, where the clipboard gave nothing yet.
    fn field_ui(&mut self, ui: &mut Ui, texts: Texts, theme: &Theme) {
        let pasted = ui.input(|input| {
            input.events.iter().find_map(|event| match event {
                Event::Paste(text) => Some(text.clone()),
                _ => None,
            })
        });
        let label = texts.get("paste-field");
        ui.label(theme.small(&label));
        let response = TextEdit::multiline(&mut self.typed)
            .desired_rows(6)
            .desired_width(f32::INFINITY)
            .hint_text(texts.get("paste-field-hint"))
            .ui(ui);
        tell::typed(&response, egui::Role::TextInput, &label, &self.typed);
        if !self.was_shown {
            response.request_focus();
            self.was_shown = true;
        }
        if let Some(text) = pasted {
            self.load(&text, texts);
        }
        let most = |most: usize, count: usize| {
            [
                ("count", numbers::count(count as u64, texts).into()),
                ("most", numbers::count(most as u64, texts).into()),
            ]
        };
        let refused = self.refused.as_ref().map(|refused| match refused {
            SheetError::Empty => texts.get("paste-refused-empty"),
            SheetError::TooManyRows(count) => {
                texts.with("paste-refused-rows", &most(Sheet::MOST_ROWS, *count))
            }
            SheetError::TooManyColumns(count) => {
                texts.with("paste-refused-columns", &most(Sheet::MOST_COLUMNS, *count))
            }
        });
        if let Some(refused) = refused {
            ui.colored_label(theme.error, refused);
        }
        ui.add_space(UNIT);
    }
}

/// A number to choose the plural by, and to show.
fn counted(count: usize, texts: Texts) -> [(&'static str, crate::text::Arg<'static>); 2] {
    let shown = numbers::count(count as u64, texts);
    [("count", count.into()), ("shown", shown.into())]
}

fn closes_ui(ui: &mut Ui, texts: Texts, theme: &Theme, id: &str) -> Answer {
    let text = match id {
        "dialog-close" => texts.get("dialog-close"),
        _ => texts.get("dialog-cancel"),
    };
    if button::button_ui(ui, theme, text).clicked() {
        Answer::Close
    } else {
        Answer::None
    }
}
