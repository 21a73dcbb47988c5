//! What holds of every chart as it is laid out, for the window and for files: no two texts stand on
//! each other, nothing leaves the picture, every mark is met where it is, and nothing is drawn as a
//! zero that is none.

use std::collections::{BTreeMap, HashSet};
use std::sync::{Arc, LazyLock};

use pledgebook::exchange::picture::layout::{Frame, Height, scene};
use pledgebook::exchange::picture::words::Words;
use pledgebook::exchange::picture::{Ink, Item, Measure, Rect, Scene, Shape, Size};
use pledgebook::ledger::{Assumptions, Ledger};
use pledgebook::model::*;
use pledgebook::session::Session;
use pledgebook::text::{Lang, Texts};
use pledgebook::views::{Chart, ChartKind, When, chart};

use super::charts::of;

/// The least size of a text, in points.
const LEAST: f32 = 9.0;

pub(super) fn bundled() -> Ledger {
    ledger_of(Dataset::clone(Session::sample().dataset()))
}

fn ledger_of(data: Dataset) -> Ledger {
    let assumptions = Assumptions::of(&data);
    Ledger::new(Arc::new(data), assumptions)
}

/// The bundled book with 32 parties, all of them of names as long as states have.
fn crowded() -> Ledger {
    let mut data = Dataset::clone(Session::sample().dataset());
    for (new, old) in [("XA", "US"), ("XB", "DE"), ("XC", "EU"), ("XD", "LT")] {
        if data.parties.len() < 32 {
            copy(&mut data, old, new);
        }
    }
    assert_eq!(data.parties.len(), 32);
    for (id, party) in &mut data.parties {
        party.name = Name {
            en: format!("United Kingdom of Great Britain and Northern Ireland ({id})"),
            uk: format!("Сполучене Королівство Великої Британії та Північної Ірландії ({id})"),
        };
    }
    ledger_of(data)
}

/// One more party, with all that another one promised and gave.
fn copy(data: &mut Dataset, old: &str, new: &str) {
    let party = PartyId::new(new).unwrap();
    let (from, to) = (old.to_lowercase() + "-", new.to_lowercase() + "-");
    let renamed = |id: &str| id.replacen(&from, &to, 1);
    let mut its = data.parties[old].clone();
    its.id = party.clone();
    data.parties.insert(party.clone(), its);
    for mut agreement in data.agreements.values().cloned().collect::<Vec<_>>() {
        if agreement.party.as_str() == old {
            agreement.id = AgreementId::new(&renamed(agreement.id.as_str())).unwrap();
            agreement.party = party.clone();
            data.agreements.insert(agreement.id.clone(), agreement);
        }
    }
    for mut promise in data.commitments.values().cloned().collect::<Vec<_>>() {
        if promise.id.as_str().starts_with(&from) {
            promise.id = CommitmentId::new(&renamed(promise.id.as_str())).unwrap();
            promise.agreement = AgreementId::new(&renamed(promise.agreement.as_str())).unwrap();
            promise.part_of = None;
            data.commitments.insert(promise.id.clone(), promise);
        }
    }
    for mut entry in data.aid.values().cloned().collect::<Vec<_>>() {
        if entry.party.as_str() == old {
            entry.id = AidId::new(&renamed(entry.id.as_str())).unwrap();
            entry.party = party.clone();
            entry.part_of = None;
            for fulfils in &mut entry.fulfils {
                fulfils.commitment =
                    CommitmentId::new(&renamed(fulfils.commitment.as_str())).unwrap();
            }
            data.aid.insert(entry.id.clone(), entry);
        }
    }
    let series: Vec<_> = data.reference.gdp.values().cloned().collect();
    for mut of in series.into_iter().filter(|of| of.country.as_str() == old) {
        of.id = SeriesId::new(&format!("{}-{to}copy", of.id)).unwrap();
        of.country = party.clone();
        data.reference.gdp.insert(of.id.clone(), of);
    }
}

/// Every size that a chart is laid out for: those of files, then those of the screen.
pub(super) fn frames() -> Vec<(String, Frame)> {
    let sizes = Size::NAMED.into_iter().chain([Size::Free(1600, 900)]);
    let mut all: Vec<(String, Frame)> = sizes.map(|of| (of.key(), Frame::of(of))).collect();
    for (width, height) in [(656.0, 360.0), (900.0, 640.0)] {
        let frame = Frame {
            width,
            height: Height::AtLeast(height),
            margin: 0.0,
            ..Frame::of(Size::Page)
        };
        all.push((format!("screen {width}x{height}"), frame));
    }
    all
}

