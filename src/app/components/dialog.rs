//! The frame of a dialog: its title, and what closes it.

use leptos::prelude::*;

use crate::app::state::State;

/// A dialog, hidden until [`open_dialog`](crate::browser::look::open_dialog) shows the one of that id.
#[component]
pub fn Dialog(
    /// Its id.
    id: &'static str,
    /// What it is for in style sheets, besides being a dialog.
    #[prop(default = "")]
    class: &'static str,
    /// Its title.
    #[prop(into)]
    title: Signal<&'static str>,
    children: Children,
) -> impl IntoView {
    let state = State::get();
    let heading = || format!("{id}-title");
    view! {
        <dialog id=id class=format!("keys {class}") aria-labelledby=heading()>
            // A form of this kind closes the dialog without a line of code.
            <form method="dialog" class="row">
                <h2 id=heading()>{title}</h2>
                <button>{move || state.say("关闭", "Close")}</button>
            </form>
            {children()}
        </dialog>
    }
}
