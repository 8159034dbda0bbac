//! One drawn row, used for one client after another as the sheet scrolls.

use super::look::{Look, Source};
use super::painter::{Fate, Scene};
use crate::platform::cells::{Node, TextNode};
use crate::state::clients::{Edges, Place, ROW_HEIGHT};

/// Whether it has been found out if what stands in a cell has room in it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fit {
    ToFind,
    Found,
}

/// A drawn cell and what it shows, so that only what changed is written.
pub struct Cell {
    text: TextNode,
    column: Option<usize>,
    geometry: (f64, f64),
    look: Look,
    /// Whether its text may need more room than there is.
    is_long: bool,
    fit: Fit,
    is_selected: bool,
    is_active: bool,
    fate: Fate,
}

impl Cell {
    /// The text of a cell as all begin: nobody's, not an empty one, until it stands somewhere.
    pub fn blank(page: &Node) -> Option<TextNode> {
        let text = TextNode::new(page.element(), "gridcell", "grid-cell")?;
        text.node.set("aria-selected", "false");
        text.node.show(false);
        text.node.remove();
        Some(text)
    }

    fn new(text: TextNode, id: &str) -> Self {
        text.node.set("id", id);
        let look = Look::default();
        let (column, geometry) = (None, (0.0, 0.0));
        let (fit, is_long, is_selected, is_active) = (Fit::Found, false, false, false);
        let fate = Fate::default();
        Self { text, column, geometry, look, is_long, fit, is_selected, is_active, fate }
    }

    fn hide(&mut self) {
        if self.column.take().is_some() {
            self.text.node.show(false);
        }
    }

    fn stand(&mut self, column: usize, scene: &Scene) -> bool {
        let geometry = scene.layout.column(column);
        if self.geometry != geometry {
            self.geometry = geometry;
            // The columns that are held stand with the row numbers, at the same left edge.
            self.text.node.set_indent(geometry.0);
            self.text.node.set_width(geometry.1);
            self.fit = Fit::ToFind;
        }
        if self.column == Some(column) {
            return false;
        }
        if self.column.is_none() {
            self.text.node.show(true);
        }
        self.column = Some(column);
        self.text.node.set("aria-colindex", &(column + 2).to_string());
        true
    }

    fn wear(&mut self, look: Look) {
        if self.look.text != look.text {
            self.text.set_text(&look.text);
        }
        if self.look.note != look.note {
            for name in ["title", "aria-description"] {
                if look.note.is_empty() {
                    self.text.node.unset(name);
                } else {
                    self.text.node.set(name, &look.note);
                }
            }
        }
        if self.look.is_misfit() != look.is_misfit() {
            if look.is_misfit() {
                self.text.node.set("aria-invalid", "true");
            } else {
                self.text.node.unset("aria-invalid");
            }
        }
        if self.look.expanded() != look.expanded() {
            match look.expanded() {
                Some(is_expanded) => self.text.node.set("aria-expanded", if is_expanded { "true" } else { "false" }),
                None => self.text.node.unset("aria-expanded"),
            }
        }
        let has_class = self.look.class == look.class;
        self.look = look;
        if !has_class {
            self.write_class();
        }
        self.fit = Fit::ToFind;
    }

    /// Cutting off costs the browser much for each cell, so it is done only where it may be needed.
    fn fit(&mut self, source: &Source) {
        if self.fit == Fit::Found {
            return;
        }
        self.fit = Fit::Found;
        let is_long = source.exceeds(&self.look, self.geometry.1);
        if self.is_long != is_long {
            self.is_long = is_long;
            self.write_class();
        }
    }

    fn mark(&mut self, is_selected: bool, is_active: bool, fate: Fate) {
        if (self.is_selected, self.is_active, self.fate) == (is_selected, is_active, fate) {
            return;
        }
        if self.is_selected != is_selected {
            self.text.node.set("aria-selected", if is_selected { "true" } else { "false" });
        }
        (self.is_selected, self.is_active, self.fate) = (is_selected, is_active, fate);
        self.write_class();
    }

    fn write_class(&self) {
        let active = if self.is_active { " active" } else { "" };
        let long = if self.is_long { " long" } else { "" };
        let mut class = format!("grid-cell {}{active}{long}", self.look.class);
        if self.fate.is_left {
            class.push_str(" leaving");
        }
        if let Some(Edges { top, right, bottom, left }) = self.fate.cut {
            class.push_str(" cut");
            for (is_edge, name) in
                [(top, " cut-top"), (right, " cut-right"), (bottom, " cut-bottom"), (left, " cut-left")]
            {
                class.push_str(if is_edge { name } else { "" });
            }
        }
        self.text.node.set_class(&class);
    }
}

