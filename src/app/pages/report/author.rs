//! What the author adds to the report: a title, who issues it, and a text of their own.

use leptos::prelude::*;

use crate::app::state::State;
use crate::browser::storage;
use crate::report::Author;

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
        storage::save("report", &draft);
        draft
    };
    let title: fn(&mut Author, String) = |author, value| author.title = value;
    let issuer: fn(&mut Author, String) = |author, value| author.issuer = value;
    let text: fn(&mut Author, String) = |author, value| author.text = value;
    view! {
        <details>
            <summary>{move || state.say("标题、编制单位和综述", "Title, issuer and statement")}</summary>
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
                <label>
                    {move || state.say("综述（成绩、问题、建议）", "Statement: results, problems, proposals")}
                    <textarea
                        rows="6"
                        prop:value=move || author.with(|author| author.text.clone())
                        on:input:target=move |event| drop(keep(text, event.target().value()))
                        on:change:target=move |event| author.set(keep(text, event.target().value()))
                    ></textarea>
                </label>
                <p class="muted small">
                    {move || state.say("这些文字只留在这台设备上。", "These words stay on this device.")}
                </p>
            </div>
        </details>
    }
}
