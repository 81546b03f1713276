//! 与我有关: pick a stage of life.

use leptos::prelude::*;

use crate::app::route::Page;
use crate::app::state::State;
use crate::catalogue::Stage;
use crate::text::family::promised;

/// The page.
#[component]
pub fn Family() -> impl IntoView {
    let state = State::get();
    super::set_title(move || state.say("与我有关", "For your family").to_owned());
    view! {
        <div class="stack">
            <h1 tabindex="-1">{move || state.say("与我有关", "For your family")}</h1>
            <p class="answer">{move || state.say(
                "您家现在是哪个阶段？选一个，看这座城市答应了什么，做到了哪一步，还有什么不知道。",
                "Where is your family now? Pick a stage and read what the city promised, how far it is, and what nobody knows yet.",
            )}</p>
        </div>
        <Show
            when=move || !state.catalogue.stages.is_empty()
            fallback=move || view! {
                <p class="reading">
                    {move || state.say(
                        "这座城市的目标还没有按人生阶段整理。可以先按领域看：",
                        "Nobody has sorted this city’s goals by stage of life yet. They can be read by field: ",
                    )}
                    <a href=move || state.href(Page::Fields(None))>{move || state.say("领域", "Fields")}</a>
                </p>
            }
        >
            <StageList but="" />
        </Show>
    }
}

/// Links to the stages of life.
#[component]
pub fn StageList(
    /// Id of the stage to leave out; empty for none.
    #[prop(into)]
    but: String,
) -> impl IntoView {
    let state = State::get();
    let stages = state.catalogue.stages.iter().filter(|stage| stage.id != but);
    let item = |stage: &'static Stage| {
        let page = Page::Family(Some(stage.id.clone()));
        view! {
            <li>
                <a class="stage-link" href=move || state.href(page.clone())>
                    <strong>{move || state.lang().pick(&stage.name, &stage.english).to_owned()}</strong>
                    <span class="stage-about">{move || state.lang().pick(&stage.about, &stage.about_en).to_owned()}</span>
                    <span class="muted small">{move || promised(stage.goals.len(), state.lang())}</span>
                </a>
            </li>
        }
    };
    view! { <ul class="stage-list">{stages.map(item).collect_view()}</ul> }
}
