//! What the user can do. One list of [`Verb`]s feeds the menus, the shortcuts, the command palette
//! and the keyboard help; an [`Action`] is a verb, or something that carries what it is about.

use std::path::PathBuf;
use std::sync::Arc;

use crate::edit::{Command, Kind, Path};
use crate::ledger::{Assumptions, Derivation};
use crate::model::PartyId;

use super::dialogs::OutsideChoice;
use super::edit::Edit;
use super::icons;
use super::place::{Page, Pane};
use super::problems::ProblemAsk;

/// Something to be done after painting, in the order asked for.
#[derive(Clone, PartialEq, Debug)]
pub enum Action {
    /// A verb of the list.
    Do(Verb),
    /// Show this party.
    SelectParty(PartyId),
    /// Show this party and bring its record (a commitment, an aid entry, a source) into view.
    ShowRecord(PartyId, String),
    /// Show the tree under a number.
    Explain(Arc<Derivation>),
    /// Give the centre to one pane, or back to both.
    Show(Pane),
    /// Count under other settings.
    Assume(Box<Assumptions>),
    /// Open an address outside the program.
    OpenLink(String),
    /// Put a text on the clipboard.
    CopyText(String),
    /// Open this file.
    OpenFile(PathBuf),
    /// Go so many places forward on the way that was gone; back where it is less than nothing.
    Travel(isize),
    /// Look whether the files used lately are still there.
    CheckRecent,
    /// Something is to be done about what another program did to the file.
    Outside(OutsideChoice),
    /// Something is to be done with problems.
    Problems(Box<ProblemAsk>),
    /// Change the document.
    Change(Box<Command>),
    /// Change a field of these records.
    ChangeSeveral(Vec<crate::edit::Key>),
    /// Change the document as a field or button asks for.
    Edit(Box<Edit>),
    /// Show the form of a record, with the focus in a field: none, in the first.
    OpenRecord(crate::edit::Key, Option<Path>),
    /// Begin a new record.
    NewRecord(Kind),
    /// Look at this file, to take it in.
    ImportFile(PathBuf),
    /// Show the chart that a picture shows.
    ShowFigure(PathBuf),
    /// Take steps back, or do them again, until so many are done.
    Jump(usize),
    /// The field that was typed into was left: what comes next is a step of its own.
    LeaveField,
}

impl From<ProblemAsk> for Action {
    fn from(ask: ProblemAsk) -> Self {
        Self::Problems(Box::new(ask))
    }
}

impl From<Verb> for Action {
    fn from(verb: Verb) -> Self {
        Self::Do(verb)
    }
}

macro_rules! verbs {
    ($($(#[$doc:meta])* $name:ident: $menu:ident, $text:literal, $tip:literal, $icon:ident;)*) => {
        /// What the user can ask for by menu, key, palette or button.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub enum Verb { $($(#[$doc])* $name,)* }

        impl Verb {
            /// Every verb, in the order of the menus.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// The id of its words.
            pub fn text_id(self) -> &'static str {
                match self { $(Self::$name => $text,)* }
            }

            /// The id of what it does, in a sentence.
            pub fn tip_id(self) -> &'static str {
                match self { $(Self::$name => $tip,)* }
            }

            /// Its icon.
            pub fn icon(self) -> &'static str {
                match self { $(Self::$name => icons::$icon,)* }
            }

            /// The menu that it stands in.
            pub fn menu(self) -> Menu {
                match self { $(Self::$name => Menu::$menu,)* }
            }
        }
    };
}

