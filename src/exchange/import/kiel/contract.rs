//! What a contract is: which columns a release has, under which names, and what they mean.

use crate::exchange::import::file::About;
use crate::model::{AidType, SourceKind, Stage};

/// What stands in a column, whatever the release calls it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Role {
    /// What the file calls the package: `AUH1`.
    Id,
    /// What it calls an allocation within the package: `AUH1_2`.
    SubId,
    /// Who gives.
    Donor,
    /// Who gives, by ISO 3166 alpha-3 (`EU` for the Union).
    Iso,
    /// When it was announced.
    Date,
    /// The year of it.
    Year,
    /// The month of it, from 1.
    Month,
    /// Military, financial, humanitarian.
    General,
    /// Loan, grant, weapons and equipment, …
    Specific,
    /// In the words of the file.
    Words,
    /// The currency of [`Role::Given`] and [`Role::Total`].
    Currency,
    /// The amount as the file's own source gives it, in its own currency.
    Given,
    /// The package's total in the original currency.
    Total,
    /// The package's total in euro: what is committed.
    TotalEur,
    /// Of it delivered, in euro.
    DeliveredEur,
    /// Allocation or commitment.
    Measure,
    /// What is allocated, in euro, before money of a reserve was spread over the rows it was for.
    AllocatedRawEur,
    /// What is allocated, in the original currency.
    AllocatedOwn,
    /// What is allocated, in euro: the column that adds up to the publisher's allocations.
    AllocatedEur,
    /// Whether the row carries the package's total: what carries none is not among the publisher's sums.
    Carries,
    /// Goods.
    Item,
    /// How many.
    Units,
    /// The publisher's own estimate of what the goods are worth, in US dollars.
    EstimateUsd,
    /// The source that the file names.
    Link,
    /// The joint undertaking that it is part of.
    Initiative,
    /// For which year it is meant.
    Earmarked,
    /// A sum of a stage and a type; *mixed* stands for all types together.
    Sum(Stage, AidType),
    /// A sum of [`Role::Sum`]'s kind that holds the share in the Union's money too: never read,
    /// for it would count that money twice (R8).
    WithUnion,
    /// The gross domestic product: never read as aid.
    Gdp,
    /// What kind of weapon.
    Category,
    /// A column by which a file is known, of which nothing is read.
    Known,
}

/// Whether a file of the contract has the column.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Need {
    /// Without it the contract is not fulfilled.
    Must,
    /// It is read where it stands.
    May,
    /// With it the file is of another contract, and would be read wrongly by this one.
    Never,
}

/// A column of a contract.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Column {
    /// What it means.
    pub role: Role,
    /// The names it goes by; the first is told where it is missing. Case, white space and line
    /// breaks make no difference.
    pub names: &'static [&'static str],
    /// Whether it must be there.
    pub need: Need,
    /// The column that it follows where its heading is empty.
    pub after: Option<Role>,
}

/// How the rows of a file are to be taken.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Shape {
    /// The main sheet: packages, allocations and goods, a row each.
    Main,
    /// Sums of a giver over all time.
    Summary,
    /// Sums of a giver in a month.
    Months,
    /// A giver in each column, a month in each row, all that was known by then.
    Cumulated,
    /// Counts and values of kinds of weapons by giver.
    Weapons,
    /// Nothing in it can be an entry.
    NoEntries(Why),
}

/// Why nothing of a table can be an entry.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Why {
    /// It sums up all givers together.
    World,
    /// It says only of which release other files are.
    Release,
    /// It spreads the Union's money over its members (R8).
    Union,
}

/// In which unit the sums of a contract stand, where the file does not name one above them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Scale {
    /// Whole euros.
    One,
    /// Millions of euros.
    Million,
    /// Billions of euros.
    Billion,
}

impl Scale {
    /// How many euros one of it is.
    pub fn euros(self) -> u64 {
        match self {
            Self::One => 1,
            Self::Million => 1_000_000,
            Self::Billion => 1_000_000_000,
        }
    }
}

/// The columns of a layout, by which it is found, and what its rows mean.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Contract {
    /// Its name in profiles and on the command line: `kiel-main-r07`.
    pub id: &'static str,
    /// The first and last release that has it, as far as is known.
    pub releases: (u8, u8),
    /// What stands in the sheet's name, in small letters; empty for files without sheets as well.
    pub sheet: &'static str,
    /// Whether the institute itself publishes it; else others derive it from what it publishes.
    pub original: bool,
    /// How its rows are taken.
    pub shape: Shape,
    /// The unit of its sums.
    pub scale: Scale,
    /// Its columns.
    pub columns: &'static [Column],
}

impl Contract {
    /// What the file is, as a source.
    pub fn about(&self, file: &str) -> About {
        let publisher = if self.original {
            "Kiel Institute for the World Economy"
        } else {
            "derived from the Kiel Institute for the World Economy"
        };
        About {
            title: format!("Ukraine Support Tracker: {file}"),
            publisher: publisher.to_owned(),
            kind: SourceKind::ThinkTank,
            ..About::default()
        }
    }

    /// The columns without which it is not fulfilled.
    pub fn musts(&self) -> impl Iterator<Item = &'static Column> {
        self.columns.iter().filter(|c| c.need == Need::Must)
    }
}
