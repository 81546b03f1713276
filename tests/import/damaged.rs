//! Damaged workbooks whose numbers no reader may believe: each is the smallest of a file that once brought one down.

use plan_tracker::tabular::pack;

use crate::support::{accounted, rejected};

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A workbook of one sheet with those rows and shared texts, as XML.
fn workbook(rows: &str, texts: &str) -> Vec<u8> {
    let relation = |kind: &str, target: &str| {
        format!(
            "<Relationships><Relationship Id=\"r1\" Type=\"{OFFICE}/{kind}\" Target=\"{target}\"></Relationship></Relationships>"
        )
    };
    let files = [
        ("[Content_Types].xml", "<Types></Types>".to_owned()),
        ("_rels/.rels", relation("officeDocument", "xl/workbook.xml")),
        ("xl/_rels/workbook.xml.rels", relation("worksheet", "sheet.xml")),
        (
            "xl/workbook.xml",
            format!(
                "<workbook xmlns=\"{MAIN}\" xmlns:r=\"{OFFICE}\"><sheets><sheet name=\"一\" r:id=\"r1\"></sheet></sheets></workbook>"
            ),
        ),
        ("xl/sharedStrings.xml", texts.to_owned()),
        (
            "xl/sheet.xml",
            format!("<worksheet xmlns=\"{MAIN}\"><sheetData>{rows}</sheetData></worksheet>"),
        ),
    ];
    pack(files.iter().map(|(name, text)| (*name, text.as_bytes())))
}

/// A row of numbers, each in a cell with such a reference or none.
fn row(references: &[&str]) -> String {
    let cells = references.iter().map(|cell| format!("<c{cell}><v>1</v></c>"));
    format!("<row>{}</row>", cells.collect::<String>())
}

#[test]
fn a_sound_workbook_of_that_make_is_read() {
    let texts =
        "<sst uniqueCount=\"3\"><si><t>指标</t></si><si><t>2021年</t></si><si><t>婴儿死亡率</t></si></sst>";
    let text = |at: usize| format!("<c t=\"s\"><v>{at}</v></c>");
    let rows = format!(
        "<row>{}{}</row><row>{}<c><v>4.4</v></c></row>",
        text(0),
        text(1),
        text(2)
    );
    let import = accounted("a.xlsx", &workbook(&rows, texts));
    assert_eq!((import.log.taken, rejected(&import)), (1, vec![]));
}

#[test]
fn no_room_is_made_for_texts_that_are_only_stated() {
    for stated in ["999999999999999999", "9999999999", "4000000000", "100"] {
        let texts = format!("<sst uniqueCount=\"{stated}\"><si><t>指标</t></si></sst>");
        let import = accounted("a.xlsx", &workbook(&row(&[""]), &texts));
        assert_eq!(rejected(&import), [(1, "", "", "not-text")], "{stated}");
    }
}

#[test]
fn nothing_is_counted_beyond_the_last_number_of_a_row_or_column() {
    let texts = "<sst></sst>";
    let beyond = ["<row r=\"4294967295\"></row>", &row(&[" r=\"ZZZZZZZZ1\"", ""])];
    for rows in beyond {
        let import = accounted("a.xlsx", &workbook(&format!("{rows}{}", row(&[""])), texts));
        assert_eq!(rejected(&import), [(1, "", "", "not-text")], "{rows}");
    }
}