verbs! {
    /// Begin a book.
    New: File, "menu-new", "menu-new-tip", NEW;
    /// Open a file.
    Open: File, "menu-open", "menu-open-tip", OPEN;
    /// Forget the files used lately.
    ClearRecent: File, "menu-clear-recent", "menu-clear-recent-tip", FORGET;
    /// Open the bundled dataset.
    OpenSample: File, "menu-open-sample", "menu-open-sample-tip", BOOK;
    /// Write the document to its file.
    Save: File, "menu-save", "menu-save-tip", SAVE;
    /// Write the document to another file.
    SaveAs: File, "menu-save-as", "menu-save-as-tip", SAVE;
    /// Write a copy of the document to another file.
    SaveCopy: File, "menu-save-copy", "menu-save-copy-tip", COPY;
    /// Take the entries of a file of the field into the document.
    Import: File, "menu-import", "menu-import-tip", IMPORT;
    /// Write what the page shows to a file for other programs.
    ExportData: File, "menu-export-data", "menu-export-data-tip", EXPORT;
    /// Write the chart to a file as a picture.
    ExportFigure: File, "menu-export-figure", "menu-export-figure-tip", FIGURE;
    /// Write one party, or several beside each other, as a paper.
    ExportBrief: File, "menu-export-brief", "menu-export-brief-tip", BOOK;
    /// Show the chart that a picture shows.
    OpenFigure: File, "menu-open-figure", "menu-open-figure-tip", FIGURE;
    /// Read the file again from disk.
    Revert: File, "menu-revert", "menu-revert-tip", RELOAD;
    /// Earlier versions of the document.
    Backups: File, "menu-backups", "menu-backups-tip", BACKUPS;
    /// What was left unsaved when the program ended without a word.
    Recover: File, "menu-recover", "menu-recover-tip", RECOVER;
    /// Leave.
    Quit: File, "menu-quit", "menu-quit-tip", QUIT;
    /// Take the last change back.
    Undo: Edit, "menu-undo", "menu-undo-tip", UNDO;
    /// Do it again.
    Redo: Edit, "menu-redo", "menu-redo-tip", REDO;
    /// Make records of rows from a spreadsheet.
    PasteRows: Edit, "menu-paste-rows", "menu-paste-rows-tip", PASTE;
    /// Copy the shown derivation as text.
    CopyDerivation: Edit, "menu-copy-derivation", "menu-copy-derivation-tip", COPY;
    /// Put the cursor into the search field.
    FocusSearch: Edit, "menu-focus-search", "menu-focus-search-tip", SEARCH;
    /// Show every party again.
    ClearFilter: Edit, "menu-clear-filter", "menu-clear-filter-tip", FILTER;
    /// Put all assumptions back to the dataset's own.
    ResetAssumptions: Edit, "menu-reset-assumptions", "menu-reset-assumptions-tip", RESET;
    /// Begin an aid entry.
    NewAid: Record, "menu-new-aid", "menu-new-aid-tip", ADD;
    /// Begin a commitment.
    NewCommitment: Record, "menu-new-commitment", "menu-new-commitment-tip", ADD;
    /// Begin an agreement.
    NewAgreement: Record, "menu-new-agreement", "menu-new-agreement-tip", ADD;
    /// Begin a source.
    NewSource: Record, "menu-new-source", "menu-new-source-tip", ADD;
    /// Begin a party.
    NewParty: Record, "menu-new-party", "menu-new-party-tip", ADD;
    /// Begin a series of GDP.
    NewGdp: Record, "menu-new-gdp", "menu-new-gdp-tip", ADD;
    /// Begin a series of exchange rates.
    NewRates: Record, "menu-new-rates", "menu-new-rates-tip", ADD;
    /// Begin a series of population.
    NewPopulation: Record, "menu-new-population", "menu-new-population-tip", ADD;
    /// Begin a key for the EU's money.
    NewShares: Record, "menu-new-shares", "menu-new-shares-tip", ADD;
    /// Find a record by its id or words.
    FindRecord: Record, "menu-find-record", "menu-find-record-tip", SEARCH;
    /// Show the form of the record at hand.
    EditRecord: Record, "menu-edit-record", "menu-edit-record-tip", EDIT;
    /// Make a copy of the record at hand.
    DuplicateRecord: Record, "menu-duplicate-record", "menu-duplicate-record-tip", COPY;
    /// Take the record at hand out.
    DeleteRecord: Record, "menu-delete-record", "menu-delete-record-tip", DELETE;
    /// The place before.
    Back: View, "menu-back", "menu-back-tip", BACK;
    /// The place after.
    Forward: View, "menu-forward", "menu-forward-tip", FORWARD;
    /// Go to the place that a link names.
    GoToLink: View, "menu-go-to-link", "menu-go-to-link-tip", GO;
    /// Copy the link to the place that is shown.
    CopyLink: View, "menu-copy-link", "menu-copy-link-tip", CHAIN;
    /// The page of one party.
    PartyPage: View, "page-party", "page-party-tip", PARTY;
    /// The page of commitments by party and area.
    CommitmentsPage: View, "page-commitments", "page-commitments-tip", MATRIX;
    /// The page of all aid entries.
    LedgerPage: View, "page-ledger", "page-ledger-tip", TABLE;
    /// The page of days that come.
    DatesPage: View, "page-dates", "page-dates-tip", CALENDAR;
    /// The page of all sources.
    SourcesPage: View, "page-sources", "page-sources-tip", BOOK;
    /// The page of all problems.
    ProblemsPage: View, "page-problems", "page-problems-tip", WARNING;
    /// The party above in the list.
    PreviousParty: View, "menu-previous-party", "menu-previous-party-tip", UP;
    /// The party below in the list.
    NextParty: View, "menu-next-party", "menu-next-party-tip", CARET_DOWN;
    /// Show or hide the dock.
    ToggleDock: View, "menu-toggle-dock", "menu-toggle-dock-tip", DERIVATION;
    /// Show or hide what was done.
    ToggleHistory: View, "menu-toggle-history", "menu-toggle-history-tip", HISTORY;
    /// Show or hide the chart.
    ToggleChart: View, "menu-toggle-chart", "menu-toggle-chart-tip", CHART;
    /// Give the whole centre to the chart, or take it back.
    WideChart: View, "menu-wide-chart", "menu-wide-chart-tip", FULL_SIZE;
    /// Larger.
    ZoomIn: View, "menu-zoom-in", "menu-zoom-in-tip", ZOOM_IN;
    /// Smaller.
    ZoomOut: View, "menu-zoom-out", "menu-zoom-out-tip", ZOOM_OUT;
    /// Real size.
    ZoomReset: View, "menu-zoom-reset", "menu-zoom-reset-tip", FULL_SIZE;
    /// Light or dark as the system is.
    ThemeSystem: View, "menu-theme-system", "menu-theme-system-tip", SYSTEM;
    /// Light.
    ThemeLight: View, "menu-theme-light", "menu-theme-light-tip", LIGHT;
    /// Dark.
    ThemeDark: View, "menu-theme-dark", "menu-theme-dark-tip", DARK;
    /// English.
    LanguageEnglish: View, "menu-language-english", "menu-language-english-tip", LANGUAGE;
    /// Ukrainian.
    LanguageUkrainian: View, "menu-language-ukrainian", "menu-language-ukrainian-tip", LANGUAGE;
    /// Every verb in one searchable list.
    Palette: Help, "menu-palette", "menu-palette-tip", PALETTE;
    /// The keys.
    KeyboardHelp: Help, "menu-keyboard", "menu-keyboard-tip", KEYBOARD;
    /// What the program is, and the licences of what is in it.
    About: Help, "menu-about", "menu-about-tip", INFO;
}

