//! What a family does with a page of promises: sends it on, prints it, makes it large, has it read aloud.

use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::family_promise::item_of;
use super::share::PrintPage;
use crate::app::state::State;
use crate::assess::Judged;
use crate::browser::echarts::Look;
use crate::browser::{address, download, hand_on, raster};
use crate::catalogue::Stage;
use crate::chart::{CARD, CARD_PROMISES, CardPromise, card};
use crate::text::{plain_number, plain_standing};

/// What is read aloud of a stage, in its order.
const READ: &str = ".stage-page :is(h1, .answer, .promise h2, .figure h3, .promise-facts dd)";

/// The bar.
#[component]
pub fn HandOn(stage: &'static Stage) -> impl IntoView {
    let state = State::get();
    view! {
        <SendOn stage />
        <PrintPage />
        <button
            type="button"
            aria-pressed=move || state.large().to_string()
            on:click=move |_| state.choose_size(!state.large())
        >
            {move || state.say("大字", "Large type")}
        </button>
        <ReadAloud />
    }
}

/// Through the device's own sheet; where it has none, as a picture.
#[component]
fn SendOn(stage: &'static Stage) -> impl IntoView {
    let state = State::get();
    let light = NodeRef::<html::I>::new();
    let said = RwSignal::new("");
    let title = move || state.lang().pick(&stage.name, &stage.english).to_owned();
    let about = move || state.lang().pick(&stage.about, &stage.about_en).to_owned();
    let picture = move || {
        let Some(Look { tokens, .. }) = light.get_untracked().and_then(|host| Look::at(&host)) else {
            return;
        };
        let (title, about, promises) = untrack(|| (title(), about(), promises(state, stage)));
        let svg = card(&title, &about, &promises, &address::whole(), &tokens);
        let (done, failed) = untrack(|| {
            (
                state.say(
                    "图片已交给浏览器下载，可以发给家人。",
                    "The picture is with the browser’s downloads, to send on.",
                ),
                state.say(
                    "图片没能画出来。请复制链接发给家人。",
                    "The picture could not be drawn. Please copy the link instead.",
                ),
            )
        });
        let name = download::file_name(&title, "card", "png");
        spawn_local(async move {
            let outcome = match raster::png(&svg, CARD).await {
                Ok(png) => {
                    download::bytes(&name, "image/png", &png);
                    done
                }
                Err(_) => failed,
            };
            // The visitor may have left the page meanwhile.
            said.try_set(outcome);
        });
    };
    let send = move |_| {
        said.set("");
        if hand_on::can_share() {
            let (title, about) = untrack(|| (title(), about()));
            hand_on::share(title, about, address::whole(), move |opened| {
                if !opened {
                    picture();
                }
            });
        } else {
            picture();
        }
    };
    view! {
        <button type="button" class="primary" on:click=send>
            {move || state.say("发给家人", "Send to family")}
        </button>
        <span class="small" role="status">{move || said.get()}</span>
        <span hidden><span class="chart paper"><i node_ref=light></i></span></span>
    }
}

/// The first promises with a number, those that the area has figures of before the others.
fn promises(state: State, stage: &Stage) -> Vec<CardPromise> {
    let lang = state.lang();
    let board = state.board.get();
    let area = state.area_name(&board.area);
    let items = stage.goals.iter().flat_map(|goal| {
        let figures = stage.figures_of(state.catalogue, *goal);
        figures.filter_map(|indicator| item_of(&board, indicator, *goal))
    });
    let mut items: Vec<&Judged> = items.collect();
    items.sort_by_key(|item| item.assessment.latest().is_none());
    let promise = |item: &Judged| {
        let indicator = &*item.indicator;
        Some(CardPromise {
            name: indicator.name_in(lang).to_owned(),
            number: plain_number(indicator, &item.target, lang)?,
            standing: plain_standing(indicator, &item.target, &item.assessment, &area, lang),
        })
    };
    items
        .into_iter()
        .filter_map(promise)
        .take(CARD_PROMISES)
        .collect()
}

/// Reads the page aloud, and stops; nothing where the device has no voice.
#[component]
fn ReadAloud() -> impl IntoView {
    let state = State::get();
    let reading = RwSignal::new(false);
    let toggle = move |_| {
        if reading.get_untracked() {
            hand_on::quiet();
            reading.set(false);
        } else {
            reading.set(true);
            // The visitor may have left the page when the last word is read.
            let ended = move || {
                reading.try_set(false);
            };
            hand_on::speak(READ, state.lang().tag(), ended);
        }
    };
    on_cleanup(hand_on::quiet);
    hand_on::can_speak().then(|| {
        view! {
            <button type="button" aria-pressed=move || reading.get().to_string() on:click=toggle>
                {move || match reading.get() {
                    true => state.say("停止朗读", "Stop reading"),
                    false => state.say("朗读", "Read aloud"),
                }}
            </button>
        }
    })
}
