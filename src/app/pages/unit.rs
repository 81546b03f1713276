//! 责任单位: the goals that one unit answers for, and how they stand.

use leptos::prelude::*;

use crate::app::components::goal_row::GoalRow;
use crate::app::components::status::{Legend, StatusBar, counts_sentence};
use crate::app::route::Page;
use crate::app::state::State;
use crate::assess::StatusCounts;
use crate::catalogue::Goal;
use crate::text::{Lang, plural};

/// The page.
#[component]
pub fn UnitPage(
    /// The unit's name as the file writes it.
    name: String,
) -> impl IntoView {
    let state = State::get();
    let (title, asked) = (name.clone(), name.clone());
    super::set_title(move || title.clone());
    let goals = Memo::new(move |_| goals_of(state, &asked));
    let counts = Memo::new(move |_| {
        let board = state.board.get();
        let statuses = goals
            .get()
            .into_iter()
            .filter_map(|goal| board.goal(goal.id))
            .map(|goal| goal.status);
        StatusCounts::of(statuses.collect::<Vec<_>>())
    });
    let rows = move || {
        let board = state.board.get();
        goals
            .get()
            .into_iter()
            .map(|goal| view! { <GoalRow goal board=board.clone() /> })
            .collect_view()
    };
    view! {
        <div class="stack">
            <p class="crumbs">
                <a href=move || state.href(Page::Fields(None))>{move || state.say("领域", "Fields")}</a>
                <span>{move || state.say("责任单位", "Responsible units")}</span>
            </p>
            <h1 tabindex="-1">{name.clone()}</h1>
            <p class="answer">
                {move || match (state.lang(), counts.get().total()) {
                    (Lang::Zh, 0) => "载入的文件里没有这个单位负责的目标。".to_owned(),
                    (Lang::En, 0) => "No loaded file gives this unit a goal.".to_owned(),
                    (Lang::Zh, n) => format!("负责 {n} 项目标：{}。", counts_sentence(counts.get(), Lang::Zh)),
                    (Lang::En, n) => {
                        let said = counts_sentence(counts.get(), Lang::En);
                        format!("Answers for {}: {said}.", plural(n, "goal"))
                    }
                }}
            </p>
            {move || view! { <StatusBar counts=counts.get() /> }}
            {move || view! { <Legend counts=counts.get() /> }}
        </div>
        <ul class="goal-list">{rows}</ul>
    }
}

fn goals_of(state: State, unit: &str) -> Vec<&'static Goal> {
    let answers = |goal: &&Goal| {
        state.units.with(|units| {
            units
                .iter()
                .any(|of| of.goal == goal.id && of.all().any(|name| name == unit))
        })
    };
    state.catalogue.goals().filter(answers).collect()
}
