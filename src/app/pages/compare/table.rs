//! What the tables of these pages share: their frame, the head of an indicator's row, and the name of an area.

use leptos::prelude::*;

use crate::app::components::promises::item_href;
use crate::app::components::table_frame::table_frame;
use crate::app::state::State;
use crate::assess::Judged;
use crate::catalogue::Role;
use crate::text::{demand, indicator_name};

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
    let name = indicator_name(&item.indicator, lang).to_owned();
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
