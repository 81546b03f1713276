//! One goal: the verdict on its main indicator as the heading, the chart, the other indicators a touch away, who answers
//! for it and what is to be done, and why it is judged so.

use std::sync::Arc;

use leptos::prelude::*;

use crate::app::components::agencies::AgenciesOfGoal;
use crate::app::components::indicator_card::IndicatorCard;
use crate::app::components::later::Later;
use crate::app::components::official_text::OfficialText;
use crate::app::components::records::Records;
use crate::app::components::status::StatusMark;
use crate::app::components::unbroken::unbroken;
use crate::app::plots::subject;
use crate::app::route::Page;
use crate::app::state::State;
use crate::assess::{Board, Judged};
use crate::catalogue::{Goal, ItemId, Kind};
use crate::observation::GoalAgencies;
use crate::text::{
    demand, demand_by, goal_standing, goals, indicator, main_item, number, unit_behind, with_unit, year,
};

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
    let items = Memo::new(move |_| board.with(|board| board.items_of(id).cloned().collect::<Vec<_>>()));
    let asked = Memo::new(move |_| state.navigation.address.with(|address| address.indicator.clone()));
    let shown = Memo::new(move |_| {
        items.with(|items| {
            let asked = asked.get();
            let asked = items
                .iter()
                .position(|item| Some(&item.indicator.id) == asked.as_ref());
            asked
                .or_else(|| main_item(items))
                .and_then(|at| items.get(at).cloned())
        })
    });
    let card = move || {
        let (board, references) = (board.get(), references.get());
        shown.get().map(|item| {
            view! { <IndicatorCard item area=board.area.clone() references alone=true /> }
        })
    };
    view! {
        <div class="stack tight">
            <Crumbs goal />
            <h1 tabindex="-1">{move || unbroken(&heading(state, goal, shown.get().as_ref(), &board.get()))}</h1>
            <blockquote class="official small">
                <span class="muted">{move || state.say("规划原文：", "Official text: ")}</span>
                <OfficialText text=goal.text.clone() quotes />
            </blockquote>
        </div>
        <div class="columns">
            <div class="stack wide">
                {card}
                <Show when=move || checked>
                    <Records goal=id />
                </Show>
            </div>
            <div class="stack wide">
                <Later>
                    {move || shown.get().map(|item| now(state, &item))}
                    {move || others(state, &items.get(), shown.get().as_ref())}
                    <WhoAndWhat goal />
                    {move || shown.get().and_then(|item| why(state, &item, &board.get().area))}
                </Later>
            </div>
        </div>
        <Later>
            <Beside goal board references />
            <Neighbours goal />
        </Later>
    }
    .into_any()
}

/// The verdict on what is shown; the goal's own words where nothing in it can be counted.
fn heading(state: State, goal: &Goal, shown: Option<&Judged>, board: &Board) -> String {
    match shown {
        Some(item) => subject(state, item, &state.area_name(&board.area)).answer(state.lang()),
        None => state.lang().pick(&goal.brief, &goal.english).to_owned(),
    }
}

/// The one number: the newest figure, with its year and the promise.
fn now(state: State, item: &Judged) -> impl IntoView + use<> {
    let lang = state.lang();
    let status = item.assessment.status();
    let latest = item.assessment.latest();
    let wanted = demand_by(state.catalogue, &item.indicator, &item.target, lang);
    let chance = item.assessment.forecast().and_then(|forecast| forecast.odds);
    let chance = chance.map(|odds| indicator::chance_of_meeting(odds.chance, lang));
    view! {
        <section class="stack tight" aria-label=state.say("现在", "Now")>
            <p class="row now-status"><StatusMark status /> <span class="muted small">{chance}</span></p>
            {latest.map(|latest| {
                let figure = number(latest.value, None);
                let unit = unit_behind(&figure, &item.indicator.unit, lang);
                view! {
                    <p class="now-value">{figure}<span class="now-unit">{unit}</span></p>
                    <p class="muted">{year(latest.year, lang)}</p>
                }
            })}
            <p class="muted">{state.say("承诺 ", "Promised: ")}{wanted}</p>
        </section>
    }
}

/// The goal's indicators, each a row of two lines; touching one shows it.
fn others(state: State, items: &[Judged], shown: Option<&Judged>) -> Option<impl IntoView + use<>> {
    let lang = state.lang();
    let row = |item: &Judged| {
        let id = item.indicator.id.clone();
        let is_shown = shown.is_some_and(|shown| shown.indicator.id == item.indicator.id);
        let choose = move |_| state.choose(|address| address.indicator = Some(id.clone()));
        let latest = item.assessment.latest();
        let figure = latest.map(|it| with_unit(it.value, &item.indicator.unit, lang));
        let when = latest.map(|it| year(it.year, lang) + lang.pick("；", "; "));
        let wanted = demand(state.catalogue, &item.indicator, &item.target, lang);
        view! {
            <li>
                <button type="button" class="indicator-row" aria-pressed=is_shown.to_string() on:click=choose>
                    <strong>{item.indicator.name_in(lang).to_owned()}</strong>
                    <strong class="number">{figure}</strong>
                    <span class="muted small">{when}{indicator::promised(&wanted, lang)}</span>
                    <span class="small"><StatusMark status=item.assessment.status() /></span>
                </button>
            </li>
        }
    };
    let title = goals::figures(items.len(), lang);
    (items.len() > 1).then(|| {
        view! {
            <section class="stack tight ruled" aria-label=title.clone()>
                <h2>{title.clone()}</h2>
                {goal_standing(items, lang).map(|words| view! { <p class="answer small">{words}</p> })}
                <ul class="indicator-rows">{items.iter().map(row).collect_view()}</ul>
            </section>
        }
    })
}

/// Who answers for the goal, and what the plan wants done.
#[component]
fn WhoAndWhat(goal: &'static Goal) -> impl IntoView {
    let state = State::get();
    let some = move || {
        let answered = |of: &GoalAgencies| of.goal == goal.id;
        !goal.measures.is_empty()
            || state
                .session
                .agencies
                .with(|agencies| agencies.iter().any(answered))
    };
    view! {
        <Show when=some>
            <section class="stack tight ruled">
                <h2>{move || state.say("谁来做，做什么", "Who does what")}</h2>
                <AgenciesOfGoal goal=goal.id />
                <Measures goal />
            </section>
        </Show>
    }
}

/// The arithmetic of the verdict.
fn why(state: State, item: &Judged, area: &str) -> Option<impl IntoView + use<>> {
    let sentence = subject(state, item, area).arithmetic(state.lang())?;
    Some(view! {
        <section class="stack tight ruled" aria-label=state.say("为什么判成这样", "Why this verdict")>
            <h2>{state.say("为什么判成这样", "Why this verdict")}</h2>
            <p>{sentence}</p>
            <p class="small"><a href=state.href(Page::Method)>{state.say("评判方法", "How we judge")}</a></p>
        </section>
    })
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
    let count = measures.len();
    (count > 0).then(|| {
        view! {
            <h3>{move || goals::measures(count, state.lang())}</h3>
            <ul class="measures">{measures.into_iter().map(item).collect_view()}</ul>
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
            .map(|item| view! { <IndicatorCard item area=area.clone() references=references.clone() /> })
            .collect_view()
    };
    view! {
        <Show when=move || !items().is_empty()>
            <details>
                <summary>{move || goals::figures_of_measures(items().len(), state.lang())}</summary>
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
