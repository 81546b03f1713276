//! Files of text: encodings, layouts, names, values, and what is wrong with them.

use plan_tracker::catalogue::{Kind, builtin, template};
use plan_tracker::import::{Import, Layout, Reason, import};
use plan_tracker::lang::Lang;
use plan_tracker::observation::Observation;
use plan_tracker::tabular::Encoding;

use crate::support::{counts, load, notes, rejected, taken};

/// The year in which the files are read.
const TODAY: i32 = 2026;

#[test]
fn a_tidy_file_with_every_column() {
    let import = load("tidy.csv");
    assert_eq!(
        (import.log.encoding, import.log.layout),
        (Encoding::Utf8, Layout::Tidy)
    );
    assert_eq!(counts(&import), [6, 6, 4, 1]);
    // Where other areas are named, a blank is not the plans' own.
    assert_eq!(rejected(&import), [(6, "地区", "", "no-area")]);
    assert_eq!(
        taken(&import),
        [
            ("maternal-mortality", "示例市", 2020, 14.5),
            ("maternal-mortality", "示例市", 2021, 12.1),
            ("maternal-mortality", "示例市", 2021, 16.8),
            ("infant-mortality", "示例一区", 2021, 3.9),
        ]
    );
    let groups: Vec<String> = import
        .table
        .iter()
        .map(|o| serde_json::to_string(o.group).unwrap())
        .collect();
    assert_eq!(
        groups,
        [
            "{}",
            r#"{"residence":"urban"}"#,
            r#"{"residence":"rural"}"#,
            r#"{"sex":"female","age":"0-1岁"}"#,
        ]
    );
    let first: Observation<'_> = import.table.get(0).unwrap();
    assert_eq!((first.source, first.line), ("示例统计公报", 2));
}

#[test]
fn one_table_in_five_encodings() {
    let files = [
        ("gb18030-tidy.csv", Encoding::Gb18030),
        ("utf8-bom-crlf.csv", Encoding::Utf8),
        ("utf16le-tab.txt", Encoding::Utf16Le),
        ("utf16be-without-mark.csv", Encoding::Utf16Be),
    ];
    let expected = load("gb18030-tidy.csv").table;
    assert_eq!(expected.len(), 3);
    for (name, encoding) in files {
        let import = load(name);
        assert_eq!(import.log.encoding, encoding, "{name}");
        assert_eq!(counts(&import), [4, 4, 3, 1], "{name}");
        assert_eq!(import.table, expected, "{name}");
    }
}

#[test]
fn a_comma_can_be_the_decimal_mark() {
    let values: Vec<f64> = load("semicolon-decimal-comma.csv")
        .table
        .iter()
        .map(|o| o.value)
        .collect();
    assert_eq!(values, [4.5, 12_345.0, 12_345.5]);
}

#[test]
fn english_headers_in_any_order() {
    let import = load("english-headers-any-order.csv");
    assert_eq!(
        taken(&import),
        [
            ("infant-mortality", "示例市", 2021, 4.5),
            ("hospital-delivery", "示例市", 2021, 95.5)
        ]
    );
    assert_eq!(import.log.ignored_columns, ["Note"]);
}

#[test]
fn a_wide_file_with_title_unit_line_sections_and_notes() {
    let import = load("wide-with-title-and-notes.csv");
    assert_eq!(import.log.layout, Layout::Wide);
    assert_eq!(counts(&import), [5, 15, 10, 5]);
    assert_eq!(rejected(&import), []);
    assert_eq!(import.log.ignored_columns, ["备注"]);
    assert_eq!(
        notes(&import),
        [
            (10, "注：1.本表按户籍人口统计，2022年为初步数。"),
            (11, "数据来源：示例市卫生健康委员会")
        ]
    );
    let values: Vec<_> = taken(&import)
        .into_iter()
        .map(|(indicator, _, year, value)| (indicator, year, value))
        .collect();
    assert_eq!(
        values,
        [
            ("neonatal-mortality", 2020, 3.1),
            ("neonatal-mortality", 2021, 2.9),
            ("infant-mortality", 2020, 4.9),
            ("infant-mortality", 2021, 4.5),
            ("infant-mortality", 2022, 4.1),
            ("under-5-mortality", 2020, 6.1),
            ("under-5-mortality", 2021, 5.8),
            ("newborn-visits", 2020, 91.5),
            ("newborn-visits", 2021, 92.0),
            ("newborn-visits", 2022, 93.5),
        ]
    );
}

