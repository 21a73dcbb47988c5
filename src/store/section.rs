//! The sections of the file.

/// A section of the file: one list of records.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Section {
    /// Parties.
    Parties,
    /// Agreements.
    Agreements,
    /// Commitments.
    Commitments,
    /// Aid entries.
    Aid,
    /// Sources.
    Sources,
    /// Gross domestic product, in `reference`.
    Gdp,
    /// Exchange rates, in `reference`.
    Fx,
    /// Population, in `reference`.
    Population,
    /// Keys for the EU's money, in `reference`.
    EuShares,
}

impl Section {
    /// Every section, in the order of the file.
    pub const ALL: &'static [Self] = &[
        Self::Parties,
        Self::Agreements,
        Self::Commitments,
        Self::Aid,
        Self::Sources,
        Self::Gdp,
        Self::Fx,
        Self::Population,
        Self::EuShares,
    ];

    /// Its name in the file.
    pub fn key(self) -> &'static str {
        match self {
            Self::Parties => "parties",
            Self::Agreements => "agreements",
            Self::Commitments => "commitments",
            Self::Aid => "aid",
            Self::Sources => "sources",
            Self::Gdp => "gdp",
            Self::Fx => "fx",
            Self::Population => "population",
            Self::EuShares => "eu_shares",
        }
    }

    /// Whether it stands inside `reference`.
    pub fn is_reference(self) -> bool {
        matches!(
            self,
            Self::Gdp | Self::Fx | Self::Population | Self::EuShares
        )
    }

    pub(super) fn named(name: &str, reference: bool) -> Option<Self> {
        Self::ALL
            .iter()
            .copied()
            .find(|section| section.key() == name && section.is_reference() == reference)
    }
}
