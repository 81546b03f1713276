//! Sheets of open office programs, `.ods`. Cells carry their value and the text that is shown: a number is taken whole as long as
//! it is what is shown, else as it is shown.

use std::collections::BTreeSet;
use std::mem;

use calamine::Dimensions;

use super::grid::{Grid, MOST};
use super::marks::Marks;
use super::{Opened, Page, Problem, cell};
use crate::tabular::FileKind;
use crate::tabular::archive::Archive;
use crate::tabular::markup::{self, Piece, Tag};

/// Nobody has more filled cells repeated from row to row.
const MOST_REPEATED: usize = 500_000;

/// Reads a workbook that is an archive.
pub fn read(archive: &mut Archive<'_>) -> Result<Opened, Problem> {
    let manifest = archive.part("META-INF/manifest.xml").unwrap_or_default();
    if String::from_utf8_lossy(&manifest).contains("encryption-data") {
        return Err(Problem::Password);
    }
    let content = archive.part("content.xml").ok_or(Problem::Unreadable)?;
    read_xml(&String::from_utf8_lossy(&content))
}

/// Reads a workbook's content, or one that is a single text of XML.
pub fn read_xml(text: &str) -> Result<Opened, Problem> {
    let mut book = Book::default();
    for piece in markup::pieces(text) {
        match piece {
            Piece::Start(tag) => {
                book.start(tag);
                if tag.is_whole {
                    book.end(tag.name)?;
                }
            }
            Piece::End(name) => book.end(name)?,
            Piece::Text(text) => book.text(&markup::plain(text)),
            Piece::Verbatim(text) => book.text(text),
        }
    }
    Ok(book.opened)
}

#[derive(Default)]
struct Book {
    opened: Opened,
    /// The style being described, and those that hide a table or raise a text.
    style: String,
    hiding: BTreeSet<String>,
    raising: BTreeSet<String>,
    sheet: Sheet,
    cell: Option<Cell>,
    /// How deep in elements whose text is none of the cell's.
    unseen: u32,
}

/// The sheet being read; rows and columns from 0.
#[derive(Default)]
struct Sheet {
    name: String,
    is_hidden: bool,
    grid: Grid,
    marks: Marks,
    merged: Vec<Dimensions>,
    row: u32,
    column: u32,
    /// Columns described so far.
    described: u32,
    /// How many rows the one being read stands for, and its cells.
    rows: u32,
    /// Filled cells that stand for others.
    repeated: usize,
    texts: Vec<(u32, String)>,
}

#[derive(Default)]
struct Cell {
    kind: String,
    value: String,
    has_formula: bool,
    repeated: u32,
    spanned: (u32, u32),
    shown: String,
    /// For each open span where its text begins, if that is raised.
    spans: Vec<Option<usize>>,
}

/// Elements inside a cell that say nothing a person sees in it.
const UNSEEN: [&str; 4] = ["annotation", "note", "ruby-text", "shapes"];

impl Book {
    fn start(&mut self, tag: Tag<'_>) {
        let repeated = |name: &str| tag.number(name).unwrap_or(1).max(1);
        let hidden = matches!(
            tag.attribute("visibility").as_deref(),
            Some("collapse" | "filter")
        );
        if UNSEEN.contains(&tag.name) {
            self.unseen += 1;
        }
        match tag.name {
            "style" => self.style = tag.attribute("name").unwrap_or_default(),
            "table-properties" if tag.attribute("display").as_deref() == Some("false") => {
                self.hiding.insert(self.style.clone());
            }
            "text-properties" if tag.attribute("text-position").is_some_and(|at| is_raised(&at)) => {
                self.raising.insert(self.style.clone());
            }
            "table" if self.unseen == 0 => {
                let style = tag.attribute("style-name").unwrap_or_default();
                self.sheet = Sheet {
                    name: tag.attribute("name").unwrap_or_default(),
                    is_hidden: self.hiding.contains(&style),
                    ..Sheet::default()
                };
            }
            "table-column" => self.sheet.describe(repeated("number-columns-repeated"), hidden),
            "table-row" => self.sheet.start_row(repeated("number-rows-repeated"), hidden),
            "table-cell" | "covered-table-cell" if self.unseen == 0 => {
                self.cell = Some(Cell {
                    kind: tag.attribute("value-type").unwrap_or_default(),
                    value: value(tag),
                    has_formula: tag.attribute("formula").is_some(),
                    repeated: repeated("number-columns-repeated"),
                    spanned: (
                        repeated("number-rows-spanned"),
                        repeated("number-columns-spanned"),
                    ),
                    ..Cell::default()
                });
            }
            name => self.inside_cell(name, tag),
        }
    }

    /// What begins inside a cell.
    fn inside_cell(&mut self, name: &str, tag: Tag<'_>) {
        let Some(cell) = self.cell.as_mut().filter(|_| self.unseen == 0) else {
            return;
        };
        match name {
            "p" if !cell.shown.is_empty() => cell.shown.push('\n'),
            "line-break" => cell.shown.push('\n'),
            "tab" => cell.shown.push(' '),
            "s" => cell.shown.push(' '),
            "span" => {
                let style = tag.attribute("style-name").unwrap_or_default();
                let start = self.raising.contains(&style).then_some(cell.shown.len());
                cell.spans.push(start);
            }
            _ => {}
        }
    }

