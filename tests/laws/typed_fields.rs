//! What is typed into a field is the value that goes there, and the text to edit reads back.

use pledgebook::edit::typed::{About, read, text_in, text_of};
use pledgebook::edit::{AnyRecord, Key, Kind, Leaf, Shape, field, shape};
use pledgebook::model::Currency;
use pledgebook::session::Session;
use pledgebook::text::Lang;
use pledgebook::text::typed::Reading;
use serde_json::Value;

/// Every value of the bundled dataset, by record and leaf.
fn values(see: &mut dyn FnMut(&Key, Leaf, &Value)) {
    fn walk(shape: Shape, value: &Value, key: &Key, see: &mut dyn FnMut(&Key, Leaf, &Value)) {
        match (shape, value) {
            (Shape::Leaf(leaf), value) => see(key, leaf, value),
            (Shape::Fields(fields), Value::Object(map)) => {
                for field in fields.iter().filter(|field| map.contains_key(field.name)) {
                    walk(field.shape, &map[field.name], key, see);
                }
            }
            (Shape::OneOf(variants), value) => {
                let name = field::variant_of(value).unwrap();
                let variant = variants
                    .iter()
                    .find(|variant| variant.name == name)
                    .unwrap();
                if let Some(inner) = value.get(name) {
                    walk(Shape::Fields(variant.fields), inner, key, see);
                }
            }
            (Shape::List(of), Value::Array(items)) => {
                for item in items {
                    walk(*of, item, key, see);
                }
            }
            (Shape::Table(leaf, of), Value::Object(map)) => {
                for (name, entry) in map {
                    let name = match leaf {
                        Leaf::Year => Value::from(name.parse::<i64>().unwrap()),
                        _ => Value::from(name.as_str()),
                    };
                    walk(Shape::Leaf(leaf), &name, key, see);
                    walk(*of, entry, key, see);
                }
            }
            (shape, value) => unreachable!("{key}: {shape:?} {value}"),
        }
    }
    let session = Session::sample();
    for kind in Kind::ALL {
        for key in AnyRecord::keys(session.dataset(), *kind) {
            let tree = AnyRecord::of(session.dataset(), &key).unwrap().to_tree();
            walk(Shape::Fields(shape::fields(*kind)), &tree, &key, see);
        }
    }
}

#[test]
fn the_text_to_edit_reads_back_as_the_value_that_stands() {
    let about = [
        About::default(),
        About {
            currency: Some(Currency::EUR),
            lang: Lang::Uk,
        },
    ];
    let mut seen = 0;
    values(&mut |key, leaf, value| {
        seen += 1;
        for about in about.iter().filter(|_| leaf != Leaf::Id) {
            let text = match about.lang {
                Lang::En => text_of(leaf, value),
                Lang::Uk => text_in(leaf, value, Lang::Uk),
            };
            let reading = read(leaf, &text, about);
            assert_eq!(
                reading,
                Reading::Sure(Some(value.clone())),
                "{key} {leaf:?} {text:?}"
            );
        }
    });
    assert!(seen > 10_000, "{seen}");
}

#[test]
fn what_is_typed_becomes_the_value_of_its_field() {
    let about = About {
        currency: Some(Currency::new("SEK").unwrap()),
        lang: Lang::En,
    };
    let sure = |leaf, text| match read(leaf, text, &about) {
        Reading::Sure(Some(value)) => value.to_string(),
        other => panic!("{text}: {other:?}"),
    };
    for (leaf, text, value) in [
        (Leaf::Date, "27 June 2024", "\"2024-06-27\""),
        (Leaf::Day, "27.06.2024", "\"2024-06-27\""),
        (Leaf::Year, " 2024 ", "2024"),
        (Leaf::Month, "June 2024", "\"2024-06\""),
        (Leaf::Count(255), "10", "10"),
        (Leaf::Count(20_000_000_000), "1.500", "1500"),
        (Leaf::Percent, "50 %", "\"50\""),
        (Leaf::Decimal, "0,25", "\"0.25\""),
        (Leaf::Flag, "так", "true"),
        (Leaf::Choice(shape::WORDINGS), "Shall", "\"shall\""),
        (
            Leaf::Choice(shape::AREAS),
            "hybrid threats",
            "\"hybrid_threats\"",
        ),
        (Leaf::Country, "lt", "\"LT\""),
        (Leaf::LongText, "a\r\nb \n", "\"a\\nb\""),
    ] {
        assert_eq!(sure(leaf, text), value, "{text}");
    }
    assert!(sure(Leaf::Amount, "1,5 mlrd kr").contains("1 500 000 000 SEK"));
    let empty = |leaf| read(leaf, "  ", &about) == Reading::Sure(None);
    assert!(empty(Leaf::Amount) && empty(Leaf::Date) && empty(Leaf::Flag));
    for (leaf, text) in [
        (Leaf::Count(255), "300"),
        (Leaf::Count(255), "1.5"),
        (Leaf::Flag, "perhaps"),
        (Leaf::Choice(shape::STAGES), "promised"),
        (Leaf::Month, "2024"),
        (Leaf::Link(pledgebook::edit::LinkTo::Money), "lt a01"),
        (Leaf::Day, "2024"),
    ] {
        assert!(
            matches!(read(leaf, text, &about), Reading::Not(_)),
            "{text}"
        );
    }
    let asked = read(Leaf::Amount, "1.500 EUR", &about);
    assert!(matches!(asked, Reading::Choose(all) if all.len() == 2));
}