/// A menu of the bar.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[expect(missing_docs, reason = "each is the word itself")]
pub enum Menu {
    File,
    Edit,
    Record,
    View,
    Help,
}

impl Menu {
    /// Every menu, in order.
    pub const ALL: &'static [Self] =
        &[Self::File, Self::Edit, Self::Record, Self::View, Self::Help];

    /// The id of its word.
    pub fn text_id(self) -> &'static str {
        match self {
            Self::File => "menu-file",
            Self::Edit => "menu-edit",
            Self::Record => "menu-record",
            Self::View => "menu-view",
            Self::Help => "menu-help",
        }
    }
}

/// What the window's state allows.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a fact of its own that some verb asks for"
)]
pub struct Allows {
    /// No file is being read or written.
    pub files: bool,
    /// The document is in a file.
    pub in_file: bool,
    /// Backups are kept.
    pub backups: bool,
    /// There are files used lately.
    pub recent: bool,
    /// There is a place before.
    pub back: bool,
    /// There is a place after.
    pub forward: bool,
    /// A derivation is shown.
    pub derivation: bool,
    /// The list is narrowed.
    pub narrowed: bool,
    /// An assumption differs from the dataset's own.
    pub assumed: bool,
    /// There is a change to take back.
    pub undo: bool,
    /// There is a change to do again.
    pub redo: bool,
    /// There is something to save.
    pub save: bool,
    /// The document can be changed where it is.
    pub edit: bool,
    /// A record is at hand: its row has the focus, or its form is shown.
    pub record: bool,
}

