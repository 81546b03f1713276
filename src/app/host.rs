//! The host's own figures: read at start by the same import as the visitor's, and kept apart from them.

use leptos::task::spawn_local;

use super::dataset::Dataset;
use super::state::State;
use crate::browser::{files, hosted, worker};
use crate::import::{HostFile, HostMistake, Import, Mappings, host_files};

/// Reads the files that the host has listed, if any. They are shown together, once all of them are there.
pub fn bring(state: State) {
    spawn_local(async move {
        let Some(list) = hosted::text("data/index.json").await else {
            return;
        };
        let (listed, mut mistakes) = host_files(&list);
        let mut files = Vec::new();
        for file in listed {
            match read(state, &file, &mut mistakes).await {
                Some(import) => files.push(Dataset::of_host(file, import)),
                None => mistakes.push(HostMistake::Absent(file.file)),
            }
        }
        state.session.show_host(files, mistakes);
    });
}

/// Reads a file as its mapping says; without it where that cannot be used.
async fn read(state: State, file: &HostFile, mistakes: &mut Vec<HostMistake>) -> Option<Import> {
    let bytes = hosted::file(&format!("data/{}", file.file)).await?;
    let said = match &file.mapping {
        Some(path) => hosted::text(&format!("data/{path}")).await,
        None => None,
    };
    let mappings = file.mappings(said.as_deref(), state.catalogue);
    let mappings = mappings.unwrap_or_else(|mistake| {
        mistakes.push(mistake);
        Mappings::default()
    });
    worker::import_in_worker(
        &file.file,
        &files::of_bytes(&bytes.to_vec()),
        state.catalogue,
        &mappings,
    )
    .await
    .ok()
}
