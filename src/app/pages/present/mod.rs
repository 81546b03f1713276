//! 演示: slides for a meeting, made from the area and year shown. The frame around the slide, the keys and the
//! controls; [`deck`] knows which slides there are, [`slides`] draws one, [`panel`] lets the speaker choose.

mod deck;
mod panel;
mod slides;
mod urgent;

use leptos::ev::{KeyboardEvent, PointerEvent};
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::app::components::example_mark::ExampleMark;
use crate::app::state::State;
use crate::browser::{fullscreen, look, print};
use crate::text;

use deck::Deck;
use panel::Panel;
use slides::{SlideBody, slide_title};

/// The page: nothing else is on the screen beside it.
#[component]
pub fn Present() -> impl IntoView {
    let state = State::get();
    let deck = Deck::start(state);
    let open = RwSignal::new(false);
    super::set_title(move || state.say("演示", "Present").to_owned());
    look::on_key(move |event| on_key(event, deck, open));
    // Where the page has the whole screen, Escape gives it back and never reaches the page as a key.
    fullscreen::on_change(move |on| {
        if !on && !deck.stays() && !look::dialog_is_open() {
            escape(deck, open);
        }
    });
    on_cleanup(fullscreen::leave);
    let swipe = Swipe::default();
    view! {
        <section
            class="present"
            aria-roledescription=move || state.say("演示", "presentation")
            aria-label=move || state.say("演示", "Presentation")
            on:pointerdown=move |event| swipe.begin(&event)
            on:pointerup=move |event| swipe.end(&event, deck)
        >
            <h1 tabindex="-1">{move || deck.current().map(|slide| slide_title(state, &slide))}</h1>
            <div class="present-body" tabindex="0">{move || deck.current().map(|slide| view! { <SlideBody slide /> })}</div>
            <Foot deck open />
            <p class="visually-hidden" role="status">{move || announcement(state, deck)}</p>
            <Show when=move || open.get()>
                <Panel deck open />
            </Show>
        </section>
    }
}

fn on_key(event: &KeyboardEvent, deck: Deck, open: RwSignal<bool>) {
    let key = event.key();
    if key == "Escape" {
        escape(deck, open);
        return;
    }
    // A control that has the focus keeps the keys that press it; a panel in use keeps them all.
    let pressing = matches!(key.as_str(), " " | "Enter") && is_control(event);
    if open.get_untracked() || pressing {
        return;
    }
    match key.as_str() {
        "ArrowRight" | "ArrowDown" | "PageDown" | " " | "Enter" if !event.shift_key() => deck.forward(),
        "ArrowLeft" | "ArrowUp" | "PageUp" | " " | "Backspace" => deck.back(),
        "Home" => deck.go(0),
        "End" => deck.go(usize::MAX),
        "f" | "F" => toggle_fullscreen(deck),
        "c" | "C" if is_plain(event) => deck.next_area(),
        "p" | "P" if is_plain(event) => print::page(),
        _ => return,
    }
    event.prevent_default();
}

/// Closes the panel where it is open, else ends the talk.
fn escape(deck: Deck, open: RwSignal<bool>) {
    if open.get_untracked() {
        panel::close(open);
    } else {
        deck.leave();
    }
}

/// Whether no other key is held: the browser's own keys stay its own.
fn is_plain(event: &KeyboardEvent) -> bool {
    !event.ctrl_key() && !event.meta_key() && !event.alt_key()
}

fn is_control(event: &KeyboardEvent) -> bool {
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    target.is_some_and(|element| matches!(element.tag_name().as_str(), "A" | "BUTTON" | "SUMMARY"))
}

fn toggle_fullscreen(deck: Deck) {
    if fullscreen::is_on() {
        deck.stay();
        fullscreen::leave();
    } else {
        fullscreen::enter();
    }
}

fn announcement(state: State, deck: Deck) -> String {
    let (at, count) = (deck.at() + 1, deck.count());
    let title = deck
        .current()
        .map(|slide| slide_title(state, &slide))
        .unwrap_or_default();
    text::slides::shown(at, count, &title, state.lang())
}

/// What the slides rest on, how far the talk is, and the buttons that do what the keys do.
#[component]
fn Foot(deck: Deck, open: RwSignal<bool>) -> impl IntoView {
    let state = State::get();
    let about = move || {
        let board = state.board.get();
        text::slides::about(&state.area_name(&board.area), board.as_of, state.lang())
    };
    let share = move || {
        format!(
            "{:.2}%",
            100.0 * (deck.at() + 1) as f64 / deck.count().max(1) as f64
        )
    };
    view! {
        <div class="present-foot">
            <p class="present-about">
                {about}
                <Show when=move || state.is_example()>
                    <ExampleMark />
                </Show>
            </p>
            <div class="present-controls" role="group" aria-label=move || state.say("控制", "Controls")>
                <button type="button" disabled=move || deck.at() == 0 on:click=move |_| deck.back()>
                    {move || state.say("上一张", "Back")}
                </button>
                <span class="present-count" aria-hidden="true">{move || format!("{} / {}", deck.at() + 1, deck.count())}</span>
                <button type="button" disabled=move || deck.is_last() on:click=move |_| deck.forward()>
                    {move || state.say("下一张", "Next")}
                </button>
                <button
                    type="button"
                    id="present-choose"
                    aria-expanded=move || open.get().to_string()
                    on:click=move |_| if open.get_untracked() { panel::close(open) } else { panel::show(open) }
                >
                    {move || state.say("选页", "Slides")}
                </button>
                <button type="button" title="C" on:click=move |_| deck.next_area()>
                    {move || state.say("换县区", "Next area")}
                </button>
                <button type="button" title="P" on:click=|_| print::page()>
                    {move || state.say("打印", "Print")}
                </button>
                <button type="button" title="F" on:click=move |_| toggle_fullscreen(deck)>
                    {move || state.say("全屏", "Full screen")}
                </button>
                <button type="button" title="Esc" on:click=move |_| deck.leave()>
                    {move || state.say("退出", "Leave")}
                </button>
            </div>
            <div class="present-progress" aria-hidden="true"><span style:width=share></span></div>
        </div>
    }
}

/// A finger drawn across the slide.
#[derive(Clone, Copy)]
struct Swipe(StoredValue<Option<(i32, i32)>>);

impl Default for Swipe {
    fn default() -> Self {
        Swipe(StoredValue::new(None))
    }
}

impl Swipe {
    /// Shorter movements are taps.
    const LEAST: i32 = 60;

    fn begin(self, event: &PointerEvent) {
        let touch = event.pointer_type() != "mouse";
        self.0
            .set_value(touch.then(|| (event.client_x(), event.client_y())));
    }

    fn end(self, event: &PointerEvent, deck: Deck) {
        let Some((x, y)) = self.0.get_value() else { return };
        self.0.set_value(None);
        let (across, along) = (event.client_x() - x, event.client_y() - y);
        if across.abs() < Self::LEAST || across.abs() < along.abs() {
            return;
        }
        if across < 0 { deck.forward() } else { deck.back() }
    }
}
