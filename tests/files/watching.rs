//! The watcher: tells what others do to a file, and only that.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

use pledgebook::store::disk::RealDisk;
use pledgebook::store::hash::FileHash;
use pledgebook::store::save::{Expected, save};
use pledgebook::store::watch::{Change, Watch};

use super::saving::{NEW, OLD, file_with};

/// Longer than a change takes to be told, also on a busy machine.
const SOON: Duration = Duration::from_secs(20);
/// Long enough for a change that is wrongly told to arrive.
const A_WHILE: Duration = Duration::from_millis(900);

fn hash(text: &str) -> FileHash {
    FileHash::of(text.as_bytes())
}

struct Watched {
    _folder: tempfile::TempDir,
    path: PathBuf,
    watch: Watch,
    told: Receiver<Change>,
}

fn watched(start: impl Fn(&Path, FileHash, Box<dyn Fn(Change) + Send>) -> Watch) -> Watched {
    let (folder, path) = file_with(OLD);
    let (tell, told) = channel();
    let tell = Box::new(move |change| tell.send(change).unwrap());
    let watch = start(&path, hash(OLD), tell);
    Watched {
        _folder: folder,
        path,
        watch,
        told,
    }
}

fn natively() -> Watched {
    watched(|path, known, told| Watch::start(path, known, told).unwrap())
}

fn by_polling() -> Watched {
    watched(|path, known, told| Watch::polling(path, known, told).unwrap())
}

impl Watched {
    fn sees(&self, change: Change) {
        assert_eq!(self.told.recv_timeout(SOON), Ok(change));
    }

    fn sees_nothing(&self) {
        let told = self.told.recv_timeout(A_WHILE);
        assert_eq!(told, Err(RecvTimeoutError::Timeout));
    }

    /// As editors and cloud clients do it.
    fn replace(&self, text: &str) {
        let beside = self.path.with_extension("new");
        fs::write(&beside, text).unwrap();
        fs::rename(&beside, &self.path).unwrap();
    }
}

fn everything_is_told(watched: &Watched) {
    watched.replace(NEW);
    watched.sees(Change::Changed(hash(NEW)));
    let longer = format!("{NEW}// more\n");
    fs::write(&watched.path, &longer).unwrap();
    watched.sees(Change::Changed(hash(&longer)));
    fs::remove_file(&watched.path).unwrap();
    watched.sees(Change::Gone);
    watched.replace(OLD);
    watched.sees(Change::Back(hash(OLD)));
}

#[test]
fn what_others_do_to_the_file_is_told() {
    everything_is_told(&natively());
}

#[test]
fn where_the_system_has_no_watcher_the_same_is_told() {
    everything_is_told(&by_polling());
}

#[test]
fn what_changes_nothing_in_the_file_is_not_told() {
    let watched = natively();
    // Over what stands there, and never empty between: that would be a change.
    let mut file = fs::OpenOptions::new()
        .write(true)
        .open(&watched.path)
        .unwrap();
    file.write_all(OLD.as_bytes()).unwrap();
    watched.replace(OLD);
    fs::write(watched.path.with_file_name("other.ron"), NEW).unwrap();
    assert_eq!(fs::read_to_string(&watched.path).unwrap(), OLD);
    watched.sees_nothing();
}

#[test]
fn a_save_of_our_own_is_not_told_however_long_it_takes() {
    let watched = natively();
    let texts = [NEW, OLD];
    for text in texts.iter().cycle().take(6) {
        let pause = watched.watch.pause();
        let saved = save(&watched.path, text, Expected::Anything, &RealDisk).unwrap();
        // The watcher has had all the time to see it before it is known.
        std::thread::sleep(Duration::from_millis(350));
        pause.know(saved.hash);
        drop(pause);
    }
    watched.sees_nothing();
    watched.replace(NEW);
    watched.sees(Change::Changed(hash(NEW)));
}

#[test]
fn what_happens_during_a_pause_is_told_after_it() {
    let watched = natively();
    let pause = watched.watch.pause();
    watched.replace(NEW);
    watched.sees_nothing();
    drop(pause);
    watched.sees(Change::Changed(hash(NEW)));
}

#[test]
fn what_was_read_again_is_known() {
    let watched = natively();
    watched.replace(NEW);
    watched.sees(Change::Changed(hash(NEW)));
    watched.watch.know(hash(NEW));
    watched.sees_nothing();
    watched.watch.know(hash(OLD));
    watched.sees(Change::Changed(hash(NEW)));
}

#[test]
fn a_change_between_reading_and_watching_is_told() {
    let (_folder, path) = file_with(NEW);
    let (tell, told) = channel();
    let watch = Watch::start(&path, hash(OLD), move |change| tell.send(change).unwrap());
    assert_eq!(told.recv_timeout(SOON), Ok(Change::Changed(hash(NEW))));
    drop(watch);
}

#[test]
fn a_watch_that_is_dropped_lets_go_and_is_silent() {
    let Watched {
        _folder,
        path,
        watch,
        told,
    } = natively();
    let pause = watch.pause();
    drop(watch);
    fs::write(&path, NEW).unwrap();
    drop(pause);
    // The end of its thread drops what it would call.
    assert_eq!(told.recv_timeout(SOON), Err(RecvTimeoutError::Disconnected));
}

#[test]
fn a_folder_that_goes_and_comes_back_is_watched_again() {
    let watched = natively();
    let folder = watched.path.parent().unwrap().to_owned();
    let aside = folder.with_extension("aside");
    fs::rename(&folder, &aside).unwrap();
    watched.sees(Change::Gone);
    fs::rename(&aside, &folder).unwrap();
    watched.sees(Change::Back(hash(OLD)));
    watched.replace(NEW);
    watched.sees(Change::Changed(hash(NEW)));
}

#[cfg(unix)]
#[test]
fn a_file_behind_a_link_is_watched_and_so_is_the_link() {
    use std::os::unix::fs::symlink;

    let (_far, target) = file_with(OLD);
    let (_near, link) = file_with(NEW);
    fs::remove_file(&link).unwrap();
    symlink(&target, &link).unwrap();
    let (tell, told) = channel();
    let watch = Watch::start(&link, hash(OLD), move |change| tell.send(change).unwrap());
    fs::write(&target, NEW).unwrap();
    assert_eq!(told.recv_timeout(SOON), Ok(Change::Changed(hash(NEW))));
    let (_third, other) = file_with(OLD);
    let fresh = link.with_extension("new");
    symlink(&other, &fresh).unwrap();
    fs::rename(&fresh, &link).unwrap();
    assert_eq!(told.recv_timeout(SOON), Ok(Change::Changed(hash(OLD))));
    fs::write(&other, NEW).unwrap();
    assert_eq!(told.recv_timeout(SOON), Ok(Change::Changed(hash(NEW))));
    drop(watch);
}
