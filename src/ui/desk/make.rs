//! Making: records, items and groups of which not all is known yet that must be. What is typed for
//! them is held as drafts, so that it is as safe as any other.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use crate::edit::{Key, Kind, Leaf, Need, Part, Path, Shape, Variant, field, make, shape};

use super::drafts::{Stand, joined};
use super::{Desk, NEW, Said, Spot, is_new};

/// What must be known of something that is made.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Needed {
    /// A value.
    Leaf(Leaf),
    /// Which of several things it is.
    OneOf(&'static [Variant]),
}

/// Something of which all is known that must be.
#[derive(Clone, PartialEq, Debug)]
pub struct Made {
    /// Its shape.
    pub shape: Shape,
    /// Its values, by their paths in it.
    pub values: BTreeMap<Path, Value>,
}

/// What must be known of a part of a record before there can be one, in the order of its fields;
/// an empty path: of the record itself.
pub fn needed(kind: Kind, root: &Path, shape: Shape) -> Vec<(Path, Needed)> {
    let leaves = if root.is_empty() {
        make::needed_for(kind)
    } else {
        make::needed(shape)
    };
    let leaves = leaves
        .into_iter()
        .map(|(path, leaf)| (path, Needed::Leaf(leaf)));
    let mut all: Vec<(Path, Needed)> = leaves.collect();
    if let Shape::Fields(fields) = shape {
        let place = |name: &str| fields.iter().position(|field| field.name == name);
        for field in fields {
            if let (Shape::OneOf(variants), Need::Required) = (field.shape, field.need) {
                let path = Path::default().field(field.name);
                all.push((path, Needed::OneOf(variants)));
            }
        }
        all.sort_by_key(|(path, _)| match path.parts().first() {
            Some(Part::Field(name)) => place(name),
            _ => None,
        });
    }
    all
}

/// The place of the key of an entry that is still being made.
const KEY: &str = "key";

/// Where the key of an entry that is being made is typed.
pub fn key_of(root: &Path) -> Path {
    match root.split_last() {
        Some((table, Part::At(place))) if place == NEW => table.at(KEY),
        _ => root.clone(),
    }
}

/// Whether a path is that of the key of an entry that is being made.
pub fn is_key(path: &Path) -> bool {
    matches!(path.parts().last(), Some(Part::At(place)) if place == KEY)
}

/// One of several things, with nothing in it yet, by its name.
pub fn variant(variants: &[Variant], name: &str) -> Option<Value> {
    let variant = variants.iter().find(|variant| variant.name == name)?;
    if variant.fields.is_empty() {
        return Some(Value::from(name));
    }
    let mut map = Map::new();
    map.insert(name.to_owned(), Value::Object(Map::new()));
    Some(Value::Object(map))
}

impl Desk {
    /// The part of a record that is still being made and that a field belongs to: what is typed
    /// into it is held until all that must be known is.
    pub fn making(&mut self, spot: &Spot) -> Option<Path> {
        if is_new(&spot.key) {
            return Some(Path::default());
        }
        let mut holder = Path::default();
        for part in spot.path.parts() {
            holder = joined(&holder, std::slice::from_ref(part));
            let is_new = |part: &Part| matches!(part, Part::At(at) if at == NEW || at == KEY);
            if is_new(part) {
                return Some(holder);
            }
            if holder != spot.path && self.is_made_whole(&spot.key, &holder) {
                return Some(holder);
            }
        }
        None
    }

    /// Whether a group is not there and cannot be there in part.
    fn is_made_whole(&mut self, key: &Key, path: &Path) -> bool {
        let tree = self.tree(key);
        if field::value(&tree, path).is_some() {
            return false;
        }
        match field::slot(key.kind, &tree, path) {
            Some(slot) => {
                matches!(slot.shape, Shape::Fields(_)) && !make::needed(slot.shape).is_empty()
            }
            None => false,
        }
    }

    /// The shape of a part of a record; an empty path: of the record itself.
    pub fn shape(&mut self, key: &Key, root: &Path) -> Option<Shape> {
        if root.is_empty() {
            return Some(Shape::Fields(shape::fields(key.kind)));
        }
        self.slot(&Spot::new(key, root)).map(|slot| slot.shape)
    }

