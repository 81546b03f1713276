//! The one place where cut-offs are changed, and the line that says that some are.

use leptos::prelude::*;

use crate::app::route::Page;
use crate::app::state::State;
use crate::assess::CutOff;
use crate::text::{changed_cutoffs, cutoff_meaning, cutoff_range, cutoff_scale, cutoff_value};

/// Every cut-off with its default value and a box to change it.
#[component]
pub fn CutOffTable() -> impl IntoView {
    let state = State::get();
    let cutoffs = move || state.navigation.address.with(|address| address.cutoffs().list());
    let rows = move || {
        cutoffs()
            .into_iter()
            .map(|cutoff| row(state, cutoff))
            .collect_view()
    };
    view! {
        <div class="table-frame">
            <table>
                <thead>
                    <tr>
                        <th scope="col">{move || state.say("界限", "Cut-off")}</th>
                        <th scope="col" class="number">{move || state.say("规定值", "The method’s")}</th>
                        <th scope="col">{move || state.say("现在用的值", "In use")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        <p>
            <button type="button" disabled=move || !are_changed(state) on:click=move |_| restore(state)>
                {move || state.say("全部恢复规定值", "Restore the method’s values")}
            </button>
        </p>
    }
}

/// Says that cut-offs are changed, with the way back; nothing while they are the method's.
#[component]
pub fn ChangedCutOffs() -> impl IntoView {
    let state = State::get();
    let words = move || {
        let address = state.navigation.address;
        let changed = address.with(|address| address.cutoffs().changed());
        changed_cutoffs(&changed, state.lang())
    };
    view! {
        <Show when=move || are_changed(state)>
            <p class="changed-cutoffs small">
                {move || state.say("评判界限已改动——", "Cut-offs are changed: ")}
                {words}
                " "
                <a href=move || state.href(Page::Method)>{move || state.say("查看", "See them")}</a>
                <button type="button" class="plain" on:click=move |_| restore(state)>
                    {move || state.say("恢复", "Restore")}
                </button>
            </p>
        </Show>
    }
}

/// Whether any cut-off is not the method's.
pub fn are_changed(state: State) -> bool {
    state
        .navigation
        .address
        .with(|address| !address.cutoffs().changed().is_empty())
}

fn restore(state: State) {
    state.choose(|address| address.changed.clear());
}

fn row(state: State, cutoff: CutOff) -> impl IntoView {
    let lang = state.lang();
    let (scale, unit) = cutoff_scale(cutoff.name, lang);
    let default = CutOff {
        value: cutoff.default,
        ..cutoff
    };
    let meaning = cutoff_meaning(cutoff.name, lang);
    let change = move |text: String| {
        let value = text.parse::<f64>().ok().map(|shown| shown / scale);
        let value = value.filter(|value| (cutoff.range.0..=cutoff.range.1).contains(value));
        state.choose(|address| {
            address.changed.retain(|(name, _)| name != cutoff.name);
            address.changed.extend(
                value
                    .filter(|v| *v != cutoff.default)
                    .map(|v| (cutoff.name.to_owned(), v)),
            );
        });
    };
    let (low, high) = (cutoff.range.0 * scale, cutoff.range.1 * scale);
    view! {
        <tr class:changed=cutoff.is_changed()>
            <th scope="row">{meaning}</th>
            <td class="number">{cutoff_value(&default, lang)}</td>
            <td>
                <input
                    type="number"
                    aria-label=meaning
                    title=cutoff_range(low, high, lang)
                    min=low
                    max=high
                    step="any"
                    prop:value=shown(cutoff.value * scale)
                    on:change:target=move |event| change(event.target().value())
                />
                " "
                {unit}
            </td>
        </tr>
    }
}

/// A value without the dust of binary fractions: 0.07 × 100 is 7.
fn shown(value: f64) -> String {
    let rounded = (value * 1e9).round() / 1e9;
    rounded.to_string()
}
