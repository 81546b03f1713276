//! 比较: many indicators, areas and years side by side, in one of six ways. The address carries what is chosen;
//! only what has figures is offered.

mod areas;
mod gaps;
mod pair;
mod pick;
mod ranking;
mod slope;
mod table;
mod years;

use std::sync::Arc;

use leptos::prelude::*;
use strum::VariantArray;

use crate::app::choices::{Comparison, View};
use crate::app::components::bring_files::BringFiles;
use crate::app::components::later::Later;
use crate::app::route::Page;
use crate::app::state::State;
use crate::assess::{Board, Judged, headlines};
use crate::catalogue::{Indicator, Role};
use crate::text::compare::areas_left_out;

/// A region's counties and cities are about so many. Judging an area with every figure takes milliseconds: more
/// of them would keep the page waiting.
const MOST_AREAS: usize = 150;

/// As many areas beside the own and those compared with as a wide window has room for; the rest are a button away.
const AREAS_AT_ONCE: usize = 8;

/// The page.
#[component]
pub fn Compare() -> impl IntoView {
    let state = State::get();
    super::set_title(move || state.say("比较", "Compare").to_owned());
    let chosen = Memo::new(move |_| match state.page() {
        Page::Compare(comparison) => comparison,
        _ => Comparison::default(),
    });
    let view = Memo::new(move |_| chosen.with(|chosen| chosen.view));
    let others = Memo::new(move |_| other_areas(state));
    let all_areas = RwSignal::new(false);
    let most = Memo::new(move |_| match view.get() {
        View::Areas if !all_areas.get() => AREAS_AT_ONCE,
        _ => MOST_AREAS,
    });
    let boards = Memo::new(move |_| others.with(|others| boards(state, others, most.get())));
    let left_out = move || others.with(Vec::len).saturating_sub(MOST_AREAS);
    let more_areas = Signal::derive(move || {
        let judged = others.with(Vec::len).min(MOST_AREAS);
        judged.saturating_sub(most.get())
    });
    let ranked_areas =
        Signal::derive(move || others.with(|others| others[..MOST_AREAS.min(others.len())].to_vec()));
    let limited = move || matches!(view.get(), View::Areas | View::Ranking) && left_out() > 0;
    view! {
        <div class="stack">
            <h1 tabindex="-1">{move || state.say("比较", "Compare")}</h1>
            <nav class="row" aria-label=move || state.say("比较的方式", "Ways to compare")>
                {move || ways(state, &chosen.get())}
            </nav>
            <Show when=limited>
                <p class="notice">{move || areas_left_out(MOST_AREAS, left_out(), state.lang())}</p>
            </Show>
        </div>
        <Later>
            {move || match view.get() {
                View::Areas => view! { <areas::Areas boards chosen all_areas more_areas /> }.into_any(),
                View::Years => view! { <years::Years chosen /> }.into_any(),
                View::Ranking => view! { <ranking::Areas others=ranked_areas chosen /> }.into_any(),
                View::Gaps => view! { <gaps::Gaps chosen /> }.into_any(),
                View::Pair => view! { <pair::Pair chosen /> }.into_any(),
                View::Slope => view! { <slope::Slopes chosen /> }.into_any(),
            }}
        </Later>
    }
}

fn ways(state: State, chosen: &Comparison) -> impl IntoView + use<> {
    let link = |view: View| {
        // The kind of groups and the second indicator mean nothing elsewhere; field and indicator go along.
        let page = Page::Compare(Comparison {
            view,
            field: chosen.field.clone(),
            indicator: chosen.indicator.clone(),
            ..Comparison::default()
        });
        let current = (chosen.view == view).then_some("page");
        view! { <a class="button" href=state.href(page) aria-current=current>{word(state, view)}</a> }
    };
    View::VARIANTS.iter().copied().map(link).collect_view()
}

fn word(state: State, view: View) -> &'static str {
    match view {
        View::Areas => state.say("各地", "Areas"),
        View::Years => state.say("各年", "Years"),
        View::Ranking => state.say("排名", "Ranking"),
        View::Gaps => state.say("男女、城乡差距", "Gaps"),
        View::Pair => state.say("两项对照", "Two indicators"),
        View::Slope => state.say("基期到目标", "Base to target"),
    }
}

/// Changes what is compared, without leaving the page.
fn choose(state: State, change: impl FnOnce(&mut Comparison)) {
    state.choose(|address| {
        if let Page::Compare(comparison) = &mut address.page {
            change(comparison);
        }
    });
}

/// The area shown, and those that it is compared with.
fn shown_boards(state: State) -> Vec<Arc<Board>> {
    let mut boards = vec![state.board.get()];
    boards.extend(state.references.get());
    boards
}

/// These, then the first of the others, `most` at the most.
fn boards(state: State, others: &[String], most: usize) -> Vec<Arc<Board>> {
    let (year, cutoffs) = state.asked.get();
    let mut boards = shown_boards(state);
    state.session.collection.with(|collection| {
        let others = &others[..most.min(others.len())];
        let judged = headlines(state.catalogue, collection, others, year, &cutoffs);
        boards.extend(judged.into_iter().map(Arc::new));
    });
    boards
}

/// The areas with data beside the one shown: those of the catalogue in its order, then those that only files
/// name. An invented area stands beside its own parts only, and never beside a real one of the same kind.
fn other_areas(state: State) -> Vec<String> {
    let (shown, invented) = (state.area(), state.is_example());
    let role = |area: &str| state.catalogue.area(area).map(|area| area.role);
    let is_other = |area: &&str| {
        let role = role(area);
        *area != shown && role != Some(Role::Reference) && role.is_some_and(Role::is_invented) == invented
    };
    let areas = &state.catalogue.areas;
    let order = |area: &&str| {
        areas
            .iter()
            .position(|known| known.id == **area)
            .unwrap_or(usize::MAX)
    };
    state.session.collection.with(|collection| {
        let mut areas: Vec<&str> = collection.areas().into_iter().filter(is_other).collect();
        areas.sort_by_key(order);
        areas.into_iter().map(str::to_owned).collect()
    })
}

/// Whether an item stands in the field chosen.
fn in_field(chosen: &Comparison, item: &Judged) -> bool {
    chosen
        .field
        .as_ref()
        .is_none_or(|field| crate::compare::stated_in(item, field))
}

/// The indicator chosen where it is among those with data, else the first of them.
fn among<'a>(options: &[&'a Indicator], id: Option<&String>) -> Option<&'a Indicator> {
    let wanted = options.iter().find(|option| Some(&option.id) == id);
    wanted.or(options.first()).copied()
}

/// What stands where there is too little data: what is needed, in both languages, and the ways to it.
fn too_little(state: State, needs: (&'static str, &'static str)) -> impl IntoView {
    let here = state.area();
    let reference = state
        .catalogue
        .areas
        .iter()
        .rfind(|area| area.role == Role::Reference && area.id != here);
    let link = reference.map(|area| {
        let mut address = state.navigation.address.get();
        address.area = Some(area.id.clone());
        view! {
            <p>
                <a href=address.format()>
                    {state.say("先看看参考数据：", "See the reference figures first: ")}
                    {state.lang().pick(&area.id, &area.english).to_owned()}
                </a>
            </p>
        }
    });
    view! {
        <section class="stack" aria-label=state.say("数据不足", "Too few data")>
            <p class="reading">{state.say(needs.0, needs.1)}</p>
            {link}
            <BringFiles />
        </section>
    }
}
