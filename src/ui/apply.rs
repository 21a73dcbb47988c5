//! What each action does.

use eframe::egui;

use crate::edit::Kind;
use crate::ledger::Assumptions;
use crate::text::{self, Lang, Texts};

use super::action::{Action, Verb};
use super::app::App;
use super::chooser::Ask;
use super::dialogs::Dialog;
use super::edit::{RecordVerb, Reveal};
use super::leave::Then;
use super::notices::Notice;
use super::palette::Palette;
use super::place::{Dock, Page, Pane, Place};
use super::prefs::ThemeChoice;

impl App {
    /// Does what was asked for.
    pub(super) fn apply(&mut self, ctx: &egui::Context, action: Action) {
        self.keep_query();
        match action {
            Action::Do(verb) => {
                // First, as it may be all that there is to save.
                if verb.is_about_the_whole() {
                    self.finish_typing(ctx);
                }
                if verb.why_disabled(self.allows()).is_none() {
                    self.apply_verb(ctx, verb);
                }
            }
            Action::SelectParty(party) => self.select(party),
            Action::ShowRecord(party, record) => {
                let here = self.trail.here();
                self.trail.go(Place {
                    page: Page::Party,
                    party: Some(party),
                    pane: match here.pane {
                        Pane::Chart => Pane::Both,
                        pane => pane,
                    },
                    record: Some(record),
                    ..here.clone()
                });
                self.panes.parties.reveal_selection();
            }
            Action::Explain(tree) => {
                let here = self.trail.here();
                self.trail.go(Place {
                    derivation: Some(tree),
                    dock: Dock::Derivation,
                    ..here.clone()
                });
                self.prefs.panes.dock_shown = true;
            }
            Action::Show(pane) => {
                let here = self.trail.here();
                self.trail.go(Place {
                    page: Page::Party,
                    pane,
                    ..here.clone()
                });
            }
            Action::Assume(assumptions) => self.assume(ctx, *assumptions),
            Action::OpenLink(url) => ctx.open_url(egui::OpenUrl::new_tab(url)),
            Action::CopyText(text) => {
                ctx.copy_text(text);
                self.notices.say(Notice::Copied);
            }
            Action::ChangeSeveral(keys) => self.ask_for_value(keys),
            Action::Change(command) => {
                self.change(ctx, *command);
            }
            Action::Edit(edit) => self.edit(ctx, *edit),
            Action::OpenRecord(key, path) => self.open_record(key, path, Reveal::IfElsewhere),
            Action::NewRecord(kind) => self.begin_record(kind),
            Action::Problems(ask) => self.on_problems(ctx, *ask),
            Action::Jump(done) => self.jump(ctx, done),
            Action::LeaveField => self.session.leave_field(),
            Action::OpenFile(path) => {
                if self.work.is_none() {
                    self.leave(ctx, Then::Open(path));
                }
            }
            Action::Travel(steps) => self.travel(steps),
            Action::ImportFile(path) => self.import_file(ctx, path),
            Action::ShowFigure(path) => {
                if self.work.is_none() {
                    self.open_figure(ctx, path);
                }
            }
            Action::CheckRecent => self.check_recent(ctx),
            Action::Outside(choice) => self.answered_outside(ctx, choice),
        }
    }

