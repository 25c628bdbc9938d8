//! The hand-out on A4: Chinese text that can be selected and searched, in black.

use std::cell::Cell;

use jiff::civil::Date;
use krilla::SerializeSettings;
use krilla::color::luma;
use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::{PathBuilder, Point, Rect};
use krilla::metadata::{DateTime, Metadata};
use krilla::num::NormalizedF32;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::{Fill, FillRule, Stroke};
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, SpanTag};

use super::face::{Faces, Spare};
use super::layout::{LARGE, Layout, STYLES, Style, USUAL};
use super::page::{MARGIN, PAPER, PlacedPage, Role, SheetFont, SheetMark, WIDTH, paginate};
use super::qr;
use super::tags::Tags;
use super::{Block, Document, Edition, HandoutError};

/// Where the foot of a page stands.
const FOOT: f32 = PAPER.1 - 24.0;
const FOOT_SIZE: f32 = 9.0;

/// The document as a PDF file.
///
/// # Errors
/// Where no font has a character, or the file cannot be made.
pub fn pdf(document: &Document, spare: Option<&Spare>) -> Result<Vec<u8>, HandoutError> {
    let faces = Faces::new(spare)?;
    let lacking = lacking_in(document, &faces);
    if !lacking.is_empty() {
        return Err(HandoutError::NoGlyph(lacking));
    }
    let pages = fitted(document, &faces);
    let mut file = krilla::Document::new_with(SerializeSettings {
        configuration: readable_by_all()?,
        ..SerializeSettings::default()
    });
    file.set_metadata(
        Metadata::new()
            .title(document.title.clone())
            .language(document.language.to_owned())
            .creator("yidi".to_owned())
            .creation_date(day(document.printed_on)),
    );
    let settings = PageSettings::from_wh(PAPER.0, PAPER.1);
    let (mut tags, mut outline) = (Tags::default(), Outline::new());
    for (at, page) in pages.iter().enumerate() {
        let settings = settings.clone().ok_or_else(|| HandoutError::Pdf("A4".to_owned()))?;
        let mut sheet = file.start_page_with(settings);
        let mut surface = sheet.surface();
        let mut pen = PagePen { surface: &mut surface, faces: &faces };
        pen.page(page, &mut tags);
        let of = format!("{} / {}", at + 1, pages.len());
        pen.surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Footer)));
        pen.words((MARGIN, FOOT), SheetFont::plain(FOOT_SIZE), &document.title);
        let wide = faces.width(&of) * FOOT_SIZE;
        pen.words((PAPER.0 - MARGIN - wide, FOOT), SheetFont::plain(FOOT_SIZE), &of);
        pen.surface.end_tagged();
        surface.finish();
        sheet.finish();
        for (top, title) in headings(page) {
            let here = XyzDestination::new(at, Point::from_xy(MARGIN, top));
            outline.push_child(OutlineNode::new(title, here));
        }
    }
    file.set_outline(outline);
    file.set_tag_tree(tags.tree(document.language));
    file.finish().map_err(|error| HandoutError::Pdf(format!("{error:?}")))
}

/// What the file promises: that it can be read aloud (PDF/UA-1). The library
/// refuses to write what breaks it.
fn readable_by_all() -> Result<krilla::configure::Configuration, HandoutError> {
    let builder = ConfigurationBuilder::new().with_accessibility_validator(Accessibility::UA1);
    builder.finish().map_err(|error| HandoutError::Pdf(format!("{error:?}")))
}

/// The title and the headings of a page, and how far down each stands.
fn headings(page: &PlacedPage) -> Vec<(f32, String)> {
    let mut found: Vec<(u32, f32, String)> = Vec::new();
    for (top, row) in page {
        for mark in &row.marks {
            let SheetMark::Words { y, font, text, told, .. } = mark else { continue };
            if !matches!(told.role, Role::Title | Role::Heading) {
                continue;
            }
            match found.last_mut() {
                Some((block, _, title)) if *block == told.block => title.push_str(text),
                _ => found.push((told.block, top + y - font.size, text.clone())),
            }
        }
    }
    found.into_iter().map(|(_, top, title)| (top, title)).collect()
}

