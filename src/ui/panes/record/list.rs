//! Lists and tables: their items one under the other, to be moved, taken out, added.

use eframe::egui::{Align, Frame, Label, Layout, Margin, Ui};
use serde_json::Value;

use crate::edit::{Leaf, LinkTo, Need, Path, Shape, field};
use crate::text::fields;
use crate::ui::desk::{NEW, Spot, Wanted};
use crate::ui::edit::Edit;
use crate::ui::theme::strong;
use crate::ui::widgets::field::{self as editor, Field};
use crate::ui::widgets::{button, pick};
use crate::ui::{PaneCtx, icons};

use super::node::{add_line_ui, heading_ui, problems_at, remove_name, row_named_ui};
use super::{Form, RecordPane};

/// Width of the buttons of an item.
const BUTTONS: f32 = 76.0;

/// Where an item is, for its buttons.
struct Item<'a> {
    list: &'a Path,
    path: Path,
    index: usize,
    count: usize,
}

impl RecordPane {
    /// Items in an order of their own.
    pub(super) fn list_ui(
        &mut self,
        ui: &mut Ui,
        ctx: &mut PaneCtx<'_>,
        form: &Form<'_>,
        list: &Path,
        of: Shape,
    ) {
        let spot = form.spot(list);
        let count = field::len(&form.tree, list);
        let root = list.at(NEW);
        let is_begun = self.is_begun(ctx, form, &root);
        if count == 0 && !is_begun {
            match of {
                Shape::Leaf(Leaf::Link(to)) => first_link_ui(ui, ctx, form, list, to),
                _ if add_line_ui(ui, ctx, &spot) => self.begin(ctx, form, &root, of),
                _ => {}
            }
            problems_at(ui, ctx, form, list);
            return;
        }
        let mut adds = false;
        heading_ui(ui, ctx, &spot, |ui, ctx| match of {
            Shape::Leaf(Leaf::Link(to)) => link_add_ui(ui, ctx, form, list, to),
            _ => adds = !is_begun && add_ui(ui, ctx, &spot),
        });
        problems_at(ui, ctx, form, list);
        for index in 0..count {
            let path = list.at(index);
            let item = Item {
                list,
                path: path.clone(),
                index,
                count,
            };
            let place = (list, index, &path);
            self.culled_ui(ui, ctx, form, place, |pane, ui, ctx| match of {
                Shape::Leaf(leaf) => leaf_item_ui(ui, ctx, form, &item, leaf),
                of => pane.item_ui(ui, ctx, form, &item, of),
            });
        }
        if adds {
            self.begin(ctx, form, &root, of);
        }
        if is_begun {
            self.making_ui(ui, ctx, form, &root);
        }
    }

    /// Entries under keys.
    pub(super) fn table_ui(
        &mut self,
        ui: &mut Ui,
        ctx: &mut PaneCtx<'_>,
        form: &Form<'_>,
        table: &Path,
        key: Leaf,
        of: Shape,
    ) {
        let spot = form.spot(table);
        let root = table.at(NEW);
        let keys: Vec<String> = match field::value(&form.tree, table) {
            Some(Value::Object(map)) => map.keys().cloned().collect(),
            _ => Vec::new(),
        };
        let is_begun = self.is_begun(ctx, form, &root);
        if keys.is_empty() && !is_begun {
            if add_line_ui(ui, ctx, &spot) {
                self.begin(ctx, form, &root, of);
            }
            return;
        }
        let mut adds = false;
        heading_ui(ui, ctx, &spot, |ui, ctx| {
            adds = !is_begun && add_ui(ui, ctx, &spot);
        });
        problems_at(ui, ctx, form, table);
        for (index, own) in keys.iter().enumerate() {
            let path = table.at(own);
            let place = (table, index, &path);
            self.culled_ui(ui, ctx, form, place, |pane, ui, ctx| {
                pane.entry_ui(ui, ctx, form, (&path, own, key), of);
            });
        }
        if adds {
            self.begin(ctx, form, &root, of);
        }
        if is_begun {
            self.making_ui(ui, ctx, form, &root);
        }
    }

    fn is_begun(&self, ctx: &PaneCtx<'_>, form: &Form<'_>, root: &Path) -> bool {
        let drafts = ctx.desk.drafts();
        self.unfolded.contains(&form.spot(root))
            || drafts.any_within(form.key, root)
            || drafts.any_within(form.key, &crate::ui::desk::key_of(root))
    }

    /// Unfolds the form of something that is not there yet, with the focus in its first field.
    pub(super) fn begin(&mut self, ctx: &mut PaneCtx<'_>, form: &Form<'_>, root: &Path, of: Shape) {
        let spot = form.spot(root);
        let first = ctx.desk.asked(&spot.key, root, of).into_iter().next();
        ctx.desk.wanted = first.map(|(path, _)| Wanted {
            key: form.key.clone(),
            path: Some(path),
        });
        self.unfolded.insert(spot);
    }

