//! 数据: what became of the files brought, in one sentence and by reason; contradictions to settle; each file with its
//! log; templates, and what can be taken along.

mod carried;
mod conflicts;
mod summary;
mod take_along;
mod templates;

use leptos::prelude::*;

use crate::app::components::bring_catalogue::BringCatalogue;
use crate::app::components::bring_files::BringFiles;
use crate::app::components::file_log::FileLog;
use crate::app::components::later::Later;
use crate::app::components::mapping::Remembered;
use crate::app::components::undo_step::UndoStep;
use crate::app::dataset::Dataset;
use crate::app::route::Page;
use crate::app::state::State;
use crate::import::Digest;

use carried::{Carried, FromHost};
use conflicts::Conflicts;
use summary::{Causes, Summary};
use take_along::{SaveRecords, TakeAlong};
use templates::Templates;

/// The page.
#[component]
pub fn Data() -> impl IntoView {
    let state = State::get();
    super::set_title(move || state.say("数据", "Data").to_owned());
    let digest = Memo::new(move |_| {
        let files = state.session.files;
        files.with(|files| Digest::of(files.iter().map(|file| &*file.log)))
    });
    view! {
        <div class="stack">
            <Summary digest />
            <BringFiles />
            <UndoStep />
            <p class="small">
                <a href=move || state.href(Page::Privacy)>
                    {move || state.say("保存在哪里，怎样备份和恢复", "Where it is kept; backup and restore")}
                </a>
            </p>
        </div>
        <Causes digest />
        <Conflicts />
        <Files />
        <Later>
            <Remembered />
            <TakeAlong />
            <Templates />
            <SaveRecords />
            <BringCatalogue />
            <FromHost />
            <Carried />
        </Later>
    }
}

#[component]
fn Files() -> impl IntoView {
    let state = State::get();
    view! {
        <Show when=move || state.session.files.with(|files| !files.is_empty())>
            <section class="stack tight">
                <h2>{move || state.say("已载入的文件", "Files loaded")}</h2>
                <div class="file-rows">
                    <For
                        each=move || state.session.files.get().into_iter().rev()
                        key=|dataset| dataset.key()
                        children=|dataset: Dataset| view! { <FileLog dataset /> }
                    />
                </div>
            </section>
        </Show>
    }
}
