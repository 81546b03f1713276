//! The two ways to bring figures: picking or dropping files, and the invented example.

use leptos::prelude::*;

use super::file_button::FileButton;
use crate::app::loading::{Failure, Loading};
use crate::app::route::Page;
use crate::app::state::State;
use crate::browser::worker;
use crate::catalogue::builtin_example;
use crate::lang::Lang;

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
                    <button type="button" on:click=move |_| state.show_example()>
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
        let waiting = loading.waiting();
        waiting.first().map(|name| match state.lang() {
            Lang::Zh => format!("正在读取“{name}”，还有 {} 个文件。", waiting.len() - 1),
            Lang::En => format!("Reading “{name}”; {} more to come.", waiting.len() - 1),
        })
    };
    let failures = move || {
        let sentence =
            |(name, why): (String, Failure)| view! { <li>{failure(state.lang(), &name, why)}</li> };
        loading.failed().into_iter().map(sentence).collect_view()
    };
    view! {
        <div role="status">
            <p>{reading}</p>
            <ul>{failures}</ul>
        </div>
        <Show when=move || !loading.waiting().is_empty()>
            <button type="button" on:click=move |_| worker::cancel_import()>
                {move || state.say("取消", "Cancel")}
            </button>
        </Show>
    }
}

fn failure(lang: Lang, name: &str, why: Failure) -> String {
    match (lang, why) {
        (Lang::Zh, Failure::Unreadable) => {
            format!("“{name}”读不出来：文件可能已被移动或删除。请重新选择它。")
        }
        (Lang::Zh, Failure::Cancelled) => format!("“{name}”已取消，没有载入。"),
        (Lang::Zh, Failure::Broken) => {
            format!("“{name}”没有读成：浏览器停止了读取。请刷新页面后再试一次，其他数据都还在。")
        }
        (Lang::Zh, Failure::NotRemoved) => {
            format!("“{name}”没有移除：浏览器没能删掉它，所以仍列在下面。请关闭本应用的其他标签页后再试。")
        }
        (Lang::En, Failure::NotRemoved) => {
            format!(
                "“{name}” was not removed: the browser could not delete it, so it stays in the list. Close this app’s other tabs and try again."
            )
        }
        (Lang::En, Failure::Unreadable) => {
            format!("“{name}” could not be read: it may have been moved or deleted. Please choose it again.")
        }
        (Lang::En, Failure::Cancelled) => format!("“{name}” was cancelled and is not loaded."),
        (Lang::En, Failure::Broken) => {
            format!(
                "“{name}” was not read: the browser stopped it. Reload the page and try again; everything else is still here."
            )
        }
    }
}
