//! Counts lines on the way to the reader of XML, and lets no single piece (a tag, a text) grow
//! without end.

use std::io::{self, BufRead, Read};

/// The longest tag or text, in bytes.
pub(super) const LONGEST: usize = 4 * 1024 * 1024;

/// Bytes on their way, counted.
pub(super) struct Gauge<R> {
    bytes: R,
    lines: u64,
    left: usize,
}

impl<R: BufRead> Gauge<R> {
    pub(super) fn new(bytes: R) -> Self {
        Self {
            bytes,
            lines: 0,
            left: LONGEST,
        }
    }

    /// The line that is read, from 1.
    pub(super) fn line(&self) -> u64 {
        self.lines + 1
    }

    /// A new piece begins.
    pub(super) fn next_piece(&mut self) {
        self.left = LONGEST;
    }
}

impl<R: BufRead> BufRead for Gauge<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.left == 0 {
            return Err(io::Error::from(io::ErrorKind::FileTooLarge));
        }
        let buffer = self.bytes.fill_buf()?;
        let length = buffer.len().min(self.left);
        Ok(buffer.get(..length).unwrap_or_default())
    }

    fn consume(&mut self, amount: usize) {
        // What is consumed was filled in before.
        if let Ok(buffer) = self.bytes.fill_buf() {
            let consumed = buffer.get(..amount).unwrap_or_default();
            let lines = consumed.split(|byte| *byte == b'\n').count();
            self.lines += lines.saturating_sub(1) as u64;
        }
        self.left = self.left.saturating_sub(amount);
        self.bytes.consume(amount);
    }
}

impl<R: BufRead> Read for Gauge<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let filled = self.fill_buf()?;
        let length = filled.len().min(buffer.len());
        for (to, from) in buffer.iter_mut().zip(filled) {
            *to = *from;
        }
        self.consume(length);
        Ok(length)
    }
}
