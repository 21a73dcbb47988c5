//! Made-up files of each layout: they always run.

use pledgebook::exchange::import::kiel::{self, Wish};
use pledgebook::exchange::import::{Doubt, Skip};
use pledgebook::model::{AidType, AmountForm, Instrument, NoteOn, Stage};
use pledgebook::text::{Lang, Texts};
use rust_decimal::Decimal;

use super::{
    Result, counts, csv, found, ledger, messages, opened, plan, rows_skipped, told, total, workbook,
};

/// A release of before stages were named: packages of several rows, missing values, a summary.
const SEVEN: &str = "\
ID|countries|Announcement Date|Type of Aid General|Type of Aid Specific|Explanation|Original Currency|Monetary Value as Given by Source||No. of Units|Value committed (own estimate, in USD)|Total |Converted Value in EUR|Total monetary value delivered in EUR|Source of Aid 1|Total_value_dummy (1 is first row in the package)|Working/debug >>>|\x20
NOM1|Norway|2022-03-10|Military|Weapons|Made-up helmets and vests|NOK|Not given|helmet|100|1000|2000|200|50|https://example.org/1|1||#NAME?
NOM1|Norway|until 3/13/2022|Military|Weapons|Made-up helmets and vests|NOK|Not given|vest|undisclosed|No price||||https://example.org/1|0
NOM1|Norway|2022-03-10|Military|Weapons|Made-up helmets and vests|NOK|Not given|.|.|.||||https://example.org/1|0
NOF1|Norway|unclear, 04/22|Financial|Loan|A made-up loan|NOK|10000|.|.|.|10000|1000|.|.|1
NOH1|Norway|unspecified|Humanitarian |Assistance|Made-up help|.|.|.|.|.|.|.|.|.|1
NOF2|Norway|2022-05-01|Financial|Grant|A made-up grant without euros|NOK|500|.|.|.|500|||.|1
EUF1|European Investment Bank|2022-05-01|Financial|Loan|A made-up loan|EUR|70|.|.|.|70|70|.|.|1
EUF2|EU (Commission and Council)|2022-05-01|Financial|Loan|Another|EUR|2000000|.|.|.|2000000|2000000|.|.|1
XXM1|Norway|2022-05-01|Secret|Weapons|Of no type|EUR|70|.|.|.|70|70|.|.|1";

const SEVEN_SUMMARY: &str = "\
Country|EU member|Financial commitments|Humanitarian commitments|Military commitments|Total bilateral commitments|GDP (2021)|Total bilateral commitments
||€ billion|€ billion|€ billion|€ billion|US$ billion|% GDP
Norway|0|0.000001|0|0.0000002|0.0000012|300|0.5
EU (Commission and Council)|0|0.5|0|0|0.5|0|0
Total|.|0.002001|0|0.0000002|0.0020012|300|1";

fn seven() -> Result<Vec<u8>> {
    workbook(&[
        ("ReadMe", 2, 0, "A made-up file"),
        ("Bilateral assistance, MAIN DATA", 0, 0, SEVEN),
        ("Country Summary", 3, 1, SEVEN_SUMMARY),
    ])
}

#[test]
fn a_package_is_a_whole_and_its_goods_are_parts_of_it() -> Result<()> {
    let book = opened("made-up-7.xlsx", seven()?)?;
    let best = found(&book)?;
    assert_eq!((best.sheet, best.fit.contract.id), (1, "kiel-main-r07"));
    let told = told(&book, &Wish::default())?;
    let whole = told.drafts.first().ok_or("none")?;
    assert_eq!(whole.stage, Stage::Committed);
    assert_eq!(whole.summary, "Made-up helmets and vests");
    assert_eq!(whole.place.key.as_deref(), Some("NOM1"));
    assert_eq!(whole.place.amount.as_deref(), Some("200"));
    assert_eq!(whole.place.date.as_deref(), Some("2022-03-10"));
    assert_eq!(whole.place.link.as_deref(), Some("https://example.org/1"));
    assert_eq!(
        whole.date.ok_or("no date")?.to_string(),
        "../2022-03-13",
        "its rows are of several days, one of them open"
    );
    let [(other, why)] = whole.others.as_slice() else {
        return Err("one figure in the source's own currency".into());
    };
    assert!(matches!(other.form, AmountForm::Exact(money) if money.to_string() == "2 000 NOK"));
    assert!(!why.is_empty());

    let parts: Vec<_> = told
        .drafts
        .iter()
        .filter(|d| d.part_of == Some(0))
        .collect();
    let words: Vec<(&str, Stage)> = parts
        .iter()
        .map(|d| (d.summary.as_str(), d.stage))
        .collect();
    assert_eq!(
        words,
        [
            ("Made-up helmets and vests", Stage::Delivered),
            ("helmet", Stage::Committed),
            ("vest", Stage::Committed),
        ]
    );
    let helmets = parts.get(1).ok_or("no helmets")?;
    assert!(helmets.amount.form.is_undisclosed());
    let quantity = helmets.quantity.as_ref().ok_or("no count")?;
    assert_eq!(
        (quantity.value, quantity.unit.as_str()),
        (100.into(), "helmet")
    );
    assert!(parts.get(2).is_some_and(|vests| vests.quantity.is_none()));
    Ok(())
}

