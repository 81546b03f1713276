//! One goal in a list: its words, how it stands, and its indicators in one line each.

use leptos::prelude::*;

use super::status::StatusMark;
use crate::app::route::Page;
use crate::app::state::State;
use crate::assess::{Board, Judged, Status};
use crate::catalogue::Goal;
use crate::text::indicator::line;

/// A goal in a list of goals.
#[component]
pub fn GoalRow(goal: &'static Goal, board: std::sync::Arc<Board>) -> impl IntoView {
    let state = State::get();
    let status = board.goal(goal.id).map_or(Status::NoData, |goal| goal.status);
    let items: Vec<Judged> = board
        .items_of(goal.id)
        .filter(|item| item.assessment.latest().is_some())
        .cloned()
        .collect();
    view! {
        <li>
            <div class="goal-head">
                <span>
                    <span class="id">{goal.id.to_string()}</span>
                    " "
                    <a href=move || state.href(Page::Goal(goal.id))>
                        {move || state.lang().pick(&goal.brief, &goal.english).to_owned()}
                    </a>
                </span>
                <StatusMark status />
            </div>
            <p class="reading small" lang="zh-CN">{goal.text.clone()}</p>
            <ul class="small">
                {move || items.iter().map(|item| view! { <li>{line(state.catalogue, item, state.lang())}</li> }).collect_view()}
            </ul>
        </li>
    }
}
