//! What a frame of the window costs without the rasteriser: laying out, painting into shapes and
//! making triangles of them, at 1280 × 800. The pointer moves, so that nothing is skipped.

use std::hint::black_box;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use criterion::{BenchmarkId, Criterion};
use eframe::App as _;
use eframe::egui::{self, Event, MouseWheelUnit, RawInput, Rect, TouchPhase, pos2, vec2};
use jiff::ZonedDateTime;
use jiff::civil::date;
use jiff::tz::TimeZone;
use pledgebook::session::Session;
use pledgebook::store::disk::RealDisk;
use pledgebook::store::format;
use pledgebook::ui::action::Verb;
use pledgebook::ui::chooser::SystemChooser;
use pledgebook::ui::panes::ChartSettings;
use pledgebook::ui::prefs::Prefs;
use pledgebook::ui::{Action, App, Ending, Pane, Setup};
use pledgebook::views::{ChartKind, ChartRequest};

use super::generate;

const SCREEN: Rect = Rect {
    min: pos2(0.0, 0.0),
    max: pos2(1280.0, 800.0),
};

fn now() -> ZonedDateTime {
    let noon = date(2026, 3, 1).at(12, 0, 0, 0);
    noon.to_zoned_datetime(TimeZone::UTC).unwrap()
}

/// A window without a screen.
struct Window {
    ctx: egui::Context,
    app: App,
    frame: eframe::Frame,
    time: f64,
    step: usize,
}

impl Window {
    fn open(session: Session, kind: ChartKind) -> Self {
        let ctx = egui::Context::default();
        let request = ChartRequest {
            kind,
            ..ChartRequest::default()
        };
        let setup = Setup {
            session,
            disk: Arc::new(RealDisk),
            prefs: Prefs {
                chart: ChartSettings {
                    request,
                    ..ChartSettings::default()
                },
                ..Prefs::default()
            },
            prefs_folder: None,
            prefs_error: None,
            data_folder: None,
            state_folder: None,
            open: None,
            place: None,
            clock: now,
            ending: Ending::default(),
            chooser: Box::new(SystemChooser),
        };
        let app = App::new(&ctx, setup);
        Self {
            ctx,
            app,
            frame: eframe::Frame::_new_kittest(),
            time: 0.0,
            step: 0,
        }
    }

    /// One frame: the pointer moves over the centre, and every fourth time the wheel turns.
    fn paint(&mut self) -> usize {
        self.time += 1.0 / 60.0;
        self.step += 1;
        let along = f32::from(u16::try_from(self.step % 97).unwrap()) * 3.0;
        let mut events = vec![Event::PointerMoved(pos2(420.0 + along, 300.0 + along))];
        if self.step.is_multiple_of(4) {
            let down = if self.step % 200 < 100 { -30.0 } else { 30.0 };
            events.push(Event::MouseWheel {
                unit: MouseWheelUnit::Point,
                delta: vec2(0.0, down),
                phase: TouchPhase::Move,
                modifiers: egui::Modifiers::NONE,
                source: egui::MouseWheelSource::Wheel,
            });
        }
        let input = RawInput {
            screen_rect: Some(SCREEN),
            time: Some(self.time),
            focused: true,
            events,
            ..RawInput::default()
        };
        let (app, frame) = (&mut self.app, &mut self.frame);
        let output = self.ctx.run_ui(input, |ui| {
            let ctx = ui.ctx().clone();
            app.logic(&ctx, frame);
            app.ui(ui, frame);
        });
        let mut output = output;
        // No rasteriser takes them.
        output.textures_delta.clear();
        let shapes = self.ctx.tessellate(output.shapes, output.pixels_per_point);
        shapes.len()
    }
}

fn book(entries: usize, folder: &Path) -> Session {
    let path = folder.join("book.ron");
    #[expect(clippy::disallowed_methods, reason = "a file of the measurement's own")]
    std::fs::write(&path, format::write(&generate::dataset(entries))).unwrap();
    Session::open(&path, &RealDisk).unwrap()
}

/// Each page, over the bundled dataset and over a hundred thousand entries.
pub(crate) fn frames(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().unwrap();
    let mut group = criterion.benchmark_group("frame");
    group
        .sample_size(50)
        .warm_up_time(Duration::from_secs(2))
        .measurement_time(Duration::from_secs(3));
    let large = book(100_000, folder.path());
    for (size, session) in [("bundled", Session::sample()), ("100000", large)] {
        let pages = [
            ("party", Verb::PartyPage),
            ("commitments", Verb::CommitmentsPage),
            ("ledger", Verb::LedgerPage),
            ("dates", Verb::DatesPage),
            ("sources", Verb::SourcesPage),
            ("problems", Verb::ProblemsPage),
        ];
        for (name, verb) in pages {
            let mut window = Window::open(session.clone(), ChartKind::Ranked);
            window.app.act(verb);
            group.bench_function(BenchmarkId::new(name, size), |bencher| {
                bencher.iter(|| black_box(window.paint()));
            });
        }
        for kind in ChartKind::ALL {
            let mut window = Window::open(session.clone(), kind);
            window.app.act(Action::Show(Pane::Chart));
            let name = format!("chart {}", kind.key());
            group.bench_function(BenchmarkId::new(name, size), |bencher| {
                bencher.iter(|| black_box(window.paint()));
            });
        }
    }
    group.finish();
}
