//! The shape of each kind of record: which fields it has, and what may stand in each. The forms of
//! the window, the scripts and the names of changes all come from here; a test holds it against the
//! model, so that a new field is not forgotten.

use super::record::Kind;
use Leaf::{
    Amount, Count, Country, Currency, Date, Day, Decimal, Flag, Id, Language, LongText, Percent,
    Phrase, Text, Url,
};
use Need::{Defaults, Optional, Required};

/// What a link leads to.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum LinkTo {
    /// A party.
    Party,
    /// An agreement.
    Agreement,
    /// A commitment.
    Commitment,
    /// A commitment or an aid entry.
    Money,
    /// A source.
    Source,
}

impl LinkTo {
    /// The kinds of record that it can lead to.
    pub fn kinds(self) -> &'static [Kind] {
        match self {
            Self::Party => &[Kind::Party],
            Self::Agreement => &[Kind::Agreement],
            Self::Commitment => &[Kind::Commitment],
            Self::Money => &[Kind::Commitment, Kind::Aid],
            Self::Source => &[Kind::Source],
        }
    }
}

/// One value.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Leaf {
    /// The record's own id: made once, never changed.
    Id,
    /// A line of text.
    Text,
    /// A text that may have lines.
    LongText,
    /// A phrase: at most twelve words, verbatim.
    Phrase,
    /// An address.
    Url,
    /// A language (BCP 47).
    Language,
    /// A date to the precision known.
    Date,
    /// A whole day.
    Day,
    /// A year.
    Year,
    /// A month: `2024-06`.
    Month,
    /// A whole number from zero up to this.
    Count(u64),
    /// A decimal number.
    Decimal,
    /// Per cent, 0–100.
    Percent,
    /// Yes or no.
    Flag,
    /// One of these words, as the file writes them.
    Choice(&'static [&'static str]),
    /// A currency (ISO 4217).
    Currency,
    /// A country or union: ISO 3166 alpha-2, or `EU`; it need not be a party.
    Country,
    /// The id of another record.
    Link(LinkTo),
    /// An amount, with its period.
    Amount,
}

/// Whether something must stand in a field.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Need {
    /// Something must.
    Required,
    /// Nothing need.
    Optional,
    /// Where nothing stands, this is meant.
    Defaults(&'static str),
}

