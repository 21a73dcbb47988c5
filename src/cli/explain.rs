//! `explain`: the tree under a number, down to the phrase and the link.

use std::sync::Arc;

use serde_json::{Value, json};

use super::args::{Format, aid_type_of, stage_of, year};
use super::context::Context;
use super::output::{Cell, Column, Sheet, decimal, pretty, ratio};
use super::{Done, Outcome, fulfilment, no_ron, tree};
use crate::ledger::{Bounds, Conversion, Derivation, Leaf, Query, Ratio, Span, StagedTotal};
use crate::model::{MoneyId, Stage};
use crate::report::Report;
use crate::text::{derivation, numbers};

/// The word that asks for a fulfilment.
const FULFILMENT: &str = "fulfilment";

/// One tree to print.
struct Tree {
    total: StagedTotal,
    ratio: Option<Ratio>,
    /// In a fulfilment: whether it is the promise or what arrived.
    part: Option<&'static str>,
}

impl Tree {
    fn derivation(&self) -> &Arc<Derivation> {
        self.total.derivation()
    }
}

/// A number that was asked for, with its trees.
struct Explained {
    asked: String,
    trees: Vec<Tree>,
    is_fulfilment: bool,
}

/// Runs `explain`.
pub(super) fn run(context: &Context, typed: &[String]) -> Outcome {
    let mut explained = Vec::new();
    for words in targets(context, typed) {
        explained.push(explain(context, &words)?);
    }
    let data = match context.format {
        Format::Table => told(context, &explained),
        Format::Csv => csv(context, &explained),
        Format::Json => pretty(&json_of(context, &explained)),
        Format::Ron => return Err(no_ron(context.texts, "explain")),
    };
    Ok(Done::fine(data))
}

fn begins_total(word: &str) -> bool {
    stage_of(word).is_some() || word == FULFILMENT
}

/// `pledged:LT:2024` and `pledged LT 2024` are the same number; an id is one by itself.
fn targets(context: &Context, typed: &[String]) -> Vec<Vec<String>> {
    let mut targets: Vec<Vec<String>> = Vec::new();
    let mut open = false;
    for word in typed {
        let is_record = context.dataset().money(word).is_some();
        if word.contains(':') {
            targets.push(word.split(':').map(str::to_owned).collect());
            open = false;
        } else if begins_total(word) {
            targets.push(vec![word.clone()]);
            open = true;
        } else if let Some(last) = targets
            .last_mut()
            .filter(|last| open && (!is_record || last.as_slice() == [FULFILMENT]))
        {
            last.push(word.clone());
        } else {
            targets.push(vec![word.clone()]);
            open = false;
        }
    }
    targets
}

fn explain(context: &Context, words: &[String]) -> Result<Explained, Box<Report>> {
    let asked = words.join(":");
    let first = words.first().map(String::as_str).unwrap_or_default();
    if first == FULFILMENT {
        return fulfilment_of(context, asked, words.get(1..).unwrap_or_default());
    }
    let total = match stage_of(first) {
        Some(stage) => {
            let mut query = Query::all(stage);
            for word in words.iter().skip(1) {
                query = narrowed(context, query, word)?;
            }
            context.ledger.total(&query)
        }
        None => record(context, &asked)?,
    };
    Ok(Explained {
        asked,
        trees: vec![Tree {
            total,
            ratio: None,
            part: None,
        }],
        is_fulfilment: false,
    })
}

fn record(context: &Context, typed: &str) -> Result<StagedTotal, Box<Report>> {
    // Ids of records are written in small letters; who types LT-A01 means lt-a01.
    let small = typed.to_lowercase();
    let is_there = context.dataset().money(typed).is_some();
    let id = if is_there { typed } else { small.as_str() };
    if let Some(total) = MoneyId::new(id)
        .ok()
        .and_then(|id| context.ledger.record(&id))
    {
        return Ok(total);
    }
    let texts = context.texts;
    let usage = |message: String, hint: String| Err(Box::new(Report::usage(message, Some(hint))));
    if context.dataset().money(id).is_some() {
        let message = texts.with("cli-no-amount", &[("id", id.into())]);
        return usage(
            message,
            texts.with("cli-no-amount-hint", &[("id", id.into())]),
        );
    }
    let message = texts.with("cli-unknown-number", &[("id", typed.into())]);
    usage(message, texts.get("cli-unknown-number-hint"))
}

/// A query with one more word: a party, a year, a type; an empty one says nothing.
fn narrowed(context: &Context, query: Query, word: &str) -> Result<Query, Box<Report>> {
    if word.is_empty() {
        return Ok(query);
    }
    if let Some(aid_type) = aid_type_of(word) {
        return Ok(query.typed(Some(aid_type)));
    }
    if word.bytes().all(|b| b.is_ascii_digit()) {
        let year = year(word).map_err(|message| Box::new(Report::usage(message, None)))?;
        return Ok(query.over(Span::Year(year)));
    }
    let party = context.known_party(word)?;
    let mut parties = query.parties.clone().unwrap_or_default();
    parties.push(party);
    Ok(Query {
        parties: Some(parties),
        ..query
    })
}

