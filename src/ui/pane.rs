//! What a pane is lent while it paints. A pane is a struct with
//! `ui(&mut self, ui: &mut egui::Ui, ctx: &mut PaneCtx<'_>)`; it keeps only what it alone needs
//! (a fold, a scroll), reads the rest from here, and asks for changes by actions. Panes never call
//! each other.

use std::rc::Rc;
use std::sync::Arc;

use jiff::civil::Date;

use crate::ledger::{Assumptions, Derivation, Ledger, Problem};
use crate::model::{CommitmentId, Name, PartyId};
use crate::session::Revision;
use crate::text::{Lang, Texts};
use crate::views::{
    Chart, ChartRequest, CommitmentRow, Cutoffs, DateFilter, DateIndex, DateList, LedgerIndex,
    LedgerList, LedgerRequest, Matrix, MatrixRequest, Measure, PartyDetail, PartyFilter, PartyList,
    ProblemFilter, ProblemIndex, ProblemList, ProblemsByRecord, Reading, SourceFilter, SourceIndex,
    SourceList, ViewCache, Views,
};

use super::action::Action;
use super::desk::Desk;
use super::place::Place;
use super::theme::Theme;

/// What a pane is lent while it paints.
pub struct PaneCtx<'a> {
    /// The dataset made ready under the assumptions.
    pub ledger: &'a Arc<Ledger>,
    /// The words.
    pub texts: Texts,
    /// The colours.
    pub theme: &'static Theme,
    /// The day it is; handed in, so that tests have their own.
    pub today: Date,
    /// Where the reader is.
    pub place: &'a Place,
    /// What is to be done after painting.
    pub actions: &'a mut Vec<Action>,
    /// What is being edited.
    pub desk: &'a mut Desk,
    /// The parties that the country list shows, in its order, while it is narrowed; none: all.
    pub listed: Option<&'a Arc<[PartyId]>>,
    /// Whether a page was just come to by its keys: its table is to take the focus.
    pub page_focus: bool,
    views: &'a Views,
}

impl PaneCtx<'_> {
    /// Asks for something to be done after painting.
    pub fn act(&mut self, action: impl Into<Action>) {
        self.actions.push(action.into());
    }

    /// Asks to show the tree under a number.
    pub fn explain(&mut self, derivation: &Arc<Derivation>) {
        self.actions.push(Action::Explain(Arc::clone(derivation)));
    }

    /// A name in the language of the window.
    pub fn name<'n>(&self, name: &'n Name) -> &'n str {
        match self.texts.lang() {
            Lang::En => &name.en,
            Lang::Uk => &name.uk,
        }
    }

    /// Everything about one party; made once and kept.
    pub fn detail(&self, party: &PartyId) -> Option<Arc<PartyDetail>> {
        self.views.detail(party, self.today)
    }

    /// The days that come and those gone by; made once a day and kept.
    pub fn dates(&self) -> Arc<DateIndex> {
        self.views.dates(self.today)
    }

    /// The rows of the page of dates; made once and kept.
    pub fn date_list(&self, filter: &DateFilter) -> Arc<DateList> {
        self.views.date_list(self.today, filter)
    }

    /// Every source, with what hangs on it; made once and kept.
    pub fn sources(&self) -> &Arc<SourceIndex> {
        self.views.sources()
    }

    /// The rows of the page of sources; made once and kept.
    pub fn source_list(&self, filter: &SourceFilter) -> Arc<SourceList> {
        self.views.source_list(filter)
    }

    /// The days on which a cut-off can be set; made once and kept.
    pub fn cutoffs(&self) -> &Arc<Cutoffs> {
        self.views.cutoffs()
    }

    /// A chart; made once and kept.
    pub fn chart(&self, request: &ChartRequest) -> Arc<Chart> {
        self.views.chart_in(request, self.texts.lang())
    }

    /// The country list; made once and kept.
    pub fn parties(&self, measure: Measure, filter: &PartyFilter) -> Arc<PartyList> {
        self.views.parties(measure, filter)
    }

    /// The matrix of commitments; made once and kept.
    pub fn matrix(&self, request: &MatrixRequest) -> Arc<Matrix> {
        self.views.matrix(request)
    }

    /// Commitments as they are shown; made once and kept.
    pub fn commitments(&self, ids: &[CommitmentId]) -> Arc<Vec<CommitmentRow>> {
        self.views.commitments(ids)
    }

    /// The commitments of parties beside each other; made once and kept.
    pub fn reading(&self, parties: &[PartyId]) -> Arc<Reading> {
        self.views.reading(parties)
    }

    /// The same by record; made once and kept.
    pub fn problems_by_record(&self) -> &Arc<ProblemsByRecord> {
        self.views.problems_by_record()
    }

    /// The same with the party of each; made once and kept.
    pub fn problem_index(&self) -> &Arc<ProblemIndex> {
        self.views.problem_index()
    }

    /// Every aid entry, made ready to be narrowed and ordered; made once and kept.
    pub fn ledger_index(&self) -> &Arc<LedgerIndex> {
        self.views.ledger_index()
    }

    /// The rows of the page of aid entries; made once and kept.
    pub fn ledger_list(&self, request: &LedgerRequest) -> Arc<LedgerList> {
        self.views.ledger_list(request)
    }

    /// The rows of the page of problems; made once and kept.
    pub fn problem_list(&self, filter: &ProblemFilter) -> Arc<ProblemList> {
        self.views.problem_list(filter)
    }

    /// What is wrong or doubtful in the dataset, errors first; made once and kept.
    pub fn problems(&self) -> Arc<Vec<Problem>> {
        Arc::clone(self.views.problems())
    }
}

