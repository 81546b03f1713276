//! One goal: its official text, each of its indicators judged with chart and numbers, and its measures.

use std::sync::Arc;

use leptos::prelude::*;

use crate::app::components::agencies::AgenciesOfGoal;
use crate::app::components::indicator_card::IndicatorCard;
use crate::app::components::official_text::OfficialText;
use crate::app::components::records::Records;
use crate::app::components::status::StatusMark;
use crate::app::route::Page;
use crate::app::state::State;
use crate::assess::{Board, Status};
use crate::catalogue::{Goal, ItemId, Kind};
use crate::lang::{Lang, plural};
use crate::text::{goal_standing, main_status};

/// The page.
#[component]
pub fn GoalPage(id: ItemId) -> impl IntoView {
    let state = State::get();
    let Some(goal) = state.catalogue.goal(id) else {
        return view! { <super::unknown::Unknown path=format!("/goal/{id}") /> }.into_any();
    };
    super::set_title(move || format!("{} {}", goal.id, state.lang().pick(&goal.brief, &goal.english)));
    let board = state.board;
    let references = state.references;
    let quotes: Vec<String> = state
        .catalogue
        .stated_at(id)
        .flat_map(|(_, targets)| targets.into_iter().map(|target| target.quote.clone()))
        .collect();
    // Where something is not measured, or nothing can be, what was found by checking stands in.
    let mut stated = state
        .catalogue
        .stated_at(id)
        .map(|(indicator, _)| indicator.kind)
        .peekable();
    let checked = stated.peek().is_none() || stated.any(|kind| kind == Kind::Milestone);
    let cards = move || {
        let (board, references) = (board.get(), references.get());
        let items: Vec<_> = board.items_of(id).cloned().collect();
        // Only the first table is unfolded, or a goal with many indicators would be a wall of numbers.
        let card = |(at, item)| {
            let (area, references) = (board.area.clone(), references.clone());
            view! { <IndicatorCard item area references open={at == 0} /> }
        };
        items.into_iter().enumerate().map(card).collect_view()
    };
    view! {
        <div class="stack">
            <Crumbs goal />
            <h1 tabindex="-1">{move || state.lang().pick(&goal.brief, &goal.english).to_owned()}</h1>
            <p class="answer">{move || answer(state, id, &board.get())}</p>
            <blockquote class="official">
                <OfficialText text=goal.text.clone() quotes />
            </blockquote>
            <AgenciesOfGoal goal=id />
        </div>
        {cards}
        <Show when=move || checked>
            <Records goal=id />
        </Show>
        <Measures goal />
        <Beside goal board references />
        <Neighbours goal />
    }
    .into_any()
}

/// Where the goal stands, with its area: its main indicator, then whichever is furthest behind.
fn answer(state: State, id: ItemId, board: &Board) -> impl IntoView + use<> {
    let area = state.area_name(&board.area);
    let items: Vec<_> = board.items_of(id).cloned().collect();
    let of_goal = board.goal(id).map_or(Status::NoData, |goal| goal.status);
    let status = main_status(&items).unwrap_or(of_goal);
    let standing = goal_standing(&items, state.lang());
    let standing = standing.unwrap_or_else(|| {
        state
            .say("这项目标没有数可量。", "There is nothing to count in this goal.")
            .to_owned()
    });
    view! {
        {area}
        {state.say("：", ": ")}
        <StatusMark status />
        {state.say("。", ". ")}
        {standing}
    }
}

#[component]
fn Crumbs(goal: &'static Goal) -> impl IntoView {
    let state = State::get();
    let field = state.catalogue.field_of(goal.id);
    view! {
        <p class="crumbs">
            <a href=move || state.href(Page::Fields(None))>{move || state.say("领域", "Fields")}</a>
            {field.map(|field| view! {
                <a href=move || state.href(Page::field(&field.id))>
                    {move || state.lang().pick(&field.name, &field.english).to_owned()}
                </a>
            })}
            <span>{goal.id.to_string()}</span>
        </p>
    }
}

#[component]
fn Measures(goal: &'static Goal) -> impl IntoView {
    let state = State::get();
    let measures: Vec<_> = goal
        .measures
        .iter()
        .filter_map(|id| state.catalogue.measure(*id))
        .collect();
    let item = move |measure: &'static crate::catalogue::Measure| {
        // A measure opens with its name and a full stop; the rest is detail.
        let (head, rest) = measure.text.split_once('。').unwrap_or((&measure.text, ""));
        view! {
            <li>
                <details>
                    <summary>
                        <span>
                            <span class="id">{measure.id.to_string()}</span>
                            " "
                            <span lang="zh-CN">{head.to_owned()} "。"</span>
                        </span>
                    </summary>
                    <p class="official" lang="zh-CN">{rest.to_owned()}</p>
                    <p>
                        <a href=move || state.href(Page::Text(measure.id.plan, Some(measure.id)))>
                            {move || state.say("在全文中查看", "See it in the full text")}
                        </a>
                    </p>
                </details>
            </li>
        }
    };
    (!measures.is_empty()).then(|| {
        view! {
            <section class="stack tight">
                <h2>{move || state.say("为这项目标服务的措施", "Measures that serve this goal")}</h2>
                <ul class="goal-list">{measures.into_iter().map(item).collect_view()}</ul>
            </section>
        }
    })
}

/// Indicators that only the goal's measures state: shown, but they do not judge the goal.
#[component]
fn Beside(goal: &'static Goal, board: Memo<Arc<Board>>, references: Memo<Vec<Arc<Board>>>) -> impl IntoView {
    let state = State::get();
    let items = move || board.with(|board| board.items_beside(goal).cloned().collect::<Vec<_>>());
    let cards = move || {
        let (area, references) = (board.with(|board| board.area.clone()), references.get());
        items()
            .into_iter()
            .map(|item| view! { <IndicatorCard item area=area.clone() references=references.clone() open=false /> })
            .collect_view()
    };
    view! {
        <Show when=move || !items().is_empty()>
            <details>
                <summary>
                    {move || match state.lang() {
                        Lang::Zh => format!("措施里写明的 {} 个指标（不计入这项目标的判断）", items().len()),
                        Lang::En => format!(
                            "{} that the measures state (not part of the verdict on this goal)",
                            plural(items().len(), "indicator")
                        ),
                    }}
                </summary>
                <div class="stack indicator-list">{cards}</div>
            </details>
        </Show>
    }
}

#[component]
fn Neighbours(goal: &'static Goal) -> impl IntoView {
    let state = State::get();
    let goals: Vec<&'static Goal> = state.catalogue.goals().collect();
    let here = goals
        .iter()
        .position(|other| other.id == goal.id)
        .unwrap_or_default();
    let link = move |goal: &'static Goal, zh, en| {
        view! {
            <a href=move || state.href(Page::Goal(goal.id))>
                {move || state.say(zh, en)}
                {move || state.lang().pick(&goal.brief, &goal.english).to_owned()}
            </a>
        }
    };
    let before = here
        .checked_sub(1)
        .and_then(|at| goals.get(at))
        .map(|goal| link(goal, "上一项：", "Previous: "));
    let after = goals.get(here + 1).map(|goal| link(goal, "下一项：", "Next: "));
    view! {
        <nav class="prev-next" aria-label=move || state.say("相邻的目标", "Neighbouring goals")>
            <span>{before}</span>
            <span>{after}</span>
        </nav>
    }
}
