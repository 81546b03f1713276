//! What is kept but cannot be read: each thing can be saved as a file, and only the visitor throws it away.

use leptos::prelude::*;

use super::kept_words::entry_name;
use crate::app::state::State;
use crate::browser::download;
use crate::kept::{Content, Entry, Unreadable};

/// The list; nothing where everything can be read.
#[component]
pub fn SetAside() -> impl IntoView {
    let state = State::get();
    let unreadable = state.kept.unreadable();
    view! {
        <Show when=move || unreadable.with(|all| !all.is_empty())>
            <section class="stack tight" aria-labelledby="set-aside">
                <h2 id="set-aside">{move || state.say("这一版读不懂的内容", "What this version cannot read")}</h2>
                <p class="reading">
                    {move || state.say(
                        "它们原样留在这个浏览器里，不会被改写。可以另存为文件，交给维护本应用的人；确定不要了再删除。",
                        "These stay in this browser as they are and are never written over. Save them as files for whoever looks after this app; delete them only when you are sure.",
                    )}
                </p>
                <ul class="goal-list">
                    {move || unreadable.get().into_iter().map(|(entry, why)| row(state, entry, why)).collect_view()}
                </ul>
            </section>
        </Show>
    }
}

fn row(state: State, entry: Entry<()>, why: Unreadable) -> impl IntoView {
    let key = entry.key();
    let name = entry_name(state, &entry);
    let why = match why {
        Unreadable::Later => state.say("由更新的版本保存", "kept by a later version"),
        Unreadable::Odd => state.say("内容残缺或格式不对", "damaged, or of another shape"),
    };
    let save = move |_| {
        if let Content::Text(text) = &entry.content {
            let name = format!("{}-{}", entry.shelf, entry.id);
            download::text(
                &download::file_name(&name, "kept", "json"),
                "application/json",
                text,
            );
        }
    };
    let delete = move |_| state.kept.forget_one(key.clone());
    view! {
        <li>
            <span>{name} " · " <span class="muted">{why}</span></span>
            <span class="row">
                <button type="button" on:click=save>{state.say("另存为文件", "Save as a file")}</button>
                <button type="button" on:click=delete>{state.say("删除", "Delete")}</button>
            </span>
        </li>
    }
}
