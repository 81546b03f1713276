//! The log of one file: what was taken from it, every cell that was not, with the reason, and the lines that
//! are notes rather than rows.

use std::sync::Arc;

use leptos::prelude::*;

use super::mapping::{MappingStep, words};
use crate::app::dataset::{Dataset, Provenance};
use crate::app::loading::Loading;
use crate::app::state::State;
use crate::browser::{clock, download};
use crate::import::{HostFile, Log, Note, Rejection};
use crate::lang::{Lang, plural};

/// At most this many rejections, and as many notes, are listed on the page; the downloaded log has all.
const MOST: usize = 200;

/// One dataset with its log.
#[component]
pub fn FileLog(dataset: Dataset) -> impl IntoView {
    let state = State::get();
    let loading = Loading::get();
    let log = dataset.log.clone();
    let loaded_at = dataset.loaded_at;
    let own = matches!(dataset.provenance, Provenance::File | Provenance::Link);
    let (id, name, label) = (dataset.id.clone(), dataset.clone(), dataset.clone());
    let host = dataset.host.clone();
    let removed = dataset.name.clone();
    let for_download = log.clone();
    let save = move |_| {
        let text = for_download.to_csv(state.lang());
        let name = format!(
            "{}-{}.csv",
            for_download.name,
            state.say("读取报告", "import log")
        );
        download::text(&name, "text/csv;charset=utf-8", &text);
    };
    let summary = log.clone();
    let rejections = log.clone();
    let noted = log.clone();
    let asked = log.clone();
    let made = log.clone();
    let mapped = {
        let log = log.clone();
        own.then_some(move || mapped(state, &log))
    };
    view! {
        <article class="panel stack tight" aria-label=move || label.name_in_log(state.lang()).to_owned()>
            <div class="goal-head">
                <h3>{move || name.name_in_log(state.lang()).to_owned()}</h3>
                <span class="row">
                    <button type="button" on:click=save>{move || state.say("下载读取报告", "Download the import log")}</button>
                    {own.then(|| view! {
                        <button type="button" on:click=move |_| loading.remove(id.clone(), removed.clone())>
                            {move || state.say("移除", "Remove")}
                        </button>
                    })}
                </span>
            </div>
            {host.map(|host| host_line(state, host))}
            <p>{move || summary_sentence(&summary, state.lang())}</p>
            <p class="muted small">
                {move || how_read(&log, state.lang())}
                {own.then_some(move || loaded_on(loaded_at, state.lang()))}
            </p>
            {mapped}
            {move || computed(state, &made)}
            {own.then(|| view! { <MappingStep dataset=dataset.clone() /> })}
            {(!own).then_some(move || questions(state, &asked))}
            {move || rejection_table(state, &rejections)}
            {move || note_list(state, &noted)}
        </article>
    }
}

/// What the host says of its file, and the file itself.
fn host_line(state: State, host: Arc<HostFile>) -> impl IntoView {
    let address = format!("./data/{}", host.file);
    let said = move || match state.lang() {
        Lang::Zh => format!(
            "本站提供。来源：{}；日期：{}；许可：{}。",
            host.source, host.date, host.licence
        ),
        Lang::En => format!(
            "Provided by this site. Source: {}; date: {}; licence: {}. ",
            host.source, host.date, host.licence
        ),
    };
    view! {
        <p class="small">
            {said}
            <a href=address download>{move || state.say("下载这个文件", "Download the file")}</a>
        </p>
    }
}

fn summary_sentence(log: &Log, lang: Lang) -> String {
    let rejected: usize = log.rejected.iter().map(|rejection| rejection.cells).sum();
    let Log {
        rows, taken, blank, ..
    } = log;
    match lang {
        Lang::Zh => {
            let end = if log.rejected.is_empty() {
                "没有读不懂的内容。"
            } else {
                "没有采用的逐条列在下面。"
            };
            format!("共 {rows} 行，采用 {taken} 个数值，空白 {blank} 个，没有采用 {rejected} 个。{end}")
        }
        Lang::En => {
            let end = if log.rejected.is_empty() {
                "Nothing was unclear."
            } else {
                "What was not taken is listed below."
            };
            let (rows, taken) = (plural(*rows, "row"), plural(*taken, "value"));
            format!("{rows}: {taken} taken, {blank} blank, {rejected} not taken. {end}")
        }
    }
}

