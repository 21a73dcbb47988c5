//! An amount as seven columns, and back.

use rust_decimal::Decimal;

use crate::model::{
    Amount, AmountForm, Currency, GdpShare, Money, MoneyRange, PartialDate, Percent, Period,
    ShareBound, Year,
};

/// A part of an amount that has a column.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum AmountPart {
    /// Exact, about, up to …
    Form,
    /// The sum in whole units, the lower end of a range, or the share of GDP in per cent.
    Value,
    /// The upper end of a range.
    ValueTo,
    /// The currency.
    Currency,
    /// What kind of time it is for.
    Period,
    /// The year, or the first year or day.
    From,
    /// The last year or day.
    To,
}

impl AmountPart {
    /// Every part, in the order of the columns.
    pub const ALL: [Self; 7] = [
        Self::Form,
        Self::Value,
        Self::ValueTo,
        Self::Currency,
        Self::Period,
        Self::From,
        Self::To,
    ];

    /// Its name behind the name of the amount.
    pub fn key(self) -> &'static str {
        match self {
            Self::Form => "form",
            Self::Value => "value",
            Self::ValueTo => "value_to",
            Self::Currency => "currency",
            Self::Period => "period",
            Self::From => "from",
            Self::To => "to",
        }
    }

    /// The part of that name.
    pub fn named(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.key() == key)
    }
}

/// The words of the column of forms.
pub const FORMS: [&str; 10] = [
    "exact",
    "about",
    "up_to",
    "at_least",
    "range",
    "gdp_share",
    "gdp_share_about",
    "gdp_share_up_to",
    "gdp_share_at_least",
    "undisclosed",
];
/// The words of the column of periods; where nothing stands the source names no time.
pub const PERIODS: [&str; 3] = ["year", "yearly", "lump"];

/// An amount, part by part.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Parts {
    /// One of [`FORMS`].
    pub form: Option<String>,
    /// See [`AmountPart::Value`].
    pub value: Option<Decimal>,
    /// See [`AmountPart::ValueTo`].
    pub value_to: Option<Decimal>,
    /// ISO 4217.
    pub currency: Option<String>,
    /// One of [`PERIODS`].
    pub period: Option<String>,
    /// See [`AmountPart::From`].
    pub from: Option<PartialDate>,
    /// See [`AmountPart::To`].
    pub to: Option<PartialDate>,
}

impl Parts {
    /// The parts of an amount.
    pub fn of(amount: &Amount) -> Self {
        let mut parts = Self::default();
        parts.take_form(&amount.form);
        let year = |year: Option<Year>| year.map(PartialDate::Year);
        let (period, from, to) = match amount.period {
            Period::Unstated => (None, None, None),
            Period::Year(of) => (Some("year"), year(Some(of)), None),
            Period::Yearly { from, to } => (Some("yearly"), year(from), year(to)),
            Period::Lump { from, to } => (Some("lump"), from, to),
        };
        (parts.period, parts.from, parts.to) = (period.map(str::to_owned), from, to);
        parts
    }

    fn take_form(&mut self, form: &AmountForm) {
        let word = match form {
            AmountForm::Exact(_) => "exact",
            AmountForm::About(_) => "about",
            AmountForm::UpTo(_) => "up_to",
            AmountForm::AtLeast(_) => "at_least",
            AmountForm::Range(_) => "range",
            AmountForm::GdpShare(share) => match share.bound {
                ShareBound::Exact => "gdp_share",
                ShareBound::About => "gdp_share_about",
                ShareBound::UpTo => "gdp_share_up_to",
                ShareBound::AtLeast => "gdp_share_at_least",
            },
            AmountForm::Undisclosed(_) => "undisclosed",
        };
        self.form = Some(word.to_owned());
        self.currency = form.currency().map(|currency| currency.code().to_owned());
        match form {
            AmountForm::Exact(sum)
            | AmountForm::About(sum)
            | AmountForm::UpTo(sum)
            | AmountForm::AtLeast(sum) => self.value = Some(sum.value()),
            AmountForm::Range(range) => {
                self.value = Some(range.low().value());
                self.value_to = Some(range.high().value());
            }
            AmountForm::GdpShare(share) => self.value = Some(share.percent.get()),
            AmountForm::Undisclosed(_) => {}
        }
    }

