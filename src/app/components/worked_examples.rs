//! Worked examples from the figures that are loaded: one for each way of measuring pace, one for a direction.

use std::sync::Arc;

use leptos::prelude::*;

use super::status::StatusMark;
use crate::app::plots::subject;
use crate::app::route::Page;
use crate::app::state::State;
use crate::assess::{Board, Judged};
use crate::catalogue::Form;

/// The examples: of the area shown, else of an area compared with.
#[component]
pub fn WorkedExamples() -> impl IntoView {
    let state = State::get();
    let examples = move || {
        let boards = std::iter::once(state.board.get()).chain(state.references.get().into_iter().rev());
        let boards: Vec<Arc<Board>> = boards.collect();
        let wanted: [fn(&Judged) -> bool; 3] = [
            |item| paced(item) && item.assessment.form() == Some(Form::Compound),
            |item| paced(item) && item.assessment.form() == Some(Form::Linear),
            |item| item.assessment.steps().is_some_and(|steps| steps.goal.is_none()),
        ];
        wanted
            .into_iter()
            .filter_map(|wanted| first(&boards, wanted))
            .map(|(b, i)| example(state, b, i))
            .collect_view()
    };
    view! {
        <section class="stack tight" aria-label=move || state.say("用已载入的数算一遍", "Computed from the figures loaded")>
            <h2>{move || state.say("用已载入的数算一遍", "Computed from the figures loaded")}</h2>
            <ul class="goal-list">{examples}</ul>
        </section>
    }
}

/// Whether it shows a pace rather than a target that is simply met.
fn paced(item: &Judged) -> bool {
    item.assessment.pace().is_some() && item.assessment.forecast().is_some()
}

fn first(boards: &[Arc<Board>], wanted: fn(&Judged) -> bool) -> Option<(&Board, &Judged)> {
    boards
        .iter()
        .find_map(|board| Some((board.as_ref(), board.items.iter().find(|item| wanted(item))?)))
}

fn example(state: State, board: &Board, item: &Judged) -> impl IntoView + use<> {
    let lang = state.lang();
    let indicator = &*item.indicator;
    let area = state.area_name(&board.area);
    let subject = subject(state, item, &area);
    let page = item
        .goals
        .first()
        .map(|goal| Page::Goal(*goal))
        .unwrap_or_default();
    let mut address = state.navigation.address.get().at(page);
    address.area = (board.area != state.catalogue.own_area()).then(|| board.area.clone());
    view! {
        <li>
            <div class="goal-head">
                <a href=address.format()>{format!("{area} · {}", indicator.name_in(lang))}</a>
                <StatusMark status=item.assessment.status() />
            </div>
            <p class="reading">{subject.arithmetic(lang)}</p>
            <p class="reading">{subject.verdict(lang)}</p>
        </li>
    }
}