    /// An item with fields of its own, under its name.
    fn item_ui(
        &mut self,
        ui: &mut Ui,
        ctx: &mut PaneCtx<'_>,
        form: &Form<'_>,
        item: &Item<'_>,
        of: Shape,
    ) {
        let path = item.path.to_string();
        let name = fields::path(form.key.kind.key(), &path, ctx.texts);
        let name = name.rsplit(" › ").next().unwrap_or_default().to_owned();
        let name = super::head::first_large(&name);
        ui.add_space(2.0);
        ui.horizontal(|ui| {
            ui.add(Label::new(ctx.theme.weak(name)).truncate());
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                item_buttons_ui(ui, ctx, form, item);
            });
        });
        inset_ui(ui, ctx, |ui, ctx| {
            problems_at(ui, ctx, form, &item.path);
            self.field_ui_of_item(ui, ctx, form, &item.path, of);
        });
    }

    fn field_ui_of_item(
        &mut self,
        ui: &mut Ui,
        ctx: &mut PaneCtx<'_>,
        form: &Form<'_>,
        path: &Path,
        of: Shape,
    ) {
        match of {
            Shape::Fields(all) => self.fields_ui(ui, ctx, form, path, all),
            of => self.field_ui(ui, ctx, form, path, of, Need::Required),
        }
    }

    /// An entry of a table, under its key.
    fn entry_ui(
        &mut self,
        ui: &mut Ui,
        ctx: &mut PaneCtx<'_>,
        form: &Form<'_>,
        at: (&Path, &str, Leaf),
        of: Shape,
    ) {
        let (path, own, key) = at;
        let spot = form.spot(path);
        let book = ctx.desk.book();
        let shown = match key {
            Leaf::Choice(_) => fields::choice(&path.to_string(), own, ctx.texts),
            leaf => crate::ui::desk::value(leaf, path, &Value::from(own), book, ctx.texts),
        };
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 2.0;
            ui.add(Label::new(strong(super::head::first_large(&shown))).truncate());
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                remove_ui(ui, ctx, &spot);
                rename_ui(ui, ctx, path, own, key);
            });
        });
        inset_ui(ui, ctx, |ui, ctx| match of {
            Shape::Leaf(leaf) => bare_ui(ui, ctx, form, path, leaf),
            of => self.field_ui_of_item(ui, ctx, form, path, of),
        });
    }
}

/// A list of links with none in it: the first is picked at once.
fn first_link_ui(ui: &mut Ui, ctx: &mut PaneCtx<'_>, form: &Form<'_>, list: &Path, to: LinkTo) {
    let path = list.to_string();
    let name = fields::name(form.key.kind.key(), &path, ctx.texts);
    row_named_ui(ui, ctx.theme, &name, |ui| {
        link_add_ui(ui, ctx, form, list, to);
    });
}

/// What belongs to an item, with a line at its left.
pub(super) fn inset_ui<R>(
    ui: &mut Ui,
    ctx: &mut PaneCtx<'_>,
    fill: impl FnOnce(&mut Ui, &mut PaneCtx<'_>) -> R,
) -> R {
    let margin = Margin {
        left: 9,
        right: 0,
        top: 0,
        bottom: 4,
    };
    let line = ctx.theme.hairline();
    let shown = Frame::new()
        .inner_margin(margin)
        .show(ui, |ui| fill(ui, ctx));
    let rect = shown.response.rect;
    ui.painter().vline(rect.left() + 2.0, rect.y_range(), line);
    shown.inner
}

/// A value without a name beside it: the name stands above.
fn bare_ui(ui: &mut Ui, ctx: &mut PaneCtx<'_>, form: &Form<'_>, path: &Path, leaf: Leaf) {
    let spot = form.spot(path);
    let value = field::value(&form.tree, path).cloned();
    let editor = Field {
        spot: &spot,
        leaf,
        need: Need::Required,
        value: value.as_ref(),
        standing: editor::Standing::Form,
    };
    let response = editor.ui(ui, ctx);
    if form.wants(path) {
        response.request_focus();
        response.scroll_to_me(Some(Align::Center));
    }
    problems_at(ui, ctx, form, path);
}

fn leaf_item_ui(ui: &mut Ui, ctx: &mut PaneCtx<'_>, form: &Form<'_>, item: &Item<'_>, leaf: Leaf) {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        let width = (ui.available_width() - BUTTONS).max(80.0);
        ui.vertical(|ui| {
            ui.set_width(width);
            bare_ui(ui, ctx, form, &item.path, leaf);
        });
        ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
            item_buttons_ui(ui, ctx, form, item);
        });
    });
}

