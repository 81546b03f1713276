//! What became of the files brought: one sentence, which heads the page, and everything that was not taken by reason,
//! with what mends it.

use leptos::prelude::*;

use crate::app::components::file_log::fold_id;
use crate::app::components::heading::Heading;
use crate::app::components::mapping::words;
use crate::app::components::table_frame::table_frame;
use crate::app::loading::Loading;
use crate::app::state::State;
use crate::browser::look;
use crate::import::{Cause, Digest, Fix, Question};
use crate::text::{digest, mapping};

/// The heading of the page, with the sentence.
#[component]
pub(super) fn Summary(
    /// The logs of the visitor's files, brought together.
    digest: Memo<Digest>,
) -> impl IntoView {
    let state = State::get();
    let loading = Loading::get();
    let said = move || match digest.with(Digest::files) {
        0 if loading.is_restoring() => state
            .say(
                "正在取回上次载入的文件……",
                "Fetching the files of your last visit…",
            )
            .to_owned(),
        0 => nothing_yet(state),
        _ => digest.with(|digest| digest::sentence(digest, state.lang())),
    };
    let about = Signal::derive(move || state.say("数据", "Data").to_owned());
    view! { <Heading about answer=Signal::derive(said) /> }
}

fn nothing_yet(state: State) -> String {
    let of_host = state.session.host.with(|(files, _)| !files.is_empty());
    let said = match of_host {
        true => state.say(
            "您还没有载入文件。现在看到的是本站提供的数据和已公布的参考数据。",
            "You have loaded no file. What you see are figures that this site provides, and published reference figures.",
        ),
        false => state.say(
            "还没有载入文件。现在看到的都是已公布的参考数据。",
            "No file is loaded yet. What you see are published reference figures.",
        ),
    };
    said.to_owned()
}

/// Everything that was not taken, by reason; nothing where all was.
#[component]
pub(super) fn Causes(
    /// The logs of the visitor's files, brought together.
    digest: Memo<Digest>,
) -> impl IntoView {
    let state = State::get();
    let title = move || state.say("没有采用的，按原因", "Not taken, by reason");
    let rows = move || {
        let causes = digest.with(|digest| digest.causes.clone());
        causes.into_iter().map(|cause| row(state, &cause)).collect_view()
    };
    let table = move || {
        view! {
            <table>
                <thead>
                    <tr>
                        <th scope="col">{state.say("原因", "Reason")}</th>
                        <th scope="col">{state.say("多少", "How many")}</th>
                        <th scope="col">{state.say("例子和办法", "An example, and what to do")}</th>
                    </tr>
                </thead>
                <tbody>{rows()}</tbody>
            </table>
        }
    };
    view! {
        <Show when=move || digest.with(|digest| !digest.causes.is_empty())>
            <section class="stack tight causes">
                <h2>{title}</h2>
                {move || table_frame(title().to_owned(), false, table())}
            </section>
        </Show>
    }
}

fn row(state: State, cause: &Cause) -> impl IntoView + use<> {
    let lang = state.lang();
    let file = state.session.files.with_untracked(|files| {
        files
            .get(cause.file)
            .map(|file| file.name_in_log(lang).to_owned())
    });
    view! {
        <tr>
            <th scope="row">{cause.example.reason.heading(lang)}</th>
            <td><span>{digest::how_many(cause, lang)}</span></td>
            <td>
                <p>{file} {lang.pick("：", ": ")} {cause.example.message(lang)}</p>
                {cause.fix.clone().map(|fix| fix_button(state, fix))}
            </td>
        </tr>
    }
}

/// The button that mends it: a likely answer given at once, or the way to the questions.
fn fix_button(state: State, fix: Fix) -> impl IntoView {
    let lang = state.lang();
    let loading = Loading::get();
    let (label, at) = match &fix {
        Fix::Say(at, question) => (proposed(state, question), *at),
        Fix::Ask(at, questions) => (digest::answer_questions(*questions, lang), *at),
    };
    let press = move |_| {
        let file = state.session.files.with_untracked(|files| files.get(at).cloned());
        let Some(file) = file else { return };
        match &fix {
            Fix::Say(_, question) => {
                let mut said = loading.answers.of(&file.log.shape);
                let answer = question.proposals.first().map(|proposal| proposal.answer.clone());
                said.set(question.place, &question.text, answer);
                loading.answers.remember(&said);
            }
            Fix::Ask(..) => look::unfold(&fold_id(&file.id)),
        }
    };
    view! { <button type="button" on:click=press>{label}</button> }
}

/// What the likely answer says.
fn proposed(state: State, question: &Question) -> String {
    let text = mapping::place(question.place, &question.text, state.lang());
    let answer = question
        .proposals
        .first()
        .map(|proposal| words::answer(state, &proposal.answer));
    let answer = answer.unwrap_or_default();
    digest::read_as(&text, &answer, state.lang())
}
