//! Made-up files of each layout: they always run.

use pledgebook::exchange::import::kiel::{self, KielError, Wish};
use pledgebook::exchange::import::{Doubt, Skip, Told};
use pledgebook::model::{AidType, AmountForm, Instrument, NoteOn, Record, Stage};
use pledgebook::text::{Lang, Texts};
use rust_decimal::Decimal;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet};

use super::{Result, counts, found, ledger, opened, plan, told, total};

/// Writes rows from a row and column on: what can be a number is one, `2022-03-10` is a day, nothing is
/// an empty cell.
fn write(sheet: &mut Worksheet, row: u32, column: u16, rows: &[&[&str]]) -> Result<()> {
    let day = Format::new().set_num_format("yyyy-mm-dd");
    for (line, at) in rows.iter().zip(row..) {
        for (text, column) in line.iter().zip(column..) {
            if text.is_empty() {
                continue;
            }
            if let Ok(number) = text.parse::<f64>() {
                sheet.write_number(at, column, number)?;
            } else if let Ok(date) = ExcelDateTime::parse_from_str(text)
                && text.len() == 10
                && text.starts_with("20")
            {
                sheet.write_datetime_with_format(at, column, &date, &day)?;
            } else {
                sheet.write_string(at, column, *text)?;
            }
        }
    }
    Ok(())
}

fn workbook(sheets: &[(&str, u32, u16, &[&[&str]])]) -> Result<Vec<u8>> {
    let mut book = Workbook::new();
    for (name, row, column, rows) in sheets {
        let sheet = book.add_worksheet();
        sheet.set_name(*name)?;
        write(sheet, *row, *column, rows)?;
    }
    Ok(book.save_to_buffer()?)
}

fn csv(lines: &[&str]) -> Vec<u8> {
    lines.join("\r\n").into_bytes()
}

/// A release of before stages were named: packages of several rows, missing values, a summary.
const SEVEN: &[&[&str]] = &[
    &[
        "ID",
        "countries",
        "Announcement Date",
        "Type of Aid General",
        "Type of Aid Specific",
        "Explanation",
        "Original Currency",
        "Monetary Value as Given by Source",
        "",
        "No. of Units",
        "Value committed (own estimate, in USD)",
        "Total ",
        "Converted Value in EUR",
        "Total monetary value delivered in EUR",
        "Source of Aid 1",
        "Total_value_dummy (1 is first row in the package)",
        "Working/debug >>>",
        " ",
    ],
    &[
        "NOM1",
        "Norway",
        "2022-03-10",
        "Military",
        "Weapons",
        "Made-up helmets and vests",
        "NOK",
        "Not given",
        "helmet",
        "100",
        "1000",
        "2000",
        "200",
        "50",
        "https://example.org/1",
        "1",
        "",
        "#NAME?",
    ],
    &[
        "NOM1",
        "Norway",
        "until 3/13/2022",
        "Military",
        "Weapons",
        "Made-up helmets and vests",
        "NOK",
        "Not given",
        "vest",
        "undisclosed",
        "No price",
        "",
        "",
        "",
        "https://example.org/1",
        "0",
    ],
    &[
        "NOM1",
        "Norway",
        "2022-03-10",
        "Military",
        "Weapons",
        "Made-up helmets and vests",
        "NOK",
        "Not given",
        ".",
        ".",
        ".",
        "",
        "",
        "",
        "https://example.org/1",
        "0",
    ],
    &[
        "NOF1",
        "Norway",
        "unclear, 04/22",
        "Financial",
        "Loan",
        "A made-up loan",
        "NOK",
        "10000",
        ".",
        ".",
        ".",
        "10000",
        "1000",
        ".",
        ".",
        "1",
    ],
    &[
        "NOH1",
        "Norway",
        "unspecified",
        "Humanitarian ",
        "Assistance",
        "Made-up help",
        ".",
        ".",
        ".",
        ".",
        ".",
        ".",
        ".",
        ".",
        ".",
        "1",
    ],
    &[
        "NOF2",
        "Norway",
        "2022-05-01",
        "Financial",
        "Grant",
        "A made-up grant without euros",
        "NOK",
        "500",
        ".",
        ".",
        ".",
        "500",
        "",
        "",
        ".",
        "1",
    ],
    &[
        "EUF1",
        "European Investment Bank",
        "2022-05-01",
        "Financial",
        "Loan",
        "A made-up loan",
        "EUR",
        "70",
        ".",
        ".",
        ".",
        "70",
        "70",
        ".",
        ".",
        "1",
    ],
    &[
        "EUF2",
        "EU (Commission and Council)",
        "2022-05-01",
        "Financial",
        "Loan",
        "Another",
        "EUR",
        "2000000",
        ".",
        ".",
        ".",
        "2000000",
        "2000000",
        ".",
        ".",
        "1",
    ],
    &[
        "XXM1",
        "Norway",
        "2022-05-01",
        "Secret",
        "Weapons",
        "Of no type",
        "EUR",
        "70",
        ".",
        ".",
        ".",
        "70",
        "70",
        ".",
        ".",
        "1",
    ],
];

