//! The log of one file, in a row that opens: what was taken from it, every cell that was not, with the reason, and the
//! lines that are notes rather than rows.

mod lists;

use std::sync::Arc;

use leptos::prelude::*;

use super::mapping::{MappingStep, words};
use crate::app::dataset::{Dataset, Provenance};
use crate::app::loading::Loading;
use crate::app::state::State;
use crate::browser::{clock, download};
use crate::import::{HostFile, Log};
use crate::text::{files, mapping};

use lists::{computed, note_list, questions, rejection_table};

/// The id of the fold of a file, to go to; a name may have spaces, which an id must not.
pub fn fold_id(id: &str) -> String {
    let word = id.split_whitespace().collect::<Vec<_>>().join("-");
    format!("file-{word}")
}

/// One dataset with its log: a line, which stands open where something is asked of the visitor.
#[component]
pub fn FileLog(dataset: Dataset) -> impl IntoView {
    let state = State::get();
    let loading = Loading::get();
    let name = StoredValue::new(dataset.clone());
    let named = move || name.with_value(|dataset| dataset.name_in_log(state.lang()).to_owned());
    let own = matches!(dataset.provenance, Provenance::File | Provenance::Link);
    let log = dataset.log.clone();
    let open = own && log.open_questions() > 0;
    let (id, removed) = (dataset.id.clone(), dataset.name.clone());
    let fold = fold_id(&id);
    let remove = move |_| loading.remove(id.clone(), removed.clone());
    // The button lies over the end of the line: within a summary it could not be reached.
    view! {
        <article class="file-row" aria-label=named>
            <details id=fold open=open>
                <summary>
                    <h3>{named}</h3>
                    <span class="muted small">{move || files::in_short(&log, own, state.lang())}</span>
                </summary>
                <Opened dataset own />
            </details>
            {own.then(|| view! {
                <button type="button" class="plain" on:click=remove>{move || state.say("移除", "Remove")}</button>
            })}
        </article>
    }
}

/// What stands below the line.
#[component]
fn Opened(dataset: Dataset, own: bool) -> impl IntoView {
    let state = State::get();
    let log = StoredValue::new(dataset.log.clone());
    let loaded_at = dataset.loaded_at;
    let save = move |_| {
        let lang = state.lang();
        let (text, name) = log.with_value(|log| (log.to_csv(lang), log.name.clone()));
        let name = format!("{}.csv", files::log_title(&name, lang));
        download::text(&name, "text/csv;charset=utf-8", &text);
    };
    view! {
        <div class="stack tight">
            {dataset.host.clone().map(|host| host_line(state, host))}
            <p>{move || log.with_value(|log| files::in_one_sentence(log, state.lang()))}</p>
            <p class="muted small">
                {move || log.with_value(|log| files::how_read(log, state.lang()))}
                {own.then_some(move || loaded_on(state, loaded_at))}
            </p>
            {own.then_some(move || log.with_value(|log| mapped(state, log)))}
            {move || log.with_value(|log| computed(state, log))}
            {own.then(|| view! { <MappingStep dataset /> })}
            {(!own).then_some(move || log.with_value(|log| questions(state, log)))}
            {move || log.with_value(|log| rejection_table(state, log))}
            {move || log.with_value(|log| note_list(state, log))}
            <p>
                <button type="button" on:click=save>{move || state.say("下载读取报告", "Download the import log")}</button>
            </p>
        </div>
    }
}

/// When the visitor loaded the file.
fn loaded_on(state: State, moment: f64) -> String {
    let lang = state.lang();
    files::loaded_on(&clock::date(moment, lang), lang)
}

/// What the host says of its file, and the file itself.
fn host_line(state: State, host: Arc<HostFile>) -> impl IntoView {
    let address = format!("./data/{}", host.file);
    let said = move || files::of_host(&host, state.lang());
    view! {
        <p class="small">
            {said}
            <a href=address download>{move || state.say("下载这个文件", "Download the file")}</a>
        </p>
    }
}

/// What was understood as the visitor said, and for whose area figures were taken that nothing names.
fn mapped(state: State, log: &Log) -> impl IntoView + use<> {
    let lang = state.lang();
    let said: Vec<String> = log
        .mapped
        .iter()
        .map(|mapped| {
            let text = mapping::place(mapped.place, &mapped.text, lang);
            format!("{text} → {}", words::answer(state, &mapped.answer))
        })
        .collect();
    let said = files::read_as_remembered(&said, lang);
    let sure = log.only_sure.then(|| {
        lang.pick(
            "只采用了有把握的，其余都在没有采用的里面。",
            "Only what is sure was taken; the rest is listed as not taken.",
        )
    });
    let note = lang.pick(
        "在下面“记住的对应”里可以撤销。",
        "It can be undone below, under “Remembered mappings”.",
    );
    (said.is_some() || sure.is_some())
        .then(|| view! { <p class="small" role="note">{said} {sure} " " {note}</p> })
}
