//! Splits the text of a file into header fields and records without understanding them, so that one
//! damaged record does not take the others with it. Knows strings, raw strings, characters, comments
//! and brackets, nothing of the model.

use super::section::Section;

/// A place in the text: line and column count from 1, columns in characters.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Place {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
}

/// A stretch of the text, in bytes, and where it begins.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Span {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) place: Place,
}

impl Span {
    pub(super) fn of<'a>(&self, text: &'a str) -> &'a str {
        text.get(self.start..self.end).unwrap_or_default()
    }
}

/// A named field: its name, where that stands, and its value.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Field<'a> {
    pub(super) name: &'a str,
    pub(super) start: usize,
    pub(super) place: Place,
    pub(super) value: Span,
}

/// Why the text could not be split further.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Fault {
    /// The text ends inside a value that began at this place.
    Ends,
    /// Something else stands where this was expected.
    Expected(&'static str),
}

/// A fault and its place.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Trouble {
    pub(super) fault: Fault,
    pub(super) place: Place,
}

/// What the file is made of.
#[derive(Debug, Default)]
pub(super) struct Layout<'a> {
    /// Header fields and unknown ones, in the order of the file.
    pub(super) fields: Vec<Field<'a>>,
    /// Names of sections and where they stand.
    pub(super) sections: Vec<(Section, Place)>,
    /// Records, in the order of the file.
    pub(super) records: Vec<(Section, Span)>,
    /// What stopped the splitting, if anything.
    pub(super) trouble: Option<Trouble>,
    /// Comments: how many and the line of the first.
    pub(super) comments: Option<(usize, usize)>,
}

/// Walks over the text.
pub(super) struct Cursor<'a> {
    text: &'a str,
    at: usize,
    /// Of `at`; counted on the way, as a whole file may stand on one line.
    here: Place,
    comments: Option<(usize, usize)>,
}

