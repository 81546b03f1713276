//! What of a file is asked about, was not taken, or was read as a note: thing by thing.

use leptos::prelude::*;

use crate::app::state::State;
use crate::import::{Log, Note, Rejection};
use crate::text::{files, mapping};

/// At most this many rejections, and as many notes, are listed on the page; the downloaded log has all.
const MOST: usize = 200;

/// Rates that the file does not state.
pub(super) fn computed(state: State, log: &Log) -> Option<impl IntoView + use<>> {
    let lang = state.lang();
    let all = log.computed.len();
    let shown = log.computed.iter().take(MOST);
    let shown = shown.map(|computed| view! { <li>{computed.message(state.catalogue, lang)}</li> });
    let caption = files::computed(all, lang);
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
pub(super) fn questions(state: State, log: &Log) -> Option<impl IntoView + use<>> {
    let lang = state.lang();
    let assumed = log.assumed_area.as_ref();
    let assumed = assumed.map(|area| files::assumed_area(area, lang));
    let doubts = log
        .doubts
        .iter()
        .take(MOST)
        .map(|doubt| view! { <li>{doubt.message(state.catalogue, lang)}</li> })
        .collect_view();
    let all = log.doubts.len();
    let caption = mapping::in_doubt(all, lang);
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

/// Everything that was not taken.
pub(super) fn rejection_table(state: State, log: &Log) -> Option<impl IntoView + use<>> {
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
        let caption = files::not_taken(all, MOST, lang);
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

/// The lines that were read as notes.
pub(super) fn note_list(state: State, log: &Log) -> Option<impl IntoView + use<>> {
    let lang = state.lang();
    let item = |note: &Note| {
        let sheet = note.sheet.as_ref().map(|sheet| format!("{sheet} · "));
        let line = files::line(note.line, lang);
        view! { <li>{sheet}{line}{note.text.clone()}</li> }
    };
    let items = log.notes.iter().take(MOST).map(item).collect_view();
    let all = log.notes.len();
    (all > 0).then(|| {
        let caption = files::notes(all, MOST, lang);
        view! {
            <details>
                <summary>{caption}</summary>
                <ul class="small">{items}</ul>
            </details>
        }
    })
}
