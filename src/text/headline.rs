//! The first sentence of the first page: what was promised, and what of it will be kept.

use super::{Lang, THIN_SPACE};
use crate::assess::{Status, StatusCounts};
use crate::catalogue::Catalogue;
use crate::lang::plural;

/// What an area has promised, for where next to nothing is known of how far it is: how many things, how many of them
/// can be counted, and how many figures it has published.
pub fn promised_sentence(
    catalogue: &Catalogue,
    area: &str,
    counts: StatusCounts,
    figures: usize,
    lang: Lang,
) -> String {
    let (all, countable) = (counts.total(), counts.countable());
    let whom = whom(catalogue, lang);
    let published = match (lang, figures) {
        (Lang::Zh, 0) => "一个数也还没有公布".to_owned(),
        (Lang::Zh, n) => format!("公布了 {n} 个数"),
        (Lang::En, 0) => "no figure is published yet".to_owned(),
        (Lang::En, 1) => "1 figure is published".to_owned(),
        (Lang::En, n) => format!("{n} figures are published"),
    };
    match lang {
        Lang::Zh => format!("{area}{whom}承诺了 {all} 件事。其中 {countable} 件能用数来量，{published}。"),
        Lang::En => {
            let all = plural(all, "promise");
            format!("{area} made {all}{whom}. {countable} of them can be counted; {published}.")
        }
    }
}

/// What an area has promised, where nothing may be said of how far it is: how many things, and how many of them can be
/// counted.
pub fn pledged_sentence(catalogue: &Catalogue, area: &str, counts: StatusCounts, lang: Lang) -> String {
    let (all, countable) = (counts.total(), counts.countable());
    let whom = whom(catalogue, lang);
    match lang {
        Lang::Zh => format!(
            "{area}{whom}承诺了 {all} 件事。其中 {countable} 件能用数来量，写明的数列在下面，旁边是参考地区的数。"
        ),
        Lang::En => format!(
            "{area} made {}{whom}. {countable} of them can be counted; the figures promised are listed below, with those of reference areas beside them.",
            plural(all, "promise")
        ),
    }
}

/// What will be kept of what can be counted, and what will not at this pace; every goal is in one of the parts.
pub fn outlook_sentence(counts: StatusCounts, lang: Lang) -> String {
    let get = |status| counts.get(status);
    let kept = get(Status::Met) + get(Status::OnTrack);
    let late = get(Status::AccelerationNeeded) + get(Status::LimitedProgress) + get(Status::MovingAway);
    let unclear = get(Status::NoClearChange);
    let unknown = get(Status::TooFewData) + get(Status::NoData);
    let all = counts.countable();
    let parts = match lang {
        Lang::Zh => [
            (unclear, format!("{unclear} 项看不出变化")),
            (unknown, format!("{unknown} 项缺数")),
        ],
        Lang::En => [
            (
                unclear,
                several(unclear, "shows no clear change", "show no clear change"),
            ),
            (unknown, several(unknown, "lacks figures", "lack figures")),
        ],
    };
    let rest: Vec<String> = parts
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(_, words)| words)
        .collect();
    match lang {
        Lang::Zh => {
            let late = match late {
                0 => "还没有眼看赶不上的".to_owned(),
                late => format!("照现在的速度 {late} 项赶不上"),
            };
            let rest: String = rest.iter().map(|words| format!("，{words}")).collect();
            format!("能用数来量的 {all} 项承诺里，{kept} 项做到了或能按期做到，{late}{rest}。")
        }
        Lang::En => {
            let kept = format!("{} kept or will be in time", several(kept, "is", "are"));
            let late = match late {
                0 => "none will be late at this pace".to_owned(),
                late => format!("{late} will not at this pace"),
            };
            let parts: Vec<String> = [kept, late].into_iter().chain(rest).collect();
            let (last, before) = parts
                .split_last()
                .map_or(("", &[][..]), |(last, before)| (last.as_str(), before));
            let comma = if before.len() > 1 { "," } else { "" };
            format!(
                "Of {} that can be counted, {}{comma} and {last}.",
                plural(all, "promise"),
                before.join(", ")
            )
        }
    }
}

/// A count with the words for one or for several, in English.
fn several(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

/// To whom the plans promise, as far as their names say.
fn whom(catalogue: &Catalogue, lang: Lang) -> &'static str {
    let about = |word: &str| catalogue.plans.iter().any(|plan| plan.title.contains(word));
    match (about("妇女"), about("儿童")) {
        (true, true) => lang.pick("向妇女和儿童", " to women and children"),
        (true, false) => lang.pick("向妇女", " to women"),
        (false, true) => lang.pick("向儿童", " to children"),
        (false, false) => "",
    }
}