#[test]
fn what_is_missing_is_missing_and_each_row_left_out_has_a_reason() -> Result<()> {
    let book = opened("made-up-7.xlsx", seven()?)?;
    let told = told(&book, &Wish::default())?;
    assert_eq!(
        counts(&told),
        "9 rows → 9 entries (8 committed, 1 delivered); left out 2 (1 counted_in, 1 unknown_type)"
    );
    assert_eq!(
        rows_skipped(&told),
        [
            (4, Skip::CountedIn(2)),
            (10, Skip::UnknownType("Secret".to_owned()))
        ]
    );
    let of = |key: &str| {
        let mut drafts = told.drafts.iter();
        drafts.find(|draft| draft.place.key.as_deref() == Some(key))
    };
    let help = of("NOH1").ok_or("left out")?;
    assert!(help.amount.form.is_undisclosed(), "never zero");
    assert_eq!((help.aid_type, help.date), (AidType::Humanitarian, None));
    assert_eq!(of("NOF1").map(|d| d.instrument), Some(Instrument::Loan));
    let grant = of("NOF2").ok_or("left out")?;
    assert!(matches!(grant.amount.form, AmountForm::Exact(m) if m.to_string() == "500 NOK"));
    assert!(messages(&told).contains(&("kiel-no-euro", "7".to_owned())));
    assert!(
        told.doubts.iter().any(|doubt| matches!(
            doubt,
            Doubt::DayMonth {
                day_first: false,
                deciding: 1,
                ..
            }
        )) || told
            .doubts
            .iter()
            .all(|doubt| !matches!(doubt, Doubt::DayMonth { .. }))
    );
    Ok(())
}

#[test]
fn rows_are_held_against_the_summary_of_the_same_file() -> Result<()> {
    let book = opened("made-up-7.xlsx", seven()?)?;
    let told = told(&book, &Wish::default())?;
    let messages = messages(&told);
    assert!(
        messages.contains(&("kiel-agrees", "6".to_owned())),
        "{messages:?}"
    );
    let differ: Vec<&str> = messages
        .iter()
        .filter(|(id, _)| *id == "kiel-differs")
        .map(|(_, what)| what.as_str())
        .collect();
    assert_eq!(
        differ,
        [
            "EU (Commission and Council), committed, financial: 500000000 / 2000000 EUR",
            "EU (Commission and Council), committed, mixed: 500000000 / 2000000 EUR",
        ]
    );
    for lang in [Lang::En, Lang::Uk] {
        for (id, what) in &messages {
            assert!(kiel::doubt(id, what, Texts::new(lang)).is_some(), "{id}");
        }
    }
    Ok(())
}

#[test]
fn the_bank_of_the_union_gives_the_unions_money_and_is_named() -> Result<()> {
    let book = opened("made-up-7.xlsx", seven()?)?;
    let told = told(&book, &Wish::default())?;
    let ledger = ledger(&book, &told)?;
    let union = total(&ledger, "EU", Stage::Committed, Some(AidType::Financial))?;
    assert_eq!(union, Decimal::from(2_000_070));
    let named = ledger.dataset().aid.values().any(|entry| {
        let note = entry.notes.get(&NoteOn::General);
        note.is_some_and(|note| note.contains("European Investment Bank"))
    });
    assert!(named);
    let again = plan(&book, &told, ledger.dataset())?;
    assert!(again.is_empty(), "nothing is imported twice");
    Ok(())
}

