//! How long loading, saving, counting, charting, narrowing, opening a party, reading tables and painting a frame take, at 1, 10 and 100 times
//! the size of the bundled dataset. Run by `cargo bench`; the times are of the release build.

#![expect(
    clippy::unwrap_used,
    reason = "a measurement that cannot go on should stop there"
)]

#[path = "../common/generate.rs"]
mod generate;

#[path = "frames.rs"]
mod frames;

#[path = "tables.rs"]
mod tables;

use std::hint::black_box;
use std::sync::Arc;
use std::time::Duration;

use criterion::{BenchmarkGroup, BenchmarkId, Criterion, Throughput, measurement::WallTime};
use jiff::civil::date;
use pledgebook::ledger::{Assumptions, Ledger, Query, check};
use pledgebook::model::{Area, Dataset, Stage};
use pledgebook::store::format;
use pledgebook::views::{
    By, ChartKind, ChartRequest, LedgerColumn, LedgerIndex, LedgerRequest, LedgerSort, Measure,
    PartyFilter, PartyIndex, ProblemIndex, ProblemsByRecord, chart, detail, parties, totals,
};

/// How many aid entries the bundled dataset has: the size that is called 1×.
const BUNDLED: usize = 336;
const TIMES: [usize; 3] = [1, 10, 100];

/// Measures one thing at all sizes.
fn at_all_sizes(
    criterion: &mut Criterion,
    name: &str,
    mut measure: impl FnMut(&mut BenchmarkGroup<'_, WallTime>, BenchmarkId, Dataset),
) {
    let mut group = criterion.benchmark_group(name);
    group
        .sample_size(10)
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(3));
    for times in TIMES {
        let entries = times * BUNDLED;
        group.throughput(Throughput::Elements(u64::try_from(entries).unwrap()));
        let id = BenchmarkId::from_parameter(format!("{times}×"));
        measure(&mut group, id, generate::dataset(entries));
    }
    group.finish();
}

fn ledger_of(dataset: &Arc<Dataset>) -> Ledger {
    Ledger::new(Arc::clone(dataset), Assumptions::of(dataset))
}

/// Bytes to records.
fn load(criterion: &mut Criterion) {
    at_all_sizes(criterion, "load", |group, id, dataset| {
        let text = format::write(&dataset);
        let read = format::read(text.as_bytes()).unwrap();
        assert!(read.damage.is_empty() && read.dataset == dataset);
        group.bench_function(id, |bencher| {
            bencher.iter(|| format::read(black_box(text.as_bytes())).unwrap());
        });
    });
}

/// Records to canonical text.
fn save(criterion: &mut Criterion) {
    at_all_sizes(criterion, "save", |group, id, dataset| {
        group.bench_function(id, |bencher| {
            bencher.iter(|| format::write(black_box(&dataset)));
        });
    });
}

/// A new ledger, then every stage by party: what an edit or a changed assumption costs.
fn derive(criterion: &mut Criterion) {
    at_all_sizes(criterion, "derive", |group, id, dataset| {
        let dataset = Arc::new(dataset);
        group.bench_function(id, |bencher| {
            bencher.iter(|| {
                let ledger = ledger_of(&dataset);
                for stage in Stage::ALL {
                    black_box(totals(&ledger, &Query::all(*stage), Some(By::Party)));
                }
            });
        });
    });
}

/// All checks over a dataset.
fn problems(criterion: &mut Criterion) {
    at_all_sizes(criterion, "check", |group, id, dataset| {
        let ledger = ledger_of(&Arc::new(dataset));
        group.bench_function(id, |bencher| {
            bencher.iter(|| check(black_box(&ledger)));
        });
    });
}

/// The country list while somebody types into its search field; what is searched was read before.
fn filter(criterion: &mut Criterion) {
    at_all_sizes(criterion, "filter", |group, id, dataset| {
        let ledger = ledger_of(&Arc::new(dataset));
        let area_names = |area: Area| area.key().to_owned();
        let none = ProblemIndex::new(&ledger, &Arc::default());
        let index = PartyIndex::new(&ledger, &none, &area_names);
        let measure = Measure {
            stage: Stage::Delivered,
            aid_type: None,
        };
        let typed = PartyFilter {
            search: "paragraph 3".to_owned(),
            ..PartyFilter::default()
        };
        group.bench_function(id, |bencher| {
            bencher.iter(|| parties(&ledger, &index, measure, black_box(&typed)));
        });
    });
}

/// Everything about one party.
fn open_party(criterion: &mut Criterion) {
    at_all_sizes(criterion, "open a party", |group, id, dataset| {
        let dataset = Arc::new(dataset);
        let ledger = ledger_of(&dataset);
        let party = dataset.parties.keys().next().unwrap().clone();
        let (today, none) = (date(2026, 3, 1), ProblemsByRecord::default());
        group.bench_function(id, |bencher| {
            bencher.iter(|| detail(&ledger, black_box(&party), today, &none).unwrap());
        });
    });
}

/// A line over time, a line a party, and a column a month.
fn charts(criterion: &mut Criterion) {
    for kind in [
        ChartKind::OverTime,
        ChartKind::Multiples,
        ChartKind::ByMonth,
    ] {
        let name = format!("chart {}", kind.key());
        at_all_sizes(criterion, &name, |group, id, dataset| {
            let ledger = ledger_of(&Arc::new(dataset));
            let request = ChartRequest {
                kind,
                ..ChartRequest::default()
            };
            group.bench_function(id, |bencher| {
                bencher.iter(|| chart(&ledger, black_box(&request)));
            });
        });
    }
}

/// The page of aid entries while somebody types into its search and orders by three columns; what is
/// searched and ordered by was read before. Then the same of one stage, with its sum.
fn ledger_page(criterion: &mut Criterion) {
    let sort = |column, descending| LedgerSort { column, descending };
    let mut request = LedgerRequest {
        sort: vec![
            sort(LedgerColumn::Stage, false),
            sort(LedgerColumn::Party, true),
            sort(LedgerColumn::Amount, true),
        ],
        ..LedgerRequest::default()
    };
    "number 3".clone_into(&mut request.filter.find);
    let mut summed = request.clone();
    summed.filter.find.clear();
    summed.filter.stages.insert(Stage::Delivered);
    for (name, request) in [("ledger page", &request), ("ledger page, summed", &summed)] {
        at_all_sizes(criterion, name, |group, id, dataset| {
            let index = LedgerIndex::new(&Arc::new(ledger_of(&Arc::new(dataset))));
            index.list(request);
            group.bench_function(id, |bencher| {
                bencher.iter(|| index.list(black_box(request)));
            });
        });
    }
}

criterion::criterion_group!(
    benches,
    load,
    save,
    derive,
    filter,
    ledger_page,
    open_party,
    problems,
    charts,
    frames::frames,
    tables::tables
);
criterion::criterion_main!(benches);