#[test]
fn areas_by_years_with_the_indicator_above_the_table() {
    let import = load("gb18030-areas-by-years.csv");
    assert_eq!(
        (import.log.encoding, import.log.layout),
        (Encoding::Gb18030, Layout::Wide)
    );
    assert_eq!(counts(&import), [3, 9, 7, 2]);
    assert_eq!(import.table.areas(), ["示例市", "示例一区", "示例二县"]);
    assert_eq!(import.table.indicators(), ["infant-mortality"]);
}

#[test]
fn the_file_name_can_be_the_indicator() {
    assert_eq!(
        taken(&load("婴儿死亡率.csv")),
        [
            ("infant-mortality", "示例市", 2020, 4.9),
            ("infant-mortality", "示例市", 2021, 4.5)
        ]
    );
    let table = b"Year,Value\n2021,4.5\n2022,\n2023,4\n";
    let named = import("some/indicator_infant-mortality.csv", table, builtin(), TODAY);
    assert_eq!(named.log.taken, 2);
    let nameless = import("data.csv", table, builtin(), TODAY);
    assert_eq!(rejected(&nameless), [(1, "", "", "no-indicator")]);
    assert_eq!((nameless.log.rejected[0].cells, nameless.log.blank), (2, 1));
}

#[test]
fn line_breaks_in_quotes_keep_the_line_numbers_right() {
    let import = load("quoted-line-breaks.csv");
    let lines: Vec<u32> = import.table.iter().map(|o| o.line).collect();
    assert_eq!(lines, [3, 6]);
    assert_eq!(import.table.get(1).unwrap().source, "他说\"可以\"");
    assert_eq!(rejected(&import), [(7, "数值（‰）", "四点一", "not-a-number")]);
    assert_eq!(
        import.log.rejected[0].message(Lang::Zh),
        "第 7 行的“四点一”不是数，已跳过。修改后可重新载入。"
    );
}

#[test]
fn a_quote_that_nobody_closes_swallows_no_row() {
    let import = load("stray-quote.csv");
    assert_eq!(counts(&import), [3, 3, 3, 0]);
    assert_eq!(import.table.get(0).unwrap().source, "\"示例公报");
}

#[test]
fn unknown_names_are_refused_with_the_nearest() {
    let import = load("unknown-names.csv");
    assert_eq!(counts(&import), [5, 5, 0, 1]);
    assert_eq!(
        rejected(&import),
        [
            (2, "指标", "婴幼儿死亡率", "unknown-indicator"),
            (3, "指标", "地区生产总值", "unknown-indicator"),
            (4, "指标", "", "no-indicator"),
            (6, "指标", "城市生活垃圾分类全面普及", "milestone"),
        ]
    );
    let Reason::UnknownIndicator { nearest } = &import.log.rejected[0].reason else {
        unreachable!()
    };
    assert_eq!(nearest[0], "婴儿死亡率");
    assert!(nearest.len() <= 3);
    assert_eq!(
        import.log.rejected[1].reason,
        Reason::UnknownIndicator { nearest: Vec::new() }
    );
}

#[test]
fn only_whole_years_are_taken() {
    let import = load("years-and-periods.csv");
    let years: Vec<i32> = import.table.iter().map(|o| o.year).collect();
    assert_eq!(years, [2021, 2020]);
    assert_eq!(
        rejected(&import),
        [
            (4, "年份", "2021-06", "other-period"),
            (5, "年份", "2021年第一季度", "other-period"),
            (6, "年份", "202l", "not-a-year"),
            (7, "年份", "1821", "implausible-year"),
            (8, "年份", "", "no-year"),
        ]
    );
}

