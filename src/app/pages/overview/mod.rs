//! 总览: the answer in one look. Where the area has figures: what will be kept and what not, where every promise stands,
//! and what comes first. Where it has none: what was promised, and where others are.

mod aside;
mod in_tables;
mod promised;
mod standing;
mod urgent;

use std::collections::BTreeSet;

use leptos::prelude::*;

use self::aside::{HaveFigures, Missing, Stages};
use self::in_tables::InTables;
use self::promised::Promised;
use self::standing::Standing;
use self::urgent::Urgent;
use crate::app::components::status::{Legend, StatusBar};
use crate::app::route::Page;
use crate::app::state::State;
use crate::assess::{Board, Status, StatusCounts};
use crate::browser::clock;
use crate::text::overview::{self, Basis};
use crate::text::{outlook_sentence, promised_sentence};

/// The first page.
#[component]
pub fn Overview() -> impl IntoView {
    let state = State::get();
    let board = state.board;
    super::set_title(move || state.say("总览", "Overview").to_owned());
    let counts = Memo::new(move |_| board.with(|board| board.summary().statuses));
    let countable = Memo::new(move |_| counts.get().without(Status::Qualitative));
    // One figure of one year tells where an area stands, but not how far it has come.
    let is_told = Memo::new(move |_| board.with(|board| board.shows_change()));
    view! {
        <div class="stack">
            <h1 tabindex="-1">{move || headline(state, &board.get(), counts.get(), is_told.get())}</h1>
            <Show when=move || !is_told.get()>
                <p class="answer">{move || others_instead(state, &board.get())}</p>
            </Show>
            <p class="muted small basis">
                {move || based_on(state, &board.get())}
                <Contradictions />
            </p>
        </div>
        <Show when=move || is_told.get() fallback=move || view! {
            <div class="columns">
                <Promised board />
                <div class="stack wide first-on-phone">
                    <Stages />
                    <HaveFigures />
                    <Missing board />
                </div>
            </div>
        }>
            <div class="stack tight">
                {move || view! { <StatusBar counts=countable.get() /> }}
                <div class="row apart">
                    {move || view! { <Legend counts=countable.get() /> }}
                    <a class="muted small" href=move || state.href(Page::Fields(Some(Status::Qualitative)))>
                        {move || overview::by_evidence(counts.get().get(Status::Qualitative), state.lang())}
                    </a>
                </div>
            </div>
            <div class="columns">
                <div class="stack wide">
                    <Standing board />
                    <Stages />
                </div>
                <div class="stack wide">
                    <Urgent board />
                    <HaveFigures />
                    <Missing board />
                </div>
            </div>
        </Show>
        <InTables board />
    }
}

fn headline(state: State, board: &Board, counts: StatusCounts, is_told: bool) -> String {
    let lang = state.lang();
    if is_told {
        return outlook_sentence(counts, lang);
    }
    let figures = state
        .session
        .collection
        .with(|collection| collection.at(&board.area).map(|series| series.points.len()).sum());
    promised_sentence(
        state.catalogue,
        &state.area_name(&board.area),
        counts,
        figures,
        lang,
    )
}

/// What is shown where the area itself has nothing to show.
fn others_instead(state: State, board: &Board) -> String {
    let (area, lang) = (state.area_name(&board.area), state.lang());
    let names = state.references.with(|references| {
        let names = references.iter().map(|board| state.area_name(&board.area));
        names.collect::<Vec<_>>()
    });
    overview::others_instead(&area, &names, lang)
}

/// The files with figures of the area or of its parts, by their place among those loaded.
fn files_of(state: State, board: &Board) -> BTreeSet<usize> {
    let parts = board.items.iter().flat_map(|item| &item.parts);
    let mut areas: BTreeSet<&str> = parts.map(|part| part.area.as_str()).collect();
    areas.insert(&board.area);
    state.session.collection.with(|collection| {
        let here = areas.iter().flat_map(|area| collection.at(area));
        let points = here.flat_map(|series| &series.points);
        points.map(|point| point.origin.table).collect()
    })
}

/// Area, year and files that the page rests on, and how long it is to the deadline.
fn based_on(state: State, board: &Board) -> String {
    let lang = state.lang();
    let used = files_of(state, board);
    let last = state.session.datasets.with(|datasets| {
        let last = used.last().and_then(|at| datasets.get(*at));
        last.map(|dataset| (dataset.name_in(lang).to_owned(), used.len()))
    });
    let basis = Basis {
        area: &state.area_name(&board.area),
        as_of: board.as_of,
        files: last.as_ref().map(|(name, count)| (name.as_str(), *count)),
        now: clock::year(),
        deadline: state.catalogue.deadline,
    };
    basis.sentence(lang)
}

/// Values that contradict one another and that nobody has settled yet, with the way there.
#[component]
fn Contradictions() -> impl IntoView {
    let state = State::get();
    let count = move || {
        state
            .session
            .collection
            .with(|collection| collection.conflicts.len())
    };
    view! {
        <Show when=move || { count() > 0 }>
            " "
            <a class="urgent-link" href=move || state.href(Page::Data)>
                {move || overview::contradictions(count(), state.lang())}
            </a>
        </Show>
    }
}
