//! Activities, one by one, from a stream of XML. Elements and attributes of other name spaces are
//! passed over, and so is what the ledger has no use for.

use std::io::{BufReader, ErrorKind, Read};

use quick_xml::XmlVersion;
use quick_xml::errors::SyntaxError;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::reader::Reader;

use super::IatiError;
use super::decoded::Decoded;
use super::gauge::{Gauge, LONGEST};
use super::orgs::Org;

/// How deep elements may stand in each other; the standard needs ten.
const DEEPEST: usize = 64;

/// A sector by its code, and whose code it is.
#[derive(Clone, Debug, Default)]
pub(super) struct Sector {
    pub code: String,
    pub vocabulary: String,
}

/// A transaction, as it stands.
#[derive(Clone, Debug, Default)]
pub(super) struct Transaction {
    pub line: u64,
    pub kind: String,
    pub date: String,
    pub value: String,
    pub currency: String,
    pub description: Words,
    pub provider: Org,
    pub country: String,
    pub region: String,
    pub sectors: Vec<Sector>,
    pub finance: String,
    pub humanitarian: String,
}

/// An activity, as it stands.
#[derive(Clone, Debug, Default)]
pub(super) struct Activity {
    pub id: String,
    pub title: Words,
    pub reporting: Org,
    pub funding: Vec<Org>,
    pub currency: String,
    pub humanitarian: String,
    /// Recipient countries: code and per cent.
    pub countries: Vec<(String, String)>,
    pub regions: Vec<String>,
    pub sectors: Vec<Sector>,
    pub finance: String,
    pub transactions: Vec<Transaction>,
}

/// Words in one of several languages: English where it is told, else the first.
#[derive(Clone, Debug, Default)]
pub(super) struct Words {
    pub text: String,
    english: bool,
}

impl Words {
    fn hear(&mut self, text: &str, language: &str) {
        let english = language.to_lowercase().starts_with("en");
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if !text.is_empty() && (self.text.is_empty() || (english && !self.english)) {
            *self = Self { text, english };
        }
    }
}

/// Where in an activity one stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Tag {
    Root,
    Activity,
    Identifier,
    Title,
    Reporting,
    Participating,
    Country,
    Region,
    Sector,
    Finance,
    Transaction,
    Kind,
    Date,
    Value,
    Description,
    Provider,
    Narrative,
    Other,
}

impl Tag {
    fn within(self, name: &str) -> Self {
        match (self, name) {
            (Self::Root, "iati-activity") => Self::Activity,
            (Self::Activity, "iati-identifier") => Self::Identifier,
            (Self::Activity, "title") => Self::Title,
            (Self::Activity, "reporting-org") => Self::Reporting,
            (Self::Activity, "participating-org") => Self::Participating,
            (Self::Activity | Self::Transaction, "recipient-country") => Self::Country,
            (Self::Activity | Self::Transaction, "recipient-region") => Self::Region,
            (Self::Activity | Self::Transaction, "sector") => Self::Sector,
            (Self::Activity, "default-finance-type") | (Self::Transaction, "finance-type") => {
                Self::Finance
            }
            (Self::Activity, "transaction") => Self::Transaction,
            (Self::Transaction, "transaction-type") => Self::Kind,
            (Self::Transaction, "transaction-date") => Self::Date,
            (Self::Transaction, "value") => Self::Value,
            (Self::Transaction, "description") => Self::Description,
            (Self::Transaction, "provider-org") => Self::Provider,
            (
                Self::Title
                | Self::Reporting
                | Self::Participating
                | Self::Description
                | Self::Provider,
                "narrative",
            ) => Self::Narrative,
            _ => Self::Other,
        }
    }

    fn has_text(self) -> bool {
        matches!(self, Self::Identifier | Self::Value | Self::Narrative)
    }
}

/// Attributes without a prefix, and `xml:lang`.
struct Attributes(Vec<(String, String)>);

impl Attributes {
    fn of(start: &BytesStart<'_>, line: u64) -> Result<Self, IatiError> {
        let mut all = Vec::new();
        for attribute in start.attributes() {
            let attribute = attribute.map_err(|why| IatiError::broken(line, &why))?;
            let name = attribute.key.into_inner();
            if name.contains(':') && name != "xml:lang" {
                continue;
            }
            let value = attribute.normalized_value(XmlVersion::Implicit1_0);
            let value = value.map_err(|why| IatiError::broken(line, &why))?;
            all.push((name.to_owned(), value.trim().to_owned()));
        }
        Ok(Self(all))
    }

