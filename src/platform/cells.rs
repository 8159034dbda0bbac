//! The elements of the grid, made once and written over as the sheet scrolls.
//!
//! A framework's own nodes would cost a closure for each of the two thousand cells on screen. These know only how to
//! write what changed.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, Text};

/// An element that stands inside another.
#[derive(Clone)]
pub struct Node(HtmlElement);

/// An element that holds one text.
pub struct TextNode {
    pub node: Node,
    text: Text,
}

impl Node {
    /// Adds an element below the others inside `parent`. Nothing where the page is gone.
    pub fn new(parent: &Element, role: &str, class: &str) -> Option<Self> {
        let element: HtmlElement = parent.owner_document()?.create_element("div").ok()?.dyn_into().ok()?;
        let node = Self(element);
        node.set("role", role);
        node.set_class(class);
        parent.append_child(&node.0).ok()?;
        Some(node)
    }

    /// Adds a copy of an element, with everything in it, below the others inside `parent`. Cheaper than making it anew.
    pub fn copy_into(&self, parent: &Element) -> Option<Self> {
        let node = Self(self.0.clone_node_with_deep(true).ok()?.dyn_into().ok()?);
        parent.append_child(&node.0).ok()?;
        Some(node)
    }

    /// An element that is in the page already.
    pub fn of(element: &HtmlElement) -> Self {
        Self(element.clone())
    }

    pub fn element(&self) -> &Element {
        &self.0
    }

    pub fn set(&self, name: &str, value: &str) {
        let _ = self.0.set_attribute(name, value);
    }

    pub fn unset(&self, name: &str) {
        let _ = self.0.remove_attribute(name);
    }

    pub fn set_class(&self, class: &str) {
        self.0.set_class_name(class);
    }

    /// Moves the element to a place in CSS pixels from the top of its parent.
    pub fn move_down_to(&self, top: f64) {
        let _ = self.0.style().set_property("top", &format!("{top}px"));
    }

    pub fn set_property(&self, name: &str, value: &str) {
        let _ = self.0.style().set_property(name, value);
    }

    pub fn set_left(&self, left: f64) {
        let _ = self.0.style().set_property("left", &format!("{left}px"));
    }

    /// Moves an element that stands in the flow of its parent.
    pub fn set_indent(&self, left: f64) {
        let _ = self.0.style().set_property("margin-left", &format!("{left}px"));
    }

    pub fn set_width(&self, width: f64) {
        let _ = self.0.style().set_property("width", &format!("{width}px"));
    }

    pub fn show(&self, is_shown: bool) {
        self.0.set_hidden(!is_shown);
    }

    /// Takes the element out of the page.
    pub fn remove(&self) {
        self.0.remove();
    }
}

impl TextNode {
    pub fn new(parent: &Element, role: &str, class: &str) -> Option<Self> {
        let node = Node::new(parent, role, class)?;
        let text = node.0.owner_document()?.create_text_node("");
        node.0.append_child(&text).ok()?;
        Some(Self { node, text })
    }

    /// Adds a copy below the others inside `parent`.
    pub fn copy_into(&self, parent: &Element) -> Option<Self> {
        let node = self.node.copy_into(parent)?;
        let text = node.0.first_child()?.dyn_into().ok()?;
        Some(Self { node, text })
    }

    pub fn set_text(&self, text: &str) {
        self.text.set_data(text);
    }
}
