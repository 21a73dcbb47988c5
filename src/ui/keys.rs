//! The keys of verbs: which each has on a system, and which were pressed.

use eframe::egui;

use egui::os::OperatingSystem as Os;
use egui::{Key, KeyboardShortcut, Modifiers};

use super::action::Verb;

impl Verb {
    /// Its keys on a system; the first is the one that menus show.
    pub fn shortcuts(self, os: Os) -> Vec<KeyboardShortcut> {
        let mac = matches!(os, Os::Mac | Os::IOS);
        let command = |key| KeyboardShortcut::new(Modifiers::COMMAND, key);
        let command_shift =
            |key| KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), key);
        let alt = |key| KeyboardShortcut::new(Modifiers::ALT, key);
        let plain = |key| KeyboardShortcut::new(Modifiers::NONE, key);
        match self {
            Self::New => vec![command(Key::N)],
            Self::Open => vec![command(Key::O)],
            Self::Revert if mac => vec![command(Key::R)],
            Self::Revert => vec![command(Key::R), plain(Key::F5)],
            Self::Save => vec![command(Key::S)],
            Self::SaveAs => vec![command_shift(Key::S)],
            Self::Import => vec![command_shift(Key::I)],
            Self::ExportBrief => vec![command_shift(Key::B)],
            Self::ExportData => vec![command_shift(Key::D)],
            Self::ExportFigure => vec![command_shift(Key::F)],
            Self::Undo => vec![command(Key::Z)],
            Self::Redo if mac => vec![command_shift(Key::Z)],
            Self::Redo => vec![command_shift(Key::Z), command(Key::Y)],
            Self::Quit => vec![command(Key::Q)],
            Self::PasteRows => vec![command_shift(Key::V)],
            Self::CopyDerivation => vec![command_shift(Key::C)],
            Self::FocusSearch => vec![command(Key::F)],
            Self::ResetAssumptions => vec![command_shift(Key::R)],
            Self::NewAid => vec![command_shift(Key::A)],
            Self::NewCommitment => vec![command_shift(Key::M)],
            Self::NewSource => vec![command_shift(Key::E)],
            Self::FindRecord => vec![command(Key::G)],
            Self::EditRecord => vec![command(Key::E)],
            Self::DuplicateRecord => vec![command(Key::J)],
            Self::DeleteRecord => vec![plain(Key::Delete)],
            // ⌥← moves by words on macOS, so going back has the browser's keys there.
            Self::Back if mac => vec![command(Key::OpenBracket)],
            Self::Forward if mac => vec![command(Key::CloseBracket)],
            Self::Back => vec![alt(Key::ArrowLeft)],
            Self::Forward => vec![alt(Key::ArrowRight)],
            Self::GoToLink => vec![command(Key::L)],
            Self::CopyLink => vec![command_shift(Key::L)],
            Self::PartyPage => vec![command(Key::Num1)],
            Self::CommitmentsPage => vec![command(Key::Num2)],
            Self::LedgerPage => vec![command(Key::Num3)],
            Self::DatesPage => vec![command(Key::Num4)],
            Self::SourcesPage => vec![command(Key::Num5)],
            Self::ProblemsPage => vec![command(Key::Num6)],
            Self::PreviousParty => vec![alt(Key::ArrowUp)],
            Self::NextParty => vec![alt(Key::ArrowDown)],
            Self::ToggleDock => vec![command(Key::D)],
            // ⌘H hides the program on macOS.
            Self::ToggleHistory if mac => vec![command_shift(Key::H)],
            Self::ToggleHistory => vec![command(Key::H)],
            Self::ToggleChart => vec![command(Key::T)],
            Self::WideChart => vec![command_shift(Key::T)],
            Self::ZoomIn => vec![command(Key::Plus), command(Key::Equals)],
            Self::ZoomOut => vec![command(Key::Minus)],
            Self::ZoomReset => vec![command(Key::Num0)],
            Self::Palette => vec![command_shift(Key::P)],
            Self::KeyboardHelp if mac => vec![command(Key::Slash)],
            Self::KeyboardHelp => vec![plain(Key::F1), command(Key::Slash)],
            Self::OpenSample
            | Self::OpenFigure
            | Self::ClearRecent
            | Self::SaveCopy
            | Self::Backups
            | Self::Recover
            | Self::NewAgreement
            | Self::NewParty
            | Self::NewGdp
            | Self::NewRates
            | Self::NewPopulation
            | Self::NewShares
            | Self::ClearFilter
            | Self::ThemeSystem
            | Self::ThemeLight
            | Self::ThemeDark
            | Self::LanguageEnglish
            | Self::LanguageUkrainian
            | Self::About => Vec::new(),
        }
    }

    /// Its first key in words, as the system writes it.
    pub fn shortcut_text(self, ctx: &egui::Context) -> String {
        self.shortcuts(ctx.os())
            .first()
            .map(|keys| ctx.format_shortcut(keys))
            .unwrap_or_default()
    }
}

