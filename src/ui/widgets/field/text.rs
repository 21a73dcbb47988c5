//! What is typed: texts, sums, dates, numbers. The reading is told below while it does not count yet.

use eframe::egui::{
    self, Key as Press, KeyboardShortcut, Modifiers, Response, RichText, Role, TextEdit, Ui,
    Widget as _, WidgetInfo,
};
use serde_json::Value;

use crate::edit::{Leaf, Need, typed};
use crate::text::typed::told;
use crate::ui::desk::{self, Said, Spot};
use crate::ui::widgets::button;
use crate::ui::widgets::tell;
use crate::ui::{Action, PaneCtx, icons};

use super::{Field, Standing};

/// The most words of a phrase.
const WORDS: usize = 12;

/// A value that stays as it is.
pub(super) fn fixed_ui(ui: &mut Ui, ctx: &PaneCtx<'_>, field: &Field<'_>) -> Response {
    let text = field.held(ctx).unwrap_or_default();
    ui.label(ctx.theme.weak(text))
}

/// A field to type into.
pub(super) fn text_ui(ui: &mut Ui, ctx: &mut PaneCtx<'_>, field: &Field<'_>) -> Response {
    if ctx.desk.read_only().is_some() {
        return read_ui(ui, ctx, field);
    }
    let before = field.held(ctx).unwrap_or_default();
    let mut text = before.clone();
    let is_link = field.leaf == Leaf::Url && !text.is_empty();
    let response = ui
        .horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 2.0;
            let room = ui.available_width() - if is_link { 32.0 } else { 0.0 };
            let response = edit_ui(ui, ctx, field, &mut text, room);
            if is_link {
                ui.spacing_mut().button_padding.x = 6.0;
                let name = ctx.texts.get("record-open-address");
                let opens = text.starts_with("https://") || text.starts_with("http://");
                let open = ui
                    .add_enabled_ui(opens, |ui| {
                        button::icon_ui(ui, ctx.theme, icons::LINK, &name)
                    })
                    .inner;
                if open.on_hover_text(&text).clicked() {
                    ctx.act(Action::OpenLink(text.clone()));
                }
            }
            response
        })
        .inner;
    follow(ui, ctx, field, &response, &before, text);
    below_ui(ui, ctx, field);
    read_as_ui(ctx, field, response)
}

/// What stands in the field, as it is read elsewhere, under the pointer.
fn read_as_ui(ctx: &PaneCtx<'_>, field: &Field<'_>, response: Response) -> Response {
    let has_draft = ctx.desk.drafts().get(field.spot).is_some();
    let Some(value) = field.value.filter(|_| !has_draft && response.hovered()) else {
        return response;
    };
    let book = ctx.desk.book();
    let read = desk::reading(field.leaf, &field.spot.path, Some(value), book, ctx.texts);
    match read {
        Some(read) => response.on_hover_text(read),
        None => response,
    }
}

fn edit_ui(
    ui: &mut Ui,
    ctx: &PaneCtx<'_>,
    field: &Field<'_>,
    text: &mut String,
    width: f32,
) -> Response {
    let name = field.name(ctx);
    let is_long = field.leaf == Leaf::LongText;
    // Enter ends typing everywhere; a line of its own is asked for with Shift.
    let new_line = is_long.then(|| KeyboardShortcut::new(Modifiers::SHIFT, Press::Enter));
    let usual = match field.need {
        Need::Defaults(word) => word.to_owned(),
        _ => String::new(),
    };
    // An address is long and says little: it keeps to its line.
    let edit = if field.leaf == Leaf::Url {
        TextEdit::singleline(text)
    } else {
        TextEdit::multiline(text).return_key(new_line)
    };
    let response = edit
        .id_salt((&field.spot.key, &field.spot.path))
        .desired_rows(if is_long { 2 } else { 1 })
        .desired_width(width)
        .hint_text(usual)
        .lock_focus(field.standing == Standing::Row)
        .ui(ui);
    let role = if is_long {
        Role::MultilineTextInput
    } else {
        Role::TextInput
    };
    tell::typed(&response, role, &name, text);
    response
}

/// A field of a document that cannot be changed: its text can be read and copied.
fn read_ui(ui: &mut Ui, ctx: &PaneCtx<'_>, field: &Field<'_>) -> Response {
    let name = field.name(ctx);
    let text = field.held(ctx).unwrap_or_default();
    let mut shown = text.as_str();
    let response = TextEdit::multiline(&mut shown)
        .id_salt((&field.spot.key, &field.spot.path))
        .desired_rows(1)
        .desired_width(ui.available_width())
        .background_color(ctx.theme.side)
        .text_color(ctx.theme.text_weak)
        .ui(ui);
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::TextInput, false, &name);
        info.current_text_value = Some(text.clone());
        info
    });
    response
}

