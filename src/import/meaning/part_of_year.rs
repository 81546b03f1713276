//! Whether a text says that figures are of a part of a year: a quarter, a half, some of its months. Bulletins say so in
//! their title or their name alone, over columns of years.

use std::ops::Range;

use super::period;
use crate::tabular::fold;

/// Words for a part of a year.
const WORDS: &[&str] = &["上半年", "下半年", "半年度"];
/// What comes out several times in a year.
const REPORTS: &[&str] = &["半年报", "季报", "月报"];
/// What is put together of such reports is of the whole year: `2022年度月报汇总`.
const PUT_TOGETHER: &[&str] = &["年度", "汇总"];
/// By these it is the whole year all the same.
const WHOLE: &[&str] = &["全年", "1-12月", "1-4季度", "4个季度"];
/// Behind a part of a year these make it the time of something else: when a table was made, since when something holds.
const NOT_OF_FIGURES: &[&str] = &[
    "发布", "印发", "编制", "制表", "填报", "报送", "上报", "公布", "更新", "导出", "提取", "起", "以来",
    "前", "后", "龄",
];
/// What may stand beside a part of a year in a text that says nothing else.
const BESIDE: &[&str] = &[
    "累计数",
    "累计",
    "合计",
    "数据",
    "数",
    "值",
    "止",
    "第",
    "前",
    "年",
];
/// How often a figure comes out, where that is more than once a year: words, and codes of SDMX's FREQ.
const FREQUENCIES: &[&str] = &[
    "q",
    "m",
    "s",
    "h",
    "w",
    "d",
    "b",
    "quarterly",
    "monthly",
    "semiannual",
    "halfyearly",
    "weekly",
    "daily",
    "季度",
    "季",
    "按季",
    "月度",
    "月",
    "按月",
    "每月",
    "每季",
    "半年",
    "半年度",
];
/// Numbers as months and quarters have them, the longer ones first.
const NUMERALS: [(&str, &str); 12] = [
    ("十二", "12"),
    ("十一", "11"),
    ("十", "10"),
    ("一", "1"),
    ("二", "2"),
    ("三", "3"),
    ("四", "4"),
    ("五", "5"),
    ("六", "6"),
    ("七", "7"),
    ("八", "8"),
    ("九", "9"),
];

/// Whether a title, or the name of a sheet or a file, says that what is in it is of a part of a year.
pub fn names_part_of_year(text: &str) -> bool {
    let text = plain(text);
    !WHOLE.iter().any(|word| text.contains(word)) && part(&text).is_some()
}