/// One chart, laid out.
struct Laid {
    name: String,
    scene: Scene,
    chart: Arc<Chart>,
    frame: Frame,
    texts: Texts,
    ledger: Arc<Ledger>,
}

/// Every chart of a book in a language, at every size.
fn all_of(ledger: Ledger, lang: Lang) -> Vec<Laid> {
    let (ledger, texts) = (Arc::new(ledger), Texts::new(lang));
    let mut all = Vec::new();
    for kind in ChartKind::ALL {
        for stage in [Stage::Pledged, Stage::Allocated] {
            let chart = Arc::new(chart(&ledger, &of(kind, stage)));
            all.extend(frames().into_iter().map(|(size, frame)| Laid {
                name: format!("{} {} {size}", kind.key(), stage.key()),
                scene: scene(&chart, &ledger, texts, &frame),
                chart: Arc::clone(&chart),
                frame,
                texts,
                ledger: Arc::clone(&ledger),
            }));
        }
    }
    all
}

/// The charts are laid out once for all laws.
static BUNDLED_EN: LazyLock<Vec<Laid>> = LazyLock::new(|| all_of(bundled(), Lang::En));
static BUNDLED_UK: LazyLock<Vec<Laid>> = LazyLock::new(|| all_of(bundled(), Lang::Uk));
static CROWDED_EN: LazyLock<Vec<Laid>> = LazyLock::new(|| all_of(crowded(), Lang::En));
static CROWDED_UK: LazyLock<Vec<Laid>> = LazyLock::new(|| all_of(crowded(), Lang::Uk));
static MEASURE: LazyLock<Measure> = LazyLock::new(Measure::new);

/// What is wrong with charts; nothing, it is hoped.
fn amiss(charts: &[Laid], of_chart: fn(&Laid) -> Vec<String>) {
    let told = |laid: &Laid| {
        let found = of_chart(laid).into_iter();
        found
            .map(|what| format!("{}: {what}", laid.name))
            .collect::<Vec<_>>()
    };
    let all: Vec<String> = charts.iter().flat_map(told).collect();
    assert!(all.is_empty(), "{}:\n{}", all.len(), all.join("\n"));
}

/// The law holds of every chart.
fn of_all(law: fn(&Laid) -> Vec<String>) {
    for charts in [&BUNDLED_EN, &BUNDLED_UK, &CROWDED_EN, &CROWDED_UK] {
        amiss(charts, law);
    }
}

/// Each text with the room that its letters take.
fn texts(laid: &Laid) -> Vec<(Rect, &str, f32)> {
    let items = laid.scene.items.iter();
    let texts = items.filter_map(|Item { shape, .. }| match shape {
        Shape::Text {
            at,
            text,
            size,
            weight,
            anchor,
            ..
        } => {
            let (left, base) = MEASURE.begin(*at, text, *size, *weight, *anchor);
            let wide = MEASURE.text_width(text, *size, *weight);
            let rect = Rect::sides(left, base - 0.75 * size, left + wide, base + 0.22 * size);
            Some((rect, text.as_str(), *size))
        }
        _ => None,
    });
    texts.collect()
}

/// All words of the picture, one after the other.
fn said(laid: &Laid) -> String {
    let said: Vec<&str> = texts(laid).into_iter().map(|(_, text, _)| text).collect();
    said.join(" ")
}

fn inside(rect: &Rect, scene: &Scene) -> bool {
    let (over, under) = (-0.5, 0.5);
    rect.left >= over
        && rect.top >= over
        && rect.right() <= scene.width + under
        && rect.bottom() <= scene.height + under
}

fn unreadable(laid: &Laid) -> Vec<String> {
    let all = texts(laid);
    let mut found = Vec::new();
    for (at, (rect, text, size)) in all.iter().enumerate() {
        if *size < LEAST {
            found.push(format!("{text:?} is of {size} points"));
        }
        if !inside(rect, &laid.scene) {
            found.push(format!("{text:?} leaves the picture: {rect:?}"));
        }
        for (other, said, _) in &all[at + 1..] {
            let common = Rect::sides(
                rect.left.max(other.left),
                rect.top.max(other.top),
                rect.right().min(other.right()),
                rect.bottom().min(other.bottom()),
            );
            if common.width > 0.5 && common.height > 0.5 {
                found.push(format!("{text:?} and {said:?} stand on each other"));
            }
        }
    }
    found
}