/// Owns what panes are lent: the window has one, and so has a test of a single pane.
pub struct PaneHost {
    /// The words.
    pub texts: Texts,
    /// The colours.
    pub theme: &'static Theme,
    /// The day it is.
    pub today: Date,
    /// What was asked for while painting.
    pub actions: Vec<Action>,
    /// What is being edited.
    pub desk: Desk,
    /// The parties that the country list shows while it is narrowed; none: all.
    pub listed: Option<Arc<[PartyId]>>,
    /// Whether a page was come to by its keys in this frame.
    pub page_focus: bool,
    /// The state of the document that is shown; none: of a book that is in no document.
    revision: Option<Revision>,
    views: Rc<Views>,
    cache: ViewCache<Option<Revision>>,
}

impl PaneHost {
    /// A host over a ledger.
    pub fn new(ledger: &Arc<Ledger>, today: Date) -> Self {
        let cache = ViewCache::default();
        Self {
            texts: Texts::default(),
            theme: &Theme::LIGHT,
            today,
            actions: Vec::new(),
            desk: Desk::new(ledger.dataset()),
            listed: None,
            page_focus: false,
            revision: None,
            views: cache.of(None, ledger),
            cache,
        }
    }

    /// The ledger that is shown.
    pub fn ledger(&self) -> &Arc<Ledger> {
        self.views.ledger()
    }

    /// What is wrong or doubtful in it, errors first.
    pub fn problems(&self) -> &Arc<Vec<Problem>> {
        self.views.problems()
    }

    /// Shows the document as it was counted under other assumptions.
    pub fn set_ledger(&mut self, ledger: &Arc<Ledger>) {
        self.views = self.cache.of(self.revision, ledger);
    }

    /// Shows the document under assumptions that it was counted under before. Whether it was.
    pub fn show_again(&mut self, assumptions: &Assumptions) -> bool {
        let kept = self.cache.kept(self.revision, assumptions);
        if let Some(views) = &kept {
            self.views = Rc::clone(views);
        }
        kept.is_some()
    }

    /// Shows a document, whose problems are known already.
    pub fn show(&mut self, revision: Revision, ledger: &Arc<Ledger>, problems: Arc<Vec<Problem>>) {
        self.revision = Some(revision);
        self.views = self.cache.of(self.revision, ledger);
        self.views.know_problems(problems);
    }

    /// Shows another state of the document, whose problems are looked for when they are asked for.
    pub fn show_state(&mut self, revision: Revision, ledger: &Arc<Ledger>) {
        self.revision = Some(revision);
        self.views = self.cache.of(self.revision, ledger);
    }

    /// Shows a state of the document that was shown before under these assumptions. Whether it was.
    pub fn show_state_again(&mut self, revision: Revision, assumptions: &Assumptions) -> bool {
        let kept = self.cache.kept(Some(revision), assumptions);
        if let Some(views) = &kept {
            self.revision = Some(revision);
            self.views = Rc::clone(views);
        }
        kept.is_some()
    }

    /// What a pane is lent at a place.
    pub fn lend<'a>(&'a mut self, place: &'a Place) -> PaneCtx<'a> {
        PaneCtx {
            ledger: self.views.ledger(),
            texts: self.texts,
            theme: self.theme,
            today: self.today,
            place,
            actions: &mut self.actions,
            desk: &mut self.desk,
            listed: self.listed.as_ref(),
            page_focus: self.page_focus,
            views: &self.views,
        }
    }
}
