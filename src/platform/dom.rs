//! What views need of elements beyond what they say in their markup.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;

use crate::state::Theme;

/// Opens a dialog over the page: the rest can't be reached until it is closed.
pub fn show_modal(dialog: &web_sys::HtmlDialogElement) {
    if !dialog.open() {
        let _ = dialog.show_modal();
    }
}

/// Moves the keyboard to the element with this id.
pub fn focus(id: &str) {
    let element = web_sys::window().and_then(|window| window.document()?.get_element_by_id(id));
    if let Some(element) = element.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// Scrolls as little as needed for the element with this id to be seen.
pub fn scroll_into_view(id: &str) {
    let element = web_sys::window().and_then(|window| window.document()?.get_element_by_id(id));
    if let Some(element) = element {
        let options = web_sys::ScrollIntoViewOptions::new();
        options.set_block(web_sys::ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Whether a window lies over the page.
pub fn is_covered() -> bool {
    let document = web_sys::window().and_then(|window| window.document());
    document.and_then(|document| document.query_selector("dialog[open]").ok().flatten()).is_some()
}

/// Opens a page in a window of its own that knows nothing of this one, or hands an address to the mail or telephone
/// program.
pub fn open_link(target: &str) {
    let Some(window) = web_sys::window() else { return };
    let place = if target.starts_with("http") { "_blank" } else { "_self" };
    let _ = window.open_with_url_and_target_and_features(target, place, "noopener,noreferrer");
}

/// Opens the browser's print dialog.
pub fn print() {
    if let Some(window) = web_sys::window() {
        let _ = window.print();
    }
}

/// Where the keyboard was.
#[derive(Clone, Debug)]
pub struct Focus(Option<web_sys::HtmlElement>);

/// Where the keyboard is now.
pub fn focused() -> Focus {
    let element = web_sys::window().and_then(|window| window.document()?.active_element());
    Focus(element.and_then(|element| element.dyn_into().ok()))
}

impl Focus {
    /// Moves the keyboard back there, if that place still exists.
    pub fn restore(&self) {
        if let Some(element) = self.0.as_ref().filter(|element| element.is_connected()) {
            let _ = element.focus();
        }
    }
}
/// Shows the page in a language (a BCP 47 tag), for the browser's own hyphens, quotes and voices.
pub fn set_language(tag: &str) {
    if let Some(root) = root() {
        let _ = root.set_attribute("lang", tag);
    }
}

/// Shows the page in the colours of a theme.
pub fn set_theme(theme: Theme) {
    if let Some(root) = root() {
        let _ = match theme {
            Theme::System => root.remove_attribute("data-theme"),
            other => root.set_attribute("data-theme", other.key()),
        };
    }
}

/// The title of the browser's tab.
pub fn set_title(title: &str) {
    if let Some(document) = web_sys::window().and_then(|window| window.document()) {
        document.set_title(title);
    }
}

/// Hears the keys that nothing else on the page took, for as long as the page lives.
pub fn on_key(heard: impl Fn(web_sys::KeyboardEvent) + 'static) {
    let listener = Closure::<dyn Fn(web_sys::KeyboardEvent)>::new(heard);
    if let Some(window) = web_sys::window() {
        let _ = window.add_event_listener_with_callback("keydown", listener.as_ref().unchecked_ref());
    }
    listener.forget();
}

/// Whether a key is meant for a text that is being typed.
pub fn is_typing(event: &web_sys::KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    target.is_some_and(|element| element.matches("input, textarea, select").unwrap_or(false))
}

fn root() -> Option<web_sys::Element> {
    web_sys::window()?.document()?.document_element()
}

/// Whether the keyboard, leaving an element, stays within the one that listens.
pub fn stays_within(event: &web_sys::FocusEvent) -> bool {
    let node = |target: Option<web_sys::EventTarget>| target.and_then(|target| target.dyn_into::<web_sys::Node>().ok());
    let (listener, goes_to) = (node(event.current_target()), node(event.related_target()));
    listener.is_some_and(|listener| listener.contains(goes_to.as_ref()) && goes_to.is_some())
}

/// Moves the keyboard to an element without scrolling to it.
pub fn focus_in_place(element: &web_sys::HtmlElement) {
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.focus_with_options(&options);
}

/// Writes an attribute, or takes it away.
pub fn set_or_remove(element: &web_sys::Element, name: &str, value: Option<&str>) {
    let _ = match value {
        Some(value) => element.set_attribute(name, value),
        None => element.remove_attribute(name),
    };
}

/// Keeps the pointer's events with an element until the button is let go, wherever it goes.
pub fn capture_pointer(element: &web_sys::Element, event: &web_sys::PointerEvent) {
    let _ = element.set_pointer_capture(event.pointer_id());
}
