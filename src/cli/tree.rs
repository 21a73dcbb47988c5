//! A derivation as JSON: every step with its rule, every figure with its conversion, phrase and link.

use serde_json::{Map, Value, json};

use super::context::Context;
use super::output::{basis_object, bounds, decimal, ids, put_not_converted};
use crate::ledger::{
    Conversion, Derivation, Exclusion, Leaf, Rate, RatePeriod, Reason, ShareOf, Span, StagedTotal,
    Step,
};
use crate::model::{
    AidType, AmountForm, Citation, GdpStatus, MoneyId, MoneyRecord, OtherFigure, ShareBound,
    SourceId, Stage,
};

/// The whole tree under a total, and once more its leaves alone, which add up to it (R12).
pub(super) fn root(context: &Context, total: &StagedTotal) -> Value {
    let teller = Teller {
        context,
        stage: total.stage(),
    };
    let derivation = total.derivation();
    let mut root = teller.node(derivation);
    let leaves = derivation.leaves().into_iter().map(|(leaf, of)| {
        let mut object = Map::new();
        object.insert("record".to_owned(), json!(leaf.record.as_str()));
        object.insert("year".to_owned(), json!(leaf.year));
        object.insert(
            "amount".to_owned(),
            bounds(of, derivation.unit.code(), total.stage()),
        );
        put_not_converted(&mut object, "amount", of);
        Value::Object(object)
    });
    root["leaves"] = leaves.collect();
    root
}

fn span(span: Span) -> Value {
    match span {
        Span::All => json!("all"),
        Span::Year(year) => json!(year),
        Span::NotSplit => json!("not_split"),
        Span::Announced(from, to) => json!({ "from": from.to_string(), "to": to.to_string() }),
    }
}

struct Teller<'a> {
    context: &'a Context,
    stage: Stage,
}

