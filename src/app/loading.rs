//! Bringing files in: from the visitor's hand through the worker into the state, kept for the next visit.

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::{Blob, File};

use super::answers::Answers;
use super::dataset::{Dataset, Provenance};
use super::queue::Queue;
use super::state::{State, Step};
use crate::browser::storage::{self, Entry, Found, Trouble};
use crate::browser::{clock, files, leaving, look, readings, worker};
use crate::import::{Import, Mapping, Mappings, Shape};
use crate::kept::{self, Changes, Content, Shelf};

/// After so many milliseconds a page no longer waits for the files of earlier visits; they come when they come.
const PATIENCE: u64 = 5_000;

/// How far the loading of files is.
#[derive(Clone, Copy)]
pub struct Loading {
    state: State,
    queue: RwSignal<Queue>,
    failed: RwSignal<Vec<(String, Failure)>>,
    restoring: RwSignal<bool>,
    /// What was said that texts mean, for files of one shape.
    pub answers: Answers,
}

/// Why a file brought nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The browser could not read it: moved or deleted meanwhile, or not allowed.
    Unreadable,
    /// The visitor cancelled it.
    Cancelled,
    /// The worker failed.
    Broken,
    /// It was to be removed, and the browser did not delete it.
    NotRemoved,
    /// The app carries it, and it did not come.
    Absent,
}

impl Loading {
    /// Shares the loading through the context and brings back the files of earlier visits.
    pub fn start(state: State, found: Found) -> Loading {
        let loading = Loading {
            state,
            queue: RwSignal::new(Queue::default()),
            failed: RwSignal::new(Vec::new()),
            restoring: RwSignal::new(true),
            answers: Answers::start(state),
        };
        provide_context(loading);
        set_timeout(
            move || {
                loading.restoring.try_set(false);
            },
            std::time::Duration::from_millis(PATIENCE),
        );
        spawn_local(async move {
            if found.trouble.is_none() {
                loading.show_readings().await;
            }
            // A page that carries files has them at hand; else they are read now that it is shown.
            let files = match found.trouble {
                Some(Trouble::Carried) => Ok(found.entries),
                _ => state.kept.files().await,
            };
            match files {
                Ok(files) => loading.take_over(files).await,
                Err(trouble) => state.kept.tell(trouble),
            }
            loading.restoring.try_set(false);
            if state.session.files.with_untracked(|files| !files.is_empty()) {
                state.judge_ahead().await;
            }
        });
        loading.follow();
        loading.follow_answers();
        leaving::ask_while(move || {
            loading.with_queue(|queue| queue.at_work().is_some()) || !state.kept.writing().is_empty()
        });
        loading
    }

    /// Follows what other tabs, restored backups and steps taken back do to the files.
    fn follow(self) {
        Effect::new(move |before: Option<usize>| {
            let moved = self.state.kept.files_moved();
            if before.is_some_and(|before| before != moved) {
                spawn_local(async move {
                    if let Ok(files) = self.state.kept.files().await {
                        self.take_over(files).await;
                    }
                });
            }
            moved
        });
    }

    /// Shows what was read of large files at an earlier visit, before the files themselves have come; what is no longer
    /// kept goes when they have.
    async fn show_readings(self) {
        for reading in readings::find(self.state.catalogue, &self.answers.now()).await {
            let (id, loaded_at) = (reading.id, reading.saved_at);
            self.show(Dataset::new(id, Provenance::File, loaded_at, reading.import))
                .await;
        }
    }

    /// Shows what was read of a file. What comes of a large one takes long: the page answers in between.
    async fn show(self, dataset: Dataset) {
        let session = self.state.session;
        session.prepare(&dataset);
        look::pause().await;
        session.add_file(dataset);
    }

    /// Shows exactly the files among these entries.
    async fn take_over(self, entries: Vec<Entry>) {
        let mut files: Vec<Entry> = entries
            .into_iter()
            .filter(|entry| entry.is_on(Shelf::Files))
            .collect();
        let ids: Vec<String> = files.iter().map(|file| file.id.clone()).collect();
        self.state.session.keep_files(&ids);
        if !untrack(|| self.state.kept.is_looking()) {
            readings::keep_only(&ids).await;
        }
        let loaded = |id: &str| {
            let files = self.state.session.files;
            files.with_untracked(|files| files.iter().any(|file| file.id == id))
        };
        files.retain(|file| !loaded(&file.id));
        for file in files {
            if let Some(dataset) = self.import(&file, worker::untold).await {
                self.show(dataset).await;
            }
        }
    }

