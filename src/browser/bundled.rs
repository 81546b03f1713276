//! The figures that the app carries, as they were read when the page was built.

use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;

use super::held;
use crate::import::Import;

#[wasm_bindgen(module = "/src/browser/bundled.js")]
extern "C" {
    #[wasm_bindgen(js_name = bundled, catch)]
    async fn fetch_bundled(name: &str) -> Result<JsValue, JsValue>;
}

/// Figures that the app carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bundled {
    /// The published ones.
    Reference,
    /// The invented example.
    Example,
}

impl Bundled {
    /// The name of the table that they were read from.
    pub fn file(self) -> &'static str {
        match self {
            Bundled::Reference => "reference.csv",
            Bundled::Example => "example.csv",
        }
    }
}

/// What was read from that table of the built-in city; none where it has no such table.
///
/// # Errors
/// When they do not come, or are those of another version of the page.
pub async fn figures(which: Bundled) -> Result<Option<Import>, JsValue> {
    let name = match which {
        Bundled::Reference => "reference",
        Bundled::Example => "example",
    };
    let bytes: Uint8Array = fetch_bundled(name).await?.dyn_into()?;
    if bytes.length() == 0 {
        return Ok(None);
    }
    let read = held::import(&bytes).await;
    read.map(Some)
        .ok_or_else(|| JsValue::from_str("the figures are those of another version of the page"))
}
