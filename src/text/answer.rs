//! The heading of a goal: how its main indicator stands against the promise, in one breath; and what another pace would
//! lead to.

use std::iter;

use super::verdict::Subject;
use super::{Lang, after_chinese, computed, decimals, demand, demand_by, number, status_meaning, year};
use crate::assess::{Assessment, Demand, Judged, Level, Odds, Reached, Status, WhatIf};
use crate::catalogue::{Op, Trend, Year};

/// The indicator that a goal is told by: the first that the catalogue lists, unless only another has figures.
pub fn main_item(items: &[Judged]) -> Option<usize> {
    let countable = |item: &Judged| item.assessment.status() != Status::Qualitative;
    let has_figure = |item: &Judged| countable(item) && item.assessment.latest().is_some();
    let first = |is: &dyn Fn(&Judged) -> bool| items.iter().position(is);
    first(&has_figure)
        .or_else(|| first(&countable))
        .or_else(|| (!items.is_empty()).then_some(0))
}

impl Subject<'_> {
    /// The verdict as a heading: “孕产妇死亡率：12.66/10万，承诺 12/10万以下，照现在的走势 2026 年达到。”
    pub fn answer(&self, lang: Lang) -> String {
        let name = self.indicator.name_in(lang);
        let Some(latest) = self.assessment.latest() else {
            return self.answer_without_figure(name, lang);
        };
        let value = self.value(latest.value, lang);
        let wanted = demand(self.catalogue, self.indicator, self.target, lang);
        let outlook = self.answer_outlook(lang);
        match lang {
            Lang::Zh => format!("{name}：{value}，承诺{}，{outlook}。", after_chinese(&wanted)),
            Lang::En => format!("{name}: {value}; promised: {wanted}; {outlook}."),
        }
    }

    fn answer_without_figure(&self, name: &str, lang: Lang) -> String {
        let (area, milestone) = (self.area, self.target.op == Op::Milestone);
        let wanted = demand_by(self.catalogue, self.indicator, self.target, lang);
        match (lang, milestone) {
            (Lang::Zh, true) => format!("{name}：没有数可量，靠查证。"),
            (Lang::En, true) => format!("{name}: nothing to count; it is judged by evidence."),
            (Lang::Zh, false) => format!("{name}：{area}还没有公布，承诺{}。", after_chinese(&wanted)),
            (Lang::En, false) => format!("{name}: {area} has published no figure; promised: {wanted}."),
        }
    }

    /// Where it is heading.
    fn answer_outlook(&self, lang: Lang) -> String {
        let status = self.assessment.status();
        if self.assessment.level() == Some(Level::Met) {
            return lang.pick("做到了", "kept").to_owned();
        }
        if status == Status::NoClearChange {
            // What wanders about is not told as if it went somewhere.
            return self.answer_by_status(status, lang);
        }
        let forecast = self.assessment.forecast().and_then(|it| Some((it, it.odds?)));
        match forecast {
            Some((_, Odds { meets: true, .. })) if status != Status::MovingAway => {
                match (first_met(self.assessment), lang) {
                    (Some(when), Lang::Zh) => format!("照现在的走势{}达到", after_chinese(&year(when, lang))),
                    (Some(when), Lang::En) => format!("as things go, reached in {when}"),
                    (None, _) => lang
                        .pick("照现在的走势能按期达到", "as things go, reached in time")
                        .to_owned(),
                }
            }
            Some((last, Odds { meets: false, .. })) => {
                let (then, value) = (
                    year(last.year, lang),
                    computed(last.value, &self.indicator.unit, lang),
                );
                match lang {
                    Lang::Zh => format!("照现在的走势{}约 {value}，赶不上", after_chinese(&then)),
                    Lang::En => format!("as things go, about {value} in {}: not in time", last.year),
                }
            }
            _ => self.answer_by_status(status, lang),
        }
    }

    fn answer_by_status(&self, status: Status, lang: Lang) -> String {
        let narrows = self.target.op == Op::Trend(Trend::Narrow);
        match status {
            Status::MovingAway if narrows => lang.pick("没有缩小", "not narrower").to_owned(),
            Status::MovingAway => lang
                .pick("却在往反方向走", "but it moves the other way")
                .to_owned(),
            Status::OnTrack if self.target.op.trend().is_some() => lang
                .pick("方向对，速度也够", "the right way, and fast enough")
                .to_owned(),
            Status::NoData => lang
                .pick("没有可以对照的数", "with nothing to compare it with")
                .to_owned(),
            status => {
                let meaning = status_meaning(status, lang).trim_end_matches(['。', '.']);
                match lang {
                    Lang::Zh => meaning.to_owned(),
                    Lang::En => lower_first(meaning),
                }
            }
        }
    }
}

fn lower_first(words: &str) -> String {
    let mut letters = words.chars();
    letters
        .next()
        .map(|first| iter::once(first.to_ascii_lowercase()).chain(letters).collect())
        .unwrap_or_default()
}

