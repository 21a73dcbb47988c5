//! Habits of the code that no lint sees.

use super::{Source, report, sources};

/// The most lines that a Rust file may have.
const LONGEST: usize = 600;

fn everything() -> Vec<Source> {
    let mut all = sources("src");
    all.extend(sources("tests"));
    all
}

/// Where these words and signs follow each other.
fn places(source: &Source, wanted: &[&str]) -> Vec<String> {
    source
        .tokens
        .windows(wanted.len())
        .filter(|tokens| {
            tokens
                .iter()
                .zip(wanted)
                .all(|(token, text)| token.is(text))
        })
        .map(|tokens| format!("{}:{}: `{}`", source.file, tokens[0].line, wanted.concat()))
        .collect()
}

#[test]
fn no_file_is_too_long_to_read() {
    report(everything().iter().filter_map(|source| {
        let lines = source.text.lines().count();
        (lines > LONGEST).then(|| format!("{}:{lines}: over {LONGEST} lines", source.file))
    }));
}

#[test]
fn a_lint_is_set_aside_only_where_it_would_speak_and_with_a_reason() {
    report(everything().iter().flat_map(|source| {
        let mut found = places(source, &["[", "allow", "("]);
        let expected = source.tokens.iter().enumerate().filter(|(at, token)| {
            token.is("expect")
                && *at > 0
                && source.tokens[at - 1].is("[")
                && source.tokens.get(at + 1).is_some_and(|next| next.is("("))
        });
        for (at, token) in expected {
            let rest = source.tokens[at..]
                .iter()
                .take_while(|token| !token.is("]"));
            if !rest.into_iter().any(|token| token.is("reason")) {
                found.push(format!(
                    "{}:{}: `expect` without a reason",
                    source.file, token.line
                ));
            }
        }
        found
    }));
}

#[test]
fn nothing_is_left_undone_and_no_test_is_set_aside() {
    report(everything().iter().flat_map(|source| {
        [
            &["todo", "!"] as &[&str],
            &["unimplemented", "!"],
            &["[", "ignore"],
            &["dbg", "!"],
        ]
        .into_iter()
        .flat_map(|wanted| places(source, wanted))
        .collect::<Vec<String>>()
    }));
}

#[test]
fn what_is_left_undone_is_seen() {
    let text = "fn f() { todo!() }\n#[ignore = \"slow\"]\nfn g() { \"todo!()\"; }";
    let source = Source::new("src/f.rs".to_owned(), text.to_owned());
    assert_eq!(places(&source, &["todo", "!"]), ["src/f.rs:1: `todo!`"]);
    assert_eq!(places(&source, &["[", "ignore"]), ["src/f.rs:2: `[ignore`"]);
}

#[test]
fn every_test_file_is_part_of_the_one_test_binary() {
    let tests = sources("tests");
    report(tests.iter().filter_map(|source| {
        let file = source.file.as_str();
        if matches!(file, "tests/main.rs" | "tests/benches/speed.rs") {
            return None;
        }
        let module = file.trim_end_matches(".rs").trim_end_matches("/mod");
        let (parent, name) = module.rsplit_once('/')?;
        let homes = [
            format!("{parent}.rs"),
            format!("{parent}/mod.rs"),
            "tests/main.rs".to_owned(),
            "tests/benches/speed.rs".to_owned(),
        ];
        let named = tests
            .iter()
            .filter(|other| homes.contains(&other.file))
            .any(|other| !places(other, &["mod", name, ";"]).is_empty());
        (!named).then(|| format!("{file}:1: no `mod {name};` brings it in"))
    }));
}
