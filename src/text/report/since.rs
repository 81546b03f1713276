//! What has changed since the report of the year before.

use super::have;
use crate::catalogue::Year;
use crate::lang::{Lang, plural};
use crate::text::year;

/// How many of the indicators compared have another status than in the report of the year before.
pub fn intro(
    then: Year,
    compared: usize,
    changed: usize,
    (better, worse): (usize, usize),
    lang: Lang,
) -> String {
    let other = changed - better - worse;
    let otherwise = match (other, lang) {
        (0, _) => String::new(),
        (_, Lang::Zh) => format!("，从无数据到有数据或者相反等 {other} 个"),
        (_, Lang::En) => format!(", {other} otherwise, such as from no data to data"),
    };
    match lang {
        Lang::Zh => format!(
            "与截至 {}的判断相比（用同样的文件和标准重算），{compared} 个指标中状态有变的 {changed} 个：变好 {better} 个，变差 {worse} 个{otherwise}。",
            year(then, Lang::Zh)
        ),
        Lang::En => format!(
            "Against the verdicts up to {then}, computed anew from the same files by the same rules: of {}, {changed} {} another status: {better} better, {worse} worse{otherwise}.",
            plural(compared, "indicator"),
            have(changed)
        ),
    }
}

/// The head of the column of a year.
pub fn up_to(at: Year, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("截至 {at}"),
        Lang::En => format!("Up to {at}"),
    }
}

/// That there is a new figure.
pub fn new_figure(old: &str, new: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("有了新数值：{old}→{new}"),
        Lang::En => format!("a new figure: {old} → {new}"),
    }
}

/// That there is a figure where there was none.
pub fn first_figure(new: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("有了第一个数值：{new}"),
        Lang::En => format!("a first figure: {new}"),
    }
}

/// How the pace has changed.
pub fn pace(old: &str, new: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("；速度 {old}→{new}"),
        Lang::En => format!("; pace {old} → {new}"),
    }
}
