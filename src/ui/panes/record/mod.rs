//! The form of one record: every field of it, to read and to change, painted from its shape.

mod head;
mod list;
mod making;
mod node;

use std::collections::BTreeSet;
use std::rc::Rc;

use eframe::egui::{Rect, ScrollArea, Ui, vec2};
use serde_json::Value;

use crate::edit::{AnyRecord, Key, Path, fix, shape};
use crate::ledger::Problem;
use crate::ui::PaneCtx;
use crate::ui::desk::{self, Spot, Wanted};

pub(in crate::ui) use head::read_only_ui;

/// The form of one record.
#[derive(Default)]
pub struct RecordPane {
    /// Groups and items to be made that are unfolded although nothing is in them yet.
    unfolded: BTreeSet<Spot>,
    /// How high the entries of long lists were when they were laid out last.
    heights: Heights,
}

/// How high the entries of the lists of a record were, by list and place.
#[derive(Default)]
struct Heights {
    of: Option<Key>,
    all: std::collections::BTreeMap<(Path, usize), f32>,
}

/// What a form paints.
struct Form<'a> {
    key: &'a Key,
    tree: Rc<Value>,
    /// The problems of the record, each with the field that it is about; none: the whole.
    problems: Vec<(Option<Path>, Problem)>,
    /// The field that is to have the focus.
    wanted: Option<Wanted>,
}

impl Form<'_> {
    fn spot(&self, path: &Path) -> Spot {
        Spot::new(self.key, path)
    }

    /// Whether the field that is to have the focus is in this part.
    fn wants(&self, path: &Path) -> bool {
        let wanted = self.wanted.as_ref().and_then(|wanted| wanted.path.as_ref());
        wanted.is_some_and(|wanted| wanted.is_within(path))
    }
}

impl RecordPane {
    /// Paints it.
    pub fn ui(&mut self, ui: &mut Ui, ctx: &mut PaneCtx<'_>) {
        let Some(key) = ctx.place.form.clone() else {
            head::nothing_ui(ui, ctx);
            return;
        };
        if desk::is_new(&key) {
            self.new_ui(ui, ctx, &key);
            return;
        }
        if !AnyRecord::is_in(ctx.desk.book(), &key) {
            let gone = [("record", desk::named(&key, ctx.texts).into())];
            ui.label(ctx.theme.weak(ctx.texts.with("record-gone", &gone)));
            homeless_ui(ui, ctx, &key);
            return;
        }
        if self.heights.of.as_ref() != Some(&key) {
            self.heights.of = Some(key.clone());
            self.heights.all.clear();
        }
        let wanted = ctx.desk.wanted.clone().filter(|wanted| wanted.key == key);
        let form = Form {
            key: &key,
            tree: ctx.desk.tree(&key),
            problems: problems_of(ctx, &key),
            wanted,
        };
        head::head_ui(ui, ctx, &form);
        ScrollArea::vertical()
            .id_salt(("form", &key))
            .auto_shrink(false)
            .show(ui, |ui| {
                // The scroll bar floats over what is painted.
                ui.set_max_width(ui.available_width() - 8.0);
                head::problems_ui(ui, ctx, &form);
                homeless_ui(ui, ctx, &key);
                let fields = shape::fields(key.kind);
                self.fields_ui(ui, ctx, &form, &Path::default(), fields);
                ui.add_space(24.0);
            });
        // What was asked for is shown, or is not in this form.
        if form.wanted.is_some() {
            ctx.desk.wanted = None;
        }
    }

    /// An entry of a long list: laid out only while it is in view, or wanted.
    fn culled_ui(
        &mut self,
        ui: &mut Ui,
        ctx: &mut PaneCtx<'_>,
        form: &Form<'_>,
        at: (&Path, usize, &Path),
        fill: impl FnOnce(&mut Self, &mut Ui, &mut PaneCtx<'_>),
    ) {
        let (list, index, path) = at;
        let place = (list.clone(), index);
        let heard = ui
            .ctx()
            .accesskit_node_builder(ui.unique_id(), |_| ())
            .is_some();
        if let Some(height) = self.heights.all.get(&place).copied()
            && !heard
            && !form.wants(path)
        {
            let size = vec2(ui.available_width(), height);
            if !ui.is_rect_visible(Rect::from_min_size(ui.cursor().min, size)) {
                ui.allocate_space(size);
                return;
            }
        }
        let shown = ui.scope(|ui| fill(self, ui, ctx)).response;
        self.heights.all.insert(place, shown.rect.height());
    }
}

/// Texts whose field is gone: they can still be read and copied, until they are thrown away.
fn homeless_ui(ui: &mut Ui, ctx: &mut PaneCtx<'_>, key: &Key) {
    let left: Vec<(Spot, String)> = ctx
        .desk
        .drafts()
        .open()
        .filter(|(spot, _)| spot.key == *key)
        .map(|(spot, draft)| (spot.clone(), draft.text.clone()))
        .collect();
    let is_there = AnyRecord::is_in(ctx.desk.book(), key);
    for (spot, text) in left {
        let lives = is_there && ctx.desk.is_field(&spot);
        if !lives {
            head::homeless_ui(ui, ctx, &spot, &text);
        }
    }
}

/// The problems of a record that nobody accepted, each with the field that it is about.
fn problems_of(ctx: &PaneCtx<'_>, key: &Key) -> Vec<(Option<Path>, Problem)> {
    let own = ctx.problems_by_record().of(&key.id).into_iter();
    let own = own.filter(|problem| {
        problem.accepted.is_none() && fix::key_of(ctx.desk.book(), problem).as_ref() == Some(key)
    });
    own.map(|problem| (fix::path_of(&problem), problem))
        .collect()
}
