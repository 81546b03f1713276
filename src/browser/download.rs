//! Handing the visitor a file that the app has made.

use js_sys::{Array, Uint8Array};
use leptos::prelude::{document, window};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// Offers `text` as a file called `name`.
pub fn text(name: &str, mime: &str, text: &str) {
    bytes(name, mime, text.as_bytes());
}

/// Offers `bytes` as a file called `name`.
pub fn bytes(name: &str, mime: &str, bytes: &[u8]) {
    // A browser that refuses downloads says so itself; there is nothing better to tell.
    let _ = offer(name, mime, bytes);
}

fn offer(name: &str, mime: &str, bytes: &[u8]) -> Result<(), JsValue> {
    let parts = Array::of1(&Uint8Array::from(bytes));
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    link.set_href(&url);
    link.set_download(name);
    link.click();
    // The click has only started the download: the address has to outlive this turn of the event loop.
    let revoke = wasm_bindgen::closure::Closure::once_into_js(move || Url::revoke_object_url(&url));
    window().set_timeout_with_callback_and_timeout_and_arguments_0(revoke.unchecked_ref(), 60_000)?;
    Ok(())
}

/// A title as a file's name, without what file systems refuse; `nameless` where nothing is left of it.
pub fn file_name(title: &str, nameless: &str, extension: &str) -> String {
    let refused = |c: char| c.is_whitespace() || c.is_control() || "\\/:*?\"<>|".contains(c);
    let stem: String = title.chars().filter(|c| !refused(*c)).take(80).collect();
    let stem = if stem.is_empty() { nameless } else { stem.as_str() };
    format!("{stem}.{extension}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_becomes_a_name_that_every_system_takes() {
        assert_eq!(
            file_name("钦州市 2024\u{2009}年/报告?", "report", "md"),
            "钦州市2024年报告.md"
        );
        assert_eq!(file_name("???", "report", "md"), "report.md");
    }
}