    fn apply_verb(&mut self, ctx: &egui::Context, verb: Verb) {
        match verb {
            Verb::Undo => self.jump(ctx, self.session.history().done().saturating_sub(1)),
            Verb::Redo => self.jump(ctx, self.session.history().done() + 1),
            Verb::PasteRows => self.ask_for_rows(ctx, None),
            Verb::New => self.leave(ctx, Then::New),
            Verb::Open => self.choose(ctx, Ask::Open),
            Verb::ClearRecent => self.clear_recent(),
            Verb::OpenSample => self.leave(ctx, Then::OpenSample),
            Verb::Save => self.save(ctx),
            Verb::SaveAs => self.choose(ctx, Ask::SaveAs),
            Verb::SaveCopy => self.choose(ctx, Ask::SaveCopy),
            Verb::Import => self.choose(ctx, Ask::Import),
            Verb::ExportData => self.export_data(),
            Verb::ExportFigure => self.export_figure(),
            Verb::ExportBrief => self.export_brief(),
            Verb::OpenFigure => self.choose(ctx, Ask::OpenFigure),
            Verb::Revert => self.revert(ctx),
            Verb::Backups => self.show_backups(ctx),
            Verb::Recover => self.look_for_left(ctx),
            Verb::Quit => self.leave(ctx, Then::Quit),
            Verb::NewAid => self.apply_record_verb(ctx, RecordVerb::New(Kind::Aid)),
            Verb::NewCommitment => self.apply_record_verb(ctx, RecordVerb::New(Kind::Commitment)),
            Verb::NewAgreement => self.apply_record_verb(ctx, RecordVerb::New(Kind::Agreement)),
            Verb::NewSource => self.apply_record_verb(ctx, RecordVerb::New(Kind::Source)),
            Verb::NewParty => self.apply_record_verb(ctx, RecordVerb::New(Kind::Party)),
            Verb::NewGdp => self.apply_record_verb(ctx, RecordVerb::New(Kind::Gdp)),
            Verb::NewRates => self.apply_record_verb(ctx, RecordVerb::New(Kind::Fx)),
            Verb::NewPopulation => self.apply_record_verb(ctx, RecordVerb::New(Kind::Population)),
            Verb::NewShares => self.apply_record_verb(ctx, RecordVerb::New(Kind::EuShares)),
            Verb::FindRecord => self.apply_record_verb(ctx, RecordVerb::Find),
            Verb::EditRecord => self.apply_record_verb(ctx, RecordVerb::Edit),
            Verb::DuplicateRecord => self.apply_record_verb(ctx, RecordVerb::Duplicate),
            Verb::DeleteRecord => self.apply_record_verb(ctx, RecordVerb::Delete),
            Verb::CopyDerivation => {
                if let Some(tree) = &self.trail.here().derivation {
                    let text = text::derivation::plain(
                        tree,
                        self.host.ledger().dataset(),
                        self.host.texts,
                    );
                    self.act(Action::CopyText(text));
                    ctx.request_repaint();
                }
            }
            Verb::FocusSearch if self.trail.here().page == Page::Ledger => {
                self.panes.ledger.focus_search();
            }
            Verb::FocusSearch => self.panes.parties.focus_search(),
            Verb::ClearFilter => self.panes.parties.clear(),
            Verb::ResetAssumptions => {
                let own = Assumptions::of(self.session.dataset());
                self.assume(ctx, own);
            }
            Verb::Back => self.travel(-1),
            Verb::Forward => self.travel(1),
            Verb::GoToLink => self.ask_for_link(),
            Verb::CopyLink => self.copy_link(ctx),
            Verb::PartyPage => self.show_page(Page::Party),
            Verb::CommitmentsPage => self.show_page(Page::Commitments),
            Verb::LedgerPage => self.show_page(Page::Ledger),
            Verb::DatesPage => self.show_page(Page::Dates),
            Verb::SourcesPage => self.show_page(Page::Sources),
            Verb::ProblemsPage => self.show_page(Page::Problems),
            Verb::PreviousParty => self.step(-1),
            Verb::NextParty => self.step(1),
            Verb::ToggleDock => {
                self.prefs.panes.dock_shown = !self.prefs.panes.dock_shown;
            }
            Verb::ToggleHistory => self.toggle_dock(Dock::History),
            Verb::ToggleChart => self.prefs.panes.chart_shown = !self.prefs.panes.chart_shown,
            Verb::WideChart => {
                self.prefs.panes.chart_shown = true;
                let pane = match self.trail.here().pane {
                    Pane::Chart => Pane::Both,
                    Pane::Both | Pane::Detail => Pane::Chart,
                };
                self.act(Action::Show(pane));
                ctx.request_repaint();
            }
            Verb::ZoomIn => self.zoom(ctx, self.prefs.zoom + 0.1),
            Verb::ZoomOut => self.zoom(ctx, self.prefs.zoom - 0.1),
            Verb::ZoomReset => self.zoom(ctx, 1.0),
            Verb::ThemeSystem => self.choose_theme(ctx, ThemeChoice::System),
            Verb::ThemeLight => self.choose_theme(ctx, ThemeChoice::Light),
            Verb::ThemeDark => self.choose_theme(ctx, ThemeChoice::Dark),
            Verb::LanguageEnglish => self.choose_language(Lang::En),
            Verb::LanguageUkrainian => self.choose_language(Lang::Uk),
            Verb::Palette => self.palette = Some(Palette::default()),
            Verb::KeyboardHelp => self.dialogs.push(Dialog::Keyboard),
            Verb::About => self.dialogs.push(Dialog::About),
        }
    }

    fn step(&mut self, step: isize) {
        let here = self.trail.here().clone();
        let mut lent = self.host.lend(&here);
        let next = self
            .panes
            .parties
            .neighbour(&mut lent, here.party.as_ref(), step);
        if let Some(party) = next {
            self.select(party);
            self.panes.parties.reveal_selection();
        }
    }

    fn zoom(&mut self, ctx: &egui::Context, zoom: f32) {
        self.prefs.zoom = ((zoom * 10.0).round() / 10.0).clamp(0.5, 3.0);
        ctx.set_zoom_factor(self.prefs.zoom);
    }

    fn choose_theme(&mut self, ctx: &egui::Context, choice: ThemeChoice) {
        self.prefs.theme = choice;
        self.apply_theme(ctx);
        self.keep_prefs();
        ctx.request_repaint();
    }

    fn choose_language(&mut self, lang: Lang) {
        self.prefs.language = Some(lang);
        self.host.texts = Texts::new(lang);
        self.keep_prefs();
    }
}
