//! What the columns are narrowed by: words, chosen values, or from one value to another.

use std::collections::{BTreeMap, BTreeSet};

use eframe::egui::{PopupCloseBehavior, Response, Role, ScrollArea, TextEdit, Ui};
use rust_decimal::Decimal;

use crate::model::{AmountForm, Instrument, PartialDate, PartyId};
use crate::text::typed::{self, Reading, Unread};
use crate::text::{Texts, dates, numbers, words};
use crate::ui::PaneCtx;
use crate::ui::theme::HALF;
use crate::ui::widgets::{button, popup, tell};
use crate::views::{
    Between, GivenIn, LedgerColumn, LedgerCounts, LedgerFilter, RecordKind, sort_by_words,
};

use super::columns;

/// Two ends as they are typed.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Typed {
    column: Option<LedgerColumn>,
    ends: [String; 2],
    wrong: Option<String>,
    /// Whether the field of the column's words is to take the focus.
    pub(super) wants_focus: bool,
}

/// What the button of a column opens.
pub(super) fn filter_ui(
    opener: &Response,
    ctx: &PaneCtx<'_>,
    column: LedgerColumn,
    filter: &mut LedgerFilter,
    counts: &LedgerCounts,
    typed: &mut Typed,
) {
    let shown = popup::under(opener)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .show(|ui| {
            ui.set_width(256.0);
            if typed.column != Some(column) {
                *typed = Typed {
                    column: Some(column),
                    ends: ends(filter, column),
                    wants_focus: true,
                    ..Typed::default()
                };
            }
            column_ui(ui, ctx, column, filter, counts, typed);
            ui.separator();
            ui.add_enabled_ui(filter.narrows(column), |ui| {
                if button::link_ui(ui, ctx.texts.get("ledger-narrow-clear")).clicked() {
                    filter.widen(column);
                    *typed = Typed::default();
                }
            });
        });
    if shown.is_none() && typed.column == Some(column) {
        *typed = Typed::default();
    }
}

fn column_ui(
    ui: &mut Ui,
    ctx: &PaneCtx<'_>,
    column: LedgerColumn,
    filter: &mut LedgerFilter,
    counts: &LedgerCounts,
    typed: &mut Typed,
) {
    let texts = ctx.texts;
    match column {
        LedgerColumn::Party => parties_ui(ui, ctx, counts, &mut filter.parties),
        LedgerColumn::Stage => values_ui(ui, &counts.stages, &mut filter.stages, |of| {
            words::stage(*of, texts)
        }),
        LedgerColumn::Type => values_ui(ui, &counts.types, &mut filter.types, |of| {
            words::aid_type(*of, texts)
        }),
        LedgerColumn::Instrument => {
            values_ui(ui, &counts.instruments, &mut filter.instruments, |of| {
                words::instrument(*of, texts)
            });
        }
        LedgerColumn::Record => values_ui(ui, &counts.records, &mut filter.records, |of| {
            record_kind(*of, texts)
        }),
        LedgerColumn::Original => values_ui(ui, &counts.given_in, &mut filter.given_in, |of| {
            given_in(*of, texts)
        }),
        LedgerColumn::Announced => {
            let tip = texts.get("ledger-narrow-days-tip");
            if let Some([from, to]) = ends_ui(ui, ctx, typed, &tip, &|text| day(text, texts)) {
                filter.announced = Between { from, to };
            }
        }
        LedgerColumn::Amount => {
            let unit = ctx.ledger.assumptions().currency;
            let args = [("currency", unit.code().into())];
            let tip = texts.with("ledger-narrow-amount-tip", &args);
            let read = |text: &str| sum(text, ctx);
            if let Some([from, to]) = ends_ui(ui, ctx, typed, &tip, &read) {
                filter.amount = Between { from, to };
            }
        }
        words => words_ui(ui, ctx, words, filter, typed),
    }
}

fn words_ui(
    ui: &mut Ui,
    ctx: &PaneCtx<'_>,
    column: LedgerColumn,
    filter: &mut LedgerFilter,
    typed: &mut Typed,
) {
    let mut text = filter.words.get(&column).cloned().unwrap_or_default();
    let name = columns::title(column, ctx.texts);
    let name = ctx
        .texts
        .with("ledger-narrow-words", &[("column", name.into())]);
    let field = TextEdit::singleline(&mut text).hint_text(&name);
    let response = ui.add(field.desired_width(f32::INFINITY));
    tell::typed(&response, Role::SearchInput, &name, &text);
    if std::mem::take(&mut typed.wants_focus) {
        response.request_focus();
    }
    if response.changed() {
        if text.is_empty() {
            filter.words.remove(&column);
        } else {
            filter.words.insert(column, text);
        }
    }
}

