//! The sources as a table: title and where it is, days, copy, and what hangs on each.

use std::collections::BTreeSet;

use eframe::egui::{self, Label, RichText, Role, ScrollArea, Sense, Ui, Widget as _, WidgetInfo};

use crate::edit::Key;
use crate::model::Dataset;
use crate::text::{dates, words};
use crate::ui::theme::strong;
use crate::ui::widgets::popup;
use crate::ui::widgets::table::{Column, Row, Table, TableState};
use crate::ui::widgets::walk::Walk;
use crate::ui::{Action, PaneCtx, icons};
use crate::views::{Citing, SourceEntry, SourceGroup, SourceLine, SourceOrder};

use super::{Page, open};

/// The columns to sort by.
pub(super) const TITLE: usize = 0;
pub(super) const PUBLISHED: usize = 1;
pub(super) const CITED: usize = 3;

/// How high the row of a source is: two lines.
const HEIGHT: f32 = 42.0;
/// How high the head of a group is.
const GROUP: f32 = 30.0;
/// How high a record is in the popup.
const LINE: f32 = 16.0;
/// So many of the records that cite a source stand in its row.
const NAMED: usize = 2;

/// The column of an order; none: of groups.
pub(super) fn column_of(order: SourceOrder) -> Option<usize> {
    match order {
        SourceOrder::Publisher => None,
        SourceOrder::Title => Some(TITLE),
        SourceOrder::Published => Some(PUBLISHED),
        SourceOrder::Cited => Some(CITED),
    }
}

fn columns(ctx: &PaneCtx<'_>) -> [Column; 4] {
    let texts = ctx.texts;
    [
        Column::words(texts.get("sources-column-title"), 1.0).sorts(),
        Column::words(texts.get("sources-column-published"), 0.0)
            .points(100.0)
            .sorts(),
        Column::words(texts.get("sources-column-copy"), 0.0).points(44.0),
        Column::words(texts.get("sources-column-cited"), 0.3)
            .points(100.0)
            .sorts(),
    ]
}

/// What came of a frame.
pub(super) struct Asked {
    /// The publisher whose group is to be closed or opened.
    pub(super) fold: Option<String>,
    /// What the keys did.
    pub(super) walked: Walk,
}

pub(super) fn table_ui(
    ui: &mut Ui,
    ctx: &mut PaneCtx<'_>,
    page: &Page<'_>,
    state: &mut TableState,
    closed: &BTreeSet<String>,
) -> Asked {
    let columns = columns(ctx);
    let name = ctx.texts.get("page-sources");
    let table = Table {
        name: &name,
        columns: &columns,
        rows: page.lines.len(),
        theme: ctx.theme,
    };
    let mut fold = None;
    let walked = table.ui(
        ui,
        state,
        |row| match page.lines.get(row) {
            Some(SourceLine::Group(_)) => GROUP,
            _ => HEIGHT,
        },
        |line, row| match page.lines.get(row) {
            Some(SourceLine::Group(group)) => {
                let Some(group) = page.list.groups.get(*group) else {
                    return;
                };
                line.overline(ctx.theme);
                let open = !closed.contains(&group.publisher);
                if group_ui(line, ctx, group, open) {
                    fold = Some(group.publisher.clone());
                }
            }
            Some(SourceLine::Source(place)) => {
                if let Some(entry) = page.index.at(*place) {
                    line.overline(ctx.theme);
                    let grouped = !page.list.groups.is_empty();
                    source_ui(line, ctx, entry, grouped);
                }
            }
            None => {}
        },
    );
    Asked { fold, walked }
}

