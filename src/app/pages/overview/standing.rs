//! Where every promise stands: a line for each field, from the start to the promise, with a sign for each target that
//! can be measured.

use std::sync::Arc;

use leptos::prelude::*;

use crate::app::components::finish_line::percent;
use crate::app::components::promises::page_of;
use crate::app::route::Page;
use crate::app::state::State;
use crate::assess::{Board, Judged, Status, StatusCounts};
use crate::catalogue::{Field, Plan};
use crate::chart::finish::{PROMISE, START, even_progress, lanes, progress};
use crate::text::indicator::status_line;
use crate::text::{THIN_SPACE, overview, status_glyph};

/// The lines of all fields, by plan.
#[component]
pub(super) fn Standing(board: Memo<Arc<Board>>) -> impl IntoView {
    let state = State::get();
    let plans = move || {
        let board = board.get();
        let plan = |plan: &'static Plan| plan_view(state, plan, &board);
        state.catalogue.plans.iter().map(plan).collect_view()
    };
    view! {
        <section class="stack tight" aria-label=move || state.say("每项承诺走到哪了", "Where each promise stands")>
            <h2>{move || state.say("每项承诺走到哪了", "Where each promise stands")}</h2>
            <p class="muted small">
                {move || state.say(
                    "一个点是一个写明数字的目标。右边的粗线是承诺，过线就是做到了；虚线是按匀速现在该到的位置；起点左边是退步。",
                    "Each sign is a target with a number. The thick line on the right is the promise: beyond it is kept. The dashed line is where even progress would be now; left of the start is a step back.",
                )}
            </p>
            {plans}
        </section>
    }
}

fn plan_view(state: State, plan: &'static Plan, board: &Arc<Board>) -> impl IntoView + use<> {
    let catalogue = state.catalogue;
    let now = board
        .as_of
        .map(|year| even_progress(catalogue.base_year, catalogue.deadline, year));
    let name = |class: &'static str, x: f64, words: String| {
        view! { <span class=class style:left=percent(x)>{words}</span> }
    };
    let start = overview::start(catalogue.base_year, state.lang());
    let rows = plan
        .fields
        .iter()
        .map(|field| field_view(state, field, board, now));
    view! {
        <div class="lines">
            <div class="line-row head">
                <h3>{state.lang().pick(&plan.short, &plan.english_short).to_owned()}</h3>
                <div class="line-names small muted" aria-hidden="true">
                    {name("", START, start)}
                    {now.map(|x| name("now", x, state.say("现在该到这里", "due now").to_owned()))}
                    {name("", PROMISE, state.say("承诺", "promise").to_owned())}
                </div>
                <span class="small muted line-rest" aria-hidden="true">
                    <span>"□ " {state.say("靠查证", "by evidence")}</span>
                    <span>"– " {state.say("缺数", "no figures")}</span>
                </span>
            </div>
            <ul>{rows.collect_view()}</ul>
        </div>
    }
}

fn field_view(state: State, field: &'static Field, board: &Board, now: Option<f64>) -> impl IntoView + use<> {
    let lang = state.lang();
    let placed: Vec<(&Judged, f64)> = board
        .items_in(&field.id)
        .filter_map(|item| Some((item, progress(item, &board.cutoffs)?)))
        .collect();
    let lanes = lanes(&placed.iter().map(|(_, x)| *x).collect::<Vec<_>>());
    let signs: Vec<_> = placed
        .iter()
        .zip(lanes)
        .map(|((item, x), lane)| sign(state, item, *x, lane))
        .collect();
    let upright = |class: &'static str, x: f64| {
        let x = percent(x);
        view! { <line class=class x1=x.clone() x2=x y1="0%" y2="100%" /> }
    };
    let counts = board.field_summary(&field.id).statuses;
    let name = lang.pick(&field.name, &field.english);
    let words = overview::standing(name, counts, lang);
    view! {
        <li class="line-row">
            <a href=state.href(Page::field(&field.id))>{name.to_owned()}</a>
            <svg class="finish many" role="img" aria-label=words>
                <line class="way" x1="4%" x2="96%" y1="50%" y2="50%" />
                {upright("start", START)}
                {now.map(|x| upright("expected", x))}
                {upright("promise", PROMISE)}
                {signs}
            </svg>
            <span class="small muted line-rest" aria-hidden="true">{rest(counts)}</span>
        </li>
    }
}

/// A sign; what it stands for is told when it is pointed at, and a click opens it. The tables below say the same.
fn sign(state: State, item: &Judged, x: f64, lane: i32) -> impl IntoView + use<> {
    /// How far apart lanes stand, in ems of a sign.
    const LANE: f64 = 0.62;
    let status = item.assessment.status();
    let page = page_of(state, item);
    let dy = format!("{:.2}em", 0.36 + LANE * f64::from(lane));
    view! {
        <text
            class=format!("sign glyph {}", status.slug())
            x=percent(x)
            y="50%"
            dy=dy
            text-anchor="middle"
            on:click=move |_| state.go(page.clone())
        >
            <title>{status_line(item, state.lang())}</title>
            {status_glyph(status)}
        </text>
    }
}

/// What a line cannot show, by its glyph and count: what is judged by evidence, and what has no figure that tells
/// anything. The line's own name says the same in words.
fn rest(counts: StatusCounts) -> impl IntoView {
    let qualitative = counts.get(Status::Qualitative);
    let unknown = counts.get(Status::NoData) + counts.get(Status::TooFewData);
    let part = |(glyph, count): (&'static str, usize)| {
        (count > 0).then(|| view! { <span>{format!("{glyph}{THIN_SPACE}{count}")}</span> })
    };
    let (checked, missing) = (status_glyph(Status::Qualitative), status_glyph(Status::NoData));
    [(checked, qualitative), (missing, unknown)]
        .map(part)
        .collect_view()
}
