//! The file was changed or removed by another program when the document was to be saved. Nothing
//! was written: the user chooses what is to become of the two.

use eframe::egui::Ui;

use crate::store::hash::FileHash;
use crate::text::Texts;
use crate::ui::Theme;
use crate::ui::leave::Losing;
use crate::ui::outside::Elsewhere;
use crate::ui::theme::{UNIT, title};
use crate::ui::widgets::button;

use super::{Answer, buttons_ui, focus_first};

/// What is to become of two versions of a document.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum OutsideChoice {
    /// See what differs.
    Look,
    /// Take theirs, and drop mine.
    Reload,
    /// Keep both: mine goes to another file.
    SaveCopy,
    /// Mine goes to another file, which is open from then on.
    SaveAs,
    /// The file is gone: write it again.
    WriteAgain,
    /// Put mine in the place of theirs, which was looked at and has this hash.
    Replace(FileHash),
    /// Nothing now: the banner goes away.
    Hide,
}

/// The file is not the one that is known.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OutsideDialog {
    /// The document's name.
    pub name: String,
    /// How it differs.
    pub elsewhere: Elsewhere,
    /// What is not saved here.
    pub losing: Option<Losing>,
}

pub(super) fn ui(ui: &mut Ui, texts: Texts, theme: &Theme, dialog: &OutsideDialog) -> Answer {
    let name = [("name", (&dialog.name).into())];
    match dialog.elsewhere {
        Elsewhere::Changed(_) => {
            ui.label(title(texts.with("outside-changed-title", &name)));
            ui.add_space(UNIT);
            ui.label(texts.get("outside-changed"));
            changed_ui(ui, texts, theme)
        }
        Elsewhere::Gone => {
            ui.label(title(texts.with("outside-gone-title", &name)));
            ui.add_space(UNIT);
            ui.label(texts.get("outside-gone"));
            gone_ui(ui, texts, theme)
        }
    }
}

fn changed_ui(ui: &mut Ui, texts: Texts, theme: &Theme) -> Answer {
    buttons_ui(ui, |ui| {
        let look = button::primary_ui(ui, theme, texts.get("outside-look"));
        focus_first(&look);
        if look.clicked() {
            return Answer::Outside(OutsideChoice::Look);
        }
        if button::button_ui(ui, theme, texts.get("outside-save-copy")).clicked() {
            return Answer::Outside(OutsideChoice::SaveCopy);
        }
        if button::button_ui(ui, theme, texts.get("outside-reload")).clicked() {
            return Answer::Outside(OutsideChoice::Reload);
        }
        if button::button_ui(ui, theme, texts.get("dialog-cancel")).clicked() {
            return Answer::Close;
        }
        Answer::None
    })
}

fn gone_ui(ui: &mut Ui, texts: Texts, theme: &Theme) -> Answer {
    buttons_ui(ui, |ui| {
        let again = button::primary_ui(ui, theme, texts.get("outside-write-again"));
        focus_first(&again);
        if again.clicked() {
            return Answer::Outside(OutsideChoice::WriteAgain);
        }
        if button::button_ui(ui, theme, texts.get("outside-save-as")).clicked() {
            return Answer::Outside(OutsideChoice::SaveAs);
        }
        if button::button_ui(ui, theme, texts.get("dialog-cancel")).clicked() {
            return Answer::Close;
        }
        Answer::None
    })
}
