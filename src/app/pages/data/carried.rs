//! The figures that are there without a file of the visitor: the host's own, and what the app carries.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::components::file_log::FileLog;
use crate::app::dataset::{Dataset, Provenance};
use crate::app::loading::{Failure, Loading};
use crate::app::state::State;
use crate::browser::bundled::Bundled;
use crate::browser::{download, worker};
use crate::catalogue::table::{TARGET_COLUMNS, targets, to_csv};
use crate::catalogue::{builtin, builtin_reference, to_json};
use crate::import::HostMistake;

const CSV: &str = "text/csv;charset=utf-8";
const JSON: &str = "application/json";

/// The host's own figures, apart from the visitor's; what of them could not be used is named.
#[component]
pub(super) fn FromHost() -> impl IntoView {
    let state = State::get();
    let host = state.session.host;
    let mistakes = move || {
        let lang = state.lang();
        let told = |mistakes: &Vec<_>| {
            mistakes
                .iter()
                .map(|it: &HostMistake| it.message(lang))
                .collect::<Vec<_>>()
        };
        host.with(|(_, mistakes)| told(mistakes))
    };
    view! {
        <Show when=move || host.with(|(files, mistakes)| !files.is_empty() || !mistakes.is_empty())>
            <section class="stack">
                <h2>{move || state.say("本站提供的数据", "Figures that this site provides")}</h2>
                <p class="reading">
                    {move || state.say(
                        "这些文件由提供本网页的一方公布，打开网页时读取，不是您的文件。两者矛盾时，以您载入的为准。",
                        "These files are published by whoever provides this page and are read when it opens; they are not yours. Where they contradict a file that you load, yours counts.",
                    )}
                </p>
                {move || mistakes().into_iter().map(|said| view! { <p class="notice wrong">{said}</p> }).collect_view()}
                <For
                    each=move || host.with(|(files, _)| files.clone())
                    key=|dataset| dataset.id.clone()
                    children=|dataset: Dataset| view! { <FileLog dataset /> }
                />
            </section>
        </Show>
    }
}

/// The published reference figures, the example where it is loaded, and the targets.
#[component]
pub(super) fn Carried() -> impl IntoView {
    let state = State::get();
    let loading = Loading::get();
    let bundled = move || {
        state
            .session
            .datasets
            .get()
            .into_iter()
            .filter(|dataset| matches!(dataset.provenance, Provenance::Reference | Provenance::Example))
            .collect::<Vec<_>>()
    };
    let about = move || {
        let carried = builtin();
        state.say(&carried.about_reference, &carried.about_reference_english)
    };
    let save_reference = move |_| {
        spawn_local(async move {
            let which = Bundled::Reference;
            match worker::bundled_csv(which).await {
                Some(csv) => download::text(which.file(), CSV, &csv),
                None => loading.fail(which.file().to_owned(), Failure::Absent),
            }
        });
    };
    view! {
        <section class="stack">
            <h2>{move || state.say("随应用提供的数据", "Data that the app carries")}</h2>
            <Show when=move || !about().is_empty()>
                <p class="reading">{about}</p>
            </Show>
            <p class="row">
                {builtin_reference().map(|_| view! {
                    <button type="button" on:click=save_reference>
                        {move || state.say("下载参考数据", "Download the reference figures")}
                    </button>
                })}
                // Written from what the app holds: beside the page in one file there is nothing to fetch.
                <button type="button" on:click=move |_| download::text("catalogue.csv", CSV, &targets_as_csv())>
                    {move || state.say("下载目标目录（CSV）", "Download the targets (CSV)")}
                </button>
                <button type="button" on:click=move |_| download::text("catalogue.json", JSON, &to_json(builtin()))>
                    {move || state.say("下载目标目录（JSON）", "Download the catalogue (JSON)")}
                </button>
            </p>
            <For
                each=bundled
                key=|dataset| dataset.key()
                children=|dataset: Dataset| view! { <FileLog dataset /> }
            />
        </section>
    }
}

/// Every target of the built-in catalogue, one a row, as it lies beside the hosted page.
fn targets_as_csv() -> String {
    to_csv(TARGET_COLUMNS, &targets(builtin()))
}
