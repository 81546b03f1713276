//! The import worker: reading a large file must not freeze the page, and the page need not carry what reads files. A
//! worker runs a module of its own (src/import_worker.rs); a file goes in as the browser holds it, is read there, and
//! its import comes back as a transferred buffer.

use js_sys::{Array, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use web_sys::Blob;

use super::bundled::Bundled;
use super::clock;
use super::held;
use crate::catalogue::{Catalogue, Year, builtin, from_bytes, to_bytes};
use crate::import::{Import, Mappings};
use crate::lang::Lang;

// Catalogues are handed over: the script waits with them for its turn, and lent ones would be a view of the module's
// memory, which is gone where that grows meanwhile.
#[wasm_bindgen(module = "/src/browser/import.js")]
extern "C" {
    #[wasm_bindgen(js_name = importFile, catch)]
    async fn import_file(
        name: &str,
        file: &Blob,
        catalogue: Vec<u8>,
        today: Year,
        mappings: &str,
        tell: &Closure<dyn FnMut(f64, f64)>,
    ) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_name = importBuiltin, catch)]
    async fn import_builtin(name: &str, catalogue: Vec<u8>) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_name = builtinTable, catch)]
    async fn builtin_table(name: &str) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_name = readTargets, catch)]
    async fn read_targets(file: &Blob, lang: &str, like: Vec<u8>) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_name = cellText, catch)]
    async fn cell_text_in_worker(
        file: &Blob,
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
    /// The browser could not read it: moved or deleted meanwhile, or not allowed.
    Unreadable,
    /// The visitor cancelled it.
    Cancelled,
    /// The worker failed or could not start.
    Broken,
}

impl Failure {
    fn of(why: JsValue) -> Failure {
        match why.as_string().as_deref() {
            Some("unreadable") => Failure::Unreadable,
            Some("cancelled") => Failure::Cancelled,
            _ => Failure::Broken,
        }
    }
}

/// Imports a file in the worker, matched against `catalogue`, with what visitors said that texts mean.
///
/// # Errors
/// When the visitor cancels, the file cannot be read, or the worker cannot run.
pub async fn import_in_worker(
    name: &str,
    file: &Blob,
    catalogue: &'static Catalogue,
    mappings: &Mappings,
) -> Result<Import, Failure> {
    import_of(&read_in_worker(name, file, catalogue, mappings, untold).await?).await
}

/// The same as the bytes of the import, which can be kept. `tell` is told now and then which part of a large file is read,
/// 0–1, and how many rows.
///
/// # Errors
/// When the visitor cancels, the file cannot be read, or the worker cannot run.
pub async fn read_in_worker(
    name: &str,
    file: &Blob,
    catalogue: &'static Catalogue,
    mappings: &Mappings,
    mut tell: impl FnMut(f64, usize) + 'static,
) -> Result<Uint8Array, Failure> {
    let mappings = mappings.to_file();
    let tell = Closure::new(move |part: f64, rows: f64| tell(part, rows as usize));
    bytes_of(import_file(name, file, to_bytes(catalogue), clock::year(), &mappings, &tell).await)
}

/// Tells nobody how far a file is read.
pub fn untold(_part: f64, _rows: usize) {}

/// The import that these bytes of the worker are.
///
/// # Errors
/// When they are none.
pub async fn import_of(read: &Uint8Array) -> Result<Import, Failure> {
    held::import(read).await.ok_or(Failure::Broken)
}

fn bytes_of(answer: Result<JsValue, JsValue>) -> Result<Uint8Array, Failure> {
    answer
        .map_err(Failure::of)?
        .dyn_into()
        .map_err(|_| Failure::Broken)
}

/// Imports the table that these figures were read from, matched against `catalogue`.
///
/// # Errors
/// When the visitor cancels, the file cannot be read, or the worker cannot run.
pub async fn import_bundled(which: Bundled, catalogue: &'static Catalogue) -> Result<Import, Failure> {
    import_of(&bytes_of(
        import_builtin(which.file(), to_bytes(catalogue)).await,
    )?)
    .await
}

/// The table that these figures were read from, as CSV; none where the worker cannot run.
pub async fn bundled_csv(which: Bundled) -> Option<String> {
    builtin_table(which.file()).await.ok()?.as_string()
}

/// Reads a catalogue from published JSON or from a table of targets.
///
/// # Errors
/// When the worker cannot run; inside, every mistake in it, a sentence each.
pub async fn catalogue_in_worker(file: &Blob, lang: Lang) -> Result<Result<Catalogue, Vec<String>>, Failure> {
    let answer = read_targets(file, lang.tag(), to_bytes(builtin()))
        .await
        .map_err(Failure::of)?;
    let part = |name: &str| Reflect::get(&answer, &name.into()).unwrap_or_default();
    if let Some(mistakes) = part("mistakes").dyn_ref::<Array>() {
        return Ok(Err(mistakes.iter().filter_map(|it| it.as_string()).collect()));
    }
    let bytes = part("catalogue").dyn_into::<Uint8Array>();
    let catalogue = bytes.ok().and_then(|bytes| from_bytes(&bytes.to_vec()));
    catalogue.map(Ok).ok_or(Failure::Broken)
}

/// The text of a cell of a file, looked up in the worker; none where there is no such cell.
pub async fn cell_in_worker(file: &Blob, sheet: &str, line: u32, column: u32) -> Option<String> {
    let answer = cell_text_in_worker(file, sheet, line, column).await;
    answer.ok()?.as_string()
}
