//! What is kept for a visitor between visits, as entries on named shelves: how each is read, how earlier versions kept
//! it ([`earlier`]), how all of it travels in one file ([`write`], [`open`]) and how two such collections are brought
//! together ([`compare`], [`Plan`]). An entry that cannot be read is carried on as it is, never changed.

mod backup;
mod checksum;
mod earlier;
mod merge;

pub use backup::{Backup, Refusal, open, write};
pub use earlier::{Earlier, NAMES as EARLIER_NAMES, earlier};
pub use merge::{Answer, Changes, Pair, Plan, Way, compare};

use serde::Serialize;
use serde::de::DeserializeOwned;
use strum::{IntoStaticStr, VariantArray};

use checksum::checksum;

use crate::catalogue::has_head_of_json;
use crate::import::{Mapping, Shape};
use crate::observation::{Record, Settlement};

/// The version of entries that this app writes; an entry of a later one is left as it is.
pub const VERSION: u32 = 1;

/// What an entry is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub enum Shelf {
    /// A file as it was brought, byte for byte.
    Files,
    /// An assessment that the visitor has entered.
    Records,
    /// What the visitor said that the texts of files mean.
    Mappings,
    /// The visitor's own catalogue.
    Catalogue,
    /// A choice that figures or documents depend on: how contradictions are settled, a report's words, slides.
    Choices,
    /// How the page looks and speaks. These stand in local storage, not in the database.
    Preferences,
    /// A text that an earlier version had kept, and that could not be read.
    Aside,
}

impl Shelf {
    /// The word for it where it is stored.
    pub fn slug(self) -> &'static str {
        self.into()
    }

    /// The shelf of that word; none for one that a later version has added.
    pub fn of(slug: &str) -> Option<Shelf> {
        Shelf::VARIANTS.iter().copied().find(|shelf| shelf.slug() == slug)
    }
}

/// What names an entry: its shelf, by its word, and what it is called there.
pub type Key = (String, String);

/// One thing that is kept; `B` holds the bytes of a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry<B = Vec<u8>> {
    /// The word of its shelf, which may be one of a later version.
    pub shelf: String,
    /// Unique on its shelf.
    pub id: String,
    /// What the visitor calls it: the name of a file, else empty.
    pub name: String,
    /// The version that wrote it.
    pub version: u32,
    /// When it was written, in milliseconds since 1970.
    pub saved_at: f64,
    /// What it holds.
    pub content: Content<B>,
}

/// What an entry holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content<B = Vec<u8>> {
    /// JSON, as it was written.
    Text(String),
    /// The bytes of a file.
    Bytes(B),
}

/// Why an entry cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// A later version wrote it.
    Later,
    /// It has another shape than its shelf's.
    Odd,
}

impl<B> Entry<B> {
    /// A thing to be kept from `now` on, in milliseconds since 1970.
    pub fn new(shelf: Shelf, id: impl Into<String>, value: &impl Serialize, now: f64) -> Entry<B> {
        // What is kept are plain structs and maps with texts as keys, which always have a JSON form.
        let text = serde_json::to_string(value).unwrap_or_default();
        Entry::of_text(shelf, id, text, now)
    }

    /// The same with its JSON as it stands.
    pub fn of_text(shelf: Shelf, id: impl Into<String>, text: String, now: f64) -> Entry<B> {
        Entry {
            shelf: shelf.slug().to_owned(),
            id: id.into(),
            name: String::new(),
            version: VERSION,
            saved_at: now,
            content: Content::Text(text),
        }
    }

    /// What names it.
    pub fn key(&self) -> Key {
        (self.shelf.clone(), self.id.clone())
    }

    /// Whether it stands on that shelf.
    pub fn is_on(&self, shelf: Shelf) -> bool {
        self.shelf == shelf.slug()
    }

