//! The line on every page that says what is not kept, and what is kept but cannot be read.

use leptos::prelude::*;

use super::kept_words::{not_carried, saved_by, trouble_sentence};
use crate::app::route::Page;
use crate::app::state::State;
use crate::browser::{address, storage};
use crate::text;

/// Who saved what is looked at, where there is no room for more; nothing where a page carries nothing.
#[component]
pub fn CarriedMark() -> impl IntoView {
    let state = State::get();
    let carried = StoredValue::new(state.kept.carried().and_then(Result::ok));
    let mark = move || carried.with_value(|carried| Some(saved_by(carried.as_ref()?, state.lang())));
    move || {
        let mark = mark().filter(|_| state.kept.is_looking());
        mark.map(|mark| view! { <p class="carried-mark small">{mark}</p> })
    }
}

/// The line; nothing where all is well.
#[component]
pub fn KeepingBar() -> impl IntoView {
    let state = State::get();
    let kept = state.kept;
    let trouble = move || {
        kept.trouble().map(|trouble| {
            view! { <p>{trouble_sentence(trouble, state.lang())}</p> }
        })
    };
    let unreadable = move || {
        let count = kept.unreadable().with(Vec::len);
        (count > 0).then(|| text::kept::unreadable(count, state.lang()))
    };
    // What a page carries stays the same as long as it is open.
    let carried = StoredValue::new(kept.carried());
    let carries = move || {
        carried.with_value(|carried| match carried {
            None => None,
            Some(Ok(backup)) => Some(saved_by(backup, state.lang())),
            Some(Err(why)) => Some(not_carried(*why, state.lang()).to_owned()),
        })
    };
    let can_switch = carried.with_value(|carried| matches!(carried, Some(Ok(_))));
    let is_shown = move || {
        carried.with_value(Option::is_some)
            || kept.trouble().is_some()
            || kept.is_erased()
            || kept.unreadable().with(|all| !all.is_empty())
    };
    view! {
        <div role="status">
            <Show when=is_shown>
                <div class="keeping small">
                    {move || carries().map(|sentence| view! { <p class="carries">{sentence}</p> })}
                    {trouble}
                    {move || unreadable().map(|sentence| view! { <p>{sentence}</p> })}
                    <Show when=move || kept.is_erased()>
                        <p>
                            {move || state.say(
                                "本应用在这个浏览器里保存的内容已全部删除。",
                                "All that this app had kept in this browser is erased.",
                            )}
                        </p>
                    </Show>
                    <p class="row">
                        <a href=move || state.href(Page::Privacy)>
                            {move || state.say("查看和备份", "See and back up")}
                        </a>
                        {match (can_switch, untrack(|| kept.is_looking())) {
                            (true, true) => view! {
                                <button type="button" class="plain" on:click=|_| storage::show_own()>
                                    {move || state.say("看这个浏览器里的", "See what this browser keeps")}
                                </button>
                            }.into_any(),
                            (true, false) => view! {
                                <button type="button" class="plain" on:click=|_| storage::show_carried()>
                                    {move || state.say("看此文件带着的", "See what this file carries")}
                                </button>
                            }.into_any(),
                            (false, _) => view! {
                                <button type="button" class="plain" on:click=|_| address::reload()>
                                    {move || state.say("刷新这一页", "Reload this page")}
                                </button>
                            }.into_any(),
                        }}
                    </p>
                </div>
            </Show>
        </div>
    }
}
