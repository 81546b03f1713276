//! Promise and progress in words for families: no rates, no signs, no terms of the trade.

use super::{Lang, THIN_SPACE, demand, number, progress_word, status_meaning, unit_after, with_unit, year};
use crate::assess::{Assessment, Status};
use crate::catalogue::{Catalogue, Each, Indicator, Kind, Op, Target, Trend, Unit};

/// What a target promises, such as “到 2030 年，每 10 万例里最多 12 例”.
pub fn plain_promise(catalogue: &Catalogue, indicator: &Indicator, target: &Target, lang: Lang) -> String {
    let unit = target.unit.as_ref().unwrap_or(&indicator.unit);
    let value = |v: f64| plain_value(v, unit, lang);
    let wanted = match (&target.op, lang) {
        (Op::AtLeast(v) | Op::Equal(v), _) if Some(*v) == indicator.limit => {
            lang.pick("全部做到", "all of them").to_owned()
        }
        (Op::AtLeast(v), Lang::Zh) => format!("至少{THIN_SPACE}{}", value(*v)),
        (Op::AtLeast(v), Lang::En) => format!("at least {}", value(*v)),
        (Op::AtMost(v), Lang::Zh) => most(*v, unit),
        (Op::AtMost(v), Lang::En) => format!("at most {}", value(*v)),
        (Op::Trend(Trend::Up), _) => lang.pick("一年比一年高", "rising year by year").to_owned(),
        (Op::Trend(Trend::Down), _) => lang.pick("一年比一年低", "falling year by year").to_owned(),
        (Op::Trend(Trend::Narrow), _) => lang.pick("差距越来越小", "an ever smaller gap").to_owned(),
        (Op::Milestone, _) => lang.pick("要办成", "to be done").to_owned(),
        // The rest says the same in plain words as it does everywhere else.
        _ => {
            let plain = Target {
                keep: false,
                each: None,
                ..target.clone()
            };
            demand(catalogue, indicator, &plain, lang)
        }
    };
    let by = year(target.year, lang);
    let every = target.each == Some(Each::County);
    let to_do = target.op == Op::Milestone;
    match (lang, target.keep) {
        (Lang::Zh, keep) => {
            let every = match (every, to_do) {
                (true, true) => "每个县区都",
                (true, false) => "每个县区都要",
                (false, _) => "",
            };
            let keep = if keep { "一直保持" } else { "" };
            format!("到{THIN_SPACE}{by}，{every}{keep}{wanted}")
        }
        (Lang::En, keep) => {
            let every = if every { " in every county" } else { "" };
            match (keep, target.op.trend()) {
                (true, _) => format!("{wanted}{every}, kept until {by}"),
                (false, Some(_)) => format!("{wanted}{every} until {by}"),
                (false, None) => format!("{wanted}{every} by {by}"),
            }
        }
    }
}

/// A value as people say it: rates as so many of a round number, everything else with its unit.
pub fn plain_value(value: f64, unit: &Unit, lang: Lang) -> String {
    let figure = number(value, None);
    match (rate(unit), lang) {
        (Some((zh, _, word)), Lang::Zh) => {
            format!("每{THIN_SPACE}{zh}{word}里{THIN_SPACE}{figure}{THIN_SPACE}{word}")
        }
        (Some((_, en, _)), Lang::En) => format!("{figure} in every {en}"),
        (None, _) => with_unit(value, unit, lang),
    }
}

/// The number that a target promises alone, as people say it, to be written large: `12 例`, `90%`; none for a direction
/// or a change, which no number says alone.
pub fn plain_number(indicator: &Indicator, target: &Target, lang: Lang) -> Option<String> {
    let (Op::AtLeast(value) | Op::AtMost(value) | Op::Equal(value) | Op::Around(value)) = target.op else {
        return None;
    };
    let unit = target.unit.as_ref().unwrap_or(&indicator.unit);
    let figure = number(value, None);
    Some(match (rate(unit), lang) {
        (Some((_, _, word)), Lang::Zh) => format!("{figure}{THIN_SPACE}{word}"),
        (Some(_), Lang::En) => figure,
        (None, _) => with_unit(value, unit, lang),
    })
}

