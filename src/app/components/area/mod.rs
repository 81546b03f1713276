//! Which area every verdict is about: a list in groups, and a search for where the list is long.

mod groups;
mod search;

use leptos::prelude::*;

use crate::app::state::State;
use groups::{AreaGroup, grouped, in_both_languages};
use search::AreaSearch;

/// The value of the choice that opens the search: no area's name has a line break.
const SEARCH: &str = "\n";

/// As many of the areas that only files name as the list shows; the search finds them all.
const MOST_OTHERS: usize = 50;

/// The list of areas, and the dialog that searches them.
#[component]
pub fn AreaSwitch() -> impl IntoView {
    let state = State::get();
    let words = RwSignal::new(None::<String>);
    let options = move || {
        let chosen = state.area();
        let mut areas = state.areas();
        if !areas.contains(&chosen) {
            // A link may name an area that no loaded file speaks of: it is shown, with no data.
            areas.push(chosen.clone());
        }
        let groups = grouped(state, areas).into_iter();
        groups
            .map(|(group, areas)| options_of(state, group, &areas, &chosen))
            .collect_view()
    };
    let change = move |event: leptos::ev::Targeted<leptos::ev::Event, web_sys::HtmlSelectElement>| {
        let select = event.target();
        match select.value() {
            value if value == SEARCH => {
                select.set_value(&state.area());
                search::open(words);
            }
            area => choose(state, area),
        }
    };
    view! {
        <label>
            <span class="visually-hidden">{move || state.say("地区", "Area")}</span>
            <select on:change:target=change>
                {options}
                <option value=SEARCH>{move || state.say("查找地区……", "Search the areas…")}</option>
            </select>
        </label>
        <AreaSearch words />
    }
}

/// The areas of a group, under its name; the one chosen by its short name, which is what the closed list shows.
fn options_of(state: State, group: AreaGroup, areas: &[String], chosen: &String) -> impl IntoView + use<> {
    let most = match group {
        AreaGroup::Others => MOST_OTHERS,
        _ => areas.len(),
    };
    let shown = areas
        .iter()
        .enumerate()
        .filter(|(at, area)| *at < most || *area == chosen);
    let option = |area: &String| {
        let selected = area == chosen;
        let name = match selected {
            true => state.area_name(area),
            false => in_both_languages(state, area),
        };
        view! { <option value=area.clone() selected=selected>{name}</option> }
    };
    let options: Vec<_> = shown.map(|(_, area)| option(area)).collect();
    view! { <optgroup label=group.name(state)>{options}</optgroup> }
}

/// Shows another area, up to its newest year.
fn choose(state: State, area: String) {
    state.choose(|address| {
        address.area = (area != state.catalogue.own_area()).then_some(area);
        address.year = None;
    });
}
