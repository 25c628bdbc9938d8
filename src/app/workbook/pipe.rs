//! What another thread reads, as a stream.

use std::io::{self, Read};

use crossbeam_channel::Receiver;

/// What another thread hands on, read as a stream. A piece without bytes is the end.
pub(super) struct Pipe {
    receive: Receiver<io::Result<Vec<u8>>>,
    bytes: Vec<u8>,
    at: usize,
    ended: bool,
}

impl Pipe {
    /// What comes through a channel.
    pub(super) const fn of(receive: Receiver<io::Result<Vec<u8>>>) -> Self {
        Self { receive, bytes: Vec::new(), at: 0, ended: false }
    }
}

impl Read for Pipe {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        while self.at == self.bytes.len() {
            if self.ended {
                return Ok(0);
            }
            // A thread that ends without a word has failed: half a sheet is none.
            let next = self.receive.recv().unwrap_or_else(|_| Err(io::ErrorKind::UnexpectedEof.into()));
            (self.bytes, self.at) = (next?, 0);
            self.ended = self.bytes.is_empty();
        }
        let length = into.len().min(self.bytes.len() - self.at);
        into[..length].copy_from_slice(&self.bytes[self.at..self.at + length]);
        self.at += length;
        Ok(length)
    }
}
