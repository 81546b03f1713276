//! Base → newest → target, a small slope for each indicator with its numbers beside it.

use leptos::prelude::*;

use super::pick::PickField;
use super::table::{Steps, indicator_table, row_head};
use super::{in_field, too_little};
use crate::app::choices::Comparison;
use crate::app::components::status::StatusMark;
use crate::app::state::State;
use crate::compare::{Slope, slopes};
use crate::observation::ValueAt;
use crate::text::{compare, with_unit};

/// Width and height of a slope's drawing, in its own units, and the room around its points.
const SIZE: (f64, f64, f64) = (120.0, 44.0, 6.0);
/// The columns beside the names.
const COLUMNS: usize = 5;

/// The slopes.
#[component]
pub fn Slopes(chosen: Memo<Comparison>) -> impl IntoView {
    let state = State::get();
    let steps = Steps::new();
    let body = move || {
        let board = state.board.get();
        let slopes = slopes(&board, |item| chosen.with(|chosen| in_field(chosen, item)));
        if slopes.is_empty() {
            let needs = (
                "这里会是各个指标从基期到最新、再到目标的走法。需要基期和之后至少一年的数值。",
                "Here each indicator goes from base to newest figure to target. It takes figures of the base year and of a later one.",
            );
            return too_little(state, needs).into_any();
        }
        view! {
            <p class="answer">{answer(state, &board.area, slopes.len())}</p>
            {table(state, &slopes, steps)}
        }
        .into_any()
    };
    view! {
        <section class="stack" aria-label=move || state.say("基期到目标", "Base to target")>
            <p class="row"><PickField chosen /></p>
            {body}
        </section>
    }
}

fn answer(state: State, area: &str, count: usize) -> String {
    compare::slopes(&state.area_name(area), count, state.lang())
}

fn table(state: State, slopes: &[Slope<'_>], steps: Steps) -> impl IntoView + use<> {
    let heads = view! {
        <th scope="col" class="number">{state.say("基期", "Base")}</th>
        <th scope="col">{state.say("走法", "Slope")}</th>
        <th scope="col" class="number">{state.say("最新", "Newest")}</th>
        <th scope="col" class="number">{state.say("目标", "Target")}</th>
        <th scope="col">{state.say("状态", "Status")}</th>
    };
    let rows = steps.of(slopes, COLUMNS).iter().map(|slope| row(state, slope));
    let rows = rows.collect_view();
    let label = state.say("基期、最新和目标的数值", "Base, newest figure and target");
    view! {
        {indicator_table(state, label, heads, rows)}
        {steps.rest(state, slopes.len(), COLUMNS)}
    }
}

fn row(state: State, slope: &Slope<'_>) -> impl IntoView + use<> {
    let unit = &slope.item.indicator.unit;
    let cell = |point: ValueAt| {
        let value = with_unit(point.value, unit, state.lang());
        view! { <td class="number">{value} <br /><span class="muted">{point.year}</span></td> }
    };
    view! {
        <tr>
            {row_head(state, slope.item)}
            {cell(slope.base)}
            <td>{drawing(slope)}</td>
            {cell(slope.latest)}
            {cell(slope.goal)}
            <td><StatusMark status=slope.item.assessment.status() /></td>
        </tr>
    }
}

/// The numbers stand beside it, so it is silent.
fn drawing(slope: &Slope<'_>) -> impl IntoView + use<> {
    let (width, height, room) = SIZE;
    let [base, latest, goal] = slope.points().map(|(along, up)| {
        (
            room + along * (width - 2.0 * room),
            height - room - up * (height - 2.0 * room),
        )
    });
    let line = |class: &'static str, from: (f64, f64), to: (f64, f64)| {
        view! { <line class=class x1=from.0 y1=from.1 x2=to.0 y2=to.1 /> }
    };
    view! {
        <svg class="slope" viewBox=format!("0 0 {width} {height}") aria-hidden="true">
            {line("needed", base, goal)}
            {line("done", base, latest)}
            <circle class="base" cx=base.0 cy=base.1 r="3.5" />
            <circle class="latest" cx=latest.0 cy=latest.1 r="4" />
            <line class="goal" x1=goal.0 - 5.0 y1=goal.1 x2=goal.0 + 5.0 y2=goal.1 />
        </svg>
    }
}
