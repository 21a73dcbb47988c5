//! Dates and times in words: days to the precision that a source gives, spans, what time is left.

use jiff::civil::Date;

use super::Texts;
use super::numbers::count;
use crate::ledger::{RatePeriod, Span};
use crate::model::{PartialDate, Period, Year};

/// A month between day and year: `Jun`, `черв.`.
fn month_id(month: i8) -> &'static str {
    match month {
        2 => "date-month-02",
        3 => "date-month-03",
        4 => "date-month-04",
        5 => "date-month-05",
        6 => "date-month-06",
        7 => "date-month-07",
        8 => "date-month-08",
        9 => "date-month-09",
        10 => "date-month-10",
        11 => "date-month-11",
        12 => "date-month-12",
        _ => "date-month-01",
    }
}

/// A month alone: `June`, `червень`.
fn month_alone_id(month: i8) -> &'static str {
    match month {
        2 => "date-month-alone-02",
        3 => "date-month-alone-03",
        4 => "date-month-alone-04",
        5 => "date-month-alone-05",
        6 => "date-month-alone-06",
        7 => "date-month-alone-07",
        8 => "date-month-alone-08",
        9 => "date-month-alone-09",
        10 => "date-month-alone-10",
        11 => "date-month-alone-11",
        12 => "date-month-alone-12",
        _ => "date-month-alone-01",
    }
}

/// A day: `27 Jun 2024`, `27 черв. 2024`.
pub fn day(date: Date, texts: Texts) -> String {
    texts.with(
        "date-day",
        &[
            ("day", date.day().to_string().into()),
            ("month", texts.get(month_id(date.month())).into()),
            ("year", date.year().to_string().into()),
        ],
    )
}

/// A month of a year: `June 2024`, `червень 2024`.
pub fn month(year: Year, month: i8, texts: Texts) -> String {
    texts.with(
        "date-month",
        &[
            ("month", texts.get(month_alone_id(month)).into()),
            ("year", year.to_string().into()),
        ],
    )
}

/// A date to the precision that is known: `2024`, `June 2024`, `27 Jun 2024`, `until 10 Mar 2022`.
pub fn date(date: PartialDate, texts: Texts) -> String {
    match date {
        PartialDate::Year(year) => year.to_string(),
        PartialDate::Month(year, of) => month(year, of, texts),
        PartialDate::Day(date) => day(date, texts),
        PartialDate::Between(span) => {
            let end = |date: Option<Date>| date.map(|date| day(date, texts));
            match (end(span.from()), end(span.to())) {
                (Some(from), Some(to)) => {
                    texts.with("date-span", &[("from", from.into()), ("to", to.into())])
                }
                (Some(from), None) => texts.with("date-from", &[("from", from.into())]),
                (None, to) => texts.with("date-until", &[("to", to.unwrap_or_default().into())]),
            }
        }
    }
}

/// From one date to another, each as known; years stand close: `2024–2026`.
pub fn between(from: PartialDate, to: PartialDate, texts: Texts) -> String {
    match (from, to) {
        _ if from == to => date(from, texts),
        (PartialDate::Year(from), PartialDate::Year(to)) => format!("{from}–{to}"),
        _ => texts.with(
            "date-span",
            &[
                ("from", date(from, texts).into()),
                ("to", date(to, texts).into()),
            ],
        ),
    }
}

/// What time a sum is for: `2024`, `each year 2024–2028`, `2024–2026 together`.
pub fn period(period: &Period, texts: Texts) -> String {
    let year = |year: &Year| year.to_string();
    match period {
        Period::Unstated
        | Period::Lump {
            from: None,
            to: None,
        } => texts.get("period-unstated"),
        Period::Year(of) => year(of),
        Period::Yearly {
            from: None,
            to: None,
        } => texts.get("period-yearly"),
        Period::Yearly {
            from: Some(from),
            to: None,
        } => texts.with("period-yearly-from", &[("from", year(from).into())]),
        Period::Yearly {
            from: None,
            to: Some(to),
        } => texts.with("period-yearly-to", &[("to", year(to).into())]),
        Period::Yearly {
            from: Some(from),
            to: Some(to),
        } => texts.with(
            "period-yearly-span",
            &[("from", year(from).into()), ("to", year(to).into())],
        ),
        Period::Lump {
            from: Some(from),
            to: Some(to),
        } => {
            let span = between(*from, *to, texts);
            if from.year() == to.year() {
                span
            } else {
                texts.with("period-lump", &[("span", span.into())])
            }
        }
        Period::Lump {
            from: Some(from),
            to: None,
        } => texts.with("date-from", &[("from", date(*from, texts).into())]),
        Period::Lump {
            from: None,
            to: Some(to),
        } => texts.with("date-to", &[("to", date(*to, texts).into())]),
    }
}

