//! The matrix of commitments: the strongest wording counts, nothing is called none that was not
//! read, the cut-off holds, and like stands beside like.

use std::collections::BTreeSet;
use std::sync::Arc;

use pledgebook::ledger::{Assumptions, Ledger};
use pledgebook::model::*;
use pledgebook::session::Session;
use pledgebook::views::{
    AreaOrder, Coding, Matrix, MatrixOrder, MatrixRequest, MatrixRow, Promise, Views, matrix,
};

use super::{named, views, views_on};
use crate::laws::book::{Book, party};

/// A commitment of a party in an area.
fn promises(book: &mut Book, id: &str, area: Area, wording: Wording) {
    let promise = book.promises(id, Stage::Pledged, "n/d", "2024");
    (promise.area, promise.wording, promise.amount) = (area, wording, None);
}

/// The agreement of a party is known by its text.
fn has_text(book: &mut Book, of: &str) {
    let source = book.source(&format!("{of}-s01"), "2024-06-27");
    book.data.sources.get_mut(&source).unwrap().kind = SourceKind::AgreementText;
    let agreement = book
        .data
        .agreements
        .get_mut(format!("{of}-2024").as_str())
        .unwrap();
    agreement.sources.push(source);
}

fn row<'m>(matrix: &'m Matrix, id: &str) -> &'m MatrixRow {
    let found = matrix.rows.iter().find(|row| row.party == party(id));
    found.unwrap()
}

fn promise(matrix: &Matrix, id: &str, area: Area) -> Promise {
    let at = matrix.columns.iter().position(|c| c.area == area).unwrap();
    row(matrix, id).cells[at].promise
}

fn ids(matrix: &Matrix) -> Vec<&str> {
    matrix.rows.iter().map(|row| row.party.as_str()).collect()
}

fn order(order: MatrixOrder) -> MatrixRequest {
    MatrixRequest {
        order,
        ..MatrixRequest::default()
    }
}

#[test]
fn the_strongest_wording_counts() {
    let mut book = named();
    has_text(&mut book, "lt");
    promises(&mut book, "lt-c01", Area::Cyber, Wording::May);
    promises(&mut book, "lt-c02", Area::Cyber, Wording::Seeks);
    promises(&mut book, "lt-c03", Area::Sea, Wording::Reaffirms);
    promises(&mut book, "lt-c04", Area::Air, Wording::Intends);
    promises(&mut book, "lt-c05", Area::Air, Wording::Will);
    let found = views(&book).matrix(&MatrixRequest::default());
    assert_eq!(
        promise(&found, "LT", Area::Cyber),
        Promise::Of(Strength::Middle)
    );
    assert_eq!(
        promise(&found, "LT", Area::Sea),
        Promise::Of(Strength::Weak)
    );
    assert_eq!(
        promise(&found, "LT", Area::Air),
        Promise::Of(Strength::Strong)
    );
    assert_eq!(promise(&found, "LT", Area::Space), Promise::Nothing);
    let lithuania = row(&found, "LT");
    assert_eq!((lithuania.areas(), lithuania.commitments()), (3, 5));
    let cyber = found
        .columns
        .iter()
        .find(|c| c.area == Area::Cyber)
        .unwrap();
    // Of four parties one seeks, and of three nobody says.
    assert_eq!((cyber.counts, cyber.parties()), ([0, 1, 0, 0, 3], 1));
}

#[test]
fn nothing_is_called_none_where_the_text_was_not_read() {
    let mut book = named();
    has_text(&mut book, "lt");
    promises(&mut book, "no-c01", Area::Cyber, Wording::Will);
    promises(&mut book, "se-c01", Area::Cyber, Wording::Will);
    has_text(&mut book, "se");
    book.data.agreements.remove("eu-2024");
    let found = views(&book).matrix(&MatrixRequest::default());
    let told = |id: &str| (row(&found, id).coding, promise(&found, id, Area::Sea));
    // A text, and no commitment from it; reports; a text; no agreement.
    assert_eq!(told("LT"), (Coding::NoCommitments, Promise::NotCoded));
    assert_eq!(told("NO"), (Coding::FromReports, Promise::NotCoded));
    assert_eq!(told("SE"), (Coding::FromText, Promise::Nothing));
    assert_eq!(told("EU"), (Coding::NoAgreement, Promise::NotCoded));
    assert_eq!(
        promise(&found, "NO", Area::Cyber),
        Promise::Of(Strength::Strong)
    );
}

