//! The module of the import worker: from the bytes of a file to what the page is told of it. Whatever reads a file in
//! the browser stands behind these functions, so that the page itself carries none of it.

use std::cell::RefCell;
use std::rc::Rc;

use plan_tracker::catalogue::sheet::from_table_like;
use plan_tracker::catalogue::{Catalogue, Year, builtin_example, builtin_reference, from_json};
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

/// Imports a file by a catalogue as JSON, with what visitors said that texts mean; the result as the bytes of
/// [`Import::to_bytes`]. The listener is told which part of the work is done, 0–1, and how many rows.
///
/// # Errors
/// Why that is no catalogue.
#[wasm_bindgen(js_name = importFile)]
pub fn import_file(
    name: &str,
    bytes: Vec<u8>,
    catalogue: &str,
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

/// Imports a table that the built-in city has, by a catalogue as JSON; the result as above, empty where the city has no
/// such table.
///
/// # Errors
/// Why that is no catalogue.
#[wasm_bindgen(js_name = importBuiltin)]
pub fn import_builtin(name: &str, catalogue: &str) -> Result<Vec<u8>, String> {
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

/// The catalogue in a table of targets, as JSON; what the table has no column for is as in another one, as JSON.
///
/// # Errors
/// Every mistake in the table, a sentence each in the language of that tag.
#[wasm_bindgen(js_name = readTargets)]
pub fn read_targets(bytes: &[u8], lang: &str, like: &str) -> Result<String, Vec<String>> {
    let lang = if lang == Lang::En.tag() {
        Lang::En
    } else {
        Lang::Zh
    };
    let like = known(like).map_err(|why| vec![why])?;
    let catalogue = from_table_like(bytes, &like);
    let catalogue = catalogue.map_err(|mistakes| {
        mistakes
            .iter()
            .map(|mistake| mistake.message(lang))
            .collect::<Vec<_>>()
    })?;
    serde_json::to_string(&catalogue).map_err(|why| vec![why.to_string()])
}

thread_local! {
    /// The last catalogue: files mostly come by the same one. The module carries none, since the page does.
    static LAST: RefCell<Option<(String, Rc<Catalogue>)>> = const { RefCell::new(None) };
}

fn with(json: &str, import: impl FnOnce(&Catalogue) -> Import) -> Result<Vec<u8>, String> {
    Ok(import(&*known(json)?).to_bytes())
}

fn known(json: &str) -> Result<Rc<Catalogue>, String> {
    let last = LAST.take().filter(|(of, _)| of == json);
    let catalogue = match last {
        Some((_, catalogue)) => catalogue,
        None => Rc::new(from_json(json).map_err(|why| why.to_string())?),
    };
    LAST.set(Some((json.to_owned(), Rc::clone(&catalogue))));
    Ok(catalogue)
}

fn builtin_table(name: &str) -> Option<&'static str> {
    match name {
        "reference.csv" => builtin_reference(),
        "example.csv" => builtin_example(),
        _ => None,
    }
}
