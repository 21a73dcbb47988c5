//! A reader that stops when the person no longer wants the work, and says how far it is.

use std::io::{self, Read};

use crate::task::TaskLine;

/// Bytes on their way, watched.
pub(super) struct Watched<'a, R> {
    bytes: R,
    line: &'a TaskLine,
    read: u64,
    size: u64,
    limit: u64,
}

impl<'a, R: Read> Watched<'a, R> {
    /// `size` is how many bytes there are; zero where that is not known. Beyond `limit` nothing is
    /// read.
    pub(super) fn new(bytes: R, size: u64, limit: u64, line: &'a TaskLine) -> Self {
        let read = 0;
        Self {
            bytes,
            line,
            read,
            size,
            limit,
        }
    }
}

impl<R: Read> Read for Watched<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.line.is_cancelled() {
            return Err(io::Error::other("cancelled"));
        }
        let read = self.bytes.read(buffer)?;
        self.read = self.read.saturating_add(read as u64);
        if self.read > self.limit {
            return Err(io::Error::from(io::ErrorKind::FileTooLarge));
        }
        if let Some(percent) = (self.read.saturating_mul(100)).checked_div(self.size) {
            self.line
                .progress(u8::try_from(percent.min(99)).unwrap_or(99));
        }
        Ok(read)
    }
}
