//! What the columns of a table say, and what they do not: a made-up table of an office, row by row.

use std::sync::Arc;

use pledgebook::exchange::import::{self, Choices, Plan, Setup, Skip, facts, find, judge};
use pledgebook::exchange::table;
use pledgebook::model::{Dataset, Stage};
use pledgebook::task::TaskLine;
use pledgebook::text::{Lang, Texts};

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

/// What a table becomes in an empty book, by its columns, with what a person sets.
fn planned(text: &str, set: impl Fn(&mut Setup)) -> Result<Plan> {
    let line = TaskLine::default();
    let opened = table::open_bytes("office.csv", text.as_bytes().to_vec(), &line)?;
    let found = find(&opened, &[], &line)?;
    let mut setup = found.into_iter().next().ok_or("no layout")?.setup;
    set(&mut setup);
    let told = Arc::new(import::read(&opened, &setup, &line)?);
    let (book, choices) = (Dataset::default(), Choices::default());
    Ok(judge(
        &book,
        &facts(&opened, &setup),
        told,
        &choices,
        &line,
    )?)
}

/// The rows that become no entry, and why.
fn left_out(plan: &Plan) -> Vec<(u64, Skip)> {
    let rows = plan.rows();
    rows.filter_map(|row| match row.outcome {
        import::plan::Outcome::Skipped(why) => Some((row.place.row, why.clone())),
        _ => None,
    })
    .collect()
}

/// The amounts of the entries, as they are written in a file.
fn amounts(text: &str) -> Result<Vec<String>> {
    let line = TaskLine::default();
    let opened = table::open_bytes("office.csv", text.as_bytes().to_vec(), &line)?;
    let found = find(&opened, &[], &line)?;
    let setup = found.into_iter().next().ok_or("no layout")?.setup;
    let told = import::read(&opened, &setup, &line)?;
    let forms = told.drafts.iter().map(|draft| draft.amount.form);
    forms
        .map(|form| Ok(serde_json::to_value(form)?.to_string()))
        .collect()
}

fn doubts(plan: &Plan) -> Vec<String> {
    let texts = Texts::new(Lang::En);
    let told = plan.doubts().iter();
    told.map(|doubt| import::told::doubt(doubt, texts))
        .collect()
}

#[test]
fn a_share_in_a_column_of_money_is_no_amount() {
    const SHARES: &str = "Donor,Date,Amount EUR,Type,Stage\n\
        Norway,2031-01-02,12%,military,committed\n\
        Poland,2031-01-02,7000000,military,committed\n";
    let plan = planned(SHARES, |_| {}).unwrap();
    assert_eq!(left_out(&plan), [(2, Skip::BadAmount("12%".to_owned()))]);
    assert_eq!(plan.entries(), 1);
}

#[test]
fn a_stage_that_is_not_reached_is_not_taken_for_it() {
    const STAGES: &str = "Donor,Date,Amount (EUR),Type,Stage\n\
        Poland,2031-01-02,5000000,military,delivered\n\
        Latvia,2031-01-02,6000000,military,not delivered\n\
        Estonia,2031-01-02,7000000,non-military,delivered\n";
    let plan = planned(STAGES, |_| {}).unwrap();
    assert_eq!(
        left_out(&plan),
        [
            (3, Skip::UnknownStage("not delivered".to_owned())),
            (4, Skip::UnknownType("non-military".to_owned())),
        ]
    );
}

