//! A window over the page.

use leptos::{ev, html, prelude::*};

use crate::platform::dom;

/// A modal dialog with a heading that names it. The browser keeps the keyboard inside; Esc and the button ask
/// `on_close`.
#[component]
pub fn Dialog(
    /// The heading.
    #[prop(into)]
    title: Signal<String>,
    /// The close button's name.
    #[prop(into)]
    close: Signal<String>,
    /// A CSS class for its size.
    #[prop(optional)]
    class: &'static str,
    on_close: impl Fn() + Copy + Send + 'static,
    children: Children,
) -> impl IntoView {
    let dialog = NodeRef::<html::Dialog>::new();
    let heading = StoredValue::new(format!("dialog-{class}-title"));
    Effect::new(move || {
        if let Some(dialog) = dialog.get() {
            dom::show_modal(&dialog);
        }
    });
    let cancel = move |event: ev::Event| {
        event.prevent_default();
        on_close();
    };
    view! {
        <dialog class=format!("dialog {class}") aria-labelledby=heading.get_value() node_ref=dialog on:cancel=cancel>
            <div class="dialog-head">
                <h2 id=heading.get_value()>{title}</h2>
                <button type="button" class="icon-button" aria-label=close on:click=move |_| on_close()>
                    "×"
                </button>
            </div>
            {children()}
        </dialog>
    }
}
