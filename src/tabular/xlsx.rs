//! Writing a workbook (.xlsx) of plain sheets: numbers are numbers, text is text and never a formula, heads stand still
//! and are printed on every page.

use super::pack;
use crate::lang::escape_markup;

/// A cell to be written.
#[derive(Clone, Debug, PartialEq)]
pub enum CellOut {
    /// Text, whatever it begins with.
    Text(String),
    /// A number with so many digits after the point, at most 6.
    Number(f64, usize),
    /// A part of a whole, 0.333 for 33.3%, with so many digits of the per cent after the point.
    Share(f64, usize),
}

/// A sheet to be written.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SheetOut {
    /// Its name; what names of sheets cannot hold is left out.
    pub name: String,
    /// The rows; a row may be shorter than others.
    pub rows: Vec<Vec<CellOut>>,
    /// How many rows at the top are title and heads: they stand still and are printed on every page.
    pub heads: usize,
    /// The rows that are in bold, from 0, beside the heads.
    pub bold: Vec<usize>,
}

const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const TYPES: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/// Excel cuts names of sheets here.
const LONGEST_NAME: usize = 31;
/// Digits after the point that there are formats for.
const MOST_DIGITS: usize = 6;
/// The formats before those of numbers: plain, bold, head.
const FORMATS_BEFORE: usize = 3;
/// The widest that a column is set, in digits.
const WIDEST: usize = 44;

/// Writes a workbook; of two sheets of one name the later gets a number.
pub fn xlsx(sheets: &[SheetOut]) -> Vec<u8> {
    let names = names(sheets);
    let mut files = vec![
        ("[Content_Types].xml".to_owned(), content_types(sheets.len())),
        ("_rels/.rels".to_owned(), package_relations()),
        ("xl/workbook.xml".to_owned(), workbook(sheets, &names)),
        ("xl/_rels/workbook.xml.rels".to_owned(), relations(sheets.len())),
        ("xl/styles.xml".to_owned(), styles()),
    ];
    for (at, sheet) in sheets.iter().enumerate() {
        files.push((format!("xl/worksheets/sheet{}.xml", at + 1), worksheet(sheet)));
    }
    let files: Vec<(String, String)> = files
        .into_iter()
        .map(|(name, xml)| (name, DECLARATION.to_owned() + &xml))
        .collect();
    pack(files.iter().map(|(name, xml)| (name.as_str(), xml.as_bytes())))
}

fn names(sheets: &[SheetOut]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for (at, sheet) in sheets.iter().enumerate() {
        let kept: String = sheet
            .name
            .chars()
            .filter(|c| !"[]:*?/\\'".contains(*c) && !c.is_control())
            .collect();
        let name: String = kept.trim().chars().take(LONGEST_NAME).collect();
        let taken = name.is_empty()
            || names
                .iter()
                .any(|known| known.to_lowercase() == name.to_lowercase());
        let numbered = || {
            format!(
                "{} {}",
                name.chars().take(LONGEST_NAME - 4).collect::<String>(),
                at + 1
            )
        };
        names.push(if taken { numbered() } else { name });
    }
    names
}

fn content_types(sheets: usize) -> String {
    let sheets: String = (1..=sheets)
        .map(|at| {
            format!(
                "<Override PartName=\"/xl/worksheets/sheet{at}.xml\" ContentType=\"{TYPES}.worksheet+xml\"/>"
            )
        })
        .collect();
    format!(
        "<Types xmlns=\"{PACKAGE}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"{TYPES}.sheet.main+xml\"/>\
         <Override PartName=\"/xl/styles.xml\" ContentType=\"{TYPES}.styles+xml\"/>{sheets}</Types>"
    )
}

fn package_relations() -> String {
    format!(
        "<Relationships xmlns=\"{PACKAGE}/relationships\"><Relationship Id=\"rId1\" Type=\"{OFFICE}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
    )
}

fn relations(sheets: usize) -> String {
    let sheets: String = (1..=sheets)
        .map(|at| {
            format!("<Relationship Id=\"rId{at}\" Type=\"{OFFICE}/worksheet\" Target=\"worksheets/sheet{at}.xml\"/>")
        })
        .collect();
    format!(
        "<Relationships xmlns=\"{PACKAGE}/relationships\">{sheets}<Relationship Id=\"rIdStyles\" Type=\"{OFFICE}/styles\" Target=\"styles.xml\"/></Relationships>"
    )
}

