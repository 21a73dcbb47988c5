//! Edits: what fields and buttons ask to be changed. They are made into commands on the document as
//! it is when their turn comes, so that two of them in one frame do not undo each other.

use std::collections::BTreeMap;

use eframe::egui;
use serde_json::Value;

use super::action::Action;
use super::app::App;
use super::desk::{self, Spot, Wanted};
use super::dialogs::{DeleteDialog, Dialog};
use super::notices::Notice;
use super::place::{Dock, Pane, Place};
use crate::edit::{
    AnyRecord, Command, FieldError, Group, Key, Kind, Path, field, links, make, several,
};

/// A change that is asked for.
#[derive(Clone, PartialEq, Debug)]
pub enum Edit {
    /// Put a value into a field, or take it away; of an item: take it out of its list.
    Set {
        /// The record.
        key: Key,
        /// The field.
        path: Path,
        /// The value.
        value: Option<Value>,
        /// What it joins with.
        group: Option<Group>,
    },
    /// Put something that was made where it belongs: an item behind the others of its list, an
    /// entry under its key, a group in its place. What was typed for it is done with.
    Fill {
        /// The record.
        key: Key,
        /// Where it was made.
        root: Path,
        /// The key of an entry.
        place: Option<String>,
        /// What was made.
        value: Value,
    },
    /// Give an item of a list another place.
    Move {
        /// The record.
        key: Key,
        /// The list.
        list: Path,
        /// Its place.
        from: usize,
        /// Its new place.
        to: usize,
    },
    /// Give an entry of a table another key.
    Rename {
        /// The record.
        key: Key,
        /// The table.
        table: Path,
        /// Its key.
        from: String,
        /// Its new key.
        to: String,
    },
    /// Take back what a visit to a field put into the document.
    Back(Group),
    /// Make a record of these values.
    Make {
        /// Its kind.
        kind: Kind,
        /// Its values.
        values: BTreeMap<Path, Value>,
    },
    /// Make a copy of a record.
    Duplicate(Key),
    /// Make a copy of each of these records, as one step.
    DuplicateAll(Vec<Key>),
    /// Take records out; where others refer to them, the reader is asked first.
    Remove(Vec<Key>),
}

/// Whether the page shows where a record is, beside its form.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Reveal {
    /// Where it is on another page than the one shown.
    IfElsewhere,
    /// In any case.
    Always,
}

impl App {
    /// Does an edit.
    pub(super) fn edit(&mut self, ctx: &egui::Context, edit: Edit) {
        let book = std::sync::Arc::clone(self.session.dataset());
        match edit {
            Edit::Set {
                key,
                path,
                value,
                group,
            } => {
                let taken = value.is_none().then(|| item_of(&path)).flatten();
                let command = field::set(&book, &key, &path, value);
                let command = command.map(|command| Command { group, ..command });
                if self.do_command(ctx, key.kind, command)
                    && let Some((list, place)) = taken
                {
                    self.host.desk.item_taken(&key, &list, &place);
                }
            }
            Edit::Fill {
                key,
                root,
                place,
                value,
            } => {
                let path = self.host.desk.place_of_made(&key, &root, place.as_deref());
                let command = field::set(&book, &key, &path, Some(value));
                if self.do_command(ctx, key.kind, command) {
                    self.host.desk.forget(&Spot::new(&key, &root));
                    self.host
                        .desk
                        .forget(&Spot::new(&key, &desk::key_of(&root)));
                }
            }
            Edit::Move {
                key,
                list,
                from,
                to,
            } => {
                let command = field::move_item(&book, &key, &list, from, to);
                if self.do_command(ctx, key.kind, command) {
                    self.host.desk.item_moved(&key, &list, from, to);
                }
            }
            Edit::Rename {
                key,
                table,
                from,
                to,
            } => {
                let command = field::rename_entry(&book, &key, &table, &from, &to);
                if self.do_command(ctx, key.kind, command) {
                    self.host.desk.renamed(&key, &table, &from, &to);
                }
            }
            Edit::Back(group) => {
                let last = self.session.history().next_undo();
                if last.is_some_and(|step| step.group.as_ref() == Some(&group)) {
                    self.jump(ctx, self.session.history().done().saturating_sub(1));
                }
            }
            Edit::Make { kind, values } => {
                let party = self.trail.here().party.clone();
                let made = make::add(&book, kind, &values, party.as_ref());
                if let Some(key) = self.do_making(ctx, kind, made) {
                    self.host
                        .desk
                        .forget(&Spot::new(&Key::new(kind, ""), &Path::default()));
                    self.open_record(key, None, Reveal::Always);
                }
            }
            Edit::Duplicate(key) => {
                let party = self.trail.here().party.clone();
                let made = make::duplicate(&book, &key, party.as_ref());
                if let Some(made) = self.do_making(ctx, key.kind, made) {
                    self.open_record(made, None, Reveal::Always);
                }
            }
            Edit::DuplicateAll(keys) => {
                let party = self.trail.here().party.clone();
                let kind = keys.first().map_or(Kind::Header, |key| key.kind);
                let made = several::duplicate(&book, &keys, party.as_ref());
                self.do_command(ctx, kind, made.map(|(command, _)| command));
            }
            Edit::Remove(keys) => self.remove(ctx, &keys),
        }
    }

