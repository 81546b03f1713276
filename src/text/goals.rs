//! What is said of lists of goals: how many there are of a field, a status or an agency, how many of them are shown,
//! and what they come with.

use super::{counts_sentence, outlook_sentence, status_word};
use crate::assess::{Status, StatusCounts};
use crate::catalogue::Goal;
use crate::lang::{Lang, plural};

/// A goal by its number, its words in short and its status.
pub fn with_status(goal: &Goal, status: Status, lang: Lang) -> String {
    let (id, status) = (goal.id, status_word(status, lang));
    match lang {
        Lang::Zh => format!("{id} {}：{status}", goal.brief),
        Lang::En => format!("{id} {}: {status}", goal.english),
    }
}

/// The title of the goals as a picture of cells.
pub fn at_a_glance(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{count} 项目标一览"),
        Lang::En => format!("{} at a glance", plural(count, "goal")),
    }
}

/// How many goals and measures a field has, and how the goals stand.
pub fn of_field_in_short(measures: usize, goals: StatusCounts, lang: Lang) -> String {
    let (count, said) = (goals.total(), counts_sentence(goals, "项", lang));
    match lang {
        Lang::Zh => format!("{count} 项目标，{measures} 项措施。{said}"),
        Lang::En => format!(
            "{}, {}. {said}",
            plural(count, "goal"),
            plural(measures, "measure")
        ),
    }
}

/// How the goals of a field stand at an area: what will be kept and what will not, where there is enough to tell.
pub fn of_field(area: &str, goals: StatusCounts, lang: Lang) -> String {
    let (all, countable) = (goals.total(), goals.countable());
    let (none, few) = (goals.get(Status::NoData), goals.get(Status::TooFewData));
    match lang {
        _ if none + few < countable => outlook_sentence(goals, lang),
        Lang::Zh if countable == 0 => format!("{all} 项目标都没有数可量，靠查证。"),
        Lang::Zh if few == 0 => format!("{all} 项目标，{countable} 项能用数来量，{area}一个数也还没有公布。"),
        Lang::Zh => format!("{all} 项目标，{countable} 项能用数来量，{area}的数还不够判断。"),
        Lang::En if countable == 0 => format!("{}: none can be counted.", plural(all, "goal")),
        Lang::En if few == 0 => format!(
            "{}, {countable} of them to be counted; no figure is published for {area} yet.",
            plural(all, "goal")
        ),
        Lang::En => format!(
            "{}, {countable} of them to be counted; the figures for {area} are too few to judge.",
            plural(all, "goal")
        ),
    }
}

/// How many goals have a status, as a title.
pub fn of_status(status: Status, count: usize, lang: Lang) -> String {
    let word = status_word(status, lang);
    match lang {
        Lang::Zh => format!("{word}的 {count} 项目标"),
        Lang::En => format!("{}: {}", plural(count, "goal"), word.to_ascii_lowercase()),
    }
}

/// How many goals an agency answers for, and how they stand; empty where there is none.
pub fn of_agency(goals: StatusCounts, lang: Lang) -> String {
    let said = counts_sentence(goals, "项", lang);
    match (lang, goals.total()) {
        (_, 0) => String::new(),
        (Lang::Zh, count) => format!("负责 {count} 项目标：{said}。"),
        (Lang::En, count) => format!("Answers for {}: {said}.", plural(count, "goal")),
    }
}

/// That no file gives an agency a goal, and what to do.
pub fn unknown_agency(name: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!(
            "载入的文件里没有“{name}”负责的目标。请载入责任单位文件（列名：目标、牵头单位、配合单位）；已经载入的，请核对文件里单位名称的写法。"
        ),
        Lang::En => format!(
            "No loaded file gives “{name}” a goal. Please load the file of responsible agencies (columns goal, lead, support); if it is loaded, check how it spells the name."
        ),
    }
}

/// How many of all goals a choice leaves.
pub fn shown(shown: usize, all: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh if shown == 0 => format!("{all} 项目标里没有符合这些条件的。"),
        Lang::En if shown == 0 && all == 1 => "The one goal does not match.".to_owned(),
        Lang::En if shown == 0 => format!("None of {all} goals matches."),
        Lang::Zh if shown == all => format!("{all} 项目标全部列出。"),
        Lang::En if all == 1 => "The one goal is shown.".to_owned(),
        Lang::En if shown == all => format!("All {all} goals are shown."),
        Lang::Zh => format!("列出 {all} 项目标中的 {shown} 项。"),
        Lang::En => format!("{shown} of {all} goals shown."),
    }
}

