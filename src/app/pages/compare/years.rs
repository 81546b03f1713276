//! Indicators × years of one area: every value, shaded by how much of the way to its target it has come.

use leptos::prelude::*;

use super::pick::PickField;
use super::table::{Steps, indicator_table, row_head};
use super::{in_field, too_little};
use crate::app::choices::Comparison;
use crate::app::state::State;
use crate::compare::{Reach, YearCell, YearMap, YearRow, year_map};
use crate::text::{NO_NUMBER, decimals, number, unit_after};

/// The heat map.
#[component]
pub fn Years(chosen: Memo<Comparison>) -> impl IntoView {
    let state = State::get();
    let steps = Steps::new();
    let body = move || {
        let board = state.board.get();
        let wanted = |item: &_| chosen.with(|chosen| in_field(chosen, item));
        match year_map(&board, state.catalogue.base_year, wanted) {
            Some(map) => view! {
                <p class="answer">
                    {state.area_name(&board.area)}
                    {state.say(
                        "：每格是当年的数值，颜色越深，从基期到目标的路走得越多。",
                        ": each cell is the figure of a year; the darker, the more of the way from base to target is done.",
                    )}
                </p>
                {key(state)}
                {table(state, &map, steps)}
            }
            .into_any(),
            None => {
                let needs = (
                    "这里会是各个指标逐年的数值和走过的路程。这个地区在这个范围里还没有两年以上的数值。",
                    "Here each indicator stands year by year, with how far it has come. This area has no figures of several years within this choice.",
                );
                too_little(state, needs).into_any()
            }
        }
    };
    view! {
        <section class="stack" aria-label=move || state.say("指标与各年", "Indicators by year")>
            <p class="row"><PickField chosen /></p>
            {body}
        </section>
    }
}

/// What the shades mean.
fn key(state: State) -> impl IntoView {
    let shades = [
        ("away", state.say("✕ 比基期还远", "✕ further away than the base")),
        ("part-1", state.say("不到四分之一", "less than a quarter")),
        ("part-2", state.say("四分之一到一半", "a quarter to half")),
        ("part-3", state.say("一半到四分之三", "half to three quarters")),
        ("part-4", state.say("四分之三以上", "more than three quarters")),
        ("met", state.say("● 达到目标", "● meets the target")),
    ];
    let item = |(class, word): (&str, &'static str)| {
        view! { <li><span class=format!("shade {class}") aria-hidden="true"></span> {word}</li> }
    };
    view! { <ul class="legend small">{shades.map(item).collect_view()}</ul> }
}

fn table(state: State, map: &YearMap<'_>, steps: Steps) -> impl IntoView + use<> {
    let years = map.years.clone();
    let columns = years.clone().count();
    let heads = view! {
        <th scope="col">{state.say("单位", "Unit")}</th>
        {years.map(|year| view! { <th scope="col" class="number">{year}</th> }).collect_view()}
    };
    let rows = steps
        .of(&map.rows, columns)
        .iter()
        .map(|row| year_row(state, row));
    let rows = rows.collect_view();
    let label = state.say("各年的数值和走过的路程", "Figures and way done by year");
    view! {
        <div class="newest-first">{indicator_table(state, label, heads, rows)}</div>
        {steps.rest(state, map.rows.len(), columns)}
    }
}

fn year_row(state: State, row: &YearRow<'_>) -> impl IntoView + use<> {
    let digits = decimals(row.cells.iter().flatten().map(|cell| cell.value));
    let unit = unit_after(&row.item.indicator.unit, state.lang());
    let cells = row
        .cells
        .iter()
        .map(|cell| year_cell(state, *cell, digits))
        .collect_view();
    view! {
        <tr>
            {row_head(state, row.item)}
            <td class="muted unit">{unit}</td>
            {cells}
        </tr>
    }
}

fn year_cell(state: State, cell: Option<YearCell>, digits: usize) -> AnyView {
    let Some(YearCell { value, reach }) = cell else {
        return view! {
            <td class="number none">
                <span aria-hidden="true">{NO_NUMBER}</span>
                <span class="visually-hidden">{state.say("无数据", "No data")}</span>
            </td>
        }
        .into_any();
    };
    let class = match (reach, reach.step()) {
        (Reach::Met, _) => "number shade met".to_owned(),
        (Reach::Away, _) => "number shade away".to_owned(),
        (_, Some(step)) => format!("number shade part-{step}"),
        _ => "number".to_owned(),
    };
    let note = match reach {
        Reach::Met => Some(state.say("● 达到", "● met").to_owned()),
        Reach::Away => Some(state.say("✕ 更远", "✕ further").to_owned()),
        Reach::Part(part) => Some(format!("{}%", number(100.0 * part, Some(0)))),
        Reach::Untold => None,
    };
    view! {
        <td class=class>
            {number(value, Some(digits))}
            {note.map(|note| view! { <br /><span class="share">{note}</span> })}
        </td>
    }
    .into_any()
}
