//! A brief before it is painted: sections of facts, tables, pictures and lists, in runs of words. HTML
//! and PDF are painted from the same value, so they cannot tell different things.

use std::fmt::Write as _;
use std::sync::Arc;

use crate::exchange::picture::Scene;
use crate::text::Lang;

/// How words stand out.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Voice {
    /// As they are.
    #[default]
    Plain,
    /// Stronger: a sum, a name.
    Strong,
    /// Weaker: what stands beside.
    Weak,
    /// The words of a source, verbatim.
    Quote,
}

/// Where words lead.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Target {
    /// To an address of the web; made by [`Target::web`].
    Web(String),
    /// To the source of that number.
    Source(usize),
    /// To another page of the same site, by its path from this page.
    Page(String),
}

impl Target {
    /// An address of the web. None where it is not one that a reader should be led to: only `http` and
    /// `https` are, since a file of somebody else's may hold any text as an address. What no address
    /// may hold (spaces, quotes, letters beyond ASCII) is escaped.
    pub fn web(address: &str) -> Option<Self> {
        let address = address.trim();
        let scheme = address.split_once("://").map(|(scheme, _)| scheme)?;
        let known = ["http", "https"];
        if !known.iter().any(|known| scheme.eq_ignore_ascii_case(known)) {
            return None;
        }
        let mut safe = String::with_capacity(address.len());
        for byte in address.bytes() {
            if byte.is_ascii_graphic() && !matches!(byte, b'"' | b'<' | b'>' | b'\\' | b'`') {
                safe.push(char::from(byte));
            } else {
                // Writing to a string cannot fail.
                let _ = write!(safe, "%{byte:02X}");
            }
        }
        Some(Self::Web(safe))
    }
}

/// Words in one voice that lead to one place.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Run {
    /// The words.
    pub words: String,
    /// How they stand out.
    pub voice: Voice,
    /// Where they lead; none: nowhere.
    pub to: Option<Target>,
    /// Their language (BCP 47), where it is another than the brief's.
    pub lang: Option<String>,
}

/// A paragraph.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Text(pub Vec<Run>);

impl Text {
    /// Words as they are.
    pub fn plain(words: impl Into<String>) -> Self {
        Self::of(words, Voice::Plain)
    }

    /// Words that stand out.
    pub fn strong(words: impl Into<String>) -> Self {
        Self::of(words, Voice::Strong)
    }

    /// Words that stand back.
    pub fn weak(words: impl Into<String>) -> Self {
        Self::of(words, Voice::Weak)
    }

    fn of(words: impl Into<String>, voice: Voice) -> Self {
        let words = words.into();
        Self(vec![Run {
            words,
            voice,
            ..Run::default()
        }])
    }

    /// The same, leading to a place; none: as it is.
    #[must_use]
    pub fn leading(self, to: Option<Target>) -> Self {
        match to {
            Some(to) => self.leading_to(&to),
            None => self,
        }
    }

    fn leading_to(mut self, to: &Target) -> Self {
        for run in &mut self.0 {
            run.to = Some(to.clone());
        }
        self
    }

    /// The same with more after it.
    #[must_use]
    pub fn and(mut self, more: Self) -> Self {
        self.0.extend(more.0);
        self
    }

    /// Whether there are no words.
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|run| run.words.is_empty())
    }

    /// The words alone.
    pub fn words(&self) -> String {
        self.0.iter().map(|run| run.words.as_str()).collect()
    }
}

/// What a fact is called, and what it is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fact {
    /// What it is called.
    pub label: String,
    /// What it is, in paragraphs.
    pub lines: Vec<Text>,
}

/// On which side the words of a column stand.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Side {
    /// Words begin on the left.
    #[default]
    Left,
    /// Numbers end on the right.
    Right,
}

/// A column of a table.
#[derive(Clone, PartialEq, Debug)]
pub struct Column {
    /// Its heading.
    pub title: String,
    /// On which side its words stand.
    pub side: Side,
    /// How wide it is beside the others, as a part of their sum.
    pub share: f32,
}

impl Column {
    /// A column of words.
    pub fn words(title: impl Into<String>, share: f32) -> Self {
        Self {
            title: title.into(),
            side: Side::Left,
            share,
        }
    }

    /// A column of numbers.
    pub fn numbers(title: impl Into<String>, share: f32) -> Self {
        Self {
            side: Side::Right,
            ..Self::words(title, share)
        }
    }
}

/// A cell.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Cell {
    /// Its paragraphs.
    pub lines: Vec<Text>,
    /// By what it is put in order where a reader can do so: a day, or a decimal in whole units; none:
    /// by its words.
    pub key: Option<String>,
}

impl Cell {
    /// A cell of paragraphs.
    pub fn of(lines: Vec<Text>) -> Self {
        Self { lines, key: None }
    }

    /// A cell of one paragraph.
    pub fn line(text: Text) -> Self {
        Self::of(vec![text])
    }

