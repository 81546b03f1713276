//! The room of what is kept between visits: everything but the files themselves stands here as it was read, every
//! change goes to the database first, and what other tabs change is followed. What cannot be stored lives as long as
//! the page, and [`trouble`](Kept::trouble) says so.

use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::Serialize;
use serde::de::DeserializeOwned;
use web_sys::Blob;

use crate::browser::storage::{self, Entry, Found, Told, Trouble};
use crate::browser::{clock, files, local};
use crate::kept::{self, Backup, Changes, Content, Key, PREFERENCES, Refusal, Shelf, Unreadable};

/// Entries without files, which every thread may hold.
type Text = kept::Entry<()>;

/// A step that can be taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Files were brought: their names.
    Brought(Vec<String>),
    /// A file was removed.
    Removed(String),
    /// A backup was restored.
    Restored,
}

/// What is kept; cheap to copy.
#[derive(Clone, Copy)]
pub struct Kept {
    entries: RwSignal<Vec<Text>>,
    unreadable: Memo<Vec<(Text, Unreadable)>>,
    trouble: RwSignal<Option<Trouble>>,
    erased: RwSignal<bool>,
    /// Set anew when files may have changed elsewhere than by [`Loading`](crate::app::loading::Loading).
    files_moved: RwSignal<usize>,
    /// Names of what is being written to the database.
    writing: RwSignal<Vec<String>>,
    /// What could not be stored.
    unsaved: StoredValue<Vec<Entry>, LocalStorage>,
    step: RwSignal<Option<Step>>,
    back: StoredValue<Changes<Blob>, LocalStorage>,
    carried: StoredValue<Option<Result<Backup, Refusal>>>,
}

impl Kept {
    /// Takes what was found, and follows other tabs from now on. `odd` is known to have another shape than its shelf's.
    pub(super) fn start(found: &Found, odd: Option<Key>) -> Kept {
        let entries = RwSignal::new(texts(&found.entries));
        let unreadable = move |_: Option<&_>| {
            let is_odd = |entry: &Text| odd.as_ref() == Some(&entry.key());
            let why = |entry: &Text| entry.unreadable().or(is_odd(entry).then_some(Unreadable::Odd));
            let pair = |entry: &Text| Some((entry.clone(), why(entry)?));
            entries.with(|entries| entries.iter().filter_map(pair).collect::<Vec<_>>())
        };
        let kept = Kept {
            entries,
            unreadable: Memo::new(unreadable),
            trouble: RwSignal::new(found.trouble),
            erased: RwSignal::new(false),
            files_moved: RwSignal::new(0),
            writing: RwSignal::new(Vec::new()),
            unsaved: StoredValue::new_local(match found.trouble {
                Some(_) => found.entries.clone(),
                None => Vec::new(),
            }),
            step: RwSignal::new(None),
            back: StoredValue::new_local(Changes::default()),
            carried: StoredValue::new(found.carried.clone()),
        };
        storage::on_told(move |told| match told {
            Told::Changed => spawn_local(kept.follow()),
            Told::Erased => kept.forget(),
        });
        kept
    }

    /// Why nothing is kept, where that is so.
    pub fn trouble(self) -> Option<Trouble> {
        self.trouble.get()
    }

    /// Whether what the page itself carries is looked at, rather than what is kept here.
    pub fn is_looking(self) -> bool {
        self.trouble.get() == Some(Trouble::Carried)
    }

    /// What the page itself carries, or why that cannot be read; none where it carries nothing.
    pub fn carried(self) -> Option<Result<Backup, Refusal>> {
        self.carried.get_value()
    }

    /// Whether everything was erased since the page was opened.
    pub fn is_erased(self) -> bool {
        self.erased.get()
    }

    /// The last step that can be taken back.
    pub fn step(self) -> Option<Step> {
        self.step.get()
    }

    /// Names of what is being written to the database: it is lost where the page is left before that is done.
    pub fn writing(self) -> Vec<String> {
        self.writing.get()
    }

    /// Changes whenever files may have changed in the database, by another tab or a restored backup.
    pub fn files_moved(self) -> usize {
        self.files_moved.get()
    }

    /// Every entry that this app cannot read.
    pub fn unreadable(self) -> Memo<Vec<(Text, Unreadable)>> {
        self.unreadable
    }

