//! The page without a network, and new versions of it.

use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/browser/offline.js")]
extern "C" {
    #[wasm_bindgen(js_name = keepOffline)]
    fn keep_offline(on_new_version: &JsValue);

    /// Opens the version that [`keep`] told of; the address stays.
    #[wasm_bindgen(js_name = openNewVersion)]
    pub fn open_new_version();
}

/// Lets the browser keep the page for visits without a network. `on_new_version` is called when another version is
/// ready, which takes over only when [`open_new_version`] says so. For as long as the page lives.
pub fn keep(on_new_version: impl Fn() + 'static) {
    let told = Closure::<dyn Fn()>::new(on_new_version);
    keep_offline(&told.into_js_value());
}
