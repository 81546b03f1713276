//! Letters as the browser knows them, whose tables the page need not carry.

use js_sys::JsString;

/// A text in small letters.
pub fn lower_case(text: &str) -> String {
    JsString::from(text).to_lower_case().into()
}
