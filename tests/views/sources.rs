//! The page of sources.

use pledgebook::model::{Archived, SourceKind, Stage, Voice};
use pledgebook::views::{SourceFilter, SourceLine, SourceList, SourceOrder, SourceTrait, Views};

use super::{views, views_on};
use crate::laws::book::Book;

/// Three publishers; one source is unused, one undated, one has a copy.
fn book() -> Book {
    let mut book = Book::new();
    for (id, day, publisher) in [
        ("ref-fx", "", "ЄЦБ"),
        ("ref-gdp", "", "IMF"),
        ("lt-s01", "2024-06-27", "Ministry"),
        ("lt-s02", "2024-05", "ministry of peace"),
        ("no-s01", "", "Ministry"),
        ("no-s02", "2025-02-01", ""),
    ] {
        book.source(id, day);
        let source = book.data.sources.get_mut(id).unwrap();
        publisher.clone_into(&mut source.publisher);
    }
    for id in ["ref-fx", "ref-gdp"] {
        book.data.sources.get_mut(id).unwrap().kind = SourceKind::Statistics;
    }
    let kept = book.data.sources.get_mut("lt-s01").unwrap();
    "Žemė and Солом’янка".clone_into(&mut kept.title);
    kept.archived = Some(Archived {
        path: "copies/a.html".to_owned(),
        sha256: "0".repeat(64),
    });
    let first = "lt-s01".parse_id();
    book.gives("lt-a01", Stage::Pledged, "1 EUR", "2024", "2024-05-01")
        .figure
        .cite
        .source = Some(first.clone());
    let promise = book.promises("lt-c01", Stage::Pledged, "1 EUR", "2024");
    promise.cite.source = Some(first);
    promise.cite.also_in.push(Voice {
        source: "no-s01".parse_id(),
        phrase: None,
        wording: None,
    });
    let entry = book.gives("no-a01", Stage::Pledged, "1 NOK", "2025", "2025-02-01");
    entry.figure.cite.source = Some("no-s02".parse_id());
    book
}

trait ParseId {
    fn parse_id(&self) -> pledgebook::model::SourceId;
}

impl ParseId for str {
    fn parse_id(&self) -> pledgebook::model::SourceId {
        pledgebook::model::SourceId::new(self).unwrap()
    }
}

/// The ids of the rows, with the publishers' groups between them.
fn told(views: &Views, list: &SourceList) -> Vec<String> {
    let index = views.sources();
    let line = |line: &SourceLine| match line {
        SourceLine::Group(group) => {
            let group = &list.groups[*group];
            format!("[{} {} {}]", group.publisher, group.sources, group.records)
        }
        SourceLine::Source(place) => index.at(*place).unwrap().source.id.to_string(),
    };
    list.lines.iter().map(line).collect()
}

fn rows(views: &Views, filter: &SourceFilter) -> Vec<String> {
    told(views, &views.source_list(filter))
}

fn wanting(of: SourceTrait) -> SourceFilter {
    SourceFilter {
        traits: [of].into(),
        order: SourceOrder::Title,
        ..SourceFilter::default()
    }
}

#[test]
fn sources_stand_by_publisher_oldest_first_with_what_hangs_on_each() {
    let views = views(&book());
    assert_eq!(
        rows(&views, &SourceFilter::default()),
        [
            "[IMF 1 1]",
            "ref-gdp",
            "[Ministry 2 2]",
            "lt-s01",
            "no-s01",
            "[ministry of peace 1 0]",
            "lt-s02",
            "[ЄЦБ 1 2]",
            "ref-fx",
            "[ 1 1]",
            "no-s02",
        ]
    );
}

#[test]
fn what_is_wanting_is_found() {
    let views = views(&book());
    assert_eq!(rows(&views, &wanting(SourceTrait::Unused)), ["lt-s02"]);
    // A series has no day of publication.
    assert_eq!(rows(&views, &wanting(SourceTrait::Undated)), ["no-s01"]);
    let list = views.source_list(&wanting(SourceTrait::Unarchived));
    assert_eq!((list.sources, list.of), (5, 6));
    let undated = list
        .traits
        .iter()
        .find(|(of, _)| *of == SourceTrait::Undated);
    // The counts are those of the other choices: the chip of one narrows nothing of another.
    assert_eq!(undated, Some(&(SourceTrait::Undated, 1)));
}

#[test]
fn words_are_found_in_any_spelling_and_kinds_and_languages_narrow() {
    let views = views(&book());
    let search = |search: &str| SourceFilter {
        search: search.to_owned(),
        order: SourceOrder::Title,
        ..SourceFilter::default()
    };
    assert_eq!(rows(&views, &search("ZEME солом")), ["lt-s01"]);
    assert_eq!(rows(&views, &search("ministry 02")), ["lt-s02"]);
    let series = SourceFilter {
        kind: Some(SourceKind::Statistics),
        ..search("")
    };
    assert_eq!(rows(&views, &series), ["ref-fx", "ref-gdp"]);
    let list = views.source_list(&series);
    assert_eq!(
        list.kinds,
        [(SourceKind::Press, 4), (SourceKind::Statistics, 2)]
    );
    let none = SourceFilter {
        language: Some("uk".to_owned()),
        ..search("")
    };
    assert!(rows(&views, &none).is_empty());
}

#[test]
fn those_without_a_day_come_last_whichever_way_round() {
    let views = views(&book());
    let by = |descending| SourceFilter {
        order: SourceOrder::Published,
        descending,
        ..SourceFilter::default()
    };
    let up = rows(&views, &by(false));
    assert_eq!(up[..3], ["lt-s02", "lt-s01", "no-s02"]);
    let down = rows(&views, &by(true));
    assert_eq!(down[..3], ["no-s02", "lt-s01", "lt-s02"]);
    assert_eq!(up[3..], down[3..]);
}

#[test]
fn the_cut_off_leaves_out_what_came_later_and_calls_nothing_unused_for_it() {
    let views = views_on(&book(), "2024-06-01");
    let list = views.source_list(&SourceFilter::default());
    assert_eq!((list.later, list.of), (2, 6));
    let shown = told(&views, &list);
    assert!(!shown.contains(&"lt-s01".to_owned()), "{shown:?}");
    // Only a promise signed later cites it.
    let index = views.sources();
    let later = (0..6).filter_map(|place| index.at(place));
    let later: Vec<_> = later
        .filter(|entry| entry.source.id.as_str() == "no-s01")
        .collect();
    assert_eq!((later[0].cited_by.len(), later[0].unused), (0, false));
}
