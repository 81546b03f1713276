//! The figures of the goals chosen, a small chart for each indicator, all on the same years; and the same numbers
//! in one table.

use leptos::prelude::*;

use crate::app::components::bring_files::BringFiles;
use crate::app::components::chart::cell_view;
use crate::app::components::example_mark::ExampleMark;
use crate::app::components::status::StatusMark;
use crate::app::plots::headline;
use crate::app::route::Page;
use crate::app::state::State;
use crate::assess::{Board, Judged, Status};
use crate::catalogue::{Goal, ItemId, Kind, Year};
use crate::chart::{Cell, Plot, Sketch, SmallMultiples, Spot};
use crate::text::goals::{nothing_to_draw, without_chart};
use crate::text::{demand_by, indicator, number, unit_after, with_year};

/// One indicator of a goal, in words.
struct Card {
    goal: ItemId,
    name: String,
    unit: String,
    status: Status,
    /// Such as `2024 年 15.1/10万`.
    newest: String,
    /// Such as `2030 年 12/10万以下`.
    wanted: String,
    /// The value to reach alone, for its line; none for a direction.
    goal_value: Option<String>,
}

/// Small charts of goals, with a table of the same numbers, and the goals that have none to draw.
#[component]
pub(super) fn SmallCharts(goals: Memo<Vec<&'static Goal>>) -> impl IntoView {
    let state = State::get();
    move || {
        let goals = goals.get();
        let (cards, plots) = state.board.with(|board| drawn(state, board, &goals));
        let is_drawn = |goal: &&Goal| cards.iter().any(|card| card.goal == goal.id);
        let without: Vec<&'static Goal> = goals.into_iter().filter(|goal| !is_drawn(goal)).collect();
        if cards.is_empty() {
            return nothing(state).into_any();
        }
        let multiples = SmallMultiples::new(&plots);
        let charts: Vec<_> = cards
            .iter()
            .zip(&plots)
            .zip(&multiples.sketches)
            .filter_map(|((card, plot), sketch)| {
                Some(card_view(state, card, plot, sketch.as_ref()?, &multiples.ticks))
            })
            .collect();
        view! {
            {key(state)}
            <ul class="small-charts">{charts}</ul>
            {table(state, &cards, multiples)}
            {rest(state, without)}
        }
        .into_any()
    }
}

/// Each indicator with figures of the area's own, by the goals that it speaks for.
fn drawn(state: State, board: &Board, goals: &[&'static Goal]) -> (Vec<Card>, Vec<Plot>) {
    let of_goal = |goal: &&'static Goal| {
        let id = goal.id;
        board.items_of(id).map(move |item| (id, item))
    };
    let lang = state.lang();
    let plot = |(goal, item): (ItemId, &Judged)| {
        let newest = item.values.last()?;
        let indicator = &*item.indicator;
        let card = Card {
            goal,
            name: indicator.name_in(lang).to_owned(),
            unit: unit_after(&indicator.unit, lang).trim().to_owned(),
            status: item.assessment.status(),
            newest: with_year(newest.year, newest.value, &indicator.unit, lang),
            goal_value: item.assessment.goal().map(|goal| number(goal, None)),
            wanted: demand_by(state.catalogue, indicator, &item.target, lang),
        };
        let drawable = indicator.kind != Kind::Milestone;
        drawable.then(|| (card, headline(state, item, &board.area)))
    };
    goals.iter().flat_map(of_goal).filter_map(plot).unzip()
}

