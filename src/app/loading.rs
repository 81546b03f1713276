//! Bringing files in: from the visitor's hand through the worker into the state, kept for the next visit.

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::File;

use super::dataset::{Dataset, Provenance};
use super::state::State;
use crate::browser::{clock, files, storage, worker};

/// How far the loading of files is.
#[derive(Clone, Copy)]
pub struct Loading {
    state: State,
    waiting: RwSignal<Vec<String>>,
    failed: RwSignal<Vec<(String, Failure)>>,
    kept: RwSignal<bool>,
    restoring: RwSignal<bool>,
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
            self.state.session.add_file(dataset);
        }
    }

    /// Imports one file; none where it did not come through, which is told to the visitor.
    async fn import(self, file: &storage::StoredFile) -> Option<Dataset> {
        let why = match worker::import_in_worker(&file.name, &file.bytes, self.state.catalogue).await {
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
            self.state.session.remove_file(&id);
        });
    }
}
