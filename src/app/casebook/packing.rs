//! Estimates as they are kept: packed.

use miniz_oxide::deflate::compress_to_vec_zlib;
use miniz_oxide::inflate::decompress_to_vec_zlib_with_limit;

/// No estimate is larger unpacked.
const LARGEST: usize = 16 << 20;
/// The usual trade of time against size.
const LEVEL: u8 = 6;

/// A text as it is kept.
pub(super) fn packed(json: &str) -> Vec<u8> {
    compress_to_vec_zlib(json.as_bytes(), LEVEL)
}

/// A text that was kept; none where it is damaged or too large.
pub(super) fn unpacked(bytes: &[u8]) -> Option<String> {
    String::from_utf8(decompress_to_vec_zlib_with_limit(bytes, LARGEST).ok()?).ok()
}