/// How long it is to a year, such as “到 2030 年还有 4 年”.
pub fn time_left(now: i32, then: i32, lang: Lang) -> String {
    let left = then - now;
    match (lang, left) {
        (Lang::Zh, 0) => format!("{then}{THIN_SPACE}年就是今年"),
        (Lang::Zh, left) if left > 0 => {
            format!("到{THIN_SPACE}{then}{THIN_SPACE}年还有{THIN_SPACE}{left}{THIN_SPACE}年")
        }
        (Lang::Zh, left) => format!("{then}{THIN_SPACE}年已过{THIN_SPACE}{}{THIN_SPACE}年", -left),
        (Lang::En, 0) => format!("{then} is this year"),
        (Lang::En, 1) => format!("1 year to {then}"),
        (Lang::En, left) if left > 0 => format!("{left} years to {then}"),
        (Lang::En, -1) => format!("{then} was a year ago"),
        (Lang::En, left) => format!("{then} was {} years ago", -left),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::builtin;

    fn counts(parts: &[(Status, usize)]) -> StatusCounts {
        StatusCounts::of(parts.iter().flat_map(|(status, n)| vec![*status; *n]))
    }

    #[test]
    fn every_countable_goal_is_in_one_part_of_the_sentence() {
        let all = counts(&[
            (Status::Met, 1),
            (Status::OnTrack, 3),
            (Status::AccelerationNeeded, 20),
            (Status::LimitedProgress, 10),
            (Status::MovingAway, 5),
            (Status::NoClearChange, 4),
            (Status::TooFewData, 2),
            (Status::NoData, 30),
            (Status::Qualitative, 81),
        ]);
        assert_eq!(
            outlook_sentence(all, Lang::Zh),
            "能用数来量的 75 项承诺里，4 项做到了或能按期做到，照现在的速度 35 项赶不上，4 项看不出变化，32 项缺数。"
        );
        assert_eq!(
            outlook_sentence(all, Lang::En),
            "Of 75 promises that can be counted, 4 are kept or will be in time, 35 will not at this pace, \
             4 show no clear change, and 32 lack figures."
        );
    }

    #[test]
    fn what_is_complete_says_nothing_of_what_is_missing() {
        let all = counts(&[(Status::Met, 2), (Status::MovingAway, 1)]);
        assert_eq!(
            outlook_sentence(all, Lang::Zh),
            "能用数来量的 3 项承诺里，2 项做到了或能按期做到，照现在的速度 1 项赶不上。"
        );
        assert_eq!(
            outlook_sentence(all, Lang::En),
            "Of 3 promises that can be counted, 2 are kept or will be in time and 1 will not at this pace."
        );
        assert_eq!(
            outlook_sentence(counts(&[(Status::Met, 2)]), Lang::Zh),
            "能用数来量的 2 项承诺里，2 项做到了或能按期做到，还没有眼看赶不上的。"
        );
    }

    #[test]
    fn one_promise_is_kept_and_several_are() {
        let all = counts(&[(Status::Met, 1), (Status::NoClearChange, 1), (Status::NoData, 1)]);
        assert_eq!(
            outlook_sentence(all, Lang::En),
            "Of 3 promises that can be counted, 1 is kept or will be in time, none will be late at this pace, \
             1 shows no clear change, and 1 lacks figures."
        );
    }

    #[test]
    fn a_city_without_figures_is_told_by_what_it_promised() {
        let none = counts(&[(Status::NoData, 75), (Status::Qualitative, 81)]);
        assert_eq!(
            promised_sentence(builtin(), "某市", none, 1, Lang::Zh),
            "某市向妇女和儿童承诺了 156 件事。其中 75 件能用数来量，公布了 1 个数。"
        );
        assert_eq!(
            promised_sentence(builtin(), "A city", none, 0, Lang::En),
            "A city made 156 promises to women and children. 75 of them can be counted; no figure is published yet."
        );
    }

    #[test]
    fn a_year_is_ahead_now_or_past() {
        assert_eq!(time_left(2026, 2030, Lang::En), "4 years to 2030");
        assert_eq!(time_left(2026, 2025, Lang::En), "2025 was a year ago");
        assert_eq!(time_left(2025, 2025, Lang::Zh), "2025\u{2009}年就是今年");
        assert_eq!(
            time_left(2026, 2030, Lang::Zh),
            "到\u{2009}2030\u{2009}年还有\u{2009}4\u{2009}年"
        );
    }
}