/// Who gets the keys for undo and redo while a text field has the focus.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Undoes {
    /// The field: it holds typing that the document does not.
    Typing,
    /// The document.
    Document,
}

/// The verbs whose keys were pressed, longest first; keys that edit text stay with a focused field.
pub(super) fn pressed(ctx: &egui::Context, undoes: Undoes) -> Vec<Verb> {
    let mut all: Vec<(KeyboardShortcut, Verb)> = Verb::ALL
        .iter()
        .flat_map(|verb| verb.shortcuts(ctx.os()).into_iter().map(|k| (k, *verb)))
        .collect();
    all.sort_by_key(|(keys, _)| std::cmp::Reverse(length(keys.modifiers)));
    let typing = ctx.text_edit_focused();
    ctx.input_mut(|input| {
        all.into_iter()
            .filter(|(keys, verb)| {
                let undoing = matches!(verb, Verb::Undo | Verb::Redo);
                let is_ours = undoing && undoes == Undoes::Document;
                is_ours || !(typing && edits_text(*keys))
            })
            .filter(|(keys, _)| input.consume_shortcut(keys))
            .map(|(_, verb)| verb)
            .collect()
    })
}

/// Whether a focused text field does something of its own on these keys.
fn edits_text(keys: KeyboardShortcut) -> bool {
    let of_fields = [Key::A, Key::C, Key::V, Key::X, Key::Y, Key::Z];
    keys.conflicts_with_text_editing()
        || (keys.modifiers.command
            && !keys.modifiers.alt
            && of_fields.contains(&keys.logical_key)
            && (!keys.modifiers.shift || keys.logical_key == Key::Z))
}

fn length(modifiers: Modifiers) -> usize {
    [
        modifiers.alt,
        modifiers.ctrl,
        modifiers.shift,
        modifiers.mac_cmd,
        modifiers.command,
    ]
    .into_iter()
    .filter(|held| *held)
    .count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashMap;

    #[test]
    fn no_two_verbs_share_their_keys_on_any_system() {
        for os in [Os::Nix, Os::Windows, Os::Mac] {
            let mut taken: HashMap<KeyboardShortcut, Verb> = HashMap::new();
            for verb in Verb::ALL {
                for keys in verb.shortcuts(os) {
                    let before = taken.insert(keys, *verb);
                    assert_eq!(before, None, "{os:?}: {keys:?} of {verb:?}");
                }
            }
        }
    }

    #[test]
    fn keys_leave_copy_paste_undo_and_select_all_to_text_fields() {
        for os in [Os::Nix, Os::Windows, Os::Mac] {
            for verb in Verb::ALL {
                for keys in verb.shortcuts(os) {
                    let editing = [Key::C, Key::V, Key::X, Key::A];
                    assert!(
                        keys.modifiers != Modifiers::COMMAND
                            || !editing.contains(&keys.logical_key),
                        "{verb:?}"
                    );
                    let takes_back = matches!(verb, Verb::Undo | Verb::Redo);
                    assert!(!takes_back || edits_text(keys), "{verb:?}");
                }
            }
        }
    }

    #[test]
    fn the_longer_shortcut_wins() {
        let ctx = egui::Context::default();
        let modifiers = Modifiers::CTRL | Modifiers::COMMAND | Modifiers::SHIFT;
        let input = egui::RawInput {
            events: vec![egui::Event::Key {
                key: Key::R,
                physical_key: None,
                pressed: true,
                repeat: false,
                modifiers,
            }],
            ..Default::default()
        };
        let mut seen = Vec::new();
        let mut output = ctx.run_ui(input, |ui| seen.extend(pressed(ui.ctx(), Undoes::Typing)));
        output.textures_delta.clear();
        assert_eq!(seen, [Verb::ResetAssumptions]);
    }
}
