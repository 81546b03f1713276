//! What has to be looked at first: the five most urgent targets, each in one line with its own small line.

use std::sync::Arc;

use leptos::prelude::*;

use crate::app::choices::WarningFilter;
use crate::app::components::alert::nothing;
use crate::app::components::promises::item_href;
use crate::app::components::spark::spark;
use crate::app::plots::headline;
use crate::app::route::Page;
use crate::app::state::State;
use crate::app::talk::Talk;
use crate::assess::{Alert, Board, WarningKind};
use crate::text::{overview, urgent_line};

/// As many as a meeting can take up.
const SHOWN: usize = 5;

/// The list, with the ways to all of them and to the projector.
#[component]
pub(super) fn Urgent(board: Memo<Arc<Board>>) -> impl IntoView {
    let state = State::get();
    let body = move || {
        let board = board.get();
        let alerts = board.alerts();
        if alerts.is_empty() {
            return view! { <p class="reading">{nothing(state, &board)}</p> }.into_any();
        }
        let (all, shown) = (alerts.len(), alerts.len().min(SHOWN));
        let rows = alerts.iter().take(SHOWN).enumerate();
        let rows: Vec<_> = rows
            .map(|(at, alert)| row(state, at + 1, alert, &board))
            .collect();
        view! {
            <ol class="urgent">{rows}</ol>
            <p class="row">
                <a href=state.href(Page::Warnings(WarningFilter::default()))>{overview::all_warnings(all, state.lang())}</a>
                <a href=state.href(Page::Present(Talk::default()))>{overview::project(shown, state.lang())}</a>
            </p>
        }
        .into_any()
    };
    view! {
        <section class="stack tight ruled" aria-label=move || state.say("预警", "Warnings")>
            <h2>{move || state.say("最该先管的", "First of all")}</h2>
            {body}
        </section>
    }
}

fn row(state: State, rank: usize, alert: &Alert<'_>, board: &Board) -> impl IntoView + use<> {
    let lang = state.lang();
    let item = alert.item;
    let plot = headline(state, item, &board.area);
    let moving_away = alert
        .warnings
        .iter()
        .any(|warning| warning.kind() == WarningKind::MovingAway);
    view! {
        <li>
            <div>
                <a href=item_href(state, item)>
                    {format!("{rank}. {}", item.indicator.name_in(lang))}
                </a>
                <p class="muted small" class:away=moving_away>{urgent_line(item, lang)}</p>
            </div>
            {spark(&plot, item.assessment.status())}
        </li>
    }
}
