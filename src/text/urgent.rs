//! What is most urgent in one short line: where it is, where it was to go, and which way it goes instead.

use super::{Lang, computed, with_unit};
use crate::assess::{Cause, Demand, Judged};
use crate::catalogue::Op;

/// Such as “18.15 → 要降到 13.7，却在升”; for a direction “18.15，要下降，却在升”.
pub fn urgent_line(item: &Judged, lang: Lang) -> String {
    let Some(latest) = item.assessment.latest() else {
        return String::new();
    };
    let unit = &item.indicator.unit;
    let now = with_unit(latest.value, unit, lang);
    let wanted = wanted(item, latest.value, lang);
    let separator = match item.assessment.goal() {
        Some(_) => " → ",
        None => lang.pick("，", ", "),
    };
    format!("{now}{separator}{wanted}{}", instead(item, lang))
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
fn instead(item: &Judged, lang: Lang) -> String {
    let mut causes = item.assessment.warnings.iter().map(|warning| &warning.cause);
    let told = causes.find_map(|cause| match cause {
        Cause::MovingAway { from, to } if to.value > from.value => {
            Some(lang.pick("，却在升", ", but rising").to_owned())
        }
        Cause::MovingAway { .. } => Some(lang.pick("，却在降", ", but falling").to_owned()),
        Cause::HardToReach { forecast, .. } | Cause::MetAtRisk { forecast, .. } => {
            let value = computed(forecast.value, &item.indicator.unit, lang);
            Some(match lang {
                Lang::Zh => format!("，照现在 {} 年约 {value}", forecast.year),
                Lang::En => format!(", heading for {value} in {}", forecast.year),
            })
        }
        Cause::GapWidening { .. } => Some(lang.pick("，差距在扩大", ", the gap widens").to_owned()),
        _ => None,
    });
    told.unwrap_or_default()
}
