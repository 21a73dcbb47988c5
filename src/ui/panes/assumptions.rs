//! The strip under the menu: the settings under which everything is counted, a chip each. Each
//! opens its choices; a changed one is marked; all can be put back.

use std::collections::{BTreeMap, BTreeSet};

use eframe::egui::{self, Key, PopupCloseBehavior, Response, ScrollArea, TextEdit, Ui};
use jiff::civil::Date;

use crate::ledger::{Assumptions, FutureGdp, FxRule, Lumps};
use crate::model::{Currency, Dataset, Year};
use crate::text::dates;
use crate::ui::action::{Action, Verb};
use crate::ui::theme::HALF;
use crate::ui::widgets::tell;
use crate::ui::widgets::{button, chip, popup};
use crate::ui::{PaneCtx, icons};

/// The strip under the menu.
#[derive(Debug, Default)]
pub struct AssumptionsStrip {
    /// What is typed into the field of the cut-off.
    cutoff_text: String,
    /// Whether what is typed is no day.
    cutoff_refused: bool,
}

/// The day of the page that most of the book's questions begin with; offered as a cut-off.
const TWENTY_PARTNERS: Date = jiff::civil::date(2024, 6, 27);

impl AssumptionsStrip {
    /// Paints it.
    pub fn ui(&mut self, ui: &mut Ui, ctx: &mut PaneCtx<'_>) {
        let ledger = std::sync::Arc::clone(ctx.ledger);
        let now = ledger.assumptions();
        let own = Assumptions::of(ledger.dataset());
        let mut new = now.clone();
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = egui::vec2(HALF + 2.0, HALF);
            currency_ui(ui, ctx, ledger.dataset(), &own, &mut new);
            vintage_ui(ui, ctx, ledger.dataset(), &own, &mut new);
            rates_ui(ui, ctx, ledger.dataset(), &own, &mut new);
            lumps_ui(ui, ctx, &own, &mut new);
            future_ui(ui, ctx, &own, &mut new);
            eu_ui(ui, ctx, ledger.dataset(), &own, &mut new);
            self.cutoff_ui(ui, ctx, ledger.dataset(), &own, &mut new);
            if *now != own {
                let text = ctx.texts.get("assumptions-reset");
                let text = format!("{} {text}", icons::RESET);
                let small = egui::RichText::new(text)
                    .text_style(egui::TextStyle::Small)
                    .color(ctx.theme.accent);
                let tip = ctx.texts.get(Verb::ResetAssumptions.tip_id());
                let reset = egui::Button::new(small).frame_when_inactive(false);
                let response = ui.add(reset).on_hover_text(tip);
                let name = ctx.texts.get("assumptions-reset");
                response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &name));
                if response.clicked() {
                    ctx.act(Verb::ResetAssumptions);
                }
            }
        });
        if new != *now {
            ctx.act(Action::Assume(Box::new(new)));
        }
    }

    fn cutoff_ui(
        &mut self,
        ui: &mut Ui,
        ctx: &PaneCtx<'_>,
        dataset: &Dataset,
        own: &Assumptions,
        new: &mut Assumptions,
    ) {
        let shown = match new.cutoff {
            Some(day) => ctx.texts.with(
                "assumptions-cutoff-chip",
                &[("date", dates::day(day, ctx.texts).into())],
            ),
            None => ctx.texts.get("assumptions-cutoff-none-chip"),
        };
        let opener = chip_ui(
            ui,
            ctx,
            &shown,
            new.cutoff != own.cutoff,
            "assumptions-cutoff-tip",
        );
        if opener.clicked() {
            self.cutoff_text = new.cutoff.map(|day| day.to_string()).unwrap_or_default();
            self.cutoff_refused = false;
        }
        popup::under(&opener)
            .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
            .show(|ui| {
                ui.set_width(300.0);
                self.cutoff_field_ui(ui, ctx, new);
                ui.separator();
                cutoff_presets_ui(ui, ctx, dataset, own, new);
            });
    }

    fn cutoff_field_ui(&mut self, ui: &mut Ui, ctx: &PaneCtx<'_>, new: &mut Assumptions) {
        let label = ctx.texts.get("assumptions-cutoff-field");
        ui.label(ctx.theme.small(&label));
        let mut asked = false;
        ui.horizontal(|ui| {
            let field = TextEdit::singleline(&mut self.cutoff_text)
                .desired_width(120.0)
                .hint_text("2024-06-27");
            let response = ui.add(field);
            tell::typed(&response, egui::Role::TextInput, &label, &self.cutoff_text);
            asked = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
            let apply = ctx.texts.get("assumptions-cutoff-apply");
            asked |= button::button_ui(ui, ctx.theme, apply).clicked();
        });
        if asked {
            match self.cutoff_text.trim().parse::<Date>() {
                Ok(day) if (1990..=2100).contains(&day.year()) => {
                    new.cutoff = Some(day);
                    self.cutoff_refused = false;
                    ui.close();
                }
                _ => self.cutoff_refused = true,
            }
        }
        if self.cutoff_refused {
            let text = ctx.texts.get("assumptions-cutoff-refused");
            ui.colored_label(ctx.theme.error, text);
        }
    }
}

