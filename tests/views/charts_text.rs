//! A chart asked for as a text.

use pledgebook::model::*;
use pledgebook::views::{ChartKind, ChartOrder, ChartRequest, ChartTextError};
use proptest::prelude::*;

use crate::laws::book::{party, year};

fn requests() -> impl Strategy<Value = ChartRequest> {
    let parties = proptest::collection::vec("[A-Z]{2}|[a-z0-9._-]{1,5}", 0..4);
    (
        proptest::sample::select(ChartKind::ALL.to_vec()),
        proptest::sample::select(Stage::ALL.to_vec()),
        proptest::option::of(proptest::sample::select(AidType::ALL.to_vec())),
        proptest::option::of(1990..2100_i64),
        proptest::option::of(parties),
        proptest::sample::select(ChartOrder::ALL.to_vec()),
    )
        .prop_map(
            |(kind, stage, aid_type, of_year, parties, order)| ChartRequest {
                kind,
                stage,
                aid_type,
                year: of_year.map(year),
                parties: parties.map(|ids| ids.iter().map(|id| party(id)).collect()),
                order,
            },
        )
}

proptest! {
    #[test]
    fn a_chart_comes_back_from_its_text(request in requests()) {
        let text = request.to_text();
        prop_assert_eq!(ChartRequest::from_text(&text), Ok(request));
    }

    #[test]
    fn no_text_breaks_the_reading(text in "[a-z=&,0-9 –]{0,40}") {
        if let Ok(request) = ChartRequest::from_text(&text) {
            prop_assert_eq!(ChartRequest::from_text(&request.to_text()), Ok(request));
        }
    }
}

#[test]
fn what_is_as_usual_is_left_out_and_the_kind_stands_first() {
    assert_eq!(ChartRequest::default().to_text(), "kind=ranked");
    let request = ChartRequest {
        kind: ChartKind::PromisedAgainstArrived,
        stage: Stage::Delivered,
        aid_type: Some(AidType::Military),
        year: Some(year(2024)),
        parties: Some(vec![party("LT"), party("LV")]),
        order: ChartOrder::Gap,
    };
    let text = "kind=fulfilment&stage=delivered&type=military&year=2024&parties=LT,LV&order=gap";
    assert_eq!(request.to_text(), text);
    let turned = "order=gap&parties=LT,LV&year=2024&type=military&stage=delivered&kind=fulfilment";
    assert_eq!(ChartRequest::from_text(turned), Ok(request));
}

#[test]
fn a_text_that_asks_for_no_chart_says_why() {
    let why = |text: &str| ChartRequest::from_text(text).unwrap_err();
    let value = |key, value: &str| ChartTextError::Value {
        key,
        value: value.to_owned(),
    };
    assert_eq!(why(""), ChartTextError::NoPair(String::new()));
    assert_eq!(why("ranked"), ChartTextError::NoPair("ranked".to_owned()));
    assert_eq!(why("stage=pledged"), ChartTextError::NoKind);
    assert_eq!(why("kind=pie"), value("kind", "pie"));
    assert_eq!(why("kind=ranked&year=0"), value("year", "0"));
    assert_eq!(why("kind=ranked&parties=LT,"), value("parties", "LT,"));
    assert_eq!(
        why("kind=ranked&kind=gdp"),
        ChartTextError::Twice("kind".to_owned())
    );
    assert_eq!(
        why("kind=ranked&colour=red"),
        ChartTextError::Key("colour".to_owned())
    );
    let told = why("kind=ranked&type=all").to_string();
    assert_eq!(told, "type cannot be \"all\"");
}
