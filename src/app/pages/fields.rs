//! 领域: all fields with their counts, or every goal of one status.

use std::sync::Arc;

use leptos::prelude::*;

use crate::app::components::agencies::AllAgencies;
use crate::app::components::goal_row::GoalRow;
use crate::app::components::status::StatusBar;
use crate::app::route::Page;
use crate::app::state::State;
use crate::assess::{Board, Status};
use crate::catalogue::{Field, Plan};
use crate::text::{goals, status_word};

/// The page.
#[component]
pub fn Fields(
    /// The status that the goals listed have; none for the fields themselves.
    status: Option<Status>,
) -> impl IntoView {
    let state = State::get();
    let board = state.board;
    match status {
        None => {
            super::set_title(move || state.say("领域", "Fields").to_owned());
            view! {
                <div class="stack">
                    <h1 tabindex="-1">{move || state.say("全部领域", "All fields")}</h1>
                    <p class="answer">
                        {move || state.say(
                            "每个领域有若干主要目标，和为它们服务的策略措施。",
                            "Each field has its goals, and the measures that serve them.",
                        )}
                    </p>
                </div>
                {state.catalogue.plans.iter().map(|plan| plan_view(state, plan, board)).collect_view()}
                <AllAgencies />
            }
            .into_any()
        }
        Some(status) => view! { <OfStatus status board /> }.into_any(),
    }
}

fn plan_view(state: State, plan: &'static Plan, board: Memo<Arc<Board>>) -> impl IntoView {
    view! {
        <section class="stack">
            <h2>{move || state.lang().pick(&plan.title, &plan.english).to_owned()}</h2>
            <ul class="field-grid">
                {move || board.with(|board| plan.fields.iter().map(|field| field_view(state, field, board)).collect_view())}
            </ul>
        </section>
    }
}

fn field_view(state: State, field: &'static Field, board: &Board) -> impl IntoView + use<> {
    let counts = board.field_summary(&field.id).statuses;
    let measures = field.measures.len();
    view! {
        <li class="stack tight">
            <h3>
                <a href=move || state.href(Page::field(&field.id))>
                    {move || state.lang().pick(&field.name, &field.english).to_owned()}
                </a>
            </h3>
            <StatusBar counts />
            <p class="small muted">{move || goals::of_field_in_short(measures, counts, state.lang())}</p>
        </li>
    }
}

/// Every goal of one status, by field.
#[component]
fn OfStatus(status: Status, board: Memo<Arc<Board>>) -> impl IntoView {
    let state = State::get();
    super::set_title(move || status_word(status, state.lang()).to_owned());
    let count = move || board.with(|board| board.summary().statuses.get(status));
    let fields = move || {
        let board = board.get();
        let goals_of = |field: &'static Field| {
            let board = board.clone();
            let of_status = field
                .goals
                .iter()
                .filter(|goal| board.goal(goal.id).is_some_and(|g| g.status == status));
            let rows: Vec<_> = of_status
                .map(|goal| view! { <GoalRow goal board=board.clone() /> })
                .collect();
            (!rows.is_empty()).then(|| {
                view! {
                    <section class="stack tight">
                        <h2>{state.lang().pick(&field.name, &field.english).to_owned()}</h2>
                        <ul class="goal-list">{rows}</ul>
                    </section>
                }
            })
        };
        state.catalogue.fields().map(goals_of).collect_view()
    };
    view! {
        <div class="stack">
            <p class="crumbs">
                <a href=move || state.href(Page::Fields(None))>{move || state.say("全部领域", "All fields")}</a>
            </p>
            <h1 tabindex="-1">{move || goals::of_status(status, count(), state.lang())}</h1>
        </div>
        {fields}
    }
}