impl Verb {
    /// The page that it shows; none: it shows none.
    pub fn page(self) -> Option<Page> {
        match self {
            Self::PartyPage => Some(Page::Party),
            Self::CommitmentsPage => Some(Page::Commitments),
            Self::LedgerPage => Some(Page::Ledger),
            Self::DatesPage => Some(Page::Dates),
            Self::SourcesPage => Some(Page::Sources),
            Self::ProblemsPage => Some(Page::Problems),
            _ => None,
        }
    }

    /// Whether a hairline stands before it in its menu.
    pub fn begins_group(self) -> bool {
        matches!(
            self,
            Self::Save
                | Self::Import
                | Self::Revert
                | Self::Quit
                | Self::PasteRows
                | Self::FocusSearch
                | Self::ResetAssumptions
                | Self::NewGdp
                | Self::FindRecord
                | Self::DuplicateRecord
                | Self::GoToLink
                | Self::PartyPage
                | Self::PreviousParty
                | Self::ToggleDock
                | Self::ZoomIn
                | Self::ThemeSystem
                | Self::LanguageEnglish
                | Self::About
        )
    }

    /// Whether it does something with the document as a whole, so that what is being typed has to
    /// be in it before.
    pub fn is_about_the_whole(self) -> bool {
        matches!(
            self,
            Self::New
                | Self::Open
                | Self::Revert
                | Self::OpenSample
                | Self::Save
                | Self::SaveAs
                | Self::SaveCopy
                | Self::Import
                | Self::Backups
                | Self::Recover
                | Self::Quit
                | Self::DuplicateRecord
        )
    }

    /// Why it cannot be done now: the id of the sentence. None: it can.
    pub fn why_disabled(self, allows: Allows) -> Option<&'static str> {
        let (allowed, why) = match self {
            Self::New | Self::Open | Self::OpenSample | Self::SaveAs | Self::SaveCopy => {
                (allows.files, "menu-why-busy")
            }
            Self::ClearRecent => (allows.recent, "menu-why-no-recent"),
            Self::Save => (allows.save, "menu-why-nothing-to-save"),
            Self::Undo => (allows.undo, "menu-why-nothing-to-undo"),
            Self::Redo => (allows.redo, "menu-why-nothing-to-redo"),
            Self::Revert | Self::Recover | Self::Import if !allows.files => {
                (false, "menu-why-busy")
            }
            Self::Revert => (allows.in_file, "menu-why-no-file"),
            Self::Backups if !allows.in_file => (false, "menu-why-no-file"),
            Self::Backups | Self::Recover => (allows.backups, "menu-why-no-backups"),
            Self::Back => (allows.back, "menu-why-no-back"),
            Self::Forward => (allows.forward, "menu-why-no-forward"),
            Self::CopyDerivation => (allows.derivation, "menu-why-no-derivation"),
            Self::ClearFilter => (allows.narrowed, "menu-why-not-narrowed"),
            Self::Import
            | Self::PasteRows
            | Self::NewAid
            | Self::NewCommitment
            | Self::NewAgreement
            | Self::NewSource
            | Self::NewParty
            | Self::NewGdp
            | Self::NewRates
            | Self::NewPopulation
            | Self::NewShares => (allows.edit, "menu-why-read-only"),
            Self::DuplicateRecord | Self::DeleteRecord if allows.edit => {
                (allows.record, "menu-why-no-record")
            }
            Self::DuplicateRecord | Self::DeleteRecord => (false, "menu-why-read-only"),
            Self::ResetAssumptions => (allows.assumed, "menu-why-not-assumed"),
            _ => return None,
        };
        (!allowed).then_some(why)
    }
}
