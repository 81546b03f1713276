//! One indicator of a goal: what it means, the verdict in a sentence, its arithmetic, chart and numbers, its
//! warnings, and where the areas compared with stand.

use std::sync::Arc;

use leptos::prelude::*;

use super::chart::Chart;
use super::groups::{drawn, groups, worst_line};
use super::status::StatusMark;
use super::tabs::Tabs;
use super::what_if::what_if;
use crate::app::plots::{headline, recent, subject};
use crate::app::route::Page;
use crate::app::state::State;
use crate::assess::{Board, Disaggregated, Disaggregation, Judged};
use crate::catalogue::{Indicator, Kind};
use crate::chart::Plot;
use crate::lang::Lang;
use crate::text::{self, disaggregation_word};

/// The tab of the headline; the others have the words of [`Disaggregation`].
const WHOLE: &str = "whole";

/// One judged target.
#[component]
pub fn IndicatorCard(
    item: Judged,
    area: String,
    references: Vec<Arc<Board>>,
    /// Whether the page is headed by this very indicator, so that its name need not stand here again.
    #[prop(default = false)]
    alone: bool,
) -> impl IntoView {
    let state = State::get();
    let indicator = Arc::clone(&item.indicator);
    let status = item.assessment.status();
    let judged = StoredValue::new((item, area));
    let name = move || judged.with_value(|(item, _)| item.indicator.name_in(state.lang()).to_owned());
    let meaning = move || {
        judged.with_value(|(Judged { indicator, .. }, _)| {
            let meaning = state.lang().pick(&indicator.meaning, &indicator.meaning_en);
            meaning.to_owned()
        })
    };
    let dimensions = Memo::new(move |_| judged.with_value(|(item, _)| disaggregated(state, item)));
    let worst = move || {
        judged.with_value(|(item, area)| {
            dimensions.with(|dimensions| worst_line(state, &item.indicator, area, dimensions))
        })
    };
    view! {
        <section class="stack tight" aria-label=name>
            <div class="goal-head" class:visually-hidden=alone>
                <h2>{name}</h2>
                <StatusMark status />
            </div>
            <Views judged dimensions />
            <ReferenceLine references indicator />
            <p class="muted reading">{meaning}</p>
            <p class="verdict">{move || judged.with_value(|(item, area)| verdict(state, item, area))}</p>
            {move || judged.with_value(|(item, _)| stand_in(state, item))}
            {move || judged.with_value(|(item, _)| warnings(state, item))}
            {move || judged.with_value(|(item, area)| in_doubt(state, item, area))}
            {worst}
            {move || judged.with_value(|(item, area)| what_if(state, item, area))}
        </section>
    }
}

/// The chart of the headline, and behind tabs those of the groups and parts.
#[component]
fn Views(
    /// The target and the area judged.
    judged: StoredValue<(Judged, String)>,
    dimensions: Memo<Vec<Disaggregated>>,
) -> impl IntoView {
    let state = State::get();
    let lang = Signal::derive(move || state.lang());
    let whole = Memo::new(move |_| judged.with_value(|(item, area)| headline(state, item, area)));
    let recent = Memo::new(move |_| whole.with(|plot| recent(state, plot)));
    let earlier = RwSignal::new(false);
    let plot = Memo::new(move |_| match (earlier.get(), recent.get()) {
        (false, Some(recent)) => recent,
        _ => whole.get(),
    });
    let is_counted = judged.with_value(|(item, _)| item.indicator.kind != Kind::Milestone);
    let has_headline = Memo::new(move |_| is_counted && plot.with(drawn));
    let words = Memo::new(move |_| {
        let headline = has_headline.get().then_some(WHOLE);
        let dimensions =
            dimensions.with(|dimensions| dimensions.iter().map(|it| it.by.slug()).collect::<Vec<_>>());
        headline.into_iter().chain(dimensions).collect::<Vec<_>>()
    });
    // A goal may have indicators that are not disaggregated by what the visitor chose.
    let shown = Memo::new(move |_| {
        let asked = state
            .navigation
            .address
            .with(|address| address.by)
            .map(Disaggregation::slug);
        words.with(|words| {
            let offered = asked.filter(|asked| words.contains(asked));
            offered.or(words.first().copied()).unwrap_or(WHOLE)
        })
    });
    let tabs = Signal::derive(move || {
        words.with(|words| {
            words
                .iter()
                .map(|word| (*word, tab_name(state, word)))
                .collect::<Vec<_>>()
        })
    });
    let choose =
        Callback::new(move |word| state.choose(|address| address.by = Disaggregation::from_slug(word)));
    let panel = move || {
        let by = Disaggregation::from_slug(shown.get());
        let chosen = dimensions.with(|dimensions| dimensions.iter().find(|it| Some(it.by) == by).cloned());
        match chosen {
            Some(dimension) => judged
                .with_value(|(item, area)| groups(state, item, area, &dimension))
                .into_any(),
            None => has_headline
                .get()
                .then(|| view! { <Chart plot lang open=false /> <Earlier whole recent earlier /> })
                .into_any(),
        }
    };
    let label = Signal::derive(move || {
        let name = judged.with_value(|(item, _)| item.indicator.name_in(state.lang()).to_owned());
        text::indicator::views(&name, state.lang())
    });
    view! { <Tabs label tabs shown choose>{panel}</Tabs> }
}