    /// Number of entries on a shelf.
    pub fn count(self, shelf: Shelf) -> usize {
        self.entries
            .with(|entries| entries.iter().filter(|entry| entry.is_on(shelf)).count())
    }

    /// Every value on a shelf that can be read, with its id, in the order in which they were kept.
    pub fn all<T: DeserializeOwned>(self, shelf: Shelf) -> Vec<(String, T)> {
        self.entries.with(|entries| {
            let on = entries.iter().filter(|entry| entry.is_on(shelf));
            on.filter_map(|entry| Some((entry.id.clone(), entry.read().ok()?)))
                .collect()
        })
    }

    /// One value; none where there is none that can be read.
    pub fn one<T: DeserializeOwned>(self, shelf: Shelf, id: &str) -> Option<T> {
        self.entries.with(|entries| {
            let mut on = entries.iter().filter(|entry| entry.is_on(shelf));
            on.find(|entry| entry.id == id)?.read().ok()
        })
    }

    /// Keeps a value from now on. Where it cannot be stored it stays as long as the page, and that is told.
    pub fn keep(self, shelf: Shelf, id: &str, value: &impl Serialize) {
        let put = vec![Entry::new(shelf, id, value, clock::now())];
        spawn_local(async move {
            self.put(put).await;
        });
    }

    /// Forgets a value; it stays, and that is told, where it cannot be deleted.
    pub fn forget_one(self, key: Key) {
        spawn_local(async move {
            let delete = vec![key];
            // What went wrong is told on every page.
            let _ = self.change(Changes { put: vec![], delete }).await;
        });
    }

    /// Keeps entries; whether they are stored.
    pub async fn put(self, put: Vec<Entry>) -> bool {
        let changes = Changes { put, delete: vec![] };
        self.change(changes).await.is_ok()
    }

    /// Makes changes. What is written counts at once, and where it cannot be stored it is kept in memory; what is
    /// deleted stays until the database has deleted it.
    ///
    /// # Errors
    /// Why the database has not changed.
    pub async fn change(self, changes: Changes<Blob>) -> Result<(), Trouble> {
        let names: Vec<String> = changes.put.iter().map(|entry| entry.name.clone()).collect();
        self.writing
            .try_update(|writing| writing.extend(names.iter().cloned()));
        let done = self.write(changes).await;
        self.writing.try_update(|writing| {
            for name in &names {
                if let Some(at) = writing.iter().position(|other| other == name) {
                    writing.remove(at);
                }
            }
        });
        done
    }

    /// The change itself, which nobody is told of meanwhile.
    async fn write(self, mut changes: Changes<Blob>) -> Result<(), Trouble> {
        self.set_aside(&mut changes);
        let written = texts_of(&changes).put;
        self.apply(&Changes {
            put: written,
            delete: vec![],
        });
        // What never was stored is forgotten here alone.
        let (here, mut stored): (Vec<Key>, Vec<Key>) = changes
            .delete
            .iter()
            .cloned()
            .partition(|key| self.unsaved.with_value(|unsaved| has(unsaved, key)));
        self.unsaved.update_value(|unsaved| changes.apply(unsaved));
        self.apply(&Changes {
            put: vec![],
            delete: here,
        });
        let before = self.trouble.get_untracked();
        if changes.put.is_empty() {
            self.make_room(&mut stored).await;
        }
        let whole = Changes {
            put: self.unsaved.get_value(),
            delete: changes.delete,
        };
        let done = match before {
            Some(not) if is_closed(not) => Err(not),
            _ => storage::change(&whole).await,
        };
        self.trouble.try_set(done.err());
        if let Err(trouble) = done {
            self.hold(&changes.put).await;
            return if changes.put.is_empty() && stored.is_empty() {
                Ok(())
            } else {
                Err(trouble)
            };
        }
        let is_stored = |entry: &Entry| {
            let mut stored = whole.put.iter();
            stored.any(|put| put.key() == entry.key() && put.saved_at >= entry.saved_at)
        };
        self.unsaved
            .update_value(|unsaved| unsaved.retain(|entry| !is_stored(entry)));
        self.apply(&Changes {
            put: vec![],
            delete: stored,
        });
        if before.is_some() {
            // What was kept before can be read again.
            self.follow().await;
        }
        Ok(())
    }

