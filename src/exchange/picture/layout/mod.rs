//! A chart laid out: title and subtitle above, the marks, note and source below. The same layout is
//! shown in the window and written into files.

mod axis;
mod columns;
mod lane;
mod multiples;
mod promises;
mod rows;
mod sheet;
mod spread;
mod stack;
mod time;

use crate::ledger::Ledger;
use crate::model::{AidType, PartyId};
use crate::text::Texts;
use crate::views::{Chart, ChartKind, ChartMark, Part};

use super::scene::{Fill, Ink, Line, Rect, Scene};
use super::words::{self, INSTRUMENTS, Words};
use sheet::{NOTE, SUBTITLE, Sheet, TITLE, VALUE};

/// How high a picture is.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Height {
    /// As high as this: rows that do not fit are left out, and the note says how many.
    Fixed(f32),
    /// As high as this; rows are condensed as far as they can be read, then it grows.
    Grows(f32),
    /// As high as this, and higher where rows at ease need it: what is higher is scrolled.
    AtLeast(f32),
}

/// What a chart is laid out into.
#[derive(Clone, PartialEq, Debug)]
pub struct Frame {
    /// Width in points.
    pub width: f32,
    /// Height in points.
    pub height: Height,
    /// Room round everything, in points.
    pub margin: f32,
    /// The title that was typed; none: the finding.
    pub title: Option<String>,
    /// A note that was typed, before the program's own.
    pub note: Option<String>,
    /// The party that is marked as chosen.
    pub chosen: Option<PartyId>,
    /// The part that stands out, the others being pale; none: all do.
    pub only: Option<Part>,
}

impl Frame {
    /// A picture of a size, for a file.
    pub fn of(size: super::Size) -> Self {
        let (width, height) = size.points();
        Self {
            width,
            // Paper is as long as it needs to be; a slide and a square are what they are.
            height: match size {
                super::Size::Column | super::Size::Page => Height::Grows(height),
                _ => Height::Fixed(height),
            },
            margin: 16.0,
            title: None,
            note: None,
            chosen: None,
            only: None,
        }
    }
}

/// What the parts of the layout share.
struct Plan<'a> {
    chart: &'a Chart,
    words: Words<'a>,
    frame: &'a Frame,
}

/// What is said of a chart whatever it is laid out into. Telling it walks over all figures, so a
/// window that is resized keeps it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Said {
    note: String,
    source: String,
    told: Vec<String>,
}

impl Said {
    /// What is said of a chart.
    pub fn of(words: &Words<'_>) -> Self {
        let told = words
            .chart
            .marks
            .iter()
            .map(|mark| words.told(mark).join("; "));
        Self {
            note: words.note(),
            source: words.source(),
            told: told.collect(),
        }
    }
}

/// Lays a chart out.
pub fn scene(chart: &Chart, ledger: &Ledger, texts: Texts, frame: &Frame) -> Scene {
    let words = Words::new(chart, ledger, texts);
    scene_of(words, &Said::of(&words), frame)
}

/// Lays a chart out of which that is said.
pub fn scene_of(words: Words<'_>, said: &Said, frame: &Frame) -> Scene {
    let chart = words.chart;
    let plan = Plan {
        chart,
        words,
        frame,
    };
    let mut sheet = Sheet::new(frame.width);
    let title = frame.title.clone().unwrap_or_else(|| words.finding());
    let left = frame.margin;
    let wide = frame.width - 2.0 * frame.margin;
    let mut top = frame.margin;
    top = sheet.lines(left, top, &TITLE.wrapped(&title, wide, 3), TITLE) + 2.0;
    let subtitle = SUBTITLE.wrapped(&words.subtitle(&title), wide, 4);
    top = sheet.lines(left, top, &subtitle, SUBTITLE) + 6.0;
    top = plan.legend(&mut sheet, left, top, wide);
    let (mut below, mut done);
    let mut left_out = 0;
    let began = sheet.scene.clone();
    loop {
        below = plan.below(wide, left_out, said);
        let (Height::Fixed(height) | Height::Grows(height) | Height::AtLeast(height)) =
            frame.height;
        let least = height - frame.margin - below_height(&below);
        let room = Rect::sides(left, top, left + wide, least.max(top + 24.0));
        done = plan.marks_or_none(&mut sheet, room);
        // The note that tells of rows without room may take some of the room.
        if done.left_out <= left_out {
            break;
        }
        left_out = done.left_out;
        sheet.scene.clone_from(&began);
    }
    let bottom = match frame.height {
        Height::Fixed(height) => height,
        Height::Grows(height) | Height::AtLeast(height) => {
            height.max(done.bottom + frame.margin + below_height(&below))
        }
    };
    let mut y = bottom - frame.margin - below_height(&below);
    if !below.is_empty() {
        y += 6.0;
    }
    for lines in &below {
        y = sheet.lines(left, y, lines, NOTE) + 2.0;
    }
    let mut scene = sheet.scene;
    scene.height = bottom;
    scene.alt = words.alt(&title, &said.note, &said.source);
    scene.told.clone_from(&said.told);
    scene.title = title;
    scene
}

/// How many lines a typed note may have.
const OWN: usize = 3;
/// How many lines the program's own note and its source may have: more than they need.
const TOLD: usize = 12;

/// How a chart was laid out.
struct Done {
    /// Where its marks end.
    bottom: f32,
    /// How many rows had no room.
    left_out: usize,
}

fn below_height(below: &[Vec<String>]) -> f32 {
    if below.is_empty() {
        return 0.0;
    }
    let lines = lane::number(below.iter().map(Vec::len).sum());
    6.0 + lines * NOTE.step() + lane::number(below.len()) * 2.0
}