/// Where it stands in one or two short sentences; for what was never counted, that nobody can tell yet.
pub fn plain_standing(
    indicator: &Indicator,
    target: &Target,
    assessment: &Assessment,
    area: &str,
    lang: Lang,
) -> String {
    if indicator.kind == Kind::Milestone {
        return done(assessment, area, lang);
    }
    let Some(latest) = assessment.latest() else {
        return match lang {
            Lang::Zh => format!("{area}还没有公布，现在说不准。"),
            Lang::En => format!("{area} has not published it, so nobody can tell yet."),
        };
    };
    let (when, value) = (
        year(latest.year, lang),
        plain_value(latest.value, &indicator.unit, lang),
    );
    let means = match assessment.status() {
        // Without a second figure of the same year nothing is compared, however many years there are.
        Status::NoData => lang.pick(
            "没有可以对照的数，还说不准。",
            "There is nothing to compare it with yet.",
        ),
        // A direction has no value that could be reached in time.
        Status::OnTrack if target.op.trend().is_some() => {
            lang.pick("方向对，速度也够。", "The right way, and fast enough.")
        }
        status => status_meaning(status, lang),
    };
    match lang {
        Lang::Zh => format!("{when}：{value}。{means}"),
        Lang::En => format!("{value} in {when}. {means}"),
    }
}

/// What is recorded of something that is either done or not.
fn done(assessment: &Assessment, area: &str, lang: Lang) -> String {
    match (&assessment.record(), lang) {
        (Some(record), Lang::Zh) => {
            format!(
                "{}（{} 记录）。{}",
                progress_word(record.state, lang),
                record.date,
                record.note
            )
        }
        (Some(record), Lang::En) => {
            format!(
                "{} (recorded {}). {}",
                progress_word(record.state, lang),
                record.date,
                record.note
            )
        }
        (None, Lang::Zh) => format!("{area}还没有公布办到哪一步，现在说不准。"),
        (None, Lang::En) => format!("{area} has not said how far this is, so nobody can tell yet."),
    }
    .trim_end()
    .to_owned()
}

/// The round number that a rate counts by, in Chinese and English, and the word that counts its cases.
fn rate(unit: &Unit) -> Option<(&'static str, &'static str, &'static str)> {
    match unit.as_str() {
        "‰" => Some(("1,000\u{2009}", "1,000", "个")),
        "/万" => Some(("1\u{2009}万", "10,000", "个")),
        "/10万" => Some(("10\u{2009}万", "100,000", "例")),
        _ => None,
    }
}

fn most(value: f64, unit: &Unit) -> String {
    let figure = number(value, None);
    match rate(unit) {
        Some((round, _, word)) => {
            format!("每{THIN_SPACE}{round}{word}里最多{THIN_SPACE}{figure}{THIN_SPACE}{word}")
        }
        None => format!("最多{THIN_SPACE}{figure}{}", unit_after(unit, Lang::Zh)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::builtin;

    fn promise(id: &str, lang: Lang) -> String {
        let indicator = builtin().indicator(id).unwrap();
        plain_promise(builtin(), indicator, indicator.distinct_targets()[0], lang).replace(THIN_SPACE, " ")
    }

    #[test]
    fn promises_are_said_as_people_say_them() {
        assert_eq!(
            promise("maternal-mortality", Lang::Zh),
            "到 2030 年，每 10 万例里最多 12 例"
        );
        assert_eq!(
            promise("maternal-mortality", Lang::En),
            "at most 12 in every 100,000 by 2030"
        );
        assert_eq!(promise("hospital-delivery", Lang::Zh), "到 2030 年，全部做到");
        assert_eq!(
            promise("newborn-visits", Lang::Zh),
            "到 2030 年，一直保持至少 90%"
        );
        assert_eq!(
            promise("injury-mortality", Lang::Zh),
            "到 2030 年，比 2020 年下降 20%"
        );
        assert_eq!(
            promise("standard-mch-institution", Lang::Zh),
            "到 2030 年，每个县区都要至少 1 所"
        );
        assert_eq!(
            promise("newborn-visits", Lang::En),
            "at least 90%, kept until 2030"
        );
        assert_eq!(
            promise("women-employed-share", Lang::En),
            "around 45%, kept until 2030"
        );
    }

    #[test]
    fn one_hour_is_no_hours() {
        let hour = Unit::new("小时");
        assert_eq!(plain_value(1.0, &hour, Lang::En), "1 hour");
        assert_eq!(plain_value(1.5, &hour, Lang::En), "1.5 hours");
    }

    #[test]
    fn no_promise_has_a_sign_that_only_statisticians_read() {
        for indicator in &builtin().indicators {
            for target in indicator.distinct_targets() {
                for lang in [Lang::Zh, Lang::En] {
                    let words = plain_promise(builtin(), indicator, target, lang);
                    assert!(!words.contains(['‰', '/']), "{}: {words}", indicator.id);
                }
            }
        }
    }
}
