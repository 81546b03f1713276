//! The report on its sheet. The classes are those of the downloaded page, so that one style serves both; here
//! the charts can be walked and the tables scrolled.

use std::sync::Arc;

use leptos::prelude::*;

use crate::app::components::chart::Chart;
use crate::app::state::State;
use crate::browser::look;
use crate::report::{Advice, Block, Document, Finding, Section, Table};

/// What the ids on the sheet of the report begin with.
pub(super) const PAPER: &str = "part";
/// The id of the element on it that pictures for files take their colours from.
pub(super) const LOOK_ID: &str = "part-look";

/// The sheet.
#[component]
pub(super) fn Paper(
    /// What the ids on it begin with.
    id: &'static str,
    /// The report.
    document: Memo<Arc<Document>>,
) -> impl IntoView {
    move || {
        let document = document.get();
        let class = if document.mark.is_some() {
            "paper invented"
        } else {
            "paper"
        };
        let mark = document.mark.clone();
        let behind = mark
            .clone()
            .map(|mark| view! { <p class="paper-watermark" aria-hidden="true">{mark}</p> });
        let meta = document.meta.iter().cloned().map(|(name, value)| {
            view! { <div><dt>{name}</dt><dd>{value}</dd></div> }
        });
        view! {
            <article class=class aria-labelledby=format!("{id}-title")>
                {behind}
                <div class="chart paper-look"><i id=format!("{id}-look") class="chart-host"></i></div>
                <header class="paper-head">
                    {mark.map(|mark| view! { <p class="paper-mark">{mark}</p> })}
                    <h2 class="paper-title" id=format!("{id}-title")>{document.title.clone()}</h2>
                    <p class="paper-subtitle">{document.subtitle.clone()}</p>
                    <dl class="paper-meta">{meta.collect_view()}</dl>
                </header>
                {document.sections.iter().enumerate().map(|(at, it)| section(part_id(id, at), it)).collect_view()}
            </article>
        }
    }
}

/// The parts of the report, each a way to it. The address carries the page, so the way is a button.
#[component]
pub(super) fn Contents(
    /// The report.
    document: Memo<Arc<Document>>,
) -> impl IntoView {
    let state = State::get();
    let part = |(at, section): (usize, &Section)| {
        let go = move |_| {
            look::scroll_to(&part_id(PAPER, at));
        };
        view! { <li><button type="button" class="plain" on:click=go>{section.heading.clone()}</button></li> }
    };
    view! {
        <details class="report-contents" open=!look::is_narrow()>
            <summary>{move || state.say("目录", "Contents")}</summary>
            <ol>{move || document.with(|document| document.sections.iter().enumerate().map(part).collect_view())}</ol>
        </details>
    }
}

/// The id of a part's element.
fn part_id(paper: &str, at: usize) -> String {
    format!("{paper}-{}", at + 1)
}

fn section(id: String, section: &Section) -> impl IntoView + use<> {
    view! {
        <section class="paper-section" id=id>
            <h3>{section.heading.clone()}</h3>
            {section.blocks.iter().map(block).collect_view()}
        </section>
    }
}

fn block(block: &Block) -> AnyView {
    match block {
        Block::Heading(text) => view! { <h4>{text.clone()}</h4> }.into_any(),
        Block::Lead(text) => view! { <p class="paper-lead">{text.clone()}</p> }.into_any(),
        Block::Paragraph(text) => view! { <p>{text.clone()}</p> }.into_any(),
        Block::Note(text) => view! { <p class="paper-note">{text.clone()}</p> }.into_any(),
        Block::List(items) => list("paper-list", items).into_any(),
        Block::Table(table) => self::table(table).into_any(),
        Block::Chart(plot) => {
            let (plot, state) = (plot.as_ref().clone(), State::get());
            view! { <Chart plot=Signal::stored(plot) lang=Signal::derive(move || state.lang()) open=false /> }
                .into_any()
        }
        Block::Finding(finding) => self::finding(finding).into_any(),
    }
}

fn table(table: &Table) -> impl IntoView + use<> {
    let class = |column| table.kind(column).unwrap_or_default();
    let heads = table.head.iter().enumerate().map(|(at, head)| {
        view! { <th scope="col" class=class(at)>{head.clone()}</th> }
    });
    let cell = |(at, cell): (usize, &String)| match at {
        0 => view! { <th scope="row">{cell.clone()}</th> }.into_any(),
        at => view! { <td class=class(at)>{cell.clone()}</td> }.into_any(),
    };
    let row = |(at, cells): (usize, &Vec<String>)| {
        let class = if table.is_sum(at) { "sum" } else { "" };
        view! { <tr class=class>{cells.iter().enumerate().map(cell).collect_view()}</tr> }
    };
    view! {
        <div class="paper-table" role="region" tabindex="0" aria-label=table.caption.clone()>
            <table>
                <caption>{table.caption.clone()}</caption>
                <thead><tr>{heads.collect_view()}</tr></thead>
                <tbody>{table.rows.iter().enumerate().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
}

fn finding(finding: &Finding) -> impl IntoView + use<> {
    let state = State::get();
    let measure = |advice: &Advice| {
        view! {
            <li>
                <span class="id">{advice.id.clone()}</span>
                " "
                <span lang="zh-CN">{advice.text.clone()}</span>
            </li>
        }
    };
    let advice = finding.advice.iter().map(measure).collect_view();
    let measures = (!finding.advice.is_empty()).then(|| {
        view! {
            <p class="paper-label">{state.say("可采取的措施（规划原文）", "Measures to take (from the plans)")}</p>
            <ul class="paper-list">{advice}</ul>
        }
    });
    view! {
        <section class="paper-finding">
            <h4>{finding.title.clone()}</h4>
            <p class="paper-label">{finding.subtitle.clone()}</p>
            {list("paper-reasons", &finding.reasons)}
            {measures}
        </section>
    }
}

fn list(class: &'static str, items: &[String]) -> impl IntoView + use<> {
    let item = |item: &String| view! { <li>{item.clone()}</li> };
    view! { <ul class=class>{items.iter().map(item).collect_view()}</ul> }
}
