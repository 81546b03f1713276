//! The address bar: the part after `#` is the app's own.

use leptos::ev;
use leptos::prelude::*;

/// What stands after `#` now, with the `#`; empty where there is nothing.
pub fn hash() -> String {
    window().location().hash().unwrap_or_default()
}

/// The whole address, to be given to somebody else.
pub fn whole() -> String {
    window().location().href().unwrap_or_default()
}

/// The whole address with another part from `#` on.
pub fn with_hash(hash: &str) -> String {
    let whole = whole();
    let page = whole.split('#').next().unwrap_or_default();
    format!("{page}{hash}")
}

/// Goes to another address and lets the visitor come back from it.
pub fn go(hash: &str) {
    // Fails only where a page may not set its own fragment at all, and then the visitor stays where they are.
    let _ = window().location().set_hash(hash);
}

/// Replaces the address without a step in the history, for choices within a page.
pub fn replace(hash: &str) {
    if let Ok(history) = window().history()
        && history
            .replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(hash))
            .is_ok()
    {
        return;
    }
    go(hash);
}

/// Loads the page anew.
pub fn reload() {
    // A page that cannot be reloaded goes on as it is.
    let _ = window().location().reload();
}

/// Calls `then` with every new address until the current owner is gone.
pub fn on_change(then: impl Fn(String) + 'static) {
    let handle = window_event_listener(ev::hashchange, move |_| then(hash()));
    on_cleanup(move || handle.remove());
}
