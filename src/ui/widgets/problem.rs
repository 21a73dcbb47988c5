//! A problem beside what it is about: what is wrong, and what can be done about it.

use eframe::egui::{Label, RichText, Sense, Ui};

use crate::edit::fix;
use crate::ledger::{Problem, Severity};
use crate::text::problem as told;
use crate::ui::problems::ProblemAsk;
use crate::ui::{PaneCtx, icons};

use super::button;

/// What is wrong, in a line; what to do about it under the pointer.
pub fn line_ui(ui: &mut Ui, ctx: &PaneCtx<'_>, problem: &Problem) -> eframe::egui::Response {
    let (icon, color) = match problem.severity {
        Severity::Error => (icons::ERROR, ctx.theme.error),
        Severity::Warning => (icons::WARNING, ctx.theme.warning),
        Severity::Note => (icons::INFO, ctx.theme.text_weak),
    };
    let text = format!("{icon} {}", told::message(problem, ctx.texts));
    let text = RichText::new(text).small().color(color);
    ui.add(Label::new(text).wrap().sense(Sense::HOVER))
        .on_hover_text(told::hint(problem, ctx.texts))
}

/// The same with what can be done about it, where the document can be changed.
pub fn with_fixes_ui(ui: &mut Ui, ctx: &mut PaneCtx<'_>, problem: &Problem) {
    line_ui(ui, ctx, problem);
    if ctx.desk.read_only().is_some() {
        return;
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().interact_size.y = 16.0;
        for name in fix::offered(ctx.desk.book(), problem) {
            let text = fix::told(name, problem, ctx.texts);
            if button::small_link_ui(ui, text).clicked() {
                ctx.act(ProblemAsk::Fix(problem.clone(), name));
            }
        }
        let accept = ctx.texts.get("problems-accept");
        if problem.can_be_accepted() && button::small_link_ui(ui, accept).clicked() {
            ctx.act(ProblemAsk::Accept(vec![problem.clone()]));
        }
    });
}
