//! The fields of a form: a row a value, groups under their name.

use eframe::egui::{Align, Label, Layout, RichText, Ui, vec2};
use serde_json::Value;

use crate::edit::{Field as ShapeField, Kind, Leaf, Need, Path, Shape, Variant, field, make};
use crate::text::fields;
use crate::ui::desk::Spot;
use crate::ui::edit::Edit;
use crate::ui::theme::strong;
use crate::ui::widgets::button;
use crate::ui::widgets::field::{self as editor, Field};
use crate::ui::widgets::problem::with_fixes_ui;
use crate::ui::{PaneCtx, Theme};

use super::{Form, RecordPane};

/// Width of the names at the left, of the width of the form.
const NAMES: f32 = 0.3;

impl RecordPane {
    /// Fields, one under the other.
    pub(super) fn fields_ui(
        &mut self,
        ui: &mut Ui,
        ctx: &mut PaneCtx<'_>,
        form: &Form<'_>,
        path: &Path,
        all: &'static [ShapeField],
    ) {
        for own in all {
            let path = path.field(own.name);
            self.field_ui(ui, ctx, form, &path, own.shape, own.need);
        }
    }

    /// One field, whatever its shape.
    pub(super) fn field_ui(
        &mut self,
        ui: &mut Ui,
        ctx: &mut PaneCtx<'_>,
        form: &Form<'_>,
        path: &Path,
        shape: Shape,
        need: Need,
    ) {
        match shape {
            Shape::Leaf(leaf) => leaf_ui(ui, ctx, form, path, leaf, need),
            Shape::Fields(all) => self.group_ui(ui, ctx, form, path, all, need),
            Shape::List(of) => self.list_ui(ui, ctx, form, path, *of),
            Shape::Table(key, of) => self.table_ui(ui, ctx, form, path, key, *of),
            Shape::OneOf(variants) => self.variants_ui(ui, ctx, form, path, variants),
        }
    }

    /// A group of fields under its name. One that is not there and need not be is a line.
    fn group_ui(
        &mut self,
        ui: &mut Ui,
        ctx: &mut PaneCtx<'_>,
        form: &Form<'_>,
        path: &Path,
        all: &'static [ShapeField],
        need: Need,
    ) {
        // A group with nothing in it says nothing.
        let stands = field::value(&form.tree, path).is_some_and(|value| match value {
            Value::Object(map) => !map.is_empty(),
            _ => true,
        });
        let spot = form.spot(path);
        let shape = Shape::Fields(all);
        let is_begun = ctx.desk.drafts().any_within(form.key, path);
        let is_open = stands || self.unfolded.contains(&spot) || is_begun || form.wants(path);
        if !is_open && need != Need::Required {
            if add_line_ui(ui, ctx, &spot) {
                self.unfolded.insert(spot);
            }
            return;
        }
        // What holds one value only needs no name above that value's.
        heading_ui(ui, ctx, &spot, |ui, ctx| {
            let can = ctx.desk.read_only().is_none();
            if stands && need != Need::Required && can {
                let name = remove_name(ctx, &spot);
                if button::icon_ui(ui, ctx.theme, crate::ui::icons::DELETE, &name).clicked() {
                    ctx.act(Edit::Set {
                        key: spot.key.clone(),
                        path: spot.path.clone(),
                        value: None,
                        group: None,
                    });
                }
            }
        });
        problems_at(ui, ctx, form, path);
        if !stands && !make::needed(shape).is_empty() {
            self.making_ui(ui, ctx, form, path);
            return;
        }
        self.fields_ui(ui, ctx, form, path, all);
    }

    /// One of several things: which, and its fields.
    fn variants_ui(
        &mut self,
        ui: &mut Ui,
        ctx: &mut PaneCtx<'_>,
        form: &Form<'_>,
        path: &Path,
        variants: &'static [Variant],
    ) {
        let spot = form.spot(path);
        let now = field::value(&form.tree, path).and_then(field::variant_of);
        let now = now.map(str::to_owned);
        let mut picked = None;
        row_ui(ui, ctx, &spot, |ui, ctx| {
            let (response, chosen) = editor::variant_ui(ui, ctx, &spot, variants, now.as_deref());
            picked = chosen;
            response
        });
        if let Some(name) = picked.filter(|name| Some(name) != now.as_ref())
            && let Some(value) = crate::ui::desk::variant(variants, &name)
        {
            ctx.act(Edit::Set {
                key: spot.key.clone(),
                path: spot.path.clone(),
                value: Some(value),
                group: None,
            });
        }
        let mut all = variants.iter();
        if let Some(variant) = all.find(|variant| Some(variant.name) == now.as_deref()) {
            self.fields_ui(ui, ctx, form, path, variant.fields);
        }
    }
}

/// “Add …” for something that is not there. True: it is wanted.
pub(super) fn add_line_ui(ui: &mut Ui, ctx: &PaneCtx<'_>, spot: &Spot) -> bool {
    let texts = ctx.texts;
    let path = spot.path.to_string();
    let name = fields::name(spot.key.kind.key(), &path, texts);
    let mut wanted = false;
    row_named_ui(ui, ctx.theme, &name, |ui| {
        let can = ctx.desk.read_only().is_none();
        let what = fields::item(spot.key.kind.key(), &path, texts);
        let add = texts.with("record-add", &[("what", fields::small(&what).into())]);
        let shown = texts.get("record-add-short");
        ui.add_enabled_ui(can, |ui| {
            let response = ui.add(eframe::egui::Link::new(
                RichText::new(format!("{} {shown}", crate::ui::icons::ADD)).small(),
            ));
            response.widget_info(|| {
                eframe::egui::WidgetInfo::labeled(eframe::egui::Role::Button, can, &add)
            });
            wanted = response.clicked();
        });
    });
    wanted
}

