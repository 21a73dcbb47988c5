//! Every text that a person reads stands in both languages, takes the same arguments in both, and
//! is used.

use std::collections::{BTreeMap, BTreeSet};

use fluent_templates::fluent_bundle::FluentResource;

use super::rust::{Kind, Token};
use super::{Source, files, has_ending, read, report, sources};

/// A message of a language.
struct Message {
    file: String,
    line: usize,
    /// The arguments that it shows or chooses by.
    arguments: BTreeSet<String>,
    /// The messages that it quotes.
    quotes: BTreeSet<String>,
    /// The keys of its choices: `one`, `few`, `many`, `other`.
    keys: BTreeSet<String>,
}

type Messages = BTreeMap<String, Message>;

/// Reads the messages of one file. What Fluent itself does not understand is a finding.
fn read_messages(file: &str, text: &str, messages: &mut Messages, findings: &mut Vec<String>) {
    if let Err((_, errors)) = FluentResource::try_new(text.to_owned()) {
        for error in errors {
            let line = text
                .get(..error.pos.start)
                .map_or(0, |before| before.lines().count());
            findings.push(format!("{file}:{line}: {error}"));
        }
    }
    let mut current: Option<String> = None;
    for (index, line) in text.lines().enumerate() {
        let starts = line.starts_with(|c: char| c.is_ascii_alphabetic() || c == '-');
        if let Some((id, _)) = line.split_once('=').filter(|_| starts) {
            let id = id.trim().to_owned();
            let message = Message {
                file: file.to_owned(),
                line: index + 1,
                arguments: BTreeSet::new(),
                quotes: BTreeSet::new(),
                keys: BTreeSet::new(),
            };
            if let Some(earlier) = messages.insert(id.clone(), message) {
                let at = format!("{}:{}", earlier.file, earlier.line);
                findings.push(format!("{file}:{}: `{id}` is in {at} already", index + 1));
            }
            current = Some(id);
        } else if !line.starts_with(char::is_whitespace) && !line.is_empty() && line != "}" {
            current = None;
        }
        if let Some(message) = current.as_ref().and_then(|id| messages.get_mut(id)) {
            read_line(line, message);
        }
    }
}

fn read_line(line: &str, message: &mut Message) {
    let word = |text: &str| -> String {
        let fits = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
        text.chars().take_while(fits).collect()
    };
    for (at, _) in line.match_indices('$') {
        message.arguments.insert(word(&line[at + 1..]));
    }
    for (at, _) in line.match_indices('{') {
        let quoted = word(line[at + 1..].trim_start());
        if quoted.starts_with(|c: char| c.is_ascii_lowercase() || c == '-') {
            message.quotes.insert(quoted);
        }
    }
    let key = line.trim_start().trim_start_matches('*');
    if let Some(key) = key.strip_prefix('[') {
        message.keys.insert(word(key));
    }
}

fn messages_of(language: &str, findings: &mut Vec<String>) -> Messages {
    let mut messages = Messages::new();
    for file in files(&format!("assets/texts/{language}")) {
        if has_ending(&file, "ftl") {
            read_messages(&file, &read(&file), &mut messages, findings);
        }
    }
    messages
}

/// The arguments of a message and of all that it quotes.
fn arguments(messages: &Messages, id: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut seen = BTreeSet::new();
    let mut open = vec![id.to_owned()];
    while let Some(id) = open.pop() {
        if let Some(message) = messages.get(&id).filter(|_| seen.insert(id.clone())) {
            found.extend(message.arguments.iter().cloned());
            open.extend(message.quotes.iter().cloned());
        }
    }
    found
}

fn list(names: &BTreeSet<String>) -> String {
    names
        .iter()
        .map(String::as_str)
        .collect::<Vec<_>>()
        .join(", ")
}

