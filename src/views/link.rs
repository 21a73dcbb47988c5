//! Links to places: what `FILE#place` says, for window and command line alike.
//!
//! `#party/LT`, `#party/LT/lt-a03?dock=record`, `#chart/LT`, `#explain/pledged:LT:2024`, `#dates`,
//! `#sources?unused=yes`. The path says what is shown, the words behind `?` how; [`OWN`] are those of
//! every place, the others are the page's own settings, which nobody but the page understands.

use std::fmt::{self, Write as _};
use std::path::{Path, PathBuf};

use crate::text::Texts;

/// What the centre of the window is about, as links name it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum LinkPage {
    /// One party: detail and chart.
    #[default]
    Party,
    /// The chart alone.
    Chart,
    /// The page of commitments.
    Commitments,
    /// The page of all aid entries.
    Ledger,
    /// The page of dates.
    Dates,
    /// The page of sources.
    Sources,
    /// The page of problems.
    Problems,
}

impl LinkPage {
    /// Every page.
    pub const ALL: &'static [Self] = &[
        Self::Party,
        Self::Chart,
        Self::Commitments,
        Self::Ledger,
        Self::Dates,
        Self::Sources,
        Self::Problems,
    ];

    /// Its name in a link.
    pub fn key(self) -> &'static str {
        match self {
            Self::Party => "party",
            Self::Chart => "chart",
            Self::Commitments => "commitments",
            Self::Ledger => "ledger",
            Self::Dates => "dates",
            Self::Sources => "sources",
            Self::Problems => "problems",
        }
    }

    /// Whether a party and its record belong to the place.
    fn is_of_a_party(self) -> bool {
        matches!(self, Self::Party | Self::Chart)
    }
}

/// What the dock shows, as links name it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum LinkDock {
    /// The tree under a number.
    Derivation,
    /// The form of a record.
    Record,
    /// What was done to the document.
    History,
}

impl LinkDock {
    /// Every tab.
    pub const ALL: &'static [Self] = &[Self::Derivation, Self::Record, Self::History];

    /// Its name in a link.
    pub fn key(self) -> &'static str {
        match self {
            Self::Derivation => "derivation",
            Self::Record => "record",
            Self::History => "history",
        }
    }
}

/// The word before the name of a number, where a link is about nothing else.
const EXPLAIN: &str = "explain";
/// The words behind `?` that every place has; a page's own settings have other names.
pub const OWN: &[&str] = &["dock", "form", EXPLAIN, "detail"];
/// What stands for a setting that is switched on.
pub const YES: &str = "yes";

/// A place in a document.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub struct Link {
    /// What the centre is about.
    pub page: LinkPage,
    /// The party shown; on the pages of all parties there is none.
    pub party: Option<String>,
    /// The record of the party that is to be brought into view.
    pub record: Option<String>,
    /// Whether the detail has the centre without the chart.
    pub detail_alone: bool,
    /// What the dock shows; none: it stays as it is.
    pub dock: Option<LinkDock>,
    /// The record whose form the dock shows; none: that of `record`.
    pub form: Option<String>,
    /// The number that is explained, as `pledgebook explain` names it.
    pub explain: Option<String>,
    /// The page's own settings, in its own words: see [`query`] and [`pairs`].
    pub query: String,
}

/// What in a link was not understood. The rest of it holds.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Unread {
    /// There is no such page.
    Page(String),
    /// The path goes on where nothing more is known.
    Part(String),
    /// A word that a place has, with a value that it cannot have: name, value.
    Value(String, String),
}

impl Unread {
    /// What is wrong, in words.
    pub fn told(&self, texts: Texts) -> String {
        match self {
            Self::Page(name) => {
                let pages: Vec<&str> = LinkPage::ALL.iter().map(|page| page.key()).collect();
                let pages = pages.join(", ");
                let args = [("name", name.as_str().into()), ("pages", pages.into())];
                texts.with("link-unread-page", &args)
            }
            Self::Part(part) => texts.with("link-unread-part", &[("part", part.as_str().into())]),
            Self::Value(name, value) => {
                let args = [
                    ("name", name.as_str().into()),
                    ("value", value.as_str().into()),
                ];
                texts.with("link-unread-value", &args)
            }
        }
    }
}