#[test]
fn groups_are_known_words_or_nothing() {
    let import = load("groups.csv");
    assert_eq!(
        rejected(&import),
        [
            (5, "性别", "男生和女生", "unknown-sex"),
            (6, "城乡", "山区", "unknown-residence"),
            (7, "性别", "男", "sex-conflict"),
        ]
    );
    let groups: Vec<String> = import
        .table
        .iter()
        .map(|o| serde_json::to_string(o.group).unwrap())
        .collect();
    assert_eq!(
        groups,
        [
            r#"{"sex":"female","age":"15岁及以上"}"#,
            r#"{"age":"15岁及以上"}"#,
            r#"{"sex":"male","residence":"urban"}"#,
            r#"{"age":"0-1岁"}"#,
            r#"{"age":"0-1岁"}"#,
        ]
    );
}

#[test]
fn values_as_offices_write_them() {
    let import = load("values-as-offices-write-them.csv");
    let values: Vec<f64> = import.table.iter().map(|o| o.value).collect();
    assert_eq!(values, [12_345.0, 12_345.0, 12_345.0, 12_345.0, 89.7, 91.5, 92.1]);
    assert_eq!(import.log.blank, 1);
    assert_eq!(
        rejected(&import),
        [
            (10, "数值", "12.3.4", "not-a-number"),
            (11, "数值", "12,4", "not-a-number"),
            (12, "数值", "inf", "not-a-number"),
            (13, "数值", "<95", "interval"),
        ]
    );
}

#[test]
fn units_are_converted_to_the_last_digit_or_refused() {
    let import = load("units.csv");
    let values: Vec<f64> = import.table.iter().map(|o| o.value).collect();
    assert_eq!(values, [13.2, 13.2, 13.2, 13.2, 14.5]);
    assert_eq!(
        rejected(&import),
        [
            (6, "数值", "1.32%", "unit-conflict"),
            (7, "单位", "人", "unit-mismatch"),
            (8, "指标", "婴儿死亡率（1/10）", "unit-mismatch"),
        ]
    );
}

#[test]
fn impossible_values_are_refused() {
    let import = load("out-of-range.csv");
    let values: Vec<f64> = import.table.iter().map(|o| o.value).collect();
    assert_eq!(values, [100.0, 103.5, -1.5]);
    assert_eq!(
        rejected(&import),
        [
            (2, "数值", "120", "out-of-range"),
            (5, "数值", "-4.5", "out-of-range")
        ]
    );
    assert!(
        import.log.rejected[0]
            .message(Lang::En)
            .contains("more than the 100%")
    );
}

#[test]
fn a_file_that_contradicts_itself_is_told_where() {
    let import = load("contradictions.csv");
    // Nobody knows which line is right, whatever their order: neither is taken.
    assert_eq!(taken(&import), [("infant-mortality", "示例市", 2022, 4.5)]);
    assert_eq!(
        rejected(&import),
        [
            (2, "数值", "4.5", "conflict"),
            (3, "数值", "4.50", "conflict"),
            (4, "数值", "5.4", "conflict")
        ]
    );
    assert_eq!(
        import.log.rejected[2].reason,
        Reason::Conflict {
            sheet: None,
            line: 2,
            value: 4.5
        }
    );
}

#[test]
fn short_rows_are_blank_and_long_rows_refused() {
    let import = load("ragged-rows.csv");
    assert_eq!(counts(&import), [5, 5, 3, 1]);
    assert_eq!(rejected(&import), [(4, "", "示例公报", "extra-cells")]);
    let lines: Vec<u32> = import.table.iter().map(|o| o.line).collect();
    assert_eq!(lines, [3, 5, 8]);
}

