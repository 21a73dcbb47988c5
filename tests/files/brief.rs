//! Briefs: both papers tell the same, each number is the ledger's with its sources, nothing of others
//! becomes more than words, and long things fit.

use std::process::Command;
use std::sync::{Arc, LazyLock};

use jiff::civil::{Date, date};
use pledgebook::exchange::brief::model::{Block, Brief, Cell, Row, Run, Table, Target, Text};
use pledgebook::exchange::brief::{BriefError, BriefFormat, BriefRequest, export, html, make, pdf};
use pledgebook::exchange::picture::DatasetMark;
use pledgebook::ledger::{Assumptions, Ledger, Query};
use pledgebook::model::{Dataset, PartyId, Stage};
use pledgebook::task::{Task, TaskLine, TaskState};
use pledgebook::text::{Lang, Texts, numbers};

use super::{BUNDLED, SMALL, read};

const TODAY: Date = date(2026, 11, 27);

static BOOK: LazyLock<Ledger> = LazyLock::new(|| ledger(read(BUNDLED)));

fn ledger(dataset: Dataset) -> Ledger {
    let assumptions = Assumptions::of(&dataset);
    Ledger::new(Arc::new(dataset), assumptions)
}

fn party(id: &str) -> PartyId {
    PartyId::new(id).unwrap()
}

fn asked(ledger: &Ledger, ids: &[&str], lang: Lang) -> BriefRequest {
    BriefRequest {
        parties: ids.iter().map(|id| party(id)).collect(),
        lang,
        mark: DatasetMark::of(ledger.dataset(), "0f".repeat(32), None),
        today: TODAY,
    }
}

fn brief_of(ledger: &Ledger, ids: &[&str], lang: Lang) -> Brief {
    make::brief(ledger, &asked(ledger, ids, lang), &TaskLine::default()).unwrap()
}

fn page(brief: &Brief) -> String {
    html::write(brief, &html::Around::default()).unwrap()
}

/// The words of a page of HTML: no elements, no style, no shapes.
fn words_of_page(page: &str) -> String {
    let mut words = String::new();
    let mut rest = page.split_once("<header>").unwrap().1;
    while let Some((before, after)) = rest.split_once('<') {
        words.push_str(before);
        let (element, next) = after.split_once('>').unwrap();
        // What stands for each mark of a chart is told when it is pointed at.
        rest = if element == "title" || element.starts_with("title ") {
            next.split_once("</title>").unwrap().1
        } else {
            next
        };
    }
    let signs = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&amp;", "&"),
    ];
    signs
        .into_iter()
        .fold(words, |words, (from, to)| words.replace(from, to))
}

fn dense(words: &str) -> String {
    words
        .chars()
        .filter(|sign| !sign.is_whitespace() && *sign != '•' && *sign != '\u{fffd}')
        .collect()
}

/// Numbers of a list are no words of HTML, and the contents stand before all.
fn without_numbers(brief: &Brief) -> String {
    let number = |words: &String| {
        words
            .strip_suffix('.')
            .is_some_and(|n| n.parse::<u32>().is_ok())
    };
    let words = brief.words();
    dense(
        &words
            .iter()
            .filter(|words| !number(words))
            .cloned()
            .collect::<String>(),
    )
}

fn tables(brief: &Brief) -> Vec<&Table> {
    let blocks = brief.sections.iter().flat_map(|section| &section.blocks);
    blocks
        .filter_map(|block| match block {
            Block::Table(table) => Some(table),
            _ => None,
        })
        .collect()
}

/// All runs of words in a brief.
fn runs(brief: &Brief) -> Vec<Run> {
    let mut texts: Vec<Text> = Vec::new();
    for block in brief.sections.iter().flat_map(|section| &section.blocks) {
        match block {
            Block::Paragraph(text) | Block::Note(text) => texts.push(text.clone()),
            Block::List(lines) => texts.extend(lines.clone()),
            Block::Facts(facts) => texts.extend(facts.iter().flat_map(|fact| fact.lines.clone())),
            Block::Sources(listed) => texts.extend(listed.iter().flat_map(|one| one.lines.clone())),
            Block::Table(table) => {
                for row in &table.rows {
                    match row {
                        Row::Group(text) => texts.push(text.clone()),
                        Row::Cells(cells) | Row::Total(cells) => {
                            texts.extend(cells.iter().flat_map(|cell| cell.lines.clone()));
                        }
                    }
                }
            }
            Block::Heading(_) | Block::Picture(_) => {}
        }
    }
    texts.into_iter().flat_map(|text| text.0).collect()
}