impl Link {
    /// A page, with nothing else said.
    pub fn to(page: LinkPage) -> Self {
        Self {
            page,
            ..Self::default()
        }
    }

    /// Reads what stands behind `#`. What is not understood is told and left out; an unknown page
    /// is the page of a party.
    pub fn read(place: &str) -> (Self, Vec<Unread>) {
        let mut unread = Vec::new();
        let place = place.trim().trim_start_matches('#');
        let (path, words) = place.split_once('?').unwrap_or((place, ""));
        let mut link = Self::default();
        let mut parts = path.split('/').map(decoded).filter(|part| !part.is_empty());
        if let Some(first) = parts.next() {
            let page = LinkPage::ALL.iter().find(|page| page.key() == first);
            match page {
                Some(page) => link.page = *page,
                None if first == EXPLAIN => {
                    link.explain = parts.next();
                    link.dock = Some(LinkDock::Derivation);
                }
                None => unread.push(Unread::Page(first)),
            }
        }
        if link.page.is_of_a_party() && link.explain.is_none() && unread.is_empty() {
            link.party = parts.next();
            link.record = parts.next();
        }
        let left: Vec<String> = parts.collect();
        if !left.is_empty() && unread.is_empty() {
            unread.push(Unread::Part(left.join("/")));
        }
        link.read_words(words, &mut unread);
        (link, unread)
    }

    fn read_words(&mut self, words: &str, unread: &mut Vec<Unread>) {
        let mut rest: Vec<&str> = Vec::new();
        for word in words.split('&').filter(|word| !word.is_empty()) {
            let (name, value) = word.split_once('=').unwrap_or((word, ""));
            let (name, value) = (decoded(name), decoded(value));
            match name.as_str() {
                "dock" => match LinkDock::ALL.iter().find(|dock| dock.key() == value) {
                    Some(dock) => self.dock = Some(*dock),
                    None => unread.push(Unread::Value(name, value)),
                },
                "form" if !value.is_empty() => {
                    self.form = Some(value);
                    self.dock = Some(LinkDock::Record);
                }
                EXPLAIN if !value.is_empty() => {
                    self.explain = Some(value);
                    self.dock = Some(LinkDock::Derivation);
                }
                "detail" if value == YES => self.detail_alone = true,
                own if OWN.contains(&own) => unread.push(Unread::Value(name, value)),
                _ => rest.push(word),
            }
        }
        self.query = clean(&rest.join("&"));
    }

    /// The words behind `?`.
    fn words(&self, explained: bool) -> String {
        let mut words: Vec<String> = Vec::new();
        let mut word = |name: &str, value: &str| words.push(format!("{name}={}", encoded(value)));
        if self.detail_alone {
            word("detail", YES);
        }
        if let Some(number) = self.explain.as_ref().filter(|_| !explained) {
            word(EXPLAIN, number);
        }
        if let Some(form) = &self.form {
            word("form", form);
        }
        if let Some(dock) = self.dock {
            // Where the number or the form is named, its tab is meant.
            let said = match dock {
                LinkDock::Derivation => self.explain.is_some() && self.form.is_none(),
                LinkDock::Record => self.form.is_some(),
                LinkDock::History => false,
            };
            if !said {
                word("dock", dock.key());
            }
        }
        let query = clean(&self.query);
        if !query.is_empty() {
            words.push(query);
        }
        words.join("&")
    }
}