#[test]
fn who_signed_after_the_cut_off_is_not_there() {
    let mut book = named();
    for id in ["lt", "no"] {
        promises(&mut book, &format!("{id}-c01"), Area::Cyber, Wording::Will);
    }
    let norway = book.data.agreements.get_mut("no-2024").unwrap();
    norway.signed = "2024-05-31".parse().unwrap();
    book.data.agreements.remove("se-2024");
    let found = views_on(&book, "2024-06-01").matrix(&MatrixRequest::default());
    assert_eq!(ids(&found), ["NO", "SE"], "Sweden has no agreement at all");
    assert_eq!((found.later, found.of), (2, 2));
    assert_eq!(
        promise(&found, "NO", Area::Cyber),
        Promise::Of(Strength::Strong)
    );
    let all = views_on(&book, "2024-06-27").matrix(&MatrixRequest::default());
    assert_eq!((all.rows.len(), all.later), (4, 0));
}

#[test]
fn rows_stand_in_the_order_asked_for() {
    let mut book = named();
    for id in ["lt", "no", "se", "eu"] {
        has_text(&mut book, id);
    }
    for (id, day) in [
        ("lt", "2024-02-01"),
        ("no", "2024-01-01"),
        ("se", "2024-02-01"),
    ] {
        let agreement = book
            .data
            .agreements
            .get_mut(format!("{id}-2024").as_str())
            .unwrap();
        agreement.signed = day.parse().unwrap();
    }
    for (id, area, wording) in [
        ("lt-c01", Area::Cyber, Wording::Will),
        ("lt-c02", Area::Sea, Wording::Will),
        ("eu-c01", Area::Cyber, Wording::Will),
        ("eu-c02", Area::Sea, Wording::Will),
        ("no-c01", Area::Reforms, Wording::Will),
        ("se-c01", Area::Reforms, Wording::Seeks),
    ] {
        promises(&mut book, id, area, wording);
    }
    let views = views(&book);
    let of = |request: MatrixRequest| {
        let found = views.matrix(&request);
        ids(&found).join(" ")
    };
    // The union, Lithuania, Norway, Österreich; in Ukrainian Австрія stands first.
    assert_eq!(of(order(MatrixOrder::Signed)), "NO LT SE EU");
    assert_eq!(of(order(MatrixOrder::Name)), "EU LT NO SE");
    let in_ukrainian = MatrixRequest {
        ukrainian: true,
        ..order(MatrixOrder::Name)
    };
    assert_eq!(of(in_ukrainian), "SE EU LT NO");
    assert_eq!(of(order(MatrixOrder::Similarity)), "EU LT SE NO");
    assert_eq!(of(order(MatrixOrder::Area(Area::Reforms))), "NO SE EU LT");
    let chosen = MatrixRequest {
        parties: Some(Arc::from([party("SE"), party("LT")])),
        ..MatrixRequest::default()
    };
    assert_eq!(of(chosen), "LT SE");
}

fn bundled() -> Ledger {
    let dataset = Arc::clone(Session::sample().dataset());
    let assumptions = Assumptions::of(&dataset);
    Ledger::new(dataset, assumptions)
}

/// How far neighbours are apart, all together.
fn way(found: &Matrix) -> u32 {
    let steps = |row: &MatrixRow| -> Vec<Option<u8>> {
        row.cells.iter().map(|cell| cell.promise.step()).collect()
    };
    let pairs = found.rows.windows(2);
    pairs
        .map(|pair| pledgebook::views::matrix::apart(&steps(&pair[0]), &steps(&pair[1])))
        .sum()
}

