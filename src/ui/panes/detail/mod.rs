//! The detail of one party: facts and time line, money by year, commitments, aid, sources, conflicts.

mod aid;
mod commitments;
mod facts;
mod money;
mod select;
mod sources;

use std::sync::Arc;

use eframe::egui::{self, Link, RichText, ScrollArea, Sense, Ui, UiBuilder};

use crate::edit::{Key, Kind};
use crate::model::{Notes, PartyId};
use crate::text::Lang;
use crate::ui::theme::strong;
use crate::ui::widgets::button;
use crate::ui::widgets::cite::{original_ui, phrase_ui};
use crate::ui::widgets::{chip, empty, in_place};
use crate::ui::{Action, PaneCtx, Verb, icons};
use crate::views::PartyDetail;

/// What stands below the facts.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
enum Tab {
    #[default]
    Money,
    Commitments,
    Aid,
    Sources,
    Conflicts,
}

impl Tab {
    const ALL: [Self; 5] = [
        Self::Money,
        Self::Commitments,
        Self::Aid,
        Self::Sources,
        Self::Conflicts,
    ];
}

/// The detail of one party.
#[derive(Default)]
pub struct DetailPane {
    tab: Tab,
    money: money::Money,
    /// The record that was last brought into view, so that it is done once.
    shown_record: Option<String>,
    shown_party: Option<PartyId>,
    /// How high the records of the tab were when they were last laid out.
    heights: Vec<f32>,
    heights_of: Option<Made>,
    /// The rows that are chosen, and on which page.
    selection: select::Selection,
    selection_of: Option<(PartyId, Tab)>,
}

/// What heights were measured under.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Made {
    detail: usize,
    tab: Tab,
    lang: Lang,
    width: u32,
}

impl DetailPane {
    /// Paints it.
    pub fn ui(&mut self, ui: &mut Ui, ctx: &mut PaneCtx<'_>) {
        let party = ctx.place.party.clone();
        let Some(detail) = party.and_then(|party| ctx.detail(&party)) else {
            none_ui(ui, ctx);
            return;
        };
        ctx.desk.focused_row = None;
        let reveal = self.follow(ctx, &detail);
        facts::facts_ui(ui, ctx, &detail);
        self.tabs_ui(ui, ctx, &detail);
        if self.tab == Tab::Money {
            self.money.ui(ui, ctx, &detail);
            return;
        }
        let made = Made {
            detail: Arc::as_ptr(&detail) as usize,
            tab: self.tab,
            lang: ctx.texts.lang(),
            width: ui.available_width().round().to_bits(),
        };
        if self.heights_of != Some(made) {
            self.heights_of = Some(made);
            self.heights.clear();
        }
        let keys = self.rows(&detail);
        self.follow_rows(&detail, &keys);
        self.selection.keys_ui(ui, ctx, &keys);
        let bar = if self.selection.is_empty() {
            0.0
        } else {
            select::BAR
        };
        let room = ui.available_rect_before_wrap();
        let (above, below) = room.split_top_bottom_at_y((room.bottom() - bar).max(room.top()));
        let mut inner = ui.new_child(UiBuilder::new().max_rect(above));
        self.records_ui(&mut inner, ctx, &detail, &keys, reveal.as_deref());
        if bar > 0.0 {
            let mut bar = ui.new_child(UiBuilder::new().max_rect(below));
            self.selection.bar_ui(&mut bar, ctx, &keys);
        }
        ui.allocate_rect(room, Sense::empty());
    }

    fn records_ui(
        &mut self,
        ui: &mut Ui,
        ctx: &mut PaneCtx<'_>,
        detail: &PartyDetail,
        keys: &[Key],
        reveal: Option<&str>,
    ) {
        let (heights, selection) = (&mut self.heights, &mut self.selection);
        ScrollArea::vertical()
            .id_salt((detail.party.id.as_str(), self.tab as u8))
            .auto_shrink(false)
            .show(ui, |ui| {
                let mut rows = select::Rows {
                    keys,
                    selection,
                    heights,
                    reveal,
                };
                match self.tab {
                    Tab::Money => {}
                    Tab::Commitments => {
                        commitments::commitments_ui(ui, ctx, detail, &mut rows);
                    }
                    Tab::Aid => aid::aid_ui(ui, ctx, detail, &mut rows),
                    Tab::Sources => sources::sources_ui(ui, ctx, detail, reveal, rows.heights),
                    Tab::Conflicts => sources::conflicts_ui(ui, ctx, detail),
                }
            });
    }