    /// What it holds.
    ///
    /// # Errors
    /// When a later version wrote it, or it has another shape.
    pub fn read<T: DeserializeOwned>(&self) -> Result<T, Unreadable> {
        if self.version > VERSION {
            return Err(Unreadable::Later);
        }
        match &self.content {
            Content::Text(text) => serde_json::from_str(text).map_err(|_| Unreadable::Odd),
            Content::Bytes(_) => Err(Unreadable::Odd),
        }
    }

    /// Why this app cannot use it, where it cannot.
    pub fn unreadable(&self) -> Option<Unreadable> {
        if self.version > VERSION {
            return Some(Unreadable::Later);
        }
        let is_text = |read: fn(&str) -> bool| matches!(&self.content, Content::Text(text) if read(text));
        let is_json = |text: &str| serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok();
        let Some(shelf) = Shelf::of(&self.shelf) else {
            return Some(Unreadable::Later);
        };
        let readable = match shelf {
            Shelf::Files => matches!(self.content, Content::Bytes(_)),
            Shelf::Records => is_text(|text| serde_json::from_str::<Record>(text).is_ok()),
            Shelf::Catalogue => is_text(has_head_of_json),
            Shelf::Choices if self.id == SETTLEMENT => {
                is_text(|text| serde_json::from_str::<Settlement>(text).is_ok())
            }
            Shelf::Mappings => is_text(|text| serde_json::from_str::<Mapping>(text).is_ok()),
            Shelf::Choices | Shelf::Preferences => is_text(is_json),
            Shelf::Aside => false,
        };
        (!readable).then_some(Unreadable::Odd)
    }

    /// The same with its bytes held otherwise.
    pub fn with_bytes<C>(self, change: impl FnOnce(B) -> C) -> Entry<C> {
        Entry {
            shelf: self.shelf,
            id: self.id,
            name: self.name,
            version: self.version,
            saved_at: self.saved_at,
            content: match self.content {
                Content::Text(text) => Content::Text(text),
                Content::Bytes(bytes) => Content::Bytes(change(bytes)),
            },
        }
    }
}

/// What the answers for files of one shape are called on their shelf.
pub fn mapping_id(shape: &Shape) -> String {
    // A list of texts always has a JSON form.
    let titles = serde_json::to_string(shape).unwrap_or_default();
    checksum(&titles)
}

/// What the visitor's own catalogue is called on its shelf.
pub const CATALOGUE: &str = "own";
/// What the settling of contradictions is called among the choices.
pub const SETTLEMENT: &str = "settlement";
/// What the words of a report's author are called among the choices.
pub const REPORT: &str = "report";
/// What the slides of a talk are called among the choices.
pub const SLIDES: &str = "slides";
/// What the preferences are called on their shelf, and in local storage.
pub const PREFERENCES: &str = "preferences";

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(shelf: Shelf, text: &str) -> Entry {
        Entry::of_text(shelf, "1", text.to_owned(), 0.0)
    }

    #[test]
    fn an_entry_of_an_odd_shape_or_a_later_version_is_told_from_one_that_can_be_read() {
        let record = r#"{"goal":"W1.02","date":"2024","state":"done"}"#;
        assert_eq!(entry(Shelf::Records, record).unreadable(), None);
        assert_eq!(
            entry(Shelf::Records, r#"{"goal":7}"#).unreadable(),
            Some(Unreadable::Odd)
        );
        assert_eq!(entry(Shelf::Catalogue, "{}").unreadable(), Some(Unreadable::Odd));
        assert_eq!(
            entry(Shelf::Choices, "{broken").unreadable(),
            Some(Unreadable::Odd)
        );
        let later = Entry {
            version: VERSION + 1,
            ..entry(Shelf::Records, record)
        };
        assert_eq!(later.unreadable(), Some(Unreadable::Later));
        assert_eq!(later.read::<Record>(), Err(Unreadable::Later));
        let unknown = Entry {
            shelf: "photos".into(),
            ..entry(Shelf::Records, record)
        };
        assert_eq!(unknown.unreadable(), Some(Unreadable::Later));
    }
}