    fn end(&mut self, name: &str) -> Result<(), Problem> {
        if UNSEEN.contains(&name) {
            self.unseen = self.unseen.saturating_sub(1);
            return Ok(());
        }
        if self.unseen > 0 {
            return Ok(());
        }
        match name {
            "span" => {
                let start = self.cell.as_mut().and_then(|cell| cell.spans.pop().flatten());
                if let (Some(start), Some(cell)) = (start, &mut self.cell) {
                    cell::cut_note(&mut cell.shown, start);
                }
            }
            "table-cell" | "covered-table-cell" => {
                if let Some(cell) = self.cell.take() {
                    self.sheet.end_cell(cell)?;
                }
            }
            "table-row" => self.sheet.end_row()?,
            "table" => self.end_sheet()?,
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, text: &str) {
        if let Some(cell) = self.cell.as_mut().filter(|_| self.unseen == 0) {
            cell.shown.push_str(text);
        }
    }

    fn end_sheet(&mut self) -> Result<(), Problem> {
        let sheet = mem::take(&mut self.sheet);
        let grid = sheet.grid.complete(&sheet.merged)?;
        if sheet.is_hidden {
            self.opened.hidden.push(sheet.name);
        } else {
            self.opened.sheets.push(Page {
                name: sheet.name,
                grid,
                marks: sheet.marks,
            });
        }
        Ok(())
    }
}

impl Sheet {
    fn describe(&mut self, columns: u32, is_hidden: bool) {
        let first = self.described.min(MOST.1);
        self.described = first.saturating_add(columns).min(MOST.1);
        if is_hidden {
            self.marks.hidden_columns.extend(first..self.described);
        }
    }

    fn start_row(&mut self, rows: u32, is_hidden: bool) {
        self.rows = rows.min(MOST.0.saturating_sub(self.row));
        self.column = 0;
        if is_hidden {
            self.marks.hidden_rows.extend(self.row..self.row + self.rows);
        }
    }

    fn end_cell(&mut self, cell: Cell) -> Result<(), Problem> {
        let at = (self.row, self.column);
        let behind = self.column.saturating_add(cell.repeated);
        let text = cell.text();
        if text.trim().is_empty() {
            if cell.has_formula && cell.kind.is_empty() {
                self.marks.no_result.insert(at);
            }
        } else if behind > MOST.1 {
            return Err(Problem::Unreadable);
        } else {
            self.texts
                .extend((self.column..behind).map(|column| (column, text.clone())));
        }
        if cell.spanned != (1, 1) {
            let end = |first: u32, spanned: u32, most: u32| first.saturating_add(spanned - 1).min(most - 1);
            let end = (
                end(at.0, cell.spanned.0, MOST.0),
                end(at.1, cell.spanned.1, MOST.1),
            );
            self.merged.push(Dimensions::new(at, end));
        }
        self.column = behind;
        Ok(())
    }

    fn end_row(&mut self) -> Result<(), Problem> {
        let texts = mem::take(&mut self.texts);
        let behind = self.row.saturating_add(self.rows);
        if !texts.is_empty() {
            self.repeated += texts.len() * self.rows.saturating_sub(1) as usize;
            if self.repeated > MOST_REPEATED {
                return Err(Problem::Kind(FileKind::TooLarge));
            }
            for row in self.row..behind {
                for (column, text) in &texts {
                    self.grid.set((row, *column), text.clone());
                }
            }
        }
        self.row = behind;
        self.rows = 0;
        Ok(())
    }
}

impl Cell {
    /// The text of the cell as it is shown, numbers with all their digits.
    fn text(&self) -> String {
        let shown = self.shown.trim();
        let number = self.value.parse::<f64>().ok().filter(|number| number.is_finite());
        match (self.kind.as_str(), number) {
            ("percentage", Some(number)) => cell::number(number, "0%", false),
            ("float" | "currency", Some(number)) => {
                let whole = cell::number(number, "", false);
                match agrees(number, shown) {
                    Some(sign) => whole + sign,
                    None => shown.to_owned(),
                }
            }
            // A date that only its year is shown of is a year.
            ("date", _) if shown.chars().filter(char::is_ascii_digit).count() > 4 => {
                self.value.split('T').next().unwrap_or_default().to_owned()
            }
            _ if shown.is_empty() => self.value.clone(),
            _ => shown.to_owned(),
        }
    }
}

/// Whether a shown text is this number, perhaps rounded; with the % that stands behind it. A text that shows another
/// number than the value, as formats do that divide by a thousand, is none.
fn agrees(number: f64, shown: &str) -> Option<&'static str> {
    let digits: String = shown
        .chars()
        .filter(|c| c.is_ascii_digit() || matches!(c, '.' | '-'))
        .collect();
    let sign = match shown.chars().next_back() {
        Some('%') => "%",
        Some('‰') => "‰",
        _ => "",
    };
    let Ok(seen) = digits.parse::<f64>() else {
        // In words, or nothing at all: the value is what there is.
        return Some("");
    };
    let places = digits.split_once('.').map_or(0, |(_, places)| places.len());
    let rounded = 0.51 * 10f64.powi(-(places as i32));
    ((seen - number).abs() <= rounded).then_some(sign)
}

