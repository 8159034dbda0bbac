//! How wide texts are.

use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, Element, HtmlCanvasElement};

/// Measures texts in one font, without laying anything out.
pub struct Ruler(CanvasRenderingContext2d);

impl Ruler {
    /// A ruler for the font of an element. Nothing where the browser draws no text.
    pub fn like(element: &Element) -> Option<Self> {
        let style = web_sys::window()?.get_computed_style(element).ok()??;
        // The browser has no word for all of it at once where the digits are of one width.
        let part = |name| style.get_property_value(name).ok();
        let font = format!("{} {} {}", part("font-weight")?, part("font-size")?, part("font-family")?);
        let canvas: HtmlCanvasElement = element.owner_document()?.create_element("canvas").ok()?.dyn_into().ok()?;
        let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
        context.set_font(&font);
        Some(Self(context))
    }

    /// In CSS pixels.
    pub fn width(&self, text: &str) -> Option<f64> {
        Some(self.0.measure_text(text).ok()?.width())
    }
}
