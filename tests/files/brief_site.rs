//! The site of all parties: whole in itself, and never in the way of what others put into its folder.

use std::fs;
use std::path::Path;
use std::sync::{Arc, LazyLock};

use jiff::civil::date;
use pledgebook::exchange::brief::folder::{self, LIST};
use pledgebook::exchange::brief::site::{SiteFile, files};
use pledgebook::exchange::brief::{BriefError, BriefRequest};
use pledgebook::exchange::picture::DatasetMark;
use pledgebook::ledger::{Assumptions, Ledger};
use pledgebook::task::{Task, TaskLine, TaskState};
use pledgebook::text::Lang;

use super::{SMALL, entries, read};

static SMALL_BOOK: LazyLock<Ledger> = LazyLock::new(|| {
    let second = "parties: [\n        (\n            id: \"EX\",\n            iso3: \"EXA\",\n            \
                  name: (\n                en: \"Exampleland\",\n                uk: \"Прикладія\",\n            ),\n            \
                  currency: \"EUR\",\n        ),";
    let dataset = read(&SMALL.replacen("parties: [", second, 1));
    let assumptions = Assumptions::of(&dataset);
    Ledger::new(Arc::new(dataset), assumptions)
});

fn site(lang: Lang) -> Vec<SiteFile> {
    let ledger = &*SMALL_BOOK;
    let request = BriefRequest {
        parties: Vec::new(),
        lang,
        mark: DatasetMark::of(ledger.dataset(), "0f".repeat(32), None),
        today: date(2026, 11, 27),
    };
    files(ledger, &request, &TaskLine::default()).unwrap()
}

fn write(folder: &Path, files: &[SiteFile]) -> Result<(), BriefError> {
    folder::write(folder, files, &TaskLine::default())
}

fn paths(files: &[SiteFile]) -> Vec<&str> {
    files.iter().map(|file| file.path.as_str()).collect()
}

fn text<'a>(files: &'a [SiteFile], path: &str) -> &'a str {
    let file = files.iter().find(|file| file.path == path).unwrap();
    std::str::from_utf8(&file.bytes).unwrap()
}

#[test]
fn every_party_has_a_page_in_both_languages_and_pages_lead_to_each_other() {
    let files = site(Lang::Uk);
    let wanted = [
        "en/ex.html",
        "en/index.html",
        "en/lt.html",
        "index.html",
        "uk/ex.html",
        "uk/index.html",
        "uk/lt.html",
    ];
    assert_eq!(paths(&files), wanted);
    for file in &files {
        let page = std::str::from_utf8(&file.bytes).unwrap();
        let here = Path::new(&file.path).parent().unwrap();
        for link in page.split("href=\"").skip(1) {
            let link = link.split('"').next().unwrap();
            let (target, _) = link.split_once('#').unwrap_or((link, ""));
            if target.is_empty() || target.starts_with("https://") {
                continue;
            }
            let target = match target.strip_prefix("../") {
                Some(up) => up.to_owned(),
                None => here.join(target).to_string_lossy().replace('\\', "/"),
            };
            assert!(wanted.contains(&target.as_str()), "{}: {link}", file.path);
        }
    }
    assert!(text(&files, "index.html").contains("url=uk/index.html"));
    assert!(text(&files, "uk/index.html").contains("<html lang=\"uk\">"));
    let index = text(&files, "en/index.html");
    assert!(index.contains("data-sortable") && index.contains("script-src 'unsafe-inline'"));
    assert!(index.contains("data-key=\"2024-06-27\"") && index.contains("data-key=\"43000000\""));
    assert!(!text(&files, "en/lt.html").contains("<script"));
    assert_eq!(files, site(Lang::Uk), "not the same bytes");
}

