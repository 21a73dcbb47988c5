//! The page's title, its search, what it is narrowed to, and what it says when nothing is left.

use eframe::egui::{self, ScrollArea, TextEdit, Ui};

use crate::text::{Texts, dates, words};
use crate::ui::theme::{HALF, title};
use crate::ui::widgets::{button, chip, empty, head, popup, tell};
use crate::ui::{Action, PaneCtx, Verb, icons};
use crate::views::{SourceFilter, SourceLine, SourceList, SourceOrder, SourceTrait};

use super::{Page, SourcesPane, copied};

/// What is wanting of a source.
fn wanting(of: SourceTrait, texts: Texts) -> String {
    texts.get(match of {
        SourceTrait::Unused => "sources-unused",
        SourceTrait::Undated => "sources-undated",
        SourceTrait::Unarchived => "sources-unarchived",
    })
}

fn wanting_tip(of: SourceTrait, texts: Texts) -> String {
    texts.get(match of {
        SourceTrait::Unused => "sources-unused-tip",
        SourceTrait::Undated => "sources-undated-tip",
        SourceTrait::Unarchived => "sources-unarchived-tip",
    })
}

impl SourcesPane {
    pub(super) fn head_ui(&mut self, ui: &mut Ui, ctx: &mut PaneCtx<'_>, page: &Page<'_>) {
        let (texts, theme) = (ctx.texts, ctx.theme);
        let cutoff = ctx.ledger.assumptions().cutoff;
        let left = |ui: &mut Ui| {
            ui.label(title(texts.get("page-sources")));
            ui.add_space(HALF);
            ui.label(theme.weak(count(page.list, texts)));
            if page.list.later > 0 {
                let later = page.list.later;
                let day = cutoff.map(|day| dates::day(day, texts)).unwrap_or_default();
                let args = [
                    ("count", later.into()),
                    ("shown", later.to_string().into()),
                    ("date", day.into()),
                ];
                ui.label(theme.small(texts.with("sources-later", &args)));
            }
        };
        head::head_ui(ui, left, |ui| {
            ui.spacing_mut().item_spacing.x = HALF;
            let copy = texts.get("sources-copy");
            if button::icon_ui(ui, theme, icons::COPY, &copy).clicked() {
                ctx.act(Action::CopyText(copied(page, ctx)));
            }
            self.fold_all_ui(ui, ctx, page);
        });
        ui.add_space(HALF);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = egui::vec2(HALF, HALF);
            self.search_ui(ui, ctx);
            self.chips_ui(ui, ctx, page.list);
        });
    }

    fn search_ui(&mut self, ui: &mut Ui, ctx: &PaneCtx<'_>) {
        let hint = ctx.texts.get("sources-search");
        let field = TextEdit::singleline(&mut self.filter.search)
            .id(ui.make_persistent_id("sources-search"))
            .hint_text(format!("{}  {hint}", icons::SEARCH))
            .desired_width(200.0);
        let response = ui.add(field);
        tell::typed(
            &response,
            egui::Role::SearchInput,
            &hint,
            &self.filter.search,
        );
        if response.changed() {
            self.table.at = None;
        }
        ui.add_space(HALF);
    }

    fn chips_ui(&mut self, ui: &mut Ui, ctx: &PaneCtx<'_>, list: &SourceList) {
        let (texts, theme) = (ctx.texts, ctx.theme);
        for (of, count) in &list.traits {
            let text = format!("{} {count}", wanting(*of, texts));
            let chosen = self.filter.traits.contains(of);
            let response = chip::chip_ui(ui, theme, &text, chosen);
            let pressed = response.on_hover_text(wanting_tip(*of, texts)).clicked();
            if pressed && !self.filter.traits.remove(of) {
                self.filter.traits.insert(*of);
            }
        }
        kinds_ui(ui, ctx, list, &mut self.filter);
        languages_ui(ui, ctx, list, &mut self.filter);
        self.orders_ui(ui, ctx);
    }

    /// In groups, or the oldest first; the other orders are those of the columns.
    fn orders_ui(&mut self, ui: &mut Ui, ctx: &PaneCtx<'_>) {
        let (texts, theme) = (ctx.texts, ctx.theme);
        ui.add_space(HALF);
        for (text, order) in [
            (texts.get("sources-by-publisher"), SourceOrder::Publisher),
            (texts.get("sources-oldest"), SourceOrder::Published),
        ] {
            let chosen = self.filter.order == order && !self.filter.descending;
            if chip::chip_ui(ui, theme, &text, chosen).clicked() {
                self.order_by(order, false);
            }
        }
    }

    /// Closes all groups, or opens them.
    fn fold_all_ui(&mut self, ui: &mut Ui, ctx: &PaneCtx<'_>, page: &Page<'_>) {
        if page.list.groups.is_empty() {
            return;
        }
        let all_closed = !page
            .lines
            .iter()
            .any(|line| matches!(line, SourceLine::Source(_)));
        let text = ctx.texts.get(if all_closed {
            "sources-open-all"
        } else {
            "sources-close-all"
        });
        if button::link_ui(ui, text).clicked() {
            let publishers = page.list.groups.iter().map(|group| group.publisher.clone());
            self.closed = if all_closed {
                std::collections::BTreeSet::new()
            } else {
                publishers.collect()
            };
            self.shown = None;
            self.table.at = None;
        }
    }

    pub(super) fn empty_ui(&mut self, ui: &mut Ui, ctx: &mut PaneCtx<'_>, page: &Page<'_>) {
        let (texts, theme) = (ctx.texts, ctx.theme);
        if self.filter.is_narrowed() {
            empty::empty_ui(ui, theme, &texts.get("sources-none-here"), "", |ui| {
                if button::button_ui(ui, theme, texts.get("sources-show-all")).clicked() {
                    self.filter = SourceFilter {
                        order: self.filter.order,
                        descending: self.filter.descending,
                        ..SourceFilter::default()
                    };
                }
            });
            return;
        }
        let said = texts.get("sources-none");
        let hint = texts.get("sources-none-hint");
        let can = page.list.of == 0 && ctx.desk.read_only().is_none();
        empty::empty_ui(ui, theme, &said, &hint, |ui| {
            let new = texts.get(Verb::NewSource.text_id());
            if can && button::button_ui(ui, theme, new).clicked() {
                ctx.act(Verb::NewSource);
            }
        });
    }
}

