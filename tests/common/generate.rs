//! Large datasets, the same on every run: for measuring, and for stories on a crowded book.

use jiff::civil::{Date, date};
use pledgebook::model::{
    Agreement, AgreementId, AgreementKind, AidEntry, AidId, AidType, Amount, AmountForm, Area,
    Citation, Commitment, CommitmentId, Currency, Dataset, Figure, Fulfils, FxRate, FxSeries,
    GdpSeries, GdpShare, GdpStatus, GdpValue, Header, Instrument, Money, MoneyId, MoneyRange, Name,
    Notes, PartialDate, Party, PartyId, PartyKind, Percent, Period, Phrase, PopulationSeries,
    Record, SeriesId, ShareBound, Signatories, Source, SourceId, SourceKind, Stage, Vilnius,
    Wording, Year,
};
use rust_decimal::Decimal;

const PARTIES: usize = 20;
/// Each with its rate to the euro, in hundredths.
const CURRENCIES: [(&str, i64); 9] = [
    ("EUR", 100),
    ("USD", 108),
    ("GBP", 85),
    ("SEK", 1143),
    ("NOK", 1163),
    ("DKK", 746),
    ("CAD", 148),
    ("JPY", 16_385),
    ("PLN", 431),
];
const STAGES: [Stage; 4] = [
    Stage::Pledged,
    Stage::Committed,
    Stage::Allocated,
    Stage::Delivered,
];
const TYPES: [AidType; 3] = [AidType::Military, AidType::Financial, AidType::Humanitarian];
const FIRST_YEAR: i64 = 2022;
const LAST_YEAR: i64 = 2025;

/// A dataset of so many aid entries and twice as many commitments, of 20 parties, 4 stages, 3 types
/// and 9 currencies, dated 2022–2025. In it are all forms of amounts, packages and running totals,
/// parts of wholes, and entries that fulfil commitments; nothing dangles.
pub(crate) fn dataset(entries: usize) -> Dataset {
    let mut chance = Chance(0x5EED);
    let mut data = Dataset {
        header: Header {
            title: format!("{entries} generated entries"),
            licence: "CC0 1.0".to_owned(),
            cutoff: Some(date(2025, 12, 31)),
            ..Header::default()
        },
        ..Dataset::default()
    };
    add_sources(&mut data);
    add_rates(&mut data);
    for index in 0..PARTIES {
        add_party(&mut data, index);
    }
    for index in 0..2 * entries {
        let commitment = commitment(index, &mut chance);
        data.commitments.insert(commitment.id.clone(), commitment);
    }
    for index in 0..entries {
        let entry = entry(index, &mut chance);
        data.aid.insert(entry.id.clone(), entry);
    }
    data
}

/// Numbers that look random and are the same on every run (SplitMix64).
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^= mixed >> 31;
        usize::try_from(mixed % u64::try_from(end).unwrap()).unwrap()
    }

    fn one_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    fn of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())]
    }
}

fn year(number: i64) -> Year {
    Year::new(number).unwrap()
}

/// `PA` to `PT`.
fn code(party: usize) -> String {
    let letter = char::from(b'A' + u8::try_from(party).unwrap());
    format!("P{letter}")
}

fn currency_of(party: usize) -> Currency {
    CURRENCIES[party % CURRENCIES.len()].0.parse().unwrap()
}

fn source_id(index: usize) -> SourceId {
    SourceId::new(&format!("gen-s{:02}", index % 40)).unwrap()
}

fn cite(index: usize) -> Citation {
    Citation {
        source: Some(source_id(index)),
        phrase: Some(Phrase(format!("the words of record number {index}"))),
        ..Citation::default()
    }
}

fn add_sources(data: &mut Dataset) {
    for index in 0..40 {
        let id = source_id(index);
        let source = Source {
            id: id.clone(),
            title: format!("Statement number {index}"),
            publisher: "A ministry".to_owned(),
            url: format!("https://example.org/statements/{index}"),
            published: Some(PartialDate::Year(year(2024))),
            read_on: None,
            language: "en".to_owned(),
            kind: SourceKind::Government,
            read_from: None,
            official: None,
            licence: None,
            archived: None,
            notes: Notes::new(),
        };
        data.sources.insert(id, source);
    }
}

