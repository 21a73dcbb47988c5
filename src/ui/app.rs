//! The window as a whole: `logic` does what was asked for and takes in finished work; `ui` paints.

use std::path::PathBuf;
use std::sync::Arc;

use eframe::egui::{self, ViewportCommand};
use jiff::ZonedDateTime;

use crate::exchange::picture::PictureFormat;
use crate::ledger::{Assumptions, Ledger, Problem};
use crate::model::PartyId;
use crate::session::Session;
use crate::store::disk::Disk;
use crate::text::{Lang, Texts};

use super::action::{Action, Allows, Verb};
use super::backups::BackupsWork;
use super::chooser::Chooser;
use super::dialogs::Dialogs;
use super::ending::Ending;
use super::exporting::Exporting;
use super::figures::Figures;
use super::files::Saving;
use super::finder::Finder;
use super::importing::{self, Importing};
use super::keys::{self, Undoes};
use super::leave::Leaving;
use super::links::Awaited;
use super::notices::{Notice, Notices};
use super::outside::Attached;
use super::palette::Palette;
use super::pane::{PaneCtx, PaneHost};
use super::panes::{
    AssumptionsStrip, ChartPane, CommitmentsPane, DatesPane, DerivationPane, DetailPane,
    HistoryPane, LedgerPane, PartiesPane, ProblemsPane, RecordPane, SourcesPane,
};
use super::place::{Page, Place, Trail};
use super::prefs::{Prefs, PrefsError, ThemeChoice, WindowPlace};
use super::recent::Recent;
use super::recover::Recovering;
use super::theme::{self, Theme};
use super::work::Work;

/// The file to open at once.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum First {
    /// One that was asked for.
    Asked(PathBuf),
    /// The one that was open when the program ended last. That it is gone is no trouble.
    Last(PathBuf),
}

/// What the window is started with.
pub struct Setup {
    /// The document.
    pub session: Session,
    /// Where files are.
    pub disk: Arc<dyn Disk>,
    /// What was remembered.
    pub prefs: Prefs,
    /// Where that is kept; none: nowhere.
    pub prefs_folder: Option<PathBuf>,
    /// What went wrong with it.
    pub prefs_error: Option<PrefsError>,
    /// Where backups and journals are kept; none: nowhere.
    pub data_folder: Option<PathBuf>,
    /// Where windows tell each other what they have open; none: nowhere.
    pub state_folder: Option<PathBuf>,
    /// The file to open at once.
    pub open: Option<First>,
    /// The place to go to in it: what stands behind `#` in its link.
    pub place: Option<String>,
    /// Tells what time it is, where the user is.
    pub clock: fn() -> ZonedDateTime,
    /// Tells when the desktop session ends.
    pub ending: Ending,
    /// Asks for files.
    pub chooser: Box<dyn Chooser>,
}

/// The window.
pub struct App {
    pub(super) host: PaneHost,
    pub(super) trail: Trail,
    pub(super) session: Session,
    pub(super) disk: Arc<dyn Disk>,
    pub(super) open_problems: usize,
    pub(super) prefs: Prefs,
    pub(super) chooser: Box<dyn Chooser>,
    pub(super) notices: Notices,
    pub(super) dialogs: Dialogs,
    pub(super) work: Option<Work>,
    pub(super) recounting: Option<super::change::Recount>,
    pub(super) palette: Option<Palette>,
    pub(super) finder: Option<Finder>,
    pub(super) panes: Panes,
    pub(super) damage_listed: bool,
    pub(super) saving: Saving,
    pub(super) leaving: Leaving,
    pub(super) figures: Figures,
    pub(super) importing: Importing,
    pub(super) exporting: Exporting,
    pub(super) awaited: Option<Awaited>,
    pub(super) attached: Attached,
    pub(super) backups_work: BackupsWork,
    pub(super) recent: Recent,
    pub(super) recovering: Recovering,
    pub(super) data_folder: Option<PathBuf>,
    pub(super) state_folder: Option<PathBuf>,
    pub(super) ending: Ending,
    kept: Prefs,
    prefs_folder: Option<PathBuf>,
    clock: fn() -> ZonedDateTime,
    title_shown: String,
}

/// The panes.
#[derive(Default)]
pub(super) struct Panes {
    pub(super) parties: PartiesPane,
    pub(super) strip: AssumptionsStrip,
    pub(super) detail: DetailPane,
    pub(super) chart: ChartPane,
    pub(super) derivation: DerivationPane,
    pub(super) record: RecordPane,
    pub(super) history: HistoryPane,
    pub(super) commitments: CommitmentsPane,
    pub(super) ledger: LedgerPane,
    pub(super) dates: DatesPane,
    pub(super) sources: SourcesPane,
    pub(super) problems: ProblemsPane,
}

