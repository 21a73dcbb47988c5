//! A brief laid out on pages: what stands where, in points, y downwards.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::lines::{Line, Style, broken};
use crate::exchange::brief::BriefError;
use crate::exchange::brief::model::{Block, Brief, Fact, Listed, Target, Text};
use crate::exchange::picture::{Ink, Rect, Scene, Weight};
use crate::task::TaskLine;
use crate::text::Texts;

/// The shorter side of A4.
const SHORT: f32 = 595.28;
/// The longer side of A4.
const LONG: f32 = 841.89;
/// Room beside the text.
pub(super) const BESIDE: f32 = 48.0;
/// Room above it.
pub(super) const ABOVE: f32 = 46.0;
/// Room below it, for the foot of the page.
const BELOW: f32 = 58.0;
/// Where the foot stands, from the lower edge.
const FOOT: f32 = 30.0;

const TITLE: Style = Style::new(20.0, Weight::SemiBold, Ink::Text);
const SUBTITLE: Style = Style::new(9.5, Weight::Regular, Ink::TextWeak);
const SECTION: Style = Style::new(13.5, Weight::SemiBold, Ink::Text);
const HEADING: Style = Style::new(10.5, Weight::SemiBold, Ink::Text);
const BODY: Style = Style::new(9.5, Weight::Regular, Ink::Text);
const LABEL: Style = Style::new(9.5, Weight::Regular, Ink::TextWeak);
const NOTE: Style = Style::new(8.5, Weight::Regular, Ink::TextWeak);
const SMALL: Style = Style::new(8.5, Weight::Regular, Ink::Text);
/// The foot of a page.
pub(super) const FOOTER: Style = Style::new(8.0, Weight::Regular, Ink::TextWeak);

/// Points of a page in a point of a scene.
const OF_SCENE: f32 = 0.75;

/// What a part of the document is, for those who do not see it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Tag {
    Part,
    Section,
    /// A heading of that level.
    Heading(u16, String),
    Paragraph,
    List,
    Item,
    Label,
    Body,
    Table,
    Caption,
    Head,
    Rows,
    Row,
    /// The heading of a column.
    ColumnHead,
    /// The heading of a row, over so many columns.
    RowHead(u32),
    Cell,
    Figure(String),
    Link,
}

/// A part of the document in the order of reading.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Node {
    pub(super) tag: Tag,
    pub(super) children: Vec<Child>,
}

/// What is in a part.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Child {
    /// Another part.
    Node(usize),
    /// Something on a page, by its mark.
    Mark(usize),
}

/// Words on a page.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Placed {
    /// Where they begin, on the baseline.
    pub(super) at: (f32, f32),
    pub(super) words: String,
    pub(super) style: Style,
    pub(super) lang: Option<String>,
    /// Their mark; none: they repeat what was said.
    pub(super) mark: Option<usize>,
}

/// Something on a page.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Item {
    Text(Placed),
    /// A filled rectangle: a rule, a shade.
    Fill(Rect, Ink, f32),
    Scene {
        /// Its upper left corner.
        at: (f32, f32),
        /// Points of the page in a point of the scene.
        scale: f32,
        scene: Arc<Scene>,
        mark: usize,
    },
    /// A place that leads somewhere.
    Link {
        rect: Rect,
        to: Target,
        words: String,
        mark: usize,
    },
}

/// A page.
#[derive(Clone, PartialEq, Debug, Default)]
pub(super) struct Page {
    pub(super) items: Vec<Item>,
}

/// A place in the document.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Spot {
    /// Which page, from 0.
    pub(super) page: usize,
    /// How far down.
    pub(super) y: f32,
}

/// Where a heading stands.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Bookmark {
    pub(super) words: String,
    pub(super) spot: Spot,
    /// The headings under it.
    pub(super) inner: Vec<Self>,
}

