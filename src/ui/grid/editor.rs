//! The cell editor: one field that is always there.
//!
//! It has the keyboard while the grid is used, unseen, at the place of the active cell, and is shown once something is
//! typed. So the browser's own text entry begins in the right place from the first key on: a composed character (中文,
//! dead keys) is never cut, and nothing of typing is done again by hand.

use leptos::ev;
use leptos::prelude::*;

use super::choices::{Choice, Choices};
use super::surface::{FIELD, Surface};
use crate::i18n::{t_string, use_i18n};
use crate::state::Notice;
use crate::state::clients::{EditMode, Editing, Motion, Selection, SheetColumn, entry_text};
use crate::ui::grid::keys;
use crate::workbook::{ColumnKind, Refusal};

/// The editor's state and what is done with it.
#[derive(Clone, Copy)]
pub struct Editor {
    pub surface: Surface,
    /// What stands in the field while a choice is edited, to find the values that fit.
    pub typed: RwSignal<String>,
    /// Which of the offered values is marked.
    pub marked: RwSignal<Option<usize>>,
    pub choices: Memo<Vec<Choice>>,
    /// What the field held when it was opened: leaving it so changes nothing.
    before: StoredValue<String>,
}

impl Editor {
    pub fn new(surface: Surface) -> Self {
        let i18n = use_i18n();
        let typed = RwSignal::new(String::new());
        let choices = Memo::new(move |_| {
            let Some(editing) = surface.view.editing.get() else { return Vec::new() };
            let columns = surface.view.columns.get();
            let column = columns.iter().find(|column| column.id == editing.column);
            column.map(|column| Choice::of(surface.kontor, column, &typed.get(), i18n.get_locale())).unwrap_or_default()
        });
        let before = StoredValue::new(String::new());
        Self { surface, typed, marked: RwSignal::new(None), choices, before }
    }

    fn field(&self) -> Option<web_field::Field> {
        self.surface.field.get_untracked()
    }

    /// Opens the editor on the active cell: empty where something is being typed, otherwise with what the cell holds.
    pub fn open(&self, mode: EditMode) {
        let view = self.surface.view;
        view.drop_cut();
        // Typing into an empty sheet begins with its first client.
        if untrack(|| view.selection().is_none() && !view.is_filtered()) {
            view.add_client();
        }
        let Some(selection) = untrack(|| view.selection()) else { return self.empty() };
        let Some((row, column)) = view.cell(selection.active) else { return self.empty() };
        if self.surface.kontor.book.table(|table| table.is_calculated(&column.id)) {
            self.surface.kontor.book.notices().push(Notice::Refused(Refusal::Calculated));
            return self.empty();
        }
        let text = if mode == EditMode::Opened { self.text_of(row, &column) } else { String::new() };
        self.before.set_value(text.clone());
        self.typed.set(String::new());
        self.marked.set(None);
        view.select(Selection::at(selection.active));
        view.editing.set(Some(Editing { row, column: column.id, mode }));
        if let Some(field) = self.field() {
            if mode == EditMode::Opened {
                field.set_value(&text);
                let end = text.encode_utf16().count() as u32;
                let _ = field.set_selection_range(end, end);
            }
            self.surface.focus();
        }
        self.surface.reveal_place(selection.active);
    }

    fn text_of(&self, row: crate::workbook::RowId, column: &SheetColumn) -> String {
        let kontor = self.surface.kontor;
        if column.is_segment() {
            // A choice begins with the whole list.
            return String::new();
        }
        kontor.book.table(|table| {
            let value = table.row_of(row).map(|row| table.value(row, &column.id)).unwrap_or_default();
            kontor.formats.with_untracked(|formats| entry_text(&value, column.kind, formats))
        })
    }

    /// What was typed into the field without a command: the first of it opens the editor.
    pub fn typed(&self) {
        if self.surface.view.editing.with_untracked(Option::is_none) {
            self.open(EditMode::Typed);
        }
        let text = self.field().map(|field| field.value()).unwrap_or_default();
        let is_empty = text.trim().is_empty();
        self.typed.set(text);
        // Of a segment only the names are understood, so the first that fits is taken.
        let is_segment = self.edited_column().is_some_and(|column| column.is_segment());
        self.marked.set((is_segment && !is_empty).then_some(0));
    }

