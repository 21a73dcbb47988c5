//! Bounds: what a sum is at least and at most, and what it does not know (R2).

use rust_decimal::Decimal;

/// What a sum is at least and at most, in whole units of one currency, and what it does not know.
/// Adding is [R2](super#the-rules): lows add, highs add, an open high stays open, counts add.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Bounds {
    /// At least this much.
    pub low: Decimal,
    /// At most this much; none: open (“over €500 million”).
    pub high: Option<Decimal>,
    /// How many of the numbers in it are approximate (“nearly”).
    pub about: u32,
    /// How many entries name no sum (n/d). They are counted, not summed.
    pub undisclosed: u32,
    /// How many entries name a sum for which there is no rate. Listed, never dropped in silence (R7).
    pub not_converted: u32,
    /// How many entries with a number are in it.
    pub numbers: u32,
    /// Whether an estimate (of GDP) or an assumption (carried GDP, split lump) acts in it.
    pub estimate: bool,
}

impl Bounds {
    /// Nothing recorded: shown `–`, which is not zero.
    pub const NOTHING: Self = Self {
        low: Decimal::ZERO,
        high: Some(Decimal::ZERO),
        about: 0,
        undisclosed: 0,
        not_converted: 0,
        numbers: 0,
        estimate: false,
    };

    /// One number between two bounds.
    pub fn number(low: Decimal, high: Option<Decimal>) -> Self {
        Self {
            low,
            high,
            numbers: 1,
            ..Self::NOTHING
        }
    }

    /// One entry that names no sum.
    pub fn undisclosed() -> Self {
        Self {
            undisclosed: 1,
            ..Self::NOTHING
        }
    }

    /// One entry for which there is no rate.
    pub fn not_converted() -> Self {
        Self {
            not_converted: 1,
            ..Self::NOTHING
        }
    }

    /// Whether nothing at all is recorded.
    pub fn is_nothing(&self) -> bool {
        self.numbers == 0 && self.undisclosed == 0 && self.not_converted == 0
    }

    /// Whether there is a number to show (and not only entries without one).
    pub fn has_number(&self) -> bool {
        self.numbers > 0
    }

    /// Both together, by R2. Only the ledger adds: everybody else takes totals from it.
    #[must_use]
    pub(in crate::ledger) fn plus(self, other: Self) -> Self {
        let Self {
            low,
            high,
            about,
            undisclosed,
            not_converted,
            numbers,
            estimate,
        } = other;
        Self {
            low: self.low.saturating_add(low),
            high: self.high.zip(high).map(|(a, b)| a.saturating_add(b)),
            about: self.about + about,
            undisclosed: self.undisclosed + undisclosed,
            not_converted: self.not_converted + not_converted,
            numbers: self.numbers + numbers,
            estimate: self.estimate || estimate,
        }
    }

    /// All together, by R2.
    pub(in crate::ledger) fn sum(all: impl IntoIterator<Item = Self>) -> Self {
        all.into_iter().fold(Self::NOTHING, Self::plus)
    }
}

/// A ratio of two bounded sums, such as a fulfilment: `[low ÷ promised high, high ÷ promised low]`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Ratio {
    /// At least this part of one; zero where the promise is open above.
    pub low: Decimal,
    /// At most this part of one; none: open, or the promise may be nothing.
    pub high: Option<Decimal>,
    /// Whether an approximate number acts in it.
    pub about: bool,
    /// Whether an estimate acts in it.
    pub estimate: bool,
}