/// A release with stages: a reserve spread over its rows, a commitment and allocations of it.
const EIGHTEEN: &str = "\
ID|Countries|Announcement Date|Type of Aid General|Type of Aid Specific|Explanation|Original Currency|Type of donation|Monetary Value as Given by Source|Items|No. of Units|Total |Converted Value in EUR|Allocated Total|Allocated Total in EUR|Allocated Total in EUR (redistributed)|Allocation ID|Earmarked year|Total_value_dummy (1 is first row in the package)
NOM1|Norway|2024-01-10|Military|Weapons|Promised|EUR|Commitment|1000|.|.|1000|1000||||0|2024-2025|1
NOM1|Norway|2024-02-10|Military|Weapons|First part|EUR|Allocation|300|tank|3|||300|300|350|NOM1_1|2024|0
NOM1|Norway|2024-02-10|Military|Weapons|First part|EUR|Allocation|300|truck|5||||||NOM1_1|2024|0
NOM2|Norway|2024-03-10|Military|Weapons|Reserve|EUR|Allocation|50|.|.|50|50|50|50||NOM2_1|2024|1
NOM3|Norway|2024-04-10|Military|Weapons|A single tank|EUR|Allocation|Not given|tank|1|.|0|No value available|||NOM3_1|2024|1
NOM4|Norway|2024-04-10|Military|Weapons|Of no stage|EUR|Rumour|Not given|tank|1|.|0||||NOM4_1|2024|1
EUM1|European Peace Facility|until 06/31/2024|Military|Fund|A tranche|EUR|Commitment|500|.|.||||||0|2024|0
NOM5|Norway|until 4/6/2027|Financial|Loan guarantee|A guarantee|EUR|Allocation|9|.|.|9|9|9|9|9|NOM5_1|2024|1
NOM6|Norway|until 6/31/2023|Financial|Grant|A grant|EUR|Allocation|8|.|.|8|8|8|8|8|NOM6_1|2024|1";

#[test]
fn what_is_allocated_is_committed_too_and_the_two_never_mix() -> Result<()> {
    let bytes = workbook(&[("Bilateral Assistance, MAIN DATA", 0, 0, EIGHTEEN)])?;
    let book = opened("made-up-18.xlsx", bytes)?;
    assert_eq!(found(&book)?.fit.contract.id, "kiel-main-r18");
    let told = told(&book, &Wish::default())?;
    assert_eq!(
        counts(&told),
        "9 rows → 11 entries (6 allocated, 5 committed); left out 2 (1 not_counted, 1 unknown_stage)"
    );
    let ledger = ledger(&book, &told)?;
    let sum = |stage| total(&ledger, "NO", stage, Some(AidType::Military));
    // 1000 and 50; the allocation of 300 is inside the commitment of its package.
    assert_eq!(sum(Stage::Committed)?, Decimal::from(1050));
    // The peace facility is told by what its members give.
    assert_eq!(total(&ledger, "EU", Stage::Committed, None)?, Decimal::ZERO);
    let messages = messages(&told);
    assert!(messages.contains(&("kiel-not-counted", "8".to_owned())));
    // The reserve of 50 was spread over the row it was for: it counts there, once.
    assert_eq!(sum(Stage::Allocated)?, Decimal::from(350));
    let first = told.drafts.iter().find(|d| d.stage == Stage::Allocated);
    let first = first.ok_or("no allocation")?;
    assert_eq!(first.place.key.as_deref(), Some("NOM1_1"));
    assert_eq!(first.as_reported.as_deref(), Some("Allocation"));
    let before = first.notes.get(&NoteOn::Amount).map(String::as_str);
    assert_eq!(before, Some("Allocated Total in EUR: 300 EUR"));
    let period = first.notes.get(&NoteOn::Period).map(String::as_str);
    assert_eq!(period, Some("Earmarked year: 2024"));
    let single: Vec<_> = told.drafts.iter().filter(|d| d.place.row == 6).collect();
    assert!(
        single.iter().all(|d| d.amount.form.is_undisclosed()),
        "not zero"
    );
    assert!(
        single
            .iter()
            .all(|d| d.quantity.is_some() && d.part_of.is_none())
    );
    Ok(())
}

