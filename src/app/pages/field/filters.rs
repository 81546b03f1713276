//! What the goals of a field are chosen by: their status as links with counts, the rest by pickers.

use leptos::prelude::*;
use strum::VariantArray;

use super::{choose, known};
use crate::app::choices::{FieldView, GoalFilter, GoalOrder, Warned};
use crate::app::components::choice::choice;
use crate::app::route::Page;
use crate::app::state::State;
use crate::assess::Status;
use crate::catalogue::Field;
use crate::lang::Bilingual;
use crate::text::{status_word, warning_word};

/// Everything that can be chosen.
#[component]
pub(super) fn Filters(field: &'static Field, chosen: Memo<FieldView>) -> impl IntoView {
    let state = State::get();
    let has_agencies = Memo::new(move |_| known(state, |known| !known.agencies_of(field).is_empty()));
    let filter = move || chosen.with(|view| view.filter.clone());
    let quantified = (
        Bilingual::new("写明数值", "States a number"),
        Bilingual::new("未写数值", "States none"),
    );
    let measured = (
        Bilingual::new("有数值", "With figures"),
        Bilingual::new("无数值", "Without figures"),
    );
    let warned = picker(
        Bilingual::new("预警", "Warnings"),
        move || warnings(state, field, filter().warned),
        move || filter().warned,
        |view, warned| view.filter.warned = warned,
    );
    let quantified = picker(
        Bilingual::new("目标值", "Target"),
        move || yes_or_no(state, quantified),
        move || filter().quantified,
        |view, quantified| view.filter.quantified = quantified,
    );
    let measured = picker(
        Bilingual::new("监测值", "Figures"),
        move || yes_or_no(state, measured),
        move || filter().measured,
        |view, measured| view.filter.measured = measured,
    );
    let agency = move || {
        picker(
            Bilingual::new("责任单位", "Responsible agency"),
            move || agencies(state, field),
            move || filter().agency,
            |view, agency| view.filter.agency = agency,
        )
    };
    let order = picker(
        Bilingual::new("排序", "Sort by"),
        move || orders(state),
        move || chosen.with(|view| view.order),
        |view, order| view.order = order,
    );
    view! {
        <nav class="row" aria-label=move || state.say("按状态筛选", "Filter by status")>
            {move || statuses(state, field, &chosen.get())}
        </nav>
        <div class="goal-filters" role="group" aria-label=move || state.say("筛选和排序", "Filter and sort")>
            {warned}
            {quantified}
            {measured}
            <Show when=move || has_agencies.get()>{agency()}</Show>
            {order}
        </div>
    }
}

/// A labelled picker of one thing: what can be picked, each with its words, and what is.
fn picker<T: PartialEq + 'static>(
    label: Bilingual,
    choices: impl Fn() -> Vec<(T, String)> + Copy + Send + 'static,
    chosen: impl Fn() -> T + Send + 'static,
    pick: fn(&mut FieldView, T),
) -> impl IntoView {
    let state = State::get();
    let options = move || {
        let chosen = chosen();
        let option = |(at, (choice, words)): (usize, (T, String))| {
            // The property, not the attribute, which tells nothing once the visitor has picked.
            view! { <option value=at.to_string() prop:selected=choice == chosen>{words}</option> }
        };
        choices().into_iter().enumerate().map(option).collect_view()
    };
    let on_change = move |at: String| {
        let picked = at.parse().ok().and_then(|at| choices().into_iter().nth(at));
        if let Some((picked, _)) = picked {
            choose(state, |view| pick(view, picked));
        }
    };
    view! {
        <label class="pick">
            {move || label.in_lang(state.lang())}
            <select on:change:target=move |event| on_change(event.target().value())>{options}</select>
        </label>
    }
}

fn any(state: State) -> String {
    state.say("不限", "Any").to_owned()
}

fn yes_or_no(state: State, (yes, no): (Bilingual, Bilingual)) -> Vec<(Option<bool>, String)> {
    vec![
        (None, any(state)),
        (Some(true), yes.in_lang(state.lang()).to_owned()),
        (Some(false), no.in_lang(state.lang()).to_owned()),
    ]
}

/// Any warning, then the kinds that the field's goals carry, and the one chosen even where none does.
fn warnings(state: State, field: &'static Field, chosen: Option<Warned>) -> Vec<(Option<Warned>, String)> {
    let mut kinds = known(state, |known| known.warnings(field));
    if let Some(Warned::Of(kind)) = chosen
        && !kinds.contains(&kind)
    {
        kinds.push(kind);
    }
    let of_kind = |kind| {
        (
            Some(Warned::Of(kind)),
            warning_word(kind, state.lang()).to_owned(),
        )
    };
    let some = (
        Some(Warned::Any),
        state.say("有预警", "With a warning").to_owned(),
    );
    [(None, any(state)), some]
        .into_iter()
        .chain(kinds.into_iter().map(of_kind))
        .collect()
}

fn agencies(state: State, field: &'static Field) -> Vec<(Option<String>, String)> {
    let names = known(state, |known| known.agencies_of(field));
    let named = names.into_iter().map(|name| (Some(name.clone()), name));
    std::iter::once((None, any(state))).chain(named).collect()
}

fn orders(state: State) -> Vec<(GoalOrder, String)> {
    let word = |order| match order {
        GoalOrder::Plan => state.say("规划顺序", "The plan’s order"),
        GoalOrder::Worst => state.say("状态最差的在前", "Worst status first"),
        GoalOrder::Furthest => state.say("偏离最远的在前", "Largest shortfall first"),
        GoalOrder::Newest => state.say("数据最新的在前", "Newest figures first"),
    };
    GoalOrder::VARIANTS
        .iter()
        .map(|&order| (order, word(order).to_owned()))
        .collect()
}

/// All, and each status that is there, with how many goals the other choices leave of it.
fn statuses(state: State, field: &'static Field, chosen: &FieldView) -> impl IntoView + use<> {
    let counts = known(state, |known| known.statuses(field, &chosen.filter));
    let link = |status: Option<Status>, count: usize| {
        let word = status.map_or(state.say("全部", "All"), |status| {
            status_word(status, state.lang())
        });
        let filter = GoalFilter {
            status,
            ..chosen.filter.clone()
        };
        let view = FieldView {
            filter,
            ..chosen.clone()
        };
        let current = (chosen.filter.status == status).then_some("true");
        view! {
            <a class="button" href=state.href(Page::Field(field.id.clone(), view)) aria-current=current>
                {word}
                " "
                {count}
            </a>
        }
    };
    let shown = Status::ALL
        .into_iter()
        .filter(|status| counts.get(*status) > 0 || chosen.filter.status == Some(*status));
    let of_status: Vec<_> = shown
        .map(|status| link(Some(status), counts.get(status)))
        .collect();
    (link(None, counts.total()), of_status)
}

/// The goals in a list, or their figures as small charts.
#[component]
pub(super) fn ListOrCharts(
    /// Whether charts are shown.
    charts: Memo<bool>,
) -> impl IntoView {
    let state = State::get();
    let button = move |wanted: bool, word: Bilingual| {
        choice(
            move || word.in_lang(state.lang()).to_owned(),
            move || charts.get() == wanted,
            move || choose(state, |view| view.charts = Some(wanted)),
        )
    };
    view! {
        <div class="row" role="group" aria-label=move || state.say("显示方式", "Show as")>
            {button(true, Bilingual::new("小图", "Small charts"))}
            {button(false, Bilingual::new("列表", "List"))}
        </div>
    }
}
