//! Archives of tables, sheets of open office programs, and files that only look like either.

use std::io::{Cursor, Write};

use plan_tracker::catalogue::builtin;
use plan_tracker::import::{Import, import, tidy_csv};
use plan_tracker::lang::Lang;
use plan_tracker::tabular::{self, Encoding, Error, FileKind};
use rust_xlsxwriter::Workbook;
use zip::write::{SimpleFileOptions, ZipWriter};
use zip::{CompressionMethod, DateTime};

use crate::support::{accounted, taken};

/// Names and contents of the files of an archive.
type Files<'f> = &'f [(&'f str, &'f [u8])];

fn zip(files: Files<'_>) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    for (name, content) in files {
        zip.start_file(*name, options).unwrap();
        zip.write_all(content).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn xlsx(sheet: &str, rows: &[[&str; 3]]) -> Vec<u8> {
    let mut book = Workbook::new();
    let page = book.add_worksheet().set_name(sheet).unwrap();
    for (row, cells) in (0..).zip(rows) {
        for (column, cell) in (0..).zip(cells) {
            match cell.parse::<f64>() {
                Ok(number) => page.write_number(row, column, number).unwrap(),
                Err(_) => page.write_string(row, column, *cell).unwrap(),
            };
        }
    }
    book.save_to_buffer().unwrap()
}

fn sentence(import: &Import) -> String {
    import.log.rejected[0].message(Lang::En)
}

#[test]
fn every_table_of_an_archive_is_read_and_says_where_it_stands() {
    let book = xlsx(
        "年报",
        &[["指标", "地区", "2021年"], ["孕产妇死亡率", "示例市", "8.1"]],
    );
    let bytes = zip(&[
        ("说明/readme.md", "指标,年份\n婴儿死亡率,2019\n".as_bytes()),
        ("__MACOSX/._a.csv", b"\0\0\0\x07"),
        ("婴儿死亡率.csv", "地区,年份,数值\n示例市,2021,4.5\n".as_bytes()),
        ("2021\\book.xlsx", &book),
        ("scan.csv", b"%PDF-1.7"),
        ("inner.zip", &zip(&[("a.csv", b"a,b\n")])),
    ]);
    let import = accounted("download.zip", &bytes);
    assert_eq!(import.log.encoding, Encoding::Zip);
    assert_eq!(
        taken(&import),
        [
            ("infant-mortality", "示例市", 2021, 4.5),
            ("maternal-mortality", "示例市", 2021, 8.1),
        ]
    );
    assert_eq!(import.log.sheets, ["婴儿死亡率.csv", "2021/book.xlsx › 年报"]);
    assert_eq!(import.log.ignored_sheets, ["说明/readme.md", "inner.zip"]);
    assert_eq!(import.log.rejected.len(), 1);
    assert_eq!(import.log.rejected[0].sheet.as_deref(), Some("scan.csv"));
    assert!(sentence(&import).contains("PDF"));
    let tidy = tidy_csv(builtin(), [(import.log.name.as_str(), &import.table)]);
    assert!(
        tidy.contains(",download.zip,2021/book.xlsx › 年报,2,3\r\n"),
        "{tidy}"
    );
}

#[test]
fn the_name_of_a_file_in_an_archive_may_be_stored_in_chinese_encoding() {
    let mut bytes = zip(&[("AAAA.csv", "地区,年份,数值\n示例市,2021,4.5\n".as_bytes())]);
    let name = encoding_rs::GB18030.encode("年报").0;
    for at in 0..bytes.len() - 4 {
        if bytes[at..].starts_with(b"AAAA") {
            bytes[at..at + 4].copy_from_slice(&name);
        }
    }
    let book = tabular::open(&bytes).unwrap();
    assert_eq!(book.sheets[0].file.as_deref(), Some("年报.csv"));
}

#[test]
fn an_archive_that_unpacks_to_too_much_is_refused_before_anything_is_kept() {
    let blanks = vec![b' '; 40 << 20];
    let bomb = zip(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("xl/workbook.xml", b"<workbook/>"),
        ("xl/worksheets/sheet1.xml", &blanks),
    ]);
    assert!(bomb.len() < 100_000);
    let too_large = Error::NotText {
        kind: FileKind::TooLarge,
    };
    assert_eq!(tabular::open(&bomb).err(), Some(too_large));
    // The same with sizes that are not true.
    let stated = (blanks.len() as u32).to_le_bytes();
    let mut liar = bomb;
    for at in 0..liar.len() - 4 {
        if liar[at..at + 4] == stated {
            liar[at..at + 4].copy_from_slice(&1000u32.to_le_bytes());
        }
    }
    assert!(tabular::open(&liar).is_err());
    let many: Vec<(String, &[u8])> = (0..10_001).map(|n| (format!("{n}.csv"), &b"a,b\n"[..])).collect();
    let many: Vec<(&str, &[u8])> = many
        .iter()
        .map(|(name, content)| (name.as_str(), *content))
        .collect();
    assert_eq!(tabular::open(zip(&many)).err(), Some(too_large));
}

