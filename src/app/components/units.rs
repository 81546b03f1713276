//! Responsible units: those of one goal, and the list of all to choose from.

use leptos::prelude::*;

use crate::app::route::Page;
use crate::app::state::State;
use crate::catalogue::ItemId;

/// The units that answer for a goal; nothing where no file says so.
#[component]
pub fn GoalUnits(goal: ItemId) -> impl IntoView {
    let state = State::get();
    let named = move |zh: &'static str, en: &'static str, names: Vec<String>| {
        (!names.is_empty()).then(|| view! { <span>{state.say(zh, en)} {links(state, names)}</span> })
    };
    move || {
        let of: Vec<_> = state
            .units
            .with(|units| units.iter().filter(|of| of.goal == goal).cloned().collect());
        let (lead, support) = of
            .into_iter()
            .fold((Vec::new(), Vec::new()), |(mut lead, mut support), of| {
                lead.extend(of.lead);
                support.extend(of.support);
                (lead, support)
            });
        (!lead.is_empty() || !support.is_empty()).then(|| {
            view! {
                <p class="row">
                    {named("牵头单位：", "Leads: ", lead)}
                    {named("配合单位：", "Supports: ", support)}
                </p>
            }
        })
    }
}

/// Every unit of the loaded files, each leading to its goals.
#[component]
pub fn AllUnits() -> impl IntoView {
    let state = State::get();
    let names = move || {
        let mut names: Vec<String> = state.units.with(|units| {
            units
                .iter()
                .flat_map(|of| of.all().map(str::to_owned).collect::<Vec<_>>())
                .collect()
        });
        names.sort_unstable();
        names.dedup();
        names
    };
    view! {
        <Show when=move || state.units.with(|units| !units.is_empty())>
            <section class="stack tight">
                <h2>{move || state.say("按责任单位看", "By responsible unit")}</h2>
                <p class="row">{move || links(state, names())}</p>
            </section>
        </Show>
    }
}

fn links(state: State, names: Vec<String>) -> impl IntoView {
    let link = |name: String| {
        let page = Page::Unit(name.clone());
        view! { <a href=state.href(page)>{name}</a> " " }
    };
    names.into_iter().map(link).collect_view()
}
