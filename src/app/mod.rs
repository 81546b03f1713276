//! The pages, in Leptos. [`state`] holds what is known and chosen, `pages/` has one file for each page,
//! `components/` the parts that several pages share. A page reads top-down: what it asks for, then what it
//! shows.

mod answers;
mod bundled;
mod choices;
mod components;
mod dataset;
mod dialogs;
mod fetched;
mod few;
mod goals;
mod host;
mod loading;
mod own_catalogue;
mod pages;
mod plots;
mod queue;
mod route;
mod shell;
mod state;
mod talk;
mod theme;

use leptos::mount::mount_to_body;
use leptos::prelude::*;

use crate::browser::storage::{self, Found, Trouble};
use crate::browser::{address, look};

use components::whence::Whence;
use dataset::Bundle;
use dialogs::DialogWanted;
use loading::Loading;
use own_catalogue::{InUse, in_use};
use shell::Shell;
use state::State;

/// Reads what is kept, then shows the app; a browser that does not answer is not waited for.
pub fn start() {
    // Leptos has no executor before something is mounted.
    wasm_bindgen_futures::spawn_local(async {
        let found = storage::find().await;
        let begun = async { Ok((bundled::at_start().await?, in_use(&found.entries).await?)) };
        let (figures, in_use) = match begun.await {
            Ok(begun) => begun,
            Err(why) => return look::not_opened(&why),
        };
        show_view(&found);
        look::opened();
        mount_to_body(move || view! { <App found figures in_use /> });
    });
}

/// A page that carries what somebody saw opens where they saw it, unless another of its pages is asked for.
fn show_view(found: &Found) {
    if let (Some(Trouble::Carried), Some(Ok(carried))) = (found.trouble, &found.carried)
        && address::hash().len() <= 1
        && carried.view.starts_with("#/")
    {
        address::replace(&carried.view);
    }
}

/// The whole app, with what was kept on earlier visits, the figures that it carries, and the catalogue to go by.
#[component]
fn App(found: Found, figures: Bundle, in_use: InUse) -> impl IntoView {
    let state = State::start(&found, figures, in_use);
    let loading = Loading::start(state, found);
    bundled::bring(state, loading);
    host::bring(state);
    Whence::start(DialogWanted::start());
    view! { <Shell /> }
}
