//! The page for an address that names nothing.

use leptos::prelude::*;

use crate::app::route::Page;
use crate::app::state::State;

/// Says what was asked for and where to go instead.
#[component]
pub fn Unknown(path: String) -> impl IntoView {
    let state = State::get();
    super::set_title(move || state.say("没有这个页面", "No such page").to_owned());
    view! {
        <div class="stack">
            <h1 tabindex="-1">{move || state.say("没有这个页面", "No such page")}</h1>
            <p class="reading">
                {move || state.say("地址里的", "The address ")}
                <code>{path.clone()}</code>
                {move || state.say(
                    "没有对应的页面，可能是链接不完整。",
                    " leads to no page; the link may be incomplete.",
                )}
            </p>
            <p class="row">
                <a class="button primary" href=move || state.href(Page::Overview)>
                    {move || state.say("回到总览", "Go to the overview")}
                </a>
                <a class="button" href=move || state.href(Page::Search(String::new()))>
                    {move || state.say("搜索", "Search")}
                </a>
            </p>
        </div>
    }
}