const SEVEN_SUMMARY: &[&[&str]] = &[
    &[
        "Country",
        "EU member",
        "Financial commitments",
        "Humanitarian commitments",
        "Military commitments",
        "Total bilateral commitments",
        "GDP (2021)",
        "Total bilateral commitments",
    ],
    &[
        "",
        "",
        "€ billion",
        "€ billion",
        "€ billion",
        "€ billion",
        "US$ billion",
        "% GDP",
    ],
    &[
        "Norway",
        "0",
        "0.000001",
        "0",
        "0.0000002",
        "0.0000012",
        "300",
        "0.5",
    ],
    &[
        "EU (Commission and Council)",
        "0",
        "0.5",
        "0",
        "0",
        "0.5",
        "0",
        "0",
    ],
    &[
        "Total",
        ".",
        "0.002001",
        "0",
        "0.0000002",
        "0.0020012",
        "300",
        "1",
    ],
];

fn seven() -> Result<Vec<u8>> {
    workbook(&[
        ("ReadMe", 2, 0, &[&["A made-up file"]]),
        ("Bilateral assistance, MAIN DATA", 0, 0, SEVEN),
        ("Country Summary", 3, 1, SEVEN_SUMMARY),
    ])
}

fn rows_skipped(told: &Told) -> Vec<(u64, Skip)> {
    let skipped = told.skipped.iter();
    skipped.map(|s| (s.place.row, s.why.clone())).collect()
}