impl Panes {
    /// Paints a page that has the whole centre.
    pub(super) fn page_ui(&mut self, page: Page, ui: &mut egui::Ui, ctx: &mut PaneCtx<'_>) {
        match page {
            Page::Party => self.detail.ui(ui, ctx),
            Page::Commitments => self.commitments.ui(ui, ctx),
            Page::Ledger => self.ledger.ui(ui, ctx),
            Page::Dates => self.dates.ui(ui, ctx),
            Page::Sources => self.sources.ui(ui, ctx),
            Page::Problems => self.problems.ui(ui, ctx),
        }
    }
}

impl App {
    /// The window over a document.
    pub fn new(ctx: &egui::Context, setup: Setup) -> Self {
        let Setup {
            session,
            disk,
            prefs,
            prefs_folder,
            prefs_error,
            data_folder,
            state_folder,
            open,
            place,
            clock,
            ending,
            chooser,
        } = setup;
        theme::install(ctx);
        let assumptions = Assumptions::of(session.dataset());
        let ledger = Arc::new(Ledger::new(Arc::clone(session.dataset()), assumptions));
        let mut app = Self {
            host: PaneHost::new(&ledger, clock().date()),
            trail: Trail::default(),
            session,
            disk,
            open_problems: 0,
            kept: prefs.clone(),
            prefs,
            chooser,
            notices: Notices::default(),
            dialogs: Dialogs::default(),
            work: None,
            recounting: None,
            palette: None,
            finder: None,
            panes: Panes::default(),
            damage_listed: false,
            saving: Saving::default(),
            leaving: Leaving::default(),
            figures: Figures::default(),
            importing: Importing::default(),
            exporting: Exporting::default(),
            awaited: place.map(|place| Awaited {
                file: match &open {
                    Some(First::Asked(path)) => Some(path.clone()),
                    _ => None,
                },
                place,
            }),
            attached: Attached::default(),
            backups_work: BackupsWork::default(),
            recent: Recent::default(),
            recovering: Recovering::in_folder(data_folder.as_deref()),
            data_folder,
            state_folder,
            ending,
            prefs_folder,
            clock,
            title_shown: String::new(),
        };
        app.panes.parties.filter = app.prefs.filter.clone();
        app.panes.parties.filter.search.clear();
        app.panes.parties.measure = app.prefs.measure;
        app.panes.ledger.lay_out(&app.prefs.ledger);
        app.panes.chart.settings = app.prefs.chart.clone();
        app.host.texts = Texts::new(app.prefs.language.unwrap_or_else(Lang::of_user));
        app.apply_theme(ctx);
        ctx.set_zoom_factor(app.prefs.zoom);
        if let Some(error) = prefs_error {
            app.notices.say(Notice::SettingsNotRead(error.to_string()));
        }
        app.recount();
        app.show_first_party();
        if open.is_none() {
            app.follow_awaited();
        }
        app.check_recent(ctx);
        app.attach(ctx);
        app.begin_journal(ctx, None);
        app.start_recovering(ctx, open);
        app
    }

    /// Opens the file that the window was started with.
    pub(super) fn open_first(&mut self, ctx: &egui::Context, first: Option<First>) {
        match first {
            Some(First::Asked(path)) => self.open_path(ctx, path),
            Some(First::Last(path)) => self.open_last(ctx, path),
            None => {}
        }
    }

    /// The document.
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// The document's name: the file's, else the dataset's title.
    pub(super) fn document_name(&self) -> String {
        match self.session.path().and_then(std::path::Path::file_name) {
            Some(name) => name.to_string_lossy().into_owned(),
            None => self.session.dataset().header.title.clone(),
        }
    }

    /// Whether something is being read, written, counted, found out or asked for.
    pub fn is_busy(&self) -> bool {
        self.work.is_some()
            || self.recounting.is_some()
            || self.is_saving()
            || self.is_attaching()
            || self.backups_work.is_busy()
            || self.recent.is_looking()
            || self.recovering.is_busy()
            || self.importing.is_busy()
    }

    /// What time it is, where the user is.
    pub(super) fn now(&self) -> ZonedDateTime {
        (self.clock)()
    }

    pub(super) fn clock(&self) -> fn() -> ZonedDateTime {
        self.clock
    }