/// The characters of a document that the font shipped has not.
pub fn lacking(document: &Document) -> Vec<char> {
    Faces::new(None).map_or_else(|_| Vec::new(), |faces| lacking_in(document, &faces))
}

/// On one page where that can be without small print, in large letters on two; else
/// as few as can be, with everything on them.
fn fitted(document: &Document, faces: &Faces<'_>) -> Vec<PlacedPage> {
    let (sizes, most) = match document.edition {
        Edition::Usual | Edition::Bilingual => (USUAL, 1),
        Edition::Large => (LARGE, 2),
    };
    let laid = |style: Style, has_curve: bool| {
        // Beside a table in large letters there is no room.
        let style = Style { beside: style.beside && document.edition != Edition::Large, ..style };
        let blocks = Cell::new(0);
        let parted = &document.parted;
        let layout = Layout { faces, style, sizes, parted, width: WIDTH, has_curve, blocks: &blocks };
        paginate(layout.pieces(document))
    };
    let mut best: Option<(Style, Vec<PlacedPage>)> = None;
    for style in STYLES {
        let pages = laid(style, false);
        let is_enough = pages.len() <= most;
        if best.as_ref().is_none_or(|(_, best)| pages.len() < best.len()) {
            best = Some((style, pages));
        }
        if is_enough {
            break;
        }
    }
    let Some((style, pages)) = best else { return Vec::new() };
    // What is left of a second page is free.
    if pages.len() < 2 || document.curve.is_none() {
        return pages;
    }
    let with_curve = laid(style, true);
    if with_curve.len() == pages.len() { with_curve } else { pages }
}

fn day(date: Date) -> DateTime {
    let small = |number: i8| u8::try_from(number).unwrap_or(1);
    let year = u16::try_from(date.year()).unwrap_or_default();
    DateTime::new(year).month(small(date.month())).day(small(date.day()))
}

fn lacking_in(document: &Document, faces: &Faces<'_>) -> Vec<char> {
    let mut lacking = Vec::new();
    for c in texts(document).into_iter().flat_map(str::chars) {
        if !faces.has(c) && !lacking.contains(&c) {
            lacking.push(c);
        }
    }
    lacking
}

/// Every text that is printed.
fn texts(document: &Document) -> Vec<&str> {
    let mut texts = vec![
        document.title.as_str(),
        &document.case,
        &document.sources_title,
        &document.disclaimer,
        &document.dates,
        &document.parted,
    ];
    for line in &document.summary.lines {
        texts.extend([&*line.name, &line.says]);
    }
    texts.extend(document.list_code.iter().map(|code| code.caption.as_str()));
    if let Some(curve) = &document.curve {
        texts.extend([&*curve.heading, &curve.legend]);
        texts.extend(curve.bills.iter().chain(&curve.pays).map(String::as_str));
    }
    texts.extend(document.sources.iter().map(|source| source.short.as_str()));
    texts.extend(document.words.iter().map(String::as_str));
    if let Some(service) = &document.service {
        texts.extend([service.caption.as_str(), &service.label, &service.address]);
    }
    for section in document.notes.iter().chain(&document.sections) {
        texts.push(&section.heading);
        for block in &section.blocks {
            match block {
                Block::Heading { text }
                | Block::Paragraph { text }
                | Block::Amount { text }
                | Block::Item { text } => texts.push(text),
                Block::Todo(todo) => {
                    texts.push(&todo.task);
                    texts.extend(todo.details.iter().chain(&todo.asides).map(String::as_str));
                }
                Block::Bars(bars) => {
                    texts.extend(bars.legend.iter().map(|payer| payer.name.as_str()));
                    texts.extend(bars.bars.iter().map(|bar| bar.label.as_str()));
                }
                Block::Table(table) => {
                    texts.extend(table.head.iter().map(String::as_str));
                    texts.extend(table.rows.iter().map(|row| row.name.as_str()));
                }
            }
        }
    }
    texts
}

/// Draws on a page.
struct PagePen<'a, 's, 'd> {
    surface: &'a mut Surface<'s>,
    faces: &'a Faces<'d>,
}

