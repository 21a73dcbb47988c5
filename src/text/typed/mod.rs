//! What people type: amounts, dates, percentages, numbers and currencies, read as they are written
//! in the field, in English and Ukrainian, and the text that a person gets to edit.
//!
//! Nothing is guessed. A text with several meanings (`1.500 EUR`, `5 m kr`, `3/4/2024`) is a
//! question, and the language of the window only puts the likelier answer first. A text with none
//! says why, and what to write instead. What [`amount_text`] and [`date_text`] write reads back as
//! exactly that value, whatever the language and the party.

mod amount;
mod currency;
mod date;
mod lexicon;
mod number;
mod parser;
mod sum;
mod time;
mod token;
mod unread;
mod written;

#[cfg(test)]
mod examples;

pub use amount::amount;
pub use currency::currency;
pub use date::{date, date_text, day, year};
pub use number::{decimal, percent};
pub use unread::{Unread, told};
pub use written::{amount_text, amount_text_in};

use super::Lang;
use crate::model::Currency;

/// What a typed text can mean.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Reading<T> {
    /// One meaning.
    Sure(T),
    /// Several, at least two, the likelier first: the person is asked.
    Choose(Vec<T>),
    /// None, and why.
    Not(Unread),
}

impl<T> Reading<T> {
    /// Takes each meaning further, to none where it does not fit; `why` where none is left.
    fn and_then<U: PartialEq>(self, why: Unread, take: impl Fn(T) -> Option<U>) -> Reading<U> {
        let all = match self {
            Self::Sure(one) => vec![one],
            Self::Choose(all) => all,
            Self::Not(why) => return Reading::Not(why),
        };
        Reading::of(all.into_iter().filter_map(take).collect(), why)
    }
}

impl<T: PartialEq> Reading<T> {
    /// The meanings that were found, each once; `why` where there are none.
    fn of(found: Vec<T>, why: Unread) -> Self {
        let mut all: Vec<T> = Vec::new();
        for meaning in found {
            if !all.contains(&meaning) {
                all.push(meaning);
            }
        }
        match all.len() {
            0 => Self::Not(why),
            1 => all.pop().map_or(Self::Not(why), Self::Sure),
            _ => Self::Choose(all),
        }
    }
}

/// What is known where a text is typed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Context {
    /// The party's own currency, if known: that of a sum without one, and the one that `kr` means.
    pub currency: Option<Currency>,
    /// The language of the window: it orders the meanings of an ambiguous text, and decides none.
    pub lang: Lang,
}
