//! The last step that can be taken back: files brought, a file removed, a backup restored.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::state::{State, Step};
use crate::lang::{Lang, plural};

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
    match (step, lang) {
        (Step::Brought(names), Lang::Zh) if names.len() > 1 => format!("已载入 {} 个文件。", names.len()),
        (Step::Brought(names), Lang::En) if names.len() > 1 => {
            format!("{} loaded.", plural(names.len(), "file"))
        }
        (Step::Brought(names), Lang::Zh) => format!("已载入“{}”。", names.concat()),
        (Step::Brought(names), Lang::En) => format!("“{}” is loaded.", names.concat()),
        (Step::Removed(name), Lang::Zh) => format!("已移除“{name}”。"),
        (Step::Removed(name), Lang::En) => format!("“{name}” is removed."),
        (Step::Restored, Lang::Zh) => "已恢复备份。".to_owned(),
        (Step::Restored, Lang::En) => "The backup is restored.".to_owned(),
    }
}