fn messages(told: &Told) -> Vec<(&'static str, String)> {
    let doubts = told.doubts.iter().filter_map(|doubt| match doubt {
        Doubt::Told { id, what } => Some((*id, what.clone())),
        _ => None,
    });
    doubts.collect()
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
const EIGHTEEN: &[&[&str]] = &[
    &[
        "ID",
        "Countries",
        "Announcement Date",
        "Type of Aid General",
        "Type of Aid Specific",
        "Explanation",
        "Original Currency",
        "Type of donation",
        "Monetary Value as Given by Source",
        "Items",
        "No. of Units",
        "Total ",
        "Converted Value in EUR",
        "Allocated Total",
        "Allocated Total in EUR",
        "Allocated Total in EUR (redistributed)",
        "Allocation ID",
        "Earmarked year",
    ],
    &[
        "NOM1",
        "Norway",
        "2024-01-10",
        "Military",
        "Weapons",
        "Promised",
        "EUR",
        "Commitment",
        "1000",
        ".",
        ".",
        "1000",
        "1000",
        "",
        "",
        "",
        "0",
        "2024-2025",
    ],
    &[
        "NOM1",
        "Norway",
        "2024-02-10",
        "Military",
        "Weapons",
        "First part",
        "EUR",
        "Allocation",
        "300",
        "tank",
        "3",
        "",
        "",
        "300",
        "300",
        "350",
        "NOM1_1",
        "2024",
    ],
    &[
        "NOM1",
        "Norway",
        "2024-02-10",
        "Military",
        "Weapons",
        "First part",
        "EUR",
        "Allocation",
        "300",
        "truck",
        "5",
        "",
        "",
        "",
        "",
        "",
        "NOM1_1",
        "2024",
    ],
    &[
        "NOM2",
        "Norway",
        "2024-03-10",
        "Military",
        "Weapons",
        "Reserve",
        "EUR",
        "Allocation",
        "50",
        ".",
        ".",
        "50",
        "50",
        "50",
        "50",
        "",
        "NOM2_1",
        "2024",
    ],
    &[
        "NOM3",
        "Norway",
        "2024-04-10",
        "Military",
        "Weapons",
        "A single tank",
        "EUR",
        "Allocation",
        "Not given",
        "tank",
        "1",
        ".",
        "0",
        "No value available",
        "",
        "",
        "NOM3_1",
        "2024",
    ],
    &[
        "NOM4",
        "Norway",
        "2024-04-10",
        "Military",
        "Weapons",
        "Of no stage",
        "EUR",
        "Rumour",
        "Not given",
        "tank",
        "1",
        ".",
        "0",
        "",
        "",
        "",
        "NOM4_1",
        "2024",
    ],
];

#[test]
fn what_is_allocated_is_committed_too_and_the_two_never_mix() -> Result<()> {
    let bytes = workbook(&[("Bilateral Assistance, MAIN DATA", 0, 0, EIGHTEEN)])?;
    let book = opened("made-up-18.xlsx", bytes)?;
    assert_eq!(found(&book)?.fit.contract.id, "kiel-main-r18");
    let told = told(&book, &Wish::default())?;
    assert_eq!(
        counts(&told),
        "6 rows → 7 entries (4 allocated, 3 committed); left out 1 (1 unknown_stage)"
    );
    let ledger = ledger(&book, &told)?;
    let sum = |stage| total(&ledger, "NO", stage, Some(AidType::Military));
    // 1000 and 50; the allocation of 300 is inside the commitment of its package.
    assert_eq!(sum(Stage::Committed)?, Decimal::from(1050));
    // The reserve of 50 was spread over the row it was for: it counts there, once.
    assert_eq!(sum(Stage::Allocated)?, Decimal::from(350));
    let first = told.drafts.iter().find(|d| d.stage == Stage::Allocated);
    let first = first.ok_or("no allocation")?;
    assert_eq!(first.place.key.as_deref(), Some("NOM1_1"));
    assert_eq!(first.as_reported.as_deref(), Some("Allocation"));
    let before = first.others.first().map(|(amount, _)| amount.form);
    assert!(matches!(before, Some(AmountForm::Exact(m)) if m.to_string() == "300 EUR"));
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
fn equal_rows_of_a_derived_table_are_kept_and_what_is_taken_back_is_told() -> Result<()> {
    let bytes = csv(&[
        "giver,dato,kategori,maal,verdi_eur,verdi_eur_redistr,verdi_eur_activity,maaned_nr,maaned_finnes,verdi_eur_mrd",
        "Norway,2022-03-01,Military,Allocation,100.0,100.0,100.0,3,True,1e-07",
        "Norway,2022-03-01,Military,Allocation,100.0,100.0,100.0,3,True,1e-07",
        "Norway,2022-03-01,Military,Allocation,0.0,0.0,0.0,3,True,0.0",
        "Norway,,Military,Commitment,0.0,0.0,500.0,0,False,0.0",
        "Norway,2022-03-02,Military,Allocation,20.0,0.0,0.0,3,True,2e-08",
        "Norway,2022-03-02,Military,Allocation,-7.0,-7.0,0.0,3,True,-7e-09",
        "",
    ]);
    let file = opened("made-up-activities.csv", bytes)?;
    assert_eq!(found(&file)?.fit.contract.id, "kiel-activities");
    let told = told(&file, &Wish::default())?;
    assert_eq!(
        rows_skipped(&told),
        [
            (4, Skip::NothingSaid),
            (6, Skip::NotCounted),
            (7, Skip::BadAmount("-7.0".to_owned()))
        ]
    );
    assert_eq!(messages(&told), [("kiel-negative", "7 (-7.0)".to_owned())]);
    let plan = plan(&file, &told, &pledgebook::model::Dataset::default())?;
    let repeats = plan.doubts().iter().find_map(|doubt| match doubt {
        Doubt::Repeats { rows } => Some(*rows),
        _ => None,
    });
    assert_eq!(repeats, Some(2), "one allocated, one committed");
    let ledger = ledger(&file, &told)?;
    assert_eq!(total(&ledger, "NO", Stage::Allocated, None)?, 200.into());
    assert_eq!(total(&ledger, "NO", Stage::Committed, None)?, 700.into());
    Ok(())
}

#[test]
fn a_month_of_a_giver_gives_an_entry_of_each_type_and_no_gdp_is_read() -> Result<()> {
    let bytes = csv(&[
        "\"country\",\"iso\",\"year\",\"month\",\"total\",\"financial\",\"humanitarian\",\"military\",\"commitments\",\"to_be_allocated\",\"gdp\",\"pct_gdp\"",
        "\"EU (Commission and Council)\",\"EU\",2022,2,0.3,0.2,0.1,0,0.5,0.2,0,0",
        "\"Norway\",\"NOR\",2022,3,0.000001,0,0,0.000001,0,-0.000001,400,0.1",
        "\"Norway\",\"NOR\",2022,4,0.5,0.1,0,0,0,0,400,0.1",
        "\"Norway\",\"NOR\",2022,5,0,0,0,0,0,0,400,0",
    ]);
    let file = opened("made-up-explorer.csv", bytes)?;
    assert_eq!(found(&file)?.fit.contract.id, "kiel-data-explorer");
    let told = told(&file, &Wish::default())?;
    assert_eq!(
        counts(&told),
        "4 rows → 5 entries (4 allocated, 1 committed); left out 1 (1 nothing_said)"
    );
    assert_eq!(messages(&told), [("kiel-types-differ", "4".to_owned())]);
    let ledger = ledger(&file, &told)?;
    let union = |stage| total(&ledger, "EU", stage, None);
    assert_eq!(union(Stage::Allocated)?, 300_000_000.into());
    assert_eq!(union(Stage::Committed)?, 500_000_000.into());
    assert!(ledger.dataset().reference.gdp.is_empty());
    Ok(())
}

#[test]
fn a_table_of_all_that_was_known_by_each_month_is_not_added_up() -> Result<()> {
    let givers = [
        "Month",
        "Australia",
        "Austria",
        "Belgium",
        "Canada",
        "Czechia",
        "Denmark",
        "EU",
        "Estonia",
        "Norway",
        "Turkiye",
    ];
    let first = [
        "2022-01-01",
        "0",
        "0",
        "0",
        "5",
        "0",
        "0",
        "0",
        "0",
        "1",
        "0",
    ];
    let last = [
        "2022-02-01",
        "1",
        "2",
        "3",
        "6",
        "4",
        "5",
        "6",
        "7",
        "3.5",
        "8",
    ];
    let bytes = workbook(&[("Sheet1", 0, 0, &[&givers, &first, &last])])?;
    let file = opened("made-up-cumulated.xlsx", bytes)?;
    assert_eq!(found(&file)?.fit.contract.id, "kiel-cumulated");
    let told = super::told(&file, &Wish::default())?;
    assert_eq!(
        counts(&told),
        "2 rows → 10 entries (10 unclear); left out 1 (1 counted_in)"
    );
    let norway = told
        .drafts
        .iter()
        .find(|d| d.party == "Norway")
        .ok_or("no Norway")?;
    let Record::RunningTotal {
        since,
        as_counted_on,
    } = norway.record
    else {
        return Err("not a running total".into());
    };
    let text = |date: Option<pledgebook::model::PartialDate>| date.map(|d| d.to_string());
    assert_eq!(text(since).as_deref(), Some("2022-01"));
    assert_eq!(text(as_counted_on).as_deref(), Some("2022-02"));
    let wish = Wish {
        stage: Some(Stage::Allocated),
        ..Wish::default()
    };
    let told = super::told(&file, &wish)?;
    let ledger = ledger(&file, &told)?;
    assert_eq!(
        total(&ledger, "NO", Stage::Allocated, None)?,
        3_500_000.into()
    );

    let falling = [&givers, &last, &first].map(|row| row.as_slice());
    let bytes = workbook(&[("Sheet1", 0, 0, &falling)])?;
    let file = opened("made-up-falling.xlsx", bytes)?;
    let refused = super::told(&file, &Wish::default());
    assert!(matches!(
        refused,
        Err(KielError::NotCumulated {
            falls: 10,
            steps: 10
        })
    ));
    Ok(())
}

#[test]
fn a_file_that_fits_no_layout_is_refused_with_what_is_missing() -> Result<()> {
    let bytes = csv(&[
        "donor,announcement_date,aid_type_general,tot_activity_value_EUR,colour",
        "Norway,2025-01-10,Military,100,red",
    ]);
    let file = opened("made-up-unfit.csv", bytes)?;
    let refused = told(&file, &Wish::default());
    let Err(error) = refused else {
        return Err("it was taken in".into());
    };
    let (message, remedy) = kiel::told(&error, Texts::new(Lang::En));
    assert_eq!(
        message,
        "This comes nearest to the layout kiel-main-r21 (releases 21 to 29), but these columns are \
         missing: measure, tot_sub_activity_value_EUR_redistr"
    );
    assert_eq!(
        remedy,
        "Map the columns by hand. Columns that the layout does not know: colour"
    );
    let all = kiel::find(&file, &pledgebook::task::TaskLine::default())?;
    let fits: Vec<_> = all.into_iter().map(|found| found.fit).collect();
    assert!(kiel::nearest(&fits).is_some());
    Ok(())
}

#[test]
fn tables_without_givers_are_refused_with_what_to_take_instead() -> Result<()> {
    for (lines, name) in [
        (
            "year,month,total_allocations,military,financial,humanitarian\n2022,1,1,1,0,0\n",
            "kiel-total-allocations",
        ),
        (
            "year,month,stockpile,procurement,unspecified,nato_purl\n2022,1,1,1,0,0\n",
            "kiel-procurement",
        ),
        (
            "release,period,date,label\n1,01/2022,2022-02-01,Made-up\n",
            "kiel-release",
        ),
        (
            "country,iso,bilateral_pct_gdp,eu_share_pct_gdp,total_pct_gdp,eu_share_bn\nMalta,MLT,1,1,2,1\n",
            "kiel-union-shares",
        ),
    ] {
        let file = opened("made-up.csv", lines.as_bytes().to_vec())?;
        assert_eq!(found(&file)?.fit.contract.id, name);
        let Err(error) = told(&file, &Wish::default()) else {
            return Err(format!("{name} was taken in").into());
        };
        for lang in [Lang::En, Lang::Uk] {
            let (message, remedy) = kiel::told(&error, Texts::new(lang));
            assert!(!message.is_empty() && !remedy.is_empty(), "{name}");
        }
    }
    Ok(())
}

#[test]
fn sums_of_a_summary_stand_beside_each_other_and_are_never_added() -> Result<()> {
    let lines = csv(&[
        "land,er_eu_medlem,er_geografisk_europa,financial_allocation,humanitarian_allocation,military_allocation,total_allocation,financial_commitment,humanitarian_commitment,military_commitment,total_commitment,total_allocation_inkl_eu,total_commitment_inkl_eu",
        "Malta,True,True,0.1,0.2,0.3,0.6,0.1,0.2,0.4,0.7,9.6,9.7",
        "Total,,,0.1,0.2,0.3,0.6,0.1,0.2,0.4,0.7,9.6,9.7",
    ]);
    let file = opened("made-up-summary.csv", lines)?;
    let nothing = told(&file, &Wish::default())?;
    assert!(nothing.drafts.is_empty());
    assert_eq!(messages(&nothing), [("kiel-sums-up", "1".to_owned())]);
    let wish = Wish {
        running_totals: true,
        ..Wish::default()
    };
    let told = told(&file, &wish)?;
    assert_eq!(told.drafts.len(), 8);
    let ledger = ledger(&file, &told)?;
    assert_eq!(
        total(&ledger, "MT", Stage::Allocated, None)?,
        600_000_000.into()
    );
    let military = Some(AidType::Military);
    assert_eq!(
        total(&ledger, "MT", Stage::Committed, military)?,
        400_000_000.into()
    );
    Ok(())
}
