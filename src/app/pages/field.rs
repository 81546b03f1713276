//! One field: where its goals stand, each goal in a row, and its measures.

use leptos::prelude::*;

use crate::app::components::goal_row::GoalRow;
use crate::app::components::official_text::OfficialText;
use crate::app::components::status::{Legend, StatusBar, counts_sentence};
use crate::app::route::Page;
use crate::app::state::State;
use crate::assess::Status;
use crate::catalogue::Field;
use crate::text::{Lang, status_word};

/// The page.
#[component]
pub fn FieldPage(
    /// Such as `W1`.
    id: String,
    /// Only goals of this status; none for all.
    status: Option<Status>,
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
    let rows = move || {
        let board = board.get();
        let wanted = |goal: &&crate::catalogue::Goal| {
            status.is_none_or(|status| board.goal(goal.id).is_some_and(|goal| goal.status == status))
        };
        let rows = field
            .goals
            .iter()
            .filter(wanted)
            .map(|goal| view! { <GoalRow goal board=board.clone() /> });
        rows.collect_view()
    };
    view! {
        <div class="stack">
            <p class="crumbs">
                <a href=move || state.href(Page::Fields(None))>
                    {move || plan.map(|plan| state.lang().pick(&plan.short, &plan.english_short).to_owned())}
                </a>
                <span>{field.id.clone()}</span>
            </p>
            <h1 tabindex="-1">{move || state.lang().pick(&field.name, &field.english).to_owned()}</h1>
            <p class="answer">{move || answer(state, field, counts.get())}</p>
            {move || view! { <StatusBar counts=counts.get() /> }}
            {move || view! { <Legend counts=counts.get() /> }}
        </div>
        <section class="stack tight">
            <h2>{move || state.say("主要目标", "Goals")}</h2>
            <nav class="row" aria-label=move || state.say("按状态筛选", "Filter by status")>
                {move || filters(state, field, status, counts.get())}
            </nav>
            <ul class="goal-list">{rows}</ul>
        </section>
        <section class="stack tight">
            <h2>{move || state.say("策略措施", "Measures")}</h2>
            <details>
                <summary>
                    {move || match state.lang() {
                        Lang::Zh => format!("全部 {} 项措施", field.measures.len()),
                        Lang::En => format!("All {} measures", field.measures.len()),
                    }}
                </summary>
                <ol class="numbered">{measures(state, field)}</ol>
            </details>
        </section>
    }
    .into_any()
}

fn answer(state: State, field: &Field, counts: crate::assess::StatusCounts) -> String {
    let place = crate::app::components::about_bar::place_name(state, &state.place());
    let goals = field.goals.len();
    let said = counts_sentence(counts, state.lang());
    match state.lang() {
        Lang::Zh => format!("{place}的 {goals} 项目标：{said}。"),
        Lang::En => format!("{goals} goals for {place}: {said}."),
    }
}

fn filters(
    state: State,
    field: &'static Field,
    chosen: Option<Status>,
    counts: crate::assess::StatusCounts,
) -> impl IntoView {
    let link = move |status: Option<Status>, count: usize| {
        let word = status.map_or(state.say("全部", "All"), |status| {
            status_word(status, state.lang())
        });
        view! {
            <a
                class="button"
                href=state.href(Page::Field(field.id.clone(), status))
                aria-current=(chosen == status).then_some("true")
            >
                {word}
                " "
                {count}
            </a>
        }
    };
    let shown = Status::ALL
        .into_iter()
        .filter(move |s| counts.get(*s) > 0 || chosen == Some(*s));
    let of_status = shown.map(move |status| link(Some(status), counts.get(status)));
    (link(None, counts.total()), of_status.collect_view())
}

fn measures(state: State, field: &'static Field) -> impl IntoView {
    let item = move |measure: &'static crate::catalogue::Measure| {
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
