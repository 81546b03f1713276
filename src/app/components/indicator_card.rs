//! One indicator of a goal: what it means, the verdict in a sentence, its arithmetic, chart and numbers, its
//! warnings, and where the places compared with stand.

use std::sync::Arc;

use leptos::prelude::*;

use super::about_bar::place_name;
use super::chart::Chart;
use super::groups::Groups;
use super::status::StatusMark;
use crate::app::dataset::Dataset;
use crate::app::state::State;
use crate::assess::{Board, Judged};
use crate::catalogue::{Indicator, Kind};
use crate::chart::{ItemChart, Plot};
use crate::observation::{Collection, SeriesKey};
use crate::text::{Lang, Subject, group, indicator_name, with_unit, year};

/// One judged target.
#[component]
pub fn IndicatorCard(
    item: Judged,
    place: String,
    references: Vec<Arc<Board>>,
    /// Whether the numbers below the chart are unfolded at first.
    #[prop(default = true)]
    open: bool,
) -> impl IntoView {
    let state = State::get();
    let indicator = state.catalogue.indicator(&item.indicator)?;
    let milestone = indicator.kind == Kind::Milestone;
    let item = Arc::new(item);
    let (told, reckoned, charted, grouped, warned, split) = (
        item.clone(),
        item.clone(),
        item.clone(),
        item.clone(),
        item.clone(),
        item.clone(),
    );
    let (place_told, place_charted) = (place.clone(), place.clone());
    let plot = Memo::new(move |_| headline(state, indicator, &charted, &place_charted));
    let groups = Memo::new(move |_| group_plot(state, indicator, &grouped, &place));
    let lang = Signal::derive(move || state.lang());
    Some(view! {
        <section class="stack tight" aria-label=move || indicator_name(indicator, state.lang()).to_owned()>
            <div class="goal-head">
                <h2>{move || indicator_name(indicator, state.lang()).to_owned()}</h2>
                <StatusMark status=item.assessment.status />
            </div>
            <p class="muted reading">
                {move || state.lang().pick(&indicator.meaning, &indicator.meaning_en).to_owned()}
            </p>
            <p class="verdict">{move || verdict(state, indicator, &told, &place_told)}</p>
            {move || stand_in(state, indicator, &reckoned)}
            {move || arithmetic(state, indicator, &item)}
            {move || warnings(state, &warned)}
            <Show when=move || !milestone && plot.with(|plot| plot.lines.iter().any(|line| !line.points.is_empty()))>
                <Chart plot lang open />
            </Show>
            <ReferenceLine references indicator />
            <Groups item=split indicator />
            {move || groups.get().map(|groups| view! { <Chart plot=groups lang open=false /> })}
        </section>
    })
}

fn subject<'a>(state: State, indicator: &'a Indicator, item: &'a Judged, place: &'a str) -> Subject<'a> {
    Subject {
        catalogue: state.catalogue,
        indicator,
        target: &item.target,
        place,
        assessment: &item.assessment,
    }
}

/// The verdict on a judged target in one sentence.
pub fn verdict(state: State, indicator: &Indicator, item: &Judged, place: &str) -> String {
    subject(state, indicator, item, &place_name(state, place)).verdict(state.lang())
}

/// Says where the figure for everyone stands in for the sex that the plan is about.
fn stand_in(state: State, indicator: &Indicator, item: &Judged) -> Option<impl IntoView + use<>> {
    // Most indicators of the women's plan are about women alone and have no other sex to stand in.
    let matters = indicator.sex.is_some() && item.stands_in_for.is_some();
    (matters && item.assessment.latest.is_some()).then(|| {
        view! {
            <p class="muted small">
                {state.say(
                    "没有分性别的数值，这里用的是全部人口的数值。",
                    "There is no figure by sex; this one is about everyone.",
                )}
            </p>
        }
    })
}

