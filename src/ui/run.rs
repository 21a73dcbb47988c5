//! Opens the window: with the graphics driver that there is, or with a clear word why not.

use std::path::PathBuf;
use std::sync::Arc;

use eframe::egui::{IconData, ViewportBuilder, vec2};
use jiff::ZonedDateTime;

use crate::session::Session;
use crate::store::disk::RealDisk;
use crate::store::folders;

use super::app::{App, First, Setup};
use super::chooser::SystemChooser;
use super::ending::Ending;
use super::prefs::{self, Prefs, WindowPlace};

/// Why the window could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// There is no display.
    #[error("no display")]
    NoDisplay,
    /// There is no graphics driver, neither for Vulkan, Metal or Direct3D nor for OpenGL.
    #[error("no graphics driver: {0}")]
    NoGpu(String),
    /// The system refused otherwise.
    #[error("{0}")]
    Window(String),
}

impl StartError {
    /// What happened, and what can be done: sentences for a person.
    pub fn explained(&self, texts: crate::text::Texts) -> (String, Option<String>) {
        match self {
            Self::NoDisplay => (
                texts.get("start-no-display"),
                Some(texts.get("start-no-display-hint")),
            ),
            Self::NoGpu(_) => (
                texts.get("start-no-gpu"),
                Some(texts.get("start-no-gpu-hint")),
            ),
            Self::Window(why) => (texts.with("start-window", &[("why", why.into())]), None),
        }
    }
}

/// Opens the window on a file; none: on the last file, at first on the sample; at the place that
/// stands behind `#` in its link. Returns when the
/// window is closed.
///
/// # Errors
/// When there is no display or no graphics driver.
pub fn run(file: Option<PathBuf>, place: Option<String>) -> Result<(), StartError> {
    start_log();
    if !has_display() {
        return Err(StartError::NoDisplay);
    }
    let first = open(file.clone(), place.clone(), eframe::Renderer::Wgpu);
    let Err(error) = first else {
        return Ok(());
    };
    tracing::warn!(%error, "no wgpu adapter: trying OpenGL");
    open(file, place, eframe::Renderer::Glow).map_err(|second| told(&error, &second))
}

fn told(first: &eframe::Error, second: &eframe::Error) -> StartError {
    match second {
        eframe::Error::Winit(error) => StartError::Window(error.to_string()),
        eframe::Error::WinitEventLoop(error) => StartError::Window(error.to_string()),
        other => StartError::NoGpu(format!("{first}; {other}")),
    }
}

fn open(
    file: Option<PathBuf>,
    place: Option<String>,
    renderer: eframe::Renderer,
) -> Result<(), eframe::Error> {
    let folder = folders::config_folder();
    let (prefs, prefs_error) = folder.as_deref().map(Prefs::read).unwrap_or_default();
    // Whether the last one is still there is found out beside the window: on a network that does
    // not answer, looking takes its time.
    let last = prefs.last_file.clone().map(First::Last);
    let open = file.map(First::Asked).or(last);
    let options = eframe::NativeOptions {
        viewport: viewport(prefs.window, prefs.zoom),
        renderer,
        persist_window: false,
        event_loop_builder: Some(Box::new(own_menu)),
        ..eframe::NativeOptions::default()
    };
    let ending = Ending::default();
    let told = ending.clone();
    let setup = Setup {
        session: Session::sample(),
        disk: Arc::new(RealDisk),
        prefs,
        prefs_folder: folder,
        prefs_error,
        data_folder: folders::data_folder(),
        state_folder: folders::state_folder(),
        open,
        place,
        clock: ZonedDateTime::now,
        ending,
        chooser: Box::new(SystemChooser),
    };
    eframe::run_native(
        "Pledgebook",
        options,
        Box::new(move |creation| {
            let ctx = creation.egui_ctx.clone();
            if let Err(error) = told.by_signals(move || ctx.request_repaint()) {
                tracing::warn!(%error, "signals are not told");
            }
            Ok(Box::new(App::new(&creation.egui_ctx, setup)))
        }),
    )
}

/// The window where it stood. Its place was told in the points of the zoom that was on; here they are
/// those of the system.
fn viewport(place: Option<WindowPlace>, zoom: f32) -> ViewportBuilder {
    let viewport = ViewportBuilder::default()
        .with_app_id("pledgebook")
        .with_title("Pledgebook")
        .with_icon(icon())
        .with_min_inner_size(vec2(720.0, 480.0));
    let Some(place) = place else {
        return viewport.with_inner_size(vec2(1280.0, 800.0));
    };
    let viewport = viewport
        .with_inner_size(place.size.map(|points| points * zoom))
        .with_maximized(place.maximized)
        .with_clamp_size_to_monitor_size(true);
    match place.position {
        Some(position) => viewport.with_position(position.map(|points| points * zoom)),
        None => viewport,
    }
}

fn icon() -> IconData {
    let png = include_bytes!("../../assets/icons/pledgebook.png");
    eframe::icon_data::from_png_bytes(png).unwrap_or_default()
}

/// On macOS, the menu that a window gets by itself ends the program on ⌘Q without asking anybody.
/// Without it the keys come to our own verb.
#[cfg(target_os = "macos")]
fn own_menu(builder: &mut winit::event_loop::EventLoopBuilder<eframe::UserEvent>) {
    use winit::platform::macos::EventLoopBuilderExtMacOS as _;
    builder.with_default_menu(false);
}

/// Other systems give a window no menu.
#[cfg(not(target_os = "macos"))]
fn own_menu<T>(_: &mut T) {}

fn has_display() -> bool {
    if cfg!(not(target_os = "linux")) {
        return true;
    }
    ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET"]
        .into_iter()
        .any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()))
}

/// The log goes to a file in the user's state folder; `PLEDGEBOOK_LOG` chooses what is in it.
fn start_log() {
    let filter = tracing_subscriber::EnvFilter::try_from_env("PLEDGEBOOK_LOG")
        .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("warn,pledgebook=info"));
    let Some(Ok(file)) = folders::state_folder().map(|folder| prefs::log_file(&folder)) else {
        return;
    };
    // Fails only where somebody else has set a log up already, which then stays.
    let _ = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_ansi(false)
        .with_writer(std::sync::Mutex::new(file))
        .try_init();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_comes_back_as_large_as_it_was_at_any_zoom() {
        let place = WindowPlace {
            size: [800.0, 600.0],
            position: Some([20.0, 40.0]),
            maximized: false,
        };
        let builder = viewport(Some(place), 1.5);
        assert_eq!(builder.inner_size, Some(vec2(1200.0, 900.0)));
        assert_eq!(builder.position, Some(eframe::egui::pos2(30.0, 60.0)));
    }
}
