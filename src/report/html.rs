//! A report as one HTML file that needs nothing else: style and pictures are inside, and it may not run or
//! load anything.

use super::document::{Block, Document, Finding, Section, Table};
use crate::lang::Lang;
use crate::lang::escape_markup as escape;

/// Refuses everything but the style and the pictures inside the file.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/// Writes a document as HTML. `pictures` holds the charts as SVG in their order; where one is missing, its
/// sentence stands in. Text from files is escaped; `style` and `pictures` are the app's own.
pub fn html(document: &Document, style: &str, pictures: &[String]) -> String {
    let mut pictures = pictures.iter();
    let sections: String = document
        .sections
        .iter()
        .map(|part| section(part, document.lang, &mut pictures))
        .collect();
    let meta: String = document
        .meta
        .iter()
        .map(|(name, value)| format!("<div><dt>{}</dt><dd>{}</dd></div>\n", escape(name), escape(value)))
        .collect();
    let mark = document.mark.as_deref().map(escape);
    let class = if mark.is_some() { "paper invented" } else { "paper" };
    let shown = mark
        .as_ref()
        .map(|mark| format!("<p class=\"paper-mark\">{mark}</p>\n"))
        .unwrap_or_default();
    let behind = mark
        .as_ref()
        .map(|mark| format!("<p class=\"paper-watermark\" aria-hidden=\"true\">{mark}</p>\n"))
        .unwrap_or_default();
    format!(
        "<!doctype html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{title}</title>\n<style>\n{style}\n</style>\n</head>\n<body>\n\
         <article class=\"{class}\">\n{behind}<header class=\"paper-head\">\n{shown}\
         <h1 class=\"paper-title\">{title}</h1>\n<p class=\"paper-subtitle\">{subtitle}</p>\n\
         <dl class=\"paper-meta\">\n{meta}</dl>\n</header>\n{sections}</article>\n</body>\n</html>\n",
        lang = document.lang.tag(),
        title = escape(&document.title),
        subtitle = escape(&document.subtitle),
    )
}

fn section<'a>(section: &Section, lang: Lang, pictures: &mut impl Iterator<Item = &'a String>) -> String {
    let blocks: String = section
        .blocks
        .iter()
        .map(|part| block(part, lang, pictures))
        .collect();
    format!(
        "<section class=\"paper-section\">\n<h2>{}</h2>\n{blocks}</section>\n",
        escape(&section.heading)
    )
}

fn block<'a>(block: &Block, lang: Lang, pictures: &mut impl Iterator<Item = &'a String>) -> String {
    match block {
        Block::Heading(text) => format!("<h3>{}</h3>\n", escape(text)),
        Block::Lead(text) => format!("<p class=\"paper-lead\">{}</p>\n", escape(text)),
        Block::Paragraph(text) => format!("<p>{}</p>\n", escape(text)),
        Block::Note(text) => format!("<p class=\"paper-note\">{}</p>\n", escape(text)),
        Block::List(items) => list("paper-list", items),
        Block::Table(table) => self::table(table),
        Block::Chart(plot) => {
            let picture = pictures.next().filter(|picture| !picture.is_empty());
            let picture = picture.map(|svg| format!("<div class=\"paper-picture\">{svg}</div>\n"));
            format!(
                "<figure class=\"paper-figure\">\n<figcaption><strong>{}</strong><br><small>{}</small></figcaption>\n{}</figure>\n",
                escape(&plot.title),
                escape(&plot.subtitle),
                picture.unwrap_or_else(|| format!("<p>{}</p>\n", escape(&plot.summary))),
            )
        }
        Block::Finding(finding) => self::finding(finding, lang),
    }
}

fn table(table: &Table) -> String {
    let class = |column: usize| {
        let kind = table.kind(column);
        kind.map_or_else(String::new, |kind| format!(" class=\"{kind}\""))
    };
    let heads = table.head.iter().enumerate();
    let heads: String = heads
        .map(|(at, head)| format!("<th scope=\"col\"{}>{}</th>", class(at), escape(head)))
        .collect();
    let cell = |(at, cell): (usize, &String)| match at {
        0 => format!("<th scope=\"row\">{}</th>", escape(cell)),
        at => format!("<td{}>{}</td>", class(at), escape(cell)),
    };
    let row = |(at, cells): (usize, &Vec<String>)| {
        let class = if table.is_sum(at) { " class=\"sum\"" } else { "" };
        format!(
            "<tr{class}>{}</tr>\n",
            cells.iter().enumerate().map(cell).collect::<String>()
        )
    };
    format!(
        "<div class=\"paper-table\"><table>\n<caption>{}</caption>\n<thead><tr>{heads}</tr></thead>\n<tbody>\n{}</tbody>\n</table></div>\n",
        escape(&table.caption),
        table.rows.iter().enumerate().map(row).collect::<String>(),
    )
}

fn finding(finding: &Finding, lang: Lang) -> String {
    let advice: String = finding
        .advice
        .iter()
        .map(|advice| {
            format!(
                "<li><span class=\"id\">{}</span> <span lang=\"zh-CN\">{}</span></li>\n",
                escape(&advice.id),
                escape(&advice.text)
            )
        })
        .collect();
    let label = lang.pick("可采取的措施（规划原文）", "Measures to take (from the plans)");
    let advice = match advice.is_empty() {
        true => String::new(),
        false => format!("<p class=\"paper-label\">{label}</p>\n<ul class=\"paper-list\">\n{advice}</ul>\n"),
    };
    format!(
        "<section class=\"paper-finding\">\n<h3>{}</h3>\n<p class=\"paper-label\">{}</p>\n{}{advice}</section>\n",
        escape(&finding.title),
        escape(&finding.subtitle),
        list("paper-reasons", &finding.reasons),
    )
}

fn list(class: &str, items: &[String]) -> String {
    let items: String = items
        .iter()
        .map(|item| format!("<li>{}</li>\n", escape(item)))
        .collect();
    format!("<ul class=\"{class}\">\n{items}</ul>\n")
}
