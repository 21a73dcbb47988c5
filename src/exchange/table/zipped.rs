//! Archives: which parts lie in one, and reading a part piece by piece. What comes out is counted as
//! it comes; what the archive says of sizes is not believed.

use std::io::{self, BufReader, Read, Seek as _, SeekFrom, Take};

use flate2::bufread::DeflateDecoder;
use zip::{CompressionMethod, ZipArchive};

use super::error::TableError;
use super::raw::{PIECE, Raw, RawReader, percent};
use super::{FREE_UNPACKED, MOST_RATIO, MOST_UNPACKED};
use crate::task::TaskLine;

/// More parts than any workbook or package has.
const MOST_PARTS: usize = 65_536;

/// An archive that was looked at.
#[derive(Clone, Debug)]
pub(super) struct Archive {
    raw: Raw,
    parts: Vec<About>,
}

/// What an archive says of a part.
#[derive(Clone, Debug)]
pub(super) struct About {
    pub(super) name: String,
    pub(super) bytes: u64,
    packed: u64,
    start: Option<u64>,
    crc: u32,
    method: Option<CompressionMethod>,
    encrypted: bool,
}

fn broken(part: Option<&str>, cause: &(impl ToString + ?Sized)) -> TableError {
    TableError::BrokenArchive {
        part: part.map(str::to_owned),
        cause: cause.to_string(),
    }
}

impl Archive {
    /// Looks which parts there are.
    pub(super) fn open(raw: &Raw, line: &TaskLine) -> Result<Self, TableError> {
        let of_zip = |error: zip::result::ZipError| match error {
            zip::result::ZipError::Io(error) => match TableError::of_io(&error) {
                TableError::Io { cause } => broken(None, &cause),
                other => other,
            },
            other => broken(None, &other),
        };
        // Many small reads: without a buffer each would be one of the system's.
        let reader = BufReader::new(raw.reader(line)?);
        let mut zip = ZipArchive::new(reader).map_err(of_zip)?;
        if zip.len() > MOST_PARTS {
            return Err(broken(None, &format!("{} parts", zip.len())));
        }
        let mut parts = Vec::with_capacity(zip.len());
        for index in 0..zip.len() {
            if line.is_cancelled() {
                return Err(TableError::Cancelled);
            }
            let (name, bytes, packed, crc, method, encrypted) = {
                let about = zip.by_index_data(index).map_err(of_zip)?;
                let name = about.name().map_err(of_zip)?.replace('\\', "/");
                let sizes = (about.size(), about.compressed_size());
                let method = about.compression();
                (
                    name,
                    sizes.0,
                    sizes.1,
                    about.crc32(),
                    method,
                    about.encrypted(),
                )
            };
            let start = zip.by_index_raw(index).map_err(of_zip)?.data_start();
            parts.push(About {
                name,
                bytes,
                packed,
                start,
                crc,
                method: Some(method),
                encrypted,
            });
        }
        Ok(Self {
            raw: raw.clone(),
            parts,
        })
    }

    /// The parts, as they lie there.
    pub(super) fn parts(&self) -> &[About] {
        &self.parts
    }

    /// Whether there is a part of that name; case counts for nothing.
    pub(super) fn has(&self, name: &str) -> bool {
        self.find(name).is_some()
    }

    fn find(&self, name: &str) -> Option<&About> {
        let name = name.trim_start_matches('/');
        self.parts
            .iter()
            .find(|part| part.name.eq_ignore_ascii_case(name))
    }

    /// How many bytes a part unpacks to, as the archive says; 0 where it is not there.
    pub(super) fn told_bytes(&self, name: &str) -> u64 {
        self.find(name).map_or(0, |part| part.bytes)
    }

    /// Reads a part.
    pub(super) fn read(&self, name: &str, line: &TaskLine) -> Result<Part, TableError> {
        let about = self.find(name).ok_or_else(|| TableError::NoPart {
            part: name.to_owned(),
        })?;
        if about.encrypted {
            return Err(TableError::Protected);
        }
        let start = about.start.ok_or_else(|| broken(Some(name), "no data"))?;
        let mut reader = self.raw.reader(line)?;
        reader
            .seek(SeekFrom::Start(start))
            .map_err(|error| TableError::of_io(&error))?;
        let packed = BufReader::with_capacity(PIECE, reader.take(about.packed));
        let source = match about.method {
            Some(CompressionMethod::Stored) => Source::Stored(packed),
            Some(CompressionMethod::Deflated) => Source::Deflated(DeflateDecoder::new(packed)),
            other => return Err(broken(Some(name), &format!("packed by {other:?}"))),
        };
        Ok(Part {
            source,
            about: about.clone(),
            hasher: crc32fast::Hasher::new(),
            unpacked: 0,
            ended: false,
            line: line.clone(),
        })
    }

    /// All of a part, where it unpacks to at most so many bytes.
    pub(super) fn whole(
        &self,
        name: &str,
        most: u64,
        line: &TaskLine,
    ) -> Result<Vec<u8>, TableError> {
        let mut bytes = Vec::new();
        let mut part = self.read(name, line)?.take(most + 1);
        part.read_to_end(&mut bytes)
            .map_err(|error| TableError::of_io(&error))?;
        let read = bytes.len() as u64;
        if read > most {
            return Err(TableError::TooLarge {
                bytes: self.told_bytes(name).max(read),
                limit: most,
            });
        }
        Ok(bytes)
    }
}

/// Reads one part of an archive.
#[derive(Debug)]
pub(super) struct Part {
    source: Source,
    about: About,
    hasher: crc32fast::Hasher,
    unpacked: u64,
    ended: bool,
    line: TaskLine,
}

#[derive(Debug)]
enum Source {
    Stored(BufReader<Take<RawReader>>),
    Deflated(DeflateDecoder<BufReader<Take<RawReader>>>),
}

impl Part {
    fn packed_so_far(&self) -> u64 {
        match &self.source {
            Source::Stored(_) => self.unpacked,
            Source::Deflated(decoder) => decoder.total_in(),
        }
    }

    fn check(&mut self, read: &[u8]) -> Result<(), TableError> {
        self.unpacked += read.len() as u64;
        self.hasher.update(read);
        let packed = self.packed_so_far();
        self.line.progress(percent(packed, self.about.packed));
        let swollen =
            self.unpacked > FREE_UNPACKED && self.unpacked > packed.saturating_mul(MOST_RATIO);
        if swollen || self.unpacked > MOST_UNPACKED {
            return Err(TableError::Bomb {
                part: self.about.name.clone(),
                packed,
                unpacked: self.unpacked,
            });
        }
        if read.is_empty() && !self.ended {
            self.ended = true;
            let whole = self.hasher.clone().finalize() == self.about.crc
                && (self.about.bytes == self.unpacked);
            if !whole {
                return Err(broken(Some(&self.about.name), "its checksum is wrong"));
            }
        }
        Ok(())
    }
}

impl Read for Part {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if buffer.is_empty() {
            return Ok(0);
        }
        if self.line.is_cancelled() {
            return Err(TableError::Cancelled.into_io());
        }
        let read = match &mut self.source {
            Source::Stored(reader) => reader.read(buffer),
            Source::Deflated(decoder) => decoder.read(buffer),
        };
        let read = read.map_err(|error| match TableError::of_io(&error) {
            TableError::Io { cause } => broken(Some(&self.about.name), &cause).into_io(),
            other => other.into_io(),
        })?;
        self.check(buffer.get(..read).unwrap_or_default())
            .map_err(TableError::into_io)?;
        Ok(read)
    }
}
