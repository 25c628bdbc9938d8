//! Workbooks that nobody would write, of every kind that is read: their XML, the
//! archive around it, the bytes of the old kind.

use std::cell::RefCell;
use std::fs;
use std::io::{Cursor, Read, Write};
use std::panic::{AssertUnwindSafe, catch_unwind, set_hook, take_hook};
use std::path::Path;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Once};

use yidi::batch::known_names;
use yidi::workbook::{self, SheetSource};

use super::fuzz::throw;
use yidi_core::reconcile::FoundSlips;

const TYPES: &str = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default \
                     Extension=\"xml\" ContentType=\"application/xml\"/></Types>";
const ROOT: &str = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship \
                    Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" \
                    Target=\"xl/workbook.xml\"/></Relationships>";
const OF_BOOK: &str = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship \
                       Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" \
                       Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r2\" \
                       Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings\" \
                       Target=\"sharedStrings.xml\"/><Relationship Id=\"r3\" \
                       Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" \
                       Target=\"styles.xml\"/></Relationships>";
const BOOK: &str = "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" \
                    xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><workbookPr \
                    date1904=\"0\"/><sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"r1\"/></sheets><definedNames>\
                    <definedName name=\"n\">a!$A$1</definedName></definedNames></workbook>";
const SHARED: &str = "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" count=\"2\" uniqueCount=\"2\">\
                      <si><t>鞍山</t></si><si><r><t>北</t></r><r><t xml:space=\"preserve\">京 </t></r></si></sst>";
const STYLES: &str = "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><numFmts count=\"1\">\
                      <numFmt numFmtId=\"164\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;d;@\"/></numFmts><cellXfs count=\"3\">\
                      <xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>";
const SHEET: &str = "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><dimension ref=\"A1:D3\"/>\
                     <sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>from</t></is></c><c r=\"B1\" t=\"str\"><v>to</v></c>\
                     </row><row r=\"2\"><c r=\"A2\"><v>30000.01</v></c><c r=\"B2\" t=\"s\"><v>1</v></c><c r=\"C2\" \
                     t=\"e\"><v>#N/A</v></c><c r=\"D2\" t=\"b\"><v>1</v></c></row><row r=\"3\"><c r=\"A3\" s=\"2\"><f>1+1</f>\
                     <v>46000.5</v></c><c r=\"B3\" s=\"1\"><v>46000</v></c></row></sheetData><mergeCells count=\"1\"><mergeCell ref=\"A1:B2\"/></mergeCells></worksheet>";
const OPEN: &str = "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
                    xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" \
                    xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body><office:spreadsheet>\
                    <table:table table:name=\"a\"><table:table-row table:number-rows-repeated=\"2\"><table:table-cell \
                    office:value-type=\"float\" office:value=\"30000.01\" table:number-columns-repeated=\"3\"/>\
                    <table:table-cell office:value-type=\"date\" office:date-value=\"2026-11-22\"><text:p>鞍<text:s \
                    text:c=\"2\"/>山</text:p></table:table-cell><table:covered-table-cell/></table:table-row></table:table>\
                    </office:spreadsheet></office:body></office:document-content>";

/// An archive of these parts.
fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        // What is not packed is read sooner, and what is written over is met.
        let stored =
            zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
        archive.start_file(*name, stored).unwrap();
        archive.write_all(content.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

/// A workbook with some other text in one of its parts.
fn workbook_with(part: &str, text: &str) -> Vec<u8> {
    let parts = [
        ("[Content_Types].xml", TYPES),
        ("_rels/.rels", ROOT),
        ("xl/_rels/workbook.xml.rels", OF_BOOK),
        ("xl/workbook.xml", BOOK),
        ("xl/sharedStrings.xml", SHARED),
        ("xl/styles.xml", STYLES),
        ("xl/worksheets/sheet1.xml", SHEET),
    ];
    archive(&parts.map(|(name, content)| (name, if name == part { text } else { content })))
}

fn open_document(content: &str) -> Vec<u8> {
    archive(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        (
            "META-INF/manifest.xml",
            "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"/>",
        ),
        ("content.xml", content),
    ])
}

/// How often a reader that is not ours gave up, which ends the program with a message
/// about the file; counted, so that it is seen.
static GIVEN_UP: AtomicU32 = AtomicU32::new(0);

