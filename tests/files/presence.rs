//! Two windows of the program on one file know of each other.

use std::fs;
use std::path::Path;

use jiff::Timestamp;
use pledgebook::store::folders::document_key;
use pledgebook::store::presence::{Guard, Holder, Other, Presence};

fn claim(path: &Path, state: &Path, at: &str) -> Presence {
    let now: Timestamp = at.parse().unwrap();
    Presence::claim(path, state, now).unwrap()
}

fn alone(presence: Presence) -> Option<Guard> {
    match presence {
        Presence::Alone(guard) => Some(guard),
        Presence::Taken(_) => None,
    }
}

/// Since when somebody has it open.
fn taken_since(presence: &Presence) -> Option<String> {
    match presence {
        Presence::Taken(Some(Holder { pid, since })) => {
            assert_eq!(*pid, std::process::id());
            Some(since.to_string())
        }
        Presence::Taken(None) | Presence::Alone(_) => None,
    }
}

#[test]
fn the_second_window_on_a_file_is_told_who_has_it_until_the_first_lets_go() {
    let folder = tempfile::tempdir().unwrap();
    let (path, state) = (folder.path().join("book.ron"), folder.path().join("state"));
    let first = alone(claim(&path, &state, "2026-11-27T05:41:20Z")).unwrap();
    for _ in 0..2 {
        let second = claim(&path, &state, "2026-11-27T06:00:00Z");
        assert_eq!(taken_since(&second).unwrap(), "2026-11-27T05:41:20Z");
    }
    let other = claim(&path.with_extension("old"), &state, "2026-11-27T06:00:00Z");
    assert!(alone(other).is_some(), "another file is another matter");
    drop(first);
    let second = alone(claim(&path, &state, "2026-11-27T07:00:00Z")).unwrap();
    let third = claim(&path, &state, "2026-11-27T08:00:00Z");
    assert_eq!(taken_since(&third).unwrap(), "2026-11-27T07:00:00Z");
    drop(second);
}

#[test]
fn the_first_window_on_a_file_learns_of_another_one() {
    let folder = tempfile::tempdir().unwrap();
    let (path, state) = (folder.path().join("book.ron"), folder.path().join("state"));
    let _first = alone(claim(&path, &state, "2026-11-27T05:41:20Z"));
    assert_eq!(Presence::joined(&path, &state).unwrap(), Other::Nobody);
    let at = "2026-11-27T06:00:00Z".parse().unwrap();
    let second = alone(Presence::join(&path, &state, at).unwrap());
    let joined = Presence::joined(&path, &state).unwrap();
    let pid = std::process::id();
    assert_eq!(joined, Other::Window(Some(Holder { pid, since: at })));
    // A third is one too many to be told of, and changes nothing.
    assert!(matches!(
        Presence::join(&path, &state, at).unwrap(),
        Presence::Taken(Some(_))
    ));
    drop(second);
    assert_eq!(Presence::joined(&path, &state).unwrap(), Other::Nobody);
}

#[test]
fn what_a_crashed_window_left_keeps_nobody_out() {
    let folder = tempfile::tempdir().unwrap();
    let (path, state) = (folder.path().join("book.ron"), folder.path().join("state"));
    let open = state.join("open");
    fs::create_dir_all(&open).unwrap();
    let key = document_key(&path);
    fs::write(open.join(format!("{key}.lock")), "").unwrap();
    let said = open.join(format!("{key}.who"));
    fs::write(&said, "4711 2026-11-27T05:41:20Z, and more that is longer").unwrap();
    let _guard = alone(claim(&path, &state, "2026-11-27T09:00:00Z")).unwrap();
    // Who has only just opened it has not said so yet.
    fs::write(&said, "47").unwrap();
    let taken = claim(&path, &state, "2026-11-27T10:00:00Z");
    assert!(matches!(taken, Presence::Taken(None)), "{taken:?}");
}

#[test]
fn a_state_folder_that_cannot_be_made_is_an_error_and_no_claim() {
    let folder = tempfile::tempdir().unwrap();
    let state = folder.path().join("file");
    fs::write(&state, "").unwrap();
    let now = "2026-11-27T05:41:20Z".parse().unwrap();
    assert!(Presence::claim(&folder.path().join("book.ron"), &state, now).is_err());
}