/// The list of sheets, what of each is printed, and which of its rows on every page.
fn workbook(sheets: &[SheetOut], names: &[String]) -> String {
    let (mut listed, mut printed) = (String::new(), String::new());
    for (at, (sheet, name)) in sheets.iter().zip(names).enumerate() {
        let (name, id) = (escape_markup(name), at + 1);
        listed += &format!("<sheet name=\"{name}\" sheetId=\"{id}\" r:id=\"rId{id}\"/>");
        let last = cell_name(sheet.rows.len().max(1), columns(sheet).max(1), true);
        printed += &format!(
            "<definedName name=\"_xlnm.Print_Area\" localSheetId=\"{at}\">'{name}'!$A$1:{last}</definedName>"
        );
        if sheet.heads > 0 {
            let heads = sheet.heads;
            printed += &format!(
                "<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"{at}\">'{name}'!$1:${heads}</definedName>"
            );
        }
    }
    format!(
        "<workbook xmlns=\"{MAIN}\" xmlns:r=\"{OFFICE}\"><sheets>{listed}</sheets><definedNames>{printed}</definedNames></workbook>"
    )
}

/// Formats of cells: plain, bold, head, then a number and a share of each count of digits, plain and bold.
fn styles() -> String {
    let digits = |count: usize| match count {
        0 => "0".to_owned(),
        _ => format!("0.{}", "0".repeat(count)),
    };
    let (mut formats, mut cells) = (String::new(), String::new());
    let border = "borderId=\"1\" applyBorder=\"1\"";
    for count in 0..=MOST_DIGITS {
        let (number, share) = (164 + 2 * count, 165 + 2 * count);
        formats += &format!(
            "<numFmt numFmtId=\"{number}\" formatCode=\"#,##{0}\"/><numFmt numFmtId=\"{share}\" formatCode=\"{0}%\"/>",
            digits(count)
        );
        for id in [number, share] {
            for font in [0, 1] {
                cells += &format!(
                    "<xf numFmtId=\"{id}\" fontId=\"{font}\" fillId=\"0\" {border} xfId=\"0\" applyNumberFormat=\"1\"/>"
                );
            }
        }
    }
    let wrap = "applyAlignment=\"1\"><alignment vertical=\"center\" wrapText=\"1\"/></xf>";
    format!(
        "<styleSheet xmlns=\"{MAIN}\"><numFmts count=\"{}\">{formats}</numFmts>\
         <fonts count=\"2\"><font><sz val=\"10.5\"/><name val=\"宋体\"/></font><font><b/><sz val=\"10.5\"/><name val=\"宋体\"/></font></fonts>\
         <fills count=\"3\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill>\
         <fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFEEF1F5\"/></patternFill></fill></fills>\
         <borders count=\"2\"><border/><border><left style=\"thin\"/><right style=\"thin\"/><top style=\"thin\"/><bottom style=\"thin\"/></border></borders>\
         <cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"{}\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" {border} xfId=\"0\" {wrap}\
         <xf numFmtId=\"0\" fontId=\"1\" fillId=\"0\" {border} xfId=\"0\" {wrap}<xf numFmtId=\"0\" fontId=\"1\" fillId=\"2\" applyFill=\"1\" {border} xfId=\"0\" {wrap}{cells}</cellXfs></styleSheet>",
        2 * (MOST_DIGITS + 1),
        FORMATS_BEFORE + 4 * (MOST_DIGITS + 1),
    )
}

fn worksheet(sheet: &SheetOut) -> String {
    let rows: String = sheet
        .rows
        .iter()
        .enumerate()
        .map(|(at, row)| row_xml(sheet, at, row))
        .collect();
    let heads = sheet.heads;
    let frozen = match heads {
        0 => String::new(),
        _ => format!(
            "<pane ySplit=\"{heads}\" topLeftCell=\"A{}\" activePane=\"bottomLeft\" state=\"frozen\"/>",
            heads + 1
        ),
    };
    let widths: String = (0..columns(sheet))
        .map(|at| {
            format!(
                "<col min=\"{0}\" max=\"{0}\" width=\"{1}\" customWidth=\"1\"/>",
                at + 1,
                width(sheet, at)
            )
        })
        .collect();
    let widths = if widths.is_empty() {
        widths
    } else {
        format!("<cols>{widths}</cols>")
    };
    format!(
        "<worksheet xmlns=\"{MAIN}\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr><sheetViews><sheetView workbookViewId=\"0\">{frozen}</sheetView></sheetViews>\
         {widths}<sheetData>{rows}</sheetData><pageMargins left=\"0.5\" right=\"0.5\" top=\"0.7\" bottom=\"0.7\" header=\"0.3\" footer=\"0.3\"/>\
         <pageSetup paperSize=\"9\" orientation=\"landscape\" fitToWidth=\"1\" fitToHeight=\"0\"/><headerFooter><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter></worksheet>"
    )
}

