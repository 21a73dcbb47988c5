//! Whose row it is: any spelling of a giver, in English, Ukrainian, German, French and what else the
//! tables of the field hold, becomes a party of the book, a state of ISO 3166 that the book does not
//! have yet, or nobody that is known. Codes count only where they are the whole text.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization as _;

use crate::model::{Currency, Dataset, Name, Notes, Party, PartyId, PartyKind};

/// What ISO 3166, ISO 4217 and Unicode's locale data (CLDR) tell of states, and how they are spelt.
const STATES: &str = include_str!("../../../assets/states.csv");

/// How the European Union is spelt.
const UNION: &[&str] = &[
    "EU",
    "EUU",
    "European Union",
    "the EU",
    "Європейський Союз",
    "Європейський союз",
    "Євросоюз",
    "ЄС",
    "Europäische Union",
    "Union européenne",
    "UE",
    "Den europeiske union",
    "Unia Europejska",
];

/// What acts for the European Union, and under which name it is told in a remark. Its money is the
/// Union's (R8).
const INSTITUTIONS: &[(&str, &[&str])] = &[
    (
        "European Commission and Council",
        &[
            "EU (Commission and Council)",
            "EU Commission and Council",
            "European Union (Commission and Council)",
            "EU-Kommission und Rat",
        ],
    ),
    (
        "European Commission",
        &[
            "European Commission",
            "EU Commission",
            "EU (Commission)",
            "Commission of the European Union",
            "European Union (Commission)",
            "European Commission's Humanitarian Aid and Civil Protection Department",
            "European Commission - Humanitarian Aid & Civil Protection",
            "European Commission EuropeAid Development and Cooperation",
            "European Commission - Development and Cooperation",
            "European Commission Directorate-General for European Civil Protection and \
             Humanitarian Aid Operations",
            "ECHO",
            "DG ECHO",
            "Європейська Комісія",
            "Єврокомісія",
            "Europäische Kommission",
            "EU-Kommission",
            "Commission européenne",
            "Europakommisjonen",
        ],
    ),
    (
        "EU institutions",
        &[
            "EU Institutions",
            "EU institutions and bodies",
            "European Union Institutions",
            "Institutions of the European Union",
            "European Institutions",
            "Інституції ЄС",
            "Установи ЄС",
            "EU-Institutionen",
            "EU-Organe",
            "Institutions de l'UE",
            "EU-institusjoner",
        ],
    ),
    (
        "Council of the European Union",
        &[
            "Council of the European Union",
            "European Council",
            "EU Council",
            "EU (Council)",
            "Рада ЄС",
            "Rat der EU",
        ],
    ),
    (
        "European Peace Facility",
        &[
            "European Peace Facility",
            "European Peace Facility (EPF)",
            "EPF",
            "EU (European Peace Facility)",
            "EU (EPF)",
            "EU - European Peace Facility",
            "Європейський фонд миру",
            "Європейський фонд підтримки миру",
            "Європейський механізм миру",
            "Європейська фінансова установа миру",
            "Europäische Friedensfazilität",
            "EFF",
            "Facilité européenne pour la paix",
            "FEP",
            "Den europeiske fredsfasiliteten",
        ],
    ),
    (
        "European Investment Bank",
        &[
            "European Investment Bank",
            "European Investment Bank (EIB)",
            "EIB",
            "EU (European Investment Bank)",
            "EU (EIB)",
            "Європейський інвестиційний банк",
            "ЄІБ",
            "Europäische Investitionsbank",
            "Banque européenne d'investissement",
            "BEI",
            "Den europeiske investeringsbanken",
        ],
    ),
    (
        "EU trust fund",
        &["EU Trust Fund", "European Union Trust Fund"],
    ),
];

/// What stands around a state's name where its government is the giver.
const AROUND: (&[&str], &[&str]) = (
    &[
        "government of ",
        "the government of ",
        "govt of ",
        "federal government of ",
        "gouvernement de ",
        "regierung ",
        "уряд ",
        "kingdom of ",
        "the ",
    ],
    &[
        " government of the",
        " government of",
        " government",
        " govt of",
        " govt",
    ],
);

