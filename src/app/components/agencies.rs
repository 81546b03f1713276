//! Responsible agencies: those of one goal, and the list of all to choose from.

use leptos::prelude::*;

use super::bring_files::BringFiles;
use crate::app::loading::Loading;
use crate::app::route::Page;
use crate::app::state::State;
use crate::catalogue::ItemId;
use crate::observation::agency_names;
use crate::text::goals;

/// The agencies that answer for a goal; nothing where no file says so.
#[component]
pub fn AgenciesOfGoal(goal: ItemId) -> impl IntoView {
    let state = State::get();
    let named = move |zh: &'static str, en: &'static str, names: Vec<String>| {
        (!names.is_empty()).then(|| view! { <span>{state.say(zh, en)} {links(state, names)}</span> })
    };
    move || {
        let of: Vec<_> = state
            .session
            .agencies
            .with(|agencies| agencies.iter().filter(|of| of.goal == goal).cloned().collect());
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

/// Every agency of the loaded files, by name.
pub fn all_agencies(state: State) -> Vec<String> {
    let owned = |names: Vec<&str>| names.into_iter().map(str::to_owned).collect();
    state
        .session
        .agencies
        .with(|agencies| owned(agency_names(agencies)))
}

/// Every agency of the loaded files, each leading to its goals.
#[component]
pub fn AllAgencies() -> impl IntoView {
    let state = State::get();
    view! {
        <Show when=move || state.session.agencies.with(|agencies| !agencies.is_empty())>
            <section class="stack tight">
                <h2>{move || state.say("按责任单位看", "By responsible agency")}</h2>
                <p class="row">{move || links(state, all_agencies(state))}</p>
            </section>
        </Show>
    }
}

/// What is said where no loaded file names an agency.
#[component]
pub fn UnknownAgency(
    /// The agency asked for.
    #[prop(into)]
    agency: Signal<Option<String>>,
) -> impl IntoView {
    let state = State::get();
    let loading = Loading::get();
    let sentence = move |agency: &str| goals::unknown_agency(agency, state.lang());
    let said = move || agency.with(|agency| agency.as_deref().map(sentence));
    view! {
        // Files of earlier visits may still be on their way.
        <Show when=move || !loading.is_restoring()>
            <p class="reading" role="status">{said}</p>
            <BringFiles />
        </Show>
    }
}

fn links(state: State, names: Vec<String>) -> impl IntoView {
    let link = |name: String| {
        let page = Page::Agency(name.clone());
        view! { <a href=state.href(page)>{name}</a> " " }
    };
    names.into_iter().map(link).collect_view()
}
