//! Choosing and ordering the slides, with the keyboard alone if need be.

use leptos::html::Select;
use leptos::prelude::*;

use super::deck::Deck;
use super::slides::slide_title;
use crate::app::components::code::ShowCode;
use crate::app::components::share::CopyLink;
use crate::app::state::State;
use crate::app::talk::{self, Slide};
use crate::browser::look;
use crate::text;

/// Opens the panel and goes to its heading.
pub fn show(open: RwSignal<bool>) {
    open.set(true);
    request_animation_frame(|| look::focus(".present-panel h2"));
}

/// Closes the panel and goes back to the button that opened it.
pub fn close(open: RwSignal<bool>) {
    open.set(false);
    look::focus("#present-choose");
}

/// The panel beside the slide.
#[component]
pub fn Panel(deck: Deck, open: RwSignal<bool>) -> impl IntoView {
    let state = State::get();
    // What a change did, for those who do not see the list.
    let said = RwSignal::new(String::new());
    view! {
        <section class="present-panel" aria-label=move || state.say("选择幻灯片", "Choose slides")>
            <div class="present-row">
                <h2 tabindex="-1">{move || state.say("选择幻灯片", "Choose slides")}</h2>
                <button type="button" on:click=move |_| close(open)>{move || state.say("完成", "Done")}</button>
            </div>
            <AddSlide deck said />
            <ol class="present-list">
                {move || {
                    let slides = deck.slides();
                    let last = slides.len() - 1;
                    let row = |(at, slide)| view! { <Row deck said slide at last /> };
                    slides.into_iter().enumerate().map(row).collect_view()
                }}
            </ol>
            <div class="row">
                <button type="button" on:click=move |_| {
                    deck.choose(deck.default_slides());
                    said.set(state.say("已恢复原来的幻灯片。", "The slides are as they were.").to_owned());
                }>
                    {move || state.say("恢复原样", "Start over")}
                </button>
                <CopyLink />
                <ShowCode />
            </div>
            <p class="visually-hidden" role="status">{move || said.get()}</p>
        </section>
    }
}

/// Adds a slide after the one shown.
#[component]
fn AddSlide(deck: Deck, said: RwSignal<String>) -> impl IntoView {
    let state = State::get();
    let select = NodeRef::<Select>::new();
    let add = move |_| {
        let chosen = select
            .get_untracked()
            .and_then(|select| Slide::from_slug(&select.value()));
        let Some(slide) = chosen else { return };
        let mut slides = untrack(|| deck.slides());
        let at = untrack(|| deck.at()) + 1;
        let title = slide_title(state, &slide);
        slides.insert(at.min(slides.len()), slide);
        deck.choose(slides);
        deck.go(at);
        said.set(text::slides::added(&title, at + 1, state.lang()));
    };
    view! {
        <div class="present-row">
            <select node_ref=select aria-label=move || state.say("要加入的幻灯片", "Slide to add")>
                {move || options(state, &deck.slides())}
            </select>
            <button type="button" on:click=add>{move || state.say("加入", "Add")}</button>
        </div>
    }
}

/// Every slide that is not among those shown: the default ones left out, then the goals by field.
fn options(state: State, shown: &[Slide]) -> impl IntoView + use<> {
    let option = |slide: Slide| {
        let missing = !shown.contains(&slide);
        missing.then(|| view! { <option value=slide.slug()>{slide_title(state, &slide)}</option> })
    };
    let defaults = talk::every_slide(state.catalogue)
        .into_iter()
        .map(option)
        .collect_view();
    let fields = state.catalogue.fields().map(|field| {
        let goals = field
            .goals
            .iter()
            .map(|goal| option(Slide::Goal(goal.id)))
            .collect_view();
        view! { <optgroup label=state.lang().pick(&field.name, &field.english).to_owned()>{goals}</optgroup> }
    });
    (defaults, fields.collect_view())
}

/// One slide of the list, to go to, to move and to leave out.
#[component]
fn Row(deck: Deck, said: RwSignal<String>, slide: Slide, at: usize, last: usize) -> impl IntoView {
    let state = State::get();
    let title = slide_title(state, &slide);
    let named = |zh, en| text::slides::button(state.say(zh, en), &title, state.lang());
    let move_to = move |to: usize, button: &'static str| {
        let mut slides = untrack(|| deck.slides());
        slides.swap(at, to);
        deck.choose(slides);
        said.set(text::slides::moved(to + 1, state.lang()));
        // The list is made anew: the focus goes to where the slide went, to a button that can be pressed.
        let button = match (to == 0, to == last) {
            (true, _) => "down",
            (_, true) => "up",
            _ => button,
        };
        request_animation_frame(move || look::focus(&format!("#slide-{to}-{button}")));
    };
    let leave_out = move |_| {
        let mut slides = untrack(|| deck.slides());
        slides.remove(at);
        deck.choose(slides);
        said.set(state.say("已去掉一张。", "Left one out.").to_owned());
        request_animation_frame(move || {
            look::focus(&format!("#slide-{}-go", at.min(last.saturating_sub(1))));
        });
    };
    view! {
        <li>
            <button
                type="button"
                class="plain present-go"
                id=format!("slide-{at}-go")
                aria-current=move || (deck.at() == at).then_some("true")
                on:click=move |_| deck.go(at)
            >
                {format!("{}. {title}", at + 1)}
            </button>
            <button
                type="button"
                id=format!("slide-{at}-up")
                aria-label=named("上移", "Move up")
                disabled=at == 0
                on:click=move |_| move_to(at - 1, "up")
            >
                "↑"
            </button>
            <button
                type="button"
                id=format!("slide-{at}-down")
                aria-label=named("下移", "Move down")
                disabled=at == last
                on:click=move |_| move_to(at + 1, "down")
            >
                "↓"
            </button>
            <button type="button" aria-label=named("去掉", "Leave out") disabled=last == 0 on:click=leave_out>
                "✕"
            </button>
        </li>
    }
}
