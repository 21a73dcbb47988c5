//! Something that is not there yet: what must be known of it, and the button that makes it.

use eframe::egui::{Align, Label, RichText, ScrollArea, Ui};

use crate::edit::{Key, Need, Path, make};
use crate::text::fields;
use crate::ui::PaneCtx;
use crate::ui::desk::{self, Needed, Spot, Wanted};
use crate::ui::edit::Edit;
use crate::ui::theme::strong;
use crate::ui::widgets::button;
use crate::ui::widgets::field::{self as editor, Field};

use super::list::inset_ui;
use super::node::row_ui;
use super::{Form, RecordPane, head};

impl RecordPane {
    /// A record that is not there yet.
    pub(super) fn new_ui(&mut self, ui: &mut Ui, ctx: &mut PaneCtx<'_>, key: &Key) {
        let (texts, theme) = (ctx.texts, ctx.theme);
        let kind = fields::kind(key.kind.key(), texts);
        let title = texts.with("record-new", &[("kind", kind.into())]);
        ui.label(strong(title));
        ui.add(Label::new(theme.small(texts.get("record-new-tip"))).wrap());
        if let Some(why) = ctx.desk.read_only() {
            head::read_only_ui(ui, ctx, why);
        }
        ui.add_space(4.0);
        let form = Form {
            key,
            tree: ctx.desk.tree(key),
            problems: Vec::new(),
            wanted: ctx.desk.wanted.clone().filter(|wanted| wanted.key == *key),
        };
        ScrollArea::vertical()
            .id_salt(("new", key))
            .auto_shrink(false)
            .show(ui, |ui| {
                ui.set_max_width(ui.available_width() - 8.0);
                self.making_ui(ui, ctx, &form, &Path::default());
            });
    }

    /// The fields that must be known of a record, item or group, and the button that makes it.
    pub(super) fn making_ui(
        &mut self,
        ui: &mut Ui,
        ctx: &mut PaneCtx<'_>,
        form: &Form<'_>,
        root: &Path,
    ) {
        let Some(shape) = ctx.desk.shape(form.key, root) else {
            return;
        };
        let asked = ctx.desk.asked(form.key, root, shape);
        if root.is_empty() {
            asked_ui(ui, ctx, form, &asked);
            self.make_ui(ui, ctx, form, root);
            return;
        }
        let what = item_name(ctx, form.key, root);
        let title = ctx.texts.with("record-new-item", &[("what", what.into())]);
        ui.label(ctx.theme.weak(title));
        inset_ui(ui, ctx, |ui, ctx| {
            asked_ui(ui, ctx, form, &asked);
            self.make_ui(ui, ctx, form, root);
        });
    }

    /// The buttons that make it, or throw it away.
    fn make_ui(&mut self, ui: &mut Ui, ctx: &mut PaneCtx<'_>, form: &Form<'_>, root: &Path) {
        let (texts, theme, key) = (ctx.texts, ctx.theme, form.key);
        let Some(shape) = ctx.desk.shape(key, root) else {
            return;
        };
        let missing = ctx.desk.missing(key, root, shape);
        let typed = ctx.desk.typed_key(key, root);
        let taken = typed.as_ref().is_some_and(|typed| {
            let path = ctx.desk.place_of_made(key, root, Some(typed));
            crate::edit::field::value(&form.tree, &path).is_some()
        });
        if let (true, Some(typed)) = (taken, &typed) {
            let told = texts.with("record-key-taken", &[("key", typed.as_str().into())]);
            let text = RichText::new(told).small().color(theme.warning);
            ui.add(Label::new(text).wrap());
        }
        let can = missing.is_empty() && !taken && ctx.desk.read_only().is_none();
        let names: Vec<String> = missing
            .iter()
            .map(|path| fields::small(&row_name(ctx, key, path)))
            .collect();
        ui.add_space(4.0);
        ui.horizontal(|ui| {
            let add = ui
                .add_enabled_ui(can, |ui| {
                    button::primary_ui(ui, theme, texts.get("record-make"))
                })
                .inner;
            let lacks = texts.with("record-make-lacks", &[("fields", names.join(", ").into())]);
            if add.on_disabled_hover_text(&lacks).clicked() {
                self.make(ctx, form, root, typed);
            }
            let begun = ctx.desk.drafts().any_within(key, root) || !root.is_empty();
            if begun && button::button_ui(ui, theme, texts.get("record-make-forget")).clicked() {
                self.throw_away(ctx, form, root);
            }
        });
        if !names.is_empty() {
            let lacks = texts.with("record-make-lacks", &[("fields", names.join(", ").into())]);
            ui.add(Label::new(theme.small(lacks)).wrap());
        }
    }

    fn make(&mut self, ctx: &mut PaneCtx<'_>, form: &Form<'_>, root: &Path, place: Option<String>) {
        let key = form.key;
        let Some(made) = ctx.desk.made(key, root) else {
            return;
        };
        self.unfolded.remove(&form.spot(root));
        if root.is_empty() {
            ctx.act(Edit::Make {
                kind: key.kind,
                values: made.values,
            });
            return;
        }
        let value = make::tree(made.shape, &made.values);
        ctx.act(Edit::Fill {
            key: key.clone(),
            root: root.clone(),
            place,
            value,
        });
    }

    fn throw_away(&mut self, ctx: &mut PaneCtx<'_>, form: &Form<'_>, root: &Path) {
        self.unfolded.remove(&form.spot(root));
        ctx.desk.forget(&form.spot(root));
        ctx.desk.forget(&form.spot(&desk::key_of(root)));
        if root.is_empty() {
            ctx.desk.begin(form.key.kind);
        }
    }
}

/// A field for each thing that must be known.
fn asked_ui(ui: &mut Ui, ctx: &mut PaneCtx<'_>, form: &Form<'_>, asked: &[(Path, Needed)]) {
    let first = form
        .wanted
        .as_ref()
        .is_some_and(|wanted| wanted.path.is_none());
    let mut first = first;
    for (path, needed) in asked {
        let spot = form.spot(path);
        let is_held = ctx.desk.drafts().get(&spot).is_some();
        let wanted = form.wants(path) || first && !is_held;
        let response = row_ui(ui, ctx, &spot, |ui, ctx| match needed {
            Needed::Leaf(leaf) => {
                let field = Field {
                    spot: &spot,
                    leaf: *leaf,
                    need: Need::Required,
                    value: None,
                    standing: editor::Standing::Form,
                };
                field.ui(ui, ctx)
            }
            Needed::OneOf(variants) => {
                let (response, picked) = editor::variant_ui(ui, ctx, &spot, variants, None);
                if let Some(name) = picked {
                    ctx.desk.hold(&spot, name);
                }
                response
            }
        });
        if wanted {
            first = false;
            response.request_focus();
            response.scroll_to_me(Some(Align::Center));
            ctx.desk.wanted = None::<Wanted>;
        }
    }
}

/// What an item or group is called.
fn item_name(ctx: &PaneCtx<'_>, key: &Key, root: &Path) -> String {
    let holder = match root.split_last() {
        Some((list, crate::edit::Part::At(_))) => list,
        _ => root.clone(),
    };
    let item = fields::item(key.kind.key(), &holder.to_string(), ctx.texts);
    fields::small(&item)
}

/// What the row of a field is called.
pub(super) fn row_name(ctx: &PaneCtx<'_>, key: &Key, path: &Path) -> String {
    editor::row_name(&Spot::new(key, path), ctx.texts)
}
