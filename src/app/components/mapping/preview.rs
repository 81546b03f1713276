//! What would come of the answers: how much more or less is taken, and which verdicts change.

use leptos::prelude::*;

use super::Draft;
use crate::app::answers::changes;
use crate::app::state::State;
use crate::import::Log;
use crate::text::mapping::{outcome, verdict, verdicts};

/// So many changed verdicts are named.
const MOST: usize = 5;

/// The sentence about it, or that it is being worked out.
pub fn preview(state: State, id: &str, now: &Log, draft: Draft) -> impl IntoView + use<> {
    let lang = state.lang();
    draft.read.with(|read| match read {
        None => view! { <p>{lang.pick("正在试读……", "Trying it out…")}</p> }.into_any(),
        Some(then) => {
            let changed = changes(state, id, &then.table);
            let named = changed.iter().take(MOST).map(|(goal, before, after)| {
                view! { <li>{verdict(goal, *before, *after, lang)}</li> }
            });
            let named: Vec<_> = named.collect();
            let counts = outcome(now, &then.log, lang);
            view! {
                <div class="notice stack tight">
                    <p>{counts} {lang.pick("", " ")} {verdicts(changed.len(), lang)}</p>
                    {(!named.is_empty()).then(|| view! { <ul>{named}</ul> })}
                </div>
            }
            .into_any()
        }
    })
}
