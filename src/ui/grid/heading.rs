//! The headings of the grid.

use super::painter::Scene;
use crate::i18n::{Locale, td_string};
use crate::platform::cells::{Node, TextNode};

/// A drawn heading and what it shows.
struct HeadingCell {
    text: TextNode,
    column: Option<usize>,
    geometry: (f64, f64),
    title: String,
    hint: &'static str,
    sorted: &'static str,
    is_selected: bool,
}

/// The row of headings, which stays at the top.
pub struct Headings {
    node: Node,
    frozen: Node,
    corner: TextNode,
    name: HeadingCell,
    cells: Vec<HeadingCell>,
    /// The widths of the row numbers and of what stays at the left, and the language, as they were drawn.
    drawn: Option<(f64, f64, Locale)>,
}

impl HeadingCell {
    fn new(parent: &Node) -> Option<Self> {
        let text = TextNode::new(parent.element(), "columnheader", "grid-heading")?;
        text.node.set("aria-sort", "none");
        // Headings that no column needs are none, for a screen reader either.
        text.node.show(false);
        Node::new(text.node.element(), "presentation", "grid-grip")?;
        Some(Self {
            text,
            column: None,
            geometry: (0.0, 0.0),
            title: String::new(),
            hint: "",
            sorted: "none",
            is_selected: false,
        })
    }

    fn show(&mut self, column: usize, scene: &Scene) {
        if self.column != Some(column) {
            self.text.node.show(true);
            self.text.node.set("aria-colindex", &(column + 2).to_string());
            self.column = Some(column);
        }
        let geometry = scene.layout.column(column);
        if self.geometry != geometry {
            self.geometry = geometry;
            self.text.node.set_left(geometry.0);
            self.text.node.set_width(geometry.1);
        }
        let title = scene.titles.get(column).map_or("", String::as_str);
        let hint = td_string!(scene.locale, grid.heading_hint);
        if self.title != title || self.hint != hint {
            title.clone_into(&mut self.title);
            self.hint = hint;
            self.text.set_text(title);
            self.text.node.set("title", &format!("{title}\n{hint}"));
        }
        let sort = scene.sort.filter(|sort| scene.columns.get(column).is_some_and(|column| column.id == sort.column));
        let sorted = match sort {
            None => "none",
            Some(sort) if sort.is_descending => "descending",
            Some(_) => "ascending",
        };
        if self.sorted != sorted {
            self.sorted = sorted;
            self.text.node.set("aria-sort", sorted);
        }
        let is_selected = scene.selection.is_some_and(|selection| selection.columns().contains(&column));
        if self.is_selected != is_selected {
            self.is_selected = is_selected;
            self.text.node.set_class(if is_selected { "grid-heading selected" } else { "grid-heading" });
        }
    }

    fn hide(&mut self) {
        if self.column.take().is_some() {
            self.text.node.show(false);
        }
    }
}

impl Headings {
    pub fn new(parent: &Node) -> Option<Self> {
        let node = Node::new(parent.element(), "row", "grid-head")?;
        node.set("aria-rowindex", "1");
        let frozen = Node::new(node.element(), "presentation", "grid-frozen")?;
        let corner = TextNode::new(frozen.element(), "columnheader", "grid-corner")?;
        corner.node.set("aria-colindex", "1");
        corner.set_text("#");
        let name = HeadingCell::new(&frozen)?;
        Some(Self { node, frozen, corner, name, cells: Vec::new(), drawn: None })
    }

    pub fn show(&mut self, scene: &Scene) {
        let wanted = Some((scene.layout.gutter, scene.layout.frozen_width(), scene.locale));
        if self.drawn != wanted {
            self.drawn = wanted;
            self.frozen.set_width(scene.layout.frozen_width());
            self.corner.node.set_width(scene.layout.gutter);
            self.corner.node.set("aria-label", td_string!(scene.locale, grid.row_numbers));
        }
        while self.cells.len() < scene.column_slots
            && let Some(cell) = HeadingCell::new(&self.node)
        {
            self.cells.push(cell);
        }
        self.name.show(0, scene);
        let slots = scene.column_slots.max(1);
        for (at, cell) in self.cells.iter_mut().enumerate() {
            match scene.column_in_slot(at, slots) {
                Some(column) => cell.show(column, scene),
                None => cell.hide(),
            }
        }
    }
}
