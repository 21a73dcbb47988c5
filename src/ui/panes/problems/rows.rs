//! The rows of the page: how bad, where, whose, what is wrong, what to do.

use std::collections::BTreeSet;

use eframe::egui::text::LayoutJob;
use eframe::egui::{
    self, Button, Checkbox, Color32, FontId, Label, Role, Sense, Stroke, Ui, Widget as _,
    WidgetInfo,
};

use crate::edit::{FixName, fix};
use crate::ledger::{Problem, Severity};
use crate::model::PartyId;
use crate::text::{fields, problem as told};
use crate::ui::problems::ProblemAsk;
use crate::ui::theme::{BODY, Theme, body_font, small_font};
use crate::ui::widgets::popup;
use crate::ui::widgets::table::{Column, Row, Table, TableState};
use crate::ui::widgets::walk::Walk;
use crate::ui::{PaneCtx, icons};

use super::{Page, party_name};

/// The columns to sort by.
pub(super) const SEVERITY: usize = 1;
pub(super) const RECORD: usize = 2;
pub(super) const PROBLEM: usize = 3;

/// How high a row is: two lines of message, one of hint.
const HEIGHT: f32 = 60.0;
/// How high it is in a wide table, where the message has one line: still two buttons.
const LOW: f32 = 46.0;
/// From this width on the table is wide.
const WIDE: f32 = 800.0;

fn columns(ctx: &PaneCtx<'_>) -> [Column; 5] {
    let texts = ctx.texts;
    [
        Column::words(String::new(), 0.0).points(16.0),
        Column::words(texts.get("problems-column-severity"), 0.0)
            .points(96.0)
            .sorts(),
        Column::words(texts.get("problems-column-record"), 0.0)
            .points(104.0)
            .sorts(),
        Column::words(texts.get("problems-column-problem"), 1.0).sorts(),
        Column::numbers(String::new(), 0.0).points(88.0),
    ]
}

pub(super) fn table_ui(
    ui: &mut Ui,
    ctx: &mut PaneCtx<'_>,
    page: &Page<'_>,
    state: &mut TableState,
    chosen: &mut BTreeSet<usize>,
) -> Walk {
    let columns = columns(ctx);
    let name = ctx.texts.get("page-problems");
    let table = Table {
        name: &name,
        columns: &columns,
        rows: page.list.rows.len(),
        theme: ctx.theme,
    };
    let (height, lines) = if ui.available_width() < WIDE {
        (HEIGHT, 3)
    } else {
        (LOW, 2)
    };
    table.ui(
        ui,
        state,
        |_| height,
        |line, row| {
            let Some((problem, party)) = page.row(row) else {
                return;
            };
            let place = page.list.rows.get(row).copied().unwrap_or_default();
            line.overline(ctx.theme);
            choose_ui(line, ctx, problem, place, chosen);
            line.lines(|ui| severity_ui(ui, ctx, problem));
            line.lines(|ui| record_ui(ui, ctx, problem, party));
            line.lines(|ui| problem_ui(ui, ctx, problem, lines));
            line.lines(|ui| actions_ui(ui, ctx, page, problem));
        },
    )
}

/// A record's id, or what the record is called that has none.
fn record_name(problem: &Problem, ctx: &PaneCtx<'_>) -> String {
    if problem.record.is_empty() {
        ctx.texts.get("problems-dataset")
    } else {
        problem.record.clone()
    }
}

fn choose_ui(
    line: &mut Row<'_>,
    ctx: &PaneCtx<'_>,
    problem: &Problem,
    place: usize,
    chosen: &mut BTreeSet<usize>,
) {
    let mut is_chosen = chosen.contains(&place);
    let name = [record_name(problem, ctx), told::message(problem, ctx.texts)].join(": ");
    let name = ctx
        .texts
        .with("problems-choose", &[("problem", name.into())]);
    line.lines(|ui| {
        let response = Checkbox::without_text(&mut is_chosen).ui(ui);
        response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, is_chosen, &name));
        if response.changed() && !chosen.remove(&place) {
            chosen.insert(place);
        }
    });
}

/// Its icon and colour.
fn look(severity: Severity, theme: &Theme) -> (&'static str, Color32) {
    match severity {
        Severity::Error => (icons::ERROR, theme.error),
        Severity::Warning => (icons::WARNING, theme.warning),
        Severity::Note => (icons::INFO, theme.text_weak),
    }
}

fn severity_ui(ui: &mut Ui, ctx: &PaneCtx<'_>, problem: &Problem) {
    let (icon, color) = look(problem.severity, ctx.theme);
    let text = format!("{icon} {}", told::severity(problem.severity, ctx.texts));
    ui.add(Label::new(ctx.theme.small(text).color(color)).truncate());
    if let Some(rule) = problem.rule {
        let tip = told::name(problem.check, ctx.texts);
        ui.label(ctx.theme.small(rule.id())).on_hover_text(tip);
    }
}

fn record_ui(ui: &mut Ui, ctx: &mut PaneCtx<'_>, problem: &Problem, party: Option<&PartyId>) {
    let link = egui::Link::new(egui::RichText::new(record_name(problem, ctx)).small());
    let response = link.ui(ui);
    if response
        .on_hover_text(ctx.texts.get("problems-go-tip"))
        .clicked()
    {
        ctx.act(ProblemAsk::Go(problem.clone(), party.cloned()));
    }
    if let Some(party) = party {
        let name = party_name(party, ctx);
        ui.add(Label::new(ctx.theme.small(name)).truncate());
    }
}

