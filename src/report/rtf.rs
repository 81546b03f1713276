//! A report as Rich Text Format, which Word, WPS and LibreOffice open and edit: A4, a header on every page,
//! tables whose head is repeated. Charts are told in a sentence; their numbers stand in the tables.

use super::document::{Block, Document, Finding, Table};
use crate::lang::Lang;

/// Width between the margins of A4 in twips, twentieths of a point.
const WIDTH: usize = 9638;
/// Fonts by the names that Chinese and other systems know them by, the page, and styles for the outline.
const OPENING: &str = "{\\rtf1\\ansi\\ansicpg936\\deff0\\uc1\n\
    {\\fonttbl{\\f0\\fnil\\fcharset134 SimSun;}{\\f1\\fnil\\fcharset134 SimHei;}}\n\
    {\\stylesheet{\\s0 Normal;}{\\s1\\outlinelevel0 heading 1;}{\\s2\\outlinelevel1 heading 2;}}\n\
    \\paperw11906\\paperh16838\\margl1134\\margr1134\\margt1304\\margb1134\n";
const FOOTER: &str = "{\\footer\\pard\\qc\\f0\\fs18{\\field{\\*\\fldinst PAGE}}\\par}\n";

/// Writes a document as RTF. Text from files is escaped: it can hold no command.
pub fn rtf(document: &Document) -> String {
    let mut out = String::from(OPENING);
    let header = document.mark.as_deref().unwrap_or(&document.title);
    out += &format!(
        "{{\\header\\pard\\qr\\f0\\fs18 {}\\par}}\n{FOOTER}",
        escape(header)
    );
    out += &format!(
        "\\pard\\qc\\sa160\\f1\\b\\fs40 {}\\b0\\par\n",
        escape(&document.title)
    );
    out += &format!(
        "\\pard\\qc\\sa240\\f0\\fs24 {}\\par\n",
        escape(&document.subtitle)
    );
    for (name, value) in &document.meta {
        paragraph(
            &mut out,
            &format!("{}{}{value}", name, document.lang.pick("：", ": ")),
        );
    }
    for section in &document.sections {
        out += &format!(
            "\\pard\\s1\\keepn\\sb320\\sa120\\f1\\b\\fs30 {}\\b0\\par\n",
            escape(&section.heading)
        );
        section
            .blocks
            .iter()
            .for_each(|block| push_block(&mut out, block, document.lang));
    }
    out.push('}');
    out
}

fn push_block(out: &mut String, block: &Block, lang: Lang) {
    match block {
        Block::Heading(text) | Block::Lead(text) => label(out, text),
        Block::Paragraph(text) | Block::Note(text) => paragraph(out, text),
        Block::List(items) => items.iter().for_each(|item| bullet(out, item)),
        Block::Table(table) => push_table(out, table),
        Block::Chart(plot) => {
            label(out, &format!("{}{}", lang.pick("图：", "Chart: "), plot.title));
            paragraph(out, &plot.summary);
        }
        Block::Finding(finding) => push_finding(out, finding, lang),
    }
}

fn paragraph(out: &mut String, text: &str) {
    *out += &format!("\\pard\\sa120\\sl360\\slmult1\\f0\\fs21 {}\\par\n", escape(text));
}

fn bullet(out: &mut String, text: &str) {
    *out += &format!(
        "\\pard\\li360\\fi-240\\sa80\\f0\\fs21 {} {}\\par\n",
        escape("·"),
        escape(text)
    );
}

fn label(out: &mut String, text: &str) {
    *out += &format!(
        "\\pard\\keepn\\sb160\\sa60\\f1\\b\\fs21 {}\\b0\\par\n",
        escape(text)
    );
}

fn push_finding(out: &mut String, finding: &Finding, lang: Lang) {
    *out += &format!(
        "\\pard\\s2\\keepn\\sb200\\sa40\\f1\\b\\fs24 {}\\b0\\par\n",
        escape(&finding.title)
    );
    paragraph(out, &finding.subtitle);
    finding.reasons.iter().for_each(|reason| bullet(out, reason));
    if !finding.advice.is_empty() {
        label(
            out,
            lang.pick("可采取的措施（规划原文）", "Measures to take (from the plans)"),
        );
    }
    finding
        .advice
        .iter()
        .for_each(|advice| bullet(out, &format!("{} {}", advice.id, advice.text)));
}

fn push_table(out: &mut String, table: &Table) {
    label(out, &table.caption);
    let edges = edges(table);
    let mut row = |cells: &[String], opening: &str, weight: &str| {
        *out += &format!("\\trowd\\trgaph60{opening}\\trkeep");
        for edge in &edges {
            *out += "\\clbrdrt\\brdrs\\brdrw5\\clbrdrl\\brdrs\\brdrw5\\clbrdrb\\brdrs\\brdrw5\\clbrdrr\\brdrs\\brdrw5";
            *out += &format!("\\cellx{edge}");
        }
        out.push('\n');
        for (at, cell) in cells.iter().enumerate() {
            let side = if table.is_numeric(at) { "\\qr" } else { "\\ql" };
            *out += &format!(
                "\\pard\\intbl{side}\\f0\\fs17{weight} {}\\b0\\cell\n",
                escape(cell)
            );
        }
        *out += "\\row\n";
    };
    row(&table.head, "\\trhdr", "\\b");
    for (at, cells) in table.rows.iter().enumerate() {
        row(cells, "", if table.is_sum(at) { "\\b" } else { "" });
    }
    *out += "\\pard\\sa120\\par\n";
}

/// The right edge of each column, in proportion to the text in it.
fn edges(table: &Table) -> Vec<usize> {
    let wide = |text: &String| {
        text.chars()
            .map(|c| if c.is_ascii() { 1 } else { 2 })
            .sum::<usize>()
    };
    let widest = |column: usize| {
        let cells = table.rows.iter().filter_map(|row| row.get(column));
        cells
            .chain(table.head.get(column))
            .map(wide)
            .max()
            .unwrap_or(0)
            .clamp(6, 36)
    };
    let widths: Vec<usize> = (0..table.head.len()).map(widest).collect();
    let total: usize = widths.iter().sum::<usize>().max(1);
    let sum = |at: usize| widths[..=at].iter().sum::<usize>();
    (0..widths.len()).map(|at| sum(at) * WIDTH / total).collect()
}

/// Text that stays text; what is not ASCII is written by its number, so that no code page can garble it.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    for c in text.chars() {
        match c {
            '\\' | '{' | '}' => out.extend(['\\', c]),
            c if c.is_control() => out.push(' '),
            c if c.is_ascii() => out.push(c),
            c => {
                for unit in c.encode_utf16(&mut [0; 2]) {
                    // Readers take the number as signed.
                    out += &format!("\\u{}?", *unit as i16);
                }
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn text_holds_no_command_and_keeps_its_letters() {
        assert_eq!(escape("a{\\b}\n"), "a\\{\\\\b\\} ");
        assert_eq!(escape("中"), "\\u20013?");
        assert_eq!(escape("龥"), format!("\\u{}?", 0x9fa5_u16 as i16));
        assert_eq!(escape("😀"), "\\u-10179?\\u-8704?");
    }
}
