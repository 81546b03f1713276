//! Another city's targets: a catalogue of the visitor's own, as published JSON or as a table of targets.

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::{Blob, File};

use super::file_button::FileButton;
use crate::app::state::State;
use crate::browser::download;
use crate::browser::worker::{self, Failure};
use crate::catalogue::sheet::template;
use crate::catalogue::{Catalogue, builtin};
use crate::lang::Lang;
use crate::text::files::{back_to_plans, catalogue_broken_off};

/// Loads another catalogue, says what is wrong with it, and leads back to the built-in one.
#[component]
pub fn BringCatalogue() -> impl IntoView {
    let state = State::get();
    let wrong = RwSignal::new(Vec::<String>::new());
    let pick = move |chosen: Vec<File>| {
        let lang = state.lang();
        spawn_local(async move {
            let mistakes = match read(&chosen[0], lang).await {
                Ok(catalogue) => match state.use_catalogue(Some(&catalogue)).await {
                    true => Vec::new(),
                    false => vec![lang.pick(
                        "浏览器没能存下这个目录（不允许保存，或者空间已满），所以没有换用。请保存备份、移除不用的文件后再试。",
                        "The browser could not keep this catalogue (it does not allow it, or has no room), so it is not used. Save a backup, remove files that you do not need, and try again.",
                    ).to_owned()],
                },
                Err(mistakes) => mistakes,
            };
            wrong.try_set(mistakes);
        });
    };
    let save_template =
        move |_| download::text("template-targets.csv", "text/csv;charset=utf-8", &template());
    view! {
        <section class="stack tight">
            <h2>{move || state.say("换成另一个地方的规划", "Another area’s plans")}</h2>
            <p class="reading">
                {move || state.say(
                    "有自己的规划的市县，可以用一张表（CSV 或 Excel）列出目标（一行一条），或者用本应用发布的 JSON 目录。载入后整个应用改用它，随时可以换回来。",
                    "A city or county with plans of its own can list its targets in one table (CSV or Excel), a row each, or bring a catalogue in the JSON that this app publishes. The whole app then uses it; you can go back at any time.",
                )}
            </p>
            <p class="row">
                <FileButton
                    id="catalogue"
                    label=Signal::derive(move || state.say("载入目标目录", "Load a catalogue"))
                    accept=".csv,.tsv,.txt,.xlsx,.xls,.ods,.json,text/csv,application/json"
                    pick
                />
                <button type="button" on:click=save_template>
                    {move || state.say("下载目标模板", "Download a template of targets")}
                </button>
                {state.has_own_catalogue().then(|| view! {
                    <button type="button" on:click=move |_| spawn_local(async move { state.use_catalogue(None).await; })>
                        {move || {
                            let (lang, own) = (state.lang(), builtin());
                            back_to_plans(lang.pick(own.own_area(), own.own_area_english()), lang)
                        }}
                    </button>
                })}
            </p>
            <div role="alert">
                <Show when=move || wrong.with(|wrong| !wrong.is_empty())>
                    <div class="notice wrong stack tight">
                        <p>{move || state.say("目录没有载入，请改正下面的地方：", "The catalogue was not loaded; please mend these:")}</p>
                        <ul>{move || wrong.get().into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}</ul>
                    </div>
                </Show>
            </div>
        </section>
    }
}

/// Reads a catalogue, or says what is wrong with it.
async fn read(file: &Blob, lang: Lang) -> Result<Catalogue, Vec<String>> {
    match worker::catalogue_in_worker(file, lang).await {
        Ok(read) => read,
        Err(Failure::Unreadable) => Err(vec![
            lang.pick(
                "浏览器读不到这个文件：它可能已被移动、删除或正被占用。请重新选择。",
                "The browser cannot read this file: it may have been moved, deleted or locked. Please choose it again.",
            )
            .to_owned(),
        ]),
        Err(_) => Err(vec![catalogue_broken_off(lang).to_owned()]),
    }
}
