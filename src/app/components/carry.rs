//! 带数据另存: the page as one file with everything here in it, and such a file's contents taken over into this browser.

use leptos::html::Input;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::kept_words::{entry_name, not_carried, trouble_sentence};
use super::restore_plan::{Opened, RestorePlan};
use super::wrong::Wrong;
use crate::app::state::State;
use crate::browser::{clock, download, own_file, storage};
use crate::catalogue::builtin;
use crate::kept::{Backup, Entry, Shelf, write};
use crate::text::backup;

/// At most this many things are listed.
const MOST: usize = 200;

/// What would be carried, and the button that saves it.
#[component]
pub fn SaveCarrying() -> impl IntoView {
    let state = State::get();
    let by = NodeRef::<Input>::new();
    // What it is called is enough: the files stay where they are until it is saved.
    let content = RwSignal::new(None::<Vec<Entry<()>>>);
    let wrong = RwSignal::new(None::<String>);
    Effect::new(move |_| {
        state.kept.files_moved();
        state.session.files.track();
        spawn_local(async move {
            if let Ok(entries) = state.kept.everything().await {
                let entries = entries.into_iter().filter(is_carried);
                content.try_set(Some(entries.map(|entry| entry.with_bytes(drop)).collect()));
            }
        });
    });
    let save = move |_| {
        wrong.set(None);
        let by = by
            .get_untracked()
            .map(|input| input.value().trim().to_owned())
            .unwrap_or_default();
        spawn_local(async move {
            if let Err(sentence) = offer(state, by).await {
                wrong.try_set(Some(sentence));
            }
        });
    };
    view! {
        <section class="stack tight" aria-labelledby="carry">
            <h2 id="carry">{move || state.say("带数据另存", "Save with data")}</h2>
            <p class="reading">
                {move || state.say(
                    "把整个应用连同这里的内容存成一个网页文件。对方在电脑上双击就能打开，不用网络，看到的就是您离开前的那一页和同样的数。谁拿到文件谁就能看到里面的内容，发出前请核对。",
                    "Saves the whole app with what you have here as one web page. Whoever double-clicks it on a computer sees, without a network, the page that you came from and the same figures. Anyone who has the file can see what is in it: check it before you send it.",
                )}
            </p>
            {move || content.get().map(|entries| listed(state, &entries))}
            <p class="row">
                <label>
                    {move || state.say("署名（可不填）", "Saved by (may be empty)")}
                    " "
                    <input type="text" maxlength="60" node_ref=by />
                </label>
                <button type="button" on:click=save>{move || state.say("带数据另存", "Save with data")}</button>
            </p>
            <Wrong sentence=wrong />
        </section>
    }
}

/// How a page looks is everyone's own choice, and what cannot be read is of no use to others.
fn is_carried<B>(entry: &Entry<B>) -> bool {
    let stays = [Shelf::Preferences, Shelf::Aside];
    !stays.iter().any(|shelf| entry.is_on(*shelf))
}

fn listed(state: State, entries: &[Entry<()>]) -> impl IntoView + use<> {
    let (count, lang) = (entries.len(), state.lang());
    let names = entries.iter().take(MOST).map(|entry| entry_name(state, entry));
    let items = names.map(|name| view! { <li>{name}</li> }).collect_view();
    let rest = count
        .checked_sub(MOST)
        .filter(|rest| *rest > 0)
        .map(|rest| backup::not_listed(rest, lang));
    let host = move || {
        let files = state.session.host.with(|(files, _)| files.len());
        (files > 0).then(|| backup::would_carry_of_host(files, state.lang()))
    };
    view! {
        <details open=count <= 20>
            <summary>{backup::would_carry(count, lang)}</summary>
            <ul class="small">{items} {rest.map(|rest| view! { <li>{rest}</li> })}</ul>
        </details>
        {move || host().map(|sentence| view! { <p class="small">{sentence}</p> })}
    }
}

async fn offer(state: State, by: String) -> Result<(), String> {
    let (lang, title) = untrack(|| (state.lang(), state.title()));
    if let Some(Err(why)) = state.kept.carried() {
        // Saved again it would lose what it carries.
        return Err(not_carried(why, lang).to_owned());
    }
    let backup = state.kept.backup(title.clone()).await;
    let mut backup = backup.map_err(|trouble| trouble_sentence(trouble, lang).to_owned())?;
    backup.entries.retain(is_carried);
    let backup = Backup {
        by,
        view: state.navigation.view(),
        ..backup
    };
    let page = format!("{}.html", builtin().slug);
    let html = own_file::carrying(&page, &write(&backup)).await.map_err(|_| {
        lang.pick(
            "取不到单文件版的网页，所以没有另存。请连上网络再试一次。",
            "The page as one file could not be had, so nothing was saved. Please try again with a network.",
        )
        .to_owned()
    })?;
    let name = format!("{title}-{}", clock::today());
    download::text(
        &download::file_name(&name, "page", "html"),
        "text/html;charset=utf-8",
        &html,
    );
    Ok(())
}

/// What the page carries beside what is kept in this browser, to be taken over; nothing where it carries nothing.
#[component]
pub fn TakeOver() -> impl IntoView {
    let state = State::get();
    let opened = RwSignal::new(None::<Opened>);
    let wrong = RwSignal::new(None::<String>);
    let carried = StoredValue::new(state.kept.carried().and_then(Result::ok));
    let begin = move |_| {
        spawn_local(async move {
            let Some(backup) = carried.get_value() else { return };
            let opening = match storage::read().await {
                Ok(here) => Opened::new(None, backup, here).await,
                Err(trouble) => Err(trouble),
            };
            match opening {
                Ok(found) => {
                    opened.try_set(Some(found));
                }
                Err(trouble) => {
                    let sentence = trouble_sentence(trouble, untrack(|| state.lang()));
                    wrong.try_set(Some(sentence.to_owned()));
                }
            }
        });
    };
    view! {
        <Show when=move || carried.with_value(Option::is_some) && state.kept.is_looking()>
            <section class="stack tight" aria-labelledby="take-over">
                <h2 id="take-over">{move || state.say("此文件带着的内容", "What this file carries")}</h2>
                <p class="reading">
                    {move || state.say(
                        "可以只看，也可以并入这个浏览器，以后不用这个文件也在。并入前会逐项列出有什么变化。",
                        "You can just look at it, or take it over into this browser, where it stays without this file. Before that you see, thing by thing, what would change.",
                    )}
                </p>
                <p class="row">
                    <button type="button" class="primary" on:click=begin>
                        {move || state.say("并入这个浏览器……", "Take over into this browser…")}
                    </button>
                </p>
                <Wrong sentence=wrong />
                {move || opened.get().map(|found| view! { <RestorePlan found close=move || opened.set(None) /> })}
            </section>
        </Show>
    }
}
