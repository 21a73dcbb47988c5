//! The detail of one party: facts and time line, money by year, commitments, aid, sources, conflicts.

mod aid;
mod commitments;
mod facts;
mod money;
mod sources;

use std::sync::Arc;

use eframe::egui::{self, Link, RichText, ScrollArea, Ui};

use crate::model::PartyId;
use crate::ui::PaneCtx;
use crate::ui::theme::strong;
use crate::ui::widgets::chip;
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
}

impl DetailPane {
    /// Paints it.
    pub fn ui(&mut self, ui: &mut Ui, ctx: &mut PaneCtx<'_>) {
        let party = ctx.place.party.clone();
        let Some(detail) = party.and_then(|party| ctx.detail(&party)) else {
            ui.centered_and_justified(|ui| {
                ui.label(ctx.theme.weak(ctx.texts.get("detail-empty")));
            });
            return;
        };
        let reveal = self.follow(ctx, &detail);
        facts::facts_ui(ui, ctx, &detail);
        self.tabs_ui(ui, ctx, &detail);
        let salt = (detail.party.id.as_str().to_owned(), self.tab as u8);
        if self.tab == Tab::Money {
            self.money.ui(ui, ctx, &detail);
            return;
        }
        ScrollArea::vertical()
            .id_salt(salt)
            .auto_shrink(false)
            .show(ui, |ui| match self.tab {
                Tab::Money => {}
                Tab::Commitments => {
                    commitments::commitments_ui(ui, ctx, &detail, reveal.as_deref())
                }
                Tab::Aid => aid::aid_ui(ui, ctx, &detail, reveal.as_deref()),
                Tab::Sources => sources::sources_ui(ui, ctx, &detail, reveal.as_deref()),
                Tab::Conflicts => sources::conflicts_ui(ui, ctx, &detail),
            });
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

    fn tabs_ui(&mut self, ui: &mut Ui, ctx: &PaneCtx<'_>, detail: &Arc<PartyDetail>) {
        ui.add_space(4.0);
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            for tab in Tab::ALL {
                let text = label(tab, ctx, detail);
                if chip::chip_ui(ui, ctx.theme, &text, self.tab == tab).clicked() {
                    self.tab = tab;
                }
            }
        });
        ui.add_space(4.0);
        let rect = ui.max_rect();
        ui.painter()
            .hline(rect.x_range(), ui.cursor().top(), ctx.theme.hairline());
        ui.add_space(4.0);
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
fn summary_ui(ui: &mut Ui, summary: &str, beside_number: bool) {
    let room = if beside_number { NUMBER } else { 0.0 };
    let width = (ui.available_width() - room).max(80.0);
    ui.vertical(|ui| {
        ui.set_width(width);
        ui.add(egui::Label::new(summary).wrap());
    });
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

/// The words of a source between its marks, opening the source at the passage.
fn phrase_ui(ui: &mut Ui, ctx: &mut PaneCtx<'_>, phrase: &str, link: Option<&str>) {
    let quoted = format!("«\u{a0}{phrase}\u{a0}»");
    let text = RichText::new(&quoted)
        .italics()
        .small()
        .color(ctx.theme.text_weak);
    let Some(link) = link else {
        ui.label(text);
        return;
    };
    let words = ui.add(Link::new(text));
    let icon = ui.add(Link::new(RichText::new(crate::ui::icons::LINK).small()));
    let name = ctx.texts.get("derivation-pane-open-source");
    icon.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Link, true, &name));
    let clicked = words.clicked() || icon.clicked();
    words.on_hover_text(link);
    icon.on_hover_text(link);
    if clicked {
        ctx.act(crate::ui::Action::OpenLink(link.to_owned()));
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
        let color = match problem.severity {
            crate::ledger::Severity::Error => ctx.theme.error,
            crate::ledger::Severity::Warning => ctx.theme.warning,
            crate::ledger::Severity::Note => ctx.theme.text_weak,
        };
        let text = format!(
            "{} {}",
            crate::ui::icons::WARNING,
            crate::text::problem::message(problem, ctx.texts)
        );
        ui.label(RichText::new(text).small().color(color))
            .on_hover_text(crate::text::problem::hint(problem, ctx.texts));
    }
}

/// A record that a link leads to, as a small link.
fn record_link_ui(ui: &mut Ui, ctx: &mut PaneCtx<'_>, id: &str) {
    let response = ui.add(Link::new(RichText::new(id).small()));
    if response.clicked() {
        let party = ctx
            .ledger
            .dataset()
            .money(id)
            .map(|record| record.party().clone());
        if let Some(party) = party {
            ctx.act(crate::ui::Action::ShowRecord(party, id.to_owned()));
        }
    }
}
