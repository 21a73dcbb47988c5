//! A small book for tests: parties, rates and GDP in round numbers, and a short way to write records.

use std::collections::BTreeMap;
use std::sync::Arc;

use pledgebook::ledger::{
    Assumptions, Bounds, Derivation, Ledger, Query, Reason, Span, StagedTotal,
};
use pledgebook::model::*;
use rust_decimal::Decimal;

/// `35 EUR`, `~80 EUR`, `<=3 EUR`, `>=500 EUR`, `2–3 EUR`, `0.25 %`, `>=0.25 %`, `n/d`.
pub(crate) fn form(text: &str) -> AmountForm {
    if text == "n/d" {
        return AmountForm::Undisclosed(None);
    }
    let (sign, rest) = ["~", "<=", ">="]
        .iter()
        .find_map(|s| text.strip_prefix(s).map(|rest| (*s, rest)))
        .unwrap_or(("", text));
    if rest.ends_with('%') {
        let word = match sign {
            "~" => "about ",
            "<=" => "up to ",
            ">=" => "at least ",
            _ => "",
        };
        return AmountForm::GdpShare(format!("{word}{rest}").parse().unwrap());
    }
    if rest.contains('–') {
        return AmountForm::Range(rest.parse().unwrap());
    }
    let money: Money = rest.parse().unwrap();
    match sign {
        "~" => AmountForm::About(money),
        "<=" => AmountForm::UpTo(money),
        ">=" => AmountForm::AtLeast(money),
        _ => AmountForm::Exact(money),
    }
}

pub(crate) fn year(y: i64) -> Year {
    Year::new(y).unwrap()
}

/// `2024`, `2024–2028` (yearly), `2024–` (yearly, open), `yearly`, `lump 2024–2026`, `lump 2025–`, `` (unstated).
pub(crate) fn period(text: &str) -> Period {
    let ends = |text: &str| -> (Option<String>, Option<String>) {
        let (a, b) = text.split_once('–').unwrap();
        let some = |s: &str| (!s.is_empty()).then(|| s.to_owned());
        (some(a), some(b))
    };
    let y = |s: Option<String>| s.map(|s| year(s.parse().unwrap()));
    if text.is_empty() {
        Period::Unstated
    } else if text == "yearly" {
        Period::Yearly {
            from: None,
            to: None,
        }
    } else if let Some(rest) = text.strip_prefix("lump ") {
        let (from, to) = ends(rest);
        let date = |s: Option<String>| s.map(|s| s.parse().unwrap());
        Period::Lump {
            from: date(from),
            to: date(to),
        }
    } else if text.contains('–') {
        let (from, to) = ends(text);
        Period::Yearly {
            from: y(from),
            to: y(to),
        }
    } else {
        Period::Year(year(text.parse().unwrap()))
    }
}

pub(crate) fn party(id: &str) -> PartyId {
    PartyId::new(id).unwrap()
}

pub(crate) fn money_id(id: &str) -> MoneyId {
    MoneyId::new(id).unwrap()
}

/// A book with Lithuania (EUR), Norway (NOK), Sweden (SEK) and the EU, each with an agreement of ten
/// years signed on 27 June 2024. One euro is 10 NOK in 2022 and 2023, 12 in 2024, 11 in 2025, and
/// always 10 SEK but without a rate before 2024. Lithuania's GDP: 80 bn in 2024, 84 bn estimated in 2025.
pub(crate) struct Book {
    pub(crate) data: Dataset,
}

