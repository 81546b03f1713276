//! The page within a page of another site.

use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/browser/embedded.js")]
extern "C" {
    /// Tells the page around this one how high it is, from now on.
    #[wasm_bindgen(js_name = tellHeight)]
    pub fn tell_height();
}