    fn do_command(
        &mut self,
        ctx: &egui::Context,
        kind: Kind,
        command: Result<Command, FieldError>,
    ) -> bool {
        match command {
            Ok(command) => self.change(ctx, command),
            Err(error) => {
                self.not_edited(&error, kind);
                false
            }
        }
    }

    fn do_making(
        &mut self,
        ctx: &egui::Context,
        kind: Kind,
        made: Result<(Command, Key), FieldError>,
    ) -> Option<Key> {
        match made {
            Ok((command, key)) => self.change(ctx, command).then_some(key),
            Err(error) => {
                self.not_edited(&error, kind);
                None
            }
        }
    }

    fn not_edited(&mut self, error: &FieldError, kind: Kind) {
        tracing::warn!(%error, "not edited");
        let why = desk::error(error, kind, self.texts());
        self.notices.say(Notice::NotChanged(why));
    }

    fn remove(&mut self, ctx: &egui::Context, keys: &[Key]) {
        let book = self.session.dataset();
        let removal = match links::removal(book, keys) {
            Ok(removal) => removal,
            Err(error) => {
                let kind = keys.first().map_or(Kind::Header, |key| key.kind);
                self.not_edited(&error, kind);
                return;
            }
        };
        if self.session.read_only().is_some() {
            self.notices.say(Notice::ReadOnly);
        } else if removal.is_harmless() {
            let command = removal.cut(book);
            self.removed(ctx, keys, command);
        } else {
            let records = self.host.desk.records();
            let dialog = DeleteDialog::new(removal, records);
            self.dialogs.push(Dialog::Delete(Box::new(dialog)));
        }
    }

    /// Takes records out by a command, and says so.
    pub(super) fn removed(
        &mut self,
        ctx: &egui::Context,
        keys: &[Key],
        command: Result<Command, FieldError>,
    ) {
        let kind = keys.first().map_or(Kind::Header, |key| key.kind);
        if !self.do_command(ctx, kind, command) {
            return;
        }
        let name = match keys {
            [one] => desk::named(one, self.texts()),
            _ => crate::text::fields::kinds(kind.key(), keys.len(), self.texts()),
        };
        self.notices.say(Notice::Removed(name));
        let here = self.trail.here();
        if here.form.as_ref().is_some_and(|form| keys.contains(form)) {
            let place = Place {
                form: None,
                ..here.clone()
            };
            self.trail.go(place);
        }
    }

    /// Shows the form of a record, with the focus in one of its fields.
    pub(super) fn open_record(&mut self, key: Key, path: Option<Path>, reveal: Reveal) {
        self.host.desk.wanted = Some(Wanted {
            key: key.clone(),
            path,
        });
        let party = self
            .host
            .desk
            .record(&key)
            .and_then(|row| row.party.clone());
        let here = self.trail.here();
        let whose = party.filter(|id| self.session.dataset().parties.contains_key(id));
        let elsewhere = whose.is_some() && whose != here.party;
        let shown = matches!(key.kind, Kind::Commitment | Kind::Aid | Kind::Source);
        let record = if shown && (elsewhere || reveal == Reveal::Always) {
            Some(key.id.clone())
        } else if elsewhere {
            None
        } else {
            here.record.clone()
        };
        let place = Place {
            party: whose.or_else(|| here.party.clone()),
            record,
            dock: Dock::Record,
            form: Some(key),
            pane: match here.pane {
                Pane::Chart => Pane::Both,
                pane => pane,
            },
            ..here.clone()
        };
        self.trail.go(place);
        self.prefs.panes.dock_shown = true;
        if elsewhere {
            self.panes.parties.reveal_selection();
        }
    }

