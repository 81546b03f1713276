//! What version 1 kept in local storage, one text a name: `{"version":1,"value":…}`.

use std::collections::HashMap;

use serde_json::Value;

use super::checksum::checksum;
use super::{CATALOGUE, Entry, REPORT, SETTLEMENT, SLIDES, Shelf, mapping_id};
use crate::import::Shape;

/// The names under which version 1 kept its texts.
pub const NAMES: [&str; 6] = [
    "records",
    "catalogue",
    "report",
    "slides",
    "mappings",
    "preferences",
];

/// What becomes of a text of local storage.
#[derive(Clone, Debug, PartialEq)]
pub struct Earlier {
    /// The entries that take its place.
    pub entries: Vec<Entry>,
    /// What is left of it in local storage; none where nothing is.
    pub left: Option<Value>,
}

/// What becomes of the text kept under `name` in local storage; none where it stays as it is. A text of another shape
/// or of a later version becomes an entry set aside. Done twice it gives the same entries.
pub fn earlier(name: &str, text: &str, now: f64) -> Option<Earlier> {
    if !NAMES.contains(&name) {
        return None;
    }
    let gone = |entries| Some(Earlier { entries, left: None });
    let Some(value) = value(text) else {
        return gone(vec![aside(name, text, now)]);
    };
    let one = |shelf, id: &str| gone(vec![Entry::new(shelf, id, &value, now)]);
    match (name, &value) {
        ("records", Value::Array(records)) => gone(entered(records, now)),
        ("catalogue", _) => one(Shelf::Catalogue, CATALOGUE),
        ("report", _) => one(Shelf::Choices, REPORT),
        ("slides", _) => one(Shelf::Choices, SLIDES),
        ("mappings", Value::String(file)) => match answers(file, now) {
            Some(entries) => gone(entries),
            None => gone(vec![aside(name, text, now)]),
        },
        ("preferences", Value::Object(_)) => settled(value, now),
        _ => gone(vec![aside(name, text, now)]),
    }
}

/// The value in a text of version 1; none where it is no such text.
fn value(text: &str) -> Option<Value> {
    let mut stored: HashMap<String, Value> = serde_json::from_str(text).ok()?;
    (stored.get("version") == Some(&Value::from(1))).then(|| stored.remove("value"))?
}

/// Each assessment as an entry of its own, also one of an odd shape: it is told of, and the others are used.
fn entered(records: &[Value], now: f64) -> Vec<Entry> {
    let entry = |(at, record): (usize, &Value)| {
        let text = record.to_string();
        let id = format!("1-{at:05}-{}", checksum(&text));
        Entry::of_text(Shelf::Records, id, text, now)
    };
    records.iter().enumerate().map(entry).collect()
}

/// What was said for files of each shape as an entry of its own; none where the text is no file of mappings.
fn answers(file: &str, now: f64) -> Option<Vec<Entry>> {
    let file: Value = serde_json::from_str(file).ok()?;
    let is_known = file.get("version") == Some(&Value::from(1));
    let shapes = file.get("shapes").filter(|_| is_known)?.as_array()?;
    let entry = |said: &Value| {
        let shape: Option<Shape> = serde_json::from_value(said.get("headers")?.clone()).ok();
        Some(Entry::new(Shelf::Mappings, mapping_id(&shape?), said, now))
    };
    shapes.iter().map(entry).collect()
}

/// How contradictions are settled is no preference: figures depend on it.
fn settled(mut preferences: Value, now: f64) -> Option<Earlier> {
    let settlement = preferences.as_object_mut()?.remove("settlement")?;
    let left = serde_json::json!({ "version": 1, "value": preferences });
    Some(Earlier {
        entries: vec![Entry::new(Shelf::Choices, SETTLEMENT, &settlement, now)],
        left: Some(left),
    })
}

fn aside(name: &str, text: &str, now: f64) -> Entry {
    let id = format!("{name}-{}", checksum(text));
    Entry {
        name: format!("{name}.json"),
        ..Entry::of_text(Shelf::Aside, id, text.to_owned(), now)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::Mapping;
    use crate::kept::Content;

    fn texts(earlier: &Earlier) -> Vec<(&str, &str)> {
        let text = |entry: &'_ Entry| match &entry.content {
            Content::Text(text) => text.len(),
            Content::Bytes(_) => 0,
        };
        assert!(earlier.entries.iter().all(|entry| text(entry) > 0));
        let entries = earlier.entries.iter();
        entries
            .map(|entry| match &entry.content {
                Content::Text(text) => (entry.shelf.as_str(), text.as_str()),
                Content::Bytes(_) => (entry.shelf.as_str(), ""),
            })
            .collect()
    }

    #[test]
    fn assessments_of_version_1_become_entries_and_an_odd_one_keeps_none_of_them_back() {
        let text = r#"{"version":1,"value":[{"goal":"W1.02","date":"2024","state":"done"},{"odd":true}]}"#;
        let found = earlier("records", text, 5.0).unwrap();
        assert_eq!(found.left, None);
        let unreadable: Vec<_> = found.entries.iter().map(|entry| entry.unreadable()).collect();
        assert_eq!(unreadable, [None, Some(crate::kept::Unreadable::Odd)]);
        assert_eq!(found.entries, earlier("records", text, 5.0).unwrap().entries);
    }

    #[test]
    fn what_cannot_be_read_is_set_aside_letter_by_letter() {
        for text in [
            r#"{"version":2,"value":[]}"#,
            r#"{"version":1,"value":["#,
            r#"{"version":1,"value":7}"#,
            "[]",
        ] {
            let found = earlier("records", text, 5.0).unwrap();
            assert_eq!(texts(&found), [("aside", text)]);
        }
        assert_eq!(earlier("somebody else's", "[", 5.0), None);
    }

    #[test]
    fn answers_of_version_1_become_an_entry_for_each_shape_of_files() {
        let shapes = r#"{"format":"plan-tracker-mapping","version":1,"shapes":[{"headers":["a","b"],"only_sure":true},{"headers":["c"],"cells":{"x":"total"}}]}"#;
        let text = serde_json::json!({ "version": 1, "value": shapes }).to_string();
        let found = earlier("mappings", &text, 5.0).unwrap();
        assert_eq!(found.left, None);
        let shelves: Vec<&str> = found.entries.iter().map(|entry| entry.shelf.as_str()).collect();
        assert_eq!(shelves, ["mappings", "mappings"]);
        let read: Vec<Mapping> = found.entries.iter().map(|entry| entry.read().unwrap()).collect();
        assert!(read[0].only_sure);
        assert_eq!(read[1].len(), 1);
        let tomorrow = text.replace(r#"\"version\":1"#, r#"\"version\":2"#);
        let found = earlier("mappings", &tomorrow, 5.0).unwrap();
        assert_eq!(texts(&found), [("aside", tomorrow.as_str())]);
    }

    #[test]
    fn only_the_settlement_leaves_the_preferences() {
        let text = r#"{"version":1,"value":{"large":true,"settlement":{"general":"older","single":[]}}}"#;
        let found = earlier("preferences", text, 5.0).unwrap();
        assert_eq!(texts(&found), [("choices", r#"{"general":"older","single":[]}"#)]);
        let left = found.left.unwrap().to_string();
        assert_eq!(left, r#"{"value":{"large":true},"version":1}"#);
        assert_eq!(earlier("preferences", &left, 5.0), None);
    }
}
