//! 数据: bring files, see what was taken of each and what not, settle contradictions, take the template.

use leptos::prelude::*;

use crate::app::components::bring_catalogue::BringCatalogue;
use crate::app::components::bring_files::BringFiles;
use crate::app::components::file_log::FileLog;
use crate::app::components::mapping::Remembered;
use crate::app::components::undo_step::UndoStep;
use crate::app::dataset::{Dataset, Provenance};
use crate::app::route::Page;
use crate::app::state::State;
use crate::browser::download;
use crate::catalogue::{builtin, builtin_reference, template};
use crate::import::{HostMistake, open_sdg, tidy_csv};
use crate::lang::{Lang, plural};
use crate::observation::{Conflict, Prefer, Table};
use crate::tabular::pack;
use crate::text::number;

/// The page.
#[component]
pub fn Data() -> impl IntoView {
    let state = State::get();
    super::set_title(move || state.say("数据", "Data").to_owned());
    view! {
        <div class="stack">
            <h1 tabindex="-1">{move || state.say("数据", "Data")}</h1>
            <p class="answer">{move || answer(state)}</p>
            <BringFiles />
            <UndoStep />
            <p class="small">
                <a href=move || state.href(Page::Privacy)>
                    {move || state.say("保存在哪里，怎样备份和恢复", "Where it is kept; backup and restore")}
                </a>
            </p>
        </div>
        <Conflicts />
        <Files />
        <Remembered />
        <TakeAlong />
        <Templates />
        <SaveRecords />
        <BringCatalogue />
        <FromHost />
        <Bundled />
    }
}

fn answer(state: State) -> String {
    let files = state.session.files.with(Vec::len);
    let taken: usize = state
        .session
        .files
        .with(|files| files.iter().map(|file| file.log.taken).sum());
    let of_host = state.session.host.with(|(files, _)| !files.is_empty());
    match (state.lang(), files) {
        (Lang::Zh, 0) if of_host => "您还没有载入文件。现在看到的是本站提供的数据和已公布的参考数据。".to_owned(),
        (Lang::En, 0) if of_host => {
            "You have loaded no file. What you see are figures that this site provides, and published reference figures."
                .to_owned()
        }
        (Lang::Zh, 0) => "还没有载入文件。现在看到的都是已公布的参考数据。".to_owned(),
        (Lang::En, 0) => "No file is loaded yet. What you see are published reference figures.".to_owned(),
        (Lang::Zh, _) => format!("已载入 {files} 个文件，共采用 {taken} 个数值。"),
        (Lang::En, _) => format!(
            "{} loaded, {} taken.",
            plural(files, "file"),
            plural(taken, "value")
        ),
    }
}

#[component]
fn Files() -> impl IntoView {
    let state = State::get();
    view! {
        <Show when=move || state.session.files.with(|files| !files.is_empty())>
            <section class="stack">
                <h2>{move || state.say("已载入的文件", "Files loaded")}</h2>
                <For
                    each=move || state.session.files.get().into_iter().rev()
                    key=|dataset| dataset.key()
                    children=|dataset: Dataset| view! { <FileLog dataset /> }
                />
            </section>
        </Show>
    }
}

/// Everything taken from the files, as one tidy table to take along.
#[component]
fn TakeAlong() -> impl IntoView {
    let state = State::get();
    let save = move |_| {
        let text = state.session.files.with_untracked(|files| {
            let tables = files.iter().map(|file| (file.name.as_str(), &*file.table));
            tidy_csv(state.catalogue, tables)
        });
        let name = state.say("全部数值.csv", "all values.csv");
        download::text(name, "text/csv;charset=utf-8", &text);
    };
    let save_for_open_sdg = move |_| {
        let files = state.session.files.with_untracked(|files| {
            let tables: Vec<&Table> = files.iter().map(|file| &*file.table).collect();
            open_sdg(state.catalogue, &tables, &state.preferences.settlement())
        });
        let packed = pack(
            files
                .iter()
                .map(|file| (file.name.as_str(), file.text.as_bytes())),
        );
        let name = state.say("全部数值-Open SDG.zip", "all values - Open SDG.zip");
        download::bytes(name, "application/zip", &packed);
    };
    view! {
        <Show when=move || state.session.files.with(|files| files.iter().any(|file| !file.table.is_empty()))>
            <section class="stack tight">
                <h2>{move || state.say("带走全部数值", "Take all values along")}</h2>
                <p>
                    {move || state.say(
                        "一行一个数值，写明指标、地区、年份、分组、单位，以及它原来在哪个文件、哪张工作表、哪一行、哪一列。重新载入后是同样的数值。",
                        "One value a row, with its indicator, area, year, group and unit, and the file, sheet, line and column that it was read from. Loaded again it gives the same values.",
                    )}
                </p>
                <p>
                    <button type="button" on:click=save>{move || state.say("下载全部数值（CSV）", "Download all values (CSV)")}</button>
                </p>
                <p>
                    {move || state.say(
                        "也可以下载成 Open SDG 网站用的文件：一个指标一个 CSV，打包在一起；互相矛盾的数只取您选定的一个。",
                        "Or as the files of an Open SDG site: one CSV an indicator, packed into one; of figures that contradict, only the one you settled on.",
                    )}
                </p>
                <p>
                    <button type="button" on:click=save_for_open_sdg>
                        {move || state.say("下载 Open SDG 文件（zip）", "Download Open SDG files (zip)")}
                    </button>
                </p>
            </section>
        </Show>
    }
}

