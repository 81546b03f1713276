//! The promises that have a number, each on its finish line with where the areas compared with already are.

use std::sync::Arc;

use leptos::prelude::*;

use crate::app::components::finish_line::finish_line;
use crate::app::components::promises::item_href;
use crate::app::state::State;
use crate::assess::{Board, Judged};
use crate::catalogue::Op;
use crate::text::demand_sign;

/// As many as can be taken in at a glance.
const MOST: usize = 12;

/// A dozen promises on their finish lines, from as many fields as can be.
#[component]
pub(super) fn Promised(board: Memo<Arc<Board>>) -> impl IntoView {
    let state = State::get();
    let rows = move || {
        let (board, references) = (board.get(), state.references.get());
        let mut shown = chosen(state, &board, &references);
        if shown.is_empty() {
            // With nobody to compare with, the promises still have their numbers.
            shown = board
                .items
                .iter()
                .filter(|item| has_number(item))
                .take(MOST)
                .collect();
        }
        let row = |item: &&Judged| row(state, item, &board, &references);
        shown.iter().map(row).collect_view()
    };
    let names = move || {
        let boards = state.references.get();
        boards
            .iter()
            .map(|board| state.area_name(&board.area))
            .collect::<Vec<_>>()
    };
    let legend = move || {
        let name = |(at, name): (usize, String)| {
            view! {
                <li>
                    <span class="place-sign" class:hollow=at % 2 == 1 aria-hidden="true"></span>
                    {name}
                    {state.say("最新", ", newest")}
                </li>
            }
        };
        names().into_iter().enumerate().map(name).collect_view()
    };
    view! {
        <section class="stack tight" aria-label=move || state.say("写明数字的承诺", "Promises with a number")>
            <Show
                when=move || !names().is_empty()
                fallback=move || view! { <h2>{move || state.say("写明数字的承诺", "Promises with a number")}</h2> }
            >
                <h2>{move || state.say("这些承诺，别处做到了吗", "Have others kept these promises?")}</h2>
                <p class="muted small">
                    {move || state.say(
                        "竖线是承诺。在线的右边＝做到了；左边＝还没到。",
                        "The upright line is the promise. Right of it is kept, left of it is not yet.",
                    )}
                </p>
            </Show>
            <ul class="finish-rows">{rows}</ul>
            <ul class="legend small muted">{legend}</ul>
        </section>
    }
}

/// The promises of a number that a reference has a figure for: of each field in turn the next, in the plans' order.
fn chosen<'b>(state: State, board: &'b Board, references: &[Arc<Board>]) -> Vec<&'b Judged> {
    let known = |item: &&Judged| {
        let others = references.iter().filter_map(|board| board.same(item));
        others.filter(|other| other.assessment.latest().is_some()).count()
    };
    let drawn = |item: &&Judged| {
        // A change on the own base cannot be held against another's figure.
        !matches!(item.target.op, Op::Change(_)) && has_number(item) && known(item) > 0
    };
    let mut rest: Vec<Vec<&Judged>> = state
        .catalogue
        .fields()
        .map(|field| {
            let mut items: Vec<&Judged> = board.items_in(&field.id).filter(drawn).collect();
            // Those that most areas have figures for first, else in the catalogue's order.
            items.sort_by_cached_key(|item| std::cmp::Reverse(known(item)));
            items
        })
        .collect();
    let mut chosen: Vec<&Judged> = Vec::new();
    while chosen.len() < MOST && rest.iter().any(|items| !items.is_empty()) {
        for items in rest.iter_mut().filter(|items| !items.is_empty()) {
            chosen.push(items.remove(0));
        }
    }
    chosen.truncate(MOST);
    let place = |item: &&Judged| item.goals.first().copied();
    chosen.sort_by_key(place);
    chosen
}

fn has_number(item: &Judged) -> bool {
    item.target.op.value().is_some()
}

fn row(state: State, item: &Judged, board: &Board, references: &[Arc<Board>]) -> impl IntoView + use<> {
    let line = finish_line(state, item, board, references);
    view! {
        <li>
            <a href=item_href(state, item)>{item.indicator.name_in(state.lang()).to_owned()}</a>
            <strong>{demand_sign(&item.indicator, &item.target, state.lang())}</strong>
            {line}
        </li>
    }
}
