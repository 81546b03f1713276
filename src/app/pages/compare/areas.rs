//! Indicators × areas, as a table whose cells carry status and value.

use std::sync::Arc;

use leptos::prelude::*;

use super::pick::PickField;
use super::table::{Steps, area_head, indicator_table, row_head};
use super::{in_field, too_little};
use crate::app::choices::Comparison;
use crate::app::state::State;
use crate::assess::Board;
use crate::catalogue::Unit;
use crate::compare::{AreaCell, AreaRow, area_rows};
use crate::text::{compare, status_glyph, status_word, with_unit};

/// The heat map: the first areas and the first rows, the others where they are asked for.
#[component]
pub fn Areas(
    /// The areas judged, the own first.
    boards: Memo<Vec<Arc<Board>>>,
    /// What is compared.
    chosen: Memo<Comparison>,
    /// Whether every area is shown.
    all_areas: RwSignal<bool>,
    /// How many are not shown yet.
    more_areas: Signal<usize>,
) -> impl IntoView {
    let state = State::get();
    let steps = Steps::new();
    let body = move || {
        let boards = boards.get();
        let rows = area_rows(&boards, |item| chosen.with(|chosen| in_field(chosen, item)));
        if rows.is_empty() {
            let needs = (
                "至少两个地方有同一个指标的数值，才能放在一起比。",
                "It takes figures of the same indicator for at least two areas.",
            );
            return too_little(state, needs).into_any();
        }
        view! {
            <p class="answer">{answer(state, rows.len(), &boards)}</p>
            {table(state, &boards, &rows, steps)}
        }
        .into_any()
    };
    view! {
        <section class="stack" aria-label=move || state.say("指标与各地", "Indicators by area")>
            <p class="row">
                <PickField chosen />
                <Show when=move || { more_areas.get() > 0 }>
                    <button type="button" on:click=move |_| all_areas.set(true)>
                        {move || compare::more_areas(more_areas.get(), state.lang())}
                    </button>
                </Show>
            </p>
            {body}
        </section>
    }
}

fn answer(state: State, rows: usize, boards: &[Arc<Board>]) -> String {
    let area = boards
        .first()
        .map(|board| state.area_name(&board.area))
        .unwrap_or_default();
    compare::targets(rows, boards.len(), &area, state.lang())
}

/// The first rows, so many that their cells are no burden; the rest comes when it is asked for.
fn table(state: State, boards: &[Arc<Board>], rows: &[AreaRow<'_>], steps: Steps) -> impl IntoView + use<> {
    // An area with nothing to show would be a column of dashes; the first is what the page is about.
    let has_data = |at: usize| at == 0 || rows.iter().any(|row| row.cells[at].latest.is_some());
    let columns: Vec<usize> = (0..boards.len()).filter(|at| has_data(*at)).collect();
    let count = rows.len();
    let row = |row: &AreaRow<'_>| {
        let unit = &row.item.indicator.unit;
        let cells = columns
            .iter()
            .map(|at| cell(state, &row.cells[*at], unit))
            .collect_view();
        view! { <tr>{row_head(state, row.item)} {cells}</tr> }
    };
    let heads = columns
        .iter()
        .map(|at| area_head(state, &boards[*at].area, "col"))
        .collect_view();
    let label = state.say("各地的最新数值和状态", "Newest figures and status by area");
    let rows = steps.of(rows, columns.len()).iter().map(row).collect_view();
    view! {
        {indicator_table(state, label, heads, rows)}
        {steps.rest(state, count, columns.len())}
    }
}

fn cell(state: State, cell: &AreaCell, unit: &Unit) -> impl IntoView + use<> {
    let lang = state.lang();
    let word = status_word(cell.status, lang);
    let value = cell.latest.map(|latest| {
        let value = with_unit(latest.value, unit, lang);
        (value, latest.year)
    });
    let worst = cell.worst_part.then(|| state.say("最差的一地", "worst part"));
    view! {
        <td>
            <span class="heat-cell">
                <span class=format!("block fill {}", cell.status.slug()) title=word>
                    <span class="plate" aria-hidden="true">{status_glyph(cell.status)}</span>
                    <span class="visually-hidden">{word}</span>
                </span>
                {value.map(|(value, year)| view! {
                    <span>{value} <br /><span class="muted">{year} " " {worst}</span></span>
                })}
            </span>
        </td>
    }
}
