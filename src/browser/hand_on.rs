//! The device's own sheet for sharing and its own voice.

use js_sys::Array;
use leptos::task::spawn_local;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/browser/hand_on.js")]
extern "C" {
    #[wasm_bindgen(js_name = canShare)]
    fn can_share_js() -> bool;
    #[wasm_bindgen(js_name = share)]
    async fn share_js(title: &str, text: &str, url: &str) -> JsValue;
    #[wasm_bindgen(js_name = canSpeak)]
    fn can_speak_js() -> bool;
    #[wasm_bindgen(js_name = speak)]
    fn speak_js(texts: &Array, lang: &str, ended: &JsValue);
    #[wasm_bindgen(js_name = quiet)]
    fn quiet_js();
    #[wasm_bindgen(js_name = textsOf)]
    fn texts_of_js(selector: &str) -> Array;
}

/// Whether the device has a sheet to hand a link on with.
pub fn can_share() -> bool {
    can_share_js()
}

/// Opens that sheet, then tells whether it opened.
pub fn share(title: String, text: String, url: String, then: impl FnOnce(bool) + 'static) {
    spawn_local(async move {
        let opened = share_js(&title, &text, &url).await;
        then(opened.is_truthy());
    });
}

/// Whether the device can read aloud.
pub fn can_speak() -> bool {
    can_speak_js()
}

/// Reads aloud, in a language, what stands in the elements that match; `ended` is called at the end.
pub fn speak(selector: &str, lang: &str, ended: impl FnMut() + 'static) {
    let ended = Closure::<dyn FnMut()>::new(ended);
    speak_js(&texts_of_js(selector), lang, ended.as_ref());
    // The browser calls it when it has read the last text, whenever that is.
    ended.forget();
}

/// Stops reading.
pub fn quiet() {
    quiet_js();
}
