//! The two ways to bring figures: picking or dropping files, and the invented example.

use leptos::prelude::*;

use super::file_button::FileButton;
use crate::app::bundled::show_example;
use crate::app::loading::{Failure, Loading};
use crate::app::queue::Queue;
use crate::app::route::Page;
use crate::app::state::State;
use crate::browser::worker;
use crate::catalogue::builtin_example;
use crate::lang::Lang;
use crate::text::files;

/// A box that takes files, with what is happening to them.
#[component]
pub fn BringFiles() -> impl IntoView {
    let state = State::get();
    let loading = Loading::get();
    let pick = move |chosen| {
        loading.bring(chosen);
        if state.page() != Page::Data {
            state.go(Page::Data);
        }
    };
    view! {
        <div class="drop">
            <p>
                {move || state.say(
                    "把 CSV 或 Excel 文件拖到页面任意处，或者选择文件（可一次选多个）。",
                    "Drop CSV or Excel files anywhere on the page, or choose them (several at once).",
                )}
            </p>
            <p class="row">
                <FileButton
                    id="files"
                    label=Signal::derive(move || state.say("选择文件", "Choose files"))
                    accept=".csv,.tsv,.txt,.xlsx,.xlsm,.xls,.et,.ods,.htm,.html,.zip,text/csv"
                    multiple=true
                    primary=true
                    pick
                />
                <Show when=move || builtin_example().is_some() && !state.preferences.example()>
                    <button type="button" on:click=move |_| show_example(state, loading)>
                        {move || state.say("看示例数据（虚构）", "See example data (invented)")}
                    </button>
                </Show>
            </p>
            <p class="muted small">
                {move || state.say(
                    "文件只在这台设备上读取，不会上传。",
                    "Files are read on this device only and never uploaded.",
                )}
            </p>
            <Progress />
        </div>
    }
}

/// What is being read, and what could not be.
#[component]
fn Progress() -> impl IntoView {
    let state = State::get();
    let loading = Loading::get();
    let reading = move || {
        loading.with_queue(|queue| {
            let (name, rest) = queue.at_work()?;
            Some(files::reading(name, rest, state.lang()))
        })
    };
    let storing = move || {
        let names = state.kept.writing();
        let name = names.iter().find(|name| !name.is_empty())?;
        Some(files::storing(name, state.lang()))
    };
    let so_far = move || {
        let progress = loading.with_queue(Queue::progress)?;
        Some(files::progress(&progress, state.lang()))
    };
    let failures = move || {
        let sentence =
            |(name, why): (String, Failure)| view! { <li>{failure(state.lang(), &name, why)}</li> };
        loading.failed().into_iter().map(sentence).collect_view()
    };
    view! {
        <div role="status">
            <p>{reading}</p>
            // Told ten times a second, it would leave whoever listens to the page no peace.
            <p class="muted small" aria-live="off">{so_far}</p>
            <p>{storing}</p>
            <ul>{failures}</ul>
        </div>
        <Show when=move || loading.with_queue(|queue| queue.at_work().is_some())>
            <button type="button" on:click=move |_| worker::cancel_import()>
                {move || state.say("取消", "Cancel")}
            </button>
        </Show>
    }
}

fn failure(lang: Lang, name: &str, why: Failure) -> String {
    match why {
        Failure::Unreadable => files::out_of_reach(name, lang),
        Failure::Cancelled => files::cancelled(name, lang),
        Failure::Broken => files::broken_off(name, lang),
        Failure::NotRemoved => files::not_removed(name, lang),
        Failure::Absent => files::absent(name, lang),
    }
}
