//! The bytes of an XML file as UTF-8, whatever encoding it declares.

use std::io::{self, Read};

use encoding_rs::{Decoder, DecoderResult, Encoding, UTF_8, UTF_16BE, UTF_16LE};

use super::IatiError;

/// How much is looked at for a mark or a declaration.
const HEAD: usize = 1024;

/// Bytes in UTF-8.
pub(super) struct Decoded<R> {
    bytes: R,
    /// Read already, not yet handed on.
    raw: Vec<u8>,
    at: usize,
    /// None where it is UTF-8 as it stands: the reader of XML checks that itself.
    decoder: Option<Decoder>,
    ended: bool,
}

impl<R: Read> Decoded<R> {
    /// Looks at the beginning for a mark of the byte order and a declaration. Gives back the name of
    /// the encoding as well.
    pub(super) fn new(mut bytes: R) -> Result<(Self, String), IatiError> {
        let mut raw = Vec::with_capacity(HEAD);
        bytes.by_ref().take(HEAD as u64).read_to_end(&mut raw)?;
        let (encoding, mark) = encoding_of(&raw)?;
        let decoder = (encoding != UTF_8).then(|| encoding.new_decoder_without_bom_handling());
        let text = Self {
            bytes,
            raw,
            at: mark,
            decoder,
            ended: false,
        };
        Ok((text, encoding.name().to_owned()))
    }

    fn refill(&mut self) -> io::Result<()> {
        self.raw.resize(32 * 1024, 0);
        let read = self.bytes.read(&mut self.raw)?;
        self.raw.truncate(read);
        self.at = 0;
        self.ended = read == 0;
        Ok(())
    }
}

fn encoding_of(head: &[u8]) -> Result<(&'static Encoding, usize), IatiError> {
    if let Some((encoding, length)) = Encoding::for_bom(head) {
        return Ok((encoding, length));
    }
    match head {
        [b'<', 0, ..] => return Ok((UTF_16LE, 0)),
        [0, b'<', ..] => return Ok((UTF_16BE, 0)),
        _ => {}
    }
    let Some(label) = declared(head) else {
        return Ok((UTF_8, 0));
    };
    match Encoding::for_label(label.as_bytes()) {
        // The declaration could be read byte by byte, so two bytes a letter cannot be.
        Some(encoding) if encoding != UTF_16LE && encoding != UTF_16BE => Ok((encoding, 0)),
        _ => Err(IatiError::Encoding { label, line: 1 }),
    }
}

/// What stands in `<?xml … encoding="…"?>`.
fn declared(head: &[u8]) -> Option<String> {
    let end = head.windows(2).position(|pair| pair == b"?>")?;
    let text = String::from_utf8_lossy(head.get(..end)?);
    let after = text.strip_prefix("<?xml")?.split_once("encoding")?.1;
    let value = after.trim_start().strip_prefix('=')?.trim_start();
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    value.get(1..)?.split(quote).next().map(str::to_owned)
}

impl<R: Read> Read for Decoded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            if self.at >= self.raw.len() && !self.ended {
                self.refill()?;
            }
            let left = self.raw.get(self.at..).unwrap_or_default();
            let Some(decoder) = &mut self.decoder else {
                let length = left.len().min(buffer.len());
                for (to, from) in buffer.iter_mut().zip(left) {
                    *to = *from;
                }
                self.at += length;
                return Ok(length);
            };
            let (result, read, written) =
                decoder.decode_to_utf8_without_replacement(left, buffer, self.ended);
            self.at += read;
            match result {
                DecoderResult::Malformed(..) => return Err(undecoded()),
                DecoderResult::OutputFull if written == 0 => return Err(undecoded()),
                _ if written > 0 => return Ok(written),
                DecoderResult::InputEmpty if self.ended => {
                    self.decoder = None;
                    return Ok(0);
                }
                _ => {}
            }
        }
    }
}

/// What reading says where bytes are no text of the encoding.
fn undecoded() -> io::Error {
    io::Error::from(io::ErrorKind::InvalidData)
}