fn add_rates(data: &mut Dataset) {
    for (code, hundredths) in CURRENCIES.iter().skip(1) {
        let rate = |move_by: i64| FxRate {
            per_eur: Decimal::new(hundredths + hundredths * move_by / 100, 2),
            days: None,
            first_day: None,
            last_day: None,
        };
        let years = FIRST_YEAR..=LAST_YEAR;
        let months = years
            .clone()
            .flat_map(|y| (1..=12).map(move |month| (y, month)));
        let id = SeriesId::new(&format!("fx-{}", code.to_lowercase())).unwrap();
        let series = FxSeries {
            id: id.clone(),
            currency: code.parse().unwrap(),
            source: source_id(0),
            note: None,
            years: years.map(|y| (year(y), rate(y - FIRST_YEAR))).collect(),
            months: months
                .map(|(y, month)| (format!("{y}-{month:02}"), rate(y - FIRST_YEAR + month % 3)))
                .collect(),
        };
        data.reference.fx.insert(id, series);
    }
}

fn add_party(data: &mut Dataset, index: usize) {
    let id = PartyId::new(&code(index)).unwrap();
    let size = i64::try_from(index).unwrap() + 1;
    let years = || (FIRST_YEAR..=LAST_YEAR).map(year);
    let party = Party {
        id: id.clone(),
        kind: PartyKind::State,
        iso3: format!("{}X", code(index)),
        name: Name {
            en: format!("Party {}", code(index)),
            uk: format!("Сторона {}", code(index)),
        },
        currency: currency_of(index),
        eu_since: index.is_multiple_of(2).then(|| date(1995, 1, 1)),
        nato_since: index.is_multiple_of(3).then(|| date(1999, 3, 12)),
        euro_since: None,
        g7: index.is_multiple_of(7),
        vilnius: Some(Vilnius::Joined),
        conflicts: Vec::new(),
        not_found: Vec::new(),
        notes: Notes::new(),
    };
    data.parties.insert(id.clone(), party);
    let agreement = agreement(index, &id);
    data.agreements.insert(agreement.id.clone(), agreement);

    let gdp = GdpSeries {
        id: SeriesId::new(&format!("gdp-{}", code(index).to_lowercase())).unwrap(),
        country: id.clone(),
        vintage: "Generated".to_owned(),
        currency: currency_of(index),
        source: source_id(1),
        eur_method: None,
        years: years()
            .map(|y| {
                let value = GdpValue {
                    value: Decimal::from(size * 50_000_000_000),
                    usd: None,
                    eur: None,
                    status: GdpStatus::Actual,
                };
                (y, value)
            })
            .collect(),
    };
    data.reference.gdp.insert(gdp.id.clone(), gdp);
    let population = PopulationSeries {
        id: SeriesId::new(&format!("pop-{}", code(index).to_lowercase())).unwrap(),
        country: id,
        vintage: "Generated".to_owned(),
        source: source_id(2),
        years: years().zip(std::iter::repeat(3_000_000)).collect(),
    };
    data.reference
        .population
        .insert(population.id.clone(), population);
}

fn agreement_id(party: usize) -> AgreementId {
    AgreementId::new(&format!("{}-2024", code(party).to_lowercase())).unwrap()
}

fn agreement(index: usize, party: &PartyId) -> Agreement {
    Agreement {
        id: agreement_id(index),
        party: party.clone(),
        title: "Agreement on security cooperation".to_owned(),
        kind: AgreementKind::Agreement,
        signed: date(2024, 1 + i8::try_from(index % 12).unwrap(), 12),
        place: "Kyiv".to_owned(),
        signatories: Signatories::default(),
        term_years: Some(10),
        review_years: Some(5),
        notice_months: Some(6),
        in_force: None,
        legally_binding: None,
        sources: vec![source_id(index)],
        context: Vec::new(),
        notes: Notes::new(),
    }
}

fn commitment_id(index: usize) -> CommitmentId {
    let party = code(index % PARTIES).to_lowercase();
    CommitmentId::new(&format!("{party}-2024-c{:06}", index / PARTIES + 1)).unwrap()
}

fn commitment(index: usize, chance: &mut Chance) -> Commitment {
    let party = index % PARTIES;
    // The first of each party is a yearly share of its GDP, a tenth of the others name a sum.
    let amount = if index < PARTIES {
        Some(Amount {
            form: AmountForm::GdpShare(GdpShare {
                percent: Percent::new(Decimal::new(25, 2)).unwrap(),
                bound: ShareBound::Exact,
            }),
            period: Period::Yearly {
                from: None,
                to: None,
            },
        })
    } else {
        chance.one_in(10).then(|| amount(party, chance))
    };
    Commitment {
        id: commitment_id(index),
        agreement: agreement_id(party),
        area: chance.of(Area::ALL),
        summary: format!("What is promised in paragraph {index}, told in words of our own."),
        wording: chance.of(Wording::ALL),
        stage: Stage::Pledged,
        locator: Some(format!("Part I, {index}")),
        cite: cite(index),
        aid_type: amount.is_some().then_some(AidType::Military),
        amount,
        other_figures: Vec::new(),
        preferred_because: None,
        quantity: None,
        part_of: None,
        same_as: None,
        supersedes: Vec::new(),
        status: Vec::new(),
        notes: Notes::new(),
    }
}