impl fmt::Display for Link {
    /// What stands behind `#`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let alone = self.page == LinkPage::Party && self.party.is_none() && self.record.is_none();
        let explained = self.explain.as_ref().filter(|_| alone);
        match explained {
            Some(number) => write!(f, "{EXPLAIN}/{}", encoded(number))?,
            None => f.write_str(self.page.key())?,
        }
        if self.page.is_of_a_party() {
            for part in self.party.iter().chain(&self.record) {
                write!(f, "/{}", encoded(part))?;
            }
        }
        let words = self.words(explained.is_some());
        if words.is_empty() {
            Ok(())
        } else {
            write!(f, "?{words}")
        }
    }
}

/// A link in whole: of which file, and where in it.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct FileLink {
    /// The file; none: the one that is open.
    pub file: Option<PathBuf>,
    /// What stands behind `#`; none: nothing does.
    pub place: Option<String>,
}

impl FileLink {
    /// Takes `FILE#place` apart. A file whose name holds `#` and that is there wins: `exists` says
    /// whether a file is. Quotes around it are understood.
    pub fn split(text: &str, exists: impl Fn(&Path) -> bool) -> Self {
        let text = text.trim();
        let quoted = |mark: char| text.strip_prefix(mark)?.strip_suffix(mark);
        let angled = text.strip_prefix('<').and_then(|t| t.strip_suffix('>'));
        let text = angled.or(quoted('"')).or(quoted('\'')).unwrap_or(text);
        let file = |name: &str| (!name.is_empty()).then(|| PathBuf::from(name));
        // The sign inside a place is written as %23, so the last one parts it from the file.
        match text.rsplit_once('#') {
            Some(_) if exists(Path::new(text)) => Self {
                file: file(text),
                place: None,
            },
            Some((name, place)) => Self {
                file: file(name),
                place: Some(place.to_owned()),
            },
            None => Self {
                file: file(text),
                place: None,
            },
        }
    }

    /// The text of a link to a place in a file; none: in the one that is open.
    pub fn text(file: Option<&Path>, link: &Link) -> String {
        match file {
            Some(file) => format!("{}#{link}", file.display()),
            None => format!("#{link}"),
        }
    }
}

/// Settings as the words behind `?`, in that order: `unused=yes&search=red%20cross`. Those without a
/// value are left out.
pub fn query<'a>(settings: impl IntoIterator<Item = (&'a str, String)>) -> String {
    let words = settings.into_iter().filter(|(_, value)| !value.is_empty());
    let words = words.map(|(name, value)| format!("{}={}", encoded(name), encoded(&value)));
    words.collect::<Vec<String>>().join("&")
}

/// The settings that words behind `?` name, decoded.
pub fn pairs(query: &str) -> Vec<(String, String)> {
    let words = query.split('&').filter(|word| !word.is_empty());
    words
        .map(|word| {
            let (name, value) = word.split_once('=').unwrap_or((word, ""));
            (decoded(name), decoded(value))
        })
        .collect()
}

/// Signs that stand in a link as they are; letters and digits of any script do too.
fn stays(sign: char) -> bool {
    sign.is_alphanumeric() || matches!(sign, '-' | '_' | '.' | '~' | ':' | ',' | '@')
}

/// A text with the signs percent-encoded that would end or part a link.
fn encoded(text: &str) -> String {
    encode(text, stays)
}

/// A page's own words: they stay as they are, but for what would end the link.
fn clean(query: &str) -> String {
    let words = query.split('&').filter(|word| !word.is_empty());
    let words: Vec<&str> = words.collect();
    encode(&words.join("&"), |sign| {
        stays(sign)
            || matches!(
                sign,
                '%' | '&' | '=' | '/' | '+' | '!' | '*' | '(' | ')' | ';'
            )
    })
}

