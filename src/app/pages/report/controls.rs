//! Which report: its kind, how much of it, and the part of the plans that it is about.

use leptos::prelude::*;
use strum::VariantArray;

use super::asked;
use crate::app::choices::ReportChoice;
use crate::app::components::agencies::all_agencies;
use crate::app::components::choice::choice;
use crate::app::route::Page;
use crate::app::state::State;
use crate::report::{Edition, Kind, Scope};

/// The choices; the address carries them.
#[component]
pub(super) fn Controls() -> impl IntoView {
    let state = State::get();
    let kind = move |kind: Kind| {
        choice(
            move || kind_name(state, kind),
            move || asked(state).kind == kind,
            move || choose_kind(state, kind),
        )
    };
    let edition = move |edition: Edition| {
        choice(
            move || edition_name(state, edition),
            move || asked(state).edition == edition,
            move || choose_edition(state, edition),
        )
    };
    view! {
        <div class="row">
            <fieldset class="choices">
                <legend class="visually-hidden">{move || state.say("报告种类", "Kind of report")}</legend>
                {Kind::VARIANTS.iter().copied().map(kind).collect_view()}
            </fieldset>
            <fieldset class="choices">
                <legend class="visually-hidden">{move || state.say("篇幅", "Edition")}</legend>
                {[Edition::Short, Edition::Full].map(edition).collect_view()}
            </fieldset>
            <label class="report-scope">
                <span>{move || state.say("范围", "Scope")}</span>
                <select on:change:target=move |event| choose_scope(state, &event.target().value())>
                    {move || scopes(state)}
                </select>
            </label>
        </div>
    }
}

fn edition_name(state: State, edition: Edition) -> String {
    match edition {
        Edition::Full => state.say("全文", "Full"),
        Edition::Short => state.say("简版", "Short"),
    }
    .to_owned()
}

fn kind_name(state: State, kind: Kind) -> String {
    let name = match kind {
        Kind::Annual => state.say("年度监测", "Annual"),
        Kind::MidTerm => state.say("中期评估", "Mid-term"),
        Kind::Final => state.say("终期评估", "Final"),
    };
    match kind.due(state.catalogue) {
        Some(due) => format!("{name} {due}"),
        None => name.to_owned(),
    }
}

/// An evaluation is held for a year: figures after it are left out. Before it has come, the newest are taken.
fn choose_kind(state: State, kind: Kind) {
    let newest = state
        .session
        .collection
        .with_untracked(|collection| collection.newest_year(&state.area()));
    let choice = asked(state);
    state.choose(|address| {
        address.page = Page::Report(ReportChoice { kind, ..choice });
        address.year = kind
            .due(state.catalogue)
            .filter(|due| newest.is_some_and(|newest| newest > *due));
    });
}

fn choose_edition(state: State, edition: Edition) {
    let choice = ReportChoice {
        edition,
        ..asked(state)
    };
    state.choose(|address| address.page = Page::Report(choice));
}

fn choose_scope(state: State, slug: &str) {
    let scope = Scope::from_slug(slug);
    let choice = ReportChoice {
        scope,
        ..asked(state)
    };
    state.choose(|address| address.page = Page::Report(choice));
}

/// Everything, then each plan with its fields, then the responsible agencies of the loaded files.
fn scopes(state: State) -> impl IntoView {
    let chosen = asked(state).scope;
    let lang = state.lang();
    let option = |scope: Scope, name: String| {
        view! { <option value=scope.slug() selected=scope == chosen>{name}</option> }
    };
    let option = &option;
    let plans = state.catalogue.plans.iter().flat_map(move |plan| {
        let whole = option(
            Scope::Plan(plan.id),
            lang.pick(&plan.title, &plan.english).to_owned(),
        );
        let fields = plan.fields.iter().map(move |field| {
            let name = format!("　{} {}", field.id, lang.pick(&field.name, &field.english));
            option(Scope::Field(field.id.clone()), name)
        });
        std::iter::once(whole).chain(fields)
    });
    let all = option(Scope::Whole, state.say("全部规划", "All plans").to_owned());
    let parts = std::iter::once(all).chain(plans).collect_view();
    let mut agencies = all_agencies(state);
    // A link may name an agency whose file is not loaded: what is chosen has to be among the choices.
    if let Scope::Agency(agency) = &chosen
        && !agencies.contains(agency)
    {
        agencies.push(agency.clone());
    }
    let agencies = (!agencies.is_empty()).then(|| {
        let options = agencies
            .into_iter()
            .map(|agency| option(Scope::Agency(agency.clone()), agency));
        view! {
            <optgroup label=state.say("责任单位", "Responsible agencies")>{options.collect_view()}</optgroup>
        }
    });
    (parts, agencies)
}
