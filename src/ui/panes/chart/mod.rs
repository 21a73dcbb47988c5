//! The aid chart and the table of the same numbers.

mod bar;
mod marks;
pub(in crate::ui) mod paint;
mod slider;
mod table;

use std::sync::Arc;

use eframe::egui::{self, Ui};

use crate::model::PartyId;
use crate::ui::links::{Linked, Understood};
use crate::ui::widgets::table::TableState;
use crate::ui::{Action, PaneCtx};
use crate::views::{Chart, ChartKind, ChartMark, ChartOrder, ChartRequest, Part};

/// Of whom the chart is.
#[derive(Clone, PartialEq, Eq, Debug, Default, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Who {
    /// Of all parties.
    #[default]
    All,
    /// Of those that the country list shows.
    Listed,
    /// Of these.
    Chosen(Vec<PartyId>),
    /// Of the party that is shown in the detail.
    One,
}

/// Whether the chart, its table or both are shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Shows {
    /// The chart.
    #[default]
    Chart,
    /// The table.
    Table,
    /// Both, beside each other.
    Both,
}

/// What the chart is set to; remembered between runs.
#[derive(Clone, PartialEq, Eq, Debug, Default, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub struct ChartSettings {
    /// What is asked for; its parties are those of `who`.
    pub request: ChartRequest,
    /// Of whom.
    pub who: Who,
    /// Chart, table or both.
    pub shows: Shows,
}

/// The aid chart.
#[derive(Default)]
pub struct ChartPane {
    /// What it is set to.
    pub settings: ChartSettings,
    /// The part that stands out.
    only: Option<Part>,
    /// The mark that the arrow keys stand on.
    at: Option<usize>,
    table: TableState,
    laid: Option<marks::Laid>,
    chart: Option<Arc<Chart>>,
    shown: marks::Shown,
    slider: slider::Slider,
}

/// The least width at which chart and table stand beside each other.
const BESIDE: f32 = 640.0;

/// The least height at which the slider stands below.
const TALL: f32 = 380.0;

/// Shows the tree under a mark, and its party.
fn choose(ctx: &mut PaneCtx<'_>, mark: &ChartMark) {
    if let Some((party, _)) = &mark.party
        && ctx.place.party.as_ref() != Some(party)
    {
        ctx.act(Action::SelectParty(party.clone()));
    }
    let tree = mark.derivation.of(ctx.ledger);
    ctx.explain(&tree);
}

impl Linked for ChartPane {
    fn query(&self) -> String {
        let ChartSettings { request, who, .. } = &self.settings;
        let parties = match who {
            Who::Chosen(parties) => Some(parties.clone()),
            _ => None,
        };
        let request = ChartRequest {
            parties,
            ..request.clone()
        };
        let of = match who {
            Who::One => "&of=one",
            Who::Listed => "&of=listed",
            Who::All | Who::Chosen(_) => "",
        };
        if *who == Who::All && request == ChartRequest::default() {
            return String::new();
        }
        request.to_text() + of
    }

    fn set_query(&mut self, query: &str) -> Understood {
        let mut who = None;
        let asked = query.split('&').filter(|pair| match *pair {
            "of=one" => {
                who = Some(Who::One);
                false
            }
            "of=listed" => {
                who = Some(Who::Listed);
                false
            }
            _ => true,
        });
        let asked: Vec<&str> = asked.collect();
        // Beside a party no chart need be named.
        let read = if query.is_empty() {
            Ok(ChartRequest::default())
        } else {
            ChartRequest::from_text(&asked.join("&"))
        };
        let understood = Understood::of(&read);
        self.show(&read.unwrap_or_default());
        if let Some(who) = who {
            self.settings.who = who;
        }
        understood
    }
}

impl ChartPane {
    /// What is asked for now.
    pub fn request(&self, ctx: &PaneCtx<'_>) -> ChartRequest {
        let parties = match &self.settings.who {
            Who::All => None,
            Who::Listed => ctx.listed.map(|listed| {
                let mut parties = listed.to_vec();
                parties.sort();
                parties
            }),
            Who::Chosen(parties) => Some(parties.clone()),
            Who::One => Some(ctx.place.party.clone().into_iter().collect()),
        };
        ChartRequest {
            parties,
            ..self.settings.request.clone()
        }
    }

