//! A button that is pressed while what it chooses is chosen.

use leptos::prelude::*;

/// One of several choices.
pub fn choice(
    words: impl Fn() -> String + Send + 'static,
    is_chosen: impl Fn() -> bool + Send + 'static,
    choose: impl Fn() + 'static,
) -> impl IntoView {
    view! {
        <button type="button" aria-pressed=move || is_chosen().to_string() on:click=move |_| choose()>
            {words}
        </button>
    }
}
