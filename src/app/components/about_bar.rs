//! Which area and which year every verdict is about, to be chosen in the top bar; and below it a line of what a visitor
//! must know of what is shown: that it is invented, or judged by cut-offs of their own.

use leptos::prelude::*;

use super::area::AreaSwitch;
use super::cutoffs::{ChangedCutOffs, are_changed};
use super::example_mark::ExampleMark;
use crate::app::route::Page;
use crate::app::state::State;
use crate::text::files::without_area;
use crate::text::year_alone;

/// Area and year, both to be chosen here.
#[component]
pub fn AboutSwitches() -> impl IntoView {
    let state = State::get();
    view! {
        <div class="about" role="group" aria-label=move || state.say("评判的地区和年份", "Area and year judged")>
            <AreaSwitch />
            <YearSwitch />
        </div>
    }
}

/// What has to be known of what is shown; nothing where nothing has.
#[component]
pub fn AboutBar() -> impl IntoView {
    let state = State::get();
    let told = move || {
        state.preferences.example() || state.is_example() || are_changed(state) || !assumed(state).is_empty()
    };
    view! {
        <Show when=told>
            <section class="about-bar" aria-label=move || state.say("关于所示内容", "About what is shown")>
                <div class="about-inner">
                    <Show when=move || state.is_example()>
                        <ExampleMark />
                    </Show>
                    <Show when=move || state.preferences.example()>
                        <button type="button" class="plain" on:click=move |_| state.drop_example()>
                            {move || state.say("移除示例", "Remove the example")}
                        </button>
                    </Show>
                    <ChangedCutOffs />
                    <Assumed />
                </div>
            </section>
        </Show>
    }
}

/// The files whose figures were taken for the area shown though nothing in them says so.
fn assumed(state: State) -> Vec<String> {
    let area = state.area();
    state.session.files.with(|files| {
        let assumed = files
            .iter()
            .filter(|file| file.log.assumed_area.as_ref() == Some(&area));
        assumed.map(|file| file.name.clone()).collect()
    })
}

/// Names those files, until it is confirmed.
#[component]
fn Assumed() -> impl IntoView {
    let state = State::get();
    let files = move || assumed(state);
    view! {
        <Show when=move || !files().is_empty()>
            <p class="assumed">
                {move || without_area(&files(), &state.area_name(&state.area()), state.lang())}
                <a href=move || state.href(Page::Data)>{move || state.say("去确认", "Confirm")}</a>
            </p>
        </Show>
    }
}

#[component]
fn YearSwitch() -> impl IntoView {
    let state = State::get();
    let newest = move || {
        state
            .session
            .collection
            .with(|collection| collection.newest_year(&state.area()))
    };
    let options = move || {
        let chosen = state.year();
        let newest = newest();
        let oldest = state.catalogue.base_year;
        let label = move |year| year_alone(year, state.lang());
        let newest_option = newest.map_or_else(|| state.say("无数据", "no data").to_owned(), label);
        let last = newest.unwrap_or(oldest).max(chosen.unwrap_or(oldest));
        let years = (oldest..=last).rev().filter(move |year| newest != Some(*year));
        let year_option = move |year| {
            view! { <option value=year.to_string() selected=chosen == Some(year)>{label(year)}</option> }
        };
        (
            view! { <option value="" selected=chosen.is_none()>{newest_option}</option> },
            years.map(year_option).collect_view(),
        )
    };
    let choose = move |year: String| state.choose(|address| address.year = year.parse().ok());
    view! {
        <label>
            <span class="visually-hidden">{move || state.say("截至", "As of")}</span>
            <select on:change:target=move |event| choose(event.target().value())>{options}</select>
        </label>
    }
}
