//! What is recorded about a goal that no figure can speak for, and the form to record more.

use leptos::ev::SubmitEvent;
use leptos::html::{Input, Select, Textarea};
use leptos::prelude::*;
use strum::VariantArray;

use crate::app::state::State;
use crate::browser::clock;
use crate::catalogue::ItemId;
use crate::observation::{Progress, Record};
use crate::text::{progress_word, record_sentence};

/// The records of one goal, newest first, and the form.
#[component]
pub fn Records(goal: ItemId) -> impl IntoView {
    let state = State::get();
    view! {
        <section class="stack tight" aria-label=move || state.say("查证记录", "Recorded assessments")>
            <h2>{move || state.say("查证记录", "Recorded assessments")}</h2>
            <p class="muted reading">
                {move || state.say(
                    "没有数可量的内容靠查证：谁在什么时候查过，办到了哪一步，凭据在哪里。记录只保存在这台设备上，可以在数据页下载。",
                    "What cannot be counted is checked: when, how far it has come, and by what evidence. Records stay on this device and can be downloaded on the data page.",
                )}
            </p>
            <ul class="goal-list">{move || listed(state, goal)}</ul>
            <details>
                <summary>{move || state.say("记一笔", "Record an assessment")}</summary>
                <RecordForm goal />
            </details>
        </section>
    }
}

fn listed(state: State, goal: ItemId) -> impl IntoView {
    let mut records: Vec<Record> = state.session.records.get();
    records.retain(|record| record.goal == goal);
    records.sort_by(|a, b| b.date.cmp(&a.date));
    if records.is_empty() {
        return view! { <li>{state.say("还没有记录。", "Nothing is recorded yet.")}</li> }.into_any();
    }
    records
        .into_iter()
        .map(|record| record_view(state, record))
        .collect_view()
        .into_any()
}

fn record_view(state: State, record: Record) -> impl IntoView {
    let entered = state.session.entered.with(|entered| entered.contains(&record));
    let sentence = record_sentence(&record, state.lang());
    let source = evidence(&record.source);
    let remove = move |_| state.session.remove_record(&record);
    view! {
        <li>
            <span>{sentence} " " {source}</span>
            {entered.then(|| view! {
                <span>
                    <button type="button" on:click=remove>{state.say("删除", "Delete")}</button>
                </span>
            })}
        </li>
    }
}

/// Evidence as a link where it is one. Only the web's own schemes are followed: a file may hold any text.
fn evidence(source: &str) -> AnyView {
    let is_link = ["https://", "http://"]
        .iter()
        .any(|scheme| source.starts_with(scheme));
    let source = source.to_owned();
    match is_link {
        true => {
            view! { <a href=source.clone() target="_blank" rel="noopener noreferrer">{source.clone()}</a> }
                .into_any()
        }
        false => source.into_any(),
    }
}

#[component]
fn RecordForm(goal: ItemId) -> impl IntoView {
    let state = State::get();
    let progress = NodeRef::<Select>::new();
    let date = NodeRef::<Input>::new();
    let note = NodeRef::<Textarea>::new();
    let source = NodeRef::<Input>::new();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let fields = (
            progress.get_untracked(),
            date.get_untracked(),
            note.get_untracked(),
            source.get_untracked(),
        );
        let (Some(progress), Some(date), Some(note), Some(source)) = fields else {
            return;
        };
        let chosen = Progress::from_word(&progress.value());
        // The form does not submit without a date; one that a browser does not check is simply not kept.
        let (Some(chosen), false) = (chosen, date.value().is_empty()) else {
            return;
        };
        let record = Record {
            goal,
            date: date.value(),
            state: chosen,
            note: note.value().trim().to_owned(),
            source: source.value().trim().to_owned(),
        };
        state.session.enter_record(record);
        note.set_value("");
        source.set_value("");
    };
    let option = move |p: Progress| {
        view! { <option value=p.slug()>{move || progress_word(p, state.lang())}</option> }
    };
    view! {
        <form class="stack tight form" on:submit=submit>
            <label>
                {move || state.say("状态", "State")}
                <select node_ref=progress>{Progress::VARIANTS.iter().copied().map(option).collect_view()}</select>
            </label>
            <label>
                {move || state.say("日期", "Date")}
                <input type="date" required node_ref=date value=clock::today() />
            </label>
            <label>
                {move || state.say("说明", "Note")}
                <textarea rows="3" node_ref=note></textarea>
            </label>
            <label>
                {move || state.say("凭据（文件名或网址）", "Evidence (a document or a link)")}
                <input type="text" node_ref=source />
            </label>
            <button type="submit" class="primary">{move || state.say("保存记录", "Save the record")}</button>
        </form>
    }
}
