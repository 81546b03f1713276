//! The page as one file, which can carry data: a block of JSON near its top that the app reads at its start, and that
//! a copy of the file can have another text in.

use wasm_bindgen::prelude::*;

use super::hosted;

#[wasm_bindgen(module = "/src/browser/delivery.js")]
extern "C" {
    /// Whether this page is the one file, rather than a hosted one.
    #[wasm_bindgen(js_name = isSingle)]
    pub fn is_single() -> bool;

    /// The JSON that this page carries; none where it carries nothing, as a hosted page never does.
    pub fn carried() -> Option<String>;

    #[wasm_bindgen(catch)]
    async fn source(name: &str) -> Result<JsValue, JsValue>;
}

#[wasm_bindgen(module = "/src/browser/carried.js")]
extern "C" {
    #[wasm_bindgen(catch)]
    fn carry(source: &str, json: &str, host: &str) -> Result<String, JsValue>;
}

/// The page as one file that carries `json` in place of what it carried, and the host's own files that this page has
/// had, as HTML. A hosted page takes the file called
/// `name` that lies beside it, and so needs the network where that file is not in the browser's cache.
///
/// # Errors
/// A sentence of the browser when that file cannot be had.
pub async fn carrying(name: &str, json: &str) -> Result<String, String> {
    let told = |error: JsValue| format!("{error:?}");
    let source = source(name).await.map_err(told)?;
    let source = source.as_string().unwrap_or_default();
    carry(&source, json, &hosted::so_far()).map_err(told)
}
