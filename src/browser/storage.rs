//! What the app remembers on the visitor's machine: small choices in local storage, the files themselves in
//! IndexedDB. Where the browser forbids one or both (private windows, blocked site data), the app works on
//! from memory, and [`persistent`] tells so that the page can say it.

use gloo_storage::{LocalStorage, Storage};
use js_sys::Uint8Array;
use rexie::{ObjectStore, Rexie, TransactionMode};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use wasm_bindgen::JsValue;

/// Version of everything stored; what another version wrote is left alone.
const VERSION: u32 = 1;
const PREFIX: &str = "plan-tracker";
const FILES: &str = "files";

/// A stored value with the version that wrote it.
#[derive(Serialize, Deserialize)]
struct Versioned<T> {
    version: u32,
    value: T,
}

/// Whether local storage can be used. gloo-storage panics where the browser forbids it, so this asks first.
pub fn persistent() -> bool {
    leptos::prelude::window().local_storage().ok().flatten().is_some()
}

/// Reads a small value; none where there is none, or another version wrote it.
pub fn load<T: DeserializeOwned>(name: &str) -> Option<T> {
    if !persistent() {
        return None;
    }
    let stored: Versioned<T> = LocalStorage::get(format!("{PREFIX}.{name}")).ok()?;
    (stored.version == VERSION).then_some(stored.value)
}

/// Keeps a small value; whether it could be kept.
pub fn save<T: Serialize>(name: &str, value: &T) -> bool {
    persistent()
        && LocalStorage::set(
            format!("{PREFIX}.{name}"),
            Versioned {
                version: VERSION,
                value,
            },
        )
        .is_ok()
}

/// Forgets a small value.
pub fn forget(name: &str) {
    if persistent() {
        LocalStorage::delete(format!("{PREFIX}.{name}"));
    }
}

/// A file as it was brought, byte for byte, so that a later version of the app reads it anew.
#[derive(Clone, Debug)]
pub struct StoredFile {
    /// Unique among the stored files.
    pub id: String,
    /// The file's own name.
    pub name: String,
    /// When it was loaded, in milliseconds since 1970.
    pub loaded_at: f64,
    /// Its content.
    pub bytes: Uint8Array,
}

/// Keeps a file; whether it could be kept.
pub async fn save_file(file: &StoredFile) -> bool {
    put(file).await.is_ok()
}

/// Forgets a file.
pub async fn delete_file(id: &str) {
    // A file that cannot be deleted could not be stored either.
    let _ = delete(id).await;
}

/// Every file kept, oldest first.
pub async fn load_files() -> Vec<StoredFile> {
    let mut files = all().await.unwrap_or_default();
    files.sort_by(|a, b| a.loaded_at.total_cmp(&b.loaded_at));
    files
}

/// One file kept; none where it is not, or cannot be read.
pub async fn load_file(id: &str) -> Option<StoredFile> {
    let find = async || -> rexie::Result<Option<JsValue>> {
        let db = open().await?;
        let transaction = db.transaction(&[FILES], TransactionMode::ReadOnly)?;
        let record = transaction.store(FILES)?.get(id.into()).await?;
        transaction.done().await?;
        Ok(record)
    };
    stored_file(&find().await.ok().flatten()?)
}

async fn open() -> rexie::Result<Rexie> {
    Rexie::builder(PREFIX)
        .version(VERSION)
        .add_object_store(ObjectStore::new(FILES).key_path("id"))
        .build()
        .await
}

async fn put(file: &StoredFile) -> rexie::Result<()> {
    let record = js_sys::Object::new();
    let fields: [(&str, JsValue); 4] = [
        ("id", file.id.as_str().into()),
        ("name", file.name.as_str().into()),
        ("loadedAt", file.loaded_at.into()),
        ("bytes", file.bytes.clone().into()),
    ];
    for (name, value) in fields {
        // Setting a plain property of a fresh object does not fail.
        let _ = js_sys::Reflect::set(&record, &name.into(), &value);
    }
    let db = open().await?;
    let transaction = db.transaction(&[FILES], TransactionMode::ReadWrite)?;
    transaction.store(FILES)?.put(&record, None).await?;
    transaction.done().await.map(|_| ())
}

async fn delete(id: &str) -> rexie::Result<()> {
    let db = open().await?;
    let transaction = db.transaction(&[FILES], TransactionMode::ReadWrite)?;
    transaction.store(FILES)?.delete(id.into()).await?;
    transaction.done().await.map(|_| ())
}

async fn all() -> rexie::Result<Vec<StoredFile>> {
    let db = open().await?;
    let transaction = db.transaction(&[FILES], TransactionMode::ReadOnly)?;
    let records = transaction.store(FILES)?.get_all(None, None).await?;
    transaction.done().await?;
    Ok(records.iter().filter_map(stored_file).collect())
}

fn stored_file(record: &JsValue) -> Option<StoredFile> {
    let field = |name: &str| js_sys::Reflect::get(record, &name.into()).ok();
    Some(StoredFile {
        id: field("id")?.as_string()?,
        name: field("name")?.as_string()?,
        loaded_at: field("loadedAt")?.as_f64()?,
        bytes: wasm_bindgen::JsCast::dyn_into(field("bytes")?).ok()?,
    })
}