#[component]
fn Conflicts() -> impl IntoView {
    let state = State::get();
    let conflicts = Memo::new(move |_| {
        state
            .session
            .collection
            .with(|collection| collection.conflicts.clone())
    });
    let general = move |prefer| {
        let is = move || {
            let settlement = state.preferences.settlement();
            settlement.general == prefer && settlement.single.is_empty()
        };
        let choose = move |_| state.preferences.settle_all(prefer);
        view! {
            <button type="button" aria-pressed=move || is().to_string() on:click=choose>
                {move || match prefer {
                    Prefer::Newer => state.say("都用后载入的", "Always the file loaded later"),
                    Prefer::Older => state.say("都用先载入的", "Always the file loaded earlier"),
                }}
            </button>
        }
    };
    view! {
        <Show when=move || conflicts.with(|conflicts| !conflicts.is_empty())>
            <section class="stack tight notice wrong" aria-label=move || state.say("互相矛盾的数值", "Contradictions")>
                <h2>
                    {move || match (state.lang(), conflicts.with(Vec::len)) {
                        (Lang::Zh, count) => format!("有 {count} 处数值互相矛盾"),
                        (Lang::En, count) => format!("{} between files", plural(count, "contradiction")),
                    }}
                </h2>
                <p>
                    {move || state.say(
                        "同一指标、地区、分组和年份，两个文件给出不同的数。请选择用哪一个；不会取平均。",
                        "Two files give different values for the same indicator, area, group and year. Choose which to use; nothing is averaged.",
                    )}
                </p>
                <p class="row">{general(Prefer::Newer)} {general(Prefer::Older)}</p>
                <ul class="goal-list">
                    {move || conflicts.get().into_iter().map(|c| conflict_view(state, c)).collect_view()}
                </ul>
            </section>
        </Show>
    }
}

fn conflict_view(state: State, conflict: Conflict) -> impl IntoView {
    let lang = state.lang();
    let Conflict {
        key,
        year,
        values,
        used,
    } = conflict;
    let indicator = state.catalogue.indicator(&key.indicator);
    let name = indicator
        .map_or(key.indicator.as_str(), |i| lang.pick(&i.name, &i.english))
        .to_owned();
    let group = crate::text::group(&key.group, lang);
    let what = [state.area_name(&key.area), year.to_string(), name, group];
    let what: Vec<String> = what.into_iter().filter(|part| !part.is_empty()).collect();
    let (first, last) = (values.first().map(|v| v.1), values.last().map(|v| v.1));
    let datasets = state.session.datasets.get();
    let choice = values.into_iter().map(|(value, origin)| {
        let file = datasets
            .get(origin.table)
            .map(|dataset| dataset.name_in(lang).to_owned())
            .unwrap_or_default();
        let prefer = if Some(origin) == last {
            Some(Prefer::Newer)
        } else {
            (Some(origin) == first).then_some(Prefer::Older)
        };
        let key = key.clone();
        let choose = move |_| {
            if let Some(prefer) = prefer {
                state.preferences.settle(key.clone(), year, prefer);
            }
        };
        view! {
            <button
                type="button"
                aria-pressed=(origin == used).to_string()
                disabled=prefer.is_none()
                on:click=choose
            >
                {number(value, None)}
                " · "
                {file}
            </button>
        }
    });
    view! {
        <li>
            <span>{what.join(" · ")}</span>
            <span class="row">{choice.collect_view()}</span>
        </li>
    }
}