#[test]
fn a_date_that_is_a_slip_costs_no_money_and_is_told() -> Result<()> {
    let bytes = workbook(&[("Bilateral Assistance, MAIN DATA", 0, 0, EIGHTEEN)])?;
    let book = opened("made-up-18.xlsx", bytes)?;
    let told = told(&book, &Wish::default())?;
    let ledger = ledger(&book, &told)?;
    let financial = total(&ledger, "NO", Stage::Allocated, Some(AidType::Financial))?;
    assert_eq!(financial, 17.into());
    let messages = messages(&told);
    let unreadable = "8 (until 06/31/2024), 10 (until 6/31/2023)";
    assert!(
        messages.contains(&("kiel-dates", unreadable.to_owned())),
        "{messages:?}"
    );
    assert!(messages.contains(&("kiel-dates-late", "9".to_owned())));
    let grant = told
        .drafts
        .iter()
        .find(|d| d.place.row == 10)
        .ok_or("no grant")?;
    assert_eq!(grant.date, None);
    assert_eq!(grant.place.date.as_deref(), Some("until 6/31/2023"));
    let guarantee = told.drafts.iter().find(|d| d.place.row == 9);
    assert_eq!(guarantee.map(|d| d.instrument), Some(Instrument::Guarantee));
    Ok(())
}

#[test]
fn what_was_called_off_changes_nothing() -> Result<()> {
    let task = pledgebook::task::Task::start("called off", || {}, Clone::clone)?;
    let line = loop {
        match task.poll() {
            pledgebook::task::TaskState::Done(line) => break line,
            pledgebook::task::TaskState::Running => std::thread::yield_now(),
            pledgebook::task::TaskState::Lost => return Err("no thread".into()),
        }
    };
    let book = opened("made-up-7.xlsx", seven()?)?;
    let best = found(&book)?;
    task.cancel();
    let stopped = kiel::read(&book, &best, &Wish::default(), &line);
    assert!(stopped.is_err());
    Ok(())
}

#[test]
fn the_names_in_small_letters_of_later_releases_mean_the_same() -> Result<()> {
    let bytes = csv(&[
        "activity_id,sub_activity_id,donor,announcement_date,aid_type_general,measure,\
         reporting_currency,tot_activity_value,tot_activity_value_EUR,tot_sub_activity_value_EUR,\
         tot_sub_activity_value_EUR_redistr,explanation,item,month,month_exists_dummy",
        "1,1_1,Norway,2025-01-10,Military,Allocation,NOK,1000,100,100,100,Made-up,.,37,1",
        "1,1_2,Norway,2025-01-11,Military,Allocation,NOK,.,.,40,40,Made-up,.,37,1",
        "2,,Norway,2025-02-10,Humanitarian ,Commitment,NOK,5000,500,.,0,Made-up,.,38,1",
    ]);
    let file = opened("made-up-25.csv", bytes)?;
    assert_eq!(found(&file)?.fit.contract.id, "kiel-main-r21");
    let told = told(&file, &Wish::default())?;
    let ledger = ledger(&file, &told)?;
    assert_eq!(total(&ledger, "NO", Stage::Committed, None)?, 600.into());
    assert_eq!(total(&ledger, "NO", Stage::Allocated, None)?, 140.into());
    let humanitarian = Some(AidType::Humanitarian);
    assert_eq!(
        total(&ledger, "NO", Stage::Committed, humanitarian)?,
        500.into()
    );
    Ok(())
}

#[test]
fn a_sheet_chosen_by_hand_is_held_against_its_own_contract() -> Result<()> {
    let shares = "Country|Contribution to EU Budget in billion EUR|Country Share on total EU Budget|Share of EU Aid in billion EUR
Malta|116.5|0.0008|0.0098
27 Countries total|116.5|1|11.74";
    let bytes = workbook(&[
        ("Bilateral assistance, MAIN DATA", 0, 0, SEVEN),
        ("Commercial assistance", 0, 0, SEVEN),
        ("EU aid shares", 5, 1, shares),
    ])?;
    let book = opened("made-up-7.xlsx", bytes)?;
    let line = pledgebook::task::TaskLine::default();
    assert_eq!(found(&book)?.sheet, 0, "the main sheet comes first");
    // Contracts of trade are not among the sums of aid: they are only taken in when asked for.
    let commercial = kiel::of_sheet(&book, 1, &line)?.ok_or("nothing")?;
    let told = kiel::read(&book, &commercial, &Wish::default(), &line)?;
    let sheet = ("kiel-other-sheet", "Commercial assistance".to_owned());
    assert!(messages(&told).contains(&sheet));
    // The Union's money spread over its members is no aid of theirs, however its headings call it.
    let union = kiel::of_sheet(&book, 2, &line)?.ok_or("nothing")?;
    assert_eq!(union.fit.contract.id, "kiel-union-shares-sheet");
    let refused = kiel::read(&book, &union, &Wish::default(), &line);
    assert!(matches!(refused, Err(kiel::KielError::NoEntries { .. })));
    Ok(())
}
