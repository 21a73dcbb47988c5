//! The words of dates, in the languages in which the tables of the field are written.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::pieces::Piece;

/// Months in small letters, in full and short, in English, Ukrainian, German, French and Norwegian.
const MONTHS: [&str; 12] = [
    "january jan січень січня січні січ januar jänner jan janvier janv",
    "february feb лютий лютого лютому лют februar feb février fevrier févr fevr",
    "march mar березень березня березні бер märz maerz mrz mär mars",
    "april apr квітень квітня квітні квіт avril avr",
    "may травень травня травні трав mai",
    "june jun червень червня червні черв juni juin",
    "july jul липень липня липні лип juli juillet juil",
    "august aug серпень серпня серпні серп août aout",
    "september sept sep вересень вересня вересні вер septembre",
    "october oct жовтень жовтня жовтні жовт oktober okt octobre",
    "november nov листопад листопада листопаді лист novembre",
    "december dec грудень грудня грудні груд dezember dez décembre décembre déc desember des",
];

/// Phrases in small letters and what they are, `|` between them. Longer ones are looked for first.
const PHRASES: &[(Piece, &str)] = &[
    (
        Piece::Until,
        "until | untill | till | til | up to | up until | by | by the end of | until the end of | \
         no later than | not later than | до | до кінця | по | не пізніше | bis | bis zum | bis ende | \
         spätestens | jusqu'au | jusqu'à | jusqu'en | jusque | au plus tard | frem til | innen",
    ),
    (
        Piece::Before,
        "before | prior to | earlier than | перед | vor | avant | før",
    ),
    (
        Piece::After,
        "after | later than | після | nach | après | etter",
    ),
    (
        Piece::From,
        "from | since | starting | starting from | beginning | as from | з | із | зі | від | починаючи з | \
         seit | ab | von | vom | depuis | du | dès | à partir de | fra | siden",
    ),
    (Piece::Between, "between | між | zwischen | entre | mellom"),
    (Piece::And, "and | & | та | і | й | und | et | og"),
    (Piece::To, "to | through | thru | au"),
    (
        Piece::Vague,
        ". | .. | ... | ? | unclear | unspecified | not specified | unknown | not known | undisclosed | \
         not disclosed | not given | none given | not stated | not available | n/a | na | n.a | n/d | \
         n.d | nd | s.d | none | null | nan | nat | no date | without date | undated | tba | tbd | tbc | \
         date | exact date | no exact date | exact date unclear | exact date unknown | невідомо | \
         невідома | не вказано | не зазначено | без дати | дата невідома | н/д | unbekannt | unklar | \
         ohne datum | nicht bekannt | keine angabe | k.a | inconnu | inconnue | non précisé | \
         non communiqué | ukjent | uklart | ikke oppgitt",
    ),
    (
        Piece::Nothing,
        "on | in | the | of | at | during | as of | am | im | den | le | la | en | i | у | в | на | \
         року | рік | році | р | рр | р. | year | monday | tuesday | wednesday | thursday | friday | \
         saturday | sunday | mon | tue | wed | thu | fri | sat | sun | end of | beginning of | \
         end | beginning | early | late | mid | st | nd | rd | th",
    ),
    (
        Piece::Span(1, 3),
        "first quarter | 1st quarter | i квартал | 1 квартал | 1-й квартал | перший квартал | \
         1. quartal | erstes quartal | premier trimestre",
    ),
    (
        Piece::Span(4, 6),
        "second quarter | 2nd quarter | ii квартал | 2 квартал | 2-й квартал | другий квартал | \
         2. quartal | zweites quartal | deuxième trimestre",
    ),
    (
        Piece::Span(7, 9),
        "third quarter | 3rd quarter | iii квартал | 3 квартал | 3-й квартал | третій квартал | \
         3. quartal | drittes quartal | troisième trimestre",
    ),
    (
        Piece::Span(10, 12),
        "fourth quarter | 4th quarter | iv квартал | 4 квартал | 4-й квартал | четвертий квартал | \
         4. quartal | viertes quartal | quatrième trimestre",
    ),
    (
        Piece::Span(1, 6),
        "first half | first half of | 1st half | перше півріччя | і півріччя | 1. halbjahr",
    ),
    (
        Piece::Span(7, 12),
        "second half | second half of | 2nd half | друге півріччя | іі півріччя | 2. halbjahr",
    ),
];

/// The most words of a phrase.
pub(super) const LONGEST: usize = 4;

static ALL_MONTHS: LazyLock<BTreeMap<&str, i8>> = LazyLock::new(|| {
    let names = |(all, month): (&'static str, i8)| all.split(' ').map(move |name| (name, month));
    MONTHS.into_iter().zip(1..).flat_map(names).collect()
});

static ALL_PHRASES: LazyLock<BTreeMap<&str, Piece>> = LazyLock::new(|| {
    let phrases = |(piece, all): &(Piece, &'static str)| {
        let piece = *piece;
        all.split('|').map(move |phrase| (phrase.trim(), piece))
    };
    PHRASES.iter().flat_map(phrases).collect()
});

/// The month of a name in small letters, with a full stop after it or without.
pub(super) fn month(word: &str) -> Option<i8> {
    let word = word.strip_suffix('.').unwrap_or(word);
    ALL_MONTHS.get(word).copied()
}

/// What a phrase in small letters is.
pub(super) fn phrase(text: &str) -> Option<Piece> {
    ALL_PHRASES.get(text).copied()
}

/// The months of a quarter or half year: `q2`, `2q`, `h1`, `ii` is none.
pub(super) fn stretch(word: &str) -> Option<(i8, i8)> {
    let mut signs = word.chars();
    let (letter, digit) = match (signs.next()?, signs.next()?, signs.next()) {
        (a, b, None) if b.is_ascii_digit() => (a, b),
        (a, b, None) if a.is_ascii_digit() => (b, a),
        _ => return None,
    };
    let nth = i8::try_from(digit.to_digit(10)?).ok()?;
    match letter {
        'q' | 'к' if (1..=4).contains(&nth) => Some((nth * 3 - 2, nth * 3)),
        'h' if (1..=2).contains(&nth) => Some((nth * 6 - 5, nth * 6)),
        _ => None,
    }
}
