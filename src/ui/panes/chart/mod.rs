//! The aid chart and the table of the same numbers.

mod bars;
mod table;
mod time;
mod words;

use std::sync::Arc;

use eframe::egui::{self, Label, Ui};
use egui_plot::Plot;

use crate::model::{AidType, Stage, Year};
use crate::text::{Lang, words as names};
use crate::ui::theme::strong;
use crate::ui::widgets::table::TableState;
use crate::ui::widgets::{button, chip, popup};
use crate::ui::{Action, PaneCtx, icons};
use crate::views::{Chart, ChartKind, ChartMark, ChartRequest};

/// The aid chart.
pub struct ChartPane {
    kind: ChartKind,
    stage: Stage,
    aid_type: Option<AidType>,
    year: Option<Year>,
    /// Only the party that is shown in the detail.
    one: bool,
    table: bool,
    /// The mark that the arrow keys stand on.
    at: Option<usize>,
    table_state: TableState,
    told: Option<Told>,
}

impl Default for ChartPane {
    fn default() -> Self {
        Self {
            kind: ChartKind::Ranked,
            stage: Stage::Allocated,
            aid_type: None,
            year: None,
            one: false,
            table: false,
            at: None,
            table_state: TableState::default(),
            told: None,
        }
    }
}

/// The words round a chart, made once and kept while it is shown.
struct Told {
    of: Arc<Chart>,
    lang: Lang,
    title: String,
    subtitle: String,
    note: String,
    source: String,
    labels: bars::Labels,
}

impl Told {
    fn new(of: &Arc<Chart>, ctx: &PaneCtx<'_>) -> Self {
        Self {
            of: Arc::clone(of),
            lang: ctx.texts.lang(),
            title: words::title(ctx, of),
            subtitle: words::subtitle(ctx, of),
            note: words::note(ctx, of),
            source: words::source(ctx, of),
            labels: bars::Labels::new(ctx, of),
        }
    }
}

/// Height of one line of notes.
const NOTE: f32 = 18.0;

/// A plot that stays as it is: the wheel scrolls what it stands in, and nothing drags or zooms it.
fn still<'a>(name: &str, height: f32, (x, y): ([f64; 2], [f64; 2])) -> Plot<'a> {
    Plot::new(name)
        .height(height)
        .show_background(false)
        .show_crosshair(false)
        .allow_zoom(false)
        .allow_scroll(false)
        .allow_drag(false)
        .allow_boxed_zoom(false)
        .allow_axis_zoom_drag(false)
        .allow_double_click_reset(false)
        .set_margin_fraction(egui::vec2(0.0, 0.0))
        .default_x_bounds(x[0], x[1])
        .default_y_bounds(y[0], y[1])
        .reset()
}

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

const KINDS: [ChartKind; 4] = [
    ChartKind::Ranked,
    ChartKind::PercentOfGdp,
    ChartKind::PromisedAgainstArrived,
    ChartKind::OverTime,
];

impl ChartPane {
    /// Paints it.
    pub fn ui(&mut self, ui: &mut Ui, ctx: &mut PaneCtx<'_>) {
        self.bar_ui(ui, ctx);
        let chart = ctx.chart(&self.request(ctx));
        let fresh = |told: &Told| Arc::ptr_eq(&told.of, &chart) && told.lang == ctx.texts.lang();
        if !self.told.as_ref().is_some_and(fresh) {
            self.told = Some(Told::new(&chart, ctx));
            self.at = None;
        }
        let Some(told) = &self.told else { return };
        ui.spacing_mut().item_spacing.y = 2.0;
        ui.add(Label::new(strong(&told.title)).truncate());
        ui.add(Label::new(ctx.theme.small(&told.subtitle)).truncate())
            .on_hover_text(&told.subtitle);
        if chart.marks.is_empty() {
            ui.add_space(12.0);
            ui.label(ctx.theme.weak(ctx.texts.get("chart-empty")));
            return;
        }
        let below: Vec<&String> = [&told.note, &told.source]
            .into_iter()
            .filter(|text| !text.is_empty())
            .collect();
        let lines = below.iter().map(|_| NOTE).sum::<f32>();
        let height = (ui.available_height() - lines - 4.0).max(60.0);
        let mut copy = false;
        ui.allocate_ui(egui::vec2(ui.available_width(), height), |ui| {
            ui.set_min_height(height);
            if self.table {
                copy = table::table_ui(ui, ctx, &chart, &mut self.table_state).copy;
            } else if chart.request.kind == ChartKind::OverTime {
                time::time_ui(ui, ctx, &chart, &mut self.at);
            } else {
                bars::bars_ui(ui, ctx, &chart, &told.labels, &mut self.at);
            }
        });
        for text in below {
            ui.add(Label::new(ctx.theme.small(text)).truncate())
                .on_hover_text(text);
        }
        if copy {
            let text = table::copied(ctx, &chart, self.table_state.order);
            ctx.act(Action::CopyText(text));
        }
    }

