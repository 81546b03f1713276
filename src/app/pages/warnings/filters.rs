//! Which warnings are shown: a kind, a field, and where a file names them a responsible agency.

use leptos::prelude::*;

use super::Shown;
use crate::app::choices::{Listed, WarningFilter};
use crate::app::components::agencies::all_agencies;
use crate::app::components::field_options::field_options;
use crate::app::route::Page;
use crate::app::state::State;
use crate::text::{missing_word, warning_word};

/// The choices; the address carries them.
#[component]
pub(super) fn Filters(
    /// What is chosen.
    filter: Memo<WarningFilter>,
    /// The warnings of every kind within the other choices.
    every_kind: Memo<Shown>,
) -> impl IntoView {
    let state = State::get();
    let has_agencies =
        move || filter.with(|filter| filter.agency.is_some()) || !all_agencies(state).is_empty();
    let choose_field = move |field: String| {
        choose(state, |filter| {
            filter.field = Some(field).filter(|field| !field.is_empty());
        });
    };
    let choose_agency = move |agency: String| {
        choose(state, |filter| {
            filter.agency = Some(agency).filter(|agency| !agency.is_empty());
        });
    };
    view! {
        <nav class="row" aria-label=move || state.say("按类型筛选", "Filter by kind")>
            {move || kinds(state, &filter.get(), every_kind)}
        </nav>
        <p class="row">
            <label class="pick">
                {move || state.say("领域", "Field")}
                <select on:change:target=move |event| choose_field(event.target().value())>
                    {move || field_options(state, filter.with(|filter| filter.field.clone()))}
                </select>
            </label>
            <Show when=has_agencies>
                <label class="pick">
                    {move || state.say("责任单位", "Responsible agency")}
                    <select on:change:target=move |event| choose_agency(event.target().value())>
                        {move || agencies(state, filter.with(|filter| filter.agency.clone()))}
                    </select>
                </label>
            </Show>
        </p>
    }
}

fn choose(state: State, change: impl FnOnce(&mut WarningFilter)) {
    state.choose(|address| {
        if let Page::Warnings(filter) = &mut address.page {
            change(filter);
        }
    });
}

/// Kinds with their counts, which add up to the first.
fn kinds(state: State, chosen: &WarningFilter, every_kind: Memo<Shown>) -> impl IntoView + use<> {
    let link = |kind: Option<Listed>, word: &'static str, count: usize| {
        let page = Page::Warnings(WarningFilter {
            kind,
            ..chosen.clone()
        });
        let current = (chosen.kind == kind).then_some("true");
        view! { <a class="button" href=state.href(page) aria-current=current>{word} " " {count}</a> }
    };
    let all = link(None, state.say("全部", "All"), every_kind.with(Shown::warnings));
    let kinds = Listed::all().map(|kind| (kind, every_kind.with(|shown| shown.count(kind))));
    let shown = kinds.filter(|(kind, count)| *count > 0 || chosen.kind == Some(*kind));
    let word = |kind| match kind {
        Listed::Warnings(kind) => warning_word(kind, state.lang()),
        Listed::Missing => missing_word(state.lang()),
    };
    let links = shown.map(|(kind, count)| link(Some(kind), word(kind), count));
    (all, links.collect_view())
}

fn agencies(state: State, chosen: Option<String>) -> impl IntoView {
    let option = |agency: String| {
        let selected = chosen.as_ref() == Some(&agency);
        view! { <option value=agency.clone() selected=selected>{agency.clone()}</option> }
    };
    let mut names = all_agencies(state);
    // A link may name an agency whose file is not loaded.
    names.extend(chosen.clone().filter(|agency| !names.contains(agency)));
    (
        view! { <option value="" selected=chosen.is_none()>{state.say("全部单位", "All agencies")}</option> },
        names.into_iter().map(option).collect_view(),
    )
}