fn unmet(laid: &Laid) -> Vec<String> {
    let Laid { scene, chart, .. } = laid;
    let mut found = Vec::new();
    for spot in &scene.spots {
        if spot.mark >= chart.marks.len() {
            found.push(format!("there is no mark {}", spot.mark));
        }
        if !inside(&spot.rect, scene) {
            found.push(format!(
                "mark {} is met outside: {:?}",
                spot.mark, spot.rect
            ));
        }
        if spot.rect.width < 1.0 || spot.rect.height < 1.0 {
            found.push(format!("mark {} cannot be met: {:?}", spot.mark, spot.rect));
        }
    }
    let met: Vec<usize> = scene.spots.iter().map(|spot| spot.mark).collect();
    if !met.is_sorted_by(|a, b| a < b) {
        found.push(format!("not in the order of the marks: {met:?}"));
    }
    let is_whole = matches!(laid.frame.height, Height::AtLeast(_));
    if met.len() != chart.marks.len() && is_whole {
        found.push(format!("{} of {} marks", met.len(), chart.marks.len()));
    }
    let row = |at: usize| {
        let mark = &chart.marks[at];
        let party = mark.party.as_ref().map(|(id, _)| id.clone());
        (
            party,
            mark.figure.as_ref().map(|figure| figure.record.clone()),
        )
    };
    let rows: HashSet<_> = (0..chart.marks.len()).map(row).collect();
    let seen: HashSet<_> = met.iter().map(|at| row(*at)).collect();
    let left_out = rows.len() - seen.len();
    if left_out > 0 {
        let args = [
            ("count", left_out.into()),
            ("shown", left_out.to_string().into()),
        ];
        let note = laid.texts.with("chart-note-left-out", &args);
        if !said(laid).contains(&note) {
            found.push(format!("nobody says that {left_out} are left out"));
        }
    }
    if scene.told.len() != chart.marks.len() || scene.told.iter().any(String::is_empty) {
        found.push(format!(
            "{} told of {}",
            scene.told.len(),
            chart.marks.len()
        ));
    }
    found
}

fn untold(laid: &Laid) -> Vec<String> {
    let words = Words::new(&laid.chart, &laid.ledger, laid.texts);
    let said = said(laid);
    let mut found = Vec::new();
    let first = |text: &str| text.split(' ').take(2).collect::<Vec<_>>().join(" ");
    for (what, text) in [
        ("title", laid.scene.title.clone()),
        ("subtitle", words.subtitle("")),
        ("note", words.note()),
        ("source", words.source()),
    ] {
        if !said.contains(&first(&text)) {
            found.push(format!("no {what}: {text:?}"));
        }
    }
    if laid.scene.title.is_empty() || !laid.scene.alt.contains(&laid.scene.title) {
        found.push(format!("the picture is not told: {:?}", laid.scene.alt));
    }
    found
}

/// The filled rectangles of a mark.
fn bars(scene: &Scene, mark: usize) -> impl Iterator<Item = Rect> {
    let own = scene
        .items
        .iter()
        .filter(move |item| item.mark == Some(mark));
    own.filter_map(|item| match item.shape {
        Shape::Rect { rect, .. } => Some(rect),
        _ => None,
    })
}

/// The marks of a row, of a column or of a cell, which lie beside or on each other.
fn stacks(chart: &Chart) -> Vec<Vec<usize>> {
    let mut stacks: BTreeMap<(Option<PartyId>, Option<When>, usize), Vec<usize>> = BTreeMap::new();
    for (at, mark) in chart.marks.iter().enumerate() {
        let party = mark.party.as_ref().map(|(id, _)| id.clone());
        let alone = if mark.part.is_none() { at } else { 0 };
        stacks
            .entry((party, mark.when, alone))
            .or_default()
            .push(at);
    }
    stacks.into_values().collect()
}

