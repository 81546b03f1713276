//! The one sentence of a warning, with its numbers in it.

use crate::catalogue::{Dimension, Unit};
use crate::text::Lang;

use super::warning::{Cause, Warning};

impl Warning {
    /// Why the warning is given, in one sentence with its numbers.
    pub fn reason(&self, lang: Lang) -> String {
        match lang {
            Lang::Zh => self.chinese(),
            Lang::En => self.english(),
        }
    }

    fn chinese(&self) -> String {
        let figure = |value| figure(value, &self.unit, Lang::Zh);
        match self.cause {
            Cause::HardToReach {
                forecast,
                goal,
                pace,
                chance,
            } => {
                let mut sentence = format!(
                    "按目前走势，{}年约为{}，达不到目标{}",
                    forecast.year,
                    figure(forecast.value),
                    figure(goal)
                );
                if let Some(pace) = pace {
                    sentence += &format!("；进度为应有的{}", percent_of_pace(pace, Lang::Zh));
                }
                if let Some(chance) = chance {
                    sentence += &format!("；达标的可能性为{}", percent(chance));
                }
                sentence + "。"
            }
            Cause::Swinging(s) => format!(
                "{}—{}年之间的{}个数据中有{}个是明显的起落点，逐年波动{}，超出正常幅度。",
                s.from,
                s.to,
                s.inner,
                s.turns,
                number(s.shock)
            ),
            Cause::MetAtRisk {
                latest,
                forecast,
                goal,
            } => format!(
                "{}年为{}，已达到目标{}，但按目前走势，{}年约为{}，届时不达标。",
                latest.year,
                figure(latest.value),
                figure(goal),
                forecast.year,
                figure(forecast.value)
            ),
            Cause::MovingAway { from, to } => format!(
                "从{}年的{}到{}年的{}，离目标更远了。",
                from.year,
                figure(from.value),
                to.year,
                figure(to.value)
            ),
            Cause::GapWidening { by, from, to } => format!(
                "{}差距由{}年的{}扩大到{}年的{}。",
                dimension(by, Lang::Zh),
                from.year,
                figure(from.value),
                to.year,
                figure(to.value)
            ),
            Cause::SmallNumber {
                year,
                cases,
                interval: (low, high),
                values,
            } => {
                let values = values.map(|(l, h)| format!("，即{}至{}", figure(l), figure(h)));
                format!(
                    "{year}年只有{}例，偶然因素影响大（95%区间{}至{}例{}），不判断趋势。",
                    number(cases),
                    number(low),
                    number(high),
                    values.unwrap_or_default()
                )
            }
            Cause::Stale { newest, as_of } => {
                format!(
                    "最新数据是{newest}年的，比评估年份{as_of}年早{}年。",
                    i64::from(as_of) - i64::from(newest)
                )
            }
            Cause::NoData { comparison: false } => "没有这项指标的数据。".to_owned(),
            Cause::NoData { comparison: true } => "没有同一年份的对照指标数据，无法比较。".to_owned(),
        }
    }

    fn english(&self) -> String {
        let figure = |value| figure(value, &self.unit, Lang::En);
        match self.cause {
            Cause::HardToReach {
                forecast,
                goal,
                pace,
                chance,
            } => {
                let mut sentence = format!(
                    "On its present course it will be about {} in {}, which misses the target of {}",
                    figure(forecast.value),
                    forecast.year,
                    figure(goal)
                );
                if let Some(pace) = pace {
                    sentence += &format!(
                        "; its pace is {} of what is needed",
                        percent_of_pace(pace, Lang::En)
                    );
                }
                if let Some(chance) = chance {
                    sentence += &format!("; the chance of meeting it is {}", percent(chance));
                }
                sentence + "."
            }
            Cause::Swinging(s) => format!(
                "Of the {} values between {} and {}, {} are marked turning points, and the yearly shock is {}, \
                 more than usual.",
                s.inner,
                s.from,
                s.to,
                s.turns,
                number(s.shock)
            ),
            Cause::MetAtRisk {
                latest,
                forecast,
                goal,
            } => format!(
                "It was {} in {} and meets the target of {}, but on its present course it will be about {} in \
                 {} and no longer meet it.",
                figure(latest.value),
                latest.year,
                figure(goal),
                figure(forecast.value),
                forecast.year
            ),
            Cause::MovingAway { from, to } => format!(
                "It went from {} in {} to {} in {}, away from the target.",
                figure(from.value),
                from.year,
                figure(to.value),
                to.year
            ),
            Cause::GapWidening { by, from, to } => format!(
                "The gap {} widened from {} in {} to {} in {}.",
                dimension(by, Lang::En),
                figure(from.value),
                from.year,
                figure(to.value),
                to.year
            ),
            Cause::SmallNumber {
                year,
                cases,
                interval: (low, high),
                values,
            } => {
                let values = values.map(|(l, h)| format!(", that is {} to {}", figure(l), figure(h)));
                format!(
                    "There were only {} cases in {year}, so chance weighs heavily (95% interval {} to {} \
                     cases{}): no trend is claimed.",
                    number(cases),
                    number(low),
                    number(high),
                    values.unwrap_or_default()
                )
            }
            Cause::Stale { newest, as_of } => format!(
                "The newest value is of {newest}, {} years before the year judged, {as_of}.",
                i64::from(as_of) - i64::from(newest)
            ),
            Cause::NoData { comparison: false } => "There is no value of this indicator.".to_owned(),
            Cause::NoData { comparison: true } => {
                "There is no value of the indicator to compare with in any of the same years.".to_owned()
            }
        }
    }
}

fn dimension(by: Dimension, lang: Lang) -> &'static str {
    match by {
        Dimension::Sex => lang.pick("性别", "between the sexes"),
        Dimension::Residence => lang.pick("城乡", "between town and country"),
        Dimension::Area => lang.pick("地区", "between areas"),
    }
}

/// A value with its unit, as the language writes it.
fn figure(value: f64, unit: &Unit, lang: Lang) -> String {
    let number = number(value);
    match (lang, unit.as_str()) {
        (_, "") => number,
        (Lang::En, "百分点") => format!("{number} percentage points"),
        (Lang::En, "/10万") => format!("{number} per 100,000"),
        (Lang::En, "/万") => format!("{number} per 10,000"),
        (Lang::Zh, "百分点") => format!("{number}个百分点"),
        (Lang::En, other) if !unit.sticks() => format!("{number} {other}"),
        (_, other) => format!("{number}{other}"),
    }
}

/// Two decimals below 10, one above, without empty ones.
fn number(value: f64) -> String {
    let decimals = match value.abs() {
        size if size < 10.0 => 2,
        size if size < 1e6 => 1,
        _ => 0,
    };
    let text = format!("{value:.decimals$}");
    let text = if decimals > 0 {
        text.trim_end_matches('0').trim_end_matches('.')
    } else {
        &text
    };
    if text == "-0" {
        "0".to_owned()
    } else {
        text.to_owned()
    }
}

fn percent(part: f64) -> String {
    format!("{:.0}%", 100.0 * part)
}

/// Beyond twice the needed pace, either way, a figure would only look precise.
fn percent_of_pace(pace: f64, lang: Lang) -> String {
    match pace {
        _ if pace > 2.0 => lang.pick("200%以上", "over 200%").to_owned(),
        _ if pace < -2.0 => lang.pick("−200%以下", "below −200%").to_owned(),
        _ => percent(pace).replace('-', "−"),
    }
}
