//! A file that is dropped anywhere on the page opens the import dialog.

use leptos::{ev, prelude::*};

use super::flow::Flow;
use super::state::Phase;
use crate::i18n::{t, use_i18n};
use crate::platform::files;

/// Listens on the whole page, and says what dropping would do while a file is over it.
#[component]
pub fn DropArea(flow: Flow) -> impl IntoView {
    let i18n = use_i18n();
    let phase = flow.context.import.phase;
    // Each element that is crossed reports one entry and one exit.
    let depth = RwSignal::new(0_i32);
    let is_building = move || phase.get_untracked() == Phase::Building;

    let entered = window_event_listener(ev::dragenter, move |event| {
        if files::are_dragged(&event) {
            event.prevent_default();
            depth.update(|depth| *depth += 1);
        }
    });
    let over = window_event_listener(ev::dragover, move |event| {
        // Without this the browser would open the file instead of the page.
        if files::are_dragged(&event) {
            event.prevent_default();
        }
    });
    let left = window_event_listener(ev::dragleave, move |event| {
        if files::are_dragged(&event) {
            depth.update(|depth| *depth = (*depth - 1).max(0));
        }
    });
    let dropped = window_event_listener(ev::drop, move |event| {
        if !files::are_dragged(&event) {
            return;
        }
        event.prevent_default();
        depth.set(0);
        if let Some(file) = files::dropped(&event)
            && !is_building()
        {
            flow.take_file(file);
        }
    });
    on_cleanup(move || {
        entered.remove();
        over.remove();
        left.remove();
        dropped.remove();
    });
    let is_over = Memo::new(move |_| depth.get() > 0);
    view! {
        <Show when=move || is_over.get() && !flow.context.import.is_open.get()>
            <div class="import-drop" aria-hidden="true">
                <p>{t!(i18n, import.drop)}</p>
            </div>
        </Show>
    }
}
