//! What an import tells: the plan as a table, as CSV, as JSON, and row by row.

use rust_decimal::Decimal;
use serde_json::{Value, json};

use super::super::output::{self, Cell, Column, Sheet, decimal};
use super::Found;
use crate::edit::Key;
use crate::exchange::import::plan::{Counted, Group, Outcome, Summary};
use crate::exchange::import::{Layout, Merge, Plan, told};
use crate::exchange::table::noted;
use crate::model::{Currency, Dataset};
use crate::text::{Texts, numbers, words};

fn about(found: &Found, texts: Texts) -> String {
    let layout = match &found.profile {
        Some(name) => texts.with("cli-import-profile", &[("name", name.into())]),
        None => told::layout(&found.setup.layout, texts),
    };
    let file = found.plan.file().name.as_str();
    let sheet = found.opened.sheets().get(found.setup.sheet);
    match sheet.and_then(|sheet| sheet.name.as_deref()) {
        Some(sheet) => texts.with(
            "cli-import-about-sheet",
            &[
                ("file", file.into()),
                ("sheet", sheet.into()),
                ("layout", layout.into()),
            ],
        ),
        None => texts.with(
            "cli-import-about-file",
            &[("file", file.into()), ("layout", layout.into())],
        ),
    }
}

/// The plan for people.
pub(super) fn table(found: &Found, summary: &Summary, dataset: &Dataset, texts: Texts) -> String {
    let mut parts = vec![format!("{}\n", about(found, texts))];
    if found.setup.layout == Layout::Columns {
        parts.push(columns(found, texts));
    }
    let args = [
        ("entries", summary.entries.into()),
        ("rows", numbers::count(summary.rows, texts).into()),
    ];
    parts.push(format!("{}\n", texts.with("cli-import-entries", &args)));
    if !summary.groups.is_empty() {
        parts.push(groups(summary, dataset, texts));
    }
    if !summary.reasons.is_empty() {
        parts.push(reasons(summary, texts));
    }
    let more = remarks(found, summary, texts);
    if !more.is_empty() {
        parts.push(format!("{}\n", more.join("\n")));
    }
    parts.join("\n")
}

fn columns(found: &Found, texts: Texts) -> String {
    let nothing = || texts.get("cli-import-nothing-held");
    let rows = found.setup.mapping.columns.iter().enumerate();
    let rows = rows.filter(|(_, column)| column.field.is_some() || !column.name.is_empty());
    let rows = rows.map(|(at, column)| {
        let name = match column.name.as_str() {
            "" => format!("#{}", at + 1),
            name => name.to_owned(),
        };
        let held = column.field.map(|field| told::field(field, texts));
        let sure = match column.field {
            Some(_) => format!("{} %", column.confidence),
            None => String::new(),
        };
        vec![
            Cell::Text(name),
            Cell::Text(held.unwrap_or_else(nothing)),
            Cell::Text(sure),
            Cell::Text(match column.field {
                Some(_) => told::why(column.why, texts),
                None => String::new(),
            }),
        ]
    });
    let sheet = Sheet {
        columns: vec![
            Column::new("column", texts.get("cli-import-column")).cut(50),
            Column::new("holds", texts.get("cli-import-holds")),
            Column::new("sure", texts.get("cli-import-sure")),
            Column::new("why", texts.get("cli-import-why")),
        ],
        rows: rows.collect(),
        unit: Currency::EUR,
    };
    format!(
        "{}\n{}",
        texts.get("cli-import-columns"),
        sheet.table(texts)
    )
}

