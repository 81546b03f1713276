//! The tables of a web page, which many reporting systems export under the name `.xls`. A page is one sheet, as
//! Excel opens it: tables one under the other, and every text between them in a row of its own.

use std::collections::BTreeSet;
use std::mem;

use calamine::Dimensions;

use super::cell;
use super::grid::Grid;
use crate::tabular::Sheet;
use crate::tabular::markup::{self, Piece, Tag};

/// What browsers take for the most columns that one cell covers, and for the most rows.
const MOST_SPANNED: (u32, u32) = (1000, 65_534);
/// A sheet has no more columns.
const MOST_COLUMNS: u32 = 16_384;
/// Rows that merged cells cover in all; nobody merges more.
const MOST_REPEATED: u64 = 2_000_000;

/// The tables of a page; none where no table has two rows of two cells, or where there are more than a sheet holds.
pub fn read(text: &str) -> Option<Sheet> {
    let mut page = Page::default();
    for piece in markup::pieces_of_page(text) {
        match piece {
            Piece::Start(tag) => page.start(tag),
            Piece::End(name) => page.end(name),
            Piece::Text(text) => page.text().push_str(&markup::plain(text)),
            Piece::Verbatim(text) => page.text().push_str(text),
        }
    }
    page.finish()
}

#[derive(Default)]
struct Page {
    grid: Grid,
    merged: Vec<Dimensions>,
    /// Which of them are of the table being read: those from here on.
    of_table: usize,
    hidden_rows: BTreeSet<u32>,
    /// The row being filled, from 0, and the column of its next cell.
    row: u32,
    column: u32,
    /// Whether a row of a table is open.
    in_row: bool,
    cell: Option<Cell>,
    /// The text outside of cells since the last row.
    outside: String,
    /// For each column of the table the row from which on no cell above covers it.
    free_from: Vec<u32>,
    /// Rows with two cells or more.
    full_rows: usize,
    is_too_large: bool,
}

struct Cell {
    text: String,
    columns: u32,
    rows: u32,
    /// Where a raised text begins.
    raised: Option<usize>,
}

impl Page {
    fn text(&mut self) -> &mut String {
        self.cell
            .as_mut()
            .map_or(&mut self.outside, |cell| &mut cell.text)
    }

    fn start(&mut self, tag: Tag<'_>) {
        if tag.is("table") {
            self.end_table();
        } else if tag.is("tr") {
            self.end_row();
            self.start_row();
            if is_hidden(tag) {
                self.hidden_rows.insert(self.row + 1);
            }
        } else if tag.is("td") || tag.is("th") {
            self.end_cell();
            self.start_row();
            let spanned = |name, most| tag.number(name).unwrap_or(1).clamp(1, most);
            self.cell = Some(Cell {
                text: String::new(),
                columns: spanned("colspan", MOST_SPANNED.0),
                rows: spanned("rowspan", MOST_SPANNED.1),
                raised: None,
            });
        } else if tag.is("sup") {
            if let Some(cell) = &mut self.cell {
                cell.raised = Some(cell.text.len());
            }
        } else {
            self.break_at(tag.name);
        }
    }

    fn end(&mut self, name: &str) {
        match name.to_ascii_lowercase().as_str() {
            "table" => self.end_table(),
            "tr" => self.end_row(),
            "td" | "th" => self.end_cell(),
            "sup" => {
                if let Some(cell) = &mut self.cell
                    && let Some(start) = cell.raised.take()
                {
                    cell::cut_note(&mut cell.text, start);
                }
            }
            name => self.break_at(name),
        }
    }

    /// Ends a line of text where an element does so.
    fn break_at(&mut self, name: &str) {
        const LINES: [&str; 12] = [
            "br", "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "caption", "body",
        ];
        if LINES.iter().any(|line| name.eq_ignore_ascii_case(line)) {
            if self.in_row {
                self.text().push(' ');
            } else {
                self.end_outside();
            }
        }
    }

    fn start_row(&mut self) {
        if !self.in_row {
            self.end_outside();
            self.in_row = true;
            self.column = 0;
        }
    }

    /// A text outside of the tables is a row of its own.
    fn end_outside(&mut self) {
        let text = collapsed(&mem::take(&mut self.outside));
        if !text.is_empty() {
            self.grid.set((self.row, 0), text);
            self.row += 1;
        }
    }

