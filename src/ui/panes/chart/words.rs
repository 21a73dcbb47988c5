//! The words of a chart: title, subtitle, note, and each mark's value.

use std::collections::BTreeSet;

use crate::ledger::{Bounds, Conversion, Ratio};
use crate::model::SourceId;
use crate::text::{Texts, dates, numbers, words};
use crate::ui::PaneCtx;
use crate::views::{Chart, ChartKind, ChartMark, ChartUnit};

pub(super) fn kind(kind: ChartKind, texts: Texts) -> String {
    texts.get(match kind {
        ChartKind::Ranked => "chart-kind-ranked",
        ChartKind::PercentOfGdp => "chart-kind-gdp",
        ChartKind::PromisedAgainstArrived => "chart-kind-bullet",
        _ => "chart-kind-time",
    })
}

/// What the chart shows, in a few words.
pub(super) fn title(ctx: &PaneCtx<'_>, chart: &Chart) -> String {
    let texts = ctx.texts;
    let stage = words::stage(chart.request.stage, texts);
    let of = match chart.request.parties.as_deref() {
        Some([party]) => {
            let party = ctx.ledger.dataset().parties.get(party);
            party.map_or_else(String::new, |party| ctx.name(&party.name).to_owned())
        }
        _ => texts.get("chart-all-parties"),
    };
    let id = match chart.request.kind {
        ChartKind::Ranked => "chart-title-ranked",
        ChartKind::PercentOfGdp => "chart-title-gdp",
        ChartKind::PromisedAgainstArrived => "chart-title-bullet",
        _ => "chart-title-time",
    };
    let args = [("stage", stage.into()), ("who", of.into())];
    match id {
        "chart-title-ranked" => texts.with("chart-title-ranked", &args),
        "chart-title-gdp" => texts.with("chart-title-gdp", &args),
        "chart-title-bullet" => texts.with("chart-title-bullet", &args),
        _ => texts.with("chart-title-time", &args),
    }
}

/// The unit of the values.
pub(super) fn unit(chart: &Chart, texts: Texts) -> String {
    match chart.unit {
        ChartUnit::Currency(currency) => currency.to_string(),
        _ => texts.get("chart-unit-gdp"),
    }
}

/// Unit, time, type, cut-off, and the sum where the chart is one.
pub(super) fn subtitle(ctx: &PaneCtx<'_>, chart: &Chart) -> String {
    let texts = ctx.texts;
    let mut told = vec![unit(chart, texts)];
    told.push(
        chart
            .request
            .year
            .map_or_else(|| texts.get("chart-all-years"), |year| year.to_string()),
    );
    told.push(words::aid_type_or_all(chart.request.aid_type, texts));
    if let Some(day) = ctx.ledger.assumptions().cutoff {
        told.push(texts.with("chart-as-known", &[("date", dates::day(day, texts).into())]));
    }
    if let Some(total) = &chart.total {
        let sum = numbers::bounds_short(total.bounds(), total.unit(), texts);
        told.push(texts.with("chart-total", &[("total", sum.into())]));
    }
    told.join(" · ")
}

/// What the chart cannot show: entries without a sum, parties without an entry.
pub(super) fn note(ctx: &PaneCtx<'_>, chart: &Chart) -> String {
    let texts = ctx.texts;
    let mut told = Vec::new();
    let undisclosed: u32 = chart.marks.iter().map(|mark| mark.value.undisclosed).sum();
    let missing: u32 = chart
        .marks
        .iter()
        .map(|mark| mark.value.not_converted)
        .sum();
    let counted = |id: &'static str, count: u32| match id {
        "n/d" => texts.with(
            "chart-note-undisclosed",
            &[("count", count.into()), ("shown", count.to_string().into())],
        ),
        _ => texts.with(
            "chart-note-not-converted",
            &[("count", count.into()), ("shown", count.to_string().into())],
        ),
    };
    if chart.request.kind != ChartKind::OverTime {
        if undisclosed > 0 {
            told.push(counted("n/d", undisclosed));
        }
        if missing > 0 {
            told.push(counted("n/c", missing));
        }
    }
    if chart.nothing_recorded > 0 {
        let count = chart.nothing_recorded;
        let args = [("count", count.into()), ("shown", count.to_string().into())];
        told.push(texts.with("chart-note-nothing", &args));
    }
    if chart.without_divisor > 0 {
        let count = chart.without_divisor;
        let args = [("count", count.into()), ("shown", count.to_string().into())];
        told.push(texts.with("chart-note-without-gdp", &args));
    }
    if chart.request.kind == ChartKind::OverTime {
        told.push(texts.get("chart-note-time"));
    } else {
        told.extend(signs(chart, texts));
    }
    told.join(" · ")
}

