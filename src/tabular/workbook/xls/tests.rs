//! Streams of records as each Excel wrote them, made here.

use super::record::*;
use super::*;

fn record(kind: u16, parts: &[&[u8]]) -> Vec<u8> {
    let data = parts.concat();
    let mut bytes = [kind.to_le_bytes(), (data.len() as u16).to_le_bytes()].concat();
    bytes.extend(data);
    bytes
}

/// Row, column, and three bytes or two for the style.
fn at(row: u16, column: u16, style: &[u8]) -> Vec<u8> {
    [&row.to_le_bytes(), &column.to_le_bytes(), style].concat()
}

fn gbk(text: &str) -> Vec<u8> {
    encoding_rs::GB18030.encode(text).0.into_owned()
}

/// A text with its length in one byte in front.
fn short(text: &[u8]) -> Vec<u8> {
    [&[text.len() as u8], text].concat()
}

/// The same with two bytes.
fn long(text: &[u8]) -> Vec<u8> {
    [&(text.len() as u16).to_le_bytes(), text].concat()
}

fn cells(stream: &[u8]) -> Vec<(u32, String)> {
    let opened = read(stream).ok().expect("a workbook");
    let page = opened.sheets.into_iter().next().expect("a sheet");
    let records = page.grid.into_records();
    let joined = |record: &crate::tabular::Record| record.cells().collect::<Vec<_>>().join("|");
    records
        .iter()
        .map(|record| (record.line, joined(record)))
        .collect()
}

#[test]
fn excel_2_is_one_sheet_with_formats_in_its_cells() {
    let percent = [0, 1, 0];
    let stream = [
        record(BOF_2, &[&[2, 0, 0x10, 0]]),
        record(FORMAT_2, &[&short(b"General")]),
        record(FORMAT_2, &[&short(b"0.0%")]),
        record(LABEL_2, &[&at(0, 0, &[0; 3]), &short(&gbk("婴儿死亡率"))]),
        record(INTEGER_2, &[&at(0, 1, &[0; 3]), &2021u16.to_le_bytes()]),
        record(NUMBER_2, &[&at(1, 1, &percent), &0.354f64.to_le_bytes()]),
        record(BOOL_ERR_2, &[&at(1, 2, &[0; 3]), &[0x07, 1]]),
        record(EOF, &[]),
    ];
    let expected = [
        (1, "婴儿死亡率|2021".to_owned()),
        (2, "|35.4%|#DIV/0!".to_owned()),
    ];
    assert_eq!(cells(&stream.concat()), expected);
}

#[test]
fn excel_5_has_sheets_styles_and_texts_in_the_encoding_of_the_machine() {
    let globals = |start: u32| {
        [
            record(BOF, &[&[0, 5, 5, 0, 0, 0, 0, 0]]),
            record(CODE_PAGE, &[&936u16.to_le_bytes()]),
            record(FORMAT, &[&164u16.to_le_bytes(), &short(b"0.0%")]),
            record(XF, &[&[0, 0, 0, 0]]),
            record(XF, &[&[0, 0, 164, 0]]),
            record(
                BOUND_SHEET,
                &[&start.to_le_bytes(), &[0, 0], &short(&gbk("年报"))],
            ),
            record(EOF, &[]),
        ]
        .concat()
    };
    let sheet = [
        record(BOF, &[&[0, 5, 0x10, 0, 0, 0, 0, 0]]),
        record(LABEL, &[&at(0, 0, &[0, 0]), &long(&gbk("率"))]),
        record(NUMBER, &[&at(0, 1, &[1, 0]), &0.354f64.to_le_bytes()]),
        record(
            FORMULA,
            &[&at(0, 2, &[0, 0]), &[0, 0, 0, 0, 0, 0, 0xFF, 0xFF], &[0; 6]],
        ),
        record(STRING, &[&long(&gbk("合计"))]),
        record(EOF, &[]),
    ];
    let stream = [globals(globals(0).len() as u32), sheet.concat()].concat();
    assert_eq!(read(&stream).ok().expect("a workbook").sheets[0].name, "年报");
    assert_eq!(cells(&stream), [(1, "率|35.4%|合计".to_owned())]);
}

/// A sheet of Excel 97 of these records.
fn new(sheet: &[Vec<u8>]) -> Vec<u8> {
    let globals = |start: u32| {
        [
            record(BOF, &[&[0, 6, 5, 0, 0, 0, 0, 0]]),
            record(XF, &[&[0; 4]]),
            record(BOUND_SHEET, &[&start.to_le_bytes(), &[0, 0], &[1, 0, b'S']]),
            record(EOF, &[]),
        ]
        .concat()
    };
    let begin = record(BOF, &[&[0, 6, 0x10, 0, 0, 0, 0, 0]]);
    [
        globals(globals(0).len() as u32),
        begin,
        sheet.concat(),
        record(EOF, &[]),
    ]
    .concat()
}

fn formula(column: u16, result: [u8; 8], flags: u8) -> Vec<u8> {
    record(
        FORMULA,
        &[&at(0, column, &[0, 0]), &result, &[flags, 0, 0, 0, 0, 0]],
    )
}

const NOTHING: [u8; 8] = [3, 0, 0, 0, 0, 0, 0xFF, 0xFF];

fn marks(stream: &[u8]) -> crate::tabular::workbook::marks::Marks {
    let opened = read(stream).ok().expect("a workbook");
    opened.sheets.into_iter().next().expect("a sheet").marks
}

#[test]
fn formulas_that_nobody_has_computed_have_no_result() {
    let never = new(&[formula(0, NOTHING, 0), formula(1, 0f64.to_le_bytes(), 3)]);
    assert_eq!(marks(&never).no_result, [(0, 0), (0, 1)].into());
    // Excel itself stores nothing for an empty text.
    let computed = new(&[formula(0, NOTHING, 0), formula(1, 4.5f64.to_le_bytes(), 0)]);
    assert!(marks(&computed).no_result.is_empty());
    assert_eq!(cells(&computed), [(1, "|4.5".to_owned())]);
}

#[test]
fn hidden_rows_and_columns_and_errors_are_seen() {
    let row = record(ROW, &[&[4, 0], &[0; 10], &[0x20, 0, 0, 0]]);
    let column = record(COL_INFO, &[&[1, 0, 2, 0, 0, 0, 0, 0, 1, 0, 0, 0]]);
    let stream = new(&[row, column, record(BOOL_ERR, &[&at(4, 0, &[0, 0]), &[0x2A, 1]])]);
    assert_eq!(marks(&stream).hidden_rows, [4].into());
    assert_eq!(marks(&stream).hidden_columns, [1, 2].into());
    assert_eq!(cells(&stream), [(5, "#N/A".to_owned())]);
}

#[test]
fn texts_are_no_workbooks() {
    for text in [&b"\t\0\x04\0"[..], b"\tindicator,year", "\t指标".as_bytes(), b""] {
        assert!(!is_bare(text));
    }
}
