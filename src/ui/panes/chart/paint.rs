//! A chart that is laid out, painted in the window as an item of its plot: the same shapes that are
//! written into files, in the colours of the theme.

use std::ops::RangeInclusive;
use std::sync::Arc;

use eframe::egui::epaint::TextShape;
use eframe::egui::{
    Color32, CornerRadius, FontFamily, FontId, Mesh, Pos2, Rect, Shape, Stroke, StrokeKind, Ui,
    pos2, vec2,
};
use egui_plot::{PlotBounds, PlotGeometry, PlotItem, PlotItemBase, PlotPoint, PlotTransform};

use crate::exchange::picture::Vision;
use crate::exchange::picture::scene::{
    self, Anchor, Fill, HATCH, HATCH_WIDTH, Ink, Line, Scene, Weight,
};
use crate::ui::Theme;
use crate::ui::theme::strong_family;

/// A scene as an item of a plot whose coordinates are the scene's points, with y upwards.
pub(super) struct Painted {
    base: PlotItemBase,
    scene: Arc<Scene>,
    theme: &'static Theme,
}

impl Painted {
    pub(super) fn new(scene: &Arc<Scene>, theme: &'static Theme) -> Self {
        Self {
            base: PlotItemBase::new("scene".to_owned()),
            scene: Arc::clone(scene),
            theme,
        }
    }
}

impl PlotItem for Painted {
    fn shapes(&self, ui: &Ui, transform: &PlotTransform, shapes: &mut Vec<Shape>) {
        let origin = transform.position_from_point(&PlotPoint::new(0.0, 0.0));
        let pen = Pen {
            ui,
            theme: self.theme,
            vision: Vision::Normal,
            origin,
            scale: 1.0,
        };
        pen.scene(&self.scene, shapes);
    }

    fn initialize(&mut self, _x_range: RangeInclusive<f64>) {}

    fn color(&self) -> Color32 {
        self.theme.text
    }

    fn geometry(&self) -> PlotGeometry<'_> {
        PlotGeometry::None
    }

    fn bounds(&self) -> PlotBounds {
        PlotBounds::from_min_max(
            [0.0, -f64::from(self.scene.height)],
            [f64::from(self.scene.width), 0.0],
        )
    }

    fn base(&self) -> &PlotItemBase {
        &self.base
    }

    fn base_mut(&mut self) -> &mut PlotItemBase {
        &mut self.base
    }
}

/// Where and how a scene is painted.
pub(in crate::ui) struct Pen<'a> {
    /// Whose fonts and clip.
    pub(in crate::ui) ui: &'a Ui,
    /// The colours.
    pub(in crate::ui) theme: &'static Theme,
    /// Who looks.
    pub(in crate::ui) vision: Vision,
    /// Where the scene's left top is on the screen.
    pub(in crate::ui) origin: Pos2,
    /// Points of the screen for one of the scene.
    pub(in crate::ui) scale: f32,
}

