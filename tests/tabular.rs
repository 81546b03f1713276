//! What holds for the readers of tables whatever they are given: they end, what is written reads back equal, the same
//! grid in any form has the same cells.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use encoding_rs::GB18030;
use plan_tracker::tabular::{self, Book, spreadsheet, spreadsheet_safe};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use rust_xlsxwriter::Workbook;
use zip::write::{SimpleFileOptions, ZipWriter};

/// How files of each kind begin, so that arbitrary bytes get past the first look.
const BEGINNINGS: [&[u8]; 12] = [
    b"",
    b"PK\x03\x04",
    b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1",
    b"\x09\x00\x04\x00\x02\x00\x10\x00",
    b"\x09\x08\x08\x00\x00\x05\x10\x00",
    b"<table><tr><td>",
    b"<Workbook><Worksheet><Table><Row><Cell ss:Index=\"",
    b"\xEF\xBB\xBF",
    b"\xFF\xFE",
    b"sep=;\n",
    b"a,\"b\nc\",",
    b"MIME-Version: 1.0\n",
];

/// A grid of texts; the first row has no empty cell, so that every form keeps its width.
type Grid = Vec<Vec<String>>;

fn cells(book: &Book) -> Vec<Grid> {
    let sheet = |sheet: &tabular::Sheet| {
        let widest = sheet
            .records
            .iter()
            .map(tabular::Record::width)
            .max()
            .unwrap_or(0);
        let row = |record: &tabular::Record| (0..widest).map(|at| record.cell(at).to_owned()).collect();
        sheet.records.iter().map(row).collect()
    };
    book.sheets.iter().map(sheet).collect()
}

fn read(bytes: &[u8]) -> Vec<Grid> {
    cells(&tabular::open(bytes).expect("a table"))
}

/// Words that no form has to quote, and numbers.
fn grid() -> impl Strategy<Value = Grid> {
    let word = select(vec![
        "指标",
        "婴儿死亡率",
        "示例市",
        "农村",
        "a & b",
        "x < y",
        "合计",
    ])
    .prop_map(str::to_owned);
    let number = (-99_999i32..99_999, 0u32..4)
        .prop_map(|(digits, places)| (f64::from(digits) / 10f64.powi(places as i32)).to_string());
    let cell = prop_oneof![2 => number, 2 => word.clone(), 1 => Just(String::new())];
    (2usize..6).prop_flat_map(move |width| {
        (vec(word.clone(), width), vec(vec(cell.clone(), width), 1..8)).prop_map(|(head, rows)| {
            let is_filled = |row: &Vec<String>| row.iter().any(|cell| !cell.is_empty());
            std::iter::once(head)
                .chain(rows.into_iter().filter(is_filled))
                .collect()
        })
    })
}

fn escaped(cell: &str) -> String {
    cell.replace('&', "&amp;").replace('<', "&lt;")
}

fn joined(grid: &Grid, delimiter: &str) -> String {
    grid.iter().map(|row| row.join(delimiter) + "\r\n").collect()
}

fn html(grid: &Grid) -> String {
    let row = |row: &Vec<String>| {
        let cells = row.iter().fold(String::new(), |mut cells, cell| {
            let _ = write!(cells, "<td>{}", escaped(cell));
            cells
        });
        format!("<tr>{cells}")
    };
    format!(
        "<div><table>{}</table></div>",
        grid.iter().map(row).collect::<String>()
    )
}

fn xml(grid: &Grid) -> String {
    let cell = |cell: &String| {
        let kind = if cell.parse::<f64>().is_ok() {
            "Number"
        } else {
            "String"
        };
        format!("<Cell><Data ss:Type=\"{kind}\">{}</Data></Cell>", escaped(cell))
    };
    let row = |row: &Vec<String>| format!("<Row>{}</Row>", row.iter().map(cell).collect::<String>());
    let rows: String = grid.iter().map(row).collect();
    format!("<Workbook><Worksheet ss:Name=\"a\"><Table>{rows}</Table></Worksheet></Workbook>")
}

fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in files {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(content).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn ods(grid: &Grid) -> Vec<u8> {
    let cell = |cell: &String| {
        let value = match cell.parse::<f64>() {
            Ok(number) => format!(" office:value-type=\"float\" office:value=\"{number}\""),
            Err(_) => String::new(),
        };
        format!(
            "<table:table-cell{value}><text:p>{}</text:p></table:table-cell>",
            escaped(cell)
        )
    };
    let row = |row: &Vec<String>| {
        format!(
            "<table:table-row>{}</table:table-row>",
            row.iter().map(cell).collect::<String>()
        )
    };
    let rows: String = grid.iter().map(row).collect();
    zip(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        (
            "content.xml",
            format!("<a><table:table table:name=\"a\">{rows}</table:table></a>").as_bytes(),
        ),
    ])
}

