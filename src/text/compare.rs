//! What is said of many areas, groups or indicators side by side: who is best, how a gap has changed, how much is not
//! shown.

use std::cmp::Ordering;

use super::{after_chinese, number, with_unit, year};
use crate::catalogue::{Indicator, Unit, Year};
use crate::lang::{Lang, plural};
use crate::observation::ValueAt;

/// That the files name more areas than are compared at once, and what to do.
pub fn areas_left_out(shown: usize, left_out: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!(
            "文件里的地方太多：这里比较前 {shown} 个，另有 {left_out} 个没有列出。要看它们，可以只载入有它们的文件，或在上方选它们为地区。"
        ),
        Lang::En => format!(
            "The files name too many areas: the first {shown} are compared here and {left_out} more are left out. Load only the files that name them, or choose one as the area above."
        ),
    }
}

/// How many targets have figures for several of so many areas, beside the area that the page is about.
pub fn targets(count: usize, areas: usize, area: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!(
            "{areas} 个地方里，{count} 项目标值至少有两个地方有数，每格是最新数值和状态。参考地区的数不计入{area}的进展。"
        ),
        Lang::En => format!(
            "{} with figures for at least two of {}: newest figure and status. Reference areas never count for {area}.",
            plural(count, "target"),
            plural(areas, "area")
        ),
    }
}

/// The way to the areas that stand beside those shown.
pub fn more_areas(more: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("再比 {more} 个地方"),
        Lang::En => format!("Compare {}", plural(more, "more area")),
    }
}

/// The way to the rows that are not listed yet.
pub fn list_rest(rest: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("接着列出其余 {rest} 项"),
        Lang::En if rest == 1 => "Go on with the other one".to_owned(),
        Lang::En => format!("Go on with the other {rest}"),
    }
}

/// That too few areas have figures of about the same time to be ranked.
pub fn too_few_to_rank(indicator: &Indicator, areas: usize, lang: Lang) -> String {
    let name = indicator.name_in(lang);
    match lang {
        Lang::Zh => format!("{name}：年份相近、可以比较的只有 {areas} 个地区，太少，不排名次。"),
        Lang::En => format!(
            "{name}: {} with figures of about the same time, too few for a best and a worst.",
            plural(areas, "area")
        ),
    }
}

/// Which area is best and which is worst, each by its name with its value.
pub fn best_and_worst(indicator: &Indicator, best: (&str, f64), worst: (&str, f64), lang: Lang) -> String {
    let name = indicator.name_in(lang);
    let value = |value: f64| with_unit(value, &indicator.unit, lang);
    let ((first, best), (last, worst)) = ((best.0, value(best.1)), (worst.0, value(worst.1)));
    match lang {
        Lang::Zh => format!("{name}：{first}最好，为 {best}；{last}最差，为 {worst}。"),
        Lang::En => format!("{name}: best in {first}, {best}; worst in {last}, {worst}."),
    }
}

/// The value to reach, beside its line.
pub fn target(value: f64, unit: &Unit, lang: Lang) -> String {
    let value = with_unit(value, unit, lang);
    match lang {
        Lang::Zh => format!("目标 {value}"),
        Lang::En => format!("Target {value}"),
    }
}

/// How a gap between two groups has changed; the unit is that of the gap.
pub fn gap_change(from: ValueAt, to: ValueAt, unit: &Unit, lang: Lang) -> String {
    // A difference of two shares carries the noise of binary fractions.
    let value = |value: f64| with_unit((value * 1e6).round() / 1e6, unit, lang);
    let (before, after) = (value(from.value), value(to.value));
    let (then, now) = (year(from.year, lang), year(to.year, lang));
    let word = match to.value.total_cmp(&from.value) {
        _ if before == after => lang.pick("没有变", "unchanged"),
        Ordering::Greater => lang.pick("扩大了", "wider"),
        _ => lang.pick("缩小了", "narrower"),
    };
    match lang {
        Lang::Zh => format!("差距{}为 {before}，{now}为 {after}，{word}", after_chinese(&then)),
        Lang::En => format!("the gap was {before} in {then} and {after} in {now}: {word}"),
    }
}

/// The title of two groups of an indicator, with what is said of their gap.
pub fn both_groups(indicator: &Indicator, said: &str, lang: Lang) -> String {
    let colon = lang.pick("：", ": ");
    format!("{}{colon}{said}", indicator.name_in(lang))
}

/// The title of their gap alone.
pub fn gap_alone(indicator: &Indicator, lang: Lang) -> String {
    let name = indicator.name_in(lang);
    match lang {
        Lang::Zh => format!("{name}：两组相差多少"),
        Lang::En => format!("{name}: the gap itself"),
    }
}

/// The title of two indicators in one chart.
pub fn pair(first: &Indicator, second: &Indicator, lang: Lang) -> String {
    let [first, second] = [first, second].map(|indicator| indicator.name_in(lang));
    match lang {
        Lang::Zh => format!("{first}与{second}"),
        Lang::En => format!("{first} and {second}"),
    }
}

/// What an index stands for (`2020 = 100`) and where; and that one of the two is left out, where that is so.
pub fn indexed(base: Year, index: f64, area: &str, is_all: bool, lang: Lang) -> String {
    let left_out = match (is_all, lang) {
        (true, _) => "",
        (false, Lang::Zh) => "；没有基期数值的那一项不能换算，没有画出",
        (false, Lang::En) => "; what has no figure in the base year is left out",
    };
    format!("{base} = {} · {area}{left_out}", number(index, None))
}

/// How many targets of an area have a way to draw from base to target.
pub fn slopes(area: &str, count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => {
            format!("{area}有 {count} 项写明数值的目标可以画出走法：实线是走过的，虚线是要走的匀速路线。")
        }
        Lang::En => format!(
            "{area} has {} to draw: the solid line is the way done, the dashed one the even way needed.",
            plural(count, "valued target")
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gap(from: f64, to: f64, lang: Lang) -> String {
        let unit = Unit::new("百分点");
        gap_change((2020, from).into(), (2023, to).into(), &unit, lang).replace('\u{2009}', " ")
    }

    #[test]
    fn a_gap_widens_narrows_or_stays() {
        assert_eq!(
            gap(1.0, 2.5, Lang::Zh),
            "差距 2020 年为 1 个百分点，2023 年为 2.5 个百分点，扩大了"
        );
        assert_eq!(
            gap(2.0, 1.0, Lang::En),
            "the gap was 2 percentage points in 2020 and 1 percentage point in 2023: narrower"
        );
        // What differs by the noise of fractions alone has not moved.
        assert!(gap(0.3, 0.1 + 0.2, Lang::Zh).ends_with("没有变"));
    }

    #[test]
    fn what_cannot_be_indexed_is_said_to_be_left_out() {
        assert_eq!(indexed(2020, 100.0, "某市", true, Lang::Zh), "2020 = 100 · 某市");
        assert!(indexed(2020, 100.0, "A city", false, Lang::En).ends_with("is left out"));
    }
}