/// That an area has no figures to draw for the goals chosen.
pub fn nothing_to_draw(area: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{area}没有这些目标的数值，所以没有图可画。"),
        Lang::En => format!("There are no figures of {area} for these goals, so there is nothing to draw."),
    }
}

/// How many goals no chart stands for.
pub fn without_chart(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("另有 {count} 项目标没有可画的数值"),
        Lang::En => format!("{} without figures to draw", plural(count, "more goal")),
    }
}

/// How many figures tell of one goal.
pub fn figures(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("这项目标有 {count} 个数"),
        Lang::En => format!("The {} of this goal", plural(count, "figure")),
    }
}

/// How many indicators the measures of a goal state.
pub fn figures_of_measures(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("措施里写明的 {count} 个指标（不计入这项目标的判断）"),
        Lang::En => format!(
            "{} that the measures state (not part of the verdict on this goal)",
            plural(count, "indicator")
        ),
    }
}

/// How many measures serve a goal.
pub fn measures(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("措施 {count} 项"),
        Lang::En => plural(count, "measure"),
    }
}

/// How many measures a field has in all.
pub fn all_measures(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("全部 {count} 项措施"),
        Lang::En => plural(count, "measure"),
    }
}

/// How many measures say what to do next for a goal that is warned about.
pub fn next_steps(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("接下来做什么：规划为这项目标写了 {count} 项措施"),
        Lang::En => format!(
            "What to do next: the plan has {} for this goal",
            plural(count, "measure")
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_many_goals_are_shown_is_said_in_each_case() {
        assert_eq!(shown(14, 14, Lang::Zh), "14 项目标全部列出。");
        assert_eq!(shown(3, 14, Lang::Zh), "列出 14 项目标中的 3 项。");
        assert_eq!(shown(0, 14, Lang::Zh), "14 项目标里没有符合这些条件的。");
        assert_eq!(shown(14, 14, Lang::En), "All 14 goals are shown.");
        assert_eq!(shown(1, 1, Lang::En), "The one goal is shown.");
        assert_eq!(shown(3, 14, Lang::En), "3 of 14 goals shown.");
        assert_eq!(shown(0, 1, Lang::En), "The one goal does not match.");
        assert_eq!(shown(0, 2, Lang::En), "None of 2 goals matches.");
    }

    #[test]
    fn a_field_is_answered_by_what_will_be_kept_or_by_what_is_missing() {
        let said =
            |statuses: &[Status], lang| of_field("某市", StatusCounts::of(statuses.iter().copied()), lang);
        let (met, late, none) = (Status::Met, Status::MovingAway, Status::NoData);
        let (few, quiet) = (Status::TooFewData, Status::Qualitative);
        assert_eq!(
            said(&[met, late, none, quiet], Lang::Zh),
            "能用数来量的 3 项承诺里，1 项做到了或能按期做到，照现在的速度 1 项赶不上，1 项缺数。"
        );
        assert_eq!(
            said(&[none, none, quiet], Lang::Zh),
            "3 项目标，2 项能用数来量，某市一个数也还没有公布。"
        );
        assert_eq!(
            said(&[none, few, quiet], Lang::Zh),
            "3 项目标，2 项能用数来量，某市的数还不够判断。"
        );
        assert_eq!(said(&[quiet, quiet], Lang::Zh), "2 项目标都没有数可量，靠查证。");
        assert_eq!(
            said(&[none, quiet], Lang::En),
            "2 goals, 1 of them to be counted; no figure is published for 某市 yet."
        );
        assert_eq!(said(&[quiet], Lang::En), "1 goal: none can be counted.");
    }

    #[test]
    fn an_agency_without_goals_is_told_by_no_sentence() {
        assert_eq!(of_agency(StatusCounts::default(), Lang::Zh), "");
        let one = StatusCounts::of([Status::Met]);
        assert_eq!(of_agency(one, Lang::Zh), "负责 1 项目标：已达标 1 项。");
        assert_eq!(of_agency(one, Lang::En), "Answers for 1 goal: Met: 1.");
    }
}
