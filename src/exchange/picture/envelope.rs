//! The view of a picture as text, as it stands in the metadata of all three kinds of files: a line
//! that tells what it is, RON, and a line that ends it.

use serde::Deserialize;

use super::file::PictureError;
use super::read::FigureError;
use super::view::FigureView;

/// How the text begins; the number of the form follows.
pub const BEGIN: &str = "// pledgebook figure ";
/// How the text ends. No text in RON has a line break in it, so nothing else can look so.
pub const END: &str = "\n// end of figure\n";
/// The form that this program writes, and the newest that it reads.
pub const FORM: u32 = 1;
/// The longest text that is taken for a view, in bytes.
pub const LONGEST: usize = 1024 * 1024;

/// The text of a view.
pub fn seal(view: &FigureView) -> Result<String, PictureError> {
    let config = ron::ser::PrettyConfig::new().new_line("\n");
    let text = ron::ser::to_string_pretty(view, config)
        .map_err(|error| PictureError::View(error.to_string()))?;
    if text.len() + BEGIN.len() + END.len() + 16 > LONGEST {
        return Err(PictureError::View("too long".to_owned()));
    }
    Ok(format!("{BEGIN}{FORM}\n{text}{END}"))
}

/// The program's version alone, for a view that says more than this program knows.
#[derive(Deserialize)]
struct Head {
    version: String,
}

/// The view in a text.
pub fn open(text: &str) -> Result<FigureView, FigureError> {
    let text = text.trim_start();
    let damaged = |cause: &str| FigureError::Damaged(cause.to_owned());
    let rest = text.strip_prefix(BEGIN).ok_or(FigureError::NoView)?;
    let (form, rest) = rest.split_once('\n').ok_or_else(|| damaged("cut off"))?;
    let form: u32 = form.trim().parse().map_err(|_| damaged("no form"))?;
    let end = END.trim_end();
    let (body, _) = rest.split_once(end).ok_or_else(|| damaged("cut off"))?;
    let head = ron::from_str::<Head>(body);
    if form > FORM {
        let version = head.map_or_else(|_| String::new(), |head| head.version);
        return Err(FigureError::Newer { version });
    }
    ron::from_str(body).map_err(|error| match head {
        Ok(Head { version }) if is_newer(&version) => FigureError::Newer { version },
        _ => FigureError::Damaged(error.to_string()),
    })
}

/// Whether a version is later than this program's.
fn is_newer(version: &str) -> bool {
    let parts = |version: &str| {
        let parts = version.split(['.', '-', '+']).take(3);
        let parts: Result<Vec<u64>, _> = parts.map(str::parse).collect();
        parts.ok()
    };
    let ours = parts(env!("CARGO_PKG_VERSION"));
    parts(version).is_some_and(|theirs| ours.is_some_and(|ours| theirs > ours))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_later_version_is_told_by_its_numbers() {
        assert!(is_newer("999.0.0") && is_newer("999.0.0-rc.1"));
        assert!(!is_newer(env!("CARGO_PKG_VERSION")) && !is_newer("0.0.1"));
        assert!(!is_newer("") && !is_newer("later"));
    }
}