#[test]
fn a_second_table_in_the_file_has_its_own_header_and_unit() {
    let import = load("two-tables.csv");
    assert_eq!(rejected(&import), []);
    assert_eq!(import.log.rows, 3);
    assert_eq!(
        notes(&import),
        [(4, "指标 2020 2021"), (7, "单位：%"), (8, "指标 2021 2022")]
    );
    let last: Vec<_> = taken(&import)
        .into_iter()
        .skip(4)
        .map(|(what, _, year, value)| (what, year, value))
        .collect();
    assert_eq!(
        last,
        [("newborn-visits", 2021, 92.0), ("newborn-visits", 2022, 93.0)]
    );
}

#[test]
fn broken_bytes_are_reported_by_line() {
    let import = load("broken-bytes.csv");
    assert_eq!(import.log.encoding, Encoding::Utf8);
    assert_eq!(import.log.taken, 1);
    let lines: Vec<_> = import
        .log
        .rejected
        .iter()
        .map(|r| (r.line.unwrap_or(1), r.cells, r.reason.code()))
        .collect();
    assert_eq!(lines, [(2, 1, "lost-characters"), (3, 0, "lost-characters")]);
}

#[test]
fn half_a_name_is_no_area() {
    let file = b"\xEF\xBB\xBFindicator,area,year,value,source\ninfant-mortality,\xE7\xA4\xBA\xE4\xBE\x8B\xE5\xB8,2021,4.5,\xE7\xA4\xBA\n";
    let import = import("cut.csv", file, builtin(), TODAY);
    assert_eq!(
        rejected(&import),
        [(2, "area", "示例\u{fffd}", "lost-characters")]
    );
}

#[test]
fn files_without_a_table_get_one_sentence() {
    for (name, code) in [
        ("empty.csv", "empty"),
        ("one-column.csv", "no-table"),
        ("no-header.csv", "no-header"),
        ("no-year-column.csv", "missing-columns"),
        ("workbook.csv", "not-text"),
        ("web-page.xls", "not-text"),
    ] {
        let import = load(name);
        assert_eq!(import.log.layout, Layout::Unknown, "{name}");
        assert_eq!(counts(&import), [0, 0, 0, 0], "{name}");
        assert_eq!(import.log.rejected.len(), 1, "{name}");
        assert_eq!(import.log.rejected[0].reason.code(), code, "{name}");
    }
    let header = load("headers-alone.csv");
    assert_eq!((header.log.layout, header.log.rejected.len()), (Layout::Tidy, 0));
}

#[test]
fn a_report_has_the_published_keys_and_survives_the_worker() {
    let import = load("unknown-names.csv");
    let json = import.log.to_json(builtin(), Lang::Zh);
    let keys: Vec<&str> = json.as_object().unwrap().keys().map(String::as_str).collect();
    let mut expected = [
        "name",
        "encoding",
        "layout",
        "rows",
        "cells",
        "computed",
        "taken",
        "blank",
        "rejected",
        "assumed_area",
        "doubts",
        "headers",
        "questions",
        "mapped",
        "ignored_columns",
        "ignored_sheets",
        "sheets",
        "notes",
    ];
    expected.sort_unstable();
    let mut sorted = keys;
    sorted.sort_unstable();
    assert_eq!(sorted, expected);
    assert_eq!(
        (json["encoding"].as_str(), json["layout"].as_str()),
        (Some("UTF-8"), Some("tidy"))
    );
    let first = json["rejected"][0].as_object().unwrap();
    assert_eq!(first.len(), 6);
    assert_eq!(
        (first["line"].as_u64(), first["code"].as_str()),
        (Some(2), Some("unknown-indicator"))
    );

    assert_eq!(Import::from_bytes(&import.to_bytes()), Some(import));
}

