//! Files that lie beside the page on its host, or that the page in one file has from there.

use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/browser/hosted.js")]
extern "C" {
    #[wasm_bindgen(js_name = hosted, catch)]
    async fn fetch_hosted(path: &str) -> Result<JsValue, JsValue>;

    /// The host's own files that the page has had, as the page in one file has them; empty where it has had none.
    #[wasm_bindgen(js_name = hostedSoFar)]
    pub fn so_far() -> String;
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