/// Shows what lies further back than the plan's own years.
#[component]
fn Earlier(whole: Memo<Plot>, recent: Memo<Option<Plot>>, earlier: RwSignal<bool>) -> impl IntoView {
    let state = State::get();
    let first = move || whole.with(|plot| plot.span().map(|years| *years.start()).unwrap_or_default());
    let words = move || match earlier.get() {
        false => text::indicator::earlier_years(first(), state.lang()),
        true => state.say("只看规划的年份", "The plan’s years only").to_owned(),
    };
    view! {
        <Show when=move || recent.with(Option::is_some)>
            <p>
                <button type="button" class="plain small" on:click=move |_| earlier.update(|it| *it = !*it)>{words}</button>
            </p>
        </Show>
    }
}

fn tab_name(state: State, word: &str) -> String {
    let by = Disaggregation::from_slug(word);
    let name = by.map_or(state.say("总体", "Overall"), |by| {
        disaggregation_word(by, state.lang())
    });
    match state.lang() {
        Lang::Zh => name.to_owned(),
        Lang::En => name[..1].to_uppercase() + &name[1..],
    }
}

fn disaggregated(state: State, item: &Judged) -> Vec<Disaggregated> {
    let (board, catalogue) = (state.board.get(), state.catalogue);
    state
        .session
        .collection
        .with(|collection| board.disaggregated(item, catalogue, collection))
}

/// The verdict on a judged target in one sentence.
pub fn verdict(state: State, item: &Judged, area: &str) -> String {
    subject(state, item, &state.area_name(area)).verdict(state.lang())
}

/// Says where the figure for everyone stands in for the sex that the plan is about.
fn stand_in(state: State, item: &Judged) -> Option<impl IntoView + use<>> {
    // Most indicators of the women's plan are about women alone and have no other sex to stand in.
    let matters = item.indicator.sex.is_some() && item.stands_in_for.is_some();
    (matters && item.assessment.latest().is_some()).then(|| {
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

fn warnings(state: State, item: &Judged) -> Option<impl IntoView + use<>> {
    let measured = item.assessment.latest().is_some();
    let sentences: Vec<String> = item
        .assessment
        .warnings
        .iter()
        .filter(|_| measured)
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

/// The values that the verdict rests on and that nobody has confirmed yet.
fn in_doubt(state: State, item: &Judged, area: &str) -> Option<impl IntoView + use<>> {
    let until = state.board.with(|board| board.as_of);
    let group = item.basis.group();
    let doubts: Vec<(String, String)> = state.session.datasets.with(|datasets| {
        let each = datasets.iter().flat_map(|dataset| {
            let name = dataset.name_in(state.lang());
            let doubts = dataset.log.doubts_of(&item.indicator.id, area, &group, until);
            doubts.map(move |doubt| (name.to_owned(), doubt.message(state.catalogue, state.lang())))
        });
        each.collect()
    });
    (!doubts.is_empty()).then(|| {
        let items = doubts.into_iter().map(|(file, doubt)| view! { <li>{file} " · " {doubt}</li> });
        view! {
            <div class="notice wrong stack tight" role="note">
                <p>
                    {state.say("这个判断用到了存疑的数，还没有人确认：", "This verdict rests on values in doubt that nobody has confirmed:")}
                </p>
                <ul>{items.collect_view()}</ul>
                <p><a href=state.href(Page::Data)>{state.say("去数据页确认", "Confirm them on the data page")}</a></p>
            </div>
        }
    })
}

/// Where the areas compared with stand, in one line each, marked as reference.
#[component]
fn ReferenceLine(references: Vec<Arc<Board>>, indicator: Arc<Indicator>) -> impl IntoView {
    let state = State::get();
    let line = move |board: &Arc<Board>| {
        let lang = state.lang();
        let item = board
            .items
            .iter()
            .find(|item| item.indicator.id == indicator.id)?;
        let sentence = text::indicator::reference_line(item, &state.area_name(&board.area), lang)?;
        let status = item.assessment.status();
        Some(view! { <li class="row">{sentence} <StatusMark status /></li> })
    };
    view! { <ul class="small reference">{move || references.iter().map(&line).collect_view()}</ul> }
}