/// A brief on its pages.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Laid {
    pub(super) width: f32,
    pub(super) height: f32,
    pub(super) pages: Vec<Page>,
    /// The parts; the first holds all.
    pub(super) nodes: Vec<Node>,
    /// How many marks there are.
    pub(super) marks: usize,
    /// Where each section begins, and the headings in it.
    pub(super) sections: Vec<Bookmark>,
    /// Where each source stands.
    pub(super) sources: BTreeMap<usize, Spot>,
}

/// Puts a brief in its place on pages.
pub(super) fn lay(brief: &Brief, line: &TaskLine) -> Result<Laid, BriefError> {
    let (width, height) = if brief.is_wide {
        (LONG, SHORT)
    } else {
        (SHORT, LONG)
    };
    let mut sheet = Sheet {
        laid: Laid {
            width,
            height,
            pages: vec![Page::default()],
            nodes: vec![Node {
                tag: Tag::Part,
                children: Vec::new(),
            }],
            marks: 0,
            sections: Vec::new(),
            sources: BTreeMap::new(),
        },
        y: ABOVE,
        line,
    };
    let heading = Tag::Heading(1, brief.title.clone());
    sheet.paragraph(0, heading, &Text::plain(brief.title.as_str()), TITLE);
    sheet.y += 2.0;
    let subtitle = Text::plain(brief.subtitle.as_str());
    sheet.paragraph(0, Tag::Paragraph, &subtitle, SUBTITLE);
    for section in &brief.sections {
        sheet.section(section)?;
    }
    sheet.feet(brief);
    Ok(sheet.laid)
}

/// What is being laid out.
pub(super) struct Sheet<'a> {
    pub(super) laid: Laid,
    /// How far down the page is filled.
    pub(super) y: f32,
    line: &'a TaskLine,
}