#[component]
fn Templates() -> impl IntoView {
    let state = State::get();
    let wide = move |_| {
        download::text(
            "template-wide.csv",
            "text/csv;charset=utf-8",
            &template::wide(state.catalogue),
        );
    };
    let tidy = move |_| {
        download::text(
            "template-tidy.csv",
            "text/csv;charset=utf-8",
            &template::tidy(state.catalogue),
        );
    };
    view! {
        <section class="stack tight">
            <h2>{move || state.say("填报模板", "Templates to fill in")}</h2>
            <p class="reading">
                {move || state.say(
                    "模板列出全部可计数的指标和单位。宽表一行一个指标、一列一年；长表一行一个数值，可以写明性别、城乡和年龄。没有的数留空即可。",
                    "The templates list every countable indicator with its unit. Wide: one row an indicator, one column a year. Tidy: one row a value, with sex, residence and age where you have them. Leave blank what you do not have.",
                )}
            </p>
            <p class="row">
                <button type="button" on:click=wide>{move || state.say("下载宽表模板", "Download the wide template")}</button>
                <button type="button" on:click=tidy>{move || state.say("下载长表模板", "Download the tidy template")}</button>
            </p>
        </section>
    }
}

/// What the visitor has recorded, to carry to another machine.
#[component]
fn SaveRecords() -> impl IntoView {
    let state = State::get();
    let save = move |_| {
        let csv = crate::import::records_csv(&state.session.entered.get_untracked());
        download::text("records.csv", "text/csv;charset=utf-8", &csv);
    };
    view! {
        <Show when=move || state.session.entered.with(|records| !records.is_empty())>
            <section class="stack tight">
                <h2>{move || state.say("查证记录", "Recorded assessments")}</h2>
                <p class="row">
                    <button type="button" on:click=save>
                        {move || match (state.lang(), state.session.entered.with(Vec::len)) {
                            (Lang::Zh, count) => format!("下载 {count} 条查证记录"),
                            (Lang::En, count) => format!("Download {}", plural(count, "recorded assessment")),
                        }}
                    </button>
                </p>
            </section>
        </Show>
    }
}

/// The host's own figures, apart from the visitor's; what of them could not be used is named.
#[component]
fn FromHost() -> impl IntoView {
    let state = State::get();
    let host = state.session.host;
    let mistakes = move || {
        let lang = state.lang();
        let told = |mistakes: &Vec<_>| {
            mistakes
                .iter()
                .map(|it: &HostMistake| it.message(lang))
                .collect::<Vec<_>>()
        };
        host.with(|(_, mistakes)| told(mistakes))
    };
    view! {
        <Show when=move || host.with(|(files, mistakes)| !files.is_empty() || !mistakes.is_empty())>
            <section class="stack">
                <h2>{move || state.say("本站提供的数据", "Figures that this site provides")}</h2>
                <p class="reading">
                    {move || state.say(
                        "这些文件由提供本网页的一方公布，打开网页时读取，不是您的文件。两者矛盾时，以您载入的为准。",
                        "These files are published by whoever provides this page and are read when it opens; they are not yours. Where they contradict a file that you load, yours counts.",
                    )}
                </p>
                {move || mistakes().into_iter().map(|said| view! { <p class="notice wrong">{said}</p> }).collect_view()}
                <For
                    each=move || host.with(|(files, _)| files.clone())
                    key=|dataset| dataset.id.clone()
                    children=|dataset: Dataset| view! { <FileLog dataset /> }
                />
            </section>
        </Show>
    }
}

#[component]
fn Bundled() -> impl IntoView {
    let state = State::get();
    let bundled = move || {
        state
            .session
            .datasets
            .get()
            .into_iter()
            .filter(|dataset| matches!(dataset.provenance, Provenance::Reference | Provenance::Example))
            .collect::<Vec<_>>()
    };
    let about = move || {
        let carried = builtin();
        state.say(&carried.about_reference, &carried.about_reference_english)
    };
    view! {
        <section class="stack">
            <h2>{move || state.say("随应用提供的数据", "Data that the app carries")}</h2>
            <Show when=move || !about().is_empty()>
                <p class="reading">{about}</p>
            </Show>
            <p class="row">
                {builtin_reference().map(|csv| view! {
                    <button type="button" on:click=move |_| download::text("reference.csv", "text/csv;charset=utf-8", csv)>
                        {move || state.say("下载参考数据", "Download the reference figures")}
                    </button>
                })}
                <a class="button" href="./data/catalogue.csv" download>
                    {move || state.say("下载目标目录（CSV）", "Download the targets (CSV)")}
                </a>
                <a class="button" href="./data/catalogue.json" download>
                    {move || state.say("下载目标目录（JSON）", "Download the catalogue (JSON)")}
                </a>
            </p>
            <For
                each=bundled
                key=|dataset| dataset.key()
                children=|dataset: Dataset| view! { <FileLog dataset /> }
            />
        </section>
    }
}
