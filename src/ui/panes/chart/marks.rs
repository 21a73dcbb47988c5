//! The chart in the window: laid out for the room that is there, painted in its plot, its marks met
//! by pointer, keyboard and screen reader.

use std::sync::Arc;

use eframe::egui::{
    self, CornerRadius, Id, Rect, Response, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui,
    UiBuilder, WidgetInfo, vec2,
};
use egui_plot::Plot;

use crate::exchange::picture::layout::{self, Frame, Height, Said};
use crate::exchange::picture::scene::Scene;
use crate::exchange::picture::words::Words;
use crate::model::PartyId;
use crate::text::Lang;
use crate::ui::PaneCtx;
use crate::ui::theme::strong;
use crate::ui::widgets::walk::{Walk, walk};
use crate::views::{Chart, Part};

use super::choose;

/// What a layout is made for.
#[derive(Clone, PartialEq, Debug)]
struct For {
    lang: Lang,
    frame: Frame,
}

/// With which party chosen a chart was painted last.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) enum Shown {
    /// It was not painted yet.
    #[default]
    NotYet,
    /// With this one; none: with none.
    With(Option<PartyId>),
}

/// A chart as it is laid out now.
pub(super) struct Laid {
    chart: Arc<Chart>,
    made_for: For,
    said: Said,
    scene: Arc<Scene>,
}

/// What the chart is painted from, and what it keeps.
pub(super) struct Marks<'a> {
    pub(super) chart: &'a Arc<Chart>,
    pub(super) only: Option<Part>,
    pub(super) at: &'a mut Option<usize>,
    pub(super) laid: &'a mut Option<Laid>,
    /// The party that was chosen when the chart was painted last.
    pub(super) shown: &'a mut Shown,
}

