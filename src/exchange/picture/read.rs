//! The view of a picture that this program wrote, read back from the file's bytes. The kind of file
//! is told by its content. Any bytes may come: each gives a view or an error.

use std::io::Read as _;

use flate2::bufread::ZlibDecoder;
use roxmltree::Document;

use super::view::FigureView;
use super::{envelope, png, svg};

/// The largest file that is read, in bytes.
pub const LARGEST: u64 = 64 * 1024 * 1024;

/// Why a picture gives no view.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum FigureError {
    /// It is neither SVG nor PNG nor PDF.
    #[error("not an SVG, PNG or PDF file")]
    NotAPicture,
    /// It is a picture, but holds no view: another program made it, or wrote it again without.
    #[error("no view in the picture")]
    NoView,
    /// Its view cannot be read.
    #[error("the picture is damaged: {0}")]
    Damaged(String),
    /// A later version of the program wrote it.
    #[error("written by the later version {version}")]
    Newer {
        /// The version, as far as it can be read.
        version: String,
    },
}

/// How many deflated streams of a PDF are looked into.
const MOST_STREAMS: usize = 10_000;
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";
const PDF: &[u8] = b"%PDF-";

/// The view in a picture's bytes.
///
/// # Errors
/// When it is no picture, not one of this program's, damaged, or from a later version.
pub fn view(bytes: &[u8]) -> Result<FigureView, FigureError> {
    if bytes.starts_with(PNG) {
        return of_png(bytes);
    }
    // Other programs may put something before the mark.
    if find(bytes, PDF).is_some_and(|at| at < 1024) {
        return of_pdf(bytes);
    }
    let text = std::str::from_utf8(bytes).map_err(|_| {
        let is_svg = find(bytes, b"<svg").is_some_and(|at| at < 4096);
        if is_svg {
            FigureError::Damaged("not UTF-8".to_owned())
        } else {
            FigureError::NotAPicture
        }
    })?;
    let text = text.trim_start_matches('\u{feff}');
    if !text.trim_start().starts_with('<') || !text.contains("<svg") && !text.contains(":svg") {
        return Err(FigureError::NotAPicture);
    }
    of_svg(text)
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|part| part == wanted)
}

fn of_svg(text: &str) -> Result<FigureView, FigureError> {
    let options = roxmltree::ParsingOptions {
        // Vector programs write a DOCTYPE; entities in it are bounded by the parser.
        allow_dtd: true,
        ..roxmltree::ParsingOptions::default()
    };
    let document = Document::parse_with_options(text, options)
        .map_err(|error| FigureError::Damaged(error.to_string()))?;
    let is_ours =
        |node: &roxmltree::Node<'_, '_>| node.has_tag_name((svg::NAMESPACE, svg::ELEMENT));
    if !document.root_element().has_tag_name("svg") {
        return Err(FigureError::NotAPicture);
    }
    let ours = document.descendants().find(is_ours);
    let text = ours.and_then(|node| node.text());
    envelope::open(text.ok_or(FigureError::NoView)?)
}

fn of_png(bytes: &[u8]) -> Result<FigureView, FigureError> {
    let cut = || FigureError::Damaged("cut off".to_owned());
    let mut rest = bytes.get(PNG.len()..).ok_or_else(cut)?;
    loop {
        let (head, after) = rest.split_first_chunk::<8>().ok_or_else(cut)?;
        let [a, b, c, d, name @ ..] = *head;
        let length = usize::try_from(u32::from_be_bytes([a, b, c, d])).map_err(|_| cut())?;
        let data = after.get(..length).ok_or_else(cut)?;
        let after = after.get(length..).ok_or_else(cut)?;
        let (sum, after) = after.split_first_chunk::<4>().ok_or_else(cut)?;
        if &name == b"iTXt"
            && let Some(text) = data.strip_prefix(png::KEYWORD.as_bytes())
            && let Some(text) = text.strip_prefix(b"\0")
        {
            let mut found = crc32fast::Hasher::new();
            found.update(&name);
            found.update(data);
            if found.finalize() != u32::from_be_bytes(*sum) {
                return Err(FigureError::Damaged("check sum".to_owned()));
            }
            return envelope::open(&international(text)?);
        }
        if &name == b"IEND" {
            return Err(FigureError::NoView);
        }
        rest = after;
    }
}

/// The text of an iTXt chunk after its keyword.
fn international(data: &[u8]) -> Result<String, FigureError> {
    let damaged = || FigureError::Damaged("iTXt".to_owned());
    let (flags, rest) = data.split_first_chunk::<2>().ok_or_else(damaged)?;
    // Language and keyword in that language end in a zero each.
    let mut parts = rest.splitn(3, |byte| *byte == 0);
    let text = parts.nth(2).ok_or_else(damaged)?;
    let bytes = match *flags {
        [0, _] => text.to_vec(),
        [1, 0] => inflated(text).ok_or_else(damaged)?,
        _ => return Err(damaged()),
    };
    String::from_utf8(bytes).map_err(|_| damaged())
}

/// What was deflated; none where it is damaged or longer than any view.
fn inflated(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    let limit = u64::try_from(envelope::LONGEST).ok()?;
    let mut decoder = ZlibDecoder::new(bytes).take(limit + 1);
    decoder.read_to_end(&mut out).ok()?;
    (out.len() <= envelope::LONGEST).then_some(out)
}

/// The file within is written as it is; a program that wrote the page again may have deflated it.
fn of_pdf(bytes: &[u8]) -> Result<FigureView, FigureError> {
    const STREAM: &[u8] = b"stream";
    let mut why = FigureError::NoView;
    let mut tries = MOST_STREAMS;
    let mut rest = bytes;
    while let Some(at) = find(rest, STREAM) {
        rest = rest.get(at + STREAM.len()..).unwrap_or_default();
        let data = rest.strip_prefix(b"\r").unwrap_or(rest);
        let data = data.strip_prefix(b"\n").unwrap_or(data);
        let Some(text) = sealed(data, &mut tries) else {
            continue;
        };
        match envelope::open(&text) {
            Ok(view) => return Ok(view),
            Err(error) => why = error,
        }
    }
    Err(why)
}

/// The text of a view at the beginning of a stream, plain or deflated.
fn sealed(data: &[u8], tries: &mut usize) -> Option<String> {
    let begin = envelope::BEGIN.as_bytes();
    if data.starts_with(begin) {
        let data = data.get(..envelope::LONGEST).unwrap_or(data);
        let end =
            find(data, envelope::END.as_bytes()).map_or(data.len(), |at| at + envelope::END.len());
        return Some(String::from_utf8_lossy(data.get(..end)?).into_owned());
    }
    // A deflated stream begins with these two bytes; most are others' and not read further.
    let &[0x78, _, ..] = data else {
        return None;
    };
    *tries = tries.checked_sub(1)?;
    let mut first = vec![0; begin.len()];
    ZlibDecoder::new(data).read_exact(&mut first).ok()?;
    if first != begin {
        return None;
    }
    String::from_utf8(inflated(data)?).ok()
}
