//! What a target demands, in a few words: 12/10万 以下, 逐步提高, at most 12 per 100,000.

use super::{Lang, after_chinese, with_unit, year};
use crate::catalogue::{Catalogue, Each, Indicator, Op, Target, Trend, Unit};

/// The demand without its year, such as “70%以上” or “at least 70%”.
pub fn demand(catalogue: &Catalogue, indicator: &Indicator, target: &Target, lang: Lang) -> String {
    let unit = target.unit.as_ref().unwrap_or(&indicator.unit);
    let value = |v: f64| with_unit(v, unit, lang);
    let base = indicator.base_year.unwrap_or(catalogue.base_year);
    let other = |id: &str| catalogue.indicator_name(id, lang).to_owned();
    let text = match (&target.op, lang) {
        // More than all there is: nobody says 100% or more.
        (Op::AtLeast(v), _) if Some(*v) == indicator.limit => value(*v),
        (Op::AtLeast(v), Lang::Zh) => format!("{}以上", value(*v)),
        (Op::AtMost(v), Lang::Zh) => format!("{}以下", value(*v)),
        (Op::Equal(v), Lang::Zh) => value(*v),
        (Op::Around(v), Lang::Zh) => format!("{}左右", value(*v)),
        (Op::Change(v), Lang::Zh) => format!(
            "比 {base} 年{}{}",
            lang_change(*v),
            after_chinese(&percent(v.abs(), lang))
        ),
        (Op::Compare(id), Lang::Zh) => format!("不低于{}", other(id)),
        (Op::CompareAround(id), Lang::Zh) => format!("与{}相适应", other(id)),
        (Op::Trend(Trend::Up), Lang::Zh) => "逐步提高".to_owned(),
        (Op::Trend(Trend::Down), Lang::Zh) => "逐步下降".to_owned(),
        (Op::Trend(Trend::Narrow), Lang::Zh) => "差距缩小".to_owned(),
        (Op::Milestone, Lang::Zh) => "建成或办到".to_owned(),
        (Op::AtLeast(v), Lang::En) => format!("at least {}", value(*v)),
        (Op::AtMost(v), Lang::En) => format!("at most {}", value(*v)),
        (Op::Equal(v), Lang::En) => value(*v),
        (Op::Around(v), Lang::En) => format!("around {}", value(*v)),
        (Op::Change(v), Lang::En) => {
            let word = if *v < 0.0 { "down" } else { "up" };
            format!("{word} {} on {base}", percent(v.abs(), lang))
        }
        (Op::Compare(id), Lang::En) => format!("no less than “{}”", other(id)),
        (Op::CompareAround(id), Lang::En) => format!("in line with “{}”", other(id)),
        (Op::Trend(Trend::Up), Lang::En) => "rising".to_owned(),
        (Op::Trend(Trend::Down), Lang::En) => "falling".to_owned(),
        (Op::Trend(Trend::Narrow), Lang::En) => "gap narrowing".to_owned(),
        (Op::Milestone, Lang::En) => "done".to_owned(),
    };
    match (target.each, target.keep, lang) {
        (Some(Each::County), _, Lang::Zh) => format!("各县区{}", after_chinese(&text)),
        (Some(Each::County), _, Lang::En) => format!("{text} in every county"),
        (None, true, Lang::Zh) => format!("保持{}", after_chinese(&text)),
        (None, true, Lang::En) => format!("kept {text}"),
        (None, false, _) => text,
    }
}

/// The demand as short as it can be, with a sign: “≥95%”. What has no number has its sign alone.
pub fn demand_sign(indicator: &Indicator, target: &Target, lang: Lang) -> String {
    let unit = target.unit.as_ref().unwrap_or(&indicator.unit);
    let value = |v: f64| with_unit(v, unit, lang);
    match &target.op {
        Op::AtLeast(v) => format!("≥{}", value(*v)),
        Op::AtMost(v) => format!("≤{}", value(*v)),
        Op::Equal(v) => value(*v),
        Op::Around(v) => format!("≈{}", value(*v)),
        Op::Change(v) => number_with_sign(*v),
        Op::Compare(_) => "≥".to_owned(),
        Op::CompareAround(_) => "≈".to_owned(),
        Op::Trend(Trend::Up) => "↑".to_owned(),
        Op::Trend(Trend::Down | Trend::Narrow) => "↓".to_owned(),
        Op::Milestone => "□".to_owned(),
    }
}

/// The demand with its year, such as “2030 年 70%以上” or “at least 70% by 2030”.
pub fn demand_by(catalogue: &Catalogue, indicator: &Indicator, target: &Target, lang: Lang) -> String {
    let words = demand(catalogue, indicator, target, lang);
    let by = year(target.year, lang);
    match lang {
        Lang::Zh => format!("{by}{}", after_chinese(&words)),
        Lang::En => format!("{words} by {by}"),
    }
}

fn number_with_sign(percent: f64) -> String {
    let sign = if percent < 0.0 { "−" } else { "+" };
    format!("{sign}{}%", super::number(percent.abs(), None))
}

fn lang_change(percent: f64) -> &'static str {
    if percent < 0.0 { "下降" } else { "提高" }
}

fn percent(value: f64, lang: Lang) -> String {
    with_unit(value, &Unit::new("%"), lang)
}
