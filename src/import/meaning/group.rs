//! The words for groups of people in the columns 性别, 城乡 and 年龄. A word that is not known is refused
//! rather than taken for everyone.

use crate::observation::{Residence, Sex};

use crate::tabular::fold;

/// A text that is none of the known words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownWord;

/// Words for everyone, folded.
const TOTAL: &[&str] = &[
    "",
    "t",
    "z",
    "total",
    "all",
    "合计",
    "总计",
    "总体",
    "全部",
    "不分",
    "小计",
    "总数",
    "全体",
    "平均",
    "不限",
    "总人口",
    "全部人口",
    "无",
    "notapplicable",
    "nodisaggregation",
];
const BOTH_SEXES: &[&str] = &[
    "bothsexes",
    "both",
    "allsexes",
    "不分性别",
    "男女合计",
    "男女",
    "全部性别",
    "两性",
    "btsx",
    "femaleandmale",
    "maleandfemale",
    "menandwomen",
];
const FEMALE: &[&str] = &[
    "女",
    "女性",
    "妇女",
    "女童",
    "女生",
    "女孩",
    "female",
    "females",
    "f",
    "women",
    "woman",
    "girls",
    "girl",
    "fmle",
    "妇",
    "女性人口",
    "女婴",
    "女职工",
    "女学生",
];
const MALE: &[&str] = &[
    "男",
    "男性",
    "男童",
    "男生",
    "男孩",
    "male",
    "males",
    "m",
    "men",
    "man",
    "boys",
    "boy",
    "mle",
    "男性人口",
    "男婴",
    "男学生",
];
const TOWN_AND_COUNTRY: &[&str] = &[
    "城乡合计",
    "城乡",
    "不分城乡",
    "全市",
    "全国",
    "urbanandrural",
    "allareas",
];
const URBAN: &[&str] = &[
    "城镇",
    "城市",
    "城区",
    "市镇",
    "城",
    "城镇地区",
    "城市地区",
    "urban",
    "urbanareas",
    "town",
    "city",
    "u",
];
const RURAL: &[&str] = &[
    "农村",
    "乡村",
    "乡",
    "村",
    "农",
    "农村地区",
    "rural",
    "ruralareas",
    "countryside",
    "r",
];
const ALL_AGES: &[&str] = &[
    "allages",
    "全年龄",
    "各年龄",
    "所有年龄",
    "全年龄段",
    "不分年龄",
    "全部年龄",
    "年龄合计",
];

/// Whether a word stands for everyone, or for everything together.
pub fn is_total(text: &str) -> bool {
    let word = fold::name(text);
    let is = |words: &[&str]| words.contains(&word.as_str());
    !word.is_empty() && (is(TOTAL) || is(BOTH_SEXES) || is(TOWN_AND_COUNTRY) || is(ALL_AGES))
}

/// Whether a text is an age and nothing else: `0-14岁`, `15岁及以上`. `城市5岁以下儿童死亡率` measures something.
pub fn is_age(text: &str) -> bool {
    let lower = text.trim().to_ascii_lowercase();
    let digit = |c: char| fold::half(c).is_ascii_digit();
    let short = lower.chars().count() <= 16 && lower.contains(digit);
    let begins = lower.starts_with(|c| digit(c) || "<>≤≥＜＞(（".contains(c))
        || [
            "不满", "未满", "满", "小于", "大于", "age", "under", "over", "below",
        ]
        .iter()
        .any(|word| lower.starts_with(word));
    let measures = ["率", "比", "水平", "数", "%", "‰", "rate"]
        .iter()
        .any(|word| lower.contains(word));
    short
        && begins
        && !measures
        && ["岁", "月龄", "years old"]
            .iter()
            .any(|word| lower.contains(word))
}

/// Reads a sex; none is both.
pub fn sex(text: &str) -> Result<Option<Sex>, UnknownWord> {
    let word = fold::name(text);
    let is = |words: &[&str]| words.contains(&word.as_str());
    match () {
        () if is(TOTAL) || is(BOTH_SEXES) => nothing_but(text, &word),
        () if is(FEMALE) => Ok(Some(Sex::Female)),
        () if is(MALE) => Ok(Some(Sex::Male)),
        () => Err(UnknownWord),
    }
}

