//! Sentences beside a table that say whose figures all of it holds: 本表为灵山县数据, “Data are for Lingshan County”.

use crate::import::meaning::Areas;
use crate::tabular::fold;

/// What such a sentence begins with, as far as it is about the table itself.
const ABOUT_IT: [&str; 10] = [
    "本表", "此表", "上表", "下表", "表中", "表内", "以上", "以下", "数据", "统计",
];
/// The words before the name of the area. The longer ones come first.
const VERBS: [&str; 12] = [
    "口径为",
    "范围为",
    "范围是",
    "均为",
    "均系",
    "仅含",
    "只含",
    "仅为",
    "为",
    "是",
    "系",
    "指",
];
/// Words that make it another sentence: about a part of the table, or of what is not in it.
const OTHERWISE: [&str; 9] = [
    "不含", "不包", "不是", "不为", "除", "年起", "以前", "部分", "其中",
];
/// What the sentence ends with behind the name.
const ENDS: [&str; 11] = [
    "的数据",
    "的统计数据",
    "统计数据",
    "监测数据",
    "的情况",
    "数据",
    "口径",
    "情况",
    "范围",
    "的数",
    "数",
];
/// The same in English, before the name.
const ENGLISH: [&str; 12] = [
    "data are for ",
    "data is for ",
    "data are from ",
    "data refer to ",
    "data cover ",
    "data for ",
    "figures are for ",
    "figures refer to ",
    "figures for ",
    "table covers ",
    "table is for ",
    "table refers to ",
];
/// How names of areas end in English.
const KINDS: [&str; 5] = [" county", " city", " district", " province", " prefecture"];
/// A longer text is a paragraph.
const LONGEST: usize = 60;

/// Where a sentence stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stands {
    /// Above the table: 以上… is about another one.
    Above,
    /// Below the table: 以下… is about another one.
    Below,
}

/// The area that a sentence says the table is of; none where it is no such sentence.
pub fn area(areas: &Areas<'_>, text: &str, stands: Stands) -> Option<String> {
    let text = text.trim_matches(|c: char| c.is_whitespace() || "。.；;（）()".contains(c));
    let of_another: [&str; 2] = match stands {
        Stands::Above => ["以上", "上表"],
        Stands::Below => ["以下", "下表"],
    };
    let about_another = of_another.iter().any(|word| text.starts_with(word));
    if about_another || text.chars().count() > LONGEST {
        return None;
    }
    in_chinese(areas, text).or_else(|| in_english(areas, text))
}

/// Whether a sentence is about the whole table, as far as its words show: 本表为灵山县、浦北县数据.
pub fn is_about_the_table(text: &str) -> bool {
    let text = fold::simplify(&fold::squeeze(text));
    let otherwise = OTHERWISE.iter().any(|word| text.contains(word));
    let english = ENGLISH
        .iter()
        .any(|words| text.to_ascii_lowercase().contains(words));
    let begins = ABOUT_IT.iter().any(|word| text.starts_with(word));
    !otherwise && (english || begins && VERBS.iter().any(|verb| text.contains(verb)))
}

fn in_chinese(areas: &Areas<'_>, text: &str) -> Option<String> {
    let text = fold::simplify(&fold::squeeze(text));
    let is_about_it = ABOUT_IT.iter().any(|word| text.starts_with(word));
    if !is_about_it || OTHERWISE.iter().any(|word| text.contains(word)) {
        return None;
    }
    let (_, name) = VERBS.iter().find_map(|verb| text.split_once(verb))?;
    let name = ENDS.iter().find_map(|end| name.strip_suffix(end)).unwrap_or(name);
    let known = areas.known(name).map(|area| area.id.clone());
    known.or_else(|| areas.by_form(name))
}

fn in_english(areas: &Areas<'_>, text: &str) -> Option<String> {
    let lower = text.to_ascii_lowercase();
    let start = ENGLISH
        .iter()
        .find_map(|words| lower.find(words).map(|at| at + words.len()))?;
    let name = text[start..].split([',', '.', ';', '(']).next()?.trim();
    let name = name.strip_suffix(" only").unwrap_or(name);
    let is_area = KINDS.iter().any(|kind| name.to_ascii_lowercase().ends_with(kind));
    let known = areas.known(name).map(|area| area.id.clone());
    known.or_else(|| is_area.then(|| name.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::builtin;

    #[test]
    fn a_sentence_names_the_area_of_its_table() {
        let areas = Areas::new(builtin());
        for (text, expected) in [
            ("本表为灵山县数据", Some("灵山县")),
            ("本表数据均为浦北县的统计数据。", Some("浦北县")),
            ("（数据范围为钦南区）", Some("钦南区")),
            ("以上数据是合浦县数据", Some("合浦县")),
            ("Data are for Lingshan County.", Some("灵山县")),
            ("All figures refer to Pubei County, 2021", Some("浦北县")),
            ("This table covers Hepu County only", Some("Hepu County")),
            ("本表不含灵山县数据", None),
            ("本表统计口径为全市户籍人口", None),
            ("2021年起为灵山县数据", None),
            ("数据为初步统计", None),
            ("Data are for the calendar year", None),
            ("灵山县婴儿死亡率", None),
        ] {
            assert_eq!(area(&areas, text, Stands::Below).as_deref(), expected, "{text}");
        }
        assert_eq!(area(&areas, "以上数据是合浦县数据", Stands::Above), None);
        assert_eq!(area(&areas, "以下数据是合浦县数据", Stands::Below), None);
    }
}
