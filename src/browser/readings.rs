//! What was read of large files, kept for the next visit, so that they need not be read again. It counts as long as the
//! app and all that was known stay as they were; where it is missing the file is read anew.

use std::hash::{Hash, Hasher};

use js_sys::{Array, Uint8Array};
use leptos::task::spawn_local;
use rustc_hash::FxHasher;
use wasm_bindgen::prelude::*;

use super::clock;
use super::held;
use super::look;
use super::storage::Entry;
use crate::catalogue::{Catalogue, is_builtin, to_bytes};
use crate::import::{Import, Mappings};

#[wasm_bindgen(module = "/src/browser/readings.js")]
extern "C" {
    #[wasm_bindgen(js_name = readings)]
    async fn readings_with(known: &str) -> JsValue;

    #[wasm_bindgen(js_name = keepReading)]
    async fn keep_reading(id: &str, saved_at: f64, known: &str, bytes: Uint8Array);

    #[wasm_bindgen(js_name = keepReadingsOf)]
    async fn keep_readings_of(ids: Array);
}

/// What was read of fewer bytes is sooner read again than fetched.
const LEAST: f64 = 1_048_576.0;

/// What was read of one file.
pub struct Reading {
    /// The file's id.
    pub id: String,
    /// When the file was brought, in milliseconds since 1970.
    pub saved_at: f64,
    /// What came out of it.
    pub import: Import,
}

/// What decides what is read of a file, beside the file itself and the app with its own catalogue.
fn known(catalogue: &'static Catalogue, mappings: &Mappings) -> String {
    let other = (!is_builtin(catalogue)).then(|| to_bytes(catalogue));
    let said = mappings.to_file();
    let mut hasher = FxHasher::default();
    (&other, &said).hash(&mut hasher);
    let length = other.map_or(0, |bytes| bytes.len()) + said.len();
    format!("{} {length} {:016x}", clock::year(), hasher.finish())
}

/// What was read of files at earlier visits by the same catalogue, with the same said of their texts.
pub async fn find(catalogue: &'static Catalogue, mappings: &Mappings) -> Vec<Reading> {
    let rows: Array = readings_with(&known(catalogue, mappings)).await.unchecked_into();
    let mut readings = Vec::new();
    for row in rows.iter() {
        readings.extend(reading(row).await);
    }
    readings
}

async fn reading(row: JsValue) -> Option<Reading> {
    let row: Array = row.dyn_into().ok()?;
    let bytes: Uint8Array = row.get(2).dyn_into().ok()?;
    Some(Reading {
        id: row.get(0).as_string()?,
        saved_at: row.get(1).as_f64()?,
        import: held::import(&bytes).await?,
    })
}

/// Keeps what was read of a file of that size by that catalogue, if it is worth it; nobody waits for it.
pub fn keep(
    file: &Entry,
    size: f64,
    read: Uint8Array,
    (catalogue, mappings): (&'static Catalogue, &Mappings),
) {
    if size < LEAST {
        return;
    }
    let (id, saved_at, known) = (file.id.clone(), file.saved_at, known(catalogue, mappings));
    spawn_local(async move {
        // To take so many bytes over takes a while, and what was read is shown first.
        look::pause().await;
        keep_reading(&id, saved_at, &known, read).await;
    });
}

/// Forgets what was read of every file but these.
pub async fn keep_only(ids: &[String]) {
    keep_readings_of(ids.iter().map(|id| JsValue::from(id.as_str())).collect()).await;
}
