//! Links to places: what is copied, and where one leads that was opened.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use eframe::egui;

use crate::edit::Key;
use crate::model::{Dataset, Name, PartyId};
use crate::text::{Texts, derivation, fields, words};
use crate::views::{
    FileLink, LedgerView, Link, LinkDock, LinkPage, MatrixSettings, Unread, number, number_name,
    number_party,
};

use super::action::{Action, Verb};
use super::app::{App, Panes};
use super::dialogs::{Dialog, LinkDialog};
use super::leave::Then;
use super::notices::Notice;
use super::panes::{CommitmentsPane, LedgerPane};
use super::place::{Dock, Page, Pane, Place};

/// Whether settings were understood.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Understood {
    /// All, or what was not is passed over.
    All,
    /// They were not: the page stands as it begins.
    No,
}

impl Understood {
    /// Of settings that were read or not.
    pub fn of<T, E>(read: &Result<T, E>) -> Self {
        if read.is_ok() { Self::All } else { Self::No }
    }
}

/// A page whose own settings (what it is narrowed to, in which order) go into a link and come out
/// of one, as the words that [`crate::views::query`] makes. By default there are none.
pub trait Linked {
    /// The settings that differ from those the page begins with.
    fn query(&self) -> String {
        String::new()
    }

    /// Takes settings in; those that are not named are as the page begins.
    fn set_query(&mut self, _query: &str) -> Understood {
        Understood::All
    }
}

impl Linked for CommitmentsPane {
    fn query(&self) -> String {
        self.settings.to_text()
    }

    fn set_query(&mut self, query: &str) -> Understood {
        let read = MatrixSettings::from_text(query);
        let understood = Understood::of(&read);
        self.settings = read.unwrap_or_default();
        understood
    }
}

impl Linked for LedgerPane {
    fn query(&self) -> String {
        self.view.to_text()
    }

    fn set_query(&mut self, query: &str) -> Understood {
        let read = LedgerView::from_text(query);
        let understood = Understood::of(&read);
        self.view = read.unwrap_or_default();
        understood
    }
}

/// A link that waits for its document to be open.
#[derive(Debug, Default)]
pub(super) struct Awaited {
    /// Of this file; none: of whatever is opened.
    pub(super) file: Option<PathBuf>,
    /// What stands behind `#`.
    pub(super) place: String,
}

impl Panes {
    /// The pane whose settings a link to a page carries.
    fn linked(&mut self, page: LinkPage) -> &mut dyn Linked {
        match page {
            // The detail has none of its own; beside it stands the chart.
            LinkPage::Party | LinkPage::Chart => &mut self.chart,
            LinkPage::Commitments => &mut self.commitments,
            LinkPage::Ledger => &mut self.ledger,
            LinkPage::Dates => &mut self.dates,
            LinkPage::Sources => &mut self.sources,
            LinkPage::Problems => &mut self.problems,
        }
    }
}

/// The page of a place, as links name it.
fn page_of(place: &Place) -> LinkPage {
    match place.page {
        Page::Party if place.pane == Pane::Chart => LinkPage::Chart,
        Page::Party => LinkPage::Party,
        Page::Commitments => LinkPage::Commitments,
        Page::Ledger => LinkPage::Ledger,
        Page::Dates => LinkPage::Dates,
        Page::Sources => LinkPage::Sources,
        Page::Problems => LinkPage::Problems,
    }
}

impl App {
    /// Keeps with the place that is shown what its page is set to, so that going back finds it so.
    pub(super) fn keep_query(&mut self) {
        let query = self.query_here();
        self.trail.correct(|here| here.query = query);
    }

    fn query_here(&mut self) -> String {
        let page = page_of(self.trail.here());
        self.panes.linked(page).query()
    }

    /// Sets the page that is shown to what was kept with its place.
    pub(super) fn restore_query(&mut self) {
        let here = self.trail.here().clone();
        if self.query_here() != here.query {
            self.panes.linked(page_of(&here)).set_query(&here.query);
        }
    }

    /// The link to the place that is shown.
    pub fn link(&mut self) -> Link {
        let here = self.trail.here().clone();
        let page = page_of(&here);
        let mut link = Link::to(page);
        if matches!(page, LinkPage::Party | LinkPage::Chart) {
            link.party = here.party.as_ref().map(ToString::to_string);
            link.record = here.record.clone().filter(|_| link.party.is_some());
            link.detail_alone = here.pane == Pane::Detail;
        }
        link.query = self.panes.linked(page).query();
        if self.prefs.panes.dock_shown {
            self.link_dock(&here, &mut link);
        }
        link
    }

