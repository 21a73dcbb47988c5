//! The page of sources: by publisher, with what hangs on each.

mod head;
mod rows;

use std::collections::BTreeSet;
use std::sync::Arc;

use eframe::egui::{Key as Press, Modifiers, Ui};

use crate::edit::{Key, Kind};
use crate::text::words;
use crate::ui::links::Understood;
use crate::ui::theme::HALF;
use crate::ui::widgets::table::{Order, TableState, tsv};
use crate::ui::widgets::walk::Walk;
use crate::ui::{Action, Linked, PaneCtx};
use crate::views::{SourceEntry, SourceFilter, SourceIndex, SourceLine, SourceList, SourceOrder};

/// The page of sources.
#[derive(Default)]
pub struct SourcesPane {
    filter: SourceFilter,
    table: TableState,
    /// The publishers whose groups are closed.
    closed: BTreeSet<String>,
    /// The rows that are shown, made anew when the list or a group changes.
    shown: Option<(Arc<SourceList>, Vec<SourceLine>)>,
}

/// What the table is about.
struct Page<'a> {
    index: &'a SourceIndex,
    list: &'a SourceList,
    /// The rows that are shown: those of closed groups are not.
    lines: &'a [SourceLine],
}

impl Page<'_> {
    /// The source in a row; none: it is the head of a group.
    fn source(&self, row: usize) -> Option<&SourceEntry> {
        match self.lines.get(row)? {
            SourceLine::Source(place) => self.index.at(*place),
            SourceLine::Group(_) => None,
        }
    }

    /// The publisher whose group a row is the head of.
    fn publisher(&self, row: usize) -> Option<&str> {
        match self.lines.get(row)? {
            SourceLine::Group(group) => Some(self.list.groups.get(*group)?.publisher.as_str()),
            SourceLine::Source(_) => None,
        }
    }
}

impl SourcesPane {
    /// Paints it.
    pub fn ui(&mut self, ui: &mut Ui, ctx: &mut PaneCtx<'_>) {
        let index = Arc::clone(ctx.sources());
        let list = ctx.source_list(&self.filter);
        let lines = self.lines(&list);
        let page = Page {
            index: &index,
            list: &list,
            lines: &lines,
        };
        self.head_ui(ui, ctx, &page);
        ui.add_space(HALF);
        if list.sources == 0 {
            self.empty_ui(ui, ctx, &page);
        } else {
            self.table.wants_focus = ctx.page_focus;
            let asked = rows::table_ui(ui, ctx, &page, &mut self.table, &self.closed);
            self.follow_order();
            if let Some(publisher) = asked.fold {
                self.fold(&publisher);
            }
            self.keys(ui, ctx, &page, asked.walked);
        }
        // A group that was closed or opened just now is shown so in the next frame.
        if self.shown.is_some() {
            self.shown = Some((list, lines));
        }
    }

    /// The rows that are shown.
    fn lines(&mut self, list: &Arc<SourceList>) -> Vec<SourceLine> {
        if let Some((of, lines)) = self.shown.take()
            && Arc::ptr_eq(&of, list)
        {
            self.shown = Some((of, Vec::new()));
            return lines;
        }
        let mut open = true;
        let mut lines = Vec::with_capacity(list.lines.len());
        for line in &list.lines {
            match line {
                SourceLine::Group(group) => {
                    let publisher = list.groups.get(*group).map(|group| &group.publisher);
                    open = publisher.is_none_or(|name| !self.closed.contains(name));
                    lines.push(*line);
                }
                SourceLine::Source(_) if open => lines.push(*line),
                SourceLine::Source(_) => {}
            }
        }
        self.shown = Some((Arc::clone(list), Vec::new()));
        lines
    }

    /// Closes an open group, opens a closed one.
    fn fold(&mut self, publisher: &str) {
        if !self.closed.remove(publisher) {
            self.closed.insert(publisher.to_owned());
        }
        self.shown = None;
    }