/// Whether there is anything to draw for goals: a figure of the area's own that a line can be drawn through.
pub(super) fn any_drawn(board: &Board, goals: &[&'static Goal]) -> bool {
    let is_drawn = |item: &Judged| !item.values.is_empty() && item.indicator.kind != Kind::Milestone;
    goals.iter().any(|goal| board.items_of(goal.id).any(is_drawn))
}

/// Where the area has no figure at all for these goals.
fn nothing(state: State) -> impl IntoView {
    let area = state.area_name(&state.area());
    let sentence = nothing_to_draw(&area, state.lang());
    view! {
        <p class="reading">{sentence}</p>
        <BringFiles />
    }
}

/// How to read the charts.
fn key(state: State) -> impl IntoView {
    view! {
        <p class="small-key reading muted small">
            {state.say(
                "每个指标一张图。年份都相同，纵轴各按自己的单位；虚线是目标，空心点是基期，末点的颜色是状态，线断开处没有数值。",
                "A chart for each indicator. The years are the same everywhere, the height follows each one’s own unit; the dashed line is the target, the hollow point the base, the last point has the colour of the status, and a break in a line a year without a figure.",
            )}
            {state.is_example().then(|| view! {
                " "
                <ExampleMark />
            })}
        </p>
    }
}

/// One indicator: its name leads to its goal, its picture says the verdict.
fn card_view(
    state: State,
    card: &Card,
    plot: &Plot,
    sketch: &Sketch,
    ticks: &[(Year, f64)],
) -> impl IntoView + use<> {
    let wanted = indicator::target(&card.wanted, state.lang());
    view! {
        <li class="small-chart">
            <p>
                <span class="id">{card.goal.to_string()}</span>
                " "
                <a href=state.href(Page::Goal(card.goal))>{card.name.clone()}</a>
            </p>
            <p class="row">
                <strong>{card.newest.clone()}</strong>
                <StatusMark status=card.status />
            </p>
            {picture(plot.summary.clone(), card, sketch, ticks)}
            <p class="small" class:small-target=sketch.target.is_some()>{wanted}</p>
        </li>
    }
}

fn percent(share: f64) -> String {
    format!("{share:.2}%")
}

fn picture(summary: String, card: &Card, sketch: &Sketch, ticks: &[(Year, f64)]) -> impl IntoView + use<> {
    let dot = |class: &'static str, Spot { x, y }: Spot| view! { <circle class=class cx=percent(x) cy=percent(y) /> };
    let newest_class = format!("newest end {}", card.status.slug());
    let line = |class: &'static str, from: Spot, to: Spot| {
        view! { <line class=class x1=percent(from.x) y1=percent(from.y) x2=percent(to.x) y2=percent(to.y) /> }
    };
    let spot = |x, y| Spot { x, y };
    let years: Vec<_> = ticks.iter().map(|(year, x)| year_tick(*year, *x)).collect();
    let uprights: Vec<_> = ticks
        .iter()
        .map(|(_, x)| line("tick", spot(*x, 0.0), spot(*x, 100.0)))
        .collect();
    let strokes: Vec<_> = sketch
        .strokes
        .iter()
        .map(|(from, to)| line("stroke", *from, *to))
        .collect();
    let target = sketch.target.map(|end| {
        // Over its line, unless that is at the very top.
        let dy = if end.y < 20.0 { "1.1em" } else { "-0.35em" };
        view! {
            {line("target", spot(0.0, end.y), end)}
            <text class="goal" x=percent(end.x) y=percent(end.y) dy=dy text-anchor="end">{card.goal_value.clone()}</text>
        }
    });
    let (newest, earlier) = match sketch.figures.split_last() {
        Some((newest, earlier)) => (Some(*newest), earlier),
        None => (None, [].as_slice()),
    };
    let earlier: Vec<_> = earlier.iter().map(|at| dot("figure", *at)).collect();
    view! {
        <svg class="small-picture" role="img" aria-label=summary>
            <svg class="field" height="80%" aria-hidden="true">
                {uprights}
                {line("axis", spot(0.0, 100.0), spot(100.0, 100.0))}
                {target}
                {strokes}
                {earlier}
                {newest.map(|at| view! { <circle class=newest_class cx=percent(at.x) cy=percent(at.y) /> })}
                {sketch.base.map(|at| dot("base", at))}
            </svg>
            {years}
        </svg>
    }
}

/// The name of a year under the axis; those at the edges stay within the picture.
fn year_tick(year: Year, x: f64) -> impl IntoView {
    let anchor = match x {
        x if x < 15.0 => "start",
        x if x > 85.0 => "end",
        _ => "middle",
    };
    view! { <text x=percent(x) y="98%" text-anchor=anchor>{year}</text> }
}

/// The numbers of all charts.
fn table(state: State, cards: &[Card], multiples: SmallMultiples) -> impl IntoView + use<> {
    let row = |(card, cells): (&Card, Vec<Cell>)| {
        let unit = indicator::unit_in_brackets(&card.unit, state.lang());
        view! {
            <tr>
                <th scope="row">{card.name.clone()}{unit}</th>
                {cells.into_iter().map(|cell| cell_view(cell, state.lang())).collect_view()}
                <td>{card.wanted.clone()}</td>
                <td><StatusMark status=card.status /></td>
            </tr>
        }
    };
    let rows: Vec<_> = cards.iter().zip(multiples.rows).map(row).collect();
    let years = multiples.years.into_iter();
    let heads: Vec<_> = years
        .map(|year| view! { <th scope="col" class="number">{year}</th> })
        .collect();
    let title = state.say("各指标历年的数值", "The figures of each indicator by year");
    view! {
        <details class="chart-numbers">
            <summary>{state.say("同样的数，列成表", "The same numbers as a table")}</summary>
            <div class="table-frame fixed-first newest-first" tabindex="0" role="group" aria-label=title>
                <table>
                    <thead>
                        <tr>
                            <th scope="col">{state.say("指标", "Indicator")}</th>
                            {heads}
                            <th scope="col">{state.say("目标", "Target")}</th>
                            <th scope="col">{state.say("状态", "Status")}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </details>
    }
}

/// The goals chosen that no chart stands for.
fn rest(state: State, goals: Vec<&'static Goal>) -> Option<impl IntoView> {
    let lang = state.lang();
    let item = |goal: &'static Goal| {
        view! {
            <li>
                <span class="id">{goal.id.to_string()}</span>
                " "
                <a href=state.href(Page::Goal(goal.id))>{lang.pick(&goal.brief, &goal.english).to_owned()}</a>
            </li>
        }
    };
    let summary = without_chart(goals.len(), lang);
    (!goals.is_empty()).then(|| {
        view! {
            <details>
                <summary>{summary}</summary>
                <ul class="small-rest">{goals.into_iter().map(item).collect_view()}</ul>
            </details>
        }
    })
}