impl Teller<'_> {
    fn node(&self, node: &Derivation) -> Value {
        let mut object = match &node.step {
            Step::Leaf(leaf) => self.leaf(leaf),
            step => sum(step),
        };
        object.insert(
            "amount".to_owned(),
            bounds(&node.bounds, node.unit.code(), self.stage),
        );
        put_not_converted(&mut object, "amount", &node.bounds);
        if matches!(node.step, Step::Leaf(_)) {
            return Value::Object(object);
        }
        object.insert("basis".to_owned(), basis_object(&node.basis));
        object.insert("ids".to_owned(), json!(ids(node)));
        let children = node.children.iter().map(|child| self.node(child));
        object.insert("children".to_owned(), children.collect());
        let excluded = node.excluded.iter().map(exclusion);
        object.insert("excluded".to_owned(), excluded.collect());
        let candidates = node.candidates.iter().map(|candidate| {
            json!({
                "basis": basis_object(&candidate.basis),
                "amount": bounds(&candidate.bounds, node.unit.code(), self.stage),
                "reported_not_itemised_here": decimal(candidate.behind),
                "rule": "R4",
            })
        });
        object.insert("candidates".to_owned(), candidates.collect());
        Value::Object(object)
    }

    fn leaf(&self, leaf: &Leaf) -> Map<String, Value> {
        let record = self.context.dataset().money(leaf.record.as_str());
        let (others, because) = match record {
            Some(MoneyRecord::Commitment(c, _)) => {
                (c.other_figures.as_slice(), c.preferred_because.as_deref())
            }
            Some(MoneyRecord::Aid(a)) => {
                (a.other_figures.as_slice(), a.preferred_because.as_deref())
            }
            None => (&[][..], None),
        };
        let other = |other: &OtherFigure| {
            let mut object = self.cited(&other.figure.cite);
            object.insert("original".to_owned(), form(&other.figure.amount.form));
            object.insert(
                "why_not_preferred".to_owned(),
                json!(other.why_not_preferred),
            );
            Value::Object(object)
        };
        let mut object = Map::new();
        object.insert("step".to_owned(), json!("figure"));
        object.insert("rule".to_owned(), json!("R10"));
        object.insert("record".to_owned(), json!(leaf.record.as_str()));
        object.insert("party".to_owned(), json!(leaf.party.as_str()));
        object.insert(
            "summary".to_owned(),
            json!(record.map(|r| r.summary().to_owned())),
        );
        object.insert("year".to_owned(), json!(leaf.year));
        object.insert("original".to_owned(), form(&leaf.original));
        object.insert("conversion".to_owned(), self.conversion(&leaf.conversion));
        object.insert("share".to_owned(), share(leaf));
        let years = leaf
            .read_as_years
            .map(|(from, to)| json!({ "from": from, "to": to, "rule": "R6" }));
        object.insert("read_as_years".to_owned(), json!(years));
        let rest = leaf
            .not_itemised
            .map(|rest| json!({ "low": decimal(rest), "rule": "R3" }));
        object.insert("not_itemised".to_owned(), json!(rest));
        object.insert(
            "figure".to_owned(),
            json!(
                leaf.other_figure
                    .map_or_else(|| json!("preferred"), |at| json!(at))
            ),
        );
        object.insert("preferred_because".to_owned(), json!(because));
        object.insert(
            "other_figures".to_owned(),
            others.iter().map(other).collect(),
        );
        object.extend(self.source(leaf.source.as_ref(), leaf.phrase.as_deref()));
        if let Some(MoneyRecord::Aid(entry)) = record
            && let Some(origin) = entry.origin.as_deref()
        {
            let dataset = self.context.dataset();
            let source = dataset.sources.get(&origin.file);
            let archived = source.and_then(|source| source.archived.as_ref());
            let origin = json!({
                "file": archived.map(|archived| archived.path.as_str()),
                "sha256": archived.map(|archived| archived.sha256.as_str()),
                "sheet": origin.sheet,
                "row": origin.row,
                "key": origin.key,
                "amount": origin.amount,
                "date": origin.date,
                "link": origin.link,
            });
            object.insert("origin".to_owned(), origin);
        }
        object
    }

    fn cited(&self, cite: &Citation) -> Map<String, Value> {
        let phrase = cite.phrase.as_ref().map(|phrase| phrase.0.as_str());
        self.source(cite.source.as_ref(), phrase)
    }

    fn source(&self, id: Option<&SourceId>, phrase: Option<&str>) -> Map<String, Value> {
        let source = id.and_then(|id| self.context.dataset().sources.get(id));
        let mut object = Map::new();
        object.insert("source".to_owned(), json!(id.map(SourceId::as_str)));
        object.insert(
            "title".to_owned(),
            json!(source.map(|source| source.title.as_str())),
        );
        object.insert("phrase".to_owned(), json!(phrase));
        object.insert(
            "link".to_owned(),
            json!(source.and_then(|source| source.link_to(phrase))),
        );
        object
    }

    fn conversion(&self, conversion: &Conversion) -> Value {
        match conversion {
            Conversion::Undisclosed => json!({ "kind": "undisclosed", "rule": "R2" }),
            Conversion::None => json!({ "kind": "none", "rule": null }),
            Conversion::Rate(found) => {
                let mut object = rate(found);
                object["kind"] = json!("rate");
                object
            }
            Conversion::Gdp(step, found) => {
                let series = self.context.dataset().reference.gdp.get(&step.series);
                json!({
                    "kind": "gdp",
                    "rule": "R6",
                    "gdp": decimal(step.gdp),
                    "currency": step.currency.code(),
                    "year": step.year,
                    "carried_from": step.carried_from,
                    "estimate": step.status == GdpStatus::Estimate,
                    "vintage": step.vintage,
                    "series": step.series.as_str(),
                    "source": series.map(|series| series.source.as_str()),
                    "rate": found.as_ref().map(rate),
                })
            }
            Conversion::NoRate { currency, period } => json!({
                "kind": "no_rate",
                "rule": "R7",
                "currency": currency.code(),
                "period": rate_period(period),
            }),
            Conversion::NoGdp { country, year } => json!({
                "kind": "no_gdp",
                "rule": "R6",
                "country": country.as_str(),
                "year": year,
            }),
        }
    }
}

fn sum(step: &Step) -> Map<String, Value> {
    let mut object = sum_of(step);
    let instrument = match step {
        Step::AllParties { instrument, .. } | Step::Party { instrument, .. } => *instrument,
        _ => None,
    };
    // Most sums are of all instruments, and then none is named.
    if let Some(instrument) = instrument {
        object.insert("instrument".to_owned(), json!(instrument.key()));
    }
    object
}