    fn get(&self, name: &str) -> String {
        let mut all = self.0.iter();
        let found = all.find(|(known, _)| known == name);
        found.map(|(_, value)| value.clone()).unwrap_or_default()
    }
}

/// Reads activities and hands each over when it ends.
pub(super) struct Activities<R: Read> {
    reader: Reader<Gauge<BufReader<Decoded<R>>>>,
    encoding: String,
    path: Vec<Tag>,
    text: String,
    language: String,
    narrative: String,
    activity: Activity,
    transaction: Transaction,
    org: Org,
    words: Words,
    version: Option<String>,
}

impl<R: Read> Activities<R> {
    pub(super) fn new(bytes: R) -> Result<Self, IatiError> {
        let (decoded, encoding) = Decoded::new(bytes)?;
        Ok(Self {
            reader: Reader::from_reader(Gauge::new(BufReader::new(decoded))),
            encoding,
            path: Vec::new(),
            text: String::new(),
            language: String::new(),
            narrative: String::new(),
            activity: Activity::default(),
            transaction: Transaction::default(),
            org: Org::default(),
            words: Words::default(),
            version: None,
        })
    }

    /// The next activity; none at the end.
    pub(super) fn next(&mut self) -> Result<Option<Activity>, IatiError> {
        let mut buffer = Vec::new();
        loop {
            buffer.clear();
            self.reader.get_mut().next_piece();
            let line = self.reader.get_ref().line();
            match self.reader.read_event_into(&mut buffer) {
                Ok(Event::Eof) if self.path.is_empty() && self.version.is_some() => {
                    return Ok(None);
                }
                Ok(Event::Eof) if self.version.is_none() => {
                    let root = String::new();
                    return Err(IatiError::NotIati { root });
                }
                Ok(Event::Eof) => return Err(IatiError::CutShort { line }),
                Ok(event) => {
                    if self.take(&event, line)? {
                        return Ok(Some(std::mem::take(&mut self.activity)));
                    }
                }
                Err(why) => return Err(self.failed(&why)),
            }
        }
    }

    fn failed(&self, why: &quick_xml::Error) -> IatiError {
        let line = self.reader.get_ref().line();
        let label = self.encoding.clone();
        match why {
            quick_xml::Error::Io(why) if why.kind() == ErrorKind::FileTooLarge => {
                IatiError::TooLong { line }
            }
            quick_xml::Error::Io(why) if why.kind() == ErrorKind::InvalidData => {
                IatiError::Encoding { label, line }
            }
            quick_xml::Error::Io(why) => IatiError::Io(why.kind().into()),
            quick_xml::Error::Encoding(_) => IatiError::Encoding { label, line },
            quick_xml::Error::Syntax(SyntaxError::UnclosedTag) => IatiError::CutShort { line },
            why => IatiError::broken(line, why),
        }
    }

    /// Takes a piece in. True where an activity ends by it.
    fn take(&mut self, event: &Event<'_>, line: u64) -> Result<bool, IatiError> {
        match event {
            Event::Start(start) => {
                self.open(start, line)?;
                Ok(false)
            }
            Event::Empty(start) => {
                self.open(start, line)?;
                Ok(self.close())
            }
            Event::End(_) => Ok(self.close()),
            Event::Text(text) => self.hear(text, line),
            Event::CData(text) => self.hear(text, line),
            Event::GeneralRef(reference) => {
                let character = character(reference, line)?;
                self.hear(character.encode_utf8(&mut [0; 4]), line)
            }
            // A document type brings entities: bombs, and files from elsewhere.
            Event::DocType(_) => Err(IatiError::DocumentType { line }),
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::Eof => Ok(false),
        }
    }

    fn hear(&mut self, text: &str, line: u64) -> Result<bool, IatiError> {
        if self.path.last().is_some_and(|tag| tag.has_text()) {
            if self.text.len() + text.len() > LONGEST {
                return Err(IatiError::TooLong { line });
            }
            self.text.push_str(text);
        }
        Ok(false)
    }

    fn open(&mut self, start: &BytesStart<'_>, line: u64) -> Result<(), IatiError> {
        if self.path.len() >= DEEPEST {
            return Err(IatiError::TooDeep { line });
        }
        let name = start.name().into_inner();
        let Some(parent) = self.path.last().copied() else {
            self.root(name, start, line)?;
            self.path.push(Tag::Root);
            return Ok(());
        };
        let tag = parent.within(name);
        self.path.push(tag);
        if tag != Tag::Other {
            let attributes = Attributes::of(start, line)?;
            self.begin(tag, parent, &attributes, line);
        }
        Ok(())
    }

