//! Amounts: a form, a value, a currency or share of GDP, and a period (product.md, section 2).

use std::fmt;

use rust_decimal::Decimal;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::money::{Currency, Money};
use super::period::Period;

/// A percentage, 0–100. In the file a text: `"0.25"`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Percent(Decimal);

impl Percent {
    /// One hundred per cent.
    pub const FULL: Self = Self(Decimal::ONE_HUNDRED);

    /// A percentage.
    ///
    /// # Errors
    /// A sentence, when it lies outside 0–100.
    pub fn new(percent: Decimal) -> Result<Self, String> {
        if (Decimal::ZERO..=Decimal::ONE_HUNDRED).contains(&percent) {
            Ok(Self(percent.normalize()))
        } else {
            Err(format!("the share of {percent} % lies outside 0–100 %"))
        }
    }

    /// The number before the sign: 0.25 for 0.25 %.
    #[must_use]
    pub fn get(self) -> Decimal {
        self.0
    }

    /// The share as a factor: 0.0025 for 0.25 %.
    #[must_use]
    pub fn factor(self) -> Decimal {
        self.0 / Decimal::ONE_HUNDRED
    }

    /// Whether it is one hundred per cent.
    #[must_use]
    pub fn is_full(&self) -> bool {
        *self == Self::FULL
    }
}

impl fmt::Display for Percent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Serialize for Percent {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Percent {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        use serde::de::Error;
        let text = String::deserialize(deserializer)?;
        let value: Decimal = text
            .parse()
            .map_err(|_| D::Error::custom(format!("{text:?} is no number")))?;
        Self::new(value).map_err(D::Error::custom)
    }
}

/// How a share of GDP binds.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum ShareBound {
    /// “0.25 % of GDP”.
    #[default]
    Exact,
    /// “about 0.25 % of GDP”.
    About,
    /// “up to 0.25 % of GDP”.
    UpTo,
    /// “at least 0.25 % of GDP”.
    AtLeast,
}

/// A share of the gross domestic product of each year it is for, in the party's currency (R6).
/// In the file a text: `"0.25 %"`, `"at least 0.25 %"`, `"up to 1 %"`, `"about 0.3 %"`.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct GdpShare {
    /// Percent of GDP.
    pub percent: Percent,
    /// How it binds.
    pub bound: ShareBound,
}

impl fmt::Display for GdpShare {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let before = match self.bound {
            ShareBound::Exact => "",
            ShareBound::About => "about ",
            ShareBound::UpTo => "up to ",
            ShareBound::AtLeast => "at least ",
        };
        write!(f, "{before}{} %", self.percent)
    }
}

impl std::str::FromStr for GdpShare {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (bound, rest) = [
            ("about ", ShareBound::About),
            ("up to ", ShareBound::UpTo),
            ("at least ", ShareBound::AtLeast),
        ]
        .into_iter()
        .find_map(|(word, bound)| text.strip_prefix(word).map(|rest| (bound, rest)))
        .unwrap_or((ShareBound::Exact, text));
        let number = rest.strip_suffix('%').map(str::trim);
        let value = number.and_then(|n| Decimal::from_str_exact(n).ok());
        let value = value.ok_or_else(|| {
            format!("{text:?} is no share of GDP: write it like “0.25 %” or “at least 0.25 %”")
        })?;
        Ok(Self {
            percent: Percent::new(value)?,
            bound,
        })
    }
}

/// Two sums in one currency, the lower first. In the file: `"100 000 000 – 150 000 000 EUR"`.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct MoneyRange {
    low: Money,
    high: Money,
}

impl MoneyRange {
    /// A range.
    ///
    /// # Errors
    /// A sentence, when the currencies differ or the ends are upside down.
    pub fn new(low: Money, high: Money) -> Result<Self, String> {
        if low.currency() != high.currency() {
            return Err("the two ends of a range are in different currencies".to_owned());
        }
        if low.value() > high.value() {
            return Err("a range ends below its beginning: write the lower end first".to_owned());
        }
        Ok(Self { low, high })
    }

    /// Lower end.
    #[must_use]
    pub fn low(&self) -> Money {
        self.low
    }

    /// Upper end, in the same currency.
    #[must_use]
    pub fn high(&self) -> Money {
        self.high
    }
}

impl fmt::Display for MoneyRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let low = self.low.to_string();
        write!(
            f,
            "{} – {}",
            low.trim_end_matches(|c: char| c.is_alphabetic() || c == ' '),
            self.high
        )
    }
}

impl std::str::FromStr for MoneyRange {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let bad = || format!("{text:?} is no range: write it like “100 000 – 150 000 EUR”");
        let (low, high) = text.split_once('–').ok_or_else(bad)?;
        let high: Money = high
            .parse()
            .map_err(|e: super::money::MoneyError| e.to_string())?;
        let low: Money = format!("{} {}", low.trim(), high.currency())
            .parse()
            .map_err(|_| bad())?;
        Self::new(low, high)
    }
}

macro_rules! as_text {
    ($name:ident) => {
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = String::deserialize(deserializer)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }
    };
}
as_text!(GdpShare);
as_text!(MoneyRange);

/// The form of an amount: what the words around the number mean. Sums are in whole units.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AmountForm {
    /// “€35 million”: `[35, 35]`.
    Exact(Money),
    /// “nearly €80 million”: `[80, 80]`, marked ≈.
    About(Money),
    /// “up to €3 billion”: `[0, 3]`.
    UpTo(Money),
    /// “over €500 million”: `[500, open]`.
    AtLeast(Money),
    /// “€100–150 million”: `[100, 150]`.
    Range(MoneyRange),
    /// “0.25 % of GDP”.
    GdpShare(GdpShare),
    /// “will support”: counted, not summed. The currency that the coders noted, if any.
    Undisclosed(Option<Currency>),
}

impl AmountForm {
    /// The currency, where the form has one. A share of GDP is in the party's.
    #[must_use]
    pub fn currency(&self) -> Option<Currency> {
        match self {
            Self::Exact(m) | Self::About(m) | Self::UpTo(m) | Self::AtLeast(m) => {
                Some(m.currency())
            }
            Self::Range(range) => Some(range.low().currency()),
            Self::GdpShare(_) => None,
            Self::Undisclosed(currency) => *currency,
        }
    }

    /// Whether a sum or share is named at all.
    #[must_use]
    pub fn is_undisclosed(&self) -> bool {
        matches!(self, Self::Undisclosed(_))
    }
}

/// An amount as one source reports it: how much, and for what time.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Amount {
    /// How much.
    pub form: AmountForm,
    /// For what time.
    #[serde(default, skip_serializing_if = "Period::is_unstated")]
    pub period: Period,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_reads_back_as_it_was_written() {
        for text in [
            "0.25 %",
            "at least 0.25 %",
            "up to 1 %",
            "about 0.3 %",
            "100 %",
        ] {
            assert_eq!(text.parse::<GdpShare>().unwrap().to_string(), text);
        }
        for text in ["101 %", "-1 %", "0.25", "most of it", "%"] {
            assert!(text.parse::<GdpShare>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_range_keeps_its_ends_in_order() {
        let text = "2 500 000 000 – 3 000 000 000 EUR";
        assert_eq!(text.parse::<MoneyRange>().unwrap().to_string(), text);
        assert!("3 – 2 EUR".parse::<MoneyRange>().is_err());
        assert!("3 EUR".parse::<MoneyRange>().is_err());
    }
}
