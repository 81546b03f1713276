//! What became of the files brought: one sentence, and everything that was not taken by reason, with what mends it.

use leptos::prelude::*;

use crate::app::components::file_log::fold_id;
use crate::app::components::mapping::words;
use crate::app::components::table_frame::table_frame;
use crate::app::loading::Loading;
use crate::app::state::State;
use crate::browser::look;
use crate::import::{Cause, Digest, Fix, Question};
use crate::lang::{Lang, plural};

/// The sentence.
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
        _ => digest.with(|digest| sentence(digest, state.lang())),
    };
    view! { <p class="answer">{said}</p> }
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

/// What became of the files, then of their values.
fn sentence(digest: &Digest, lang: Lang) -> String {
    match lang {
        Lang::Zh => files_zh(digest) + "。" + &values_zh(digest) + "。",
        Lang::En => files_en(digest) + ". " + &values_en(digest) + ".",
    }
}

fn files_zh(digest: &Digest) -> String {
    let files = digest.files();
    let ends = [
        (digest.whole, "全部读懂", "全部读懂"),
        (digest.partly, "有没采用的", "都有没采用的"),
        (digest.unread, "读不了", "都读不了"),
    ];
    let met: Vec<_> = ends.into_iter().filter(|(count, ..)| *count > 0).collect();
    match met.as_slice() {
        [(1, one, _)] => format!("1 个文件，{one}"),
        [(_, _, all)] => format!("{files} 个文件，{all}"),
        several => {
            let parts: Vec<String> = several
                .iter()
                .map(|(count, each, _)| format!("{count} 个{each}"))
                .collect();
            format!("{files} 个文件：{}", parts.join("，"))
        }
    }
}

fn files_en(digest: &Digest) -> String {
    let files = plural(digest.files(), "file");
    let ends = [
        (digest.whole, "understood in full"),
        (digest.partly, "with something not taken"),
        (digest.unread, "that cannot be read"),
    ];
    let met: Vec<_> = ends.into_iter().filter(|(count, _)| *count > 0).collect();
    match met.as_slice() {
        [(_, all)] => format!("{files} {all}"),
        several => {
            let parts: Vec<String> = several
                .iter()
                .map(|(count, each)| format!("{count} {each}"))
                .collect();
            format!("{files}: {}", parts.join(", "))
        }
    }
}

/// Why most was not taken: how many values the first reason cost, and of how many reasons it is one.
fn main_cause(digest: &Digest) -> Option<(usize, usize)> {
    let causes = digest.causes.iter().filter(|cause| cause.cells > 0);
    let first = causes.clone().next().filter(|_| digest.rejected > 1)?;
    Some((first.cells, causes.count()))
}

fn values_zh(digest: &Digest) -> String {
    let Digest { taken, rejected, .. } = digest;
    let mut said = format!("采用 {taken} 个数值");
    if *rejected > 0 {
        said += &format!("，没有采用 {rejected} 个");
    }
    match main_cause(digest) {
        Some((_, 1)) => said += "，都因为同一个原因",
        Some((cells, _)) if 2 * cells > *rejected => said += &format!("，其中 {cells} 个因为同一个原因"),
        Some((_, causes)) => said += &format!("，原因有 {causes} 种"),
        None => {}
    }
    said
}

fn values_en(digest: &Digest) -> String {
    let Digest { taken, rejected, .. } = digest;
    let mut said = format!("{} taken", plural(*taken, "value"));
    if *rejected > 0 {
        said += &format!(", {rejected} not taken");
    }
    match main_cause(digest) {
        Some((_, 1)) => said += ", all for one reason",
        Some((cells, _)) if 2 * cells > *rejected => said += &format!(", {cells} of them for one reason"),
        Some((_, causes)) => said += &format!(", for {causes} reasons"),
        None => {}
    }
    said
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
            <td><span>{how_many(cause, lang)}</span></td>
            <td>
                <p>{file} {lang.pick("：", ": ")} {cause.example.message(lang)}</p>
                {cause.fix.clone().map(|fix| fix_button(state, fix))}
            </td>
        </tr>
    }
}

fn how_many(cause: &Cause, lang: Lang) -> String {
    let (cells, places) = (cause.cells, cause.places);
    let count = match (cells, lang) {
        (0, Lang::Zh) => format!("{places} 处"),
        (0, Lang::En) => plural(places, "place"),
        (_, Lang::Zh) => format!("{cells} 个数"),
        (_, Lang::En) => plural(cells, "value"),
    };
    match (cause.files, lang) {
        (1, _) => count,
        (files, Lang::Zh) => format!("{count}，{files} 个文件"),
        (files, Lang::En) => format!("{count}, {files} files"),
    }
}

/// The button that mends it: a likely answer given at once, or the way to the questions.
fn fix_button(state: State, fix: Fix) -> impl IntoView {
    let lang = state.lang();
    let loading = Loading::get();
    let (label, at) = match &fix {
        Fix::Say(at, question) => (proposed(state, question), *at),
        Fix::Ask(at, questions) => (
            match lang {
                Lang::Zh => format!("回答 {questions} 个问题"),
                Lang::En => format!("Answer {}", plural(*questions, "question")),
            },
            *at,
        ),
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
    let text = words::place(state, question.place, &question.text);
    let answer = question
        .proposals
        .first()
        .map(|proposal| words::answer(state, &proposal.answer));
    let answer = answer.unwrap_or_default();
    match state.lang() {
        Lang::Zh => format!("把{text}读作“{answer}”"),
        Lang::En => format!("Read the {text} as “{answer}”"),
    }
}