impl<'a> Cursor<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self {
            text,
            at: 0,
            here: Place { line: 1, column: 1 },
            comments: None,
        }
    }

    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn rest(&self) -> &'a [u8] {
        self.text.as_bytes().get(self.at..).unwrap_or_default()
    }

    /// One byte on, unless the text is at its end.
    fn step(&mut self) {
        let Some(byte) = self.byte() else { return };
        if byte == b'\n' {
            self.here.line += 1;
            self.here.column = 1;
        } else if byte & 0xC0 != 0x80 {
            // Bytes that go on with a character are in its column.
            self.here.column += 1;
        }
        self.at += 1;
    }

    fn step_to(&mut self, end: usize) {
        while self.at < end.min(self.text.len()) {
            self.step();
        }
    }

    fn expected(&self, what: &'static str) -> Trouble {
        let fault = if self.at >= self.text.len() {
            Fault::Ends
        } else {
            Fault::Expected(what)
        };
        Trouble {
            fault,
            place: self.here,
        }
    }

    /// Skips white space and comments; false when a comment never ends.
    fn skip_blank(&mut self) {
        loop {
            match self.byte() {
                Some(b) if b.is_ascii_whitespace() => self.step(),
                Some(b'/') if matches!(self.rest().get(1), Some(b'/' | b'*')) => self.comment(),
                // Non-ASCII white space (a no-break space between records, say).
                Some(b) if b >= 0x80 => {
                    let next = self.text.get(self.at..).and_then(|t| t.chars().next());
                    match next {
                        Some(c) if c.is_whitespace() => self.step_to(self.at + c.len_utf8()),
                        _ => return,
                    }
                }
                _ => return,
            }
        }
    }

    fn comment(&mut self) {
        let (count, first) = self.comments.unwrap_or((0, self.here.line));
        self.comments = Some((count + 1, first));
        if self.rest().starts_with(b"//") {
            while self.byte().is_some_and(|b| b != b'\n') {
                self.step();
            }
            return;
        }
        let mut depth = 0_usize;
        loop {
            let rest = self.rest();
            if rest.is_empty() {
                return;
            } else if rest.starts_with(b"/*") {
                depth += 1;
                self.step_to(self.at + 2);
            } else if rest.starts_with(b"*/") {
                depth -= 1;
                self.step_to(self.at + 2);
                if depth == 0 {
                    return;
                }
            } else {
                self.step();
            }
        }
    }

    fn eat(&mut self, byte: u8) -> bool {
        let there = self.byte() == Some(byte);
        if there {
            self.step();
        }
        there
    }

    fn word(&mut self) -> Option<&'a str> {
        if self.rest().starts_with(b"r#") {
            self.step_to(self.at + 2);
        }
        let start = self.at;
        while self
            .byte()
            .is_some_and(|b| b.is_ascii_alphanumeric() || b == b'_')
        {
            self.step();
        }
        self.text
            .get(start..self.at)
            .filter(|word| !word.is_empty() && !word.as_bytes()[0].is_ascii_digit())
    }

    /// A `"` string from its opening quote; the error is that it never ends.
    fn string(&mut self) -> Result<(), Trouble> {
        let opened = self.here;
        self.step();
        loop {
            match self.byte() {
                None => return Err(ends(opened)),
                Some(b'\\') => {
                    self.step();
                    self.step();
                }
                Some(b'"') => {
                    self.step();
                    return Ok(());
                }
                Some(_) => self.step(),
            }
        }
    }

    /// A raw string from its `r`, if one begins here.
    fn raw_string(&mut self) -> Option<Result<(), Trouble>> {
        let rest = self.rest();
        let hashes = rest.iter().skip(1).take_while(|b| **b == b'#').count();
        if rest.get(1 + hashes) != Some(&b'"') {
            return None;
        }
        let opened = self.here;
        let mut close = String::from("\"");
        close.extend(std::iter::repeat_n('#', hashes));
        let from = self.at + 2 + hashes;
        let found = self.text.get(from..).and_then(|t| t.find(&close));
        Some(if let Some(length) = found {
            self.step_to(from + length + close.len());
            Ok(())
        } else {
            self.step_to(self.text.len());
            Err(ends(opened))
        })
    }

    fn character(&mut self) {
        // `'x'`, `'\n'`, `'\u{301}'`; anything else is left for the parser to complain of.
        let rest = self.text.get(self.at + 1..).unwrap_or_default();
        let mut length = 0;
        let mut escaped = false;
        for c in rest.chars().take(12) {
            length += c.len_utf8();
            if c == '\'' && !escaped && length > 1 {
                self.step_to(self.at + 1 + length);
                return;
            }
            escaped = c == '\\' && !escaped;
        }
        self.step();
    }

    /// Skips one value: up to the `,` or closing bracket that follows it.
    fn skip_value(&mut self) -> Result<Span, Trouble> {
        let (start, place) = (self.at, self.here);
        let mut open: Vec<(u8, Place)> = Vec::new();
        let mut after_word = false;
        loop {
            let Some(byte) = self.byte() else {
                return Err(ends(open.first().map_or(place, |(_, place)| *place)));
            };
            let in_word = after_word;
            after_word = byte.is_ascii_alphanumeric() || byte == b'_';
            match byte {
                b'"' => self.string()?,
                b'r' if !in_word => match self.raw_string() {
                    Some(done) => done?,
                    None => self.step(),
                },
                b'\'' => self.character(),
                b'/' if matches!(self.rest().get(1), Some(b'/' | b'*')) => self.comment(),
                b'(' | b'[' | b'{' => {
                    open.push((byte, self.here));
                    self.step();
                }
                b')' | b']' | b'}' => {
                    let Some((opened, _)) = open.pop() else {
                        break;
                    };
                    let (expected, what) = match opened {
                        b'(' => (b')', ")"),
                        b'[' => (b']', "]"),
                        _ => (b'}', "}"),
                    };
                    if byte != expected {
                        return Err(self.expected(what));
                    }
                    self.step();
                }
                b',' if open.is_empty() => break,
                _ => self.step(),
            }
        }
        if start == self.at {
            return Err(self.expected("a value"));
        }
        Ok(Span {
            start,
            end: self.at,
            place,
        })
    }

    /// The name of a field and its `:`.
    fn name(&mut self) -> Result<(&'a str, usize, Place), Trouble> {
        let (start, place) = (self.at, self.here);
        let name = self.word().ok_or_else(|| Trouble {
            place,
            ..self.expected("the name of a field")
        })?;
        self.skip_blank();
        if !self.eat(b':') {
            return Err(self.expected(":"));
        }
        self.skip_blank();
        Ok((name, start, place))
    }

    /// After a value: a `,` or the closing bracket; true when the list goes on.
    fn goes_on(&mut self, close: u8, what: &'static str) -> Result<bool, Trouble> {
        self.skip_blank();
        let comma = self.eat(b',');
        self.skip_blank();
        if self.eat(close) {
            Ok(false)
        } else if comma {
            Ok(true)
        } else {
            Err(self.expected(what))
        }
    }

    fn open(&mut self, bracket: u8, what: &'static str) -> Result<(), Trouble> {
        if self.eat(bracket) {
            self.skip_blank();
            Ok(())
        } else {
            Err(self.expected(what))
        }
    }

    fn records(&mut self, section: Section, layout: &mut Layout<'a>) -> Result<(), Trouble> {
        self.open(b'[', "[")?;
        if self.eat(b']') {
            return Ok(());
        }
        loop {
            layout.records.push((section, self.skip_value()?));
            if !self.goes_on(b']', "]")? {
                return Ok(());
            }
        }
    }

    /// The fields between `(` and `)`; `nested` are the lists inside `reference`.
    fn body(&mut self, nested: bool, layout: &mut Layout<'a>) -> Result<(), Trouble> {
        if self.eat(b')') {
            return Ok(());
        }
        loop {
            let (name, start, place) = self.name()?;
            let section = Section::named(name, nested);
            if let Some(section) = section {
                layout.sections.push((section, place));
                self.records(section, layout)?;
            } else if name == "reference" && !nested {
                self.open(b'(', "(")?;
                self.body(true, layout)?;
            } else {
                let value = self.skip_value()?;
                layout.fields.push(Field {
                    name,
                    start,
                    place,
                    value,
                });
            }
            if !self.goes_on(b')', ")")? {
                return Ok(());
            }
        }
    }

    fn document(&mut self, layout: &mut Layout<'a>) -> Result<(), Trouble> {
        self.skip_blank();
        while self.rest().starts_with(b"#![") {
            while self.byte().is_some_and(|b| b != b']') {
                self.step();
            }
            self.step();
            self.skip_blank();
        }
        // A name before the bracket is allowed by RON: `Dataset(…)`.
        let _ = self.word();
        self.skip_blank();
        self.open(b'(', "(")?;
        self.body(false, layout)?;
        self.skip_blank();
        if self.at < self.text.len() {
            return Err(self.expected("the end of the file"));
        }
        Ok(())
    }
}

