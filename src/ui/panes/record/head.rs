//! The head of a form: what record it is, what can be done with it, what is wrong with it.

use eframe::egui::{Align, Label, Layout, RichText, Ui};

use crate::edit::{Key, Kind};
use crate::session::ReadOnly;
use crate::text::{fields, words};
use crate::ui::desk::Spot;
use crate::ui::edit::Edit;
use crate::ui::theme::strong;
use crate::ui::widgets::button;
use crate::ui::widgets::problem::with_fixes_ui;
use crate::ui::{Action, PaneCtx, Verb, icons};

use super::Form;

/// Nothing is open: what the page shown has to open, and what can be made.
pub(super) fn nothing_ui(ui: &mut Ui, ctx: &mut PaneCtx<'_>) {
    let (texts, theme) = (ctx.texts, ctx.theme);
    ui.label(theme.weak(texts.get("record-empty")));
    ui.add_space(8.0);
    let mut open = Vec::new();
    if let Some(id) = &ctx.place.party {
        let book = ctx.desk.book();
        open.extend(
            book.parties
                .contains_key(id)
                .then(|| Key::new(Kind::Party, id)),
        );
        let own = book.agreements.values().filter(|a| a.party == *id);
        open.extend(own.map(|agreement| Key::new(Kind::Agreement, &agreement.id)));
    }
    open.push(Key::header());
    for key in open {
        let row = ctx.desk.record(&key).map(|row| row.words.clone());
        let kind = fields::kind(key.kind.key(), texts);
        ui.label(theme.small(kind));
        let link = RichText::new(row.unwrap_or_default());
        if ui.add(eframe::egui::Link::new(link)).clicked() {
            ctx.act(Action::OpenRecord(key, None));
        }
    }
    ui.add_space(8.0);
    if button::button_ui(ui, theme, texts.get("menu-find-record")).clicked() {
        ctx.act(Action::Do(Verb::FindRecord));
    }
}

/// Kind, id, whose it is; what can be done with the record; why it cannot be changed.
pub(super) fn head_ui(ui: &mut Ui, ctx: &mut PaneCtx<'_>, form: &Form<'_>) {
    let (texts, theme, key) = (ctx.texts, ctx.theme, form.key);
    let party = ctx.desk.record(key).and_then(|row| row.party.clone());
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let kind = first_large(&fields::kind(key.kind.key(), texts));
        ui.label(theme.small(kind));
        ui.label(strong(&key.id));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = 2.0;
            if key.kind != Kind::Header {
                buttons_ui(ui, ctx, key);
            }
            let whose = party
                .as_ref()
                .and_then(|id| ctx.desk.book().parties.get(id));
            if let Some(party) = whose.filter(|_| key.kind != Kind::Party) {
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    let name = words::name(&party.name, texts).to_owned();
                    ui.add(Label::new(theme.small(name)).truncate());
                });
            }
        });
    });
    if let Some(why) = ctx.desk.read_only() {
        read_only_ui(ui, ctx, why);
    }
    let rect = ui.max_rect();
    ui.painter()
        .hline(rect.x_range(), ui.cursor().top(), theme.hairline());
    ui.add_space(4.0);
}

/// The kind as it begins a line.
pub(super) fn first_large(words: &str) -> String {
    let mut letters = words.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}

fn buttons_ui(ui: &mut Ui, ctx: &mut PaneCtx<'_>, key: &Key) {
    let (texts, theme) = (ctx.texts, ctx.theme);
    let can = ctx.desk.read_only().is_none();
    ui.add_enabled_ui(can, |ui| {
        let delete = texts.get("menu-delete-record");
        if button::icon_ui(ui, theme, icons::DELETE, &delete).clicked() {
            ctx.act(Edit::Remove(vec![key.clone()]));
        }
        // Of a party there is one.
        if key.kind != Kind::Party {
            let copy = texts.get("menu-duplicate-record");
            if button::icon_ui(ui, theme, icons::COPY, &copy).clicked() {
                ctx.act(Edit::Duplicate(key.clone()));
            }
        }
    });
    let own = ctx.desk.record(key).and_then(|row| row.party.clone());
    let party = own.or_else(|| ctx.place.party.clone());
    if let (Kind::Commitment | Kind::Aid | Kind::Source, Some(party)) = (key.kind, party) {
        let show = texts.get("record-show");
        if button::icon_ui(ui, theme, icons::SHOW, &show).clicked() {
            ctx.act(Action::ShowRecord(party, key.id.clone()));
        }
    }
}

/// Why nothing can be changed here, and the way out.
pub(in crate::ui) fn read_only_ui(ui: &mut Ui, ctx: &mut PaneCtx<'_>, why: ReadOnly) {
    let (texts, theme) = (ctx.texts, ctx.theme);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        ui.label(RichText::new(icons::READ_ONLY).color(theme.text_weak));
        ui.label(theme.weak(texts.get(crate::ui::shell::read_only_id(why))));
        if button::link_ui(ui, texts.get("status-save-copy")).clicked() {
            ctx.act(Action::Do(Verb::SaveAs));
        }
    });
}

/// The problems that are about the record as a whole.
pub(super) fn problems_ui(ui: &mut Ui, ctx: &mut PaneCtx<'_>, form: &Form<'_>) {
    for (path, problem) in &form.problems {
        if path.is_none() {
            with_fixes_ui(ui, ctx, problem);
        }
    }
}

/// A text whose field is gone.
pub(super) fn homeless_ui(ui: &mut Ui, ctx: &mut PaneCtx<'_>, spot: &Spot, text: &str) {
    let (texts, theme) = (ctx.texts, ctx.theme);
    let path = spot.path.to_string();
    let field = fields::path(spot.key.kind.key(), &path, texts);
    let args = [("field", field.into()), ("text", text.into())];
    let told = texts.with("record-homeless", &args);
    ui.add(Label::new(RichText::new(told).color(theme.warning)).wrap());
    ui.horizontal_wrapped(|ui| {
        if button::link_ui(ui, texts.get("dialog-copy")).clicked() {
            ctx.act(Action::CopyText(text.to_owned()));
        }
        if button::link_ui(ui, texts.get("record-draft-forget")).clicked() {
            ctx.desk.forget(spot);
        }
    });
}