    fn link_dock(&self, here: &Place, link: &mut Link) {
        match here.dock {
            Dock::Derivation => {
                let ledger = self.host.ledger();
                let Some(shown) = &here.derivation else {
                    return;
                };
                link.explain = number_name(ledger, shown);
                link.dock = link.explain.is_some().then_some(LinkDock::Derivation);
                // Where the number says all that there is to say, it is the place.
                let own = number_party(ledger, shown).map(|party| party.to_string());
                let says_all = link.page == LinkPage::Party
                    && link.explain.is_some()
                    && own.is_some()
                    && own == link.party
                    && link.record.is_none()
                    && link.query.is_empty();
                if says_all {
                    link.party = None;
                }
            }
            Dock::Record => {
                link.dock = Some(LinkDock::Record);
                let form = here.form.as_ref().filter(|key| !key.id.is_empty());
                let form = form.map(|key| key.id.clone());
                link.form = form.filter(|id| link.record.as_ref() != Some(id));
            }
            Dock::History => link.dock = Some(LinkDock::History),
        }
    }

    /// Puts the link to the place that is shown on the clipboard.
    pub(super) fn copy_link(&mut self, ctx: &egui::Context) {
        let link = self.link();
        let file = self.session.path();
        let file = file.map(|path| std::path::absolute(path).unwrap_or_else(|_| path.to_owned()));
        ctx.copy_text(FileLink::text(file.as_deref(), &link));
        self.notices.say(Notice::LinkCopied);
    }

    /// Asks for a link.
    pub(super) fn ask_for_link(&mut self) {
        let here = self.session.path().map(Path::to_owned);
        let dialog = LinkDialog::new(here);
        self.dialogs.push(Dialog::Link(dialog));
    }

    /// Follows a link: in the open document, or in another file that is opened for it.
    pub(super) fn follow_link(&mut self, ctx: &egui::Context, link: FileLink) {
        let FileLink { file, place } = link;
        let place = place.unwrap_or_default();
        match file.filter(|file| !is_same(file, self.session.path())) {
            None => self.go_to(&place),
            Some(file) => {
                self.awaited = Some(Awaited {
                    file: Some(file.clone()),
                    place,
                });
                if self.work.is_none() {
                    self.leave(ctx, Then::Open(file));
                }
            }
        }
    }

    /// Another document is open: the link that waited for it is followed.
    pub(super) fn follow_awaited(&mut self) {
        if let Some(Awaited { file, place }) = self.awaited.take()
            && file.is_none_or(|file| is_same(&file, self.session.path()))
        {
            // It is the first place of the document; there is none to go back to.
            self.go_to(&place);
            let here = self.trail.here().clone();
            self.trail = super::place::Trail::at(here);
        }
    }

    /// Goes to the place behind `#`. What it names that is not there is told.
    pub(super) fn go_to(&mut self, place: &str) {
        let (link, unread) = Link::read(place);
        let texts = self.texts();
        let mut amiss: Vec<String> = unread.iter().map(|what| what.told(texts)).collect();
        let lost = unread.iter().any(|what| matches!(what, Unread::Page(_)));
        if !lost {
            let place = self.place_of(&link, &mut amiss);
            let read = self.panes.linked(link.page).set_query(&link.query);
            if read == Understood::No {
                let args = [("part", link.query.as_str().into())];
                amiss.push(texts.with("link-unread-part", &args));
            }
            if link.dock.is_some() {
                self.prefs.panes.dock_shown = true;
            }
            self.trail.go(place);
            self.panes.parties.reveal_selection();
        }
        if !amiss.is_empty() {
            self.notices.say(Notice::LinkAmiss(amiss.join(" ")));
        }
    }