    /// The order that the header of the table was asked for.
    fn follow_order(&mut self) {
        let Some(Order { column, descending }) = self.table.order else {
            return;
        };
        let order = match column {
            rows::PUBLISHED => SourceOrder::Published,
            rows::CITED => SourceOrder::Cited,
            _ => SourceOrder::Title,
        };
        self.order_by(order, descending);
    }

    fn order_by(&mut self, order: SourceOrder, descending: bool) {
        if order == SourceOrder::Publisher {
            self.table.order = None;
        } else {
            self.table.order = rows::column_of(order).map(|column| Order { column, descending });
        }
        if (self.filter.order, self.filter.descending) != (order, descending) {
            self.filter.order = order;
            self.filter.descending = descending;
            self.table.at = None;
        }
    }

    /// What the keys do while the table has the focus.
    fn keys(&mut self, ui: &Ui, ctx: &mut PaneCtx<'_>, page: &Page<'_>, walked: Walk) {
        if !walked.focused {
            return;
        }
        if walked.copy {
            ctx.act(Action::CopyText(copied(page, ctx)));
        }
        if let Some(row) = walked.chosen {
            match (page.publisher(row), page.source(row)) {
                (Some(publisher), _) => self.fold(publisher),
                (None, Some(entry)) if walked.followed.is_some() => visit(ctx, entry),
                (None, Some(entry)) => open(ctx, entry),
                (None, None) => {}
            }
        }
        let pressed = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Press::O));
        let at = self.table.at.and_then(|row| page.source(row));
        if let Some(entry) = at.filter(|_| pressed) {
            visit(ctx, entry);
        }
    }
}

/// Opens the address of a source, where it has one.
fn visit(ctx: &mut PaneCtx<'_>, entry: &SourceEntry) {
    if !entry.source.url.is_empty() {
        ctx.act(Action::OpenLink(entry.source.url.clone()));
    }
}

/// Shows the form of a source beside the page.
fn open(ctx: &mut PaneCtx<'_>, entry: &SourceEntry) {
    let key = Key::new(Kind::Source, &entry.source.id);
    ctx.act(Action::OpenRecord(key, None));
}

/// The sources that are narrowed to, as tab-separated text; also those of closed groups.
fn copied(page: &Page<'_>, ctx: &PaneCtx<'_>) -> String {
    let texts = ctx.texts;
    let header = [
        "sources-column-id",
        "sources-column-title",
        "sources-column-publisher",
        "sources-column-published",
        "sources-column-read-on",
        "sources-column-language",
        "sources-column-kind",
        "sources-column-address",
        "sources-column-copy",
        "sources-column-cited",
        "sources-column-records",
    ];
    let rows = page.list.lines.iter().filter_map(|line| match line {
        SourceLine::Source(place) => page.index.at(*place),
        SourceLine::Group(_) => None,
    });
    let rows = rows.map(|entry| {
        let source = &entry.source;
        let records: Vec<&str> = entry.cited_by.iter().map(|by| by.record.as_str()).collect();
        let archived = source.archived.as_ref();
        vec![
            source.id.to_string(),
            source.title.clone(),
            source.publisher.clone(),
            source
                .published
                .map(|day| day.to_string())
                .unwrap_or_default(),
            source
                .read_on
                .map(|day| day.to_string())
                .unwrap_or_default(),
            source.language.clone(),
            words::source_kind(source.kind, texts),
            source.url.clone(),
            archived.map(|copy| copy.path.clone()).unwrap_or_default(),
            records.len().to_string(),
            records.join(" "),
        ]
    });
    let header = header.iter().map(|id| texts.get(id)).collect();
    tsv(std::iter::once(header).chain(rows))
}

impl Linked for SourcesPane {
    fn query(&self) -> String {
        self.filter.to_text()
    }

    fn set_query(&mut self, query: &str) -> Understood {
        let filter = SourceFilter::from_text(query);
        self.table = TableState {
            order: rows::column_of(filter.order).map(|column| Order {
                column,
                descending: filter.descending,
            }),
            at: None,
            ..TableState::default()
        };
        self.filter = filter;
        Understood::All
    }
}
