//! The text that stands in a field when a person begins to edit an amount. It reads back as exactly
//! that amount, in either language and for any party.

use rust_decimal::Decimal;

use super::super::Lang;
use crate::model::{
    Amount, AmountForm, GdpShare, Money, MoneyRange, PartialDate, Period, ShareBound,
};

/// The text to edit an amount by, in English: `about 35 mln EUR each year 2024–2028`. Currencies
/// stand by their codes; scales stand where the number stays exact and short.
pub fn amount_text(amount: &Amount) -> String {
    amount_text_in(amount, Lang::En)
}

/// The text to edit an amount by, in the words of a language. It reads back in either.
pub fn amount_text_in(amount: &Amount, lang: Lang) -> String {
    let form = form(&amount.form, lang);
    match period(&amount.period, lang) {
        None => form,
        Some(period) => format!("{form} {period}"),
    }
}

/// Puts what is before the bound's sum: “about ”.
fn bound(of: ShareBound, lang: Lang) -> &'static str {
    match (of, lang) {
        (ShareBound::Exact, _) => "",
        (ShareBound::About, Lang::En) => "about ",
        (ShareBound::About, Lang::Uk) => "близько ",
        (ShareBound::UpTo, Lang::En) => "up to ",
        (ShareBound::UpTo, Lang::Uk) => "до ",
        (ShareBound::AtLeast, Lang::En) => "at least ",
        (ShareBound::AtLeast, Lang::Uk) => "щонайменше ",
    }
}

fn form(form: &AmountForm, lang: Lang) -> String {
    let bounded = |by, money| format!("{}{}", bound(by, lang), sum(money, lang));
    match form {
        AmountForm::Exact(money) => sum(money, lang),
        AmountForm::About(money) => bounded(ShareBound::About, money),
        AmountForm::UpTo(money) => bounded(ShareBound::UpTo, money),
        AmountForm::AtLeast(money) => bounded(ShareBound::AtLeast, money),
        AmountForm::Range(both) => range(both, lang),
        AmountForm::GdpShare(part) => share(*part, lang),
        AmountForm::Undisclosed(currency) => {
            let hidden = match lang {
                Lang::En => "n/d",
                Lang::Uk => "н/д",
            };
            match currency {
                None => hidden.to_owned(),
                Some(currency) => format!("{hidden} {currency}"),
            }
        }
    }
}

fn share(part: GdpShare, lang: Lang) -> String {
    let gdp = match lang {
        Lang::En => "of GDP",
        Lang::Uk => "ВВП",
    };
    let percent = digits(part.percent.get(), lang);
    format!("{}{percent} % {gdp}", bound(part.bound, lang))
}

/// A scale that people write.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Scale {
    Millions,
    Billions,
}

impl Scale {
    fn name(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::Millions, Lang::En) => "mln",
            (Self::Millions, Lang::Uk) => "млн",
            (Self::Billions, Lang::En) => "bn",
            (Self::Billions, Lang::Uk) => "млрд",
        }
    }
}

/// A value in the scale in which it is short: under a thousand with two decimals at most, so that
/// no mark in it can be mistaken for one that groups digits.
fn scaled(value: Decimal) -> Option<(Decimal, Scale)> {
    let units = [
        (Decimal::from(1_000_000_000), Scale::Billions),
        (Decimal::from(1_000_000), Scale::Millions),
    ];
    let (unit, scale) = units.into_iter().find(|(unit, _)| value >= *unit)?;
    let short = value.checked_div(unit)?.normalize();
    let is_exact = short.checked_mul(unit) == Some(value);
    let is_short = short < Decimal::ONE_THOUSAND && short.scale() <= 2;
    (is_exact && is_short).then_some((short, scale))
}

fn sum(money: &Money, lang: Lang) -> String {
    let currency = money.currency();
    match scaled(money.value()) {
        Some((short, scale)) => {
            format!("{} {} {currency}", digits(short, lang), scale.name(lang))
        }
        None => format!("{} {currency}", digits(money.value(), lang)),
    }
}

fn range(both: &MoneyRange, lang: Lang) -> String {
    let (low, high) = (both.low().value(), both.high().value());
    let currency = both.high().currency();
    match (scaled(low), scaled(high)) {
        (Some((low, of_low)), Some((high, of_high))) => {
            let (low, high) = (digits(low, lang), digits(high, lang));
            let scale = of_high.name(lang);
            if of_low == of_high {
                format!("{low}–{high} {scale} {currency}")
            } else {
                format!("{low} {} – {high} {scale} {currency}", of_low.name(lang))
            }
        }
        _ => format!("{} – {} {currency}", digits(low, lang), digits(high, lang)),
    }
}

/// Every digit, grouped by spaces. Three decimals after fewer than four digits could be a group: a
/// zero more, and they cannot.
fn digits(value: Decimal, lang: Lang) -> String {
    let written = value.normalize().to_string();
    let (whole, decimals) = match written.split_once('.') {
        Some((whole, decimals)) => (whole, decimals),
        None => (written.as_str(), ""),
    };
    let mut out = String::new();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            out.push(' ');
        }
        out.push(digit);
    }
    if !decimals.is_empty() {
        out.push(match lang {
            Lang::En => '.',
            Lang::Uk => ',',
        });
        out.push_str(decimals);
        if decimals.len() == 3 && whole.len() <= 3 && whole != "0" {
            out.push('0');
        }
    }
    out
}

fn period(period: &Period, lang: Lang) -> Option<String> {
    let words = Words::of(lang);
    let Words { each, within, .. } = words;
    Some(match *period {
        Period::Unstated => return None,
        Period::Year(year) => format!("{within} {year}"),
        Period::Yearly { from, to } => {
            let ends = (from.map(PartialDate::Year), to.map(PartialDate::Year));
            match words.span(ends) {
                None => each.to_owned(),
                Some(span) => format!("{each} {span}"),
            }
        }
        Period::Lump {
            from: None,
            to: None,
        } => words.one_sum.to_owned(),
        Period::Lump {
            from: Some(from),
            to: Some(to),
        } if from == to && !matches!(from, PartialDate::Year(_)) => format!("{within} {from}"),
        Period::Lump { from, to } => words.span((from, to))?,
    })
}

/// The words around times.
#[derive(Clone, Copy)]
struct Words {
    each: &'static str,
    within: &'static str,
    from: &'static str,
    until: &'static str,
    /// “until” before a year alone: «до 2026» after a sum might be the end of a range.
    until_year: &'static str,
    one_sum: &'static str,
}

impl Words {
    fn of(lang: Lang) -> Self {
        match lang {
            Lang::En => Self {
                each: "each year",
                within: "in",
                from: "from",
                until: "until",
                until_year: "until",
                one_sum: "in one sum",
            },
            Lang::Uk => Self {
                each: "щороку",
                within: "у",
                from: "від",
                until: "до",
                until_year: "до кінця",
                one_sum: "однією сумою",
            },
        }
    }

    fn span(self, ends: (Option<PartialDate>, Option<PartialDate>)) -> Option<String> {
        let Self {
            from,
            until,
            until_year,
            ..
        } = self;
        Some(match ends {
            (None, None) => return None,
            (Some(start), None) => format!("{from} {start}"),
            (None, Some(end @ PartialDate::Year(_))) => format!("{until_year} {end}"),
            (None, Some(end)) => format!("{until} {end}"),
            (Some(start @ PartialDate::Year(_)), Some(end @ PartialDate::Year(_))) => {
                format!("{start}–{end}")
            }
            (Some(start), Some(end)) => format!("{start} – {end}"),
        })
    }
}