/// The value of a cell, whatever it is called for its kind.
fn value(tag: Tag<'_>) -> String {
    let names = [
        "value",
        "date-value",
        "string-value",
        "boolean-value",
        "time-value",
    ];
    names
        .into_iter()
        .find_map(|name| tag.attribute(name))
        .unwrap_or_default()
}

/// `super 58%`, `33% 58%`
fn is_raised(position: &str) -> bool {
    let first = position.split_whitespace().next().unwrap_or_default();
    first == "super"
        || first
            .trim_end_matches('%')
            .parse::<f64>()
            .is_ok_and(|raised| raised > 0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn book(rows: &str) -> Opened {
        let text = format!(
            "<office:document-content><style:style style:name=\"h\"><style:table-properties table:display=\"false\"/></style:style>\
             <style:style style:name=\"T1\"><style:text-properties style:text-position=\"super 58%\"/></style:style>\
             <table:table table:name=\"一\"><table:table-column/><table:table-column table:visibility=\"collapse\"/>{rows}</table:table>\
             <table:table table:name=\"二\" table:style-name=\"h\"></table:table></office:document-content>"
        );
        read_xml(&text).ok().expect("a workbook")
    }

    fn rows(cells: &str) -> Vec<(u32, String)> {
        let page = book(cells).sheets.into_iter().next().expect("a sheet");
        page.grid
            .into_records()
            .iter()
            .map(|record| (record.line, record.cells().collect::<Vec<_>>().join("|")))
            .collect()
    }

    fn cell(attributes: &str, shown: &str) -> String {
        format!("<table:table-cell {attributes}><text:p>{shown}</text:p></table:table-cell>")
    }

    #[test]
    fn cells_are_what_is_shown_with_all_their_digits() {
        let cells = [
            cell("office:value-type=\"float\" office:value=\"4.412\"", "4.4"),
            cell("office:value-type=\"percentage\" office:value=\"0.354\"", "35%"),
            cell("office:value-type=\"float\" office:value=\"0.44\"", "0.44%"),
            cell("office:value-type=\"float\" office:value=\"1234\"", "1.2"),
            cell(
                "office:value-type=\"date\" office:date-value=\"2021-01-01\"",
                "2021年",
            ),
            cell(
                "office:value-type=\"date\" office:date-value=\"2021-05-01T00:00:00\"",
                "1.5.2021",
            ),
            cell(
                "office:value-type=\"string\"",
                "4.4<text:span text:style-name=\"T1\">2</text:span>",
            ),
            cell("office:value-type=\"float\" office:value=\"12345\"", "12,345"),
        ];
        let row = format!("<table:table-row>{}</table:table-row>", cells.concat());
        let expected = "4.412|35.4%|0.44%|1.2|2021年|2021-05-01|4.4|12345";
        assert_eq!(rows(&row), [(1, expected.to_owned())]);
    }

    #[test]
    fn repeated_merged_hidden_and_annotated_cells_stand_where_they_are_seen() {
        let found = rows(
            "<table:table-row table:number-rows-repeated=\"2\"><table:table-cell table:number-columns-repeated=\"3\"/></table:table-row>\
             <table:table-row table:visibility=\"collapse\"><table:table-cell table:number-rows-spanned=\"2\"><text:p>甲</text:p>\
             <office:annotation><text:p>批注</text:p></office:annotation></table:table-cell>\
             <table:table-cell table:number-columns-repeated=\"2\"><text:p>a<text:s/>&amp;</text:p></table:table-cell></table:table-row>\
             <table:table-row><table:covered-table-cell/><table:table-cell table:formula=\"of:=1\"/><table:table-cell><text:p>b</text:p></table:table-cell></table:table-row>\
             <table:table-row table:number-rows-repeated=\"1048000\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>",
        );
        assert_eq!(found, [(3, "甲|a &|a &".to_owned()), (4, "甲||b".to_owned())]);
        let opened = book(
            "<table:table-row table:visibility=\"filter\"><table:table-cell table:formula=\"of:=1\"/></table:table-row>",
        );
        assert_eq!(opened.hidden, ["二"]);
        let marks = &opened.sheets[0].marks;
        assert_eq!(marks.hidden_rows, BTreeSet::from([0]));
        assert_eq!(marks.hidden_columns, BTreeSet::from([1]));
        assert_eq!(marks.no_result, BTreeSet::from([(0, 0)]));
    }

    #[test]
    fn monstrous_repetitions_are_refused() {
        let row = "<table:table-row table:number-rows-repeated=\"1048576\"><table:table-cell table:number-columns-repeated=\"16384\"><text:p>x</text:p></table:table-cell></table:table-row>";
        assert!(read_xml(&format!("<table:table>{row}</table:table>")).is_err());
    }
}
