//! What a person does that is about the window as a whole, and sees of what goes on beside it.

use std::time::{Duration, Instant};

use eframe::egui::{self, Key, Modifiers, Role};
use egui_kittest::kittest::{By, NodeT as _, Queryable as _};
use pledgebook::edit;
use pledgebook::ui::Action;

use super::{User, plain};

impl User {
    /// Goes on at a screen of so many pixels, with so many to a point.
    pub(crate) fn moves_to_a_screen(&mut self, pixels: egui::Vec2, scale: f32) -> &mut Self {
        self.window.set_pixels_per_point(scale);
        // The screen of before is scaled first.
        self.window.run();
        self.window.set_size(pixels / scale);
        self.window.run();
        self
    }

    /// Waits until words are on the screen that something beside the window brings.
    #[track_caller]
    pub(crate) fn will_see(&mut self, words: &str) -> &mut Self {
        let begun = Instant::now();
        while !self.can_see(words) {
            let waited = begun.elapsed();
            assert!(waited < Duration::from_secs(30), "{words:?} does not come");
            std::thread::sleep(Duration::from_millis(20));
            self.window.step();
        }
        self.waits()
    }

    /// Waits until words are no longer on the screen.
    #[track_caller]
    pub(crate) fn will_not_see(&mut self, words: &str) -> &mut Self {
        let begun = Instant::now();
        while self.can_see(words) {
            let waited = begun.elapsed();
            assert!(waited < Duration::from_secs(30), "{words:?} does not go");
            std::thread::sleep(Duration::from_millis(20));
            self.window.step();
        }
        self.waits()
    }

    /// Presses a key, and sees one frame after it: what has words, and where that is.
    pub(crate) fn glimpses(&mut self, modifiers: Modifiers, key: Key) -> Vec<(String, egui::Rect)> {
        super::super::a_moment_passes();
        self.window.key_press_modifiers(modifiers, key);
        self.window.step();
        self.looks()
    }

    /// What has words now, and where it is.
    pub(crate) fn looks(&self) -> Vec<(String, egui::Rect)> {
        let nodes = self.window.query_all(By::new());
        let named = nodes.filter_map(|node| {
            let words = node
                .accesskit_node()
                .label()
                .or(node.accesskit_node().value())?;
            Some((plain(&words), node.rect()))
        });
        let is_seen =
            |(words, place): &(String, egui::Rect)| !words.is_empty() && place.is_finite();
        let mut named: Vec<_> = named.filter(is_seen).collect();
        let corner = |rect: &egui::Rect| (rect.top().to_bits(), rect.left().to_bits());
        named.sort_by(|a, b| (corner(&a.1), &a.0).cmp(&(corner(&b.1), &b.0)));
        named
    }

    /// The names of the buttons that begin like this, in no order.
    pub(crate) fn names_of_buttons(&self, begin: &str) -> Vec<String> {
        self.window
            .query_all_by_role(Role::Button)
            .filter_map(|node| node.accesskit_node().label())
            .filter(|label| plain(label).starts_with(begin))
            .collect()
    }

    /// Clicks one of the buttons of this name: the one with this number, from zero.
    pub(crate) fn clicks_nth(&mut self, name: &str, nth: usize) -> &mut Self {
        let by = By::new().role(Role::Button).label(name);
        let mut buttons: Vec<_> = self.window.query_all(by).collect();
        buttons.sort_by(|a, b| a.rect().top().total_cmp(&b.rect().top()));
        assert!(nth < buttons.len(), "there are not so many {name:?}");
        buttons[nth].click();
        self.window.run();
        self
    }

    /// Whether there is something of this role and name.
    pub(crate) fn can_click(&self, role: Role, name: &str) -> bool {
        let by = By::new().role(role).label(name);
        self.window.query_all(by).next().is_some()
    }

    /// Whether what has this role and name can be used.
    pub(crate) fn is_enabled(&self, role: Role, name: &str) -> bool {
        let node = self.window.get_by_role_and_label(role, name);
        !node.accesskit_node().is_disabled()
    }

    /// Raises the number of this name by one, by keyboard.
    pub(crate) fn raises(&mut self, name: &str) -> &mut Self {
        self.window
            .get_by_role_and_label(Role::SpinButton, name)
            .focus();
        self.window.run();
        self.presses(Key::ArrowUp)
    }

