//! What is said of a list of warnings: how many there are and about how many indicators, what is left to list, and what
//! is missing.

use crate::lang::{Lang, plural};

/// How many warnings an area has, about how many indicators, and how many have no figure.
pub fn answer(area: &str, warnings: usize, indicators: usize, missing: usize, lang: Lang) -> String {
    let warned = match (lang, warnings) {
        (Lang::Zh, 0) => format!("{area}没有预警"),
        (Lang::En, 0) => format!("{area}: no warnings"),
        (Lang::Zh, _) => format!("{area}：{warnings} 条预警，涉及 {indicators} 个指标"),
        (Lang::En, _) => format!(
            "{area}: {} about {}",
            plural(warnings, "warning"),
            plural(indicators, "indicator")
        ),
    };
    match (lang, warnings, missing) {
        (Lang::Zh, _, 0) => format!("{warned}。"),
        (Lang::En, _, 0) => format!("{warned}."),
        (Lang::Zh, 0, _) => format!("{warned}；{missing} 个指标缺数据。"),
        (Lang::Zh, ..) => format!("{warned}；另有 {missing} 个指标缺数据。"),
        (Lang::En, 0, _) => format!("{warned}; {} without figures.", plural(missing, "indicator")),
        (Lang::En, ..) => format!(
            "{warned}; without figures: {}.",
            plural(missing, "more indicator")
        ),
    }
}

/// How many indicators have no figure, as a title.
pub fn missing(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("缺项：{count} 个指标还没有数据"),
        Lang::En => format!("No data: {}", plural(count, "indicator")),
    }
}

/// The way to those that are not listed yet.
pub fn list_rest(rest: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("列出其余 {rest} 项"),
        Lang::En if rest == 1 => "List the other one".to_owned(),
        Lang::En => format!("List the other {rest}"),
    }
}

/// What a row opens into.
pub fn reasons_of(name: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("理由和措施：{name}"),
        Lang::En => format!("Reasons and measures: {name}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_row_is_the_other_one() {
        assert_eq!(list_rest(1, Lang::En), "List the other one");
        assert_eq!(list_rest(2, Lang::En), "List the other 2");
    }

    #[test]
    fn where_there_is_no_warning_none_is_counted() {
        assert_eq!(
            answer("某市", 0, 0, 2, Lang::Zh),
            "某市没有预警；2 个指标缺数据。"
        );
        assert_eq!(
            answer("A city", 0, 0, 1, Lang::En),
            "A city: no warnings; 1 indicator without figures."
        );
        assert_eq!(
            answer("某市", 3, 2, 0, Lang::Zh),
            "某市：3 条预警，涉及 2 个指标。"
        );
        assert_eq!(answer("A city", 0, 0, 0, Lang::En), "A city: no warnings.");
        assert_eq!(
            answer("某市", 3, 2, 1, Lang::Zh),
            "某市：3 条预警，涉及 2 个指标；另有 1 个指标缺数据。"
        );
        assert_eq!(
            answer("A city", 1, 1, 2, Lang::En),
            "A city: 1 warning about 1 indicator; without figures: 2 more indicators."
        );
    }
}