/// The head of a publisher's group. Whether it was clicked.
fn group_ui(line: &mut Row<'_>, ctx: &PaneCtx<'_>, group: &SourceGroup, open: bool) -> bool {
    let (texts, theme) = (ctx.texts, ctx.theme);
    let name = match group.publisher.as_str() {
        "" => texts.get("sources-no-publisher"),
        name => name.to_owned(),
    };
    let args = [
        ("count", group.sources.into()),
        ("shown", group.sources.to_string().into()),
    ];
    let sources = texts.with("sources-count", &args);
    let args = [
        ("count", group.records.into()),
        ("shown", group.records.to_string().into()),
    ];
    let records = texts.with("sources-records", &args);
    let mut clicked = false;
    line.span(3, |ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let icon = if open {
            icons::CARET_DOWN
        } else {
            icons::CARET_RIGHT
        };
        ui.label(theme.weak(icon));
        let label = Label::new(strong(&name)).truncate().selectable(false);
        let shown = ui.add(label.sense(Sense::CLICK));
        shown.widget_info(|| {
            let told = format!("{name}, {sources}, {records}");
            WidgetInfo::selected(Role::Button, true, open, told)
        });
        let shown = shown.on_hover_cursor(egui::CursorIcon::PointingHand);
        clicked = shown.clicked();
        ui.add(Label::new(theme.small(&sources)).truncate());
    });
    line.cell(|ui| {
        ui.add(Label::new(theme.small(records)).truncate());
    });
    clicked
}

fn source_ui(line: &mut Row<'_>, ctx: &mut PaneCtx<'_>, entry: &SourceEntry, grouped: bool) {
    let (texts, theme) = (ctx.texts, ctx.theme);
    let source = &entry.source;
    line.lines(|ui| title_ui(ui, ctx, entry, grouped));
    let published = match source.published {
        Some(day) => RichText::new(dates::date(day, texts)),
        None if entry.is_undated() => {
            RichText::new(texts.get("sources-no-day")).color(theme.warning)
        }
        None => theme.weak("–"),
    };
    line.lines(|ui| {
        ui.add(Label::new(published).truncate());
        if let Some(day) = source.read_on {
            let day = dates::day(day, texts);
            let read = texts.with("sources-read-on", &[("date", day.into())]);
            ui.add(Label::new(theme.small(read)).truncate());
        }
    });
    line.lines(|ui| copy_ui(ui, ctx, entry));
    line.lines(|ui| cited_ui(ui, ctx, entry));
}

/// The title, which opens the source; below it id, publisher, kind and language.
fn title_ui(ui: &mut Ui, ctx: &mut PaneCtx<'_>, entry: &SourceEntry, grouped: bool) {
    let (texts, theme) = (ctx.texts, ctx.theme);
    let source = &entry.source;
    ui.scope(|ui| {
        ui.style_mut().wrap_mode = Some(egui::TextWrapMode::Truncate);
        if source.url.is_empty() {
            let label = Label::new(source.title.as_str()).show_tooltip_when_elided(false);
            ui.add(label).on_hover_text(&source.title);
            return;
        }
        let link = egui::Link::new(source.title.as_str());
        let link = link.ui(ui).on_hover_ui(|ui| {
            ui.set_max_width(420.0);
            ui.label(&source.title);
            ui.label(theme.small(&source.url));
        });
        if link.clicked() {
            ctx.act(Action::OpenLink(source.url.clone()));
        }
    });
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 5.0;
        ui.spacing_mut().interact_size.y = 14.0;
        let id = egui::Link::new(RichText::new(source.id.as_str()).small());
        if id
            .ui(ui)
            .on_hover_text(texts.get("sources-open-tip"))
            .clicked()
        {
            open(ctx, entry);
        }
        let kind = words::source_kind(source.kind, texts);
        let publisher = source.publisher.as_str();
        let parts = [
            if grouped { "" } else { publisher },
            &kind,
            &source.language,
        ];
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        ui.add(Label::new(theme.small(format!("· {}", parts.join(" · ")))).truncate());
    });
}

/// Whether a copy is kept.
fn copy_ui(ui: &mut Ui, ctx: &PaneCtx<'_>, entry: &SourceEntry) {
    let (texts, theme) = (ctx.texts, ctx.theme);
    let (mark, name, tip) = if let Some(copy) = &entry.source.archived {
        let name = texts.get("sources-copy-kept");
        let tip = format!("{name}: {}", copy.path);
        (
            RichText::new(icons::CHECK).color(theme.text_weak),
            name,
            tip,
        )
    } else {
        let name = texts.get("sources-unarchived");
        (theme.weak("–"), name, texts.get("sources-unarchived-tip"))
    };
    let mark = ui.label(mark);
    mark.widget_info(|| WidgetInfo::labeled(Role::Label, true, &name));
    mark.on_hover_text(tip);
}