fn row_xml(sheet: &SheetOut, at: usize, row: &[CellOut]) -> String {
    let is_head = at < sheet.heads;
    let is_bold = sheet.bold.contains(&at);
    let cells: String = row
        .iter()
        .enumerate()
        .map(|(column, cell)| {
            let name = cell_name(at + 1, column + 1, false);
            let numbered = |value: f64, digits: usize, share: usize| {
                let style = FORMATS_BEFORE + 4 * digits.min(MOST_DIGITS) + 2 * share + usize::from(is_bold);
                format!("<c r=\"{name}\" s=\"{style}\"><v>{value}</v></c>")
            };
            match cell {
                CellOut::Number(value, digits) if value.is_finite() => numbered(*value, *digits, 0),
                CellOut::Share(value, digits) if value.is_finite() => numbered(*value, *digits, 1),
                CellOut::Number(..) | CellOut::Share(..) => String::new(),
                CellOut::Text(text) => {
                    let style = if is_head { 2 } else { usize::from(is_bold) };
                    let text: String = text.chars().filter(|c| !c.is_control() || *c == '\n').collect();
                    let text = escape_markup(&text);
                    format!("<c r=\"{name}\" s=\"{style}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{text}</t></is></c>")
                }
            }
        })
        .collect();
    format!("<row r=\"{}\">{cells}</row>\n", at + 1)
}

fn columns(sheet: &SheetOut) -> usize {
    sheet.rows.iter().map(Vec::len).max().unwrap_or(0)
}

/// How wide a column is in digits: its longest cell, within bounds; a title above the table does not count.
fn width(sheet: &SheetOut, column: usize) -> usize {
    let wide = |text: &str| {
        text.chars()
            .map(|c| if c.is_ascii() { 1 } else { 2 })
            .sum::<usize>()
    };
    let cells = sheet
        .rows
        .iter()
        .filter(|row| row.len() > 1)
        .filter_map(|row| row.get(column));
    let longest = cells.map(|cell| match cell {
        CellOut::Text(text) => wide(text),
        CellOut::Number(value, digits) => format!("{value:.digits$}").len() + 2,
        CellOut::Share(..) => 7,
    });
    longest.max().unwrap_or(0).clamp(6, WIDEST) + 2
}

/// A column, from 1, as spreadsheets name it: `A`, `Z`, `AA`.
pub fn column_letters(column: usize) -> String {
    let mut letters = String::new();
    let mut rest = column;
    while rest > 0 {
        letters.insert(0, char::from(b'A' + ((rest - 1) % 26) as u8));
        rest = (rest - 1) / 26;
    }
    letters
}

/// `B3`, or `$B$3`.
fn cell_name(row: usize, column: usize, is_fixed: bool) -> String {
    let letters = column_letters(column);
    if is_fixed {
        format!("${letters}${row}")
    } else {
        format!("{letters}{row}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_named_as_spreadsheets_name_them() {
        let names = [(1, 1), (3, 26), (3, 27), (9, 703)].map(|(row, column)| cell_name(row, column, false));
        assert_eq!(names, ["A1", "Z3", "AA3", "AAA9"]);
    }

    #[test]
    fn names_of_sheets_are_such_as_excel_takes_and_none_is_there_twice() {
        let sheet = |name: &str| SheetOut {
            name: name.into(),
            ..SheetOut::default()
        };
        let names = names(&[
            sheet("甲/乙[1]"),
            sheet("甲乙1"),
            sheet(""),
            sheet(&"长".repeat(40)),
        ]);
        assert_eq!(names[..3], ["甲乙1", "甲乙1 2", " 3"].map(str::to_owned));
        assert_eq!(names[3].chars().count(), LONGEST_NAME);
    }
}
