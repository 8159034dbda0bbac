//! What the person does with the headings: sort, move, filter, and what else the panel of a column offers.

use leptos::ev;
use leptos::prelude::*;

use super::editor::Editor;
use super::surface::Surface;
use crate::platform::{dom, scroll};
use crate::state::clients::{Hit, Place};
use crate::workbook::ColumnId;

/// How far a pressed heading is moved before it comes along, in CSS pixels.
const PULL: i32 = 6;

/// What the pressed button is doing to a heading.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
enum Drag {
    #[default]
    Nothing,
    /// Pressed, but hardly moved.
    Pressed { column: usize, from: i32 },
    /// On the way to the place before this column.
    Moving { column: usize, before: usize },
    /// Put down: the click that follows is none.
    Done,
}

/// The panel of a column.
#[derive(Clone, Debug, PartialEq)]
pub struct OpenPanel {
    pub column: ColumnId,
    /// Where it begins, in CSS pixels from the left of the window.
    pub left: f64,
    /// Whether the keyboard begins in the filter, or at the first action.
    pub begins_with_filter: bool,
}

/// The headings, for the hand.
#[derive(Clone, Copy)]
pub struct Heads {
    editor: Editor,
    pub surface: Surface,
    pub open: RwSignal<Option<OpenPanel>>,
    /// Where a heading would be put down, in CSS pixels from the left of the window.
    pub drop: RwSignal<Option<f64>>,
    drag: StoredValue<Drag>,
}

impl Heads {
    pub fn new(editor: Editor) -> Self {
        let (open, drop) = (RwSignal::new(None), RwSignal::new(None));
        Self { editor, surface: editor.surface, open, drop, drag: StoredValue::new(Drag::Nothing) }
    }

    /// Opens the panel of a column.
    fn open_panel(&self, column: usize, begins_with_filter: bool) {
        let surface = self.surface;
        self.editor.commit();
        let columns = surface.view.columns.get_untracked();
        let Some(shown) = columns.get(column) else { return };
        let left = surface.layout.get_untracked().left_in_window(column, surface.viewport());
        self.open.set(Some(OpenPanel { column: shown.id.clone(), left, begins_with_filter }));
    }

    /// Closes the panel and gives the keyboard back to the grid.
    pub fn close(&self) {
        self.open.set(None);
        self.surface.focus();
    }

    /// Hears a key before the cells do. Says whether it was a heading's.
    pub fn heard(&self, event: &ev::KeyboardEvent) -> bool {
        if event.is_composing() || self.surface.view.editing.with_untracked(Option::is_some) {
            return false;
        }
        let is_heard = match self.surface.heading.get_untracked() {
            Some(column) => self.heard_on_heading(column, event),
            None => self.heard_on_cell(event),
        };
        if is_heard {
            event.prevent_default();
            event.stop_propagation();
        }
        is_heard
    }

    fn heard_on_cell(&self, event: &ev::KeyboardEvent) -> bool {
        let view = self.surface.view;
        let active = untrack(|| view.selection()).map_or(Place::default(), |selection| selection.active);
        let held = (event.ctrl_key() || event.meta_key(), event.shift_key(), event.alt_key());
        match (event.key().as_str(), held) {
            ("ArrowUp", (false, false, true)) => self.go(active.column),
            ("PageUp" | "PageDown", (false, true, true)) => {
                if let Some(column) = self.step(active.column, event.key() == "PageDown") {
                    view.go_to(Place { column, ..active });
                }
            }
            ("ArrowLeft" | "ArrowRight", (false, true, true)) => {
                let is_group = view.order.with_untracked(|order| order.group_at(active.row).is_some());
                return is_group && view.fold_active(event.key() == "ArrowLeft");
            }
            // As in Excel: the filter of this column.
            ("l" | "L" | "д" | "Д", (true, true, false)) => self.open_panel(active.column, true),
            _ => return false,
        }
        true
    }

    fn heard_on_heading(&self, column: usize, event: &ev::KeyboardEvent) -> bool {
        let last = self.surface.extent().columns.saturating_sub(1);
        let held = (event.ctrl_key() || event.meta_key(), event.shift_key(), event.alt_key());
        match (event.key().as_str(), held) {
            ("Alt" | "Shift" | "Control" | "Meta", _) => return false,
            ("ArrowLeft", (_, false, false)) => self.go(column.saturating_sub(1)),
            ("ArrowRight", (_, false, false)) => self.go((column + 1).min(last)),
            ("Home", _) => self.go(0),
            ("End", _) => self.go(last),
            ("Enter" | " " | "ContextMenu", _) | ("F10", (false, true, false)) => self.open_panel(column, false),
            ("ArrowDown", (false, false, true)) | ("l" | "L" | "д" | "Д", (true, true, false)) => {
                self.open_panel(column, true);
            }
            ("PageUp" | "PageDown", (false, true, true)) => {
                if let Some(column) = self.step(column, event.key() == "PageDown") {
                    self.go(column);
                }
            }
            ("ArrowUp" | "ArrowDown", (false, true, true)) => {
                if let Some(id) = self.id(column) {
                    self.surface.view.sort_by(&id, event.key() == "ArrowDown", false);
                }
            }
            ("ArrowUp", _) => {}
            ("ArrowDown", _) => {
                self.leave();
                self.surface.view.go_to(Place::new(0, column));
            }
            ("Escape", _) => self.leave(),
            _ => {
                // Whatever else is pressed is for the cells.
                self.leave();
                return false;
            }
        }
        true
    }