    /// Shows what is asked for.
    pub fn show(&mut self, request: &ChartRequest) {
        self.settings.who = match &request.parties {
            None => Who::All,
            Some(parties) => {
                let mut parties = parties.clone();
                parties.sort();
                parties.dedup();
                Who::Chosen(parties)
            }
        };
        self.settings.request = ChartRequest {
            parties: None,
            ..request.clone()
        };
        self.begin();
    }

    /// Another chart: nothing is stood on, nothing stands out.
    fn begin(&mut self) {
        self.only = None;
        self.at = None;
        self.table = TableState::default();
    }

    /// Paints it.
    pub fn ui(&mut self, ui: &mut Ui, ctx: &mut PaneCtx<'_>) {
        self.bar_ui(ui, ctx);
        ui.add_space(2.0);
        let chart = ctx.chart(&self.request(ctx));
        if !self
            .chart
            .as_ref()
            .is_some_and(|old| Arc::ptr_eq(old, &chart))
        {
            self.chart = Some(Arc::clone(&chart));
            self.at = None;
        }
        let mut room = ui.available_rect_before_wrap();
        // In a low pane the chart has the room; the strip above it sets the day too.
        if room.height() > TALL {
            let top = room.bottom() - slider::HIGH;
            let below = egui::Rect::from_min_max(egui::pos2(room.left(), top), room.max);
            ui.scope_builder(egui::UiBuilder::new().max_rect(below), |ui| {
                self.slider.ui(ui, ctx);
            });
            room.max.y = top - 4.0;
        }
        let shows = match self.settings.shows {
            Shows::Both if room.width() < BESIDE => Shows::Chart,
            shows => shows,
        };
        match shows {
            Shows::Chart => {
                ui.scope_builder(egui::UiBuilder::new().max_rect(room), |ui| {
                    self.marks_ui(ui, ctx, &chart);
                });
            }
            Shows::Table => {
                ui.scope_builder(egui::UiBuilder::new().max_rect(room), |ui| {
                    self.table_ui(ui, ctx, &chart);
                });
            }
            Shows::Both => {
                let middle = room.left() + room.width() * 0.58;
                let left =
                    egui::Rect::from_min_max(room.min, egui::pos2(middle - 8.0, room.bottom()));
                let right =
                    egui::Rect::from_min_max(egui::pos2(middle + 8.0, room.top()), room.max);
                ui.scope_builder(egui::UiBuilder::new().max_rect(left), |ui| {
                    self.marks_ui(ui, ctx, &chart);
                });
                ui.scope_builder(egui::UiBuilder::new().max_rect(right), |ui| {
                    self.table_ui(ui, ctx, &chart);
                });
            }
        }
    }

    fn marks_ui(&mut self, ui: &mut Ui, ctx: &mut PaneCtx<'_>, chart: &Arc<Chart>) {
        let marks = marks::Marks {
            chart,
            only: self.only,
            at: &mut self.at,
            laid: &mut self.laid,
            shown: &mut self.shown,
        };
        if let Some(part) = marks.ui(ui, ctx) {
            self.only = (self.only != Some(part)).then_some(part);
        }
    }

    fn table_ui(&mut self, ui: &mut Ui, ctx: &mut PaneCtx<'_>, chart: &Chart) {
        if table::table_ui(ui, ctx, chart, &mut self.table).copy {
            let text = table::copied(ctx, chart, self.table.order);
            ctx.act(Action::CopyText(text));
        }
    }

    /// A bullet needs a year to be read: it begins with the first year that the sample is about.
    fn choose_kind(&mut self, kind: ChartKind, ctx: &PaneCtx<'_>) {
        let request = &mut self.settings.request;
        request.kind = kind;
        if !kind.orders().contains(&request.order) {
            request.order = ChartOrder::default();
        }
        if kind == ChartKind::PromisedAgainstArrived && request.year.is_none() {
            let agreements = ctx.ledger.dataset().agreements.values();
            request.year = agreements
                .map(|agreement| agreement.signed)
                .min()
                .map(crate::model::Year::of);
        }
        self.begin();
    }
}
