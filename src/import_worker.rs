//! The module of the import worker: from the bytes of a file to what the page is told of it. Whatever reads a file in
//! the browser stands behind these functions, so that the page itself carries none of it.

use std::cell::RefCell;
use std::rc::Rc;

use plan_tracker::catalogue::sheet::from_table_like;
use plan_tracker::catalogue::{
    Catalogue, Year, builtin_example, builtin_reference, from_bytes, from_json, to_bytes,
};
use plan_tracker::import::{Import, Mappings, cell_text, import_watched};
use plan_tracker::lang::Lang;
use wasm_bindgen::prelude::*;

fn main() {
    console_error_panic_hook::set_once();
}

#[wasm_bindgen]
extern "C" {
    /// A function of the script.
    #[wasm_bindgen(js_name = Function)]
    pub type Listener;

    #[wasm_bindgen(method, js_name = call)]
    fn tell(this: &Listener, within: &JsValue, part: f64, rows: usize);
}

/// Imports a file by a catalogue as bytes, with what visitors said that texts mean; the result as the bytes of
/// [`Import::to_bytes`]. The listener is told which part of the work is done, 0–1, and how many rows.
///
/// # Errors
/// When that is no catalogue.
#[wasm_bindgen(js_name = importFile)]
pub fn import_file(
    name: &str,
    bytes: Vec<u8>,
    catalogue: &[u8],
    today: Year,
    mappings: &str,
    listener: &Listener,
) -> Result<Vec<u8>, String> {
    with(catalogue, |catalogue| {
        let mappings = Mappings::from_file(mappings, catalogue).unwrap_or_default();
        let watch = |part, rows| listener.tell(&JsValue::NULL, part, rows);
        import_watched(name, bytes, catalogue, today, &mappings, &watch)
    })
}

/// Imports a table that the built-in city has, by a catalogue as bytes; the result as above, empty where the city has no
/// such table.
///
/// # Errors
/// When that is no catalogue.
#[wasm_bindgen(js_name = importBuiltin)]
pub fn import_builtin(name: &str, catalogue: &[u8]) -> Result<Vec<u8>, String> {
    let Some(csv) = builtin_table(name) else {
        return Ok(Vec::new());
    };
    with(catalogue, |catalogue| Import::of_builtin(name, csv, catalogue))
}

/// A table that the built-in city has, as CSV: its published figures or its example; none where it has no such table.
#[wasm_bindgen(js_name = builtinTable)]
pub fn builtin_csv(name: &str) -> Option<String> {
    builtin_table(name).map(str::to_owned)
}

/// The text of a cell of a file; none where there is no such cell.
#[wasm_bindgen(js_name = cellText)]
pub fn cell(bytes: &[u8], sheet: &str, line: u32, column: u32) -> Option<String> {
    cell_text(bytes, sheet, line, column)
}

/// The catalogue in published JSON or in a table of targets, as bytes; what the table has no column for is as in another
/// one, as bytes.
///
/// # Errors
/// Every mistake in it, a sentence each, of a table in the language of that tag.
#[wasm_bindgen(js_name = readTargets)]
pub fn read_targets(bytes: &[u8], lang: &str, like: &[u8]) -> Result<Vec<u8>, Vec<String>> {
    let read = match bytes.trim_ascii_start().starts_with(b"{") {
        true => from_json(&String::from_utf8_lossy(bytes)).map_err(|why| vec![why.to_string()]),
        false => targets_of_table(bytes, lang, like),
    };
    read.map(|catalogue| to_bytes(&catalogue))
}

fn targets_of_table(bytes: &[u8], lang: &str, like: &[u8]) -> Result<Catalogue, Vec<String>> {
    let lang = if lang == Lang::En.tag() {
        Lang::En
    } else {
        Lang::Zh
    };
    let like = known(like).map_err(|why| vec![why])?;
    let read = from_table_like(bytes, &like);
    read.map_err(|mistakes| mistakes.iter().map(|mistake| mistake.message(lang)).collect())
}

thread_local! {
    /// The last catalogue: files mostly come by the same one. The module carries none, since the page does.
    static LAST: RefCell<Option<(Vec<u8>, Rc<Catalogue>)>> = const { RefCell::new(None) };
}

fn with(catalogue: &[u8], import: impl FnOnce(&Catalogue) -> Import) -> Result<Vec<u8>, String> {
    Ok(import(&*known(catalogue)?).to_bytes())
}

fn known(bytes: &[u8]) -> Result<Rc<Catalogue>, String> {
    let last = LAST.take().filter(|(of, _)| of == bytes);
    let last = match last {
        Some(last) => last,
        None => (
            bytes.to_vec(),
            Rc::new(from_bytes(bytes).ok_or("no catalogue of this build")?),
        ),
    };
    let catalogue = Rc::clone(&last.1);
    LAST.set(Some(last));
    Ok(catalogue)
}

fn builtin_table(name: &str) -> Option<&'static str> {
    match name {
        "reference.csv" => builtin_reference(),
        "example.csv" => builtin_example(),
        _ => None,
    }
}
