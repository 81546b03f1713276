//! The catalogue that a visit goes by: the visitor's own where one is kept, else the built-in one.

use wasm_bindgen::JsValue;

use crate::browser::storage::Entry;
use crate::browser::{files, worker};
use crate::catalogue::{Catalogue, builtin};
use crate::kept::{Content, Key, Shelf};
use crate::lang::Lang;

/// The catalogue of a visit.
#[derive(Clone)]
pub struct InUse {
    /// The catalogue.
    pub catalogue: &'static Catalogue,
    /// What is kept as the visitor's own and is none.
    pub odd: Option<Key>,
}

/// Finds it among what is kept. One of the visitor's own is read in the worker, as its published figures are.
///
/// # Errors
/// When the worker cannot run: nothing may be said by other plans than those that the visitor chose.
pub async fn in_use(entries: &[Entry]) -> Result<InUse, JsValue> {
    let (catalogue, odd) = (builtin(), None);
    let is_own = |entry: &&Entry| entry.is_on(Shelf::Catalogue) && entry.unreadable().is_none();
    let Some((own, Content::Text(json))) = entries.iter().find(is_own).map(|entry| (entry, &entry.content))
    else {
        return Ok(InUse { catalogue, odd });
    };
    let json = files::of_bytes(json.as_bytes());
    // Of JSON the mistakes are in no language, and nobody is told them here.
    let read = worker::catalogue_in_worker(&json, Lang::Zh).await;
    let read = read.map_err(|why| JsValue::from_str(&format!("{why:?}")))?;
    Ok(match read {
        // Leaked on purpose: it lives as long as the page, and everything points into it.
        Ok(own) => InUse {
            catalogue: Box::leak(Box::new(own)),
            odd,
        },
        Err(_) => InUse {
            catalogue,
            odd: Some(own.key()),
        },
    })
}