fn not_from_zero(laid: &Laid) -> Vec<String> {
    let Laid { scene, chart, .. } = laid;
    let kind = chart.request.kind;
    let lies = !kind.is_over_time() && kind != ChartKind::Spread;
    let stands = matches!(
        kind,
        ChartKind::ByYear | ChartKind::ByMonth | ChartKind::Promises
    );
    if !lies && !stands {
        return Vec::new();
    }
    // The lines that bars may begin at.
    let lines: Vec<f32> = scene
        .items
        .iter()
        .filter_map(|item| match &item.shape {
            Shape::Path { points, line } if points.len() == 2 => {
                let [from, to] = [points[0], points[1]];
                let strong = line.ink == Ink::LineStrong || kind == ChartKind::Promises;
                let along = if lies { from.0 == to.0 } else { from.1 == to.1 };
                let at = if lies { from.0 } else { from.1 };
                (strong && along && !line.dashed && item.mark.is_none()).then_some(at)
            }
            _ => None,
        })
        .collect();
    let mut found = Vec::new();
    for stack in stacks(chart) {
        let rects = stack.iter().flat_map(|at| bars(scene, *at));
        let begin = if lies {
            rects.map(|rect| rect.left).reduce(f32::min)
        } else {
            rects.map(|rect| rect.bottom()).reduce(f32::max)
        };
        let Some(begin) = begin else { continue };
        if !lines.iter().any(|line| (line - begin).abs() < 0.01) {
            found.push(format!("{stack:?} begins at {begin}, not at {lines:?}"));
        }
    }
    found
}

fn undisclosed_as_nothing(laid: &Laid) -> Vec<String> {
    let Laid { scene, chart, .. } = laid;
    let mut found = Vec::new();
    let kind = chart.request.kind;
    if matches!(kind, ChartKind::OverTime | ChartKind::Multiples) {
        return found;
    }
    let seen: Vec<usize> = scene.spots.iter().map(|spot| spot.mark).collect();
    for stack in stacks(chart) {
        let value = |at: &usize| &chart.marks[*at].value;
        let is_unnamed = stack.iter().all(|at| !value(at).has_number())
            && stack.iter().any(|at| value(at).undisclosed > 0);
        if !is_unnamed || !stack.iter().any(|at| seen.contains(at)) {
            continue;
        }
        let of_stack = |item: &&Item| item.mark.is_some_and(|at| stack.contains(&at));
        let is_ring = |item: &Item| matches!(item.shape, Shape::Circle { fill: None, .. });
        let own: Vec<&Item> = scene.items.iter().filter(of_stack).collect();
        let is_bullet =
            kind == ChartKind::PromisedAgainstArrived && chart.marks[stack[0]].fulfilment.is_some();
        if !is_bullet && kind != ChartKind::Spread && !own.iter().any(|item| is_ring(item)) {
            found.push(format!("{stack:?} is undisclosed and has no ring"));
        }
        let has_bar = own.iter().any(|item| {
            matches!(&item.shape, Shape::Rect { fill: Some(_), rect, .. } if rect.width > 0.0)
        });
        if has_bar {
            found.push(format!("{stack:?} is undisclosed and has a bar"));
        }
    }
    found
}

/// The shapes of marks, as the rooms that they take; texts are not among them.
fn drawn(scene: &Scene) -> impl Iterator<Item = Rect> {
    let marks = scene.items.iter().filter(|item| item.mark.is_some());
    marks.filter_map(|item| match &item.shape {
        Shape::Rect { rect, .. } => Some(*rect),
        Shape::Path { points, .. } | Shape::Area { points, .. } => {
            let x = || points.iter().map(|(x, _)| *x);
            let y = || points.iter().map(|(_, y)| *y);
            let (left, right) = (x().fold(f32::MAX, f32::min), x().fold(0.0, f32::max));
            let (top, bottom) = (y().fold(f32::MAX, f32::min), y().fold(0.0, f32::max));
            Some(Rect::sides(left, top, right, bottom))
        }
        Shape::Circle { centre, radius, .. } => {
            let (x, y) = *centre;
            Some(Rect::sides(x - radius, y - radius, x + radius, y + radius))
        }
        Shape::Text { .. } => None,
    })
}

fn over_words(laid: &Laid) -> Vec<String> {
    // Title, subtitle, legend, note and source begin at the left side or stand in the legend's line.
    let legend: Vec<&Rect> = laid.scene.legend.iter().map(|(_, rect)| rect).collect();
    let left = laid.frame.margin;
    let is_frame = |rect: &Rect| {
        (rect.left - left).abs() < 0.01 || legend.iter().any(|place| place.meets(rect))
    };
    let words = texts(laid).into_iter().filter(|(rect, ..)| is_frame(rect));
    let words: Vec<(Rect, &str, f32)> = words.collect();
    let mut found = Vec::new();
    for rect in drawn(&laid.scene) {
        if !inside(&rect, &laid.scene) {
            found.push(format!("a mark leaves the picture: {rect:?}"));
        }
        if laid.chart.request.kind == ChartKind::Multiples {
            continue;
        }
        for (words, text, _) in &words {
            if words.meets(&rect) {
                found.push(format!("a mark stands on {text:?}: {rect:?}"));
            }
        }
    }
    found
}