    /// Closes the window as the system does. Whether it closes.
    pub(crate) fn closes_the_window(&mut self) -> bool {
        let root = egui::ViewportId::ROOT;
        let viewport = self.window.input_mut().viewports.get_mut(&root).unwrap();
        viewport.events.push(egui::ViewportEvent::Close);
        self.window.step();
        let commands = &self.window.output().viewport_output[&root].commands;
        let stays = commands.contains(&egui::ViewportCommand::CancelClose);
        assert_eq!(self.app().is_closing(), !stays);
        self.window.run();
        !stays
    }

    /// The desktop session ends.
    pub(crate) fn session_ends(&mut self) -> &mut Self {
        self.ending.set();
        self.window.step();
        self
    }

    /// Comes back to the window from another one.
    pub(crate) fn comes_back(&mut self) -> &mut Self {
        self.window.event(egui::Event::WindowFocused(true));
        self.window.run();
        self.waits()
    }

    /// Puts away what the status line says.
    pub(crate) fn dismisses(&mut self) -> &mut Self {
        let dismiss = self.text("notice-dismiss");
        self.clicks(&dismiss)
    }

    /// Does nothing for a moment.
    pub(crate) fn idles(&mut self) -> &mut Self {
        self.window.step();
        self
    }

    /// Changes the summary of an aid entry, as a step of its own.
    pub(crate) fn changes(&mut self, id: &str, summary: &str) -> &mut Self {
        let data = self.app().session().dataset();
        let (key, path) = (
            edit::Key::new(edit::Kind::Aid, id),
            "summary".parse().unwrap(),
        );
        let value = serde_json::Value::String(summary.to_owned());
        let command = edit::field::set(data, &key, &path, Some(value)).unwrap();
        self.does(Action::Change(Box::new(command)))
    }

    /// Does what a pane or dialog could ask for, and gives the text that it put on the clipboard.
    pub(crate) fn copies(&mut self, action: impl Into<Action>) -> Option<String> {
        self.window.state_mut().act(action);
        let mut copied = None;
        for _ in 0..4 {
            self.window.step();
            for command in &self.window.output().platform_output.commands {
                if let egui::OutputCommand::CopyText(text) = command {
                    copied = Some(text.clone());
                }
            }
        }
        copied
    }

    /// Presses a button of the mouse, in the middle of the window.
    pub(crate) fn presses_the_mouse(&mut self, button: egui::PointerButton) -> &mut Self {
        let pos = egui::pos2(640.0, 400.0);
        self.window.event(egui::Event::PointerMoved(pos));
        for pressed in [true, false] {
            self.window.event(egui::Event::PointerButton {
                pos,
                button,
                pressed,
                modifiers: egui::Modifiers::NONE,
            });
            self.window.run();
        }
        self
    }

    /// Clicks the last of those that have this role and name: what is in front is painted last.
    pub(crate) fn clicks_last_the(&mut self, role: Role, name: &str) -> &mut Self {
        let by = By::new()
            .role(role)
            .predicate(|node| node.label().as_deref() == Some(name));
        self.window.query_all(by).last().unwrap().click();
        self.window.run();
        self
    }

    /// Presses Tab until what has this name has the focus.
    #[track_caller]
    pub(crate) fn tabs_to(&mut self, name: &str) -> &mut Self {
        let mut met = Vec::new();
        while met.last().map(String::as_str) != Some(name) {
            assert!(met.len() < 120, "{name:?} is not reached, only {met:?}");
            if !met.is_empty() {
                self.presses(Key::Tab);
            }
            let focused = By::new().predicate(|node| node.is_focused() && !node.is_hidden());
            let node = self.window.query_all(focused).last();
            let here = node.and_then(|node| node.accesskit_node().label());
            met.push(plain(&here.unwrap_or_default()));
        }
        self
    }

    /// The names of all that has this role and is selected.
    pub(crate) fn selected(&self, role: Role) -> Vec<String> {
        self.window
            .query_all_by_role(role)
            .filter(|node| node.accesskit_node().is_selected() == Some(true))
            .filter_map(|node| node.accesskit_node().label())
            .map(|label| plain(&label))
            .collect()
    }

    /// The value of what has this role and name.
    pub(crate) fn value(&self, role: Role, name: &str) -> String {
        let node = self.window.get_by_role_and_label(role, name);
        plain(&node.accesskit_node().value().unwrap_or_default())
    }
}