#[test]
fn both_languages_have_the_same_messages_with_the_same_arguments() {
    let mut findings = Vec::new();
    let english = messages_of("en", &mut findings);
    let ukrainian = messages_of("uk", &mut findings);
    for (one, other, language) in [
        (&english, &ukrainian, "Ukrainian"),
        (&ukrainian, &english, "English"),
    ] {
        for (id, message) in one.iter().filter(|(id, _)| !other.contains_key(*id)) {
            let Message { file, line, .. } = message;
            findings.push(format!("{file}:{line}: `{id}` is not there in {language}"));
        }
    }
    for (id, message) in ukrainian.iter().filter(|(id, _)| english.contains_key(*id)) {
        let (en, uk) = (arguments(&english, id), arguments(&ukrainian, id));
        if en != uk {
            let at = format!("{}:{}", message.file, message.line);
            findings.push(format!(
                "{at}: `{id}` takes {{{}}}, in English {{{}}}",
                list(&uk),
                list(&en)
            ));
        }
    }
    report(findings);
}

#[test]
fn a_number_chooses_among_all_the_plurals_of_ukrainian() {
    let mut findings = Vec::new();
    let ukrainian = messages_of("uk", &mut findings);
    for (id, message) in &ukrainian {
        let has = |key: &str| message.keys.contains(key);
        let counts = ["one", "few", "many"].iter().any(|key| has(key));
        // Whole numbers are never *other* in Ukrainian, so it may stand for *many*.
        if counts && !(has("one") && has("few") && (has("many") || has("other"))) {
            let Message {
                file, line, keys, ..
            } = message;
            findings.push(format!("{file}:{line}: `{id}` has only {}", list(keys)));
        }
    }
    report(findings);
}

/// A message that the code asks for, and the arguments it hands over (none: they cannot be read
/// from the code).
struct Asked {
    id: String,
    line: usize,
    arguments: Option<BTreeSet<String>>,
}

/// The messages that a file asks for by `texts.get("…")` and `texts.with("…", …)`, and those that
/// its functions `…_id() -> &'static str` return.
fn asked(source: &Source) -> Vec<Asked> {
    let tokens = &source.tokens;
    let mut found = Vec::new();
    for at in 0..tokens.len() {
        if let Some(asked) = asked_by_call(tokens, at) {
            found.push(asked);
        }
        let named =
            tokens[at].is("fn") && tokens.get(at + 1).is_some_and(|t| t.text.ends_with("_id"));
        if named {
            found.extend(returned(&tokens[at..]));
        }
    }
    found
}

fn asked_by_call(tokens: &[Token], at: usize) -> Option<Asked> {
    let [receiver, dot, method, open, id] = tokens.get(at..at + 5)? else {
        return None;
    };
    let of_texts = receiver.kind == Kind::Word && receiver.text.to_lowercase().contains("text");
    if !(of_texts && dot.is(".") && open.is("(") && id.kind == Kind::Text) {
        return None;
    }
    let arguments = match method.text.as_str() {
        "get" => Some(BTreeSet::new()),
        "with" => handed_over(&tokens[at + 5..]),
        _ => return None,
    };
    Some(Asked {
        id: id.text.clone(),
        line: id.line,
        arguments,
    })
}

/// The names in `, &[("name", …), …])`; none where something else is handed over.
fn handed_over(tokens: &[Token]) -> Option<BTreeSet<String>> {
    let literal = [",", "&", "["];
    if !tokens
        .iter()
        .zip(literal)
        .all(|(token, sign)| token.is(sign))
    {
        return None;
    }
    let mut names = BTreeSet::new();
    let mut depth = 0;
    for pair in tokens[2..].windows(2) {
        match pair[0].text.as_str() {
            "(" | "[" | "{" if pair[0].kind == Kind::Sign => depth += 1,
            ")" | "]" | "}" if pair[0].kind == Kind::Sign => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            break;
        }
        if depth == 2 && pair[0].is("(") && pair[1].kind == Kind::Text {
            names.insert(pair[1].text.clone());
        }
    }
    Some(names)
}

