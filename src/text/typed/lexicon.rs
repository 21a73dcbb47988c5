//! The words of amounts, times and percentages, in English and Ukrainian, and the scales of the
//! languages in which sources are written. Which language the window has does not matter: sources
//! are copied from in either.

use std::collections::BTreeMap;
use std::sync::LazyLock;

/// How a sum or share is bound.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Bound {
    /// “nearly”
    About,
    /// “at most”
    UpTo,
    /// “at least”
    AtLeast,
}

/// The meaning of a word or phrase. What has two meanings has a variant of its own.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Word {
    /// How what follows is bound.
    Bound(Bound),
    /// How what stands before is bound.
    After(Bound),
    /// `+`: at least this much, or from this year on.
    Plus,
    /// “over”: at least this much, or in the course of that time.
    Over,
    /// “up to”, “до”: at most this much, or until then; between two ends, “to”.
    UpTo,
    /// Between two ends, or until then.
    To,
    /// Until then.
    Until,
    /// From this end, from then on; before a sum alone, at least this much.
    From,
    /// Before a range with “and”.
    Between,
    /// Between the ends of such a range.
    And,
    /// A dash of any length.
    Dash,
    /// In that time.
    During,
    /// From that time on, after it.
    Onwards,
    /// The sum again in each year.
    Each,
    /// All that is named is one sum.
    Together,
    /// One sum for a time that is not named.
    OneSum,
    /// No sum is named.
    Hidden,
    /// Exponents of ten; several where languages differ.
    Scale(&'static [u32]),
    /// %
    PerCent,
    /// “of GDP”
    Gdp,
    /// A month, 1–12.
    Month(i8),
    /// “year”, beside a year.
    Year,
    /// “th” after a day.
    Ordinal,
    /// A day of the week.
    Weekday,
    /// A comma, a colon.
    Pause,
    /// An opening bracket.
    Open,
    /// A closing bracket.
    Close,
    /// What adds nothing.
    Filler,
}

use Bound::{About, AtLeast, UpTo};

/// A phrase of more words than this is not looked for.
pub(super) const LONGEST_PHRASE: usize = 5;

/// What the phrases mean, in small letters and without full stops, as [`Phrases`] are written.
const MEANINGS: &[(Word, &str)] = &[
    (
        Word::Bound(About),
        "~ | ≈ | nearly | almost | about | around | approximately | approx | roughly | \
         circa | ca | c | some | close to | more or less | близько | приблизно | майже | \
         орієнтовно | біля | прибл | бл | десь",
    ),
    (
        Word::Bound(UpTo),
        "< | < = | ≤ | at most | no more than | not more than | not exceeding | maximum | \
         max | less than | under | below | щонайбільше | не більше | не більше ніж | \
         не більше як | не більш ніж | не більш як | максимум | менше | менше ніж | \
         менш ніж | менш як | не понад | не перевищує",
    ),
    (
        Word::Bound(AtLeast),
        "> | > = | ≥ | at least | more than | above | minimum | min | no less than | \
         not less than | exceeding | in excess of | upwards of | щонайменше | понад | \
         більше | більше ніж | більше як | більш ніж | більш як | не менше | не менше ніж | \
         не менше як | не менш ніж | не менш як | мінімум | як мінімум | принаймні | \
         перевищує",
    ),
    (
        Word::After(About),
        "or so | або близько того | чи близько того",
    ),
    (
        Word::After(UpTo),
        "or less | або менше | чи менше | і менше",
    ),
    (
        Word::After(AtLeast),
        "or more | and more | або більше | чи більше | і більше | та більше",
    ),
    (Word::Plus, "+"),
    (Word::Over, "over"),
    (Word::UpTo, "up to | до"),
    (Word::To, "to | through | thru | по"),
    (
        Word::Until,
        "until | till | up until | by | until the end of | to the end of | by the end of | \
         up to the end of | до кінця | по кінець | не пізніше",
    ),
    (
        Word::From,
        "from | since | starting | starting in | starting from | beginning in | від | з | \
         із | зі | починаючи з | починаючи від",
    ),
    (Word::Between, "between | між"),
    (Word::And, "and | & | та | і | й"),
    (Word::Dash, "-"),
    (
        Word::During,
        "in | during | for | on | within | throughout | у | в | на | за | протягом | \
         впродовж | упродовж",
    ),
    (
        Word::Onwards,
        "onwards | onward | and onwards | and beyond | і далі | та далі | й далі | і надалі",
    ),
    (
        Word::Each,
        "each year | every year | in each year | for each year | each calendar year | \
         in each calendar year | per year | a year | yearly | annually | annual | \
         per annum | p a | pa | / year | / yr | / y | щороку | щорічно | щорічн* | на рік | \
         в рік | у рік | за рік | / рік | / р | кожного року | кожен рік | кожний рік | \
         у кожному році | в кожному році | річно",
    ),
    (
        Word::Together,
        "together | in total | in all | overall | altogether | разом | загалом | усього | \
         всього",
    ),
    (
        Word::OneSum,
        "in one sum | as one sum | as a lump sum | lump sum | однією сумою | одною сумою",
    ),
    (
        Word::Hidden,
        "n / d | n d | undisclosed | not disclosed | not stated | not named | secret | \
         classified | confidential | н / д | н д | нд | не розголошено | не розголошується | \
         не розголошують | нерозголошено | не розкрито | не розкривається | не розкривають | \
         не названо | не вказано | таємно | засекречено | конфіденційно",
    ),
    (
        Word::Scale(&[3]),
        "k | thousand | thousands | tsd | tausend | tusen | tusind* | tys | tysiąc* | \
         tysięcy | tis | tisíc* | tuhat* | duizend | tūkst* | тис | тисяч*",
    ),
    (
        Word::Scale(&[6]),
        "m | mn | mln | mio | mill | million* | millón | millon* | miljon* | miljoen | \
         miljoon* | milion* | milj | млн | мільйон*",
    ),
    // A million in English short writing, a thousand in Spanish and Portuguese.
    (Word::Scale(&[6, 3]), "mil"),
    (
        Word::Scale(&[9]),
        "b | bn | bln | bil | billion | billions | mrd | mlrd | mld | mia | md | mds | mdr | \
         milliard* | miljard* | miliard* | mljrd | млрд | мрд | мільярд*",
    ),
    (
        Word::Scale(&[12]),
        "tn | trn | trln | trillion | trillions | billionen | billioner | трлн | трильйон*",
    ),
    (
        Word::PerCent,
        "% | percent | per cent | pct | відсот* | процент* | проц",
    ),
    (
        Word::Gdp,
        "gdp | annual gdp | national gdp | gross domestic product | ввп | річного ввп | \
         валового внутрішнього продукту",
    ),
    (
        Word::Year,
        "year | years | calendar year | рік | року | році | роки | років | роках | рр | р",
    ),
    (Word::Ordinal, "st | nd | rd | th | го"),
    (
        Word::Weekday,
        "monday | tuesday | wednesday | thursday | friday | saturday | sunday | понеділ* | \
         вівтор* | серед* | четвер* | п'ятниц* | субот* | неділ*",
    ),
    (Word::Pause, ", | ; | :"),
    (Word::Open, "("),
    (Word::Close, ")"),
    (
        Word::Filler,
        "of | in the amount of | на суму | в сумі | у сумі | загальною сумою | the | a | an | its | total | sum | amount | worth | period | сума | суму | \
         суми | обсягом | розміром | у розмірі | в розмірі | період* | свого",
    ),
    (Word::Month(1), "january | jan | січ*"),
    (Word::Month(2), "february | feb | лют*"),
    (Word::Month(3), "march | mar | бер | берез*"),
    (Word::Month(4), "april | apr | квіт*"),
    (Word::Month(5), "may | трав*"),
    (Word::Month(6), "june | jun | черв | червен* | червн*"),
    (Word::Month(7), "july | jul | лип | липен* | липн*"),
    (Word::Month(8), "august | aug | серп*"),
    (Word::Month(9), "september | sept | sep | вер | верес*"),
    (Word::Month(10), "october | oct | жовт*"),
    (
        Word::Month(11),
        "november | nov | лист | листоп | листопад*",
    ),
    (Word::Month(12), "december | dec | груд*"),
];

