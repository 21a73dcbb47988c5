//! The bundled dataset: nothing of what was gathered is lost, nothing is told without a source.

use std::collections::BTreeMap;

use pledgebook::model::{
    AidId, AmountForm, Area, Citation, CommitmentId, Dataset, MoneyRecord, NoteOn, PartyId, Period,
    Record, SourceId, Stage,
};
use rust_decimal::Decimal;

use super::{BUNDLED, read};

/// By party: signed; commitments, of which with money; packages, running totals; pledged, committed,
/// allocated, delivered, unclear; sources; conflicts.
const COUNTS: &str = "
AL 2025-01-21 23 1 0 0 0 0 0 0 0 3 1
BE 2024-05-28 32 4 8 4 3 1 4 3 1 9 4
CA 2024-02-24 33 2 14 3 7 2 5 2 1 11 4
CZ 2024-07-18 26 1 0 1 0 0 0 1 0 3 0
DE 2024-02-16 33 3 10 8 5 1 5 6 1 16 6
DK 2024-02-23 30 4 14 10 3 3 13 2 3 23 10
EE 2024-06-27 27 2 6 5 4 0 3 2 2 10 3
ES 2024-05-27 33 8 4 7 5 1 1 4 0 12 5
EU 2024-06-27 28 3 12 9 0 6 4 5 6 20 2
FI 2024-04-03 38 9 11 12 2 6 8 6 1 15 3
FR 2024-02-16 31 4 3 10 2 0 1 8 2 14 6
GB 2024-01-12 31 3 8 10 8 4 0 5 1 16 8
GR 2024-10-17 10 0 0 0 0 0 0 0 0 3 1
HR 2024-10-09 17 1 1 3 1 0 1 1 1 2 0
IE 2024-09-04 19 2 3 3 1 5 0 0 0 3 2
IS 2024-05-31 30 1 9 5 4 2 2 4 2 12 2
IT 2024-02-24 31 3 3 12 1 0 10 4 0 10 4
JP 2024-06-13 27 1 5 3 4 3 0 1 0 9 2
LT 2024-06-27 38 3 4 9 2 1 3 4 3 8 5
LU 2024-07-10 23 1 1 4 0 0 1 4 0 2 1
LV 2024-04-11 34 6 9 8 5 0 4 6 2 14 5
NL 2024-03-01 32 3 14 7 5 2 9 5 0 21 6
NO 2024-05-31 32 2 14 3 13 1 2 1 0 16 4
PL 2024-07-08 25 1 2 1 1 0 1 1 0 4 1
PT 2024-05-28 31 1 10 2 4 4 1 2 1 7 2
RO 2024-07-11 24 1 1 0 1 0 0 0 0 3 0
SE 2024-05-31 32 4 10 6 10 1 1 4 0 15 4
SI 2024-07-18 23 2 1 1 1 0 0 1 0 2 0
US 2024-06-13 26 1 8 5 3 5 3 2 0 16 3
";

fn bundled() -> Dataset {
    read(BUNDLED)
}

fn counts(dataset: &Dataset, party: &PartyId) -> String {
    let agreements: Vec<_> = dataset.agreements_of(party).collect();
    let commitments: Vec<_> = dataset
        .commitments
        .values()
        .filter(|c| agreements.iter().any(|a| a.id == c.agreement))
        .collect();
    let aid: Vec<_> = dataset.aid.values().filter(|a| a.party == *party).collect();
    let packages = aid.iter().filter(|a| a.record == Record::Package).count();
    let prefix = format!("{}-s", party.as_str().to_lowercase());
    let sources = dataset.sources.keys();
    let mut row = vec![
        party.to_string(),
        agreements[0].signed.to_string(),
        commitments.len().to_string(),
        commitments
            .iter()
            .filter(|c| c.amount.is_some())
            .count()
            .to_string(),
        packages.to_string(),
        (aid.len() - packages).to_string(),
    ];
    for stage in Stage::ALL {
        let count = aid.iter().filter(|a| a.stage == *stage).count();
        row.push(count.to_string());
    }
    let own = sources.filter(|id| id.as_str().starts_with(&prefix));
    row.push(own.count().to_string());
    row.push(dataset.parties[party].conflicts.len().to_string());
    row.join(" ")
}

