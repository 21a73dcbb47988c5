//! Just enough of Rust's grammar to read a source file: tokens without comments, and the paths
//! that are written out in them, the branches of `use` trees included.

/// What a token is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Kind {
    /// A name or keyword.
    Word,
    /// A number.
    Number,
    /// A string; its text is what stands between the quotes.
    Text,
    /// One sign, or `::`.
    Sign,
}

/// A token with the line that it stands on.
#[derive(Clone, Debug)]
pub(crate) struct Token {
    pub(crate) kind: Kind,
    pub(crate) text: String,
    pub(crate) line: usize,
}

impl Token {
    pub(crate) fn is(&self, text: &str) -> bool {
        self.kind != Kind::Text && self.text == text
    }
}

/// The tokens of a source text. Comments and characters in single quotes are left out.
pub(crate) fn tokens(source: &str) -> Vec<Token> {
    let mut lexer = Lexer {
        chars: source.chars().collect(),
        at: 0,
        line: 1,
    };
    let mut found = Vec::new();
    while let Some(token) = lexer.next_token() {
        found.push(token);
    }
    found
}

struct Lexer {
    chars: Vec<char>,
    at: usize,
    line: usize,
}

fn in_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

impl Lexer {
    fn peek(&self, ahead: usize) -> char {
        self.chars.get(self.at + ahead).copied().unwrap_or('\0')
    }

    fn step(&mut self) -> char {
        let c = self.peek(0);
        self.at += 1;
        if c == '\n' {
            self.line += 1;
        }
        c
    }

    fn done(&self) -> bool {
        self.at >= self.chars.len()
    }

    fn next_token(&mut self) -> Option<Token> {
        loop {
            if self.done() {
                return None;
            }
            match (self.peek(0), self.peek(1)) {
                (c, _) if c.is_whitespace() => {
                    self.step();
                }
                ('/', '/') => while !self.done() && self.step() != '\n' {},
                ('/', '*') => self.skip_comment(),
                ('\'', _) => self.skip_quote(),
                _ => break,
            }
        }
        let line = self.line;
        let (kind, text) = match self.peek(0) {
            '"' => (Kind::Text, self.plain_text()),
            'r' if self.raw_hashes(1).is_some() => (Kind::Text, self.raw_text(1)),
            'b' if self.peek(1) == '"' => {
                self.step();
                (Kind::Text, self.plain_text())
            }
            'b' if self.peek(1) == 'r' && self.raw_hashes(2).is_some() => {
                (Kind::Text, self.raw_text(2))
            }
            c if c.is_ascii_digit() => (Kind::Number, self.number()),
            c if in_word(c) => (Kind::Word, self.word()),
            ':' if self.peek(1) == ':' => {
                self.at += 2;
                (Kind::Sign, "::".to_owned())
            }
            _ => (Kind::Sign, self.step().to_string()),
        };
        Some(Token { kind, text, line })
    }

    fn word(&mut self) -> String {
        let mut text = String::new();
        while in_word(self.peek(0)) {
            text.push(self.step());
        }
        text
    }

    fn number(&mut self) -> String {
        let mut text = self.word();
        if self.peek(0) == '.' && self.peek(1).is_ascii_digit() {
            text.push(self.step());
            text.push_str(&self.word());
        }
        text
    }

    fn skip_comment(&mut self) {
        let mut depth = 0;
        while !self.done() {
            match (self.peek(0), self.peek(1)) {
                ('/', '*') => depth += 1,
                ('*', '/') => depth -= 1,
                _ => {
                    self.step();
                    continue;
                }
            }
            self.at += 2;
            if depth == 0 {
                return;
            }
        }
    }

    /// A character or a lifetime: neither is of interest.
    fn skip_quote(&mut self) {
        self.step();
        if self.peek(0) == '\\' {
            self.at += 2;
            while !self.done() && self.step() != '\'' {}
        } else if self.peek(1) == '\'' {
            self.step();
            self.step();
        }
    }

    fn plain_text(&mut self) -> String {
        self.step();
        let mut text = String::new();
        while !self.done() {
            match self.step() {
                '"' => break,
                '\\' => {
                    text.push('\\');
                    text.push(self.step());
                }
                c => text.push(c),
            }
        }
        text
    }

    fn raw_hashes(&self, from: usize) -> Option<usize> {
        let rest = self.chars.get(self.at + from..).unwrap_or_default();
        let hashes = rest.iter().take_while(|c| **c == '#').count();
        (self.peek(from + hashes) == '"').then_some(hashes)
    }

