//! A button that opens a menu.

use leptos::{ev, html, prelude::*};

use crate::platform::dom;

/// One line of a menu.
#[derive(Clone, Copy)]
pub struct MenuItem {
    pub label: Signal<String>,
    pub run: Callback<()>,
    pub is_enabled: Signal<bool>,
}

impl MenuItem {
    pub fn new(label: impl Fn() -> String + Send + Sync + 'static, run: impl Fn() + Send + Sync + 'static) -> Self {
        let run = Callback::new(move |()| run());
        Self { label: Signal::derive(label), run, is_enabled: Signal::stored(true) }
    }

    #[must_use]
    pub fn enabled(self, is_enabled: impl Fn() -> bool + Send + Sync + 'static) -> Self {
        Self { is_enabled: Signal::derive(is_enabled), ..self }
    }
}

/// A button with a menu below it. Arrow keys move in it, Esc and a click elsewhere close it.
#[component]
pub fn Menu(
    /// The button's name, unless its content says it.
    #[prop(into)]
    label: Signal<String>,
    /// Tells the menu's elements apart from others'.
    #[prop(into)]
    id: String,
    items: Vec<MenuItem>,
    #[prop(optional)] class: &'static str,
    children: Children,
) -> impl IntoView {
    let is_open = RwSignal::new(false);
    let root = NodeRef::<html::Div>::new();
    let count = items.len();
    let id = StoredValue::new(id);
    let item_id = move |at: usize| id.with_value(|id| format!("{id}-{at}"));
    let focus = move |at: usize| dom::focus(&item_id(at % count.max(1)));
    let open = move || {
        is_open.set(true);
        request_animation_frame(move || focus(0));
    };
    let close = move || {
        is_open.set(false);
        id.with_value(|id| dom::focus(id));
    };
    let on_key = move |event: ev::KeyboardEvent, at: usize| match event.key().as_str() {
        "ArrowDown" => (event.prevent_default(), focus(at + 1)).1,
        "ArrowUp" => (event.prevent_default(), focus(at + count - 1)).1,
        "Home" => focus(0),
        "End" => focus(count - 1),
        "Escape" => {
            event.stop_propagation();
            close();
        }
        _ => {}
    };
    let leave = move |event: ev::FocusEvent| {
        if !dom::stays_within(&event) {
            is_open.set(false);
        }
    };
    let lines = StoredValue::new(items);
    let line = move |(at, item): (usize, MenuItem)| {
        view! {
            <button
                type="button"
                role="menuitem"
                id=item_id(at)
                tabindex="-1"
                class="menu-item"
                disabled=move || !item.is_enabled.get()
                on:keydown=move |event| on_key(event, at)
                on:click=move |_| {
                    close();
                    item.run.run(());
                }
            >
                {item.label}
            </button>
        }
    };
    view! {
        <div class=format!("menu {class}") node_ref=root on:focusout=leave>
            <button
                type="button"
                id=id.get_value()
                class="menu-button"
                aria-haspopup="menu"
                aria-expanded=move || is_open.get().to_string()
                aria-label=label
                on:click=move |_| if is_open.get_untracked() { close() } else { open() }
            >
                {children()}
            </button>
            <Show when=move || is_open.get()>
                <div role="menu" class="menu-list" aria-label=label>
                    {lines.get_value().into_iter().enumerate().map(line).collect_view()}
                </div>
            </Show>
        </div>
    }
}
