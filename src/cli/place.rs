//! `pledgebook FILE#place`: the file and the place in it that the window opens.

use std::path::{Path, PathBuf};

use crate::report::Report;
use crate::text::Texts;
use crate::views::{FileLink, Link};

/// Takes what was typed apart. A place that cannot be understood is wrong use, told where it was
/// typed; whether it is in the document the window tells.
pub(super) fn of(
    typed: &Path,
    texts: Texts,
) -> Result<(Option<PathBuf>, Option<String>), Box<Report>> {
    // A name that is no text is that of a file.
    let Some(text) = typed.to_str() else {
        return Ok((Some(typed.to_owned()), None));
    };
    if !text.contains('#') {
        return Ok((Some(typed.to_owned()), None));
    }
    let FileLink { file, place } = FileLink::split(text, Path::exists);
    let (_, unread) = Link::read(place.as_deref().unwrap_or_default());
    if let Some(first) = unread.first() {
        let hint = texts.get("link-unread-hint");
        return Err(Box::new(Report::usage(first.told(texts), Some(hint))));
    }
    Ok((file, place))
}
