//! The tree under a number: rules, inputs, conversions, exclusions, down to phrase and link.

mod line;

use std::collections::BTreeSet;
use std::sync::Arc;

use eframe::egui::{Align, Label, Layout, Role, ScrollArea, Ui, UiBuilder};

use crate::ledger::{Derivation, Step};
use crate::text::derivation::{Line, LineKind, lines};
use crate::text::{Lang, numbers};
use crate::ui::theme::title;
use crate::ui::widgets::button;
use crate::ui::{Action, PaneCtx, Verb, icons};

/// So many records left out in a row are told in one line that opens.
const MANY: usize = 4;

/// The tree under a number.
#[derive(Default)]
pub struct DerivationPane {
    told: Option<Told>,
}

/// The lines of a tree, made once and kept while it is shown, with what is folded.
struct Told {
    of: Arc<Derivation>,
    lang: Lang,
    lines: Vec<Line>,
    entries: Vec<Entry>,
    /// Indices of the entries that are closed.
    closed: BTreeSet<usize>,
}

/// What stands in a line of the panel.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Entry {
    /// A line of the tree, by its index, and whether deeper lines hang below it.
    Line(usize, bool),
    /// Records that are not in the sum, so many from this index.
    LeftOut(usize, usize),
}

impl Told {
    fn new(of: &Arc<Derivation>, ctx: &PaneCtx<'_>) -> Self {
        let lines = lines(of, ctx.ledger.dataset(), ctx.texts);
        let entries = entries(&lines);
        // Sums over many parties begin with the parties; long lists of what is left out, with how many.
        let over_parties = matches!(
            of.step,
            Step::AllParties { .. } | Step::Chosen { party: None, .. }
        );
        let closed = entries.iter().enumerate().filter(|(_, entry)| match entry {
            Entry::Line(index, folds) => {
                *folds && over_parties && lines.get(*index).is_some_and(|line| line.depth == 1)
            }
            Entry::LeftOut(..) => true,
        });
        let closed = closed.map(|(index, _)| index).collect();
        Self {
            of: Arc::clone(of),
            lang: ctx.texts.lang(),
            lines,
            entries,
            closed,
        }
    }
}

fn entries(lines: &[Line]) -> Vec<Entry> {
    let mut entries = Vec::new();
    let mut at = 0;
    let same = |a: &Line, b: &Line| {
        a.kind == LineKind::Excluded && b.kind == LineKind::Excluded && a.depth == b.depth
    };
    for run in lines.chunk_by(same) {
        if run.len() > MANY {
            entries.push(Entry::LeftOut(at, run.len()));
        }
        for (offset, line) in run.iter().enumerate() {
            let below = lines.get(at + offset + 1);
            let folds = matches!(line.kind, LineKind::Sum | LineKind::Figure)
                && below.is_some_and(|below| below.depth > line.depth);
            entries.push(Entry::Line(at + offset, folds));
        }
        at += run.len();
    }
    entries
}

impl DerivationPane {
    /// Paints it.
    pub fn ui(&mut self, ui: &mut Ui, ctx: &mut PaneCtx<'_>) {
        let (texts, theme) = (ctx.texts, ctx.theme);
        let Some(derivation) = ctx.place.derivation.clone() else {
            self.told = None;
            ui.label(theme.weak(texts.get("derivation-pane-empty")));
            return;
        };
        let number = numbers::bounds_exact(&derivation.bounds, derivation.unit, texts);
        ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
            let name = texts.get("derivation-pane-copy");
            if button::icon_ui(ui, theme, icons::COPY, &name).clicked() {
                ctx.act(Action::Do(Verb::CopyDerivation));
            }
            ui.with_layout(Layout::left_to_right(Align::Min), |ui| {
                ui.add(Label::new(title(number)).wrap());
            });
        });
        ui.add_space(4.0);
        let kept = |told: &Told| Arc::ptr_eq(&told.of, &derivation) && told.lang == texts.lang();
        if !self.told.as_ref().is_some_and(kept) {
            self.told = Some(Told::new(&derivation, ctx));
        }
        if let Some(told) = &mut self.told {
            told.ui(ui, ctx);
        }
    }
}

impl Told {
    fn ui(&mut self, ui: &mut Ui, ctx: &mut PaneCtx<'_>) {
        let tree = UiBuilder::new()
            .id_salt(("tree", Arc::as_ptr(&self.of) as usize))
            .accessibility_role(Role::Tree)
            .accessibility_label(ctx.texts.get("derivation-pane-title"));
        let mut toggled = None;
        ui.scope_builder(tree, |ui| {
            ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 2.0;
                // What stands deeper than this is folded away; a run of records, up to this index.
                let mut hidden: Option<usize> = None;
                let mut skipped = 0;
                for (at, entry) in self.entries.iter().enumerate() {
                    let (Entry::Line(index, _) | Entry::LeftOut(index, _)) = *entry;
                    let Some(line) = self.lines.get(index) else {
                        continue;
                    };
                    if hidden.is_some_and(|depth| line.depth > depth)
                        || index < skipped && matches!(entry, Entry::Line(..))
                    {
                        continue;
                    }
                    hidden = None;
                    let closed = self.closed.contains(&at);
                    if closed {
                        match entry {
                            Entry::Line(..) => hidden = Some(line.depth),
                            Entry::LeftOut(first, count) => skipped = first + count,
                        }
                    }
                    let fold = match entry {
                        Entry::Line(_, false) => None,
                        _ => Some(closed),
                    };
                    let clicked = match entry {
                        Entry::Line(..) => line::line_ui(ui, ctx, at, line, fold),
                        Entry::LeftOut(_, count) => {
                            line::left_out_ui(ui, ctx, at, line.depth, *count, closed)
                        }
                    };
                    if clicked {
                        toggled = Some(at);
                    }
                }
            });
        });
        if let Some(at) = toggled
            && !self.closed.remove(&at)
        {
            self.closed.insert(at);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(depth: usize, kind: LineKind) -> Line {
        Line {
            depth,
            rule: None,
            text: String::new(),
            value: String::new(),
            record: None,
            phrase: None,
            link: None,
            kind,
        }
    }

    #[test]
    fn many_records_left_out_are_told_in_one_line_and_few_one_by_one() {
        let mut told = vec![line(0, LineKind::Sum), line(1, LineKind::Figure)];
        told.extend((0..3).map(|_| line(1, LineKind::Excluded)));
        let few = entries(&told);
        assert!(!few.iter().any(|entry| matches!(entry, Entry::LeftOut(..))));
        assert_eq!(few.first(), Some(&Entry::Line(0, true)));
        told.extend((0..3).map(|_| line(1, LineKind::Excluded)));
        let many = entries(&told);
        assert_eq!(many.get(2), Some(&Entry::LeftOut(2, 6)));
        assert_eq!(many.len(), told.len() + 1);
    }
}
