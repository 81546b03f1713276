//! What slides say with a figure or a name in it, and what is said of them while they are arranged.

use super::{counts_sentence, year};
use crate::assess::{Status, StatusCounts};
use crate::catalogue::Year;
use crate::lang::{Lang, plural};

/// How the goals of an area stand, for the first slide.
pub fn answer(area: &str, goals: StatusCounts, lang: Lang) -> String {
    let (total, countable) = (goals.total(), goals.countable());
    let (known, met) = (goals.measured(), goals.get(Status::Met));
    match (lang, known) {
        (Lang::Zh, 0) => format!("{total} 项目标，{countable} 项有数可量；{area}还没有公布这些数。"),
        (Lang::Zh, _) => {
            format!("{total} 项目标，{countable} 项有数可量；{area}有数的 {known} 项，已达标 {met} 项。")
        }
        (Lang::En, 0) => format!(
            "{}, {countable} of them countable; {area} has published no figure yet.",
            plural(total, "goal")
        ),
        (Lang::En, _) => format!(
            "{}, {countable} of them countable; {area} has figures for {known} and meets {met}.",
            plural(total, "goal")
        ),
    }
}

/// How a reference area stands to the same goals; none where it has no figure.
pub fn of_reference(area: &str, goals: StatusCounts, lang: Lang) -> Option<String> {
    let only = goals.measured_alone();
    let (total, said) = (only.total(), counts_sentence(only, "项", lang));
    (total > 0).then(|| match lang {
        Lang::Zh => format!("用同样的目标衡量，{area}（参考）有数的 {total} 项：{said}。"),
        Lang::En => {
            format!("Held against the same goals, {area} (reference) has figures for {total}: {said}.")
        }
    })
}

/// The counts that matter most, beside their bar.
pub fn counted(goals: StatusCounts, lang: Lang) -> String {
    let (total, known, met) = (goals.total(), goals.measured(), goals.get(Status::Met));
    match lang {
        Lang::Zh => format!("{total} 项，有数 {known}，达标 {met}"),
        Lang::En => format!("{}, {known} known, {met} met", plural(total, "goal")),
    }
}

/// How many indicators with warnings are not shown.
pub fn more_warnings(rest: usize, lang: Lang) -> String {
    match (lang, rest) {
        (Lang::Zh, _) => format!("另有 {rest} 个指标需要关注。"),
        (Lang::En, 1) => "1 more indicator needs attention.".to_owned(),
        (Lang::En, _) => format!("{rest} more indicators need attention."),
    }
}

/// The title of a slide about an indicator of that rank, where there is none.
pub fn of_rank(rank: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("最紧要的第 {rank} 项"),
        Lang::En => format!("Number {rank} of the most urgent"),
    }
}

/// Which slide is shown, counted from 1.
pub fn shown(at: usize, count: usize, title: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("第 {at} 张，共 {count} 张：{title}"),
        Lang::En => format!("Slide {at} of {count}: {title}"),
    }
}

/// The area and the year that slides are about.
pub fn about(area: &str, as_of: Option<Year>, lang: Lang) -> String {
    match (lang, as_of) {
        (_, None) => area.to_owned(),
        (Lang::Zh, Some(as_of)) => format!("{area} · 截至 {}", year(as_of, lang)),
        (Lang::En, Some(as_of)) => format!("{area} · as of {as_of}"),
    }
}

/// What a button does with a slide.
pub fn button(action: &str, title: &str, lang: Lang) -> String {
    format!("{action}{}{title}", lang.pick("：", ": "))
}

/// That a slide was added, at a place counted from 1.
pub fn added(title: &str, at: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("已加入：{title}，第 {at} 张"),
        Lang::En => format!("Added {title} as slide {at}"),
    }
}

/// Where a slide was moved to, counted from 1.
pub fn moved(to: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("已移到第 {to} 张"),
        Lang::En => format!("Now slide {to}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_a_figure_nothing_is_said_of_what_is_met() {
        let none = StatusCounts::of([Status::NoData, Status::Qualitative]);
        assert_eq!(
            answer("某市", none, Lang::Zh),
            "2 项目标，1 项有数可量；某市还没有公布这些数。"
        );
        assert_eq!(of_reference("全国", none, Lang::Zh), None);
        let some = StatusCounts::of([Status::Met, Status::NoData, Status::Qualitative]);
        assert_eq!(
            answer("A city", some, Lang::En),
            "3 goals, 2 of them countable; A city has figures for 1 and meets 1."
        );
        assert_eq!(
            of_reference("全国", some, Lang::Zh).as_deref(),
            Some("用同样的目标衡量，全国（参考）有数的 1 项：已达标 1 项。")
        );
    }

    #[test]
    fn one_more_needs_and_several_need() {
        assert_eq!(more_warnings(1, Lang::En), "1 more indicator needs attention.");
        assert_eq!(more_warnings(2, Lang::En), "2 more indicators need attention.");
        assert_eq!(more_warnings(1, Lang::Zh), "另有 1 个指标需要关注。");
    }
}
