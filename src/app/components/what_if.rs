//! 如果换个速度: another pace from now on, step by step, and where it leads.

use leptos::prelude::*;

use crate::app::plots::subject;
use crate::app::state::State;
use crate::assess::{Judged, WhatIf};
use crate::browser::look;
use crate::text::{least_sentence, what_if_sentence, yearly_words};

/// As many steps as lead away from the pace there is.
const MOST_STEPS: i32 = 200;

/// The stepper on a slide, which the keys + and − press, too.
pub fn what_if_by_key(state: State, item: &Judged, area: &str) -> Option<impl IntoView + use<>> {
    let steps = RwSignal::new(0);
    let stepper = stepper(state, item, area, steps)?;
    look::on_key(move |event| {
        let by = match event.key().as_str() {
            "+" | "=" => 1,
            "-" | "−" => -1,
            _ => return,
        };
        take(steps, by);
        event.prevent_default();
    });
    Some(stepper)
}

/// The stepper of a target that is not met yet; nothing for others.
pub fn what_if(state: State, item: &Judged, area: &str) -> Option<impl IntoView + use<>> {
    stepper(state, item, area, RwSignal::new(0))
}

fn take(steps: RwSignal<i32>, by: i32) {
    steps.update(|steps| *steps = (*steps + by).clamp(-MOST_STEPS, MOST_STEPS));
}

fn stepper(state: State, item: &Judged, area: &str, steps: RwSignal<i32>) -> Option<impl IntoView + use<>> {
    let question = WhatIf::of(&item.assessment, item.indicator.limit)?;
    let (step, first) = (question.step(), question.first(&item.assessment));
    let judged = StoredValue::new((item.clone(), state.area_name(area)));
    let yearly = move || first + f64::from(steps.get()) * step;
    let words = move || {
        judged.with_value(|(item, area)| {
            yearly_words(yearly(), step, &subject(state, item, area), state.lang())
        })
    };
    let outcome = move || {
        judged.with_value(|(item, area)| {
            what_if_sentence(&question, yearly(), &subject(state, item, area), state.lang())
        })
    };
    let least = move || {
        judged.with_value(|(item, area)| least_sentence(&question, &subject(state, item, area), state.lang()))
    };
    let go = move |by: i32| move |_| take(steps, by);
    Some(view! {
        <section class="stack tight ruled what-if" aria-label=state.say("如果换个速度", "What if the pace changed")>
            <h3>{state.say("如果换个速度", "What if the pace changed")}</h3>
            <p class="row">
                <span>{state.say("每年", "A year:")}</span>
                <span class="stepper">
                    <button type="button" aria-label=state.say("数值每年少一些", "Less a year") on:click=go(-1)>"−"</button>
                    <span class="pace">{words}</span>
                    <button type="button" aria-label=state.say("数值每年多一些", "More a year") on:click=go(1)>"+"</button>
                </span>
                <strong role="status">{outcome}</strong>
            </p>
            <p class="muted small">{least}</p>
        </section>
    })
}