/// What taking an item or group out is called.
pub(super) fn remove_name(ctx: &PaneCtx<'_>, spot: &Spot) -> String {
    let path = spot.path.to_string();
    let what = fields::path(spot.key.kind.key(), &path, ctx.texts);
    ctx.texts.with("record-remove", &[("what", what.into())])
}

/// A value: its name at the left, or above where it is long.
pub(super) fn leaf_ui(
    ui: &mut Ui,
    ctx: &mut PaneCtx<'_>,
    form: &Form<'_>,
    path: &Path,
    leaf: Leaf,
    need: Need,
) {
    if leaf == Leaf::Id && form.key.kind != Kind::Header {
        // The id stands at the head of the form.
        return;
    }
    let spot = form.spot(path);
    let value: Option<Value> = field::value(&form.tree, path).cloned();
    let wanted = form.wants(path);
    let first = form
        .wanted
        .as_ref()
        .is_some_and(|wanted| wanted.path.is_none());
    row_ui(ui, ctx, &spot, |ui, ctx| {
        let editor = Field {
            spot: &spot,
            leaf,
            need,
            value: value.as_ref(),
            standing: editor::Standing::Form,
        };
        let response = editor.ui(ui, ctx);
        let is_first = first && leaf != Leaf::Id && ctx.desk.wanted.is_some();
        if wanted || is_first {
            response.request_focus();
            response.scroll_to_me(Some(eframe::egui::Align::Center));
            ctx.desk.wanted = None;
        }
        problems_at(ui, ctx, form, path);
        response
    });
}

/// A row of the form: the name of a field at the left, its editor at the right.
pub(super) fn row_ui<R>(
    ui: &mut Ui,
    ctx: &mut PaneCtx<'_>,
    spot: &Spot,
    fill: impl FnOnce(&mut Ui, &mut PaneCtx<'_>) -> R,
) -> R {
    let (texts, theme) = (ctx.texts, ctx.theme);
    let (kind, path) = (spot.key.kind.key(), spot.path.to_string());
    let name = editor::row_name(spot, texts);
    let tip = fields::tip(kind, &path, texts);
    let is_left = ctx
        .desk
        .drafts()
        .get(spot)
        .is_some_and(crate::ui::desk::Draft::is_left);
    let color = if is_left {
        theme.accent
    } else {
        theme.text_weak
    };
    let mark = if is_left { " •" } else { "" };
    let name = RichText::new(format!("{name}{mark}")).small().color(color);
    laid_out_ui(ui, name, tip, |ui| fill(ui, ctx))
}

/// A row of the form with a name and no editor.
pub(super) fn row_named_ui(ui: &mut Ui, theme: &Theme, name: &str, fill: impl FnOnce(&mut Ui)) {
    laid_out_ui(ui, theme.small(name), None, fill);
}

/// A name at the left, and what belongs to it at the right.
fn laid_out_ui<R>(
    ui: &mut Ui,
    name: RichText,
    tip: Option<String>,
    fill: impl FnOnce(&mut Ui) -> R,
) -> R {
    let width = ui.available_width();
    let names = (width * NAMES).clamp(84.0, 132.0);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        let below = Layout::top_down(Align::Min);
        ui.allocate_ui_with_layout(vec2(names, 0.0), below, |ui| {
            ui.set_width(names);
            // The name stands on the line of what is typed.
            ui.add_space(5.0);
            let label = ui.add(Label::new(name).wrap());
            if let Some(tip) = tip {
                label.on_hover_text(tip);
            }
        });
        ui.vertical(|ui| {
            ui.set_width((width - names - 8.0).max(80.0));
            ui.spacing_mut().item_spacing.y = 2.0;
            fill(ui)
        })
        .inner
    })
    .inner
}

/// The name of a group or list, with what can be done with it at the right.
pub(super) fn heading_ui(
    ui: &mut Ui,
    ctx: &mut PaneCtx<'_>,
    spot: &Spot,
    buttons: impl FnOnce(&mut Ui, &mut PaneCtx<'_>),
) {
    let (kind, path) = (spot.key.kind.key(), spot.path.to_string());
    let name = fields::name(kind, &path, ctx.texts);
    ui.add_space(6.0);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        let label = ui.add(Label::new(strong(name)).truncate());
        if let Some(tip) = fields::tip(kind, &path, ctx.texts) {
            label.on_hover_text(tip);
        }
        let right = eframe::egui::Layout::right_to_left(eframe::egui::Align::Center);
        ui.with_layout(right, |ui| buttons(ui, ctx));
    });
}

/// The problems that are about a field.
pub(super) fn problems_at(ui: &mut Ui, ctx: &mut PaneCtx<'_>, form: &Form<'_>, path: &Path) {
    for (at, problem) in &form.problems {
        if at.as_ref() == Some(path) {
            with_fixes_ui(ui, ctx, problem);
        }
    }
}
