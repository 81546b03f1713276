//! The one sentence of a warning, with its numbers in it, as each language says it.

use super::{THIN_SPACE, after_chinese, before_chinese, computed, number, with_unit, year};
use crate::assess::{Absence, Cause, Pooled, Swing, ValueAt, Warning};
use crate::catalogue::Dimension;
use crate::lang::{Lang, plural};

impl Warning {
    /// Why the warning is given, in one sentence with its numbers.
    pub fn reason(&self, lang: Lang) -> String {
        let sentence = Sentence { warning: self, lang };
        let text = match self.cause {
            Cause::HardToReach {
                forecast,
                goal,
                near,
                pace,
                chance,
            } => sentence.hard_to_reach(forecast, &sentence.goal(goal, near), pace, chance),
            Cause::Swinging(swing) => sentence.swinging(&swing),
            Cause::MetAtRisk {
                latest,
                forecast,
                goal,
                near,
            } => sentence.met_at_risk(latest, forecast, &sentence.goal(goal, near), near),
            Cause::MovingAway { from, to } => sentence.moving_away(from, to),
            Cause::GapWidening { by, from, to } => sentence.gap_widening(by, from, to),
            Cause::SmallNumber {
                year,
                cases,
                interval,
                values,
                pooled,
            } => {
                sentence.small_number(sentence.year(year), cases, interval, values)
                    + &pooled.map(|pooled| sentence.pooled(&pooled)).unwrap_or_default()
            }
            Cause::Stale { newest, as_of } => {
                let age = i64::from(as_of) - i64::from(newest);
                sentence.stale(sentence.year(newest), sentence.year(as_of), age)
            }
        };
        match lang {
            // Typed as plain spaces below, where a thin one could not be told from none.
            Lang::Zh => text.replace(' ', &THIN_SPACE.to_string()),
            Lang::En => text,
        }
    }
}

/// What is missing where there is nothing to judge, in one sentence.
pub fn missing_reason(absence: Absence, lang: Lang) -> &'static str {
    match absence {
        Absence::Comparison(_) => lang.pick(
            "没有同一年可以对照的数值，无法比较。",
            "There is no figure of the same year to compare with.",
        ),
        Absence::Figures => lang.pick("没有这项指标的数值。", "There is no figure of this indicator."),
    }
}

/// A warning and the language that it is put into.
struct Sentence<'a> {
    warning: &'a Warning,
    lang: Lang,
}

