//! What the first page says of an area beside its headline: what the page rests on, what is missing, and what the parts
//! below hold.

use super::{after_chinese, before_chinese, counts_sentence, time_left, year};
use crate::assess::StatusCounts;
use crate::catalogue::{Field, Year};
use crate::lang::{Lang, plural};

/// What the first page rests on.
#[derive(Clone, Copy, Debug)]
pub struct Basis<'a> {
    /// The area's name in the language of the sentence.
    pub area: &'a str,
    /// The year judged; none where there is no figure.
    pub as_of: Option<Year>,
    /// The name of the last file, and how many there are.
    pub files: Option<(&'a str, usize)>,
    /// The year that it is.
    pub now: Year,
    /// The year that the plans run to.
    pub deadline: Year,
}

impl Basis<'_> {
    /// Area, year and files that the page rests on, and how long it is to the deadline.
    pub fn sentence(&self, lang: Lang) -> String {
        let area = self.area;
        let files = match (self.files, lang) {
            (None, _) => String::new(),
            (Some((name, 1)), Lang::Zh) => format!("；依据{}", after_chinese(name)),
            (Some((name, n)), Lang::Zh) => {
                let name = before_chinese(&after_chinese(name));
                format!("；依据{name}等 {n} 个文件")
            }
            (Some((name, 1)), Lang::En) => format!("; based on {name}"),
            (Some((name, n)), Lang::En) => format!("; based on {name} and {}", plural(n - 1, "more file")),
        };
        let left = time_left(self.now, self.deadline, lang);
        match (lang, self.as_of) {
            (Lang::Zh, Some(as_of)) => format!("{area}，截至 {}{files}。{left}。", year(as_of, lang)),
            (Lang::Zh, None) => format!("{area}{files}。{left}。"),
            (Lang::En, Some(as_of)) => format!("{area}, as of {as_of}{files}. {left}."),
            (Lang::En, None) => format!("{area}{files}. {left}."),
        }
    }
}

/// What is shown where the area itself has nothing to show: where the areas of these names are.
pub fn others_instead(area: &str, others: &[String], lang: Lang) -> String {
    match (lang, others.is_empty()) {
        (Lang::Zh, false) => format!(
            "下面是写明了数字的承诺，和{}已经走到的位置。{area}自己的位置，有了数就显示。",
            others.join("、")
        ),
        (Lang::Zh, true) => format!("{area}的位置，有了数就显示。"),
        (Lang::En, false) => format!(
            "Below are promises with a number, and where {} already are. {area} will be shown as soon as it has figures.",
            others.join(" and ")
        ),
        (Lang::En, true) => format!("{area} will be shown as soon as it has figures."),
    }
}

/// How many promises no figure speaks for.
pub fn by_evidence(count: usize, lang: Lang) -> String {
    match (lang, count) {
        (Lang::Zh, _) => format!("□ 另有 {count} 项没有数可量，靠查证"),
        (Lang::En, 1) => "□ 1 more is judged by evidence".to_owned(),
        (Lang::En, _) => format!("□ {count} more are judged by evidence"),
    }
}

/// How many values contradict one another, as the way to settle them.
pub fn contradictions(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("有 {count} 处数值互相矛盾：去处理"),
        Lang::En => format!("{} between files: settle them", plural(count, "contradiction")),
    }
}

/// How many goals lack figures, in all and of each field.
pub fn missing(fields: &[(&Field, usize)], lang: Lang) -> String {
    let all: usize = fields.iter().map(|(_, count)| count).sum();
    let named = fields
        .iter()
        .map(|(field, count)| format!("{} {count}", lang.pick(&field.name, &field.english)));
    let named: Vec<String> = named.collect();
    match lang {
        Lang::Zh => format!("{all} 项没有数：{}。", named.join("，")),
        Lang::En => format!("No figures for {all}: {}.", named.join(", ")),
    }
}

/// What the tables hold, with how many promises of a number.
pub fn in_tables(promised: usize, lang: Lang) -> String {
    match (lang, promised) {
        (Lang::Zh, 1) => "列成表：各领域的目标，和写明数字的 1 个承诺".to_owned(),
        (Lang::Zh, _) => format!("列成表：各领域的目标，和全部 {promised} 个写明数字的承诺"),
        (Lang::En, 1) => "As tables: the goals by field, and the one promise with a number".to_owned(),
        (Lang::En, _) => format!("As tables: the goals by field, and all {promised} promises with a number"),
    }
}

