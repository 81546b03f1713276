//! The figures that the app carries: the published ones are there with the first page, the invented example comes once
//! somebody asks for it. By a catalogue of the visitor's own both are read anew, in the worker.

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsValue;

use super::dataset::{Bundle, Dataset, Provenance};
use super::loading::{Failure, Loading};
use super::state::{State, is_example_chosen};
use crate::browser::bundled::{Bundled, figures};
use crate::browser::worker;
use crate::import::Import;

/// Waits for the figures that the first page shows.
///
/// # Errors
/// When the published ones do not come: nothing can be said without them.
pub async fn at_start() -> Result<Bundle, JsValue> {
    let reference = figures(Bundled::Reference).await?;
    let example = match is_example_chosen() {
        // One that does not come is asked for again, and its absence told, once the page is there.
        true => figures(Bundled::Example).await.unwrap_or_default(),
        false => None,
    };
    Ok(Bundle {
        reference: reference.map(|it| dataset(Bundled::Reference, it)),
        example: example.map(|it| dataset(Bundled::Example, it)),
        is_coming: false,
    })
}

/// Brings what was not there at the start: everything by a catalogue of the visitor's own, and the example where another
/// tab chose it.
pub fn bring(state: State, loading: Loading) {
    if state.has_own_catalogue() {
        spawn_local(async move {
            if let Some(read) = read(state, loading, Bundled::Reference).await {
                state.session.show_bundled(read);
            }
        });
    }
    Effect::new(move |_| {
        if state.preferences.example() && !state.session.has_example() {
            fetch_example(state, loading, |_| ());
        }
    });
}

/// Shows the example once it is there; where it does not come that is told, and nothing else changes.
pub fn show_example(state: State, loading: Loading) {
    loading.forget_failures();
    fetch_example(state, loading, State::show_example);
    // At once, so that whoever leaves the page finds it chosen.
    state.ask_for_example();
}

fn fetch_example(state: State, loading: Loading, then: impl FnOnce(State) + 'static) {
    state.session.expect_example(true);
    spawn_local(async move {
        let example = read(state, loading, Bundled::Example).await;
        state.session.expect_example(false);
        match example {
            Some(example) => {
                state.session.show_bundled(example);
                then(state);
            }
            None => untrack(|| state.drop_example()),
        }
    });
}

async fn read(state: State, loading: Loading, which: Bundled) -> Option<Dataset> {
    let read = match state.has_own_catalogue() {
        true => worker::import_bundled(which, state.catalogue).await.ok(),
        false => figures(which).await.ok().flatten(),
    };
    if read.is_none() {
        loading.fail(which.file().to_owned(), Failure::Absent);
    }
    read.map(|import| dataset(which, import))
}

fn dataset(which: Bundled, import: Import) -> Dataset {
    let provenance = match which {
        Bundled::Reference => Provenance::Reference,
        Bundled::Example => Provenance::Example,
    };
    Dataset::of_bundled(provenance, import)
}