/// One value to choose or not; how many rows it would leave.
fn value_ui<T: Ord + Clone>(
    ui: &mut Ui,
    value: &T,
    name: &str,
    count: usize,
    chosen: &mut BTreeSet<T>,
) {
    let mut is_chosen = chosen.contains(value);
    if ui
        .checkbox(&mut is_chosen, format!("{name}  {count}"))
        .changed()
        && !chosen.remove(value)
    {
        chosen.insert(value.clone());
    }
}

/// The values that there are, and those that are chosen though there are none any more.
fn values_ui<T: Ord + Clone>(
    ui: &mut Ui,
    counts: &BTreeMap<T, usize>,
    chosen: &mut BTreeSet<T>,
    name: impl Fn(&T) -> String,
) {
    let values: BTreeSet<T> = counts.keys().chain(chosen.iter()).cloned().collect();
    ScrollArea::vertical().max_height(360.0).show(ui, |ui| {
        for value in values {
            let count = counts.get(&value).copied().unwrap_or_default();
            value_ui(ui, &value, &name(&value), count, chosen);
        }
    });
}

fn parties_ui(
    ui: &mut Ui,
    ctx: &PaneCtx<'_>,
    counts: &LedgerCounts,
    chosen: &mut BTreeSet<PartyId>,
) {
    let ids: BTreeSet<PartyId> = counts
        .parties
        .keys()
        .chain(chosen.iter())
        .cloned()
        .collect();
    let mut named: Vec<(String, PartyId)> =
        ids.into_iter().map(|id| (party(&id, ctx), id)).collect();
    sort_by_words(&mut named, ctx.texts.lang(), |(name, _)| name);
    ScrollArea::vertical().max_height(360.0).show(ui, |ui| {
        for (name, id) in named {
            let count = counts.parties.get(&id).copied().unwrap_or_default();
            value_ui(ui, &id, &name, count, chosen);
        }
    });
}

/// Two fields, from and to; what they say when one of them was changed and both can be read.
fn ends_ui<T>(
    ui: &mut Ui,
    ctx: &PaneCtx<'_>,
    typed: &mut Typed,
    tip: &str,
    read: &dyn Fn(&str) -> Result<Option<T>, String>,
) -> Option<[Option<T>; 2]> {
    let texts = ctx.texts;
    let names = [
        texts.get("ledger-narrow-from"),
        texts.get("ledger-narrow-to"),
    ];
    let mut changed = false;
    let mut wants_focus = std::mem::take(&mut typed.wants_focus);
    for (name, text) in names.iter().zip(&mut typed.ends) {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = HALF;
            ui.add_sized(
                [44.0, 24.0],
                eframe::egui::Label::new(ctx.theme.small(name)),
            );
            let response = ui.add(TextEdit::singleline(text).desired_width(f32::INFINITY));
            tell::typed(&response, Role::TextInput, name, text);
            if std::mem::take(&mut wants_focus) {
                response.request_focus();
            }
            changed |= response.changed();
        });
    }
    match &typed.wrong {
        Some(wrong) => ui.colored_label(ctx.theme.error, wrong),
        None => ui.label(ctx.theme.small(tip)),
    };
    if !changed {
        return None;
    }
    let [from, to] = &typed.ends;
    match (read(from), read(to)) {
        (Ok(from), Ok(to)) => {
            typed.wrong = None;
            Some([from, to])
        }
        (from, to) => {
            typed.wrong = from.err().or(to.err());
            None
        }
    }
}

/// What an end that was typed means; nothing typed is an open end.
fn taken<T>(reading: Reading<T>, texts: Texts) -> Result<Option<T>, String> {
    match reading {
        Reading::Sure(value) => Ok(Some(value)),
        Reading::Choose(_) => Err(texts.get("ledger-narrow-which")),
        Reading::Not(Unread::Empty) => Ok(None),
        Reading::Not(why) => Err(typed::told(&why, texts)),
    }
}

