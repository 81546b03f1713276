//! How a goal stands in words: its main indicator first, then whichever is furthest behind, each by its name, so that
//! a gap that widens is not taken for the goal itself.

use super::status_word;
use crate::assess::{Judged, Status};
use crate::catalogue::{Op, Trend};
use crate::lang::{Lang, plural};

/// How the indicators of a goal stand, in a sentence or two; none where nothing in the goal can be counted. The main
/// indicator is the first that the catalogue lists.
pub fn goal_standing(items: &[Judged], lang: Lang) -> Option<String> {
    let countable: Vec<&Judged> = items
        .iter()
        .filter(|item| status(item) != Status::Qualitative)
        .collect();
    let (main, others) = countable.split_first()?;
    let measured = countable.iter().filter(|item| status(item).is_measured()).count();
    if measured == 0 {
        return Some(nothing_measured(countable.len(), lang));
    }
    let told = |item: &Judged| {
        let name = item.indicator.name_in(lang).to_owned();
        (name, predicate(item, lang))
    };
    let main_words = match (lang, told(main)) {
        (Lang::Zh, (name, word)) => format!("主指标“{name}”{word}"),
        (Lang::En, (name, word)) => format!("Main indicator, {name}: {word}"),
    };
    let behind = furthest_behind(main, others).map(|(worst, alike)| match (lang, told(worst), alike) {
        (Lang::Zh, (name, word), 1) => format!("；“{name}”{word}"),
        (Lang::Zh, (name, word), alike) => format!("；“{name}”等 {alike} 个{word}"),
        (Lang::En, (name, word), 1) => format!("; {name}: {word}"),
        (Lang::En, (name, word), alike) => format!("; {name} and {} more: {word}", alike - 1),
    });
    let known = match (lang, countable.len()) {
        (_, 1) => lang.pick("。", ".").to_owned(),
        (Lang::Zh, all) if all == measured => format!("。{all} 个指标都有数值。"),
        (Lang::En, all) if all == measured => format!(". All {all} indicators have figures."),
        (Lang::Zh, all) => format!("。{all} 个指标中 {measured} 个有数值。"),
        (Lang::En, all) => format!(". {measured} of {} have figures.", plural(all, "indicator")),
    };
    Some(main_words + &behind.unwrap_or_default() + &known)
}

/// The status that the words begin with: that of the main indicator.
pub fn main_status(items: &[Judged]) -> Option<Status> {
    items
        .iter()
        .map(status)
        .find(|status| *status != Status::Qualitative)
}

/// The measured one that stands worse than the main one, the worst of them, and how many stand like it.
fn furthest_behind<'a>(main: &Judged, others: &[&'a Judged]) -> Option<(&'a Judged, usize)> {
    let worse =
        |item: &&Judged| status(item).is_measured() && status(item).severity() < status(main).severity();
    let worst = *others
        .iter()
        .filter(|item| worse(item))
        .min_by_key(|item| status(item).severity())?;
    let alike = others.iter().filter(|item| status(item) == status(worst)).count();
    Some((worst, alike))
}

fn nothing_measured(all: usize, lang: Lang) -> String {
    match (lang, all) {
        (Lang::Zh, 1) => "这个指标还没有数值，无法判断。".to_owned(),
        (Lang::Zh, _) => format!("{all} 个指标都还没有数值，无法判断。"),
        (Lang::En, 1) => "Its indicator has no figure yet, so nothing can be told.".to_owned(),
        (Lang::En, _) => format!("None of its {all} indicators has a figure yet, so nothing can be told."),
    }
}

fn status(item: &Judged) -> Status {
    item.assessment.status()
}

/// The word for a status as it follows a name. A gap that is to narrow has words of its own: nothing moves back.
fn predicate(item: &Judged, lang: Lang) -> String {
    match (&item.target.op, status(item), lang) {
        (Op::Trend(Trend::Narrow), Status::MovingAway, _) => lang.pick("没有缩小", "not narrower").to_owned(),
        (_, status, Lang::Zh) => status_word(status, lang).to_owned(),
        (_, status, Lang::En) => status_word(status, lang).to_ascii_lowercase(),
    }
}