    fn request(&self, ctx: &PaneCtx<'_>) -> ChartRequest {
        ChartRequest {
            kind: self.kind,
            stage: self.stage,
            aid_type: self.aid_type,
            year: self.year,
            order: crate::views::ChartOrder::default(),
            parties: self
                .one
                .then(|| ctx.place.party.clone().into_iter().collect()),
        }
    }

    fn bar_ui(&mut self, ui: &mut Ui, ctx: &mut PaneCtx<'_>) {
        let (texts, theme) = (ctx.texts, ctx.theme);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            let kind = chip::menu_chip_ui(ui, theme, &words::kind(self.kind, texts), false);
            popup::under(&kind).show(|ui| {
                for kind in KINDS {
                    if ui
                        .radio(self.kind == kind, words::kind(kind, texts))
                        .clicked()
                    {
                        self.choose_kind(kind, ctx);
                    }
                }
            });
            let stage = chip::menu_chip_ui(ui, theme, &names::stage(self.stage, texts), false);
            popup::under(&stage).show(|ui| {
                for &stage in Stage::ALL {
                    if ui
                        .radio(self.stage == stage, names::stage(stage, texts))
                        .clicked()
                    {
                        self.stage = stage;
                    }
                }
            });
            let aid_type = chip::menu_chip_ui(
                ui,
                theme,
                &names::aid_type_or_all(self.aid_type, texts),
                false,
            );
            popup::under(&aid_type).show(|ui| {
                let types = std::iter::once(None).chain(AidType::ALL.iter().map(|t| Some(*t)));
                for aid_type in types {
                    let name = names::aid_type_or_all(aid_type, texts);
                    if ui.radio(self.aid_type == aid_type, name).clicked() {
                        self.aid_type = aid_type;
                    }
                }
            });
            self.year_ui(ui, ctx);
            let (all, one) = (texts.get("chart-all-parties"), texts.get("chart-one-party"));
            if chip::chip_ui(ui, theme, if self.one { &one } else { &all }, self.one).clicked() {
                self.one = !self.one;
            }
            let (chart, table) = (texts.get("chart-as-chart"), texts.get("chart-as-table"));
            if chip::chip_ui(ui, theme, &chart, !self.table).clicked() {
                self.table = false;
            }
            if chip::chip_ui(ui, theme, &table, self.table).clicked() {
                self.table = true;
            }
            if self.table {
                let name = texts.get("chart-copy");
                if button::icon_ui(ui, theme, icons::COPY, &name).clicked() {
                    let chart = ctx.chart(&self.request(ctx));
                    let text = table::copied(ctx, &chart, self.table_state.order);
                    ctx.act(Action::CopyText(text));
                }
            }
        });
    }

    /// A bullet needs a year to be read: it begins with the first year that the sample is about.
    fn choose_kind(&mut self, kind: ChartKind, ctx: &PaneCtx<'_>) {
        self.kind = kind;
        self.at = None;
        self.table_state = TableState::default();
        if kind == ChartKind::PromisedAgainstArrived && self.year.is_none() {
            let signed = ctx
                .ledger
                .dataset()
                .agreements
                .values()
                .map(|a| a.signed)
                .min();
            self.year = signed.map(Year::of);
        }
    }

    fn year_ui(&mut self, ui: &mut Ui, ctx: &PaneCtx<'_>) {
        let texts = ctx.texts;
        let name = |year: Option<Year>| {
            year.map_or_else(|| texts.get("chart-all-years"), |year| year.to_string())
        };
        let chip = chip::menu_chip_ui(ui, ctx.theme, &name(self.year), false);
        let last = ctx.ledger.assumptions().cutoff.unwrap_or(ctx.today).year();
        popup::under(&chip).show(|ui| {
            let years = (2022..=i64::from(last) + 2).filter_map(|year| Year::new(year).ok());
            for year in std::iter::once(None).chain(years.map(Some)) {
                if ui.radio(self.year == year, name(year)).clicked() {
                    self.year = year;
                }
            }
        });
    }
}
