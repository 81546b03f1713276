//! Handing a page on: its link, and paper.

use leptos::prelude::*;

use crate::app::state::State;
use crate::browser::{address, clipboard, print};

/// Copies the link to what is shown, or another one, and says that it has.
#[component]
pub fn CopyLink(
    /// The link, where it is not that of the address bar.
    #[prop(optional)]
    link: Option<RwSignal<String>>,
) -> impl IntoView {
    let state = State::get();
    // None before the first try; then whether it worked.
    let copied = RwSignal::new(None::<bool>);
    let copy = move |_| {
        // Said anew each time, so that a second try is heard too.
        copied.set(None);
        let link = link.map_or_else(address::whole, |link| link.get_untracked());
        clipboard::copy(link, move |done| {
            // The visitor may have left the page when the browser answers.
            copied.try_set(Some(done));
        });
    };
    let said = move || match copied.get() {
        Some(true) => state.say("链接已复制，可以粘贴给别人。", "Link copied; paste it to share."),
        Some(false) => state.say(
            "没能复制。请复制浏览器地址栏里的网址。",
            "Could not copy. Please copy the address above the page.",
        ),
        None => "",
    };
    view! {
        <button type="button" on:click=copy>{move || state.say("复制链接", "Copy link")}</button>
        <span class="small" role="status">{said}</span>
    }
}

/// Opens the browser's sheet for printing.
#[component]
pub fn PrintPage() -> impl IntoView {
    let state = State::get();
    view! {
        <button type="button" on:click=|_| print::page()>{move || state.say("打印", "Print")}</button>
    }
}
