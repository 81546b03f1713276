//! The pages, in Leptos. [`state`] holds what is known and chosen, `pages/` has one file for each page,
//! `components/` the parts that several pages share. A page reads top-down: what it asks for, then what it
//! shows.

mod answers;
mod choices;
mod components;
mod dataset;
mod goals;
mod host;
mod loading;
mod pages;
mod plots;
mod route;
mod shell;
mod state;
mod talk;
mod theme;

use leptos::prelude::*;

use components::whence::{Whence, WhenceDialog};
use loading::Loading;
use shell::Shell;
use state::State;

/// The whole app.
#[component]
pub fn App() -> impl IntoView {
    let state = State::start();
    Loading::start(state);
    host::bring(state);
    Whence::start();
    view! { <Shell /> <WhenceDialog /> }
}