fn groups(summary: &Summary, dataset: &Dataset, texts: Texts) -> String {
    let row = |(group, counted): (&Group, &Counted)| {
        let code = group.currency.map(|currency| currency.to_string());
        let unit = group.currency.unwrap_or(Currency::EUR);
        vec![
            Cell::Text(told::giver(&group.party, dataset, texts)),
            Cell::Text(words::stage(group.stage, texts)),
            Cell::Text(words::aid_type(group.aid_type, texts)),
            Cell::Text(code.unwrap_or_default()),
            Cell::Count(u64::try_from(counted.entries).unwrap_or(u64::MAX)),
            Cell::Number(
                counted.low,
                numbers::bounds_exact(&counted.bounds(), unit, texts),
            ),
        ]
    };
    let sheet = Sheet {
        columns: vec![
            Column::new("party", texts.get("cli-import-party")),
            Column::new("stage", texts.get("cli-import-stage")),
            Column::new("type", texts.get("cli-import-type")),
            Column::new("currency", texts.get("cli-import-currency")),
            Column::new("entries", texts.get("cli-import-count")),
            Column::new("sum", texts.get("cli-import-sum")),
        ],
        rows: summary.groups.iter().map(row).collect(),
        unit: Currency::EUR,
    };
    sheet.table(texts)
}

fn reasons(summary: &Summary, texts: Texts) -> String {
    let rows = summary.reasons.values().map(|reason| {
        let first = reason.first.first();
        let mut named: Vec<(&String, &usize)> = reason.texts.iter().collect();
        named.sort_by(|a, b| b.1.cmp(a.1).then(a.0.cmp(b.0)));
        let named = named.iter().take(5).map(|(text, _)| text.as_str());
        vec![
            Cell::Text(told::reason(&reason.why, texts)),
            Cell::Count(u64::try_from(reason.rows).unwrap_or(u64::MAX)),
            Cell::Text(first.map_or_else(String::new, |place| told::place(place, texts))),
            Cell::Text(named.collect::<Vec<_>>().join("; ")),
        ]
    });
    let sheet = Sheet {
        columns: vec![
            Column::new("reason", texts.get("cli-import-left-out")),
            Column::new("rows", texts.get("cli-import-rows")),
            Column::new("first", texts.get("cli-import-first")),
            Column::new("texts", texts.get("cli-import-texts")).cut(60),
        ],
        rows: rows.collect(),
        unit: Currency::EUR,
    };
    sheet.table(texts)
}

/// What the file is like, new parties, what is likely here, doubts.
fn remarks(found: &Found, summary: &Summary, texts: Texts) -> Vec<String> {
    let plan = &found.plan;
    let notes = found.opened.notes().iter();
    let mut said: Vec<String> = notes.map(|note| noted(note, texts)).collect();
    if !summary.new_parties.is_empty() {
        let ids = summary.new_parties.iter().map(|state| state.id);
        let names = ids.collect::<Vec<_>>().join(", ");
        said.push(texts.with("cli-import-new-parties", &[("names", names.into())]));
    }
    if summary.likely > 0 {
        let few = plan.likely().iter().take(5);
        let mut ids: Vec<String> = few.map(|(_, id)| id.to_string()).collect();
        if summary.likely > ids.len() {
            ids.push("…".to_owned());
        }
        let args = [
            ("count", summary.likely.into()),
            ("ids", ids.join(", ").into()),
        ];
        said.push(texts.with("cli-import-likely", &args));
    }
    if summary.voices > 0 {
        let args = [("count", summary.voices.into())];
        said.push(texts.with("cli-import-voices", &args));
    }
    let doubts = summary.doubts.iter().map(|doubt| told::doubt(doubt, texts));
    said.extend(doubts.map(|doubt| texts.with("cli-import-doubt", &[("doubt", doubt.into())])));
    said
}

/// What is said, a line each, when it was done.
pub(super) fn words(found: &Found, summary: &Summary, reported: bool, texts: Texts) -> Vec<String> {
    let left: usize = summary.reasons.values().map(|reason| reason.rows).sum();
    let args = [
        ("file", found.plan.file().name.as_str().into()),
        ("entries", summary.entries.into()),
        ("left", left.into()),
    ];
    let mut said = vec![texts.with("cli-import-done", &args)];
    // What should be looked at goes first.
    let troubles = summary.reasons.values().filter(|r| r.why.is_trouble());
    let others = summary.reasons.values().filter(|r| !r.why.is_trouble());
    for reason in troubles.chain(others) {
        let first = reason.first.first();
        let place = first.map_or_else(String::new, |place| told::place(place, texts));
        let why = told::skip(&reason.why, texts);
        said.push(format!(
            "{}: {} ({place}: {why})",
            told::reason(&reason.why, texts),
            reason.rows
        ));
    }
    if left > 0 && !reported {
        said.push(texts.get("cli-import-report-hint"));
    }
    said.extend(remarks(found, summary, texts));
    said
}

