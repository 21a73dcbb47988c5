//! `--help` in the language of the reader: the commands and options are declared in `args`, their
//! words stand in the texts.

use std::ffi::OsString;

use clap::{Arg, ArgAction, Command};

use crate::text::{Lang, Texts};

/// The language asked for by `--lang`, which is needed before anything is understood, as help and
/// errors are told in it too; none where it is not asked for.
pub(super) fn typed_language(typed: &[OsString]) -> Option<Lang> {
    let words = typed.iter().map(|word| word.to_str().unwrap_or_default());
    let code = words.clone().zip(words.skip(1)).find_map(|(word, next)| {
        let beside = (word == "--lang").then_some(next);
        beside.or_else(|| next.strip_prefix("--lang="))
    })?;
    Lang::ALL.iter().copied().find(|lang| lang.code() == code)
}

/// The message of a command.
fn command_id(name: &str) -> &'static str {
    match name {
        "check" => "cli-help-check",
        "list" => "cli-help-list",
        "show" => "cli-help-show",
        "total" => "cli-help-total",
        "matrix" => "cli-help-matrix",
        "explain" => "cli-help-explain",
        "fulfilment" => "cli-help-fulfilment",
        "dates" => "cli-help-dates",
        "sources" => "cli-help-sources",
        "chart" => "cli-help-chart",
        "export" => "cli-help-export",
        "csv" => "cli-help-export-csv",
        "xlsx" => "cli-help-export-xlsx",
        "json" => "cli-help-export-json",
        "ron" => "cli-help-export-ron",
        "package" => "cli-help-export-package",
        "iati" => "cli-help-export-iati",
        "edit" => "cli-help-edit",
        "import" => "cli-help-import",
        "fmt" => "cli-help-fmt",
        "recover" => "cli-help-recover",
        _ => "cli-help-about",
    }
}

