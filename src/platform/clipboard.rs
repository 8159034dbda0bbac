//! What the browser's clipboard events carry.

use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, DataTransfer, DomParser, Element, Event, Node, NodeList, SupportedType};

use crate::state::clients::{Spanning, is_own, without_styles};

/// The text that is pasted.
pub fn text(event: &Event) -> Option<String> {
    data(event)?.get_data("text/plain").ok().filter(|text| !text.is_empty())
}

/// Whether what is pasted holds a table that was copied here.
pub fn is_own_table(event: &Event) -> bool {
    data(event).and_then(|data| data.get_data("text/html").ok()).is_some_and(|html| is_own(&html))
}

/// The table that is pasted, where it is one and nothing else, and was not copied here: what is copied here is found
/// whole in its text.
pub fn table(event: &Event) -> Option<Vec<Vec<Spanning>>> {
    let html = data(event)?.get_data("text/html").ok().filter(|html| !html.is_empty() && !is_own(html))?;
    // Nothing of a page parsed so is run, loaded or shown.
    let page = DomParser::new().ok()?.parse_from_string(&without_styles(&html), SupportedType::TextHtml).ok()?;
    let table = page.query_selector("table").ok()??;
    let is_all = page.query_selector("body").ok()??.text_content()?.trim() == table.text_content()?.trim();
    if !is_all || table.query_selector("table").ok()?.is_some() {
        return None;
    }
    let has_spans = table.query_selector("[colspan],[rowspan]").ok()?.is_some();
    let lines = elements(&table.query_selector_all("tr").ok()?);
    let rows: Vec<Vec<Spanning>> = lines.iter().map(|line| cells(line, has_spans)).collect();
    rows.iter().any(|row| !row.is_empty()).then_some(rows)
}

/// Hands a text, and the same as a table, to the clipboard in place of what the browser would take. Says whether it
/// was taken.
pub fn set(event: &Event, text: &str, html: Option<&str>) -> bool {
    let Some(data) = data(event).filter(|data| data.set_data("text/plain", text).is_ok()) else { return false };
    if let Some(html) = html {
        let _ = data.set_data("text/html", html);
    }
    event.prevent_default();
    true
}

fn data(event: &Event) -> Option<DataTransfer> {
    event.dyn_ref::<ClipboardEvent>()?.clipboard_data()
}

fn elements(nodes: &NodeList) -> Vec<Element> {
    (0..nodes.length()).filter_map(|at| nodes.item(at)?.dyn_into().ok()).collect()
}

fn cells(line: &Element, has_spans: bool) -> Vec<Spanning> {
    let is_cell = |element: &Element| matches!(element.tag_name().as_str(), "TD" | "TH");
    let span = |element: &Element, name: &str| {
        if has_spans { element.get_attribute(name).and_then(|text| text.trim().parse().ok()).unwrap_or(1) } else { 1 }
    };
    let cell = |element: Element| Spanning {
        text: text_of(&element),
        columns: span(&element, "colspan"),
        rows: span(&element, "rowspan"),
    };
    elements(&line.child_nodes()).into_iter().filter(is_cell).map(cell).collect()
}

/// The text of a cell as it is seen: spaces folded as HTML says, and `<br>` a line break.
fn text_of(cell: &Element) -> String {
    let mut text = String::new();
    if cell.first_element_child().is_none() {
        push_folded(&cell.text_content().unwrap_or_default(), &mut text);
    } else {
        push_inside(cell, &mut text);
    }
    if text.contains('\n') {
        text = text.split('\n').map(str::trim).collect::<Vec<_>>().join("\n");
    }
    text.trim().replace('\u{a0}', " ")
}

fn push_inside(parent: &Node, text: &mut String) {
    let children = parent.child_nodes();
    for child in (0..children.length()).filter_map(|at| children.item(at)) {
        match child.node_name().as_str() {
            "#text" => push_folded(&child.text_content().unwrap_or_default(), text),
            "BR" => text.push('\n'),
            name => {
                if matches!(name, "P" | "DIV") && !text.trim().is_empty() {
                    text.push('\n');
                }
                push_inside(&child, text);
            }
        }
    }
}

fn push_folded(more: &str, text: &mut String) {
    for letter in more.chars() {
        if !letter.is_ascii_whitespace() {
            text.push(letter);
        } else if !text.ends_with([' ', '\n']) {
            text.push(' ');
        }
    }
}
