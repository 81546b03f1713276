//! Contradictions between files: a table for each two of them, where one file is believed for all, or value by value.

use std::collections::BTreeMap;

use leptos::prelude::*;

use crate::app::components::table_frame::table_frame;
use crate::app::state::State;
use crate::observation::{Conflict, Prefer, SeriesKey, Year};
use crate::text::{digest, number};

/// As many contradictions of two files as are looked at in one go; the rest are a button away.
const AT_FIRST: usize = 20;

/// The positions of the files that contradict one another, oldest first: two, seldom more.
type Files = Vec<usize>;

/// What two or more files say differently.
#[derive(Clone, PartialEq)]
struct Contradiction {
    key: SeriesKey,
    year: Year,
    /// What each of the files says.
    values: Vec<f64>,
}

/// What contradicts, by the files that do; which value is in use is no part of it, so that settling draws nothing anew.
fn by_files(conflicts: &[Conflict]) -> BTreeMap<Files, Vec<Contradiction>> {
    let mut by_files: BTreeMap<Files, Vec<Contradiction>> = BTreeMap::new();
    for conflict in conflicts {
        let files = conflict.values.iter().map(|(_, origin)| origin.table).collect();
        by_files.entry(files).or_default().push(Contradiction {
            key: conflict.key.clone(),
            year: conflict.year,
            values: conflict.values.iter().map(|(value, _)| *value).collect(),
        });
    }
    by_files
}

/// What contradicts, a table for each two files; nothing where none does.
#[component]
pub(super) fn Conflicts() -> impl IntoView {
    let state = State::get();
    let by_files = Memo::new(move |_| {
        let collection = state.session.collection;
        collection.with(|collection| by_files(&collection.conflicts))
    });
    let count = move || by_files.with(|by_files| by_files.values().map(Vec::len).sum::<usize>());
    let tables = move || {
        let by_files = by_files.get().into_iter();
        by_files
            .map(|(files, all)| between(state, &files, all))
            .collect_view()
    };
    view! {
        <Show when=move || { count() > 0 }>
            <section class="stack notice wrong" aria-label=move || state.say("互相矛盾的数值", "Contradictions")>
                <h2>
                    {move || digest::contradictions(count(), state.lang())}
                </h2>
                <p class="reading">
                    {move || state.say(
                        "同一指标、地区、分组和年份，两个文件给出不同的数。现在用的是加框的那个，按另一个就改用它；不会取平均。",
                        "Two files give different values for the same indicator, area, group and year. The one in use is marked; press the other to use that instead. Nothing is averaged.",
                    )}
                </p>
                <Show when=move || { by_files.with(BTreeMap::len) > 1 }>
                    <p class="row">{general(state, Prefer::Newer)} {general(state, Prefer::Older)}</p>
                </Show>
                {tables}
            </section>
        </Show>
    }
}

/// Believes the later or the earlier file wherever files contradict, now and later.
fn general(state: State, prefer: Prefer) -> impl IntoView {
    let is = move || {
        let settlement = state.preferences.settlement();
        settlement.general == prefer && settlement.single.is_empty()
    };
    let label = move || match prefer {
        Prefer::Newer => state.say("都用后载入的", "Always the file loaded later"),
        Prefer::Older => state.say("都用先载入的", "Always the file loaded earlier"),
    };
    view! {
        <button
            type="button"
            aria-pressed=move || is().to_string()
            on:click=move |_| state.preferences.settle_all(prefer)
        >
            {label}
        </button>
    }
}

/// Which answer means the file at a position among the contradicting ones; none for one in the middle.
fn prefer(at: usize, files: usize) -> Option<Prefer> {
    match at {
        _ if at + 1 == files => Some(Prefer::Newer),
        0 => Some(Prefer::Older),
        _ => None,
    }
}

/// The contradictions of the same files.
fn between(state: State, files: &Files, contradictions: Vec<Contradiction>) -> impl IntoView + use<> {
    let lang = state.lang();
    let names: Vec<String> = state.session.datasets.with_untracked(|datasets| {
        let name = |at: &usize| datasets.get(*at).map(|dataset| dataset.name_in(lang).to_owned());
        files.iter().map(|at| name(at).unwrap_or_default()).collect()
    });
    let count = contradictions.len();
    let contradictions = StoredValue::new(contradictions);
    let all = RwSignal::new(false);
    let title = digest::between(&names, count, lang);
    let believe = names.iter().enumerate().filter_map(|(at, name)| {
        let prefer = prefer(at, names.len())?;
        Some(view! {
            <button type="button" on:click=move |_| contradictions.with_value(|all| settle(state, all, prefer))>
                {digest::believe(name, lang)}
            </button>
        })
    });
    let believe = believe.collect_view();
    let heads: Vec<_> = names
        .iter()
        .map(|name| view! { <th scope="col">{name.clone()}</th> })
        .collect();
    let rows = move || {
        let shown = if all.get() { usize::MAX } else { AT_FIRST };
        contradictions.with_value(|contradictions| {
            let shown = contradictions.iter().take(shown);
            shown
                .map(|contradiction| row(state, &names, contradiction))
                .collect_view()
        })
    };
    let table = view! {
        <table>
            <thead>
                <tr>
                    <th scope="col">{state.say("哪个数", "Which value")}</th>
                    <th scope="col">{state.say("年份", "Year")}</th>
                    {heads}
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    };
    let rest = count.saturating_sub(AT_FIRST);
    view! {
        <section class="stack tight">
            <h3>{title.clone()}</h3>
            {(count > 1).then(|| view! { <p class="row">{believe}</p> })}
            {table_frame(title, false, table)}
            <Show when=move || { rest > 0 && !all.get() }>
                <p>
                    <button type="button" on:click=move |_| all.set(true)>
                        {digest::list_rest(rest, lang)}
                    </button>
                </p>
            </Show>
        </section>
    }
}

/// Settles all of these contradictions the same way.
fn settle(state: State, contradictions: &[Contradiction], prefer: Prefer) {
    let about = contradictions.iter().map(|it| (it.key.clone(), it.year));
    state.preferences.settle(about, prefer);
}

fn row(state: State, names: &[String], contradiction: &Contradiction) -> impl IntoView + use<> {
    let lang = state.lang();
    let Contradiction { key, year, values } = contradiction;
    let what = [
        state.indicator_name(&key.indicator),
        state.area_name(&key.area),
        key.group.name(lang),
    ];
    let what: Vec<String> = what.into_iter().filter(|part| !part.is_empty()).collect();
    let about = StoredValue::new((key.clone(), *year));
    let cells = values.iter().zip(names).enumerate().map(|(at, (value, name))| {
        let prefer = prefer(at, values.len());
        let is_used =
            move || about.with_value(|(key, year)| prefer == Some(state.preferences.prefers(key, *year)));
        let choose = move |_| {
            if let Some(prefer) = prefer {
                state.preferences.settle([about.get_value()], prefer);
            }
        };
        let value = number(*value, None);
        let label = digest::value_of(&value, name, lang);
        view! {
            <td>
                <button
                    type="button"
                    aria-label=label
                    aria-pressed=move || is_used().to_string()
                    disabled=prefer.is_none()
                    on:click=choose
                >
                    {value}
                </button>
            </td>
        }
    });
    view! {
        <tr>
            <th scope="row">{what.join(" · ")}</th>
            <td><span>{year.to_string()}</span></td>
            {cells.collect_view()}
        </tr>
    }
}
