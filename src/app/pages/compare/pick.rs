//! The pickers of the comparing page: a field, an indicator with data, one of two.

use leptos::prelude::*;

use super::choose;
use crate::app::choices::Comparison;
use crate::app::components::field_options::field_options;
use crate::app::state::State;
use crate::catalogue::{Field, Indicator};

/// Which field's indicators are shown.
#[component]
pub fn PickField(chosen: Memo<Comparison>) -> impl IntoView {
    let state = State::get();
    let options = move || field_options(state, chosen.with(|chosen| chosen.field.clone()));
    let pick = move |id: String| choose(state, |chosen| chosen.field = (!id.is_empty()).then_some(id));
    view! {
        <label class="pick">
            {move || state.say("领域", "Field")}
            <select on:change:target=move |event| pick(event.target().value())>{options}</select>
        </label>
    }
}

/// Which indicator is shown, of those with data, by the field that first states it.
#[component]
pub fn PickIndicator(
    /// Those with data.
    options: Memo<Vec<&'static Indicator>>,
    /// The one shown.
    shown: Signal<Option<&'static Indicator>>,
    /// The picker's name.
    label: (&'static str, &'static str),
    /// Takes the id of the one picked.
    pick: fn(&mut Comparison, String),
) -> impl IntoView {
    let state = State::get();
    let group = move |field: &'static Field| {
        let here = |indicator: &&&'static Indicator| {
            indicator
                .targets
                .first()
                .is_some_and(|target| target.at.field_id() == field.id)
        };
        let shown = shown.get().map(|indicator| indicator.id.as_str());
        let option = |indicator: &&'static Indicator| {
            let selected = shown == Some(indicator.id.as_str());
            let name = indicator.name_in(state.lang()).to_owned();
            view! { <option value=indicator.id.clone() selected=selected>{name}</option> }
        };
        let options: Vec<_> = options.with(|options| options.iter().filter(here).map(option).collect());
        (!options.is_empty()).then(|| {
            view! { <optgroup label=state.lang().pick(&field.name, &field.english).to_owned()>{options}</optgroup> }
        })
    };
    let groups = move || state.catalogue.fields().filter_map(group).collect_view();
    view! {
        <label class="pick">
            {move || state.say(label.0, label.1)}
            <select on:change:target=move |event| {
                let id = event.target().value();
                choose(state, |chosen| pick(chosen, id));
            }>{groups}</select>
        </label>
    }
}

/// A button of a [`switch`]: its word, whether it is the one pressed, and what it changes.
pub type Choice = (&'static str, bool, fn(&mut Comparison));

/// One of several ways, as buttons.
pub fn switch<const N: usize>(state: State, label: &'static str, choices: [Choice; N]) -> impl IntoView {
    let button = |(word, pressed, pick): Choice| {
        view! {
            <button type="button" aria-pressed=pressed.to_string() on:click=move |_| choose(state, pick)>
                {word}
            </button>
        }
    };
    view! { <div class="row" role="group" aria-label=label>{choices.map(button).collect_view()}</div> }
}