fn how_read(log: &Log, lang: Lang) -> String {
    let listed = |names: &[String], zh: &str, en: &str| match names {
        [] => String::new(),
        names => lang.pick(zh, en).to_owned() + &names.join(lang.pick("、", ", ")),
    };
    let encoding = log.encoding;
    let layout = log.layout.word(lang);
    let sheets = listed(&log.sheets, "；工作表：", "; sheets: ");
    let unread = listed(
        &log.ignored_sheets,
        "；没有读的工作表（隐藏的，或没有表格）：",
        "; sheets not read (hidden, or without a table): ",
    );
    let columns = listed(&log.ignored_columns, "；没有用到的列：", "; columns not used: ");
    match lang {
        Lang::Zh => format!("编码 {encoding}；版式 {layout}{sheets}{unread}{columns}。"),
        Lang::En => format!("Encoding {encoding}; layout {layout}{sheets}{unread}{columns}."),
    }
}

fn loaded_on(moment: f64, lang: Lang) -> String {
    let date = clock::date(moment, lang.tag());
    match lang {
        Lang::Zh => format!("载入于 {date}。"),
        Lang::En => format!(" Loaded on {date}."),
    }
}

/// What was understood as the visitor said, and for whose area figures were taken that nothing names.
fn mapped(state: State, log: &Log) -> impl IntoView + use<> {
    let lang = state.lang();
    let said: Vec<String> = log
        .mapped
        .iter()
        .map(|mapped| {
            let text = words::place(state, mapped.place, &mapped.text);
            format!("{text} → {}", words::answer(state, &mapped.answer))
        })
        .collect();
    let said = match (said.len(), lang) {
        (0, _) => None,
        (_, Lang::Zh) => Some(format!("按记住的对应读的：{}。", said.join("；"))),
        (_, Lang::En) => Some(format!("Read as remembered: {}.", said.join("; "))),
    };
    let sure = log.only_sure.then(|| {
        lang.pick(
            "只采用了有把握的，其余都在没有采用的里面。",
            "Only what is sure was taken; the rest is listed as not taken.",
        )
    });
    let note = lang.pick(
        "在下面“记住的对应”里可以撤销。",
        "It can be undone below, under “Remembered mappings”.",
    );
    (said.is_some() || sure.is_some())
        .then(|| view! { <p class="small" role="note">{said} {sure} " " {note}</p> })
}

/// Rates that the file does not state.
fn computed(state: State, log: &Log) -> Option<impl IntoView + use<>> {
    let lang = state.lang();
    let all = log.computed.len();
    let shown = log.computed.iter().take(MOST);
    let shown = shown.map(|computed| view! { <li>{computed.message(lang)}</li> });
    let caption = match lang {
        Lang::Zh => format!("由个数算出的 {all} 个率"),
        Lang::En => format!("{} computed from counts", plural(all, "rate")),
    };
    (all > 0).then(|| {
        view! {
            <details open=all <= 20>
                <summary>{caption}</summary>
                <ul class="small">{shown.collect_view()}</ul>
            </details>
        }
    })
}