    /// Takes files that could not be stored into memory: what they came from may go.
    async fn hold(self, files: &[Entry]) {
        for file in files {
            let held = storage::held(file.clone()).await;
            // It may have been removed meanwhile.
            self.unsaved.update_value(|unsaved| {
                let mut unsaved = unsaved.iter_mut();
                if let Some(entry) = unsaved.find(|entry| entry.key() == held.key()) {
                    *entry = held;
                }
            });
        }
    }

    /// Deletes alone, before what could not be stored is tried once more: it may be what makes the room. What is deleted
    /// leaves the list.
    async fn make_room(self, stored: &mut Vec<Key>) {
        let is_full = self.unsaved.with_value(|unsaved| !unsaved.is_empty());
        if !is_full || stored.is_empty() || self.trouble.get_untracked().is_some_and(is_closed) {
            return;
        }
        let delete = stored.clone();
        if storage::change(&Changes { put: vec![], delete }).await.is_ok() {
            self.apply(&Changes {
                put: vec![],
                delete: std::mem::take(stored),
            });
        }
    }

    /// Makes changes that count only when they are stored: where they cannot be, nothing has changed.
    ///
    /// # Errors
    /// Why the database has not changed.
    pub async fn store(self, mut changes: Changes<Blob>) -> Result<(), Trouble> {
        if let Some(not) = self.trouble.get_untracked().filter(|trouble| is_closed(*trouble)) {
            return Err(not);
        }
        self.set_aside(&mut changes);
        storage::change(&changes).await?;
        self.unsaved.update_value(|unsaved| {
            unsaved
                .retain(|entry| !changes.delete.contains(&entry.key()) && !has(&changes.put, &entry.key()));
        });
        self.apply(&texts_of(&changes));
        Ok(())
    }

    fn apply(self, changes: &Changes<()>) {
        if !changes.is_empty() {
            self.entries.try_update(|entries| changes.apply(entries));
        }
    }

    /// An entry that cannot be read is not written over: it is kept aside, too.
    fn set_aside(self, changes: &mut Changes<Blob>) {
        let aside: Vec<Entry> = self.unreadable.with_untracked(|unreadable| {
            let replaced = |entry: &&Text| has(&changes.put, &entry.key());
            let aside = |entry: &Text| Entry {
                shelf: Shelf::Aside.slug().to_owned(),
                id: format!("{}-{}-{}", entry.shelf, entry.id, clock::now()),
                ..entry.clone().with_bytes(|()| files::of_bytes(&[]))
            };
            let entries = unreadable.iter().map(|(entry, _)| entry);
            entries.filter(replaced).map(aside).collect()
        });
        changes.put.extend(aside);
    }

    /// A file as it was brought; none where it can no longer be had.
    pub async fn file(self, id: &str) -> Option<Entry> {
        let key = (Shelf::Files.slug().to_owned(), id.to_owned());
        let unsaved = self.unsaved.try_with_value(|unsaved| {
            let mut found = unsaved.iter();
            found.find(|entry| entry.key() == key).cloned()
        });
        match unsaved.flatten() {
            Some(file) => Some(file),
            None => storage::file(id).await,
        }
    }

