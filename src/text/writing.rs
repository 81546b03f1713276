//! What is said around a report while it is written: what it is about, and what of an office's template it fills.

use super::year;
use crate::catalogue::Year;
use crate::lang::Lang;

/// What the report of an area is about: everything judged up to a year, or what was promised where there is no figure.
pub fn about(area: &str, as_of: Option<Year>, lang: Lang) -> String {
    match (lang, as_of) {
        (Lang::Zh, Some(at)) => format!(
            "把{area}截至 {}的评判写成一份报告，可以打印、修改和发布。地区和年份在上方选择。",
            year(at, lang)
        ),
        (Lang::Zh, None) => {
            format!("{area}还没有数值：报告列出承诺了什么、缺少哪些数据。载入文件后，这里就是监测报告。")
        }
        (Lang::En, Some(at)) => format!(
            "{area} as judged up to {at}, as a report to print, edit and publish. Area and year are chosen above."
        ),
        (Lang::En, None) => format!(
            "{area} has no figures yet: the report lists what was promised and which data are missing. Load files, and it becomes the monitoring report."
        ),
    }
}

/// That a template is filled, and which names in it the report does not know.
pub fn filled(unknown: &[String], lang: Lang) -> String {
    match (lang, unknown.is_empty()) {
        (Lang::Zh, true) => "已按模板填写并下载。".to_owned(),
        (Lang::En, true) => "Filled and downloaded.".to_owned(),
        (Lang::Zh, false) => format!(
            "已按模板填写并下载。这些名称本报告里没有，原样留在文中：{}。",
            unknown.join("、")
        ),
        (Lang::En, false) => format!(
            "Filled and downloaded. The report knows no such names; they stand as they were: {}.",
            unknown.join(", ")
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_the_report_does_not_know_are_listed() {
        assert_eq!(filled(&[], Lang::Zh), "已按模板填写并下载。");
        let unknown = ["图1".to_owned(), "图2".to_owned()];
        assert_eq!(
            filled(&unknown, Lang::Zh),
            "已按模板填写并下载。这些名称本报告里没有，原样留在文中：图1、图2。"
        );
        assert!(filled(&unknown, Lang::En).ends_with("they stand as they were: 图1, 图2."));
    }
}
