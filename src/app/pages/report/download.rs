//! Taking the report along: printing it, and the files that it can be downloaded as.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::ask;
use super::paper::LOOK_ID;
use crate::app::state::State;
use crate::browser::echarts::{Look, picture};
use crate::browser::{download, look, print, raster};
use crate::chart::{Plot, Size, Tokens};
use crate::lang::Lang;
use crate::report::{
    Author, Document, Picture, Request, Scope, csv, docx, html, letter, letters, markdown, workbook,
};
use crate::tabular::pack;

/// The sheet's style, which a downloaded page carries along with the light tokens.
const PAPER_CSS: &str = include_str!("../../style/paper.css");
/// Its first rule holds the light tokens.
const TOKENS_CSS: &str = include_str!("../../style/tokens.css");
/// Pictures in a file are as wide as the text on A4, whatever the screen.
const PICTURE: Size = Size {
    width: 680.0,
    height: 300.0,
};
/// How many dots of a picture in a document stand for each of its pixels.
const SHARPNESS: f64 = 2.0;
/// What a Word document is called among types of files.
pub(super) const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
/// What a workbook is called among types of files.
const EXCEL: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/// The size of their text in pixels.
const PICTURE_TEXT: f64 = 13.0;

/// The buttons.
#[component]
pub(super) fn Downloads(
    /// What the author adds.
    author: RwSignal<Author>,
    /// The report shown.
    document: Memo<Arc<Document>>,
) -> impl IntoView {
    let state = State::get();
    let drawing = RwSignal::new(false);
    let name = move |extension: &str| document.with(|document| file_name(document, extension));
    let page = move |_| {
        drawing.set(true);
        spawn_local(async move {
            let document = document.get_untracked();
            let pictures = pictures(document.charts(), document.lang).await;
            let file = html(&document, &style(), &pictures);
            download::text(&file_name(&document, "html"), "text/html", &file);
            drawing.try_set(false);
        });
    };
    let word = move |_| {
        drawing.set(true);
        spawn_local(async move {
            let document = document.get_untracked();
            let pictures = charts_as_dots(document.charts(), document.lang).await;
            let file = docx(&document, &pictures);
            download::bytes(&file_name(&document, "docx"), WORD, &file);
            drawing.try_set(false);
        });
    };
    let plain =
        move |_| document.with(|document| download::text(&name("md"), "text/markdown", &markdown(document)));
    let sheet = move |_| {
        let file = author.with(|author| ask(state, author, csv));
        download::text(&name("csv"), "text/csv", &file);
    };
    let excel = move |_| {
        let file = author.with(|author| ask(state, author, workbook));
        download::bytes(&name("xlsx"), EXCEL, &file);
    };
    let has_agencies = move || state.session.agencies.with(|agencies| !agencies.is_empty());
    let letter_files = move |_| author.with(|author| ask(state, author, offer_letters));
    view! {
        <div class="row" role="group" aria-label=move || state.say("打印和下载", "Print and download")>
            <button type="button" class="primary" on:click=word disabled=move || drawing.get()>
                {move || state.say("下载 Word", "Download for Word")}
            </button>
            <button type="button" on:click=excel>{move || state.say("下载 Excel", "Download for Excel")}</button>
            <button type="button" on:click=move |_| print::page()>
                {move || state.say("打印或保存为 PDF", "Print or save as PDF")}
            </button>
            <button type="button" on:click=page disabled=move || drawing.get()>
                {move || state.say("下载 HTML", "Download HTML")}
            </button>
            <button type="button" on:click=plain>{move || state.say("下载 Markdown", "Download Markdown")}</button>
            <button type="button" on:click=sheet>{move || state.say("下载 CSV", "Download CSV")}</button>
            <Show when=has_agencies>
                <button type="button" on:click=letter_files>
                    {move || state.say("工作提示函（Word）", "Working notes to agencies (Word)")}
                </button>
            </Show>
            <p class="muted small" role="status">
                {move || drawing.get().then(|| state.say("正在画图……", "Drawing the charts…"))}
            </p>
        </div>
    }
}

/// Every chart as SVG in the sheet's colours; an empty text for one that cannot be drawn.
async fn pictures(plots: impl Iterator<Item = &Plot>, lang: Lang) -> Vec<String> {
    let Some(tokens) = look::element(LOOK_ID)
        .and_then(|host| Look::at(&host))
        .map(|look| look.tokens)
    else {
        return Vec::new();
    };
    let tokens = Tokens {
        text: PICTURE_TEXT,
        ..tokens
    };
    let mut pictures = Vec::new();
    for plot in plots {
        let drawing = plot.drawing(&tokens, lang, PICTURE);
        pictures.push(picture(&drawing, PICTURE).await.unwrap_or_default());
    }
    pictures
}

/// The letter to the agency that the report is about; else those to every agency, in one file.
fn offer_letters(request: &Request<'_>) {
    let word = |document: &Document| docx(document, &[]);
    if let Scope::Agency(agency) = request.scope {
        if let Some(document) = letter(request, agency) {
            download::bytes(&file_name(&document, "docx"), WORD, &word(&document));
        }
        return;
    }
    let letters = letters(request);
    let files: Vec<(String, Vec<u8>)> = letters
        .iter()
        .map(|(_, document)| (file_name(document, "docx"), word(document)))
        .collect();
    let together = pack(
        files
            .iter()
            .map(|(name, bytes)| (name.as_str(), bytes.as_slice())),
    );
    let name = request.lang.pick("工作提示函", "working-notes");
    download::bytes(&format!("{name}.zip"), "application/zip", &together);
}

/// Charts as pictures of dots, for documents: sharp enough for print, empty where one cannot be drawn.
pub(super) async fn charts_as_dots(plots: impl Iterator<Item = &Plot>, lang: Lang) -> Vec<Picture> {
    let size = Size {
        width: PICTURE.width * SHARPNESS,
        height: PICTURE.height * SHARPNESS,
    };
    let mut pictures = Vec::new();
    for svg in self::pictures(plots, lang).await {
        let png = match svg.is_empty() {
            true => Vec::new(),
            false => raster::png(&svg, size).await.unwrap_or_default(),
        };
        pictures.push(Picture {
            png,
            svg,
            width: size.width as u32,
            height: size.height as u32,
        });
    }
    pictures
}

pub(super) fn file_name(document: &Document, extension: &str) -> String {
    download::file_name(&document.name, "report", extension)
}

/// The style of a downloaded page.
fn style() -> String {
    format!("{}\n{PAPER_CSS}", light_tokens())
}

/// The rule that defines the light tokens.
fn light_tokens() -> &'static str {
    let from = TOKENS_CSS.find(":root").unwrap_or_default();
    let rule = &TOKENS_CSS[from..];
    rule.find('}').map_or("", |end| &rule[..=end])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_downloaded_page_has_the_light_tokens() {
        let tokens = light_tokens();
        assert!(
            tokens.contains("--page: #ffffff") && tokens.contains("--ink:") && tokens.ends_with('}'),
            "{tokens}"
        );
    }
}