static ALL_MEANINGS: LazyLock<Phrases<Word>> = LazyLock::new(|| Phrases::new(MEANINGS));

/// What a phrase in small letters means; none: it means nothing here.
pub(super) fn meaning(phrase: &str) -> Option<Word> {
    ALL_MEANINGS.get(phrase)
}

/// Phrases and what they mean, to be looked up. They are written one after the other with `|`
/// between them; a star stands for up to four letters, so that every case of a noun is known.
pub(super) struct Phrases<T> {
    whole: BTreeMap<&'static str, T>,
    stems: Vec<(&'static str, T)>,
}

impl<T: Copy> Phrases<T> {
    pub(super) fn new(table: &'static [(T, &'static str)]) -> Self {
        let all = table.iter();
        let all = all.flat_map(|(meaning, all)| phrases(all).map(|phrase| (phrase, *meaning)));
        let (stems, whole): (Vec<_>, Vec<_>) = all.partition(|(phrase, _)| phrase.ends_with('*'));
        let stem = |(phrase, meaning): (&'static str, T)| (phrase.trim_end_matches('*'), meaning);
        Self {
            whole: whole.into_iter().collect(),
            stems: stems.into_iter().map(stem).collect(),
        }
    }

    pub(super) fn get(&self, phrase: &str) -> Option<T> {
        let by_stem = || {
            let fits = |(stem, _): &&(&str, T)| is_case_of(stem, phrase);
            self.stems.iter().find(fits).map(|(_, meaning)| *meaning)
        };
        self.whole.get(phrase).copied().or_else(by_stem)
    }
}

/// The phrases that are written one after the other.
pub(super) fn phrases(all: &'static str) -> impl Iterator<Item = &'static str> {
    all.split('|').map(str::trim)
}

/// Whether a word is the stem and up to four letters.
fn is_case_of(stem: &str, word: &str) -> bool {
    word.strip_prefix(stem).is_some_and(|ending| {
        ending.chars().count() <= 4 && ending.chars().all(char::is_alphabetic)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_phrase_has_one_meaning_and_is_short_enough_to_be_found() {
        for (word, all) in MEANINGS {
            for phrase in phrases(all) {
                assert!(phrase.split(' ').count() <= LONGEST_PHRASE, "{phrase}");
                assert_eq!(
                    meaning(phrase.trim_end_matches('*')),
                    Some(*word),
                    "{phrase}"
                );
            }
        }
    }

    #[test]
    fn a_star_holds_the_cases_of_a_noun_and_no_more() {
        assert_eq!(meaning("мільйонів"), Some(Word::Scale(&[6])));
        assert_eq!(meaning("millionen"), Some(Word::Scale(&[6])));
        assert_eq!(meaning("millionaires"), None);
        assert_eq!(meaning("червня"), Some(Word::Month(6)));
        assert_eq!(meaning("червоний"), None);
    }
}