    /// The records of the tab that can be chosen, in their order.
    fn rows(&self, detail: &PartyDetail) -> Vec<Key> {
        match self.tab {
            Tab::Commitments => {
                let rows = detail.commitments.iter().flat_map(|group| &group.rows);
                rows.map(|row| Key::new(Kind::Commitment, &row.commitment.id))
                    .collect()
            }
            Tab::Aid => {
                let rows = detail.aid.iter();
                rows.map(|row| Key::new(Kind::Aid, &row.entry.id)).collect()
            }
            Tab::Money | Tab::Sources | Tab::Conflicts => Vec::new(),
        }
    }

    /// On another page nothing is chosen.
    fn follow_rows(&mut self, detail: &PartyDetail, keys: &[Key]) {
        let page = Some((detail.party.id.clone(), self.tab));
        if self.selection_of != page {
            self.selection_of = page;
            self.selection.clear();
        }
        self.selection.follow(keys);
    }

    /// Goes to the tab of a record that is to be brought into view; the record, the first time.
    fn follow(&mut self, ctx: &PaneCtx<'_>, detail: &PartyDetail) -> Option<String> {
        if self.shown_party.as_ref() != Some(&detail.party.id) {
            self.shown_party = Some(detail.party.id.clone());
            self.shown_record = None;
        }
        let record = ctx.place.record.clone()?;
        if self.shown_record.as_ref() == Some(&record) {
            return None;
        }
        self.shown_record = Some(record.clone());
        let dataset = ctx.ledger.dataset();
        if dataset.commitments.contains_key(record.as_str()) {
            self.tab = Tab::Commitments;
        } else if dataset.aid.contains_key(record.as_str()) {
            self.tab = Tab::Aid;
        } else if dataset.sources.contains_key(record.as_str()) {
            self.tab = Tab::Sources;
        }
        Some(record)
    }

    fn tabs_ui(&mut self, ui: &mut Ui, ctx: &mut PaneCtx<'_>, detail: &Arc<PartyDetail>) {
        ui.add_space(4.0);
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            for tab in Tab::ALL {
                let text = label(tab, ctx, detail);
                if chip::chip_ui(ui, ctx.theme, &text, self.tab == tab).clicked() {
                    self.tab = tab;
                }
            }
            self.add_ui(ui, ctx);
        });
        ui.add_space(4.0);
        let rect = ui.max_rect();
        ui.painter()
            .hline(rect.x_range(), ui.cursor().top(), ctx.theme.hairline());
        ui.add_space(4.0);
    }
}

impl DetailPane {
    /// The button that begins a record of what the tab lists.
    fn add_ui(&self, ui: &mut Ui, ctx: &mut PaneCtx<'_>) {
        let (kind, id) = match self.tab {
            Tab::Commitments => (Kind::Commitment, "menu-new-commitment"),
            Tab::Aid => (Kind::Aid, "menu-new-aid"),
            Tab::Sources => (Kind::Source, "menu-new-source"),
            Tab::Money | Tab::Conflicts => return,
        };
        let name = match id {
            "menu-new-commitment" => ctx.texts.get("menu-new-commitment"),
            "menu-new-aid" => ctx.texts.get("menu-new-aid"),
            _ => ctx.texts.get("menu-new-source"),
        };
        let can = ctx.desk.read_only().is_none();
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            ui.add_enabled_ui(can, |ui| {
                let add = button::icon_ui(ui, ctx.theme, icons::ADD, &name);
                let why = ctx.texts.get("menu-why-read-only");
                if add.on_disabled_hover_text(why).clicked() {
                    ctx.act(Action::NewRecord(kind));
                }
            });
        });
    }
}

fn label(tab: Tab, ctx: &PaneCtx<'_>, detail: &PartyDetail) -> String {
    let counted = |text: String, count: usize| format!("{text} {count}");
    let texts = ctx.texts;
    match tab {
        Tab::Money => texts.get("detail-tab-money"),
        Tab::Commitments => {
            let count = detail
                .commitments
                .iter()
                .map(|group| group.rows.len())
                .sum();
            counted(texts.get("detail-tab-commitments"), count)
        }
        Tab::Aid => counted(texts.get("detail-tab-aid"), detail.aid.len()),
        Tab::Sources => counted(texts.get("detail-tab-sources"), detail.sources.len()),
        Tab::Conflicts => counted(
            texts.get("detail-tab-conflicts"),
            detail.party.conflicts.len(),
        ),
    }
}

/// Width kept at the right of a record for its number.
const NUMBER: f32 = 150.0;

/// A summary, wrapped so that the number at its right keeps its room.
fn summary_ui(ui: &mut Ui, summary: &str, beside_number: bool) -> egui::Response {
    let room = if beside_number { NUMBER } else { 0.0 };
    let width = (ui.available_width() - room).max(80.0);
    ui.vertical(|ui| {
        ui.set_width(width);
        ui.add(egui::Label::new(summary).wrap())
    })
    .inner
}

