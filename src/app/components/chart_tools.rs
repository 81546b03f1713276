//! Taking a chart along: its link, its picture and its numbers.

use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::embed::EmbedChart;
use super::share::CopyLink;
use crate::browser::echarts::{Broken, Look, picture};
use crate::browser::{clock, download, raster};
use crate::chart::{POSTER, POSTER_TEXT, Plot, Tokens};
use crate::lang::Lang;
use crate::text::link::hand_on;

/// How far an export is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Export {
    Idle,
    Drawing,
    Done,
    Failed,
}

/// The two kinds of picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Format {
    Png,
    Svg,
}

/// A quiet row of buttons below a chart.
#[component]
pub fn ChartTools(plot: Signal<Plot>, lang: Signal<Lang>) -> impl IntoView {
    // Exported pictures are light in every theme: this element carries the light colours of paper.
    let light = NodeRef::<html::I>::new();
    let export = RwSignal::new(Export::Idle);
    let say = move |zh: &'static str, en: &'static str| lang.get().pick(zh, en);
    let take = move |format: Format| {
        let look = light.get_untracked().and_then(|host| Look::at(&host));
        let Some(Look { tokens, .. }) = look else {
            return export.set(Export::Failed);
        };
        let (plot, lang) = (plot.get_untracked(), lang.get_untracked());
        export.set(Export::Drawing);
        spawn_local(async move {
            let outcome = match offer(&plot, tokens, lang, format).await {
                Ok(()) => Export::Done,
                Err(Broken) => Export::Failed,
            };
            // The visitor may have left the page meanwhile.
            export.try_set(outcome);
        });
    };
    let numbers = move |_| {
        let lang = lang.get_untracked();
        plot.with_untracked(|plot| download::text(&file_name(plot, "csv"), "text/csv", &plot.csv(lang)));
        export.set(Export::Done);
    };
    let said = move || match export.get() {
        Export::Idle => "",
        Export::Drawing => say("正在画图……", "Drawing…"),
        Export::Done => say(
            "文件已交给浏览器下载。",
            "The file is with the browser’s downloads.",
        ),
        Export::Failed => say(
            "图没能画出来。数据仍可下载。",
            "The picture could not be drawn. The data can still be downloaded.",
        ),
    };
    let busy = move || export.get() == Export::Drawing;
    let name = move || plot.with(|plot| hand_on(&plot.title, lang.get()));
    view! {
        <div class="chart-tools" role="group" aria-label=name>
            <CopyLink />
            <button type="button" disabled=busy on:click=move |_| take(Format::Png)>
                {move || say("下载图片", "Download PNG")}
            </button>
            <button type="button" disabled=busy on:click=move |_| take(Format::Svg)>
                {move || say("下载 SVG", "Download SVG")}
            </button>
            <button type="button" on:click=numbers>{move || say("下载数据", "Download CSV")}</button>
            <EmbedChart title=Signal::derive(move || plot.with(|plot| plot.title.clone())) />
            <span class="small" role="status">{said}</span>
            <span hidden><span class="chart paper"><i node_ref=light></i></span></span>
        </div>
    }
}

/// Draws the chart for export and offers it as a file.
async fn offer(plot: &Plot, tokens: Tokens, lang: Lang, format: Format) -> Result<(), Broken> {
    let tokens = Tokens {
        text: POSTER_TEXT,
        ..tokens
    };
    let room = plot.poster_room(lang);
    let drawing = picture(&plot.drawing(&tokens, lang, room), room).await?;
    let svg = plot.poster(&drawing, &tokens, lang, &clock::today());
    match format {
        Format::Svg => download::text(&file_name(plot, "svg"), "image/svg+xml", &svg),
        Format::Png => {
            let png = raster::png(&svg, POSTER).await?;
            download::bytes(&file_name(plot, "png"), "image/png", &png);
        }
    }
    Ok(())
}

fn file_name(plot: &Plot, extension: &str) -> String {
    download::file_name(&plot.title, "chart", extension)
}