    fn end_cell(&mut self) {
        let Some(cell) = self.cell.take() else { return };
        while self
            .free_from
            .get(self.column as usize)
            .is_some_and(|free| *free > self.row)
        {
            self.column += 1;
        }
        let (first, behind) = (self.column, self.column + cell.columns);
        if behind > MOST_COLUMNS {
            self.is_too_large = true;
            return;
        }
        if cell.rows > 1 {
            let covered = self.free_from.len().max(behind as usize);
            self.free_from.resize(covered, 0);
            self.free_from[first as usize..behind as usize].fill(self.row + cell.rows);
            let end = (self.row + cell.rows - 1, behind - 1);
            self.merged.push(Dimensions::new((self.row, first), end));
        }
        self.grid.set((self.row, first), collapsed(&cell.text));
        self.column = behind;
    }

    fn end_row(&mut self) {
        self.end_cell();
        if mem::take(&mut self.in_row) {
            self.full_rows += usize::from(self.column > 1);
            self.row += 1;
        }
    }

    fn end_table(&mut self) {
        self.end_row();
        self.end_outside();
        // A cell covers rows of its own table only.
        let last = self.row.saturating_sub(1);
        for region in &mut self.merged[self.of_table..] {
            region.end.0 = region.end.0.min(last);
        }
        self.of_table = self.merged.len();
        self.free_from.clear();
    }

    fn finish(mut self) -> Option<Sheet> {
        self.end_table();
        let rows = |region: &Dimensions| u64::from(region.end.0.saturating_sub(region.start.0));
        let repeated: u64 = self.merged.iter().map(rows).sum();
        if self.is_too_large || repeated > MOST_REPEATED || self.full_rows < 2 {
            return None;
        }
        Some(Sheet {
            records: self.grid.complete(&self.merged).ok()?.into_records(),
            hidden_rows: self.hidden_rows,
            ..Sheet::default()
        })
    }
}

fn is_hidden(tag: Tag<'_>) -> bool {
    let style = tag.attribute("style").unwrap_or_default().to_ascii_lowercase();
    let has_none = style
        .split(';')
        .any(|rule| rule.replace(' ', "") == "display:none");
    has_none || tag.attribute("hidden").is_some()
}

/// A text as browsers show it: breaks and runs of plain blanks are one blank.
fn collapsed(text: &str) -> String {
    let words = text
        .split(|c: char| c.is_ascii_whitespace())
        .filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<(u32, Vec<String>)> {
        let sheet = read(text).expect("a page with a table");
        let cells = |record: &crate::tabular::Record| record.cells().map(str::to_owned).collect();
        sheet
            .records
            .iter()
            .map(|record| (record.line, cells(record)))
            .collect()
    }

    #[test]
    fn texts_and_tables_stand_one_under_the_other() {
        let found = rows(
            "<div>示例年报</div><table><tr><th rowspan=2>指标<th colspan=2>2021<tr><th>男<th>女\
             <tr><td>&nbsp;甲<td>4.4<sup>1</sup><td>4.<b>1</b></table><p>注：试算",
        );
        let row = |line, cells: &[&str]| (line, cells.iter().map(|c| (*c).to_owned()).collect());
        assert_eq!(
            found,
            [
                row(1, &["示例年报"]),
                row(2, &["指标", "2021"]),
                row(3, &["指标", "男", "女"]),
                row(4, &["甲", "4.4", "4.1"]),
                row(5, &["注：试算"]),
            ]
        );
    }

    #[test]
    fn a_table_inside_a_cell_and_hidden_rows_are_known() {
        let page = "<table><tr><td>表头<table><tr><td>a<td>1</tr><tr style='display: none'><td>b<td>2m<sup>2</sup></table></table>";
        assert_eq!(
            rows(page).last().map(|(_, cells)| cells.join("|")),
            Some("b|2m2".to_owned())
        );
        assert_eq!(read(page).expect("a table").hidden_rows, BTreeSet::from([3]));
    }

    #[test]
    fn pages_without_a_table_of_figures_and_monstrous_ones_are_none() {
        assert!(read("<p>a, b</p>").is_none());
        assert!(read("<table><tr><td>指标<td>2021</table>").is_none());
        let wide = "<td colspan=1000>x".repeat(20);
        assert!(read(&format!("<table><tr>{wide}<tr>{wide}</table>")).is_none());
        let tall = "<tr><td rowspan=60000>x<td>y".repeat(3000);
        assert!(read(&format!("<table>{tall}</table>")).is_none());
    }
}
