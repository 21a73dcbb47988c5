//! The real program under `strace`, which lets each system call of a save fail in turn, or kills the
//! program at it: afterwards the file is the old or the new one, whole.
//!
//! Only on Linux, and only where `strace` is installed and may trace; elsewhere the test says so and
//! is skipped.

#![cfg(target_os = "linux")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use pledgebook::store::disk::RealDisk;
use pledgebook::store::format;
use pledgebook::store::hash::FileHash;
use pledgebook::store::save::{Expected, save};

use super::{SMALL, entries, read};

/// The system calls that write, and what they fail with: each once, and from then on for ever.
const WRITING: [&str; 8] = [
    "write",
    "fsync",
    "fdatasync",
    "rename",
    "renameat",
    "renameat2",
    "openat",
    "close",
];

/// The other ones of a save; they fail once.
const OTHERS: [&str; 8] = [
    "read",
    "statx",
    "flock",
    "chmod",
    "fchmodat",
    "unlink",
    "getdents64",
    "readlink",
];

/// What `fmt --write` makes of the small book, which is not in its canonical form.
fn canonical() -> String {
    format::write(&read(SMALL))
}

struct Book {
    folder: tempfile::TempDir,
    path: PathBuf,
}

fn book() -> Book {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("book.ron");
    fs::write(&path, SMALL).unwrap();
    Book { folder, path }
}

/// Formats the book in place under `strace` with these wishes.
fn traced(book: &Book, wishes: &[&str]) -> Output {
    Command::new("strace")
        .args(["-f", "-qq"])
        .args(wishes)
        .arg(env!("CARGO_BIN_EXE_pledgebook"))
        .args(["fmt", "--write"])
        .arg(&book.path)
        .env("PLEDGEBOOK_LANG", "en")
        .output()
        .unwrap()
}

/// How often the program makes each call, per thread; none: there is no `strace` to tell.
fn counted() -> Option<BTreeMap<&'static str, usize>> {
    let works = Command::new("strace")
        .args(["-qq", "-o", "/dev/null", "true"])
        .status();
    if !works.is_ok_and(|status| status.success()) {
        return None;
    }
    let book = book();
    let log = tempfile::NamedTempFile::new().unwrap();
    let name = log.path().to_str().unwrap();
    let calls: Vec<&'static str> = WRITING.into_iter().chain(OTHERS).collect();
    let trace = format!("trace={}", calls.join(","));
    let output = traced(&book, &["-o", name, "-e", &trace]);
    assert!(output.status.success(), "{output:?}");
    assert_eq!(fs::read_to_string(&book.path).unwrap(), canonical());
    assert_eq!(entries(book.folder.path()), ["book.ron"]);
    let log = fs::read_to_string(log.path()).unwrap();
    let mut counts: BTreeMap<(&str, &'static str), usize> = BTreeMap::new();
    for line in log.lines() {
        let (thread, rest) = line.split_once(' ').unwrap();
        let call = calls.iter().find(|call| {
            let made = rest.trim_start().strip_prefix(**call);
            made.is_some_and(|arguments| arguments.starts_with('('))
        });
        if let Some(call) = call {
            *counts.entry((thread, *call)).or_default() += 1;
        }
    }
    let mut most = BTreeMap::new();
    for ((_, call), count) in counts {
        let seen: &mut usize = most.entry(call).or_default();
        *seen = count.max(*seen);
    }
    Some(most)
}

/// What stands beside the book is a new file that was cut off, and nothing else.
fn only_leftovers(folder: &Path, point: &str) {
    for name in entries(folder) {
        let is_fresh = Path::new(&name).extension() == Some("tmp".as_ref());
        let left = name.starts_with(".book.ron.") && is_fresh;
        assert!(left || name == "book.ron", "{point}: {name}");
    }
}

/// Saves with one call failing or killing; says whether the new file is in place.
fn at(call: &str, how: &str) -> bool {
    let point = format!("{call}:{how}");
    let book = book();
    let inject = format!("inject={point}");
    let trace = format!("trace={call}");
    let output = traced(&book, &["-o", "/dev/null", "-e", &trace, "-e", &inject]);
    let found = fs::read_to_string(&book.path).unwrap();
    let new = canonical();
    let is_new = found == new;
    assert!(is_new || found == SMALL, "{point} left this:\n{found}");
    if output.status.success() {
        assert!(is_new, "{point}: it was told to be saved and is not");
    }
    only_leftovers(book.folder.path(), &point);
    // Whatever was left, the next save goes through and clears up.
    save(
        &book.path,
        &new,
        Expected::Hash(FileHash::of(found.as_bytes())),
        &RealDisk,
    )
    .unwrap();
    assert_eq!(entries(book.folder.path()), ["book.ron"], "{point}");
    is_new
}

#[test]
fn a_save_whose_system_calls_fail_or_kill_leaves_the_old_or_the_new_file_whole() {
    let Some(counts) = counted() else {
        println!("skipped: `strace` is not installed here, or may not trace");
        return;
    };
    for needed in ["write", "fsync", "openat", "close"] {
        assert!(counts.contains_key(needed), "a save makes no {needed}");
    }
    assert!(counts.keys().any(|call| call.starts_with("rename")));
    let mut points = Vec::new();
    for (call, count) in &counts {
        for number in 1..=*count {
            points.push((*call, format!("signal=KILL:when={number}")));
            points.push((*call, format!("error=EIO:when={number}")));
            if WRITING.contains(call) {
                points.push((*call, format!("error=ENOSPC:when={number}")));
                points.push((*call, format!("error=EIO:when={number}+")));
            }
        }
    }
    let run = |points: &[(&str, String)]| points.iter().filter(|(call, how)| at(call, how)).count();
    let half = points.len() / 2;
    let new = std::thread::scope(|scope| {
        let one = scope.spawn(|| run(&points[..half]));
        run(&points[half..]) + one.join().unwrap()
    });
    println!(
        "{} points tried: {counts:?}; {new} left the new file",
        points.len()
    );
    assert!(new > 0 && new < points.len(), "some left either file");
}
