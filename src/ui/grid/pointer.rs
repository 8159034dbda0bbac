//! Mouse and touch on the grid. What is hit is found by where it is, not by which element was clicked.

use leptos::ev;
use leptos::prelude::*;

use super::editor::Editor;
use super::links;
use crate::platform::dom;
use crate::state::clients::{EditMode, Hit, Place, Selection};

/// What the pressed button is doing.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Drag {
    #[default]
    Nothing,
    Cells,
    Rows,
    /// A column's width: which, where it was taken, and how wide it was.
    Edge {
        column: usize,
        from: i32,
        width: f64,
    },
}

/// How a click selects.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum How {
    Anew,
    /// With Ctrl, or Command on a Mac: another range.
    Beside,
    /// With Shift: the active range up to here.
    Further,
}

impl How {
    fn of(event: &ev::MouseEvent) -> Self {
        if event.shift_key() {
            Self::Further
        } else if event.ctrl_key() || event.meta_key() {
            Self::Beside
        } else {
            Self::Anew
        }
    }
}

/// The pointer's state.
#[derive(Clone, Copy)]
pub struct Pointer {
    editor: Editor,
    drag: StoredValue<Drag>,
}

impl Pointer {
    pub fn new(editor: Editor) -> Self {
        Self { editor, drag: StoredValue::new(Drag::Nothing) }
    }

    /// A button goes down. Fingers select by tapping (see [`Pointer::clicked`]), so that they can scroll.
    pub fn pressed(&self, event: &ev::PointerEvent) {
        let surface = self.editor.surface;
        let hit = surface.hit(event.client_x(), event.client_y());
        let is_touch = event.pointer_type() == "touch";
        if event.button() != 0 || (is_touch && !matches!(hit, Hit::Edge(_))) {
            return;
        }
        let drag = match hit {
            Hit::Cell(place) => {
                self.select(place, How::of(event));
                Drag::Cells
            }
            Hit::RowNumber(row) => {
                self.select_row(row, How::of(event));
                Drag::Rows
            }
            Hit::Edge(column) => {
                let (_, width) = surface.layout.get_untracked().column(column);
                Drag::Edge { column, from: event.client_x(), width }
            }
            _ => return,
        };
        self.drag.set_value(drag);
        if let Some(scroller) = surface.scroller.get_untracked() {
            dom::capture_pointer(&scroller, event);
        }
    }

    pub fn moved(&self, event: &ev::PointerEvent) {
        let surface = self.editor.surface;
        let drag = self.drag.get_value();
        match drag {
            Drag::Nothing => {}
            Drag::Cells | Drag::Rows => {
                let Some(far) = surface.nearest_cell(event.client_x(), event.client_y()) else { return };
                let column = if drag == Drag::Rows { surface.extent().columns.saturating_sub(1) } else { far.column };
                let far = Place { column, ..far };
                let selection = surface.view.selected.get_untracked();
                if selection.far != far {
                    surface.view.selected.set(Selection { far, ..selection });
                    surface.reveal_place(if drag == Drag::Rows { Place { column: 0, ..far } } else { far });
                }
            }
            Drag::Edge { column, from, width } => {
                self.resize(column, width + f64::from(event.client_x() - from));
            }
        }
    }

    pub fn released(&self) {
        self.drag.set_value(Drag::Nothing);
    }

    /// A click, or a finger's tap.
    pub fn clicked(&self, event: &ev::MouseEvent, is_touch: bool) {
        let surface = self.editor.surface;
        match surface.hit(event.client_x(), event.client_y()) {
            Hit::Heading(column) if How::of(event) == How::Beside => self.select_column(column),
            Hit::Corner => {
                let extent = surface.extent();
                surface.view.select(surface.view.selected.get_untracked().all(extent));
                surface.focus();
            }
            Hit::Cell(place) if place.column == 0 && surface.view.fold(place.row, None) => surface.focus(),
            Hit::Cell(place) if event.ctrl_key() || event.meta_key() => links::follow(&surface, place),
            Hit::Cell(place) if is_touch => self.select(place, How::Anew),
            Hit::RowNumber(row) if is_touch => self.select_row(row, How::Anew),
            _ => {}
        }
    }

    pub fn double_clicked(&self, event: &ev::MouseEvent) {
        let surface = self.editor.surface;
        match surface.hit(event.client_x(), event.client_y()) {
            Hit::Cell(_) => self.editor.open(EditMode::Opened),
            Hit::Edge(column) => {
                let columns = surface.view.columns.get_untracked();
                if let Some(column) = columns.get(column) {
                    surface.view.widths.update(|widths| widths.forget(&column.id));
                }
            }
            Hit::RowNumber(_) => {
                let cell = untrack(|| surface.view.selection());
                let cell = cell.and_then(|selection| surface.view.cell(selection.active));
                surface.kontor.client.0.set(cell.map(|(client, _)| client));
            }
            _ => {}
        }
    }

    fn select(&self, place: Place, how: How) {
        let surface = self.editor.surface;
        if surface.view.editing.with_untracked(Option::is_some) {
            self.editor.commit();
        }
        self.take(Selection::at(place), how);
        surface.reveal_place(place);
    }

    fn select_row(&self, row: usize, how: How) {
        let surface = self.editor.surface;
        self.editor.commit();
        let active = if how == How::Further { surface.view.selected.get_untracked().active.row } else { row };
        let rows = Selection { active: Place::new(active, 0), far: Place::new(row, 0) };
        self.take(rows.whole_rows(surface.extent()), how);
    }

    fn select_column(&self, column: usize) {
        self.editor.commit();
        let column = Selection::at(Place::new(0, column)).whole_columns(self.editor.surface.extent());
        self.take(column, How::Beside);
    }

    fn take(&self, selection: Selection, how: How) {
        let surface = self.editor.surface;
        let view = surface.view;
        match how {
            How::Anew => view.select(selection),
            How::Beside => view.add_range(selection),
            // Whole rows begin anew in their first column; of cells only the far corner moves.
            How::Further if selection.is_one_cell() => view.selected.update(|active| active.far = selection.far),
            How::Further => view.selected.set(selection),
        }
        surface.focus();
    }

    fn resize(&self, column: usize, width: f64) {
        let view = self.editor.surface.view;
        let columns = view.columns.get_untracked();
        if let Some(column) = columns.get(column) {
            view.widths.update(|widths| widths.set(column.id.clone(), width.max(0.0)));
        }
    }
}
