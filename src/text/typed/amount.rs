//! Amounts as they are typed: how much, bound how, in which currency, for what time, in any order.

use rust_decimal::Decimal;

use super::currency::of_party;
use super::lexicon::{Bound, Word};
use super::number::under_either_mark;
use super::parser::Parser;
use super::sum::What;
use super::time::{Time, periods};
use super::token::{Dates, Style, clean, items};
use super::{Context, Reading, Unread};
use crate::model::{
    Amount, AmountForm, Currency, GdpShare, Money, MoneyRange, Percent, Period, ShareBound,
};

/// An amount: `€35m`, `up to 3 bn EUR`, `0,25 % ВВП щороку 2024–2033`, `n/d`. Every way to make
/// sense of the whole text is a meaning; a text of which a part makes none has no meaning.
pub fn amount(text: &str, context: &Context) -> Reading<Amount> {
    under_either_mark(context.lang, |mark| {
        let chars = clean(text)?;
        let mut found: Vec<Amount> = Vec::new();
        let mut why = None;
        // “2000-10 500 EUR” may be a range or a month and a sum.
        for dates in [Dates::AmongSums, Dates::None] {
            let style = Style {
                mark: Some(mark),
                dates,
            };
            match read(&chars, style, context.currency) {
                Ok(meanings) => found.extend(meanings),
                Err(wrong) => why = why.or(Some(wrong)),
            }
        }
        match why {
            Some(why) if found.is_empty() => Err(why),
            _ => Ok(found),
        }
    })
}

fn read(chars: &[char], style: Style, own: Option<Currency>) -> Result<Vec<Amount>, Unread> {
    let mut parser = Parser::new(chars, items(chars, style)?);
    let mut drafts = Vec::new();
    walk(&mut parser, 0, &Draft::default(), &mut drafts);
    let mut found: Vec<Amount> = Vec::new();
    for draft in &drafts {
        match draft.amounts(own) {
            Ok(amounts) => found.extend(amounts),
            Err(why) => parser.fail(parser.items.len(), why),
        }
    }
    if found.is_empty() {
        return Err(match parser.failed() {
            // Without any number, that is what is missing, not what else stands there.
            Some(Unread::LeftOver(_)) | None if !parser.says_how_much() => Unread::NoNumber,
            why => why.unwrap_or(Unread::NoNumber),
        });
    }
    Ok(found)
}

/// What was read so far. Each part is there at most once, so that there are few ways through even
/// the longest text.
#[derive(Clone, Default)]
struct Draft {
    what: Option<What>,
    bound: Option<Bound>,
    time: Option<Time>,
    course: Course,
    /// Within brackets, where only a time may stand: “(35)” is a loss to a bookkeeper.
    inside: bool,
}

/// Whether the sum comes once or again.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
enum Course {
    /// As the time tells.
    #[default]
    Untold,
    /// Again in each year.
    EachYear,
    /// All of it is named: “in total”.
    Together,
    /// One sum, even for a time that is not named.
    OneSum,
}

/// Tries every way to read on from `at`, and keeps those that come to the end.
fn walk(parser: &mut Parser<'_>, at: usize, draft: &Draft, done: &mut Vec<Draft>) {
    if parser.is_over(at) {
        done.push(draft.clone());
        return;
    }
    let rest = parser.typed(at, parser.items.len());
    parser.fail(at, Unread::LeftOver(rest));
    if let Some(word) = parser.word(at) {
        mark(parser, at, word, draft, done);
        if matches!(word, Word::Filler | Word::Pause) {
            return;
        }
    }
    if draft.what.is_none() && !draft.inside {
        how_much(parser, at, draft, done);
    }
    if draft.time.is_none() {
        takes_time(parser, at, draft, done);
    }
}

/// The time that begins here, in each way in which it can be read.
fn takes_time(parser: &mut Parser<'_>, at: usize, draft: &Draft, done: &mut Vec<Draft>) {
    for (next, time) in parser.times(at) {
        let with = Draft {
            time: Some(time),
            ..draft.clone()
        };
        walk(parser, next, &with, done);
    }
}