/// What time a sum is asked for.
pub fn span(span: Span, texts: Texts) -> String {
    match span {
        Span::All => texts.get("date-all-time"),
        Span::Year(year) => year.to_string(),
        Span::NotSplit => texts.get("date-not-split"),
        Span::Announced(from, to) => {
            let span = between(PartialDate::Day(from), PartialDate::Day(to), texts);
            texts.with("date-announced", &[("span", span.into())])
        }
    }
}

/// The period that a rate is the mean of; none where no time is known at all.
pub fn rate_period(period: &RatePeriod, texts: Texts) -> Option<String> {
    match period {
        RatePeriod::Year(year) => Some(year.to_string()),
        RatePeriod::Month(year, of) => Some(month(*year, *of, texts)),
        RatePeriod::Days(from, to) => Some(between(
            PartialDate::Day(*from),
            PartialDate::Day(*to),
            texts,
        )),
        RatePeriod::Unknown => None,
    }
}

/// How many days are left until an end, or have gone by since: `3 042 days left`.
pub fn days_left(days: i32, texts: Texts) -> String {
    let many = days.unsigned_abs();
    let args = &[
        ("days", many.into()),
        ("number", count(u64::from(many), texts).into()),
    ];
    if days < 0 {
        texts.with("date-days-past", args)
    } else {
        texts.with("date-days-left", args)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;

    fn plain(text: &str) -> String {
        text.replace('\u{202f}', " ")
    }

    #[test]
    fn a_date_is_told_to_the_precision_known() {
        for (written, en, uk) in [
            ("2024-06-27", "27 Jun 2024", "27 черв. 2024"),
            ("2024-06", "June 2024", "червень 2024"),
            ("2024", "2024", "2024"),
        ] {
            let known: PartialDate = written.parse().unwrap();
            assert_eq!(plain(&date(known, Texts::new(Lang::En))), en);
            assert_eq!(plain(&date(known, Texts::new(Lang::Uk))), uk);
        }
    }

    #[test]
    fn a_period_says_whether_a_sum_comes_again_each_year() {
        let year = |y| Year::new(y).unwrap();
        let at = |text: &str| text.parse::<PartialDate>().ok();
        for (of, en, uk) in [
            (Period::Year(year(2024)), "2024", "2024"),
            (
                Period::Yearly {
                    from: Some(year(2024)),
                    to: Some(year(2028)),
                },
                "each year 2024–2028",
                "щороку 2024–2028",
            ),
            (
                Period::Yearly {
                    from: None,
                    to: None,
                },
                "each year",
                "щороку",
            ),
            (
                Period::Lump {
                    from: at("2024"),
                    to: at("2026"),
                },
                "2024–2026 together",
                "2024–2026 разом",
            ),
            (
                Period::Lump {
                    from: at("2024-01-01"),
                    to: at("2024-06-27"),
                },
                "1 Jan 2024 – 27 Jun 2024",
                "1 січ. 2024 – 27 черв. 2024",
            ),
            (Period::Unstated, "no time stated", "часу не названо"),
        ] {
            assert_eq!(plain(&period(&of, Texts::new(Lang::En))), en);
            assert_eq!(plain(&period(&of, Texts::new(Lang::Uk))), uk);
        }
    }

    #[test]
    fn days_left_take_the_plural_of_the_language() {
        for (days, en, uk) in [
            (1, "1 day left", "лишився 1 день"),
            (3, "3 days left", "лишилося 3 дні"),
            (3042, "3 042 days left", "лишилося 3 042 дні"),
            (11, "11 days left", "лишилося 11 днів"),
            (-5, "ended 5 days ago", "скінчилося 5 днів тому"),
        ] {
            assert_eq!(plain(&days_left(days, Texts::new(Lang::En))), en);
            assert_eq!(plain(&days_left(days, Texts::new(Lang::Uk))), uk);
        }
    }
}
