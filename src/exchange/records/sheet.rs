//! Which tables there are.

use crate::edit::Kind;
use crate::edit::shape::{self, Field, Leaf, Shape};

/// A table of records: those of a kind, or the values of its series.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct RecordSheet {
    /// The kind of records.
    pub kind: Kind,
    /// The field whose entries are its rows; none: the records are.
    pub series: Option<&'static str>,
}

impl RecordSheet {
    /// The table of a kind.
    pub fn of(kind: Kind) -> Self {
        Self { kind, series: None }
    }

    /// Every table, each kind followed by its series; the header first.
    pub fn all() -> Vec<Self> {
        let kinds = std::iter::once(Kind::Header);
        let kinds = kinds.chain(Kind::ALL.iter().copied().filter(|of| *of != Kind::Header));
        let mut all = Vec::new();
        for kind in kinds {
            all.push(Self::of(kind));
            let series = shape::fields(kind).iter().filter(|field| is_series(field));
            all.extend(series.map(|field| Self {
                kind,
                series: Some(field.name),
            }));
        }
        all
    }

    /// Its name: `aid`, `gdp_years`.
    pub fn name(self) -> String {
        let own = match self.kind {
            Kind::Party => "parties",
            Kind::Agreement => "agreements",
            Kind::Commitment => "commitments",
            Kind::Source => "sources",
            other => other.key(),
        };
        match self.series {
            None => own.to_owned(),
            Some(field) => format!("{own}_{field}"),
        }
    }

    /// The table of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::all().into_iter().find(|sheet| sheet.name() == name)
    }

    /// Of a table of series: by what its rows are told apart, and what stands in each.
    pub fn entries(self) -> Option<(Leaf, &'static Shape)> {
        let fields = shape::fields(self.kind);
        let field = fields
            .iter()
            .find(|field| Some(field.name) == self.series)?;
        match field.shape {
            Shape::Table(key, of) => Some((key, of)),
            _ => None,
        }
    }

    /// Of a table of series: the column that names the record.
    pub fn owner(self) -> &'static str {
        self.kind.key()
    }

    /// Of a table of series: the column that tells its rows apart.
    pub fn key_column(key: Leaf) -> &'static str {
        match key {
            Leaf::Year => "year",
            Leaf::Month => "month",
            Leaf::Country => "country",
            _ => "key",
        }
    }
}

/// Whether the entries of a field are a table of their own: those by year, month or country are.
pub(super) fn is_series(field: &Field) -> bool {
    matches!(
        field.shape,
        Shape::Table(Leaf::Year | Leaf::Month | Leaf::Country, _)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_a_table_and_series_have_their_own() {
        let names: Vec<String> = RecordSheet::all()
            .into_iter()
            .map(RecordSheet::name)
            .collect();
        assert_eq!(
            names,
            [
                "header",
                "parties",
                "agreements",
                "commitments",
                "aid",
                "sources",
                "gdp",
                "gdp_years",
                "fx",
                "fx_years",
                "fx_months",
                "population",
                "population_years",
                "eu_shares",
                "eu_shares_shares",
            ]
        );
        for name in names {
            assert_eq!(RecordSheet::named(&name).map(RecordSheet::name), Some(name));
        }
    }
}