/// The first year whose forecast meets the target.
fn first_met(verdict: &Assessment) -> Option<Year> {
    let meets = |value: f64| match verdict.demand() {
        Some(Demand::AtLeast(goal)) => value >= goal,
        Some(Demand::AtMost(goal)) => value <= goal,
        _ => false,
    };
    let mut outlook = verdict.outlook().iter();
    outlook
        .find(|forecast| meets(forecast.value))
        .map(|forecast| forecast.year)
}

/// What a change of so many units a year leads to: “→ 2030 年约 9.7/10万，2026 年达到。”
pub fn what_if_sentence(question: &WhatIf, yearly: f64, subject: &Subject<'_>, lang: Lang) -> String {
    let Reached { then, year: reached } = question.at(yearly);
    let deadline = question.goal.year;
    let value = computed(then, &subject.indicator.unit, lang);
    let when = year(deadline, lang);
    match (lang, reached) {
        (Lang::Zh, Some(at)) if at <= deadline => format!("→ {when}约 {value}，{}达到。", year(at, lang)),
        (Lang::Zh, Some(at)) => format!(
            "→ {when}约 {value}，要到{}才达到，赶不上。",
            after_chinese(&year(at, lang))
        ),
        (Lang::Zh, None) => format!("→ {when}约 {value}，达不到。"),
        (Lang::En, Some(at)) if at <= deadline => format!("→ about {value} in {deadline}; reached in {at}."),
        (Lang::En, Some(at)) => format!("→ about {value} in {deadline}; reached in {at}, which is too late."),
        (Lang::En, None) => format!("→ about {value} in {deadline}; never reached."),
    }
}

/// The least change a year that is in time: “按期达到，至少要每年降 0.11/10万。”
pub fn least_sentence(question: &WhatIf, subject: &Subject<'_>, lang: Lang) -> String {
    let (least, figures) = (question.least(), [question.from.value, question.goal.value]);
    let change = change_words(least, least_digits(least, figures), None, subject, lang);
    match lang {
        Lang::Zh => format!("按期达到，至少要每年{change}。"),
        Lang::En => format!("To be in time: {change} a year at the least."),
    }
}

/// Two digits that count, but none much finer than the figures themselves: nobody can aim at 0.0072 points a year.
fn least_digits(least: f64, figures: [f64; 2]) -> usize {
    let finest = decimals(figures) + 1;
    // A tenth of it has one digit more.
    digits_of(least.abs() / 10.0).min(finest.max(2))
}

/// How many digits after the point the first one that counts needs.
fn digits_of(size: f64) -> usize {
    // A step such as 0.1 has a logarithm a hair off −1.
    (-((size.log10() + 1e-9).floor()) as i32).clamp(0, 6) as usize
}

/// A change a year with as many digits as `step` has: “降 0.5”, “升 1.2 个百分点”.
pub fn yearly_words(yearly: f64, step: f64, subject: &Subject<'_>, lang: Lang) -> String {
    let digits = digits_of(step);
    change_words(yearly, digits, Some(digits), subject, lang)
}

/// A change a year to so many digits, of which `printed` are written even where they are zeros. A part of a digit counts
/// as a whole one, so that the least pace is not rounded to what is too little.
fn change_words(
    yearly: f64,
    digits: usize,
    printed: Option<usize>,
    subject: &Subject<'_>,
    lang: Lang,
) -> String {
    let scale = 10f64.powi(digits as i32);
    let size = ((yearly.abs() * scale) - 1e-6).ceil() / scale;
    let figure = number(size, printed);
    let unit = match subject.indicator.unit.as_str() {
        "%" => lang.pick("\u{2009}个百分点", " points").to_owned(),
        _ => super::unit_after(&subject.indicator.unit, lang),
    };
    let way = match (yearly < 0.0, size == 0.0) {
        (_, true) => return lang.pick("不变", "no change").to_owned(),
        (true, _) => lang.pick("降\u{2009}", "down "),
        (false, _) => lang.pick("升\u{2009}", "up "),
    };
    format!("{way}{figure}{unit}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_least_pace_is_told_by_two_digits_but_hardly_finer_than_its_figures() {
        assert_eq!(least_digits(0.0217, [1.87, 2.0]), 3, "0.022");
        assert_eq!(least_digits(-0.11, [12.66, 12.0]), 2, "0.11");
        assert_eq!(least_digits(-0.334, [14.0, 12.0]), 2, "0.34");
        assert_eq!(least_digits(0.0072, [99.95, 100.0]), 3, "0.008");
        assert_eq!(least_digits(0.0072, [99.9, 100.0]), 2, "0.01");
        assert_eq!(least_digits(5.84, [60.0, 95.0]), 1, "5.9");
        assert_eq!(least_digits(1000.0, [2000.0, 8000.0]), 0, "1,000");
    }
}
