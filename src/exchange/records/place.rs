//! The name of a column as a place in a record.

use crate::edit::shape::{self, Field, Leaf, Need, Shape, Variant};
use crate::edit::{Kind, Part, Path};

use super::amount::AmountPart;

/// What stands in a column.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Holds {
    /// One value.
    Leaf(Leaf),
    /// A part of an amount.
    Amount(AmountPart),
    /// Which of several things stands there.
    Variant(&'static [Variant]),
}

/// The highest place in a list that a column can have.
const LONGEST_LIST: usize = 10_000;

/// A column of a table of records.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PathColumn {
    /// Where in the record; of an amount, without its part.
    pub path: Path,
    /// What stands there.
    pub holds: Holds,
    /// Whether something must stand there, where its group does.
    pub need: Need,
    /// Whether every record of the kind has it.
    pub always: bool,
    /// Which steps of the path are places in lists, a bit a step; the others are fields and keys.
    pub(super) lists: u32,
}

impl PathColumn {
    /// The column of that name in the table of a kind; none: the kind has no such place.
    pub fn named(kind: Kind, name: &str) -> Option<Self> {
        let path: Path = name.trim().parse().ok()?;
        let walk = Walk::of(&path);
        walk.enter(Shape::Fields(shape::fields(kind)), path.parts())
    }

    /// The column of that name in the entries of a series.
    pub fn of_entry(of: &'static Shape, name: &str) -> Option<Self> {
        if let Shape::Leaf(leaf) = of {
            return (name.trim() == VALUE).then(|| Self {
                path: Path::default(),
                holds: Holds::Leaf(*leaf),
                need: Need::Required,
                always: true,
                lists: 0,
            });
        }
        let path: Path = name.trim().parse().ok()?;
        Walk::of(&path).enter(*of, path.parts())
    }

    /// Its name.
    pub fn name(&self) -> String {
        match self.holds {
            Holds::Amount(part) => self.path.field(part.key()).to_string(),
            _ if self.path.is_empty() => VALUE.to_owned(),
            _ => self.path.to_string(),
        }
    }
}

/// The column of a series whose entries are plain numbers.
pub(super) const VALUE: &str = "value";

/// The way from a record to a place in it.
#[derive(Clone, Copy)]
struct Walk<'a> {
    whole: &'a Path,
    need: Need,
    always: bool,
    lists: u32,
}

impl<'a> Walk<'a> {
    fn of(whole: &'a Path) -> Self {
        Self {
            whole,
            need: Need::Required,
            always: true,
            lists: 0,
        }
    }

    fn through(self, field: &Field) -> Self {
        Self {
            need: field.need,
            always: self.always && field.need == Need::Required,
            ..self
        }
    }

    fn item(self) -> Self {
        Self {
            need: Need::Required,
            always: false,
            ..self
        }
    }

    fn column(self, holds: Holds) -> PathColumn {
        PathColumn {
            path: self.whole.clone(),
            holds,
            need: self.need,
            always: self.always,
            lists: self.lists,
        }
    }

    /// A place in a list, with so many steps left behind it.
    fn listed(self, left: usize) -> Self {
        let step = self.whole.parts().len().saturating_sub(left + 1);
        let bit = u32::try_from(step)
            .ok()
            .and_then(|step| 1_u32.checked_shl(step));
        Self {
            lists: self.lists | bit.unwrap_or_default(),
            ..self.item()
        }
    }

    fn enter(self, shape: Shape, parts: &[Part]) -> Option<PathColumn> {
        match (shape, parts) {
            (Shape::Leaf(Leaf::Amount), [Part::Field(name)]) => {
                let (path, _) = self.whole.split_last()?;
                let part = AmountPart::named(name)?;
                Some(PathColumn {
                    path,
                    ..self.column(Holds::Amount(part)).only_form(part)
                })
            }
            (Shape::Leaf(Leaf::Amount), _) => None,
            (Shape::Leaf(leaf), []) => Some(self.column(Holds::Leaf(leaf))),
            (Shape::OneOf(variants), []) => Some(self.column(Holds::Variant(variants))),
            (Shape::OneOf(variants), [Part::Field(name), rest @ ..]) => {
                let mut fields = variants.iter().flat_map(|variant| variant.fields);
                let field = fields.find(|field| field.name == name)?;
                self.item().through(field).enter(field.shape, rest)
            }
            (Shape::Fields(fields), [Part::Field(name), rest @ ..]) => {
                let field = fields.iter().find(|field| field.name == name)?;
                self.through(field).enter(field.shape, rest)
            }
            (Shape::List(of), [Part::At(place), rest @ ..]) => {
                let place: usize = place.parse().ok()?;
                (place < LONGEST_LIST).then_some(())?;
                self.listed(rest.len()).enter(*of, rest)
            }
            (Shape::Table(_, of), [Part::At(_), rest @ ..]) => self.item().enter(*of, rest),
            _ => None,
        }
    }
}

impl PathColumn {
    /// Of an amount only the form must stand.
    fn only_form(self, part: AmountPart) -> Self {
        if part == AmountPart::Form {
            return self;
        }
        Self {
            need: Need::Optional,
            always: false,
            ..self
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_is_named_as_scripts_name_the_place() {
        for (kind, name) in [
            (Kind::Aid, "id"),
            (Kind::Aid, "record"),
            (Kind::Aid, "record.since"),
            (Kind::Aid, "figure.amount.value_to"),
            (Kind::Aid, "other_figures[1].figure.amount.form"),
            (Kind::Aid, "fulfils[0].share"),
            (Kind::Aid, "notes[general]"),
            (Kind::Commitment, "amount.form"),
            (Kind::Agreement, "sources[2]"),
            (Kind::Gdp, "years[2024].value"),
            (Kind::Fx, "months[2024-06].per_eur"),
            (Kind::EuShares, "shares[LT]"),
            (Kind::Header, "accepted[0].reason"),
        ] {
            let column = PathColumn::named(kind, name);
            assert_eq!(column.map(|column| column.name()).as_deref(), Some(name));
        }
        for (kind, name) in [
            (Kind::Aid, "figure.amount"),
            (Kind::Aid, "figure"),
            (Kind::Aid, "agreement"),
            (Kind::Aid, "fulfils[x].share"),
            (Kind::Aid, "fulfils[99999999999].share"),
            (Kind::Aid, "Id"),
            (Kind::Aid, ""),
            (Kind::Aid, "id.id"),
        ] {
            assert_eq!(PathColumn::named(kind, name), None, "{name}");
        }
    }
}