/// Up, down, out.
fn item_buttons_ui(ui: &mut Ui, ctx: &mut PaneCtx<'_>, form: &Form<'_>, item: &Item<'_>) {
    let texts = ctx.texts;
    ui.spacing_mut().item_spacing.x = 0.0;
    ui.spacing_mut().button_padding.x = 4.0;
    let spot = form.spot(&item.path);
    remove_ui(ui, ctx, &spot);
    if item.count < 2 {
        return;
    }
    let what = fields::path(form.key.kind.key(), &item.path.to_string(), texts);
    let can = ctx.desk.read_only().is_none();
    let ways = [
        (
            icons::CARET_DOWN,
            "record-move-down",
            item.index + 1 < item.count,
            item.index + 1,
        ),
        (
            icons::UP,
            "record-move-up",
            item.index > 0,
            item.index.saturating_sub(1),
        ),
    ];
    for (icon, id, possible, to) in ways {
        let args = [("what", what.as_str().into())];
        let name = match id {
            "record-move-up" => texts.with("record-move-up", &args),
            _ => texts.with("record-move-down", &args),
        };
        ui.add_enabled_ui(can && possible, |ui| {
            if button::icon_ui(ui, ctx.theme, icon, &name).clicked() {
                ctx.act(Edit::Move {
                    key: form.key.clone(),
                    list: item.list.clone(),
                    from: item.index,
                    to,
                });
            }
        });
    }
}

fn remove_ui(ui: &mut Ui, ctx: &mut PaneCtx<'_>, spot: &Spot) {
    let name = remove_name(ctx, spot);
    let can = ctx.desk.read_only().is_none();
    ui.add_enabled_ui(can, |ui| {
        if button::icon_ui(ui, ctx.theme, icons::DELETE, &name).clicked() {
            ctx.act(Edit::Set {
                key: spot.key.clone(),
                path: spot.path.clone(),
                value: None,
                group: None,
            });
        }
    });
}

/// “Add” beside the name of a list. True: it is wanted.
fn add_ui(ui: &mut Ui, ctx: &PaneCtx<'_>, spot: &Spot) -> bool {
    let texts = ctx.texts;
    let what = fields::item(spot.key.kind.key(), &spot.path.to_string(), texts);
    let name = texts.with("record-add", &[("what", fields::small(&what).into())]);
    let can = ctx.desk.read_only().is_none();
    ui.add_enabled_ui(can, |ui| {
        button::icon_ui(ui, ctx.theme, icons::ADD, &name).clicked()
    })
    .inner
}

/// Adds a link to a list of links: the record is picked, and is in it.
fn link_add_ui(ui: &mut Ui, ctx: &mut PaneCtx<'_>, form: &Form<'_>, list: &Path, to: LinkTo) {
    let texts = ctx.texts;
    let what = fields::item(form.key.kind.key(), &list.to_string(), texts);
    let name = texts.with("record-add", &[("what", fields::small(&what).into())]);
    let can = ctx.desk.read_only().is_none();
    let opener = ui
        .add_enabled_ui(can, |ui| button::icon_ui(ui, ctx.theme, icons::ADD, &name))
        .inner;
    let picked = editor::picked_ui(ctx, &opener, &name, to, None, false);
    if let editor::Chosen::This(id) = picked {
        ctx.act(Edit::Fill {
            key: form.key.clone(),
            root: list.at(NEW),
            place: None,
            value: Value::from(id),
        });
    }
}

/// Gives an entry another key.
fn rename_ui(ui: &mut Ui, ctx: &mut PaneCtx<'_>, path: &Path, own: &str, key: Leaf) {
    // Years and months are typed: they are taken out and added. Others are picked.
    let (Leaf::Choice(words), Some((table, _))) = (key, path.split_last()) else {
        return;
    };
    let Some(form_key) = ctx.place.form.clone() else {
        return;
    };
    let (texts, theme) = (ctx.texts, ctx.theme);
    let name = texts.get("record-rename");
    let can = ctx.desk.read_only().is_none();
    let opener = ui
        .add_enabled_ui(can, |ui| button::icon_ui(ui, theme, icons::EDIT, &name))
        .inner;
    let holder = path.to_string();
    let offers: Vec<pick::Offer> = words
        .iter()
        .map(|word| pick::Offer {
            words: fields::choice(&holder, word, texts),
            chosen: *word == own,
            ..pick::Offer::default()
        })
        .collect();
    let picked = pick::under(&opener, &mut ctx.desk.pick, 200.0, |ui, pick| {
        pick.ui(ui, theme, &name, None, &offers)
    });
    if let pick::Picked::This(index) = picked
        && let Some(to) = words.get(index).filter(|to| **to != own)
    {
        ctx.act(Edit::Rename {
            key: form_key,
            table,
            from: own.to_owned(),
            to: (*to).to_owned(),
        });
    }
}
