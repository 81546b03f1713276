//! Text as a part of an address: compressed by the browser.

use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/browser/packed.js")]
extern "C" {
    #[wasm_bindgen(js_name = pack, catch)]
    async fn pack_text(text: &str) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_name = unpack, catch)]
    async fn unpack_text(signs: &str) -> Result<JsValue, JsValue>;
}

/// A text as letters, digits, `-` and `_`; none where the browser cannot compress.
pub async fn pack(text: &str) -> Option<String> {
    pack_text(text).await.ok()?.as_string()
}

/// The text that was packed; none where it is damaged, or more than anybody puts into a link.
pub async fn unpack(signs: &str) -> Option<String> {
    unpack_text(signs).await.ok()?.as_string()
}