/// Names over time that a line goes through.
fn struck_through(laid: &Laid) -> Vec<String> {
    let mut found = Vec::new();
    if laid.chart.request.kind != ChartKind::OverTime {
        return found;
    }
    for item in &laid.scene.items {
        let Shape::Path { points, line } = &item.shape else {
            continue;
        };
        if line.ink == Ink::Line {
            continue;
        }
        for ends in points.windows(2) {
            let ((x, y), (to_x, to_y)) = (ends[0], ends[1]);
            let (left, top) = (x.min(to_x) - 0.5, y.min(to_y) - 0.5);
            let stroke = Rect::sides(left, top, x.max(to_x) + 0.5, y.max(to_y) + 0.5);
            for (rect, text, _) in texts(laid) {
                if rect.meets(&stroke) {
                    found.push(format!("a line goes through {text:?}"));
                }
            }
        }
    }
    found
}

/// Rows and columns whose parts come to more than their own total, and that are stacked all the same.
fn stacked_beyond(laid: &Laid) -> Vec<String> {
    let Laid { scene, chart, .. } = laid;
    let mut found = Vec::new();
    for stack in stacks(chart) {
        let row = chart.row_of(&chart.marks[stack[0]]);
        if row.is_none_or(|row| row.parts_exceed.is_zero()) {
            continue;
        }
        // Each of its parts begins at zero, and none stands on another.
        let rects: Vec<Rect> = stack.iter().flat_map(|at| filled(scene, *at)).collect();
        for (at, rect) in rects.iter().enumerate() {
            if rects[at + 1..]
                .iter()
                .any(|other| other.meets(&shrunk(rect)))
            {
                found.push(format!("parts of {stack:?} stand on each other"));
            }
        }
        let mut own = scene
            .items
            .iter()
            .filter(|item| item.mark == Some(stack[0]));
        let has_outline = own.any(|item| matches!(item.shape, Shape::Rect { fill: None, .. }));
        let is_seen = scene.spots.iter().any(|spot| spot.mark == stack[0]);
        if is_seen && !has_outline {
            found.push(format!("the own total of {stack:?} is not drawn"));
        }
    }
    found
}

/// The bars of a mark.
fn filled(scene: &Scene, mark: usize) -> impl Iterator<Item = Rect> {
    let own = scene
        .items
        .iter()
        .filter(move |item| item.mark == Some(mark));
    own.filter_map(|item| match item.shape {
        Shape::Rect {
            rect,
            fill: Some(_),
            ..
        } => Some(rect),
        _ => None,
    })
}

/// A rectangle without its borders.
fn shrunk(rect: &Rect) -> Rect {
    let Rect { left, top, .. } = *rect;
    Rect::sides(
        left + 0.1,
        top + 0.1,
        rect.right() - 0.1,
        rect.bottom() - 0.1,
    )
}

#[test]
fn marks_stay_clear_of_title_legend_and_note() {
    of_all(over_words);
}

#[test]
fn no_line_goes_through_a_name_over_time() {
    of_all(struck_through);
}

#[test]
fn parts_that_overlap_stand_beside_each_other_in_the_outline_of_their_total() {
    of_all(stacked_beyond);
}

#[test]
fn texts_of_the_bundled_charts_stand_clear_in_english() {
    amiss(&BUNDLED_EN, unreadable);
}

#[test]
fn texts_of_the_bundled_charts_stand_clear_in_ukrainian() {
    amiss(&BUNDLED_UK, unreadable);
}

#[test]
fn texts_of_32_long_names_stand_clear_in_english() {
    amiss(&CROWDED_EN, unreadable);
}

#[test]
fn texts_of_32_long_names_stand_clear_in_ukrainian() {
    amiss(&CROWDED_UK, unreadable);
}

#[test]
fn every_mark_is_met_where_it_is_and_told() {
    of_all(unmet);
}

#[test]
fn every_picture_says_what_it_is_and_whose_numbers_it_shows() {
    of_all(untold);
}

#[test]
fn bars_begin_at_zero() {
    of_all(not_from_zero);
}

#[test]
fn a_sum_that_is_not_named_is_a_ring_and_never_a_bar() {
    of_all(undisclosed_as_nothing);
}
