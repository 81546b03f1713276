//! The same in tables, unfolded on demand: counts by field and status, every goal as a cell, every number promised.

use std::sync::Arc;

use leptos::prelude::*;

use crate::app::choices::FieldView;
use crate::app::components::matrix::Matrix;
use crate::app::components::promises::Promises;
use crate::app::components::status::StatusMark;
use crate::app::components::table_frame::table_frame;
use crate::app::route::Page;
use crate::app::state::State;
use crate::assess::{Board, Status, StatusCounts};
use crate::catalogue::{Field, Plan};
use crate::text::overview;

/// The tables, made when they are first unfolded: they are long.
#[component]
pub(super) fn InTables(board: Memo<Arc<Board>>) -> impl IntoView {
    let state = State::get();
    let open = RwSignal::new(false);
    let summary = move || {
        let promised = board.with(|board| {
            let numbers = board.items.iter().filter(|item| item.target.op.value().is_some());
            numbers.count()
        });
        overview::in_tables(promised, state.lang())
    };
    view! {
        <details class="in-tables" on:toggle=move |_| open.set(true)>
            <summary>{summary}</summary>
            <Show when=move || open.get()>
                <div class="stack wide">
                    <section class="stack tight">
                        <h2>{move || state.say("各规划、各领域", "By plan and field")}</h2>
                        {move || field_table(state, &board.get())}
                    </section>
                    <Matrix board />
                    <Promises board />
                </div>
            </Show>
        </details>
    }
}

/// Counts by field and plan; rows and columns add up, every number opens into what it counts.
fn field_table(state: State, board: &Arc<Board>) -> impl IntoView + use<> {
    let heads = Status::ALL.map(|status| view! { <th scope="col" class="number"><StatusMark status /></th> });
    let plans: Vec<_> = state
        .catalogue
        .plans
        .iter()
        .map(|plan| plan_rows(state, plan, board))
        .collect();
    let all = board.summary().statuses;
    let total = count_cells(state, all, Page::Fields);
    let table = view! {
        <table>
            <thead>
                <tr>
                    <th scope="col">{state.say("领域", "Field")}</th>
                    <th scope="col" class="number">{state.say("目标", "Goals")}</th>
                    {heads.collect_view()}
                </tr>
            </thead>
            <tbody>
                {plans}
                <tr class="group">
                    <th scope="row">{state.say("合计", "Total")}</th>
                    <td class="number">{all.total()}</td>
                    {total}
                </tr>
            </tbody>
        </table>
    };
    table_frame(
        state
            .say("按领域和状态统计的目标数", "Goals by field and status")
            .to_owned(),
        true,
        table,
    )
}

fn plan_rows(state: State, plan: &'static Plan, board: &Board) -> impl IntoView + use<> {
    let counts = board.plan_summary(plan.id).statuses;
    let cells = Status::ALL.map(|status| view! { <td class="number">{counts.get(status)}</td> });
    let fields = plan
        .fields
        .iter()
        .map(|field| field_row(state, field, board))
        .collect_view();
    view! {
        <tr class="group">
            <th scope="row">{state.lang().pick(&plan.short, &plan.english_short).to_owned()}</th>
            <td class="number">{counts.total()}</td>
            {cells.collect_view()}
        </tr>
        {fields}
    }
}

fn field_row(state: State, field: &'static Field, board: &Board) -> impl IntoView + use<> {
    let counts = board.field_summary(&field.id).statuses;
    let cells = count_cells(state, counts, |status| {
        Page::Field(field.id.clone(), FieldView::of_status(status))
    });
    view! {
        <tr>
            <th scope="row">
                <a href=state.href(Page::field(&field.id))>
                    {state.lang().pick(&field.name, &field.english).to_owned()}
                </a>
            </th>
            <td class="number">{counts.total()}</td>
            {cells}
        </tr>
    }
}

fn count_cells(state: State, counts: StatusCounts, page: impl Fn(Option<Status>) -> Page) -> AnyView {
    Status::ALL
        .map(|status| {
            let count = counts.get(status);
            let link = (count > 0).then(|| view! { <a href=state.href(page(Some(status)))>{count}</a> });
            view! { <td class="number">{link.map_or_else(|| "0".into_any(), IntoAny::into_any)}</td> }
        })
        .collect_view()
        .into_any()
}
