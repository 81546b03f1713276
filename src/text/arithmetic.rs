//! How a pace was computed, step by step, in one sentence.

use super::verdict::Subject;
use super::{Lang, after_chinese, before_chinese, number, quantity, year};
use crate::assess::{Change, Steps, ValueAt};
use crate::catalogue::{Form, Unit};

impl Subject<'_> {
    /// The arithmetic of the pace in one sentence; none where there is none.
    pub fn arithmetic(&self, lang: Lang) -> Option<String> {
        let Change {
            steps, form, pace, ..
        } = *self.assessment.change()?;
        Some(match steps.goal.zip(steps.required) {
            Some((goal, required)) => self.pace_arithmetic(&steps, goal, required, pace, form, lang),
            None => self.growth_arithmetic(&steps, form, lang),
        })
    }

    fn pace_arithmetic(
        &self,
        steps: &Steps,
        goal: ValueAt,
        required: f64,
        pace: Option<f64>,
        form: Form,
        lang: Lang,
    ) -> String {
        let change = |change| self.yearly(change, form, lang);
        let base = self.value(steps.base.value, lang) + &self.estimate(lang);
        let (base_year, goal_year) = (year(steps.base.year, lang), year(goal.year, lang));
        let (goal, needed, was) = (
            self.value(goal.value, lang),
            change(required),
            change(steps.actual),
        );
        let share = pace.map(|pace| pace_words(pace, lang)).unwrap_or_default();
        match lang {
            Lang::Zh => {
                let turned = if steps.turned {
                    "（先换算成与目标的距离）"
                } else {
                    ""
                };
                format!(
                    "{base_year}为 {base}{turned}，要在{}到 {goal}，每年需 {needed}；实际每年 {was}{share}。",
                    after_chinese(&goal_year)
                )
            }
            Lang::En => {
                let turned = if steps.turned {
                    " (turned into a distance from the target first)"
                } else {
                    ""
                };
                format!(
                    "From {base} in {base_year}{turned} to {goal} in {goal_year} takes {needed} a year; it was {was} a year{share}."
                )
            }
        }
    }

    fn growth_arithmetic(&self, steps: &Steps, form: Form, lang: Lang) -> String {
        let (from, to) = (
            self.value(steps.base.value, lang) + &self.estimate(lang),
            self.value(steps.latest.value, lang),
        );
        let (first, last) = (year(steps.base.year, lang), year(steps.latest.year, lang));
        let was = self.yearly(steps.actual, form, lang);
        let said = match lang {
            Lang::Zh => {
                let (first, last) = (after_chinese(&first), after_chinese(&last));
                let from = before_chinese(&from);
                format!("从{first}的 {from}到{last}的 {to}，平均每年 {was}。")
            }
            Lang::En => format!("From {from} in {first} to {to} in {last}: {was} a year on average."),
        };
        said + &self.growth_asked(lang).unwrap_or_default()
    }

    /// From what a base is estimated, and how far off it may be; nothing for a published one.
    fn estimate(&self, lang: Lang) -> String {
        let base = self.assessment.figures().and_then(|figures| figures.base);
        let Some(estimate) = base.and_then(|base| base.estimate) else {
            return String::new();
        };
        let (before, after) = (estimate.before.year, estimate.after.year);
        let error = estimate.error.map(|(low, high)| {
            let (low, high) = (number(low, Some(2)), number(high, Some(2)));
            match lang {
                Lang::Zh => format!("，标准误差范围 {low}–{high}"),
                Lang::En => format!(", one standard error is {low}–{high}"),
            }
        });
        let error = error.unwrap_or_default();
        match lang {
            Lang::Zh => format!("（e，由 {before} 和 {after} 年的数值估计{error}）"),
            Lang::En => format!(" (e, estimated from {before} and {after}{error})"),
        }
    }

    /// The growth that a direction is held against. A series whose change is no growth has none.
    fn growth_asked(&self, lang: Lang) -> Option<String> {
        let change = self.assessment.change()?;
        let asked = change.asked.filter(|_| change.growth.is_some())?;
        let said = |gained: f64| match asked.of_life {
            true => quantity(gained, Some(2), &self.indicator.unit, lang),
            false => quantity(gained * 100.0, Some(2), &Unit::new("%"), lang),
        };
        let (well, slow) = (said(asked.on_track), said(asked.accelerate));
        let near_limit = asked.limit_factor < 1.0 && !asked.of_life;
        Some(match lang {
            Lang::Zh => {
                let why = if near_limit {
                    "（离上限越近，要求越低）"
                } else {
                    ""
                };
                format!("只定了方向的目标，每年朝目标变化 {well} 起算进展顺利，{slow} 起算需加快{why}。")
            }
            Lang::En => {
                let why = if near_limit {
                    "; the nearer its limit, the less is asked"
                } else {
                    ""
                };
                format!(
                    " Of a direction, {well} a year the right way is on track and {slow} still needs only to accelerate{why}."
                )
            }
        })
    }

    /// A yearly change with its sign: units a year, or percent a year in the compound form.
    fn yearly(&self, change: f64, form: Form, lang: Lang) -> String {
        let (value, unit) = match form {
            Form::Compound => (change * 100.0, Unit::new("%")),
            Form::Linear if self.indicator.unit.as_str() == "%" => (change, Unit::new("百分点")),
            Form::Linear => (change, self.indicator.unit.clone()),
        };
        let sign = if value > 0.0 { "+" } else { "" };
        format!("{sign}{}", quantity(value, Some(2), &unit, lang))
    }
}

/// Pace beyond this many times the one needed is only called that.
const MOST_PACE: f64 = 2.0;

fn pace_words(pace: f64, lang: Lang) -> String {
    let percent = number(pace.abs() * 100.0, Some(0));
    match lang {
        Lang::Zh if pace > MOST_PACE => "，超过所需速度的两倍".to_owned(),
        Lang::Zh if pace < -MOST_PACE => "，以所需速度的两倍以上倒退".to_owned(),
        Lang::Zh if pace < 0.0 => format!("，方向相反，相当于所需速度的 {percent}%"),
        Lang::Zh => format!("，是所需速度的 {percent}%"),
        Lang::En if pace > MOST_PACE => ", over twice the pace needed".to_owned(),
        Lang::En if pace < -MOST_PACE => ", over twice the pace needed, the wrong way".to_owned(),
        Lang::En if pace < 0.0 => format!(", the wrong way, at {percent}% of the pace needed"),
        Lang::En => format!(", {percent}% of the pace needed"),
    }
}
