//! The import over files that nobody means well with, or that nobody meant at all: whatever the bytes, it does
//! not panic, every cell is accounted for exactly once, and every rejection says something.

use std::fs;
use std::path::Path;

use plan_tracker::catalogue::builtin;
use plan_tracker::import::{Import, import};
use plan_tracker::lang::Lang;

/// The year in which the files are read.
const TODAY: i32 = 2026;

/// A small generator of numbers that gives the same files on every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides
    }

    fn pick<'a, T: ?Sized>(&mut self, from: &[&'a T]) -> &'a T {
        from[self.roll(from.len())]
    }
}

fn check(name: &str, bytes: &[u8]) -> Import {
    let import = import(name, bytes, builtin(), TODAY);
    let log = &import.log;
    let values = import.table.values();
    // A file is about figures, about what was recorded, or about who answers.
    let taken = values.count() + import.records.len() + import.agencies.len();
    assert_eq!(log.taken, taken);
    assert_eq!(log.taken + log.blank + log.rejected_cells(), log.cells);
    let breaks = bytes.iter().filter(|b| matches!(b, b'\n' | b'\r')).count();
    // An old workbook has up to so many rows.
    let lines = if log.sheets.is_empty() { breaks + 1 } else { 65_536 };
    for rejection in &log.rejected {
        assert!(rejection.line.unwrap_or(1) as usize <= lines);
        assert!(rejection.message(Lang::Zh).ends_with('。') && rejection.message(Lang::En).ends_with('.'));
    }
    assert!(
        import
            .table
            .iter()
            .all(|o| o.value.is_finite() && o.line as usize <= lines && !o.area.is_empty())
    );
    import
}

const CELLS: &[&str] = &[
    "",
    " ",
    "　",
    "—",
    "…",
    "婴儿死亡率",
    "IMR",
    "婴儿死亡率（‰）",
    "其中：新生儿死亡率",
    "新生儿访视率",
    "婴幼儿死亡率",
    "指标",
    "年份",
    "数值",
    "2020",
    "2021年",
    "2021-06",
    "示例市",
    "全　区",
    "女",
    "其他",
    "农村",
    "0~14岁",
    "4.5",
    "４．５",
    "1,234",
    "1 234",
    "12.3%",
    "120",
    "-4",
    "12.3.4",
    "12.1 [10–14]",
    "%",
    "‰",
    "/10万",
    "人",
    "注：本表",
    "数据来源：示例",
    "单位：%",
    "=1+1",
    "'5",
    "\"",
    "a\"b",
    "多行\n单元格",
    "a,b;c\td",
    "\0",
    "\u{fffd}",
    "🎈",
    "1e400",
    "９９９９９９９９９９９９９９９９９９９９",
];
const HEADERS: &[&str] = &[
    "指标",
    "指标名称",
    "地区",
    "年份",
    "年度",
    "性别",
    "城乡",
    "年龄",
    "数值",
    "数值（%）",
    "例数",
    "单位",
    "来源",
    "备注",
    "",
    "2020",
    "2021年",
    "2022.0",
    "Year",
    "Value",
    "REF_AREA",
];

fn messy_table(dice: &mut Dice) -> String {
    let delimiter = dice.pick(&[",", ";", "\t"]);
    let line_end = dice.pick(&["\n", "\r\n", "\r"]);
    let columns = 2 + dice.roll(6);
    let mut text = String::new();
    for _ in 0..dice.roll(3) {
        text += dice.pick(CELLS);
        text += line_end;
    }
    let mut title: Vec<&str> = (0..columns).map(|_| dice.pick(HEADERS)).collect();
    if dice.roll(4) > 0 {
        // Most tables should be recognised, or nothing is tested.
        title.splice(
            0..2,
            dice.pick(&[&["指标", "年份", "数值"][..], &["指标", "2020", "2021年"][..]])
                .iter()
                .copied(),
        );
    }
    text += &title.join(delimiter);
    for _ in 0..dice.roll(12) {
        text += line_end;
        for column in 0..(columns + dice.roll(3)).saturating_sub(dice.roll(2)) {
            let cell = if column == 0 && dice.roll(2) == 0 {
                "婴儿死亡率"
            } else {
                dice.pick(CELLS)
            };
            let quoted = dice.roll(8) > 0 && cell.contains(['"', '\n', ',', ';', '\t']);
            let cell = if quoted {
                format!("\"{}\"", cell.replace('"', "\"\""))
            } else {
                cell.to_owned()
            };
            text += if column > 0 { delimiter } else { "" };
            text += &cell;
        }
    }
    text
}

