//! What lies over the window: the palette, the finder, dialogs; and what becomes of their answers.

use std::sync::Arc;

use eframe::egui;

use super::action::Action;
use super::app::App;
use super::dialogs::Answer;
use super::edit::Reveal;
use super::finder::Found;
use super::palette::Stays;

impl App {
    /// Paints what lies over the window, and does what was answered there.
    pub(super) fn over_ui(&mut self, ctx: &egui::Context) {
        let (texts, theme) = (self.host.texts, self.host.theme);
        if let Some(mut palette) = self.palette.take() {
            let allows = self.allows();
            let recent = self.recent_files();
            let actions = &mut self.host.actions;
            if palette.ui(ctx, texts, theme, allows, &recent, actions) == Stays::Open {
                self.palette = Some(palette);
            }
        }
        if let Some(mut finder) = self.finder.take() {
            let records = self.host.desk.records();
            let near = self.trail.here().party.clone();
            match finder.ui(ctx, texts, theme, &records, near.as_ref()) {
                Found::Nothing => self.finder = Some(finder),
                Found::This(key) => self.open_record(key, None, Reveal::Always),
                Found::Left => {}
            }
        }
        match self.dialogs.ui(ctx, texts, theme) {
            Answer::None => {}
            Answer::Close => self.stay(),
            Answer::Figure(view, format) => self.choose_figure(ctx, *view, format),
            Answer::Brief(request, format) => self.choose_brief(ctx, *request, format),
            Answer::Export(request) => self.choose_export(ctx, *request),
            Answer::Import(ask) => self.on_import(ctx, ask),
            Answer::Copy(text) => self.act(Action::CopyText(text)),
            Answer::Link(link) => self.follow_link(ctx, link),
            Answer::Path(ask, path) => self.chosen(ctx, ask, path),
            Answer::Paste(command) => self.paste(ctx, *command),
            Answer::Change(command) => {
                self.change(ctx, *command);
            }
            Answer::SaveAllTheSame(request) => self.save_all_the_same(ctx, request),
            Answer::Leave(choice, then) => self.answered_leave(ctx, choice, then),
            Answer::Revert => self.answered_revert(ctx),
            Answer::Outside(choice) => self.answered_outside(ctx, choice),
            Answer::Backups(choice) => self.answered_backups(ctx, choice),
            Answer::Recovery(choice) => self.answered_recovery(ctx, choice),
            Answer::Remove(removal, target) => {
                let book = Arc::clone(self.session.dataset());
                let command = match &target {
                    Some(target) => removal.move_to(&book, target),
                    None => removal.cut(&book),
                };
                self.removed(ctx, &removal.keys, command);
            }
            Answer::Accept(problems, reason) => self.accept(ctx, &problems, &reason),
        }
        if ctx.input(|input| !input.raw.hovered_files.is_empty()) {
            super::shell::drop_hint_ui(ctx, texts, theme);
        }
    }
}
