//! The headings of the grid.

use super::painter::Scene;
use crate::i18n::{Locale, td_string};
use crate::platform::cells::{Node, TextNode};

/// A drawn heading and what it shows.
struct HeadingCell {
    id: String,
    node: Node,
    /// The title, which sorts.
    text: TextNode,
    /// Where the column stands among those that sort, if several do.
    number: TextNode,
    /// What opens the filter.
    mark: Node,
    column: Option<usize>,
    geometry: (f64, f64),
    title: String,
    locale: Option<Locale>,
    sorted: &'static str,
    place: usize,
    class: &'static str,
    has_mark: bool,
}

/// The row of headings, which stays at the top.
pub struct Headings {
    node: Node,
    frozen: Node,
    corner: TextNode,
    held: Vec<HeadingCell>,
    cells: Vec<HeadingCell>,
    /// The widths of the row numbers and of what stays at the left, and the language, as they were drawn.
    drawn: Option<(f64, f64, Locale)>,
}

impl HeadingCell {
    fn new(parent: &Node, id: String) -> Option<Self> {
        let node = Node::new(parent.element(), "columnheader", "grid-heading")?;
        node.set("id", &id);
        node.set("aria-sort", "none");
        // Headings that no column needs are none, for a screen reader either.
        node.show(false);
        let text = TextNode::new(node.element(), "button", "grid-title")?;
        let number = TextNode::new(node.element(), "presentation", "grid-sort-place")?;
        let mark = Node::new(node.element(), "button", "grid-mark")?;
        mark.set("aria-haspopup", "dialog");
        Node::new(node.element(), "presentation", "grid-grip")?;
        Some(Self {
            id,
            node,
            text,
            number,
            mark,
            column: None,
            geometry: (0.0, 0.0),
            title: String::new(),
            locale: None,
            sorted: "none",
            place: 0,
            class: "grid-heading",
            has_mark: true,
        })
    }

    /// Shows a column's heading, and returns its id where the keyboard is on it.
    fn show(&mut self, column: usize, scene: &Scene) -> Option<String> {
        if self.column != Some(column) {
            self.node.show(true);
            self.node.set("aria-colindex", &(column + 2).to_string());
            self.column = Some(column);
        }
        let geometry = scene.layout.column(column);
        if self.geometry != geometry {
            self.geometry = geometry;
            self.node.set_left(geometry.0);
            self.node.set_width(geometry.1);
        }
        let has_mark = scene.layout.has_mark(column);
        if self.has_mark != has_mark {
            self.has_mark = has_mark;
            self.mark.show(has_mark);
        }
        self.name(scene.titles.get(column).map_or("", String::as_str), scene.locale);
        let id = scene.columns.get(column).map(|column| &column.id);
        self.sort(scene.sorts.iter().position(|sort| Some(&sort.column) == id), scene);
        let is_filtered = scene.filters.iter().any(|filter| Some(&filter.column) == id);
        let is_selected = scene.any_range(|range| range.columns().contains(&column));
        let has_keyboard = scene.heading == Some(column);
        let class = match (is_filtered, is_selected, has_keyboard) {
            (false, false, false) => "grid-heading",
            (false, true, false) => "grid-heading selected",
            (true, false, false) => "grid-heading filtered",
            (true, true, false) => "grid-heading filtered selected",
            (false, _, true) => "grid-heading selected active",
            (true, _, true) => "grid-heading filtered selected active",
        };
        if self.class != class {
            self.class = class;
            self.node.set_class(class);
        }
        has_keyboard.then(|| self.id.clone())
    }

    fn name(&mut self, title: &str, locale: Locale) {
        if self.title == title && self.locale == Some(locale) {
            return;
        }
        title.clone_into(&mut self.title);
        self.locale = Some(locale);
        self.text.set_text(title);
        self.node.set("aria-label", title);
        self.node.set("title", &format!("{title}\n{}", td_string!(locale, views.heading_hint)));
        self.mark.set("aria-label", &td_string!(locale, views.filter_column, column = title));
    }

    fn sort(&mut self, place: Option<usize>, scene: &Scene) {
        let sorted = match place.and_then(|place| scene.sorts.get(place)) {
            None => "none",
            Some(sort) if sort.is_descending => "descending",
            Some(_) => "ascending",
        };
        if self.sorted != sorted {
            self.sorted = sorted;
            self.node.set("aria-sort", sorted);
        }
        let place = place.filter(|_| scene.sorts.len() > 1).map_or(0, |place| place + 1);
        if self.place != place {
            self.place = place;
            self.number.set_text(&if place == 0 { String::new() } else { place.to_string() });
        }
    }

    fn hide(&mut self) {
        if self.column.take().is_some() {
            self.node.show(false);
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
        Some(Self { node, frozen, corner, held: Vec::new(), cells: Vec::new(), drawn: None })
    }

    /// Shows the headings, and returns the id of the one that the keyboard is on.
    pub fn show(&mut self, scene: &Scene) -> Option<String> {
        let wanted = Some((scene.layout.gutter, scene.layout.frozen_width(), scene.locale));
        if self.drawn != wanted {
            self.drawn = wanted;
            self.frozen.set_width(scene.layout.frozen_width());
            self.corner.node.set_width(scene.layout.gutter);
            self.corner.node.set("aria-label", td_string!(scene.locale, grid.row_numbers));
        }
        let frozen = scene.layout.frozen_count();
        have(&mut self.held, &self.frozen, frozen, "heading-held");
        have(&mut self.cells, &self.node, scene.column_slots, "heading");
        let mut active = None;
        for (at, cell) in self.held.iter_mut().enumerate() {
            if at < frozen {
                active = cell.show(at, scene).or(active);
            } else {
                cell.hide();
            }
        }
        let slots = scene.column_slots.max(1);
        for (at, cell) in self.cells.iter_mut().enumerate() {
            match scene.column_in_slot(at, slots) {
                Some(column) => active = cell.show(column, scene).or(active),
                None => cell.hide(),
            }
        }
        active
    }
}

fn have(cells: &mut Vec<HeadingCell>, parent: &Node, count: usize, name: &str) {
    while cells.len() < count
        && let Some(cell) = HeadingCell::new(parent, format!("{name}-{}", cells.len()))
    {
        cells.push(cell);
    }
}