fn encoded(dice: &mut Dice, text: &str) -> Vec<u8> {
    match dice.roll(4) {
        0 => text.as_bytes().to_vec(),
        1 => encoding_rs::GB18030.encode(text).0.into_owned(),
        2 => format!("\u{feff}{text}")
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect(),
        _ => [b"\xEF\xBB\xBF", text.as_bytes()].concat(),
    }
}

#[test]
fn every_cell_of_a_messy_table_is_taken_blank_or_rejected() {
    let mut dice = Dice(2021);
    let mut recognised = 0;
    for _ in 0..250 {
        let text = messy_table(&mut dice);
        let import = check("messy.csv", &encoded(&mut dice, &text));
        recognised += usize::from(import.log.cells > 0);
    }
    assert!(recognised > 120, "only {recognised} tables were recognised");
}

#[test]
fn files_with_bytes_changed_cut_and_doubled_do_no_harm() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/files");
    let mut dice = Dice(2030);
    let mut paths: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.sort();
    for path in paths {
        let bytes = fs::read(path).unwrap();
        for _ in 0..4 {
            let mut bytes = bytes.clone();
            for _ in 0..=dice.roll(4) {
                if bytes.is_empty() {
                    break;
                }
                let at = dice.roll(bytes.len());
                match dice.roll(4) {
                    0 => bytes.truncate(at),
                    1 => bytes[at] = dice.roll(256) as u8,
                    2 => bytes.insert(at, *dice.pick(&[&b'"', &0, &b'\n', &b',', &0xFF])),
                    _ => bytes.extend_from_within(at..),
                }
            }
            check("changed.csv", &bytes);
        }
    }
}

#[test]
fn a_damaged_workbook_does_no_harm() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (column, title) in (0..).zip(["指标", "年份", "数值"]) {
        sheet.write_string(0, column, title).unwrap();
    }
    for row in 1..200 {
        sheet.write_string(row, 0, "婴儿死亡率").unwrap();
        sheet.write_number(row, 1, 1990.0 + f64::from(row % 40)).unwrap();
    }
    let new = book.save_to_buffer().unwrap();
    let old =
        fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/files/old-workbook.xls")).unwrap();
    let mut dice = Dice(2035);
    for bytes in [new, old] {
        for _ in 0..40 {
            let mut bytes = bytes.clone();
            for _ in 0..=dice.roll(6) {
                let at = dice.roll(bytes.len());
                match dice.roll(8) {
                    0 => bytes.truncate(at.max(8)),
                    1 => bytes.extend_from_within(at..),
                    2 => bytes[at] = 0xFF,
                    _ => bytes[at] = dice.roll(256) as u8,
                }
            }
            let import = import("damaged.xls", &bytes, builtin(), TODAY);
            let log = &import.log;
            assert_eq!(log.taken + log.blank + log.rejected_cells(), log.cells);
        }
    }
}

#[test]
fn huge_cells_and_zero_bytes_are_only_cells() {
    let long = "长".repeat(400_000);
    let import = check(
        "long.csv",
        format!("指标,年份,数值\n{long},2021,4.5\n婴儿死亡率,2021,{long}\n").as_bytes(),
    );
    assert_eq!(import.log.rejected.len(), 2);
    assert!(
        import
            .log
            .rejected
            .iter()
            .all(|r| r.cell.as_deref().unwrap_or_default().chars().count() < 300)
    );
    let digits = "9".repeat(1_000_000);
    check(
        "digits.csv",
        format!("指标,{digits},2021\n婴儿死亡率,{digits},{digits}\n").as_bytes(),
    );
    let import = check(
        "zero.csv",
        b"indicator,year,value\ninfant-mortality,2021,4\0\n\0,2021,5\n",
    );
    assert_eq!((import.log.rows, import.log.taken), (2, 0));
    let leads = "(1)".repeat(300_000);
    check(
        "leads.csv",
        format!("指标,年份,数值\n{leads}婴儿死亡率,2021,4.5\n").as_bytes(),
    );
    check("quotes.csv", "\"".repeat(100_000).as_bytes());
    check("commas.csv", ",".repeat(1_000_000).as_bytes());
}

#[test]
fn quotes_that_open_on_every_line_stay_fast() {
    let rows: String = (0..20_000)
        .map(|n| format!("婴儿死亡率,县{},2021,4.5,\"公报\n", n % 50))
        .collect();
    let import = check(
        "quotes.csv",
        format!("指标,地区,年份,数值,来源\n{rows}").as_bytes(),
    );
    assert_eq!((import.log.rows, import.log.taken), (20_000, 20_000));
}