#[test]
fn every_party_has_all_that_was_gathered_of_it() {
    let dataset = bundled();
    let rows: Vec<String> = dataset
        .parties
        .keys()
        .map(|party| counts(&dataset, party))
        .collect();
    assert_eq!(rows.join("\n"), COUNTS.trim());
    assert_eq!(dataset.parties.len(), 29);
    assert_eq!(dataset.agreements.len(), 29);
    assert_eq!(dataset.commitments.len(), 819);
    assert_eq!(dataset.aid.len(), 336);
}

#[test]
fn every_state_that_a_figure_is_measured_by_has_its_series() {
    let dataset = bundled();
    let reference = &dataset.reference;
    assert_eq!(reference.gdp.len(), 39 + 33);
    assert_eq!(reference.fx.len(), 23);
    assert_eq!(reference.population.len(), 39);
    assert_eq!(reference.eu_shares.len(), 6);
    for (id, party) in &dataset.parties {
        let own = |country: &PartyId| country == id;
        assert!(reference.gdp.values().any(|s| own(&s.country)), "{id}");
        assert!(
            reference.population.values().any(|s| own(&s.country)),
            "{id}"
        );
        let rates = |s: &&pledgebook::model::FxSeries| s.currency == party.currency;
        let euro = party.currency == pledgebook::model::Currency::EUR;
        assert!(euro || reference.fx.values().any(|s| rates(&s)), "{id}");
    }
    for key in reference.eu_shares.values() {
        let sum: Decimal = key.shares.values().sum();
        assert_eq!(sum.round_dp(4), Decimal::ONE, "{}", key.id);
        assert_eq!(key.shares.len(), 27, "{}", key.id);
    }
}

/// Every citation with the record that it stands in.
fn citations(dataset: &Dataset) -> Vec<(String, &Citation)> {
    let mut found = Vec::new();
    for commitment in dataset.commitments.values() {
        found.push((commitment.id.to_string(), &commitment.cite));
        for status in &commitment.status {
            found.push((commitment.id.to_string(), &status.cite));
        }
    }
    for entry in dataset.aid.values() {
        found.push((entry.id.to_string(), &entry.figure.cite));
        for other in &entry.other_figures {
            found.push((entry.id.to_string(), &other.figure.cite));
        }
    }
    for agreement in dataset.agreements.values() {
        for fact in &agreement.context {
            found.push((agreement.id.to_string(), &fact.cite));
        }
    }
    found
}

#[test]
fn every_statement_names_a_source_that_is_there() {
    let dataset = bundled();
    let found = citations(&dataset);
    assert!(found.len() > 819 + 336);
    for (record, cite) in found {
        let source = cite.source.as_ref().unwrap();
        assert!(dataset.sources.contains_key(source), "{record}: {source}");
        for voice in &cite.also_in {
            assert!(dataset.sources.contains_key(&voice.source), "{record}");
        }
    }
}

#[test]
fn no_phrase_is_longer_than_twelve_words() {
    let dataset = bundled();
    for (record, cite) in citations(&dataset) {
        let voices = cite
            .also_in
            .iter()
            .filter_map(|voice| voice.phrase.as_ref());
        for phrase in cite.phrase.iter().chain(voices) {
            assert!(phrase.words() <= 12, "{record}: {}", phrase.0);
            assert!(phrase.words() > 0, "{record}");
        }
    }
}

#[test]
fn a_gdp_in_euros_is_the_gdp_at_the_mean_rate_of_its_year() {
    let dataset = bundled();
    let mut checked = 0;
    for series in dataset.reference.gdp.values() {
        if series.eur_method.as_deref() != Some("lcu/ecb_avg") {
            continue;
        }
        let rates = dataset.reference.fx.values();
        let mut rates = rates.filter(|fx| fx.currency == series.currency);
        let rates = rates.next().unwrap();
        for (year, gdp) in &series.years {
            let worked_out = gdp.value / rates.years[year].per_eur;
            let stated = gdp.eur.unwrap();
            // The rate has six decimals: a millionth of the sum may be lost by rounding.
            let off = (worked_out - stated).abs() / stated;
            assert!(off < Decimal::new(1, 5), "{} {year}: {off}", series.id);
            checked += 1;
        }
    }
    assert_eq!(checked, 13 * 6);
}