    /// What is remembered when the window closes now.
    pub fn prefs(&self) -> &Prefs {
        &self.prefs
    }

    /// Where the reader is.
    pub fn place(&self) -> &Place {
        self.trail.here()
    }

    /// The window's title now.
    pub fn title(&self) -> &str {
        &self.title_shown
    }

    /// What the state allows.
    pub(super) fn allows(&self) -> Allows {
        let ledger = self.host.ledger();
        Allows {
            files: self.work.is_none() && !self.recovering.is_busy(),
            in_file: self.session.path().is_some(),
            backups: self.data_folder.is_some(),
            recent: !self.prefs.recent_files.is_empty(),
            back: self.trail.has_before(),
            forward: self.trail.has_after(),
            derivation: self.trail.here().derivation.is_some(),
            narrowed: self.panes.parties.is_narrowed(),
            assumed: *ledger.assumptions() != Assumptions::of(ledger.dataset()),
            undo: self.session.history().done() > 0,
            redo: self.session.history().undone() > 0,
            save: self.can_be_saved(),
            edit: self.session.read_only().is_none(),
            record: self.record_at_hand().is_some(),
        }
    }

    pub(super) fn texts(&self) -> Texts {
        self.host.texts
    }

    /// Where the settings are kept; none: nowhere.
    pub(super) fn settings_folder(&self) -> Option<&std::path::Path> {
        self.prefs_folder.as_deref()
    }

    /// Asks for something to be done in the next frame.
    pub fn act(&mut self, action: impl Into<Action>) {
        self.host.actions.push(action.into());
    }

    /// Shows another document, from its first party on.
    pub(super) fn show_session(
        &mut self,
        session: Session,
        ledger: &Arc<Ledger>,
        problems: Arc<Vec<Problem>>,
    ) {
        let party = self.trail.here().party.clone();
        let is_same = self.session.path().is_some() && self.session.path() == session.path();
        self.session = session;
        if is_same && self.session.drafts().is_empty() {
            self.host.desk.keep();
        } else {
            self.host.desk.take(&self.session);
        }
        self.damage_listed = false;
        self.open_problems = super::work::open_problems(&problems);
        self.host.show(self.session.revision(), ledger, problems);
        self.prefs.last_file = None;
        if let Some(path) = self.session.path() {
            self.prefs.opened(path);
        }
        self.keep_prefs();
        let stays = party.filter(|id| self.session.dataset().parties.contains_key(id));
        self.trail = Trail::at(Place {
            party: stays,
            ..Place::default()
        });
        if self.trail.here().party.is_none() {
            self.show_first_party();
        }
        self.follow_awaited();
    }

    fn show_first_party(&mut self) {
        let place = Place::default();
        let first = self
            .panes
            .parties
            .neighbour(&mut self.host.lend(&place), None, 1);
        self.trail.correct(|here| here.party = first);
    }

    /// Tells the other panes what the country list is narrowed to.
    fn tell_listed(&mut self) {
        let place = Place::default();
        let parties = &mut self.panes.parties;
        let listed = parties.is_narrowed().then(|| {
            let list = parties.list(&mut self.host.lend(&place));
            list.rows.iter().map(|row| row.id.clone()).collect()
        });
        if self.host.listed != listed {
            self.host.listed = listed;
        }
    }

    pub(super) fn recount(&mut self) {
        self.open_problems = super::work::open_problems(self.host.problems());
    }

    pub(super) fn apply_theme(&self, ctx: &egui::Context) {
        ctx.set_theme(match self.prefs.theme {
            ThemeChoice::System => egui::ThemePreference::System,
            ThemeChoice::Light => egui::ThemePreference::Light,
            ThemeChoice::Dark => egui::ThemePreference::Dark,
        });
    }

    pub(super) fn select(&mut self, party: PartyId) {
        let here = self.trail.here();
        if here.page == Page::Party && here.party.as_ref() == Some(&party) {
            return;
        }
        self.trail.go(Place {
            party: Some(party),
            pane: here.pane,
            dock: here.dock,
            ..Place::default()
        });
    }

