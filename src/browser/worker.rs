//! The import worker: reading a large file must not freeze the page. A worker runs this same module; the
//! file's bytes go in as a transferred buffer and the import comes back as one.

use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;

use super::clock;
use crate::catalogue::{Catalogue, Year, builtin, from_json};
use crate::import::{Import, Mappings, cell_text, import_with};

#[wasm_bindgen(module = "/src/browser/import.js")]
extern "C" {
    #[wasm_bindgen(js_name = importFile, catch)]
    async fn import_file(
        name: &str,
        bytes: Uint8Array,
        catalogue: Option<String>,
        today: Year,
        mappings: &str,
    ) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_name = cellText, catch)]
    async fn cell_text_in_worker(
        bytes: Uint8Array,
        sheet: &str,
        line: u32,
        column: u32,
    ) -> Result<JsValue, JsValue>;

    /// Ends the import under way; its caller is told that it was cancelled.
    #[wasm_bindgen(js_name = cancelImport)]
    pub fn cancel_import();
}

/// Why a file came back without an import.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The visitor cancelled it.
    Cancelled,
    /// The worker failed or could not start.
    Broken,
}

/// Imports a file in the worker, matched against `catalogue`, with what visitors said that texts mean.
///
/// # Errors
/// When the visitor cancels, or the worker cannot run.
pub async fn import_in_worker(
    name: &str,
    bytes: &Uint8Array,
    catalogue: &'static Catalogue,
    mappings: &Mappings,
) -> Result<Import, Failure> {
    // The worker carries the built-in catalogue itself.
    let other = (!std::ptr::eq(catalogue, builtin()))
        .then(|| serde_json::to_string(catalogue).ok())
        .flatten();
    // The worker takes the buffer it is given: it gets a copy, since the original is stored as well.
    let answer = import_file(
        name,
        bytes.slice(0, bytes.length()),
        other,
        clock::year(),
        &mappings.to_file(),
    )
    .await;
    let answer = answer.map_err(|why| match why.as_string().as_deref() {
        Some("cancelled") => Failure::Cancelled,
        _ => Failure::Broken,
    })?;
    let answer: Uint8Array = answer.dyn_into().map_err(|_| Failure::Broken)?;
    Import::from_bytes(&answer.to_vec()).ok_or(Failure::Broken)
}

/// The text of a cell of a file, looked up in the worker; none where there is no such cell.
pub async fn cell_in_worker(bytes: &Uint8Array, sheet: &str, line: u32, column: u32) -> Option<String> {
    // The worker takes the buffer it is given: it gets a copy.
    let bytes = bytes.slice(0, bytes.length());
    let answer = cell_text_in_worker(bytes, sheet, line, column).await;
    answer.ok()?.as_string()
}

/// What the worker calls: looks a cell up in a file.
#[wasm_bindgen(js_name = runCell)]
pub fn run_cell(bytes: &[u8], sheet: &str, line: u32, column: u32) -> Option<String> {
    cell_text(bytes, sheet, line, column)
}

/// What the worker calls: imports a file and writes the result as bytes.
#[wasm_bindgen(js_name = runImport)]
pub fn run_import(
    name: &str,
    bytes: &[u8],
    catalogue: Option<String>,
    today: Year,
    mappings: &str,
) -> Vec<u8> {
    let other = catalogue.and_then(|json| from_json(&json).ok());
    let catalogue = other.as_ref().unwrap_or_else(|| builtin());
    let mappings = Mappings::from_file(mappings, catalogue).unwrap_or_default();
    import_with(name, bytes, catalogue, today, &mappings).to_bytes()
}
