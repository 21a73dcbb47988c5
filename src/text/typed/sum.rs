//! Sums within an amount: a number with its scale and currency, a range of two, a share of GDP.

use rust_decimal::Decimal;

use super::Unread;
use super::currency::meet;
use super::lexicon::{Bound, Word};
use super::number::times_ten;
use super::parser::{Parser, Ways};
use super::token::Item;
use crate::model::Currency;

/// What the currency that is written can stand for; none: none is written.
type Currencies = Option<Vec<Currency>>;

/// The exponents of ten that the scale that is written can mean; none: none is written.
type Scale = Option<&'static [u32]>;

/// What a text says of how much.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum What {
    /// A sum, or a range where it has a high end. Its currency is none of the ones written, where
    /// none is.
    Sum {
        low: Decimal,
        high: Option<Decimal>,
        currencies: Currencies,
        bound: Option<Bound>,
    },
    /// So much per cent of GDP.
    Share(Decimal),
    /// Not disclosed, with the currency that is written.
    Hidden(Currencies),
}

/// One number with what belongs to it.
struct Side {
    value: Decimal,
    scale: Scale,
    currencies: Currencies,
    /// Whether the currency stands after the number: “100 EUR – …”.
    currency_after: bool,
    /// Whether a `+` follows.
    plus: bool,
    /// Whether the number alone would be a year.
    is_like_a_year: bool,
}

/// A number from which on it is taken to be written out in full beside another with a scale:
/// “500 000 – 1.5 m” is no range of 500 000 million.
const WRITTEN_OUT: Decimal = Decimal::ONE_THOUSAND;