/// What may stand somewhere.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Shape {
    /// One value.
    Leaf(Leaf),
    /// Fields.
    Fields(&'static [Field]),
    /// Any number of these, in order.
    List(&'static Shape),
    /// Any number of these, each under a key of its own, in the order of keys.
    Table(Leaf, &'static Shape),
    /// One of these.
    OneOf(&'static [Variant]),
}

/// A field.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Field {
    /// Its name in the file.
    pub name: &'static str,
    /// What may stand in it.
    pub shape: Shape,
    /// Whether something must.
    pub need: Need,
}

/// One of several things that may stand in a place.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Variant {
    /// Its name in the file.
    pub name: &'static str,
    /// Its fields.
    pub fields: &'static [Field],
}

const fn field(name: &'static str, shape: Shape, need: Need) -> Field {
    Field { name, shape, need }
}

const fn must(name: &'static str, leaf: Leaf) -> Field {
    field(name, Shape::Leaf(leaf), Required)
}

const fn may(name: &'static str, leaf: Leaf) -> Field {
    field(name, Shape::Leaf(leaf), Optional)
}

const fn list(name: &'static str, of: &'static Shape) -> Field {
    field(name, Shape::List(of), Optional)
}

const fn link(name: &'static str, to: LinkTo, need: Need) -> Field {
    field(name, Shape::Leaf(Leaf::Link(to)), need)
}

const fn choice(name: &'static str, words: &'static [&'static str], need: Need) -> Field {
    field(name, Shape::Leaf(Leaf::Choice(words)), need)
}

/// Stages, in order.
pub const STAGES: &[&str] = &["pledged", "committed", "allocated", "delivered", "unclear"];
/// Types of aid.
pub const AID_TYPES: &[&str] = &["military", "financial", "humanitarian", "mixed"];
/// Wordings, strongest first.
pub const WORDINGS: &[&str] = &["shall", "will", "intends", "seeks", "may", "reaffirms"];
/// How far a commitment got.
pub const STATUSES: &[&str] = &[
    "not_started",
    "under_way",
    "fulfilled",
    "overdue",
    "broken",
    "cannot_be_told",
];
/// Areas, in the order in which they are shown.
pub const AREAS: &[&str] = &[
    "military_assistance",
    "land",
    "air",
    "sea",
    "space",
    "cyber",
    "training",
    "intelligence",
    "defence_industry",
    "interoperability",
    "demining",
    "hybrid_threats",
    "nuclear_risks",
    "critical_infrastructure",
    "energy",
    "information_security",
    "organised_crime",
    "consultation_on_future_attack",
    "eu_membership",
    "nato_membership",
    "reforms",
    "peace_formula",
    "accountability",
    "sanctions",
    "compensation",
    "humanitarian",
    "reconstruction",
    "macro_financial",
    "term_and_review",
];
const INSTRUMENTS: &[&str] = &[
    "unknown",
    "grant",
    "loan",
    "guarantee",
    "in_kind_stock",
    "in_kind_purchase",
];
const PARTY_KINDS: &[&str] = &["state", "union"];
const VILNIUS: &[&str] = &["g7_signatory", "joined"];
const AGREEMENT_KINDS: &[&str] = &["agreement", "joint_commitments", "memorandum", "accord"];
const SOURCE_KINDS: &[&str] = &[
    "agreement_text",
    "government",
    "press",
    "think_tank",
    "statistics",
];
const QUANTITY_FORMS: &[&str] = &["exact", "about", "up_to", "at_least"];
const GDP_STATUSES: &[&str] = &["actual", "estimate"];
/// What a note can be about.
pub const NOTES: &[&str] = &[
    "general",
    "title",
    "stage",
    "amount",
    "wording",
    "period",
    "date",
    "term",
    "in_force",
    "legally_binding",
    "published",
    "url",
];

static LINE: Shape = Shape::Leaf(LongText);
static SOURCE_LINK: Shape = Shape::Leaf(Leaf::Link(LinkTo::Source));
static MONEY_LINK: Shape = Shape::Leaf(Leaf::Link(LinkTo::Money));
static PARTY_LINK: Shape = Shape::Leaf(Leaf::Link(LinkTo::Party));

static VOICE: Shape = Shape::Fields(&[
    link("source", LinkTo::Source, Required),
    may("phrase", Phrase),
    choice("wording", WORDINGS, Optional),
]);

static CITATION: &[Field] = &[
    link("source", LinkTo::Source, Optional),
    may("phrase", Phrase),
    field("verified", Shape::Leaf(Flag), Defaults("true")),
    list("also_in", &VOICE),
];

static FIGURE: &[Field] = &[
    must("amount", Amount),
    may("as_reported", Text),
    field("cite", Shape::Fields(CITATION), Optional),
    may("date", Date),
];

static OTHER_FIGURE: Shape = Shape::Fields(&[
    field("figure", Shape::Fields(FIGURE), Required),
    may("why_not_preferred", LongText),
]);

static STATUS_ENTRY: Shape = Shape::Fields(&[
    choice("status", STATUSES, Required),
    must("date", Date),
    must("summary", LongText),
    field("cite", Shape::Fields(CITATION), Optional),
]);

static FULFILS: Shape = Shape::Fields(&[
    link("commitment", LinkTo::Commitment, Required),
    field("share", Shape::Leaf(Percent), Defaults("100")),
]);

static QUANTITY: &[Field] = &[
    must("value", Decimal),
    must("unit", Text),
    choice("form", QUANTITY_FORMS, Defaults("exact")),
    may("by", Leaf::Year),
];

static CONTEXT_FACT: Shape = Shape::Fields(&[
    must("summary", LongText),
    field("cite", Shape::Fields(CITATION), Optional),
    may("date", Date),
    may("declaration_date", Date),
    list("parties", &PARTY_LINK),
]);

static NAME: &[Field] = &[must("en", Text), must("uk", Text)];

static SIGNATORIES: &[Field] = &[may("ukraine", Text), may("partner", Text)];

static ORIGIN: &[Field] = &[
    link("file", LinkTo::Source, Required),
    may("sheet", Text),
    field("row", Shape::Leaf(Count(u64::MAX)), Required),
    may("key", Text),
    may("amount", Text),
    may("date", Text),
    may("link", Url),
];

static ARCHIVED: &[Field] = &[must("path", Text), must("sha256", Text)];

static RECORDS: &[Variant] = &[
    Variant {
        name: "package",
        fields: &[],
    },
    Variant {
        name: "running_total",
        fields: &[may("since", Date), may("as_counted_on", Date)],
    },
];

static ACCEPTED: Shape = Shape::Fields(&[
    must("check", Text),
    must("record", Text),
    must("reason", LongText),
]);

const fn notes() -> Field {
    field("notes", Shape::Table(Leaf::Choice(NOTES), &LINE), Optional)
}

static PARTY: &[Field] = &[
    must("id", Id),
    choice("kind", PARTY_KINDS, Defaults("state")),
    must("iso3", Text),
    field("name", Shape::Fields(NAME), Required),
    must("currency", Currency),
    may("eu_since", Day),
    may("nato_since", Day),
    may("euro_since", Day),
    field("g7", Shape::Leaf(Flag), Defaults("false")),
    choice("vilnius", VILNIUS, Optional),
    list("conflicts", &LINE),
    list("not_found", &LINE),
    notes(),
];

static AGREEMENT: &[Field] = &[
    must("id", Id),
    link("party", LinkTo::Party, Required),
    must("title", Text),
    choice("kind", AGREEMENT_KINDS, Defaults("agreement")),
    must("signed", Day),
    may("place", Text),
    field("signatories", Shape::Fields(SIGNATORIES), Optional),
    may("term_years", Count(255)),
    may("review_years", Count(255)),
    may("notice_months", Count(255)),
    may("in_force", Date),
    may("legally_binding", Flag),
    list("sources", &SOURCE_LINK),
    list("context", &CONTEXT_FACT),
    notes(),
];

static COMMITMENT: &[Field] = &[
    must("id", Id),
    link("agreement", LinkTo::Agreement, Required),
    choice("area", AREAS, Required),
    must("summary", LongText),
    choice("wording", WORDINGS, Required),
    choice("stage", STAGES, Required),
    may("locator", Text),
    field("cite", Shape::Fields(CITATION), Optional),
    choice("aid_type", AID_TYPES, Optional),
    may("amount", Amount),
    list("other_figures", &OTHER_FIGURE),
    may("preferred_because", LongText),
    field("quantity", Shape::Fields(QUANTITY), Optional),
    link("part_of", LinkTo::Money, Optional),
    link("same_as", LinkTo::Money, Optional),
    list("supersedes", &MONEY_LINK),
    list("status", &STATUS_ENTRY),
    notes(),
];

static AID: &[Field] = &[
    must("id", Id),
    link("party", LinkTo::Party, Required),
    field("record", Shape::OneOf(RECORDS), Required),
    choice("stage", STAGES, Required),
    choice("aid_type", AID_TYPES, Required),
    choice("instrument", INSTRUMENTS, Defaults("unknown")),
    must("summary", LongText),
    field("figure", Shape::Fields(FIGURE), Required),
    list("other_figures", &OTHER_FIGURE),
    may("preferred_because", LongText),
    may("period_as_written", Text),
    may("date", Date),
    link("part_of", LinkTo::Money, Optional),
    list("fulfils", &FULFILS),
    link("counted_in", LinkTo::Money, Optional),
    link("same_as", LinkTo::Money, Optional),
    list("supersedes", &MONEY_LINK),
    field("joint", Shape::Leaf(Flag), Defaults("false")),
    field("quantity", Shape::Fields(QUANTITY), Optional),
    field("origin", Shape::Fields(ORIGIN), Optional),
    notes(),
];

static SOURCE: &[Field] = &[
    must("id", Id),
    must("title", Text),
    may("publisher", Text),
    may("url", Url),
    may("published", Date),
    may("read_on", Day),
    must("language", Language),
    choice("kind", SOURCE_KINDS, Required),
    may("read_from", Url),
    may("official", Url),
    may("licence", Text),
    field("archived", Shape::Fields(ARCHIVED), Optional),
    notes(),
];

static GDP_VALUE: Shape = Shape::Fields(&[
    must("value", Decimal),
    may("usd", Decimal),
    may("eur", Decimal),
    choice("status", GDP_STATUSES, Defaults("actual")),
]);

static GDP: &[Field] = &[
    must("id", Id),
    must("country", Country),
    must("vintage", Text),
    must("currency", Currency),
    link("source", LinkTo::Source, Required),
    may("eur_method", LongText),
    field("years", Shape::Table(Leaf::Year, &GDP_VALUE), Required),
];

static FX_RATE: Shape = Shape::Fields(&[
    must("per_eur", Decimal),
    may("days", Count(65_535)),
    may("first_day", Day),
    may("last_day", Day),
]);

static FX: &[Field] = &[
    must("id", Id),
    must("currency", Currency),
    link("source", LinkTo::Source, Required),
    may("note", LongText),
    field("years", Shape::Table(Leaf::Year, &FX_RATE), Optional),
    field("months", Shape::Table(Leaf::Month, &FX_RATE), Optional),
];

static PERSONS: Shape = Shape::Leaf(Count(20_000_000_000));

static POPULATION: &[Field] = &[
    must("id", Id),
    must("country", Country),
    must("vintage", Text),
    link("source", LinkTo::Source, Required),
    field("years", Shape::Table(Leaf::Year, &PERSONS), Required),
];

static SHARE: Shape = Shape::Leaf(Decimal);

static EU_SHARES: &[Field] = &[
    must("id", Id),
    must("title", Text),
    must("vintage", Text),
    link("source", LinkTo::Source, Required),
    field("shares", Shape::Table(Country, &SHARE), Required),
];

static HEADER: &[Field] = &[
    must("schema", Id),
    must("title", Text),
    may("licence", Text),
    may("about", LongText),
    may("cutoff", Day),
    list("accepted", &ACCEPTED),
];

/// The fields of a kind of record, in the order of the file.
pub fn fields(kind: Kind) -> &'static [Field] {
    match kind {
        Kind::Party => PARTY,
        Kind::Agreement => AGREEMENT,
        Kind::Commitment => COMMITMENT,
        Kind::Aid => AID,
        Kind::Source => SOURCE,
        Kind::Gdp => GDP,
        Kind::Fx => FX,
        Kind::Population => POPULATION,
        Kind::EuShares => EU_SHARES,
        Kind::Header => HEADER,
    }
}