    /// What must be known of something that is made, by where in the record it is typed: first the
    /// key, where it is an entry of a table.
    pub fn asked(&mut self, key: &Key, root: &Path, shape: Shape) -> Vec<(Path, Needed)> {
        let mut all = Vec::new();
        if let Some((table, Part::At(_))) = root.split_last()
            && let Some(Shape::Table(leaf, _)) = self.shape(key, &table)
        {
            all.push((key_of(root), Needed::Leaf(leaf)));
        }
        let inner = needed(key.kind, root, shape).into_iter();
        all.extend(inner.map(|(path, needed)| (joined(root, path.parts()), needed)));
        all
    }

    /// What must be known of something that is made and is not, or cannot be read.
    pub fn missing(&mut self, key: &Key, root: &Path, shape: Shape) -> Vec<Path> {
        let asked = self.asked(key, root, shape).into_iter();
        let is_known = |desk: &mut Self, path: &Path| match desk.said(&Spot::new(key, path)) {
            Some(Said::Sure(Some(value))) => value.as_str() != Some(""),
            _ => false,
        };
        asked
            .map(|(path, _)| path)
            .filter(|path| !is_known(self, path))
            .collect()
    }

    /// Where something that was made goes.
    pub(in crate::ui) fn place_of_made(
        &mut self,
        key: &Key,
        root: &Path,
        place: Option<&str>,
    ) -> Path {
        match (root.split_last(), place) {
            (Some((table, Part::At(at))), Some(place)) if at == NEW => table.at(place),
            (Some((list, Part::At(at))), None) if at == NEW => {
                let tree = self.tree(key);
                list.at(field::len(&tree, &list))
            }
            _ => root.clone(),
        }
    }

    /// The key that was typed for an entry that is being made.
    pub fn typed_key(&mut self, key: &Key, root: &Path) -> Option<String> {
        let path = key_of(root);
        if !is_key(&path) {
            return None;
        }
        match self.said(&Spot::new(key, &path)) {
            Some(Said::Sure(Some(Value::String(text)))) => Some(text),
            Some(Said::Sure(Some(value))) => Some(value.to_string()),
            _ => None,
        }
    }

    /// The values of something that is being made, by their paths in it; none while one that must
    /// be known is not, or cannot be read.
    pub fn made(&mut self, key: &Key, root: &Path) -> Option<Made> {
        let shape = self.shape(key, root)?;
        let mut values = BTreeMap::new();
        let inside = self.drafts.within(key, root);
        let paths: Vec<Path> = inside.into_iter().map(|(path, _)| path).collect();
        for path in paths {
            let whole = joined(root, path.parts());
            match self.said(&Spot::new(key, &whole)) {
                Some(Said::Sure(Some(value))) => values.insert(path, value),
                Some(Said::Sure(None)) | None => continue,
                Some(_) => return None,
            };
        }
        let all = self.missing(key, root, shape).is_empty();
        all.then_some(Made { shape, values })
    }

    /// Begins to make a record, with what the page shown gives; what was begun before stays.
    pub fn begin(&mut self, kind: Kind) {
        let key = Key::new(kind, "");
        let whole = Path::default();
        if self.drafts.any_within(&key, &whole) {
            return;
        }
        self.drafts.forget_within(&key, &whole);
        let Some(party) = self.party.clone() else {
            return;
        };
        let given = match kind {
            Kind::Aid | Kind::Agreement => Some(("party", party.to_string())),
            Kind::Gdp | Kind::Population => Some(("country", party.to_string())),
            Kind::Commitment => {
                let own = self.book.agreements.values().filter(|a| a.party == party);
                let own: Vec<String> = own.map(|agreement| agreement.id.to_string()).collect();
                // Of several nobody knows which is meant.
                match own.as_slice() {
                    [only] => Some(("agreement", only.clone())),
                    _ => None,
                }
            }
            _ => None,
        };
        if let Some((field, text)) = given {
            let spot = Spot::new(&key, &whole.field(field));
            self.drafts.put(&spot, text, Stand::Given, 0.0);
        }
    }

    /// The fields that were left unfinished: of something that is being made, the first.
    pub fn unfinished(&mut self) -> Vec<Spot> {
        let left: Vec<Spot> = self.drafts.left().map(|(spot, _)| spot.clone()).collect();
        let mut seen = BTreeSet::new();
        let mut first = |desk: &mut Self, spot: &Spot| match desk.making(spot) {
            Some(root) => seen.insert((spot.key.clone(), root)),
            None => true,
        };
        left.into_iter().filter(|spot| first(self, spot)).collect()
    }
}
