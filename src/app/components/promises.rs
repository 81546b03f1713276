//! Every figure that the plans promise, beside what the area has and where the region and the nation stand.
//! A reference figure stands in a column of its own and never counts as the area's.

use std::sync::Arc;

use leptos::prelude::*;

use super::status::StatusMark;
use crate::app::route::Page;
use crate::app::state::State;
use crate::assess::{Board, Judged, Status};
use crate::catalogue::{Field, Goal, Indicator, Op};
use crate::text::indicator::value_of_year;
use crate::text::{demand, status_glyph, status_word};

/// The table of promised figures.
#[component]
pub fn Promises(board: Memo<Arc<Board>>) -> impl IntoView {
    let state = State::get();
    let references = state.references;
    let table = move || {
        let (board, references) = (board.get(), references.get());
        let mut seen = Vec::new();
        let groups: Vec<_> = state
            .catalogue
            .fields()
            .map(|field| field_rows(state, field, &board, &references, &mut seen))
            .collect();
        let area_heads = references.iter().map(|reference| {
            view! {
                <th scope="col" class="reference">
                    {state.area_name(&reference.area)}
                    {state.say("（参考）", " (reference)")}
                </th>
            }
        });
        view! {
            <table>
                <thead>
                    <tr>
                        <th scope="col">{state.say("指标", "Indicator")}</th>
                        <th scope="col">{state.say("目标", "Target")}</th>
                        <th scope="col">{state.area_name(&board.area)}</th>
                        {area_heads.collect_view()}
                    </tr>
                </thead>
                <tbody>{groups}</tbody>
            </table>
        }
    };
    view! {
        <section class="stack tight">
            <h2>{move || state.say("承诺的数字", "The figures promised")}</h2>
            <p class="reading">
                {move || state.say(
                    "规划里写明数值的目标都在这里。参考列是各参考地区自己的数，用来对照，不算作本地的进展。",
                    "Every target that the plans put a number on. The reference columns are the reference areas’ own figures, for comparison only.",
                )}
            </p>
            <div
                class="table-frame fixed-first"
                role="region"
                tabindex="0"
                aria-label=move || state.say("承诺的数字", "The figures promised")
            >
                {table}
            </div>
        </section>
    }
}

/// Whether a target puts a number on something.
fn has_value(item: &Judged) -> bool {
    !matches!(item.target.op, Op::Trend(_) | Op::Milestone)
}

/// The rows of a field; an indicator that serves several fields stands in the first.
fn field_rows(
    state: State,
    field: &'static Field,
    board: &Board,
    references: &[Arc<Board>],
    seen: &mut Vec<Arc<Indicator>>,
) -> impl IntoView + use<> {
    let here = |item: &&Judged| {
        has_value(item) && item.stated_at.first().is_some_and(|at| at.field_id() == field.id)
    };
    let mut rows = Vec::new();
    for item in board.items.iter().filter(here) {
        if !seen.contains(&item.indicator) {
            seen.push(Arc::clone(&item.indicator));
            rows.push(item_row(state, item, references));
        }
    }
    let columns = 3 + references.len();
    (!rows.is_empty()).then(|| {
        view! {
            <tr class="group">
                <th scope="rowgroup" colspan=columns>
                    {state.lang().pick(&field.name, &field.english).to_owned()}
                </th>
            </tr>
            {rows}
        }
    })
}

fn item_row(state: State, item: &Judged, references: &[Arc<Board>]) -> impl IntoView + use<> {
    let lang = state.lang();
    let name = item.indicator.name_in(lang).to_owned();
    let wanted = demand(state.catalogue, &item.indicator, &item.target, lang);
    let href = item_href(state, item);
    let own = figure(state, item);
    let others = references.iter().map(|board| {
        let cell = board.same(item).map(|other| reference_figure(state, other));
        view! { <td class="reference">{cell}</td> }
    });
    view! {
        <tr>
            <th scope="row">
                <a href=href>{name}</a>
            </th>
            <td>{wanted}</td>
            <td>
                {own.map(|own| view! { <span>{own} <br /></span> })}
                <StatusMark status=item.assessment.status() />
            </td>
            {others.collect_view()}
        </tr>
    }
}

/// The goal that states the target, else one served by the measure that does, else the text itself.
pub fn page_of(state: State, item: &Judged) -> Page {
    let served = || state.catalogue.goals_of(&item.indicator).into_iter().next();
    match (
        item.goals.first().copied().or_else(served),
        item.stated_at.first(),
    ) {
        (Some(goal), _) => Page::Goal(goal),
        (None, Some(at)) => Page::Text(at.plan, Some(*at)),
        (None, None) => Page::Overview,
    }
}

/// The goal that its page is about; none where a target is shown elsewhere.
pub fn goal_of(state: State, item: &Judged) -> Option<&'static Goal> {
    match page_of(state, item) {
        Page::Goal(id) => state.catalogue.goal(id),
        _ => None,
    }
}

/// The link to where a target is shown: its goal, at its own indicator.
pub fn item_href(state: State, item: &Judged) -> String {
    match page_of(state, item) {
        Page::Goal(id) if state.board.with(|board| board.items_of(id).count() > 1) => {
            state.href_of_indicator(Page::Goal(id), &item.indicator.id)
        }
        page => state.href(page),
    }
}

/// The newest value and its year.
fn figure(state: State, item: &Judged) -> Option<String> {
    let latest = item.assessment.latest()?;
    Some(value_of_year(latest, &item.indicator.unit, state.lang()))
}

/// A reference's newest value with the glyph of its status, named for those who do not see it.
fn reference_figure(state: State, item: &Judged) -> impl IntoView + use<> {
    let status = item.assessment.status();
    match figure(state, item) {
        None => view! { <span>{state.say("无数据", "no data")}</span> }.into_any(),
        Some(figure) => {
            let shown = status != Status::TooFewData;
            view! {
                <span>
                    {figure}
                    " "
                    {shown.then(|| view! {
                        <span class=format!("glyph {}", status.slug()) aria-hidden="true">{status_glyph(status)}</span>
                        <span class="visually-hidden">{status_word(status, state.lang())}</span>
                    })}
                </span>
            }
            .into_any()
        }
    }
}