#[test]
fn a_site_goes_into_a_new_or_empty_folder_and_over_itself() {
    let folder = tempfile::tempdir().unwrap();
    let into = folder.path().join("new");
    let files = site(Lang::En);
    write(&into, &files).unwrap();
    assert_eq!(entries(&into), [LIST, "en", "index.html", "uk"]);
    write(&into, &files).unwrap();
    for file in &files {
        assert!(fs::read(into.join(&file.path)).unwrap() == file.bytes);
    }
    // A page that the new site has no more is taken away.
    let fewer: Vec<SiteFile> = files
        .iter()
        .filter(|file| !file.path.ends_with("/ex.html"))
        .cloned()
        .collect();
    write(&into, &fewer).unwrap();
    assert_eq!(entries(&into.join("uk")), ["index.html", "lt.html"]);
    assert_eq!(entries(&into), [LIST, "en", "index.html", "uk"]);
}

#[test]
fn what_others_put_into_the_folder_stays() {
    let folder = tempfile::tempdir().unwrap();
    let (into, files) = (folder.path(), site(Lang::En));
    fs::write(into.join("letter.txt"), "mine").unwrap();
    let refused = write(into, &files);
    assert!(
        matches!(refused, Err(BriefError::NotOurs { file, .. }) if file.ends_with("letter.txt"))
    );
    assert_eq!(entries(into), ["letter.txt"]);
    // What systems and version control hide there is in nobody's way.
    fs::remove_file(into.join("letter.txt")).unwrap();
    fs::write(into.join(".nojekyll"), "").unwrap();
    write(into, &files).unwrap();
    // Into the folder of a site others may put what they like; it stays, and a page that somebody
    // changed is not written over.
    fs::write(into.join("letter.txt"), "mine").unwrap();
    write(into, &files).unwrap();
    assert_eq!(fs::read_to_string(into.join("letter.txt")).unwrap(), "mine");
    fs::write(into.join("en/lt.html"), "mine").unwrap();
    let refused = write(into, &files);
    assert!(matches!(refused, Err(BriefError::NotOurs { file, .. }) if file.ends_with("lt.html")));
    assert_eq!(fs::read_to_string(into.join("en/lt.html")).unwrap(), "mine");
    // Nor is it taken away with pages that are no more.
    let fewer: Vec<SiteFile> = files
        .iter()
        .filter(|file| file.path != "en/lt.html")
        .cloned()
        .collect();
    write(into, &fewer).unwrap();
    assert_eq!(fs::read_to_string(into.join("en/lt.html")).unwrap(), "mine");
}

#[test]
fn a_list_that_somebody_changed_never_leads_out_of_the_folder() {
    let folder = tempfile::tempdir().unwrap();
    let into = folder.path().join("site");
    fs::create_dir(&into).unwrap();
    let outside = folder.path().join("outside.txt");
    fs::write(&outside, "").unwrap();
    // The hash is that of an empty file.
    let hash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    fs::write(
        into.join(LIST),
        format!("pledgebook site 1\n{hash} ../outside.txt\n"),
    )
    .unwrap();
    write(&into, &site(Lang::En)).unwrap();
    assert!(outside.exists());
    fs::write(into.join(LIST), "something else\n").unwrap();
    assert!(matches!(
        write(&into, &site(Lang::En)),
        Err(BriefError::NotOurs { .. })
    ));
}

#[test]
fn a_site_that_cannot_be_written_leaves_the_folder_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let files = site(Lang::En);
    // A file stands where a folder is to be.
    let into = folder.path().join("file");
    fs::write(&into, "mine").unwrap();
    assert!(matches!(
        write(&into, &files),
        Err(BriefError::Folder { .. })
    ));
    assert_eq!(fs::read_to_string(&into).unwrap(), "mine");
    // Cancelled.
    let into = folder.path().join("new");
    let (there, pages) = (into.clone(), files.clone());
    let task = Task::start(
        "site",
        || {},
        move |line| {
            while !line.is_cancelled() {
                std::thread::yield_now();
            }
            folder::write(&there, &pages, line)
        },
    );
    let task = task.unwrap();
    task.cancel();
    loop {
        match task.poll() {
            TaskState::Running => std::thread::yield_now(),
            TaskState::Done(done) => {
                assert!(matches!(done, Err(BriefError::Cancelled)));
                break;
            }
            TaskState::Lost => unreachable!("the work broke down"),
        }
    }
    assert!(!into.exists());
    assert_eq!(entries(folder.path()), ["file"]);
}
