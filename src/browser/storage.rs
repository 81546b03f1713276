//! The place of everything kept: a database whose entries [`kept`](crate::kept) describes, and preferences in
//! [`local`](super::local) storage. What version 1 had kept in local storage moves over when it is read. Every wait
//! ends; what the browser refuses is told as [`Trouble`].

use js_sys::Array;
use wasm_bindgen::prelude::*;
use web_sys::Blob;

use super::{address, clock, files, local, own_file};
use crate::kept::{self, Backup, Changes, Content, Refusal};

#[wasm_bindgen(module = "/src/browser/storage.js")]
extern "C" {
    #[wasm_bindgen(js_name = readAll, catch)]
    async fn read_all() -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_name = readEntries, catch)]
    async fn read_entries() -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_name = readFiles, catch)]
    async fn read_files() -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_name = readFile, catch)]
    async fn read_file(id: &str) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_name = readLater, catch)]
    async fn read_later() -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_name = change, catch)]
    async fn change_all(puts: Array, deletes: Array) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_name = erase, catch)]
    async fn erase_all() -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_name = listen)]
    fn listen_to(then: &Closure<dyn Fn(String)>);

    #[wasm_bindgen(js_name = tell)]
    fn tell_others(what: &str);

    #[wasm_bindgen(js_name = persist)]
    async fn ask_to_persist();

    #[wasm_bindgen(js_name = room)]
    async fn room_of() -> JsValue;
}

/// The mark of a visit that looks at what is kept here, whatever the page carries.
const OWN: &str = "own";

/// An entry whose file stays where the browser holds it.
pub type Entry = kept::Entry<Blob>;

/// Why nothing is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The browser does not allow it.
    Blocked,
    /// There is no room.
    Full,
    /// A later version of the app has been here.
    Later,
    /// A tab with an older version holds the database.
    Held,
    /// The browser does not answer.
    Silent,
    /// The browser failed.
    Failed,
    /// What the page itself carries is looked at: it is not mixed with what is kept here.
    Carried,
}

/// What was found at the start of a visit.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// What is kept, without the files; of a page that carries it, with them.
    pub entries: Vec<Entry>,
    /// Why nothing is kept from now on, where that is so.
    pub trouble: Option<Trouble>,
    /// What the page itself carries, or why that cannot be read.
    pub carried: Option<Result<Backup, Refusal>>,
}

/// What another tab has done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// Changed something.
    Changed,
    /// Erased everything.
    Erased,
}

/// How much room there is, in bytes, as far as the browser says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Room {
    /// What this page's origin uses.
    pub used: Option<f64>,
    /// What it may use.
    pub allowed: Option<f64>,
    /// Whether the browser promises not to clear it by itself.
    pub persistent: bool,
}

/// What the page itself carries where it is to be looked at, else everything kept but the files, which may be large: they
/// come when the page is shown ([`files`]).
pub async fn find() -> Found {
    let carried = own_file::carried().map(|json| kept::open(json.as_bytes()));
    match carried {
        Some(Ok(backup)) if !local::is_marked(OWN) => Found {
            entries: backup.entries.iter().cloned().map(in_browser).collect(),
            trouble: Some(Trouble::Carried),
            carried: Some(Ok(backup)),
        },
        carried => Found {
            carried,
            ..find_kept().await
        },
    }
}

/// Shows what is kept here from now on, rather than what the page carries: it starts anew.
pub fn show_own() {
    local::mark(OWN);
    address::reload();
}

/// Shows what the page carries again: it starts anew.
pub fn show_carried() {
    local::unmark(OWN);
    address::reload();
}

/// The entry with its file where the browser holds it.
pub fn in_browser(entry: kept::Entry) -> Entry {
    entry.with_bytes(|bytes| files::of_bytes(&bytes))
}

/// The entries with their files here.
///
/// # Errors
/// When a file can no longer be read.
pub async fn in_memory(entries: impl IntoIterator<Item = Entry>) -> Result<Vec<kept::Entry>, Trouble> {
    let mut here = Vec::new();
    for entry in entries {
        let bytes = match &entry.content {
            Content::Bytes(file) => files::read(file).await.ok_or(Trouble::Failed)?.to_vec(),
            Content::Text(_) => Vec::new(),
        };
        here.push(entry.with_bytes(|_| bytes));
    }
    Ok(here)
}

/// The entry with its file in memory, where it outlives what it came from: a file of the visitor that may be moved, or
/// one in the database that is about to be deleted.
pub async fn held(entry: Entry) -> Entry {
    let file = match &entry.content {
        Content::Bytes(file) => files::in_memory(file).await,
        Content::Text(_) => None,
    };
    match file {
        Some(file) => entry.with_bytes(|_| file),
        None => entry,
    }
}

/// Reads everything kept but the files, and takes over what version 1 had in local storage: it is deleted there only when it stands
/// in the database.
async fn find_kept() -> Found {
    let mut found = match entries().await {
        Ok(entries) => Found {
            entries,
            ..Found::default()
        },
        Err(trouble) => Found {
            trouble: Some(trouble),
            ..Found::default()
        },
    };
    let earlier = local::earlier(clock::now());
    let put: Vec<Entry> = earlier
        .iter()
        .flat_map(|(_, earlier)| earlier.entries.iter().cloned())
        .map(in_browser)
        .collect();
    let changes = Changes {
        put,
        delete: Vec::new(),
    };
    if found.trouble.is_none() && !changes.is_empty() {
        found.trouble = change(&changes).await.err();
    }
    if found.trouble.is_none() {
        for (name, earlier) in &earlier {
            local::move_out(name, earlier.left.as_ref());
        }
    }
    changes.apply(&mut found.entries);
    found
}

