//! What an import has to say, as people read it: reasons, doubts, errors with what to do.

use super::columns::Why;
use super::draft::{Doubt, Place, Skip};
use super::fields::Field;
use super::judge::Likely;
use super::kiel;
use super::layout::{ImportError, Layout};
use super::parties;
use super::{fts, iati};
use crate::exchange::records::{RowTrouble, Wrong};
use crate::exchange::table;
use crate::exchange::table::noted;
use crate::model::{Dataset, PartyId};
use crate::text::{Lang, Texts, words};

/// What is wrong, and what to do.
#[must_use]
pub fn error(error: &ImportError, texts: Texts) -> (String, String) {
    match error {
        ImportError::Table(error) => table::told(error, texts),
        ImportError::Kiel(error) => kiel::told(error, texts),
        ImportError::Fts(error) => fts::told(error, texts),
        ImportError::Iati(error) => iati::told(error, texts),
        ImportError::NoSheet(name) => (
            texts.with("import-no-sheet", &[("name", name.into())]),
            texts.get("import-no-sheet-remedy"),
        ),
        ImportError::NoRow(row) => (
            texts.with("import-no-row", &[("row", row.to_string().into())]),
            texts.get("import-no-row-remedy"),
        ),
        ImportError::NoResults { cells } => (
            texts.with("import-no-results", &[("cells", cells.to_string().into())]),
            texts.get("import-no-results-remedy"),
        ),
        ImportError::Unmapped(fields) => {
            let names = fields.iter().map(|one| field(*one, texts));
            let names: Vec<String> = names.collect();
            (
                texts.with("import-unmapped", &[("fields", names.join(", ").into())]),
                texts.get("import-unmapped-remedy"),
            )
        }
        ImportError::Unsure(confidence) => (
            texts.with(
                "import-unsure",
                &[("confidence", confidence.to_string().into())],
            ),
            texts.get("import-unsure-remedy"),
        ),
        ImportError::Misfit {
            layout: name,
            missing,
        } if missing.is_empty() => (
            texts.with("import-misfit", &[("layout", name.into())]),
            texts.get("import-misfit-remedy"),
        ),
        ImportError::Misfit {
            layout: name,
            missing,
        } => {
            let args = [
                ("layout", name.into()),
                ("missing", missing.join(", ").into()),
            ];
            (
                texts.with("import-misfit-missing", &args),
                texts.get("import-misfit-remedy"),
            )
        }
        ImportError::View => (texts.get("import-view"), texts.get("import-view-remedy")),
        ImportError::Records => (
            texts.get("import-records"),
            texts.get("import-records-remedy"),
        ),
    }
}

/// A giver's name: the book's own, else that of the state.
#[must_use]
pub fn giver(id: &PartyId, dataset: &Dataset, texts: Texts) -> String {
    if let Some(party) = dataset.parties.get(id) {
        return words::name(&party.name, texts).to_owned();
    }
    match (parties::state(id.as_str()), texts.lang()) {
        (Some(state), Lang::En) => state.en.to_owned(),
        (Some(state), Lang::Uk) => state.uk.to_owned(),
        (None, _) => id.to_string(),
    }
}

/// Why a row becomes no entry.
#[must_use]
pub fn skip(why: &Skip, texts: Texts) -> String {
    let with = |id: &str, text: &str| texts.with(id, &[("text", text.into())]);
    match why {
        Skip::Blank => texts.get("import-skip-blank"),
        Skip::Heading => texts.get("import-skip-heading"),
        Skip::Total => texts.get("import-skip-total"),
        Skip::NoParty => texts.get("import-skip-no-party"),
        Skip::PartyLeftOut(text) => with("import-skip-party-left-out", text),
        Skip::UnknownParty(text) => with("import-skip-unknown-party", text),
        Skip::OtherRecipient(text) => with("import-skip-other-recipient", text),
        Skip::UnknownStage(text) => with("import-skip-unknown-stage", text),
        Skip::UnknownType(text) => with("import-skip-unknown-type", text),
        Skip::BadAmount(text) => with("import-skip-bad-amount", text),
        Skip::Negative(text) => with("import-skip-negative", text),
        Skip::Surplus(text) => with("import-skip-surplus", text),
        Skip::OtherHeading(row) => with("import-skip-other-heading", &row.to_string()),
        Skip::BadCurrency(text) => with("import-skip-bad-currency", text),
        Skip::BadDate(text) => with("import-skip-bad-date", text),
        Skip::NothingSaid => texts.get("import-skip-nothing-said"),
        Skip::CountedIn(row) => with("import-skip-counted-in", &row.to_string()),
        Skip::NotCounted => texts.get("import-skip-not-counted"),
        Skip::Malformed(text) => with("import-skip-malformed", text),
        Skip::AlreadyHere(id) => with("import-skip-already-here", id),
        Skip::LikelyHere(id) => with("import-skip-likely-here", id),
    }
}

