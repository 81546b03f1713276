//! The search for an area, in a dialog: by its Chinese or English name, or any other that files use for it.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::choose;
use super::groups::{grouped, in_both_languages};
use crate::app::components::dialog::Dialog;
use crate::app::state::State;
use crate::browser::letters::lower_case;
use crate::browser::look;
use crate::text::search::areas;

const ID: &str = "areas";

/// As many areas as are listed at once.
const MOST: usize = 100;

/// Opens the dialog, looking for nothing yet.
pub(super) fn open(words: RwSignal<Option<String>>) {
    words.set(Some(String::new()));
    look::open_dialog(ID);
    look::focus("#areas input");
}

/// The dialog.
#[component]
pub(super) fn AreaSearch(
    /// What is looked for; none until the dialog was opened once.
    words: RwSignal<Option<String>>,
) -> impl IntoView {
    let state = State::get();
    let found = Memo::new(move |_| {
        words
            .get()
            .map(|words| matching(state, &words))
            .unwrap_or_default()
    });
    let go = move |area: String| {
        look::close_dialog();
        choose(state, area);
    };
    let first = move |event: SubmitEvent| {
        event.prevent_default();
        let first = grouped(state, found.get_untracked()).into_iter().next();
        if let Some(area) = first.and_then(|(_, areas)| areas.into_iter().next()) {
            go(area);
        }
    };
    let list = move || {
        let shown: Vec<String> = found.get().into_iter().take(MOST).collect();
        let button = move |area: String| {
            let name = in_both_languages(state, &area);
            let current = (state.area() == area).then_some("true");
            view! {
                <li>
                    <button type="button" class="plain" aria-current=current on:click=move |_| go(area.clone())>
                        {name}
                    </button>
                </li>
            }
        };
        let groups = grouped(state, shown).into_iter().map(|(group, areas)| {
            view! {
                <section>
                    <h3>{group.name(state)}</h3>
                    <ul>{areas.into_iter().map(button).collect_view()}</ul>
                </section>
            }
        });
        groups.collect_view()
    };
    view! {
        <Dialog id=ID class="areas" title=Signal::derive(move || state.say("查找地区", "Search the areas"))>
            <form role="search" on:submit=first>
                <label>
                    <span class="visually-hidden">{move || state.say("地区名称", "Name of an area")}</span>
                    <input
                        type="search"
                        placeholder=move || state.say("中文或英文名称", "A Chinese or English name")
                        prop:value=move || words.get().unwrap_or_default()
                        on:input:target=move |event| words.set(Some(event.target().value()))
                    />
                </label>
            </form>
            <p class="muted small" role="status">{move || areas(found.with(Vec::len), MOST, state.lang())}</p>
            {list}
        </Dialog>
    }
}

/// The areas of which any name holds the words.
fn matching(state: State, words: &str) -> Vec<String> {
    let words = lower_case(words.trim());
    let holds = |name: &str| lower_case(name).contains(&words);
    let mut areas = state.areas();
    areas.retain(|area| match state.catalogue.area(area) {
        Some(known) => holds(area) || holds(&known.english) || known.aliases.iter().any(|name| holds(name)),
        None => holds(area),
    });
    areas
}
