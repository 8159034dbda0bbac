//! Elements that scroll: where they are, and how large.

use wasm_bindgen::prelude::*;
use web_sys::{Element, ResizeObserver};

use crate::state::clients::Viewport;

/// What an element shows of its contents now.
pub fn viewport(element: &Element) -> Viewport {
    Viewport {
        left: f64::from(element.scroll_left()),
        top: f64::from(element.scroll_top()),
        width: f64::from(element.client_width()),
        height: f64::from(element.client_height()),
    }
}

pub fn scroll_to(element: &Element, left: f64, top: f64) {
    element.scroll_to_with_x_and_y(left, top);
}

/// A point of the page (as pointer events give it) from the upper left corner of an element.
pub fn point_in(element: &Element, x: i32, y: i32) -> (f64, f64) {
    let rectangle = element.get_bounding_client_rect();
    (f64::from(x) - rectangle.left(), f64::from(y) - rectangle.top())
}

/// Watches an element's size for as long as it is kept.
pub struct SizeWatch {
    observer: ResizeObserver,
    _callback: Closure<dyn FnMut()>,
}

impl SizeWatch {
    /// Nothing where the browser can't.
    pub fn new(element: &Element, changed: impl FnMut() + 'static) -> Option<Self> {
        let callback = Closure::<dyn FnMut()>::new(changed);
        let observer = ResizeObserver::new(callback.as_ref().unchecked_ref()).ok()?;
        observer.observe(element);
        Some(Self { observer, _callback: callback })
    }
}

impl Drop for SizeWatch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