/// The literal ids in the body of a function that returns `&'static str`.
fn returned(tokens: &[Token]) -> Vec<Asked> {
    let Some(body) = tokens
        .iter()
        .position(|token| token.is("{") || token.is(";"))
    else {
        return Vec::new();
    };
    // The lifetime's quote is not kept, its name is.
    let returns = ["&", "static", "str"];
    let static_str = tokens[..body].windows(3).any(|window| {
        window
            .iter()
            .zip(returns)
            .all(|(token, text)| token.is(text))
    });
    if !static_str {
        return Vec::new();
    }
    let mut depth = 0;
    let mut found = Vec::new();
    for token in &tokens[body..] {
        match token.text.as_str() {
            "{" if token.kind == Kind::Sign => depth += 1,
            "}" if token.kind == Kind::Sign => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            break;
        }
        if token.kind == Kind::Text && token.text.contains('-') {
            found.push(Asked {
                id: token.text.clone(),
                line: token.line,
                arguments: None,
            });
        }
    }
    found
}

fn check_asked(source: &Source, messages: &Messages) -> Vec<String> {
    let mut findings = Vec::new();
    for Asked {
        id,
        line,
        arguments: given,
    } in asked(source)
    {
        let at = format!("{}:{line}", source.file);
        if !messages.contains_key(&id) {
            findings.push(format!("{at}: there is no message `{id}`"));
            continue;
        }
        let wanted = arguments(messages, &id);
        if let Some(given) = given.filter(|given| *given != wanted) {
            findings.push(format!(
                "{at}: `{id}` gets {{{}}}, takes {{{}}}",
                list(&given),
                list(&wanted)
            ));
        }
    }
    findings
}

#[test]
fn every_text_that_the_code_asks_for_is_there_and_gets_its_arguments() {
    let mut findings = Vec::new();
    let english = messages_of("en", &mut findings);
    let sources = sources("src");
    report(
        sources
            .iter()
            .flat_map(|source| check_asked(source, &english)),
    );
}

#[test]
fn every_text_is_used() {
    let mut findings = Vec::new();
    let english = messages_of("en", &mut findings);
    let sources = sources("src");
    let literals = sources.iter().flat_map(|source| &source.tokens);
    let mut used: BTreeSet<&str> = literals
        .filter(|token| token.kind == Kind::Text)
        .map(|token| token.text.as_str())
        .collect();
    used.extend(
        english
            .values()
            .flat_map(|message| &message.quotes)
            .map(String::as_str),
    );
    report(
        english
            .iter()
            .filter(|(id, _)| !used.contains(id.as_str()))
            .map(|(id, message)| format!("{}:{}: `{id}` is not used", message.file, message.line)),
    );
}

#[test]
fn a_missing_text_or_argument_is_seen() {
    let mut messages = Messages::new();
    let mut findings = Vec::new();
    let text = "hello = Hello\n# note\nmany =\n    { $count ->\n        [one] { $name }\n       *[other] { hello }\n    }\n";
    read_messages("en/a.ftl", text, &mut messages, &mut findings);
    assert!(findings.is_empty(), "{findings:?}");
    assert_eq!(list(&arguments(&messages, "many")), "count, name");
    assert_eq!(list(&messages["many"].keys), "one, other");
    let seen = |code: &str| {
        check_asked(
            &Source::new("src/a.rs".to_owned(), code.to_owned()),
            &messages,
        )
    };
    assert!(seen(r#"texts.get("hello"); map.get("nothing");"#).is_empty());
    assert_eq!(
        seen(r#"texts.get("nothing")"#),
        ["src/a.rs:1: there is no message `nothing`"]
    );
    assert_eq!(seen(r#"texts.get("many")"#).len(), 1);
    assert_eq!(
        seen(r#"self.texts.with("many", &[("count", f("x").into())])"#).len(),
        1
    );
    assert!(
        seen(r#"texts.with("many", &[("count", f(("x", 1))), ("name", n.into())])"#).is_empty()
    );
    assert!(seen(r#"texts.with("many", &args)"#).is_empty());
    let code = "fn text_id(self) -> &'static str { match self { _ => \"no-such\" } }";
    assert_eq!(seen(code), ["src/a.rs:1: there is no message `no-such`"]);
    read_messages(
        "en/b.ftl",
        "hello = again\nbad\n",
        &mut messages,
        &mut findings,
    );
    assert_eq!(findings.len(), 2, "{findings:?}");
}
