//! Everything kept as one file, and such a file brought back: first what it would change, then the change.

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::File;

use super::file_button::FileButton;
use super::restore_plan::{Opened, RestorePlan};
use super::wrong::Wrong;
use crate::app::state::State;
use crate::browser::storage::{self, Trouble};
use crate::browser::{clock, download, files};
use crate::kept::{Backup, Refusal, open, write};
use crate::text::backup;

/// The buttons, and the backup that was opened.
#[component]
pub fn BackupAndRestore() -> impl IntoView {
    let state = State::get();
    let opened = RwSignal::new(None::<Opened>);
    let wrong = RwSignal::new(None::<String>);
    let save = move |_| {
        wrong.set(None);
        spawn_local(async move {
            match state.kept.backup(untrack(|| state.title())).await {
                Ok(backup) => offer(state, &backup),
                Err(_) => wrong.set(Some(cannot_read(state))),
            }
        });
    };
    let pick = move |chosen: Vec<File>| {
        let Some(file) = chosen.into_iter().next() else {
            return;
        };
        wrong.set(None);
        opened.set(None);
        spawn_local(async move {
            let bytes = files::read(&file).await;
            let backup = bytes
                .ok_or(Refusal::Broken)
                .and_then(|bytes| open(&bytes.to_vec()));
            match backup {
                Ok(backup) => match beside_what_is_here(state, file.name(), backup).await {
                    Ok(found) => {
                        opened.try_set(Some(found));
                    }
                    Err(_) => {
                        wrong.try_set(Some(cannot_read(state)));
                    }
                },
                Err(why) => {
                    wrong.try_set(Some(backup::refusal(why, &file.name(), untrack(|| state.lang()))));
                }
            }
        });
    };
    view! {
        <section class="stack tight" aria-labelledby="backup">
            <h2 id="backup">{move || state.say("备份和恢复", "Backup and restore")}</h2>
            <p class="reading">
                {move || state.say(
                    "备份是一个文件，装着您在这里的全部内容：载入的文件、查证记录、各种取舍和设置。它只下载到您的设备上；换电脑、换浏览器时，用它恢复。恢复前会先列出有什么变化。",
                    "A backup is one file with all that you have here: files, recorded assessments, choices and settings. It is only downloaded to your device; use it to go on in another browser or on another computer. Before anything is restored you see what would change.",
                )}
            </p>
            <p class="row">
                <button type="button" class="primary" on:click=save>{move || state.say("保存备份", "Save a backup")}</button>
                <FileButton
                    id="restore"
                    label=Signal::derive(move || state.say("从备份恢复", "Restore a backup"))
                    accept=".json,application/json"
                    pick
                />
                <Show when=move || state.kept.trouble() == Some(Trouble::Later)>
                    <button type="button" on:click=move |_| spawn_local(save_later(state, wrong))>
                        {move || state.say("把新版保存的内容另存为文件", "Save what the later version keeps as a file")}
                    </button>
                </Show>
            </p>
            <Wrong sentence=wrong />
            {move || opened.get().map(|found| view! { <RestorePlan found close=move || opened.set(None) /> })}
        </section>
    }
}

async fn beside_what_is_here(state: State, name: String, backup: Backup) -> Result<Opened, Trouble> {
    Opened::new(Some(name), backup, state.kept.everything().await?).await
}

fn offer(state: State, saved: &Backup) {
    let title = backup::file_title(&saved.title, &clock::today(), untrack(|| state.lang()));
    let name = download::file_name(&title, "backup", "json");
    download::text(&name, "application/json", &write(saved));
}

/// Offers what a later version has kept, which this one must not touch.
async fn save_later(state: State, wrong: RwSignal<Option<String>>) {
    let entries = match storage::read_later_version().await {
        Ok(entries) => storage::in_memory(entries).await,
        Err(trouble) => Err(trouble),
    };
    match entries {
        Ok(entries) => offer(
            state,
            &Backup {
                made_at: clock::now(),
                title: untrack(|| state.title()),
                entries,
                ..Backup::default()
            },
        ),
        Err(_) => {
            wrong.try_set(Some(cannot_read(state)));
        }
    }
}

fn cannot_read(state: State) -> String {
    let said = "浏览器暂时读不出保存的内容，所以没有做备份或恢复，什么也没有改。请刷新这一页再试。";
    let en = "The browser cannot read what is kept just now, so nothing was backed up or restored, and nothing has changed. Reload this page and try again.";
    untrack(|| state.say(said, en)).to_owned()
}