/// A kind of reason, without what stands in the row.
#[must_use]
pub fn reason(why: &Skip, texts: Texts) -> String {
    texts.get(match why {
        Skip::Blank => "import-reason-blank",
        Skip::Heading => "import-reason-heading",
        Skip::Total => "import-reason-total",
        Skip::NoParty => "import-reason-no-party",
        Skip::PartyLeftOut(_) => "import-reason-party-left-out",
        Skip::UnknownParty(_) => "import-reason-unknown-party",
        Skip::OtherRecipient(_) => "import-reason-other-recipient",
        Skip::UnknownStage(_) => "import-reason-unknown-stage",
        Skip::UnknownType(_) => "import-reason-unknown-type",
        Skip::BadAmount(_) => "import-reason-bad-amount",
        Skip::Negative(_) => "import-reason-negative",
        Skip::Surplus(_) => "import-reason-surplus",
        Skip::OtherHeading(_) => "import-reason-other-heading",
        Skip::BadCurrency(_) => "import-reason-bad-currency",
        Skip::BadDate(_) => "import-reason-bad-date",
        Skip::NothingSaid => "import-reason-nothing-said",
        Skip::CountedIn(_) => "import-reason-counted-in",
        Skip::NotCounted => "import-reason-not-counted",
        Skip::Malformed(_) => "import-reason-malformed",
        Skip::AlreadyHere(_) => "import-reason-already-here",
        Skip::LikelyHere(_) => "import-reason-likely-here",
    })
}

/// What a person should look at.
#[must_use]
pub fn doubt(doubt: &Doubt, texts: Texts) -> String {
    match doubt {
        Doubt::DayMonth {
            column,
            day_first,
            deciding,
            open,
        } => {
            let args = [
                ("column", column.into()),
                ("first", if *day_first { "day" } else { "month" }.into()),
                ("deciding", deciding.to_string().into()),
                ("open", open.to_string().into()),
            ];
            texts.with("import-doubt-day-month", &args)
        }
        Doubt::Scale {
            column,
            unit,
            greatest,
        } => {
            let args = [
                ("column", column.into()),
                (
                    "unit",
                    if unit.is_empty() {
                        "none"
                    } else {
                        unit.as_str()
                    }
                    .into(),
                ),
                ("greatest", greatest.into()),
            ];
            texts.with("import-doubt-scale", &args)
        }
        Doubt::Mark {
            column,
            mark,
            deciding,
            open,
        } => {
            let args = [
                ("column", column.into()),
                ("mark", if *mark == ',' { "comma" } else { "point" }.into()),
                ("deciding", deciding.to_string().into()),
                ("open", open.to_string().into()),
            ];
            texts.with("import-doubt-mark", &args)
        }
        Doubt::Repeats { rows } => texts.with("import-doubt-repeats", &[("rows", (*rows).into())]),
        Doubt::NoResults { cells } => {
            texts.with("import-doubt-no-results", &[("cells", (*cells).into())])
        }
        Doubt::Table(note) => noted(note, texts),
        Doubt::Told { id, what } => match *id {
            "import-doubt-no-stage" => {
                let args = [("what", what.into()), ("count", counted(what).into())];
                texts.with("import-doubt-no-stage", &args)
            }
            "import-doubt-other-release" => {
                texts.with("import-doubt-other-release", &[("what", what.into())])
            }
            "import-doubt-other-sheets" => {
                texts.with("import-doubt-other-sheets", &[("what", what.into())])
            }
            "import-doubt-no-type" => {
                let args = [("what", what.into()), ("count", counted(what).into())];
                texts.with("import-doubt-no-type", &args)
            }
            "import-doubt-currency" => {
                texts.with("import-doubt-currency", &[("what", what.into())])
            }
            "import-doubt-other-sums" => {
                texts.with("import-doubt-other-sums", &[("what", what.into())])
            }
            id => {
                let of_layout = kiel::doubt(id, what, texts);
                of_layout.unwrap_or_else(|| texts.with(id, &[("what", what.into())]))
            }
        },
    }
}

