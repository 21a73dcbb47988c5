//! The page of problems: all that the checks found, to be gone to, fixed or accepted.

mod link;
mod narrow;
mod rows;

use std::collections::BTreeSet;
use std::sync::Arc;

use eframe::egui::{self, Key, Modifiers, Ui};

use crate::edit::fix;
use crate::ledger::Problem;
use crate::model::PartyId;
use crate::text::{Texts, problem as told, words};
use crate::ui::problems::ProblemAsk;
use crate::ui::theme::{HALF, UNIT, title};
use crate::ui::widgets::table::{Order, TableState, tsv};
use crate::ui::widgets::walk::Walk;
use crate::ui::widgets::{button, empty, head};
use crate::ui::{Action, PaneCtx, icons};
use crate::views::{ProblemFilter, ProblemIndex, ProblemList, ProblemOrder};

/// The page of problems.
#[derive(Default)]
pub struct ProblemsPane {
    /// What it is narrowed to.
    filter: ProblemFilter,
    table: TableState,
    /// The chosen rows, by their places in the whole list.
    chosen: BTreeSet<usize>,
    /// What they were chosen from.
    shown: Option<(Arc<ProblemIndex>, Arc<ProblemList>)>,
}

/// What the table needs beside the rows.
struct Page<'a> {
    index: &'a ProblemIndex,
    list: &'a ProblemList,
    read_only: bool,
}

impl Page<'_> {
    /// The problem in a row, with the party whose it is.
    fn row(&self, row: usize) -> Option<(&Problem, Option<&PartyId>)> {
        self.index.at(*self.list.rows.get(row)?)
    }
}

impl ProblemsPane {
    /// Narrows the page to a party; none: to nothing.
    pub fn narrow_to(&mut self, party: Option<PartyId>) {
        self.filter = ProblemFilter {
            party,
            with_accepted: self.filter.with_accepted,
            order: self.filter.order,
            descending: self.filter.descending,
            ..ProblemFilter::default()
        };
        self.table.at = None;
    }

    /// Paints it.
    pub fn ui(&mut self, ui: &mut Ui, ctx: &mut PaneCtx<'_>) {
        // A party that is gone narrows to nothing.
        let parties = &ctx.ledger.dataset().parties;
        if self
            .filter
            .party
            .as_ref()
            .is_some_and(|p| !parties.contains_key(p))
        {
            self.filter.party = None;
        }
        let index = Arc::clone(ctx.problem_index());
        let list = ctx.problem_list(&self.filter);
        self.keep_chosen(&index, &list);
        let page = Page {
            index: &index,
            list: &list,
            read_only: ctx.desk.read_only().is_some(),
        };
        self.head_ui(ui, ctx, &page);
        ui.add_space(HALF);
        narrow::narrow_ui(ui, ctx, &list, &mut self.filter);
        ui.add_space(HALF);
        if list.rows.is_empty() {
            self.empty_ui(ui, ctx, &page);
            return;
        }
        self.table.wants_focus = ctx.page_focus;
        let walked = rows::table_ui(ui, ctx, &page, &mut self.table, &mut self.chosen);
        self.follow_order();
        self.keys(ui, ctx, &page, walked);
    }

    /// Lets go of chosen rows that are not shown any more.
    fn keep_chosen(&mut self, index: &Arc<ProblemIndex>, list: &Arc<ProblemList>) {
        let same = match &self.shown {
            Some((old, shown)) if Arc::ptr_eq(old, index) => {
                if Arc::ptr_eq(shown, list) {
                    return;
                }
                true
            }
            _ => false,
        };
        if same {
            let rows: BTreeSet<usize> = list.rows.iter().copied().collect();
            self.chosen.retain(|place| rows.contains(place));
        } else {
            self.chosen.clear();
        }
        self.shown = Some((Arc::clone(index), Arc::clone(list)));
    }

    /// The order that the header of the table was asked for.
    fn follow_order(&mut self) {
        let Some(Order { column, descending }) = self.table.order else {
            return;
        };
        self.filter.order = match column {
            rows::RECORD => ProblemOrder::Record,
            rows::PROBLEM => ProblemOrder::Check,
            _ => ProblemOrder::Severity,
        };
        self.filter.descending = descending;
    }

    /// The title, and what can be done with several problems at once.
    fn head_ui(&mut self, ui: &mut Ui, ctx: &mut PaneCtx<'_>, page: &Page<'_>) {
        let (texts, theme) = (ctx.texts, ctx.theme);
        let left = |ui: &mut Ui| {
            ui.label(title(texts.get("page-problems")));
        };
        head::head_ui(ui, left, |ui| {
            ui.spacing_mut().item_spacing.x = UNIT;
            let copy = texts.get("problems-copy");
            if button::icon_ui(ui, theme, icons::COPY, &copy).clicked() {
                ctx.act(Action::CopyText(self.copied(page, texts)));
            }
            self.fix_all_ui(ui, ctx, page);
            self.accept_ui(ui, ctx, page);
            self.choose_all_ui(ui, ctx, page);
        });
    }

    fn choose_all_ui(&mut self, ui: &mut Ui, ctx: &PaneCtx<'_>, page: &Page<'_>) {
        let all = !page.list.rows.is_empty() && self.chosen.len() == page.list.rows.len();
        let text = ctx.texts.get(if all {
            "problems-choose-none"
        } else {
            "problems-choose-all"
        });
        if !page.list.rows.is_empty() && button::link_ui(ui, text).clicked() {
            self.chosen = if all {
                BTreeSet::new()
            } else {
                page.list.rows.iter().copied().collect()
            };
        }
    }

