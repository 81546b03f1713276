//! Indicators × areas, as a table whose cells carry status and value.

use std::sync::Arc;

use leptos::prelude::*;

use super::pick::PickField;
use super::table::{area_head, indicator_table, row_head};
use super::{in_field, too_little};
use crate::app::choices::Comparison;
use crate::app::state::State;
use crate::assess::Board;
use crate::catalogue::Unit;
use crate::compare::{AreaCell, AreaRow, area_rows};
use crate::text::{compare, status_glyph, status_word, with_unit};

/// As many cells as are drawn at once: several screens full, and far fewer than make a page slow.
const CELLS_AT_ONCE: usize = 1_200;

/// The heat map.
#[component]
pub fn Areas(boards: Memo<Vec<Arc<Board>>>, chosen: Memo<Comparison>) -> impl IntoView {
    let state = State::get();
    let shown = RwSignal::new(CELLS_AT_ONCE);
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
            {table(state, &boards, &rows, shown)}
        }
        .into_any()
    };
    view! {
        <section class="stack" aria-label=move || state.say("指标与各地", "Indicators by area")>
            <p class="row"><PickField chosen /></p>
            {body}
        </section>
    }
}

fn answer(state: State, rows: usize, boards: &[Arc<Board>]) -> String {
    let area = boards
        .first()
        .map(|board| state.area_name(&board.area))
        .unwrap_or_default();
    compare::targets(rows, &area, state.lang())
}

/// The first rows, so many that their cells are no burden; the rest comes when it is asked for.
fn table(
    state: State,
    boards: &[Arc<Board>],
    rows: &[AreaRow<'_>],
    shown: RwSignal<usize>,
) -> impl IntoView + use<> {
    // An area with nothing to show would be a column of dashes; the first is what the page is about.
    let has_data = |at: usize| at == 0 || rows.iter().any(|row| row.cells[at].latest.is_some());
    let columns: Vec<usize> = (0..boards.len()).filter(|at| has_data(*at)).collect();
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
    let few = (shown.get() / columns.len().max(1)).max(1);
    let rest = rows.len().saturating_sub(few);
    let more = (rest > 0).then(|| {
        let words = compare::list_rest(rest, state.lang());
        let more = move |_| shown.update(|shown| *shown += CELLS_AT_ONCE);
        view! { <p><button type="button" on:click=more>{words}</button></p> }
    });
    let rows = rows.iter().take(few).map(row).collect_view();
    view! {
        {indicator_table(state, label, heads, rows)}
        {more}
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
