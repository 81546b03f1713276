//! Files that lie beside the page on its host.

use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/browser/hosted.js")]
extern "C" {
    #[wasm_bindgen(js_name = hosted, catch)]
    async fn fetch_hosted(path: &str) -> Result<JsValue, JsValue>;
}

/// The bytes of a file beside the page; none where it is not there, or the host does not answer.
pub async fn file(path: &str) -> Option<Uint8Array> {
    fetch_hosted(path).await.ok()?.dyn_into().ok()
}

/// The same as text.
pub async fn text(path: &str) -> Option<String> {
    let bytes = file(path).await?;
    Some(String::from_utf8_lossy(&bytes.to_vec()).into_owned())
}