/// Whether a text is a part of a year and nothing else: `一季度`, `2022年1-6月累计`.
pub fn is_part_of_year(text: &str) -> bool {
    let text = plain(text);
    let Some(part) = part(&text) else {
        return false;
    };
    let mut rest = format!("{} {}", &text[..part.start], &text[part.end..]);
    for word in BESIDE {
        rest = rest.replace(word, " ");
    }
    rest.split_whitespace()
        .all(|left| left.len() == 4 && left.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Whether a sheet is named after a month: `3月`.
pub fn is_month(name: &str) -> bool {
    let name = plain(name);
    let digits = name.trim_end_matches('份').strip_suffix('月');
    digits.is_some_and(|digits| digits.parse().is_ok_and(|month: u32| (1..=12).contains(&month)))
}

/// Whether a cell that says how often, or a remark, makes a value one of a part of a year.
pub fn is_of_part_of_year(text: &str) -> bool {
    let code = text.split_once(':').map_or(text, |(code, _)| code);
    FREQUENCIES.contains(&fold::name(code).as_str()) || is_part_of_year(text)
}

/// As periods are read, with figures for numerals.
fn plain(text: &str) -> String {
    let mut plain = period::plain(text).replace('到', "-");
    for (numeral, figure) in NUMERALS {
        plain = plain.replace(numeral, figure);
    }
    plain
}

/// Where a part of a year stands.
fn part(text: &str) -> Option<Range<usize>> {
    let is_put_together = PUT_TOGETHER.iter().any(|word| text.contains(word));
    let reports = if is_put_together { &[] } else { REPORTS };
    let words = WORDS.iter().chain(reports);
    let words = words.filter_map(|word| text.find(word).map(|at| at..at + word.len()));
    let mut found = words.chain(quarter(text)).chain(months(text));
    found.find(|part| {
        let behind = &text[part.end..];
        !NOT_OF_FIGURES.iter().any(|word| behind.starts_with(word))
    })
}

/// `第1季度`, `前3季度`, `1-3季度`, `2022Q1`; not all four.
fn quarter(text: &str) -> Option<Range<usize>> {
    let named = text.match_indices("季度").find_map(|(at, word)| {
        let start = at - text[..at].bytes().rev().take_while(u8::is_ascii_digit).count();
        ["1", "2", "3", "4"]
            .contains(&&text[start..at])
            .then_some(start..at + word.len())
    });
    named.or_else(|| {
        let is_edge = |c: Option<char>| c.is_none_or(|c| !c.is_ascii_alphabetic());
        text.match_indices(['Q', 'q']).find_map(|(at, _)| {
            let behind = &text[at + 1..];
            let is_quarter = behind.starts_with(['1', '2', '3', '4'])
                && !behind[1..].starts_with(|c: char| c.is_ascii_alphanumeric())
                && is_edge(text[..at].chars().next_back());
            is_quarter.then_some(at..at + 2)
        })
    })
}

/// `1-6月`, `7月-9月`; not all twelve, and no month alone, which is mostly when a table was made.
fn months(text: &str) -> Option<Range<usize>> {
    text.match_indices('-').find_map(|(at, _)| {
        let before = text[..at].strip_suffix('月').unwrap_or(&text[..at]);
        let start = before.len() - before.bytes().rev().take_while(u8::is_ascii_digit).count();
        let length = text[at + 1..].bytes().take_while(u8::is_ascii_digit).count();
        let end = at + 1 + length;
        let month = |digits: &str| digits.parse().ok().filter(|month| (1..=12).contains(month));
        let (first, last): (u32, u32) = (month(&before[start..])?, month(&text[at + 1..end])?);
        let is_range = text[end..].starts_with('月') && first <= last && (first, last) != (1, 12);
        is_range.then_some(start..end + '月'.len_utf8())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_of_bulletins_say_that_they_are_of_a_part_of_a_year() {
        for title in [
            "钦州市2023年一季度妇幼健康指标",
            "2023年1－6月主要指标",
            "2023年前三季度",
            "2023年上半年妇女儿童发展监测",
            "妇幼卫生月报",
            "2023Q2",
            "半年度统计表",
            "一至六月情况",
            "2023年第4季度",
            "2023年度第一季度",
            "妇幼卫生年报2023年上半年",
            "2023年7月至9月",
        ] {
            assert!(names_part_of_year(title), "{title}");
        }
        for title in [
            "钦州市2023年妇幼健康指标",
            "2023年1-12月",
            "2023年度各季度",
            "2022年度月报汇总",
            "妇幼卫生年报",
            "2023年全年及四季度",
            "2024年一季度编制",
            "2021-2023年",
            "0-6岁儿童系统管理率",
            "2024年3月导出",
            "2022年三季度起口径调整",
            "1-4季度",
            "3-6岁",
            "2024-03-05",
            "SEQ1",
            "1-6月龄婴儿",
        ] {
            assert!(!names_part_of_year(title), "{title}");
        }
    }

    #[test]
    fn a_cell_is_a_part_of_a_year_only_where_it_says_nothing_else() {
        for text in [
            "一季度",
            "1-6月累计",
            "2022年上半年数据",
            "第三季度",
            "2022年1月至9月",
        ] {
            assert!(is_part_of_year(text), "{text}");
        }
        for text in [
            "",
            "全年",
            "一季度起口径调整",
            "含一季度漏报",
            "初步数",
            "2022",
            "1-12月",
        ] {
            assert!(!is_part_of_year(text), "{text}");
        }
        for text in ["Q", "Q: Quarterly", "季度", "monthly", "一季度"] {
            assert!(is_of_part_of_year(text), "{text}");
        }
        assert!(is_month("3月") && is_month("十二月份") && !is_month("13月") && !is_month("3月数据"));
        for text in ["A", "A: Annual", "Annual", "年度", "", "_Z", "A5"] {
            assert!(!is_of_part_of_year(text), "{text}");
        }
    }
}