fn amount(party: usize, chance: &mut Chance) -> Amount {
    let millions = |number: usize| {
        let value = Decimal::from(number) * Decimal::from(1_000_000);
        Money::new(value, currency_of(party)).unwrap()
    };
    let sum = chance.below(900) + 1;
    let form = match chance.below(12) {
        0 => AmountForm::About(millions(sum)),
        1 => AmountForm::UpTo(millions(sum)),
        2 => AmountForm::AtLeast(millions(sum)),
        3 => AmountForm::Range(MoneyRange::new(millions(sum), millions(2 * sum)).unwrap()),
        4 => AmountForm::Undisclosed(None),
        _ => AmountForm::Exact(millions(sum)),
    };
    let first = FIRST_YEAR + i64::try_from(chance.below(4)).unwrap();
    let period = match chance.below(8) {
        0 => Period::Unstated,
        1 => Period::Yearly {
            from: Some(year(first)),
            to: Some(year(LAST_YEAR)),
        },
        2 => Period::Lump {
            from: Some(PartialDate::Year(year(FIRST_YEAR))),
            to: Some(PartialDate::Year(year(first))),
        },
        _ => Period::Year(year(first)),
    };
    Amount { form, period }
}

fn aid_id(index: usize) -> AidId {
    let party = code(index % PARTIES).to_lowercase();
    AidId::new(&format!("{party}-a{:06}", index / PARTIES + 1)).unwrap()
}

fn day(chance: &mut Chance) -> Date {
    let part = |chance: &mut Chance, end| i8::try_from(chance.below(end) + 1).unwrap();
    let of_year = i16::try_from(FIRST_YEAR).unwrap() + i16::from(part(chance, 4)) - 1;
    date(of_year, part(chance, 12), part(chance, 28))
}

fn entry(index: usize, chance: &mut Chance) -> AidEntry {
    let party = index % PARTIES;
    let announced = PartialDate::Day(day(chance));
    let record = if chance.one_in(10) {
        Record::RunningTotal {
            since: Some(PartialDate::Day(date(2022, 2, 24))),
            as_counted_on: Some(announced),
        }
    } else {
        Record::Package
    };
    let is_package = record == Record::Package;
    // The whole is the same party's entry before it, so that no circle can close.
    let has_whole = is_package && index >= PARTIES && chance.one_in(20);
    let towards = is_package && !has_whole && chance.one_in(8);
    AidEntry {
        id: aid_id(index),
        party: PartyId::new(&code(party)).unwrap(),
        record,
        stage: chance.of(&STAGES),
        aid_type: chance.of(&TYPES),
        instrument: Instrument::Unknown,
        summary: format!("What was reported in statement {index}, told in words of our own."),
        figure: Figure {
            amount: amount(party, chance),
            as_reported: Some("“gave”".to_owned()),
            cite: cite(index),
            date: None,
        },
        other_figures: Vec::new(),
        preferred_because: None,
        period_as_written: None,
        date: Some(announced),
        part_of: has_whole.then(|| MoneyId::from(&aid_id(index - PARTIES))),
        fulfils: if towards {
            vec![Fulfils {
                commitment: commitment_id(party),
                share: Percent::FULL,
            }]
        } else {
            Vec::new()
        },
        counted_in: None,
        same_as: None,
        supersedes: Vec::new(),
        joint: false,
        quantity: None,
        origin: None,
        notes: Notes::new(),
    }
}

#[test]
fn generated_datasets_are_the_same_on_every_run_and_nothing_in_them_dangles() {
    let data = dataset(400);
    assert_eq!(data, dataset(400));
    assert_eq!(
        (data.aid.len(), data.commitments.len(), data.parties.len()),
        (400, 800, 20)
    );
    let stages: std::collections::BTreeSet<Stage> = data.aid.values().map(|e| e.stage).collect();
    for entry in data.aid.values() {
        let whole = entry.part_of.as_ref().map(MoneyId::as_str);
        assert!(
            whole.is_none_or(|id| data.money(id).is_some()),
            "{}",
            entry.id
        );
        for fulfils in &entry.fulfils {
            let promise = &data.commitments[&fulfils.commitment];
            assert_eq!(data.agreements[&promise.agreement].party, entry.party);
        }
        assert!(
            data.sources
                .contains_key(entry.figure.cite.source.as_ref().unwrap())
        );
    }
    assert_eq!(stages.len(), 4);
}
