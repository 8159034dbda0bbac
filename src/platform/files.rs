//! Files that the person chooses or drops, and files that are handed back.

use js_sys::{Array, ArrayBuffer, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// A file of the person's, not read yet.
#[derive(Clone, Debug)]
pub struct File(web_sys::File);

/// The browser can't read a file: it was moved, is locked, or is a folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the browser can't read the file")]
pub struct Unavailable;

impl File {
    /// The name without its folder.
    pub fn name(&self) -> String {
        self.0.name()
    }

    /// Reads the file into the page's own memory.
    pub async fn bytes(&self) -> Result<Vec<u8>, Unavailable> {
        self.buffer().await.map(|buffer| Uint8Array::new(&buffer).to_vec())
    }

    /// Reads the file into the browser's memory, where it can be handed to a worker without a copy.
    pub async fn buffer(&self) -> Result<ArrayBuffer, Unavailable> {
        let buffer = JsFuture::from(self.0.array_buffer()).await.map_err(|_| Unavailable)?;
        buffer.dyn_into().map_err(|_| Unavailable)
    }
}

/// The first bytes of what was read, as many as there are up to `most`.
pub fn first_bytes(buffer: &ArrayBuffer, most: u32) -> Vec<u8> {
    Uint8Array::new(buffer).subarray(0, most).to_vec()
}

/// The first file that was chosen in a file input.
pub fn chosen(input: &web_sys::HtmlInputElement) -> Option<File> {
    input.files()?.get(0).map(File)
}

/// Makes a file input forget its choice, so that the same file can be chosen again.
pub fn forget_choice(input: &web_sys::HtmlInputElement) {
    input.set_value("");
}

/// Whether files are dragged, and not a text or a card of the board.
pub fn are_dragged(event: &web_sys::DragEvent) -> bool {
    event
        .data_transfer()
        .is_some_and(|data| data.types().iter().any(|kind| kind.as_string().as_deref() == Some("Files")))
}

/// The first file that was dropped.
pub fn dropped(event: &web_sys::DragEvent) -> Option<File> {
    event.data_transfer()?.files()?.get(0).map(File)
}

/// Hands bytes to the person as a file in the browser's downloads. The kind is a MIME type.
pub fn save(name: &str, kind: &str, bytes: &[u8]) {
    // The browser offers no way to learn whether a download was taken, so there is nothing to report.
    let _ = try_save(name, kind, &Uint8Array::from(bytes));
}

/// Hands bytes that are in the browser's memory to the person as a file.
pub fn save_array(name: &str, kind: &str, bytes: &Uint8Array) {
    let _ = try_save(name, kind, bytes);
}

fn try_save(name: &str, kind: &str, bytes: &Uint8Array) -> Result<(), JsValue> {
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(kind);
    let blob = web_sys::Blob::new_with_u8_array_sequence_and_options(&Array::of1(bytes), &options)?;
    let url = web_sys::Url::create_object_url_with_blob(&blob)?;
    let document = web_sys::window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
    let link: web_sys::HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&url);
    link.set_download(name);
    link.click();
    // Some browsers read the address only after the click was handled.
    super::clock::after(60_000, Box::new(move || drop(web_sys::Url::revoke_object_url(&url))));
    Ok(())
}
