//! What people type, and how it is read: the notation of the module by example.

mod doubts;
mod plain;
mod sums;
mod times;

use std::fmt::Display;

use super::{Context, Reading, amount};
use crate::model::{Amount, AmountForm, Currency, PartialDate, Period, ShareBound};
use crate::text::Lang;

/// An amount in a notation of these tables: `<= 3 000 000 000 EUR, yearly 2024..2028`.
fn told_amount(amount: &Amount) -> String {
    let form = match &amount.form {
        AmountForm::Exact(money) => money.to_string(),
        AmountForm::About(money) => format!("~ {money}"),
        AmountForm::UpTo(money) => format!("<= {money}"),
        AmountForm::AtLeast(money) => format!(">= {money}"),
        AmountForm::Range(both) => format!("{} .. {}", both.low(), both.high()),
        AmountForm::GdpShare(share) => {
            let sign = match share.bound {
                ShareBound::Exact => "",
                ShareBound::About => "~ ",
                ShareBound::UpTo => "<= ",
                ShareBound::AtLeast => ">= ",
            };
            format!("{sign}{} % GDP", share.percent)
        }
        AmountForm::Undisclosed(None) => "n/d".to_owned(),
        AmountForm::Undisclosed(Some(currency)) => format!("n/d {currency}"),
    };
    let end = |end: Option<String>| end.unwrap_or_default();
    let date = |date: Option<PartialDate>| end(date.map(|date| date.to_string()));
    match amount.period {
        Period::Unstated => form,
        Period::Year(year) => format!("{form}, {year}"),
        Period::Yearly { from, to } => {
            let year = |year: Option<crate::model::Year>| end(year.map(|year| year.to_string()));
            format!("{form}, yearly {}..{}", year(from), year(to))
        }
        Period::Lump { from, to } => format!("{form}, lump {}..{}", date(from), date(to)),
    }
}

/// A reading in the notation of these tables: choices with `or`, what is unread by its name.
fn told_reading<T>(reading: &Reading<T>, told: impl Fn(&T) -> String) -> String {
    match reading {
        Reading::Sure(one) => told(one),
        Reading::Choose(all) => all.iter().map(told).collect::<Vec<_>>().join(" or "),
        Reading::Not(why) => format!("{why:?}"),
    }
}

fn simply<T: Display>(reading: &Reading<T>) -> String {
    told_reading(reading, ToString::to_string)
}

/// Reads each text where a party's currency is known or not (`""`), in both languages; the order of
/// choices is that of English.
fn read_as(own: &str, cases: &[(&str, &str)]) {
    let currency = Currency::new(own).ok();
    for (text, expected) in cases {
        let reading = |lang| amount(text, &Context { currency, lang });
        let english = told_reading(&reading(Lang::En), told_amount);
        assert_eq!(english, *expected, "{text:?} of {own:?}");
        let mut ukrainian: Vec<String> = match reading(Lang::Uk) {
            Reading::Choose(all) => all.iter().map(told_amount).collect(),
            other => vec![told_reading(&other, told_amount)],
        };
        let mut both: Vec<&str> = expected.split(" or ").collect();
        both.sort_unstable();
        ukrainian.sort_unstable();
        assert_eq!(ukrainian, both, "the language decided what {text:?} is");
    }
}
