//! What a backup would change, thing by thing, and the choice between merging and replacing.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::choice::choice;
use super::kept_words::{entry_name, trouble_sentence};
use super::wrong::Wrong;
use crate::app::state::{State, Step};
use crate::browser::clock;
use crate::browser::storage::{self, Trouble};
use crate::kept::{Answer, Backup, Changes, Entry, Pair, Plan, Shelf, Way, compare};
use crate::lang::Lang;
use crate::text::backup;

/// At most this many things are listed.
const MOST: usize = 200;

/// A backup that was opened, beside what is here.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// The name of the backup; none for what the page itself carries.
    pub name: Option<String>,
    /// What it holds.
    pub backup: Backup,
    /// Everything here.
    pub here: Vec<Entry>,
}

impl Opened {
    /// A backup beside what the browser keeps.
    ///
    /// # Errors
    /// When a file here can no longer be read.
    pub async fn new(
        name: Option<String>,
        backup: Backup,
        here: Vec<storage::Entry>,
    ) -> Result<Opened, Trouble> {
        let here = storage::in_memory(here).await?;
        Ok(Opened { name, backup, here })
    }
}

/// What the backup holds beside what is here, and the button that restores it.
#[component]
pub fn RestorePlan(
    /// The backup and what is here.
    found: Opened,
    /// Called when it is restored or given up.
    close: impl Fn() + Copy + 'static,
) -> impl IntoView {
    let state = State::get();
    let found = StoredValue::new(found);
    let plan = RwSignal::new(Plan::default());
    let wrong = RwSignal::new(None::<Trouble>);
    let pairs = StoredValue::new(found.with_value(|found| compare(&found.here, &found.backup.entries)));
    let changes = Memo::new(move |_| {
        found.with_value(|found| plan.with(|plan| plan.changes(&found.here, &found.backup.entries)))
    });
    let restore = move |_| {
        let changes = changes.get_untracked();
        spawn_local(async move {
            match bring_in(state, changes, found.with_value(|found| found.here.clone())).await {
                Ok(()) => close(),
                Err(trouble) => {
                    wrong.try_set(Some(trouble));
                }
            }
        });
    };
    let way = move |zh: &'static str, en: &'static str, way: Way| {
        let is = move || plan.with(|plan| plan.way == way);
        choice(
            move || state.say(zh, en).to_owned(),
            is,
            move || plan.update(|plan| plan.way = way),
        )
    };
    view! {
        <section class="panel stack tight" aria-label=move || state.say("先核对再改动", "Before anything changes")>
            <h3>{move || found.with_value(|found| heading(found, state.lang()))}</h3>
            <p>{move || found.with_value(|found| made(found, state.lang()))}</p>
            {move || found.with_value(|found| damaged(found, state.lang()))}
            <fieldset class="choices">
                <legend>{move || state.say("怎样合在一起", "How to bring them together")}</legend>
                {way("合并：保留这里的，加上那边的", "Merge: keep what is here and add what comes", Way::Merge)}
                {way("替换：这里的全部换掉", "Replace: take what comes in place of all that is here", Way::Replace)}
            </fieldset>
            <p><strong>{move || changes.with(|changes| effect(changes, found, state.lang()))}</strong></p>
            <div class="table-frame" role="region" tabindex="0" aria-label=move || state.say("逐项对照", "Thing by thing")>
                <table>
                    <thead>
                        <tr>
                            <th scope="col">{move || state.say("内容", "What")}</th>
                            <th scope="col">{move || state.say("在哪里", "Where it is")}</th>
                        </tr>
                    </thead>
                    <tbody>
                        {move || pairs.with_value(|pairs| {
                            pairs.iter().take(MOST).map(|pair| row(state, found, *pair, plan)).collect_view()
                        })}
                    </tbody>
                </table>
            </div>
            <Wrong sentence=Signal::derive(move || {
                wrong.get().map(|trouble| trouble_sentence(trouble, state.lang()).to_owned())
            }) />
            <p class="row">
                <button type="button" class="primary" on:click=restore disabled=move || changes.with(Changes::is_empty)>
                    {move || match found.with_value(|found| found.name.is_some()) {
                        true => state.say("恢复", "Restore"),
                        false => state.say("并入", "Take over"),
                    }}
                </button>
                <button type="button" on:click=move |_| close()>{move || state.say("取消", "Cancel")}</button>
            </p>
        </section>
    }
}

