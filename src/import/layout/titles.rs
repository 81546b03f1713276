//! What titles of tables and names of files are about, without the words and numbers around it.

use crate::catalogue::Year;
use crate::import::meaning::is_chinese_numeral;
use crate::tabular::{Record, fold};

use super::labelled::{is_labelled, is_remark};

/// Words that a title wraps around what it is about.
const WRAPPING: &[&str] = &[
    "统计监测表",
    "监测统计表",
    "统计表",
    "情况表",
    "监测表",
    "一览表",
    "汇总表",
    "续表",
    "情况",
    "数据表",
    "表",
];

/// How a title begins that says a table is by area.
const EACH_AREA: &[&str] = &[
    "各县（区）",
    "各县(区)",
    "各县、区",
    "各县市区",
    "各县区",
    "各地区",
    "各市县",
    "各县",
    "各市",
    "各地",
    "分县区",
    "分地区",
];

/// The text of a record with one cell, or with more that only label something.
pub fn title(record: &Record) -> Option<(String, u32)> {
    let mut cells = record.cells().filter(|cell| !cell.is_empty());
    let first = cells.next()?;
    let is_title = !is_remark(first) && cells.all(|cell| is_labelled(cell) || cell.starts_with(['（', '(']));
    is_title.then(|| (first.to_owned(), record.line))
}

/// The one year in a text; none where there is none or several.
pub fn only_year(text: &str) -> Option<Year> {
    let half = fold::half_width(text);
    let mut years = half
        .split(|c: char| !c.is_ascii_digit())
        .filter(|digits| digits.len() == 4)
        .filter_map(|digits| crate::import::meaning::period(digits).ok());
    let year = years.next()?;
    let part = ["月", "季", "半年", "—", "-", "–", "至", "~"]
        .iter()
        .any(|mark| half.contains(mark));
    (years.next().is_none() && !part).then_some(year)
}

/// Words by which a file is not about what was measured in the year of its name.
const NOT_OF_THE_YEAR: &[&str] = &["年鉴", "目标", "计划", "预期", "预测", "预计"];

/// The year that a file's name says its figures are of, such as `2022年妇幼年报`: that of a yearbook is later than its
/// figures.
pub fn year_of_file(stem: &str) -> Option<Year> {
    let other = NOT_OF_THE_YEAR.iter().any(|word| stem.contains(word));
    let year = only_year(stem).filter(|_| !other)?;
    fold::half_width(stem)
        .contains(&format!("{year}年"))
        .then_some(year)
}

/// A file's name without the number in front of it: `01 婴儿死亡率`, `3-婴儿死亡率`, `附件2：婴儿死亡率`.
pub fn without_lead(stem: &str) -> &str {
    let attached = stem.strip_prefix("附件").unwrap_or(stem);
    let rest = attached.trim_start_matches(|c: char| c.is_ascii_digit() || is_chinese_numeral(c));
    let bare = rest.trim_start_matches([' ', '　', '.', '．', '、', '-', '_', ':', '：']);
    // 5岁以下儿童死亡率 begins with a number of its own.
    match bare {
        "" => stem,
        _ if attached.len() < stem.len() || rest.len() < attached.len() => bare,
        _ => stem,
    }
}

/// A title without the words around what it is about: `表2 灵山县婴儿死亡率统计表（续）`.
pub fn unwrapped(text: &str) -> String {
    let squeezed = fold::squeeze(text);
    let mut bare = without_number(&squeezed);
    if let Some(rest) = EACH_AREA.iter().find_map(|words| bare.strip_prefix(words)) {
        bare = rest.trim_start_matches('的');
    }
    let mut bare = bare.to_owned();
    while let Some(rest) = WRAPPING.iter().find_map(|word| bare.strip_suffix(word)) {
        bare = rest.trim().to_owned();
    }
    bare
}

/// A title without the words inside it that say that its table is by area; none where it has no such words.
pub fn without_each_area(title: &str) -> Option<String> {
    let words = EACH_AREA.iter().find(|words| title.contains(**words))?;
    Some(title.replacen(words, "", 1))
}

/// A title without the number of its table: `表一`, `附表2-1：`, `续表3`.
fn without_number(title: &str) -> &str {
    let Some(rest) = ["附表", "续表", "表"]
        .iter()
        .find_map(|word| title.strip_prefix(word))
    else {
        return title;
    };
    let number = |c: char| c.is_ascii_digit() || is_chinese_numeral(c) || "-－.".contains(c);
    let bare = rest.trim_start_matches(number);
    if bare.len() == rest.len() && !rest.starts_with([' ', ':', '：']) {
        return title;
    }
    bare.trim_start_matches([' ', '　', ':', '：', '.', '、', '．'])
}

/// The name of a file as what is said of it is remembered: `data/妇幼年报2023 (1).csv` → `妇幼年报`.
pub fn file_said(file: &str) -> String {
    named(&stem(file)).to_owned()
}

/// A file's name without the years that it covers, unless it is nothing else.
pub fn named(stem: &str) -> &str {
    match without_years(stem) {
        "" => stem,
        bare => bare,
    }
}

/// A file's name without the years that it covers: `婴儿死亡率2021-2022`.
fn without_years(stem: &str) -> &str {
    stem.trim_end_matches(|c: char| c.is_ascii_digit() || "年—–-－~～至到_ （）()".contains(c))
}

/// `data/indicator_婴儿死亡率 (1).csv` → `婴儿死亡率`: without folders, ending, and what a browser adds to the second
/// file of one name.
pub fn stem(file: &str) -> String {
    let name = file.rsplit(['/', '\\']).next().unwrap_or(file);
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let stem = stem.strip_prefix("indicator_").unwrap_or(stem).trim();
    let copy = stem
        .strip_suffix([')', '）'])
        .and_then(|rest| rest.rsplit_once(['(', '（']));
    let is_copy = |number: &str| !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit());
    match copy {
        Some((front, number)) if is_copy(number) => front.trim().to_owned(),
        _ => stem
            .strip_suffix("- 副本")
            .or_else(|| stem.strip_suffix("-副本"))
            .unwrap_or(stem)
            .trim()
            .to_owned(),
    }
}