/// A chip that opens its choices, with a sentence under the pointer.
fn chip_ui(ui: &mut Ui, ctx: &PaneCtx<'_>, text: &str, changed: bool, tip: &str) -> Response {
    chip::menu_chip_ui(ui, ctx.theme, text, changed).on_hover_text(ctx.texts.get(tip))
}

/// One choice of a chip; closes the menu when taken.
fn choice_ui<T: PartialEq>(ui: &mut Ui, text: impl Into<String>, value: T, chosen: &mut T) {
    if ui.radio(*chosen == value, text.into()).clicked() {
        *chosen = value;
        ui.close();
    }
}

fn currency_ui(
    ui: &mut Ui,
    ctx: &PaneCtx<'_>,
    dataset: &Dataset,
    own: &Assumptions,
    new: &mut Assumptions,
) {
    let changed = new.currency != own.currency;
    let text = new.currency.code().to_owned();
    let opener = chip_ui(ui, ctx, &text, changed, "assumptions-currency-tip");
    popup::under(&opener).show(|ui| {
        ScrollArea::vertical().max_height(360.0).show(ui, |ui| {
            for currency in currencies(dataset) {
                choice_ui(ui, currency.code(), currency, &mut new.currency);
            }
        });
    });
}

/// The currencies that there are rates for: those that most are asked for first, then by code.
fn currencies(dataset: &Dataset) -> Vec<Currency> {
    let mut with_rates: Vec<Currency> = dataset
        .reference
        .fx
        .values()
        .map(|series| series.currency)
        .chain([Currency::EUR])
        .collect();
    let rank = |currency: &Currency| {
        let first = ["EUR", "USD", "GBP", "UAH"];
        let place = first.iter().position(|code| *code == currency.code());
        (place.unwrap_or(first.len()), *currency)
    };
    with_rates.sort_by_key(rank);
    with_rates.dedup();
    with_rates
}

fn vintage_ui(
    ui: &mut Ui,
    ctx: &PaneCtx<'_>,
    dataset: &Dataset,
    own: &Assumptions,
    new: &mut Assumptions,
) {
    let vintages: BTreeSet<&str> = dataset
        .reference
        .gdp
        .values()
        .map(|series| series.vintage.as_str())
        .collect();
    let text = if new.gdp_vintage.is_empty() {
        ctx.texts.get("assumptions-gdp-none-chip")
    } else {
        ctx.texts.with(
            "assumptions-gdp-chip",
            &[("vintage", new.gdp_vintage.as_str().into())],
        )
    };
    let changed = new.gdp_vintage != own.gdp_vintage;
    let opener = chip_ui(ui, ctx, &text, changed, "assumptions-gdp-tip");
    popup::under(&opener).show(|ui| {
        for vintage in vintages {
            choice_ui(ui, vintage, vintage.to_owned(), &mut new.gdp_vintage);
        }
    });
}

fn rates_ui(
    ui: &mut Ui,
    ctx: &PaneCtx<'_>,
    dataset: &Dataset,
    own: &Assumptions,
    new: &mut Assumptions,
) {
    let name = |rule: FxRule| match rule {
        FxRule::YearAverage => ctx.texts.get("assumptions-rates-year"),
        FxRule::MonthAverage => ctx.texts.get("assumptions-rates-month"),
        FxRule::FixedYear(year) => ctx.texts.with(
            "assumptions-rates-fixed",
            &[("year", year.to_string().into())],
        ),
    };
    let changed = new.fx_rule != own.fx_rule;
    let opener = chip_ui(
        ui,
        ctx,
        &name(new.fx_rule),
        changed,
        "assumptions-rates-tip",
    );
    let years: BTreeSet<Year> = dataset
        .reference
        .fx
        .values()
        .flat_map(|series| series.years.keys().copied())
        .collect();
    popup::under(&opener).show(|ui| {
        let fixed = years.iter().rev().copied().map(FxRule::FixedYear);
        let rules = [FxRule::YearAverage, FxRule::MonthAverage];
        ScrollArea::vertical().max_height(360.0).show(ui, |ui| {
            for rule in rules.into_iter().chain(fixed) {
                choice_ui(ui, name(rule), rule, &mut new.fx_rule);
            }
        });
    });
}

