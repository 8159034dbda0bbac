//! Charts: text of an SVG becomes an element of the page.

use wasm_bindgen::JsCast;

/// Shows a chart in an element, in place of what was there. The text is parsed as XML and its tree is taken over:
/// never as HTML, so that nothing in it can run. A text that is no SVG shows nothing.
pub fn show(place: &web_sys::Element, text: &str) {
    place.replace_children_with_node_0();
    let parsed = web_sys::DomParser::new()
        .and_then(|parser| parser.parse_from_string(text, web_sys::SupportedType::ImageSvgXml));
    let root = parsed.ok().and_then(|document| document.document_element());
    // A text that is no XML gives a document with an error in it.
    let Some(root) = root.filter(|root| root.tag_name() == "svg" && root.is_instance_of::<web_sys::SvgElement>())
    else {
        return;
    };
    let adopted = place.owner_document().and_then(|document| document.adopt_node(&root).ok());
    if let Some(node) = adopted {
        let _ = place.append_child(&node);
    }
}
