//! What is said of one indicator in a line: its newest figure beside what is wanted, where a place, a group or a
//! reference area stands, and what its chart shows.

use super::{after_chinese, chance, demand, demand_by, status_word, with_unit, with_year, year};
use crate::assess::{Assessment, Judged, Status};
use crate::catalogue::{Catalogue, Indicator, Unit, Year};
use crate::lang::Lang;
use crate::observation::ValueAt;

/// The newest figure with its year, or that there is none.
pub fn newest(indicator: &Indicator, assessment: &Assessment, lang: Lang) -> String {
    match assessment.latest() {
        Some(latest) => with_year(latest.year, latest.value, &indicator.unit, lang),
        None => lang.pick("无数据", "no data").to_owned(),
    }
}

/// A figure with its year in brackets: `15.1/10万（2023 年）`.
pub fn value_of_year(at: ValueAt, unit: &Unit, lang: Lang) -> String {
    let value = with_unit(at.value, unit, lang);
    match lang {
        Lang::Zh => format!("{value}（{}）", year(at.year, lang)),
        Lang::En => format!("{value} ({})", at.year),
    }
}

/// Its name, its newest figure and what is wanted.
pub fn line(catalogue: &Catalogue, item: &Judged, lang: Lang) -> String {
    let name = item.indicator.name_in(lang);
    let newest = newest(&item.indicator, &item.assessment, lang);
    let wanted = demand_by(catalogue, &item.indicator, &item.target, lang);
    match lang {
        Lang::Zh => format!("{name}：{newest}，目标 {wanted}"),
        Lang::En => format!("{name}: {newest}; target {wanted}"),
    }
}

/// Its name, its newest figure where there is one, and its status.
pub fn status_line(item: &Judged, lang: Lang) -> String {
    let name = item.indicator.name_in(lang);
    let newest = item.assessment.latest();
    let newest = newest.map(|it| with_year(it.year, it.value, &item.indicator.unit, lang));
    let (newest, status) = (
        newest.unwrap_or_default(),
        status_word(item.assessment.status(), lang),
    );
    match lang {
        Lang::Zh => format!("{name}：{newest}，{status}"),
        Lang::En => format!("{name}: {newest}, {status}"),
    }
}

/// Where a reference area of that name stands; none where it has no figure.
pub fn reference_line(item: &Judged, area: &str, lang: Lang) -> Option<String> {
    let latest = item.assessment.latest()?;
    let newest = with_year(latest.year, latest.value, &item.indicator.unit, lang);
    let of = match item.basis.group().name(lang) {
        everyone if everyone.is_empty() => everyone,
        group => match lang {
            Lang::Zh => format!("（{group}）"),
            Lang::En => format!(", {group}"),
        },
    };
    Some(match lang {
        Lang::Zh => format!("{area}（参考）{of}：{newest}"),
        Lang::En => format!("{area} (reference){of}: {newest}"),
    })
}

/// Which group is furthest behind, with its figure; none is where all that have figures meet the target.
pub fn worst_group(name: &str, worst: &Assessment, indicator: &Indicator, lang: Lang) -> String {
    if worst.status() == Status::Met {
        return match lang {
            Lang::Zh => format!("{}。", all_groups_meet(lang)),
            Lang::En => "Every group with figures meets the target.".to_owned(),
        };
    }
    let figure = newest(indicator, worst, lang);
    match lang {
        Lang::Zh => format!("最差的一组：{name}，{figure}"),
        Lang::En => format!("The worst group: {name}, {figure}"),
    }
}

/// That none of the groups is behind.
pub fn all_groups_meet(lang: Lang) -> &'static str {
    lang.pick("有数的各组都已达标", "every group with figures meets the target")
}

/// A place on a finish line.
#[derive(Clone, Copy, Debug)]
pub struct Place<'a> {
    /// The area's name in the language of the sentence.
    pub area: &'a str,
    /// Its newest figure.
    pub latest: ValueAt,
    /// Whether it has kept the promise.
    pub is_kept: bool,
}

/// A finish line in words: “孕产妇死亡率，承诺 12/10万以下。全国 2024 年 14.3/10万，没到。”
pub fn finish_line(catalogue: &Catalogue, item: &Judged, places: &[Place<'_>], lang: Lang) -> String {
    let place = |place: &Place<'_>| {
        let Place {
            area,
            latest,
            is_kept,
        } = *place;
        let value = with_year(latest.year, latest.value, &item.indicator.unit, lang);
        match (lang, is_kept) {
            (Lang::Zh, true) => format!("{area} {value}，做到了"),
            (Lang::Zh, false) => format!("{area} {value}，没到"),
            (Lang::En, true) => format!("{area} {value}: kept"),
            (Lang::En, false) => format!("{area} {value}: not yet"),
        }
    };
    let places: Vec<String> = places.iter().map(place).collect();
    let name = item.indicator.name_in(lang);
    let wanted = demand(catalogue, &item.indicator, &item.target, lang);
    match lang {
        Lang::Zh => format!("{name}，{}。{}。", promised(&wanted, lang), places.join("；")),
        Lang::En => format!("{name}, {}. {}.", promised(&wanted, lang), places.join("; ")),
    }
}

/// What was promised, as a part of a line: “承诺 12/10万以下”.
pub fn promised(wanted: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("承诺{}", after_chinese(wanted)),
        Lang::En => format!("promised: {wanted}"),
    }
}

/// How likely it is to meet its target, a chance from 0 to 1.
pub fn chance_of_meeting(odds: f64, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("达标的把握{}", chance(odds, lang)),
        Lang::En => format!("chance of meeting it: {}", chance(odds, lang)),
    }
}

/// The charts of its groups, as a set of tabs is called.
pub fn views(name: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{name}的分组"),
        Lang::En => format!("Views of {name}"),
    }
}

/// The way to the years before the plan's own, the first of which it names.
pub fn earlier_years(first: Year, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("看更早（从 {first} 年）"),
        Lang::En => format!("Earlier years (from {first})"),
    }
}

/// What is wanted, under a small chart.
pub fn target(wanted: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("目标：{wanted}"),
        Lang::En => format!("Target: {wanted}"),
    }
}

/// A unit after the name of what is measured in it; empty without one.
pub fn unit_in_brackets(unit: &str, lang: Lang) -> String {
    match (lang, unit) {
        (_, "") => String::new(),
        (Lang::Zh, unit) => format!("（{unit}）"),
        (Lang::En, unit) => format!(" ({unit})"),
    }
}

/// The same where it has to be said that it is a unit, as under a title.
pub fn unit_note(unit: &str, lang: Lang) -> String {
    match (lang, unit) {
        (_, "") => String::new(),
        (Lang::Zh, unit) => format!("（单位：{unit}）"),
        (Lang::En, unit) => format!(" (unit: {unit})"),
    }
}