fn xlsx(grid: &Grid) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (row, cells) in (0..).zip(grid) {
        for (column, cell) in (0..).zip(cells) {
            match cell.parse::<f64>() {
                Ok(number) => sheet.write_number(row, column, number).unwrap(),
                Err(_) => sheet.write_string(row, column, cell).unwrap(),
            };
        }
    }
    book.save_to_buffer().unwrap()
}

fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    format!("\u{feff}{text}").encode_utf16().flat_map(bytes).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn arbitrary_bytes_are_read_or_refused(beginning in select(&BEGINNINGS[..]), rest in vec(any::<u8>(), 0..600)) {
        let _ = tabular::open([beginning, &rest].concat());
    }

    #[test]
    fn damaged_files_are_read_or_refused(
        grid in grid(), form in 0usize..5, flips in vec((any::<Index>(), any::<u8>()), 0..12), end in any::<Index>(), cut in any::<bool>(),
    ) {
        let mut bytes = match form {
            0 => xlsx(&grid),
            1 => ods(&grid),
            2 => xml(&grid).into_bytes(),
            3 => html(&grid).into_bytes(),
            _ => zip(&[("a.csv", joined(&grid, ",").as_bytes()), ("b.xlsx", &xlsx(&grid))]),
        };
        for (at, byte) in flips {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if cut {
            bytes.truncate(end.index(bytes.len()));
        }
        let _ = tabular::open(&bytes);
    }

    #[test]
    fn the_same_grid_in_any_form_has_the_same_cells(grid in grid()) {
        let expected = vec![grid.clone()];
        for delimiter in [",", "\t", ";", "|"] {
            prop_assert_eq!(&read(joined(&grid, delimiter).as_bytes()), &expected, "{:?}", delimiter);
        }
        prop_assert_eq!(&read(&xlsx(&grid)), &expected, "xlsx");
        prop_assert_eq!(&read(&ods(&grid)), &expected, "ods");
        prop_assert_eq!(&read(xml(&grid).as_bytes()), &expected, "xml");
        prop_assert_eq!(&read(&zip(&[("a/b.csv", joined(&grid, ",").as_bytes())])), &expected, "zip");
        if grid.len() > 1 {
            prop_assert_eq!(&read(html(&grid).as_bytes()), &expected, "html");
        }
    }

    #[test]
    fn a_text_is_the_same_in_every_encoding(grid in grid()) {
        let text = joined(&grid, ",");
        let expected = vec![grid];
        for bytes in [
            text.as_bytes().to_vec(),
            format!("\u{feff}{text}").into_bytes(),
            GB18030.encode(&format!("指标,地区,年份,数值\r\n{text}")).0.into_owned(),
            utf16(&text, u16::to_le_bytes),
            utf16(&text, u16::to_be_bytes),
        ] {
            let mut found = read(&bytes);
            // What tells the encoding without a mark is the words that every such table has.
            if found[0][0].starts_with(&["指标".to_owned(), "地区".to_owned(), "年份".to_owned()]) {
                let width = expected[0][0].len();
                found[0].remove(0);
                found[0].iter_mut().for_each(|row| row.truncate(width));
            }
            prop_assert_eq!(&found, &expected);
        }
    }

    // A line inside of quotes that has as many commas as a row is taken for one: somebody forgot the closing quote.
    #[test]
    fn what_is_written_reads_back_equal(
        rows in vec(vec("[=+@a-c,;|\"'指标０ -]{0,9}|[=@a-c;|\"'指标]{1,5}\n[a-c\"']{1,3}", 3), 1..8),
    ) {
        let head = ["指标", "地区", "年份"].map(str::to_owned).to_vec();
        // A row with as many of another delimiter as of its own is read by either: nothing tells them apart.
        let of_others = |row: &Vec<String>| row.concat().matches(['|', ';']).count();
        let kept = |row: &Vec<String>| {
            row.iter().all(|cell| cell.trim() == cell) && row.iter().any(|cell| !cell.is_empty()) && of_others(row) < 2
        };
        let rows: Grid = std::iter::once(head).chain(rows.into_iter().filter(kept)).collect();
        let safe = |row: &Vec<String>| row.iter().map(|cell| spreadsheet_safe(cell).into_owned()).collect::<Vec<_>>();
        let written = spreadsheet(rows.iter().map(safe));
        let found = read(written.as_bytes());
        let expected: Grid = rows.iter().map(safe).collect();
        prop_assert_eq!(&found, &vec![expected], "{}", written);
    }
}
