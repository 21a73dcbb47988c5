//! What a file is, by its first bytes: its name may say anything.

use super::error::Stranger;
use super::text::TextEncoding;

/// What a file is taken for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    /// An archive: which kind its parts tell.
    Zip,
    /// The container of Microsoft's old binary files, and of protected new ones.
    Compound,
    /// A text, in an encoding where it is known already.
    Text(Option<TextEncoding>),
    /// Nothing for us.
    Stranger(Stranger),
}

/// How files begin that hold no table for us.
const STRANGERS: &[(&[u8], Stranger)] = &[
    (b"%PDF", Stranger::Pdf),
    (b"\x89PNG", Stranger::Picture),
    (b"\xff\xd8\xff", Stranger::Picture),
    (b"GIF8", Stranger::Picture),
    (b"II*\0", Stranger::Picture),
    (b"MM\0*", Stranger::Picture),
    (b"{\\rtf", Stranger::Document),
    (b"\x1f\x8b", Stranger::Archive),
    (b"7z\xbc\xaf\x27\x1c", Stranger::Archive),
    (b"Rar!\x1a", Stranger::Archive),
    (b"BZh", Stranger::Archive),
    (b"\xfd7zXZ", Stranger::Archive),
    (b"\x28\xb5\x2f\xfd", Stranger::Archive),
    (b"SQLite format 3", Stranger::Database),
    (b"\0\x01\0\0Standard ", Stranger::Database),
    (b"PAR1", Stranger::Columns),
    (b"ARROW1", Stranger::Columns),
    (b"\x7fELF", Stranger::Program),
    (b"MZ\x90\0", Stranger::Program),
    (b"\xcf\xfa\xed\xfe", Stranger::Program),
];

/// What a file is by its first bytes.
pub(super) fn kind(head: &[u8]) -> Kind {
    if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
        return Kind::Zip;
    }
    if head.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        return Kind::Compound;
    }
    let begins = |(start, _): &&(&[u8], Stranger)| head.starts_with(start);
    if let Some((_, what)) = STRANGERS.iter().find(begins) {
        return Kind::Stranger(*what);
    }
    let riff = head.starts_with(b"RIFF") && head.get(8..12) == Some(b"WEBP");
    if riff {
        return Kind::Stranger(Stranger::Picture);
    }
    if head.get(257..262) == Some(b"ustar") {
        return Kind::Stranger(Stranger::Archive);
    }
    let encoding = TextEncoding::of_head(head);
    if encoding.is_none() && is_binary(head) {
        return Kind::Stranger(Stranger::Binary);
    }
    Kind::Text(encoding)
}

/// Whether control signs stand in it that no text has. A zero alone does not decide: a text with one
/// is refused later, with the place.
fn is_binary(head: &[u8]) -> bool {
    let head = head.get(..4_096).unwrap_or(head);
    let controls = |byte: &&u8| matches!(**byte, 1..=8 | 14..=26 | 28..=30 | 127);
    let zeros: usize = head.iter().map(|byte| usize::from(*byte == 0)).sum();
    head.iter().filter(controls).count() * 20 > head.len() || zeros * 4 > head.len()
}

/// What a text is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum TextKind {
    Delimited,
    Json,
    Xml,
    Ron,
    Stranger(Stranger),
}

/// What a text is by its beginning, and by its name where that leaves it open.
pub(super) fn text_kind(text: &str, name: &str) -> TextKind {
    let text = text.trim_start_matches('\u{feff}').trim_start();
    let lower: String = text.chars().take(64).collect::<String>().to_lowercase();
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    let ending = ending.to_lowercase();
    let by_name = |known: &[&str]| known.contains(&ending.as_str());
    if lower.starts_with("<!doctype html") || lower.starts_with("<html") {
        return TextKind::Stranger(Stranger::WebPage);
    }
    if lower.starts_with("<svg") {
        return TextKind::Stranger(Stranger::Picture);
    }
    let second = text.get(1..).unwrap_or_default().trim_start();
    let first = text.chars().next().unwrap_or_default();
    let tag = second.starts_with(|sign: char| sign.is_alphabetic() || "?!".contains(sign));
    match first {
        '<' if tag && (lower.starts_with("<?xml") || !by_name(&["csv", "tsv", "txt"])) => {
            TextKind::Xml
        }
        '{' if second.starts_with(['"', '}']) => TextKind::Json,
        '[' if second.starts_with(['{', '[', '"', ']']) && !by_name(&["csv", "tsv"]) => {
            TextKind::Json
        }
        _ if by_name(&["json", "ndjson", "jsonl", "geojson"]) => TextKind::Json,
        _ if by_name(&["xml"]) => TextKind::Xml,
        '(' | '/' | '#' if by_name(&["ron"]) => TextKind::Ron,
        '(' if second.starts_with("schema:") => TextKind::Ron,
        _ => TextKind::Delimited,
    }
}

/// What an archive is by the names of its parts.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum ArchiveKind {
    Xlsx,
    Ods,
    /// A data package; the folder in which it lies, with its `/`, or nothing.
    Package(String),
    Stranger(Stranger),
}

/// What an archive is by the names of its parts.
pub(super) fn archive_kind<'a>(names: impl Iterator<Item = &'a str>) -> ArchiveKind {
    let names: Vec<String> = names.map(str::to_lowercase).collect();
    let has = |name: &str| names.iter().any(|one| one == name);
    let under = |folder: &str| names.iter().any(|one| one.starts_with(folder));
    let package = names.iter().find(|name| {
        name.as_str() == "datapackage.json"
            || (name.ends_with("/datapackage.json") && name.matches('/').count() == 1)
    });
    if has("xl/workbook.bin") {
        ArchiveKind::Stranger(Stranger::Xlsb)
    } else if has("[content_types].xml") && (under("xl/") || !under("word/") && !under("ppt/")) {
        ArchiveKind::Xlsx
    } else if under("word/") {
        ArchiveKind::Stranger(Stranger::Document)
    } else if under("ppt/") {
        ArchiveKind::Stranger(Stranger::Slides)
    } else if under("index/") && names.iter().any(|name| name.contains(".iwa")) {
        ArchiveKind::Stranger(Stranger::Numbers)
    } else if let Some(package) = package {
        let folder = package.trim_end_matches("datapackage.json");
        ArchiveKind::Package(folder.to_owned())
    } else if has("content.xml") && has("meta-inf/manifest.xml") {
        ArchiveKind::Ods
    } else {
        ArchiveKind::Stranger(Stranger::Archive)
    }
}
