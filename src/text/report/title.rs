//! The titles of a report, and the names of its tables’ columns and notes that carry a year or a name.

use crate::catalogue::Year;
use crate::lang::Lang;
use crate::text::{chance, year};

/// The title of the report of a year.
pub fn annual(area: &str, subject: &str, when: Option<Year>, lang: Lang) -> String {
    match (lang, when) {
        (Lang::Zh, Some(when)) => format!("{area}{subject} {}度监测报告", year(when, lang)),
        (Lang::Zh, None) => format!("{area}{subject}年度监测报告"),
        (Lang::En, when) => english(area, subject, "annual monitoring report", when),
    }
}

/// The title of the evaluation in the middle of the plans.
pub fn midterm(area: &str, subject: &str, when: Option<Year>, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{area}{subject}中期评估报告（{}）", in_brackets(when)),
        Lang::En => english(area, subject, "mid-term evaluation", when),
    }
}

/// The title of the evaluation at the end of the plans.
pub fn last(area: &str, subject: &str, when: Option<Year>, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{area}{subject}终期评估报告（{}）", in_brackets(when)),
        Lang::En => english(area, subject, "final evaluation", when),
    }
}

fn in_brackets(when: Option<Year>) -> String {
    when.map(|at| year(at, Lang::Zh)).unwrap_or_default()
}

fn english(area: &str, subject: &str, kind: &str, when: Option<Year>) -> String {
    let when = when.map(|when| format!(", {}", year(when, Lang::En)));
    format!("{area}: {subject}, {kind}{}", when.unwrap_or_default())
}

/// The subtitle of a report about an agency.
pub fn of_agency(agency: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("责任单位：{agency}"),
        Lang::En => format!("Responsible agency: {agency}"),
    }
}

/// The name of the sheet of one year.
pub fn year_table(as_of: Option<Year>, lang: Lang) -> String {
    match (as_of, lang) {
        (Some(year), Lang::Zh) => format!("{year}年统计监测表"),
        (Some(year), Lang::En) => format!("Monitoring table {year}"),
        (None, lang) => lang.pick("统计监测表", "Monitoring table").to_owned(),
    }
}

/// The head of the column of a year.
pub fn year_column(year: Year, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{year}年"),
        Lang::En => year.to_string(),
    }
}

/// Where a text of the chapters outside the fields stands.
pub fn place(plan: &str, chapter: &str, item: u8, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{plan}“{chapter}”第 {item} 条"),
        Lang::En => format!("{plan}, chapter {chapter}, item {item}"),
    }
}

/// The head of the column of what is demanded by one year.
pub fn target_by(by: Year, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{}目标", year(by, lang)),
        Lang::En => format!("Target by {by}"),
    }
}

/// The chance of meeting a target, as a note beside its forecast.
pub fn chance_of(part: f64, lang: Lang) -> String {
    let chance = chance(part, lang);
    match lang {
        Lang::Zh => format!("把握{chance}"),
        Lang::En => format!("chance {chance}"),
    }
}
