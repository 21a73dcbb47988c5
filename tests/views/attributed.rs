//! Views in which the EU's money is attributed to its members (R8).

use std::collections::BTreeMap;
use std::sync::Arc;

use pledgebook::ledger::{Ledger, Query};
use pledgebook::model::*;
use pledgebook::views::{By, ChartKind, ChartRequest, TotalRow, Views};

use super::named;
use crate::laws::book::{party, sum, told, year};

const DELIVERED: Stage = Stage::Delivered;

/// The EU gave 100 in March 2024, a tenth of which is Lithuania's by the key; Lithuania gave 5 in May.
fn attributed() -> Views {
    let mut book = named();
    book.data.parties.get_mut("EU").unwrap().kind = PartyKind::Union;
    book.gives("lt-a01", DELIVERED, "5 EUR", "2024", "2024-05-01");
    book.gives("eu-a01", DELIVERED, "100 EUR", "2024", "2024-03-01");
    let id = SeriesId::new("eu-key").unwrap();
    let key = EuShares {
        id: id.clone(),
        title: String::from("A key"),
        vintage: String::new(),
        source: SourceId::new("ref-eu").unwrap(),
        shares: BTreeMap::from([(party("LT"), "0.1".parse().unwrap())]),
    };
    book.data.reference.eu_shares.insert(id.clone(), key);
    let mut assumptions = book.assumptions();
    assumptions.eu_attribution = Some(id);
    Views::new(Arc::new(Ledger::new(Arc::new(book.data), assumptions)))
}

#[test]
fn a_members_line_grows_on_the_days_of_the_eus_packages_too() {
    let chart = attributed().chart(&ChartRequest {
        kind: ChartKind::OverTime,
        stage: DELIVERED,
        aid_type: None,
        year: None,
        parties: Some(vec![party("LT")]),
        ..ChartRequest::default()
    });
    let days: Vec<_> = chart
        .marks
        .iter()
        .map(|mark| {
            (
                mark.when
                    .and_then(pledgebook::views::When::day)
                    .unwrap()
                    .to_string(),
                told(&mark.value),
            )
        })
        .collect();
    let expected = [("2024-03-01", "10"), ("2024-05-01", "15")];
    assert_eq!(days, expected.map(|(a, b)| (a.to_owned(), b.to_owned())));
}

#[test]
fn the_eu_has_no_bar_of_its_own_and_its_months_stand_in_its_members_rows() {
    let views = attributed();
    let chart = views.chart(&ChartRequest {
        kind: ChartKind::Ranked,
        stage: DELIVERED,
        aid_type: None,
        year: None,
        parties: None,
        ..ChartRequest::default()
    });
    let bars: Vec<_> = chart.marks.iter().map(|mark| told(&mark.value)).collect();
    assert_eq!(bars, ["15"]);
    assert_eq!(chart.nothing_recorded, 2, "Norway and Österreich");
    let table = views.totals(&Query::all(DELIVERED).of(&party("LT")), Some(By::Month));
    let rows: Vec<_> = table.rows.iter().map(|(row, t)| (row, sum(t))).collect();
    let month = |m| TotalRow::Month(year(2024), m);
    let expected = [(&month(3), "10".to_owned()), (&month(5), "5".to_owned())];
    assert_eq!(rows, expected);
}
