//! A button that lets the visitor choose files.

use leptos::html::Input;
use leptos::prelude::*;
use web_sys::File;

use crate::browser::files;

/// The button; the browser's own input is in it, unseen, and keeps the keyboard.
#[component]
pub fn FileButton(
    /// The id of the input.
    id: &'static str,
    /// What stands on the button.
    #[prop(into)]
    label: Signal<&'static str>,
    /// The kinds of files, as `accept` lists them.
    accept: &'static str,
    /// Whether several can be chosen at once.
    #[prop(default = false)]
    multiple: bool,
    /// Whether it is what the page wants most.
    #[prop(default = false)]
    primary: bool,
    /// Is called with what was chosen, at least one file.
    pick: impl Fn(Vec<File>) + 'static,
) -> impl IntoView {
    let input = NodeRef::<Input>::new();
    let change = move |_| {
        let chosen = input.get_untracked().map(|input| files::chosen(&input));
        if let Some(chosen) = chosen.filter(|chosen| !chosen.is_empty()) {
            pick(chosen);
        }
    };
    view! {
        <label class="button" class:primary=primary for=id>
            {label}
            <input
                id=id
                class="file-input"
                type="file"
                accept=accept
                multiple=multiple
                node_ref=input
                on:change=change
            />
        </label>
    }
}