/// What the signs mean that this chart's bars bear.
fn signs(chart: &Chart, texts: Texts) -> Vec<String> {
    let any = |has: fn(&Bounds) -> bool| {
        let mut values = chart.marks.iter().map(|mark| &mark.value);
        values.any(|value| value.has_number() && has(value))
    };
    let mut told = Vec::new();
    if chart.request.kind == ChartKind::PromisedAgainstArrived {
        told.push(texts.get("chart-sign-promised"));
    }
    if any(|value| value.high.is_none()) {
        told.push(texts.get("chart-sign-open"));
    }
    if any(|value| value.estimate) {
        told.push(texts.get("chart-sign-estimate"));
    }
    if any(|value| value.high.is_some_and(|high| high > value.low)) {
        told.push(texts.get("chart-sign-range"));
    }
    told
}

/// Whose numbers these are: the dataset with its licence, and from how many documents.
pub(super) fn source(ctx: &PaneCtx<'_>, chart: &Chart) -> String {
    let texts = ctx.texts;
    let dataset = ctx.ledger.dataset();
    let mut documents: BTreeSet<&SourceId> = BTreeSet::new();
    let trees = chart.trees(ctx.ledger);
    for derivation in &trees {
        let leaves = derivation.leaves().into_iter();
        documents.extend(leaves.filter_map(|(leaf, _)| leaf.source.as_ref()));
    }
    let args = [
        ("count", documents.len().into()),
        ("shown", documents.len().to_string().into()),
    ];
    let told = texts.with("chart-source", &args);
    let header = &dataset.header;
    // What a licence says after its name is told where the dataset is.
    let licence = header.licence.split(';').next().unwrap_or_default();
    let mut all = vec![header.title.as_str(), licence, told.as_str()];
    all.retain(|text| !text.is_empty());
    all.join(" · ")
}

/// How much of the promise arrived at the stage asked for.
pub(super) fn ratio<'a>(chart: &Chart, mark: &'a ChartMark) -> Option<&'a Ratio> {
    let arrived = &mark.fulfilment.as_ref()?.arrived;
    let found = arrived
        .iter()
        .find(|(total, _)| total.stage() == chart.request.stage);
    found.and_then(|(_, ratio)| ratio.as_ref())
}

/// The GDP that a value is a share of.
pub(super) fn gdp(ctx: &PaneCtx<'_>, mark: &ChartMark) -> Option<String> {
    let (gdp, year) = mark.divisor?;
    let currency = ctx.ledger.assumptions().currency;
    let gdp = numbers::money_short(gdp, currency, ctx.texts);
    let args = [("gdp", gdp.into()), ("year", year.to_string().into())];
    Some(ctx.texts.with("chart-gdp-of", &args))
}

/// A mark's value as it stands at the end of its bar.
pub(super) fn value(chart: &Chart, bounds: &Bounds, texts: Texts) -> String {
    match chart.unit {
        ChartUnit::Currency(currency) => numbers::bounds_short(bounds, currency, texts),
        _ => percent(bounds, texts),
    }
}

