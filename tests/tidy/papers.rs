//! What people read beside the program: the read-me, the workflows, and all files' manners.

use std::fs;
use std::path::Path as FilePath;

use eframe::egui::os::OperatingSystem;
use pledgebook::ui::action::Verb;

use super::{files, has_ending, read, report};

/// The command that passes the tests, as `.ci/run` takes it out of the read-me.
fn test_command(readme: &str) -> Vec<&str> {
    let mut found: Vec<&str> = readme
        .lines()
        .filter_map(|line| line.find("cargo test").map(|at| line[at..].trim()))
        .filter(|command| !command.contains('`'))
        .collect();
    found.dedup();
    found
}

#[test]
fn the_readme_has_one_test_command_and_ci_runs_that_one() {
    let readme = read("README.md");
    assert_eq!(test_command(&readme), ["cargo test --locked"]);
    let run = read(".ci/run");
    assert!(
        run.contains("README.md"),
        ".ci/run takes the command from the read-me"
    );
    let workflow = read(".github/workflows/ci.yml");
    assert!(
        workflow.contains("cargo test --locked"),
        "the workflow runs the same command"
    );
}

#[test]
fn the_readme_links_to_what_is_there() {
    let readme = read("README.md");
    let root = FilePath::new(env!("CARGO_MANIFEST_DIR"));
    let mut seen = 0;
    report(readme.lines().enumerate().flat_map(|(index, line)| {
        let links: Vec<&str> = line
            .split("](")
            .skip(1)
            .filter_map(|rest| rest.split(')').next())
            .filter(|link| !link.contains("://") && !link.starts_with('#'))
            .collect();
        seen += links.len();
        links
            .into_iter()
            .filter(|link| !root.join(link.split('#').next().unwrap_or(link)).exists())
            .map(|link| format!("README.md:{}: there is no {link}", index + 1))
            .collect::<Vec<String>>()
    }));
    assert!(seen > 0, "the read-me has links");
}

#[test]
fn the_readme_quotes_the_bundled_dataset_as_it_is() {
    let readme = read("README.md");
    let (_, rest) = readme.split_once("```ron\n").unwrap();
    let (block, _) = rest.split_once("```").unwrap();
    let indented = block.lines().fold(String::new(), |text, line| {
        text + "        "
            + line
            + "
"
    });
    let dataset = read("assets/dataset/pledgebook.ron");
    assert!(
        dataset.contains(&indented),
        "the entry in the read-me differs from the dataset's"
    );
    let counted = |mark: &str| {
        let ids = dataset
            .lines()
            .filter_map(|line| line.strip_prefix("            id: \""));
        let is_one = |id: &str| {
            let last = id
                .trim_end_matches("\",")
                .rsplit('-')
                .next()
                .unwrap_or_default();
            let number = last.strip_prefix(mark).unwrap_or_default();
            !number.is_empty() && number.bytes().all(|digit| digit.is_ascii_digit())
        };
        ids.filter(|id| is_one(id)).count()
    };
    let (commitments, entries) = (counted("c"), counted("a"));
    let told = format!("{commitments} commitments and {entries} aid entries");
    assert!(readme.contains(&told), "the dataset has {told}");
}

#[test]
fn the_readme_tells_every_key_of_the_window() {
    let readme = read("README.md");
    let (_, rest) = readme.split_once("### Keyboard").unwrap();
    let (table, _) = rest.split_once("\n## ").unwrap();
    let names = &eframe::egui::ModifierNames::NAMES;
    report(Verb::ALL.iter().filter_map(|verb| {
        let keys = verb
            .shortcuts(OperatingSystem::Nix)
            .first()?
            .format(names, false);
        (!table.contains(&format!("`{keys}`")))
            .then(|| format!("README.md: `{keys}` of {verb:?} is not told"))
    }));
}

#[test]
fn workflows_pin_their_actions_and_ask_for_few_rights() {
    let workflows = files(".github/workflows");
    assert!(workflows.len() >= 2);
    report(workflows.iter().flat_map(|file| {
        let text = read(file);
        let mut found = Vec::new();
        if !text.contains("\npermissions:\n  contents: read\n") {
            found.push(format!(
                "{file}:1: rights are not cut down to `contents: read`"
            ));
        }
        for (index, line) in text.lines().enumerate() {
            let Some((_, action)) = line.split_once("uses: ") else {
                continue;
            };
            let version = action
                .split('@')
                .nth(1)
                .unwrap_or_default()
                .trim_start_matches('v');
            if !version.starts_with(|c: char| c.is_ascii_digit()) {
                found.push(format!("{file}:{}: {action} is not pinned", index + 1));
            }
        }
        found
    }));
}

#[test]
fn no_file_names_a_folder_of_somebodys_machine() {
    let folders: Vec<String> = ["work", "root", "tmp/wt", "home"]
        .iter()
        .map(|name| format!("/{name}/"))
        .collect();
    report(files("").into_iter().flat_map(|file| {
        let bytes = fs::read(FilePath::new(env!("CARGO_MANIFEST_DIR")).join(&file)).unwrap();
        let Ok(text) = String::from_utf8(bytes) else {
            return Vec::new();
        };
        let mut found = Vec::new();
        for (index, line) in text.lines().enumerate() {
            for folder in &folders {
                // In an address (`https://example.org/work/`) it is no folder of a machine.
                let alone = line.match_indices(folder.as_str()).any(|(at, _)| {
                    let before = line[..at].chars().next_back();
                    before.is_none_or(|c| !c.is_alphanumeric() && !"/_-.~%}$".contains(c))
                });
                if alone {
                    found.push(format!("{file}:{}: names {folder}", index + 1));
                }
            }
        }
        found
    }));
}

#[test]
fn text_files_end_in_a_line_break_and_have_no_tabs_or_trailing_spaces() {
    let ours = ["rs", "toml", "ftl", "yml"];
    report(files("").into_iter().flat_map(|file| {
        if !ours.iter().any(|ending| has_ending(&file, ending)) {
            return Vec::new();
        }
        let text = read(&file);
        let mut found = Vec::new();
        if !text.is_empty() && !text.ends_with('\n') {
            found.push(format!("{file}: does not end in a line break"));
        }
        for (index, line) in text.lines().enumerate() {
            if line.ends_with(' ') || line.contains('\t') {
                found.push(format!("{file}:{}: a tab or a space at the end", index + 1));
            }
        }
        found
    }));
}
