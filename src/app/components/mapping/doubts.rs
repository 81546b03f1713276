//! Values that were taken with a question: each is confirmed, or withdrawn.

use leptos::prelude::*;

use super::Draft;
use crate::app::state::State;
use crate::import::{Doubt, Log};
use crate::text::mapping::in_doubt;

/// At most so many are listed; the downloaded log has all.
const MOST: usize = 100;

/// Every value in doubt.
pub fn doubts(state: State, log: &Log, draft: Draft) -> Option<impl IntoView + use<>> {
    let all = log.doubts.len();
    let items: Vec<_> = log
        .doubts
        .iter()
        .take(MOST)
        .map(|doubt| one(state, doubt, draft))
        .collect();
    let title = in_doubt(all, state.lang());
    (all > 0).then(|| view! { <h5>{title}</h5> <ul class="questions">{items}</ul> })
}

fn one(state: State, doubt: &Doubt, draft: Draft) -> impl IntoView + use<> {
    let lang = state.lang();
    let sentence = format!(
        "{} · {}",
        state.indicator_name(&doubt.indicator),
        doubt.message(state.catalogue, lang)
    );
    let right = StoredValue::new(doubt.said(true));
    let said = Memo::new(move |_| {
        draft.said.with(|said| {
            right.with_value(|right| {
                let same = said.values.iter().find(|known| known.is_same(right));
                same.map(|known| known.right)
            })
        })
    });
    let button = |verdict: bool, label: &'static str| {
        let press = move |_| {
            let mut about = right.get_value();
            about.right = verdict;
            let still = said.get_untracked() != Some(verdict);
            draft.say(|mapping| mapping.judge(about, still));
        };
        view! {
            <button type="button" aria-pressed=move || (said.get() == Some(verdict)).to_string() on:click=press>
                {label}
            </button>
        }
    };
    view! {
        <li class="stack tight">
            <span>{sentence}</span>
            <span class="row">
                {button(true, lang.pick("对，照此采用", "Right, take it so"))}
                {button(false, lang.pick("不对，不采用", "Wrong, do not take it"))}
            </span>
        </li>
    }
}