    pub fn edited_column(&self) -> Option<SheetColumn> {
        let editing = self.surface.view.editing.get_untracked()?;
        let columns = self.surface.view.columns.get_untracked();
        columns.iter().find(|column| column.id == editing.column).cloned()
    }

    /// Takes what was typed, or the marked value, into the cell.
    pub fn commit(&self) {
        let Some(editing) = self.surface.view.editing.get_untracked() else { return };
        let text = self.field().map(|field| field.value()).unwrap_or_default();
        let marked = self
            .marked
            .get_untracked()
            .and_then(|at| self.choices.with_untracked(|choices| choices.get(at).map(|choice| choice.value.clone())));
        let column = self.edited_column();
        let is_changed = marked.is_some() || self.before.with_value(|before| *before != text);
        self.close();
        if let Some(column) = column.filter(|_| is_changed) {
            self.surface.view.enter(editing.row, &column, &marked.unwrap_or(text));
        }
    }

    /// Leaves the cell as it was.
    pub fn close(&self) {
        self.surface.view.editing.set(None);
        self.marked.set(None);
        self.empty();
        self.surface.paint();
    }

    fn empty(&self) {
        if let Some(field) = self.field() {
            field.set_value("");
        }
    }

    /// Takes what was typed, and moves on.
    pub fn commit_and_move(&self, motion: Motion) {
        self.commit();
        keys::go(&self.surface, motion, false);
    }

    /// Marks the next or the one before of the offered values. Says whether there are any.
    pub fn mark(&self, step: isize) -> bool {
        let count = self.choices.with_untracked(Vec::len);
        if count == 0 {
            return false;
        }
        self.marked.update(|marked| {
            let next = marked.map_or(if step > 0 { 0 } else { -1 }, |at| at as isize + step);
            *marked = Some(next.rem_euclid(count as isize) as usize);
        });
        true
    }
}

/// The element's type, under a name of this program's own.
mod web_field {
    use leptos::html::{self, ElementType};
    pub type Field = <html::Input as ElementType>::Output;
}

/// The field and the list of values below it.
#[component]
pub fn CellEditor(editor: Editor) -> impl IntoView {
    let i18n = use_i18n();
    let surface = editor.surface;
    let view = surface.view;
    let spot = surface.spot;
    let is_open = move || view.editing.with(Option::is_some);
    let has_choices = Memo::new(move |_| is_open() && editor.choices.with(|choices| !choices.is_empty()));
    let is_figure = move || {
        view.editing.track();
        editor.edited_column().is_some_and(|column| column.kind.is_numeric() || column.kind == ColumnKind::Date)
    };
    Effect::new(move || {
        let Some(field) = surface.field.get().filter(|_| has_choices.get()) else { return };
        let id = editor.marked.get().map(|at| format!("grid-choice-{at}"));
        crate::platform::dom::set_or_remove(&field, "aria-activedescendant", id.as_deref());
    });
    let pixels = |value: f64| format!("{value}px");
    view! {
        <div
            class="grid-editor"
            class:open=move || is_open() && spot.get().is_seen
            class:figure=is_figure
            style:left=move || pixels(spot.get().left)
            style:top=move || pixels(spot.get().top)
            style:width=move || pixels(spot.get().width)
        >
            <input
                id=FIELD
                type="text"
                role="combobox"
                node_ref=surface.field
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                inputmode=move || if is_open() { "text" } else { "none" }
                aria-label=move || t_string!(i18n, grid.cell)
                aria-haspopup=move || if has_choices.get() { "listbox" } else { "grid" }
                aria-expanded="true"
                aria-controls=move || if has_choices.get() { "grid-choices" } else { "grid" }
                aria-describedby="grid-keys"
                on:input=move |_| editor.typed()
                on:compositionstart=move |_: ev::CompositionEvent| {
                    if view.editing.with_untracked(Option::is_none) {
                        editor.open(EditMode::Typed);
                    }
                }
            />
            <Show when=move || has_choices.get()>
                <Choices editor=editor />
            </Show>
        </div>
    }
}
