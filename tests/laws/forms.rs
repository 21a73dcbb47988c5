//! The form of a record has an editor for every value that a record can have.

use std::sync::Arc;

use eframe::egui::{self, Role};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use pledgebook::edit::{AnyRecord, Kind, Leaf, Path, Shape, apply, make, shape};
use pledgebook::ledger::{Assumptions, Ledger};
use pledgebook::model::{Dataset, PartyId};
use pledgebook::session::Session;
use pledgebook::text::{Lang, Texts, fields};
use pledgebook::ui::Place;
use pledgebook::ui::panes::RecordPane;
use serde_json::{Map, Value, json};

use crate::common::alone;

/// A value for each leaf, as the file writes it.
fn sample(leaf: Leaf, book: &Dataset) -> Value {
    match leaf {
        Leaf::Id | Leaf::Text | Leaf::LongText | Leaf::Phrase => json!("words"),
        Leaf::Url => json!("https://example.org"),
        Leaf::Language => json!("en"),
        Leaf::Date | Leaf::Day => json!("2024-06-27"),
        Leaf::Year => json!(2024),
        Leaf::Month => json!("2024-06"),
        Leaf::Count(_) => json!(7),
        Leaf::Decimal | Leaf::Percent => json!("1"),
        Leaf::Flag => json!(true),
        // The last is never the usual one, which the file leaves out.
        Leaf::Choice(words) => json!(words.last()),
        Leaf::Currency => json!("EUR"),
        Leaf::Country => json!("LT"),
        Leaf::Amount => json!({ "form": { "exact": "35 000 000 EUR" } }),
        Leaf::Link(to) => {
            let keys = AnyRecord::keys(book, to.kinds()[0]);
            json!(keys[0].id)
        }
    }
}

/// A tree in which nothing is left out, and the place of every leaf in it.
fn full(shape: Shape, path: &Path, book: &Dataset, leaves: &mut Vec<(Path, Leaf)>) -> Value {
    match shape {
        Shape::Leaf(leaf) => {
            leaves.push((path.clone(), leaf));
            sample(leaf, book)
        }
        Shape::Fields(all) => {
            let mut map = Map::new();
            for field in all {
                let value = full(field.shape, &path.field(field.name), book, leaves);
                map.insert(field.name.to_owned(), value);
            }
            Value::Object(map)
        }
        Shape::List(of) => json!([full(*of, &path.at(0), book, leaves)]),
        Shape::Table(key, of) => {
            let key = sample(key, book);
            let key = key.as_str().map_or_else(|| key.to_string(), str::to_owned);
            let value = full(*of, &path.at(&key), book, leaves);
            json!({ key: value })
        }
        Shape::OneOf(variants) => {
            let variant = variants.last().unwrap();
            let inner = full(Shape::Fields(variant.fields), path, book, leaves);
            json!({ variant.name: inner })
        }
    }
}

#[test]
fn every_value_that_a_record_can_have_has_an_editor_in_its_form() {
    let session = Session::sample();
    let book = session.dataset();
    let party = PartyId::new("LT").unwrap();
    for kind in Kind::ALL {
        let mut leaves = Vec::new();
        let whole = Shape::Fields(shape::fields(*kind));
        let mut tree = full(whole, &Path::default(), book, &mut leaves);
        match kind {
            Kind::Party => tree["id"] = json!("NZ"),
            Kind::Header => tree["schema"] = json!(1),
            _ => drop(tree.as_object_mut().unwrap().remove("id")),
        }
        let mut full_book = Dataset::clone(book);
        let key = if *kind == Kind::Header {
            full_book.header = serde_json::from_value(tree).unwrap();
            pledgebook::edit::Key::header()
        } else {
            let made = make::from_tree(book, *kind, tree, Some(&party));
            let (command, key) = made.unwrap_or_else(|error| panic!("{kind:?}: {error}"));
            apply(&command.changes, &mut full_book).unwrap();
            key
        };
        let assumptions = Assumptions::of(&full_book);
        let ledger = Arc::new(Ledger::new(Arc::new(full_book), assumptions));
        let place = Place {
            form: Some(key),
            ..Place::default()
        };
        let size = egui::vec2(360.0, 900.0);
        let pane = RecordPane::default();
        let mut window = alone(
            pane,
            ledger,
            place,
            size,
            egui::Theme::Light,
            RecordPane::ui,
        );
        window.run();
        let mut names = Vec::new();
        for role in [
            Role::TextInput,
            Role::MultilineTextInput,
            Role::ComboBox,
            Role::CheckBox,
        ] {
            let found = window.query_all_by_role(role);
            names.extend(found.filter_map(|node| node.accesskit_node().label()));
        }
        let texts = Texts::new(Lang::En);
        let mut missing = Vec::new();
        for (path, leaf) in leaves {
            let name = fields::path(kind.key(), &path.to_string(), texts);
            if leaf != Leaf::Id && !names.contains(&name) {
                missing.push(name);
            }
        }
        assert!(missing.is_empty(), "{kind:?}: no editor for {missing:?}");
    }
}
