//! One goal in a list: its words, how it stands, and its indicators in one line each.

use leptos::prelude::*;

use super::status::StatusMark;
use crate::app::route::Page;
use crate::app::state::State;
use crate::assess::{Board, Judged, Status};
use crate::catalogue::Goal;
use crate::text::{Lang, demand, indicator_name, with_unit, year};

/// A goal in a list of goals.
#[component]
pub fn GoalRow(goal: &'static Goal, board: std::sync::Arc<Board>) -> impl IntoView {
    let state = State::get();
    let status = board.goal(goal.id).map_or(Status::NoData, |goal| goal.status);
    let items: Vec<Judged> = board
        .items_of(goal.id)
        .filter(|item| item.assessment.latest.is_some())
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
                {move || items.iter().map(|item| view! { <li>{item_line(state, item)}</li> }).collect_view()}
            </ul>
        </li>
    }
}

/// Name, newest value and demand of an item in one line.
pub fn item_line(state: State, item: &Judged) -> String {
    let lang = state.lang();
    let Some(indicator) = state.catalogue.indicator(&item.indicator) else {
        return String::new();
    };
    let name = indicator_name(indicator, lang);
    let wanted = demand(state.catalogue, indicator, &item.target, lang);
    let by = year(item.target.year, lang);
    let newest = item.assessment.latest.map(|latest| {
        (
            with_unit(latest.value, &indicator.unit, lang),
            year(latest.year, lang),
        )
    });
    match (lang, newest) {
        (Lang::Zh, Some((value, when))) => format!("{name}：{when} {value}，目标 {by}{wanted}"),
        (Lang::Zh, None) => format!("{name}：无数据，目标 {by}{wanted}"),
        (Lang::En, Some((value, when))) => format!("{name}: {value} in {when}; target {wanted} by {by}"),
        (Lang::En, None) => format!("{name}: no data; target {wanted} by {by}"),
    }
}
