//! What the author adds to the report: a title, who issues it, and a text of their own.

use leptos::prelude::*;

use crate::app::state::State;
use crate::kept::{REPORT, Shelf};
use crate::report::Author;

/// A part that the author writes.
struct Part {
    name: (&'static str, &'static str),
    rows: u8,
    of: fn(&Author) -> &str,
    change: fn(&mut Author, String),
}

const PARTS: [Part; 5] = [
    Part {
        name: (
            "综述（成绩、问题、建议）",
            "Statement: results, problems, proposals",
        ),
        rows: 6,
        of: |author| &author.text,
        change: |author, value| author.text = value,
    },
    Part {
        name: ("评估过程", "How it was evaluated"),
        rows: 3,
        of: |author| &author.process,
        change: |author, value| author.process = value,
    },
    Part {
        name: ("经验做法", "What has proved itself"),
        rows: 3,
        of: |author| &author.experience,
        change: |author, value| author.experience = value,
    },
    Part {
        name: ("问题及原因", "Problems and causes"),
        rows: 3,
        of: |author| &author.problems,
        change: |author, value| author.problems = value,
    },
    Part {
        name: ("对策建议", "Proposals"),
        rows: 3,
        of: |author| &author.proposals,
        change: |author, value| author.proposals = value,
    },
];

/// The form. Every key is kept on the device; the report follows when a field is left, since writing it anew
/// at every key would make typing slow.
#[component]
pub(super) fn AuthorForm(
    /// What the report shows.
    author: RwSignal<Author>,
) -> impl IntoView {
    let state = State::get();
    let keep = move |change: fn(&mut Author, String), value: String| {
        let mut draft = author.get_untracked();
        change(&mut draft, value);
        state.kept.keep(Shelf::Choices, REPORT, &draft);
        draft
    };
    let title: fn(&mut Author, String) = |author, value| author.title = value;
    let issuer: fn(&mut Author, String) = |author, value| author.issuer = value;
    let part = move |part: &'static Part| {
        view! {
            <label>
                {move || state.say(part.name.0, part.name.1)}
                <textarea
                    rows=part.rows
                    prop:value=move || author.with(|author| (part.of)(author).to_owned())
                    on:input:target=move |event| drop(keep(part.change, event.target().value()))
                    on:change:target=move |event| author.set(keep(part.change, event.target().value()))
                ></textarea>
            </label>
        }
    };
    view! {
        <details>
            <summary>{move || state.say("标题、编制单位和正文", "Title, issuer and text")}</summary>
            <div class="stack tight report-author">
                <label>
                    {move || state.say("标题", "Title")}
                    <input
                        type="text"
                        prop:value=move || author.with(|author| author.title.clone())
                        placeholder=move || state.say("留空则按地区和年份命名", "Empty: named by place and year")
                        on:input:target=move |event| drop(keep(title, event.target().value()))
                        on:change:target=move |event| author.set(keep(title, event.target().value()))
                    />
                </label>
                <label>
                    {move || state.say("编制单位", "Issued by")}
                    <input
                        type="text"
                        prop:value=move || author.with(|author| author.issuer.clone())
                        on:input:target=move |event| drop(keep(issuer, event.target().value()))
                        on:change:target=move |event| author.set(keep(issuer, event.target().value()))
                    />
                </label>
                {PARTS.iter().map(part).collect_view()}
                <p class="muted small">
                    {move || state.say("这些文字只留在这台设备上。", "These words stay on this device.")}
                </p>
            </div>
        </details>
    }
}
