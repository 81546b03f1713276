//! The whole screen for the page. Where a browser does not allow it, everything goes on in the window.

use leptos::prelude::{document, on_cleanup, window_event_listener_untyped};
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    /// The page's root element or the document: web-sys drops the promise, and with it the refusal.
    type Screen;

    #[wasm_bindgen(method, catch, js_name = requestFullscreen)]
    fn request(this: &Screen) -> Result<js_sys::Promise, JsValue>;

    #[wasm_bindgen(method, catch, js_name = exitFullscreen)]
    fn exit(this: &Screen) -> Result<js_sys::Promise, JsValue>;
}

/// Whether the page has the whole screen.
pub fn is_on() -> bool {
    document().fullscreen_element().is_some()
}

/// Asks for the whole screen; has to be called while a click or key press is being answered.
pub fn enter() {
    if let Some(root) = document().document_element() {
        settle(root.unchecked_into::<Screen>().request());
    }
}

/// Gives the screen back.
pub fn leave() {
    if is_on() {
        settle(document().unchecked_into::<Screen>().exit());
    }
}

/// Calls `then` whenever the page gets or loses the whole screen, until the current owner is gone.
pub fn on_change(then: impl Fn(bool) + 'static) {
    // The event bubbles from the element that fills the screen up to the window.
    let handle = window_event_listener_untyped("fullscreenchange", move |_| then(is_on()));
    on_cleanup(move || handle.remove());
}

/// Waits for the browser's answer; a refusal leaves everything in the window, as it was.
fn settle(answer: Result<js_sys::Promise, JsValue>) {
    if let Ok(promise) = answer {
        spawn_local(async move {
            let _ = JsFuture::from(promise).await;
        });
    }
}
