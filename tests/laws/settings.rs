//! How a page is looked at is a text in a link, and comes back from it as it was.

use pledgebook::model::{Area, PartyId};
use pledgebook::views::{AreaOrder, MatrixOrder, MatrixSettings, MatrixSettingsError, ReadingRows};
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

fn area() -> impl Strategy<Value = Area> {
    select(Area::ALL)
}

fn party() -> impl Strategy<Value = PartyId> {
    "[A-Z][A-Z0-9._-]{0,5}".prop_map(|id| PartyId::new(&id).unwrap())
}

fn settings() -> impl Strategy<Value = MatrixSettings> {
    let order = prop_oneof![
        Just(MatrixOrder::Signed),
        Just(MatrixOrder::Name),
        Just(MatrixOrder::Similarity),
        area().prop_map(MatrixOrder::Area),
    ];
    let rows = select(vec![
        ReadingRows::Made,
        ReadingRows::Differing,
        ReadingRows::All,
    ]);
    let some = prop_oneof![Just(0_usize), 2..=4_usize].prop_flat_map(|count| {
        let all = ["GB", "LT", "FR", "EU", "NO", "is.x"];
        subsequence(all.to_vec(), count).prop_shuffle()
    });
    let areas = select(vec![AreaOrder::List, AreaOrder::Similarity]);
    let cell = proptest::option::of((party(), area()));
    (order, areas, some, rows, cell).prop_map(|(order, areas, some, rows, cell)| MatrixSettings {
        order,
        areas,
        compare: some.iter().map(|id| PartyId::new(id).unwrap()).collect(),
        rows,
        cell,
    })
}

proptest! {
    #[test]
    fn settings_of_the_matrix_come_back_from_their_text(settings in settings()) {
        let text = settings.to_text();
        prop_assert_eq!(MatrixSettings::from_text(&text), Ok(settings));
    }

    #[test]
    fn any_text_is_settings_or_an_error(text in "(order|areas|rows|cell|compare|x)?=?[a-zA-Z:,=&%é]{0,12}") {
        if let Ok(settings) = MatrixSettings::from_text(&text) {
            prop_assert_eq!(MatrixSettings::from_text(&settings.to_text()), Ok(settings));
        }
    }
}

#[test]
fn the_usual_settings_need_no_text_and_others_little() {
    assert_eq!(MatrixSettings::default().to_text(), "");
    let text = "order=similarity&compare=GB,LT";
    let settings = MatrixSettings::from_text(text).unwrap();
    assert_eq!(settings.to_text(), text);
    assert_eq!(
        MatrixSettings::from_text("order=date&rows=made"),
        Ok(MatrixSettings::default())
    );
}

#[test]
fn what_cannot_be_is_refused_by_name() {
    let value = |name: &str, value: &str| MatrixSettingsError::Value {
        name: name.to_owned(),
        value: value.to_owned(),
    };
    for (text, error) in [
        ("order=size", value("order", "size")),
        ("order=area:moon", value("order", "area:moon")),
        ("compare=GB", value("compare", "GB")),
        ("compare=GB,GB", value("compare", "GB,GB")),
        ("compare=A,B,C,D,E", value("compare", "A,B,C,D,E")),
        ("cell=LT", value("cell", "LT")),
        ("rows=few", value("rows", "few")),
        (
            "order=name&zoom=2",
            MatrixSettingsError::Name("zoom=2".to_owned()),
        ),
        (
            "similarity",
            MatrixSettingsError::Name("similarity".to_owned()),
        ),
    ] {
        assert_eq!(MatrixSettings::from_text(text), Err(error), "{text}");
    }
}
