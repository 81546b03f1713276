//! What was taken and what was recorded, as files to take along.

use std::sync::Arc;

use leptos::prelude::*;

use crate::app::state::State;
use crate::browser::download;
use crate::import::{open_sdg, records_csv, tidy_csv};
use crate::tabular::pack;
use crate::text::files::save_records;

/// Everything taken from the files, as one tidy table to take along.
#[component]
pub(super) fn TakeAlong() -> impl IntoView {
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
            let tables: Vec<_> = files.iter().map(|file| Arc::clone(&file.table)).collect();
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

/// What the visitor has recorded, to carry to another machine.
#[component]
pub(super) fn SaveRecords() -> impl IntoView {
    let state = State::get();
    let save = move |_| {
        let csv = records_csv(&state.session.entered.get_untracked());
        download::text("records.csv", "text/csv;charset=utf-8", &csv);
    };
    view! {
        <Show when=move || state.session.entered.with(|records| !records.is_empty())>
            <section class="stack tight">
                <h2>{move || state.say("查证记录", "Recorded assessments")}</h2>
                <p class="row">
                    <button type="button" on:click=save>
                        {move || save_records(state.session.entered.with(Vec::len), state.lang())}
                    </button>
                </p>
            </section>
        </Show>
    }
}
