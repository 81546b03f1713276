//! Bringing files in: from the visitor's hand through the worker into the state, kept for the next visit.

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::File;

use super::answers::Answers;
use super::dataset::{Dataset, Provenance};
use super::state::State;
use crate::browser::{clock, files, storage, worker};
use crate::import::{Import, Mapping, Mappings, Shape};

/// How far the loading of files is.
#[derive(Clone, Copy)]
pub struct Loading {
    state: State,
    waiting: RwSignal<Vec<String>>,
    failed: RwSignal<Vec<(String, Failure)>>,
    kept: RwSignal<bool>,
    restoring: RwSignal<bool>,
    /// Files that the browser does not keep, for as long as the page is open.
    unkept: StoredValue<Vec<storage::StoredFile>, LocalStorage>,
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
}

impl Loading {
    /// Shares the loading through the context and brings back the files of earlier visits.
    pub fn start(state: State) -> Loading {
        let loading = Loading {
            state,
            waiting: RwSignal::new(Vec::new()),
            failed: RwSignal::new(Vec::new()),
            kept: RwSignal::new(true),
            restoring: RwSignal::new(true),
            unkept: StoredValue::new_local(Vec::new()),
            answers: Answers::start(state),
        };
        provide_context(loading);
        spawn_local(async move {
            for file in storage::load_files().await {
                if let Some(dataset) = loading.import(&file).await {
                    loading.state.session.add_file(dataset);
                }
            }
            loading.restoring.try_set(false);
        });
        loading
    }

    /// The loading that the current view belongs to.
    pub fn get() -> Loading {
        expect_context()
    }

    /// The names of the files still to be read, the one at work first.
    pub fn waiting(self) -> Vec<String> {
        self.waiting.get()
    }

    /// The last files that brought nothing, and why.
    pub fn failed(self) -> Vec<(String, Failure)> {
        self.failed.get()
    }

    /// Whether files outlive the visit.
    pub fn is_kept(self) -> bool {
        self.kept.get()
    }

    /// Whether files of earlier visits are still on their way.
    pub fn is_restoring(self) -> bool {
        self.restoring.get()
    }

    /// Brings in what the visitor picked or dropped, one after the other.
    pub fn bring(self, files: Vec<File>) {
        self.failed.set(Vec::new());
        self.waiting
            .update(|waiting| waiting.extend(files.iter().map(File::name)));
        spawn_local(async move {
            for file in files {
                self.bring_one(&file).await;
                self.waiting.try_update(|waiting| {
                    if let Some(at) = waiting.iter().position(|name| *name == file.name()) {
                        waiting.remove(at);
                    }
                });
            }
        });
    }

    async fn bring_one(self, file: &File) {
        let Some(bytes) = files::read(file).await else {
            return self.fail(file.name(), Failure::Unreadable);
        };
        let loaded_at = clock::now();
        let id = format!("{loaded_at}-{}", file.name());
        let stored = storage::StoredFile {
            id,
            name: file.name(),
            loaded_at,
            bytes,
        };
        if let Some(dataset) = self.import(&stored).await {
            // Stored before it is shown: what stands on the page survives a reload, and can be removed for good.
            let kept = storage::save_file(&stored).await;
            self.kept.try_set(kept);
            if !kept {
                self.unkept.try_update_value(|unkept| unkept.push(stored));
            }
            self.state.session.add_file(dataset);
        }
    }

    /// A file as it was brought.
    async fn stored(self, id: &str) -> Option<storage::StoredFile> {
        let unkept = self
            .unkept
            .try_with_value(|unkept| unkept.iter().find(|file| file.id == id).cloned());
        match unkept.flatten() {
            Some(file) => Some(file),
            None => storage::load_file(id).await,
        }
    }

    /// The text of a cell of a file; none where it cannot be looked up.
    pub async fn cell(self, id: &str, sheet: &str, line: u32, column: u32) -> Option<String> {
        let file = self.stored(id).await?;
        worker::cell_in_worker(&file.bytes, sheet, line, column).await
    }

    /// What would come of a file if all of that had been said; none where it cannot be told.
    pub async fn preview(self, id: &str, said: Mapping) -> Option<Import> {
        let file = self.stored(id).await?;
        let mappings = Mappings(vec![said]);
        worker::import_in_worker(&file.name, &file.bytes, self.state.catalogue, &mappings)
            .await
            .ok()
    }

    /// Remembers what was said, and reads the files of its shape anew.
    pub fn answer(self, said: Mapping) {
        let shape = said.headers.clone();
        self.answers.remember(said);
        self.read_anew(move |other| *other == shape);
    }

    /// Adds what a file of mappings says, and reads everything anew.
    pub fn add_answers(self, said: Mappings) {
        self.answers.add(said);
        self.read_anew(|_| true);
    }

    fn read_anew(self, concerns: impl Fn(&Shape) -> bool + 'static) {
        let files = self.state.session.files.get_untracked();
        let concerned = files.into_iter().filter(move |file| concerns(&file.log.shape));
        let ids: Vec<String> = concerned.map(|file| file.id).collect();
        spawn_local(async move {
            for id in ids {
                let Some(file) = self.stored(&id).await else {
                    continue;
                };
                if let Some(dataset) = self.import(&file).await {
                    self.state.session.replace_file(dataset);
                }
            }
        });
    }

    /// Imports one file; none where it did not come through, which is told to the visitor.
    async fn import(self, file: &storage::StoredFile) -> Option<Dataset> {
        let mappings = self.answers.now();
        let import = worker::import_in_worker(&file.name, &file.bytes, self.state.catalogue, &mappings).await;
        let why = match import {
            Ok(import) => {
                let (id, loaded_at) = (file.id.clone(), file.loaded_at);
                return Some(Dataset::new(id, Provenance::File, loaded_at, import));
            }
            Err(worker::Failure::Cancelled) => Failure::Cancelled,
            Err(worker::Failure::Broken) => Failure::Broken,
        };
        self.fail(file.name.clone(), why);
        None
    }

    fn fail(self, name: String, why: Failure) {
        self.failed.try_update(|failed| failed.push((name, why)));
    }

    /// Forgets a file, first where it is stored, so that no reload brings it back.
    pub fn remove(self, id: String) {
        spawn_local(async move {
            storage::delete_file(&id).await;
            self.unkept
                .try_update_value(|unkept| unkept.retain(|file| file.id != id));
            self.state.session.remove_file(&id);
        });
    }
}
