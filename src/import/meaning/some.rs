//! Groups of people that no catalogue of everyone's figures knows, where a title or a heading says that figures are of them:
//! 流动人口, 少数民族. A rate of such a group is not the rate of all.

use crate::tabular::fold;

/// Groups that a title names of which all figures below it are.
const IN_TITLES: &[&str] = &[
    "流动人口",
    "流动儿童",
    "流动妇女",
    "农民工",
    "外来务工",
    "少数民族",
    "壮族",
    "瑶族",
    "苗族",
    "侗族",
    "汉族",
    "京族",
    "仫佬族",
    "毛南族",
    "建档立卡",
    "低保户",
    "低保家庭",
    "贫困人口",
    "贫困户",
    "脱贫人口",
    "脱贫户",
];
/// Groups that plans have goals for: a title names them beside others, a heading of their own is of them alone.
const AS_HEADINGS: &[&str] = &[
    "残疾人",
    "残疾儿童",
    "残疾妇女",
    "留守儿童",
    "农村留守儿童",
    "留守妇女",
    "困境儿童",
    "孤儿",
    "早产儿",
];
/// An indicator with one of these in its name is of such a group itself.
const ROOTS: &[&str] = &[
    "流动",
    "农民工",
    "务工",
    "民族",
    "建档立卡",
    "低保",
    "贫困",
    "脱贫",
    "残疾",
    "留守",
    "困境",
    "孤儿",
    "早产",
];

/// Whether a title, or the name of a sheet or a file, says that all figures below it are of such a group.
pub fn titles_some(text: &str) -> bool {
    let name = fold::name(text);
    IN_TITLES.iter().any(|word| name.contains(word))
}

/// Whether a heading between rows says that the figures below it are of such a group.
pub fn heads_some(text: &str) -> bool {
    titles_some(text) || AS_HEADINGS.contains(&fold::name(text).as_str())
}

/// Whether a name is that of an indicator of such a group.
pub fn is_of_some(name: &str) -> bool {
    ROOTS.iter().any(|root| name.contains(root))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_that_figures_are_of_are_told_from_those_that_a_table_is_about() {
        for title in [
            "流动人口婴儿死亡率",
            "壮族妇女儿童主要指标",
            "2022年建档立卡贫困户",
        ] {
            assert!(titles_some(title) && heads_some(title), "{title}");
        }
        assert!(heads_some("残疾儿童") && !titles_some("残疾儿童和困境儿童保障情况"));
        assert!(!titles_some("民族地区妇幼健康") && !heads_some("妇女与健康"));
        assert!(is_of_some("残疾儿童康复救助率") && !is_of_some("婴儿死亡率"));
    }
}
