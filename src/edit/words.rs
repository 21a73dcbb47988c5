//! What the steps of the history are called: `change of Latvia’s 2025 pledge: amount`.

use crate::model::{Dataset, PartyId, Stage};
use crate::text::{Texts, fields, words};

use super::label::{Deed, Label};
use super::record::Kind;

/// A step as the history lists it, small: `removal of 3 aid entries`.
pub fn named(label: &Label, dataset: &Dataset, texts: Texts) -> String {
    in_form(label, dataset, texts, "name")
}

/// What undoing a step is called: `Undo removal of 3 aid entries`.
pub fn undo_named(label: &Label, dataset: &Dataset, texts: Texts) -> String {
    in_form(label, dataset, texts, "undo")
}

/// What redoing a step is called: `Redo removal of 3 aid entries`.
pub fn redo_named(label: &Label, dataset: &Dataset, texts: Texts) -> String {
    in_form(label, dataset, texts, "redo")
}

/// The record that a step is about, small: `Latvia’s 2025 pledge`.
pub fn record_named(label: &Label, dataset: &Dataset, texts: Texts) -> String {
    one(label, dataset, texts)
}

fn in_form(label: &Label, dataset: &Dataset, texts: Texts, form: &str) -> String {
    if label.deed == Deed::Restored {
        return texts.with("change-restored", &[("form", form.into())]);
    }
    let of_rows = matches!(label.deed, Deed::Pasted | Deed::Imported);
    let what = if label.count == 1 && !of_rows {
        one(label, dataset, texts)
    } else {
        fields::kinds(label.key.kind.key(), label.count, texts)
    };
    let step = if label.deed == Deed::Imported {
        let file = label.file.clone().unwrap_or_default();
        let args = [
            ("form", form.into()),
            ("what", what.into()),
            ("file", file.into()),
        ];
        texts.with("change-imported", &args)
    } else {
        texts.with(
            deed_id(label.deed),
            &[("form", form.into()), ("what", what.into())],
        )
    };
    let Some(path) = label.path.as_ref().filter(|path| !path.is_empty()) else {
        return step;
    };
    let place = fields::path(label.key.kind.key(), &path.to_string(), texts);
    texts.with(
        "change-of-field",
        &[
            ("step", step.into()),
            ("field", fields::small(&place).into()),
        ],
    )
}

fn deed_id(deed: Deed) -> &'static str {
    match deed {
        Deed::Added => "change-added",
        Deed::Duplicated => "change-duplicated",
        Deed::Changed => "change-changed",
        Deed::Removed => "change-removed",
        Deed::Pasted => "change-pasted",
        Deed::Accepted => "change-accepted",
        Deed::Unaccepted => "change-unaccepted",
        Deed::Fixed => "change-fixed",
        Deed::Recovered => "change-recovered",
        Deed::Restored => "change-restored",
        Deed::Imported => "change-imported",
    }
}

/// The record that a step is about.
fn one(label: &Label, dataset: &Dataset, texts: Texts) -> String {
    let kind = label.key.kind;
    if kind == Kind::Header {
        return match label.deed {
            Deed::Recovered => texts.get("change-what-unsaved"),
            _ => fields::kind(kind.key(), texts),
        };
    }
    let other = || {
        texts.with(
            "change-what-other",
            &[
                ("kind", fields::kind(kind.key(), texts).into()),
                ("id", label.key.id.as_str().into()),
            ],
        )
    };
    let Some(party) = &label.party else {
        return other();
    };
    let party = party_name(party, dataset, texts);
    match kind {
        Kind::Party => party,
        Kind::Agreement => texts.with(
            "change-what-agreement",
            &[("owner", owner(&party, texts).into())],
        ),
        Kind::Commitment => texts.with(
            "change-what-commitment",
            &[
                ("owner", owner(&party, texts).into()),
                ("id", label.key.id.as_str().into()),
            ],
        ),
        Kind::Aid => label
            .stage
            .map_or_else(other, |stage| entry(label, stage, &party, texts)),
        Kind::Gdp => texts.with("change-what-gdp", &[("party", party.into())]),
        Kind::Population => texts.with("change-what-population", &[("party", party.into())]),
        Kind::Source | Kind::Fx | Kind::EuShares | Kind::Header => other(),
    }
}

