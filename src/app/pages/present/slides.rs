//! One slide: its title and what it shows, in type for the last row.

use std::sync::Arc;

use leptos::prelude::*;

use super::urgent;
use crate::app::components::chart::Chart;
use crate::app::components::indicator_card::verdict;
use crate::app::components::official_text::OfficialText;
use crate::app::components::status::{Legend, StatusBar, StatusMark};
use crate::app::components::what_if::what_if_by_key;
use crate::app::plots::headline;
use crate::app::state::State;
use crate::app::talk::Slide;
use crate::assess::{Alert, Board, Judged, Status, StatusCounts};
use crate::catalogue::{Field, ItemId, Kind, Plan};
use crate::text;

/// How many warnings can be read from the last row.
const WARNINGS: usize = 6;
/// How many verdicts fit beside a chart.
const VERDICTS: usize = 3;

/// The title of a slide in the visitor's language.
pub fn slide_title(state: State, slide: &Slide) -> String {
    let (lang, catalogue) = (state.lang(), state.catalogue);
    let title = match slide {
        Slide::Overview => {
            Some(lang.pick("承诺了什么，做到了哪一步", "What was promised, and how far it is"))
        }
        Slide::Warnings => Some(lang.pick("最需要关注的", "What needs attention first")),
        Slide::Urgent(rank) => return urgent_title(state, *rank),
        Slide::Gaps => Some(lang.pick("差距在哪里", "Who is left behind")),
        Slide::Plan(plan) => catalogue
            .plan(*plan)
            .map(|plan| lang.pick(&plan.short, &plan.english_short)),
        Slide::Field(field) => catalogue
            .field(field)
            .map(|field| lang.pick(&field.name, &field.english)),
        Slide::Goal(goal) => catalogue
            .goal(*goal)
            .map(|goal| lang.pick(&goal.brief, &goal.english)),
    };
    title.unwrap_or_default().to_owned()
}

/// The indicator that is so urgent, or that there is none of that rank.
fn urgent_title(state: State, rank: usize) -> String {
    let lang = state.lang();
    let name = state.board.with(|board| {
        let alert = urgent::alert(board, rank);
        alert.map(|alert| alert.item.indicator.name_in(lang).to_owned())
    });
    name.unwrap_or_else(|| text::slides::of_rank(rank, lang))
}

/// What a slide shows under its title.
#[component]
pub fn SlideBody(slide: Slide) -> impl IntoView {
    let state = State::get();
    move || {
        let board = state.board.get();
        match &slide {
            Slide::Overview => overview(state, &board).into_any(),
            Slide::Warnings => warnings(state, &board).into_any(),
            Slide::Urgent(rank) => urgent::urgent(state, *rank, &board).into_any(),
            Slide::Gaps => urgent::gaps(state, &board).into_any(),
            Slide::Plan(plan) => state
                .catalogue
                .plan(*plan)
                .map(|plan| fields(state, plan, &board))
                .into_any(),
            Slide::Field(field) => state
                .catalogue
                .field(field)
                .map(|field| goals(state, field, &board))
                .into_any(),
            Slide::Goal(id) => goal(state, *id, &board).into_any(),
        }
    }
}

fn overview(state: State, board: &Board) -> impl IntoView + use<> {
    let counts = board.summary().statuses;
    let lang = state.lang();
    let answer = text::slides::answer(&state.area_name(&board.area), counts, lang);
    let compared = state.references.with(|references| {
        let board = references.last()?;
        text::slides::of_reference(&state.area_name(&board.area), board.summary().statuses, lang)
    });
    let plans = state.catalogue.plans.iter().map(|plan| {
        let name = state.lang().pick(&plan.short, &plan.english_short);
        counted_row(state, name, board.plan_summary(plan.id).statuses)
    });
    let plans = plans.collect_view();
    view! {
        <div class="present-overview">
            <p class="present-answer">{answer}</p>
            <StatusBar counts />
            <Legend counts />
            <ul class="present-fields">{plans}</ul>
            {compared.map(|sentence| view! { <p class="reference">{sentence}</p> })}
        </div>
    }
}