/// What stands at the end of a mark's bar: its value; beside a promise also the ratio and the promise.
pub(super) fn label(ctx: &PaneCtx<'_>, chart: &Chart, mark: &ChartMark) -> String {
    let texts = ctx.texts;
    let mut told = if mark.value.is_nothing() {
        String::new()
    } else {
        value(chart, &mark.value, texts)
    };
    let Some(fulfilment) = &mark.fulfilment else {
        return told;
    };
    if let Some(ratio) = ratio(chart, mark) {
        told = format!("{} · {told}", numbers::ratio(ratio, texts));
    }
    for total in &fulfilment.promised {
        let promise = numbers::bounds_short(total.bounds(), total.unit(), texts);
        let of = texts.with("chart-of-promise", &[("sum", promise.into())]);
        told = format!("{told} {of}");
    }
    told.trim_start().to_owned()
}

/// The value in full.
pub(super) fn value_exact(chart: &Chart, bounds: &Bounds, texts: Texts) -> String {
    match chart.unit {
        ChartUnit::Currency(currency) => numbers::bounds_exact(bounds, currency, texts),
        _ => percent(bounds, texts),
    }
}

fn percent(bounds: &Bounds, texts: Texts) -> String {
    let round = |value: rust_decimal::Decimal| numbers::percent(value.round_dp(3), texts);
    let about = if bounds.about > 0 { "≈ " } else { "" };
    match bounds.high {
        _ if !bounds.has_number() => texts.get("chart-undisclosed"),
        None => format!("≥ {}", round(bounds.low)),
        Some(high) if high > bounds.low && bounds.low.is_zero() => format!("≤ {}", round(high)),
        Some(high) if high > bounds.low => format!("{about}{}–{}", round(bounds.low), round(high)),
        Some(_) => format!("{about}{}", round(bounds.low)),
    }
}

/// A mark's name: its party, or its day.
pub(super) fn name(ctx: &PaneCtx<'_>, mark: &ChartMark) -> String {
    let party = mark
        .party
        .as_ref()
        .map(|(_, name)| ctx.name(name).to_owned());
    match (party, mark.when.and_then(crate::views::When::day)) {
        (Some(party), None) => party,
        (party, Some(day)) => {
            let day = dates::day(day, ctx.texts);
            party.map_or_else(|| day.clone(), |party| format!("{party}, {day}"))
        }
        (None, None) => String::new(),
    }
}

/// A mark in words, as a screen reader says it and a tooltip shows it.
pub(super) fn told(ctx: &PaneCtx<'_>, chart: &Chart, mark: &ChartMark) -> Vec<String> {
    let texts = ctx.texts;
    let mut lines = vec![format!(
        "{}: {}",
        name(ctx, mark),
        value_exact(chart, &mark.value, texts)
    )];
    if let Some(fulfilment) = &mark.fulfilment {
        for promised in &fulfilment.promised {
            let sum = numbers::bounds_exact(promised.bounds(), promised.unit(), texts);
            lines.push(texts.with("chart-promised", &[("sum", sum.into())]));
        }
        if let Some(ratio) = ratio(chart, mark) {
            let shown = numbers::ratio(ratio, texts);
            lines.push(texts.with("chart-ratio", &[("ratio", shown.into())]));
        }
    }
    lines.extend(gdp(ctx, mark));
    if !mark.value.is_nothing() {
        lines.push(words::basis(&mark.basis, texts));
    }
    let tree = mark.derivation.of(ctx.ledger);
    let leaves = tree.leaves();
    for (leaf, _) in leaves.iter().take(4) {
        let mut line = format!("{} {}", leaf.record, numbers::form(&leaf.original, texts));
        if let Conversion::Rate(rate) = &leaf.conversion {
            line += " ÷ ";
            line += &numbers::number(rate.from_per_eur.round_dp(4), texts);
        }
        if let Some(source) = leaf
            .source
            .as_ref()
            .and_then(|id| ctx.ledger.dataset().sources.get(id))
        {
            line += " · ";
            line += &source.publisher;
        }
        lines.push(line);
    }
    if leaves.len() > 4 {
        let more = (leaves.len() - 4).to_string();
        lines.push(texts.with("chart-more", &[("more", more.into())]));
    }
    lines
}
