//! The catalogue of broken files: each in `bad/NAME.ron`, with what people are told in `NAME.txt`.
//! `PLEDGEBOOK_WRITE=1 cargo test` writes the texts anew.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use pledgebook::report::Report;
use pledgebook::session::{ReadOnly, Session};
use pledgebook::text::{Lang, Texts};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files/bad")
}

/// The broken files by name.
fn files() -> Vec<(String, Vec<u8>)> {
    let mut found: Vec<(String, Vec<u8>)> = fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "ron"))
        .map(|path| {
            let name = path.file_name().unwrap().to_str().unwrap().to_owned();
            (name, fs::read(path).unwrap())
        })
        .collect();
    found.sort();
    assert!(found.len() >= 40);
    found
}

/// What people are told of a file, and how much of it was read.
fn told(name: &str, bytes: &[u8], texts: Texts) -> String {
    let session = match Session::from_bytes(name, bytes) {
        Ok(session) => session,
        Err(error) => return Report::of_open(&error, texts).plain(texts) + "\n",
    };
    let mut out = String::new();
    for damage in session.damage() {
        let report = Report::of_damage(damage, Path::new(name), session.text(), texts);
        writeln!(out, "{}\n", report.plain(texts)).unwrap();
    }
    let read_only = session.read_only().unwrap();
    writeln!(
        out,
        "{read_only:?}, {} records read",
        session.dataset().len()
    )
    .unwrap();
    out
}

#[test]
fn each_broken_file_is_told_with_line_record_and_remedy() {
    let texts = Texts::new(Lang::En);
    let mut wrong = Vec::new();
    for (name, bytes) in files() {
        let told = told(&name, &bytes, texts);
        let path = folder().join(&name).with_extension("txt");
        if std::env::var_os("PLEDGEBOOK_WRITE").is_some() {
            fs::write(&path, &told).unwrap();
        }
        let expected = fs::read_to_string(&path).unwrap_or_default();
        if expected.replace("\r\n", "\n") != told {
            wrong.push(format!("{name}: expected\n{expected}\nbut it says\n{told}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_broken_file_is_told_in_ukrainian_as_well() {
    let (english, ukrainian) = (Texts::new(Lang::En), Texts::new(Lang::Uk));
    for (name, bytes) in files() {
        let told = told(&name, &bytes, ukrainian);
        assert_ne!(told, self::told(&name, &bytes, english), "{name}");
        assert!(told.contains(&ukrainian.get("report-error")), "{name}");
        assert!(told.contains(&name), "{name}: {told}");
    }
}

#[test]
fn a_broken_file_is_never_written_over() {
    for (name, bytes) in files() {
        if let Ok(session) = Session::from_bytes(&name, &bytes) {
            let read_only = session.read_only();
            assert!(
                matches!(
                    read_only,
                    Some(ReadOnly::Damaged | ReadOnly::NewerSchema(_))
                ),
                "{name}: {read_only:?}"
            );
        }
    }
}
