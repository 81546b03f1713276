//! Figures that a link carries: what they are is told before anything is shown or kept.

use std::collections::BTreeSet;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::dataset::Dataset;
use crate::app::loading::Loading;
use crate::app::state::State;
use crate::browser::packed;
use crate::observation::Observation;
use crate::text::link;

/// What a link carries.
#[derive(Clone, Debug, PartialEq)]
enum Offer {
    /// Figures, as their table and as they are read.
    Figures(String, Dataset),
    /// Something that cannot be read.
    Unreadable,
}

/// The question what is to become of them; nothing where the link carries none.
#[component]
pub fn LinkFigures() -> impl IntoView {
    let state = State::get();
    let loading = Loading::get();
    let offer = RwSignal::new(None::<Offer>);
    let packed = Memo::new(move |_| state.navigation.address.with(|address| address.figures.clone()));
    Effect::new(move |_| {
        let Some(packed) = packed.get() else { return };
        // Once they are read the address is that of the page alone.
        state.choose(|address| address.figures = None);
        spawn_local(async move {
            let found = read(state, loading, &packed).await;
            offer.try_set(Some(found));
        });
    });
    let view = move || {
        offer.get().map(|found| match found {
            Offer::Unreadable => unreadable(state, offer).into_any(),
            Offer::Figures(table, dataset) => figures(state, loading, offer, table, dataset).into_any(),
        })
    };
    view! { <div role="status">{view}</div> }
}

async fn read(state: State, loading: Loading, packed: &str) -> Offer {
    let name = untrack(|| name(state));
    let Some(table) = packed::unpack(packed).await else {
        return Offer::Unreadable;
    };
    match loading.look_at(name, &table).await {
        Some(dataset) => Offer::Figures(table, dataset),
        None => Offer::Unreadable,
    }
}

fn name(state: State) -> &'static str {
    state.say("链接里的数值.csv", "figures of a link.csv")
}

fn unreadable(state: State, offer: RwSignal<Option<Offer>>) -> impl IntoView {
    view! {
        <section class="keeping small" aria-label=state.say("链接里的数值", "Figures of the link")>
            <p>
                {state.say(
                    "链接里带的数值读不出来：链接可能被截断了。请让发来的人重新复制，或者直接发文件。",
                    "The figures in this link cannot be read: it may have been cut off. Ask whoever sent it to copy it again, or to send the file.",
                )}
            </p>
            <p class="row">
                <button type="button" class="plain" on:click=move |_| offer.set(None)>{state.say("知道了", "Close")}</button>
            </p>
        </section>
    }
}

fn figures(
    state: State,
    loading: Loading,
    offer: RwSignal<Option<Offer>>,
    table: String,
    dataset: Dataset,
) -> impl IntoView {
    let id = dataset.id.clone();
    let is_shown = Memo::new(move |_| {
        state
            .session
            .files
            .with(|files| files.iter().any(|file| file.id == id))
    });
    let told = dataset.clone();
    let shown = dataset.clone();
    let look = move |_| state.session.add_file(shown.clone());
    let id = dataset.id.clone();
    let leave = move |_| {
        state.session.remove_file(&id);
        offer.set(None);
    };
    let id = dataset.id.clone();
    let keep = move |_| {
        let (id, table) = (id.clone(), table.clone());
        let name = untrack(|| name(state));
        offer.set(None);
        spawn_local(async move {
            loading.bring_text(name, &table).await;
            state.session.remove_file(&id);
        });
    };
    view! {
        <section class="keeping small" aria-label=move || state.say("链接里的数值", "Figures of the link")>
            <p>{move || about(state, &told).sentence(is_shown.get(), state.lang())}</p>
            <p class="row">
                {move || (!is_shown.get()).then(|| view! {
                    <button type="button" class="plain" on:click=look.clone()>{state.say("只看这些数", "Just look at them")}</button>
                })}
                <button type="button" class="plain" on:click=keep>
                    {move || state.say("存进这个浏览器", "Keep them in this browser")}
                </button>
                <button type="button" class="plain" on:click=leave>
                    {move || if is_shown.get() { state.say("不看了", "No longer") } else { state.say("不要", "No, thank you") }}
                </button>
            </p>
        </section>
    }
}

/// How many figures of what, where and when.
fn about(state: State, dataset: &Dataset) -> link::Carried {
    let named = |of: &dyn Fn(&Observation<'_>) -> String| {
        let all: BTreeSet<String> = dataset.table.values().map(|value| of(&value)).collect();
        all.into_iter().collect()
    };
    link::Carried {
        count: dataset.log.taken,
        indicators: named(&|value| state.indicator_name(value.indicator)),
        areas: named(&|value| state.area_name(value.area)),
        years: named(&|value| value.year.to_string()),
    }
}