/// What the keys did.
fn follow(
    ui: &Ui,
    ctx: &mut PaneCtx<'_>,
    field: &Field<'_>,
    response: &Response,
    before: &str,
    text: String,
) {
    let spot = field.spot;
    let now = ui.input(|input| input.time);
    if response.has_focus() {
        ctx.desk.visit(spot);
    }
    if text != before {
        let text = match field.leaf {
            Leaf::LongText => text,
            // Only long texts have lines.
            _ => text.replace(['\n', '\r'], " "),
        };
        ctx.desk.typed(spot, text, now);
        ui.ctx().request_repaint();
    }
    if response.has_focus() {
        let enter = ui.input(|input| input.key_pressed(Press::Enter) && !input.modifiers.shift);
        if enter {
            response.surrender_focus();
            ui.ctx().request_repaint();
        }
    }
    if response.lost_focus() {
        ui.ctx().request_repaint();
        if ui.input(|input| input.key_pressed(Press::Escape))
            && let Some(edit) = ctx.desk.revert(spot)
        {
            ctx.act(edit);
        }
    }
}

/// Below the field: what is typed as it is read, a question, or why it cannot be read.
fn below_ui(ui: &mut Ui, ctx: &mut PaneCtx<'_>, field: &Field<'_>) {
    let (texts, theme, spot) = (ctx.texts, ctx.theme, field.spot);
    if field.leaf == Leaf::Phrase {
        phrase_ui(ui, ctx, field);
    }
    let Some(draft) = ctx.desk.drafts().get(spot).filter(|draft| draft.is_open()) else {
        return;
    };
    let is_left = draft.is_left();
    let is_made = ctx.desk.making(spot).is_some();
    match ctx.desk.said(spot) {
        None => {}
        Some(Said::Sure(value)) => {
            let book = ctx.desk.book();
            let read = desk::reading(field.leaf, &spot.path, value.as_ref(), book, texts);
            if let Some(read) = read.filter(|_| !(is_made && value.is_none())) {
                let told = texts.with("record-read-as", &[("value", read.into())]);
                said_ui(ui, RichText::new(told).small().color(theme.good));
            }
        }
        Some(Said::Choose(all)) => choose_ui(ui, ctx, field, &all),
        Some(Said::Not(why)) => {
            let text = format!("{} {}", icons::WARNING, told(&why, texts));
            said_ui(ui, RichText::new(text).small().color(theme.warning));
        }
        Some(Said::Refused(error)) => {
            let why = desk::error(&error, spot.key.kind, texts);
            let text = format!("{} {why}", icons::WARNING);
            said_ui(ui, RichText::new(text).small().color(theme.warning));
        }
    }
    if is_left && !is_made {
        kept_ui(ui, ctx, field);
    }
}

fn said_ui(ui: &mut Ui, text: RichText) {
    ui.add(egui::Label::new(text).wrap());
}

/// A text that was left: it is kept, and the value in the document is another.
fn kept_ui(ui: &mut Ui, ctx: &mut PaneCtx<'_>, field: &Field<'_>) {
    let (texts, theme) = (ctx.texts, ctx.theme);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let stands = match field.value {
            Some(value) => {
                let book = ctx.desk.book();
                desk::value(field.leaf, &field.spot.path, value, book, texts)
            }
            None => texts.get("record-none"),
        };
        let told = texts.with("record-draft", &[("value", stands.into())]);
        ui.label(theme.small(told));
        let name = texts.get("record-draft-forget");
        if button::link_ui(ui, name).clicked() {
            ctx.desk.forget(field.spot);
        }
    });
}

/// Which of several meanings is meant: a button for each. Nothing counts until one is chosen.
fn choose_ui(ui: &mut Ui, ctx: &mut PaneCtx<'_>, field: &Field<'_>, all: &[Option<Value>]) {
    let (texts, theme, spot) = (ctx.texts, ctx.theme, field.spot);
    let question = format!("{} {}", icons::WARNING, texts.get("record-which"));
    said_ui(ui, RichText::new(question).small().color(theme.warning));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(4.0, 4.0);
        for value in all {
            let book = ctx.desk.book();
            let read = desk::reading(field.leaf, &spot.path, value.as_ref(), book, texts);
            let shown =
                read.or_else(|| Some(typed::text_in(field.leaf, value.as_ref()?, texts.lang())));
            let shown = RichText::new(shown.unwrap_or_default()).small();
            let answer = egui::Button::new(shown)
                .stroke(egui::Stroke::new(1.0, theme.line_strong))
                .wrap()
                .ui(ui);
            if answer.clicked() {
                answer_with(ctx, spot, value.clone());
            }
        }
    });
}

fn answer_with(ctx: &mut PaneCtx<'_>, spot: &Spot, value: Option<Value>) {
    if let Some(edit) = ctx.desk.send(spot, value) {
        ctx.act(edit);
        ctx.act(Action::LeaveField);
    }
}

/// How many words a phrase has.
fn phrase_ui(ui: &mut Ui, ctx: &PaneCtx<'_>, field: &Field<'_>) {
    let text = field.held(ctx).unwrap_or_default();
    let count = text.split_whitespace().count();
    if count == 0 {
        return;
    }
    let color = if count > WORDS {
        ctx.theme.warning
    } else {
        ctx.theme.text_faint
    };
    let args = [
        ("count", count.to_string().into()),
        ("most", WORDS.to_string().into()),
    ];
    let told = ctx.texts.with("record-phrase-words", &args);
    said_ui(ui, RichText::new(told).small().color(color));
}