/// Words that stand for themselves.
fn mark(parser: &mut Parser<'_>, at: usize, word: Word, draft: &Draft, done: &mut Vec<Draft>) {
    let next = at + 1;
    let now = draft.clone();
    let closes = matches!(parser.word(next), Some(Word::Pause | Word::Close));
    let is_last = parser.is_over(next) || closes;
    match word {
        Word::Filler | Word::Pause => walk(parser, next, draft, done),
        Word::Open if !draft.inside => walk(
            parser,
            next,
            &Draft {
                inside: true,
                ..now
            },
            done,
        ),
        Word::Close if draft.inside => walk(
            parser,
            next,
            &Draft {
                inside: false,
                ..now
            },
            done,
        ),
        Word::Each => takes_course(parser, next, now, Course::EachYear, done),
        Word::Together => takes_course(parser, next, now, Course::Together, done),
        Word::OneSum => takes_course(parser, next, now, Course::OneSum, done),
        Word::After(bound) => bind(parser, next, draft, bound, done),
        Word::Bound(bound) if draft.what.is_some() && is_last => {
            bind(parser, next, draft, bound, done);
        }
        // A dash between a sum and its time, or a time and its sum.
        Word::Dash if parser.is_apart(at) && draft.what.is_some() && draft.time.is_none() => {
            takes_time(parser, next, draft, done);
        }
        Word::Dash if parser.is_apart(at) && draft.what.is_none() && draft.time.is_some() => {
            how_much(parser, next, draft, done);
        }
        Word::Dash if draft.what.is_none() && !parser.sums(next).is_empty() => {
            parser.fail(parser.items.len(), Unread::Negative);
        }
        _ => {}
    }
}

/// “Each year” and “in total” cannot both be.
fn takes_course(
    parser: &mut Parser<'_>,
    next: usize,
    draft: Draft,
    course: Course,
    done: &mut Vec<Draft>,
) {
    let course = match (draft.course, course) {
        (Course::Untold, new) => new,
        (Course::EachYear, Course::EachYear) => return,
        (Course::EachYear, _) | (_, Course::EachYear) => {
            return parser.fail(parser.items.len(), Unread::EachAndTogether);
        }
        (Course::OneSum, _) => Course::OneSum,
        (_, new) => new,
    };
    walk(parser, next, &Draft { course, ..draft }, done);
}

/// A bound after its sum.
fn bind(parser: &mut Parser<'_>, next: usize, draft: &Draft, bound: Bound, done: &mut Vec<Draft>) {
    match (&draft.what, draft.bound) {
        (Some(what), None) if can_be_bound(what) => {
            let bound = Some(bound);
            walk(
                parser,
                next,
                &Draft {
                    bound,
                    ..draft.clone()
                },
                done,
            );
        }
        (Some(_), _) => parser.fail(next, Unread::TwoBounds),
        (None, _) => {}
    }
}

/// The sum, share or secret at `at`, with the bound before it.
fn how_much(parser: &mut Parser<'_>, at: usize, draft: &Draft, done: &mut Vec<Draft>) {
    if let Some((next, what)) = parser.hidden(at) {
        let what = Some(what);
        walk(
            parser,
            next,
            &Draft {
                what,
                ..draft.clone()
            },
            done,
        );
    }
    for (next, what) in parser.sums(at) {
        let what = Some(what);
        walk(
            parser,
            next,
            &Draft {
                what,
                ..draft.clone()
            },
            done,
        );
    }
    let bound = match parser.word(at) {
        Some(Word::Bound(bound)) => bound,
        Some(Word::Over) => Bound::AtLeast,
        Some(Word::UpTo) => Bound::UpTo,
        _ => return,
    };
    let after = parser.skip(at + 1, &[Word::Filler]);
    if matches!(parser.word(after), Some(Word::Bound(_) | Word::UpTo)) {
        parser.fail(after + 1, Unread::TwoBounds);
    }
    for (next, what) in parser.sums(after) {
        if can_be_bound(&what) {
            let (what, bound) = (Some(what), Some(bound));
            walk(
                parser,
                next,
                &Draft {
                    what,
                    bound,
                    ..draft.clone()
                },
                done,
            );
        } else {
            parser.fail(next, Unread::TwoBounds);
        }
    }
}