#[test]
fn notes_are_kept_and_are_no_rows() {
    let file = "指标：婴儿死亡率（‰）,,\n地区,2021年,2020年\n示例市,4.1,4.5\n\
                注：1. 本表按户籍人口统计,含流动人口\n\u{3000}\u{3000}2. 2020年为普查数\n注：这一行有数,5,\n";
    let import = import("a.csv", file.as_bytes(), builtin(), TODAY);
    assert_eq!(counts(&import), [2, 4, 3, 1]);
    assert_eq!(
        notes(&import),
        [
            (4, "注：1. 本表按户籍人口统计 含流动人口"),
            (5, "2. 2020年为普查数")
        ]
    );
    let json = import.log.to_json(builtin(), Lang::Zh);
    assert_eq!(
        (
            json["notes"][1]["line"].as_u64(),
            json["notes"][1]["text"].as_str()
        ),
        (Some(5), Some("2. 2020年为普查数"))
    );
    let csv = import.log.to_csv(Lang::En);
    assert!(csv.contains("a.csv,5,,2. 2020年为普查数,0,note,"));
}

#[test]
fn the_downloaded_report_is_safe_to_open() {
    let file = "指标,年份,数值\n=HYPERLINK(\"http://x\"),2021,5\n婴儿死亡率,2021,\"五,六\"\n";
    let csv = import("a.csv", file.as_bytes(), builtin(), TODAY)
        .log
        .to_csv(Lang::Zh);
    assert!(csv.starts_with('\u{feff}'));
    let mut reader = csv::Reader::from_reader(csv.trim_start_matches('\u{feff}').as_bytes());
    let cells: Vec<String> = reader
        .records()
        .map(|record| record.unwrap()[3].to_owned())
        .collect();
    assert_eq!(cells, ["'=HYPERLINK(\"http://x\")", "五,六"]);
}

#[test]
fn every_name_of_the_catalogue_is_understood_with_its_unit() {
    let mut file = String::from("指标,地区,年份,数值\n");
    let mut expected = Vec::new();
    let countable = builtin()
        .indicators
        .iter()
        .filter(|indicator| indicator.kind != Kind::Milestone);
    for indicator in countable {
        for name in [&indicator.id, &indicator.name]
            .into_iter()
            .chain(&indicator.aliases)
        {
            let quoted = format!("其中：{name}（{}）", indicator.unit).replace('"', "\"\"");
            file += &format!("\"{quoted}\",,{},2\n", 1920 + expected.len() % 100);
            expected.push(indicator.id.as_str());
        }
    }
    let import = import("names.csv", file.as_bytes(), builtin(), TODAY);
    assert_eq!(rejected(&import), []);
    assert_eq!(
        import.table.iter().map(|o| o.indicator).collect::<Vec<_>>(),
        expected
    );
}

#[test]
fn the_templates_read_back_as_blank() {
    for (template, layout) in [
        (template::tidy(builtin()), Layout::Tidy),
        (template::wide(builtin()), Layout::Wide),
    ] {
        let log = import("template.csv", template.as_bytes(), builtin(), TODAY).log;
        assert_eq!((log.layout, log.taken, log.blank), (layout, 0, log.cells));
        assert!(log.rows > 0 && log.is_clean() && log.ignored_columns.is_empty());
    }
}

#[test]
fn the_template_of_agencies_reads_back_as_blank_and_filled_in_says_who_answers() {
    let blank = template::agencies(builtin());
    let log = import("template.csv", blank.as_bytes(), builtin(), TODAY).log;
    assert_eq!((log.layout, log.taken, log.blank), (Layout::Units, 0, log.cells));
    assert_eq!(log.cells, builtin().goals().count());
    assert!(log.is_clean());
    let filled = blank.replacen(",,\r\n", ",市卫生健康委,\r\n", 1);
    let agencies = import("template.csv", filled.as_bytes(), builtin(), TODAY).agencies;
    let lead: Vec<&String> = agencies.iter().flat_map(|of| &of.lead).collect();
    assert_eq!(lead, ["市卫生健康委"]);
}