/// Reads 城乡; none is both.
pub fn residence(text: &str) -> Result<Option<Residence>, UnknownWord> {
    let word = fold::name(text);
    let is = |words: &[&str]| words.contains(&word.as_str());
    match () {
        () if is(TOTAL) || is(TOWN_AND_COUNTRY) => nothing_but(text, &word),
        () if is(URBAN) => Ok(Some(Residence::Urban)),
        () if is(RURAL) => Ok(Some(Residence::Rural)),
        () => Err(UnknownWord),
    }
}

/// A total, unless the text is punctuation that stands for no word; dashes are how tables leave cells out.
fn nothing_but<T>(text: &str, word: &str) -> Result<Option<T>, UnknownWord> {
    let left_out = |c: char| c.is_whitespace() || fold::is_dash(c) || matches!(c, '/' | '…' | '.' | '*');
    if word.is_empty() && !text.chars().all(left_out) {
        Err(UnknownWord)
    } else {
        Ok(None)
    }
}

/// Reads an age as the source words it, with one spelling of dashes and widths; empty for all ages.
pub fn age(text: &str) -> String {
    let word = fold::name(text);
    if TOTAL.contains(&word.as_str()) || ALL_AGES.contains(&word.as_str()) {
        return String::new();
    }
    let squeezed: Vec<char> = text
        .chars()
        .map(fold::half)
        .filter(|c| !c.is_whitespace())
        .collect();
    let digit = |at: Option<&char>| at.is_some_and(char::is_ascii_digit);
    let joins = |at: usize| {
        // 0岁-14岁 and 0-14岁 both: the dash may follow the unit.
        let before = at.checked_sub(1).and_then(|at| squeezed.get(at));
        (digit(before) || before == Some(&'岁')) && digit(squeezed.get(at + 1))
    };
    let unified = squeezed.iter().enumerate();
    unified
        .map(|(at, c)| if fold::is_dash(*c) && joins(at) { '-' } else { *c })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sexes_and_residences_in_both_languages() {
        for word in ["女", "女性", "Female", "F", "女童"] {
            assert_eq!(sex(word), Ok(Some(Sex::Female)), "{word}");
        }
        for word in ["男", "males", "M"] {
            assert_eq!(sex(word), Ok(Some(Sex::Male)), "{word}");
        }
        for word in ["", "合计", "_T", "Both sexes", "不分性别", "—", "TOTAL"] {
            assert_eq!(sex(word), Ok(None), "{word}");
        }
        for word in ["城镇", "城市", "Urban"] {
            assert_eq!(residence(word), Ok(Some(Residence::Urban)), "{word}");
        }
        for word in ["农村", "乡村", "rural"] {
            assert_eq!(residence(word), Ok(Some(Residence::Rural)), "{word}");
        }
    }

    #[test]
    fn other_words_are_refused() {
        for word in ["其他", "女？男", "?", "城镇"] {
            assert_eq!(sex(word), Err(UnknownWord), "{word}");
        }
        assert_eq!(residence("县城以外"), Err(UnknownWord));
    }

    #[test]
    fn an_age_is_no_part_of_a_longer_name() {
        for text in [
            "0-14岁",
            "15岁及以上",
            "不满1岁",
            "≥65岁",
            "６岁以下儿童",
            "15 years old",
        ] {
            assert!(is_age(text), "{text}");
        }
        for text in [
            "城市5岁以下儿童死亡率",
            "5岁以下儿童死亡率(‰)",
            "0-6岁儿童数",
            "岁",
            "城市0-14岁",
        ] {
            assert!(!is_age(text), "{text}");
        }
    }

    #[test]
    fn ages_have_one_spelling() {
        for text in ["0-14岁", "0－14岁", "0~14岁", "0–14 岁", "０至14岁"] {
            assert_eq!(age(text), "0-14岁", "{text}");
        }
        assert_eq!(age("15岁及以上"), "15岁及以上");
        for text in ["", "合计", "_T", "all ages", "—"] {
            assert_eq!(age(text), "", "{text}");
        }
    }
}