/// What was taken with a question: for whose area, and values that may be wrong.
fn questions(state: State, log: &Log) -> Option<impl IntoView + use<>> {
    let lang = state.lang();
    let assumed = log.assumed_area.as_ref().map(|area| match lang {
        Lang::Zh => format!("文件里没有写明地区，这些数按{area}的数采用。如果不是，请在文件里加上“地区”一列，再重新载入。"),
        Lang::En => format!(
            "The file does not say whose figures these are; they were taken for {area}. If they are not, please add a \
             column “area” and load the file again."
        ),
    });
    let doubts = log
        .doubts
        .iter()
        .take(MOST)
        .map(|doubt| view! { <li>{doubt.message(lang)}</li> })
        .collect_view();
    let all = log.doubts.len();
    let caption = match lang {
        Lang::Zh => format!("已采用但有疑问的 {all} 个数"),
        Lang::En => format!("{} taken with a question", plural(all, "value")),
    };
    (assumed.is_some() || all > 0).then(|| {
        view! {
            {assumed.map(|assumed| view! { <p role="note">{assumed}</p> })}
            {(all > 0).then(|| view! {
                <details open=all <= 20>
                    <summary>{caption}</summary>
                    <ul class="small">{doubts}</ul>
                </details>
            })}
        }
    })
}

fn rejection_table(state: State, log: &Log) -> Option<impl IntoView + use<>> {
    let lang = state.lang();
    let all = log.rejected.len();
    let sheets = log.rejected.iter().any(|rejection| rejection.sheet.is_some());
    let row = |rejection: &Rejection| {
        view! {
            <tr>
                {sheets.then(|| view! { <td>{rejection.sheet.clone()}</td> })}
                <th scope="row" class="number">{rejection.line}</th>
                <td>{rejection.column.clone()}</td>
                <td>{rejection.cell.clone()}</td>
                <td>{rejection.message(lang)}</td>
            </tr>
        }
    };
    let rows = log.rejected.iter().take(MOST).map(row).collect_view();
    (all > 0).then(|| {
        let caption = match lang {
            Lang::Zh if all > MOST => format!("没有采用的 {all} 条，这里列出前 {MOST} 条，全部见下载的报告"),
            Lang::Zh => format!("没有采用的 {all} 条"),
            Lang::En if all > MOST => {
                format!("{all} not taken; the first {MOST} are listed, the downloaded log has all")
            }
            Lang::En => format!("{all} not taken"),
        };
        view! {
            <details open=all <= 20>
                <summary>{caption.clone()}</summary>
                <div class="table-frame" role="region" tabindex="0" aria-label=caption>
                    <table>
                        <thead>
                            <tr>
                                {sheets.then(|| view! { <th scope="col">{lang.pick("工作表", "Sheet")}</th> })}
                                <th scope="col" class="number">{lang.pick("行", "Line")}</th>
                                <th scope="col">{lang.pick("列", "Column")}</th>
                                <th scope="col">{lang.pick("内容", "Cell")}</th>
                                <th scope="col">{lang.pick("原因和办法", "Why, and what to do")}</th>
                            </tr>
                        </thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
            </details>
        }
    })
}

fn note_list(state: State, log: &Log) -> Option<impl IntoView + use<>> {
    let lang = state.lang();
    let item = |note: &Note| {
        let sheet = note.sheet.as_ref().map(|sheet| format!("{sheet} · "));
        let line = match lang {
            Lang::Zh => format!("第 {} 行：", note.line),
            Lang::En => format!("Line {}: ", note.line),
        };
        view! { <li>{sheet}{line}{note.text.clone()}</li> }
    };
    let items = log.notes.iter().take(MOST).map(item).collect_view();
    let all = log.notes.len();
    (all > 0).then(|| {
        let caption = match lang {
            Lang::Zh if all > MOST => {
                format!("当作说明、没有当作数据的 {all} 行，这里列出前 {MOST} 行，全部见下载的报告")
            }
            Lang::Zh => format!("当作说明、没有当作数据的 {all} 行"),
            Lang::En if all > MOST => format!(
                "{all} lines read as notes, not as data; the first {MOST} are listed, the downloaded log has all"
            ),
            Lang::En if all == 1 => "1 line read as a note, not as data".to_owned(),
            Lang::En => format!("{all} lines read as notes, not as data"),
        };
        view! {
            <details>
                <summary>{caption}</summary>
                <ul class="small">{items}</ul>
            </details>
        }
    })
}