/// The message of an argument of a command.
fn argument_id(command: &str, argument: &str) -> &'static str {
    match (command, argument) {
        (_, "reporting_org") => "cli-help-export-iati-org",
        (_, "reporting_type") => "cli-help-export-iati-type",
        (_, "reporting_name") => "cli-help-export-iati-name",
        ("import", "source") => "cli-help-import-source",
        ("import", "profile") => "cli-help-import-profile",
        ("import", "dry_run") => "cli-help-import-dry-run",
        ("import", "output") => "cli-help-import-output",
        ("import", "party") => "cli-help-import-party",
        ("import", "drop_comments") => "cli-help-import-drop-comments",
        (_, "into") => "cli-help-import-into",
        (_, "sheet") => "cli-help-import-sheet",
        (_, "header_row") => "cli-help-import-header-row",
        (_, "map") => "cli-help-import-map",
        (_, "set") => "cli-help-import-set",
        (_, "leave_out") => "cli-help-import-leave-out",
        (_, "likely") => "cli-help-import-likely",
        (_, "any_recipient") => "cli-help-import-any-recipient",
        (_, "running_totals") => "cli-help-import-running-totals",
        (_, "delimiter") => "cli-help-import-delimiter",
        (_, "encoding") => "cli-help-import-encoding",
        (_, "report") => "cli-help-import-report",
        (_, "save_profile") => "cli-help-import-save-profile",
        (_, "replace") => "cli-help-import-replace",
        ("csv" | "xlsx" | "json" | "ron" | "iati", "output") => "cli-help-export-output",
        ("package", "output") => "cli-help-export-package-output",
        (_, "place") => "cli-help-export-place",
        (_, "table") => "cli-help-export-table",
        (_, "labels") => "cli-help-export-labels",
        (_, "notes") => "cli-help-export-notes",
        (_, "bom") => "cli-help-export-bom",
        ("edit", "file") => "cli-help-edit-file",
        (_, "script") => "cli-help-script",
        (_, "dry_run") => "cli-help-dry-run",
        ("check" | "fmt", "file") => "cli-help-read-file",
        (_, "file") => "cli-help-window-file",
        (_, "dataset") => "cli-help-dataset",
        (_, "format") => "cli-help-format",
        (_, "lang") => "cli-help-lang",
        (_, "as_of") => "cli-help-as-of",
        (_, "currency") => "cli-help-currency",
        (_, "gdp_vintage") => "cli-help-gdp-vintage",
        (_, "fx") => "cli-help-fx",
        (_, "split_lumps") => "cli-help-split-lumps",
        (_, "carry_gdp") => "cli-help-carry-gdp",
        (_, "attribute_eu") => "cli-help-attribute-eu",
        (_, "strict") => "cli-help-strict",
        (_, "fix") => "cli-help-fix",
        (_, "accept") => "cli-help-accept",
        (_, "unaccept") => "cli-help-unaccept",
        ("check", "drop_comments") => "cli-help-check-drop-comments",
        ("show", "id") => "cli-help-show-id",
        (_, "id") => "cli-help-fulfilment-id",
        (_, "party") => "cli-help-dates-party",
        (_, "what") => "cli-help-dates-what",
        (_, "past") => "cli-help-dates-past",
        (_, "overdue") => "cli-help-dates-overdue",
        (_, "today") => "cli-help-dates-today",
        (_, "search") => "cli-help-sources-search",
        (_, "unused") => "cli-help-sources-unused",
        (_, "undated") => "cli-help-sources-undated",
        (_, "unarchived") => "cli-help-sources-unarchived",
        ("chart", "kind") => "cli-help-chart-kind",
        (_, "kind") => "cli-help-sources-kind",
        (_, "language") => "cli-help-sources-language",
        (_, "oldest") => "cli-help-sources-oldest",
        (_, "stage") => "cli-help-stage",
        (_, "by") => "cli-help-by",
        (_, "parties") => "cli-help-parties",
        (_, "aid_type") => "cli-help-type",
        ("total" | "chart", "year") => "cli-help-year",
        (_, "year") => "cli-help-fulfilment-year",
        ("matrix", "order") => "cli-help-order",
        (_, "compare") => "cli-help-compare",
        (_, "numbers") => "cli-help-numbers",
        (_, "write") => "cli-help-write",
        (_, "check") => "cli-help-fmt-check",
        (_, "drop_comments") => "cli-help-drop-comments",
        (_, "order") => "cli-help-chart-order",
        ("chart", "output") => "cli-help-chart-output",
        // Where the command is not known, as two write files.
        ("", "output") => "cli-help-output",
        (_, "from") => "cli-help-chart-from",
        (_, "size") => "cli-help-chart-size",
        (_, "scale") => "cli-help-chart-scale",
        (_, "dark") => "cli-help-chart-dark",
        (_, "title") => "cli-help-chart-title",
        (_, "note") => "cli-help-chart-note",
        (_, "document") => "cli-help-recover-document",
        (_, "list") => "cli-help-recover-list",
        (_, "apply") => "cli-help-recover-apply",
        (_, "output") => "cli-help-recover-output",
        (_, "discard") => "cli-help-recover-discard",
        (_, "without_comments") => "cli-help-recover-drop-comments",
        (_, "version") => "cli-help-version",
        _ => "cli-help-help",
    }
}

/// The help of an option as it is typed: `--as-of <DATE>`; none where it is no option.
pub(super) fn option_help(typed: &str, texts: Texts) -> Option<String> {
    let long = typed.strip_prefix("--")?.split([' ', '=']).next()?;
    let argument = match long {
        "file" => "dataset".to_owned(),
        "party" => "parties".to_owned(),
        "type" => "aid_type".to_owned(),
        other => other.replace('-', "_"),
    };
    let id = argument_id("", &argument);
    (id != "cli-help-help").then(|| texts.get(id))
}