fn fulfilment_of(
    context: &Context,
    asked: String,
    words: &[String],
) -> Result<Explained, Box<Report>> {
    let texts = context.texts;
    let Some((id, rest)) = words.split_first() else {
        let message = texts.get("cli-fulfilment-of-whom");
        return Err(Box::new(Report::usage(message, None)));
    };
    let mut of_year = None;
    for word in rest.iter().filter(|word| !word.is_empty()) {
        of_year = Some(year(word).map_err(|message| Box::new(Report::usage(message, None)))?);
    }
    let promise = fulfilment::promise(context, id, of_year)?;
    let found = context
        .ledger
        .fulfilment(&promise.party, &promise.commitments, promise.span);
    let promised = found.promised.into_iter().map(|total| Tree {
        total,
        ratio: None,
        part: Some("promised"),
    });
    let arrived = found.arrived.into_iter().map(|(total, ratio)| Tree {
        total,
        ratio,
        part: Some("arrived"),
    });
    Ok(Explained {
        asked,
        trees: promised.chain(arrived).collect(),
        is_fulfilment: true,
    })
}

fn told(context: &Context, explained: &[Explained]) -> String {
    let texts = context.texts;
    let mut blocks: Vec<String> = Vec::new();
    for number in explained {
        if number.trees.is_empty() {
            blocks.push(
                texts.with(
                    "cli-nothing-promised",
                    &[("asked", number.asked.as_str().into())],
                ) + "\n",
            );
        }
        for tree in &number.trees {
            let mut block = derivation::plain(tree.derivation(), context.dataset(), texts);
            if let Some(ratio) = &tree.ratio {
                let told = numbers::ratio(ratio, texts);
                let line = texts.with("cli-of-the-promise", &[("ratio", told.into())]);
                block.push_str(&["[R9] ", &line, "\n"].concat());
            }
            blocks.push(block);
        }
    }
    blocks.join("\n") + &context.assumptions_line()
}

fn json_of(context: &Context, explained: &[Explained]) -> Value {
    let one = |number: &Explained| {
        let mut object = json!({
            "asked": number.asked,
            "assumptions": context.ledger.assumptions(),
        });
        if number.is_fulfilment {
            let of = |part: &str| -> Value {
                let trees = number.trees.iter().filter(|tree| tree.part == Some(part));
                trees
                    .map(|tree| {
                        let mut root = tree::root(context, &tree.total);
                        root["ratio"] = tree.ratio.as_ref().map_or(Value::Null, ratio);
                        root
                    })
                    .collect()
            };
            object["promised"] = of("promised");
            object["arrived"] = of("arrived");
        } else if let (Some(tree), Some(object)) = (number.trees.first(), object.as_object_mut())
            && let Value::Object(root) = tree::root(context, &tree.total)
        {
            object.extend(root);
        }
        object
    };
    match explained {
        [number] => one(number),
        several => several.iter().map(one).collect(),
    }
}

/// A row a figure: the lowest level of the trees, with numbers that can be added up.
fn csv(context: &Context, explained: &[Explained]) -> String {
    let mut rows = Vec::new();
    for number in explained {
        for tree in &number.trees {
            let (derivation, stage) = (tree.derivation(), tree.total.stage());
            for (leaf, bounds) in derivation.leaves() {
                rows.push(figure(context, &number.asked, leaf, bounds, stage));
            }
        }
    }
    let keys = [
        "asked",
        "record",
        "party",
        "year",
        "original",
        "gdp",
        "from_per_eur",
        "to_per_eur",
        "share",
        "amount",
        "source",
        "phrase",
        "link",
    ];
    let unit = context.ledger.assumptions().currency;
    let sheet = Sheet {
        columns: keys.map(Column::data).into(),
        rows,
        unit,
    };
    sheet.counted_csv(context.ledger.assumptions())
}

fn figure(context: &Context, asked: &str, leaf: &Leaf, bounds: &Bounds, stage: Stage) -> Vec<Cell> {
    let optional = |text: Option<String>| text.map_or(Cell::Nothing, Cell::Text);
    let (gdp, rate) = match &leaf.conversion {
        Conversion::Gdp(step, rate) => (Some(step.gdp), rate.as_ref()),
        Conversion::Rate(rate) => (None, Some(rate)),
        _ => (None, None),
    };
    let source = leaf.source.as_ref();
    let link = source
        .and_then(|id| context.dataset().sources.get(id))
        .and_then(|source| source.link_to(leaf.phrase.as_deref()));
    vec![
        Cell::Text(asked.to_owned()),
        Cell::Text(leaf.record.to_string()),
        Cell::Text(leaf.party.to_string()),
        optional(leaf.year.map(|year| year.to_string())),
        Cell::Text(numbers::form_exact(&leaf.original, context.texts)),
        optional(gdp.map(decimal)),
        optional(rate.map(|rate| decimal(rate.from_per_eur))),
        optional(rate.map(|rate| decimal(rate.to_per_eur))),
        optional(leaf.share.as_ref().map(|(part, _)| decimal(*part))),
        Cell::Part(*bounds, context.ledger.assumptions().currency, stage),
        optional(source.map(ToString::to_string)),
        optional(leaf.phrase.clone()),
        optional(link),
    ]
}