/// A text of at most so many lines, with an ellipsis where it is cut.
fn lines(text: String, font: FontId, color: Color32, rows: usize) -> LayoutJob {
    let mut job = LayoutJob::simple(text, font, color, 0.0);
    job.wrap.max_rows = rows;
    job.wrap.overflow_character = Some('…');
    job
}

/// What is wrong and what to do, or why it was accepted; a click opens the form at the field.
fn problem_ui(ui: &mut Ui, ctx: &mut PaneCtx<'_>, problem: &Problem, all: usize) {
    let (texts, theme) = (ctx.texts, ctx.theme);
    let message = told::message(problem, texts);
    let below = told::accepted(problem, texts).unwrap_or_else(|| told::hint(problem, texts));
    let color = if problem.accepted.is_some() {
        theme.text_weak
    } else {
        theme.text
    };
    let job = lines(message.clone(), body_font(), color, all - 1);
    let label = Label::new(job).wrap().selectable(false);
    let shown = ui.add(label.sense(Sense::click()));
    // What the message leaves over of the row's lines is the hint's.
    let left = if shown.rect.height() < 2.0 * BODY {
        all - 1
    } else {
        1
    };
    let job = lines(below.clone(), small_font(), theme.text_weak, left);
    let label = Label::new(job).wrap();
    let hint = ui.add(label.show_tooltip_when_elided(false));
    if shown.hovered() {
        ui.ctx().set_cursor_icon(egui::CursorIcon::PointingHand);
    }
    if shown.clicked() {
        ctx.act(ProblemAsk::Open(problem.clone()));
    }
    let at = field_name(problem, ctx);
    let whole = |ui: &mut Ui| {
        ui.label(&message);
        ui.label(theme.small(&below));
        ui.label(theme.small(at.clone()));
    };
    shown.on_hover_ui(whole);
    hint.on_hover_ui(whole);
}

/// The field in words, with the check's id: what the command line calls it.
fn field_name(problem: &Problem, ctx: &PaneCtx<'_>) -> String {
    let key = fix::key_of(ctx.desk.book(), problem);
    match key.filter(|_| !problem.field.is_empty()) {
        Some(key) => {
            let field = fields::path(key.kind.key(), &problem.field, ctx.texts);
            format!("{field} · {}", problem.check)
        }
        None => problem.check.to_owned(),
    }
}

fn actions_ui(ui: &mut Ui, ctx: &mut PaneCtx<'_>, page: &Page<'_>, problem: &Problem) {
    ui.spacing_mut().item_spacing.y = 2.0;
    let check = told::name(problem.check, ctx.texts);
    let record = format!("{}: {check}", record_name(problem, ctx));
    let why = page
        .read_only
        .then(|| ctx.texts.get("problems-why-read-only"));
    let texts = ctx.texts;
    if problem.accepted.is_some() {
        let text = texts.get("problems-unaccept");
        if small_ui(ui, ctx.theme, &text, &record, why.as_deref()).clicked() {
            ctx.act(ProblemAsk::Unaccept(vec![problem.clone()]));
        }
        return;
    }
    fixes_ui(ui, ctx, problem, &record, why.as_deref());
    if !problem.can_be_accepted() {
        return;
    }
    let text = texts.get("problems-accept");
    if small_ui(ui, ctx.theme, &text, &record, why.as_deref()).clicked() {
        ctx.act(ProblemAsk::Accept(vec![problem.clone()]));
    }
}

/// The fix, or the choice of them.
fn fixes_ui(
    ui: &mut Ui,
    ctx: &mut PaneCtx<'_>,
    problem: &Problem,
    record: &str,
    why: Option<&str>,
) {
    let texts = ctx.texts;
    let offered = fix::offered(ctx.desk.book(), problem);
    let name = |name: FixName| fix::told(name, problem, texts);
    match offered.as_slice() {
        [] => {}
        [only] => {
            let text = texts.get("problems-fix");
            let named = format!("{}: {}", record_name(problem, ctx), name(*only));
            let response = small_ui(ui, ctx.theme, &text, &named, why);
            if response.on_hover_text(name(*only)).clicked() {
                ctx.act(ProblemAsk::Fix(problem.clone(), *only));
            }
        }
        several => {
            let text = format!("{} {}", texts.get("problems-fix"), icons::CARET_DOWN);
            let opener = small_ui(ui, ctx.theme, &text, record, why);
            popup::under(&opener).show(|ui| {
                ui.set_min_width(220.0);
                for fix in several {
                    if Button::new(name(*fix)).ui(ui).clicked() {
                        ctx.act(ProblemAsk::Fix(problem.clone(), *fix));
                        ui.close();
                    }
                }
            });
        }
    }
}

/// A small button; `of` goes with its words for a screen reader, as each row has one.
fn small_ui(ui: &mut Ui, theme: &Theme, text: &str, of: &str, why: Option<&str>) -> egui::Response {
    let words = theme.small(text).color(theme.text);
    let button = Button::new(words).stroke(Stroke::new(1.0, theme.line_strong));
    let response = ui.add_enabled_ui(why.is_none(), |ui| {
        ui.spacing_mut().button_padding = egui::vec2(6.0, 1.0);
        ui.spacing_mut().interact_size.y = 20.0;
        button.ui(ui)
    });
    let response = response.inner;
    response
        .widget_info(|| WidgetInfo::labeled(Role::Button, why.is_none(), format!("{text} {of}")));
    match why {
        Some(why) => response.on_disabled_hover_text(why),
        None => response,
    }
}