/// An aid entry by its party, year and stage.
fn entry(label: &Label, stage: Stage, party: &str, texts: Texts) -> String {
    let noun = texts.get(noun_id(stage));
    let owner = owner(party, texts);
    match label.year {
        None => texts.with(
            "change-what-entry",
            &[("owner", owner.into()), ("noun", noun.into())],
        ),
        Some(year) => texts.with(
            "change-what-entry-year",
            &[
                ("owner", owner.into()),
                ("noun", noun.into()),
                ("year", year.to_string().into()),
            ],
        ),
    }
}

fn noun_id(stage: Stage) -> &'static str {
    match stage {
        Stage::Pledged => "change-noun-pledged",
        Stage::Committed => "change-noun-committed",
        Stage::Allocated => "change-noun-allocated",
        Stage::Delivered => "change-noun-delivered",
        Stage::Unclear => "change-noun-unclear",
    }
}

/// Whose: `Latvia’s`, `Netherlands’`.
fn owner(party: &str, texts: Texts) -> String {
    let args = [("party", party.into())];
    if party.ends_with('s') {
        texts.with("change-owner-s", &args)
    } else {
        texts.with("change-owner", &args)
    }
}

/// A party's name; its id where it is gone.
fn party_name(party: &PartyId, dataset: &Dataset, texts: Texts) -> String {
    match dataset.parties.get(party) {
        Some(party) => words::name(&party.name, texts).to_owned(),
        None => party.as_str().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::{Key, Path};
    use crate::model::{Name, Party, Year};
    use crate::text::Lang;

    fn book() -> Dataset {
        let tree = serde_json::json!({
            "id": "LV", "iso3": "LVA", "currency": "EUR", "name": {"en": "Latvia", "uk": "Латвія"},
        });
        let latvia: Party = serde_json::from_value(tree).unwrap();
        let states = Party {
            id: PartyId::new("US").unwrap(),
            name: Name {
                en: "United States".to_owned(),
                uk: "США".to_owned(),
            },
            ..latvia.clone()
        };
        let mut book = Dataset::default();
        for party in [latvia, states] {
            book.parties.insert(party.id.clone(), party);
        }
        book
    }

    fn label(deed: Deed, kind: Kind, id: &str, party: &str) -> Label {
        Label {
            party: PartyId::new(party).ok(),
            ..Label::new(deed, Key::new(kind, id))
        }
    }

    /// An aid entry of that party, stage and year.
    fn entry(deed: Deed, party: &str, stage: Stage, year: i64) -> Label {
        Label {
            stage: Some(stage),
            year: Year::new(year).ok(),
            ..label(deed, Kind::Aid, "x-a01", party)
        }
    }

    fn at(label: Label, path: &str) -> Label {
        label.at(&path.parse::<Path>().unwrap())
    }

    #[test]
    fn steps_of_one_record_are_named_by_whose_it_is_and_which_field() {
        let book = book();
        for (label, en, uk) in [
            (
                at(
                    entry(Deed::Changed, "LV", Stage::Pledged, 2025),
                    "figure.amount",
                ),
                "change of Latvia’s 2025 pledge: amount",
                "зміна: Латвія, обіцянка 2025 року — сума",
            ),
            (
                entry(Deed::Added, "US", Stage::Delivered, 2024),
                "addition of United States’ 2024 delivery",
                "додавання: США, надання 2024 року",
            ),
            (
                // A party that is gone is called by its id.
                entry(Deed::Removed, "FR", Stage::Unclear, 0),
                "removal of FR’s unclear entry",
                "вилучення: FR, неясний запис",
            ),
            (
                at(
                    label(Deed::Changed, Kind::Commitment, "lv-2024-c03", "LV"),
                    "status[0].date",
                ),
                "change of Latvia’s commitment lv-2024-c03: status 1 › as of",
                "зміна: Латвія, зобов’язання lv-2024-c03 — стан 1 › станом на",
            ),
            (
                at(label(Deed::Changed, Kind::Party, "LV", "LV"), "name.uk"),
                "change of Latvia: name in Ukrainian",
                "зміна: Латвія — назва українською",
            ),
            (
                label(Deed::Duplicated, Kind::Agreement, "lv-2024b", "LV"),
                "copy: Latvia’s agreement",
                "копіювання: Латвія, угода",
            ),
            (
                label(Deed::Added, Kind::Source, "lv-s09", ""),
                "addition of source lv-s09",
                "додавання: джерело lv-s09",
            ),
            (
                at(
                    label(Deed::Changed, Kind::Gdp, "gdp-lv", "LV"),
                    "years[2024].value",
                ),
                "change of GDP of Latvia: year 2024 › GDP",
                "зміна: ВВП, Латвія — рік 2024 › ВВП",
            ),
            (
                at(label(Deed::Changed, Kind::Header, "", ""), "title"),
                "change of facts about the file: title",
                "зміна: відомості про файл — назва",
            ),
        ] {
            assert_eq!(named(&label, &book, Texts::new(Lang::En)), en);
            assert_eq!(named(&label, &book, Texts::new(Lang::Uk)), uk);
        }
    }

    #[test]
    fn steps_of_several_records_count_them() {
        let book = book();
        let many = |deed, count| entry(deed, "LV", Stage::Pledged, 2025).counting(count);
        for (label, en, uk) in [
            (
                many(Deed::Removed, 3),
                "removal of 3 aid entries",
                "вилучення: 3 записи про допомогу",
            ),
            (
                many(Deed::Pasted, 12),
                "paste of 12 aid entries",
                "вставлення: 12 записів про допомогу",
            ),
            (
                many(Deed::Pasted, 1),
                "paste of 1 aid entry",
                "вставлення: 1 запис про допомогу",
            ),
            (
                at(many(Deed::Changed, 2), "stage"),
                "change of 2 aid entries: stage",
                "зміна: 2 записи про допомогу — стадія",
            ),
        ] {
            assert_eq!(named(&label, &book, Texts::new(Lang::En)), en);
            assert_eq!(named(&label, &book, Texts::new(Lang::Uk)), uk);
        }
    }

    #[test]
    fn every_deed_has_a_name_of_its_own_in_the_history_and_on_the_menu() {
        let book = book();
        let all = [
            Deed::Added,
            Deed::Duplicated,
            Deed::Changed,
            Deed::Removed,
            Deed::Pasted,
            Deed::Accepted,
            Deed::Unaccepted,
            Deed::Fixed,
            Deed::Recovered,
            Deed::Restored,
        ];
        for lang in Lang::ALL {
            let texts = Texts::new(*lang);
            let mut seen = std::collections::BTreeSet::new();
            for deed in all {
                let label = entry(deed, "LV", Stage::Pledged, 2025);
                for name in [
                    named(&label, &book, texts),
                    undo_named(&label, &book, texts),
                    redo_named(&label, &book, texts),
                ] {
                    assert!(!name.contains("change-"), "{name}");
                    assert!(seen.insert(name.clone()), "{name}");
                }
            }
        }
        let label = entry(Deed::Changed, "LV", Stage::Pledged, 2025);
        let (en, uk) = (Texts::new(Lang::En), Texts::new(Lang::Uk));
        assert_eq!(
            undo_named(&label, &book, en),
            "Undo change of Latvia’s 2025 pledge"
        );
        assert_eq!(
            redo_named(&label, &book, uk),
            "Повторити зміну: Латвія, обіцянка 2025 року"
        );
    }
}
