//! Putting text where the visitor can paste it.

use js_sys::Reflect;
use leptos::prelude::{document, window};
use leptos::task::spawn_local;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Clipboard, HtmlDocument, HtmlTextAreaElement};

/// Copies `text`, then tells whether it could.
pub fn copy(text: String, then: impl FnOnce(bool) + 'static) {
    spawn_local(async move {
        let copied = match clipboard() {
            Some(clipboard) => JsFuture::from(clipboard.write_text(&text)).await.is_ok(),
            None => false,
        };
        // Opened from a folder, or from a host without https, a page has no clipboard but may still select and copy.
        then(copied || select_and_copy(&text).unwrap_or(false));
    });
}

/// The clipboard; none where the browser keeps it from this page.
fn clipboard() -> Option<Clipboard> {
    let found = Reflect::get(&window().navigator(), &"clipboard".into()).ok()?;
    found.is_object().then(|| found.unchecked_into())
}

fn select_and_copy(text: &str) -> Result<bool, JsValue> {
    let page = document();
    let body = page.body().ok_or(JsValue::NULL)?;
    let field: HtmlTextAreaElement = page.create_element("textarea")?.unchecked_into();
    field.set_value(text);
    // Kept out of sight by the style sheet, and out of the page again before it is drawn.
    field.set_class_name("copied-text");
    let before = page.active_element();
    body.append_child(&field)?;
    field.select();
    let copied = page.unchecked_into::<HtmlDocument>().exec_command("copy");
    field.remove();
    if let Some(before) = before.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok()) {
        before.focus()?;
    }
    copied
}