/// A state of ISO 3166, or the European Union.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct State {
    /// Alpha-2, or `EU`: the id that it has as a party.
    pub id: &'static str,
    /// Alpha-3, or `EUU`.
    pub iso3: &'static str,
    /// Its currency.
    pub currency: Currency,
    /// English name.
    pub en: &'static str,
    /// Ukrainian name.
    pub uk: &'static str,
}

impl State {
    /// It as a party: what ISO tells, and nothing more. When it came to the EU, NATO or the euro is
    /// left out.
    #[must_use]
    pub fn party(&self) -> Option<Party> {
        let kind = match self.id {
            "EU" => PartyKind::Union,
            _ => PartyKind::State,
        };
        Some(Party {
            id: PartyId::new(self.id).ok()?,
            kind,
            iso3: self.iso3.to_owned(),
            name: Name {
                en: self.en.to_owned(),
                uk: self.uk.to_owned(),
            },
            currency: self.currency,
            eu_since: None,
            nato_since: None,
            euro_since: None,
            g7: false,
            vilnius: None,
            conflicts: Vec::new(),
            not_found: Vec::new(),
            notes: Notes::default(),
        })
    }
}

/// A state that a text names.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Named {
    /// The state, or the Union.
    pub state: &'static State,
    /// Which institution of the Union, where the text names one: `European Peace Facility`.
    pub institution: Option<&'static str>,
}

struct Known {
    states: Vec<State>,
    /// By what a spelling comes down to: which state, which institution.
    spellings: BTreeMap<String, (usize, Option<&'static str>)>,
}

static KNOWN: LazyLock<Known> = LazyLock::new(|| {
    let mut known = Known {
        states: Vec::new(),
        spellings: BTreeMap::new(),
    };
    for line in STATES.lines().skip(1) {
        let mut parts = line.split(';');
        let mut next = || parts.next().unwrap_or_default();
        let (id, iso3, currency, en, uk) = (next(), next(), next(), next(), next());
        let spellings = next();
        let Ok(currency) = Currency::new(currency) else {
            continue;
        };
        let own = [id, iso3, en, uk];
        let all = own.into_iter().chain(spellings.split('|'));
        known.add(all, None);
        known.states.push(State {
            id,
            iso3,
            currency,
            en,
            uk,
        });
    }
    known.add(UNION.iter().copied(), None);
    for (institution, all) in INSTITUTIONS {
        known.add(all.iter().copied(), Some(institution));
    }
    known.states.push(State {
        id: "EU",
        iso3: "EUU",
        currency: Currency::EUR,
        en: "European Union",
        uk: "Європейський Союз",
    });
    known
});

impl Known {
    /// Adds the spellings of the state that is put in next.
    fn add<'a>(&mut self, all: impl Iterator<Item = &'a str>, institution: Option<&'static str>) {
        let at = self.states.len();
        let keys = all.map(plain).filter(|key| !key.is_empty());
        for key in keys {
            self.spellings.entry(key).or_insert((at, institution));
        }
    }

    fn find(&'static self, key: &str) -> Option<Named> {
        let (at, institution) = self.spellings.get(key)?;
        Some(Named {
            state: self.states.get(*at)?,
            institution: *institution,
        })
    }
}

/// What a spelling comes down to: small letters without accents, signs and doubled blanks.
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let letters = text.nfkd().flat_map(char::to_lowercase);
    let is_mark = |c: char| unicode_normalization::char::is_combining_mark(c);
    for c in letters.filter(|c| !is_mark(*c)) {
        match c {
            '.'
            | '\''
            | '’'
            | 'ʼ'
            | '‘'
            | '`'
            | '´'
            | '\u{ad}'
            | '\u{200b}'..='\u{200f}'
            | '\u{2060}'
            | '\u{feff}' => {}
            'ß' => plain.push_str("ss"),
            c if c.is_alphanumeric() => plain.push(c),
            _ if plain.ends_with(' ') || plain.is_empty() => {}
            _ => plain.push(' '),
        }
    }
    if plain.ends_with(' ') {
        plain.pop();
    }
    plain
}

