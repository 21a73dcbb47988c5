//! The chips over the chart: what it shows, of which stage, type and year, of whom, in which order.

use eframe::egui::{PopupCloseBehavior, ScrollArea, Ui};

use crate::exchange::picture::words::{self, counted};
use crate::model::{AidType, Stage, Year};
use crate::text::{Texts, words as names};
use crate::ui::theme::small_font;
use crate::ui::widgets::{button, chip, popup};
use crate::ui::{Action, PaneCtx, icons};
use crate::views::{ChartKind, ChartOrder, PartyFilter};

use super::{ChartPane, Shows, Who, table};

/// What a chip and the room after it take beside the text.
const CHIP: f32 = 22.0;

fn order(of: ChartOrder, texts: Texts) -> String {
    texts.get(match of {
        ChartOrder::Value => "chart-order-value",
        ChartOrder::Name => "chart-order-name",
        ChartOrder::Gap => "chart-order-gap",
        ChartOrder::Share => "chart-order-share",
    })
}

impl ChartPane {
    pub(super) fn bar_ui(&mut self, ui: &mut Ui, ctx: &mut PaneCtx<'_>) {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            self.kind_ui(ui, ctx);
            let kind = self.settings.request.kind;
            if kind.takes_stage() {
                self.stage_ui(ui, ctx);
            }
            if kind.takes_type() {
                self.type_ui(ui, ctx);
            }
            if kind.takes_year() {
                self.year_ui(ui, ctx);
            }
            self.who_ui(ui, ctx);
            if kind.takes_order() {
                self.order_ui(ui, ctx);
            }
            self.shows_ui(ui, ctx);
        });
    }

    fn kind_ui(&mut self, ui: &mut Ui, ctx: &PaneCtx<'_>) {
        let now = self.settings.request.kind;
        let chip = chip::menu_chip_ui(ui, ctx.theme, &words::kind(now, ctx.texts), false);
        popup::under(&chip).show(|ui| {
            for kind in ChartKind::ALL {
                if ui
                    .radio(now == kind, words::kind(kind, ctx.texts))
                    .clicked()
                {
                    self.choose_kind(kind, ctx);
                }
            }
        });
    }

    fn stage_ui(&mut self, ui: &mut Ui, ctx: &PaneCtx<'_>) {
        let (texts, now) = (ctx.texts, &mut self.settings.request.stage);
        let chip = chip::menu_chip_ui(ui, ctx.theme, &names::stage(*now, texts), false);
        popup::under(&chip).show(|ui| {
            for &stage in Stage::ALL {
                if ui
                    .radio(*now == stage, names::stage(stage, texts))
                    .clicked()
                {
                    *now = stage;
                }
            }
        });
    }

    fn type_ui(&mut self, ui: &mut Ui, ctx: &PaneCtx<'_>) {
        let (texts, now) = (ctx.texts, &mut self.settings.request.aid_type);
        let name = names::aid_type_or_all(*now, texts);
        let chip = chip::menu_chip_ui(ui, ctx.theme, &name, now.is_some());
        popup::under(&chip).show(|ui| {
            let types = std::iter::once(None).chain(AidType::ALL.iter().map(|t| Some(*t)));
            for aid_type in types {
                let name = names::aid_type_or_all(aid_type, texts);
                if ui.radio(*now == aid_type, name).clicked() {
                    *now = aid_type;
                }
            }
        });
    }

    fn year_ui(&mut self, ui: &mut Ui, ctx: &PaneCtx<'_>) {
        let (texts, now) = (ctx.texts, &mut self.settings.request.year);
        let name = |year: Option<Year>| {
            year.map_or_else(|| texts.get("chart-all-years"), |year| year.to_string())
        };
        let chip = chip::menu_chip_ui(ui, ctx.theme, &name(*now), now.is_some());
        let last = ctx.ledger.assumptions().cutoff.unwrap_or(ctx.today).year();
        popup::under(&chip).show(|ui| {
            let years = (2022..=i64::from(last) + 2).filter_map(|year| Year::new(year).ok());
            for year in std::iter::once(None).chain(years.map(Some)) {
                if ui.radio(*now == year, name(year)).clicked() {
                    *now = year;
                }
            }
        });
    }

    /// Of whom: all, those in the list, chosen ones, or the one in the detail.
    fn who_ui(&mut self, ui: &mut Ui, ctx: &PaneCtx<'_>) {
        let texts = ctx.texts;
        let name = match &self.settings.who {
            Who::Listed if ctx.listed.is_some() => {
                let count = ctx.listed.map_or(0, |listed| listed.len());
                texts.with("chart-listed-parties", &counted(count))
            }
            Who::All | Who::Listed => texts.get("chart-all-parties"),
            Who::Chosen(parties) => texts.with("chart-some-parties", &counted(parties.len())),
            Who::One => texts.get("chart-one-party"),
        };
        let chip = chip::menu_chip_ui(ui, ctx.theme, &name, self.settings.who != Who::All);
        // Several are chosen one after the other.
        let stays = PopupCloseBehavior::CloseOnClickOutside;
        popup::under(&chip).close_behavior(stays).show(|ui| {
            ui.set_min_width(220.0);
            let who = &mut self.settings.who;
            let choices = [
                (Who::All, texts.get("chart-all-parties"), None),
                (
                    Who::Listed,
                    texts.get("chart-in-the-list"),
                    Some(texts.get("chart-in-the-list-tip")),
                ),
                (Who::One, texts.get("chart-one-party"), None),
            ];
            for (choice, name, tip) in choices {
                let mut radio = ui.radio(*who == choice, name);
                if let Some(tip) = tip {
                    radio = radio.on_hover_text(tip);
                }
                if radio.clicked() {
                    *who = choice;
                    ui.close();
                }
            }
            ui.separator();
            ui.label(ctx.theme.small(texts.get("chart-chosen-parties")));
            chosen_ui(ui, ctx, who);
        });
    }

    fn order_ui(&mut self, ui: &mut Ui, ctx: &PaneCtx<'_>) {
        let orders = self.settings.request.kind.orders();
        let (texts, now) = (ctx.texts, &mut self.settings.request.order);
        let chip = chip::menu_chip_ui(ui, ctx.theme, &order(*now, texts), false);
        popup::under(&chip).show(|ui| {
            for of in orders {
                if ui.radio(*now == *of, order(*of, texts)).clicked() {
                    *now = *of;
                }
            }
        });
    }

    fn shows_ui(&mut self, ui: &mut Ui, ctx: &mut PaneCtx<'_>) {
        let (texts, theme) = (ctx.texts, ctx.theme);
        let choices = [
            (Shows::Chart, texts.get("chart-as-chart")),
            (Shows::Table, texts.get("chart-as-table")),
            (Shows::Both, texts.get("chart-as-both")),
        ];
        // They stay together: where not all have room, all begin the next row.
        let widths = choices.iter().map(|(_, name)| {
            let text = ui
                .painter()
                .layout_no_wrap(name.clone(), small_font(), theme.text);
            text.size().x + CHIP
        });
        if widths.sum::<f32>() > ui.available_size_before_wrap().x {
            ui.end_row();
        }
        for (shows, name) in choices {
            if chip::chip_ui(ui, theme, &name, self.settings.shows == shows).clicked() {
                self.settings.shows = shows;
            }
        }
        if self.settings.shows != Shows::Chart {
            let name = texts.get("chart-copy");
            if button::icon_ui(ui, theme, icons::COPY, &name).clicked() {
                let chart = ctx.chart(&self.request(ctx));
                let text = table::copied(ctx, &chart, self.table.order);
                ctx.act(Action::CopyText(text));
            }
        }
    }
}

/// The parties to choose from, by name.
fn chosen_ui(ui: &mut Ui, ctx: &PaneCtx<'_>, who: &mut Who) {
    let measure = crate::views::Measure {
        stage: Stage::Pledged,
        aid_type: None,
    };
    let all = ctx.parties(measure, &PartyFilter::default());
    let mut chosen = match who {
        Who::Chosen(parties) => parties.clone(),
        _ => Vec::new(),
    };
    let before = chosen.clone();
    ScrollArea::vertical().max_height(280.0).show(ui, |ui| {
        for row in &all.rows {
            let mut on = chosen.contains(&row.id);
            if ui.checkbox(&mut on, ctx.name(&row.name)).changed() {
                if on {
                    chosen.push(row.id.clone());
                } else {
                    chosen.retain(|id| *id != row.id);
                }
            }
        }
    });
    if chosen != before {
        chosen.sort();
        *who = if chosen.is_empty() {
            Who::All
        } else {
            Who::Chosen(chosen)
        };
    }
}