#[test]
fn both_papers_tell_the_same_words_in_the_same_order() {
    for (ids, lang) in [
        (&["LT"][..], Lang::En),
        (&["US"], Lang::Uk),
        (&["EU"], Lang::En),
        (&["IE"], Lang::Uk),
        (&["GB", "IS", "EU", "US", "LV"], Lang::Uk),
    ] {
        let brief = brief_of(&BOOK, ids, lang);
        let (pages, told) = pdf::told(&brief).unwrap();
        assert!(pages > 2, "{ids:?}: {pages} pages");
        assert_eq!(dense(&told), dense(&brief.words().concat()), "{ids:?}");
        let page = words_of_page(&page(&brief));
        let (_, body) = page.split_once(&brief.subtitle).unwrap();
        let contents: String = brief.sections.iter().map(|of| of.title.as_str()).collect();
        let wanted = without_numbers(&brief);
        let (before, after) =
            wanted.split_at(dense(&[&*brief.title, &*brief.subtitle].concat()).len());
        assert_eq!(before, dense(&[&*brief.title, &*brief.subtitle].concat()));
        let body = dense(body);
        let body = body.strip_prefix(&dense(&contents)).unwrap();
        assert!(body.starts_with(after), "{ids:?}: HTML tells other words");
    }
}