impl Book {
    pub(crate) fn new() -> Self {
        let mut data = Dataset::default();
        for (id, currency) in [("LT", "EUR"), ("NO", "NOK"), ("SE", "SEK"), ("EU", "EUR")] {
            let name = Name {
                en: id.to_owned(),
                uk: id.to_owned(),
            };
            data.parties.insert(
                party(id),
                Party {
                    id: party(id),
                    kind: if id == "EU" {
                        PartyKind::Union
                    } else {
                        PartyKind::State
                    },
                    iso3: format!("{id}X"),
                    name,
                    currency: currency.parse().unwrap(),
                    eu_since: None,
                    nato_since: None,
                    euro_since: None,
                    g7: false,
                    vilnius: None,
                    conflicts: Vec::new(),
                    not_found: Vec::new(),
                    notes: Notes::new(),
                },
            );
            let agreement = AgreementId::new(&format!("{}-2024", id.to_lowercase())).unwrap();
            data.agreements.insert(
                agreement.clone(),
                Agreement {
                    id: agreement,
                    party: party(id),
                    title: String::from("Agreement"),
                    kind: AgreementKind::Agreement,
                    signed: "2024-06-27".parse().unwrap(),
                    place: String::new(),
                    signatories: Signatories::default(),
                    term_years: Some(10),
                    review_years: None,
                    notice_months: None,
                    in_force: None,
                    legally_binding: None,
                    sources: Vec::new(),
                    context: Vec::new(),
                    notes: Notes::new(),
                },
            );
        }
        let mut book = Self { data };
        for (y, rate) in [(2022, 10), (2023, 10), (2024, 12), (2025, 11)] {
            book.rate("NOK", y, rate);
        }
        book.rate("SEK", 2024, 10);
        book.gdp(
            "LT",
            "EUR",
            "A",
            &[
                (2024, 80, GdpStatus::Actual),
                (2025, 84, GdpStatus::Estimate),
            ],
        );
        book
    }

    pub(crate) fn rate(&mut self, currency: &str, y: i64, per_eur: i64) {
        let id = SeriesId::new(&format!("fx-{currency}")).unwrap();
        let series = self
            .data
            .reference
            .fx
            .entry(id.clone())
            .or_insert_with(|| FxSeries {
                id,
                currency: currency.parse().unwrap(),
                source: SourceId::new("ref-fx").unwrap(),
                note: None,
                years: BTreeMap::default(),
                months: BTreeMap::default(),
            });
        let rate = FxRate {
            per_eur: Decimal::from(per_eur),
            days: None,
            first_day: None,
            last_day: None,
        };
        series.years.insert(year(y), rate);
        series.months.insert(
            format!("{y}-06"),
            FxRate {
                per_eur: rate.per_eur * Decimal::TWO,
                ..rate
            },
        );
    }

    /// GDP in billions.
    pub(crate) fn gdp(
        &mut self,
        of: &str,
        currency: &str,
        vintage: &str,
        years: &[(i64, i64, GdpStatus)],
    ) {
        let id = SeriesId::new(&format!("gdp-{of}-{vintage}")).unwrap();
        let value = |bn: i64, status| GdpValue {
            value: Decimal::from(bn) * Decimal::from(1_000_000_000_u64),
            usd: None,
            eur: None,
            status,
        };
        let years = years
            .iter()
            .map(|(y, bn, status)| (year(*y), value(*bn, *status)))
            .collect();
        self.data.reference.gdp.insert(
            id.clone(),
            GdpSeries {
                id,
                country: party(of),
                vintage: vintage.to_owned(),
                currency: currency.parse().unwrap(),
                source: SourceId::new("ref-gdp").unwrap(),
                eur_method: None,
                years,
            },
        );
    }

    /// A page of the press, published on a day (or on none that is known).
    pub(crate) fn source(&mut self, id: &str, published: &str) -> SourceId {
        let id = SourceId::new(id).unwrap();
        let source = Source {
            id: id.clone(),
            title: String::from("A page"),
            publisher: String::new(),
            url: String::from("https://example.org/a"),
            published: (!published.is_empty()).then(|| published.parse().unwrap()),
            read_on: None,
            language: String::from("en"),
            kind: SourceKind::Press,
            read_from: None,
            official: None,
            licence: None,
            archived: None,
            notes: Notes::new(),
        };
        self.data.sources.insert(id.clone(), source);
        id
    }

    /// A commitment; its party is the beginning of its id: `lt-c01`.
    pub(crate) fn promises(
        &mut self,
        id: &str,
        stage: Stage,
        amount: &str,
        time: &str,
    ) -> &mut Commitment {
        let agreement = format!("{}-2024", &id[..2]);
        let id = CommitmentId::new(id).unwrap();
        let commitment = Commitment {
            id: id.clone(),
            agreement: AgreementId::new(&agreement).unwrap(),
            area: Area::MilitaryAssistance,
            summary: String::from("A promise"),
            wording: Wording::Will,
            stage,
            locator: None,
            cite: Citation::default(),
            aid_type: Some(AidType::Military),
            amount: Some(Amount {
                form: form(amount),
                period: period(time),
            }),
            other_figures: Vec::new(),
            preferred_because: None,
            quantity: None,
            part_of: None,
            same_as: None,
            supersedes: Vec::new(),
            status: Vec::new(),
            notes: Notes::new(),
        };
        self.data
            .commitments
            .entry(id)
            .insert_entry(commitment)
            .into_mut()
    }