    fn raw_text(&mut self, prefix: usize) -> String {
        let hashes = self.raw_hashes(prefix).unwrap_or_default();
        self.at += prefix + hashes + 1;
        let mut text = String::new();
        while !self.done() {
            let closes = self.peek(0) == '"' && (1..=hashes).all(|n| self.peek(n) == '#');
            if closes {
                self.at += hashes + 1;
                break;
            }
            text.push(self.step());
        }
        text
    }
}

/// A path as written, from its first segment on.
#[derive(Clone, Debug)]
pub(crate) struct Path {
    pub(crate) segments: Vec<String>,
    pub(crate) line: usize,
    /// The names of the modules written inside the file that it stands in.
    pub(crate) inside: Vec<String>,
}

impl Path {
    /// Whether it names `what` (`std::fs`), or something in it.
    pub(crate) fn starts_with(&self, what: &str) -> bool {
        let mut segments = self.segments.iter();
        what.split("::")
            .all(|part| segments.next().is_some_and(|s| s == part))
    }

    /// Whether it ends in `what` (`SystemTime::now`).
    pub(crate) fn ends_with(&self, what: &str) -> bool {
        let mut segments = self.segments.iter().rev();
        what.rsplit("::")
            .all(|part| segments.next().is_some_and(|s| s == part))
    }

    /// Whether it stands in a module of unit tests.
    pub(crate) fn in_tests(&self) -> bool {
        self.inside.iter().any(|name| name == "tests")
    }
}

/// Every path of two or more segments in the tokens; a `use` tree gives one path a branch.
pub(crate) fn paths(tokens: &[Token]) -> Vec<Path> {
    let mut found = Vec::new();
    let mut braces: Vec<Option<String>> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let token = &tokens[at];
        if token.is("{") {
            let name = (at >= 2 && tokens[at - 2].is("mod")).then(|| tokens[at - 1].text.clone());
            braces.push(name);
        } else if token.is("}") {
            braces.pop();
        } else if token.kind == Kind::Word && tokens.get(at + 1).is_some_and(|t| t.is("::")) {
            let inside: Vec<String> = braces.iter().flatten().cloned().collect();
            at = tree(tokens, at, &mut Vec::new(), &inside, &mut found);
            continue;
        }
        at += 1;
    }
    found
}

/// Reads a path, or a `use` tree, from `at` on, and returns where it ends.
fn tree(
    tokens: &[Token],
    mut at: usize,
    before: &mut Vec<String>,
    inside: &[String],
    found: &mut Vec<Path>,
) -> usize {
    let depth = before.len();
    let line = tokens[at].line;
    loop {
        match tokens.get(at) {
            Some(token) if token.kind == Kind::Word || token.is("*") => {
                before.push(token.text.clone());
                at += 1;
            }
            Some(token) if token.is("{") => {
                at += 1;
                while tokens.get(at).is_some_and(|t| !t.is("}")) {
                    let next = tree(tokens, at, before, inside, found);
                    at = next.max(at + 1);
                    // `as name` and the comma
                    while tokens.get(at).is_some_and(|t| t.is("as") || t.is(",")) {
                        at += if tokens[at].is("as") { 2 } else { 1 };
                    }
                }
                before.truncate(depth);
                return at + 1;
            }
            _ => break,
        }
        if tokens.get(at).is_some_and(|t| t.is("::")) {
            at += 1;
        } else {
            break;
        }
    }
    if before.len() > 1 {
        found.push(Path {
            segments: before.clone(),
            line,
            inside: inside.to_vec(),
        });
    }
    before.truncate(depth);
    at
}

#[test]
fn what_is_read_is_code_and_not_comment_or_text() {
    let source = r##"
        // crate::no
        /* crate::no /* crate::no */ */
        use crate::{a, b::{self, C as D}, e::*};
        fn f<'a>(x: &'a str) -> char { let _ = "crate::no \" // x"; r#"crate::"no" "#; '"' }
        mod tests { use super::super::ui; }
    "##;
    let read = tokens(source);
    let found = paths(&read);
    let written: Vec<String> = found.iter().map(|path| path.segments.join("::")).collect();
    let wanted = [
        "crate::a",
        "crate::b::self",
        "crate::b::C",
        "crate::e::*",
        "super::super::ui",
    ];
    assert_eq!(written, wanted);
    assert!(found[4].in_tests() && !found[0].in_tests());
    let texts: Vec<&str> = read
        .iter()
        .filter(|token| token.kind == Kind::Text)
        .map(|token| token.text.as_str())
        .collect();
    assert_eq!(texts, [r#"crate::no \" // x"#, r#"crate::"no" "#]);
    assert_eq!(found[4].line, 6);
}