    /// Begins a new record of a kind: its form shows what must be known.
    pub(super) fn begin_record(&mut self, kind: Kind) {
        self.host.desk.begin(kind);
        self.open_record(Key::new(kind, ""), None, Reveal::IfElsewhere);
    }

    /// The record that verbs about a record are about: the one whose row has the focus, else the
    /// one whose form is shown.
    pub(super) fn record_at_hand(&self) -> Option<Key> {
        let here = self.trail.here();
        let shown = here.dock == Dock::Record && self.prefs.panes.dock_shown;
        let form = here.form.clone().filter(|key| shown && !desk::is_new(key));
        let at_hand = self.host.desk.focused_row.clone().or(form);
        at_hand.filter(|key| AnyRecord::is_in(self.session.dataset(), key))
    }

    /// What is typed into the field with the focus is put into the document now, where it can be
    /// read: something is about to be done with the document as a whole.
    pub fn finish_typing(&mut self, ctx: &egui::Context) {
        if let Some(edit) = self.host.desk.finish() {
            self.edit(ctx, edit);
            self.follow_document();
        }
        // Who asks next what would be lost is told of every text, also of one that is being typed.
        for (Spot { key, path }, text) in self.host.desk.untold(&self.session, f64::INFINITY) {
            self.session.draft(&key, &path, text);
        }
    }

    /// What is typed and is in no document: the record, the field, the text. Closing would lose it.
    pub fn drafts(&self) -> Vec<(Key, Path, String)> {
        let open = self.host.desk.drafts().open();
        open.map(|(spot, draft)| (spot.key.clone(), spot.path.clone(), draft.text.clone()))
            .collect()
    }

    /// Between two frames: what was typed into fields that were left becomes changes.
    pub(super) fn tend_desk(&mut self, ctx: &egui::Context) {
        let now = ctx.input(|input| input.time);
        for tended in self.host.desk.tend(now) {
            match tended {
                desk::Tended::Edit(edit) => {
                    self.edit(ctx, edit);
                    self.follow_document();
                }
                desk::Tended::Left => self.session.leave_field(),
            }
        }
        for (Spot { key, path }, text) in self.host.desk.untold(&self.session, now) {
            self.session.draft(&key, &path, text);
        }
        if let Some(wait) = self.host.desk.waits(now) {
            ctx.request_repaint_after(std::time::Duration::from_secs_f64(wait));
        }
    }

    /// The desk holds the document as it is now.
    pub(super) fn follow_document(&mut self) {
        let party = self.trail.here().party.clone();
        let lang = self.texts().lang();
        self.host.desk.follow(&self.session, lang, party.as_ref());
    }

    /// Does what a verb about records asks for.
    pub(super) fn apply_record_verb(&mut self, ctx: &egui::Context, asked: RecordVerb) {
        match asked {
            RecordVerb::New(kind) => self.begin_record(kind),
            RecordVerb::Find => self.finder = Some(super::finder::Finder::default()),
            RecordVerb::Edit => {
                let key = self.record_at_hand().or_else(|| {
                    let party = self.trail.here().party.as_ref();
                    party.map(|id| Key::new(Kind::Party, id))
                });
                if let Some(key) = key {
                    self.open_record(key, None, Reveal::IfElsewhere);
                }
            }
            RecordVerb::Duplicate => {
                if let Some(key) = self.record_at_hand() {
                    self.edit(ctx, Edit::Duplicate(key));
                }
            }
            RecordVerb::Delete => {
                if let Some(key) = self.record_at_hand() {
                    self.edit(ctx, Edit::Remove(vec![key]));
                }
            }
        }
    }
}

/// What is asked for with a record.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum RecordVerb {
    New(Kind),
    Find,
    Edit,
    Duplicate,
    Delete,
}

impl From<Edit> for Action {
    fn from(edit: Edit) -> Self {
        Self::Edit(Box::new(edit))
    }
}

/// The list or table that a path is an item of, and its place there.
fn item_of(path: &Path) -> Option<(Path, String)> {
    match path.split_last()? {
        (list, crate::edit::Part::At(place)) => Some((list, place.clone())),
        _ => None,
    }
}