    /// The problems of the chosen rows, in the order shown.
    fn chosen_problems(&self, page: &Page<'_>) -> Vec<Problem> {
        let rows = page.list.rows.iter();
        let rows = rows.filter(|place| self.chosen.contains(place));
        rows.filter_map(|place| Some(page.index.at(*place)?.0.clone()))
            .collect()
    }

    fn accept_ui(&self, ui: &mut Ui, ctx: &mut PaneCtx<'_>, page: &Page<'_>) {
        if self.chosen.is_empty() {
            return;
        }
        let count = self.chosen.len().to_string();
        let text = ctx
            .texts
            .with("problems-accept-chosen", &[("count", count.into())]);
        let why = ctx.texts.get("problems-why-read-only");
        let pressed = ui.add_enabled_ui(!page.read_only, |ui| {
            button::button_ui(ui, ctx.theme, text)
                .on_disabled_hover_text(why)
                .clicked()
        });
        if pressed.inner {
            ctx.act(ProblemAsk::Accept(self.chosen_problems(page)));
        }
    }

    fn fix_all_ui(&self, ui: &mut Ui, ctx: &mut PaneCtx<'_>, page: &Page<'_>) {
        let safe = self.safely_fixable(page);
        let why = if page.read_only {
            ctx.texts.get("problems-why-read-only")
        } else {
            ctx.texts.get("problems-why-none-safe")
        };
        let enabled = safe && !page.read_only;
        let pressed = ui.add_enabled_ui(enabled, |ui| {
            button::button_ui(ui, ctx.theme, ctx.texts.get("problems-fix-all"))
                .on_hover_text(ctx.texts.get("problems-fix-all-tip"))
                .on_disabled_hover_text(why)
                .clicked()
        });
        if pressed.inner {
            let all = page.list.rows.iter().filter_map(|row| page.index.at(*row));
            let all = all.map(|(problem, _)| problem.clone());
            ctx.act(ProblemAsk::FixAll(all.collect()));
        }
    }

    /// Whether any check with a safe fix found something among the rows.
    fn safely_fixable(&self, page: &Page<'_>) -> bool {
        let narrowed = self.filter.check;
        let mut checks = page.list.checks.iter().map(|(check, _)| *check);
        checks.any(|check| narrowed.is_none_or(|only| only == check) && fix::is_safe(check))
    }

    fn empty_ui(&mut self, ui: &mut Ui, ctx: &PaneCtx<'_>, page: &Page<'_>) {
        let (texts, theme) = (ctx.texts, ctx.theme);
        if self.filter.is_narrowed() {
            empty::empty_ui(ui, theme, &texts.get("problems-none-here"), "", |ui| {
                if button::button_ui(ui, theme, texts.get("problems-show-all")).clicked() {
                    self.narrow_to(None);
                }
            });
            return;
        }
        let hint = if page.list.accepted > 0 {
            texts.get("problems-none-but-accepted")
        } else {
            String::new()
        };
        empty::empty_ui(ui, theme, &texts.get("problems-none"), &hint, |ui| {
            let done = egui::RichText::new(icons::DONE).size(32.0);
            ui.label(done.color(theme.good));
        });
    }

    /// What the keys do while the table has the focus.
    fn keys(&mut self, ui: &Ui, ctx: &mut PaneCtx<'_>, page: &Page<'_>, walked: Walk) {
        if !walked.focused {
            return;
        }
        if walked.copy {
            ctx.act(Action::CopyText(self.copied(page, ctx.texts)));
        }
        let place = self
            .table
            .at
            .and_then(|row| page.list.rows.get(row))
            .copied();
        let Some((place, (problem, _))) = place.and_then(|p| Some((p, page.index.at(p)?))) else {
            return;
        };
        if walked.chosen.is_some() {
            ctx.act(ProblemAsk::Open(problem.clone()));
        }
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        if pressed(Key::Space) && !self.chosen.remove(&place) {
            self.chosen.insert(place);
        }
        if page.read_only {
            return;
        }
        if pressed(Key::F)
            && let Some(name) = fix::offered(ctx.desk.book(), problem).first()
        {
            ctx.act(ProblemAsk::Fix(problem.clone(), *name));
        }
        if pressed(Key::A) {
            let mut these = self.chosen_problems(page);
            if these.is_empty() {
                these.push(problem.clone());
            }
            ctx.act(ProblemAsk::Accept(these));
        }
    }

    /// The chosen rows, or all, as tab-separated text.
    fn copied(&self, page: &Page<'_>, texts: Texts) -> String {
        let header = [
            "problems-column-severity",
            "problems-column-check",
            "problems-column-record",
            "problems-column-party",
            "problems-column-field",
            "problems-column-problem",
            "problems-column-hint",
            "problems-column-rule",
            "problems-column-accepted",
        ];
        let rows = page.list.rows.iter();
        let rows = rows.filter(|p| self.chosen.is_empty() || self.chosen.contains(p));
        let rows = rows.filter_map(|place| page.index.at(*place));
        let rows = rows.map(|(problem, party)| {
            vec![
                told::severity(problem.severity, texts),
                problem.check.to_owned(),
                problem.record.clone(),
                party.map(ToString::to_string).unwrap_or_default(),
                problem.field.clone(),
                told::message(problem, texts),
                told::hint(problem, texts),
                problem
                    .rule
                    .map(|rule| rule.id().to_owned())
                    .unwrap_or_default(),
                problem.accepted.clone().unwrap_or_default(),
            ]
        });
        let header = header.iter().map(|id| texts.get(id)).collect();
        tsv(std::iter::once(header).chain(rows))
    }
}

/// A party's name; its id where it is gone.
fn party_name(party: &PartyId, ctx: &PaneCtx<'_>) -> String {
    match ctx.ledger.dataset().parties.get(party) {
        Some(party) => words::name(&party.name, ctx.texts).to_owned(),
        None => party.to_string(),
    }
}
