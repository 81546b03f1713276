//! Files that the visitor picks or drops.

use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, DragEvent, File, FileList, HtmlInputElement};

#[wasm_bindgen(module = "/src/browser/blob.js")]
extern "C" {
    #[wasm_bindgen(js_name = blobOf)]
    fn blob_of(bytes: &Uint8Array) -> Blob;
}

#[wasm_bindgen(module = "/src/browser/launched.js")]
extern "C" {
    #[wasm_bindgen(js_name = onLaunched)]
    fn listen_launched(then: &JsValue);
}

/// Calls `then` with the files that the system opens the installed app with, now and later.
pub fn on_launched(then: impl Fn(Vec<File>) + 'static) {
    let told = Closure::<dyn Fn(js_sys::Array)>::new(move |files: js_sys::Array| {
        then(files.iter().filter_map(|file| file.dyn_into().ok()).collect());
    });
    listen_launched(&told.into_js_value());
}

/// The files chosen in a file input, which is emptied so that the same file can be chosen again.
pub fn chosen(input: &HtmlInputElement) -> Vec<File> {
    let files = input.files().map(list).unwrap_or_default();
    input.set_value("");
    files
}

/// The files dropped; none where something else was dragged.
pub fn dropped(event: &DragEvent) -> Vec<File> {
    event
        .data_transfer()
        .and_then(|transfer| transfer.files())
        .map(list)
        .unwrap_or_default()
}

/// Whether files are being dragged, rather than text or a link.
pub fn drags_files(event: &DragEvent) -> bool {
    event
        .data_transfer()
        .is_some_and(|transfer| transfer.types().includes(&"Files".into(), 0))
}

fn list(files: FileList) -> Vec<File> {
    (0..files.length()).filter_map(|index| files.get(index)).collect()
}

/// Reads a file whole; none where the browser cannot (removed meanwhile, or not allowed).
pub async fn read(file: &Blob) -> Option<Uint8Array> {
    let buffer = JsFuture::from(file.array_buffer()).await.ok()?;
    Some(Uint8Array::new(buffer.unchecked_ref()))
}

/// Bytes as a file that the browser holds.
pub fn of_bytes(bytes: &[u8]) -> Blob {
    blob_of(&Uint8Array::from(bytes))
}

/// The content of a file alone, without its name, as it is now: neither read nor copied.
pub fn content(file: &File) -> Option<Blob> {
    file.slice().ok()
}

/// The same file in memory, for as long as what it came from may go; none where the browser cannot read it.
pub async fn in_memory(file: &Blob) -> Option<Blob> {
    Some(blob_of(&read(file).await?))
}
