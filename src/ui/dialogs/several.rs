//! One field of several records is given the same value: which field, what value, and what changes
//! in each record.

use std::rc::Rc;
use std::sync::Arc;

use eframe::egui::{self, Id, Label, RichText, ScrollArea, TextEdit, Ui, Widget as _};
use serde_json::Value;

use crate::edit::paste::{self, Choices, Read};
use crate::edit::typed::About;
use crate::edit::{
    AnyRecord, Command, Key, Kind, Leaf, LinkTo, Need, Path, field, refusal, several, shape,
};
use crate::model::Dataset;
use crate::text::fold::fold;
use crate::text::{Texts, fields, numbers};
use crate::ui::Theme;
use crate::ui::desk::RecordIndex;
use crate::ui::theme::{HALF, UNIT, strong, title};
use crate::ui::widgets::button;
use crate::ui::widgets::field::{LIST as LIST_WIDTH, offers};
use crate::ui::widgets::pick::{self, Offer, Pick, Picked};
use crate::ui::widgets::tell;

use super::paste::told;
use super::{Answer, buttons_ui};

/// Height of the list of records.
const LIST: f32 = 240.0;

/// One field of several records is given the same value.
#[derive(Debug)]
pub struct SeveralDialog {
    dataset: Arc<Dataset>,
    keys: Vec<Key>,
    kind: Kind,
    choices: Choices,
    about: About,
    chosen: Option<(Path, Leaf)>,
    asked: Asked,
    /// What is asked now would do this.
    outcome: Option<(Asked, Outcome)>,
    /// What links can lead to.
    records: Rc<RecordIndex>,
    /// The list that is open, by what opened it.
    pick: Option<(Id, Pick)>,
}

/// What a field is to hold, as it was typed or chosen.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
struct Asked {
    text: String,
    /// Which meaning is taken, where the text has several.
    meaning: Option<usize>,
    /// Whether the field is to be empty.
    emptied: bool,
}

/// What would come of it.
#[derive(Debug)]
enum Outcome {
    /// Nothing is asked yet.
    Nothing,
    /// One of these is meant.
    Which(Vec<Value>),
    /// It cannot be, and why.
    Not(String),
    /// This command, and the field of each record before and after.
    Change(Option<Value>, Box<Command>, Vec<Before>),
}

/// What stands in a record now.
#[derive(Debug)]
struct Before {
    key: Key,
    summary: String,
    value: Option<Value>,
}

impl SeveralDialog {
    /// Asks for a field and a value for these records, which are of one kind.
    pub fn new(
        dataset: Arc<Dataset>,
        keys: Vec<Key>,
        records: Rc<RecordIndex>,
        texts: Texts,
    ) -> Self {
        let kind = keys.first().map_or(Kind::Header, |key| key.kind);
        let about = keys
            .first()
            .map(|key| About::of(&dataset, key, texts.lang()))
            .unwrap_or_default();
        Self {
            choices: Choices::of(&dataset, kind),
            dataset,
            keys,
            kind,
            about,
            chosen: None,
            asked: Asked::default(),
            outcome: None,
            records,
            pick: None,
        }
    }

    pub(super) fn ui(&mut self, ui: &mut Ui, texts: Texts, theme: &Theme) -> Answer {
        let what = fields::kinds(self.kind.key(), self.keys.len(), texts);
        ui.label(title(texts.with("several-title", &[("what", what.into())])));
        ui.add_space(UNIT);
        self.field_ui(ui, texts, theme);
        if let Some((path, leaf)) = self.chosen.clone() {
            ui.add_space(HALF);
            self.value_ui(ui, texts, theme, &path, leaf);
            self.look(texts, &path, leaf);
            self.outcome_ui(ui, texts, theme, &path, leaf);
        }
        let mut command = None;
        let mut changed = 0;
        if let Some((_, Outcome::Change(after, ready, before))) = &self.outcome {
            changed = before.iter().filter(|row| row.value != *after).count();
            command = (changed > 0).then(|| ready.clone());
        }
        buttons_ui(ui, |ui| {
            let shown = numbers::count(changed as u64, texts);
            let args = [("count", changed.into()), ("shown", shown.into())];
            let go = ui.add_enabled_ui(command.is_some(), |ui| {
                let go = button::primary_ui(ui, theme, texts.with("several-go", &args));
                go.on_disabled_hover_text(texts.get("several-no-change"))
            });
            if go.inner.clicked()
                && let Some(command) = command
            {
                return Answer::Change(command);
            }
            if button::button_ui(ui, theme, texts.get("dialog-cancel")).clicked() {
                return Answer::Close;
            }
            Answer::None
        })
    }