/// The longest text that is looked at as a name.
const LONGEST: usize = 400;

/// The state, or the Union, that a text names.
#[must_use]
pub fn named(text: &str) -> Option<Named> {
    if text.len() > LONGEST {
        return None;
    }
    let key = plain(text);
    let known: &'static Known = &KNOWN;
    known
        .find(&key)
        .or_else(|| known.find(without_government(&key)?))
        .or_else(|| of_union(text))
}

/// The state of an id: `LT`, `EU`.
#[must_use]
pub fn state(id: &str) -> Option<&'static State> {
    let known: &'static Known = &KNOWN;
    let named = known.find(&plain(id))?;
    (named.state.id == id).then_some(named.state)
}

/// `united states of america government of`, `government of ireland`.
fn without_government(key: &str) -> Option<&str> {
    let (before, after) = AROUND;
    let front = before.iter().find_map(|words| key.strip_prefix(words));
    let back = after.iter().find_map(|words| key.strip_suffix(words));
    front.or(back)
}

/// `EU (Macro-Financial Assistance)`, `EU – Ukraine Facility`: whatever of the Union stands there.
fn of_union(text: &str) -> Option<Named> {
    let (front, rest) = text.split_once(['(', '-', '–', '—', ':', '/'])?;
    // The sum of the member states is no giver: beside its members it would count twice.
    let members = plain(rest);
    if members.contains("member") || members.bytes().any(|b| b.is_ascii_digit()) {
        return None;
    }
    let known: &'static Known = &KNOWN;
    let union = known.find(&plain(front)).filter(|n| n.state.id == "EU")?;
    let institution = known.find(&plain(rest)).filter(|n| n.state.id == "EU");
    Some(Named {
        state: union.state,
        institution: institution.and_then(|named| named.institution),
    })
}

/// Whose a row is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Whose {
    /// A party of the book's, and which institution of the Union the text names.
    Party(PartyId, Option<&'static str>),
    /// A state or the Union, which the book does not have yet.
    New(&'static State, Option<&'static str>),
    /// Nobody that is known.
    Unknown,
}

/// The parties of a book by any spelling.
#[derive(Clone, Debug)]
pub struct Parties {
    own: BTreeMap<String, PartyId>,
}

impl Parties {
    /// The parties of a book: by id, alpha-3 and both names, beside the spellings of their state.
    #[must_use]
    pub fn of(dataset: &Dataset) -> Self {
        let mut own = BTreeMap::new();
        for party in dataset.parties.values() {
            let names = [&*party.iso3, &*party.name.en, &*party.name.uk];
            for name in names {
                own.entry(plain(name)).or_insert_with(|| party.id.clone());
            }
        }
        // An id is its party's, even where another is called so.
        for party in dataset.parties.values() {
            own.insert(plain(party.id.as_str()), party.id.clone());
        }
        Self { own }
    }

