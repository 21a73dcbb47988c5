//! Bytes as text: which encoding it is, and decoding piece by piece.

use std::io::{self, Read as _};

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Decoder, Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::error::TableError;
use super::raw::{PIECE, Raw, RawReader, percent};
use crate::task::TaskLine;

/// So many bytes that are not plain ASCII decide about the encoding.
const DECIDING: usize = 1 << 20;

/// How the characters of a text are written as bytes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct TextEncoding(&'static Encoding);

impl TextEncoding {
    /// UTF-8.
    pub const UTF_8: Self = Self(UTF_8);
    /// UTF-16 with the low byte first.
    pub const UTF_16_LE: Self = Self(UTF_16LE);
    /// UTF-16 with the high byte first.
    pub const UTF_16_BE: Self = Self(UTF_16BE);
    /// Windows' Cyrillic.
    pub const WINDOWS_1251: Self = Self(encoding_rs::WINDOWS_1251);
    /// Windows' Western European.
    pub const WINDOWS_1252: Self = Self(WINDOWS_1252);

    /// The encoding of that name, by any of the names that browsers know: `utf-8`, `windows-1251`,
    /// `cp1251`, `latin1`, `koi8-u`.
    pub fn of_name(name: &str) -> Option<Self> {
        Encoding::for_label(name.trim().as_bytes()).map(Self)
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        self.0.name()
    }

    /// The encoding that the first bytes tell: by their mark, or by zero bytes in every other place.
    pub(super) fn of_head(head: &[u8]) -> Option<Self> {
        if let Some((encoding, _)) = Encoding::for_bom(head) {
            return Some(Self(encoding));
        }
        let zeros = |from: usize| head.iter().skip(from).step_by(2);
        let zeros = |from: usize| zeros(from).filter(|byte| **byte == 0).count();
        // Letters of other scripts have no zero byte; marks, digits, spaces and line ends have.
        let enough = (head.len() / 50).max(2);
        match (zeros(0), zeros(1)) {
            (0, odd) if odd >= enough => Some(Self::UTF_16_LE),
            (even, 0) if even >= enough => Some(Self::UTF_16_BE),
            _ => None,
        }
    }

    /// The text of some first bytes; a character cut off at the end is left out.
    pub(super) fn decode_head(self, head: &[u8]) -> String {
        let mut decoder = self.0.new_decoder_with_bom_removal();
        let room = decoder.max_utf8_buffer_length(head.len()).unwrap_or(0);
        let mut text = String::with_capacity(room);
        let _ = decoder.decode_to_string(head, &mut text, false);
        text
    }
}

/// Looks at all bytes of a text that has no mark: whether they are UTF-8, and else what they are
/// like.
pub(super) struct Survey {
    is_utf8: bool,
    cut: Vec<u8>,
    detector: EncodingDetector,
    deciding: usize,
    lines: u64,
    bytes: u64,
}

impl Survey {
    pub(super) fn new() -> Self {
        Self {
            is_utf8: true,
            cut: Vec::new(),
            detector: EncodingDetector::new(Iso2022JpDetection::Deny),
            deciding: 0,
            lines: 0,
            bytes: 0,
        }
    }

    /// Takes the next piece.
    pub(super) fn feed(&mut self, piece: &[u8]) -> Result<(), TableError> {
        let before = piece.iter().position(|byte| *byte == 0);
        let up_to = before.unwrap_or(piece.len());
        let ends = piece.iter().take(up_to).filter(|byte| **byte == b'\n');
        self.lines += ends.count() as u64;
        if before.is_some() {
            return Err(TableError::Nul {
                line: self.lines + 1,
                byte: self.bytes + up_to as u64,
            });
        }
        self.bytes += piece.len() as u64;
        if !piece.is_ascii() && self.deciding < DECIDING {
            self.deciding += piece.len();
            self.detector.feed(piece, false);
        }
        if self.is_utf8 {
            self.check(piece);
        }
        Ok(())
    }

    fn check(&mut self, piece: &[u8]) {
        let joined;
        let piece = if self.cut.is_empty() {
            piece
        } else {
            joined = [self.cut.as_slice(), piece].concat();
            &joined
        };
        let cut = match std::str::from_utf8(piece) {
            Ok(_) => Vec::new(),
            Err(error) => {
                self.is_utf8 = error.error_len().is_none();
                piece
                    .get(error.valid_up_to()..)
                    .unwrap_or_default()
                    .to_vec()
            }
        };
        self.cut = cut;
    }

    /// What the text is written in.
    pub(super) fn encoding(mut self) -> TextEncoding {
        if self.is_utf8 && self.cut.is_empty() {
            return TextEncoding::UTF_8;
        }
        self.detector.feed(&[], true);
        // Told to expect Ukrainian, it leans to Cyrillic only where the bytes leave it open.
        TextEncoding(self.detector.guess(Some(b"ua"), Utf8Detection::Deny))
    }
}

/// Decodes a file piece by piece.
#[derive(Debug)]
pub(super) struct Decoding {
    reader: RawReader,
    decoder: Decoder,
    piece: Vec<u8>,
    from: usize,
    to: usize,
    text: String,
    ended: bool,
    done: u64,
    all: u64,
    line: TaskLine,
    /// Whether bytes were met that are no text.
    pub(super) replaced: bool,
}

impl Decoding {
    pub(super) fn new(
        raw: &Raw,
        encoding: TextEncoding,
        line: &TaskLine,
    ) -> Result<Self, TableError> {
        Ok(Self {
            reader: raw.reader(line)?,
            decoder: encoding.0.new_decoder_with_bom_removal(),
            piece: vec![0; PIECE],
            from: 0,
            to: 0,
            // In the worst case each byte becomes a character of three.
            text: String::with_capacity(3 * PIECE + 16),
            ended: false,
            done: 0,
            all: raw.bytes(),
            line: line.clone(),
            replaced: false,
        })
    }

    /// The text decoded last.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Decodes the next piece of text. False: there is no more.
    pub(super) fn advance(&mut self) -> Result<bool, TableError> {
        self.text.clear();
        while self.text.is_empty() {
            if self.ended {
                return Ok(false);
            }
            if self.from == self.to {
                self.from = 0;
                self.to = self.read()?;
            }
            let last = self.to == 0;
            let bytes = self.piece.get(self.from..self.to).unwrap_or_default();
            let (result, read, replaced) =
                self.decoder.decode_to_string(bytes, &mut self.text, last);
            self.from += read;
            self.replaced |= replaced;
            self.ended = last && result == encoding_rs::CoderResult::InputEmpty;
        }
        Ok(true)
    }

    fn read(&mut self) -> Result<usize, TableError> {
        loop {
            match self.reader.read(&mut self.piece) {
                Ok(read) => {
                    self.done += read as u64;
                    self.line.progress(percent(self.done, self.all));
                    return Ok(read);
                }
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(TableError::of_io(&error)),
            }
        }
    }
}