/// Whether a bound can be added: not to a range, nor to what is bound already.
fn can_be_bound(what: &What) -> bool {
    match what {
        What::Sum { high, bound, .. } => high.is_none() && bound.is_none(),
        What::Share(_) => true,
        What::Hidden(_) => false,
    }
}

impl Draft {
    /// The amounts that the whole text can mean, in the records of a party.
    fn amounts(&self, own: Option<Currency>) -> Result<Vec<Amount>, Unread> {
        if self.inside {
            return Err(Unread::LeftOver("(".to_owned()));
        }
        let Some(what) = &self.what else {
            let is_time = self.time.is_some() || self.course != Course::Untold;
            return Err(if is_time {
                Unread::OnlyTime
            } else {
                Unread::NoNumber
            });
        };
        let mut periods = periods(self.time, self.course == Course::EachYear)?;
        if self.course == Course::OneSum && self.time.is_none() {
            periods = vec![Period::Lump {
                from: None,
                to: None,
            }];
        }
        let forms = forms(what, self.bound, own)?;
        let with_periods = |form: AmountForm| {
            let periods = periods.iter();
            periods.map(move |period| Amount {
                form,
                period: *period,
            })
        };
        Ok(forms.into_iter().flat_map(with_periods).collect())
    }
}

fn forms(
    what: &What,
    bound: Option<Bound>,
    own: Option<Currency>,
) -> Result<Vec<AmountForm>, Unread> {
    let chosen = |all: &Option<Vec<Currency>>| {
        let all = all.as_ref();
        all.map(|all| of_party(all, own))
    };
    match what {
        What::Hidden(currencies) => Ok(match chosen(currencies) {
            None => vec![AmountForm::Undisclosed(None)],
            Some(all) => all
                .into_iter()
                .map(|c| AmountForm::Undisclosed(Some(c)))
                .collect(),
        }),
        What::Share(value) => {
            let percent = Percent::new(*value);
            let percent = percent.map_err(|_| Unread::PercentOutOfRange(value.to_string()))?;
            let bound = match bound {
                None => ShareBound::Exact,
                Some(Bound::About) => ShareBound::About,
                Some(Bound::UpTo) => ShareBound::UpTo,
                Some(Bound::AtLeast) => ShareBound::AtLeast,
            };
            Ok(vec![AmountForm::GdpShare(GdpShare { percent, bound })])
        }
        What::Sum {
            low,
            high,
            currencies,
            bound: of_sum,
        } => {
            let own_currency = || own.map(|currency| vec![currency]);
            let all = chosen(currencies)
                .or_else(own_currency)
                .ok_or(Unread::NoCurrency)?;
            let bound = bound.or(*of_sum);
            all.into_iter()
                .map(|currency| sum(*low, *high, currency, bound))
                .collect()
        }
    }
}

fn sum(
    low: Decimal,
    high: Option<Decimal>,
    currency: Currency,
    bound: Option<Bound>,
) -> Result<AmountForm, Unread> {
    let money = |value: Decimal| {
        let out = || Unread::OutOfRange(value.normalize().to_string());
        if value > Decimal::from(Money::MAX) {
            return Err(out());
        }
        Money::new(value, currency).map_err(|_| out())
    };
    let low = money(low)?;
    if let Some(high) = high {
        let range = MoneyRange::new(low, money(high)?);
        return range.map(AmountForm::Range).map_err(|_| Unread::UpsideDown);
    }
    Ok(match bound {
        None => AmountForm::Exact(low),
        Some(Bound::About) => AmountForm::About(low),
        Some(Bound::UpTo) => AmountForm::UpTo(low),
        Some(Bound::AtLeast) => AmountForm::AtLeast(low),
    })
}
