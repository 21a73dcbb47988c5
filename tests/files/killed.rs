//! The real program, killed at random moments while it edits and saves: what it said was safe is
//! there afterwards, and the file is whole.

use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use pledgebook::model::Dataset;
use pledgebook::store::disk::RealDisk;
use pledgebook::store::format;
use pledgebook::store::journal::Journals;

const BOOK: &str = r#"(
    schema: 1,
    title: "0",
    parties: [
        (
            id: "LT",
            iso3: "LTU",
            name: (en: "Lithuania", uk: "Литва"),
            currency: "EUR",
        ),
    ],
)
"#;

/// How often it is killed.
const KILLS: u64 = 200;
/// After so many changes a save.
const SAVES: usize = 7;

/// A number for each round, the same on every run: where in a round the kill falls is up to the
/// machine all the same.
fn moment(round: u64) -> Duration {
    let mixed = (round + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    Duration::from_micros((mixed >> 40) % 90_000)
}

fn title(data: &Dataset) -> usize {
    data.header.title.parse().unwrap()
}

/// Lets the program follow changes until it is killed; the last title that it said was safe.
fn edited_until(kill: Duration, book: &Path, config: &Path, from: usize) -> usize {
    let mut child = Command::new(env!("CARGO_BIN_EXE_pledgebook"))
        .args(["edit"])
        .arg(book)
        .env("PLEDGEBOOK_CONFIG_DIR", config)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let out = BufReader::new(child.stdout.take().unwrap());
    let begun = Instant::now();
    let feeding = std::thread::Builder::new()
        .spawn(move || {
            for n in from + 1.. {
                let line = format!("set header title {n}\n");
                let save = if n % SAVES == 0 { "save\n" } else { "" };
                if stdin.write_all(line.as_bytes()).is_err()
                    || stdin.write_all(save.as_bytes()).is_err()
                {
                    return;
                }
            }
        })
        .unwrap();
    let hearing = std::thread::Builder::new()
        .spawn(move || {
            let told = out.lines().map_while(Result::ok);
            told.filter(|line| line.contains("title")).count()
        })
        .unwrap();
    std::thread::sleep(kill.saturating_sub(begun.elapsed()));
    child.kill().unwrap();
    child.wait().unwrap();
    feeding.join().unwrap();
    from + hearing.join().unwrap()
}

#[test]
fn nothing_that_was_said_to_be_safe_is_lost_when_the_program_is_killed() {
    let folder = tempfile::tempdir().unwrap();
    let (book, config) = (folder.path().join("book.ron"), folder.path().join("config"));
    std::fs::write(&book, BOOK).unwrap();
    let journals = Journals::new(&config);
    let (mut reached, mut changes, mut recovered) = (0, 0, 0);
    for round in 0..KILLS {
        let safe = edited_until(moment(round), &book, &config, reached);
        let file = format::read(&std::fs::read(&book).unwrap()).unwrap();
        assert!(file.damage.is_empty(), "round {round}: {:?}", file.damage);
        let on_disk = title(&file.dataset);
        let now = jiff::Timestamp::UNIX_EPOCH;
        let mut found = journals.left(now, &RealDisk).unwrap();
        assert!(
            found.unreadable.is_empty(),
            "round {round}: {:?}",
            found.unreadable
        );
        assert!(found.left.len() <= 1);
        reached = match found.left.pop() {
            Some(mut left) => {
                recovered += 1;
                let data = Dataset::clone(left.state().dataset());
                left.throw_away(now, &RealDisk).unwrap();
                drop(left);
                // What was unsaved is written as its owner would have it.
                std::fs::write(&book, format::write(&data)).unwrap();
                title(&data)
            }
            None => on_disk,
        };
        assert!(
            reached >= safe,
            "round {round}: {safe} was safe, {reached} is there"
        );
        changes = changes.max(reached);
    }
    // Where no change was made in any round, the test would tell nothing.
    assert!(
        changes > 200 && recovered > 20,
        "{changes} changes, {recovered} recovered"
    );
    println!(
        "killed {KILLS} times over {changes} changes; {recovered} times something unsaved was recovered"
    );
}