/// The same commands and options, told in a language.
pub(super) fn told(command: Command, texts: Texts) -> Command {
    let flag = |id: &'static str, short: char, action: ArgAction| {
        Arg::new(id).long(id).short(short).action(action)
    };
    // Ours replace those that clap would add with words of its own.
    let command = command
        .disable_help_subcommand(true)
        .disable_help_flag(true)
        .disable_version_flag(true)
        .arg(flag("help", 'h', ArgAction::Help).global(true))
        .arg(flag("version", 'V', ArgAction::Version));
    let long = texts.get("cli-help-about-long");
    let about = texts.get("cli-help-about");
    let told = worded(command, texts).long_about(format!("{about}\n\n{long}"));
    let told = told.mut_subcommand("edit", |edit| {
        let about = texts.get("cli-help-edit");
        let long = texts.get("cli-help-edit-long");
        edit.long_about(format!("{about}\n\n{long}"))
    });
    let told = told.mut_subcommand("import", |import| {
        let about = texts.get("cli-help-import");
        let long = texts.get("cli-help-import-long");
        import.long_about(format!("{about}\n\n{long}"))
    });
    told.mut_subcommand("explain", |explain| {
        let about = texts.get("cli-help-explain");
        let long = texts.get("cli-help-explain-long");
        explain.long_about(format!("{about}\n\n{long}"))
    })
}

/// The parts of the help under their headings.
fn template(command: &Command, texts: Texts) -> String {
    let usage = texts.get("cli-help-usage");
    let mut template = format!("{{about-with-newline}}\n{usage}: {{usage}}\n");
    let mut part = |heading: String, tag: &str| {
        template.push_str(&["\n", &heading, ":\n{", tag, "}\n"].concat());
    };
    if command.has_subcommands() {
        part(texts.get("cli-help-commands"), "subcommands");
    }
    if command.get_positionals().next().is_some() {
        part(texts.get("cli-help-arguments"), "positionals");
    }
    part(texts.get("cli-help-options"), "options");
    template
}

fn worded(command: Command, texts: Texts) -> Command {
    let name = command.get_name().to_owned();
    let template = template(&command, texts);
    command
        .about(texts.get(command_id(&name)))
        .help_template(template)
        .mut_args(|argument| {
            let help = texts.get(argument_id(&name, argument.get_id().as_str()));
            // The help names the values itself; clap wants no such wish of a flag.
            let takes_value = argument.get_action().takes_values();
            argument.help(help).hide_possible_values(takes_value)
        })
        .mut_subcommands(|sub| worded(sub, texts))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::args::Typed;
    use clap::CommandFactory as _;

    fn help(lang: Lang, of: &[&str]) -> String {
        let typed = of.iter().chain(&["--help"]);
        let error = told(Typed::command(), Texts::new(lang))
            .try_get_matches_from(["pledgebook"].iter().chain(typed))
            .unwrap_err();
        error.to_string()
    }

    #[test]
    fn help_is_told_in_the_language_of_the_reader() {
        told(Typed::command(), Texts::default()).debug_assert();
        for of in [&[][..], &["check"], &["total"], &["explain"], &["fmt"]] {
            let ukrainian = help(Lang::Uk, of);
            assert!(
                ukrainian.contains("Використання: pledgebook"),
                "{ukrainian}"
            );
            for english in ["Usage", "Options:", "Print ", "Possible", "cli-help"] {
                assert!(
                    !ukrainian.contains(english),
                    "{of:?} {english}: {ukrainian}"
                );
            }
            assert!(help(Lang::En, of).contains("Usage: pledgebook"));
        }
    }

    #[test]
    fn the_language_is_known_before_anything_is_understood() {
        let of = |typed: &[&str]| {
            let typed: Vec<OsString> = typed.iter().map(OsString::from).collect();
            typed_language(&typed)
        };
        assert_eq!(of(&["pledgebook", "list", "--lang", "uk"]), Some(Lang::Uk));
        assert_eq!(of(&["pledgebook", "--lang=en", "list"]), Some(Lang::En));
        assert_eq!(of(&["pledgebook", "list"]), None);
        assert_eq!(of(&["pledgebook", "--lang"]), None);
    }
}
