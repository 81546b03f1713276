//! What stands beside the picture: the stages of life, the way in for those who have figures, and whose figures are
//! missing.

use std::sync::Arc;

use leptos::prelude::*;

use crate::app::choices::{Listed, WarningFilter};
use crate::app::components::bring_files::BringFiles;
use crate::app::loading::Loading;
use crate::app::route::Page;
use crate::app::state::State;
use crate::assess::{Board, Status};
use crate::catalogue::{Field, Stage};
use crate::text::family::promised_in_short;
use crate::text::overview;

/// The stages of life as tiles; nothing where the plans are not sorted by them.
#[component]
pub(super) fn Stages() -> impl IntoView {
    let state = State::get();
    let stages = &state.catalogue.stages;
    let tile = move |stage: &'static Stage| {
        let page = Page::Family(Some(stage.id.clone()));
        let count = move || promised_in_short(stage.goals.len(), state.lang());
        view! {
            <li>
                <a class="tile" href=move || state.href(page.clone())>
                    <strong>{move || state.lang().pick(&stage.name, &stage.english).to_owned()}</strong>
                    <span class="muted small">{count}</span>
                </a>
            </li>
        }
    };
    (!stages.is_empty()).then(|| {
        view! {
            <section class="stack tight" aria-label=move || state.say("和您家有关的", "For your family")>
                <h2>{move || state.say("和您家有关的", "For your family")}</h2>
                <p class="muted small">
                    {move || state.say("选一个人生阶段，看承诺了什么。", "Pick a stage of life and see what was promised.")}
                </p>
                <ul class="tiles">{stages.iter().map(tile).collect_view()}</ul>
            </section>
        }
    })
}

/// The way in for those who have figures, as long as no file is loaded.
#[component]
pub(super) fn HaveFigures() -> impl IntoView {
    let state = State::get();
    let loading = Loading::get();
    // While files of an earlier visit are on their way, the box would only flash and push the page about.
    let none = move || !loading.is_restoring() && state.session.files.with(Vec::is_empty);
    view! {
        <Show when=none>
            <section class="stack tight ruled" aria-label=move || state.say("您手里有数？", "Do you have figures?")>
                <h2>{move || state.say("您手里有数？", "Do you have figures?")}</h2>
                <BringFiles />
            </section>
        </Show>
    }
}

/// Which fields lack figures of goals that could be counted, with the list of them.
#[component]
pub(super) fn Missing(board: Memo<Arc<Board>>) -> impl IntoView {
    let state = State::get();
    let list = WarningFilter {
        kind: Some(Listed::Missing),
        ..WarningFilter::default()
    };
    let by_field = move || {
        let board = board.get();
        let missing = |field: &'static Field| {
            let count = board.field_summary(&field.id).statuses.get(Status::NoData);
            (count > 0).then_some((field, count))
        };
        state.catalogue.fields().filter_map(missing).collect::<Vec<_>>()
    };
    let some = move || !by_field().is_empty();
    let words = move || overview::missing(&by_field(), state.lang());
    view! {
        <Show when=some>
            <section class="stack tight ruled" aria-label=move || state.say("缺的是谁的数", "Whose figures are missing")>
                <h2>{move || state.say("缺的是谁的数", "Whose figures are missing")}</h2>
                <p class="muted small">{words}</p>
                <p>
                    <a class="button" href={
                        let list = list.clone();
                        move || state.href(Page::Warnings(list.clone()))
                    }>
                        {move || state.say("缺数清单", "List what is missing")}
                    </a>
                </p>
            </section>
        </Show>
    }
}
