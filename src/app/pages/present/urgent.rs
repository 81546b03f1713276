//! The slides of the most urgent, one by one with chart, reason, measures and agency, and of who is left behind.

use std::sync::Arc;

use leptos::prelude::*;

use crate::app::components::agencies::AgenciesOfGoal;
use crate::app::components::chart::Chart;
use crate::app::components::promises::goal_of;
use crate::app::components::status::StatusMark;
use crate::app::components::what_if::what_if_by_key;
use crate::app::plots::{headline, recent, subject};
use crate::app::state::State;
use crate::assess::{Alert, Board, Judged, Warning, WarningKind};
use crate::catalogue::Goal;
use crate::lang::Lang;
use crate::text::{urgent_line, warning_word};

/// As many measures as are read from the last row.
const MEASURES: usize = 3;

/// As many gaps as are read from the last row.
const GAPS: usize = 6;

/// The warning of a rank, from 1; none where there are not so many.
pub(super) fn alert(board: &Board, rank: usize) -> Option<Alert<'_>> {
    board.alerts().into_iter().nth(rank - 1)
}

/// One of the most urgent: how it stands in one line, its chart, why, and what the plan wants done by whom.
pub(super) fn urgent(state: State, rank: usize, board: &Arc<Board>) -> impl IntoView + use<> {
    let lang = state.lang();
    let Some(alert) = alert(board, rank) else {
        let none = state.say(
            "这个地区没有这么多需要关注的。",
            "This area has not so many that need attention.",
        );
        return view! { <p class="present-answer">{none}</p> }.into_any();
    };
    let item = alert.item;
    let plot = headline(state, item, &board.area);
    let plot = recent(state, &plot).unwrap_or(plot);
    let reasons: Vec<_> = alert
        .warnings
        .iter()
        .map(|warning| view! { <li>{warning.reason(lang)}</li> })
        .collect();
    let goal = goal_of(state, item);
    let area = state.area_name(&board.area);
    let arithmetic = subject(state, item, &area).arithmetic(lang);
    view! {
        <div class="present-goal charted">
            <div class="present-verdict">
                <p class="present-answer">
                    <StatusMark status=item.assessment.status() />
                    " "
                    {urgent_line(item, lang)}
                </p>
                <ul class="present-reasons">{reasons}</ul>
                {arithmetic.map(|arithmetic| view! {
                    <details>
                        <summary>{state.say("为什么这样判", "Why this verdict")}</summary>
                        <p>{arithmetic}</p>
                    </details>
                })}
                {goal.map(|goal| measures(state, goal))}
            </div>
            <div class="present-chart">
                <Chart plot=Signal::stored(plot) lang=Signal::derive(move || state.lang()) open=false />
                {what_if_by_key(state, item, &board.area)}
            </div>
        </div>
    }
    .into_any()
}

/// The first measures of a goal by their names, and who answers for it where a file says so.
fn measures(state: State, goal: &'static Goal) -> impl IntoView {
    let measures = goal.measures.iter().filter_map(|id| state.catalogue.measure(*id));
    let rows: Vec<_> = measures
        .take(MEASURES)
        .map(|measure| {
            view! {
                <li>
                    <span class="id">{measure.id.to_string()}</span>
                    " "
                    <span lang="zh-CN">{measure.name()}</span>
                </li>
            }
        })
        .collect();
    view! {
        {(!rows.is_empty()).then(|| view! {
            <p class="reference">{state.say("规划写了怎么办：", "What the plan wants done:")}</p>
            <ul>{rows}</ul>
        })}
        <AgenciesOfGoal goal=goal.id />
    }
}

/// An indicator with its status, and a few words of it.
pub(super) fn row(item: &Judged, words: String, lang: Lang) -> impl IntoView + use<> {
    let status = item.assessment.status();
    marked_row(item, words, view! { <StatusMark status /> }, lang)
}

/// An indicator with what marks it, and a few words of it.
fn marked_row<M: IntoView + 'static>(
    item: &Judged,
    words: String,
    mark: M,
    lang: Lang,
) -> impl IntoView + use<M> {
    view! {
        <li>
            <div class="present-row">
                <strong>{item.indicator.name_in(lang).to_owned()}</strong>
                {mark}
            </div>
            <p>{words}</p>
        </li>
    }
}

/// The gaps that widen, then the other gaps that the plans want smaller, each with its verdict.
pub(super) fn gaps(state: State, board: &Board) -> impl IntoView + use<> {
    let lang = state.lang();
    let widening = |item: &Judged| -> Option<String> {
        let of_gap = |warning: &&Warning| warning.kind() == WarningKind::GapWidening;
        let warning = item.assessment.warnings.iter().find(of_gap)?;
        Some(warning.reason(lang))
    };
    let is_gap = |item: &&Judged| item.indicator.gap.is_some() && item.assessment.latest().is_some();
    let widened = board
        .items
        .iter()
        .filter_map(|item| Some((item, widening(item)?)));
    let others = board
        .items
        .iter()
        .filter(is_gap)
        .filter(|item| widening(item).is_none());
    let others = others.map(|item| (item, urgent_line(item, lang)));
    // The status of an indicator whose gap widens is that of the whole, which is not what the slide is about.
    let widened = widened.map(|(item, words)| {
        let mark = view! { <span>{warning_word(WarningKind::GapWidening, lang)}</span> };
        marked_row(item, words, mark, lang).into_any()
    });
    let others = others.map(|(item, words)| row(item, words, lang).into_any());
    let rows: Vec<_> = widened.chain(others).take(GAPS).collect();
    let none = rows.is_empty().then(|| {
        state.say(
            "还没有分男女、分城乡或者分县区的数，看不出谁落在后面。",
            "There are no figures by sex, residence or county yet, so nobody can tell who is left behind.",
        )
    });
    view! {
        {none.map(|sentence| view! { <p class="present-answer">{sentence}</p> })}
        <ol class="present-warnings">{rows}</ol>
    }
}
