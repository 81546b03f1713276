//! A report as Markdown: for a mail, a wiki, or any editor. Charts are told in a sentence.

use super::document::{Block, Document, Finding, Table};
use crate::lang::Lang;

/// Writes a document as Markdown. Text from files is escaped: it can neither mark up nor link.
pub fn markdown(document: &Document) -> String {
    let mut out = format!("# {}\n\n", escape(&document.title));
    if let Some(mark) = &document.mark {
        out += &format!("**{}**\n\n", escape(mark));
    }
    out += &format!("{}\n\n", escape(&document.subtitle));
    for (name, value) in &document.meta {
        out += &format!("- {}{}{}\n", escape(name), colon(document.lang), escape(value));
    }
    for section in &document.sections {
        out += &format!("\n## {}\n", escape(&section.heading));
        for block in &section.blocks {
            out.push('\n');
            push_block(&mut out, block, document.lang);
        }
    }
    out
}

fn push_block(out: &mut String, block: &Block, lang: Lang) {
    match block {
        Block::Heading(text) => *out += &format!("### {}\n", escape(text)),
        Block::Lead(text) => *out += &format!("**{}**\n", escape(text)),
        Block::Paragraph(text) => *out += &format!("{}\n", escape(text)),
        Block::Note(text) => *out += &format!("> {}\n", escape(text)),
        Block::List(items) => items
            .iter()
            .for_each(|item| *out += &format!("- {}\n", escape(item))),
        Block::Table(table) => push_table(out, table),
        Block::Chart(plot) => {
            let name = lang.pick("图", "Chart");
            *out += &format!("**{name}{}{}**\n\n", colon(lang), escape(&plot.title));
            *out += &format!("{}\n\n{}\n", escape(&plot.subtitle), escape(&plot.summary));
        }
        Block::Finding(finding) => push_finding(out, finding),
    }
}

fn push_table(out: &mut String, table: &Table) {
    let line = |cells: &[String]| {
        let cells: Vec<String> = cells.iter().map(|cell| escape(cell)).collect();
        format!("| {} |\n", cells.join(" | "))
    };
    let rule = (0..table.head.len()).map(|column| if table.is_numeric(column) { "---:" } else { "---" });
    *out += &format!("**{}**\n\n", escape(&table.caption));
    *out += &line(&table.head);
    *out += &format!("| {} |\n", rule.collect::<Vec<_>>().join(" | "));
    table.rows.iter().for_each(|row| *out += &line(row));
}

fn push_finding(out: &mut String, finding: &Finding) {
    *out += &format!(
        "### {}\n\n{}\n\n",
        escape(&finding.title),
        escape(&finding.subtitle)
    );
    finding
        .reasons
        .iter()
        .for_each(|reason| *out += &format!("- {}\n", escape(reason)));
    for advice in &finding.advice {
        *out += &format!("- → {} {}\n", escape(&advice.id), escape(&advice.text));
    }
}

fn colon(lang: Lang) -> &'static str {
    lang.pick("：", ": ")
}

/// Text that stays text: signs with a meaning are escaped, and line breaks, which would end a cell, are spaces.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '#' | '~' | '$' => out.extend(['\\', c]),
            '<' => out += "&lt;",
            '>' => out += "&gt;",
            '&' => out += "&amp;",
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    // A dash, a plus or a number with a full stop opens a list only at the start of a line.
    let digits = out.bytes().take_while(u8::is_ascii_digit).count();
    let opens_list = matches!(out.as_bytes().get(digits), Some(b'.' | b')')) && digits > 0;
    if opens_list || out.starts_with(['-', '+', '=']) {
        out.insert(digits, '\\');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn nothing_in_a_text_marks_up() {
        assert_eq!(escape("a|b\nc"), "a\\|b c");
        assert_eq!(escape("[x](http://y)<b>"), "\\[x\\](http://y)&lt;b&gt;");
        assert_eq!(escape("- 甲"), "\\- 甲");
        assert_eq!(escape("1. 甲"), "1\\. 甲");
        assert_eq!(escape("15.1‰"), "15\\.1‰");
    }
}