    fn field_ui(&mut self, ui: &mut Ui, texts: Texts, theme: &Theme) {
        let name = |path: &Path| fields::path(self.kind.key(), &path.to_string(), texts);
        let all = several::fields(self.kind);
        let now = self.chosen.as_ref().map(|(path, _)| path);
        let offers: Vec<Offer> = all
            .iter()
            .map(|(path, _)| Offer {
                words: name(path),
                chosen: now == Some(path),
                ..Offer::default()
            })
            .collect();
        let label = texts.get("several-field");
        let shown = now.map(name);
        let hint = texts.get("several-field-hint");
        let picked = pick_ui(
            ui,
            texts,
            theme,
            &mut self.pick,
            &label,
            shown,
            |ui, pick| {
                let wanted = fold(&pick.search);
                let fits = |offer: &&Offer| fold(&offer.words).contains(wanted.trim());
                let shown: Vec<Offer> = offers.iter().filter(fits).cloned().collect();
                let places: Vec<Option<usize>> = offers
                    .iter()
                    .enumerate()
                    .filter(|(_, offer)| fits(offer))
                    .map(|(place, _)| Some(place))
                    .collect();
                let picked = pick.ui(ui, theme, &label, Some(&hint), &shown);
                (picked, places)
            },
        );
        let taken = picked.flatten().and_then(|place| all.get(place));
        if let Some(taken) = taken.filter(|(path, _)| now != Some(path)) {
            self.chosen = Some(taken.clone());
            self.asked = Asked::default();
        }
    }

    fn value_ui(&mut self, ui: &mut Ui, texts: Texts, theme: &Theme, path: &Path, leaf: Leaf) {
        let field = path.to_string();
        match leaf {
            Leaf::Choice(words) => {
                let named = |word: &&str| fields::choice(&field, word, texts);
                let words = words.iter().map(|word| ((*word).to_owned(), named(word)));
                self.words_ui(ui, texts, theme, path, &words.collect::<Vec<_>>());
            }
            Leaf::Flag => {
                let words = [("yes", true), ("no", false)]
                    .map(|(word, flag)| (word.to_owned(), fields::flag(flag, texts)));
                self.words_ui(ui, texts, theme, path, &words);
            }
            Leaf::Link(to) => self.link_ui(ui, texts, theme, path, to),
            _ => self.text_ui(ui, texts, theme, path, leaf),
        }
    }

    /// One of a few words, each with its name.
    fn words_ui(
        &mut self,
        ui: &mut Ui,
        texts: Texts,
        theme: &Theme,
        path: &Path,
        words: &[(String, String)],
    ) {
        let asked = self.asked.clone();
        let none = (need(self.kind, path) != Need::Required).then(|| Offer {
            words: texts.get("record-none"),
            chosen: asked.emptied,
            ..Offer::default()
        });
        let offers = words.iter().map(|(word, name)| Offer {
            words: name.clone(),
            chosen: *word == asked.text,
            ..Offer::default()
        });
        let offers: Vec<Offer> = none.iter().cloned().chain(offers).collect();
        let shown = offers.iter().find(|offer| offer.chosen);
        let shown = shown.map(|offer| offer.words.clone());
        let label = texts.get("several-value");
        let picked = pick_ui(
            ui,
            texts,
            theme,
            &mut self.pick,
            &label,
            shown,
            |ui, pick| {
                let places = (0..offers.len()).map(Some).collect();
                (pick.ui(ui, theme, &label, None, &offers), places)
            },
        );
        if let Some(Some(place)) = picked {
            let word = place.checked_sub(usize::from(none.is_some()));
            let word = word.and_then(|place| words.get(place));
            self.ask(word.map(|(word, _)| word.clone()));
        }
    }