fn sum_of(step: &Step) -> Map<String, Value> {
    let aid_type = |of: &Option<AidType>| json!(of.map(AidType::key));
    let value = match step {
        Step::AllParties {
            stage,
            aid_type: of,
            span: over,
            ..
        } => json!({
            "step": "all_parties", "rule": "R2", "stage": stage.key(), "type": aid_type(of), "span": span(*over),
        }),
        Step::Party {
            party,
            stage,
            aid_type: of,
            span: over,
            ..
        } => json!({
            "step": "party", "rule": "R4", "party": party.as_str(), "stage": stage.key(), "type": aid_type(of),
            "span": span(*over),
        }),
        Step::Promised {
            commitments,
            stage,
            span: over,
        } => json!({
            "step": "promised", "rule": "R9", "commitments": commitments, "stage": stage.key(),
            "span": span(*over),
        }),
        Step::Towards {
            commitments,
            stage,
            span: over,
        } => json!({
            "step": "towards", "rule": "R9", "commitments": commitments, "stage": stage.key(),
            "span": span(*over),
        }),
        Step::Chosen {
            stage,
            party,
            entries,
        } => json!({
            "step": "chosen", "rule": "R2", "party": party.as_ref().map(crate::model::PartyId::as_str),
            "stage": stage.key(), "entries": entries,
        }),
        Step::Record { record, stage } => json!({
            "step": "record", "rule": "R1", "record": record.as_str(), "stage": stage.key(),
        }),
        // Told by `leaf`.
        Step::Leaf(leaf) => json!({ "step": "figure", "record": leaf.record.as_str() }),
    };
    match value {
        Value::Object(object) => object,
        _ => Map::new(),
    }
}

/// An amount in the form that the source gives it.
pub(super) fn form(form: &AmountForm) -> Value {
    let money = |name: &str, money: &crate::model::Money| {
        json!({
            "form": name,
            "value": decimal(money.value()),
            "currency": money.currency().code(),
        })
    };
    match form {
        AmountForm::Exact(sum) => money("exact", sum),
        AmountForm::About(sum) => money("about", sum),
        AmountForm::UpTo(sum) => money("up_to", sum),
        AmountForm::AtLeast(sum) => money("at_least", sum),
        AmountForm::Range(range) => json!({
            "form": "range",
            "low": decimal(range.low().value()),
            "high": decimal(range.high().value()),
            "currency": range.low().currency().code(),
        }),
        AmountForm::GdpShare(share) => json!({
            "form": "gdp_share",
            "percent": decimal(share.percent.get()),
            "bound": match share.bound {
                ShareBound::Exact => "exact",
                ShareBound::About => "about",
                ShareBound::UpTo => "up_to",
                ShareBound::AtLeast => "at_least",
            },
        }),
        AmountForm::Undisclosed(currency) => json!({
            "form": "undisclosed",
            "currency": currency.as_ref().map(crate::model::Currency::code),
        }),
    }
}

fn rate(rate: &Rate) -> Value {
    json!({
        "rule": "R7",
        "from": rate.from.code(),
        "to": rate.to.code(),
        "from_per_eur": decimal(rate.from_per_eur),
        "to_per_eur": decimal(rate.to_per_eur),
        "period": rate_period(&rate.period),
        "sources": rate.sources.iter().map(SourceId::as_str).collect::<Vec<_>>(),
    })
}

fn rate_period(period: &RatePeriod) -> Value {
    match period {
        RatePeriod::Year(year) => json!(year.to_string()),
        RatePeriod::Month(year, month) => json!(format!("{year}-{month:02}")),
        RatePeriod::Days(from, to) => json!({ "from": from.to_string(), "to": to.to_string() }),
        RatePeriod::Unknown => Value::Null,
    }
}

fn share(leaf: &Leaf) -> Value {
    let Some((part, of)) = &leaf.share else {
        return Value::Null;
    };
    let (kind, rule, what) = match of {
        ShareOf::Fulfils(commitment) => ("fulfils", "R9", json!(commitment.as_str())),
        ShareOf::EuKey(key) => ("eu_key", "R8", json!(key.as_str())),
        ShareOf::EvenSplit(years) => ("even_split", "R5", json!(years)),
    };
    json!({ "part": decimal(*part), "kind": kind, "of": what, "rule": rule })
}

fn exclusion(excluded: &Exclusion) -> Value {
    let (kind, carrier): (&str, Option<&MoneyId>) = match &excluded.reason {
        Reason::PartOf(whole) => ("part_of", Some(whole)),
        Reason::InsideCommitment(whole) => ("inside_commitment", Some(whole)),
        Reason::SameAs(other) => ("same_as", Some(other)),
        Reason::CountedIn(other) => ("counted_in", Some(other)),
        Reason::SupersededBy(later) => ("superseded_by", Some(later)),
        Reason::Covered(total) => ("covered", Some(total)),
        Reason::RunningTotal => ("running_total", None),
        Reason::Joint => ("joint", None),
        Reason::AfterCutoff(_) => ("after_cutoff", None),
        Reason::NotSplit => ("not_split", None),
        Reason::Attributed => ("attributed", None),
    };
    json!({
        "record": excluded.record.as_str(),
        "year": excluded.year,
        "reason": kind,
        "rule": excluded.reason.rule().id(),
        "carrier": carrier.map(MoneyId::as_str),
    })
}