fn encode(text: &str, stays: impl Fn(char) -> bool) -> String {
    let mut out = String::new();
    for sign in text.chars() {
        if stays(sign) {
            out.push(sign);
            continue;
        }
        for byte in sign.encode_utf8(&mut [0; 4]).bytes() {
            // Writing to a string cannot fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

/// The text that was encoded. What is no code stays as it is.
fn decoded(text: &str) -> String {
    let hex = |byte: Option<&u8>| byte.and_then(|byte| char::from(*byte).to_digit(16));
    let bytes = text.as_bytes();
    let mut out: Vec<u8> = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let code = hex(bytes.get(at + 1)).zip(hex(bytes.get(at + 2)));
        if let Some((high, low)) = code.filter(|_| *byte == b'%') {
            out.push(u8::try_from(high * 16 + low).unwrap_or(b'%'));
            at += 3;
        } else {
            out.push(*byte);
            at += 1;
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;

    fn read(place: &str) -> Link {
        let (link, unread) = Link::read(place);
        assert_eq!(unread, [], "{place}");
        link
    }

    #[test]
    fn places_read_as_they_are_written() {
        for place in [
            "party/LT",
            "party/LT/lt-a03?dock=record",
            "party/LT?detail=yes",
            "party/LT?explain=pledged:LT:2024",
            "party?dock=history",
            "chart/LT?kind=ranked&stage=pledged",
            "explain/pledged:LT:2024",
            "commitments?form=lt-2024-c01&areas=air,sea",
            "dates?when=past",
            "sources?unused=yes&search=червоний%20хрест",
            "problems",
        ] {
            assert_eq!(read(place).to_string(), place);
        }
        assert_eq!(read("#/party/LT/"), read("party/LT"));
        assert_eq!(read(""), Link::default());
    }

    #[test]
    fn what_is_not_understood_is_told_and_the_rest_holds() {
        let (link, unread) = Link::read("partie/LT");
        assert_eq!(unread, [Unread::Page("partie".to_owned())]);
        assert_eq!(link, Link::default());
        let (link, unread) = Link::read("dates/LT/x?dock=kitchen&when=past&%ff%zz");
        let value = Unread::Value("dock".to_owned(), "kitchen".to_owned());
        assert_eq!(unread, [Unread::Part("LT/x".to_owned()), value]);
        assert_eq!(link.page, LinkPage::Dates);
        assert_eq!(link.query, "when=past&%ff%zz");
        for lang in Lang::ALL {
            for unread in &unread {
                assert!(unread.told(Texts::new(*lang)).contains('“') || *lang == Lang::Uk);
                assert!(!unread.told(Texts::new(*lang)).contains("link-unread"));
            }
        }
    }

    #[test]
    fn a_file_whose_name_holds_the_sign_wins_where_it_is_there() {
        let there =
            |names: &'static [&str]| move |path: &Path| names.iter().any(|n| path == Path::new(n));
        let split = FileLink::split("a#b.ron", there(&["a#b.ron"]));
        assert_eq!(split.file.as_deref(), Some(Path::new("a#b.ron")));
        assert_eq!(split.place, None);
        let split = FileLink::split("a#b.ron#party/LT", there(&["a#b.ron"]));
        assert_eq!(split.file.as_deref(), Some(Path::new("a#b.ron")));
        assert_eq!(split.place.as_deref(), Some("party/LT"));
        let split = FileLink::split(" <#dates> ", there(&[]));
        assert_eq!((split.file, split.place.as_deref()), (None, Some("dates")));
        let split = FileLink::split("\"my book.ron#dates\"", there(&[]));
        assert_eq!(split.file.as_deref(), Some(Path::new("my book.ron")));
        assert_eq!(FileLink::split("", there(&[])), FileLink::default());
    }

    #[test]
    fn settings_come_out_as_they_went_in() {
        let settings = [
            ("search", "a & b = c? #1 %20 ґ/+".to_owned()),
            ("none", String::new()),
        ];
        let query = query(settings.clone());
        assert_eq!(
            pairs(&query),
            [("search".to_owned(), settings[0].1.clone())]
        );
        assert_eq!(clean(&query), query);
    }
}