    /// A record that a link leads to.
    fn link_ui(&mut self, ui: &mut Ui, texts: Texts, theme: &Theme, path: &Path, to: LinkTo) {
        let records = Rc::clone(&self.records);
        let held = Some(self.asked.text.clone()).filter(|id| !id.is_empty());
        let none = (need(self.kind, path) != Need::Required).then(|| texts.get("record-none"));
        let shown = match &held {
            Some(id) => Some(id.clone()),
            None => none.clone().filter(|_| self.asked.emptied),
        };
        let (label, hint) = (texts.get("several-value"), texts.get("record-find-hint"));
        let picked = pick_ui(
            ui,
            texts,
            theme,
            &mut self.pick,
            &label,
            shown,
            |ui, pick| {
                let (offers, ids) = offers(&records, to.kinds(), pick, None, held.as_deref(), none);
                (pick.ui(ui, theme, &label, Some(&hint), &offers), ids)
            },
        );
        if let Some(id) = picked {
            self.ask(id);
        }
    }

    /// Asks for a word or id; none: for nothing.
    fn ask(&mut self, text: Option<String>) {
        self.asked = Asked {
            emptied: text.is_none(),
            text: text.unwrap_or_default(),
            meaning: None,
        };
    }

    fn text_ui(&mut self, ui: &mut Ui, texts: Texts, theme: &Theme, path: &Path, leaf: Leaf) {
        let label = texts.get("several-value");
        ui.label(theme.small(&label));
        let field = if leaf == Leaf::LongText {
            TextEdit::multiline(&mut self.asked.text).desired_rows(3)
        } else {
            TextEdit::singleline(&mut self.asked.text)
        };
        let response = field.desired_width(f32::INFINITY).ui(ui);
        tell::typed(&response, egui::Role::TextInput, &label, &self.asked.text);
        if response.changed() {
            self.asked.meaning = None;
            self.asked.emptied = self.asked.text.trim().is_empty();
        }
        let tip = fields::tip(self.kind.key(), &path.to_string(), texts);
        if let Some(tip) = tip {
            ui.label(theme.small(tip));
        }
    }

    /// Looks at what is asked, where it is something else than before.
    fn look(&mut self, texts: Texts, path: &Path, leaf: Leaf) {
        let known = self.outcome.as_ref().map(|(asked, _)| asked);
        if known == Some(&self.asked) && self.asked != Asked::default() {
            return;
        }
        let outcome = self.outcome(texts, path, leaf);
        self.outcome = Some((self.asked.clone(), outcome));
    }

    fn outcome(&self, texts: Texts, path: &Path, leaf: Leaf) -> Outcome {
        let asked = &self.asked;
        if asked.emptied {
            if need(self.kind, path) == Need::Required {
                return Outcome::Not(texts.get("several-required"));
            }
            return self.change(texts, path, None);
        }
        let words = matches!(leaf, Leaf::Choice(_));
        let read = if asked.text.is_empty() {
            Read::Empty
        } else if words {
            // What was picked from the list is the word of the file already.
            Read::Sure(Value::from(asked.text.as_str()))
        } else {
            self.choices
                .read(self.kind, path, asked.text.trim(), self.about)
        };
        match read {
            Read::Empty => Outcome::Nothing,
            Read::Sure(value) => self.change(texts, path, Some(value)),
            Read::Wrong(wrong) => Outcome::Not(paste::told(&wrong, self.kind, texts)),
            Read::Choose(all) => match asked.meaning.and_then(|at| all.get(at)) {
                Some(value) => self.change(texts, path, Some(value.clone())),
                None => Outcome::Which(all),
            },
        }
    }

    fn change(&self, texts: Texts, path: &Path, value: Option<Value>) -> Outcome {
        let command = field::set_all(&self.dataset, &self.keys, path, value.as_ref());
        let command = match command {
            Ok(command) => command,
            Err(error) => return Outcome::Not(refusal::of_field(&error, self.kind, texts)),
        };
        let before = self.keys.iter().filter_map(|key| {
            let record = AnyRecord::of(&self.dataset, key)?;
            let tree = record.to_tree();
            let summary = tree.get("summary").and_then(Value::as_str);
            Some(Before {
                key: key.clone(),
                summary: summary.unwrap_or_default().to_owned(),
                value: field::value(&tree, path).cloned(),
            })
        });
        let before = before.collect();
        Outcome::Change(value, Box::new(command), before)
    }