impl Pen<'_> {
    /// The shapes of a scene, those out of view left out.
    pub(in crate::ui) fn scene(&self, scene: &Scene, shapes: &mut Vec<Shape>) {
        for item in &scene.items {
            self.paint(&item.shape, shapes);
        }
    }

    fn color(&self, ink: Ink, strength: f32) -> Color32 {
        self.theme.ink_seen(ink, strength, self.vision)
    }

    fn stroke(&self, line: Line) -> Stroke {
        Stroke::new(line.width * self.scale, self.color(line.ink, line.strength))
    }

    fn at(&self, (x, y): (f32, f32)) -> Pos2 {
        self.origin + vec2(x, y) * self.scale
    }

    fn is_out_of_view(&self, top: f32, bottom: f32) -> bool {
        let clip = self.ui.clip_rect();
        let y = |y: f32| self.origin.y + y * self.scale;
        y(bottom) < clip.top() - 2.0 || y(top) > clip.bottom() + 2.0
    }

    fn paint(&self, shape: &scene::Shape, shapes: &mut Vec<Shape>) {
        match shape {
            scene::Shape::Rect { rect, fill, line } => {
                if self.is_out_of_view(rect.top, rect.bottom()) {
                    return;
                }
                let on_screen = Rect::from_min_size(
                    self.at((rect.left, rect.top)),
                    vec2(rect.width, rect.height) * self.scale,
                );
                if let Some(fill) = fill {
                    let color = self.color(fill.ink, fill.strength);
                    shapes.push(Shape::rect_filled(on_screen, CornerRadius::ZERO, color));
                    self.hatch(*fill, on_screen, shapes);
                }
                if let Some(line) = line {
                    let stroke = self.stroke(*line);
                    shapes.push(Shape::rect_stroke(
                        on_screen,
                        CornerRadius::ZERO,
                        stroke,
                        StrokeKind::Middle,
                    ));
                }
            }
            scene::Shape::Path { points, line } => {
                let points: Vec<Pos2> = points.iter().map(|at| self.at(*at)).collect();
                let stroke = self.stroke(*line);
                if line.dashed {
                    shapes.extend(Shape::dashed_line(
                        &points,
                        stroke,
                        3.0 * self.scale,
                        3.0 * self.scale,
                    ));
                } else {
                    shapes.push(Shape::line(points, stroke));
                }
            }
            scene::Shape::Area { points, fill } => self.area(points, *fill, shapes),
            scene::Shape::Circle {
                centre,
                radius,
                fill,
                line,
            } => {
                let centre = self.at(*centre);
                if let Some(fill) = fill {
                    let color = self.color(fill.ink, fill.strength);
                    shapes.push(Shape::circle_filled(centre, radius * self.scale, color));
                }
                if let Some(line) = line {
                    shapes.push(Shape::circle_stroke(
                        centre,
                        radius * self.scale,
                        self.stroke(*line),
                    ));
                }
            }
            scene::Shape::Text { at, .. } => {
                if !self.is_out_of_view(at.1 - 16.0, at.1 + 6.0) {
                    self.text(shape, shapes);
                }
            }
        }
    }

    /// An area under steps is painted a column a step, as the painter fills only what bulges
    /// outwards; a small one round its points.
    fn area(&self, points: &[(f32, f32)], fill: Fill, shapes: &mut Vec<Shape>) {
        let color = self.color(fill.ink, fill.strength);
        if points.len() <= 4 {
            let points = points.iter().map(|at| self.at(*at)).collect();
            shapes.push(Shape::convex_polygon(points, color, Stroke::NONE));
            return;
        }
        let ground = points.iter().map(|(_, y)| *y).fold(f32::MIN, f32::max);
        // One mesh, as columns that are painted apart show seams.
        let mut mesh = Mesh::default();
        for pair in points.windows(2) {
            let [(left, top), (right, next)] = pair else {
                continue;
            };
            let flat = (top - next).abs() < 0.01;
            if flat && right - left > 0.0 && ground - top > 0.0 {
                let rect = Rect::from_min_max(self.at((*left, *top)), self.at((*right, ground)));
                mesh.add_colored_rect(rect, color);
            }
        }
        shapes.push(Shape::mesh(mesh));
    }

    /// Thin diagonal lines of the ground over an estimate.
    fn hatch(&self, fill: Fill, rect: Rect, shapes: &mut Vec<Shape>) {
        if !fill.hatched {
            return;
        }
        let stroke = Stroke::new(HATCH_WIDTH * self.scale, self.color(Ink::Ground, 1.0));
        let high = rect.height();
        // The same lines as in files: where x + y of the scene is a multiple of the step.
        let step = HATCH * self.scale;
        let sum = (rect.left() - high - self.origin.x) + (rect.bottom() - self.origin.y);
        let mut x = rect.left() - high - sum.rem_euclid(step);
        while x < rect.right() {
            // From the bottom at x to the top at x + high, cut at both sides.
            let from = (rect.left() - x).max(0.0);
            let to = (rect.right() - x).min(high);
            if to > from {
                let ends = [
                    pos2(x + from, rect.bottom() - from),
                    pos2(x + to, rect.bottom() - to),
                ];
                shapes.push(Shape::line_segment(ends, stroke));
            }
            x += step;
        }
    }

    fn text(&self, shape: &scene::Shape, shapes: &mut Vec<Shape>) {
        let scene::Shape::Text {
            at,
            text,
            size,
            weight,
            ink,
            anchor,
        } = shape
        else {
            return;
        };
        let family = match weight {
            Weight::Regular => FontFamily::Proportional,
            Weight::SemiBold => strong_family(),
        };
        let color = self.color(*ink, 1.0);
        let font = FontId::new(size * self.scale, family);
        let painter = self.ui.painter();
        let galley = painter.layout_no_wrap(text.clone(), font, color);
        let base = galley.rows.first().map_or(0.0, |row| {
            row.pos.y + row.row.glyphs.first().map_or(0.0, |glyph| glyph.pos.y)
        });
        let wide = galley.size().x;
        let left = match anchor {
            Anchor::Start => 0.0,
            Anchor::Middle => wide / 2.0,
            Anchor::End => wide,
        };
        let at = self.at(*at) - vec2(left, base);
        shapes.push(TextShape::new(at, galley, color).into());
    }
}