/// A count that stands in a text, for the form of the word behind it.
fn counted(text: &str) -> usize {
    text.parse().unwrap_or(0)
}

/// What a column holds, in a word or two.
#[must_use]
pub fn field(field: Field, texts: Texts) -> String {
    texts.get(match field {
        Field::Party => "import-field-party",
        Field::Recipient => "import-field-recipient",
        Field::Date => "import-field-date",
        Field::Year => "import-field-year",
        Field::Stage => "import-field-stage",
        Field::Type => "import-field-type",
        Field::Instrument => "import-field-instrument",
        Field::Amount => "import-field-amount",
        Field::Currency => "import-field-currency",
        Field::Scale => "import-field-scale",
        Field::Summary => "import-field-summary",
        Field::Key => "import-field-key",
        Field::Link => "import-field-link",
        Field::Quantity => "import-field-quantity",
        Field::Item => "import-field-item",
        Field::Note => "import-field-note",
    })
}

/// Why a column is thought to hold something.
#[must_use]
pub fn why(why: Why, texts: Texts) -> String {
    let cells = |id: &str, read: usize, of: usize| {
        let args = [
            ("read", read.to_string().into()),
            ("of", of.to_string().into()),
        ];
        texts.with(id, &args)
    };
    match why {
        Why::Heading => texts.get("import-why-heading"),
        Why::Cells(read, of) => cells("import-why-cells", read, of),
        Why::Both(read, of) => cells("import-why-both", read, of),
        Why::Chosen => texts.get("import-why-chosen"),
        Why::Nothing => texts.get("import-why-nothing"),
    }
}

/// How a file is read, in words.
#[must_use]
pub fn layout(layout: &Layout, texts: Texts) -> String {
    match layout {
        Layout::Columns => texts.get("import-layout-columns"),
        Layout::Kiel(contract) => {
            texts.with("import-layout-kiel", &[("contract", contract.into())])
        }
        Layout::Fts => texts.get("import-layout-fts"),
        Layout::Iati => texts.get("import-layout-iati"),
        Layout::Own => texts.get("import-layout-own"),
    }
}

/// What becomes of rows that are likely here.
#[must_use]
pub fn likely(likely: Likely, texts: Texts) -> String {
    texts.get(match likely {
        Likely::Voice => "import-likely-voice",
        Likely::LeaveOut => "import-likely-leave-out",
        Likely::New => "import-likely-new",
    })
}

/// What is wrong with a row of our own tables, and where it stands.
#[must_use]
pub fn trouble(trouble: &RowTrouble, texts: Texts) -> String {
    let row = trouble.row.to_string();
    let place = match &trouble.sheet {
        Some(sheet) => texts.with(
            "import-place-sheet",
            &[("sheet", sheet.into()), ("row", row.into())],
        ),
        None => texts.with("import-place", &[("row", row.into())]),
    };
    let why = wrong(&trouble.wrong, texts);
    if let Some(column) = &trouble.column {
        let args = [
            ("place", place.into()),
            ("column", column.into()),
            ("why", why.into()),
        ];
        texts.with("import-record-trouble-in", &args)
    } else {
        let args = [("place", place.into()), ("why", why.into())];
        texts.with("import-record-trouble", &args)
    }
}

fn wrong(wrong: &Wrong, texts: Texts) -> String {
    let with = |id: &str, text: &str| texts.with(id, &[("text", text.into())]);
    match wrong {
        Wrong::Number(text) | Wrong::Whole(text) => with("import-record-number", text),
        Wrong::Date(text) => with("import-skip-bad-date", text),
        Wrong::Flag(text) => with("import-record-flag", text),
        Wrong::Mistake(text) => with("import-record-mistake", text),
        Wrong::Word(text, words) => {
            let args = [("text", text.into()), ("words", words.into())];
            texts.with("import-record-word", &args)
        }
        Wrong::Refused(why) => with("import-record-refused", why),
        Wrong::Twice(id) => with("import-record-twice", id),
        Wrong::NoOwner { id, .. } => with("import-record-no-owner", id),
        Wrong::Beyond(text) => with("import-record-beyond", text),
    }
}

/// Where a row stands: `sheet “Data”, row 12`.
#[must_use]
pub fn place(place: &Place, texts: Texts) -> String {
    let row = place.row.to_string();
    match &place.sheet {
        Some(sheet) => texts.with(
            "import-place-sheet",
            &[("sheet", sheet.into()), ("row", row.into())],
        ),
        None => texts.with("import-place", &[("row", row.into())]),
    }
}