/// How many are shown, of how many.
fn count(list: &SourceList, texts: Texts) -> String {
    let args = [
        ("count", list.sources.into()),
        ("shown", list.sources.to_string().into()),
        ("of", (list.of - list.later).to_string().into()),
    ];
    if list.sources + list.later == list.of {
        texts.with("sources-count", &args)
    } else {
        texts.with("sources-count-of", &args)
    }
}

fn kinds_ui(ui: &mut Ui, ctx: &PaneCtx<'_>, list: &SourceList, filter: &mut SourceFilter) {
    let texts = ctx.texts;
    let all = texts.get("sources-all-kinds");
    let name = filter
        .kind
        .map_or_else(|| all.clone(), |kind| words::source_kind(kind, texts));
    let opener = chip::menu_chip_ui(ui, ctx.theme, &name, filter.kind.is_some());
    popup::under(&opener).show(|ui| {
        ui.set_width(220.0);
        if ui.radio(filter.kind.is_none(), all).clicked() {
            filter.kind = None;
        }
        for (kind, count) in &list.kinds {
            let text = format!("{}  {count}", words::source_kind(*kind, texts));
            if ui.radio(filter.kind == Some(*kind), text).clicked() {
                filter.kind = Some(*kind);
            }
        }
    });
}

fn languages_ui(ui: &mut Ui, ctx: &PaneCtx<'_>, list: &SourceList, filter: &mut SourceFilter) {
    let all = ctx.texts.get("sources-all-languages");
    let name = filter.language.clone().unwrap_or_else(|| all.clone());
    let opener = chip::menu_chip_ui(ui, ctx.theme, &name, filter.language.is_some());
    popup::under(&opener).show(|ui| {
        ui.set_width(180.0);
        ScrollArea::vertical().max_height(360.0).show(ui, |ui| {
            if ui.radio(filter.language.is_none(), all).clicked() {
                filter.language = None;
            }
            for (language, count) in &list.languages {
                let chosen = filter.language.as_ref() == Some(language);
                if ui.radio(chosen, format!("{language}  {count}")).clicked() {
                    filter.language = Some(language.clone());
                }
            }
        });
    });
}
