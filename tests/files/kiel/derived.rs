//! Made-up tables of the kinds that others derive from the releases, and files that are refused.

use pledgebook::exchange::import::kiel::{self, KielError, Wish};
use pledgebook::exchange::import::{Doubt, Skip};
use pledgebook::model::{AidType, Record, Stage};
use pledgebook::text::{Lang, Texts};

use super::{
    Result, counts, csv, found, ledger, messages, opened, plan, rows_skipped, told, total, workbook,
};

#[test]
fn other_derived_tables_are_read_by_their_own_rules() -> Result<()> {
    // Budget support paid out, by month, in billions.
    let paid = csv(&[
        "giver,er_eu_medlem,aar,maaned,verdi_eur_mrd",
        "EU Institutions,False,2022,4,1.5",
        "Italy,True,2022,5,-0.002",
    ]);
    let file = opened("made-up-paid.csv", paid)?;
    assert_eq!(found(&file)?.fit.contract.id, "kiel-disbursements");
    let paid = told(&file, &Wish::default())?;
    assert_eq!(
        counts(&paid),
        "2 rows → 1 entries (1 delivered); left out 1 (1 bad_amount)"
    );
    let book = ledger(&file, &paid)?;
    let union = total(&book, "EU", Stage::Delivered, Some(AidType::Financial))?;
    assert_eq!(union, 1_500_000_000.into());

    // Rows of an earlier form, which know only what is allocated.
    let early = csv(&[
        "giver,dato,kategori,maal,verdi_eur,verdi_eur_mrd",
        "Norway,2022-03-01,Military,Allocation,100.0,1e-07",
        "Norway,2022-03-01,Military,Commitment,0.0,0.0",
    ]);
    let file = opened("made-up-early.csv", early)?;
    assert_eq!(found(&file)?.fit.contract.id, "kiel-activities-early");
    let early = told(&file, &Wish::default())?;
    assert_eq!(
        counts(&early),
        "2 rows → 1 entries (1 allocated); left out 1 (1 nothing_said)"
    );

    // The data of a web page.
    let web = "{\"unit\":\"billions\",\"byCountry\":[{\"country\":\"Norway\",\"euMember\":false,\
        \"financial\":1,\"humanitarian\":0,\"military\":2,\"total\":3}],\"byMonth\":[{\"date\":\"2022-01\",\
        \"military\":2,\"humanitarian\":0,\"financial\":1,\"total\":3}]}";
    let file = opened("made-up-web.json", web.as_bytes().to_vec())?;
    assert_eq!(found(&file)?.fit.contract.id, "kiel-by-country");
    let wish = Wish {
        running_totals: true,
        ..Wish::default()
    };
    let web = told(&file, &wish)?;
    let book = ledger(&file, &web)?;
    assert_eq!(
        total(&book, "NO", Stage::Allocated, None)?,
        3_000_000_000_i64.into()
    );

    // Kinds of weapons, in whole euros, with commas in the list of them.
    let weapons = csv(&[
        "\"donor\",\"category\",\"number_of_weapons\",\"monetary_value_eur\",\"weapons_list\"",
        "\"Norway\",\"Tanks\",8,1000,\"Made-up tank, small (8)\"",
    ]);
    let file = opened("made-up-weapons.csv", weapons)?;
    let weapons = told(&file, &wish)?;
    let tanks = weapons.drafts.first().ok_or("no tanks")?;
    assert_eq!(tanks.stage, Stage::Unclear, "the file does not say");
    assert!(matches!(tanks.record, Record::RunningTotal { .. }));
    assert_eq!(tanks.summary, "Tanks: Made-up tank, small (8)");
    assert_eq!(tanks.quantity.as_ref().map(|q| q.value), Some(8.into()));
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
    let givers = "Month|Australia|Austria|Belgium|Canada|Czechia|Denmark|EU|Estonia|Norway|Turkiye";
    let first = "2022-01-01|0|0|0|5|0|0|0|0|1|0";
    let last = "2022-02-01|1|2|3|6|4|5|6|7|3.5|8";
    let rows = [givers, first, last].join("\n");
    let bytes = workbook(&[("Sheet1", 0, 0, &rows)])?;
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

    let falling = [givers, last, first].join("\n");
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