    fn root(&mut self, name: &str, start: &BytesStart<'_>, line: u64) -> Result<(), IatiError> {
        if name == "iati-organisations" {
            return Err(IatiError::Organisations);
        }
        // After its end nothing more may begin.
        if name != "iati-activities" || self.version.is_some() {
            let root = name.chars().take(80).collect();
            return Err(IatiError::NotIati { root });
        }
        let version = Attributes::of(start, line)?.get("version");
        if !version.is_empty() && !version.starts_with("2.") {
            return Err(IatiError::Version { version });
        }
        self.version = Some(version);
        Ok(())
    }

    fn begin(&mut self, tag: Tag, parent: Tag, attributes: &Attributes, line: u64) {
        let code = || attributes.get("code");
        let in_transaction = parent == Tag::Transaction;
        match tag {
            Tag::Activity => {
                self.activity = Activity {
                    currency: attributes.get("default-currency"),
                    humanitarian: attributes.get("humanitarian"),
                    ..Activity::default()
                };
                self.language = attributes.get("xml:lang");
            }
            Tag::Transaction => {
                self.transaction = Transaction {
                    line,
                    humanitarian: attributes.get("humanitarian"),
                    ..Transaction::default()
                };
            }
            Tag::Reporting | Tag::Participating | Tag::Provider => {
                self.words = Words::default();
                self.org = Org {
                    reference: attributes.get("ref"),
                    kind: attributes.get("type"),
                    role: attributes.get("role"),
                    name: String::new(),
                };
            }
            Tag::Title | Tag::Description => self.words = Words::default(),
            Tag::Country if in_transaction => self.transaction.country = code(),
            Tag::Country => {
                let share = attributes.get("percentage");
                self.activity.countries.push((code(), share));
            }
            Tag::Region if in_transaction => self.transaction.region = code(),
            Tag::Region => self.activity.regions.push(code()),
            Tag::Sector => {
                let vocabulary = attributes.get("vocabulary");
                let sector = Sector {
                    code: code(),
                    vocabulary,
                };
                if in_transaction {
                    self.transaction.sectors.push(sector);
                } else {
                    self.activity.sectors.push(sector);
                }
            }
            Tag::Finance if in_transaction => self.transaction.finance = code(),
            Tag::Finance => self.activity.finance = code(),
            Tag::Kind => self.transaction.kind = code(),
            Tag::Date => self.transaction.date = attributes.get("iso-date"),
            Tag::Value => {
                self.transaction.currency = attributes.get("currency");
                self.text.clear();
            }
            Tag::Narrative => {
                let own = attributes.get("xml:lang");
                self.narrative = if own.is_empty() {
                    self.language.clone()
                } else {
                    own
                };
                self.text.clear();
            }
            Tag::Identifier => self.text.clear(),
            Tag::Root | Tag::Other => {}
        }
    }

    /// An element ends. True where it is an activity.
    fn close(&mut self) -> bool {
        let Some(tag) = self.path.pop() else {
            return false;
        };
        let org = |reader: &mut Self| Org {
            name: std::mem::take(&mut reader.words).text,
            ..std::mem::take(&mut reader.org)
        };
        match tag {
            Tag::Activity => return true,
            Tag::Identifier => self.text.trim().clone_into(&mut self.activity.id),
            Tag::Value => self.text.trim().clone_into(&mut self.transaction.value),
            Tag::Narrative => self.words.hear(&self.text, &self.narrative),
            Tag::Title => self.activity.title = std::mem::take(&mut self.words),
            Tag::Description => self.transaction.description = std::mem::take(&mut self.words),
            Tag::Reporting => self.activity.reporting = org(self),
            Tag::Provider => self.transaction.provider = org(self),
            Tag::Participating => {
                let org = org(self);
                // Its role: 1, funding.
                if org.role == "1" {
                    self.activity.funding.push(org);
                }
            }
            Tag::Transaction => {
                let transaction = std::mem::take(&mut self.transaction);
                self.activity.transactions.push(transaction);
            }
            _ => {}
        }
        false
    }
}

/// The character of a reference: by its number, or one of the five that XML itself names.
fn character(reference: &BytesRef<'_>, line: u64) -> Result<char, IatiError> {
    if let Some(character) = reference
        .resolve_char_ref()
        .map_err(|why| IatiError::broken(line, &why))?
    {
        return Ok(character);
    }
    match &**reference {
        "amp" => Ok('&'),
        "lt" => Ok('<'),
        "gt" => Ok('>'),
        "quot" => Ok('"'),
        "apos" => Ok('\''),
        other => {
            let name = other.chars().take(80).collect();
            Err(IatiError::Entity { name, line })
        }
    }
}