/// Adds cells inside `parent`, which has this id, until there are so many.
fn have_cells(cells: &mut Vec<Cell>, count: usize, (parent, id): (&Node, &str), blank: &TextNode) {
    while cells.len() < count
        && let Some(text) = blank.copy_into(parent.element())
    {
        cells.push(Cell::new(text, &format!("{id}-{}", cells.len())));
    }
}

/// A drawn row: its number, the cells of the columns that are held at the left, and those that are in sight.
pub struct Slot {
    id: String,
    node: Node,
    frozen: Node,
    number: TextNode,
    held: Vec<Cell>,
    cells: Vec<Cell>,
    /// Which place and line of which version stand in it.
    shown: Option<(usize, u32, u64)>,
    /// The level of the group whose line stands in it.
    group: Option<u8>,
    is_in_selection: bool,
    width: f64,
}

impl Slot {
    pub fn new(parent: &Node, id: usize) -> Option<Self> {
        let node = Node::new(parent.element(), "row", "grid-row")?;
        node.show(false);
        let frozen = Node::new(node.element(), "presentation", "grid-frozen")?;
        let number = TextNode::new(frozen.element(), "rowheader", "grid-number")?;
        number.node.set("aria-colindex", "1");
        let id = format!("cell-{id}");
        let (held, cells) = (Vec::new(), Vec::new());
        let (shown, group, is_in_selection, width) = (None, None, false, 0.0);
        Some(Self { id, node, frozen, number, held, cells, shown, group, is_in_selection, width })
    }

    /// Shows a client or a group at a place of the sheet, writing only what is not there already. Returns the id of the
    /// active cell if it is among these.
    pub fn show(&mut self, place: usize, line: u32, scene: &Scene, source: &Source) -> Option<String> {
        let is_new = self.shown != Some((place, line, scene.version));
        let group = scene.order.group_at(place);
        if is_new {
            self.stand(place);
            self.shown = Some((place, line, scene.version));
            self.be_group(group.and_then(|at| scene.order.group(at)).map(|group| group.level));
        }
        if self.width.to_bits() != scene.layout.frozen_width().to_bits() {
            self.width = scene.layout.frozen_width();
            self.frozen.set_width(self.width);
            self.number.node.set_width(scene.layout.gutter);
        }
        let is_in_selection = scene.any_range(|range| range.rows().contains(&place));
        if self.is_in_selection != is_in_selection {
            self.is_in_selection = is_in_selection;
            self.number.node.set_class(if is_in_selection { "grid-number selected" } else { "grid-number" });
        }
        let mut active = None;
        let mut show = |cell: &mut Cell, column: usize, id: &dyn Fn() -> String| {
            if (cell.stand(column, scene) || is_new)
                && let Some(shown) = scene.columns.get(column)
            {
                cell.wear(match group {
                    Some(at) => source.group_look(at, column, scene),
                    None => source.look(line, shown),
                });
            }
            cell.fit(source);
            let place = Place::new(place, column);
            let is_active = scene.selection.is_some_and(|selection| selection.active == place);
            cell.mark(scene.any_range(|range| range.contains(place)), is_active, scene.fate(place));
            if is_active {
                active = Some(id());
            }
        };
        for (at, cell) in self.held.iter_mut().enumerate() {
            if at < scene.layout.frozen_count() {
                show(cell, at, &|| format!("{}-held-{at}", self.id));
            } else {
                cell.hide();
            }
        }
        let slots = scene.column_slots.max(1);
        for (at, cell) in self.cells.iter_mut().enumerate() {
            match scene.column_in_slot(at, slots) {
                Some(column) => show(cell, column, &|| format!("{}-{at}", self.id)),
                None => cell.hide(),
            }
        }
        active
    }

    /// Says that the row is a group's line, or is none.
    fn be_group(&mut self, group: Option<u8>) {
        if self.group == group {
            return;
        }
        self.group = group;
        self.node.set_class(match group {
            None => "grid-row",
            Some(1) => "grid-row group",
            Some(_) => "grid-row group inner",
        });
    }

    /// Makes as many cells as the window needs: held at the left, and beside these.
    pub fn have_cells(&mut self, held: usize, count: usize, blank: &TextNode) {
        have_cells(&mut self.held, held, (&self.frozen, &format!("{}-held", self.id)), blank);
        have_cells(&mut self.cells, count, (&self.node, &self.id), blank);
    }

    fn stand(&mut self, place: usize) {
        match self.shown {
            Some((before, ..)) if before == place => return,
            Some(_) => {}
            None => self.node.show(true),
        }
        self.node.move_down_to((place + 1) as f64 * ROW_HEIGHT);
        self.node.set("aria-rowindex", &(place + 2).to_string());
        self.number.set_text(&(place + 1).to_string());
    }

    /// Shows nothing until it is needed again.
    pub fn hide(&mut self) {
        if self.shown.take().is_some() {
            self.node.show(false);
        }
    }

    pub fn remove(&self) {
        self.node.remove();
    }
}