#[test]
fn remarks_name_records_and_sources_that_are_there() {
    let dataset = bundled();
    let mut ids: Vec<&str> = dataset.sources.keys().map(SourceId::as_str).collect();
    ids.extend(dataset.aid.keys().map(AidId::as_str));
    ids.extend(dataset.commitments.keys().map(CommitmentId::as_str));
    let named = |word: &&str| {
        let mut pieces = word.split('-');
        let party = pieces.next().unwrap_or_default();
        let last = pieces.next_back().unwrap_or_default();
        let digits = last.strip_prefix(['a', 'c', 's']).unwrap_or_default();
        party.len() <= 3
            && party.chars().all(|c| c.is_ascii_lowercase())
            && digits.len() == 2
            && digits.chars().all(|c| c.is_ascii_digit())
    };
    let mut found = 0;
    let apart = |c: char| !c.is_ascii_alphanumeric() && c != '-';
    for word in BUNDLED.split(apart).filter(named) {
        assert!(ids.contains(&word), "{word} is nowhere");
        found += 1;
    }
    assert!(found > 2_000);
}

fn form(record: &MoneyRecord<'_>) -> String {
    match record.amount().unwrap().form {
        AmountForm::Exact(money) => money.to_string(),
        AmountForm::About(money) => format!("about {money}"),
        AmountForm::GdpShare(share) => share.to_string(),
        other => format!("{other:?}"),
    }
}

#[test]
fn the_lithuanian_money_of_the_signing_is_as_the_agreement_says() {
    let dataset = bundled();
    let money = |id: &str| dataset.money(id).unwrap();

    let promise = money("lt-2024-c01");
    assert_eq!(form(&promise), "0.25 %");
    let every_year = Period::Yearly {
        from: None,
        to: None,
    };
    assert_eq!(promise.amount().unwrap().period, every_year);

    let reached = &dataset.aid["lt-a01"];
    assert_eq!(form(&MoneyRecord::Aid(reached)), "about 80 000 000 EUR");
    assert_eq!(reached.stage, Stage::Unclear);
    let since = |day: &str| Some(day.parse().unwrap());
    let counted = Record::RunningTotal {
        since: since("2024-01-01"),
        as_counted_on: since("2024-06-27"),
    };
    assert_eq!(reached.record, counted);

    let ammunition = money("lt-a02");
    assert_eq!(form(&ammunition), "35 000 000 EUR");
    assert_eq!(ammunition.stage(), Stage::Allocated);
    assert_eq!(ammunition.part_of().unwrap().as_str(), "lt-a01");
}

#[test]
fn the_lithuanian_agreement_is_wholly_in_it() {
    let dataset = bundled();
    let mut by_area: BTreeMap<Area, usize> = BTreeMap::new();
    let agreement = &dataset.agreements["lt-2024"];
    for commitment in dataset.commitments.values() {
        if commitment.agreement == agreement.id {
            *by_area.entry(commitment.area).or_default() += 1;
        }
    }
    for area in [
        Area::MilitaryAssistance,
        Area::Land,
        Area::Air,
        Area::Sea,
        Area::Space,
        Area::Cyber,
        Area::Training,
        Area::HybridThreats,
        Area::NuclearRisks,
        Area::CriticalInfrastructure,
        Area::Intelligence,
        Area::DefenceIndustry,
        Area::PeaceFormula,
        Area::EuMembership,
        Area::NatoMembership,
        Area::Accountability,
        Area::Sanctions,
        Area::Compensation,
        Area::Humanitarian,
        Area::Reconstruction,
    ] {
        assert!(by_area.contains_key(&area), "{}", area.key());
    }
    let training = &dataset.commitments["lt-2024-c10"];
    assert!(training.summary.contains("training mission"));
    assert_eq!(agreement.review().unwrap().to_string(), "2029-06-27");
    assert_eq!(agreement.expires().unwrap().to_string(), "2034-06-27");
    assert_eq!(agreement.notice_months, Some(6));
    assert!(agreement.notes[&NoteOn::Term].contains("six months"));

    let fact = &agreement.context[0];
    assert_eq!(fact.parties.len(), 20);
    assert!(fact.parties.iter().all(|p| dataset.parties.contains_key(p)));
    assert_eq!(fact.declaration_date.unwrap().to_string(), "2023-07-12");
}

#[test]
fn money_of_the_eu_and_its_members_together_stands_in_no_party() {
    let dataset = bundled();
    let joint: Vec<&str> = dataset
        .aid
        .values()
        .filter(|entry| entry.joint)
        .map(|entry| entry.id.as_str())
        .collect();
    assert_eq!(joint, ["eu-a01", "eu-a02", "eu-a12"]);
}