fn day(text: &str, texts: Texts) -> Result<Option<PartialDate>, String> {
    taken(typed::date(text, texts.lang()), texts)
}

/// A sum in the shown currency.
fn sum(text: &str, ctx: &PaneCtx<'_>) -> Result<Option<Decimal>, String> {
    let unit = ctx.ledger.assumptions().currency;
    let context = typed::Context {
        currency: Some(unit),
        lang: ctx.texts.lang(),
    };
    let amount = taken(typed::amount(text, &context), ctx.texts)?;
    match amount.map(|amount| amount.form) {
        None => Ok(None),
        Some(AmountForm::Exact(money)) if money.currency() == unit => Ok(Some(money.value())),
        Some(_) => {
            let args = [("currency", unit.code().into())];
            Err(ctx.texts.with("ledger-narrow-amount-tip", &args))
        }
    }
}

/// The ends of a column as they would be typed.
fn ends(filter: &LedgerFilter, column: LedgerColumn) -> [String; 2] {
    fn texts<T>(of: Between<T>, text: impl Fn(T) -> String) -> [String; 2] {
        [of.from, of.to].map(|end| end.map(&text).unwrap_or_default())
    }
    match column {
        LedgerColumn::Announced => texts(filter.announced, typed::date_text),
        LedgerColumn::Amount => texts(filter.amount, |sum| sum.normalize().to_string()),
        _ => Default::default(),
    }
}

/// A party's name; its id where it is gone.
pub(super) fn party(id: &PartyId, ctx: &PaneCtx<'_>) -> String {
    match ctx.ledger.dataset().parties.get(id) {
        Some(party) => words::name(&party.name, ctx.texts).to_owned(),
        None => id.to_string(),
    }
}

fn record_kind(of: RecordKind, texts: Texts) -> String {
    match of {
        RecordKind::Package => texts.get("detail-package"),
        RecordKind::RunningTotal => texts.get("detail-running-total"),
    }
}

fn given_in(of: GivenIn, texts: Texts) -> String {
    match of {
        GivenIn::Currency(currency) => currency.to_string(),
        GivenIn::GdpShare => texts.get("ledger-given-gdp"),
        GivenIn::NoSum => texts.get("ledger-given-none"),
    }
}

/// What a column is narrowed by, in few words: `stage: delivered, pledged`.
pub(super) fn told(filter: &LedgerFilter, column: LedgerColumn, ctx: &PaneCtx<'_>) -> String {
    let texts = ctx.texts;
    let what = match column {
        LedgerColumn::Party => few(filter.parties.iter().map(|id| party(id, ctx))),
        LedgerColumn::Stage => few(filter.stages.iter().map(|of| words::stage(*of, texts))),
        LedgerColumn::Type => few(filter.types.iter().map(|of| words::aid_type(*of, texts))),
        LedgerColumn::Instrument => {
            let of = |of: &Instrument| words::instrument(*of, texts);
            few(filter.instruments.iter().map(of))
        }
        LedgerColumn::Record => few(filter.records.iter().map(|of| record_kind(*of, texts))),
        LedgerColumn::Original => few(filter.given_in.iter().map(|of| given_in(*of, texts))),
        LedgerColumn::Announced => span(filter.announced, |date| dates::date(date, texts)),
        LedgerColumn::Amount => {
            let unit = ctx.ledger.assumptions().currency;
            span(filter.amount, |sum| numbers::money_exact(sum, unit, texts))
        }
        words => filter
            .words
            .get(&words)
            .map(|words| format!("“{}”", words.trim()))
            .unwrap_or_default(),
    };
    format!("{}: {what}", columns::title(column, texts))
}

/// How many values are told by name.
const FEW: usize = 2;

fn few(names: impl ExactSizeIterator<Item = String>) -> String {
    let more = names.len().saturating_sub(FEW);
    let mut told: Vec<String> = names.take(FEW).collect();
    if more > 0 {
        told.push(format!("+{more}"));
    }
    told.join(", ")
}

fn span<T>(of: Between<T>, tell: impl Fn(T) -> String) -> String {
    match (of.from.map(&tell), of.to.map(&tell)) {
        (Some(from), Some(to)) => format!("{from} – {to}"),
        (Some(from), None) => format!("≥ {from}"),
        (None, Some(to)) => format!("≤ {to}"),
        (None, None) => String::new(),
    }
}