    /// The same with what it is put in order by.
    #[must_use]
    pub fn by(self, key: impl Into<String>) -> Self {
        Self {
            key: Some(key.into()),
            ..self
        }
    }

    /// Its words, paragraphs apart.
    pub fn words(&self) -> String {
        let lines: Vec<String> = self.lines.iter().map(Text::words).collect();
        lines.join("\n")
    }
}

/// A row of a table.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Row {
    /// Cells, as many as there are columns. The first tells what the row is of.
    Cells(Vec<Cell>),
    /// The heading of the rows after it.
    Group(Text),
    /// Cells of what is not to be read as a row like the others: all time.
    Total(Vec<Cell>),
}

/// A table.
#[derive(Clone, PartialEq, Debug)]
pub struct Table {
    /// What it shows.
    pub caption: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows.
    pub rows: Vec<Row>,
    /// Whether a reader may put its rows in another order.
    pub sortable: bool,
}

/// One source in the list of sources.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Listed {
    /// Its number.
    pub number: usize,
    /// Its paragraphs: title, then publisher and dates, then address and passages.
    pub lines: Vec<Text>,
}

/// A part of a section.
#[derive(Clone, PartialEq, Debug)]
pub enum Block {
    /// A heading inside the section.
    Heading(String),
    /// A paragraph.
    Paragraph(Text),
    /// A small paragraph.
    Note(Text),
    /// Facts under each other.
    Facts(Vec<Fact>),
    /// A table.
    Table(Table),
    /// A chart.
    Picture(Arc<Scene>),
    /// A list without numbers.
    List(Vec<Text>),
    /// The numbered list of sources.
    Sources(Vec<Listed>),
}

/// A section with its heading.
#[derive(Clone, PartialEq, Debug)]
pub struct Section {
    /// Its name in links: `money`.
    pub id: &'static str,
    /// Its heading.
    pub title: String,
    /// What is in it.
    pub blocks: Vec<Block>,
}

/// A brief.
#[derive(Clone, PartialEq, Debug)]
pub struct Brief {
    /// Its language.
    pub lang: Lang,
    /// Its heading.
    pub title: String,
    /// What stands under the heading: as known on which day, in which currency.
    pub subtitle: String,
    /// What it is, in a sentence: for catalogues and search.
    pub about: String,
    /// Whether its pages lie on their side.
    pub is_wide: bool,
    /// Its sections.
    pub sections: Vec<Section>,
    /// The program and its version.
    pub program: String,
}

impl Brief {
    /// Every word of it in reading order, a paragraph a line: what a paper must tell, however painted.
    pub fn words(&self) -> Vec<String> {
        let mut all = vec![self.title.clone(), self.subtitle.clone()];
        for section in &self.sections {
            all.push(section.title.clone());
            for block in &section.blocks {
                block_words(block, &mut all);
            }
        }
        all.retain(|words| !words.is_empty());
        all
    }
}

fn block_words(block: &Block, all: &mut Vec<String>) {
    let mut texts = |lines: &[Text]| all.extend(lines.iter().map(Text::words));
    match block {
        Block::Heading(words) => all.push(words.clone()),
        Block::Paragraph(text) | Block::Note(text) => texts(std::slice::from_ref(text)),
        Block::List(lines) => texts(lines),
        Block::Picture(scene) => all.push(scene.alt.clone()),
        Block::Facts(facts) => {
            for fact in facts {
                all.push(fact.label.clone());
                all.extend(fact.lines.iter().map(Text::words));
            }
        }
        Block::Sources(listed) => {
            for one in listed {
                all.push(format!("{}.", one.number));
                all.extend(one.lines.iter().map(Text::words));
            }
        }
        Block::Table(table) => {
            all.push(table.caption.clone());
            all.extend(table.columns.iter().map(|column| column.title.clone()));
            for row in &table.rows {
                match row {
                    Row::Group(text) => all.push(text.words()),
                    Row::Cells(cells) | Row::Total(cells) => {
                        let lines = cells.iter().flat_map(|cell| &cell.lines);
                        all.extend(lines.map(Text::words));
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reader_is_led_to_the_web_alone() {
        let to = |address: &str| Target::web(address);
        let web = |address: &str| Some(Target::Web(address.to_owned()));
        assert_eq!(
            to("https://example.org/a#b"),
            web("https://example.org/a#b")
        );
        assert_eq!(to(" HTTP://example.org "), web("HTTP://example.org"));
        assert_eq!(
            to("https://example.org/a \"б"),
            web("https://example.org/a%20%22%D0%B1")
        );
        for bad in [
            "javascript:alert(1)",
            "data:text/html,x",
            "file:///etc/passwd",
            "",
            "example.org",
        ] {
            assert_eq!(to(bad), None, "{bad}");
        }
        assert_eq!(to("javascript://example.org/%0Aalert(1)"), None);
    }
}