#[test]
fn what_is_no_table_is_named_for_what_it_is() {
    let kinds: [(Files<'_>, FileKind); 6] = [
        (&[("a.md", b"a,b\n"), ("b.json", b"{}")], FileKind::Zip),
        (&[("a.zip", b"PK\x03\x04")], FileKind::Zip),
        (
            &[("[Content_Types].xml", b""), ("word/document.xml", b"")],
            FileKind::Document,
        ),
        (
            &[("[Content_Types].xml", b""), ("xl/workbook.bin", b"")],
            FileKind::Xlsb,
        ),
        (
            &[
                ("mimetype", b"application/vnd.oasis.opendocument.text"),
                ("content.xml", b""),
            ],
            FileKind::Document,
        ),
        (&[("a.csv", b"%PDF-1.7")], FileKind::Pdf),
    ];
    for (files, kind) in kinds {
        assert_eq!(
            tabular::open(zip(files)).err(),
            Some(Error::NotText { kind }),
            "{files:?}"
        );
    }
    let whole = zip(&[("a.csv", b"a,b\n1,2\n")]);
    let cut = tabular::open(&whole[..whole.len() - 30]).err();
    assert_eq!(
        cut,
        Some(Error::NotText {
            kind: FileKind::Damaged
        })
    );
}

#[test]
fn a_locked_archive_says_so() {
    let mut bytes = zip(&[("a.csv", b"a,b\n1,2\n")]);
    // The flag of encryption, in the file's own head and in the directory.
    bytes[6] |= 1;
    let directory = bytes.windows(4).position(|four| four == b"PK\x01\x02").unwrap();
    bytes[directory + 8] |= 1;
    let locked = Error::NotText {
        kind: FileKind::LockedZip,
    };
    assert_eq!(tabular::open(&bytes).err(), Some(locked));
}

const CONTENT: &str = "<?xml version=\"1.0\"?><office:document-content><office:body><office:spreadsheet>\
    <table:table table:name=\"年报\"><table:table-row><table:table-cell><text:p>指标</text:p></table:table-cell>\
    <table:table-cell><text:p>地区</text:p></table:table-cell><table:table-cell office:value-type=\"float\" office:value=\"2021\">\
    <text:p>2021</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell><text:p>婴儿死亡率</text:p>\
    </table:table-cell><table:table-cell><text:p>示例市</text:p></table:table-cell><table:table-cell \
    office:value-type=\"percentage\" office:value=\"0.0045\"><text:p>0.45%</text:p></table:table-cell></table:table-row>\
    </table:table></office:spreadsheet></office:body></office:document-content>";

#[test]
fn an_open_document_sheet_is_read_unless_it_has_a_password() {
    let mimetype = ("mimetype", &b"application/vnd.oasis.opendocument.spreadsheet"[..]);
    let content = ("content.xml", CONTENT.as_bytes());
    let import = accounted("年报.ods", &zip(&[mimetype, content]));
    assert_eq!(import.log.encoding, Encoding::Ods);
    assert_eq!(taken(&import), [("infant-mortality", "示例市", 2021, 4.5)]);
    assert_eq!(import.log.sheets, ["年报"]);
    let manifest = ("META-INF/manifest.xml", &b"<manifest:encryption-data/>"[..]);
    let locked = tabular::open(zip(&[mimetype, content, manifest]));
    assert_eq!(locked.err(), Some(Error::Password));
}

#[test]
fn lines_in_another_encoding_are_named_and_not_taken() {
    let head = "指标,地区,年份,数值\n婴儿死亡率,示例市,2020,4.9\n";
    let tail = "孕产妇死亡率,示例市,2020,8.1\n";
    let gb = |text: &str| encoding_rs::GB18030.encode(text).0.into_owned();
    for (bytes, encoding) in [
        ([head.as_bytes(), &gb(tail)].concat(), Encoding::Utf8),
        ([&gb(head), tail.as_bytes()].concat(), Encoding::Gb18030),
    ] {
        let import = accounted("joined.csv", &bytes);
        assert_eq!(import.log.encoding, encoding);
        assert_eq!(taken(&import), [("infant-mortality", "示例市", 2020, 4.9)]);
        let rejected = &import.log.rejected;
        assert_eq!(
            (rejected.len(), rejected[0].line, rejected[0].cells),
            (1, Some(3), 1)
        );
        assert_eq!(rejected[0].cell.as_deref(), Some("孕产妇死亡率"));
        assert_eq!(rejected[0].reason.code(), "other-encoding");
    }
}

#[test]
fn every_refusal_is_a_sentence_in_both_languages() {
    for bytes in [
        &b"%PDF-1.7"[..],
        b"\x1F\x8B",
        b"{\"a\":1}",
        b"\xD0\xCF\x11\xE0",
        b"PK\x05\x06",
    ] {
        let import = import("a", bytes, builtin(), 2026);
        let rejected = &import.log.rejected[0];
        assert!(rejected.message(Lang::Zh).ends_with('。') && sentence(&import).ends_with('.'));
    }
}