    fn outcome_ui(&mut self, ui: &mut Ui, texts: Texts, theme: &Theme, path: &Path, leaf: Leaf) {
        let Some((asked, outcome)) = &self.outcome else {
            return;
        };
        let mut meaning = asked.meaning;
        match outcome {
            Outcome::Nothing => {}
            Outcome::Not(why) => {
                ui.colored_label(theme.error, why);
            }
            Outcome::Which(all) => {
                ui.label(strong(texts.get("several-which")).color(theme.warning));
                for (index, value) in all.iter().enumerate() {
                    if ui
                        .radio(false, told(leaf, path, value, &self.dataset, texts))
                        .clicked()
                    {
                        meaning = Some(index);
                    }
                }
            }
            Outcome::Change(after, _, before) => {
                let plain = matches!(leaf, Leaf::Text | Leaf::LongText | Leaf::Choice(_));
                match after {
                    None => {
                        ui.label(theme.weak(texts.get("several-emptied")));
                    }
                    // What was read is said back.
                    Some(value) if !plain => {
                        ui.label(theme.weak(told(leaf, path, value, &self.dataset, texts)));
                    }
                    Some(_) => {}
                }
                ui.add_space(HALF);
                ui.label(strong(texts.get("several-preview")));
                let list = ScrollArea::vertical().max_height(LIST);
                list.auto_shrink([false, true]).show(ui, |ui| {
                    for row in before {
                        self.row_ui(ui, texts, theme, row, after.as_ref(), (path, leaf));
                    }
                });
            }
        }
        self.asked.meaning = meaning;
    }

    /// A record, with what stands in the field now and what will.
    fn row_ui(
        &self,
        ui: &mut Ui,
        texts: Texts,
        theme: &Theme,
        row: &Before,
        after: Option<&Value>,
        (path, leaf): (&Path, Leaf),
    ) {
        let tell = |value: Option<&Value>| match value {
            Some(value) => told(leaf, path, value, &self.dataset, texts),
            None => texts.get("several-nothing"),
        };
        let same = row.value.as_ref() == after;
        let text = if same {
            texts.with("several-same", &[("value", tell(after).into())])
        } else {
            let args = [
                ("before", tell(row.value.as_ref()).into()),
                ("after", tell(after).into()),
            ];
            texts.with("several-from-to", &args)
        };
        let color = if same { theme.text_weak } else { theme.text };
        ui.horizontal(|ui| {
            ui.label(theme.small(&row.key.id));
            ui.add(Label::new(RichText::new(&text).color(color)).truncate())
                .on_hover_text(&text);
        });
        if !row.summary.is_empty() {
            ui.add(Label::new(theme.small(&row.summary)).truncate());
        }
        ui.add_space(HALF);
    }
}

/// Whether something must stand in a field of a kind of record.
fn need(kind: Kind, path: &Path) -> Need {
    let slot = field::slot(kind, &Value::Null, path);
    // A group that need not be there may be left without what it must have.
    let whole = path.parts().len() > 1
        && shape::fields(kind).iter().any(|known| {
            path.to_string().starts_with(&format!("{}.", known.name))
                && known.need == Need::Optional
        });
    match slot {
        Some(slot) if !whole => slot.need,
        _ => Need::Optional,
    }
}

/// A field that opens a list, and the list. What was picked of what the list offers.
fn pick_ui<T>(
    ui: &mut Ui,
    texts: Texts,
    theme: &Theme,
    open: &mut Option<(Id, Pick)>,
    name: &str,
    shown: Option<String>,
    fill: impl FnOnce(&mut Ui, &mut Pick) -> (Picked, Vec<T>),
) -> Option<T> {
    ui.label(theme.small(name));
    let shown = match shown {
        Some(shown) => RichText::new(shown).color(theme.text),
        None => RichText::new(texts.get("record-choose")).color(theme.text_faint),
    };
    let width = ui.available_width();
    let opener = pick::opener_ui(ui, theme, name, shown, width);
    let mut offered = Vec::new();
    let picked = pick::under(&opener, open, LIST_WIDTH, |ui, pick| {
        let (picked, all) = fill(ui, pick);
        offered = all;
        picked
    });
    match picked {
        Picked::This(place) if place < offered.len() => Some(offered.swap_remove(place)),
        _ => None,
    }
}
