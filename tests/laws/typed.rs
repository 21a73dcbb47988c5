//! What is written to be edited reads back as what it was; and no text does harm.

use jiff::civil::Date;
use pledgebook::model::*;
use pledgebook::text::Lang;
use pledgebook::text::typed::{self, Context, Reading};
use proptest::prelude::*;
use rust_decimal::Decimal;

const CURRENCIES: [&str; 12] = [
    "EUR", "USD", "CAD", "SEK", "NOK", "DKK", "ISK", "JPY", "UAH", "GBP", "MDL", "ALL",
];

fn currency() -> impl Strategy<Value = Currency> {
    proptest::sample::select(&CURRENCIES[..]).prop_map(|code| Currency::new(code).unwrap())
}

/// Sums of every size and with any number of decimals: round ones, long ones, and those whose three
/// decimals look like a group of digits.
fn value() -> impl Strategy<Value = Decimal> {
    let greatest = Decimal::from(Money::MAX);
    prop_oneof![
        (0..2_000_u64, 0..10_u32).prop_map(|(n, zeros)| Decimal::from(n * 10_u64.pow(zeros))),
        (0..3_000_000_u64, 0..7_u32).prop_map(|(n, decimals)| decimal(n.into(), decimals)),
        (0..=Money::MAX, 0..14_u32).prop_map(|(n, decimals)| decimal(n.into(), decimals)),
        (0..1_000_000_000_000_000_000_000_000_000_i128, 0..=28_u32)
            .prop_map(|(n, decimals)| decimal(n, decimals)),
        Just(greatest),
    ]
    .prop_map(move |value| value.min(greatest))
}

fn decimal(mantissa: i128, decimals: u32) -> Decimal {
    Decimal::from_i128_with_scale(mantissa, decimals)
}

fn money() -> impl Strategy<Value = Money> {
    (value(), currency()).prop_map(|(value, currency)| Money::new(value, currency).unwrap())
}

fn form() -> impl Strategy<Value = AmountForm> {
    let range = (value(), value(), currency()).prop_map(|(a, b, currency)| {
        let end = |value| Money::new(value, currency).unwrap();
        AmountForm::Range(MoneyRange::new(end(a.min(b)), end(a.max(b))).unwrap())
    });
    let bound = proptest::sample::select(vec![
        ShareBound::Exact,
        ShareBound::About,
        ShareBound::UpTo,
        ShareBound::AtLeast,
    ]);
    let percent = (0..=100_000_i128, 3..9_u32).prop_map(|(n, decimals)| decimal(n, decimals));
    let share = (percent, bound).prop_map(|(percent, bound)| {
        let percent = Percent::new(percent).unwrap();
        AmountForm::GdpShare(GdpShare { percent, bound })
    });
    prop_oneof![
        money().prop_map(AmountForm::Exact),
        money().prop_map(AmountForm::About),
        money().prop_map(AmountForm::UpTo),
        money().prop_map(AmountForm::AtLeast),
        range,
        share,
        proptest::option::of(currency()).prop_map(AmountForm::Undisclosed),
    ]
}

fn year() -> impl Strategy<Value = Year> {
    (1990..=2100_i64).prop_map(|year| Year::new(year).unwrap())
}

fn date() -> impl Strategy<Value = PartialDate> {
    let day = (year(), 1..=12_i8, 1..=31_i8).prop_map(|(year, month, day)| {
        let days = Date::constant(year.get(), month, 1).days_in_month();
        PartialDate::Day(Date::constant(year.get(), month, day.min(days)))
    });
    prop_oneof![
        year().prop_map(PartialDate::Year),
        (year(), 1..=12_i8).prop_map(|(year, month)| PartialDate::Month(year, month)),
        day,
    ]
}

/// Times with both ends, one or none. An end is not before its beginning.
fn period() -> impl Strategy<Value = Period> {
    let years = (proptest::option::of(year()), proptest::option::of(year()));
    let dates = (proptest::option::of(date()), proptest::option::of(date()));
    prop_oneof![
        Just(Period::Unstated),
        year().prop_map(Period::Year),
        years.prop_map(|ends| match ends {
            (Some(a), Some(b)) => Period::Yearly {
                from: Some(a.min(b)),
                to: Some(a.max(b)),
            },
            (from, to) => Period::Yearly { from, to },
        }),
        dates.prop_map(|ends| match ends {
            (Some(a), Some(b)) if a.first_day() > b.last_day() => Period::Lump {
                from: Some(b),
                to: Some(a),
            },
            (from, to) => Period::Lump { from, to },
        }),
        date().prop_map(|date| Period::Lump {
            from: Some(date),
            to: Some(date),
        }),
    ]
}

fn lang() -> impl Strategy<Value = Lang> {
    proptest::sample::select(Lang::ALL)
}

