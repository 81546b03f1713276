//! What was said of files and is remembered: listed, undone one by one, saved as a small file, loaded from one.

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::File;

use super::words;
use crate::app::components::file_button::FileButton;
use crate::app::components::wrong::Wrong;
use crate::app::loading::Loading;
use crate::app::state::State;
use crate::browser::{download, files};
use crate::import::{Mapping, Mappings, SaidOfValue};
use crate::text::{self, number};

/// So many titles name a shape.
const TITLES: usize = 6;

/// Everything remembered.
#[component]
pub fn Remembered() -> impl IntoView {
    let state = State::get();
    let loading = Loading::get();
    let wrong = RwSignal::new(None::<String>);
    let save = move |_| {
        let name = state.say("对应.json", "mapping.json");
        download::text(name, "application/json", &loading.answers.now().to_file());
    };
    let is_empty = move || loading.answers.all().0.is_empty();
    let list = move || {
        let shapes = loading.answers.all().0;
        shapes
            .into_iter()
            .map(|mapping| shape(state, loading, mapping))
            .collect_view()
    };
    view! {
        <section class="stack tight" aria-label=move || state.say("记住的对应", "Remembered mappings")>
            <h2>{move || state.say("记住的对应", "Remembered mappings")}</h2>
            <p class="reading">
                {move || state.say(
                    "您对拿不准的列和名称的回答，只用于列名相同的文件，只存在这台设备上。可以存成一个小文件，交给别的单位载入。",
                    "What you answered about columns and names, for files with the same titles alone, kept on this device alone. It can be saved as a small file that another office loads.",
                )}
            </p>
            {list}
            <p class="row">
                <Show when=move || !is_empty()>
                    <button type="button" on:click=save>{move || state.say("保存对应", "Save the mappings")}</button>
                </Show>
                <Load wrong />
            </p>
            <Wrong sentence=wrong />
        </section>
    }
}

#[component]
fn Load(wrong: RwSignal<Option<String>>) -> impl IntoView {
    let state = State::get();
    let loading = Loading::get();
    let pick = move |chosen: Vec<File>| {
        let lang = state.lang();
        spawn_local(async move {
            let bytes = files::read(&chosen[0])
                .await
                .map(|bytes| bytes.to_vec())
                .unwrap_or_default();
            let said = match Mappings::from_file(&String::from_utf8_lossy(&bytes), state.catalogue) {
                Ok(said) => {
                    loading.answers.add(said);
                    None
                }
                Err(why) => Some(why.message(lang)),
            };
            wrong.try_set(said);
        });
    };
    view! {
        <FileButton
            id="mapping-file"
            label=Signal::derive(move || state.say("载入对应", "Load mappings"))
            accept=".json,application/json"
            pick
        />
    }
}

/// What was said of one shape.
fn shape(state: State, loading: Loading, mapping: Mapping) -> impl IntoView {
    let lang = state.lang();
    let titles: Vec<&str> = mapping.headers.titles().take(TITLES).collect();
    let is_all = mapping.headers.titles().count() <= TITLES;
    let title = text::mapping::files_with_titles(&titles, is_all, lang);
    let mapping = StoredValue::new(mapping);
    let item = move |said: String, change: Box<dyn Fn(&mut Mapping) + Send + Sync>| {
        let undo = move |_| {
            let mut rest = mapping.get_value();
            change(&mut rest);
            loading.answers.remember(&rest);
        };
        let label = text::mapping::undo(&said, lang);
        view! {
            <li class="row">
                <span>{said}</span>
                <button type="button" class="plain" aria-label=label on:click=undo>{lang.pick("撤销", "Undo")}</button>
            </li>
        }
    };
    let answers = mapping.with_value(|mapping| {
        let each = mapping.answers().map(|(place, asked, answer)| {
            let sentence = format!(
                "{} → {}",
                text::mapping::place(place, asked, lang),
                words::answer(state, answer)
            );
            let asked = asked.to_owned();
            item(sentence, Box::new(move |rest| rest.set(place, &asked, None)))
        });
        each.collect::<Vec<_>>()
    });
    let values = mapping.with_value(|mapping| {
        let each = mapping.values.iter().map(|said| {
            let said = said.clone();
            let sentence = of_value(state, &said);
            item(sentence, Box::new(move |rest| rest.judge(said.clone(), false)))
        });
        each.collect::<Vec<_>>()
    });
    let only_sure = mapping.with_value(|mapping| mapping.only_sure).then(|| {
        let sentence = lang
            .pick("只采用有把握的", "only what is sure is taken")
            .to_owned();
        item(sentence, Box::new(|rest| rest.only_sure = false))
    });
    view! {
        <div class="stack tight">
            <h3 class="small">{title}</h3>
            <ul class="remembered">{only_sure} {answers} {values}</ul>
        </div>
    }
}

fn of_value(state: State, said: &SaidOfValue) -> String {
    let lang = state.lang();
    let parts = [
        state.indicator_name(&said.indicator),
        state.area_name(&said.area),
        said.year.to_string(),
        said.group.name(lang),
        number(said.value, None),
    ];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    let verdict = match said.right {
        true => lang.pick("是对的", "right"),
        false => lang.pick("不采用", "not taken"),
    };
    format!("{} → {verdict}", parts.join(" · "))
}
