//! A verdict as one sentence: what is, what was to be, by when, and where it is heading at this pace.

use super::{Lang, demand, indicator_name, level_word, number, quantity, record_sentence, with_unit, year};
use crate::assess::{Assessment, Forecast, Level, Status, Steps, ValueAt};
use crate::catalogue::{Catalogue, Form, Indicator, Op, Target, Unit};

/// What a verdict is about.
#[derive(Clone, Copy, Debug)]
pub struct Subject<'a> {
    /// The catalogue that indicator and target come from.
    pub catalogue: &'a Catalogue,
    /// What was measured.
    pub indicator: &'a Indicator,
    /// What is demanded.
    pub target: &'a Target,
    /// The place's name in the language of the sentence.
    pub place: &'a str,
    /// The verdict.
    pub assessment: &'a Assessment,
}

impl Subject<'_> {
    /// The verdict as one sentence.
    pub fn verdict(&self, lang: Lang) -> String {
        let Assessment { status, latest, .. } = self.assessment;
        match (status, latest) {
            (Status::NotMeasurable, _) => self.recorded(lang),
            (_, None) => self.missing(lang),
            (_, Some(latest)) if self.assessment.compared_with.is_none() && self.compares() => {
                self.nothing_to_compare(*latest, lang)
            }
            (_, Some(latest)) => self.measured(*latest, lang),
        }
    }

    /// The arithmetic of the pace in one sentence; none where there is none.
    pub fn arithmetic(&self, lang: Lang) -> Option<String> {
        let steps = self.assessment.steps?;
        let form = self.assessment.form?;
        Some(match (steps.goal, steps.required, self.assessment.pace) {
            (Some(goal), Some(required), pace) => {
                self.pace_arithmetic(&steps, goal, required, pace, form, lang)
            }
            _ => self.growth_arithmetic(&steps, form, lang),
        })
    }

    fn compares(&self) -> bool {
        matches!(self.target.op, Op::Compare(_) | Op::CompareAround(_))
    }

    fn name(&self, lang: Lang) -> &str {
        indicator_name(self.indicator, lang)
    }

    fn value(&self, value: f64, lang: Lang) -> String {
        with_unit(value, &self.indicator.unit, lang)
    }

    /// A reckoned value: one digit more than the data carry says more than is known.
    fn reckoned(&self, value: f64, lang: Lang) -> String {
        let digits = match value.abs() {
            v if v >= 100.0 => 0,
            v if v >= 1.0 => 1,
            _ => 2,
        };
        quantity(value, Some(digits), &self.indicator.unit, lang)
    }

    fn demand(&self, lang: Lang) -> String {
        let words = demand(self.catalogue, self.indicator, self.target, lang);
        let by = year(self.target.year, lang);
        match lang {
            Lang::Zh => format!("{by}{words}"),
            Lang::En => format!("{words} by {by}"),
        }
    }

    fn missing(&self, lang: Lang) -> String {
        let (name, place, demand) = (self.name(lang), self.place, self.demand(lang));
        match lang {
            Lang::Zh => format!("{place}没有“{name}”的数值，还无法判断。目标是{demand}。"),
            Lang::En => format!(
                "{place} has no figure for “{name}”, so nothing can be told yet. The target: {demand}."
            ),
        }
    }

    fn recorded(&self, lang: Lang) -> String {
        if let Some(record) = &self.assessment.record {
            return record_sentence(record, lang);
        }
        match lang {
            Lang::Zh => format!("“{}”没有数可量，靠查证评定；还没有记录。", self.name(lang)),
            Lang::En => format!(
                "“{}” cannot be counted; it is judged by evidence, and none is recorded yet.",
                self.name(lang)
            ),
        }
    }

    fn nothing_to_compare(&self, latest: ValueAt, lang: Lang) -> String {
        let (name, value, demand) = (self.name(lang), self.value(latest.value, lang), self.demand(lang));
        let when = year(latest.year, lang);
        match lang {
            Lang::Zh => format!("{when}{name}为 {value}，但没有同一年可以对照的数值。目标是{demand}。"),
            Lang::En => format!(
                "{name} was {value} in {when}, but there is no figure of the same year to compare with. The target: {demand}."
            ),
        }
    }

    fn measured(&self, latest: ValueAt, lang: Lang) -> String {
        let (name, value, when) = (
            self.name(lang),
            self.value(latest.value, lang),
            year(latest.year, lang),
        );
        let is = match lang {
            Lang::Zh => format!("{when}{name}为 {value}"),
            Lang::En => format!("{name} was {value} in {when}"),
        };
        let rest = match (self.assessment.level, self.assessment.status) {
            (Some(Level::Met), _) => self.met(lang),
            (_, Status::TooFewData) => self.too_few(lang),
            (None, status) => self.direction(status, latest, lang),
            (Some(level), _) => self.not_met(level, lang),
        };
        format!("{is}{rest}")
    }

    fn met(&self, lang: Lang) -> String {
        let demand = self.demand(lang);
        let at_risk = self
            .assessment
            .forecast
            .filter(|forecast| forecast.meets == Some(false));
        match (lang, at_risk) {
            (Lang::Zh, None) => format!("，已达到目标（{demand}）。"),
            (Lang::En, None) => format!(" and meets the target ({demand})."),
            (Lang::Zh, Some(f)) => format!(
                "，已达到目标（{demand}）；但照现在的走势，{}约 {}，可能守不住。",
                year(f.year, lang),
                self.reckoned(f.value, lang)
            ),
            (Lang::En, Some(f)) => format!(
                " and meets the target ({demand}); but as things go it will be about {} in {} and may not hold.",
                self.reckoned(f.value, lang),
                year(f.year, lang)
            ),
        }
    }

    fn too_few(&self, lang: Lang) -> String {
        let demand = self.demand(lang);
        match lang {
            Lang::Zh => format!("，目标是{demand}；数值太少，还看不出变化。"),
            Lang::En => format!("; the target: {demand}. There are too few figures to tell a change."),
        }
    }

    fn direction(&self, status: Status, latest: ValueAt, lang: Lang) -> String {
        let demand = demand(self.catalogue, self.indicator, self.target, lang);
        let base = self.assessment.base.filter(|base| base.year < latest.year);
        let from = base.map(|base| (year(base.year, lang), self.value(base.value, lang)));
        let right = status != Status::MovingAway;
        match (lang, from) {
            (Lang::Zh, Some((when, value))) => {
                let way = if right { "方向一致" } else { "方向相反" };
                format!(
                    "，{when}为 {value}；规划要求{demand}，{way}（{}）。",
                    super::status_word(status, lang)
                )
            }
            (Lang::En, Some((when, value))) => {
                let way = if right {
                    "it moves that way"
                } else {
                    "it moves the other way"
                };
                format!(
                    ", {value} in {when}; the plan wants it {demand}: {way} ({}).",
                    super::status_word(status, lang)
                )
            }
            (_, None) => self.too_few(lang),
        }
    }

    fn not_met(&self, level: Level, lang: Lang) -> String {
        let demand = self.demand(lang);
        let nearly = if level == Level::NearlyMet {
            match lang {
                Lang::Zh => format!("（{}）", level_word(level, lang)),
                Lang::En => format!(" ({})", level_word(level, lang)),
            }
        } else {
            String::new()
        };
        let outlook = self.outlook(lang);
        match lang {
            Lang::Zh => format!("，目标是{demand}{nearly}；{outlook}。"),
            Lang::En => format!("; the target: {demand}{nearly}; {outlook}."),
        }
    }

    /// Where it is heading: the forecast where there is one, else the word for the pace.
    fn outlook(&self, lang: Lang) -> String {
        let Some(forecast) = self.assessment.forecast else {
            let word = super::status_word(self.assessment.status, lang);
            return match lang {
                Lang::Zh => format!("进度：{word}"),
                Lang::En => format!("pace: {}", word.to_lowercase()),
            };
        };
        let (when, value) = (year(forecast.year, lang), self.reckoned(forecast.value, lang));
        let meets = match forecast.meets {
            Some(true) => lang.pick("，能达到", ", which meets it"),
            Some(false) => lang.pick("，达不到", ", which misses it"),
            None => "",
        };
        let chance = chance(&forecast, lang);
        match lang {
            Lang::Zh => format!("照现在的走势，{when}约 {value}{meets}{chance}"),
            Lang::En => format!("as things go, about {value} in {when}{meets}{chance}"),
        }
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
        let base = self.value(steps.base.value, lang);
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
                    "{base_year}为 {base}{turned}，要在{goal_year}到 {goal}，每年需 {needed}；实际每年 {was}{share}。"
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
            self.value(steps.base.value, lang),
            self.value(steps.latest.value, lang),
        );
        let (first, last) = (year(steps.base.year, lang), year(steps.latest.year, lang));
        let was = self.yearly(steps.actual, form, lang);
        match lang {
            Lang::Zh => format!("从{first}的 {from} 到{last}的 {to}，平均每年 {was}。"),
            Lang::En => format!("From {from} in {first} to {to} in {last}: {was} a year on average."),
        }
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
    let percent = number(pace * 100.0, Some(0));
    match lang {
        Lang::Zh if pace > MOST_PACE => "，超过所需速度的两倍".to_owned(),
        Lang::Zh if pace < -MOST_PACE => "，以所需速度的两倍以上倒退".to_owned(),
        Lang::Zh => format!("，是所需速度的 {percent}%"),
        Lang::En if pace > MOST_PACE => ", over twice the pace needed".to_owned(),
        Lang::En if pace < -MOST_PACE => ", over twice the pace needed, the wrong way".to_owned(),
        Lang::En => format!(", {percent}% of the pace needed"),
    }
}

/// The chance in tenths, as people say it.
fn chance(forecast: &Forecast, lang: Lang) -> String {
    const TENTHS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let Some(chance) = forecast.chance else {
        return String::new();
    };
    let tenths = (chance * 10.0).round() as usize;
    match (lang, tenths) {
        (Lang::Zh, 0) => "（几乎没有达标的把握）".to_owned(),
        (Lang::Zh, 10..) => "（很有把握达标）".to_owned(),
        (Lang::Zh, _) => format!("（达标的把握约{}成）", TENTHS[tenths]),
        (Lang::En, 0) => " (hardly any chance of meeting it)".to_owned(),
        (Lang::En, 10..) => " (almost certain to meet it)".to_owned(),
        (Lang::En, _) => format!(" (about {tenths} in 10 to meet it)"),
    }
}