impl Plan<'_> {
    /// Note and source, in lines.
    fn below(&self, wide: f32, left_out: usize, said: &Said) -> Vec<Vec<String>> {
        let words = &self.words;
        let mut note = said.note.clone();
        if left_out > 0 {
            let count = words::counted(left_out);
            let more = words.texts.with("chart-note-left-out", &count);
            note = if note.is_empty() {
                more
            } else {
                format!("{more} · {note}")
            };
        }
        // A note that was typed may be long; it never takes the place of what is left out.
        let own = self.frame.note.clone().unwrap_or_default();
        let texts = [(own, OWN), (note, TOLD), (said.source.clone(), TOLD)];
        let texts = texts.into_iter().filter(|(text, _)| !text.is_empty());
        texts
            .map(|(text, most)| NOTE.wrapped(&text, wide, most))
            .collect()
    }

    /// The parts that the chart's marks have, in order, each once.
    fn parts(&self) -> Vec<Part> {
        let mut parts: Vec<Part> = Vec::new();
        for part in self.chart.marks.iter().filter_map(|mark| mark.part) {
            if !parts.contains(&part) {
                parts.push(part);
            }
        }
        parts.sort_by_key(|part| match part {
            Part::Type(of) => (0, AidType::ALL.iter().position(|known| known == of)),
            Part::Instrument(of) => (1, INSTRUMENTS.iter().position(|known| known == of)),
            Part::NotItemised => (2, None),
        });
        parts
    }

    /// The colours of the parts, where there are parts; broken into lines.
    fn legend(&self, sheet: &mut Sheet, left: f32, top: f32, wide: f32) -> f32 {
        let parts = self.parts();
        if parts.is_empty() {
            return top;
        }
        let (mut x, mut y) = (left, top);
        for part in parts {
            let name = words::part(part, self.words.texts);
            let width = 15.0 + VALUE.width(&name) + 14.0;
            if x > left && x + width > left + wide {
                x = left;
                y += 17.0;
            }
            let swatch = Rect::sides(x, y + 3.0, x + 10.0, y + 13.0);
            let only = self.frame.only.is_none_or(|only| only == part);
            sheet.filled(swatch, pale_unless(ink_of_part(part), only));
            let whole = Rect::sides(x, y, x + width - 14.0, y + 16.0);
            sheet.scene.legend.push((part, whole));
            if part == Part::NotItemised {
                sheet.outlined(swatch, Line::of(Ink::TextWeak, 0.75));
            }
            let base = y + 8.0 + VALUE.drop();
            sheet.text((x + 15.0, base), &name, VALUE, super::Anchor::Start);
            x += width;
        }
        y + 22.0
    }

    /// The marks, or the words that there are none.
    fn marks_or_none(&self, sheet: &mut Sheet, room: Rect) -> Done {
        if !self.chart.marks.is_empty() {
            return self.marks(sheet, room);
        }
        let text = self.words.texts.get("chart-empty");
        let empty = SUBTITLE.wrapped(&text, room.width, 4);
        Done {
            bottom: sheet.lines(room.left, room.top + 8.0, &empty, SUBTITLE),
            left_out: 0,
        }
    }

    fn marks(&self, sheet: &mut Sheet, room: Rect) -> Done {
        match self.chart.request.kind {
            ChartKind::OverTime => time::time(self, sheet, room),
            ChartKind::ByYear | ChartKind::ByMonth => columns::columns(self, sheet, room),
            ChartKind::Multiples => multiples::multiples(self, sheet, room),
            ChartKind::Promises => promises::promises(self, sheet, room),
            ChartKind::Spread => spread::spread(self, sheet, room),
            _ => rows::rows(self, sheet, room),
        }
    }

    /// What a mark is filled with: its part's ink, its type's, or the accent where it is the chosen party's.
    fn fill(&self, mark: &ChartMark) -> Fill {
        if let Some(part) = mark.part {
            let only = self.frame.only.is_none_or(|only| only == part);
            return pale_unless(ink_of_part(part), only);
        }
        if let Some(aid_type) = self.chart.request.aid_type {
            return Fill::solid(ink_of_type(aid_type));
        }
        Fill::solid(
            if self.is_chosen(mark) && !self.chart.request.kind.is_over_time() {
                Ink::Accent
            } else {
                Ink::Mixed
            },
        )
    }

    fn is_chosen(&self, mark: &ChartMark) -> bool {
        let party = mark.party.as_ref().map(|(id, _)| id);
        party.is_some() && party == self.frame.chosen.as_ref()
    }
}

/// The fill, or a shade of it where something else stands out.
fn pale_unless(fill: Fill, stands_out: bool) -> Fill {
    if stands_out {
        return fill;
    }
    Fill {
        strength: fill.strength * 0.16,
        ..fill
    }
}

fn ink_of_type(aid_type: AidType) -> Ink {
    match aid_type {
        AidType::Military => Ink::Military,
        AidType::Financial => Ink::Financial,
        AidType::Humanitarian => Ink::Humanitarian,
        AidType::Mixed => Ink::Mixed,
    }
}

fn ink_of_part(part: Part) -> Fill {
    match part {
        Part::Type(of) => Fill::solid(ink_of_type(of)),
        Part::Instrument(of) => {
            let place = INSTRUMENTS.iter().position(|known| *known == of);
            Fill::solid(Ink::Other(u8::try_from(place.unwrap_or(0)).unwrap_or(0)))
        }
        Part::NotItemised => Fill {
            strength: 0.18,
            ..Fill::solid(Ink::Mixed)
        },
    }
}
