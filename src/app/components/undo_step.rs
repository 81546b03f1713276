//! The last step that can be taken back: files brought, a file removed, a backup restored.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::state::{State, Step};
use crate::lang::Lang;
use crate::text::kept;

/// The step and the button that takes it back; nothing where there is none.
#[component]
pub fn UndoStep() -> impl IntoView {
    let state = State::get();
    let sentence = move || state.kept.step().map(|step| sentence(&step, state.lang()));
    let undo = move |_| spawn_local(state.kept.undo());
    view! {
        <div role="status">
            {move || sentence().map(|sentence| view! {
                <p class="row">
                    {sentence}
                    <button type="button" on:click=undo>{state.say("撤销", "Undo")}</button>
                </p>
            })}
        </div>
    }
}

fn sentence(step: &Step, lang: Lang) -> String {
    match step {
        Step::Brought(names) => kept::loaded(names, lang),
        Step::Removed(name) => kept::removed(name, lang),
        Step::Restored => lang.pick("已恢复备份。", "The backup is restored.").to_owned(),
    }
}