    /// A military package announced on a day; its party is the beginning of its id.
    pub(crate) fn gives(
        &mut self,
        id: &str,
        stage: Stage,
        amount: &str,
        time: &str,
        day: &str,
    ) -> &mut AidEntry {
        let of = party(&id[..2].to_uppercase());
        let id = AidId::new(id).unwrap();
        let entry = AidEntry {
            id: id.clone(),
            party: of,
            record: Record::Package,
            stage,
            aid_type: AidType::Military,
            instrument: Instrument::Unknown,
            summary: String::from("A package"),
            figure: Figure {
                amount: Amount {
                    form: form(amount),
                    period: period(time),
                },
                as_reported: None,
                cite: Citation::default(),
                date: None,
            },
            other_figures: Vec::new(),
            preferred_because: None,
            period_as_written: None,
            date: (!day.is_empty()).then(|| day.parse().unwrap()),
            part_of: None,
            fulfils: Vec::new(),
            counted_in: None,
            same_as: None,
            supersedes: Vec::new(),
            joint: false,
            quantity: None,
            origin: None,
            notes: Notes::new(),
        };
        self.data.aid.entry(id).insert_entry(entry).into_mut()
    }

    /// A military running total from a day (or unknown) to a day.
    pub(crate) fn counts(
        &mut self,
        id: &str,
        stage: Stage,
        amount: &str,
        since: &str,
        until: &str,
    ) -> &mut AidEntry {
        let date = |s: &str| (!s.is_empty()).then(|| s.parse().unwrap());
        let entry = self.gives(id, stage, amount, "", until);
        entry.record = Record::RunningTotal {
            since: date(since),
            as_counted_on: date(until),
        };
        entry
    }

    pub(crate) fn assumptions(&self) -> Assumptions {
        Assumptions::of(&self.data)
    }

    pub(crate) fn ledger(&self) -> Ledger {
        self.under(self.assumptions())
    }

    pub(crate) fn under(&self, assumptions: Assumptions) -> Ledger {
        Ledger::new(Arc::new(self.data.clone()), assumptions)
    }

    pub(crate) fn total(&self, of: &str, stage: Stage, span: Span) -> StagedTotal {
        self.ledger()
            .total(&Query::all(stage).of(&party(of)).over(span))
    }
}

pub(crate) fn fulfils(entry: &mut AidEntry, commitment: &str) {
    entry.fulfils.push(Fulfils {
        commitment: CommitmentId::new(commitment).unwrap(),
        share: Percent::FULL,
    });
}

/// Bounds in few signs: `35`, `≈80`, `0…3`, `500…`, `–`, with `+1 n/d`, `+1 n/c`, `est`.
pub(crate) fn told(bounds: &Bounds) -> String {
    if bounds.is_nothing() {
        return String::from("–");
    }
    let mut out = String::new();
    if bounds.has_number() {
        if bounds.about > 0 {
            out.push('≈');
        }
        out += &bounds.low.normalize().to_string();
        match bounds.high {
            None => out.push('…'),
            Some(high) if high != bounds.low => {
                out.push('…');
                out += &high.normalize().to_string();
            }
            Some(_) => {}
        }
    }
    for (n, what) in [(bounds.undisclosed, "n/d"), (bounds.not_converted, "n/c")] {
        if n > 0 {
            out += &[" +", &n.to_string(), " ", what].concat();
        }
    }
    if bounds.estimate {
        out += " est";
    }
    out.trim().to_owned()
}

pub(crate) fn sum(total: &StagedTotal) -> String {
    told(total.bounds())
}

pub(crate) fn in_year(y: i64) -> Span {
    Span::Year(year(y))
}

/// Why a record is not in a total.
pub(crate) fn reason(total: &StagedTotal, id: &str) -> Option<Reason> {
    fn find(tree: &Derivation, id: &str) -> Option<Reason> {
        let here = tree
            .excluded
            .iter()
            .find(|e| e.record.as_str() == id)
            .map(|e| e.reason.clone());
        here.or_else(|| tree.children.iter().find_map(|child| find(child, id)))
    }
    find(total.derivation(), id)
}