    /// Whose a text names.
    #[must_use]
    pub fn find(&self, text: &str) -> Whose {
        if text.len() > LONGEST {
            return Whose::Unknown;
        }
        let key = plain(text);
        if let Some(id) = self.own.get(&key) {
            return Whose::Party(id.clone(), None);
        }
        let Some(Named { state, institution }) = named(text) else {
            return Whose::Unknown;
        };
        // The book may know the state under another id, but then by its alpha-3.
        let by_code = [state.id, state.iso3].map(plain);
        let known = by_code.iter().find_map(|code| self.own.get(code));
        match known {
            Some(id) => Whose::Party(id.clone(), institution),
            None => Whose::New(state, institution),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn id(text: &str) -> Option<&'static str> {
        named(text).map(|named| named.state.id)
    }

    #[test]
    fn the_spellings_of_the_field_are_the_state_that_they_mean() {
        for (text, expected) in [
            ("Czech Republic", "CZ"),
            ("Czechia", "CZ"),
            ("Turkiye", "TR"),
            ("Turkey", "TR"),
            ("Türkiye", "TR"),
            ("Tu\u{308}rkiye", "TR"),
            ("UK", "GB"),
            ("GBR", "GB"),
            ("gb", "GB"),
            ("U.S.", "US"),
            ("USA", "US"),
            ("United States of America, Government of", "US"),
            ("Government of Ireland", "IE"),
            ("South Korea", "KR"),
            ("Korea, Republic of", "KR"),
            ("Republic of Korea", "KR"),
            ("FInland", "FI"),
            ("  Germany\u{a0}", "DE"),
            ("Bundesrepublik Deutschland", "DE"),
            ("Allemagne", "DE"),
            ("Німеччина", "DE"),
            ("Велика Британія", "GB"),
            ("США", "US"),
            ("Südkorea", "KR"),
            ("Nederland", "NL"),
            ("Netherlands (Kingdom of the)", "NL"),
            ("Taiwan", "TW"),
            ("no", "NO"),
            ("EL", "GR"),
            ("Slovak Republic", "SK"),
            ("Österreich", "AT"),
            ("Oesterreich", "AT"),
            ("Cote d’Ivoire", "CI"),
            ("EU", "EU"),
            ("ЄС", "EU"),
            ("European Union", "EU"),
        ] {
            assert_eq!(id(text), Some(expected), "{text}");
        }
        for text in [
            "",
            ".",
            "-",
            "Exampleland",
            "World Bank",
            "Total",
            "United Nations",
            "Europe",
        ] {
            assert_eq!(id(text), None, "{text}");
        }
        assert_eq!(id(&"a".repeat(1_000_000)), None);
    }

    #[test]
    fn what_acts_for_the_union_is_the_union_and_told_which() {
        for (text, expected) in [
            (
                "EU (Commission and Council)",
                Some("European Commission and Council"),
            ),
            ("European Commission", Some("European Commission")),
            ("EU Institutions", Some("EU institutions")),
            ("European Peace Facility", Some("European Peace Facility")),
            (
                "EU (European Peace Facility)",
                Some("European Peace Facility"),
            ),
            ("European Investment Bank", Some("European Investment Bank")),
            ("EU – EIB", Some("European Investment Bank")),
            ("EU (Macro-Financial Assistance)", None),
            ("EU", None),
        ] {
            let named = named(text).unwrap();
            assert_eq!(
                (named.state.id, named.institution),
                ("EU", expected),
                "{text}"
            );
        }
    }

    #[test]
    fn the_table_has_each_state_once_and_no_spelling_for_two() {
        let mut owners: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
        let mut count = 0;
        for line in STATES.lines().skip(1) {
            let parts: Vec<&str> = line.split(';').collect();
            let [id, iso3, currency, en, uk, spellings] = parts[..] else {
                unreachable!("{line}");
            };
            assert!(Currency::new(currency).is_ok(), "{line}");
            assert!(id.len() == 2 && iso3.len() == 3, "{line}");
            for spelling in [id, iso3, en, uk].into_iter().chain(spellings.split('|')) {
                owners.entry(plain(spelling)).or_default().insert(id);
            }
            count += 1;
        }
        owners.remove("");
        for spelling in UNION
            .iter()
            .chain(INSTITUTIONS.iter().flat_map(|(_, all)| *all))
        {
            owners.entry(plain(spelling)).or_default().insert("EU");
        }
        assert_eq!(count, 249);
        assert_eq!(KNOWN.states.len(), 250);
        let shared: Vec<_> = owners.iter().filter(|(_, ids)| ids.len() > 1).collect();
        assert_eq!(shared, vec![]);
    }

    #[test]
    fn a_state_becomes_a_party_with_what_iso_tells_and_nothing_more() {
        let party = named("Island").unwrap().state.party().unwrap();
        assert_eq!((party.id.as_str(), &*party.iso3), ("IS", "ISL"));
        assert_eq!((&*party.name.en, &*party.name.uk), ("Iceland", "Ісландія"));
        assert_eq!((party.currency.code(), party.nato_since), ("ISK", None));
        let union = state("EU").unwrap().party().unwrap();
        assert_eq!(union.kind, PartyKind::Union);
    }
}
