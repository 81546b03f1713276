//! The first rows of each table, under what each column was understood to hold; any column can be corrected.

use leptos::prelude::*;

use super::question::COLUMNS;
use super::{Draft, words};
use crate::app::components::table_frame::table_frame;
use crate::app::state::State;
use crate::import::{Answer, Log, Place, Seen, SeenColumn};
use crate::text::mapping::{column_read_as, first_rows};

/// Every table's beginning.
pub fn tables(state: State, log: &Log, draft: Draft) -> Option<impl IntoView + use<>> {
    let tables: Vec<_> = log.seen.iter().map(|seen| one(state, seen, draft)).collect();
    (!tables.is_empty()).then_some(tables)
}

fn one(state: State, seen: &Seen, draft: Draft) -> impl IntoView + use<> {
    let title = first_rows(seen.sheet.as_deref(), state.lang());
    let titles = seen
        .columns
        .iter()
        .map(|column| view! { <th scope="col">{column.text.clone()}</th> });
    let uses = seen
        .columns
        .iter()
        .map(|column| view! { <td>{column_use(state, column, draft)}</td> });
    let rows = seen.rows.iter().map(|(line, cells)| {
        let cells: Vec<_> = cells
            .iter()
            .map(|cell| view! { <td>{cell.clone()}</td> })
            .collect();
        view! { <tr><th scope="row" class="number">{*line}</th>{cells}</tr> }
    });
    let table = view! {
        <table>
            <thead>
                <tr>
                    <th scope="col" class="number">{state.say("行", "Line")}</th>
                    {titles.collect::<Vec<_>>()}
                </tr>
                <tr>
                    <th scope="row">{state.say("当作", "Read as")}</th>
                    {uses.collect::<Vec<_>>()}
                </tr>
            </thead>
            <tbody>{rows.collect::<Vec<_>>()}</tbody>
        </table>
    };
    view! {
        <div class="stack tight">
            <h5>{title.clone()}</h5>
            {table_frame(title, true, table)}
        </div>
    }
}

/// What a column was understood to hold, to be corrected.
fn column_use(state: State, column: &SeenColumn, draft: Draft) -> impl IntoView + use<> {
    let text = StoredValue::new(column.text.clone());
    let said = Memo::new(move |_| {
        draft
            .said
            .with(|said| text.with_value(|text| said.answer(Place::Column, text).cloned()))
    });
    let choose = move |value: String| {
        let answer: Option<Answer> = serde_json::from_str(&value).ok();
        draft.say(|said| text.with_value(|text| said.set(Place::Column, text, answer)));
    };
    let others = COLUMNS.map(Answer::Column).into_iter().chain([Answer::Ignore]);
    let option = move |answer: Answer| {
        let value = serde_json::to_string(&answer).unwrap_or_default();
        let label = words::answer(state, &answer);
        view! { <option value=value selected=move || said.get().as_ref() == Some(&answer)>{label}</option> }
    };
    // An answer that is none of those, such as an indicator, was given to the question above.
    let other = move || {
        let listed = |said: &Answer| {
            matches!(said, Answer::Column(role) if COLUMNS.contains(role)) || *said == Answer::Ignore
        };
        said.get().filter(|said| !listed(said)).map(option)
    };
    let holds = words::holds(state, &column.holds);
    let label = column_read_as(&column.text, state.lang());
    view! {
        <select aria-label=label on:change:target=move |event| choose(event.target().value())>
            <option value="" selected=move || said.get().is_none()>{holds}</option>
            {other}
            {others.map(option).collect_view()}
        </select>
    }
}