/// What became of records that were merged, a line each.
pub(super) fn merged(merge: &Merge, file: &str, replaced: bool, texts: Texts) -> Vec<String> {
    let args = [
        ("file", file.into()),
        ("added", merge.added.len().into()),
        ("same", merge.same.to_string().into()),
        ("differing", merge.differing.len().to_string().into()),
    ];
    let mut said = vec![texts.with("cli-import-merged", &args)];
    let ids = |keys: &[Key]| {
        let all: Vec<String> = keys.iter().map(Key::to_string).collect();
        all.join(", ")
    };
    if !merge.differing.is_empty() {
        let args = [("ids", ids(&merge.differing).into())];
        said.push(if replaced {
            texts.with("cli-import-replaced", &args)
        } else {
            texts.with("cli-import-differing", &args)
        });
    }
    if !merge.taken.is_empty() {
        let args = [("ids", ids(&merge.taken).into())];
        said.push(texts.with("cli-import-taken", &args));
    }
    said
}

fn csv_line(fields: &[&str]) -> String {
    let quoted = fields.iter().map(|field| {
        if field.contains(['"', ',', '\n', '\r']) {
            format!("\"{}\"", field.replace('"', "\"\""))
        } else {
            (*field).to_owned()
        }
    });
    let mut line = quoted.collect::<Vec<_>>().join(",");
    line.push_str("\r\n");
    line
}

/// The plan as CSV: what is imported by party, stage, type and currency, and what is left out by reason.
pub(super) fn csv(summary: &Summary) -> String {
    let mut out = csv_line(&[
        "outcome",
        "reason",
        "party",
        "stage",
        "type",
        "currency",
        "count",
        "undisclosed",
        "parts",
        "voices",
        "low",
        "high",
    ]);
    for (group, counted) in &summary.groups {
        let currency = group.currency.map(|c| c.to_string()).unwrap_or_default();
        out.push_str(&csv_line(&[
            "entries",
            "",
            group.party.as_str(),
            group.stage.key(),
            group.aid_type.key(),
            &currency,
            &counted.entries.to_string(),
            &counted.undisclosed.to_string(),
            &counted.parts.to_string(),
            &counted.voices.to_string(),
            &decimal(counted.low),
            &counted.high.map(decimal).unwrap_or_default(),
        ]));
    }
    for (key, reason) in &summary.reasons {
        let rows = reason.rows.to_string();
        let fields = ["left_out", key, "", "", "", "", &rows, "", "", "", "", ""];
        out.push_str(&csv_line(&fields));
    }
    out
}