/// Makes the changes as one step. With another catalogue the page starts anew.
async fn bring_in(state: State, changes: Changes, here: Vec<Entry>) -> Result<(), Trouble> {
    let is_catalogue = |shelf: &str| shelf == Shelf::Catalogue.slug();
    let other_catalogue = changes.put.iter().any(|entry| is_catalogue(&entry.shelf))
        || changes.delete.iter().any(|(shelf, _)| is_catalogue(shelf));
    let changes = Changes {
        put: changes.put.into_iter().map(storage::in_browser).collect(),
        delete: changes.delete,
    };
    if untrack(|| state.kept.is_looking()) {
        // What the page carries is taken over into this browser, and then that is shown.
        storage::change(&changes).await?;
        storage::show_own();
        return Ok(());
    }
    let here: Vec<_> = here.into_iter().map(storage::in_browser).collect();
    state.kept.take_step(Step::Restored, changes, &here).await?;
    if other_catalogue {
        state.start_over();
    }
    Ok(())
}

fn heading(found: &Opened, lang: Lang) -> String {
    match &found.name {
        Some(name) => backup::named(name, lang),
        None => lang.pick("此文件带着的内容", "What this file carries").to_owned(),
    }
}

fn made(found: &Opened, lang: Lang) -> String {
    let date = clock::date(found.backup.made_at, lang);
    backup::made(&found.backup, &date, lang)
}

fn damaged(found: &Opened, lang: Lang) -> Option<impl IntoView + use<>> {
    let sentence = backup::damaged(&found.backup.damaged, lang);
    sentence.map(|sentence| view! { <p class="notice wrong">{sentence}</p> })
}

/// What the changes come to, as a sentence.
fn effect(changes: &Changes, found: StoredValue<Opened>, lang: Lang) -> String {
    if changes.is_empty() {
        return lang
            .pick(
                "没有变化：那边的内容这里都有。",
                "Nothing would change: all that comes is here.",
            )
            .to_owned();
    }
    let is_here =
        |entry: &&Entry| found.with_value(|found| found.here.iter().any(|here| here.key() == entry.key()));
    let changed = changes.put.iter().filter(is_here).count();
    let (added, deleted) = (changes.put.len() - changed, changes.delete.len());
    backup::effect(added, changed, deleted, lang)
}

fn row(state: State, found: StoredValue<Opened>, pair: Pair, plan: RwSignal<Plan>) -> impl IntoView {
    let name = |there: bool, at: usize| {
        found.with_value(|found| {
            let entries = if there { &found.backup.entries } else { &found.here };
            entry_name(state, &entries[at])
        })
    };
    let is_backup = found.with_value(|found| found.name.is_some());
    let only_there = match is_backup {
        true => state.say("只在备份里", "only in the backup"),
        false => state.say("只在此文件里", "only in this file"),
    };
    let (name, standing) = match pair {
        Pair::OnlyHere(at) => (
            name(false, at),
            state.say("只在这个浏览器里", "only in this browser"),
        ),
        Pair::OnlyThere(at) => (name(true, at), only_there),
        Pair::Same(_, at) => (name(true, at), state.say("两边相同", "the same in both")),
        Pair::Different(_, at) => (name(true, at), state.say("两边不同", "different")),
    };
    let shown = name.clone();
    let question = move || match (pair, plan.with(|plan| plan.way)) {
        (Pair::Different(_, at), Way::Merge) => Some(which(state, found, at, name.clone(), plan)),
        _ => None,
    };
    view! {
        <tr>
            <th scope="row">{shown}</th>
            <td>{standing} " " {question}</td>
        </tr>
    }
}

/// Which of two different things is kept.
fn which(
    state: State,
    found: StoredValue<Opened>,
    at: usize,
    name: String,
    plan: RwSignal<Plan>,
) -> impl IntoView {
    let is_file = found.with_value(|found| found.backup.entries[at].is_on(Shelf::Files));
    let choose = move |word: String| {
        let answer = match word.as_str() {
            "there" => Answer::There,
            "both" => Answer::Both,
            _ => Answer::Here,
        };
        plan.update(|plan| {
            plan.answers.insert(at, answer);
        });
    };
    view! {
        <select aria-label=name on:change:target=move |event| choose(event.target().value())>
            <option value="here">{state.say("保留这里的", "keep what is here")}</option>
            <option value="there">{state.say("用那边的", "take what comes")}</option>
            {is_file.then(|| view! { <option value="both">{state.say("两个都留", "keep both")}</option> })}
        </select>
    }
}