impl Parser<'_> {
    /// Currencies one after the other: “US dollars”. None where they cannot be the same.
    fn currencies(&mut self, mut at: usize) -> Option<(usize, Currencies)> {
        let mut found = None;
        while let Some(Item::Currencies(all)) = self.item(at) {
            let all = all.clone();
            at += 1;
            found = self.meet(at, found, Some(all))?;
        }
        Some((at, found))
    }

    /// What both can stand for; none, and noted at `at`, where they cannot be the same.
    fn meet(&mut self, at: usize, a: Currencies, b: Currencies) -> Option<Currencies> {
        let met = meet(a, b);
        met.map_err(|why| self.fail(at, why)).ok()
    }

    /// No sum, with a currency before, after or not at all.
    pub(super) fn hidden(&mut self, at: usize) -> Option<(usize, What)> {
        let (at, before) = self.currencies(at)?;
        if self.word(at) != Some(Word::Hidden) {
            return None;
        }
        let next = self.skip(at + 1, &[Word::Filler]);
        let (after_next, after) = self.currencies(next)?;
        let next = if after.is_some() { after_next } else { next };
        let currencies = self.meet(next, before, after)?;
        Some((next, What::Hidden(currencies)))
    }

    /// The sums, ranges and shares that begin at `at`.
    pub(super) fn sums(&mut self, at: usize) -> Ways<What> {
        let lead = self.word(at);
        let (first_at, seps) = match lead {
            Some(Word::From) => (
                at + 1,
                &[Word::Dash, Word::To, Word::UpTo, Word::Until] as &[_],
            ),
            Some(Word::Between) => (at + 1, &[Word::And, Word::Dash] as &[_]),
            _ => (at, &[Word::Dash, Word::To, Word::UpTo] as &[_]),
        };
        let Some((next, first)) = self.side(first_at) else {
            return Vec::new();
        };
        if self.word(next) == Some(Word::PerCent) {
            return self.share(first_at, next + 1, &first).into_iter().collect();
        }
        let mut found = Vec::new();
        if lead != Some(Word::Between) {
            let bound = match lead {
                Some(Word::From) => Some(Bound::AtLeast),
                _ => first.plus.then_some(Bound::AtLeast),
            };
            self.single(&mut found, (first_at, next), &first, bound);
        }
        if self.word(next).is_some_and(|word| seps.contains(&word)) {
            self.range(&mut found, (first_at, next + 1), &first);
        }
        found
    }

    fn side(&mut self, at: usize) -> Option<(usize, Side)> {
        let at = self.skip(at, &[Word::Filler]);
        let (at, before, scale_before) = self.before_number(at)?;
        let Some(Item::Number(number)) = self.item(at) else {
            return None;
        };
        let value = number.value;
        let is_like_a_year = self.year(at).is_some();
        let mut at = at + 1;
        let mut plus = self.plus(&mut at);
        let mut scale = scale_before.or_else(|| self.scale(&mut at));
        plus |= self.plus(&mut at);
        let of = self.skip(at, &[Word::Filler]);
        let (next, after) = self.currencies(of)?;
        let currency_after = after.is_some();
        if currency_after {
            at = next;
            if scale.is_none() {
                scale = self.scale(&mut at);
            }
        }
        plus |= self.plus(&mut at);
        let currencies = self.meet(at, before, after)?;
        let side = Side {
            value,
            scale,
            currencies,
            currency_after,
            plus,
            is_like_a_year: is_like_a_year && scale.is_none(),
        };
        Some((at, side))
    }

    /// The currency before a number, and the scale that may stand beside it: “MSEK 500”, “EUR m 35”.
    fn before_number(&mut self, at: usize) -> Option<(usize, Currencies, Scale)> {
        let mut next = at;
        let first = self.scale(&mut next);
        let (mut next, currencies) = self.currencies(next)?;
        if currencies.is_none() {
            return Some((at, None, None));
        }
        let scale = first.or_else(|| self.scale(&mut next));
        Some((next, currencies, scale))
    }

    fn plus(&self, at: &mut usize) -> bool {
        let is = self.word(*at) == Some(Word::Plus);
        *at += usize::from(is);
        is
    }

    /// A scale: one word, or “thousand million”.
    fn scale(&self, at: &mut usize) -> Scale {
        let of = |at: usize| self.items.get(at).and_then(super::token::Placed::scale);
        let first = of(*at)?;
        *at += 1;
        if first.contains(&3) && of(*at) == Some(&[6]) {
            *at += 1;
            return Some(&[9]);
        }
        Some(first)
    }

    fn share(&mut self, from: usize, at: usize, side: &Side) -> Option<(usize, What)> {
        let unlike = side.scale.is_some() || side.currencies.is_some() || side.plus;
        if unlike {
            return None;
        }
        let gdp = self.skip(at, &[Word::Filler]);
        let next = if self.word(gdp) == Some(Word::Gdp) {
            gdp + 1
        } else {
            at
        };
        if self.is_percent_range(next) {
            self.fail(self.items.len(), Unread::ShareRange);
            return None;
        }
        if crate::model::Percent::new(side.value).is_err() {
            let typed = self.typed(from, at);
            self.fail(next, Unread::PercentOutOfRange(typed));
            return None;
        }
        Some((next, What::Share(side.value)))
    }

    /// Whether a dash and another percentage follow.
    fn is_percent_range(&self, at: usize) -> bool {
        matches!(
            self.word(at),
            Some(Word::Dash | Word::To | Word::UpTo | Word::And)
        ) && matches!(self.item(at + 1), Some(Item::Number(_)))
            && self.word(at + 2) == Some(Word::PerCent)
    }

    fn single(
        &mut self,
        found: &mut Ways<What>,
        (from, next): (usize, usize),
        side: &Side,
        bound: Option<Bound>,
    ) {
        // A year on its own is a time, and so is the 27 of 27 June 2024.
        let is_bare = side.scale.is_none() && side.currencies.is_none();
        if is_bare && !self.dates(from).is_empty() {
            return;
        }
        for exponent in side.scale.unwrap_or(&[0]) {
            let Some(low) = times_ten(side.value, *exponent) else {
                let typed = self.typed(from, next);
                self.fail(next, Unread::OutOfRange(typed));
                continue;
            };
            let what = What::Sum {
                low,
                high: None,
                currencies: side.currencies.clone(),
                bound,
            };
            found.push((next, what));
        }
    }

    /// The ranges from `first` to the number at `at`.
    fn range(&mut self, found: &mut Ways<What>, (from, at): (usize, usize), first: &Side) {
        let Some((next, second)) = self.side(at) else {
            return;
        };
        if self.word(next) == Some(Word::PerCent) {
            self.fail(self.items.len(), Unread::ShareRange);
            return;
        }
        let of_both = (first.currencies.clone(), second.currencies.clone());
        let Some(currencies) = self.meet(next, of_both.0, of_both.1) else {
            return;
        };
        let is_a_time = first.is_like_a_year && second.is_like_a_year && currencies.is_none();
        if first.plus || second.plus || is_a_time {
            return;
        }
        let Some(ends) = ends(first, &second) else {
            let typed = self.typed(from, next);
            self.fail(next, Unread::OutOfRange(typed));
            return;
        };
        if ends.is_empty() {
            self.fail(next, Unread::UpsideDown);
        }
        for (low, high) in ends {
            let currencies = currencies.clone();
            let what = What::Sum {
                low,
                high: Some(high),
                currencies,
                bound: None,
            };
            found.push((next, what));
        }
    }
}

/// The ends that two numbers can mean, the likelier first; none where a number is too long, no ends
/// where they are upside down. Where only one has a scale it is meant for both (“100–150 m”), unless
/// that would turn the range around, or the other is written out.
fn ends(first: &Side, second: &Side) -> Option<Vec<(Decimal, Decimal)>> {
    let mut found: Vec<(Decimal, Decimal)> = Vec::new();
    let own = |side: &Side| side.scale.unwrap_or(&[0]);
    let mut take = |low_by: u32, high_by: u32| -> Option<bool> {
        let ends = (
            times_ten(first.value, low_by)?,
            times_ten(second.value, high_by)?,
        );
        let fits = ends.0 <= ends.1;
        if fits && !found.contains(&ends) {
            found.push(ends);
        }
        Some(fits)
    };
    match (first.scale, second.scale) {
        (None, Some(scale)) => {
            for exponent in scale {
                let shared = take(*exponent, *exponent).unwrap_or(false);
                if first.currency_after || (!shared && first.value >= WRITTEN_OUT) {
                    take(0, *exponent)?;
                }
            }
        }
        (Some(scale), None) => {
            for exponent in scale {
                take(*exponent, 0)?;
                if !second.is_like_a_year {
                    take(*exponent, *exponent)?;
                }
            }
        }
        (Some(a), Some(b)) if a == b => {
            for exponent in a {
                take(*exponent, *exponent)?;
            }
        }
        _ => {
            for low_by in own(first) {
                for high_by in own(second) {
                    take(*low_by, *high_by)?;
                }
            }
        }
    }
    Some(found)
}
