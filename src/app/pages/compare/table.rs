//! What the tables of these pages share: their frame, the head of an indicator's row, and the name of an area.

use leptos::prelude::*;

use crate::app::components::promises::item_href;
use crate::app::components::table_frame::table_frame;
use crate::app::state::State;
use crate::assess::Judged;
use crate::catalogue::Role;
use crate::text::compare::list_rest;
use crate::text::demand;

/// As many rows as are drawn at first: more than a screen of them.
const ROWS_AT_FIRST: usize = 25;
/// As many cells as are drawn at first, where a table is wide.
const CELLS_AT_FIRST: usize = 300;
/// As many cells as come at once where more are asked for: they take a moment, not a second.
const CELLS_MORE: usize = 1_500;

/// The first rows of a long table, and more of them each time somebody asks.
#[derive(Clone, Copy)]
pub struct Steps(RwSignal<usize>);

impl Steps {
    /// The first rows only.
    pub fn new() -> Steps {
        Steps(RwSignal::new(0))
    }

    /// The rows that are drawn of a table with so many columns.
    pub fn of<T>(self, rows: &[T], columns: usize) -> &[T] {
        rows.get(..self.drawn(columns)).unwrap_or(rows)
    }

    /// The way to the rest of so many rows; nothing where all of them are drawn.
    pub fn rest(self, state: State, rows: usize, columns: usize) -> Option<impl IntoView + use<>> {
        let rest = rows.saturating_sub(self.drawn(columns));
        let more = move |_| self.0.update(|steps| *steps += 1);
        (rest > 0).then(|| {
            view! { <p><button type="button" on:click=more>{list_rest(rest, state.lang())}</button></p> }
        })
    }

    fn drawn(self, columns: usize) -> usize {
        let rows = |cells: usize| (cells / columns.max(1)).max(1);
        rows(CELLS_AT_FIRST).min(ROWS_AT_FIRST) + self.0.get() * rows(CELLS_MORE)
    }
}

/// A table with an indicator in each row: the heads of the columns after the first, and the rows.
pub fn indicator_table(
    state: State,
    label: &'static str,
    heads: impl IntoView,
    rows: impl IntoView,
) -> impl IntoView {
    let table = view! {
        <table class="heat">
            <thead>
                <tr>
                    <th scope="col">{state.say("指标", "Indicator")}</th>
                    {heads}
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    };
    table_frame(label.to_owned(), true, table)
}

/// The name of an item's indicator as the head of a row: a link to its goal, with what is demanded.
pub fn row_head(state: State, item: &Judged) -> impl IntoView + use<> {
    let lang = state.lang();
    let name = item.indicator.name_in(lang).to_owned();
    let wanted = demand(state.catalogue, &item.indicator, &item.target, lang);
    view! {
        <th scope="row">
            <a href=item_href(state, item)>{name}</a>
            <br />
            <span class="muted">{wanted}</span>
        </th>
    }
}

/// The name of an area as the head of a row or of a column; one that is only compared with says so.
pub fn area_head(state: State, area: &str, scope: &'static str) -> impl IntoView + use<> {
    let known = state.catalogue.area(area);
    let reference = known.is_some_and(|area| area.role == Role::Reference);
    view! {
        <th scope=scope class:reference=reference>
            {state.area_name(area)}
            {reference.then(|| state.say("（参考）", " (reference)"))}
        </th>
    }
}