    /// Moves the keyboard to a heading.
    fn go(&self, column: usize) {
        let surface = self.surface;
        surface.heading.set(Some(column));
        let row = (surface.viewport().top / crate::state::clients::ROW_HEIGHT).ceil() as usize;
        surface.reveal_place(Place { row, column });
    }

    /// Moves the keyboard back to the cells.
    fn leave(&self) {
        if self.surface.heading.with_untracked(Option::is_some) {
            self.surface.heading.set(None);
        }
    }

    fn id(&self, column: usize) -> Option<ColumnId> {
        self.surface.view.columns.with_untracked(|columns| columns.get(column).map(|column| column.id.clone()))
    }

    /// Moves a column past its neighbour, and returns where it stands then.
    fn step(&self, column: usize, is_right: bool) -> Option<usize> {
        let id = self.id(column)?;
        self.surface.view.step_column(&id, is_right).then(|| self.surface.view.column_place(&id))?
    }

    /// A button goes down. Says whether it was on a heading.
    pub fn pressed(&self, event: &ev::PointerEvent) -> bool {
        self.leave();
        self.drag.set_value(Drag::Nothing);
        let hit = self.surface.hit(event.client_x(), event.client_y());
        let (Hit::Heading(column) | Hit::Mark(column)) = hit else { return false };
        // Fingers scroll the sheet by its headings, too.
        if event.button() == 0 && event.pointer_type() != "touch" {
            self.drag.set_value(Drag::Pressed { column, from: event.client_x() });
            if let Some(scroller) = self.surface.scroller.get_untracked() {
                dom::capture_pointer(&scroller, event);
            }
        }
        true
    }

    /// The pointer moves. Says whether it moves a heading.
    pub fn moved(&self, event: &ev::PointerEvent) -> bool {
        let column = match self.drag.get_value() {
            Drag::Nothing | Drag::Done => return false,
            Drag::Pressed { from, .. } if (event.client_x() - from).abs() < PULL => return true,
            Drag::Pressed { column, .. } | Drag::Moving { column, .. } => column,
        };
        let surface = self.surface;
        let Some(scroller) = surface.scroller.get_untracked() else { return true };
        let (x, _) = scroll::point_in(&scroller, event.client_x(), event.client_y());
        let Some(place) = surface.nearest_cell(event.client_x(), event.client_y()) else { return true };
        let (layout, view) = (surface.layout.get_untracked(), surface.viewport());
        let (left, width) = (layout.left_in_window(place.column, view), layout.column(place.column).1);
        let is_behind = x > left + width / 2.0;
        self.drag.set_value(Drag::Moving { column, before: place.column + usize::from(is_behind) });
        self.drop.set(Some(if is_behind { left + width } else { left }));
        true
    }

    /// The button is let go: the heading is put down, or with nothing put back.
    pub fn released(&self, puts: bool) {
        let Drag::Moving { column, before } = self.drag.get_value() else { return };
        self.drag.set_value(Drag::Done);
        self.drop.set(None);
        if let Some(id) = self.id(column).filter(|_| puts && before != column && before != column + 1) {
            self.surface.view.put_column_before(&id, self.id(before).as_ref());
        }
    }

    /// A click, or a finger's tap. Says whether it was on a heading.
    pub fn clicked(&self, event: &ev::MouseEvent) -> bool {
        let drag = self.drag.get_value();
        self.drag.set_value(Drag::Nothing);
        if drag == Drag::Done {
            return true;
        }
        match self.surface.hit(event.client_x(), event.client_y()) {
            Hit::Mark(column) => self.open_panel(column, true),
            // That selects the column.
            Hit::Heading(_) if event.ctrl_key() || event.meta_key() => return false,
            Hit::Heading(column) => {
                self.editor.commit();
                if let Some(id) = self.id(column) {
                    self.surface.view.turn_sort(&id, event.shift_key());
                }
                self.surface.focus();
            }
            _ => return false,
        }
        true
    }

    /// The menu of what lies under the pointer is asked for.
    pub fn asked(&self, event: &ev::MouseEvent) {
        let hit = self.surface.hit(event.client_x(), event.client_y());
        if let Hit::Heading(column) | Hit::Mark(column) | Hit::Edge(column) = hit {
            event.prevent_default();
            self.open_panel(column, false);
        }
    }
}