#[test]
fn like_parties_stand_beside_each_other_and_nobody_is_lost() {
    let ledger = bundled();
    let alike = matrix(&ledger, &order(MatrixOrder::Similarity));
    assert_eq!(alike, matrix(&ledger, &order(MatrixOrder::Similarity)));
    for other in [MatrixOrder::Signed, MatrixOrder::Name] {
        let found = matrix(&ledger, &order(other));
        assert!(
            way(&alike) * 5 < way(&found) * 4,
            "{} and {}",
            way(&alike),
            way(&found)
        );
        let (a, b): (BTreeSet<_>, BTreeSet<_>) = (
            ids(&alike).into_iter().collect(),
            ids(&found).into_iter().collect(),
        );
        assert_eq!(a, b);
    }
}

#[test]
fn areas_move_inside_their_groups_and_take_their_cells_with_them() {
    let ledger = bundled();
    let plain = matrix(&ledger, &MatrixRequest::default());
    let request = MatrixRequest {
        areas: AreaOrder::Similarity,
        ..MatrixRequest::default()
    };
    let alike = matrix(&ledger, &request);
    let groups = |found: &Matrix| -> Vec<AreaGroup> {
        found.columns.iter().map(|c| c.area.group()).collect()
    };
    assert_eq!(groups(&plain), groups(&alike));
    assert_ne!(plain.columns, alike.columns);
    for area in Area::ALL {
        assert_eq!(
            promise(&plain, "NO", *area),
            promise(&alike, "NO", *area),
            "{area:?}"
        );
    }
}

#[test]
fn the_bundled_matrix_is_what_the_commitments_say() {
    let ledger = bundled();
    let found = matrix(&ledger, &MatrixRequest::default());
    let all: usize = found.rows.iter().map(MatrixRow::commitments).sum();
    assert_eq!(all, ledger.dataset().commitments.len());
    for row in &found.rows {
        for (column, cell) in found.columns.iter().zip(&row.cells) {
            let own = cell
                .commitments
                .iter()
                .map(|id| &ledger.dataset().commitments[id]);
            let strongest = own.clone().map(|c| c.wording.strength()).max();
            assert!(own.clone().all(|c| c.area == column.area));
            assert_eq!(strongest.is_some(), cell.promise.is_made());
            if let Some(strongest) = strongest {
                assert_eq!(cell.promise, Promise::Of(strongest));
            }
        }
    }
    // One agreement is known from reports alone.
    let reported = found
        .rows
        .iter()
        .filter(|row| row.coding != Coding::FromText);
    let reported: Vec<&str> = reported.map(|row| row.party.as_str()).collect();
    assert_eq!(reported, ["GR"]);
}

#[test]
fn side_by_side_it_is_told_who_has_what_others_lack() {
    let mut book = named();
    for id in ["lt", "no"] {
        has_text(&mut book, id);
    }
    promises(&mut book, "lt-c01", Area::Cyber, Wording::Will);
    promises(&mut book, "no-c01", Area::Cyber, Wording::May);
    promises(&mut book, "lt-c02", Area::Sea, Wording::Will);
    promises(&mut book, "se-c01", Area::Space, Wording::Will);
    let views = Views::new(Arc::new(book.ledger()));
    let of = |ids: &[&str], area: Area| {
        let ids: Vec<PartyId> = ids.iter().map(|id| party(id)).collect();
        let found = views.reading(&ids);
        let row = found.rows.iter().find(|row| row.area == area).unwrap();
        (row.is_made(), row.differs(), row.only())
    };
    assert_eq!(of(&["LT", "NO"], Area::Cyber), (true, false, None));
    assert_eq!(of(&["NO", "LT"], Area::Sea), (true, true, Some(1)));
    assert_eq!(of(&["LT", "NO"], Area::Air), (false, false, None));
    // Sweden's text was not read: it may hold what Lithuania's does, and alone has nothing for sure.
    assert_eq!(of(&["LT", "SE"], Area::Sea), (true, false, None));
    assert_eq!(of(&["LT", "NO", "SE"], Area::Sea), (true, true, None));
    assert_eq!(of(&["LT", "NO", "SE"], Area::Space), (true, true, Some(2)));
    let same = views.reading(&[party("LT"), party("NO")]);
    assert!(Arc::ptr_eq(
        &same,
        &views.reading(&[party("LT"), party("NO")])
    ));
}
