//! One stage of life in plain words: what was promised, where it stands, and what nobody knows yet. One page on
//! paper, and one link to hand on.

use std::sync::Arc;

use leptos::prelude::*;

use super::family::StageList;
use crate::app::components::code::ShowCode;
use crate::app::components::example_mark::ExampleMark;
use crate::app::components::family_promise::{FamilyPromise, item_of};
use crate::app::components::hand_on::HandOn;
use crate::app::components::share::CopyLink;
use crate::app::route::Page;
use crate::app::state::State;
use crate::assess::{Board, Judged, Level, Progress};
use crate::catalogue::Stage;
use crate::lang::{Lang, plural};
use crate::text::year;

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
        let silent = Counts::of(state, stage, &board).known == 0;
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
            <ol class="promise-list">{promises}</ol>
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
    let counts = move |board: &Board| Counts::of(state, stage, board);
    let answer = move || {
        state
            .board
            .with(|board| counts(board).sentence(stage, &state.area_name(&board.area), state.lang()))
    };
    let compared = move || {
        let board: Arc<Board> = state.references.with(|references| references.last().cloned())?;
        let (name, lang, Counts { known, met, .. }) =
            (state.area_name(&board.area), state.lang(), counts(&board));
        (known > 0).then(|| match lang {
            Lang::Zh => format!(
                "用同样的目标去看，{name}（参考）有 {known} 个数，做到了 {met} 个。{name}的数只供对照，不是本地的数。"
            ),
            Lang::En => format!(
                "Held against the same targets, {name} (reference) has {known} of these figures and meets {met}. They are for comparison only, and not this area’s own."
            ),
        })
    };
    let as_of = move || {
        // Where nothing is published there is no year either that anything could be as of.
        let as_of = state
            .board
            .with(|board| board.as_of.filter(|_| counts(board).known > 0))?;
        let lang = state.lang();
        Some(match lang {
            Lang::Zh => format!("截至 {}。", year(as_of, lang)),
            Lang::En => format!("As of {as_of}."),
        })
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
#[derive(Clone, Copy, Default)]
struct Counts {
    all: usize,
    known: usize,
    met: usize,
}

impl Counts {
    fn of(state: State, stage: &Stage, board: &Board) -> Counts {
        let mut counts = Counts::default();
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

    fn sentence(self, stage: &Stage, area: &str, lang: Lang) -> String {
        let (promises, Counts { all, known, met }) = (stage.goals.len(), self);
        match (lang, known) {
            (Lang::Zh, 0) => format!(
                "规划答应了 {promises} 件事，这里用 {all} 个数来看。{area}一个也还没有公布，所以做到哪一步，现在说不准。"
            ),
            (Lang::Zh, _) => format!(
                "规划答应了 {promises} 件事，这里用 {all} 个数来看。{area}公布了 {known} 个，其中 {met} 个已经做到。"
            ),
            (Lang::En, 0) => format!(
                "The plans make {} here, and {} would tell how far they are. {area} has published none of them, so nobody can tell yet.",
                plural(promises, "promise"),
                plural(all, "figure")
            ),
            (Lang::En, _) => format!(
                "The plans make {} here, and {} would tell how far they are. {area} has published {known}, and {met} of those {} as promised.",
                plural(promises, "promise"),
                plural(all, "figure"),
                if met == 1 { "is" } else { "are" }
            ),
        }
    }
}

fn is_known(item: &Judged) -> bool {
    item.assessment.latest().is_some() || item.assessment.record().is_some()
}

fn is_met(item: &Judged) -> bool {
    let done = |record: &crate::assess::Record| record.state == Progress::Done;
    item.assessment.level() == Some(Level::Met) || item.assessment.record().is_some_and(done)
}
