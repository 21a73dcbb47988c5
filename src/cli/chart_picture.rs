//! `chart -o` and `chart --from`: the chart as a picture, and what a picture shows.

use std::path::Path;

use super::args::Chart as Asked;
use super::context::Context;
use crate::exchange::picture::{DatasetMark, FigureView, Look, PictureFormat, figure, read};
use crate::report::Report;
use crate::store::disk::{Disk as _, RealDisk};
use crate::store::save::{Expected, save_bytes};
use crate::text::Texts;
use crate::views::ChartRequest;

/// The view of the picture that is to be shown again; none: none is.
pub(super) fn asked_from(asked: &Asked, texts: Texts) -> Result<Option<FigureView>, Box<Report>> {
    let Some(path) = &asked.from else {
        return Ok(None);
    };
    let bytes = RealDisk
        .read(path, read::LARGEST)
        .map_err(|error| Box::new(Report::of_figure_file(path, &error, texts)))?;
    let view = read::view(&bytes);
    view.map(Some)
        .map_err(|error| Box::new(Report::of_figure(&error, path, texts)))
}

/// A word where a picture was made of another dataset than the open one, or of it as it was once.
pub(super) fn other_dataset(context: &Context, view: &FigureView) -> Option<String> {
    let DatasetMark {
        title,
        sha256,
        file,
        ..
    } = &view.dataset;
    if context.session.dataset_hash().to_string() == *sha256 {
        return None;
    }
    let texts = context.texts;
    let name = match file {
        Some(file) => file.clone(),
        None => texts.get("cli-chart-bundled"),
    };
    let args = [("title", title.as_str().into()), ("file", name.into())];
    Some(texts.with("cli-chart-other-dataset", &args))
}

/// Writes what is asked for as a picture, or again what another picture shows. A file that is there
/// is replaced, whole or not at all.
pub(super) fn picture(
    context: &Context,
    asked: &Asked,
    (request, from): (ChartRequest, Option<&FigureView>),
    output: &Path,
) -> Result<(), Box<Report>> {
    let texts = context.texts;
    let mut format = format_of(asked, output, texts)?;
    let mut view = view_of(context, asked, request, from);
    if let PictureFormat::Png(scale) = &mut format {
        // As large as the picture that it is made again of, unless another scale is asked for.
        *scale = asked
            .scale
            .or(from.map(|from| from.scale))
            .unwrap_or(*scale);
        view.scale = *scale;
    }
    let bytes = figure(&view, &context.ledger, format)
        .map_err(|error| Box::new(Report::of_picture(&error, texts)))?;
    save_bytes(output, &bytes, Expected::Anything, &RealDisk)
        .map_err(|error| Box::new(Report::of_save(&error.into(), texts)))?;
    Ok(())
}

fn format_of(asked: &Asked, output: &Path, texts: Texts) -> Result<PictureFormat, Box<Report>> {
    let wrong = |id: &str| {
        let file = output.display().to_string();
        let message = texts.with(id, &[("file", file.into())]);
        let hint = texts.get("cli-help-chart-output");
        Box::new(Report::usage(message, Some(hint)))
    };
    let format = PictureFormat::of_path(output).ok_or_else(|| wrong("cli-chart-no-kind"))?;
    match (format, asked.scale) {
        (PictureFormat::Png(_), Some(scale)) => Ok(PictureFormat::Png(scale)),
        (PictureFormat::Svg | PictureFormat::Pdf, Some(_)) => Err(wrong("cli-chart-no-pixels")),
        (format, None) => Ok(format),
    }
}

fn view_of(
    context: &Context,
    asked: &Asked,
    request: ChartRequest,
    from: Option<&FigureView>,
) -> FigureView {
    let session = &context.session;
    let name = session.path().and_then(Path::file_name);
    let mark = DatasetMark::of(
        session.dataset(),
        session.dataset_hash().to_string(),
        name.map(|name| name.to_string_lossy().into_owned()),
    );
    let assumptions = context.ledger.assumptions().clone();
    let mut view = FigureView::new(mark, request, assumptions, context.texts.lang());
    if let Some(from) = from {
        // In the language of the picture, unless another one is asked for.
        view.lang = context.lang.unwrap_or(from.lang);
        view.title.clone_from(&from.title);
        view.note.clone_from(&from.note);
        view.size = from.size;
        view.look = from.look;
    }
    if asked.title.is_some() {
        view.title.clone_from(&asked.title);
    }
    if asked.note.is_some() {
        view.note.clone_from(&asked.note);
    }
    if let Some(size) = asked.size {
        view.size = size;
    }
    if asked.dark {
        view.look = Look::Dark;
    }
    view
}