/// The way to all indicators with warnings.
pub fn all_warnings(count: usize, lang: Lang) -> String {
    match (lang, count) {
        (Lang::Zh, 1) => "有预警的 1 个指标".to_owned(),
        (Lang::Zh, _) => format!("全部 {count} 个有预警的指标"),
        (Lang::En, 1) => "The one with warnings".to_owned(),
        (Lang::En, _) => format!("All {count} with warnings"),
    }
}

/// The way to the slides of the most urgent.
pub fn project(count: usize, lang: Lang) -> String {
    match (lang, count) {
        (Lang::Zh, 1) => "投影这一项".to_owned(),
        (Lang::Zh, _) => format!("投影这 {count} 项"),
        (Lang::En, 1) => "Project this one".to_owned(),
        (Lang::En, _) => format!("Project these {count}"),
    }
}

/// The name of the line that all promises start from.
pub fn start(base_year: Year, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{base_year} 年起点"),
        Lang::En => format!("{base_year} start"),
    }
}

/// How the goals of something by that name stand.
pub fn standing(name: &str, goals: StatusCounts, lang: Lang) -> String {
    let colon = lang.pick("：", ": ");
    format!("{name}{colon}{}", counts_sentence(goals, "项", lang))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn basis(as_of: Option<Year>, files: Option<(&'static str, usize)>, lang: Lang) -> String {
        let basis = Basis {
            area: lang.pick("某市", "A city"),
            as_of,
            files,
            now: 2026,
            deadline: 2027,
        };
        basis.sentence(lang).replace('\u{2009}', " ")
    }

    #[test]
    fn the_basis_names_year_and_files_where_there_are_any() {
        assert_eq!(basis(None, None, Lang::Zh), "某市。到 2027 年还有 1 年。");
        assert_eq!(
            basis(Some(2023), Some(("a.csv", 1)), Lang::Zh),
            "某市，截至 2023 年；依据 a.csv。到 2027 年还有 1 年。"
        );
        assert_eq!(
            basis(Some(2023), Some(("示例.csv", 3)), Lang::Zh),
            "某市，截至 2023 年；依据示例.csv 等 3 个文件。到 2027 年还有 1 年。"
        );
        assert_eq!(
            basis(Some(2023), Some(("a.csv", 2)), Lang::En),
            "A city, as of 2023; based on a.csv and 1 more file. 1 year to 2027."
        );
    }

    #[test]
    fn what_there_is_one_of_is_told_of_as_one() {
        assert_eq!(by_evidence(1, Lang::En), "□ 1 more is judged by evidence");
        assert_eq!(by_evidence(2, Lang::En), "□ 2 more are judged by evidence");
        assert_eq!(
            in_tables(1, Lang::En),
            "As tables: the goals by field, and the one promise with a number"
        );
        assert_eq!(
            in_tables(1, Lang::Zh),
            "列成表：各领域的目标，和写明数字的 1 个承诺"
        );
        assert_eq!(all_warnings(1, Lang::En), "The one with warnings");
        assert_eq!(all_warnings(1, Lang::Zh), "有预警的 1 个指标");
        assert_eq!(all_warnings(2, Lang::En), "All 2 with warnings");
        assert_eq!(project(1, Lang::En), "Project this one");
        assert_eq!(project(1, Lang::Zh), "投影这一项");
        assert_eq!(project(8, Lang::En), "Project these 8");
    }

    #[test]
    fn with_nobody_to_compare_with_only_the_area_is_told_of() {
        let others = ["全国".to_owned(), "某省".to_owned()];
        assert_eq!(
            others_instead("某市", &[], Lang::Zh),
            "某市的位置，有了数就显示。"
        );
        assert_eq!(
            others_instead("某市", &others, Lang::Zh),
            "下面是写明了数字的承诺，和全国、某省已经走到的位置。某市自己的位置，有了数就显示。"
        );
    }
}
