//! Money: a decimal that is never negative, in one ISO 4217 currency, in whole units (euros, not
//! millions). Floats never carry money.

use std::fmt;

use rust_decimal::Decimal;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Why a text is no currency or sum.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MoneyError {
    /// Not a code of ISO 4217.
    #[error("{0:?} is no currency: write its ISO 4217 code, such as EUR, USD or SEK")]
    Currency(String),
    /// Sums are never negative.
    #[error("the sum {0} is negative: write what was promised or given as a positive sum")]
    Negative(Decimal),
    /// Beyond a quadrillion: a slip of the keyboard in any currency of the field.
    #[error("the sum {0} is beyond a quadrillion (10^15): look at its zeros")]
    TooLarge(Decimal),
    /// Not `80 000 000 EUR`.
    #[error("{0:?} is no sum of money: write it like “80 000 000 EUR”")]
    Sum(String),
}

/// A currency of ISO 4217, such as EUR.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Currency([u8; 3]);

/// The active codes of ISO 4217 and the two that recent series still hold (HRK, BGN).
const CODES: &str = "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD \
BTN BWP BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL \
GHS GIP GMD GNF GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW \
KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO \
NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD \
SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD \
XOF XPF YER ZAR ZMW ZWG";

impl Currency {
    /// The euro.
    pub const EUR: Self = Self(*b"EUR");
    /// The US dollar.
    pub const USD: Self = Self(*b"USD");

    /// Reads an ISO 4217 code.
    ///
    /// # Errors
    /// When it is none.
    pub fn new(code: &str) -> Result<Self, MoneyError> {
        let bad = || MoneyError::Currency(code.to_owned());
        let bytes: [u8; 3] = code.as_bytes().try_into().map_err(|_| bad())?;
        if CODES.split_ascii_whitespace().any(|known| known == code) {
            Ok(Self(bytes))
        } else {
            Err(bad())
        }
    }

    /// The three letters.
    #[must_use]
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("???")
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.code())
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl std::str::FromStr for Currency {
    type Err = MoneyError;
    fn from_str(text: &str) -> Result<Self, MoneyError> {
        Self::new(text)
    }
}

impl Serialize for Currency {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

impl<'de> Deserialize<'de> for Currency {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::new(&text).map_err(serde::de::Error::custom)
    }
}

/// A sum in one currency, in whole units, never negative. In the file: `"80 000 000 EUR"`.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Money {
    value: Decimal,
    currency: Currency,
}

impl Money {
    /// The greatest sum accepted, in whole units: what keeps every conversion and sum in range.
    pub const MAX: u64 = 1_000_000_000_000_000;

    /// A sum of `value` whole units of `currency`; trailing zeros after the point are dropped.
    ///
    /// # Errors
    /// When the value is negative or beyond [`Self::MAX`].
    pub fn new(value: Decimal, currency: Currency) -> Result<Self, MoneyError> {
        if value.is_sign_negative() && !value.is_zero() {
            return Err(MoneyError::Negative(value));
        }
        if value > Decimal::from(Self::MAX) {
            return Err(MoneyError::TooLarge(value));
        }
        Ok(Self {
            value: value.abs().normalize(),
            currency,
        })
    }

    /// The sum in whole units of its currency.
    #[must_use]
    pub fn value(&self) -> Decimal {
        self.value
    }

    /// Its currency.
    #[must_use]
    pub fn currency(&self) -> Currency {
        self.currency
    }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = self.value.to_string();
        let (whole, rest) = digits
            .split_once('.')
            .map_or((digits.as_str(), None), |(w, r)| (w, Some(r)));
        for (i, digit) in whole.chars().enumerate() {
            if i > 0 && (whole.len() - i).is_multiple_of(3) {
                f.write_str(" ")?;
            }
            write!(f, "{digit}")?;
        }
        if let Some(rest) = rest {
            write!(f, ".{rest}")?;
        }
        write!(f, " {}", self.currency)
    }
}

impl std::str::FromStr for Money {
    type Err = MoneyError;

    fn from_str(text: &str) -> Result<Self, MoneyError> {
        let bad = || MoneyError::Sum(text.to_owned());
        let (number, code) = text
            .trim()
            .rsplit_once(char::is_whitespace)
            .ok_or_else(bad)?;
        let currency = Currency::new(code)?;
        let digits: String = number
            .chars()
            .filter(|c| !c.is_whitespace() && *c != '_')
            .collect();
        let plain = digits.strip_prefix('-').unwrap_or(&digits);
        if plain.is_empty() || !plain.bytes().all(|b| b.is_ascii_digit() || b == b'.') {
            return Err(bad());
        }
        let value: Decimal = Decimal::from_str_exact(&digits).map_err(|_| bad())?;
        Self::new(value, currency)
    }
}

impl Serialize for Money {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Money {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sum_reads_back_as_it_was_written() {
        for text in [
            "0 EUR",
            "80 000 000 EUR",
            "3 020 000 000 CAD",
            "1.5 USD",
            "999 ISK",
            "1 000 JPY",
        ] {
            assert_eq!(text.parse::<Money>().unwrap().to_string(), text);
        }
        assert_eq!(
            "80000000 EUR".parse::<Money>().unwrap().to_string(),
            "80 000 000 EUR"
        );
        assert_eq!(
            "80_000.50 EUR".parse::<Money>().unwrap().to_string(),
            "80 000.5 EUR"
        );
    }

    #[test]
    fn what_is_no_sum_is_refused_with_a_reason() {
        let refused = |text: &str| text.parse::<Money>().unwrap_err();
        assert!(matches!(refused("-5 EUR"), MoneyError::Negative(_)));
        let beyond = "1 000 000 000 000 001 IDR";
        assert!(matches!(refused(beyond), MoneyError::TooLarge(_)));
        assert!("1 000 000 000 000 000 IDR".parse::<Money>().is_ok());
        assert!(matches!(refused("5 EURO"), MoneyError::Currency(_)));
        assert!(matches!(refused("5 XYZ"), MoneyError::Currency(_)));
        for text in ["EUR", "five EUR", "1,5 EUR", "1e9 EUR", "", " EUR"] {
            assert!(text.parse::<Money>().is_err(), "{text}");
        }
    }
}