/// How many records hang on it, and the first of them; all of them in a popup.
fn cited_ui(ui: &mut Ui, ctx: &mut PaneCtx<'_>, entry: &SourceEntry) {
    let (texts, theme) = (ctx.texts, ctx.theme);
    let count = entry.cited_by.len();
    if count == 0 {
        let text = if entry.unused {
            RichText::new(texts.get("sources-unused")).color(theme.warning)
        } else {
            theme.weak(texts.get("sources-not-known-yet"))
        };
        ui.add(Label::new(text).truncate());
        return;
    }
    if let [only] = entry.cited_by.as_slice() {
        citing_ui(ui, ctx, only, Size::Body);
        let words = summary(ctx.ledger.dataset(), &only.record);
        ui.add(Label::new(theme.small(words)).truncate());
        return;
    }
    let args = [("count", count.into()), ("shown", count.to_string().into())];
    let text = texts.with("sources-records", &args);
    let opener = egui::Link::new(RichText::new(&text)).ui(ui);
    opener.widget_info(|| {
        WidgetInfo::labeled(Role::Button, true, format!("{}: {text}", entry.source.id))
    });
    popup::under(&opener).show(|ui| {
        ui.set_width(300.0);
        ui.spacing_mut().item_spacing.y = 2.0;
        ScrollArea::vertical()
            .max_height(320.0)
            .show_rows(ui, LINE, count, |ui, shown| {
                for by in entry.cited_by.get(shown).unwrap_or_default() {
                    if citing_ui(ui, ctx, by, Size::InWords) {
                        ui.close();
                    }
                }
            });
    });
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        ui.spacing_mut().interact_size.y = 14.0;
        for by in entry.cited_by.iter().take(NAMED) {
            citing_ui(ui, ctx, by, Size::Small);
        }
        if count > NAMED {
            ui.label(theme.small("…"));
        }
    });
}

/// How a record that hangs on a source is told.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Size {
    /// Its id, as large as what is read.
    Body,
    /// Its id, small.
    Small,
    /// Its id, small, and a few words.
    InWords,
}

/// A record as a link to where it is. Whether it was clicked.
fn citing_ui(ui: &mut Ui, ctx: &mut PaneCtx<'_>, by: &Citing, size: Size) -> bool {
    let dataset = ctx.ledger.dataset();
    let words = summary(dataset, &by.record);
    // A line of words, not one of buttons.
    ui.spacing_mut().interact_size.y = 16.0;
    let clicked = ui
        .horizontal(|ui| {
            let id = RichText::new(by.record.as_str());
            let id = if size == Size::Body { id } else { id.small() };
            let link = egui::Link::new(id).ui(ui);
            if size == Size::InWords {
                let label = Label::new(ctx.theme.small(words)).truncate();
                ui.add(label);
                return link.clicked();
            }
            link.on_hover_text(words).clicked()
        })
        .inner;
    if clicked {
        go(ctx, by);
    }
    clicked
}

/// A record in a few words.
fn summary<'a>(dataset: &'a Dataset, record: &str) -> &'a str {
    if let Some(money) = dataset.money(record) {
        return money.summary();
    }
    match dataset.agreements.get(record) {
        Some(agreement) => &agreement.title,
        None => "",
    }
}

/// Goes to a record on the page of its party; what has none has no other place than its form.
fn go(ctx: &mut PaneCtx<'_>, by: &Citing) {
    let dataset = ctx.ledger.dataset();
    let is_money = dataset.money(&by.record).is_some();
    let is_agreement = dataset.agreements.contains_key(by.record.as_str());
    match &by.party {
        Some(party) if is_money => {
            ctx.act(Action::ShowRecord(party.clone(), by.record.clone()));
        }
        Some(party) if is_agreement => ctx.act(Action::SelectParty(party.clone())),
        _ => {
            if let Some(key) = Key::find(dataset, &by.record) {
                ctx.act(Action::OpenRecord(key, None));
            }
        }
    }
}
