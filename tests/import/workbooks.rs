//! Excel workbooks. Those of today are written by the tests themselves, so that what is in them can be read
//! here; the old one is a file.

use plan_tracker::catalogue::builtin;
use plan_tracker::import::{Import, Layout, Reason, import};
use plan_tracker::lang::Lang;
use plan_tracker::tabular::Encoding;
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, Worksheet};

use crate::support::{accounted, counts, load, notes, rejected, taken};

/// The year in which the files are read.
const TODAY: i32 = 2026;

/// A sheet's name, and what fills it.
type Sheet<'s> = (&'s str, &'s dyn Fn(&mut Worksheet));

/// Writes sheets and imports them as one workbook.
fn workbook(sheets: &[Sheet<'_>]) -> Import {
    let mut book = Workbook::new();
    for (name, fill) in sheets {
        fill(book.add_worksheet().set_name(*name).unwrap());
    }
    accounted("book.xlsx", &book.save_to_buffer().unwrap())
}

/// Writes rows of text from the cell A1 on; what reads as a number is one.
fn rows(sheet: &mut Worksheet, rows: &[&[&str]]) {
    for (row, cells) in (0..).zip(rows) {
        for (column, cell) in (0..).zip(*cells) {
            match cell.parse::<f64>() {
                Ok(number) => sheet.write_number(row, column, number).unwrap(),
                Err(_) => sheet.write_string(row, column, *cell).unwrap(),
            };
        }
    }
}

#[test]
fn a_wide_sheet_with_titles_merged_headers_and_notes() {
    let import = workbook(&[("儿童", &|sheet| {
        rows(
            sheet,
            &[
                &["示例市儿童健康监测统计表"],
                &["（单位：‰）"],
                &["指标", "地区", "年份", ""],
                &["", "", "2020", "2021"],
                &["一、死亡率"],
                &["婴儿死亡率", "示例市", "4.9", "4.5"],
                &["", "示例一区", "5.1", "#N/A"],
                &["新生儿访视率"],
                &[],
                &["注：本表按户籍人口统计。"],
            ],
        );
        let plain = Format::new();
        sheet
            .merge_range(0, 0, 0, 3, "示例市儿童健康监测统计表", &plain)
            .unwrap();
        sheet.merge_range(2, 2, 2, 3, "年份", &plain).unwrap();
        for (column, title) in [(0, "指标"), (1, "地区")] {
            sheet.merge_range(2, column, 3, column, title, &plain).unwrap();
        }
        sheet.merge_range(5, 0, 6, 0, "婴儿死亡率", &plain).unwrap();
        sheet
            .write_formula(6, 3, Formula::new("=NA()").set_result("#N/A"))
            .unwrap();
    })]);
    assert_eq!(
        (import.log.encoding, import.log.layout),
        (Encoding::Xlsx, Layout::Wide)
    );
    assert_eq!(import.log.sheets, ["儿童"]);
    assert_eq!(rejected(&import), []);
    assert_eq!(counts(&import), [3, 6, 3, 3]);
    assert_eq!(
        taken(&import),
        [
            ("infant-mortality", "示例市", 2020, 4.9),
            ("infant-mortality", "示例市", 2021, 4.5),
            ("infant-mortality", "示例一区", 2020, 5.1),
        ]
    );
    assert_eq!(
        notes(&import),
        [(5, "一、死亡率"), (10, "注：本表按户籍人口统计。")]
    );
    assert_eq!(import.table.get(2).unwrap().line, 7);
}

#[test]
fn cells_are_read_as_they_are_shown() {
    let import = workbook(&[("Sheet1", &|sheet| {
        rows(
            sheet,
            &[
                &["指标", "年份", "数值"],
                &["新生儿访视率", "2019", "0.915"],
                &["新生儿访视率", "2020"],
                &["新生儿访视率", "", "92"],
                &["新生儿访视率", "2022", "0.5"],
                &["新生儿访视率", "", "93"],
            ],
        );
        let percent = Format::new().set_num_format("0.0%");
        sheet.write_number_with_format(1, 2, 0.915, &percent).unwrap();
        sheet.write_number(2, 2, 91.1 + 0.2).unwrap();
        let year = Format::new().set_num_format("yyyy\"年\"");
        let day = Format::new().set_num_format("yyyy-mm-dd");
        let date = |year| ExcelDateTime::from_ymd(year, 12, 31).unwrap();
        sheet.write_datetime_with_format(3, 1, date(2021), &year).unwrap();
        sheet.write_datetime_with_format(5, 1, date(2023), &day).unwrap();
        sheet.set_row_hidden(4).unwrap();
    })]);
    let values: Vec<(i32, f64)> = import.table.iter().map(|row| (row.year, row.value)).collect();
    assert_eq!(values, [(2019, 91.5), (2020, 91.3), (2021, 92.0)]);
    // Half a per cent among nineties would be a fraction that lost its sign: it is asked about.
    assert_eq!(
        rejected(&import),
        [
            (5, "数值", "0.5", "fraction"),
            (6, "年份", "2023-12-31", "other-period")
        ]
    );
}

#[test]
fn every_sheet_is_tried_and_named() {
    let tidy = |year: &'static str, value: &'static str| {
        move |sheet: &mut Worksheet| {
            rows(
                sheet,
                &[
                    &["指标", "年份", "数值"],
                    &["婴儿死亡率", year, value],
                    &["没有这个", year, "1"],
                ],
            );
        }
    };
    let (first, second, contrary) = (tidy("2020", "4.9"), tidy("2021", "4.5"), tidy("2020", "9.4"));
    let import = workbook(&[
        ("封面", &|sheet| {
            rows(sheet, &[&["示例市统计资料"], &["2021年版"]]);
        }),
        ("2020年", &first),
        ("2021年", &second),
        ("空", &|_| {}),
        ("改", &contrary),
        ("缺列", &|sheet| {
            rows(sheet, &[&["指标", "年份"], &["婴儿死亡率", "2021"]]);
        }),
        ("目标", &|sheet| {
            rows(sheet, &[&["目标", "牵头单位"], &["W1.02", "示例局、示例委"]]);
        }),
        ("草稿", &|sheet| {
            rows(sheet, &[&["指标", "年份", "数值"], &["婴儿死亡率", "2022", "1"]]);
            sheet.set_hidden(true);
        }),
    ]);
    let log = &import.log;
    assert_eq!(log.sheets, ["2020年", "2021年", "改", "目标"]);
    assert_eq!(log.ignored_sheets, ["封面", "草稿"]);
    assert_eq!(counts(&import), [7, 7, 2, 0]);
    assert_eq!((import.table.len(), import.agencies.len()), (1, 1));
    let faults: Vec<_> = log
        .rejected
        .iter()
        .map(|rejection| {
            (
                rejection.sheet.as_deref().unwrap(),
                rejection.line.unwrap_or(1),
                rejection.reason.code(),
            )
        })
        .collect();
    assert_eq!(
        faults,
        [
            ("缺列", 1, "missing-columns"),
            ("2020年", 2, "conflict"),
            ("2020年", 3, "unknown-indicator"),
            ("2021年", 3, "unknown-indicator"),
            ("改", 2, "conflict"),
            ("改", 3, "unknown-indicator"),
        ]
    );
    assert_eq!(
        log.rejected[4].reason,
        Reason::Conflict {
            sheet: Some("2020年".into()),
            line: 2,
            value: 4.9
        }
    );
    let message = log.rejected[4].message(Lang::Zh);
    assert!(message.starts_with("工作表“改”：第 2 行") && message.contains("与工作表“2020年”第 2 行的 4.9"));
    assert_eq!(log.to_json(builtin(), Lang::En)["rejected"][4]["sheet"], "改");
    assert!(log.to_csv(Lang::En).contains(",改\r\n"));
}

#[test]
fn an_old_workbook_is_read_alike() {
    let import = load("old-workbook.xls");
    assert_eq!(
        (import.log.encoding, import.log.layout),
        (Encoding::Xls, Layout::Wide)
    );
    assert_eq!(
        (import.log.sheets.as_slice(), import.log.ignored_sheets.as_slice()),
        (&["年度数据".to_owned()][..], &["隐藏".to_owned()][..])
    );
    assert_eq!(counts(&import), [2, 4, 3, 1]);
    assert_eq!(
        taken(&import),
        [
            ("infant-mortality", builtin().own_area(), 2021, 4.5),
            ("infant-mortality", builtin().own_area(), 2020, 4.9),
            ("newborn-visits", builtin().own_area(), 2021, 91.5),
        ]
    );
    assert_eq!(notes(&import), [(5, "数据来源：示例")]);
}

#[test]
fn workbooks_that_cannot_be_read_get_one_sentence() {
    let empty = workbook(&[("Sheet1", &|_| {})]);
    assert_eq!(rejected(&empty), [(1, "", "", "empty")]);
    for (name, bytes) in [
        ("a.xlsx", &b"PK\x03\x04 [Content_Types].xml xl/"[..]),
        ("a.xls", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"),
    ] {
        let import = import(name, bytes, builtin(), TODAY);
        assert_eq!(rejected(&import), [(1, "", "", "not-text")], "{name}");
        assert!(
            import.log.rejected[0]
                .message(Lang::En)
                .contains("cannot be opened")
        );
    }
}