#[test]
fn a_pdf_can_be_read_back_by_other_programs() {
    let has = Command::new("pdftotext").arg("-v").output().is_ok();
    if !has {
        println!("skipped: there is no pdftotext on this machine");
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("lt.pdf");
    let request = asked(&BOOK, &["LT"], Lang::Uk);
    let bytes = export(&BOOK, &request, BriefFormat::Pdf, &TaskLine::default()).unwrap();
    std::fs::write(&file, bytes).unwrap();
    let read = Command::new("pdftotext")
        .arg("-raw")
        .arg(&file)
        .arg("-")
        .output()
        .unwrap();
    let read = dense(&String::from_utf8_lossy(&read.stdout));
    for words in [
        "Литва: що обіцяно Україні й що надійшло",
        "лишився 2 771 день",
        "[1,2]",
        "R13",
    ] {
        assert!(read.contains(&dense(words)), "{words} is not in {read}");
    }
}

#[test]
fn the_same_brief_has_the_same_bytes_and_each_file_says_what_it_is() {
    let request = asked(&BOOK, &["EE"], Lang::Uk);
    let made = |format| export(&BOOK, &request, format, &TaskLine::default()).unwrap();
    for format in BriefFormat::ALL {
        assert!(made(format) == made(format), "{format:?}");
    }
    let page = String::from_utf8(made(BriefFormat::Html)).unwrap();
    assert!(page.starts_with("<!DOCTYPE html>\n<html lang=\"uk\">"));
    let paper = made(BriefFormat::Pdf);
    let holds = |part: &[u8]| paper.windows(part.len()).any(|window| window == part);
    assert!(paper.starts_with(b"%PDF-") && holds(b"/Outlines") && holds(b"/MarkInfo"));
    assert!(holds(b"/Lang(uk)") || holds(b"/Lang (uk)"));
}

#[test]
fn a_page_asks_the_network_for_nothing() {
    let page = page(&brief_of(&BOOK, &["GB", "DE"], Lang::En));
    assert!(page.contains("default-src 'none'"));
    for asking in [
        "<script", "<link", "<img", "<iframe", "src=", "@import", "url(http", "<form",
    ] {
        assert!(!page.contains(asking), "{asking}");
    }
    // What is defined for a chart is found on the page, each name once.
    let names: Vec<&str> = page
        .split(" id=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect();
    let mut once = names.clone();
    once.sort_unstable();
    once.dedup();
    assert_eq!(once.len(), names.len());
    for wanted in page
        .split("href=\"#")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
    {
        assert!(
            once.binary_search(&wanted).is_ok(),
            "{wanted} leads nowhere"
        );
    }
}

#[test]
fn each_sum_is_the_ledgers_and_each_stage_stands_for_itself() {
    let texts = Texts::new(Lang::En);
    for id in BOOK.dataset().parties.keys() {
        let brief = brief_of(&BOOK, &[id.as_str()], Lang::En);
        let caption = texts.get("brief-money-all-time");
        let found = tables(&brief)
            .into_iter()
            .find(|table| table.caption == caption);
        let Some(table) = found else {
            continue;
        };
        assert_eq!(table.rows.len(), Stage::ALL.len());
        for (row, stage) in table.rows.iter().zip(Stage::ALL) {
            let Row::Cells(cells) = row else {
                continue;
            };
            let total = BOOK.total(&Query::all(*stage).of(id));
            let told = numbers::bounds_short(total.bounds(), total.unit(), texts);
            let words = cells[1].words();
            let sum = words.split("\u{a0}[").next().unwrap();
            assert_eq!(sum, told, "{id} {stage:?}");
            // A number with sources under it names them.
            let tree = total.derivation();
            let named = tree.leaves().iter().any(|(leaf, _)| leaf.source.is_some());
            assert_eq!(words.contains('['), named, "{id} {stage:?}: {words}");
        }
    }
}

#[test]
fn every_mark_leads_to_a_source_that_is_listed_and_every_phrase_to_its_passage() {
    for ids in [&["LT"][..], &["US"], &["PL", "SE"]] {
        let brief = brief_of(&BOOK, ids, Lang::En);
        let listed = brief.sections.iter().flat_map(|section| &section.blocks);
        let listed = listed.filter_map(|block| match block {
            Block::Sources(listed) => Some(listed.len()),
            _ => None,
        });
        let listed: usize = listed.sum();
        assert!(listed > 2);
        let mut seen = vec![false; listed];
        for run in runs(&brief) {
            match run.to {
                Some(Target::Source(number)) => {
                    assert!((1..=listed).contains(&number));
                    seen[number - 1] = true;
                }
                Some(Target::Web(address)) if run.words.starts_with('“') => {
                    assert!(address.contains(":~:text="), "{address}");
                }
                _ => {}
            }
        }
        // A span of marks names its ends alone.
        assert!(seen.iter().filter(|seen| **seen).count() * 2 > listed);
    }
}

#[test]
fn what_was_not_known_on_the_day_is_not_told() {
    let dataset = read(BUNDLED);
    let assumptions = Assumptions {
        cutoff: Some(date(2024, 6, 1)),
        ..Assumptions::of(&dataset)
    };
    let ledger = Ledger::new(Arc::new(dataset), assumptions);
    let words = brief_of(&ledger, &["LT"], Lang::En).words().join("\n");
    let words = words.replace('\u{202f}', " ");
    assert!(
        words.contains("No agreement is known as of this cut-off."),
        "{words}"
    );
    assert!(words.contains("As known on 1 Jun 2024") && !words.contains("will seek annually"));
}

#[test]
fn without_a_cut_off_days_are_counted_from_today() {
    let dataset = read(SMALL);
    let assumptions = Assumptions {
        cutoff: None,
        ..Assumptions::of(&dataset)
    };
    let ledger = Ledger::new(Arc::new(dataset), assumptions);
    let words = brief_of(&ledger, &["LT"], Lang::En).words().join("\n");
    let words = words.replace('\u{202f}', " ");
    assert!(words.contains("2 769 days left on 27 Nov 2026"), "{words}");
}

#[test]
fn a_brief_is_of_one_to_eight_that_are_there() {
    let of = |ids: &[&str]| {
        make::brief(&BOOK, &asked(&BOOK, ids, Lang::En), &TaskLine::default()).unwrap_err()
    };
    assert!(matches!(of(&[]), BriefError::HowMany(0)));
    let nine = ["LT", "LV", "EE", "PL", "DE", "FR", "GB", "US", "CA"];
    assert!(matches!(of(&nine), BriefError::HowMany(9)));
    assert!(matches!(of(&["XX"]), BriefError::Unknown(id) if id.as_str() == "XX"));
}

#[test]
fn parties_stand_in_the_order_asked_for() {
    let brief = brief_of(&BOOK, &["US", "LT", "EU", "BE"], Lang::En);
    assert!(
        brief.is_wide
            && brief
                .title
                .starts_with("United States, Lithuania, European Union, Belgium")
    );
    for table in tables(&brief)
        .into_iter()
        .filter(|table| table.columns.len() == 5)
    {
        let names = table.columns[1..]
            .iter()
            .map(|column| column.title.as_str());
        let names: Vec<&str> = names.collect();
        if names[0] != "Commitment" {
            assert_eq!(
                names,
                ["United States", "Lithuania", "European Union", "Belgium"]
            );
        }
    }
}

#[test]
fn somebody_elses_words_stay_words() {
    let evil = "<script>alert('x')</script>\\u{0}\u{202e}&amp; ]]>";
    let text = SMALL
        .replace("Drones.", &format!("{evil}{}", "unbreakable".repeat(60)))
        .replace("https://example.org/agreement", "javascript:alert(1)")
        .replace("A small book", "\\\"><b>");
    let ledger = ledger(read(&text));
    let brief = brief_of(&ledger, &["LT"], Lang::En);
    let page = page(&brief);
    assert!(!page.contains("<script") && !page.contains("<b>"));
    assert!(!page.contains("href=\"javascript"));
    let all = runs(&brief);
    let leads = all.iter().filter_map(|run| run.to.as_ref());
    assert!(leads.into_iter().all(|to| matches!(to, Target::Source(_))));
    let paper = pdf::write(&brief, &TaskLine::default()).unwrap();
    assert!(!paper.windows(10).any(|part| part == b"javascript"));
    let (_, told) = pdf::told(&brief).unwrap();
    assert!(dense(&told).contains(&"unbreakable".repeat(60)));
}

#[test]
fn tables_and_cells_longer_than_a_page_go_on_on_the_next() {
    let mut brief = brief_of(&BOOK, &["LT"], Lang::En);
    let long = |words: &str, times: usize| Cell::line(Text::plain(words.repeat(times)));
    let mut rows: Vec<Row> = (0..400)
        .map(|at| {
            Row::Cells(vec![
                long("row ", 1),
                long(&format!("words {at} "), 12),
                Cell::default(),
            ])
        })
        .collect();
    rows.insert(
        200,
        Row::Cells(vec![
            long("one ", 2000),
            long("two ", 3000),
            long("three", 900),
        ]),
    );
    rows.push(Row::Group(Text::plain("The last group, of nothing")));
    let columns = ["First", "Second", "Third"];
    let table = Table {
        caption: "A long table".to_owned(),
        columns: columns
            .map(|title| pledgebook::exchange::brief::model::Column::words(title, 1.0))
            .to_vec(),
        rows,
        sortable: false,
    };
    brief.sections[0].blocks.insert(0, Block::Table(table));
    let (pages, told) = pdf::told(&brief).unwrap();
    assert!((30..80).contains(&pages), "{pages}");
    assert_eq!(dense(&told), dense(&brief.words().concat()));
    assert!(pdf::write(&brief, &TaskLine::default()).unwrap().len() > 100_000);
}

#[test]
fn a_brief_that_is_cancelled_is_not_made() {
    for format in BriefFormat::ALL {
        let request = asked(&BOOK, &["US"], Lang::En);
        let task = Task::start(
            "brief",
            || {},
            move |line| {
                while !line.is_cancelled() {
                    std::thread::yield_now();
                }
                export(&BOOK, &request, format, line)
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
    }
}

#[test]
fn the_command_line_writes_what_the_library_makes() {
    let folder = tempfile::tempdir().unwrap();
    let ledger = &BOOK;
    let hash = |ledger: &Ledger| {
        let text = pledgebook::store::format::write(ledger.dataset());
        pledgebook::store::hash::FileHash::of(text.as_bytes()).to_string()
    };
    for (name, format) in [("lt.html", BriefFormat::Html), ("lt.pdf", BriefFormat::Pdf)] {
        let path = folder.path().join(name);
        let mut command = Command::new(env!("CARGO_BIN_EXE_pledgebook"));
        command
            .args(["export", "brief", "lt", "Latvia", "-o"])
            .arg(&path);
        let done = command.env("PLEDGEBOOK_LANG", "en").output().unwrap();
        assert!(done.status.success(), "{done:?}");
        let mut request = asked(ledger, &["LT", "LV"], Lang::En);
        request.mark.sha256 = hash(ledger);
        let same = export(ledger, &request, format, &TaskLine::default()).unwrap();
        assert!(std::fs::read(path).unwrap() == same, "{name} differs");
    }
}
