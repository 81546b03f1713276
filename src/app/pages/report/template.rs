//! Filling the office's own template: a .docx is chosen, filled from the report shown, and handed back; what it names
//! and the report does not know is said.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::File;

use super::ask;
use super::download::{WORD, charts_as_dots, file_name};
use crate::app::components::file_button::FileButton;
use crate::app::state::State;
use crate::browser::{download, files};
use crate::chart::Plot;
use crate::lang::Lang;
use crate::report::{Author, Document, Filled, NotADocument, chart_of, charts_wanted, fill};
use crate::text::writing;

/// The choice of a template, with how its names are written.
#[component]
pub(super) fn ByTemplate(
    /// What the author adds.
    author: RwSignal<Author>,
    /// The report shown.
    document: Memo<Arc<Document>>,
) -> impl IntoView {
    let state = State::get();
    let said = RwSignal::new(None::<Result<Vec<String>, NotADocument>>);
    let pick = move |chosen: Vec<File>| {
        spawn_local(async move {
            let outcome = filled(state, author, document, &chosen[0]).await;
            said.try_set(Some(outcome));
        });
    };
    view! {
        <details>
            <summary>{move || state.say("按本单位的模板填写", "Fill a template of your own")}</summary>
            <div class="stack tight">
                <p class="small">
                    {move || state.say(
                        "在 Word 模板里写上名称：单独一段的{{摘要}}、{{表:达标情况}}、{{图:孕产妇死亡率}}，句中的{{标题}}、{{数据截至}}，表格里一行的{{未达标指标.指标}}、{{未达标指标.最新}}（这一行会按数据重复）。模板只在这台设备上读取。",
                        "Write names into a Word template: alone in a paragraph {{Summary}}, {{表:Goals by level}}, {{图:indicator}}; in a sentence {{标题}}; in one row of a table {{caption.column}}, which is repeated. The template is read on this device alone.",
                    )}
                </p>
                <FileButton
                    id="report-template"
                    label=Signal::derive(move || state.say("选择模板（.docx）", "Choose a template (.docx)"))
                    accept=".docx"
                    pick
                />
                <p class="small" role="status">{move || said.get().map(|outcome| sentence(&outcome, state.lang()))}</p>
            </div>
        </details>
    }
}

/// Fills the file and offers it; hands back the names that mean nothing.
async fn filled(
    state: State,
    author: RwSignal<Author>,
    document: Memo<Arc<Document>>,
    file: &File,
) -> Result<Vec<String>, NotADocument> {
    let template = files::read(file).await.ok_or(NotADocument)?.to_vec();
    let wanted = charts_wanted(&template)?;
    let plots: Vec<(String, Plot)> = author.with_untracked(|author| {
        ask(state, author, |request| {
            wanted
                .into_iter()
                .filter_map(|name| Some((name.clone(), chart_of(request, &name)?)))
                .collect()
        })
    });
    let document = document.get_untracked();
    let pictures = charts_as_dots(plots.iter().map(|(_, plot)| plot), document.lang).await;
    let named: Vec<_> = plots.into_iter().map(|(name, _)| name).zip(pictures).collect();
    let Filled { bytes, unknown } = fill(&template, &document, &named)?;
    download::bytes(&file_name(&document, "docx"), WORD, &bytes);
    Ok(unknown)
}

fn sentence(outcome: &Result<Vec<String>, NotADocument>, lang: Lang) -> String {
    match outcome {
        Ok(unknown) => writing::filled(unknown, lang),
        Err(NotADocument) => lang
            .pick(
                "这个文件不是 .docx 文档，读不出正文。请在 Word 或 WPS 里另存为 .docx 再选。",
                "This file is no .docx document. Save it as .docx in Word or WPS and choose it again.",
            )
            .to_owned(),
    }
}