thread_local! {
    /// Whose code gave up last on this thread.
    static WHERE: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Notes whose code gives up; what is not ours is not printed.
fn note_who_gives_up() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let earlier = take_hook();
        set_hook(Box::new(move |panic| {
            let file = panic.location().map_or("", |place| place.file());
            WHERE.set(file.to_owned());
            if !file.contains("calamine") {
                earlier(panic);
            }
        }));
    });
}

/// Reads every cell of a workbook, as far as it is one, in all three ways.
fn read(bytes: Vec<u8>) {
    note_who_gives_up();
    let done = catch_unwind(AssertUnwindSafe(|| read_in_all_ways(bytes)));
    let Err(panic) = done else { return };
    let file = WHERE.take();
    assert!(
        !file.contains("src/app") && !file.contains("src/core"),
        "{file}: {:?}",
        panic.downcast_ref::<String>()
    );
    GIVEN_UP.fetch_add(1, Ordering::Relaxed);
}

/// The table of a batch (on a thread of its own, whose end is not heard of here), the
/// rows of a slip, the sheets of a form.
fn read_in_all_ways(bytes: Vec<u8>) {
    let bytes: Arc<[u8]> = bytes.into();
    let source = || SheetSource::Bytes(Arc::clone(&bytes));
    _ = workbook::all_sheets(source(), 2_000);
    if let Ok(rows) = workbook::rows(source(), None, known_names, 2_000) {
        _ = FoundSlips::in_rows(&rows.rows);
    }
    if let Ok(mut sheet) = workbook::open(source(), None, known_names, &|_| Vec::new()) {
        let mut text = Vec::new();
        _ = sheet.csv.read_to_end(&mut text);
    }
}

/// A file with some of its bytes written over.
fn spoilt(whole: &[u8], text: &str) -> Vec<u8> {
    let mut bytes = whole.to_vec();
    let mut place = 7;
    for byte in text.bytes() {
        place = (place * 31 + usize::from(byte) * 131) % bytes.len();
        bytes[place] = byte;
    }
    bytes
}

#[test]
fn what_stands_in_a_workbook() {
    for (part, sound) in [
        ("xl/worksheets/sheet1.xml", SHEET),
        ("xl/workbook.xml", BOOK),
        ("xl/sharedStrings.xml", SHARED),
        ("xl/styles.xml", STYLES),
    ] {
        throw(part, 8, &[sound], |text| read(workbook_with(part, text)));
    }
    throw("content.xml of .ods", 8, &[OPEN], |text| read(open_document(text)));
}

#[test]
fn the_bytes_of_a_workbook() {
    let seeds = ["a", "\u{0}\u{ff}", "PK\u{1}"];
    let whole = workbook_with("", "");
    throw("bytes of .xlsx", 8, &seeds, |text| read(spoilt(&whole, text)));
    let whole = open_document(OPEN);
    throw("bytes of .ods", 8, &seeds, |text| read(spoilt(&whole, text)));
    let whole = fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/workbooks/claims.xls")).unwrap();
    throw("bytes of .xls", 8, &seeds, |text| read(spoilt(&whole, text)));
    // The stream with the cells alone: what is written over is met more often.
    let mut stream = Vec::new();
    let mut file = cfb::CompoundFile::open(Cursor::new(whole)).unwrap();
    file.open_stream("/Workbook").unwrap().read_to_end(&mut stream).unwrap();
    throw("stream of .xls", 8, &seeds, |text| {
        let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
        file.create_stream("/Workbook").unwrap().write_all(&spoilt(&stream, text)).unwrap();
        file.flush().unwrap();
        read(file.into_inner().into_inner());
    });
    println!("a reader that is not ours gave up over {} of them", GIVEN_UP.load(Ordering::Relaxed));
}

/// What the inputs above begin with is read.
#[test]
fn what_is_thrown_at_is_sound() {
    for (bytes, cell) in [(workbook_with("", ""), "30000.01"), (open_document(OPEN), "30000.01")] {
        let sheets = workbook::all_sheets(SheetSource::Bytes(bytes.into()), 2_000).unwrap();
        let mut cells = sheets.iter().flat_map(|(_, rows)| rows.iter().flat_map(|(_, cells)| cells));
        assert!(cells.any(|(_, text)| text == cell), "{sheets:?}");
    }
}
