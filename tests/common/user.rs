//! A person before the window: opens, clicks, types, presses keys, sees. Finds everything by role
//! and name through the accessibility tree, as a screen reader does.

mod beside;

use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use eframe::egui::{self, Key, Modifiers, Role};
use egui_kittest::Harness;
use egui_kittest::kittest::{By, NodeT as _, Queryable as _};
use pledgebook::session::Session;
use pledgebook::store::disk::RealDisk;
use pledgebook::text::{Lang, Texts};
use pledgebook::ui::chooser::{Ask, Choice, Chooser, Question, Waiting};
use pledgebook::ui::prefs::{Prefs, ThemeChoice};
use pledgebook::ui::{Action, App, Ending, First, Setup};

use super::picture;

/// What the scripted file dialogs answer, and what they were asked.
#[derive(Clone, Default)]
pub(crate) struct Script {
    answers: Arc<Mutex<VecDeque<Choice>>>,
    asked: Arc<Mutex<Vec<Ask>>>,
}

impl Chooser for Script {
    fn ask(&mut self, question: Question) -> Waiting {
        self.asked.lock().unwrap().push(question.ask);
        let answer = self.answers.lock().unwrap().pop_front();
        Box::new(move |_| answer.unwrap_or(Choice::Cancelled))
    }
}

/// A person before the window.
pub(crate) struct User {
    window: Harness<'static, App>,
    script: Script,
    ending: Ending,
    folder: tempfile::TempDir,
    texts: Texts,
}

/// What a user has set before the story begins.
#[derive(Clone, Copy)]
pub(crate) struct Habits {
    pub(crate) lang: Lang,
    pub(crate) dark: bool,
}

impl Default for Habits {
    fn default() -> Self {
        Self {
            lang: Lang::En,
            dark: false,
        }
    }
}

impl User {
    /// Starts the program for the first time: the sample is shown.
    pub(crate) fn opens_sample() -> Self {
        Self::with(Habits::default(), None)
    }

    /// The same in a language.
    pub(crate) fn opens_sample_in(lang: Lang) -> Self {
        let habits = Habits {
            lang,
            ..Habits::default()
        };
        Self::with(habits, None)
    }

    /// Starts the program with a file.
    pub(crate) fn opens(file: &Path) -> Self {
        let mut user = Self::with(Habits::default(), Some(file.to_owned()));
        user.waits();
        user
    }

    /// Starts the program in a language and saves a copy of the sample, which can be edited.
    pub(crate) fn opens_a_copy_in(lang: Lang) -> Self {
        let habits = Habits {
            lang,
            ..Habits::default()
        };
        Self::opens_a_copy_with(habits)
    }

    /// The same with habits.
    pub(crate) fn opens_a_copy_with(habits: Habits) -> Self {
        let mut user = Self::with(habits, None);
        user.saves_a_copy();
        user
    }

    /// Saves a copy of the sample, which can be edited.
    pub(crate) fn saves_a_copy(&mut self) -> &mut Self {
        let path = self.folder().join("copy.ron");
        self.will_choose(Choice::Chosen(path));
        let copy = self.text("status-save-copy");
        self.clicks(&copy).waits().dismisses()
    }

    /// Starts the program with habits and perhaps a file.
    pub(crate) fn with(habits: Habits, open: Option<PathBuf>) -> Self {
        Self::starts(habits, open, |_| {})
    }

    /// The same, where something else is otherwise than usual.
    pub(crate) fn starts(
        habits: Habits,
        open: Option<PathBuf>,
        otherwise: impl FnOnce(&mut Setup),
    ) -> Self {
        let folder = tempfile::tempdir().unwrap();
        Self::starts_in(folder, habits, open, otherwise)
    }

    /// The program ends without a word; what it left in the user's folder.
    pub(crate) fn crashes(self) -> tempfile::TempDir {
        let Self { window, folder, .. } = self;
        drop(window);
        folder
    }

    /// The same, and is started again.
    pub(crate) fn crashes_and_starts_again(self) -> Self {
        let habits = Habits {
            lang: self.texts.lang(),
            ..Habits::default()
        };
        let mut user = Self::starts_in(self.crashes(), habits, None, |_| {});
        user.waits();
        user
    }