    /// The loading that the current view belongs to.
    pub fn get() -> Loading {
        expect_context()
    }

    fn is_looked_at(self, id: &str) -> bool {
        let of_link = |file: &Dataset| file.id == id && file.provenance == Provenance::Link;
        self.state
            .session
            .files
            .with_untracked(|files| files.iter().any(of_link))
    }

    /// Asks something of the files still to be read; who asks is told when it changes.
    pub fn with_queue<R>(self, then: impl FnOnce(&Queue) -> R) -> R {
        self.queue.with(then)
    }

    /// The last files that brought nothing, and why.
    pub fn failed(self) -> Vec<(String, Failure)> {
        self.failed.get()
    }

    /// Whether files of earlier visits are still on their way.
    pub fn is_restoring(self) -> bool {
        self.restoring.get()
    }

    /// Brings in what the visitor picked or dropped, one after the other.
    pub fn bring(self, files: Vec<File>) {
        self.forget_failures();
        let sized = files.iter().map(|file| (file.name(), file.size()));
        self.queue.update(|queue| queue.add(sized, clock::now()));
        spawn_local(async move {
            let mut brought = Vec::new();
            let tell = move |part, rows| {
                let further = |queue: &mut Queue| queue.advance(part, rows, clock::now());
                self.queue.try_update(further);
            };
            for file in files {
                let read = match files::content(&file) {
                    Some(content) => self.bring_one(file.name(), content, tell).await,
                    None => {
                        self.fail(file.name(), Failure::Unreadable);
                        None
                    }
                };
                let (read, rows) = read.unzip();
                let through = |queue: &mut Queue| queue.finish(&file.name(), rows, clock::now());
                self.queue.try_update(through);
                if let Some(entry) = read {
                    brought.push(self.store(entry).await);
                }
            }
            self.state.judge_ahead().await;
            self.remember(brought).await;
        });
    }

    /// Brings a text in as a file of that name.
    pub async fn bring_text(self, name: &str, text: &str) {
        let file = files::of_bytes(text.as_bytes());
        if let Some((entry, _)) = self.bring_one(name.to_owned(), file, worker::untold).await {
            let brought = self.store(entry).await;
            self.remember(vec![brought]).await;
        }
    }

    /// What a text that came as a link holds, to be looked at; none where nothing is taken of it.
    pub async fn look_at(self, name: &str, text: &str) -> Option<Dataset> {
        let file = files::of_bytes(text.as_bytes());
        let said = Mappings::default();
        let import = worker::import_in_worker(name, &file, self.state.catalogue, &said).await;
        let import = import.ok().filter(|import| import.log.taken > 0)?;
        let now = clock::now();
        Some(Dataset::new(format!("link/{now}"), Provenance::Link, now, import))
    }

    /// Lets what was brought be taken back, and asks the browser to keep it for good.
    async fn remember(self, brought: Vec<(String, String)>) {
        if brought.is_empty() {
            return;
        }
        let delete = brought.iter().map(|(id, _)| key(id)).collect();
        let names = brought.into_iter().map(|(_, name)| name).collect();
        let back = Changes { put: vec![], delete };
        self.state.kept.remember(Step::Brought(names), back);
        storage::persist().await;
    }

    /// Reads one file, telling how far it is, and shows its figures; the file as it is to be stored and its number of
    /// rows, where it came through.
    async fn bring_one(
        self,
        name: String,
        content: Blob,
        tell: impl FnMut(f64, usize) + 'static,
    ) -> Option<(Entry, usize)> {
        let saved_at = clock::now();
        let entry = Entry {
            shelf: Shelf::Files.slug().to_owned(),
            id: format!("{saved_at}-{name}"),
            name,
            version: kept::VERSION,
            saved_at,
            content: Content::Bytes(content),
        };
        let dataset = self.import(&entry, tell).await?;
        let rows = dataset.log.rows;
        self.show(dataset).await;
        Some((entry, rows))
    }

    /// Stores a file whose figures are shown, so that they survive a reload, or every page says that they do not; its id
    /// and name.
    async fn store(self, entry: Entry) -> (String, String) {
        let brought = (entry.id.clone(), entry.name.clone());
        self.state.kept.put(vec![entry]).await;
        brought
    }

