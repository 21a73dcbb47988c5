//! Pictures by the command line: the same each time, and had again from themselves.

use std::fs;
use std::path::Path;

use super::{out, run};

fn chart(typed: &[&str], output: &Path) -> Vec<u8> {
    let output = output.to_str().unwrap();
    out(&[&["chart"], typed, &["-o", output]].concat());
    fs::read(output).unwrap()
}

#[test]
fn a_picture_made_again_from_itself_has_the_same_bytes() {
    let folder = tempfile::tempdir().unwrap();
    for (kind, ending) in [
        ("by-type", "svg"),
        ("fulfilment", "png"),
        ("over-time", "pdf"),
    ] {
        let asked = [
            "--lang",
            "uk",
            "--currency",
            "USD",
            "--dark",
            "--note",
            "Моє",
        ];
        let asked = [&[kind, "--size", "700x500"], &asked[..]].concat();
        let first = folder.path().join(format!("first.{ending}"));
        let again = folder.path().join(format!("again.{ending}"));
        let bytes = chart(&asked, &first);
        assert!(bytes == chart(&asked, &again), "{kind}: not the same twice");
        let from = ["--from", first.to_str().unwrap()];
        assert!(
            bytes == chart(&from, &again),
            "{kind}: not the same from it"
        );
    }
}

#[test]
fn the_numbers_of_a_picture_are_those_that_it_was_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let picture = folder.path().join("figure.svg");
    let asked = ["per-head", "--currency", "USD", "--stage", "delivered"];
    chart(&asked, &picture);
    let from = [
        "chart",
        "--from",
        picture.to_str().unwrap(),
        "--format",
        "csv",
    ];
    let numbers = [&["chart"], &asked[..], &["--format", "csv"]].concat();
    assert_eq!(out(&from), out(&numbers));
}

#[test]
fn every_kind_of_chart_becomes_a_picture_of_every_size() {
    let folder = tempfile::tempdir().unwrap();
    let picture = folder.path().join("figure.svg");
    for kind in pledgebook::views::ChartKind::ALL {
        for size in ["300x300", "4000x300"] {
            let bytes = chart(&[kind.key(), "--size", size], &picture);
            let text = String::from_utf8(bytes).unwrap();
            let document = roxmltree::Document::parse(&text).unwrap();
            let title = document.descendants().find(|n| n.has_tag_name("title"));
            assert!(title.and_then(|n| n.text()).is_some(), "{kind:?} {size}");
        }
    }
}

#[test]
fn a_picture_that_cannot_be_written_leaves_the_old_one() {
    let folder = tempfile::tempdir().unwrap();
    let picture = folder.path().join("figure.png");
    let old = chart(&["ranked", "--scale", "1"], &picture);
    let typed = picture.to_str().unwrap();
    let large = [
        "chart",
        "ranked",
        "--size",
        "4000x4000",
        "--scale",
        "4",
        "-o",
        typed,
    ];
    assert_eq!(run(&large).status.code(), Some(2));
    assert!(old == fs::read(&picture).unwrap());
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}
