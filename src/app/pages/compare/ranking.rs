//! Areas in order of one indicator, as bars from zero with the target across them.

use std::sync::Arc;

use leptos::prelude::*;

use super::pick::PickIndicator;
use super::table::area_head;
use super::{among, shown_boards, too_little};
use crate::app::choices::Comparison;
use crate::app::components::later::Later;
use crate::app::components::status::StatusMark;
use crate::app::components::table_frame::table_frame;
use crate::app::state::State;
use crate::assess::{headlines_of, newest_years};
use crate::catalogue::Indicator;
use crate::compare::{Rank, Ranking, ranking, to_rank};
use crate::text::{compare, with_unit};

/// So many areas fill the first screen; the others follow once they are painted.
const FIRST_SCREEN: usize = 30;

/// The ranking.
#[component]
pub fn Areas(
    /// The areas beside the one shown and those that it is compared with.
    others: Signal<Vec<String>>,
    chosen: Memo<Comparison>,
) -> impl IntoView {
    let state = State::get();
    let options = Memo::new(move |_| others.with(|others| options(state, others)));
    let shown = Signal::derive(move || {
        let id = chosen.with(|chosen| chosen.indicator.clone());
        options.with(|options| among(options, id.as_ref()))
    });
    let body = move || match shown.get() {
        None => {
            let needs = (
                "至少两个地方有同一个指标的数值，才能排名。",
                "It takes figures of one indicator for at least two areas to rank them.",
            );
            too_little(state, needs).into_any()
        }
        Some(indicator) => {
            let ranking = others.with(|others| ranked(state, others, indicator));
            view! {
                <p class="answer">{answer(state, indicator, &ranking)}</p>
                {table(state, indicator, ranking)}
            }
            .into_any()
        }
    };
    view! {
        <section class="stack" aria-label=move || state.say("排名", "Ranking")>
            <Later>
                <Show when=move || options.with(|options| !options.is_empty())>
                    <p class="row">
                        <PickIndicator options shown label=("指标", "Indicator") pick=|chosen, id| chosen.indicator = Some(id) />
                    </p>
                </Show>
                <Later>{body}</Later>
            </Later>
        </section>
    }
}

/// What can be ranked: of the other areas the years of the newest values alone are looked for, since nothing is judged
/// by them yet.
fn options(state: State, others: &[String]) -> Vec<&'static Indicator> {
    let (year, _) = state.asked.get();
    state.session.collection.with(|collection| {
        let newest = newest_years(state.catalogue, collection, others, year);
        to_rank(&shown_boards(state), &newest, &state.catalogue.indicators)
    })
}

/// All areas by one indicator, which alone is judged.
fn ranked(state: State, others: &[String], indicator: &Indicator) -> Ranking {
    let (year, cutoffs) = state.asked.get();
    let mut boards = shown_boards(state);
    state.session.collection.with(|collection| {
        let judged = headlines_of(indicator, state.catalogue, collection, others, year, &cutoffs);
        boards.extend(judged.into_iter().map(Arc::new));
    });
    ranking(&boards, indicator)
}

fn answer(state: State, indicator: &Indicator, ranking: &Ranking) -> String {
    let lang = state.lang();
    let (Some(best), Some(worst)) = (ranking.ranks.first(), ranking.ranks.last()) else {
        return String::new();
    };
    if !ranking.is_ranked() {
        return compare::too_few_to_rank(indicator, ranking.ranks.len(), lang);
    }
    let [first, last] = [best, worst].map(|rank| state.area_name(&rank.area));
    let (best, worst) = ((&*first, best.latest.value), (&*last, worst.latest.value));
    compare::best_and_worst(indicator, best, worst, lang)
}

fn table(state: State, indicator: &'static Indicator, ranking: Ranking) -> impl IntoView {
    let lang = state.lang();
    let goal = ranking
        .goal
        .map(|(value, at)| (compare::target(value, &indicator.unit, lang), at));
    let at = goal.as_ref().map(|(_, at)| *at);
    let Ranking {
        mut ranks,
        apart,
        mixed_years,
        ..
    } = ranking;
    let row = move |rank: Rank| rank_row(state, indicator, rank, at, true);
    let apart_row = move |rank: Rank| rank_row(state, indicator, rank, at, false);
    let further = ranks.split_off(ranks.len().min(FIRST_SCREEN));
    let further = (!further.is_empty()).then(|| {
        let rows = move || further.iter().cloned().map(row).collect_view();
        view! { <Later>{rows()}</Later> }
    });
    let note = mixed_years.then(|| {
        state.say(
            "各地最新数值的年份不同（相差不超过两年），比较时请留意。",
            "The newest figures are of different years, at most two apart; mind this when comparing.",
        )
    });
    let heading = (!apart.is_empty()).then(|| {
        let words = state.say(
            "以下年份相差太远，不参加比较",
            "Too far apart in time to be compared",
        );
        view! { <tr class="group"><th scope="rowgroup" colspan="4">{words}</th></tr> }
    });
    let table = view! {
        <table class="ranking">
            <thead>
                <tr>
                    <th scope="col">{state.say("地区", "Area")}</th>
                    <th scope="col" class="bar-head">
                        <span class="visually-hidden">{state.say("条形", "Bar")}</span>
                    </th>
                    <th scope="col" class="number">{state.say("数值", "Figure")}</th>
                    <th scope="col">{state.say("状态", "Status")}</th>
                </tr>
            </thead>
            <tbody>{ranks.into_iter().map(row).collect_view()} {further}</tbody>
            <tbody class="apart">
                {heading} <Later>{apart.iter().cloned().map(apart_row).collect_view()}</Later>
            </tbody>
        </table>
    };
    view! {
        {goal.map(|(words, _)| view! { <p class="goal-key small">{words}</p> })}
        {table_frame(state.say("排名表", "Ranking table").to_owned(), false, table)}
        <p class="muted small">{note}</p>
    }
}

/// A row of the table; one that is not compared has a grey bar and no status.
fn rank_row(
    state: State,
    indicator: &Indicator,
    rank: Rank,
    goal: Option<f64>,
    compared: bool,
) -> impl IntoView + use<> {
    let bar = if compared {
        rank.status.slug()
    } else {
        "not-compared"
    };
    let width = format!("{:.2}%", 100.0 * rank.length);
    let value = with_unit(rank.latest.value, &indicator.unit, state.lang());
    let line = goal.map(|at| {
        let at = format!("{:.2}%", 100.0 * at);
        view! { <span class="goal-line" style:inset-inline-start=at></span> }
    });
    view! {
        <tr>
            {area_head(state, &rank.area, "row")}
            <td class="bar-cell">
                <div class="rank-track" aria-hidden="true">
                    <span class=format!("rank-bar fill {bar}") style:width=width></span>
                    {line}
                </div>
            </td>
            <td class="number">{value} <br /><span class="muted">{rank.latest.year}</span></td>
            <td>{compared.then(|| view! { <StatusMark status=rank.status /> })}</td>
        </tr>
    }
}