    /// The text of a cell of a file; none where it cannot be looked up.
    pub async fn cell(self, id: &str, sheet: &str, line: u32, column: u32) -> Option<String> {
        let file = self.state.kept.file(id).await?;
        worker::cell_in_worker(content(&file)?, sheet, line, column).await
    }

    /// What would come of a file if all of that had been said; none where it cannot be told.
    pub async fn preview(self, id: &str, said: Mapping) -> Option<Import> {
        let file = self.state.kept.file(id).await?;
        let mappings = Mappings(vec![said]);
        worker::import_in_worker(&file.name, content(&file)?, self.state.catalogue, &mappings)
            .await
            .ok()
    }

    /// Reads the files anew whose texts mean something else from now on, whoever said so: this tab, another one, a
    /// restored backup.
    fn follow_answers(self) {
        Effect::new(move |before: Option<Mappings>| {
            let now = self.answers.all();
            if let Some(before) = before {
                let concerned = |shape: &Shape| before.get(shape) != now.get(shape);
                self.state.session.files.with_untracked(|files| {
                    let concerned = files.iter().filter(|file| concerned(&file.log.shape));
                    self.read_anew(concerned.map(|file| file.id.clone()).collect());
                });
            }
            now
        });
    }

    fn read_anew(self, ids: Vec<String>) {
        spawn_local(async move {
            for id in ids {
                let Some(file) = self.state.kept.file(&id).await else {
                    continue;
                };
                if let Some(dataset) = self.import(&file, worker::untold).await {
                    self.state.session.replace_file(dataset);
                }
            }
        });
    }

    /// Imports one file; none where it did not come through, which is told to the visitor. What was read of a large one
    /// is kept for the next visit.
    async fn import(self, file: &Entry, tell: impl FnMut(f64, usize) + 'static) -> Option<Dataset> {
        let (catalogue, mappings, content) = (self.state.catalogue, self.answers.now(), content(file)?);
        let read = async {
            let read = worker::read_in_worker(&file.name, content, catalogue, &mappings, tell).await?;
            Ok((worker::import_of(&read).await?, read))
        };
        let why = match read.await {
            Ok((import, read)) => {
                if untrack(|| self.state.kept.trouble()).is_none() {
                    readings::keep(file, content.size(), read, (catalogue, &mappings));
                }
                let (id, loaded_at) = (file.id.clone(), file.saved_at);
                return Some(Dataset::new(id, Provenance::File, loaded_at, import));
            }
            Err(worker::Failure::Unreadable) => Failure::Unreadable,
            Err(worker::Failure::Cancelled) => Failure::Cancelled,
            Err(worker::Failure::Broken) => Failure::Broken,
        };
        self.fail(file.name.clone(), why);
        None
    }

    /// Tells no longer of files that brought nothing.
    pub fn forget_failures(self) {
        self.failed.try_set(Vec::new());
    }

    /// Tells the visitor that a file brought nothing.
    pub fn fail(self, name: String, why: Failure) {
        self.failed.try_update(|failed| failed.push((name, why)));
    }

    /// Forgets a file, first where it is stored, so that no reload brings it back; where that fails it stays.
    pub fn remove(self, id: String, name: String) {
        self.forget_failures();
        if self.is_looked_at(&id) {
            return self.state.session.remove_file(&id);
        }
        spawn_local(async move {
            let kept = self.state.kept;
            let delete = vec![key(&id)];
            // Taken back, it comes from memory: the database deletes its own.
            let before: Vec<Entry> = match kept.file(&id).await {
                Some(file) => vec![storage::held(file).await],
                None => Vec::new(),
            };
            let changes = Changes { put: vec![], delete };
            match kept
                .take_step(Step::Removed(name.clone()), changes, &before)
                .await
            {
                Ok(()) => self.state.session.remove_file(&id),
                Err(_) => self.fail(name, Failure::NotRemoved),
            }
        });
    }
}

fn key(id: &str) -> kept::Key {
    (Shelf::Files.slug().to_owned(), id.to_owned())
}

fn content(file: &Entry) -> Option<&Blob> {
    match &file.content {
        Content::Bytes(content) => Some(content),
        Content::Text(_) => None,
    }
}