    /// The place that a link means in this document.
    fn place_of(&self, link: &Link, amiss: &mut Vec<String>) -> Place {
        let (texts, here) = (self.texts(), self.trail.here());
        let ledger = Arc::clone(self.host.ledger());
        let book = ledger.dataset();
        let mut missing = |what: &str| {
            amiss.push(texts.with("link-not-here", &[("what", what.into())]));
        };
        let mut place = Place {
            page: page(link.page),
            party: here.party.clone(),
            pane: match link.page {
                LinkPage::Chart => Pane::Chart,
                _ if link.detail_alone => Pane::Detail,
                _ => Pane::Both,
            },
            dock: here.dock,
            ..Place::default()
        };
        if let Some(wanted) = &link.party {
            match party(book, wanted) {
                Some(party) => place.party = Some(party),
                None => missing(wanted),
            }
        }
        if let Some(wanted) = &link.record {
            match Key::find(book, wanted) {
                Some(_) => place.record = Some(wanted.clone()),
                None => missing(wanted),
            }
        }
        if let Some(wanted) = &link.explain {
            match number(&ledger, wanted) {
                Some(tree) => {
                    if link.party.is_none() && link.page == LinkPage::Party {
                        place.party = number_party(&ledger, &tree).or(place.party);
                    }
                    place.derivation = Some(tree);
                }
                None => missing(wanted),
            }
        }
        if let Some(dock) = link.dock {
            place.dock = match dock {
                LinkDock::Derivation => Dock::Derivation,
                LinkDock::Record => Dock::Record,
                LinkDock::History => Dock::History,
            };
        }
        let form = link.form.as_ref().or(link.record.as_ref());
        if let Some(wanted) = form.filter(|_| link.dock == Some(LinkDock::Record)) {
            match Key::find(book, wanted) {
                Some(key) => place.form = Some(key),
                None if link.form.is_some() => missing(wanted),
                None => {}
            }
        }
        place
    }

    /// Goes so many places forward, or back.
    pub(super) fn travel(&mut self, steps: isize) {
        for _ in 0..steps.unsigned_abs() {
            if steps < 0 {
                self.trail.back();
            } else {
                self.trail.forward();
            }
        }
        self.restore_query();
    }

    /// The buttons of the mouse that lead back and forward.
    pub(super) fn drain_mouse(&mut self, ctx: &egui::Context) {
        let pressed = |button| ctx.input(|input| input.pointer.button_pressed(button));
        for (button, verb) in [
            (egui::PointerButton::Extra1, Verb::Back),
            (egui::PointerButton::Extra2, Verb::Forward),
        ] {
            if pressed(button) {
                self.act(Action::Do(verb));
            }
        }
    }
}

fn page(page: LinkPage) -> Page {
    match page {
        LinkPage::Party | LinkPage::Chart => Page::Party,
        LinkPage::Commitments => Page::Commitments,
        LinkPage::Ledger => Page::Ledger,
        LinkPage::Dates => Page::Dates,
        LinkPage::Sources => Page::Sources,
        LinkPage::Problems => Page::Problems,
    }
}

/// A party by its id, in small or capital letters.
fn party(book: &Dataset, wanted: &str) -> Option<PartyId> {
    let mut parties = book.parties.keys();
    parties
        .find(|id| id.as_str().eq_ignore_ascii_case(wanted))
        .cloned()
}

/// Whether two paths are one, however they are written.
pub(super) fn is_same(file: &Path, open: Option<&Path>) -> bool {
    let whole = |path: &Path| std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    open.is_some_and(|open| whole(open) == whole(file))
}

/// What a place is called in the list of places: what the centre shows, then what stands beside it.
pub(super) fn place_name(place: &Place, book: &Dataset, texts: Texts) -> String {
    let named = |name: &Name| words::name(name, texts).to_owned();
    let party = place.party.as_ref().and_then(|id| book.parties.get(id));
    let mut words = vec![match place.page {
        Page::Party => party.map_or_else(|| texts.get("page-party"), |party| named(&party.name)),
        Page::Commitments => texts.get("page-commitments"),
        Page::Ledger => texts.get("page-ledger"),
        Page::Dates => texts.get("page-dates"),
        Page::Sources => texts.get("page-sources"),
        Page::Problems => texts.get("page-problems"),
    }];
    if place.page == Page::Party && place.pane == Pane::Chart {
        words.push(texts.get("menu-toggle-chart"));
    }
    let beside = match (place.dock, &place.form, &place.derivation) {
        (Dock::Record, Some(key), _) if key.id.is_empty() => {
            Some(fields::kind(key.kind.key(), texts))
        }
        (Dock::Record, Some(key), _) => Some(key.id.clone()),
        (Dock::Derivation, _, Some(tree)) => {
            let lines = derivation::lines(tree, book, texts);
            lines.first().map(|line| line.text.clone())
        }
        _ => place.record.clone(),
    };
    words.extend(beside);
    words.join(" · ")
}
