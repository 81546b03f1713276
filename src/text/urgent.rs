//! What is most urgent in a few words: where it is, where it was to go, which way it goes instead, and by how much it
//! is to miss.

use super::{Lang, computed, warning_word, with_unit};
use crate::assess::{Cause, Demand, Judged, ValueAt};
use crate::catalogue::{Op, Unit};

/// Such as “18.15 → 要降到 13.7，却在升”; for a direction “18.15，要下降，却在升”.
pub fn urgent_line(item: &Judged, lang: Lang) -> String {
    let now = now_and_goal(item, lang);
    match instead(item, lang) {
        Some(instead) => format!("{now}{}{instead}", lang.pick("，", ", ")),
        None => now,
    }
}

/// Such as “18.15 → 要降到 13.7”; for a direction “18.15，要下降”; empty where there is no figure.
pub fn now_and_goal(item: &Judged, lang: Lang) -> String {
    let Some(latest) = item.assessment.latest() else {
        return String::new();
    };
    let now = with_unit(latest.value, &item.indicator.unit, lang);
    let wanted = wanted(item, latest.value, lang);
    let separator = match item.assessment.goal() {
        Some(_) => " → ",
        None => lang.pick("，", ", "),
    };
    format!("{now}{separator}{wanted}")
}

/// Why it is warned about, in a dozen characters: which way it goes instead, else the word for its first warning.
pub fn cause_in_short(item: &Judged, lang: Lang) -> String {
    let first = || {
        let warning = item.assessment.warnings.first();
        warning.map(|warning| warning_word(warning.kind(), lang).to_owned())
    };
    instead(item, lang).or_else(first).unwrap_or_default()
}

/// By how much it is to miss its target, in its own unit and for shares in points: from what is expected at the
/// deadline where a warning says so, else from the newest figure. None for a direction, and where nothing is missed.
pub fn missed_by(item: &Judged, lang: Lang) -> Option<String> {
    let (demand, latest) = (item.assessment.demand()?, item.assessment.latest()?);
    let goal = demand.goal()?;
    let forecast = |cause: &Cause| match cause {
        Cause::HardToReach { forecast, .. } | Cause::MetAtRisk { forecast, .. } => Some(*forecast),
        _ => None,
    };
    let mut causes = item.assessment.warnings.iter().map(|warning| &warning.cause);
    let expected: Option<ValueAt> = causes.find_map(forecast);
    let value = expected.unwrap_or(latest).value;
    let miss = match demand {
        Demand::AtLeast(_) => goal - value,
        Demand::AtMost(_) => value - goal,
        _ => (value - goal).abs(),
    };
    let unit = &item.indicator.unit;
    let points = Unit::new("百分点");
    let unit = if unit.as_str() == "%" { &points } else { unit };
    (miss > 0.0).then(|| computed(miss, unit, lang))
}

/// Where it was to go.
fn wanted(item: &Judged, now: f64, lang: Lang) -> String {
    let down = lang.pick("要下降", "to fall").to_owned();
    let up = lang.pick("要提高", "to rise").to_owned();
    match item.assessment.demand() {
        Some(Demand::Rise) => up,
        Some(Demand::Fall) => down,
        Some(demand) => {
            let goal = demand.goal().unwrap_or_default();
            let unit = &item.indicator.unit;
            // A change on the base is computed; what the plan states is told as it states it.
            let value = match item.target.op {
                Op::Change(_) | Op::Compare(_) | Op::CompareAround(_) => computed(goal, unit, lang),
                _ => with_unit(goal, unit, lang),
            };
            match (demand, lang) {
                (Demand::AtLeast(_), Lang::Zh) if now >= goal => return format!("要保持在 {value}以上"),
                (Demand::AtLeast(_), Lang::En) if now >= goal => {
                    return format!("to stay at {value} or more");
                }
                (Demand::AtMost(_), Lang::Zh) if now <= goal => return format!("要保持在 {value}以下"),
                (Demand::AtMost(_), Lang::En) if now <= goal => return format!("to stay at {value} or less"),
                _ => {}
            }
            match (lang, goal < now) {
                (Lang::Zh, true) => format!("要降到 {value}"),
                (Lang::Zh, false) => format!("要到 {value}"),
                (Lang::En, true) => format!("to fall to {value}"),
                (Lang::En, false) => format!("to reach {value}"),
            }
        }
        None => String::new(),
    }
}

/// What it does instead, by the first of its warnings that says so.
fn instead(item: &Judged, lang: Lang) -> Option<String> {
    let mut causes = item.assessment.warnings.iter().map(|warning| &warning.cause);
    causes.find_map(|cause| match cause {
        Cause::MovingAway { from, to } if to.value > from.value => {
            Some(lang.pick("却在升", "but rising").to_owned())
        }
        Cause::MovingAway { .. } => Some(lang.pick("却在降", "but falling").to_owned()),
        Cause::HardToReach { forecast, .. } | Cause::MetAtRisk { forecast, .. } => {
            let value = computed(forecast.value, &item.indicator.unit, lang);
            Some(match lang {
                Lang::Zh => format!("照现在 {} 年约 {value}", forecast.year),
                Lang::En => format!("heading for {value} in {}", forecast.year),
            })
        }
        Cause::GapWidening { .. } => Some(lang.pick("差距在扩大", "the gap widens").to_owned()),
        _ => None,
    })
}
