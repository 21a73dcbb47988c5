//! A view of the page of aid entries as a text: it comes back as it was, and what is no view is
//! refused with a reason.

use std::collections::BTreeSet;

use pledgebook::model::*;
use pledgebook::views::{
    Between, GivenIn, LedgerColumn, LedgerFilter, LedgerSort, LedgerView, LedgerViewError,
    RecordKind,
};
use proptest::prelude::*;
use proptest::sample::subsequence;
use rust_decimal::Decimal;

fn some_of<T: Copy + Ord + std::fmt::Debug + 'static>(
    all: &[T],
) -> impl Strategy<Value = BTreeSet<T>> + use<T> {
    let most = all.len();
    subsequence(all.to_vec(), 0..=most).prop_map(|some| some.into_iter().collect())
}

fn between<T: Clone + std::fmt::Debug + 'static>(
    one: impl Strategy<Value = T> + Clone,
) -> impl Strategy<Value = Between<T>> {
    let end = proptest::option::of(one);
    (end.clone(), end).prop_map(|(from, to)| Between { from, to })
}

fn dates() -> impl Strategy<Value = PartialDate> + Clone {
    proptest::sample::select(vec!["2024", "2024-06", "2024-06-27", "2022-02-24"])
        .prop_map(|text| text.parse().unwrap())
}

fn filters() -> impl Strategy<Value = LedgerFilter> {
    let parties = ["LT", "EU", "NO"].map(|id| PartyId::new(id).unwrap());
    let parties = subsequence(parties.to_vec(), 0..=3);
    let given = [
        GivenIn::Currency(Currency::EUR),
        GivenIn::Currency(Currency::USD),
        GivenIn::GdpShare,
        GivenIn::NoSum,
    ];
    let words: Vec<LedgerColumn> = LedgerColumn::ALL
        .iter()
        .copied()
        .filter(|column| column.takes_words())
        .collect();
    let shapes = [
        Instrument::Unknown,
        Instrument::Grant,
        Instrument::Loan,
        Instrument::Guarantee,
        Instrument::InKindStock,
        Instrument::InKindPurchase,
    ];
    let sums = (0..1_000_000_i64, 0..3_u32).prop_map(|(n, scale)| Decimal::new(n, scale));
    let chosen = (
        parties,
        some_of(Stage::ALL),
        some_of(AidType::ALL),
        some_of(&shapes),
        some_of(RecordKind::ALL),
        some_of(&given),
    );
    let words = proptest::collection::btree_map(proptest::sample::select(words), ".{1,8}", 0..3);
    let rest = (
        ".{0,8}",
        words,
        between(dates()),
        between(sums),
        any::<bool>(),
    );
    (chosen, rest).prop_map(|(chosen, rest)| LedgerFilter {
        parties: chosen.0.into_iter().collect(),
        stages: chosen.1,
        types: chosen.2,
        instruments: chosen.3,
        records: chosen.4,
        given_in: chosen.5,
        find: rest.0,
        words: rest.1,
        announced: rest.2,
        amount: rest.3,
        listed: rest.4,
    })
}

fn views() -> impl Strategy<Value = LedgerView> {
    let all = LedgerColumn::ALL.to_vec();
    let columns = subsequence(all.clone(), 1..=all.len()).prop_shuffle();
    let sort = (subsequence(all, 0..=3).prop_shuffle(), any::<[bool; 3]>());
    let sort = sort.prop_map(|(columns, ways)| {
        let both = columns.into_iter().zip(ways);
        let sort = |(column, descending)| LedgerSort { column, descending };
        both.map(sort).collect()
    });
    (filters(), sort, columns, 0..5_usize).prop_map(|(filter, sort, columns, frozen)| LedgerView {
        filter,
        sort,
        columns,
        frozen,
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn a_view_reads_back_as_it_was_written(view in views()) {
        let text = view.to_text();
        prop_assert!(!text.contains([' ', '#', '"']), "{}", text);
        prop_assert_eq!(LedgerView::from_text(&text), Ok(view));
    }
}

#[test]
fn a_view_is_short_and_can_be_written_by_hand() {
    assert_eq!(LedgerView::default().to_text(), "");
    let text = "stage=delivered&party=LT&sort=-announced,party&columns=id,party,amount";
    let view = LedgerView::from_text(text).unwrap();
    assert_eq!(view.to_text(), text);
    assert_eq!(view.filter.stages.first(), Some(&Stage::Delivered));
    assert_eq!(view.columns.len(), 3);
    let spaces = LedgerView::from_text("find=air+defence&summary=%C3%A4").unwrap();
    assert_eq!(spaces.filter.find, "air defence");
    assert_eq!(spaces.filter.words[&LedgerColumn::Summary], "ä");
}

#[test]
fn what_is_no_view_is_refused_with_a_reason() {
    let refused = |text: &str| LedgerView::from_text(text).unwrap_err();
    let name = |text: &str| LedgerViewError::Name(text.to_owned());
    assert_eq!(refused("colour=red"), name("colour"));
    assert_eq!(refused("amount.x=1"), name("amount.x"));
    assert_eq!(refused("stage=pledged&stage=unclear"), name("stage"));
    assert_eq!(
        refused("delivered"),
        LedgerViewError::NoPart(String::from("delivered"))
    );
    for text in [
        "stage=given",
        "stage=",
        "columns=",
        "columns=id,id",
        "sort=id,id",
        "sort=id,party,stage,type",
        "freeze=-1",
        "amount=1",
        "amount=..",
        "announced=2024-13..",
        "currency=XYZ",
        "find=%zz",
        "find=%F",
        "listed=no",
    ] {
        let error = refused(text);
        assert!(
            matches!(error, LedgerViewError::Value { .. }),
            "{text}: {error}"
        );
    }
}
