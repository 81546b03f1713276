//! 责任单位: the goals that one agency answers for, and how they stand.

use leptos::prelude::*;

use crate::app::choices::{ReportChoice, WarningFilter};
use crate::app::components::agencies::UnknownAgency;
use crate::app::components::goal_row::GoalRow;
use crate::app::components::heading::Heading;
use crate::app::components::status::{Legend, StatusBar};
use crate::app::route::Page;
use crate::app::state::State;
use crate::assess::{Remit, StatusCounts};
use crate::catalogue::Goal;
use crate::report::Scope;
use crate::text::goals::of_agency;

/// The page.
#[component]
pub fn AgencyPage(
    /// The agency's name as the file writes it.
    name: String,
) -> impl IntoView {
    let state = State::get();
    let asked = StoredValue::new(name.clone());
    super::set_title(move || asked.get_value());
    let goals = Memo::new(move |_| asked.with_value(|agency| goals_of(state, agency)));
    let unknown = Memo::new(move |_| goals.with(Vec::is_empty));
    let counts = Memo::new(move |_| {
        let board = state.board.get();
        let statuses = goals
            .get()
            .into_iter()
            .filter_map(|goal| board.goal(goal.id))
            .map(|goal| goal.status);
        StatusCounts::of(statuses.collect::<Vec<_>>())
    });
    let rows = move || {
        let board = state.board.get();
        goals
            .get()
            .into_iter()
            .map(|goal| view! { <GoalRow goal board=board.clone() /> })
            .collect_view()
    };
    view! {
        <div class="stack">
            <p class="crumbs">
                <a href=move || state.href(Page::Fields(None))>{move || state.say("领域", "Fields")}</a>
                <span>{move || state.say("责任单位", "Responsible agencies")}</span>
            </p>
            <Heading about=name.clone() answer=Signal::derive(move || of_agency(counts.get(), state.lang())) />
            {move || view! { <StatusBar counts=counts.get() /> }}
            {move || view! { <Legend counts=counts.get() /> }}
            <Show when=move || !unknown.get() fallback=move || view! { <UnknownAgency agency=Some(asked.get_value()) /> }>
                <p class="row">
                    <a href=move || state.href(report_of(asked.get_value()))>
                        {move || state.say("这个单位的监测报告", "This agency’s report")}
                    </a>
                    <a href=move || state.href(warnings_of(asked.get_value()))>
                        {move || state.say("这个单位的预警", "This agency’s warnings")}
                    </a>
                </p>
            </Show>
        </div>
        <ul class="goal-list">{rows}</ul>
    }
}

fn report_of(agency: String) -> Page {
    Page::Report(ReportChoice {
        scope: Scope::Agency(agency),
        ..ReportChoice::default()
    })
}

fn warnings_of(agency: String) -> Page {
    Page::Warnings(WarningFilter {
        agency: Some(agency),
        ..WarningFilter::default()
    })
}

fn goals_of(state: State, agency: &str) -> Vec<&'static Goal> {
    let remit = state
        .session
        .agencies
        .with(|agencies| Remit::of(agency, agencies, state.catalogue));
    let goals = state.catalogue.goals();
    goals.filter(|goal| remit.goals.contains(&goal.id)).collect()
}
