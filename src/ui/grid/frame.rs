//! The grid itself: what scrolls, and who hears keys and pointer.

use leptos::ev;
use leptos::prelude::*;

use super::clipboard;
use super::column_panel::ColumnPanel;
use super::draft::DraftDialog;
use super::editor::{CellEditor, Editor};
use super::handle::FillHandle;
use super::heads::Heads;
use super::keys;
use super::pointer::Pointer;
use super::surface::Surface;
use crate::i18n::{t, t_string, use_i18n};
use crate::platform::dom;
use crate::state::clients::ROW_HEIGHT;

/// The grid.
#[component]
pub fn Grid() -> impl IntoView {
    let i18n = use_i18n();
    let surface = Surface::new();
    let editor = Editor::new(surface);
    let pointer = Pointer::new(editor);
    let heads = Heads::new(editor);
    let view = surface.view;
    // Esc, then Tab leaves the grid: Tab alone moves in it.
    let leaves = StoredValue::new(false);
    let is_touch = StoredValue::new(false);
    let rows = Memo::new(move |_| view.order.with(|order| order.rows.len()));
    let height = move || format!("{}px", (rows.get() + 1) as f64 * ROW_HEIGHT);
    let width = move || format!("{}px", surface.layout.get().total_width());
    let pressed = move |event: ev::PointerEvent| {
        is_touch.set_value(event.pointer_type() == "touch");
        if !heads.pressed(&event) {
            pointer.pressed(&event);
        }
    };
    let left = move |event: ev::FocusEvent| {
        if !dom::stays_within(&event) {
            editor.commit();
        }
    };
    let drop = move || format!("{}px", heads.drop.get().unwrap_or_default());
    view! {
        <div
            class="grid-frame"
            on:keydown=move |event| {
                if !heads.heard(&event) {
                    keys::heard(&editor, leaves, &event);
                }
            }
            on:focusout=left
            on:copy=move |event| clipboard::copy(&surface, &event, false)
            on:cut=move |event| clipboard::copy(&surface, &event, true)
            on:paste=move |event| clipboard::paste(&surface, &event)
        >
            <CellEditor editor=editor />
            <div
                class="grid"
                id="grid"
                role="grid"
                tabindex="-1"
                aria-label=move || t_string!(i18n, grid.name)
                aria-multiselectable="true"
                aria-rowcount=move || (rows.get() + 1).to_string()
                aria-colcount=move || (surface.view.columns.with(|columns| columns.len()) + 1).to_string()
                node_ref=surface.scroller
                on:scroll=move |_| surface.paint()
                on:focus=move |_| surface.focus()
                on:pointerdown=pressed
                on:pointermove=move |event| {
                    if !heads.moved(&event) {
                        pointer.moved(&event);
                    }
                }
                on:pointerup=move |_| {
                    heads.released(true);
                    pointer.released();
                }
                on:pointercancel=move |_| {
                    heads.released(false);
                    pointer.released();
                }
                on:contextmenu=move |event| heads.asked(&event)
                // The field keeps the keyboard: a press on a cell would take it away.
                on:mousedown=move |event| event.prevent_default()
                on:click=move |event| {
                    if !heads.clicked(&event) {
                        pointer.clicked(&event, is_touch.get_value());
                    }
                }
                on:dblclick=move |event| pointer.double_clicked(&event)
            >
                <div class="grid-canvas" role="presentation" node_ref=surface.canvas style:height=height style:width=width></div>
            </div>
            <FillHandle surface=surface />
            <div class="grid-drop" hidden=move || heads.drop.get().is_none() style:left=drop></div>
            <p class="visually-hidden" id="grid-keys">{t!(i18n, grid.keys)}</p>
        </div>
        <ColumnPanel heads=heads />
        <DraftDialog />
    }
}