    /// Starts the program with what is in a folder of the user's own.
    pub(crate) fn starts_in(
        folder: tempfile::TempDir,
        habits: Habits,
        open: Option<PathBuf>,
        otherwise: impl FnOnce(&mut Setup),
    ) -> Self {
        let (script, ending) = (Script::default(), Ending::default());
        let prefs = Prefs {
            language: Some(habits.lang),
            theme: if habits.dark {
                ThemeChoice::Dark
            } else {
                ThemeChoice::Light
            },
            ..Prefs::default()
        };
        let mut setup = Setup {
            session: Session::sample(),
            disk: Arc::new(RealDisk),
            prefs,
            prefs_folder: Some(folder.path().to_owned()),
            prefs_error: None,
            data_folder: Some(folder.path().join("data")),
            state_folder: Some(folder.path().join("state")),
            open: open.map(First::Asked),
            place: None,
            clock: super::now,
            ending: ending.clone(),
            chooser: Box::new(script.clone()),
        };
        otherwise(&mut setup);
        let theme = if habits.dark {
            egui::Theme::Dark
        } else {
            egui::Theme::Light
        };
        let window = Harness::builder()
            .with_size(egui::vec2(1280.0, 800.0))
            .with_theme(theme)
            .with_max_steps(12)
            .with_render_cursor(false)
            .with_options(picture::options())
            .with_context_setup(pledgebook::ui::theme::install)
            .build_eframe(move |creation| App::new(&creation.egui_ctx, setup));
        let mut user = Self {
            window,
            script,
            ending,
            folder,
            texts: Texts::new(habits.lang),
        };
        user.window.run();
        user
    }

    /// The words of a message in the user's language.
    pub(crate) fn text(&self, id: &str) -> String {
        self.texts.get(id)
    }

    /// The user's language.
    pub(crate) fn texts(&self) -> Texts {
        self.texts
    }

    /// A folder of the user's own.
    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// The window's state, for what has no words on the screen.
    pub(crate) fn app(&self) -> &App {
        self.window.state()
    }

    /// Does what a pane or dialog could ask for.
    pub(crate) fn does(&mut self, action: impl Into<Action>) -> &mut Self {
        self.window.state_mut().act(action);
        self.window.run();
        self
    }

    /// Clicks what has this name.
    pub(crate) fn clicks(&mut self, name: &str) -> &mut Self {
        self.window.get_by_label(name).click();
        self.window.run();
        self
    }

    /// Clicks what has this name, with keys held.
    pub(crate) fn clicks_with(&mut self, modifiers: Modifiers, name: &str) -> &mut Self {
        self.window.get_by_label(name).click_modifiers(modifiers);
        self.window.run();
        self
    }

    /// Whether what has this role and name is ticked.
    pub(crate) fn is_ticked(&self, role: Role, name: &str) -> bool {
        let node = self.window.get_by_role_and_label(role, name);
        node.accesskit_node().toggled() == Some(egui::accesskit::Toggled::True)
    }

    /// Clicks what has this role and name.
    pub(crate) fn clicks_the(&mut self, role: Role, name: &str) -> &mut Self {
        super::a_moment_passes();
        self.window.get_by_role_and_label(role, name).click();
        self.window.run();
        self
    }

    /// Clicks what has this role and a name that begins like this.
    pub(crate) fn clicks_what_begins(&mut self, role: Role, begin: &str) -> &mut Self {
        let by = By::new()
            .role(role)
            .predicate(|node| node.label().is_some_and(|l| plain(&l).starts_with(begin)));
        self.window.get(by).click();
        self.window.run();
        self
    }

    /// Clicks the first of those that can be clicked and whose name holds these words.
    pub(crate) fn clicks_first_that_says(&mut self, words: &str) -> &mut Self {
        let by = By::new().predicate(|node| {
            !matches!(node.role(), Role::Label | Role::TextRun)
                && node.label().is_some_and(|l| plain(&l).contains(words))
        });
        let first = self.window.query_all(by).next();
        assert!(first.is_some(), "nothing to click says {words:?}");
        first.unwrap().click();
        self.window.run();
        self
    }

    /// Clicks the chip whose name begins like this.
    pub(crate) fn clicks_chip(&mut self, begin: &str) -> &mut Self {
        let by = By::new().role(Role::Button).predicate(|node| {
            node.toggled().is_some() && node.label().is_some_and(|l| plain(&l).starts_with(begin))
        });
        self.window.get(by).click();
        self.window.run();
        self
    }