/// Everything in the database, in the order in which it was kept.
///
/// # Errors
/// When the browser does not let it be read.
pub async fn read() -> Result<Vec<Entry>, Trouble> {
    rows(read_all().await)
}

/// Everything in the database but the files, in the order in which it was kept.
///
/// # Errors
/// When the browser does not let it be read.
pub async fn entries() -> Result<Vec<Entry>, Trouble> {
    rows(read_entries().await)
}

/// The files in the database, in the order in which they were kept.
///
/// # Errors
/// When the browser does not let them be read.
pub async fn files() -> Result<Vec<Entry>, Trouble> {
    rows(read_files().await)
}

/// One file; none where it is not kept, or cannot be read.
pub async fn file(id: &str) -> Option<Entry> {
    rows(read_file(id).await).ok()?.pop()
}

/// Everything in the database of a later version, to be saved as a file.
///
/// # Errors
/// When the browser does not let it be read.
pub async fn read_later_version() -> Result<Vec<Entry>, Trouble> {
    rows(read_later().await)
}

/// Makes changes together or not at all, and tells the other tabs.
///
/// # Errors
/// When the browser did not make them; then nothing has changed.
pub async fn change(changes: &Changes<Blob>) -> Result<(), Trouble> {
    let puts: Array = changes.put.iter().map(row).collect();
    let key = |(shelf, id): &kept::Key| Array::of2(&shelf.as_str().into(), &id.as_str().into());
    let deletes: Array = changes.delete.iter().map(key).collect();
    change_all(puts, deletes).await.map_err(|word| trouble(&word))?;
    tell_others("changed");
    Ok(())
}

/// Erases everything that this app has left in the browser.
///
/// # Errors
/// When something may be left.
pub async fn erase() -> Result<(), Trouble> {
    erase_all().await.map_err(|word| trouble(&word))?;
    tell_others("erased");
    Ok(())
}

/// Calls `then` with what another tab does, for as long as the page lives.
pub fn on_told(then: impl Fn(Told) + 'static) {
    let hear = move |what: String| {
        then(match what.as_str() {
            "erased" => Told::Erased,
            _ => Told::Changed,
        });
    };
    let hear = Closure::<dyn Fn(String)>::new(hear);
    listen_to(&hear);
    hear.forget();
}

/// Asks the browser not to clear what is kept by itself.
pub async fn persist() {
    ask_to_persist().await;
}

/// How much room there is.
pub async fn room() -> Room {
    let parts: Array = room_of().await.unchecked_into();
    let number = |at| parts.get(at).as_f64().filter(|number| number.is_finite());
    Room {
        used: number(0),
        allowed: number(1),
        persistent: number(2) == Some(1.0),
    }
}

fn trouble(word: &JsValue) -> Trouble {
    match word.as_string().as_deref() {
        Some("blocked") => Trouble::Blocked,
        Some("full") => Trouble::Full,
        Some("later") => Trouble::Later,
        Some("held") => Trouble::Held,
        Some("silent") => Trouble::Silent,
        _ => Trouble::Failed,
    }
}

fn rows(answer: Result<JsValue, JsValue>) -> Result<Vec<Entry>, Trouble> {
    let rows: Array = answer.map_err(|word| trouble(&word))?.unchecked_into();
    let mut entries: Vec<Entry> = rows
        .iter()
        .filter_map(|row| entry(&row.unchecked_into()))
        .collect();
    entries.sort_by(|a, b| a.saved_at.total_cmp(&b.saved_at).then_with(|| a.id.cmp(&b.id)));
    Ok(entries)
}

fn row(entry: &Entry) -> Array {
    let content: JsValue = match &entry.content {
        Content::Text(text) => text.as_str().into(),
        Content::Bytes(bytes) => bytes.clone().into(),
    };
    let parts: [JsValue; 6] = [
        entry.shelf.as_str().into(),
        entry.id.as_str().into(),
        entry.name.as_str().into(),
        entry.version.into(),
        entry.saved_at.into(),
        content,
    ];
    parts.into_iter().collect()
}

/// The entry of a row; the script makes no other rows.
fn entry(row: &Array) -> Option<Entry> {
    let content = row.get(5);
    Some(Entry {
        shelf: row.get(0).as_string()?,
        id: row.get(1).as_string()?,
        name: row.get(2).as_string()?,
        // What is no version at all is read like one of tomorrow: not, and it is told.
        version: row.get(3).as_f64().map_or(u32::MAX, |version| {
            if version.is_nan() {
                u32::MAX
            } else {
                version as u32
            }
        }),
        saved_at: row.get(4).as_f64().filter(|at| at.is_finite()).unwrap_or(0.0),
        content: match content.as_string() {
            Some(text) => Content::Text(text),
            None => Content::Bytes(content.dyn_into().ok()?),
        },
    })
}
