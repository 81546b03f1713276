//! What went wrong, where it is said at once, also to who does not see it.

use leptos::prelude::*;

/// The sentence; nothing as long as there is none.
#[component]
pub fn Wrong(
    /// What went wrong and what to do, in the visitor's language.
    #[prop(into)]
    sentence: Signal<Option<String>>,
) -> impl IntoView {
    view! {
        <div role="alert">
            {move || sentence.get().map(|sentence| view! { <p class="notice wrong">{sentence}</p> })}
        </div>
    }
}
