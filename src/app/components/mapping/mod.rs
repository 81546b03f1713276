//! The step between a file and its figures: the table as it was understood, and each thing that is not sure with what
//! it may mean. The visitor's answers are tried out on the whole file before they count.

mod beginning;
mod doubts;
mod preview;
mod question;
mod remembered;
pub mod words;

pub use remembered::Remembered;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::dataset::Dataset;
use crate::app::loading::Loading;
use crate::app::state::State;
use crate::import::{Import, Mapping};
use crate::text::mapping;

/// What the visitor is about to say of one file, and what would come of it.
#[derive(Clone, Copy)]
struct Draft {
    /// What is said so far.
    said: RwSignal<Mapping>,
    /// What was said before.
    before: StoredValue<Mapping>,
    /// The file as it would be read; none while that is worked out, or nothing has changed.
    read: RwSignal<Option<Import>, LocalStorage>,
}

impl Draft {
    /// Tries out what is said on the file whenever it changes.
    fn start(loading: Loading, id: String, before: Mapping) -> Draft {
        let draft = Draft {
            said: RwSignal::new(before.clone()),
            before: StoredValue::new(before),
            read: RwSignal::new_local(None),
        };
        Effect::new(move |_| {
            let said = draft.said.get();
            draft.read.set(None);
            if !draft.is_changed() {
                return;
            }
            let id = id.clone();
            spawn_local(async move {
                let read = loading.preview(&id, said.clone()).await;
                // Something else may have been said meanwhile, or the visitor has left.
                if draft.said.try_with_untracked(|now| *now == said) == Some(true) {
                    draft.read.try_set(read);
                }
            });
        });
        draft
    }

    /// Whether something is said that was not before.
    fn is_changed(self) -> bool {
        self.said
            .with(|said| self.before.with_value(|before| said != before))
    }

    /// Says something else.
    fn say(self, change: impl FnOnce(&mut Mapping)) {
        self.said.try_update(change);
    }

    /// Takes everything back that was not confirmed.
    fn undo(self) {
        self.said.set(self.before.get_value());
    }
}

/// The step for one file: folded up where nothing is left to ask.
#[component]
pub fn MappingStep(dataset: Dataset) -> impl IntoView {
    let state = State::get();
    let loading = Loading::get();
    let log = StoredValue::new(dataset.log);
    let (shape, open) = log.with_value(|log| (log.shape.clone(), log.open_questions()));
    // Of a file without a table nothing can be said.
    if shape.is_empty() {
        return ().into_any();
    }
    let draft = Draft::start(loading, dataset.id.clone(), loading.answers.of(&shape));
    let title = move || mapping::title(open, state.lang());
    let only_sure = move |_| {
        let mut said = draft.said.get_untracked();
        said.only_sure = true;
        loading.answers.remember(&said);
    };
    let confirm = move |_| loading.answers.remember(&draft.said.get_untracked());
    let label = dataset.name.clone();
    let id = StoredValue::new(dataset.id);
    view! {
        <details class="mapping" open={open > 0}>
            <summary><h4>{title}</h4></summary>
            <section class="stack" aria-label=move || mapping::of_file(&label, state.lang())>
                {(open > 0).then(|| view! {
                    <p class="reading">
                        {move || state.say(
                            "有把握的已经采用。下面每一处选出它的意思，先看会怎样，再确认；也可以只采用有把握的。回答会记住，下一份同样格式的文件照着读。",
                            "What is sure is taken already. Choose what each of these means, see what comes of it, then confirm; or take only what is sure. Your answers are remembered for the next file of this shape.",
                        )}
                    </p>
                    <p>
                        <button type="button" on:click=only_sure>
                            {move || state.say("只采用有把握的", "Take only what is sure")}
                        </button>
                    </p>
                })}
                {move || log.with_value(|log| question::questions(state, log, draft))}
                {move || log.with_value(|log| doubts::doubts(state, log, draft))}
                {move || log.with_value(|log| beginning::tables(state, log, draft))}
                <div role="status">
                    {move || draft.is_changed().then(|| log.with_value(|log| preview::preview(state, &id.get_value(), log, draft)))}
                </div>
                <Show when=move || draft.is_changed()>
                    <p class="row">
                        <button type="button" class="primary" on:click=confirm>
                            {move || state.say("确认并记住", "Confirm and remember")}
                        </button>
                        <button type="button" on:click=move |_| draft.undo()>
                            {move || state.say("撤回这些回答", "Take these answers back")}
                        </button>
                    </p>
                </Show>
            </section>
        </details>
    }
    .into_any()
}
