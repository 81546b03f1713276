//! Tables: a fixed grid, since WPS lays out none without one, and heads that are repeated on every page.

use super::super::document::Table;
use super::xml;
use crate::lang::Lang;

/// Width between the margins in twips, twentieths of a point.
pub const WIDTH: usize = 8844;
/// What stands left and right of the text in a cell, in twips.
const MARGINS: usize = 130;
/// No column is narrower, in twips: three characters.
const NARROWEST: usize = 420;
/// More columns than this are set in smaller type.
const WIDE: usize = 7;

/// The caption and the table in the document's own styles.
pub fn table(table: &Table, lang: Lang) -> String {
    let style = if table.head.len() > WIDE {
        "TableTextSmall"
    } else {
        "TableText"
    };
    let paragraph = |text: &str, is_number: bool, is_bold: bool| {
        let side = if is_number { "<w:jc w:val=\"right\"/>" } else { "" };
        let bold = if is_bold { "<w:rPr><w:b/></w:rPr>" } else { "" };
        format!(
            "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{side}</w:pPr><w:r>{bold}<w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>"
        )
    };
    format!(
        "{}{}{}",
        xml::paragraph("Caption", &xml::text(&table.caption, lang)),
        grid(table, lang, ("<w:tblStyle w:val=\"TableGrid\"/>", ""), paragraph),
        xml::paragraph("AfterTable", ""),
    )
}

/// The table alone. `properties` go before and after its width, in the order that the format wants; `paragraph` makes the
/// paragraph of a cell from escaped text, whether it is a number, and whether it is bold.
pub fn grid(
    table: &Table,
    lang: Lang,
    properties: (&str, &str),
    paragraph: impl Fn(&str, bool, bool) -> String,
) -> String {
    let widths = widths(table);
    let columns: String = widths
        .iter()
        .map(|width| format!("<w:gridCol w:w=\"{width}\"/>"))
        .collect();
    let row = |cells: &[String], is_head: bool, is_bold: bool| {
        let cells: String = cells
            .iter()
            .zip(&widths)
            .enumerate()
            .map(|(at, (text, width))| {
                let text = paragraph(&xml::text(text, lang), table.is_numeric(at), is_bold);
                format!("<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>{text}</w:tc>")
            })
            .collect();
        let head = if is_head { "<w:tblHeader/>" } else { "" };
        format!("<w:tr><w:trPr><w:cantSplit/>{head}</w:trPr>{cells}</w:tr>\n")
    };
    let rows: String = table
        .rows
        .iter()
        .enumerate()
        .map(|(at, cells)| row(cells, false, table.is_sum(at)))
        .collect();
    let (before, after) = properties;
    format!(
        "<w:tbl><w:tblPr>{before}<w:tblW w:w=\"{WIDTH}\" w:type=\"dxa\"/><w:jc w:val=\"center\"/>{after}\
         <w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>\n{}{rows}</w:tbl>\n",
        row(&table.head, true, true),
    )
}

/// The width of each column; together they fill the page. Figures never break where there is room for them; words
/// share what is left in proportion to their length.
fn widths(table: &Table) -> Vec<usize> {
    // A tenth of the size of type, in twips.
    let unit = if table.head.len() > WIDE { 16 } else { 19 };
    let longest = |column: usize| {
        let cells = table
            .rows
            .iter()
            .filter_map(|row| row.get(column))
            .map(|cell| units(cell));
        // A head may be broken over lines, a figure may not.
        let head = table.head.get(column).map_or(0, |head| units(head)).div_ceil(2);
        cells.max().unwrap_or(0).max(head)
    };
    let columns = 0..table.head.len();
    let figures: Vec<Option<usize>> = columns
        .clone()
        .map(|at| {
            table
                .is_numeric(at)
                .then(|| longest(at).clamp(20, 120) * unit + MARGINS)
        })
        .collect();
    let weights: Vec<usize> = columns.map(|at| longest(at).clamp(30, 170)).collect();
    let taken: usize = figures.iter().flatten().sum();
    // Where figures would leave the words no room, every column shares the page with the others.
    let is_tight = taken > WIDTH * 2 / 3;
    let fixed = |figure: &Option<usize>| figure.filter(|_| !is_tight);
    let flexible = |(_, figure): &(&usize, &Option<usize>)| fixed(figure).is_none();
    let shared: usize = weights
        .iter()
        .zip(&figures)
        .filter(flexible)
        .map(|(weight, _)| weight)
        .sum();
    let count = figures.iter().filter(|figure| fixed(figure).is_none()).count();
    let room = WIDTH - figures.iter().filter_map(fixed).sum::<usize>() - count * NARROWEST;
    let width = |(weight, figure): (&usize, &Option<usize>)| {
        fixed(figure).unwrap_or_else(|| NARROWEST + weight * room / shared.max(1))
    };
    weights.iter().zip(&figures).map(width).collect()
}

/// How long a text is in tenths of a Chinese character, in type that is rather wide.
fn units(text: &str) -> usize {
    let width = |c: char| match c {
        '\u{2009}' | ' ' | '.' | ',' | ':' | '/' | '-' => 3,
        c if c.is_ascii() => 6,
        _ => 10,
    };
    text.chars().map(width).sum()
}
