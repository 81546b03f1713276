//! One stage of life in plain words: what was promised, where it stands, and what nobody knows yet. One page on
//! paper, and one link to hand on.

use std::sync::Arc;

use leptos::prelude::*;

use super::family::StageList;
use crate::app::components::code::ShowCode;
use crate::app::components::example_mark::ExampleMark;
use crate::app::components::family_promise::{FamilyPromise, item_of};
use crate::app::components::hand_on::HandOn;
use crate::app::components::later::Later;
use crate::app::components::share::CopyLink;
use crate::app::route::Page;
use crate::app::state::State;
use crate::assess::{Board, Judged, Level, Progress};
use crate::catalogue::Stage;
use crate::text::family::{self, StageCounts};

/// The page.
#[component]
pub fn StagePage(id: String) -> impl IntoView {
    let state = State::get();
    let Some(stage) = state.catalogue.stage(&id) else {
        return view! { <super::unknown::Unknown path=format!("/family/{id}") /> }.into_any();
    };
    super::set_title(move || state.lang().pick(&stage.name, &stage.english).to_owned());
    let promises = move || {
        let (board, references) = (state.board.get(), state.references.get());
        let silent = count(state, stage, &board).known == 0;
        let promise = |goal: &crate::catalogue::ItemId| {
            let goal = state.catalogue.goal(*goal)?;
            let (board, references) = (board.clone(), references.clone());
            Some(view! { <FamilyPromise stage goal board references silent /> })
        };
        stage.goals.iter().filter_map(promise).collect_view()
    };
    view! {
        <article class="stage-page stack">
            <p class="crumbs">
                <a href=move || state.href(Page::Family(None))>{move || state.say("与我有关", "For your family")}</a>
            </p>
            <h1 tabindex="-1">{move || state.lang().pick(&stage.name, &stage.english).to_owned()}</h1>
            <p class="reading">{move || state.lang().pick(&stage.about, &stage.about_en).to_owned()}</p>
            <Answer stage />
            <div class="row actions">
                <HandOn stage />
                <CopyLink />
                <ShowCode />
            </div>
            <ol class="promise-list"><Later>{promises}</Later></ol>
        </article>
        <section class="stack others">
            <h2>{move || state.say("看看别的阶段", "Other stages of life")}</h2>
            <StageList but=id />
        </section>
    }
    .into_any()
}

/// Where the stage stands in numbers, and what that rests on.
#[component]
fn Answer(stage: &'static Stage) -> impl IntoView {
    let state = State::get();
    let counts = move |board: &Board| count(state, stage, board);
    let answer = move || {
        state
            .board
            .with(|board| counts(board).sentence(&state.area_name(&board.area), state.lang()))
    };
    let compared = move || {
        let board: Arc<Board> = state.references.with(|references| references.last().cloned())?;
        counts(&board).of_reference(&state.area_name(&board.area), state.lang())
    };
    let as_of = move || {
        // Where nothing is published there is no year either that anything could be as of.
        let as_of = state
            .board
            .with(|board| board.as_of.filter(|_| counts(board).known > 0))?;
        Some(family::as_of(as_of, state.lang()))
    };
    view! {
        <p class="answer">
            <Show when=move || state.is_example()>
                <ExampleMark />
                " "
            </Show>
            {answer}
            {move || state.say("", " ")}
            {as_of}
        </p>
        {move || compared().map(|sentence| view! { <p class="reading muted">{sentence}</p> })}
    }
}

/// How many of a stage's figures there are, are known, and are what was promised.
fn count(state: State, stage: &Stage, board: &Board) -> StageCounts {
    let mut counts = StageCounts {
        promises: stage.goals.len(),
        ..StageCounts::default()
    };
    for goal in &stage.goals {
        for indicator in stage.figures_of(state.catalogue, *goal) {
            let item = item_of(board, indicator, *goal);
            counts.all += 1;
            counts.known += usize::from(item.is_some_and(is_known));
            counts.met += usize::from(item.is_some_and(is_met));
        }
    }
    counts
}

fn is_known(item: &Judged) -> bool {
    item.assessment.latest().is_some() || item.assessment.record().is_some()
}

fn is_met(item: &Judged) -> bool {
    let done = |record: &crate::assess::Record| record.state == Progress::Done;
    item.assessment.level() == Some(Level::Met) || item.assessment.record().is_some_and(done)
}
