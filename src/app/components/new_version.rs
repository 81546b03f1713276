//! A new version of the page is offered, never forced: what is open stays as it is until the visitor says so.

use leptos::prelude::*;

use crate::app::state::State;
use crate::browser::offline;

/// A sentence and a button at the foot of the window, once another version is ready.
#[component]
pub fn NewVersion(
    /// Whether this is no moment to offer anything.
    #[prop(into)]
    quiet: Signal<bool>,
) -> impl IntoView {
    let state = State::get();
    let ready = RwSignal::new(false);
    offline::keep(move || {
        ready.try_set(true);
    });
    view! {
        <div role="status">
            <Show when=move || ready.get() && !quiet.get()>
                <div class="new-version row">
                    <span>
                        // What the browser does not keep is gone when the page opens anew.
                        {move || if state.kept.trouble().is_none() {
                            state.say(
                                "有新版本。更新后回到这一页，已载入的文件都在。",
                                "A new version is ready. Updating comes back to this page, with your files.",
                            )
                        } else {
                            state.say(
                                "有新版本。更新后回到这一页；这个浏览器没有保存您的文件，需要重新载入。",
                                "A new version is ready. Updating comes back to this page; this browser has not kept your files, which you will have to load again.",
                            )
                        }}
                    </span>
                    <button type="button" class="primary" on:click=|_| offline::open_new_version()>
                        {move || state.say("更新", "Update")}
                    </button>
                    <button type="button" on:click=move |_| ready.set(false)>
                        {move || state.say("以后再说", "Later")}
                    </button>
                </div>
            </Show>
        </div>
    }
}
