//! One promise as a family reads it: a plain sentence, the figures that tell whether it is kept, and the official
//! words one click away.

use std::sync::Arc;

use leptos::prelude::*;

use super::finish_line::finish_line;
use super::official_text::OfficialText;
use super::status::StatusMark;
use crate::app::route::Page;
use crate::app::state::State;
use crate::assess::{Board, Judged};
use crate::catalogue::{Goal, Indicator, ItemId, Kind, Stage};
use crate::text::{family, plain_number, plain_promise, plain_standing, record_sentence};

/// One promise of a stage of life.
#[component]
pub fn FamilyPromise(
    stage: &'static Stage,
    goal: &'static Goal,
    board: Arc<Board>,
    references: Vec<Arc<Board>>,
    /// Whether it has been said already that nothing at all is published.
    silent: bool,
) -> impl IntoView {
    let state = State::get();
    let figures: Vec<&'static Indicator> = stage.figures_of(state.catalogue, goal.id).collect();
    let rows = figures
        .iter()
        .filter_map(|indicator| figure(state, indicator, goal.id, &board, &references, silent))
        .collect_view();
    let uncounted = figures.is_empty().then(|| uncounted(state, &board, goal));
    let stated = state.catalogue.stated_at(goal.id);
    let others = stated.filter(|(stated, _)| figures.iter().all(|shown| shown.id != stated.id));
    let others = others.count();
    view! {
        <li class="promise">
            <h2>{state.lang().pick(&goal.plain, &goal.plain_en).to_owned()}</h2>
            {uncounted.map(|sentence| view! { <p class="reading">{sentence}</p> })}
            <ul class="figures">{rows}</ul>
            <details class="source">
                <summary>{state.say("规划原文", "The official words")}</summary>
                <blockquote class="official"><OfficialText text=goal.text.clone() /></blockquote>
            </details>
            <p class="small more">
                <a href=state.href(Page::Goal(goal.id))>{family::more(others, state.lang())}</a>
            </p>
        </li>
    }
}

/// The judged item of an indicator that answers for a goal: that of the goal's own plan where the plans differ.
pub fn item_of<'b>(board: &'b Board, indicator: &Indicator, goal: ItemId) -> Option<&'b Judged> {
    let items = || {
        board
            .items
            .iter()
            .filter(|item| item.indicator.id == indicator.id)
    };
    items()
        .find(|item| item.plans.contains(&goal.plan))
        .or_else(|| items().next())
}

/// One figure: what it means, what was promised, where the area stands, and where a larger area does.
fn figure(
    state: State,
    indicator: &'static Indicator,
    goal: ItemId,
    board: &Board,
    references: &[Arc<Board>],
    silent: bool,
) -> Option<impl IntoView + use<>> {
    let lang = state.lang();
    let item = item_of(board, indicator, goal)?;
    let promised = plain_number(indicator, &item.target, lang);
    let line = finish_line(state, item, board, references);
    let is_silent = silent && item.assessment.latest().is_none() && item.assessment.record().is_none();
    let area = state.area_name(&board.area);
    let counted = indicator.kind != Kind::Milestone;
    let reference = references.iter().rev().find_map(|board| {
        let item = item_of(board, indicator, goal)?;
        let latest = item.assessment.latest()?;
        let words = family::value_of_year(latest, &indicator.unit, lang);
        Some((state.area_name(&board.area), words))
    });
    Some(view! {
        <li class="figure">
            <div class="goal-head">
                <h3>{indicator.name_in(lang).to_owned()}</h3>
                {(counted && !is_silent).then(|| view! { <StatusMark status=item.assessment.status() /> })}
            </div>
            <p class="muted meaning">{lang.pick(&indicator.meaning, &indicator.meaning_en).to_owned()}</p>
            {promised.map(|promised| view! { <p class="promised" aria-hidden="true">{promised}</p> })}
            {line}
            <dl class="promise-facts">
                <dt>{state.say("承诺", "Promised")}</dt>
                <dd>{plain_promise(state.catalogue, indicator, &item.target, lang)}</dd>
                {(!is_silent).then(|| view! {
                    <dt>{state.say("现在", "Now")}</dt>
                    <dd>{plain_standing(indicator, &item.target, &item.assessment, &area, lang)}</dd>
                })}
                {reference.map(|(area, words)| view! {
                    <dt class="reference">{area}{state.say("（参考）", " (reference)")}</dt>
                    <dd class="reference">{words}</dd>
                })}
            </dl>
        </li>
    })
}

/// What there is to say of a promise that no figure speaks for.
fn uncounted(state: State, board: &Board, goal: &Goal) -> String {
    let lang = state.lang();
    match board.goal(goal.id).and_then(|goal| goal.record.as_ref()) {
        Some(record) => record_sentence(record, lang),
        None => lang
            .pick(
                "这件事没有写明要看哪个数，做到没有要靠查证；还没有公布查证的结果。",
                "The plans name no figure for this; it has to be checked, and no result has been published yet.",
            )
            .to_owned(),
    }
}
