//! Where things are on screen, and what lies under a pointer.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;

/// An element's edges in the window, in CSS pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Edges {
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
}

pub fn edges(element: &web_sys::Element) -> Edges {
    let rectangle = element.get_bounding_client_rect();
    Edges { left: rectangle.left(), top: rectangle.top(), right: rectangle.right(), bottom: rectangle.bottom() }
}

/// Width and height of the window.
pub fn window_size() -> (f64, f64) {
    let Some(window) = web_sys::window() else { return (0.0, 0.0) };
    let number = |value: Result<JsValue, JsValue>| value.ok().and_then(|value| value.as_f64()).unwrap_or(0.0);
    (number(window.inner_width()), number(window.inner_height()))
}

/// The nearest element, the event's target or one around it, that a selector describes.
pub fn target(event: &web_sys::Event, selector: &str) -> Option<web_sys::Element> {
    let target: web_sys::Element = event.target()?.dyn_into().ok()?;
    target.closest(selector).ok().flatten()
}

/// An attribute of the nearest element around the event's target that has it.
pub fn attribute(event: &web_sys::Event, name: &str) -> Option<String> {
    target(event, &format!("[{name}]"))?.get_attribute(name)
}

/// An attribute of the nearest element around a point in the window that has it.
pub fn attribute_at(x: f64, y: f64, name: &str) -> Option<String> {
    let element = web_sys::window()?.document()?.element_from_point(x as f32, y as f32)?;
    element.closest(&format!("[{name}]")).ok().flatten()?.get_attribute(name)
}

/// Whether nothing has the keyboard: what had it is no longer in the page.
pub fn is_keyboard_lost() -> bool {
    let document = web_sys::window().and_then(|window| window.document());
    document.is_some_and(|document| document.active_element().is_none_or(|element| element.tag_name() == "BODY"))
}

/// Sends all further events of a pointer to an element, wherever the pointer goes.
pub fn capture(element: &web_sys::Element, pointer: i32) {
    // A pointer that was lifted meanwhile can't be captured, and needn't be.
    let _ = element.set_pointer_capture(pointer);
}

/// Moves the keyboard to the child at a place, counted from 0, among those that a selector describes. A place beyond
/// an end goes on from the other one.
pub fn focus_child(parent: &web_sys::Element, selector: &str, place: i32) {
    let Ok(children) = parent.query_selector_all(selector) else { return };
    let count = children.length() as i32;
    if count == 0 {
        return;
    }
    let child = children.get(place.rem_euclid(count) as u32);
    if let Some(child) = child.and_then(|child| child.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = child.focus();
    }
}

/// The place of the child that has the keyboard, among those that a selector describes.
pub fn focused_child(parent: &web_sys::Element, selector: &str) -> Option<i32> {
    let children = parent.query_selector_all(selector).ok()?;
    let focused = parent.owner_document()?.active_element()?;
    (0..children.length()).find(|at| children.get(*at).as_ref() == Some(focused.as_ref())).map(|at| at as i32)
}

/// Calls back whenever an element's size changes, and once at first, as long as the observer lives.
pub struct SizeObserver {
    observer: Option<web_sys::ResizeObserver>,
    _callback: Closure<dyn FnMut()>,
}

impl SizeObserver {
    pub fn new(element: &web_sys::Element, changed: impl FnMut() + 'static) -> Self {
        let callback = Closure::<dyn FnMut()>::new(changed);
        let observer = web_sys::ResizeObserver::new(callback.as_ref().unchecked_ref()).ok();
        if let Some(observer) = &observer {
            observer.observe(element);
        }
        Self { observer, _callback: callback }
    }
}

impl Drop for SizeObserver {
    fn drop(&mut self) {
        if let Some(observer) = &self.observer {
            observer.disconnect();
        }
    }
}
