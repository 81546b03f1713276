//! XML Spreadsheet 2003: a workbook as one XML text, often named `.xls`, with or without the line that says so.

use std::collections::BTreeMap;
use std::mem;

use calamine::Dimensions;

use super::grid::{Grid, MOST};
use super::marks::Marks;
use super::{Opened, Page, Problem, cell};
use crate::tabular::markup::{self, Piece, Tag};

/// Reads a workbook.
pub fn read(text: &str) -> Result<Opened, Problem> {
    let mut book = Book::default();
    for piece in markup::pieces(text) {
        match piece {
            Piece::Start(tag) => {
                book.start(tag)?;
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
    /// Codes of number formats by the name of their style.
    formats: BTreeMap<String, String>,
    style: String,
    name: String,
    grid: Grid,
    merged: Vec<Dimensions>,
    marks: Marks,
    /// Columns described so far.
    described: u32,
    is_hidden: bool,
    /// The next row and column, from 0.
    row: u32,
    column: u32,
    /// Rows without cells that follow a row and are written as one with it.
    blank_rows: u32,
    format: String,
    kind: String,
    value: String,
    has_formula: bool,
    /// Where a raised text begins.
    raised: Option<usize>,
    inside: Inside,
}

/// Which element's text is read.
#[derive(Clone, Copy, Default, PartialEq)]
enum Inside {
    #[default]
    Other,
    Data,
    Comment,
    Visible,
}

impl Book {
    fn start(&mut self, tag: Tag<'_>) -> Result<(), Problem> {
        match tag.name {
            "Style" => self.style = tag.attribute("ID").unwrap_or_default(),
            "NumberFormat" => {
                let code = tag.attribute("Format").map(code).unwrap_or_default();
                self.formats.insert(self.style.clone(), code);
            }
            "Worksheet" => {
                self.name = tag.attribute("Name").unwrap_or_default();
                (self.row, self.is_hidden, self.described) = (0, false, 0);
            }
            "Column" => {
                let first = tag
                    .number("Index")
                    .map_or(self.described, |column| column.saturating_sub(1));
                let span = tag.number("Span").unwrap_or(0);
                self.described = first.saturating_add(span).saturating_add(1).min(MOST.1);
                if is_hidden(tag) {
                    self.marks.hidden_columns.extend(first..self.described);
                }
            }
            "Row" => {
                self.row = tag
                    .number("Index")
                    .map_or(self.row, |row| row.saturating_sub(1))
                    .min(MOST.0);
                self.column = 0;
                self.blank_rows = tag.number("Span").unwrap_or(0).min(MOST.0);
                if is_hidden(tag) {
                    self.marks.hidden_rows.insert(self.row);
                }
            }
            "Cell" => self.start_cell(tag)?,
            "Data" if self.inside == Inside::Other => {
                self.inside = Inside::Data;
                self.kind = tag.attribute("Type").unwrap_or_default();
            }
            "Sup" if self.inside == Inside::Data => self.raised = Some(self.value.len()),
            "Comment" => self.inside = Inside::Comment,
            "Visible" => (self.inside, self.value) = (Inside::Visible, String::new()),
            _ => {}
        }
        Ok(())
    }

    fn start_cell(&mut self, tag: Tag<'_>) -> Result<(), Problem> {
        self.column = tag
            .number("Index")
            .map_or(self.column, |column| column.saturating_sub(1));
        let spanned = |name| tag.number(name).unwrap_or(0);
        let (across, down) = (spanned("MergeAcross"), spanned("MergeDown"));
        let end = (self.row.saturating_add(down), self.column.saturating_add(across));
        if end.0 >= MOST.0 || end.1 >= MOST.1 {
            return Err(Problem::Unreadable);
        }
        if end != (self.row, self.column) {
            self.merged.push(Dimensions::new((self.row, self.column), end));
        }
        let style = tag.attribute("StyleID").unwrap_or_default();
        self.format = self.formats.get(&style).cloned().unwrap_or_default();
        self.value.clear();
        self.kind.clear();
        self.raised = None;
        self.has_formula = tag.attribute("Formula").is_some();
        Ok(())
    }

    fn end(&mut self, name: &str) -> Result<(), Problem> {
        match name {
            "Data" if self.inside == Inside::Data => self.inside = Inside::Other,
            "Comment" => self.inside = Inside::Other,
            "Sup" => {
                if let Some(start) = self.raised.take() {
                    cell::cut_note(&mut self.value, start);
                }
            }
            "Visible" => {
                self.is_hidden |=
                    self.value.starts_with("SheetHidden") || self.value.starts_with("SheetVeryHidden");
                self.inside = Inside::Other;
            }
            "Cell" => {
                let text = self.shown();
                if self.has_formula && text.is_empty() {
                    self.marks.no_result.insert((self.row, self.column));
                }
                self.grid.set((self.row, self.column), text);
                let covered = self
                    .merged
                    .last()
                    .filter(|region| region.start == (self.row, self.column));
                self.column = covered.map_or(self.column, |region| region.end.1) + 1;
            }
            "Row" => self.row = (self.row + 1 + self.blank_rows).min(MOST.0),
            "Worksheet" => self.end_sheet()?,
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, text: &str) {
        if matches!(self.inside, Inside::Data | Inside::Visible) {
            self.value.push_str(text);
        }
    }

    /// The text of the cell as it is shown.
    fn shown(&self) -> String {
        match (self.kind.as_str(), self.value.trim().parse::<f64>()) {
            ("Number", Ok(number)) if number.is_finite() => cell::number(number, &self.format, false),
            ("DateTime", _) => self.value.split('T').next().unwrap_or_default().to_owned(),
            _ => self.value.clone(),
        }
    }

    fn end_sheet(&mut self) -> Result<(), Problem> {
        let name = mem::take(&mut self.name);
        let marks = mem::take(&mut self.marks);
        let grid = mem::take(&mut self.grid).complete(&mem::take(&mut self.merged))?;
        if self.is_hidden {
            self.opened.hidden.push(name);
        } else {
            self.opened.sheets.push(Page { name, grid, marks });
        }
        Ok(())
    }
}

fn is_hidden(tag: Tag<'_>) -> bool {
    tag.attribute("Hidden").as_deref() == Some("1")
}

/// The code of a number format, some of which have names here. Those of dates do not matter: dates come as such.
fn code(format: String) -> String {
    match format.as_str() {
        "Percent" => "0.00%".to_owned(),
        _ if format.contains(['0', '#', '?']) => format,
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_stand_where_their_numbers_say_and_show_their_format() {
        let text = "<?mso-application progid=\"Excel.Sheet\"?><Workbook><Styles><Style ss:ID=\"p\">\
            <NumberFormat ss:Format=\"Percent\"/></Style></Styles><Worksheet ss:Name=\"一\"><Table>\
            <Row ss:Index=\"3\"><Cell ss:MergeAcross=\"1\"><Data ss:Type=\"String\">a&amp;b</Data><Comment><Data>x</Data></Comment></Cell>\
            <Cell ss:StyleID=\"p\"><Data ss:Type=\"Number\">0.354</Data></Cell></Row>\
            <Row><Cell ss:Index=\"3\"><Data ss:Type=\"DateTime\">2021-05-01T00:00:00.000</Data></Cell></Row></Table></Worksheet>\
            <Worksheet ss:Name=\"二\"><Table/><WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet></Workbook>";
        let Ok(opened) = read(text) else {
            panic!("a workbook")
        };
        assert_eq!(opened.hidden, ["二"]);
        let Page { name, grid, .. } = opened.sheets.into_iter().next().expect("a sheet");
        let found: Vec<_> = grid
            .into_records()
            .iter()
            .map(|record| (record.line, record.cells().collect::<Vec<_>>().join("|")))
            .collect();
        assert_eq!(name, "一");
        assert_eq!(
            found,
            [(3, "a&b||35.4%".to_owned()), (4, "||2021-05-01".to_owned())]
        );
        assert!(read("<Workbook><Worksheet><Cell ss:Index=\"99999999\">").is_err());
        // A raised text that begins in one text and ends in another.
        let torn =
            "<Workbook><Worksheet><Cell><Data>4.4<Sup>2<Visible>x</Sup></Data></Cell></Worksheet></Workbook>";
        assert!(read(torn).is_ok());
    }

    #[test]
    fn hidden_rows_formulas_without_a_result_and_raised_notes_are_seen() {
        let text = "<Workbook><Worksheet ss:Name=\"一\"><Table><Column/><Column ss:Hidden=\"1\" ss:Span=\"1\"/>\
            <Row ss:Hidden=\"1\"><Cell ss:Formula=\"=1+1\"/><Cell><Data ss:Type=\"String\">4.4<Sup>2</Sup></Data></Cell>\
            </Row></Table></Worksheet></Workbook>";
        let page = read(text)
            .ok()
            .and_then(|opened| opened.sheets.into_iter().next());
        let Page { grid, marks, .. } = page.expect("a sheet");
        assert_eq!(marks.hidden_rows, [0].into());
        assert_eq!(marks.hidden_columns, [1, 2].into());
        assert_eq!(marks.no_result, [(0, 0)].into());
        assert_eq!(grid.into_records()[0].cell(1), "4.4");
    }
}
