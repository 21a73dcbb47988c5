//! The borders between the layers of `src`, and where each thing of the outer world may be named.

use super::rust::{Kind, Path};
use super::{Source, report, sources};

/// What each module may use: only modules that stand before it. Itself is understood. `report`
/// stands above those whose errors it tells, so that they know nothing of telling.
const MAY_USE: &[(&str, &[&str])] = &[
    ("model", &[]),
    ("ledger", &["model"]),
    ("text", &["model", "ledger"]),
    ("task", &[]),
    ("views", &["model", "ledger", "text", "task"]),
    ("edit", &["model", "ledger", "text", "task"]),
    ("compare", &["model", "ledger", "text", "task", "edit"]),
    (
        "store",
        &["model", "ledger", "text", "task", "edit", "compare"],
    ),
    (
        "session",
        &[
            "model", "ledger", "text", "task", "edit", "compare", "store",
        ],
    ),
    (
        "exchange",
        &["model", "ledger", "text", "task", "views", "edit"],
    ),
    (
        "report",
        &[
            "model", "ledger", "text", "edit", "compare", "store", "session", "exchange",
        ],
    ),
    ("ui", EVERYTHING),
    ("cli", EVERYTHING),
];
/// All but the two faces: the window and the command line know nothing of each other.
const EVERYTHING: &[&str] = &[
    "model", "ledger", "text", "task", "views", "edit", "compare", "store", "session", "exchange",
    "report",
];

/// The module of the first level that a file belongs to; none for `lib.rs` and `main.rs`.
fn layer(file: &str) -> Option<&str> {
    let inner = file.strip_prefix("src/")?;
    let name = inner.split('/').next()?.trim_end_matches(".rs");
    (!matches!(name, "lib" | "main")).then_some(name)
}

/// How many modules deep a file is: `src/ledger/mod.rs` 1, `src/ledger/total.rs` 2.
fn depth(file: &str) -> usize {
    let parts = file.split('/').count() - 1;
    if file.ends_with("/mod.rs") {
        parts - 1
    } else {
        parts
    }
}

/// The module of the first level that a path leads to, if it leads out of its own.
fn target<'a>(path: &'a Path, file: &str) -> Option<&'a str> {
    let segments = &path.segments;
    if segments[0] == "crate" || segments[0] == "pledgebook" {
        return Some(&segments[1]);
    }
    let ups = segments.iter().take_while(|s| *s == "super").count();
    let reaches_the_root = ups > 0 && ups >= depth(file) + path.inside.len();
    reaches_the_root
        .then(|| segments.get(ups).map(String::as_str))
        .flatten()
}

fn breaks(source: &Source) -> Vec<String> {
    let Some(from) = layer(&source.file) else {
        return Vec::new();
    };
    let may = MAY_USE.iter().find(|(name, _)| *name == from);
    let Some((_, may)) = may else {
        return vec![format!(
            "{}:1: the layer `{from}` has no place in the order",
            source.file
        )];
    };
    source
        .paths
        .iter()
        .filter_map(|path| Some((path, target(path, &source.file)?)))
        .filter(|(_, to)| *to != from && !may.contains(to))
        .map(|(path, to)| format!("{}:{}: `{from}` uses `{to}`", source.file, path.line))
        .collect()
}

#[test]
fn each_layer_uses_only_layers_below_it() {
    report(sources("src").iter().flat_map(breaks));
}

#[test]
fn the_order_of_the_layers_has_no_circle() {
    for (at, (name, may)) in MAY_USE.iter().enumerate() {
        for used in *may {
            let stands_before = MAY_USE[..at].iter().any(|(before, _)| before == used);
            assert!(stands_before, "`{name}` may not use `{used}`");
        }
    }
}

#[test]
fn a_break_of_the_borders_is_seen() {
    let of = |file: &str, text: &str| breaks(&Source::new(file.to_owned(), text.to_owned())).len();
    assert_eq!(of("src/model/money.rs", "use crate::ledger::Ledger;"), 1);
    assert_eq!(of("src/model/money.rs", "use super::date::Year;"), 0);
    assert_eq!(
        of("src/model/money.rs", "use super::super::text::Texts;"),
        1
    );
    assert_eq!(
        of(
            "src/model/mod.rs",
            "mod tests { use super::*; use super::super::ui; }"
        ),
        1
    );
    assert_eq!(
        of("src/views/chart.rs", "use crate::{model::Year, ui::Theme};"),
        1
    );
    assert_eq!(of("src/views/chart.rs", "fn f(x: crate::cli::Args) {}"), 1);
    assert_eq!(of("src/cli/mod.rs", "use crate::views; // crate::ui"), 0);
    assert_eq!(of("src/new/mod.rs", ""), 1);
}

/// A rule on where something of the outer world may be named: what, where, why.
struct Home {
    what: &'static str,
    is: fn(&Path) -> bool,
    homes: &'static [&'static str],
    also_in_tests: bool,
}

fn is_of_the_window(path: &Path) -> bool {
    let first = path.segments[0].as_str();
    first.starts_with("egui") || matches!(first, "eframe" | "rfd" | "winit" | "wgpu")
}

fn is_file_access(path: &Path) -> bool {
    path.starts_with("std::fs") || path.segments[0] == "fs"
}

fn is_clock(path: &Path) -> bool {
    ["SystemTime::now", "Zoned::now", "Timestamp::now"]
        .iter()
        .any(|now| path.ends_with(now))
}

const HOMES: &[Home] = &[
    Home {
        what: "the window's toolkit",
        is: is_of_the_window,
        homes: &["src/ui/"],
        also_in_tests: false,
    },
    Home {
        what: "the file system",
        is: is_file_access,
        homes: &["src/store/", "src/exchange/", "src/cli/", "src/ui/prefs"],
        also_in_tests: true,
    },
    Home {
        what: "the clock (it is handed in)",
        is: is_clock,
        homes: &["src/ui/mod.rs", "src/cli/mod.rs", "src/main.rs"],
        also_in_tests: false,
    },
];

#[test]
fn window_files_and_clock_are_named_only_in_their_homes() {
    let sources = sources("src");
    report(HOMES.iter().flat_map(|home| {
        let strangers = sources
            .iter()
            .filter(|source| !home.homes.iter().any(|at| source.file.starts_with(at)));
        strangers.flat_map(|source| {
            let named = source.paths.iter().filter(|path| (home.is)(path));
            named
                .filter(|path| !(home.also_in_tests && path.in_tests()))
                .map(|path| {
                    let written = path.segments.join("::");
                    format!(
                        "{}:{}: `{written}` names {}",
                        source.file, path.line, home.what
                    )
                })
        })
    }));
}

#[test]
fn money_is_never_a_float() {
    let sources = sources("src");
    let counting = |source: &&Source| matches!(layer(&source.file), Some("model" | "ledger"));
    report(sources.iter().filter(counting).flat_map(|source| {
        let floats = source.tokens.iter().filter(|token| match token.kind {
            Kind::Word => matches!(token.text.as_str(), "f32" | "f64"),
            Kind::Number => token.text.contains('.') || token.text.contains("f64"),
            Kind::Text | Kind::Sign => false,
        });
        floats.map(|token| format!("{}:{}: `{}`", source.file, token.line, token.text))
    }));
}