impl Sheet<'_> {
    /// Asks whether to go on.
    pub(super) fn ask(&self) -> Result<(), BriefError> {
        if self.line.is_cancelled() {
            return Err(BriefError::Cancelled);
        }
        Ok(())
    }

    pub(super) fn width(&self) -> f32 {
        self.laid.width - 2.0 * BESIDE
    }

    /// Where the text of a page ends at the latest.
    pub(super) fn bottom(&self) -> f32 {
        self.laid.height - BELOW
    }

    pub(super) fn next_page(&mut self) {
        self.laid.pages.push(Page::default());
        self.y = ABOVE;
    }

    /// Goes on on the next page where there is no such room on this one.
    pub(super) fn room_for(&mut self, height: f32) {
        if self.y + height > self.bottom() && self.y > ABOVE {
            self.next_page();
        }
    }

    fn spot(&self) -> Spot {
        Spot {
            page: self.laid.pages.len() - 1,
            y: self.y,
        }
    }

    /// A new part inside another.
    pub(super) fn node(&mut self, parent: usize, tag: Tag) -> usize {
        let at = self.laid.nodes.len();
        self.laid.nodes.push(Node {
            tag,
            children: Vec::new(),
        });
        self.child(parent, Child::Node(at));
        at
    }

    fn child(&mut self, parent: usize, child: Child) {
        if let Some(node) = self.laid.nodes.get_mut(parent) {
            node.children.push(child);
        }
    }

    fn mark(&mut self, parent: usize) -> usize {
        let mark = self.laid.marks;
        self.laid.marks += 1;
        self.child(parent, Child::Mark(mark));
        mark
    }

    pub(super) fn put(&mut self, item: Item) {
        if let Some(page) = self.laid.pages.last_mut() {
            page.items.push(item);
        }
    }

    /// A line of a paragraph at its place. `node` is the part that it is of; none: it repeats what was
    /// said, and leads nowhere.
    pub(super) fn set(
        &mut self,
        node: Option<usize>,
        text: &Text,
        line: &Line,
        style: Style,
        (x, top): (f32, f32),
    ) {
        for piece in &line.pieces {
            let run = text.0.get(piece.run);
            let to = run.and_then(|run| run.to.clone());
            let to = to.filter(|to| !matches!(to, Target::Page(_)));
            let (left, base) = (x + piece.x, top + style.base());
            let holder = match (node, &to) {
                (Some(node), Some(_)) => Some(self.node(node, Tag::Link)),
                (node, _) => node,
            };
            let mark = holder.map(|holder| self.mark(holder));
            self.put(Item::Text(Placed {
                at: (left, base),
                words: piece.words.clone(),
                style: piece.style,
                lang: run.and_then(|run| run.lang.clone()),
                mark,
            }));
            if let (Some(holder), Some(to)) = (holder, to) {
                let rect = Rect {
                    left,
                    top,
                    width: piece.width,
                    height: style.step(),
                };
                let mark = self.mark(holder);
                let words = piece.words.trim().to_owned();
                self.put(Item::Link {
                    rect,
                    to,
                    words,
                    mark,
                });
            }
        }
    }

    /// Lines from here on, over as many pages as they need.
    pub(super) fn lines(
        &mut self,
        node: usize,
        text: &Text,
        style: Style,
        (left, width): (f32, f32),
    ) {
        for line in broken(text, style, width) {
            self.room_for(style.step());
            let at = (left, self.y);
            self.set(Some(node), text, &line, style, at);
            self.y += style.step();
        }
    }

    fn paragraph(&mut self, parent: usize, tag: Tag, text: &Text, style: Style) {
        let node = self.node(parent, tag);
        let across = (BESIDE, self.width());
        self.lines(node, text, style, across);
    }

    fn section(
        &mut self,
        section: &crate::exchange::brief::model::Section,
    ) -> Result<(), BriefError> {
        self.ask()?;
        self.y += 16.0;
        // A heading never stands alone at the foot of a page.
        let after = match section.blocks.first() {
            Some(Block::Table(_)) => 190.0,
            Some(Block::Picture(scene)) => 60.0 + (scene.height * OF_SCENE).min(300.0),
            _ => 90.0,
        };
        self.room_for(after);
        let node = self.node(0, Tag::Section);
        let rule = Rect {
            left: BESIDE,
            top: self.y,
            width: self.width(),
            height: 0.75,
        };
        self.put(Item::Fill(rule, Ink::LineStrong, 1.0));
        self.y += 7.0;
        let spot = self.spot();
        self.laid.sections.push(Bookmark {
            words: section.title.clone(),
            spot,
            inner: Vec::new(),
        });
        let heading = Tag::Heading(2, section.title.clone());
        self.paragraph(node, heading, &Text::plain(&*section.title), SECTION);
        self.y += 4.0;
        for block in &section.blocks {
            self.ask()?;
            self.block(node, block)?;
        }
        Ok(())
    }

    fn block(&mut self, node: usize, block: &Block) -> Result<(), BriefError> {
        match block {
            Block::Heading(words) => {
                self.y += 6.0;
                self.room_for(50.0);
                let spot = self.spot();
                if let Some(section) = self.laid.sections.last_mut() {
                    section.inner.push(Bookmark {
                        words: words.clone(),
                        spot,
                        inner: Vec::new(),
                    });
                }
                let tag = Tag::Heading(3, words.clone());
                self.paragraph(node, tag, &Text::plain(words.as_str()), HEADING);
                self.y += 2.0;
            }
            Block::Paragraph(text) => {
                self.paragraph(node, Tag::Paragraph, text, BODY);
                self.y += 4.0;
            }
            Block::Note(text) => {
                self.paragraph(node, Tag::Paragraph, text, NOTE);
                self.y += 4.0;
            }
            Block::Facts(facts) => self.facts(node, facts),
            Block::Table(table) => self.table(node, table)?,
            Block::Picture(scene) => self.picture(node, scene),
            Block::List(lines) => self.list(node, lines)?,
            Block::Sources(listed) => self.sources(node, listed)?,
        }
        Ok(())
    }

    fn facts(&mut self, parent: usize, facts: &[Fact]) {
        let list = self.node(parent, Tag::List);
        let labels = facts.iter().map(|fact| LABEL.width(&fact.label));
        let beside = labels.fold(60.0, f32::max).min(self.width() * 0.3) + 14.0;
        for fact in facts {
            let item = self.node(list, Tag::Item);
            let label = Text::plain(fact.label.as_str());
            let high = broken(&label, LABEL, beside - 14.0).len();
            self.room_for(LABEL.step() * f32::from(u8::try_from(high.max(2)).unwrap_or(u8::MAX)));
            let begin = self.spot();
            let node = self.node(item, Tag::Label);
            let across = (BESIDE, beside - 14.0);
            self.lines(node, &label, LABEL, across);
            let after_label = self.y;
            self.y = begin.y;
            let node = self.node(item, Tag::Body);
            let across = (BESIDE + beside, self.width() - beside);
            for line in &fact.lines {
                self.lines(node, line, BODY, across);
            }
            if self.spot().page == begin.page {
                self.y = self.y.max(after_label);
            }
            self.y += 2.5;
        }
        self.y += 4.0;
    }

    fn picture(&mut self, parent: usize, scene: &Arc<Scene>) {
        let most = self.bottom() - ABOVE;
        let scale = OF_SCENE
            .min(self.width() / scene.width.max(1.0))
            .min(most / scene.height.max(1.0));
        let high = scene.height * scale;
        self.y += 6.0;
        self.room_for(high);
        let node = self.node(parent, Tag::Figure(scene.alt.clone()));
        let mark = self.mark(node);
        self.put(Item::Scene {
            at: (BESIDE, self.y),
            scale,
            scene: Arc::clone(scene),
            mark,
        });
        self.y += high + 8.0;
    }

    /// A label beside lines, as an item of a list.
    fn item(
        &mut self,
        list: usize,
        label: &str,
        (beside, style): (f32, Style),
        lines: &[Text],
    ) -> Spot {
        let item = self.node(list, Tag::Item);
        self.room_for(style.step() * 2.0);
        let begin = self.spot();
        let node = self.node(item, Tag::Label);
        let label = Text::weak(label);
        let across = (BESIDE, beside);
        self.lines(node, &label, style, across);
        self.y = begin.y;
        let node = self.node(item, Tag::Body);
        let across = (BESIDE + beside, self.width() - beside);
        for line in lines {
            self.lines(node, line, style, across);
        }
        begin
    }

    fn list(&mut self, parent: usize, lines: &[Text]) -> Result<(), BriefError> {
        let list = self.node(parent, Tag::List);
        for line in lines {
            self.ask()?;
            self.item(list, "•", (11.0, SMALL), std::slice::from_ref(line));
            self.y += 2.5;
        }
        self.y += 3.0;
        Ok(())
    }

    fn sources(&mut self, parent: usize, listed: &[Listed]) -> Result<(), BriefError> {
        let list = self.node(parent, Tag::List);
        for one in listed {
            self.ask()?;
            let label = format!("{}.", one.number);
            let spot = self.item(list, &label, (24.0, SMALL), &one.lines);
            self.laid.sources.insert(one.number, spot);
            self.y += 5.0;
        }
        Ok(())
    }

    /// The foot of each page: what it is of, and which page.
    fn feet(&mut self, brief: &Brief) {
        let texts = Texts::new(brief.lang);
        let pages = self.laid.pages.len();
        let (left, right) = (BESIDE, BESIDE + self.width());
        let base = self.laid.height - FOOT;
        for (at, page) in self.laid.pages.iter_mut().enumerate() {
            let args = [
                ("page", (at + 1).to_string().into()),
                ("pages", pages.to_string().into()),
            ];
            let number = texts.with("brief-page", &args);
            let wide = FOOTER.width(&number);
            let room = right - left - wide - 16.0;
            let about = format!("{} · {}", brief.program, brief.title);
            let about = broken(&Text::plain(about), FOOTER, room);
            let about = about.first().and_then(|line| line.pieces.first());
            let about = about.map_or_else(String::new, |piece| piece.words.clone());
            for (x, words) in [(left, about), (right - wide, number)] {
                page.items.push(Item::Text(Placed {
                    at: (x, base),
                    words,
                    style: FOOTER,
                    lang: None,
                    mark: None,
                }));
            }
        }
    }
}
