//! Every field of every record and every word that can be chosen has a name for people.

use pledgebook::edit::{Field, Kind, Leaf, Shape, shape};
use pledgebook::text::{Lang, Texts, fields};

/// Every field and every list of words of a kind, by the paths to them.
#[derive(Default)]
struct Found {
    fields: Vec<String>,
    choices: Vec<(String, &'static [&'static str])>,
    variants: Vec<(String, &'static str)>,
}

impl Found {
    fn of(kind: Kind) -> Self {
        let mut found = Self::default();
        found.enter(shape::fields(kind), "");
        found
    }

    fn enter(&mut self, fields: &[Field], within: &str) {
        for field in fields {
            let path = match within {
                "" => field.name.to_owned(),
                within => format!("{within}.{}", field.name),
            };
            self.fields.push(path.clone());
            self.shape(field.shape, &path);
        }
    }

    fn shape(&mut self, shape: Shape, path: &str) {
        match shape {
            Shape::Leaf(Leaf::Choice(words)) => self.choices.push((path.to_owned(), words)),
            Shape::Leaf(_) => {}
            Shape::Fields(fields) => self.enter(fields, path),
            Shape::List(of) => self.shape(*of, &format!("{path}[0]")),
            Shape::Table(key, of) => {
                if let Leaf::Choice(words) = key {
                    self.choices.push((path.to_owned(), words));
                }
                self.shape(*of, &format!("{path}[2024]"));
            }
            Shape::OneOf(variants) => {
                for variant in variants {
                    self.variants.push((path.to_owned(), variant.name));
                    self.enter(variant.fields, path);
                }
            }
        }
    }
}

fn is_ukrainian(text: &str) -> bool {
    text.chars()
        .any(|c| ('А'..='я').contains(&c) || "іїєґІЇЄҐ".contains(c))
}

#[test]
fn every_field_of_every_record_has_a_name_in_both_languages() {
    let (en, uk) = (Texts::new(Lang::En), Texts::new(Lang::Uk));
    for kind in Kind::ALL {
        let key = kind.key();
        let found = Found::of(*kind);
        assert!(!found.fields.is_empty());
        for path in &found.fields {
            let last = path.rsplit('.').next().unwrap();
            let field = last.split('[').next().unwrap();
            assert_ne!(fields::name(key, path, en), field, "{key} {path}");
            assert!(is_ukrainian(&fields::name(key, path, uk)), "{key} {path}");
            let place = fields::path(key, path, en);
            assert!(!place.contains(['_', '.', '[']), "{key} {path}: {place}");
            if let Some(tip) = fields::tip(key, path, uk) {
                assert!(
                    tip.ends_with('.') && is_ukrainian(&tip),
                    "{key} {path}: {tip}"
                );
            }
        }
        assert_ne!(fields::kind(key, uk), key);
        assert!(is_ukrainian(&fields::kinds(key, 5, uk)), "{key}");
    }
}

#[test]
fn every_word_that_can_be_chosen_has_a_name_in_both_languages() {
    let (en, uk) = (Texts::new(Lang::En), Texts::new(Lang::Uk));
    let mut seen = 0;
    for kind in Kind::ALL {
        let found = Found::of(*kind);
        let listed = found.choices.iter();
        let listed = listed.flat_map(|(path, words)| words.iter().map(move |word| (path, *word)));
        let variants = found.variants.iter().map(|(path, word)| (path, *word));
        for (path, word) in listed.chain(variants) {
            let name = fields::choice(path, word, en);
            assert!(!name.contains('_'), "{} {path}: {name}", kind.key());
            // English may use the very word of the file; where it has none, Ukrainian has none.
            let name = fields::choice(path, word, uk);
            assert!(is_ukrainian(&name), "{} {path}: {name}", kind.key());
            seen += 1;
        }
    }
    assert!(seen > 100, "{seen}");
}