fn fields(state: State, plan: &'static Plan, board: &Board) -> impl IntoView + use<> {
    let rows = plan.fields.iter().map(|field| {
        let name = state.lang().pick(&field.name, &field.english);
        counted_row(state, name, board.field_summary(&field.id).statuses)
    });
    let all = board.plan_summary(plan.id).statuses;
    view! {
        <ul class="present-fields">{rows.collect_view()}</ul>
        <Legend counts=all />
    }
}

/// A name, its bar of counts, and the counts that matter most in words.
fn counted_row(state: State, name: &str, counts: StatusCounts) -> impl IntoView + use<> {
    let said = text::slides::counted(counts, state.lang());
    view! {
        <li>
            <strong>{name.to_owned()}</strong>
            <StatusBar counts />
            <span>{said}</span>
        </li>
    }
}

fn goals(state: State, field: &'static Field, board: &Board) -> impl IntoView + use<> {
    let cells = field.goals.iter().map(|goal| {
        let status = board.goal(goal.id).map_or(Status::NoData, |goal| goal.status);
        view! {
            <li class=format!("present-cell {}", status.slug())>
                <strong>{state.lang().pick(&goal.brief, &goal.english).to_owned()}</strong>
                <StatusMark status />
            </li>
        }
    });
    view! { <ul class="present-cells">{cells.collect_view()}</ul> }
}

fn warnings(state: State, board: &Board) -> impl IntoView + use<> {
    let (lang, alerts) = (state.lang(), board.alerts());
    let rows = alerts.iter().take(WARNINGS).map(|Alert { item, warnings, .. }| {
        let reason = warnings.first().map(|warning| warning.reason(lang));
        urgent::row(item, reason.unwrap_or_default(), lang)
    });
    let rest = alerts.len().saturating_sub(WARNINGS);
    let rest = (rest > 0).then(|| text::slides::more_warnings(rest, lang));
    let none = alerts.is_empty().then(|| {
        let known = board.items.iter().any(|item| item.assessment.latest().is_some());
        match known {
            true => state.say(
                "有数的指标都没有预警。",
                "No figure that is known gives a warning.",
            ),
            false => state.say(
                "还没有本地的数，所以也没有预警。",
                "There are no figures of this area yet, and so no warnings.",
            ),
        }
    });
    view! {
        {none.map(|sentence| view! { <p class="present-answer">{sentence}</p> })}
        <ol class="present-warnings">{rows.collect_view()}</ol>
        {rest.map(|sentence| view! { <p class="reference">{sentence}</p> })}
    }
}

fn goal(state: State, id: ItemId, board: &Arc<Board>) -> impl IntoView + use<> {
    let goal = state.catalogue.goal(id)?;
    let mut items: Vec<Judged> = board.items_of(id).cloned().collect();
    // What the goal's own status rests on goes first.
    let status = board.goal(id).map(|goal| goal.status);
    items.sort_by_key(|item| Some(item.assessment.status()) != status);
    let verdicts = items.iter().take(VERDICTS).map(|item| {
        let status = item.assessment.status();
        view! {
            <li>
                <StatusMark status />
                <p>{verdict(state, item, &board.area)}</p>
            </li>
        }
    });
    let verdicts = verdicts.collect_view();
    let charted = items.into_iter().find_map(|item| {
        let plot = headline(state, &item, &board.area);
        let drawn =
            item.indicator.kind != Kind::Milestone && plot.lines.iter().any(|line| !line.points.is_empty());
        drawn.then(|| (what_if_by_key(state, &item, &board.area), plot))
    });

    let class = if charted.is_some() {
        "present-goal charted"
    } else {
        "present-goal"
    };
    let lang = Signal::derive(move || state.lang());
    Some(view! {
        <div class=class>
            <div class="present-verdict">
                <blockquote class="official"><OfficialText text=goal.text.clone() /></blockquote>
                <ul class="present-verdicts">{verdicts}</ul>
            </div>
            {charted.map(|(stepper, plot)| view! {
                <div class="present-chart">
                    <Chart plot=Signal::stored(plot) lang open=false />
                    {stepper}
                </div>
            })}
        </div>
    })
}