    /// Chooses a verb in the menu. Undo and redo go on with the name of their step.
    pub(crate) fn chooses(&mut self, menu_id: &str, verb_id: &str) -> &mut Self {
        let (menu, verb) = (self.text(menu_id), self.text(verb_id));
        self.clicks_the(Role::Button, &menu);
        if matches!(verb_id, "menu-undo" | "menu-redo") {
            self.clicks_what_begins(Role::MenuItem, &verb)
        } else {
            self.clicks_the(Role::MenuItem, &verb)
        }
    }

    /// Puts the cursor into the field of this name and types.
    pub(crate) fn types(&mut self, field: &str, text: &str) -> &mut Self {
        let by = By::new().label(field).predicate(|node| {
            let role = node.role();
            matches!(
                role,
                Role::TextInput | Role::MultilineTextInput | Role::SearchInput
            )
        });
        self.window.get(by).focus();
        self.window.run();
        self.types_here(text)
    }

    /// Empties the field of this name and types.
    pub(crate) fn types_anew(&mut self, field: &str, text: &str) -> &mut Self {
        self.types(field, "");
        self.presses_with(Modifiers::COMMAND, Key::A);
        self.presses(Key::Backspace);
        self.types_here(text)
    }

    /// Types where the focus is.
    pub(crate) fn types_here(&mut self, text: &str) -> &mut Self {
        self.window.event(egui::Event::Text(text.to_owned()));
        self.window.run();
        self
    }

    /// Puts the focus on what has this role and name.
    pub(crate) fn stands_on(&mut self, role: Role, name: &str) -> &mut Self {
        self.window.get_by_role_and_label(role, name).focus();
        self.window.run();
        self
    }

    /// Pastes a text.
    pub(crate) fn pastes(&mut self, text: &str) -> &mut Self {
        self.window.event(egui::Event::Paste(text.to_owned()));
        self.window.run();
        self
    }

    /// Waits for so long, while nothing is pressed.
    pub(crate) fn rests_for(&mut self, seconds: f32) -> &mut Self {
        let begun = self.window.ctx.input(|input| input.time);
        while self.window.ctx.input(|input| input.time) - begun < f64::from(seconds) {
            self.window.step();
        }
        self.window.run();
        self
    }

    /// Scrolls to what has this role and name, and clicks it.
    pub(crate) fn reaches(&mut self, role: Role, name: &str) -> &mut Self {
        self.window.get_by_role_and_label(role, name).scroll_to_me();
        self.window.run();
        self.clicks_the(role, name)
    }

    /// Opens the list of the field of this name, and picks what these words find in it.
    pub(crate) fn picks(&mut self, field: &str, words: &str) -> &mut Self {
        self.reaches(Role::ComboBox, field);
        self.picks_here(words)
    }

    /// Picks from the list that is open what these words find in it.
    pub(crate) fn picks_here(&mut self, words: &str) -> &mut Self {
        let is_searching = {
            let mut search = self.window.query_all_by_role(Role::SearchInput);
            search.any(|node| node.is_focused())
        };
        // The list of countries has a search field as well.
        if is_searching {
            self.types_here(words);
        }
        let by = By::new()
            .role(Role::ListBoxOption)
            .predicate(|node| node.label().is_some_and(|l| plain(&l).contains(words)));
        // The list in front is painted last.
        let option = self.window.query_all(by).last();
        assert!(option.is_some(), "{words:?} cannot be picked");
        option.unwrap().click();
        self.window.run();
        self
    }

    /// What stands in the field of this name.
    pub(crate) fn field(&self, name: &str) -> Option<String> {
        let by = By::new().predicate(|node| {
            matches!(
                node.role(),
                Role::TextInput | Role::MultilineTextInput | Role::ComboBox
            ) && node.label().as_deref() == Some(name)
        });
        let value = self.window.query_all(by).last()?.value();
        value.map(|value| plain(&value))
    }

    /// On how many things these words stand.
    pub(crate) fn counts(&self, words: &str) -> usize {
        let by = By::new().predicate(|node| node.label().as_deref() == Some(words));
        self.window.query_all(by).count()
    }

    /// Puts the focus on what has this name.
    pub(crate) fn focuses(&mut self, name: &str) -> &mut Self {
        self.window.get_by_label(name).focus();
        self.window.run();
        self
    }

