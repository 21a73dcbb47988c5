//! The bundled dataset under the rules.

use std::sync::Arc;

use pledgebook::ledger::{Assumptions, Ledger, Query, Severity, Span, check};
use pledgebook::model::{Dataset, Stage};
use pledgebook::store::format;

use super::book::{party, sum, year};

pub(crate) fn bundled() -> Dataset {
    let text = include_bytes!("../../assets/dataset/pledgebook.ron");
    format::read(text).unwrap().dataset
}

fn ledger() -> Ledger {
    let dataset = Arc::new(bundled());
    let assumptions = Assumptions::of(&dataset);
    Ledger::new(dataset, assumptions)
}

#[test]
fn the_bundled_dataset_has_no_errors() {
    let problems = check(&ledger());
    let errors: Vec<_> = problems
        .iter()
        .filter(|p| p.severity == Severity::Error)
        .collect();
    for p in &problems {
        println!("{:?} {} {} {:?}", p.severity, p.check, p.record, p.facts);
    }
    assert!(errors.is_empty(), "{errors:#?}");
}

#[test]
fn lithuania_2024_is_a_quarter_of_a_per_cent_of_its_gdp_and_two_fifths_have_arrived() {
    let ledger = ledger();
    let of = party("LT");
    let span = Span::Year(year(2024));
    let commitments = ledger.money_commitments(&of, span);
    let found = ledger.fulfilment(&of, &commitments, span);
    let promised: Vec<_> = found.promised.iter().map(sum).collect();
    // 0.25 % of €78.413 bn (IMF World Economic Outlook, October 2025); what may come on top is n/d.
    assert_eq!(promised, ["196032500 +1 n/d"]);
    let arrived: Vec<_> = found
        .arrived
        .iter()
        .map(|(t, r)| (t.stage(), sum(t), r.unwrap().low.round_dp(3).to_string()))
        .collect();
    let expected = [
        (Stage::Allocated, "35000000", "0.179"),
        (Stage::Unclear, "≈80000000", "0.408"),
    ];
    assert_eq!(
        arrived,
        expected.map(|(s, a, r)| (s, a.to_owned(), r.to_owned()))
    );
}

/// An entry whose carrier is a part of another in the sum is in that sum already (R3, R8).
#[test]
fn no_more_has_arrived_of_promises_than_is_known_at_that_stage() {
    let ledger = ledger();
    let mut seen = 0;
    for of in ledger.dataset().parties.keys() {
        let commitments = ledger.money_commitments(of, Span::All);
        let found = ledger.fulfilment(of, &commitments, Span::All);
        for (arrived, _) in &found.arrived {
            let known = ledger.total(&Query::all(arrived.stage()).of(of));
            let (low, most) = (arrived.bounds().low, known.bounds().low);
            assert!(low <= most, "{of} {:?}: {low} of {most}", arrived.stage());
            seen += 1;
        }
    }
    assert!(seen > 20, "{seen}");
}