impl Sentence<'_> {
    fn hard_to_reach(&self, forecast: ValueAt, goal: &str, pace: Option<f64>, chance: f64) -> String {
        let (value, when) = (self.computed(forecast.value), self.year(forecast.year));
        let pace = pace.map(|pace| pace_beside_needed(pace, self.lang));
        let chance = super::chance(chance, self.lang);
        match self.lang {
            Lang::Zh => {
                let pace = pace.map(|pace| format!("；{pace}")).unwrap_or_default();
                format!("照现在的走势，{when}约 {value}，达不到 {goal}{pace}；达标的把握{chance}。")
            }
            Lang::En => {
                let pace = pace.map(|pace| format!("; {pace}")).unwrap_or_default();
                format!(
                    "As things go it will be about {value} in {when} and miss the target of {goal}{pace}; the chance \
                     of meeting it is {chance}."
                )
            }
        }
    }

    fn swinging(&self, swing: &Swing) -> String {
        let Swing { inner, turns, .. } = *swing;
        let (from, to) = (self.year(swing.from), self.year(swing.to));
        let shock = percent(swing.shock);
        match self.lang {
            Lang::Zh => {
                format!(
                    "{from}到 {to}，中间 {inner} 个数值里有 {turns} 个是明显的起落点，逐年波动约 {shock}。"
                )
            }
            Lang::En => format!(
                "{from} to {to}: {} among {}, and about {shock} up or down from one year to the next.",
                plural(turns, "marked turning point"),
                plural(inner, "figure")
            ),
        }
    }

    fn met_at_risk(&self, latest: ValueAt, forecast: ValueAt, goal: &str, near: bool) -> String {
        let (now, when) = (self.value(latest.value), self.year(latest.year));
        let (then, deadline) = (self.computed(forecast.value), self.year(forecast.year));
        let risk = if near {
            self.lang.pick("可能偏离目标", "may leave it")
        } else {
            self.lang.pick("可能守不住", "may not hold")
        };
        match self.lang {
            Lang::Zh => {
                format!("{when}为 {now}，已达到 {goal}；但照现在的走势，{deadline}约 {then}，{risk}。")
            }
            Lang::En => format!(
                "It was {now} in {when} and meets the target of {goal}, but as things go it will be about {then} \
                 in {deadline} and {risk}."
            ),
        }
    }

    fn moving_away(&self, from: ValueAt, to: ValueAt) -> String {
        let (before, then) = (self.value(from.value), self.year(from.year));
        let (after, now) = (self.value(to.value), self.year(to.year));
        match self.lang {
            Lang::Zh => {
                let before = before_chinese(&before);
                format!("从 {then}的 {before}到 {now}的 {after}，方向相反。")
            }
            Lang::En => format!("It went from {before} in {then} to {after} in {now}, the wrong way."),
        }
    }

    fn gap_widening(&self, by: Dimension, from: ValueAt, to: ValueAt) -> String {
        let (before, then) = (self.value(from.value), self.year(from.year));
        let (after, now) = (self.value(to.value), self.year(to.year));
        match (self.lang, by) {
            (Lang::Zh, by) => {
                let groups = match by {
                    Dimension::Sex => "男女",
                    Dimension::Residence => "城乡",
                    Dimension::Area => "各县区",
                };
                let before = before_chinese(&before);
                format!("{groups}差距从 {then}的 {before}扩大到 {now}的 {after}。")
            }
            (Lang::En, by) => {
                let groups = match by {
                    Dimension::Sex => "women and men",
                    Dimension::Residence => "town and country",
                    Dimension::Area => "the counties",
                };
                format!("The gap between {groups} widened from {before} in {then} to {after} in {now}.")
            }
        }
    }

    fn small_number(
        &self,
        when: String,
        cases: f64,
        (low, high): (f64, f64),
        values: Option<(f64, f64)>,
    ) -> String {
        let (cases, low, high) = (number(cases, None), number(low, Some(1)), number(high, Some(1)));
        let values = values.map(|(low, high)| (self.computed(low), self.computed(high)));
        match self.lang {
            Lang::Zh => {
                let values = values.map(|(low, high)| format!("，相当于 {low} 到 {high}"));
                format!(
                    "{when}只有 {cases} 例，偶然因素影响很大（95% 区间 {low}–{high} 例{}），看不出趋势。",
                    values.unwrap_or_default()
                )
            }
            Lang::En => {
                let values = values.map(|(low, high)| format!(", that is {low} to {high}"));
                let noun = if cases == "1" { "case" } else { "cases" };
                format!(
                    "With {cases} {noun} in {when}, chance weighs heavily (95% interval {low}–{high} cases{}): too \
                     few to tell a trend.",
                    values.unwrap_or_default()
                )
            }
        }
    }

    /// The last years together, which tell more than one of them.
    fn pooled(&self, pooled: &Pooled) -> String {
        let (from, to) = (self.year(pooled.from), self.year(pooled.to));
        let (low, high) = pooled.interval;
        let (value, low, high) = (
            self.computed(pooled.value),
            self.computed(low),
            self.computed(high),
        );
        let cases = number(pooled.cases, None);
        match self.lang {
            Lang::Zh => {
                format!("{from}到 {to}三年合计 {cases} 例，为 {value}（95% 区间 {low} 到 {high}）。")
            }
            Lang::En => format!(
                " The three years {from} to {to} together have {cases} cases: {value} (95% interval {low} to {high})."
            ),
        }
    }

    fn stale(&self, newest: String, as_of: String, age: i64) -> String {
        match self.lang {
            Lang::Zh => format!("最新的数值是{newest}的，比评判年份（{as_of}）早 {age} 年。"),
            Lang::En => {
                let years = plural(usize::try_from(age).unwrap_or_default(), "year");
                format!("The newest figure is of {newest}, {years} before the year judged, {as_of}.")
            }
        }
    }

    fn year(&self, value: crate::catalogue::Year) -> String {
        year(value, self.lang)
    }

    /// The value to reach, with 左右 where it is to be near it.
    fn goal(&self, goal: f64, near: bool) -> String {
        let value = self.value(goal);
        match (near, self.lang) {
            (false, _) => value,
            (true, Lang::Zh) => format!("{value}左右"),
            (true, Lang::En) => format!("about {value}"),
        }
    }

    /// A value of the data, with its own digits.
    fn value(&self, value: f64) -> String {
        with_unit(value, &self.warning.unit, self.lang)
    }

    fn computed(&self, value: f64) -> String {
        computed(value, &self.warning.unit, self.lang)
    }
}

/// A fraction as a percentage without decimals.
fn percent(part: f64) -> String {
    format!("{}%", number(100.0 * part, Some(0)))
}

/// From this share of the pace needed on, a forecast that misses the target wants to be explained.
const FAST_ENOUGH: f64 = 0.95;

/// A pace beside the one needed. Beyond twice that, either way, a figure would only look precise.
fn pace_beside_needed(pace: f64, lang: Lang) -> String {
    let (share, of) = match pace.abs() {
        size if size > 2.0 => (lang.pick("两倍以上", "over twice").to_owned(), ""),
        size => (percent(size), " of"),
    };
    // Fast enough on average, and the forecast leads to another end: one half of the sentence says why.
    if pace >= FAST_ENOUGH {
        return match lang {
            Lang::Zh => format!(
                "按基期以来的平均，速度是所需的{}，但预测更看重近几年的走势",
                after_chinese(&share)
            ),
            Lang::En => format!(
                "on average since the base its pace is {share}{of} what is needed, but the forecast looks at the last years more"
            ),
        };
    }
    match (lang, pace < 0.0) {
        (Lang::Zh, false) => format!("速度是所需的{}", after_chinese(&share)),
        (Lang::Zh, true) => format!("方向相反，速度相当于所需的{}", after_chinese(&share)),
        (Lang::En, false) => format!("its pace is {share}{of} what is needed"),
        (Lang::En, true) => format!("it goes the wrong way, at {share}{of} the pace needed"),
    }
}