    /// Every file kept, and those that could not be stored, in the order in which they came. What stands among the
    /// files and is none is told of from then on.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn files(self) -> Result<Vec<Entry>, Trouble> {
        let mut files = match self.trouble.get_untracked() {
            Some(Trouble::Carried) => Vec::new(),
            // Without a database everything there is stands in memory.
            Some(_) => storage::files().await.unwrap_or_default(),
            None => storage::files().await?,
        };
        let put = self.unsaved.get_value();
        Changes { put, delete: vec![] }.apply(&mut files);
        files.retain(|entry| entry.is_on(Shelf::Files));
        let odd = texts(&files);
        self.entries.try_update(|entries| {
            entries.retain(|entry| !entry.is_on(Shelf::Files));
            entries.extend(odd);
        });
        Ok(files)
    }

    /// Tells that something could not be had.
    pub fn tell(self, trouble: Trouble) {
        self.trouble.try_set(Some(trouble));
    }

    /// Everything kept, files and preferences with it, also what could not be stored.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn everything(self) -> Result<Vec<Entry>, Trouble> {
        let mut entries = match self.trouble.get_untracked() {
            Some(Trouble::Carried) => Vec::new(),
            // Without a database everything there is stands in memory.
            Some(_) => storage::read().await.unwrap_or_default(),
            None => storage::read().await?,
        };
        let put = self.unsaved.get_value();
        Changes { put, delete: vec![] }.apply(&mut entries);
        let preferences = local::text(PREFERENCES);
        entries.extend(
            preferences.map(|text| Entry::of_text(Shelf::Preferences, PREFERENCES, text, clock::now())),
        );
        Ok(entries)
    }

    /// Everything kept as a backup.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn backup(self, title: String) -> Result<Backup, Trouble> {
        let entries = self.everything().await?;
        Ok(Backup {
            made_at: clock::now(),
            title,
            entries: storage::in_memory(entries).await?,
            ..Backup::default()
        })
    }

    /// Makes changes as one step that can be taken back; `before` is everything before them.
    ///
    /// # Errors
    /// Why the database has not changed.
    pub async fn take_step(
        self,
        step: Step,
        mut changes: Changes<Blob>,
        before: &[Entry],
    ) -> Result<(), Trouble> {
        let back = changes.reverse(before);
        keep_preferences(&mut changes);
        let done = self.change(changes).await;
        if done.is_ok() {
            self.remember(step, back);
        }
        self.files_moved.try_update(|moved| *moved += 1);
        done
    }

    /// Remembers how a step is taken back.
    pub fn remember(self, step: Step, back: Changes<Blob>) {
        self.back.set_value(back);
        self.step.try_set(Some(step));
    }

    /// Takes the last step back.
    pub async fn undo(self) {
        let mut back = self.back.get_value();
        keep_preferences(&mut back);
        if self.change(back).await.is_ok() {
            self.step.try_set(None);
            self.files_moved.try_update(|moved| *moved += 1);
        }
    }

    /// Erases everything, here and in the browser.
    ///
    /// # Errors
    /// When something may be left.
    pub async fn erase(self) -> Result<(), Trouble> {
        storage::erase().await?;
        self.forget();
        Ok(())
    }

    fn forget(self) {
        self.unsaved.set_value(Vec::new());
        self.back.set_value(Changes::default());
        self.step.try_set(None);
        self.entries.try_set(Vec::new());
        self.erased.try_set(true);
        self.files_moved.try_update(|moved| *moved += 1);
    }

    /// Takes over what another tab has changed.
    async fn follow(self) {
        if self.trouble.get_untracked() == Some(Trouble::Carried) {
            return;
        }
        if let Ok(entries) = storage::entries().await {
            let unsaved = self.unsaved.get_value();
            let mut now = texts(&entries);
            // Those among the files are looked for anew with them.
            let odd = |entry: &&Text| entry.is_on(Shelf::Files);
            self.entries
                .with_untracked(|entries| now.extend(entries.iter().filter(odd).cloned()));
            texts_of(&Changes {
                put: unsaved,
                delete: vec![],
            })
            .apply(&mut now);
            self.entries.try_set(now);
            self.files_moved.try_update(|moved| *moved += 1);
        }
    }
}

/// Whether nothing is written at all: a later version's database, or one that is not looked at.
fn is_closed(trouble: Trouble) -> bool {
    matches!(trouble, Trouble::Later | Trouble::Carried)
}

fn has<B>(entries: &[kept::Entry<B>], key: &Key) -> bool {
    entries.iter().any(|entry| entry.key() == *key)
}

/// The entries that are no files.
fn texts(entries: &[Entry]) -> Vec<Text> {
    let text = |entry: &&Entry| matches!(entry.content, Content::Text(_));
    let plain = |entry: &Entry| entry.clone().with_bytes(drop);
    entries.iter().filter(text).map(plain).collect()
}

fn texts_of(changes: &Changes<Blob>) -> Changes<()> {
    Changes {
        put: texts(&changes.put),
        delete: changes.delete.clone(),
    }
}

/// Preferences go to local storage, never to the database.
fn keep_preferences(changes: &mut Changes<Blob>) {
    changes
        .delete
        .retain(|(shelf, _)| shelf != Shelf::Preferences.slug());
    changes.put.retain(|entry| match &entry.content {
        Content::Text(text) if entry.is_on(Shelf::Preferences) => {
            local::replace(PREFERENCES, text);
            false
        }
        _ => true,
    });
}