    fn drain_input(&mut self, ctx: &egui::Context) {
        if !self.dialogs.is_open() && self.palette.is_none() && self.finder.is_none() {
            let desk = &self.host.desk;
            let undoes = if desk.is_visited() && !desk.holds_typing() {
                Undoes::Document
            } else {
                Undoes::Typing
            };
            let no_row = desk.focused_row.is_none();
            for verb in keys::pressed(ctx, undoes) {
                // The key takes a row out; a form that merely is open stays.
                if !(verb == Verb::DeleteRecord && no_row) {
                    // The next keys are for what the page shows.
                    self.host.page_focus |= verb.page().is_some();
                    self.act(verb);
                }
            }
        }
        if !self.dialogs.is_open() {
            self.drain_mouse(ctx);
        }
        self.take_pasted(ctx);
        let dropped: Vec<PathBuf> = ctx.input(|input| {
            let files = input.raw.dropped_files.iter();
            files.filter_map(super::work::dropped_path).collect()
        });
        if let Some(path) = dropped.into_iter().next()
            && !self.dialogs.is_open()
        {
            self.act(if PictureFormat::of_path(&path).is_some() {
                Action::ShowFigure(path)
            } else if importing::is_to_import(&path) {
                Action::ImportFile(path)
            } else {
                Action::OpenFile(path)
            });
        }
    }

    fn keep_window_place(&mut self, ctx: &egui::Context) {
        let place = ctx.input(|input| {
            let viewport = input.viewport();
            viewport.inner_rect.map(|inner| WindowPlace {
                size: inner.size().into(),
                position: viewport.outer_rect.map(|outer| outer.min.into()),
                maximized: viewport.maximized.unwrap_or(false),
            })
        });
        if let Some(mut place) = place {
            // The size to come back to is the one from before it filled the screen.
            if place.maximized
                && let Some(before) = self.prefs.window
            {
                place.size = before.size;
                place.position = before.position;
            }
            self.prefs.window = Some(place);
        }
    }

    fn show_title(&mut self, ctx: &egui::Context) {
        let id = if self.session.is_sample() {
            "app-title-sample"
        } else {
            "app-title"
        };
        let name = self.document_name();
        let mut title = match id {
            "app-title-sample" => self
                .texts()
                .with("app-title-sample", &[("name", name.into())]),
            _ => self.texts().with("app-title", &[("name", name.into())]),
        };
        if self.session.is_modified() {
            title = format!("• {title}");
        }
        if title != self.title_shown {
            ctx.send_viewport_cmd(ViewportCommand::Title(title.clone()));
            self.title_shown = title;
        }
    }

    /// Writes what is remembered, where it changed.
    pub(super) fn keep_prefs(&mut self) {
        self.prefs.filter = self.panes.parties.filter.clone();
        self.prefs.filter.search.clear();
        self.prefs.measure = self.panes.parties.measure;
        self.prefs.ledger = self.panes.ledger.layout();
        self.prefs.chart = self.panes.chart.settings.clone();
        if self.prefs == self.kept {
            return;
        }
        let Some(folder) = &self.prefs_folder else {
            return;
        };
        match self.prefs.write(folder) {
            Ok(()) => self.kept = self.prefs.clone(),
            Err(error) => {
                tracing::warn!(%error, "settings not written");
                self.notices
                    .say(Notice::SettingsNotWritten(error.to_string()));
            }
        }
    }
}

impl eframe::App for App {
    fn logic(&mut self, ctx: &egui::Context, _frame: &mut eframe::Frame) {
        self.host.today = self.now().date();
        self.host.theme = Theme::of(ctx.theme());
        self.drain_input(ctx);
        self.take_in_work(ctx);
        self.take_in_saving(ctx);
        self.take_in_outside(ctx);
        self.take_in_backups(ctx);
        self.take_in_recent();
        self.take_in_recovering(ctx);
        self.take_in_importing(ctx);
        self.take_in_recount();
        self.follow_document();
        self.tend_desk(ctx);
        for action in std::mem::take(&mut self.host.actions) {
            self.apply(ctx, action);
        }
        self.watch_closing(ctx);
        self.keep_journal();
        self.ask_about_left();
        self.follow_document();
        self.host.desk.settle();
        self.show_title(ctx);
        self.keep_window_place(ctx);
    }

    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        self.tell_listed();
        self.shell_ui(ui);
        self.host.page_focus = false;
        let ctx = ui.ctx().clone();
        self.over_ui(&ctx);
        if !self.host.actions.is_empty() || self.host.desk.is_left_behind() {
            // What was asked for while painting is done, and shown, at once.
            ctx.request_repaint();
        }
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        self.finish_saving();
        self.keep_prefs();
        self.end_journal();
    }

    fn clear_color(&self, _visuals: &egui::Visuals) -> [f32; 4] {
        self.host.theme.surface.to_normalized_gamma_f32()
    }
}