fn lumps_ui(ui: &mut Ui, ctx: &PaneCtx<'_>, own: &Assumptions, new: &mut Assumptions) {
    let name = |lumps| {
        ctx.texts.get(match lumps {
            Lumps::Whole => "assumptions-lumps-whole",
            Lumps::SplitEvenly => "assumptions-lumps-split",
        })
    };
    let changed = new.lumps != own.lumps;
    let opener = chip_ui(ui, ctx, &name(new.lumps), changed, "assumptions-lumps-tip");
    popup::under(&opener).show(|ui| {
        for lumps in [Lumps::Whole, Lumps::SplitEvenly] {
            choice_ui(ui, name(lumps), lumps, &mut new.lumps);
        }
    });
}

fn future_ui(ui: &mut Ui, ctx: &PaneCtx<'_>, own: &Assumptions, new: &mut Assumptions) {
    let name = |future| {
        ctx.texts.get(match future {
            FutureGdp::Undisclosed => "assumptions-future-undisclosed",
            FutureGdp::CarryLast => "assumptions-future-carry",
        })
    };
    let changed = new.future_gdp != own.future_gdp;
    let text = name(new.future_gdp);
    let opener = chip_ui(ui, ctx, &text, changed, "assumptions-future-tip");
    popup::under(&opener).show(|ui| {
        for future in [FutureGdp::Undisclosed, FutureGdp::CarryLast] {
            choice_ui(ui, name(future), future, &mut new.future_gdp);
        }
    });
}

fn eu_ui(
    ui: &mut Ui,
    ctx: &PaneCtx<'_>,
    dataset: &Dataset,
    own: &Assumptions,
    new: &mut Assumptions,
) {
    let text = ctx.texts.get(if new.eu_attribution.is_some() {
        "assumptions-eu-keys-chip"
    } else {
        "assumptions-eu-off-chip"
    });
    let changed = new.eu_attribution != own.eu_attribution;
    let opener = chip_ui(ui, ctx, &text, changed, "assumptions-eu-tip");
    popup::under(&opener).show(|ui| {
        let off = ctx.texts.get("assumptions-eu-off");
        choice_ui(ui, off, None, &mut new.eu_attribution);
        for key in dataset.reference.eu_shares.values() {
            let text = format!("{} ({})", key.title, key.vintage);
            choice_ui(ui, text, Some(key.id.clone()), &mut new.eu_attribution);
        }
    });
}

fn cutoff_presets_ui(
    ui: &mut Ui,
    ctx: &PaneCtx<'_>,
    dataset: &Dataset,
    own: &Assumptions,
    new: &mut Assumptions,
) {
    let mut days: BTreeMap<Date, Vec<&str>> = BTreeMap::new();
    for agreement in dataset.agreements.values() {
        if let Some(party) = dataset.parties.get(&agreement.party) {
            let names = days.entry(agreement.signed).or_default();
            names.push(ctx.name(&party.name));
        }
    }
    ScrollArea::vertical().max_height(320.0).show(ui, |ui| {
        if let Some(day) = own.cutoff {
            let text = ctx.texts.with(
                "assumptions-cutoff-own",
                &[("date", dates::day(day, ctx.texts).into())],
            );
            choice_ui(ui, text, Some(day), &mut new.cutoff);
        }
        let twenty = ctx.texts.with(
            "assumptions-cutoff-twenty",
            &[("date", dates::day(TWENTY_PARTNERS, ctx.texts).into())],
        );
        choice_ui(ui, twenty, Some(TWENTY_PARTNERS), &mut new.cutoff);
        let none = ctx.texts.get("assumptions-cutoff-none");
        choice_ui(ui, none, None, &mut new.cutoff);
        ui.separator();
        ui.label(
            ctx.theme
                .small(ctx.texts.get("assumptions-cutoff-signings")),
        );
        for (day, names) in days {
            let text = format!("{} · {}", dates::day(day, ctx.texts), names.join(", "));
            if ui
                .add(egui::RadioButton::new(new.cutoff == Some(day), text))
                .clicked()
            {
                new.cutoff = Some(day);
                ui.close();
            }
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_euro_is_always_among_the_currencies_and_stands_first() {
        assert_eq!(currencies(&Dataset::default()), [Currency::EUR]);
    }
}