fn arithmetic(state: State, indicator: &Indicator, item: &Judged) -> Option<impl IntoView + use<>> {
    let sentence = subject(state, indicator, item, "").arithmetic(state.lang())?;
    Some(view! {
        <details>
            <summary>{state.say("这个判断是怎么算的", "How this was reckoned")}</summary>
            <p class="reading">{sentence}</p>
        </details>
    })
}

fn warnings(state: State, item: &Judged) -> Option<impl IntoView + use<>> {
    let told = item.assessment.latest.is_some();
    let sentences: Vec<String> = item
        .assessment
        .warnings
        .iter()
        .filter(|_| told)
        .map(|warning| warning.reason(state.lang()))
        .collect();
    (!sentences.is_empty()).then(|| {
        view! {
            <ul class="notice wrong" aria-label=state.say("预警", "Warnings")>
                {sentences.into_iter().map(|sentence| view! { <li>{sentence}</li> }).collect_view()}
            </ul>
        }
    })
}

fn chart_of<R>(
    state: State,
    indicator: &Indicator,
    item: &Judged,
    place: &str,
    draw: impl FnOnce(&ItemChart<'_>) -> R,
) -> R {
    let references: Vec<(String, String)> = state.references.with(|boards| {
        boards
            .iter()
            .map(|board| (board.area.clone(), place_name(state, &board.area)))
            .collect()
    });
    state.collection.with(|collection| {
        let sources = state
            .datasets
            .with(|datasets| sources(collection, datasets, item));
        draw(&ItemChart {
            catalogue: state.catalogue,
            collection,
            item,
            indicator,
            place: &place_name(state, place),
            references: &references,
            sources: &sources,
            example: state.is_example(),
        })
    })
}

/// The chart of a judged target at a place.
pub fn headline(state: State, indicator: &Indicator, item: &Judged, place: &str) -> Plot {
    chart_of(state, indicator, item, place, |chart| {
        chart.headline(state.lang())
    })
}

fn group_plot(state: State, indicator: &Indicator, item: &Judged, place: &str) -> Option<Plot> {
    chart_of(state, indicator, item, place, |chart| chart.groups(state.lang()))
}

/// Who published the figures of a judged series, newest first, each once; files without a source by name.
fn sources(collection: &Collection, datasets: &[Dataset], item: &Judged) -> Vec<String> {
    let crate::assess::Basis::Series(key) = &item.basis else {
        return Vec::new();
    };
    let mut sources: Vec<String> = Vec::new();
    for point in collection
        .get(key)
        .iter()
        .flat_map(|series| series.points.iter().rev())
    {
        let Some(dataset) = datasets.get(point.origin.table) else {
            continue;
        };
        let stated = dataset
            .table
            .get(point.origin.row)
            .map(|row| row.source.to_owned());
        let source = stated
            .filter(|source| !source.is_empty())
            .unwrap_or_else(|| dataset.name.clone());
        if !sources.contains(&source) {
            sources.push(source);
        }
    }
    sources
}

/// Where the places compared with stand, in one line each, marked as reference.
#[component]
fn ReferenceLine(references: Vec<Arc<Board>>, indicator: &'static Indicator) -> impl IntoView {
    let state = State::get();
    let line = move |board: &Arc<Board>| {
        let lang = state.lang();
        let item = board.items.iter().find(|item| item.indicator == indicator.id)?;
        let latest = item.assessment.latest?;
        let value = with_unit(latest.value, &indicator.unit, lang);
        let of = match &item.basis {
            crate::assess::Basis::Series(SeriesKey { group: of, .. }) => group(of, lang),
            _ => String::new(),
        };
        let of = if of.is_empty() { of } else { format!("（{of}）") };
        let place = place_name(state, &board.area);
        let sentence = match lang {
            Lang::Zh => format!("{place}（参考）{of}：{} {value}", year(latest.year, lang)),
            Lang::En => format!("{place} (reference){of}: {value} in {}", latest.year),
        };
        let status = item.assessment.status;
        Some(view! { <li class="row">{sentence} <StatusMark status /></li> })
    };
    view! { <ul class="small reference">{move || references.iter().map(line).collect_view()}</ul> }
}
