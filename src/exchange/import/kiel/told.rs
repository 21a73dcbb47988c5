//! Why a file is not taken in, as people read it.

use super::KielError;
use super::contract::Why;
use crate::exchange::table;
use crate::text::Texts;

/// What is wrong, and what to do.
pub fn told(error: &KielError, texts: Texts) -> (String, String) {
    match error {
        KielError::Table(error) => table::told(error, texts),
        KielError::Cancelled => (
            texts.get("kiel-cancelled"),
            texts.get("kiel-cancelled-remedy"),
        ),
        KielError::Columns {
            contract,
            releases: (from, to),
            missing,
            against,
            extra,
        } => {
            let layout = *contract;
            let message = if missing.is_empty() {
                let against = against.join(", ");
                texts.with(
                    "kiel-against",
                    &[("layout", layout.into()), ("against", against.into())],
                )
            } else {
                let (from, to) = (from.to_string(), to.to_string());
                let missing = missing.join(", ");
                texts.with(
                    "kiel-columns",
                    &[
                        ("layout", layout.into()),
                        ("from", from.into()),
                        ("to", to.into()),
                        ("missing", missing.into()),
                    ],
                )
            };
            let remedy = if extra.is_empty() {
                texts.get("kiel-columns-remedy-plain")
            } else {
                let extra = some_of(extra);
                texts.with("kiel-columns-remedy", &[("extra", extra.into())])
            };
            (message, remedy)
        }
        KielError::NoEntries { why, .. } => match why {
            Why::World => (
                texts.get("kiel-why-world"),
                texts.get("kiel-why-world-remedy"),
            ),
            Why::Release => (
                texts.get("kiel-why-release"),
                texts.get("kiel-why-release-remedy"),
            ),
            Why::Union => (
                texts.get("kiel-why-union"),
                texts.get("kiel-why-union-remedy"),
            ),
        },
        KielError::NotCumulated { falls, steps } => {
            let (falls, steps) = (falls.to_string(), steps.to_string());
            let message = texts.with(
                "kiel-not-cumulated",
                &[("falls", falls.into()), ("steps", steps.into())],
            );
            (message, texts.get("kiel-not-cumulated-remedy"))
        }
    }
}

/// What a person should look at, by the message that the reading of the rows chose.
pub fn doubt(id: &str, what: &str, texts: Texts) -> Option<String> {
    Some(match id {
        "kiel-no-euro" => texts.with("kiel-no-euro", &[("what", what.into())]),
        "kiel-no-stage" => texts.with("kiel-no-stage", &[("what", what.into())]),
        "kiel-sums-up" => texts.with("kiel-sums-up", &[("what", what.into())]),
        "kiel-types-differ" => texts.with("kiel-types-differ", &[("what", what.into())]),
        "kiel-agrees" => texts.with("kiel-agrees", &[("what", what.into())]),
        "kiel-differs" => texts.with("kiel-differs", &[("what", what.into())]),
        "kiel-negative" => texts.with("kiel-negative", &[("what", what.into())]),
        "kiel-not-counted" => texts.with("kiel-not-counted", &[("what", what.into())]),
        "kiel-other-sheet" => texts.with("kiel-other-sheet", &[("what", what.into())]),
        "kiel-dates" => texts.with("kiel-dates", &[("what", what.into())]),
        "kiel-dates-late" => texts.with("kiel-dates-late", &[("what", what.into())]),
        _ => return None,
    })
}

/// The first few names, and that there are more.
fn some_of(names: &[String]) -> String {
    const FEW: usize = 12;
    let mut text = names
        .iter()
        .take(FEW)
        .map(String::as_str)
        .collect::<Vec<_>>()
        .join(", ");
    if names.len() > FEW {
        text.push_str(", …");
    }
    text
}
