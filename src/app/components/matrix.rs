//! Every goal as one cell, by plan and field: colour, pattern and glyph say its status, its name the rest. One
//! cell is in the tab order; the arrow keys walk from it to the others.

use std::sync::Arc;

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use crate::app::route::Page;
use crate::app::state::State;
use crate::assess::{Board, Status};
use crate::browser::look;
use crate::catalogue::{Field, Goal, Plan};
use crate::text::{goals, status_glyph};

/// A goal by the position of its field, and its own within the field.
type Position = (usize, usize);

/// The matrix.
#[component]
pub fn Matrix(board: Memo<Arc<Board>>) -> impl IntoView {
    let state = State::get();
    let here = RwSignal::new((0, 0));
    let plans = move || {
        let board = board.get();
        let mut before = 0;
        let plan = |plan: &'static Plan| {
            let view = plan_view(state, plan, before, &board, here);
            before += plan.fields.len();
            view
        };
        state.catalogue.plans.iter().map(plan).collect_view()
    };
    view! {
        <section class="stack tight" aria-label=move || state.say("全部目标一览", "Every goal at a glance")>
            <h2>
                {move || goals::at_a_glance(state.catalogue.goals().count(), state.lang())}
            </h2>
            <p class="muted small" id="matrix-hint">
                {move || state.say(
                    "每格一项目标，点开看详情；用键盘时，方向键在格子间移动。",
                    "Each cell is a goal and opens it; on a keyboard, the arrow keys move between cells.",
                )}
            </p>
            <div class="matrix" on:keydown=move |event| walk(state, here, &event)>
                {plans}
            </div>
        </section>
    }
}

fn plan_view(
    state: State,
    plan: &'static Plan,
    before: usize,
    board: &Board,
    here: RwSignal<Position>,
) -> impl IntoView + use<> {
    let fields = plan
        .fields
        .iter()
        .enumerate()
        .map(|(at, field)| field_view(state, field, before + at, board, here))
        .collect_view();
    view! {
        <div class="stack tight">
            <h3>{state.lang().pick(&plan.short, &plan.english_short).to_owned()}</h3>
            <ul class="matrix-fields">{fields}</ul>
        </div>
    }
}

fn field_view(
    state: State,
    field: &'static Field,
    row: usize,
    board: &Board,
    here: RwSignal<Position>,
) -> impl IntoView + use<> {
    let cells = field
        .goals
        .iter()
        .enumerate()
        .map(|(at, goal)| {
            let status = board.goal(goal.id).map_or(Status::NoData, |goal| goal.status);
            cell(state, goal, status, (row, at), here)
        })
        .collect_view();
    view! {
        <li>
            <a class="matrix-name" href=state.href(Page::field(&field.id))>
                {state.lang().pick(&field.name, &field.english).to_owned()}
            </a>
            <ul class="matrix-cells">{cells}</ul>
        </li>
    }
}

fn cell(
    state: State,
    goal: &'static Goal,
    status: Status,
    at: Position,
    here: RwSignal<Position>,
) -> impl IntoView + use<> {
    let name = goals::with_status(goal, status, state.lang());
    view! {
        <li>
            <a
                class=format!("cell fill {}", status.slug())
                href=state.href(Page::Goal(goal.id))
                aria-label=name.clone()
                title=name
                data-goal=goal.id.to_string()
                tabindex=move || if here.get() == at { "0" } else { "-1" }
                on:focus=move |_| here.set(at)
            >
                <span class="plate">{status_glyph(status)}</span>
            </a>
        </li>
    }
}

fn walk(state: State, here: RwSignal<Position>, event: &KeyboardEvent) {
    let rows: Vec<&Field> = state.catalogue.fields().collect();
    let lengths: Vec<usize> = rows.iter().map(|field| field.goals.len()).collect();
    let Some(next) = step(&lengths, here.get_untracked(), &event.key()) else {
        return;
    };
    event.prevent_default();
    if let Some(goal) = rows.get(next.0).and_then(|field| field.goals.get(next.1)) {
        look::focus(&format!("[data-goal=\"{}\"]", goal.id));
    }
}

/// Where a key leads: left and right through all cells, up and down to the fields around, Home and End within
/// the field. None for other keys; the walk ends at the first and the last cell.
fn step(lengths: &[usize], (row, at): Position, key: &str) -> Option<Position> {
    let last = |row: usize| lengths.get(row).map_or(0, |length| length.saturating_sub(1));
    let beside = |row: usize| (row, at.min(last(row)));
    let final_row = lengths.len().saturating_sub(1);
    Some(match key {
        "ArrowRight" if at < last(row) => (row, at + 1),
        "ArrowRight" if row < final_row => (row + 1, 0),
        "ArrowLeft" if at > 0 => (row, at - 1),
        "ArrowLeft" if row > 0 => (row - 1, last(row - 1)),
        "ArrowRight" | "ArrowLeft" => (row, at),
        "ArrowDown" => beside((row + 1).min(final_row)),
        "ArrowUp" => beside(row.saturating_sub(1)),
        "Home" => (row, 0),
        "End" => (row, last(row)),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrows_walk_the_cells_and_stop_at_the_ends() {
        let rows = [3, 1, 2];
        assert_eq!(step(&rows, (0, 2), "ArrowRight"), Some((1, 0)));
        assert_eq!(step(&rows, (1, 0), "ArrowLeft"), Some((0, 2)));
        assert_eq!(step(&rows, (0, 2), "ArrowDown"), Some((1, 0)), "a shorter field");
        assert_eq!(step(&rows, (2, 1), "ArrowRight"), Some((2, 1)));
        assert_eq!(step(&rows, (2, 1), "ArrowDown"), Some((2, 1)));
        assert_eq!(step(&rows, (0, 0), "ArrowLeft"), Some((0, 0)));
        assert_eq!(step(&rows, (0, 1), "End"), Some((0, 2)));
        assert_eq!(step(&rows, (0, 1), "a"), None);
        assert_eq!(step(&[], (0, 0), "ArrowUp"), Some((0, 0)));
    }
}