    /// Double-clicks what has these words.
    pub(crate) fn double_clicks(&mut self, words: &str) -> &mut Self {
        let by = By::new().predicate(|node| {
            node.role() == Role::Label
                && node
                    .value()
                    .is_some_and(|value| plain(&value).contains(words))
        });
        let rect = self.window.query_all(by).next().unwrap().rect();
        let pos = rect.center();
        self.window.event(egui::Event::PointerMoved(pos));
        // The frames of a story are further apart than the clicks of a person.
        let ctx = &self.window.ctx;
        ctx.options_mut(|options| options.input_options.max_double_click_delay = 0.6);
        for pressed in [true, false, true, false] {
            self.window.event(egui::Event::PointerButton {
                pos,
                button: egui::PointerButton::Primary,
                pressed,
                modifiers: Modifiers::NONE,
            });
        }
        self.window.run();
        self
    }

    /// Presses a key.
    pub(crate) fn presses(&mut self, key: Key) -> &mut Self {
        self.presses_with(Modifiers::NONE, key)
    }

    /// Presses a key with others held.
    pub(crate) fn presses_with(&mut self, modifiers: Modifiers, key: Key) -> &mut Self {
        super::a_moment_passes();
        self.window.key_press_modifiers(modifiers, key);
        self.window.run();
        self
    }

    /// Waits until nothing is read, written or asked for any more.
    pub(crate) fn waits(&mut self) -> &mut Self {
        let begun = Instant::now();
        while self.window.state().is_busy() {
            assert!(
                begun.elapsed() < Duration::from_secs(30),
                "the work does not end"
            );
            std::thread::sleep(Duration::from_millis(5));
            self.window.step();
        }
        self.window.run();
        self
    }

    /// Waits until these words are on the screen.
    #[track_caller]
    pub(crate) fn waits_for(&mut self, words: &str) -> &mut Self {
        let begun = Instant::now();
        while !self.can_see(words) {
            assert!(
                begun.elapsed() < Duration::from_secs(30),
                "{words:?} does not come"
            );
            std::thread::sleep(Duration::from_millis(5));
            self.window.step();
        }
        self
    }

    /// Whether the window asks for no further frame while nothing happens.
    pub(crate) fn rests(&mut self) -> bool {
        self.window.step();
        self.window
            .output()
            .viewport_output
            .values()
            .all(|viewport| viewport.repaint_delay > Duration::from_secs(1))
    }

    /// What the next file dialog will answer.
    pub(crate) fn will_choose(&mut self, choice: Choice) -> &mut Self {
        self.script.answers.lock().unwrap().push_back(choice);
        self
    }

    /// What the file dialogs were asked so far.
    pub(crate) fn was_asked(&self) -> Vec<Ask> {
        self.script.asked.lock().unwrap().clone()
    }

    /// Whether something on the screen has words that hold these.
    pub(crate) fn can_see(&self, words: &str) -> bool {
        self.window
            .query_all(By::new().predicate(|node| {
                let said = [node.label(), node.value()];
                said.into_iter()
                    .flatten()
                    .any(|text| plain(&text).contains(words))
            }))
            .next()
            .is_some()
    }

    /// Sees words.
    #[track_caller]
    pub(crate) fn sees(&mut self, words: &str) -> &mut Self {
        assert!(self.can_see(words), "{words:?} is not on the screen");
        self
    }

    /// Does not see words.
    #[track_caller]
    pub(crate) fn sees_not(&mut self, words: &str) -> &mut Self {
        assert!(!self.can_see(words), "{words:?} is on the screen");
        self
    }

    /// The names of the rows of the list that are in view.
    pub(crate) fn rows(&self) -> Vec<String> {
        self.window
            .query_all_by_role(Role::ListBoxOption)
            .filter_map(|node| node.accesskit_node().label())
            .map(|label| plain(&label))
            .collect()
    }

    /// The names of all that has this role and a name that begins like this.
    pub(crate) fn named(&self, role: Role, begin: &str) -> Vec<String> {
        self.window
            .query_all_by_role(role)
            .filter_map(|node| node.accesskit_node().label())
            .filter(|label| label.starts_with(begin))
            .collect()
    }

    /// The name of the chosen row of the list.
    pub(crate) fn chosen_row(&self) -> Option<String> {
        self.window
            .query_all_by_role(Role::ListBoxOption)
            .find(|node| node.accesskit_node().is_selected() == Some(true))
            .and_then(|node| node.accesskit_node().label())
            .map(|label| plain(&label))
    }

    /// Compares the screen with the kept picture of that name.
    pub(crate) fn picture(&mut self, name: &str) -> &mut Self {
        picture::picture(&mut self.window, name);
        self
    }
}

/// A text with ordinary spaces, as a person hears it.
pub(crate) fn plain(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}', '\u{2009}'], " ")
}