impl Marks<'_> {
    /// The layout for a room, made anew only where something changed.
    fn lay_out(&mut self, ctx: &PaneCtx<'_>, room: egui::Vec2) -> Arc<Scene> {
        let made_for = For {
            lang: ctx.texts.lang(),
            frame: Frame {
                width: room.x.floor(),
                height: Height::AtLeast(room.y.floor()),
                margin: 0.0,
                title: None,
                note: None,
                chosen: ctx.place.party.clone(),
                only: self.only,
            },
        };
        let words = Words::new(self.chart, ctx.ledger, ctx.texts);
        let said = match self.laid.take() {
            Some(laid) if Arc::ptr_eq(&laid.chart, self.chart) && laid.made_for == made_for => {
                return Arc::clone(&self.laid.insert(laid).scene);
            }
            // Another size, another party chosen: the words stay.
            Some(laid)
                if Arc::ptr_eq(&laid.chart, self.chart) && laid.made_for.lang == made_for.lang =>
            {
                laid.said
            }
            _ => Said::of(&words),
        };
        let scene = Arc::new(layout::scene_of(words, &said, &made_for.frame));
        *self.laid = Some(Laid {
            chart: Arc::clone(self.chart),
            made_for,
            said,
            scene: Arc::clone(&scene),
        });
        scene
    }

    /// Paints the chart into the room that is there; what is higher is scrolled. Gives back the part
    /// of the legend that was clicked.
    pub(super) fn ui(mut self, ui: &mut Ui, ctx: &mut PaneCtx<'_>) -> Option<Part> {
        let room = vec2(ui.available_width() - 10.0, ui.available_height());
        let scene = self.lay_out(ctx, room);
        let name = Words::new(self.chart, ctx.ledger, ctx.texts).what();
        let builder = UiBuilder::new()
            .id_salt("marks")
            .sense(Sense::FOCUSABLE)
            .accessibility_role(Role::List)
            .accessibility_label(&name);
        let list = ui.scope_builder(builder, |ui| {
            ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
                node.set_description(scene.alt.as_str());
            });
            let id = ui.unique_id();
            let walked = walk(ui, id, self.chart.marks.len(), self.at);
            let chosen = walked.chosen.and_then(|at| self.chart.marks.get(at));
            if let Some(mark) = chosen {
                choose(ctx, mark);
            }
            ScrollArea::vertical()
                .id_salt("chart")
                .auto_shrink(false)
                .show(ui, |ui| self.scene_ui(ui, ctx, &scene, (id, walked)))
                .inner
        });
        list.inner
    }

    fn scene_ui(
        &mut self,
        ui: &mut Ui,
        ctx: &mut PaneCtx<'_>,
        scene: &Arc<Scene>,
        (list, walked): (Id, Walk),
    ) -> Option<Part> {
        let theme = ctx.theme;
        let size = vec2(scene.width, scene.height);
        let shown = still(size).show(ui, |plot| {
            plot.add(super::paint::Painted::new(scene, theme));
        });
        let frame = *shown.transform.frame();
        let mut stood_on = None;
        for (index, spot) in scene.spots.iter().enumerate() {
            let rect = Rect::from_min_size(
                frame.min + vec2(spot.rect.left, spot.rect.top),
                vec2(spot.rect.width, spot.rect.height),
            );
            let here = walked.focused && *self.at == Some(spot.mark);
            if here && walked.moved {
                ui.scroll_to_rect(rect, None);
            }
            let id = ui.scope_id().with(("mark", index));
            let response = ui.interact(rect, id, Sense::CLICK);
            self.mark_ui(ui, ctx, scene, spot.mark, (&response, here));
            if here {
                stood_on = Some(response.id);
            }
        }
        // What the keys stand on is spoken.
        ui.ctx()
            .accesskit_node_builder(list, |node| match stood_on {
                Some(mark) => node.set_active_descendant(mark.accesskit_id()),
                None => node.clear_active_descendant(),
            });
        self.follow_choice(ui, ctx, scene, frame);
        let mut clicked = None;
        for (part, rect) in &scene.legend {
            clicked = clicked.or(self.legend_ui(ui, ctx, frame, *part, *rect));
        }
        clicked
    }

    fn mark_ui(
        &mut self,
        ui: &Ui,
        ctx: &mut PaneCtx<'_>,
        scene: &Scene,
        index: usize,
        (response, here): (&Response, bool),
    ) {
        let Some(mark) = self.chart.marks.get(index) else {
            return;
        };
        response.widget_info(|| {
            let told = scene.told.get(index).map_or("", String::as_str);
            WidgetInfo::labeled(Role::ListItem, true, told)
        });
        if let Some((party, _)) = &mark.party {
            let is_chosen = ctx.place.party.as_ref() == Some(party);
            ui.ctx().accesskit_node_builder(response.id, |node| {
                node.set_selected(is_chosen);
            });
        }
        if response.clicked() {
            *self.at = Some(index);
            choose(ctx, mark);
        }
        let theme = ctx.theme;
        if here || response.hovered() {
            let color = if here {
                theme.accent
            } else {
                theme.line_strong
            };
            let radius = CornerRadius::same(3);
            let ring = Stroke::new(if here { 1.5 } else { 1.0 }, color);
            let painter = ui.painter();
            painter.rect_stroke(response.rect, radius, ring, StrokeKind::Inside);
        }
        hover_ui(response, ctx, self.chart, index);
    }

    /// A party that was chosen elsewhere is brought into view.
    fn follow_choice(&mut self, ui: &Ui, ctx: &PaneCtx<'_>, scene: &Scene, frame: Rect) {
        let now = Shown::With(ctx.place.party.clone());
        let before = std::mem::replace(self.shown, now);
        // The first time the chart is seen from its title on.
        if before == Shown::NotYet || before == *self.shown {
            return;
        }
        let is_own = |index: usize| {
            let party = self
                .chart
                .marks
                .get(index)
                .and_then(|mark| mark.party.as_ref());
            party.map(|(id, _)| id) == ctx.place.party.as_ref()
        };
        if let Some(spot) = scene.spots.iter().find(|spot| is_own(spot.mark)) {
            let at = frame.min + vec2(spot.rect.left, spot.rect.top);
            let rect = Rect::from_min_size(at, vec2(1.0, spot.rect.height));
            ui.scroll_to_rect(rect, None);
        }
    }

    /// One entry of the legend: a click lets its part stand out.
    fn legend_ui(
        &self,
        ui: &Ui,
        ctx: &PaneCtx<'_>,
        frame: Rect,
        part: Part,
        rect: crate::exchange::picture::Rect,
    ) -> Option<Part> {
        let rect = Rect::from_min_size(
            frame.min + vec2(rect.left, rect.top),
            vec2(rect.width, rect.height),
        );
        let id = ui.scope_id().with(("legend", part));
        let response = ui.interact(rect, id, Sense::click());
        let name = crate::exchange::picture::words::part(part, ctx.texts);
        let on = self.only == Some(part);
        response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, on, &name));
        if response.hovered() || response.has_focus() || on {
            let line = Stroke::new(
                1.0,
                if on {
                    ctx.theme.accent
                } else {
                    ctx.theme.line_strong
                },
            );
            ui.painter().rect_stroke(
                rect.expand(2.0),
                CornerRadius::same(3),
                line,
                StrokeKind::Inside,
            );
        }
        let response = response.on_hover_text(ctx.texts.get("chart-legend-tip"));
        response.clicked().then_some(part)
    }
}

/// A plot whose coordinates are points of the scene. It stays as it is: the wheel scrolls what it
/// stands in, and nothing drags or zooms it.
fn still<'a>(size: egui::Vec2) -> Plot<'a> {
    Plot::new("chart")
        .width(size.x)
        .height(size.y)
        .show_background(false)
        .show_crosshair(false)
        .show_axes(false)
        .show_grid(false)
        .show_x(false)
        .show_y(false)
        .allow_zoom(false)
        .allow_scroll(false)
        .allow_drag(false)
        .allow_boxed_zoom(false)
        .allow_axis_zoom_drag(false)
        .allow_double_click_reset(false)
        .set_margin_fraction(vec2(0.0, 0.0))
        .default_x_bounds(0.0, f64::from(size.x))
        .default_y_bounds(-f64::from(size.y), 0.0)
        .sense(Sense::HOVER)
        .reset()
}

/// What a mark says under the pointer: exact value, what it rests on, figures with rate and source.
fn hover_ui(response: &Response, ctx: &PaneCtx<'_>, chart: &Chart, index: usize) {
    let Some(mark) = chart.marks.get(index) else {
        return;
    };
    response.clone().on_hover_ui(|ui| {
        ui.set_max_width(420.0);
        let words = Words::new(chart, ctx.ledger, ctx.texts);
        for (index, line) in words.told(mark).into_iter().enumerate() {
            ui.label(if index == 0 {
                strong(line)
            } else {
                ctx.theme.weak(line)
            });
        }
    });
}
