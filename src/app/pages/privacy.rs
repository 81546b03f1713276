//! 隐私和备份: what is kept where and how much of it, backup and restore, and the one button that erases all of it.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::components::backup::BackupAndRestore;
use crate::app::components::carry::{SaveCarrying, TakeOver};
use crate::app::components::set_aside::SetAside;
use crate::app::components::undo_step::UndoStep;
use crate::app::state::State;
use crate::browser::storage::{self, Room, Trouble};
use crate::kept::Shelf;
use crate::lang::Lang;
use crate::text::kept;

/// The page.
#[component]
pub fn Privacy() -> impl IntoView {
    let state = State::get();
    super::set_title(move || state.say("隐私和备份", "Privacy and backup").to_owned());
    view! {
        <div class="stack">
            <h1 tabindex="-1">{move || state.say("隐私和备份", "Privacy and backup")}</h1>
            <p class="answer">
                {move || state.say(
                    "您载入和填写的内容只在这台设备的这个浏览器里，从不发送出去。",
                    "What you load and enter stays in this browser on this device and is never sent anywhere.",
                )}
            </p>
            <p class="reading">
                {move || state.say(
                    "没有账号，没有访问统计，不用 Cookie，也不向其他网站取任何东西。提供本站的服务器和任何网站一样，知道有人打开了网页；但您看的是哪一页、选了什么、载入了什么文件，它都不知道。",
                    "There are no accounts, no visitor statistics and no cookies, and nothing is fetched from other sites. The server that hosts this page knows, as any server does, that somebody opened it; which page you look at, what you choose and what you load it never learns.",
                )}
            </p>
            <UndoStep />
        </div>
        <WhatIsKept />
        <SetAside />
        <TakeOver />
        <Show when=move || !state.kept.is_looking()>
            <BackupAndRestore />
        </Show>
        <SaveCarrying />
        <EraseAll />
    }
}

#[component]
fn WhatIsKept() -> impl IntoView {
    let state = State::get();
    let room = RwSignal::new(None::<Room>);
    Effect::new(move |_| {
        state.kept.files_moved();
        state.session.files.track();
        spawn_local(async move {
            let found = storage::room().await;
            room.try_set(Some(found));
        });
    });
    let files = move || state.session.files.with(Vec::len);
    let row = move |zh: &'static str, en: &'static str, count: Signal<usize>| {
        view! {
            <tr>
                <th scope="row">{move || state.say(zh, en)}</th>
                <td>{move || place(state)}</td>
                <td class="number">{move || count.get()}</td>
            </tr>
        }
    };
    let on = move |shelf: Shelf| Signal::derive(move || state.kept.count(shelf));
    view! {
        <section class="stack tight" aria-labelledby="kept">
            <h2 id="kept">{move || state.say("存了什么，存在哪里", "What is kept, and where")}</h2>
            <div class="table-frame">
                <table>
                    <thead>
                        <tr>
                            <th scope="col">{move || state.say("内容", "What")}</th>
                            <th scope="col">{move || state.say("存在哪里", "Where")}</th>
                            <th scope="col" class="number">{move || state.say("现在有几项", "How many now")}</th>
                        </tr>
                    </thead>
                    <tbody>
                        {row("载入的文件，原样", "Files that you loaded, as they came", Signal::derive(files))}
                        {row("查证记录", "Assessments that you recorded", on(Shelf::Records))}
                        {row("对文件内容含义的回答", "What you said that files mean", on(Shelf::Mappings))}
                        {row("您自己的规划目录", "A catalogue of your own", on(Shelf::Catalogue))}
                        {row(
                            "矛盾数值的取舍、报告的文字、演示的幻灯片",
                            "How contradictions are settled, words of reports, slides",
                            on(Shelf::Choices),
                        )}
                        <tr>
                            <th scope="row">{move || state.say("语言、明暗、字号", "Language, theme, type size")}</th>
                            <td>{move || state.say("浏览器的本地存储", "the browser’s local storage")}</td>
                            <td></td>
                        </tr>
                        <tr>
                            <th scope="row">
                                {move || state.say("网页本身，供断网时使用（不含您的内容）", "The page itself, for use offline (nothing of yours)")}
                            </th>
                            <td>{move || state.say("浏览器的缓存", "the browser’s cache")}</td>
                            <td></td>
                        </tr>
                    </tbody>
                </table>
            </div>
            <p class="muted small">{move || room.get().map(|room| room_sentence(room, state.lang()))}</p>
        </section>
    }
}

fn room_sentence(room: Room, lang: Lang) -> String {
    kept::room(room.used.zip(room.allowed), room.persistent, lang)
}

/// Where what is shown stands.
fn place(state: State) -> &'static str {
    match state.kept.trouble() {
        Some(Trouble::Carried) => state.say("此文件", "this file"),
        Some(Trouble::Blocked | Trouble::Later | Trouble::Held | Trouble::Silent) => {
            state.say("只在这一页的内存", "this page’s memory alone")
        }
        // What of it could not be stored the notice at the top of the page says.
        Some(Trouble::Full | Trouble::Failed) | None => state.say("浏览器的数据库", "the browser’s database"),
    }
}

#[component]
fn EraseAll() -> impl IntoView {
    let state = State::get();
    let asking = RwSignal::new(false);
    let failed = RwSignal::new(false);
    let erase = move |_| {
        spawn_local(async move {
            let done = state.kept.erase().await;
            failed.try_set(done.is_err());
            asking.try_set(false);
        });
    };
    view! {
        <section class="stack tight" aria-labelledby="erase">
            <h2 id="erase">{move || state.say("全部删除", "Erase everything")}</h2>
            <p class="reading">
                {move || state.say(
                    "删除本应用在这个浏览器里留下的一切：上面列出的全部内容，以及供断网使用的网页。不能撤销；需要留下的，请先保存备份。",
                    "Erases all that this app has left in this browser: everything listed above, and the page kept for use offline. This cannot be undone; save a backup first of what you need.",
                )}
            </p>
            <p class="row">
                <Show
                    when=move || asking.get()
                    fallback=move || view! {
                        <button type="button" on:click=move |_| asking.set(true)>
                            {move || state.say("全部删除……", "Erase everything…")}
                        </button>
                    }
                >
                    <button type="button" class="primary" on:click=erase>
                        {move || state.say("确定，全部删除", "Yes, erase everything")}
                    </button>
                    <button type="button" on:click=move |_| asking.set(false)>{move || state.say("取消", "Cancel")}</button>
                </Show>
            </p>
            <div role="alert">
                <Show when=move || failed.get()>
                    <p class="notice wrong">
                        {move || state.say(
                            "没有全部删除：浏览器没有回应，或者其他标签页还开着本应用。请关闭它们再试一次。",
                            "Not everything was erased: the browser did not answer, or other tabs have this app open. Close them and try again.",
                        )}
                    </p>
                </Show>
            </div>
        </section>
    }
}