/// Small words of a row that can be edited where they stand, with a point before them where others
/// stand before.
fn small_value_ui(ui: &mut Ui, ctx: &mut PaneCtx<'_>, key: &Key, path: &str, words: &str) {
    let shown = ui.label(ctx.theme.small(words));
    in_place::value(ui, ctx, key, path, &shown);
}

/// A hairline between two records.
fn line_ui(ui: &mut Ui, ctx: &PaneCtx<'_>) {
    ui.add_space(5.0);
    let rect = ui.max_rect();
    ui.painter()
        .hline(rect.x_range(), ui.cursor().top(), ctx.theme.hairline());
    ui.add_space(5.0);
}

/// Small things one after another below a record, wrapped under each other at a distance from the left.
fn indented_ui(ui: &mut Ui, left: f32, fill: impl FnOnce(&mut Ui)) {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.add_space(left);
        ui.vertical(|ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().interact_size.y = 16.0;
            ui.spacing_mut().item_spacing = egui::vec2(5.0, 0.0);
            ui.horizontal_wrapped(fill);
        });
    });
}

/// A record of a long list: laid out only while it is in view or wanted there. A screen reader
/// hears all of them. `fill` is told whether the pointer is on it.
fn culled_ui(
    ui: &mut Ui,
    heights: &mut Vec<f32>,
    index: usize,
    wanted: bool,
    fill: impl FnOnce(&mut Ui, bool),
) {
    let heard = ui
        .ctx()
        .accesskit_node_builder(ui.unique_id(), |_| ())
        .is_some();
    let height = heights.get(index).copied().unwrap_or_default();
    let size = egui::vec2(ui.available_width(), height);
    let place = egui::Rect::from_min_size(ui.cursor().min, size);
    if height > 0.0 && !heard && !wanted && !ui.is_rect_visible(place) {
        ui.allocate_space(size);
        return;
    }
    let under_pointer = ui.rect_contains_pointer(place);
    let shown = ui.scope(|ui| fill(ui, under_pointer)).response;
    if heights.len() <= index {
        heights.resize(index + 1, 0.0);
    }
    if let Some(height) = heights.get_mut(index) {
        *height = shown.rect.height();
    }
    if wanted {
        shown.scroll_to_me(Some(egui::Align::TOP));
    }
}

/// The notes of a record, under the pointer of one sign.
fn notes_ui(ui: &mut Ui, ctx: &PaneCtx<'_>, notes: &Notes) {
    if !notes.is_empty() {
        let all: Vec<&str> = notes.values().map(String::as_str).collect();
        ui.label(ctx.theme.small(icons::INFO))
            .on_hover_text(all.join("\n\n"));
    }
}

/// A heading inside a tab.
fn heading_ui(ui: &mut Ui, text: String) {
    ui.add_space(6.0);
    ui.label(strong(text));
    ui.add_space(2.0);
}

/// What is wrong or doubtful, in a line each.
fn problems_ui(ui: &mut Ui, ctx: &PaneCtx<'_>, problems: &[crate::ledger::Problem]) {
    for problem in problems {
        crate::ui::widgets::problem::line_ui(ui, ctx, problem);
    }
}

/// A record that a link leads to, as a small link.
fn record_link_ui(ui: &mut Ui, ctx: &mut PaneCtx<'_>, id: &str) {
    let dataset = ctx.ledger.dataset();
    let Some(party) = dataset.money(id).map(|record| record.party().clone()) else {
        // An agreement stands at the head of the pane, and needs no way there.
        ui.label(ctx.theme.small(id));
        return;
    };
    if ui.add(Link::new(RichText::new(id).small())).clicked() {
        ctx.act(crate::ui::Action::ShowRecord(party, id.to_owned()));
    }
}

/// No party is shown: one is to be chosen, or there is none yet.
fn none_ui(ui: &mut Ui, ctx: &mut PaneCtx<'_>) {
    let (texts, theme) = (ctx.texts, ctx.theme);
    if !ctx.ledger.dataset().parties.is_empty() {
        empty::empty_ui(ui, theme, &texts.get("detail-empty"), "", |_| {});
        return;
    }
    let said = texts.get("detail-no-parties");
    let hint = texts.get("detail-no-parties-hint");
    let can = ctx.desk.read_only().is_none();
    empty::empty_ui(ui, theme, &said, &hint, |ui| {
        if can {
            for verb in [Verb::NewParty, Verb::PasteRows] {
                if button::button_ui(ui, theme, texts.get(verb.text_id())).clicked() {
                    ctx.act(verb);
                }
            }
        }
    });
}
