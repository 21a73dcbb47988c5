//! A picture, before it is written: its words, size, format and ground, with a preview that can be
//! looked at as others see it.

use std::fmt;
use std::sync::Arc;

use eframe::egui::{
    self, DragValue, Rect, Role, ScrollArea, Sense, Stroke, StrokeKind, TextEdit, Ui, UiBuilder,
    Widget as _, WidgetInfo, pos2, vec2,
};

use crate::exchange::picture::file::scene;
use crate::exchange::picture::scene::Scene;
use crate::exchange::picture::{FigureView, Look, PictureFormat, Scale, Size, Vision};
use crate::ledger::Ledger;
use crate::text::Texts;
use crate::ui::Theme;
use crate::ui::panes::chart::paint::Pen;
use crate::ui::theme::{HALF, UNIT, title};
use crate::ui::widgets::{button, chip, tell};

use super::{Answer, buttons_ui};

/// Width of what is set, left of the preview.
const SETTINGS: f32 = 300.0;
/// The least height of what is set and of the preview.
const LOWEST: f32 = 300.0;
/// The greatest.
const HIGHEST: f32 = 640.0;
/// What the dialog and the window take above and below.
const AROUND: f32 = 200.0;

/// A picture, before it is written.
pub struct FigureDialog {
    view: FigureView,
    format: PictureFormat,
    vision: Vision,
    ledger: Arc<Ledger>,
    /// The view as it was laid out last.
    laid: Option<(FigureView, Arc<Scene>)>,
    /// The title proposed from the data.
    proposed: String,
    title: String,
    note: String,
    free: (u16, u16),
}

impl fmt::Debug for FigureDialog {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { view, format, .. } = self;
        f.debug_struct("FigureDialog")
            .field("view", view)
            .field("format", format)
            .finish_non_exhaustive()
    }
}

impl FigureDialog {
    /// A dialog over a view; the ledger is one under its assumptions.
    pub fn new(view: FigureView, format: PictureFormat, ledger: Arc<Ledger>) -> Self {
        let without = FigureView {
            title: None,
            ..view.clone()
        };
        let proposed = scene(&without, &ledger).title;
        let free = match view.size {
            Size::Free(width, height) => (width, height),
            _ => (800, 600),
        };
        Self {
            title: view.title.clone().unwrap_or_else(|| proposed.clone()),
            note: view.note.clone().unwrap_or_default(),
            view,
            format,
            vision: Vision::default(),
            ledger,
            laid: None,
            proposed,
            free,
        }
    }

    /// The view as it is set now.
    fn take_typed(&mut self) {
        // Lines are broken by the layout: what is typed is one paragraph.
        let paragraph = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let title = paragraph(&self.title);
        let own = !title.is_empty() && title != paragraph(&self.proposed);
        self.view.title = own.then_some(title);
        let note = paragraph(&self.note);
        self.view.note = (!note.is_empty()).then_some(note);
    }

    fn scene(&mut self) -> Arc<Scene> {
        if let Some((view, scene)) = &self.laid
            && *view == self.view
        {
            return Arc::clone(scene);
        }
        let made = Arc::new(scene(&self.view, &self.ledger));
        self.laid = Some((self.view.clone(), Arc::clone(&made)));
        made
    }

    pub(super) fn ui(&mut self, ui: &mut Ui, texts: Texts, theme: &Theme) -> Answer {
        ui.label(title(texts.get("figure-title")));
        ui.add_space(UNIT);
        self.take_typed();
        let scene = self.scene();
        let mut answer = Answer::None;
        let window = ui.ctx().content_rect();
        let high = (window.height() - AROUND).clamp(LOWEST, HIGHEST);
        let whole = vec2(ui.available_width(), high);
        let (whole, _) = ui.allocate_exact_size(whole, Sense::HOVER);
        let (left, right) = whole.split_left_right_at_x(whole.left() + SETTINGS);
        let mut settings = column(ui, "settings", left);
        ScrollArea::vertical()
            .auto_shrink(false)
            .show(&mut settings, |ui| {
                // Beside the bar that scrolls.
                ui.set_max_width(SETTINGS - 2.0 * UNIT);
                self.settings_ui(ui, texts, theme);
                if let Some(copy) = alt_ui(ui, texts, theme, &scene) {
                    answer = copy;
                }
            });
        let right = right.with_min_x(right.left() + 2.0 * UNIT);
        let mut preview = column(ui, "preview", right);
        self.preview_ui(&mut preview, texts, theme, &scene);
        let done = buttons_ui(ui, |ui| {
            if button::primary_ui(ui, theme, texts.get("figure-export")).clicked() {
                return Answer::Figure(Box::new(self.view.clone()), self.format);
            }
            if button::button_ui(ui, theme, texts.get("dialog-cancel")).clicked() {
                return Answer::Close;
            }
            Answer::None
        });
        if done == Answer::None { answer } else { done }
    }