/// The plan as JSON.
pub(super) fn json(found: &Found, summary: &Summary, texts: Texts) -> String {
    let groups = summary.groups.iter().map(|(group, counted)| {
        let unit = group.currency.map(|c| c.to_string()).unwrap_or_default();
        json!({
            "party": group.party.as_str(),
            "type": group.aid_type.key(),
            "entries": counted.entries,
            "parts": counted.parts,
            "voices": counted.voices,
            "amount": output::bounds(&counted.bounds(), &unit, group.stage),
        })
    });
    let reasons = summary.reasons.iter().map(|(key, reason)| {
        let first = reason.first.iter();
        let first = first.map(|place| json!({ "sheet": place.sheet, "row": place.row }));
        json!({
            "reason": key,
            "rows": reason.rows,
            "trouble": reason.why.is_trouble(),
            "first": first.collect::<Vec<Value>>(),
            "texts": reason.texts,
        })
    });
    let columns = found.setup.mapping.columns.iter().map(|column| {
        json!({
            "name": column.name,
            "field": column.field.map(crate::exchange::import::fields::Field::key),
            "confidence": column.confidence,
        })
    });
    let likely = found.plan.likely().iter().filter_map(|(at, id)| {
        let place = &found.plan.draft(*at)?.place;
        Some(json!({ "sheet": place.sheet, "row": place.row, "id": id.as_str() }))
    });
    let doubts = summary.doubts.iter().map(|doubt| told::doubt(doubt, texts));
    let sheet = found.opened.sheets().get(found.setup.sheet);
    let file = found.plan.file();
    let value = json!({
        "file": file.name,
        "sha256": file.sha256,
        "layout": found.setup.layout.key(),
        "profile": found.profile,
        "sheet": sheet.and_then(|sheet| sheet.name.as_deref()),
        "columns": columns.collect::<Vec<Value>>(),
        "rows": summary.rows,
        "entries": summary.entries,
        "groups": groups.collect::<Vec<Value>>(),
        "new_parties": summary.new_parties.iter().map(|state| state.id).collect::<Vec<_>>(),
        "likely": likely.collect::<Vec<Value>>(),
        "left_out": reasons.collect::<Vec<Value>>(),
        "doubts": doubts.collect::<Vec<String>>(),
    });
    output::pretty(&value)
}

/// What becomes of each row, as CSV: a line an entry or a row that is left out.
pub(super) fn report(plan: &Plan, texts: Texts) -> String {
    let mut out = csv_line(&[
        "sheet",
        "row",
        "key",
        "outcome",
        "reason",
        "id",
        "party",
        "stage",
        "type",
        "currency",
        "low",
        "high",
        "date",
        "raw_amount",
        "raw_date",
        "told",
    ]);
    for row in plan.rows() {
        let number = row.place.row.to_string();
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        let (outcome, reason, id, party) = match row.outcome {
            Outcome::New(party) => ("new", "", String::new(), party.to_string()),
            Outcome::Voice(party, id) => ("voice", "", id.to_string(), party.to_string()),
            Outcome::Skipped(why) => ("left_out", why.key(), String::new(), String::new()),
        };
        let why = match row.outcome {
            Outcome::Skipped(why) => told::skip(why, texts),
            _ => String::new(),
        };
        let draft = row.draft;
        let form = draft.map(|draft| draft.amount.form);
        let (low, high) = form.map_or((String::new(), String::new()), ends);
        let currency = form.and_then(|form| form.currency());
        let party = match draft {
            Some(draft) if party.is_empty() => draft.party.clone(),
            _ => party,
        };
        out.push_str(&csv_line(&[
            &text(&row.place.sheet),
            &number,
            &text(&row.place.key),
            outcome,
            reason,
            &id,
            &party,
            draft.map_or("", |draft| draft.stage.key()),
            draft.map_or("", |draft| draft.aid_type.key()),
            &currency.map(|c| c.to_string()).unwrap_or_default(),
            &low,
            &high,
            &draft
                .and_then(|draft| draft.date)
                .map(|date| date.to_string())
                .unwrap_or_default(),
            &text(&row.place.amount),
            &text(&row.place.date),
            &why,
        ]));
    }
    out
}

fn ends(form: crate::model::AmountForm) -> (String, String) {
    use crate::model::AmountForm as Form;
    let (low, high) = match form {
        Form::Exact(sum) | Form::About(sum) => (Some(sum.value()), Some(sum.value())),
        Form::UpTo(sum) => (Some(Decimal::ZERO), Some(sum.value())),
        Form::AtLeast(sum) => (Some(sum.value()), None),
        Form::Range(range) => (Some(range.low().value()), Some(range.high().value())),
        Form::GdpShare(_) | Form::Undisclosed(_) => (None, None),
    };
    let told = |value: Option<Decimal>| value.map(decimal).unwrap_or_default();
    (told(low), told(high))
}
