//! 缺项: the indicators without figures, by field, folded so that they do not drown the warnings.

use leptos::prelude::*;

use crate::app::components::promises::item_href;
use crate::app::state::State;
use crate::assess::Judged;
use crate::catalogue::Field;
use crate::text::{alerts, demand};

/// The items without data, in the catalogue's order; nothing where there is none.
pub fn missing_list(state: State, items: &[Judged], open: bool) -> Option<impl IntoView + use<>> {
    let count = items.len();
    let of_field = |field: &'static Field| {
        let here = |item: &&Judged| item.stated_at.first().is_some_and(|at| at.field_id() == field.id);
        let rows: Vec<_> = items.iter().filter(here).map(|item| row(state, item)).collect();
        (!rows.is_empty()).then(|| {
            view! {
                <h3>{state.lang().pick(&field.name, &field.english).to_owned()}</h3>
                <ul class="missing-list small">{rows}</ul>
            }
        })
    };
    let fields: Vec<_> = state.catalogue.fields().filter_map(of_field).collect();
    // Whatever stands in no field: the chapters around them set targets too.
    let elsewhere = |item: &&Judged| item.stated_at.first().is_none_or(|at| at.field == 0);
    let rest: Vec<_> = items
        .iter()
        .filter(elsewhere)
        .map(|item| row(state, item))
        .collect();
    (count > 0).then(|| {
        view! {
            <section class="stack tight" aria-label=state.say("缺项", "No data")>
                <details open=open>
                    <summary>
                        <h2>{alerts::missing(count, state.lang())}</h2>
                    </summary>
                    <div class="stack tight">{fields} <ul class="missing-list small">{rest}</ul></div>
                </details>
            </section>
        }
    })
}

fn row(state: State, item: &Judged) -> impl IntoView + use<> {
    let lang = state.lang();
    let name = item.indicator.name_in(lang).to_owned();
    let wanted = demand(state.catalogue, &item.indicator, &item.target, lang);
    // Only where something is missing to compare with is there a value at all.
    let alone = item.assessment.latest().is_some();
    view! {
        <li>
            <a href=item_href(state, item)>{name}</a>
            <span class="muted">
                {lang.pick("，目标 ", ", target: ")}
                {wanted}
                {alone.then(|| lang.pick("（缺对照的数值）", " (nothing to compare with)"))}
            </span>
        </li>
    }
}