    fn settings_ui(&mut self, ui: &mut Ui, texts: Texts, theme: &Theme) {
        typed_ui(
            ui,
            theme,
            &texts.get("figure-own-title"),
            &mut self.title,
            &self.proposed,
        );
        typed_ui(ui, theme, &texts.get("figure-own-note"), &mut self.note, "");
        self.size_ui(ui, texts, theme);
        ui.add_space(HALF);
        ui.label(theme.small(texts.get("figure-format")));
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = HALF;
            let pixels = Scale::ALL.map(|scale| {
                let name = texts.with("figure-png", &[("scale", scale.key().into())]);
                (PictureFormat::Png(scale), name)
            });
            let formats = [
                (PictureFormat::Svg, "SVG".to_owned()),
                (PictureFormat::Pdf, "PDF".to_owned()),
            ];
            for (format, name) in formats.into_iter().chain(pixels) {
                if chip::chip_ui(ui, theme, &name, self.format == format).clicked() {
                    self.format = format;
                }
            }
        });
        ui.add_space(HALF);
        ui.label(theme.small(texts.get("figure-ground")));
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = HALF;
            let grounds = [
                (Look::Light, texts.get("figure-light")),
                (Look::Dark, texts.get("figure-dark")),
            ];
            for (look, name) in grounds {
                if chip::chip_ui(ui, theme, &name, self.view.look == look).clicked() {
                    self.view.look = look;
                }
            }
        });
    }

    fn size_ui(&mut self, ui: &mut Ui, texts: Texts, theme: &Theme) {
        ui.add_space(HALF);
        ui.label(theme.small(texts.get("figure-size")));
        let free = Size::Free(self.free.0, self.free.1);
        let sizes = [
            (Size::Column, texts.get("figure-size-column")),
            (Size::Page, texts.get("figure-size-page")),
            (Size::Slide, texts.get("figure-size-slide")),
            (Size::Square, texts.get("figure-size-square")),
            (free, texts.get("figure-size-free")),
        ];
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = HALF;
            for (size, name) in sizes {
                if chip::chip_ui(ui, theme, &name, self.view.size == size).clicked() {
                    self.view.size = size;
                }
            }
        });
        if let Size::Free(width, height) = &mut self.view.size {
            ui.horizontal(|ui| {
                let fields = [
                    (width, texts.get("figure-width")),
                    (height, texts.get("figure-height")),
                ];
                for (side, name) in fields {
                    let field = DragValue::new(side).range(Size::SIDES).speed(4.0);
                    let response = ui.add(field).on_hover_text(&name);
                    response.widget_info(|| WidgetInfo::labeled(Role::SpinButton, true, &name));
                }
            });
        }
        if let Size::Free(width, height) = self.view.size {
            self.free = (width, height);
        } else {
            let (width, height) = self.view.size.points();
            let points = [
                ("width", format!("{width}").into()),
                ("height", format!("{height}").into()),
            ];
            ui.label(theme.small(texts.with("figure-points", &points)));
        }
    }

    fn preview_ui(&mut self, ui: &mut Ui, texts: Texts, theme: &Theme, scene: &Scene) {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = HALF;
            ui.label(theme.small(texts.get("figure-seen")));
            for vision in Vision::ALL {
                let name = texts.get(match vision {
                    Vision::Normal => "figure-vision-normal",
                    Vision::Grey => "figure-vision-grey",
                    Vision::Protan => "figure-vision-protan",
                    Vision::Deutan => "figure-vision-deutan",
                    Vision::Tritan => "figure-vision-tritan",
                });
                if chip::chip_ui(ui, theme, &name, self.vision == vision).clicked() {
                    self.vision = vision;
                }
            }
        });
        ui.add_space(HALF);
        let room = ui.available_size();
        let (rect, response) = ui.allocate_exact_size(room, Sense::HOVER);
        let name = format!("{}: {}", texts.get("figure-preview"), scene.alt);
        response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &name));
        let scale = (rect.width() / scene.width).min(rect.height() / scene.height);
        let size = vec2(scene.width, scene.height) * scale.min(1.0);
        let left = rect.center().x - size.x / 2.0;
        let page = Rect::from_min_size(pos2(left, rect.top()), size);
        let shown = match self.view.look {
            Look::Light => &Theme::LIGHT,
            Look::Dark => &Theme::DARK,
        };
        let inner = ui.new_child(UiBuilder::new().max_rect(page));
        let painter = ui.painter().with_clip_rect(page);
        painter.rect_filled(page, 0, shown.surface);
        let mut shapes = Vec::new();
        let pen = Pen {
            ui: &inner,
            theme: shown,
            vision: self.vision,
            origin: page.min,
            scale: scale.min(1.0),
        };
        pen.scene(scene, &mut shapes);
        painter.extend(shapes);
        let line = Stroke::new(1.0, theme.line_strong);
        ui.painter().rect_stroke(page, 0, line, StrokeKind::Outside);
    }
}

/// A part of the dialog beside another.
fn column(ui: &mut Ui, name: &str, rect: Rect) -> Ui {
    let layout = egui::Layout::top_down(egui::Align::Min);
    let builder = UiBuilder::new().id_salt(name).max_rect(rect);
    ui.new_child(builder.layout(layout))
}

fn typed_ui(ui: &mut Ui, theme: &Theme, name: &str, text: &mut String, hint: &str) {
    ui.label(theme.small(name));
    let response = TextEdit::multiline(text)
        .desired_rows(2)
        .hint_text(hint)
        .desired_width(f32::INFINITY)
        .ui(ui);
    tell::typed(&response, egui::Role::MultilineTextInput, name, text);
    ui.add_space(HALF);
}

/// The text for those who do not see the picture; it goes into the file too.
fn alt_ui(ui: &mut Ui, texts: Texts, theme: &Theme, scene: &Scene) -> Option<Answer> {
    ui.add_space(HALF);
    ui.label(theme.small(texts.get("figure-alt")));
    ui.label(theme.small(&scene.alt));
    let copy = button::link_ui(ui, texts.get("figure-copy-alt"));
    copy.clicked().then(|| Answer::Copy(scene.alt.clone()))
}
