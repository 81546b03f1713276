//! 领域: one field: where its goals stand, those chosen of them in a list or as small charts, and its measures.

mod charts;
mod filters;

use leptos::prelude::*;

use crate::app::choices::{FieldView, GoalFilter};
use crate::app::components::goal_row::GoalRow;
use crate::app::components::heading::Heading;
use crate::app::components::later::Later;
use crate::app::components::official_text::OfficialText;
use crate::app::components::status::{Legend, StatusBar};
use crate::app::goals::GoalContext;
use crate::app::route::Page;
use crate::app::state::State;
use crate::assess::StatusCounts;
use crate::browser::look;
use crate::catalogue::{Field, Goal, Measure};
use crate::text::goals;
use charts::{SmallCharts, any_drawn};
use filters::{Filters, ListOrCharts};

/// The page. What is chosen on it stands in the address.
#[component]
pub fn FieldPage(
    /// Such as `W1`.
    id: String,
) -> impl IntoView {
    let state = State::get();
    let Some(field) = state.catalogue.field(&id) else {
        return view! { <super::unknown::Unknown path=format!("/field/{id}") /> }.into_any();
    };
    super::set_title(move || state.lang().pick(&field.name, &field.english).to_owned());
    let board = state.board;
    let counts = Memo::new(move |_| board.with(|board| board.field_summary(&field.id).statuses));
    let plan = state
        .catalogue
        .plans
        .iter()
        .find(|plan| plan.fields.iter().any(|other| other.id == field.id));
    view! {
        <div class="stack">
            <p class="crumbs">
                <a href=move || state.href(Page::Fields(None))>
                    {move || plan.map(|plan| state.lang().pick(&plan.short, &plan.english_short).to_owned())}
                </a>
                <span>{field.id.clone()}</span>
            </p>
            <Heading
                about=Signal::derive(move || about(state, field))
                answer=Signal::derive(move || answer(state, counts.get()))
            />
            {move || view! { <StatusBar counts=counts.get() /> }}
            {move || view! { <Legend counts=counts.get() /> }}
        </div>
        <Goals field />
        <Later>
            <section class="stack tight">
                <h2>{move || state.say("策略措施", "Measures")}</h2>
                <details>
                    <summary>{move || goals::all_measures(field.measures.len(), state.lang())}</summary>
                    <ol class="numbered">{measures(state, field)}</ol>
                </details>
            </section>
        </Later>
    }
    .into_any()
}

/// The field, and whose figures it is judged by.
fn about(state: State, field: &Field) -> String {
    let name = state.lang().pick(&field.name, &field.english);
    format!("{name} · {}", state.area_name(&state.area()))
}

fn answer(state: State, counts: StatusCounts) -> String {
    goals::of_field(&state.area_name(&state.area()), counts, state.lang())
}

/// Asks what is known of goals at the moment.
fn known<R>(state: State, ask: impl FnOnce(&GoalContext<'_>) -> R) -> R {
    let catalogue = state.catalogue;
    let ask_of = |board: &_, agencies: &[_]| {
        ask(&GoalContext {
            catalogue,
            board,
            agencies,
        })
    };
    state
        .board
        .with(|board| state.session.agencies.with(|agencies| ask_of(board, agencies)))
}

/// Changes what the address says of the goals shown.
fn choose(state: State, change: impl FnOnce(&mut FieldView)) {
    state.choose(|address| {
        if let Page::Field(_, view) = &mut address.page {
            change(view);
        }
    });
}

/// The goals: what to choose them by, how many are left, and these.
#[component]
fn Goals(field: &'static Field) -> impl IntoView {
    let state = State::get();
    let chosen = Memo::new(move |_| match state.page() {
        Page::Field(_, view) => view,
        _ => FieldView::default(),
    });
    let shown = Memo::new(move |_| chosen.with(|view| known(state, |known| known.shown(field, view))));
    let charts = Memo::new(move |_| {
        let drawable = || shown.with(|goals| state.board.with(|board| any_drawn(board, goals)));
        chosen.with(|view| view.charts).unwrap_or_else(drawable)
    });
    let rows = move || {
        let board = state.board.get();
        let row = |goal: &'static Goal| view! { <GoalRow goal board=board.clone() /> };
        shown.get().into_iter().map(row).collect_view()
    };
    let none = Memo::new(move |_| shown.with(Vec::is_empty));
    let body = move || match (charts.get(), none.get()) {
        (_, true) => ().into_any(),
        (true, false) => view! { <SmallCharts goals=shown /> }.into_any(),
        (false, false) => view! { <ul class="goal-list">{rows}</ul> }.into_any(),
    };
    view! {
        <section class="stack">
            <h2 id="goals" tabindex="-1">{move || state.say("主要目标", "Goals")}</h2>
            <Filters field chosen />
            <div class="goal-outcome">
                <p class="row">
                    <span role="status">
                        {move || goals::shown(shown.with(Vec::len), field.goals.len(), state.lang())}
                    </span>
                    {move || clear(state, field, chosen.get())}
                </p>
                <ListOrCharts charts />
            </div>
            <Later>{body}</Later>
        </section>
    }
}

/// The way back to all goals, in the same order.
fn clear(state: State, field: &'static Field, chosen: FieldView) -> Option<impl IntoView> {
    (chosen.filter != GoalFilter::default()).then(|| {
        let all = FieldView {
            filter: GoalFilter::default(),
            ..chosen
        };
        // The link goes when it has done its work; the focus must not go with it.
        let stay = |_| look::focus("#goals");
        view! {
            <a href=state.href(Page::Field(field.id.clone(), all)) on:click=stay>
                {state.say("清除筛选", "Clear the filters")}
            </a>
        }
    })
}

fn measures(state: State, field: &'static Field) -> impl IntoView {
    let item = move |measure: &'static Measure| {
        let quotes = state
            .catalogue
            .stated_at(measure.id)
            .flat_map(|(_, targets)| targets.into_iter().map(|target| target.quote.clone()))
            .collect::<Vec<_>>();
        view! {
            <li>
                <a class="id" href=move || state.href(Page::Text(measure.id.plan, Some(measure.id)))>
                    {measure.id.to_string()}
                </a>
                <OfficialText text=measure.text.clone() quotes />
            </li>
        }
    };
    field.measures.iter().map(item).collect_view()
}
