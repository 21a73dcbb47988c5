//! What a pane is lent while it paints. A pane is a struct with
//! `ui(&mut self, ui: &mut egui::Ui, ctx: &mut PaneCtx<'_>)`; it keeps only what it alone needs
//! (a fold, a scroll), reads the rest from here, and asks for changes by actions. Panes never call
//! each other.

use std::sync::Arc;

use jiff::civil::Date;

use crate::ledger::{Derivation, Ledger, Problem, check};
use crate::model::{Name, PartyId};
use crate::text::{Lang, Texts, words};
use crate::views::{
    Chart, ChartRequest, Measure, PartyDetail, PartyFilter, PartyIndex, PartyList,
    ProblemsByRecord, chart, detail, parties,
};

use super::action::Action;
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
    views: &'a mut Shown,
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

    /// Everything about one party; made once and kept while nothing changes.
    pub fn detail(&mut self, party: &PartyId) -> Option<Arc<PartyDetail>> {
        let key = (party.clone(), self.today);
        if self.views.detail.as_ref().is_none_or(|(k, _)| *k != key) {
            let problems = self.problems_by_record();
            let made = detail(self.ledger, party, self.today, &problems).map(Arc::new);
            self.views.detail = Some((key, made));
        }
        self.views
            .detail
            .as_ref()
            .and_then(|(_, made)| made.clone())
    }

    /// A chart; made once and kept while nothing changes.
    pub fn chart(&mut self, request: &ChartRequest) -> Arc<Chart> {
        keep(&mut self.views.chart, request, |request| {
            chart(self.ledger, request)
        })
    }

    /// The country list; made once and kept while nothing changes.
    pub fn parties(&mut self, measure: Measure, filter: &PartyFilter) -> Arc<PartyList> {
        let index = self.index();
        keep(
            &mut self.views.parties,
            &(measure, filter.clone()),
            |(measure, filter)| parties(self.ledger, &index, *measure, filter),
        )
    }

    /// What is wrong or doubtful in the dataset, errors first; made once and kept.
    pub fn problems(&mut self) -> Arc<Vec<Problem>> {
        keep(&mut self.views.problems, &(), |()| check(self.ledger))
    }

    fn problems_by_record(&mut self) -> Arc<ProblemsByRecord> {
        let problems = self.problems();
        keep(&mut self.views.by_record, &(), |()| {
            ProblemsByRecord::new(&problems)
        })
    }

    fn index(&mut self) -> Arc<PartyIndex> {
        let problems = self.problems_by_record();
        keep(&mut self.views.index, &(), |()| {
            PartyIndex::new(self.ledger, &problems, &|area| {
                let words = Lang::ALL
                    .iter()
                    .map(|lang| words::area(area, Texts::new(*lang)));
                words.collect::<Vec<_>>().join(" ")
            })
        })
    }
}

/// Of which party, seen from which day.
type DetailKey = (PartyId, Date);

/// The views that were last asked for, kept for as long as the ledger is the same.
#[derive(Default)]
struct Shown {
    detail: Option<(DetailKey, Option<Arc<PartyDetail>>)>,
    chart: Option<(ChartRequest, Arc<Chart>)>,
    parties: Option<((Measure, PartyFilter), Arc<PartyList>)>,
    problems: Option<((), Arc<Vec<Problem>>)>,
    by_record: Option<((), Arc<ProblemsByRecord>)>,
    index: Option<((), Arc<PartyIndex>)>,
}

fn keep<K: PartialEq + Clone, V>(
    kept: &mut Option<(K, Arc<V>)>,
    key: &K,
    make: impl FnOnce(&K) -> V,
) -> Arc<V> {
    if let Some((old, value)) = kept
        && old == key
    {
        return Arc::clone(value);
    }
    let value = Arc::new(make(key));
    *kept = Some((key.clone(), Arc::clone(&value)));
    value
}

/// Owns what panes are lent: the window has one, and so has a test of a single pane.
pub struct PaneHost {
    ledger: Arc<Ledger>,
    /// The words.
    pub texts: Texts,
    /// The colours.
    pub theme: &'static Theme,
    /// The day it is.
    pub today: Date,
    /// What was asked for while painting.
    pub actions: Vec<Action>,
    views: Shown,
}

impl PaneHost {
    /// A host over a ledger.
    pub fn new(ledger: Arc<Ledger>, today: Date) -> Self {
        Self {
            ledger,
            texts: Texts::default(),
            theme: &Theme::LIGHT,
            today,
            actions: Vec::new(),
            views: Shown::default(),
        }
    }

    /// The ledger that is shown.
    pub fn ledger(&self) -> &Arc<Ledger> {
        &self.ledger
    }

    /// Shows another ledger.
    pub fn set_ledger(&mut self, ledger: Arc<Ledger>) {
        self.ledger = ledger;
        self.views = Shown::default();
    }

    /// Shows another ledger, whose problems are known already.
    pub fn set_checked_ledger(&mut self, ledger: Arc<Ledger>, problems: Arc<Vec<Problem>>) {
        self.set_ledger(ledger);
        self.views.problems = Some(((), problems));
    }

    /// What a pane is lent at a place.
    pub fn lend<'a>(&'a mut self, place: &'a Place) -> PaneCtx<'a> {
        PaneCtx {
            ledger: &self.ledger,
            texts: self.texts,
            theme: self.theme,
            today: self.today,
            place,
            actions: &mut self.actions,
            views: &mut self.views,
        }
    }
}