fn ends(place: Place) -> Trouble {
    Trouble {
        fault: Fault::Ends,
        place,
    }
}

/// Splits the text by its brackets.
pub(super) fn layout(text: &str) -> Layout<'_> {
    let mut cursor = Cursor::new(text);
    let mut layout = Layout::default();
    layout.trouble = cursor.document(&mut layout).err();
    layout.comments = cursor.comments;
    layout
}

/// The fields of one record; those before the first fault where it has one.
pub(super) fn fields(record: &str) -> Vec<Field<'_>> {
    let mut cursor = Cursor::new(record);
    let mut found = Vec::new();
    cursor.skip_blank();
    if !cursor.eat(b'(') {
        return found;
    }
    cursor.skip_blank();
    while let Ok((name, start, place)) = cursor.name() {
        let Ok(value) = cursor.skip_value() else {
            break;
        };
        found.push(Field {
            name,
            start,
            place,
            value,
        });
        if !matches!(cursor.goes_on(b')', ")"), Ok(true)) {
            break;
        }
    }
    found
}

/// The length of the field with which the text begins, its comma included.
pub(super) fn field_length(text: &str) -> Option<usize> {
    let mut cursor = Cursor::new(text);
    cursor.name().ok()?;
    cursor.skip_value().ok()?;
    cursor.eat(b',');
    Some(cursor.at)
}