/// Words and signs of the notation in any order: what a slip of the hand makes of an amount.
fn jumble() -> impl Strategy<Value = String> {
    let pieces = [
        "35",
        "1.500",
        "2024",
        "2024-06",
        "27.06.2024",
        "3/4/2024",
        "–",
        "-",
        ".",
        ",",
        "(",
        ")",
        "€",
        "$",
        "EUR",
        "kr",
        "m",
        "bn",
        "млрд",
        "mil",
        "%",
        "GDP",
        "up to",
        "до",
        "від",
        "from",
        "to",
        "over",
        "of",
        "between",
        "and",
        "each year",
        "щороку",
        "in",
        "total",
        "n/d",
        "+",
        "about",
        "June",
        "червня",
        "e9",
        "in one sum",
        "or more",
        "XYZ",
        "\u{301}",
        "’",
    ];
    let piece = (proptest::sample::select(pieces.to_vec()), any::<bool>());
    proptest::collection::vec(piece, 0..40).prop_map(|pieces| {
        let spaced =
            |(piece, apart): (&str, bool)| format!("{piece}{}", if apart { " " } else { "" });
        pieces.into_iter().map(spaced).collect()
    })
}

/// Reads a text in every way there is. Choices are true choices.
fn read_everything(text: &str, context: Context) {
    fn choices<T: PartialEq>(reading: &Reading<T>) -> bool {
        match reading {
            Reading::Choose(all) => {
                let is_new = |at: usize| !all[..at].contains(&all[at]);
                all.len() >= 2 && (0..all.len()).all(is_new)
            }
            _ => true,
        }
    }
    let lang = context.lang;
    assert!(choices(&typed::amount(text, &context)), "{text:?}");
    assert!(choices(&typed::date(text, lang)), "{text:?}");
    assert!(choices(&typed::day(text, lang)), "{text:?}");
    assert!(choices(&typed::year(text)), "{text:?}");
    assert!(choices(&typed::decimal(text, lang)), "{text:?}");
    assert!(choices(&typed::percent(text, lang)), "{text:?}");
    assert!(choices(&typed::currency(text)), "{text:?}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, ..ProptestConfig::default() })]

    #[test]
    fn the_text_to_edit_an_amount_by_is_that_amount(
        form in form(),
        period in period(),
        currency in proptest::option::of(currency()),
        lang in lang(),
        written_in in lang(),
    ) {
        let amount = Amount { form, period };
        let context = Context { currency, lang };
        for text in [typed::amount_text(&amount), typed::amount_text_in(&amount, written_in)] {
            prop_assert_eq!(typed::amount(&text, &context), Reading::Sure(amount), "{}", text);
        }
    }

    #[test]
    fn the_text_to_edit_a_date_by_is_that_date(date in date(), lang in lang()) {
        let text = typed::date_text(date);
        prop_assert_eq!(typed::date(&text, lang), Reading::Sure(date), "{}", text);
    }

    #[test]
    fn a_language_orders_the_choices_and_decides_none(text in jumble(), own in proptest::option::of(currency())) {
        let read = |lang| typed::amount(&text, &Context { currency: own, lang });
        match (read(Lang::En), read(Lang::Uk)) {
            (Reading::Choose(a), Reading::Choose(b)) => {
                prop_assert_eq!(a.len(), b.len(), "{}", text);
                prop_assert!(a.iter().all(|one| b.contains(one)), "{}", text);
            }
            (Reading::Sure(a), Reading::Sure(b)) => prop_assert_eq!(a, b, "{}", text),
            (Reading::Not(_), Reading::Not(_)) => {}
            (a, b) => prop_assert!(false, "{}: {:?}, {:?}", text, a, b),
        }
    }

    #[test]
    fn no_text_does_harm(
        text in any::<String>(),
        jumble in jumble(),
        currency in proptest::option::of(currency()),
        lang in lang(),
    ) {
        let context = Context { currency, lang };
        read_everything(&text, context);
        read_everything(&jumble, context);
    }
}

/// The longest texts that are read, of the words that can be read in most ways.
#[test]
fn the_most_tangled_text_is_read_at_once() {
    let context = Context::default();
    let started = std::time::Instant::now();
    for piece in [
        "of ",
        "35 ",
        "до ",
        "from ",
        "over ",
        "1 mil – ",
        "(",
        "( ) ",
        "2024 – ",
        "in ",
        "3/4/2024 ",
        "$ ",
        "June ",
        ", ",
        "+",
        "1.500 kr to ",
        "n/d ",
        "a ",
        "each year ",
        "or more ",
        "в ",
    ] {
        let count = 200 / piece.chars().count();
        read_everything(&piece.repeat(count), context);
        read_everything(&format!("35 kr {}", piece.repeat(count - 6)), context);
    }
    read_everything(&"9".repeat(10_000_000), context);
    let taken = started.elapsed();
    assert!(taken.as_secs() < 10, "{taken:?} for some forty texts");
}
