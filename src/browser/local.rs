//! Local storage: preferences, and what version 1 had kept there. A change writes the one choice that was made, so that
//! two tabs do not undo one another's. Where the browser forbids it, choices last as long as the page.

use gloo_storage::{LocalStorage, SessionStorage, Storage};
use leptos::ev;
use leptos::prelude::{on_cleanup, window, window_event_listener};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};

use crate::kept::{EARLIER_NAMES, Earlier, earlier as earlier_of};

/// The version of everything stored here.
const VERSION: u32 = 1;
const PREFIX: &str = "plan-tracker.";

/// Whether the browser allows local storage: gloo-storage panics where it does not, so this is asked first.
fn is_allowed() -> bool {
    window().local_storage().ok().flatten().is_some()
}

/// Reads one part of a value; none where there is none that this version can read.
pub fn part<T: DeserializeOwned>(name: &str, part: &str) -> Option<T> {
    serde_json::from_value(stored(name)?.remove(part)?).ok()
}

/// Writes one part of a value and leaves its other parts as they stand.
pub fn set(name: &str, part: &str, to: Value) {
    if !is_free(name) {
        return;
    }
    let mut value = stored(name).unwrap_or_default();
    value.insert(part.to_owned(), to);
    write(name, &json!({ "version": VERSION, "value": value }));
}

/// Replaces a value whole, given as JSON; whether it was one.
pub fn replace(name: &str, json: &str) -> bool {
    let Ok(Value::Object(value)) = serde_json::from_str(json) else {
        return false;
    };
    if !is_free(name) {
        return false;
    }
    write(name, &json!({ "version": VERSION, "value": value }));
    true
}

/// A value as JSON.
pub fn text(name: &str) -> Option<String> {
    Some(Value::Object(stored(name)?).to_string())
}

/// Calls `then` when another tab has changed a value, until the current owner is gone.
pub fn on_change(then: impl Fn() + 'static) {
    let handle = window_event_listener(ev::storage, move |_| then());
    on_cleanup(move || handle.remove());
}

/// What becomes of what version 1 had kept here, by its name.
pub fn earlier(now: f64) -> Vec<(String, Earlier)> {
    let found = |name: &str| Some((name.to_owned(), earlier_of(name, &raw(name)?, now)?));
    EARLIER_NAMES.into_iter().filter_map(found).collect()
}

/// Takes a value away after it has moved, but for what is left of it.
pub fn move_out(name: &str, left: Option<&Value>) {
    match left {
        Some(left) => write(name, left),
        None if is_allowed() => LocalStorage::delete(key(name)),
        None => {}
    }
}

/// Marks this visit, as long as its tab is open.
pub fn mark(name: &str) {
    if is_visit_remembered() {
        // Without a mark the visit goes on as it began.
        let _ = SessionStorage::set(key(name), true);
    }
}

/// Takes a mark away.
pub fn unmark(name: &str) {
    if is_visit_remembered() {
        SessionStorage::delete(key(name));
    }
}

/// Whether this visit has a mark.
pub fn is_marked(name: &str) -> bool {
    is_visit_remembered() && SessionStorage::get(key(name)).unwrap_or(false)
}

/// Whether the browser remembers anything as long as the tab is open.
fn is_visit_remembered() -> bool {
    window().session_storage().ok().flatten().is_some()
}

fn stored(name: &str) -> Option<Map<String, Value>> {
    let mut stored: Map<String, Value> = serde_json::from_str(&raw(name)?).ok()?;
    if stored.get("version") != Some(&json!(VERSION)) {
        return None;
    }
    match stored.remove("value") {
        Some(Value::Object(value)) => Some(value),
        _ => None,
    }
}

/// Whether a value may be written: what another version has left there, and could not be moved, stays.
fn is_free(name: &str) -> bool {
    raw(name).is_none() || stored(name).is_some()
}

/// A value as it stands, also where it is no JSON.
fn raw(name: &str) -> Option<String> {
    let item = is_allowed().then(|| LocalStorage::raw().get_item(&key(name)));
    item?.ok().flatten()
}

fn write(name: &str, value: &Value) {
    if is_allowed() {
        // A choice of how the page looks that cannot be kept is made again at the next visit.
        let _ = LocalStorage::set(key(name), value);
    }
}

fn key(name: &str) -> String {
    format!("{PREFIX}{name}")
}
