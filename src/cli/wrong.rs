//! Wrong use in the language of the reader: what clap finds wrong, in our own words.

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::help::option_help;
use crate::report::Report;
use crate::text::Texts;

fn context(error: &Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        Some(other) => other.to_string(),
        None => String::new(),
    }
}

/// What was typed wrong, and what helps: a near name, the help of the option, or where help stands.
pub(super) fn told(error: &Error, texts: Texts) -> Report {
    let argument = context(error, ContextKind::InvalidArg);
    let value = context(error, ContextKind::InvalidValue);
    let about = |id: &str| texts.with(id, &[("argument", argument.as_str().into())]);
    let first = argument.split(", ").next().unwrap_or_default();
    let help = || option_help(first, texts).unwrap_or_else(|| texts.get("cli-wrong-hint"));
    match error.kind() {
        ErrorKind::UnknownArgument => {
            let near = context(error, ContextKind::SuggestedArg);
            let hint = if near.is_empty() {
                texts.get("cli-wrong-hint")
            } else {
                texts.with("cli-wrong-near", &[("argument", near.into())])
            };
            Report::usage(about("cli-wrong-unknown"), Some(hint))
        }
        ErrorKind::InvalidValue if value.is_empty() => {
            Report::usage(about("cli-wrong-no-value"), Some(help()))
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let args = [
                ("argument", argument.as_str().into()),
                ("value", value.into()),
            ];
            Report::usage(texts.with("cli-wrong-value", &args), Some(help()))
        }
        ErrorKind::MissingRequiredArgument => {
            Report::usage(about("cli-wrong-missing"), Some(help()))
        }
        ErrorKind::ArgumentConflict => {
            let other = context(error, ContextKind::PriorArg);
            let args = [
                ("argument", argument.as_str().into()),
                ("other", other.into()),
            ];
            let message = texts.with("cli-wrong-conflict", &args);
            Report::usage(message, Some(texts.get("cli-wrong-hint")))
        }
        _ => {
            let message = about("cli-wrong-other");
            Report::usage(message, Some(texts.get("cli-wrong-hint")))
        }
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::*;
    use crate::cli::args::Typed;
    use crate::cli::help;
    use crate::text::Lang;

    fn told_of(typed: &str, lang: Lang) -> String {
        let texts = Texts::new(lang);
        let command = help::told(Typed::command(), texts);
        let typed = std::iter::once("pledgebook").chain(typed.split_whitespace());
        let error = command.try_get_matches_from(typed).unwrap_err();
        told(&error, texts).plain(texts)
    }

    #[test]
    fn wrong_use_names_what_is_wrong_and_what_could_stand_there() {
        for (typed, names) in [
            ("total --stage given", ["given", "delivered"]),
            ("total", ["--stage", "unclear"]),
            ("total --stage", ["--stage", "unclear"]),
            ("list --currency EURO", ["EURO", "ISO 4217"]),
            ("list --as-of 2024-13-01", ["2024-13-01", "2024-06-27"]),
            ("list --formt json", ["--formt", "--format"]),
            ("fmt --write --check", ["--write", "--check"]),
            ("show", ["PARTY|ID", "--help"]),
        ] {
            let english = told_of(typed, Lang::En);
            for name in names {
                assert!(english.contains(name), "{typed}: {english}");
            }
        }
    }

    #[test]
    fn wrong_use_is_told_in_the_language_of_the_reader() {
        for typed in [
            "total --stage given",
            "total",
            "list --nothing",
            "fmt --write --check",
        ] {
            let ukrainian = told_of(typed, Lang::Uk);
            for english in ["error", "value", "required", "unexpected", "cli-"] {
                assert!(!ukrainian.contains(english), "{typed}: {ukrainian}");
            }
        }
    }
}
