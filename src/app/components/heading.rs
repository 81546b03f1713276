//! The heading of a page whose answer is a sentence: what the page is about in small type, then the answer.

use leptos::prelude::*;

use super::unbroken::unbroken;

/// The heading; screen readers and the keyboard come to it as to every page's. The answer is said again when it
/// changes.
#[component]
pub fn Heading(
    /// What the page is about.
    #[prop(into)]
    about: Signal<String>,
    /// The answer; empty while there is none.
    #[prop(into)]
    answer: Signal<String>,
) -> impl IntoView {
    view! {
        <h1 tabindex="-1">
            <span class="kicker">{about}</span>
            " "
            <span role="status">{move || unbroken(&answer.get())}</span>
        </h1>
    }
}
