//! What the page says to who cannot see it: the blocks of the sheet in the order
//! they are read, as headings, sentences, lists and tables.

use std::num::NonZeroU16;

use krilla::tagging::{Identifier, ListNumbering, Node, TableHeaderScope, Tag, TagGroup, TagKind, TagTree};

use super::page::{InBlock, Role};

/// Collects what is drawn, in the order of reading.
#[derive(Default)]
pub(super) struct Tags {
    said: Vec<TaggedWords>,
}

/// Words that were drawn, or a code.
struct TaggedWords {
    told: InBlock,
    text: String,
    node: Node,
}

impl Tags {
    /// Words that were drawn.
    pub(super) fn words(&mut self, told: InBlock, text: &str, drawn: Identifier) {
        self.said.push(TaggedWords { told, text: text.to_owned(), node: Node::Leaf(drawn) });
    }

    /// A code that was drawn, and what it holds.
    pub(super) fn code(&mut self, holds: &str, drawn: Identifier) {
        let mut figure = TagGroup::new(Tag::Figure(Some(holds.to_owned())));
        figure.push(drawn);
        let told = InBlock::default();
        self.said.push(TaggedWords { told, text: String::new(), node: Node::Group(figure) });
    }

    /// The tree of everything that was drawn.
    pub(super) fn tree(mut self, language: &str) -> TagTree {
        // A page is drawn row by row: what stands side by side is read one after the other.
        self.said.sort_by_key(|said| (said.told.block == 0, said.told.block));
        let mut tree = TagTree::new().with_lang(Some(language.to_owned()));
        let mut list: Option<TagGroup> = None;
        let mut said = self.said.into_iter().peekable();
        while let Some(first) = said.next() {
            let told = first.told;
            if told.block == 0 {
                end(&mut tree, &mut list);
                tree.push(first.node);
                continue;
            }
            let mut block = vec![first];
            while let Some(more) = said.next_if(|more| more.told.block == told.block) {
                block.push(more);
            }
            if told.role == Role::Item {
                let list = list.get_or_insert_with(|| TagGroup::new(Tag::L(ListNumbering::None)));
                let body = group(Tag::LBody, block);
                list.push(TagGroup::with_children(Tag::LI, vec![Node::Group(body)]));
                continue;
            }
            end(&mut tree, &mut list);
            tree.push(grouped(told.role, block));
        }
        end(&mut tree, &mut list);
        tree
    }
}

/// A list that is over.
fn end(tree: &mut TagTree, list: &mut Option<TagGroup>) {
    if let Some(list) = list.take() {
        tree.push(list);
    }
}

fn group(tag: impl Into<TagKind>, block: Vec<TaggedWords>) -> TagGroup {
    TagGroup::with_children(tag, block.into_iter().map(|said| said.node).collect())
}

fn grouped(role: Role, block: Vec<TaggedWords>) -> TagGroup {
    let whole = || block.iter().map(|said| said.text.as_str()).collect::<Vec<_>>().join(" ");
    let heading = |level: u16| Tag::Hn(NonZeroU16::new(level).unwrap_or(NonZeroU16::MIN), Some(whole()));
    let tag: TagKind = match role {
        Role::Title => heading(1).into(),
        Role::Heading => heading(2).into(),
        Role::Subheading => heading(3).into(),
        Role::Picture => Tag::Figure(Some(whole())).into(),
        Role::Sentence | Role::Item => Tag::P.into(),
        Role::Cells => return table(block),
    };
    group(tag, block)
}

/// Rows of cells; the first cell of a row names it.
fn table(block: Vec<TaggedWords>) -> TagGroup {
    let mut table = TagGroup::new(Tag::Table);
    let mut cells = block.into_iter().peekable();
    while let Some(first) = cells.next() {
        let row = first.told.row;
        let name = group(Tag::TH(TableHeaderScope::Row), vec![first]);
        let mut line = TagGroup::with_children(Tag::TR, vec![Node::Group(name)]);
        while let Some(cell) = cells.next_if(|cell| cell.told.row == row) {
            line.push(group(Tag::TD, vec![cell]));
        }
        table.push(line);
    }
    table
}
