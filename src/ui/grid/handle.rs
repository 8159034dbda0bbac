//! The fill handle: the small square at the lower right corner of the active range.

use leptos::{ev, html, prelude::*};

use super::surface::Surface;
use crate::i18n::{t_string, use_i18n};
use crate::platform::dom;
use crate::state::clients::{ROW_HEIGHT, Selection};

/// Fewer pixels are no pull.
const STILL: u32 = 4;

/// The handle. From the keyboard Ctrl+D and Ctrl+R do its work, so it is nothing to a screen reader.
#[component]
pub fn FillHandle(surface: Surface) -> impl IntoView {
    let i18n = use_i18n();
    let view = surface.view;
    let (corner, pulled) = (surface.corner, surface.pulled);
    let handle = NodeRef::<html::Div>::new();
    // What is filled on, and where the handle was taken.
    let source = StoredValue::new(None::<(Selection, (i32, i32))>);
    // Back at its corner it has been pulled all the same.
    let is_pulled = StoredValue::new(false);
    let pressed = move |event: ev::PointerEvent| {
        is_pulled.set_value(false);
        if event.button() != 0 {
            return;
        }
        let at = (event.client_x(), event.client_y());
        source.set_value(untrack(|| view.selection()).map(|selection| (selection, at)));
        if let Some(handle) = handle.get_untracked() {
            dom::capture_pointer(&handle, &event);
        }
    };
    let moved = move |event: ev::PointerEvent| {
        let Some((from, taken)) = source.get_value() else { return };
        let at = (event.client_x(), event.client_y());
        // A hand that trembles fills nothing.
        if !is_pulled.get_value() && taken.0.abs_diff(at.0).max(taken.1.abs_diff(at.1)) < STILL {
            return;
        }
        let Some(to) = surface.nearest_cell(at.0, at.1) else { return };
        let pull = view.pulled_to(from, to);
        is_pulled.set_value(true);
        if pulled.get_untracked() != pull {
            pulled.set(pull);
            surface.reveal_place(to);
        }
    };
    let stopped = move || {
        let source = source.try_update_value(Option::take).flatten();
        let pull = pulled.get_untracked();
        if pull.is_some() {
            pulled.set(None);
        }
        source.map(|(selection, _)| selection).zip(pull)
    };
    let released = move |event: ev::PointerEvent| {
        if let Some((source, pull)) = stopped() {
            view.pull(source, pull, event.ctrl_key() || event.meta_key());
            surface.focus();
        }
    };
    view! {
        <div
            class="grid-handle"
            aria-hidden="true"
            node_ref=handle
            hidden=move || !corner.get().is_seen
            style:left=move || format!("{}px", corner.get().left + corner.get().width)
            style:top=move || format!("{}px", corner.get().top + ROW_HEIGHT)
            title=move || t_string!(i18n, grid.block.handle)
            on:pointerdown=pressed
            on:pointermove=moved
            on:pointerup=released
            on:pointercancel=move |_| {
                stopped();
            }
            // The field keeps the keyboard.
            on:mousedown=move |event| event.prevent_default()
            on:dblclick=move |_| view.fill_beside()
        ></div>
    }
}
