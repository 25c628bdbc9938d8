//! Files that were named to be read: plain files, nothing that waits, never ends
//! or is a folder. For streams there is `-`, and what the shell has opened itself:
//! `/dev/stdin`, `<(…)`.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read};
use std::path::Path;

use encoding_rs::{Encoding, GB18030};

/// The most bytes of a settings file.
pub const SETTINGS: u64 = 1 << 20;
/// The most bytes of a file of policy data or of the checklist.
pub const POLICY: u64 = 4 << 20;
/// The most bytes of a settlement slip.
pub const SLIP: u64 = 1 << 20;
/// The most bytes of a workbook with slips.
pub const SLIP_WORKBOOK: u64 = 16 << 20;
/// The most bytes of exported cases: some ten thousand.
pub const CASES: u64 = 256 << 20;

/// Why a file was not read.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// It is a pipe, a device or the like: reading it may never end.
    #[error("not a plain file")]
    NoPlainFile,
    /// It is a folder.
    #[error("a folder")]
    Folder,
    /// It has more bytes than these.
    #[error("more than {0} bytes")]
    TooLarge(u64),
    /// It is not UTF-8.
    #[error("not UTF-8")]
    NotText,
    /// What the system says.
    #[error(transparent)]
    System(#[from] io::Error),
}

/// The text of a plain file of at most so many bytes.
///
/// # Errors
/// Where it is no such file; then it was not even opened.
pub fn read_file(path: &Path, most: u64) -> Result<String, ReadError> {
    text(read_bytes(path, most)?)
}

/// The text of a plain file that people wrote with whatever they have.
///
/// # Errors
/// As [`read_file`].
pub fn read_written(path: &Path, most: u64) -> Result<String, ReadError> {
    written(read_bytes(path, most)?).ok_or(ReadError::NotText)
}

/// The text of bytes in UTF-8, in UTF-16 where a mark says so, or in what
/// programs on Chinese Windows write; the mark of the encoding is no part of it.
pub fn written(bytes: Vec<u8>) -> Option<String> {
    let owned = |text: std::borrow::Cow<'_, str>| text.into_owned();
    match Encoding::for_bom(&bytes) {
        Some((encoding, mark)) => {
            encoding.decode_without_bom_handling_and_without_replacement(&bytes[mark..]).map(owned)
        }
        None => String::from_utf8(bytes).map_or_else(
            |error| GB18030.decode_without_bom_handling_and_without_replacement(error.as_bytes()).map(owned),
            Some,
        ),
    }
}

/// The bytes of a plain file, at most so many.
///
/// # Errors
/// Where it is no such file; then it was not even opened.
pub fn read_bytes(path: &Path, most: u64) -> Result<Vec<u8>, ReadError> {
    read_stream_bytes(open_file(path)?.file, most)
}

/// A file that is open to be read.
#[derive(Debug)]
pub struct OpenFile {
    /// From its beginning.
    pub file: File,
    /// How many bytes it has; none where it is a stream of the shell's.
    pub length: Option<u64>,
}

/// Opens a plain file, or a stream that the shell has opened.
///
/// # Errors
/// Where it is neither; a pipe or a device was not even opened then, and is not
/// waited for.
pub fn open_file(path: &Path) -> Result<OpenFile, ReadError> {
    let is_stream = is_of_shell(path);
    let length = |found: fs::Metadata| match () {
        () if found.is_file() => Ok(Some(found.len())),
        () if found.is_dir() => Err(ReadError::Folder),
        () if is_stream => Ok(None),
        () => Err(ReadError::NoPlainFile),
    };
    length(fs::metadata(path)?)?;
    let file = opened(path)?;
    // Another may stand there by now.
    let length = length(file.metadata()?)?;
    if length.is_none() {
        wait_for_more(&file)?;
    }
    Ok(OpenFile { file, length })
}

/// Whether a path means a stream that is open already: whoever started the program
/// put it there, as with `-`.
pub fn is_of_shell(path: &Path) -> bool {
    let within = |folder: &str| path.parent() == Some(Path::new(folder));
    cfg!(unix) && (path == "/dev/stdin" || within("/dev/fd") || within("/proc/self/fd"))
}

/// The text of a stream, at most so many bytes.
///
/// # Errors
/// Where it is longer, no text, or cannot be read.
pub fn read_stream(input: impl Read, most: u64) -> Result<String, ReadError> {
    text(read_stream_bytes(input, most)?)
}

/// The bytes of a stream, at most so many.
///
/// # Errors
/// Where it is longer or cannot be read.
pub fn read_stream_bytes(input: impl Read, most: u64) -> Result<Vec<u8>, ReadError> {
    let mut bytes = Vec::new();
    input.take(most + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > most {
        return Err(ReadError::TooLarge(most));
    }
    Ok(bytes)
}

fn text(bytes: Vec<u8>) -> Result<String, ReadError> {
    String::from_utf8(bytes).map_err(|_| ReadError::NotText)
}

/// Opened without waiting, whatever it is by now.
#[cfg(unix)]
fn opened(path: &Path) -> Result<File, ReadError> {
    use rustix::fs::OFlags;
    use rustix::io::Errno;
    use std::os::unix::fs::OpenOptionsExt;
    let flags = (OFlags::NONBLOCK | OFlags::NOCTTY).bits();
    let mut options = OpenOptions::new();
    options.read(true).custom_flags(i32::try_from(flags).unwrap_or_default());
    options.open(path).map_err(|error| match Errno::from_io_error(&error) {
        // A socket has no name by which it could be opened again.
        Some(Errno::NXIO) => ReadError::NoPlainFile,
        _ => error.into(),
    })
}

#[cfg(not(unix))]
fn opened(path: &Path) -> Result<File, ReadError> {
    Ok(OpenOptions::new().read(true).open(path)?)
}

/// Of a stream that has nothing yet more is waited for, as of standard input.
#[cfg(unix)]
fn wait_for_more(file: &File) -> io::Result<()> {
    use rustix::fs::{OFlags, fcntl_getfl, fcntl_setfl};
    Ok(fcntl_setfl(file, fcntl_getfl(file)? - OFlags::NONBLOCK)?)
}

#[cfg(not(unix))]
fn wait_for_more(_: &File) -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_notepad_writes_is_read_in_any_of_its_encodings() {
        let text = "鞍山：8００ 元\n";
        let (gb, ..) = GB18030.encode(text);
        let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let encodings = [
            text.as_bytes().to_vec(),
            [b"\xef\xbb\xbf", text.as_bytes()].concat(),
            gb.to_vec(),
            [b"\xff\xfe", &wide[..]].concat(),
        ];
        for bytes in encodings {
            assert_eq!(written(bytes).as_deref(), Some(text));
        }
        assert_eq!(written(b"\xff".to_vec()), None);
    }

    #[test]
    fn only_a_plain_file_of_bounded_size_is_read() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a");
        fs::write(&path, "五").unwrap();
        assert_eq!(read_file(&path, 3).unwrap(), "五");
        assert!(matches!(read_file(&path, 2), Err(ReadError::TooLarge(2))));
        fs::write(&path, b"\xff").unwrap();
        assert!(matches!(read_file(&path, 3), Err(ReadError::NotText)));
        assert!(matches!(read_file(folder.path(), 3), Err(ReadError::Folder)));
        assert!(matches!(read_file(&folder.path().join("b"), 3), Err(ReadError::System(_))));
        #[cfg(unix)]
        assert!(matches!(read_file(Path::new("/dev/zero"), 3), Err(ReadError::NoPlainFile)));
    }
}
