//! What is better than in an area compared with.

use super::are;
use crate::lang::{Lang, plural};

/// How many indicators are better than in an area compared with, as part of a sentence.
pub fn in_short(area: &str, compared: usize, better: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh if better == 0 => format!("与{area}可比的 {compared} 个指标中，没有一个优于{area}水平"),
        Lang::Zh => format!("与{area}可比的 {compared} 个指标中，优于{area}水平的 {better} 个"),
        Lang::En if better == 0 => format!(
            "of {} comparable with {area}, none is better than in {area}",
            plural(compared, "indicator")
        ),
        Lang::En => {
            format!(
                "of {} comparable with {area}, {better} {} better than in {area}",
                plural(compared, "indicator"),
                are(better)
            )
        }
    }
}

/// The same of all areas compared with, in one sentence.
pub fn all_in_short(counted: &[String], lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{}。", counted.join("；")),
        Lang::En => format!("Compared with larger areas: {}.", counted.join("; ")),
    }
}

/// How many indicators are better than in an area compared with.
pub fn sentence(area: &str, compared: usize, better: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => {
            let better = match better {
                0 => "没有一个".to_owned(),
                better => format!("其中 {better} 个"),
            };
            format!("与{area}有同一年份数值可比的指标 {compared} 个，{better}优于{area}水平。")
        }
        Lang::En => format!(
            "Indicators with a figure of the same year in {area}: {compared}; {} better than in {area}.",
            match better {
                0 => "none of them is".to_owned(),
                better => format!("{better} of them {}", are(better)),
            }
        ),
    }
}

/// The caption of their table.
pub fn caption(area: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("优于{area}水平的指标"),
        Lang::En => format!("Better than in {area}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_that_is_better_is_told_of_as_one() {
        assert_eq!(
            in_short("China", 1, 1, Lang::En),
            "of 1 indicator comparable with China, 1 is better than in China"
        );
        assert!(sentence("China", 4, 2, Lang::En).ends_with("2 of them are better than in China."));
    }
}