#[test]
fn the_currency_in_the_heading_of_the_sums_goes_before_a_column_beside_them() {
    const BOTH: &str = "Donor,Date,Original Currency,Value EUR,Stage\n\
        Poland,2031-01-02,PLN,1000000,committed\n\
        Latvia,2031-01-02,EUR,2000000,committed\n";
    assert_eq!(
        amounts(BOTH).unwrap(),
        [
            r#"{"exact":"1 000 000 EUR"}"#,
            r#"{"exact":"2 000 000 EUR"}"#
        ]
    );
    let told = doubts(&planned(BOTH, |_| {}).unwrap());
    assert!(
        told[0].starts_with("“Value EUR” names its currency"),
        "{told:?}"
    );
    let agreed = doubts(&planned(&BOTH.replace("PLN", "EUR"), |_| {}).unwrap());
    assert!(
        !agreed.iter().any(|told| told.contains("currencies")),
        "{agreed:?}"
    );
    // A heading that names none leaves it to the column.
    let open = BOTH.replace("Value EUR", "Value");
    assert_eq!(amounts(&open).unwrap()[0], r#"{"exact":"1 000 000 PLN"}"#);
}

#[test]
fn the_sum_of_the_members_is_not_the_union() {
    const UNION: &str = "Donor,Date,Amount EUR,Type,Stage\n\
        EU27,2031-01-02,1000000,military,committed\n\
        EU-27,2031-01-02,1000000,military,committed\n\
        EU member states,2031-01-02,1000000,military,committed\n\
        EU,2031-01-02,1000000,military,committed\n";
    let plan = planned(UNION, |_| {}).unwrap();
    let unknown = |text: &str| Skip::UnknownParty(text.to_owned());
    assert_eq!(
        left_out(&plan),
        [
            (2, unknown("EU27")),
            (3, unknown("EU-27")),
            (4, unknown("EU member states"))
        ]
    );
}

#[test]
fn a_description_may_be_any_word_and_only_the_first_words_of_a_row_make_it_a_total() {
    const LAWS: &str = "Date,ID number,Description,Amount (EUR)\n\
        2031-01-02,XX1,All,1000000\n\
        2031-01-03,XX2,Lorries,2000000\n\
        ,Total,,3000000\n";
    let party = |setup: &mut Setup| {
        setup.mapping.constants.party = Some("LV".to_owned());
        setup.mapping.constants.stage = Some(Stage::Allocated);
    };
    let plan = planned(LAWS, party).unwrap();
    assert_eq!(left_out(&plan), [(4, Skip::Total)]);
    assert_eq!(plan.entries(), 2);
}

#[test]
fn a_row_that_was_parted_wrongly_is_left_out_and_said() {
    const RAGGED: &str = "Donor,Amount EUR,Stage\n\
        France,1,234,committed\n\
        Poland,2000000,committed\n\
        Latvia,7000000,committed,\n";
    let plan = planned(RAGGED, |_| {}).unwrap();
    assert_eq!(
        left_out(&plan),
        [(2, Skip::Surplus("committed".to_owned()))]
    );
    assert_eq!(plan.entries(), 2);
}

#[test]
fn a_sum_that_is_said_not_to_be_told_is_undisclosed_and_a_blank_one_is_none() {
    const UNTOLD: &str = "Donor,Date,Amount EUR,Type,Stage\n\
        Poland,2031-01-02,5000000,military,committed\n\
        Latvia,2031-01-02,.,military,committed\n\
        Estonia,2031-01-02,n/a,military,committed\n\
        Malta,2031-01-02,TBD,military,committed\n\
        Norway,2031-01-02,,military,committed\n\
        Sweden,2031-01-02,-,military,committed\n";
    let plan = planned(UNTOLD, |_| {}).unwrap();
    assert_eq!(
        left_out(&plan),
        [(6, Skip::NothingSaid), (7, Skip::NothingSaid)]
    );
    assert!(
        amounts(UNTOLD).unwrap()[1..]
            .iter()
            .all(|told| told.contains("undisclosed"))
    );
}

#[test]
fn a_whole_sum_in_a_cell_under_a_heading_of_millions_is_a_doubt() {
    const CELLS: &str = "Donor,Date,Amount (EUR million),Type,Stage\n\
        Poland,2031-01-02,€ 5 bn,military,committed\n\
        Latvia,2031-01-02,300 000 EUR,military,committed\n\
        Estonia,2031-01-02,€ 7,military,committed\n";
    let told = doubts(&planned(CELLS, |_| {}).unwrap());
    assert!(
        told.iter().any(|told| told.contains("300 000 EUR")),
        "{told:?}"
    );
    let small = doubts(&planned(&CELLS.replace("300 000", "3"), |_| {}).unwrap());
    assert!(
        !small.iter().any(|told| told.contains("scale")),
        "{small:?}"
    );
}

#[test]
fn other_sums_of_a_table_are_told_and_the_heading_says_the_stage() {
    const TWO: &str = "Donor,Date,Committed (EUR million),Disbursed (EUR million),Type\n\
        France,2031-01-02,100,50,military\n\
        Poland,2031-01-02,200,0,military\n";
    let plan = planned(TWO, |_| {}).unwrap();
    let told = doubts(&plan);
    assert!(
        told.iter()
            .any(|told| told.contains("Disbursed (EUR million)")),
        "{told:?}"
    );
    assert!(
        !told.iter().any(|told| told.contains("unclear")),
        "{told:?}"
    );
    let stages: Vec<Stage> = plan.told().drafts.iter().map(|draft| draft.stage).collect();
    assert_eq!(stages, [Stage::Committed, Stage::Committed]);
}

#[test]
fn plain_words_for_kinds_of_aid_are_types_and_others_are_told() {
    const WORDS: &str = "Donor,Date,Amount EUR,Type,Stage\n\
        Poland,2031-01-02,200000,cash,promised\n\
        Latvia,2031-01-02,300000,food,disbursed\n\
        Estonia,2031-01-02,300000,whatever,disbursed\n";
    let plan = planned(WORDS, |_| {}).unwrap();
    assert_eq!(
        left_out(&plan),
        [(4, Skip::UnknownType("whatever".to_owned()))]
    );
}

#[test]
fn a_sum_below_zero_has_its_own_reason() {
    const BELOW: &str = "Donor,Date,Amount EUR,Type,Stage\n\
        Poland,2031-01-02,200000,military,committed\n\
        Latvia,2031-01-02,(300000),military,committed\n";
    let plan = planned(BELOW, |_| {}).unwrap();
    assert_eq!(
        left_out(&plan),
        [(3, Skip::Negative("(300000)".to_owned()))]
    );
}

#[test]
fn rows_under_a_second_heading_with_another_unit_are_not_read_under_the_first() {
    const STACKED: &str = "Donor,Date,Amount EUR\n\
        Poland,2031-01-02,200000\n\
        Donor,Date,Amount EUR\n\
        Latvia,2031-01-02,300000\n\
        Donor,Date,Amount USD\n\
        Estonia,2031-01-02,400000\n";
    let plan = planned(STACKED, |_| {}).unwrap();
    let expected = [
        (3, Skip::Heading),
        (5, Skip::Heading),
        (6, Skip::OtherHeading(5)),
    ];
    assert_eq!(left_out(&plan), expected);
    assert_eq!(plan.entries(), 2);
    let other = STACKED.replace("Donor,Date,Amount USD", "Giver,When,Value USD");
    assert_eq!(left_out(&planned(&other, |_| {}).unwrap()), expected);
}