impl PagePen<'_, '_, '_> {
    fn page(&mut self, page: &PlacedPage, tags: &mut Tags) {
        for (top, row) in page {
            for mark in &row.marks {
                self.mark(*top, mark, tags);
            }
        }
    }

    fn mark(&mut self, top: f32, mark: &SheetMark, tags: &mut Tags) {
        match mark {
            SheetMark::Words { text, .. } if text.is_empty() => {}
            SheetMark::Words { x, y, font, text, told } => {
                let drawn = self.surface.start_tagged(ContentTag::Span(SpanTag::empty()));
                self.words((MARGIN + x, top + y), *font, text);
                self.surface.end_tagged();
                tags.words(*told, text, drawn);
            }
            SheetMark::Rectangle { x, y, width, height, fill, edge } => {
                self.surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)));
                self.rectangle((MARGIN + x, top + y, *width, *height), *fill, *edge);
                self.surface.end_tagged();
            }
            SheetMark::Area { corners, fill, edge } => {
                self.surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)));
                self.area(top, corners, *fill, *edge);
                self.surface.end_tagged();
            }
            SheetMark::Code { x, y, side, code, says } => {
                let drawn = self.surface.start_tagged(ContentTag::Other);
                self.code((MARGIN + x, top + y), *side, code);
                self.surface.end_tagged();
                tags.code(says, drawn);
            }
        }
    }

    fn words(&mut self, (mut x, y): (f32, f32), font: SheetFont, text: &str) {
        let SheetFont { size, bold, grey } = font;
        self.surface.set_fill(Some(fill(grey)));
        // One weight is shipped: bold is the same outline with a stroke around it.
        self.surface.set_stroke(bold.then(|| stroke(size * 0.032)));
        for run in self.faces.runs(text) {
            self.surface.draw_glyphs(Point::from_xy(x, y), &run.glyphs, run.font, &run.text, size, false);
            x += run.width * size;
        }
    }

    fn rectangle(&mut self, (x, y, width, height): (f32, f32, f32, f32), grey: Option<u8>, edge: f32) {
        let mut path = PathBuilder::new();
        if let Some(area) = Rect::from_xywh(x, y, width, height) {
            path.push_rect(area);
        }
        self.surface.set_fill(grey.map(fill));
        self.surface.set_stroke((edge > 0.0).then(|| stroke(edge)));
        if let Some(path) = path.finish() {
            self.surface.draw_path(&path);
        }
    }

    fn area(&mut self, top: f32, corners: &[(f32, f32)], grey: u8, edge: f32) {
        let mut path = PathBuilder::new();
        for (at, (x, y)) in corners.iter().enumerate() {
            let (x, y) = (MARGIN + x, top + y);
            if at == 0 { path.move_to(x, y) } else { path.line_to(x, y) }
        }
        path.close();
        self.surface.set_fill(Some(fill(grey)));
        self.surface.set_stroke(Some(stroke(edge)));
        if let Some(path) = path.finish() {
            self.surface.draw_path(&path);
        }
    }

    fn code(&mut self, (x, y): (f32, f32), side: f32, code: &qr::Code) {
        let part = |modules: usize| f32::from(u16::try_from(modules).unwrap_or_default());
        let module = side / part(code.size + 2 * qr::MARGIN);
        let mut path = PathBuilder::new();
        for (column, row, length) in code.runs() {
            let (left, top) = (part(column + qr::MARGIN) * module, part(row + qr::MARGIN) * module);
            if let Some(run) = Rect::from_xywh(x + left, y + top, part(length) * module, module) {
                path.push_rect(run);
            }
        }
        self.surface.set_fill(Some(fill(0)));
        self.surface.set_stroke(None);
        if let Some(path) = path.finish() {
            self.surface.draw_path(&path);
        }
    }
}

fn fill(grey: u8) -> Fill {
    Fill { paint: luma::Color::new(grey).into(), opacity: NormalizedF32::ONE, rule: FillRule::NonZero }
}

fn stroke(width: f32) -> Stroke {
    Stroke { paint: luma::Color::black().into(), width, ..Stroke::default() }
}
