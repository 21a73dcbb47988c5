//! What is done with problems: shown, gone to, fixed, accepted.

use eframe::egui;

use crate::edit::{FixName, Kind, fix, make, refusal};
use crate::ledger::Problem;
use crate::model::PartyId;

use super::app::App;
use super::dialogs::{AcceptDialog, Dialog};
use super::edit::Reveal;
use super::notices::Notice;
use super::place::{Page, Place};

/// Something to be done with problems.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ProblemAsk {
    /// Show the page, narrowed to a party; none: to none.
    List(Option<PartyId>),
    /// Show the form of the record beside the page.
    Open(Problem),
    /// Go to the record, on the page of its party where it has one.
    Go(Problem, Option<PartyId>),
    /// Put it right so.
    Fix(Problem, FixName),
    /// Do all safe fixes of these, as one step.
    FixAll(Vec<Problem>),
    /// Ask for the reason, then accept these.
    Accept(Vec<Problem>),
    /// Accept these no longer.
    Unaccept(Vec<Problem>),
}

/// Problems by what an acceptance names: check and record.
pub(super) fn pairs(problems: &[Problem]) -> Vec<(String, String)> {
    let mut pairs: Vec<(String, String)> = problems
        .iter()
        .map(|problem| (problem.check.to_owned(), problem.record.clone()))
        .collect();
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

fn lent(pairs: &[(String, String)]) -> Vec<(&str, &str)> {
    let pairs = pairs.iter();
    pairs
        .map(|(check, record)| (check.as_str(), record.as_str()))
        .collect()
}

impl App {
    /// Does what is asked for.
    pub(super) fn on_problems(&mut self, ctx: &egui::Context, ask: ProblemAsk) {
        match ask {
            ProblemAsk::List(party) => {
                self.panes.problems.narrow_to(party);
                self.show_page(Page::Problems);
            }
            ProblemAsk::Open(problem) => self.open_record_of(&problem, Reveal::IfElsewhere),
            ProblemAsk::Go(problem, party) => {
                self.open_record_of(&problem, Reveal::Always);
                // What belongs to no party has no other place than its form.
                if party.is_some() {
                    self.trail.correct(|here| {
                        here.party = party;
                        here.page = Page::Party;
                    });
                    self.panes.parties.reveal_selection();
                }
            }
            ProblemAsk::Fix(problem, name) => {
                match fix::make(self.session.dataset(), &problem, name) {
                    Some(command) => {
                        self.change(ctx, command);
                    }
                    None => self.notices.say(Notice::NotFixed),
                }
            }
            ProblemAsk::FixAll(problems) => {
                let made = fix::fix_all(self.session.dataset(), &problems);
                match made.map(|(command, fixed)| (command, fixed.len())) {
                    Some((command, count)) => {
                        if self.change(ctx, command) {
                            self.notices.say(Notice::Fixed(count));
                        }
                    }
                    None => self.notices.say(Notice::NotFixed),
                }
            }
            ProblemAsk::Accept(mut problems) => {
                problems.retain(Problem::can_be_accepted);
                if problems.is_empty() {
                    return;
                }
                let dialog = AcceptDialog::new(&problems, self.texts());
                self.dialogs.push(Dialog::Accept(dialog));
            }
            ProblemAsk::Unaccept(problems) => {
                let pairs = pairs(&problems);
                let command = make::unaccept_all(self.session.dataset(), &lent(&pairs));
                self.change(ctx, command);
            }
        }
    }

    /// Accepts problems with the reason that was given.
    pub(super) fn accept(&mut self, ctx: &egui::Context, pairs: &[(String, String)], reason: &str) {
        match make::accept_all(self.session.dataset(), &lent(pairs), reason) {
            Ok(command) => {
                self.change(ctx, command);
            }
            Err(error) => {
                let why = refusal::of_field(&error, Kind::Header, self.texts());
                self.notices.say(Notice::NotChanged(why));
            }
        }
    }

    /// Gives the centre to a page, as a step to go back from.
    pub(super) fn show_page(&mut self, page: Page) {
        let here = self.trail.here();
        self.trail.go(Place {
            page,
            ..here.clone()
        });
    }

    /// Shows the form of the record that a problem is about, with the focus in the field.
    fn open_record_of(&mut self, problem: &Problem, reveal: Reveal) {
        match fix::key_of(self.session.dataset(), problem) {
            Some(key) => self.open_record(key, fix::path_of(problem), reveal),
            None => self.notices.say(Notice::NotFixed),
        }
    }
}
