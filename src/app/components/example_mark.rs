//! The mark beside everything that shows invented figures.

use leptos::prelude::*;

use crate::app::state::State;
use crate::text::EXAMPLE_MARK;

/// Says that what it stands beside is invented.
#[component]
pub fn ExampleMark() -> impl IntoView {
    let state = State::get();
    view! { <span class="example-mark">{move || EXAMPLE_MARK.in_lang(state.lang())}</span> }
}