    /// The amount of the parts.
    ///
    /// # Errors
    /// What is wrong with them, in words, with the part that it is about.
    pub fn amount(&self) -> Result<Amount, (AmountPart, String)> {
        Ok(Amount {
            form: self.the_form()?,
            period: self.the_period()?,
        })
    }

    fn the_form(&self) -> Result<AmountForm, (AmountPart, String)> {
        let lacks = |part: AmountPart| (part, format!("{} is missing", part.key()));
        let form = self
            .form
            .as_deref()
            .ok_or_else(|| lacks(AmountPart::Form))?;
        let currency = || match &self.currency {
            None => Err(lacks(AmountPart::Currency)),
            Some(code) => {
                Currency::new(code).map_err(|error| (AmountPart::Currency, error.to_string()))
            }
        };
        let sum = |value: Option<Decimal>, part: AmountPart| {
            let value = value.ok_or_else(|| lacks(part))?;
            Money::new(value, currency()?).map_err(|error| (part, error.to_string()))
        };
        let value = || sum(self.value, AmountPart::Value);
        let share = |bound| {
            let value = self.value.ok_or_else(|| lacks(AmountPart::Value))?;
            let percent = Percent::new(value).map_err(|why| (AmountPart::Value, why))?;
            Ok(AmountForm::GdpShare(GdpShare { percent, bound }))
        };
        if form != "range" && self.value_to.is_some() {
            let why = "only a range has an upper end".to_owned();
            return Err((AmountPart::ValueTo, why));
        }
        match form {
            "exact" => Ok(AmountForm::Exact(value()?)),
            "about" => Ok(AmountForm::About(value()?)),
            "up_to" => Ok(AmountForm::UpTo(value()?)),
            "at_least" => Ok(AmountForm::AtLeast(value()?)),
            "range" => MoneyRange::new(value()?, sum(self.value_to, AmountPart::ValueTo)?)
                .map(AmountForm::Range)
                .map_err(|why| (AmountPart::ValueTo, why)),
            "gdp_share" => share(ShareBound::Exact),
            "gdp_share_about" => share(ShareBound::About),
            "gdp_share_up_to" => share(ShareBound::UpTo),
            "gdp_share_at_least" => share(ShareBound::AtLeast),
            "undisclosed" if self.value.is_some() => {
                let why = "what is undisclosed has no value".to_owned();
                Err((AmountPart::Value, why))
            }
            "undisclosed" => {
                let currency = self.currency.as_ref().map(|_| currency()).transpose()?;
                Ok(AmountForm::Undisclosed(currency))
            }
            other => Err((
                AmountPart::Form,
                format!("{other:?} is none of {}", FORMS.join(", ")),
            )),
        }
    }

    fn the_period(&self) -> Result<Period, (AmountPart, String)> {
        let year = |date: Option<PartialDate>, part: AmountPart| match date {
            None => Ok(None),
            Some(PartialDate::Year(year)) => Ok(Some(year)),
            Some(other) => Err((part, format!("{other} is no year"))),
        };
        match self.period.as_deref() {
            None if self.from.is_some() || self.to.is_some() => {
                let why = format!("period is missing: one of {}", PERIODS.join(", "));
                Err((AmountPart::Period, why))
            }
            None => Ok(Period::Unstated),
            Some("year") => match (year(self.from, AmountPart::From)?, self.to) {
                (Some(of), None) => Ok(Period::Year(of)),
                (None, _) => Err((AmountPart::From, "the year is missing".to_owned())),
                (_, Some(_)) => Err((AmountPart::To, "a year has no end of its own".to_owned())),
            },
            Some("yearly") => Ok(Period::Yearly {
                from: year(self.from, AmountPart::From)?,
                to: year(self.to, AmountPart::To)?,
            }),
            Some("lump") => Ok(Period::Lump {
                from: self.from,
                to: self.to,
            }),
            Some(other) => Err((
                AmountPart::Period,
                format!("{other:?} is none of {}", PERIODS.join(", ")),
            )),
        }
    }
}
