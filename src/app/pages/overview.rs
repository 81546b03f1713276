//! 总览: what the plans promise and where things stand, with counts that add up and a way to bring figures.

use std::sync::Arc;

use leptos::prelude::*;

use crate::app::choices::FieldView;
use crate::app::components::alert::MostUrgent;
use crate::app::components::bring_files::BringFiles;
use crate::app::components::matrix::Matrix;
use crate::app::components::outlook::Outlook;
use crate::app::components::promises::Promises;
use crate::app::components::status::{Legend, StatusBar, StatusMark};
use crate::app::components::table_frame::table_frame;
use crate::app::loading::Loading;
use crate::app::route::Page;
use crate::app::state::State;
use crate::assess::{Board, Status, StatusCounts};
use crate::catalogue::{Field, Plan};
use crate::lang::{Lang, plural};
use crate::text::{counts_sentence, year};

/// The first page.
#[component]
pub fn Overview() -> impl IntoView {
    let state = State::get();
    let loading = Loading::get();
    let board = state.board;
    super::set_title(move || state.say("总览", "Overview").to_owned());
    let counts = Memo::new(move |_| board.with(|board| board.summary().statuses));
    view! {
        <div class="stack">
            <h1 tabindex="-1">
                {move || state.say("承诺了什么，做到了哪一步", "What was promised, and how far it is")}
            </h1>
            <p class="answer">{move || answer(state, &board.get())}</p>
            {move || compared(state).map(|sentence| view! { <p class="reading">{sentence}</p> })}
            <p class="muted small">{move || based_on(state, &board.get())}</p>
            {move || view! { <StatusBar counts=counts.get() /> }}
            {move || view! { <Legend counts=counts.get() /> }}
            <Outlook board />
        </div>
        <MostUrgent board />
        // While files of an earlier visit are on their way, the box would only flash and push the page about.
        <Show when=move || !loading.is_restoring() && state.session.files.with(Vec::is_empty)>
            <BringFiles />
        </Show>
        <Matrix board />
        <section class="stack">
            <h2>{move || state.say("各规划、各领域", "By plan and field")}</h2>
            {move || field_table(state, &board.get())}
        </section>
        <Promises board />
    }
}

fn answer(state: State, board: &Board) -> String {
    let counts = board.summary().statuses;
    let total = counts.total();
    let measured = counts.measured();
    let area = state.area_name(&board.area);
    let lang = state.lang();
    let plans = match (lang, state.catalogue.plans.len()) {
        (Lang::Zh, 2) => "两部规划".to_owned(),
        (Lang::Zh, n) => format!("{n} 部规划"),
        (Lang::En, 1) => "The plan sets".to_owned(),
        (Lang::En, 2) => "The two plans set".to_owned(),
        (Lang::En, n) => format!("The {n} plans set"),
    };
    match (lang, measured) {
        (Lang::Zh, 0) => format!(
            "{plans}共 {total} 项目标，{} 项有可以计数的指标；{area}还没有公布这些指标的数值。",
            total - counts.get(Status::Qualitative)
        ),
        (Lang::En, 0) => format!(
            "{plans} {}, {} of them countable; {area} has published no figure for any yet.",
            plural(total, "goal"),
            total - counts.get(Status::Qualitative)
        ),
        (Lang::Zh, _) => format!(
            "{plans}共 {total} 项目标，{area}有数据的 {measured} 项：{}；无数据 {} 项。",
            counts_sentence(counts.measured_alone(), "项", lang),
            counts.get(Status::NoData)
        ),
        (Lang::En, _) => format!(
            "{plans} {}. {area} has figures for {measured}: {}. No data for {}.",
            plural(total, "goal"),
            counts_sentence(counts.measured_alone(), "项", lang),
            counts.get(Status::NoData)
        ),
    }
}

/// Where the widest area compared with stands to the same goals; none where it has no figures.
fn compared(state: State) -> Option<String> {
    let board = state.references.with(|references| references.last().cloned())?;
    let measured = board.summary().statuses.measured_alone();
    let (name, lang) = (state.area_name(&board.area), state.lang());
    (measured.total() > 0).then(|| match lang {
        Lang::Zh => format!(
            "用同样的目标衡量，{name}（参考）有数据的 {} 项：{}。",
            measured.total(),
            counts_sentence(measured, "项", lang)
        ),
        Lang::En => format!(
            "Held against the same goals, {name} (reference) has figures for {}: {}.",
            measured.total(),
            counts_sentence(measured, "项", lang)
        ),
    })
}

/// Area, year and files that the page rests on.
fn based_on(state: State, board: &Board) -> String {
    let lang = state.lang();
    let files = state.session.datasets.with(|datasets| {
        let names: Vec<&str> = datasets.iter().map(|dataset| dataset.name_in(lang)).collect();
        names.join(lang.pick("、", ", "))
    });
    let area = state.area_name(&board.area);
    match (lang, board.as_of) {
        (Lang::Zh, Some(as_of)) => format!("评判地区：{area}；截至 {}；依据：{files}。", year(as_of, lang)),
        (Lang::Zh, None) => format!("评判地区：{area}；依据：{files}。"),
        (Lang::En, Some(as_of)) => format!("Area: {area}; as of {as_of}; based on {files}."),
        (Lang::En, None) => format!("Area: {area}; based on {files}."),
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
